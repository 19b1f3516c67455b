// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"

namespace ui {

class Workspace;

/// The page for \a location; never null. Nothing is requested from a deployment that is not known.
Page *createPage(const core::Location &location, Workspace *workspace, QWidget *parent);

} // namespace ui
