// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/denial.h"
#include "core/navigation/location.h"
#include "ui/theme/theme.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace core {
class Session;
}

namespace tc {
struct Error;
}

namespace ui {

class DenialView;

/// What a banner says: what failed, why and what to do, and for those who report it, everything there is.
struct BannerText {
    enum class Kind { Error, Warning, Note };

    Kind kind = Kind::Error;
    QString title;
    QString text;
    QString details; ///< empty: there is no Details button
    bool canRetry = true;
    std::optional<core::Denial> denial {}; ///< a refusal, which an Explain button explains below the text
    core::Location place {}; ///< whose account was refused, where that is not the page's
};

/// The text for an error; \a what says what failed, in a sentence.
BannerText bannerFor(const QString &what, const tc::Error &error);

/// What stands around a banner, found among its parents: whose session a refusal belongs to, and the way to other
/// places. The window is one.
class BannerSurroundings
{
public:
    virtual ~BannerSurroundings() = default;
    /// \a place as in BannerText; \a from is a widget of the page. Null when nobody knows.
    virtual core::Session *sessionFor(const QWidget *from, const core::Location &place) = 0;
    virtual void openFrom(const QWidget *from, const core::Location &location, bool newTab) = 0;
};

/// A message in the place where something happened; the rest of the page stays usable.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void showText(const BannerText &text);
    BannerText text() const { return m_text; }
    /// One more button, shown left of Retry. The banner owns it.
    QPushButton *addButton(const QString &text, const QString &objectName);

Q_SIGNALS:
    void retryRequested();
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildLabels();
    void buildButtons();
    void toggleDetails(bool shown);
    void toggleExplanation(bool shown);
    BannerSurroundings *surroundings() const;
    void copyDetails() const;
    void applyColours();
    Tone background() const;
    Tone foreground() const;

    BannerText m_text;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_body = nullptr;
    QWidget *m_buttons = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_detailsButton = nullptr;
    QPushButton *m_explain = nullptr;
    QToolButton *m_close = nullptr;
    QPlainTextEdit *m_details = nullptr;
    QPushButton *m_copy = nullptr;
    DenialView *m_explanation = nullptr; ///< made when it is asked for
    bool m_applying = false;
};

} // namespace ui
