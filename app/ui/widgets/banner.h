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
    void copyDetails();
    void applyColours();
    Tone background() const;
    Tone foreground() const;

    BannerText m_text;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_body;
    QWidget *m_buttons;
    QPushButton *m_retry;
    QPushButton *m_detailsButton;
    QToolButton *m_close;
    QPlainTextEdit *m_details;
    QPushButton *m_copy;
    bool m_applying = false;
};

} // namespace ui
