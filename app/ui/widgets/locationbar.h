// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QLineEdit>

namespace ui {

/// The line that takes a task, a group, an index path or a URL. Shows the place of the page that is open; what is
/// typed is given up with Escape.
class LocationBar : public QLineEdit
{
    Q_OBJECT

public:
    explicit LocationBar(QWidget *parent = nullptr);

    /// The place of the page; keeps what is being typed.
    void setPlace(const QString &text);
    /// Focus with everything selected.
    void activate();

Q_SIGNALS:
    void submitted(const QString &text, bool newTab);
    void abandoned();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void updateHint(bool focused);

    QString m_place;
    QString m_hint; ///< the key that leads here, or empty while it has no room
};

} // namespace ui
