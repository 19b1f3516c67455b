// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QPixmap>

class QPainter;
class QRect;

namespace ui {

/// The project's icon \a name ("back", "state-failed"), tinted by the application's palette at the time it is
/// painted, so that a change of theme needs no new icons.
QIcon icon(const QString &name);
/// The same in the colour of \a tone.
QIcon icon(const QString &name, Tone tone);

/// Paints the icon \a name centred in \a rect, as large as fits a square of it.
void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour);

} // namespace ui
