// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/accessdraft.h"

#include <QVariantMap>
#include <QWidget>

#include <optional>

class QCheckBox;
class QDateTimeEdit;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace core {
class AccessDirectory;
}

namespace ui {

class Banner;
class ScopeDifferenceView;
struct BannerText;

/// Makes or changes a client or a role. What saving will do to its scopes stands beside them while they are edited.
class AccessEditor : public QWidget
{
    Q_OBJECT

public:
    AccessEditor(core::AccessDirectory *directory, core::AccessEntry::Kind kind, QWidget *parent = nullptr);

    /// Begins with \a draft; \a before is what is there, or null for something new.
    void edit(const core::AccessDraft &draft, const core::AccessEntry *before);
    /// Goes on with the same changes on what is there \a now.
    void rebase(const core::AccessEntry &now);
    core::AccessDraft draft() const;
    /// What is changed; null for something new.
    const core::AccessEntry *before() const { return m_before ? &*m_before : nullptr; }
    /// Whether there is something that would be lost.
    bool isDirty() const;
    bool isNew() const { return !m_before.has_value(); }
    /// While the deployment is asked, nothing can be changed.
    void setBusy(bool busy);
    void showTrouble(const BannerText &text);

    /// The draft for the next start; nothing in it is secret.
    QVariantMap save() const;
    static std::optional<core::AccessDraft> saved(core::AccessEntry::Kind kind, const QVariantMap &map);

Q_SIGNALS:
    void saveRequested();
    void discardRequested();

private:
    void buildFields();
    void buildExpiry(QGridLayout *form, int row);
    void buildScopes();
    void buildButtons();
    void addTo(QGridLayout *form, int row, const QString &label, QWidget *field);
    void update();
    void saySomething();

    core::AccessDirectory *m_directory;
    core::AccessEntry::Kind m_kind;
    core::AccessDraft m_start;
    std::optional<core::AccessEntry> m_before;
    bool m_busy = false;
    bool m_filling = false;
    QLabel *m_title;
    Banner *m_banner;
    QWidget *m_fields;
    QLineEdit *m_id = nullptr;
    QPlainTextEdit *m_description = nullptr;
    QDateTimeEdit *m_expires = nullptr;
    QLabel *m_expiresWhen = nullptr;
    QCheckBox *m_deletion = nullptr;
    QPlainTextEdit *m_scopes = nullptr;
    ScopeDifferenceView *m_difference = nullptr;
    QLabel *m_problems = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
};

} // namespace ui
