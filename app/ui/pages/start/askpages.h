// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/lookup/locationresolver.h"
#include "ui/pages/page.h"

namespace ui {

class Banner;
class EmptyView;
class Workspace;

/// A place at a deployment that is not known: shown, and asked about before anything is requested there.
class OriginPage : public Page
{
    Q_OBJECT

public:
    OriginPage(Workspace *workspace, const core::Location &location, QWidget *parent);

    QString title() const override;
    QIcon icon() const override;
    void focusContent() override;

private:
    Workspace *m_workspace;
    QWidget *m_open = nullptr;
};

/// Finds out what a bare id is, or which task an indexed artifact belongs to, then gives way to the page for it.
class ResolvePage : public Page
{
    Q_OBJECT

public:
    ResolvePage(core::Session *session, const core::Location &location, QWidget *parent);

    QString title() const override;
    QIcon icon() const override;
    bool isLoading() const override { return m_resolver->isBusy(); }
    void reload() override;

private:
    void resolve();
    void resolved(const core::Location &found);

    core::LocationResolver *m_resolver;
    Banner *m_banner;
    EmptyView *m_waiting;
};

/// A page of the web UI that this application does not have, or text that is no place at all.
class ElsewherePage : public Page
{
    Q_OBJECT

public:
    ElsewherePage(Workspace *workspace, const core::Location &location, QWidget *parent);

    QString title() const override;
    QIcon icon() const override;
};

} // namespace ui
