// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QProxyStyle>

namespace ui {

/// Fusion with outlines that are seen in every palette: on dark ones its own for check boxes, radio buttons and line
/// edits have next to no contrast.
class Fusion : public QProxyStyle
{
    Q_OBJECT

public:
    Fusion();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    /// Qt's search for a themed icon reads folders and takes ten milliseconds before a first line edit can be shown.
    QIcon standardIcon(
        StandardPixmap icon, const QStyleOption *option = nullptr, const QWidget *widget = nullptr) const override;
};

/// The colour of those outlines, which has at least 3 : 1 on the window.
QColor outline(const QPalette &palette);

} // namespace ui
