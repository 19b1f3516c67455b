// SPDX-License-Identifier: MPL-2.0
#include "ui/window/outside.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace ui {

void DesktopOutside::askSavePath(
    QWidget *parent, const QString &suggestion, std::function<void(const QString &path)> chosen)
{
    if (m_lastFolder.isEmpty())
        m_lastFolder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(parent, QFileDialog::tr("Save as"), m_lastFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(suggestion);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, dialog, [this, chosen = std::move(chosen)](const QString &path) {
            m_lastFolder = QFileInfo(path).absolutePath();
            chosen(path);
        });
    dialog->open();
}

void DesktopOutside::openUrl(const QUrl &url)
{
    if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
        QDesktopServices::openUrl(url);
}

} // namespace ui
