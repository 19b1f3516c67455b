// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QWidget>

#include <chrono>

class QComboBox;
class QSpinBox;

namespace ui {

/// A length of time: one of the usual ones, or a number and its unit.
class LifetimeEdit : public QWidget
{
    Q_OBJECT

public:
    explicit LifetimeEdit(QWidget *parent = nullptr);

    std::chrono::seconds lifetime() const;
    void setLifetime(std::chrono::seconds lifetime);

Q_SIGNALS:
    void changed();

private:
    void buildOther();
    void chosen();

    QComboBox *m_preset;
    QSpinBox *m_number;
    QComboBox *m_unit;
};

} // namespace ui
