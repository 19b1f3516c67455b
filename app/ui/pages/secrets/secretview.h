// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;

namespace core {
class OpenSecret;
class Session;
class ValueModel;
} // namespace core

namespace ui {

class AuditView;
class Banner;
class GuardedText;
class IdLabel;
class SecondaryLabel;
class SecretClipboard;
class TimeLabel;
class ValueView;

/// A secret to be read: its keys, its values once they are revealed, its end, who changed it when.
class SecretView : public QWidget
{
    Q_OBJECT

public:
    /// \a secret and \a clipboard must outlive this.
    SecretView(core::OpenSecret *secret, core::Session *session, const core::Location &place,
        SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// Shows what \a secret has now.
    void update();
    /// Another secret will be shown: nothing of this one stays.
    void forget();
    bool isLoading() const;
    void reloadHistory();
    void focusValues();
    /// There is an unsaved change of it, from that time; 0 for none.
    void setDraft(qint64 changed);

    void toggleAll();
    void copyValue();
    bool isAllRevealed() const;

Q_SIGNALS:
    void changed();
    void retryRequested();
    void draftRequested();
    void draftDiscarded();
    void openRequested(const core::Location &location, bool newTab);

private:
    void buildValues();
    void buildBanners();
    void showExpiry(qint64 expires);
    void showCurrent();
    void showWhatIsKnown();

    core::OpenSecret *m_secret;
    SecretClipboard *m_clipboard;
    core::ValueModel *m_model;
    TimeLabel *m_expires;
    SecondaryLabel *m_hint;
    Banner *m_banner;
    Banner *m_expiryBanner;
    Banner *m_draftBanner;
    QTabWidget *m_tabs;
    ValueView *m_values;
    GuardedText *m_whole;
    SecondaryLabel *m_noValue;
    QPushButton *m_showAll;
    QPushButton *m_copy;
    AuditView *m_history;
    QString m_shownName;
};

} // namespace ui
