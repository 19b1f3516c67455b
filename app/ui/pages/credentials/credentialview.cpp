// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/credentials/credentialview.h"

#include "core/credentials/credentialdetails.h"
#include "ui/pages/credentials/credentialsheet.h"
#include "ui/pages/credentials/mintview.h"
#include "ui/widgets/emptyview.h"
#include "ui/workspace/workspace.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

CredentialView::CredentialView(Workspace *workspace, const QString &accountId, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_accountId(accountId), m_stack(new QStackedWidget(this))
{
    setObjectName(u"credentialView"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    core::Session *session = workspace->session(accountId);
    if (!session) {
        auto *empty = new EmptyView(m_stack);
        empty->setTexts(tr("There is no such account any more."));
        m_stack->addWidget(empty);
        return;
    }
    m_details = new core::CredentialDetails(session, workspace->registry(), accountId, this);
    m_sheet = new CredentialSheet(workspace, session, m_details, m_stack);
    m_stack->addWidget(m_sheet);
    connect(m_details, &core::CredentialDetails::changed, this, &CredentialView::changed);
    connect(m_sheet, &CredentialSheet::mintRequested, this, &CredentialView::showMinting);
    connect(m_sheet, &CredentialSheet::openAccount, this, &CredentialView::openAccount);
    connect(m_sheet, &CredentialSheet::openLocation, this, &CredentialView::openLocation);
    connect(m_sheet, &CredentialSheet::notice, this, &CredentialView::notice);
    m_details->load();
}

bool CredentialView::isLoading() const
{
    return m_details && m_details->isLoading();
}

void CredentialView::reload()
{
    if (m_details)
        m_details->load();
}

QList<QAction *> CredentialView::viewActions() const
{
    return m_sheet ? m_sheet->viewActions() : QList<QAction *>();
}

void CredentialView::showMinting()
{
    if (!m_details)
        return;
    if (!m_mint) {
        m_mint = new MintView(m_workspace, m_workspace->session(m_accountId), m_details, m_stack);
        m_stack->addWidget(m_mint);
        connect(m_mint, &MintView::backRequested, this, &CredentialView::showCredential);
        connect(m_mint, &MintView::openAccount, this, &CredentialView::openAccount);
        connect(m_mint, &MintView::notice, this, &CredentialView::notice);
    }
    m_stack->setCurrentWidget(m_mint);
}

void CredentialView::showCredential()
{
    m_stack->setCurrentIndex(0);
}

} // namespace ui
