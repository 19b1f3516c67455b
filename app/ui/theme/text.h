// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QFont>
#include <QString>

class QLabel;
class QWidget;

namespace ui {

/// A tool tip for text that may come from a task: shown as it is, never as HTML.
QString plainToolTip(const QString &text);

/// The system's fixed font at the size of the general font.
QFont fixedFont();
/// \a base with figures of equal width, where the font has them.
QFont tabularFont(const QFont &base);

/// A label for plain text whose text can be selected with mouse and keyboard.
QLabel *selectableLabel(const QString &text, QWidget *parent);
/// A page's title (1.4 times the text) or a section's (1.1 times, bold).
QLabel *pageTitle(const QString &text, QWidget *parent);
QLabel *sectionTitle(const QString &text, QWidget *parent);

} // namespace ui
