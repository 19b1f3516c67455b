// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/scopedifference.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace ui {

/// What a change of scopes does, a line each: "+" is new, "−" is given no more, "=" makes no difference.
class ScopeDifferenceView : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeDifferenceView(QWidget *parent = nullptr);

    void compare(const QStringList &before, const QStringList &after);
    const core::ScopeDifference &difference() const { return m_difference; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void add(QChar sign, const QString &scope, const QString &note, Tone colour);

    core::ScopeDifference m_difference;
    QLabel *m_summary;
    QListWidget *m_list;
};

} // namespace ui
