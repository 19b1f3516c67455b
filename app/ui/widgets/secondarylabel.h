// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QLabel>

namespace ui {

/// Plain text that is there when one looks for it; follows a change of theme.
class SecondaryLabel : public QLabel
{
    Q_OBJECT

public:
    explicit SecondaryLabel(const QString &text, QWidget *parent = nullptr);

    /// Off: in the colour of ordinary text.
    void setSecondary(bool secondary);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColour();

    bool m_secondary = true;
    bool m_applying = false;
};

} // namespace ui
