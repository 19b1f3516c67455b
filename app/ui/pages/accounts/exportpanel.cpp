// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/exportpanel.h"

#include "core/accounts/accountregistry.h"
#include "core/util/privatefile.h"
#include "core/util/visibletext.h"
#include "ui/pages/page.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/workspace/secretclipboard.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::ExportFormat;

ExportPanel::ExportPanel(Workspace *workspace, QString accountId, QWidget *parent)
    : QFrame(parent), m_workspace(workspace), m_id(std::move(accountId))
{
    setObjectName(u"exportPanel"_s);
    setAccessibleName(tr("Export credentials"));
    setFrameShape(QFrame::StyledPanel);
    build();
    connect(workspace->secretClipboard(), &SecretClipboard::changed, this, &ExportPanel::showClipboard);
}

void ExportPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(sectionTitle(tr("Export for a shell or a program"), this));
    auto *text = new SecondaryLabel(
        tr("What is exported holds the access token: whoever has it can act as this account."), this);
    text->setWordWrap(true);
    column->addWidget(text);
    m_banner = new Banner(this);
    m_banner->setObjectName(u"exportBanner"_s);
    column->addWidget(m_banner);
    m_format = new QComboBox(this);
    m_format->setObjectName(u"exportFormat"_s);
    m_format->setAccessibleName(tr("Format"));
    m_format->addItem(tr("sh, bash, zsh"), static_cast<int>(ExportFormat::Sh));
    m_format->addItem(tr("fish"), static_cast<int>(ExportFormat::Fish));
    m_format->addItem(tr("csh, tcsh"), static_cast<int>(ExportFormat::Csh));
    m_format->addItem(tr("JSON"), static_cast<int>(ExportFormat::Json));
    m_format->addItem(tr("Configuration of the taskcluster command"), static_cast<int>(ExportFormat::Config));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_format);
    const auto add = [this, row](const QString &name, const QString &label, const QString &iconName) {
        auto *button = new QPushButton(iconName.isEmpty() ? QIcon() : icon(iconName), label, this);
        button->setObjectName(name);
        button->setAccessibleName(label);
        row->addWidget(button);
        return button;
    };
    connect(add(u"exportCopy"_s, tr("Copy"), u"copy"_s), &QPushButton::clicked, this,
        [this] { fetch(&ExportPanel::copy); });
    connect(add(u"exportSave"_s, tr("Save to file\u2026"), u"save"_s), &QPushButton::clicked, this,
        [this] { fetch(&ExportPanel::save); });
    m_clipboard = new SecondaryLabel({}, this);
    m_clipboard->setObjectName(u"exportClipboard"_s);
    row->addWidget(m_clipboard, 1);
    connect(add(u"exportClose"_s, tr("Close"), {}), &QPushButton::clicked, this, &ExportPanel::closed);
    column->addLayout(row);
    setFocusProxy(m_format);
}

ExportFormat ExportPanel::format() const
{
    return static_cast<ExportFormat>(m_format->currentData().toInt());
}

QString ExportPanel::suggestion() const
{
    switch (format()) {
    case ExportFormat::Fish:
        return u"taskcluster-credentials.fish"_s;
    case ExportFormat::Csh:
        return u"taskcluster-credentials.csh"_s;
    case ExportFormat::Json:
        return u"taskcluster-credentials.json"_s;
    case ExportFormat::Config:
        return u"taskcluster.yml"_s;
    case ExportFormat::Sh:
        break;
    }
    return u"taskcluster-credentials.sh"_s;
}

void ExportPanel::fetch(Use use)
{
    m_banner->hide();
    const core::Account *account = m_workspace->registry()->find(m_id);
    if (!account)
        return;
    const QString root = account->rootUrl;
    const ExportFormat wanted = format();
    m_workspace->registry()->provide(
        m_id, [panel = QPointer(this), root, wanted, use](const tc::Result<tc::Credentials> &credentials) {
            if (!panel)
                return;
            const auto text = credentials ? core::exportCredentials({ root, *credentials }, wanted)
                                          : tc::Result<QString> { {}, credentials.error };
            if (text)
                (panel.data()->*use)(*text);
            else
                panel->m_banner->showText(bannerFor(tr("The credentials could not be exported."), text.error));
        });
}

void ExportPanel::copy(const QString &text)
{
    m_workspace->secretClipboard()->copy(text);
    showClipboard();
}

void ExportPanel::save(const QString &text)
{
    m_workspace->outside()->askSavePath(this, suggestion(), [panel = QPointer(this), text](const QString &path) {
        if (panel)
            panel->write(path, text);
    });
}

void ExportPanel::write(const QString &path, const QString &text)
{
    const auto written = core::writePrivateFile(path, text.toUtf8());
    if (!written) {
        m_banner->showText(bannerFor(tr("The file could not be written."), written.error));
        return;
    }
    Q_EMIT noticed({ tr("Saved to %1, which only you may read").arg(core::visibleText(path)) });
    Q_EMIT closed();
}

void ExportPanel::showClipboard()
{
    m_clipboard->setText(m_workspace->secretClipboard()->text());
}

} // namespace ui
