// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>

class QWidget;

namespace ui {

/// The widgets in \a window that Tab goes to now, in the order in which the window is read: as their layouts have
/// them, and where there is no layout row by row. Qt goes by the order in which they were made, which pages that make
/// their parts when they are needed do not have.
QList<QWidget *> tabOrder(const QWidget *window);

} // namespace ui
