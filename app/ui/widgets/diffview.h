// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/util/linediff.h"
#include "ui/widgets/guardedtext.h"

namespace ui {

/// A difference between two texts: removed lines begin with a minus, added ones with a plus, and both have a colour.
/// Long runs of equal lines are left out.
class DiffView : public GuardedText
{
    Q_OBJECT

public:
    explicit DiffView(SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// \a before and \a after are what is shown of the lines that were compared.
    void setDiff(const QList<core::DiffLine> &lines, const QStringList &before, const QStringList &after);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintLines();

    QList<core::DiffLine::Kind> m_kinds; ///< of the lines that are shown
};

} // namespace ui
