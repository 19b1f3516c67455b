// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace ui {

/// What a banner says: what failed, why and what to do, and for those who report it, everything there is.
struct BannerText {
    enum class Kind { Error, Warning, Note };

    Kind kind = Kind::Error;
    QString title;
    QString text;
    QString details; ///< empty: there is no Details button
    bool canRetry = true;
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
    QToolButton *m_close = nullptr;
    QPlainTextEdit *m_details = nullptr;
    QPushButton *m_copy = nullptr;
    bool m_applying = false;
};

} // namespace ui
