// SPDX-License-Identifier: MPL-2.0
// The other program of a drag: a window that takes dropped files, or one that files are dragged out of.
//   dragpartner target X Y FOLDER     copies what is dropped on it into FOLDER, and prints a line for each drop
//   dragpartner source X Y FILE...    drags the files from wherever it is pressed
#include <QApplication>
#include <QDir>
#include <QDrag>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>
#include <QWidget>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void say(const QString &line)
{
    std::printf("%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

class Target : public QWidget
{
public:
    explicit Target(QString folder) : m_folder(std::move(folder)) { setAcceptDrops(true); }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override
    {
        say(u"entered"_s);
        event->setAccepted(event->mimeData()->hasUrls());
    }

    // At once, as programs do: nothing that is dropped may still be on its way.
    void dropEvent(QDropEvent *event) override
    {
        QStringList copied;
        const QList<QUrl> urls = event->mimeData()->urls();
        for (const QUrl &url : urls) {
            const QString name = QFileInfo(url.toLocalFile()).fileName();
            if (url.isLocalFile() && QFile::copy(url.toLocalFile(), m_folder + u'/' + name))
                copied.append(name);
        }
        event->acceptProposedAction();
        say(u"dropped %1 of %2"_s.arg(copied.size()).arg(urls.size()));
    }

private:
    QString m_folder;
};

class Source : public QWidget
{
public:
    explicit Source(QStringList files) : m_files(std::move(files)) { }

protected:
    void mousePressEvent(QMouseEvent *) override { }

    void mouseMoveEvent(QMouseEvent *) override
    {
        if (m_dragging)
            return;
        m_dragging = true;
        QList<QUrl> urls;
        for (const QString &file : m_files)
            urls.append(QUrl::fromLocalFile(file));
        auto *content = new QMimeData;
        content->setUrls(urls);
        auto *drag = new QDrag(this);
        drag->setMimeData(content);
        const Qt::DropAction action = drag->exec(Qt::CopyAction | Qt::MoveAction, Qt::CopyAction);
        m_dragging = false;
        say(action == Qt::IgnoreAction ? u"refused"_s : action == Qt::CopyAction ? u"copied"_s : u"moved"_s);
    }

private:
    QStringList m_files;
    bool m_dragging = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5)
        return 2;
    const QStringList rest = arguments.mid(4);
    std::unique_ptr<QWidget> window;
    if (arguments.at(1) == u"target")
        window = std::make_unique<Target>(rest.first());
    else
        window = std::make_unique<Source>(rest);
    window->setGeometry(arguments.at(2).toInt(), arguments.at(3).toInt(), 300, 300);
    window->show();
    // Said when the server has drawn it, so that whoever waits for it can press on it.
    say(u"ready"_s);
    return QApplication::exec();
}
