// SPDX-License-Identifier: MPL-2.0
#include "ui/workspace/outside.h"

#include "core/util/desktopnotification.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace ui {

QFileDialog *DesktopOutside::makeDialog(QWidget *parent, const QString &title)
{
    QString folder = m_lastFolder.isEmpty() ? m_startFolder : m_lastFolder;
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

void DesktopOutside::setStartFolder(const QString &path)
{
    if (m_startFolder == path)
        return;
    m_startFolder = path;
    m_lastFolder.clear();
}

void DesktopOutside::askSavePath(
    QWidget *parent, const QString &suggestion, std::function<void(const QString &path)> chosen)
{
    QFileDialog *dialog = makeDialog(parent, QFileDialog::tr("Save as"));
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

void DesktopOutside::askFolder(QWidget *parent, std::function<void(const QString &path)> chosen)
{
    QFileDialog *dialog = makeDialog(parent, QFileDialog::tr("Save in folder"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, QFileDialog::tr("Save here"));
    QObject::connect(
        dialog, &QFileDialog::fileSelected, dialog, [this, chosen = std::move(chosen)](const QString &path) {
            m_lastFolder = path;
            chosen(path);
        });
    dialog->open();
}

void DesktopOutside::askFiles(QWidget *parent, std::function<void(const QStringList &paths)> chosen)
{
    QFileDialog *dialog = makeDialog(parent, QFileDialog::tr("Upload files"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(
        dialog, &QFileDialog::filesSelected, dialog, [this, chosen = std::move(chosen)](const QStringList &paths) {
            m_lastFolder = QFileInfo(paths.value(0)).absolutePath();
            chosen(paths);
        });
    dialog->open();
}

void DesktopOutside::notify(const QString &title, const QString &text)
{
    core::notifyDesktop(title, text);
}

void DesktopOutside::openUrl(const QUrl &url)
{
    if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
        QDesktopServices::openUrl(url);
}

void DesktopOutside::openFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

} // namespace ui
