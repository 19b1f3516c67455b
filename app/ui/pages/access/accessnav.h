// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"

#include <QTabBar>

namespace ui {

/// The way between the pages that belong together: clients, roles, scopes. Each of them has one, on which it is the
/// chosen part.
class AccessNav : public QTabBar
{
    Q_OBJECT

public:
    enum class Part { Clients, Roles, Scopes };

    /// \a location is the page's: the others are opened at its deployment, with its account.
    AccessNav(Part part, core::Location location, QWidget *parent = nullptr);

protected:
    void wheelEvent(QWheelEvent *event) override;

Q_SIGNALS:
    void openRequested(const core::Location &location);

private:
    void open(int index);

    Part m_part;
    core::Location m_place;
};

} // namespace ui
