// SPDX-License-Identifier: MPL-2.0
#include "windowfixture.h"

#include "core/accounts/memorystore.h"
#include "demo/demodeployment.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/locationbar.h"
#include "ui/window/launch.h"

#include <QApplication>
#include <QHash>
#include <QImage>
#include <QTranslator>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace uitest {

namespace {

// Pictures are as a person sees the program: with colours of its own, and with plural forms.
void dressForPictures()
{
    if (!qEnvironmentVariableIsSet("TC_PICTURES"))
        return;
    const bool isDark = qEnvironmentVariable("TC_COLOR_SCHEME") == u"dark"_s;
    ui::applyColorScheme(isDark ? ui::ColorScheme::Dark : ui::ColorScheme::Light);
    auto *plurals = new QTranslator(QCoreApplication::instance());
    if (plurals->load(qEnvironmentVariable("TC_PLURALS")))
        QCoreApplication::installTranslator(plurals);
}

// The 256 colours that it has most of make a picture small enough to be kept.
QImage withFewColours(const QImage &picture)
{
    const QImage image = picture.convertToFormat(QImage::Format_RGB32);
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            ++counts[line[x]];
    }
    QList<QRgb> colours = counts.keys();
    std::sort(colours.begin(), colours.end(), [&counts](QRgb a, QRgb b) { return counts[a] > counts[b]; });
    colours.resize(std::min<qsizetype>(colours.size(), 256));
    return image.convertToFormat(QImage::Format_Indexed8, colours, Qt::ThresholdDither);
}

} // namespace

void FakeOutside::askSavePath(QWidget *, const QString &suggestion, std::function<void(const QString &path)> chosen)
{
    lastSuggestion = suggestion;
    if (!nextPath.isEmpty())
        chosen(nextPath);
}

void FakeOutside::askFolder(QWidget *, std::function<void(const QString &path)> chosen)
{
    if (!nextFolder.isEmpty())
        chosen(nextFolder);
}

void FakeOutside::askFiles(QWidget *, std::function<void(const QStringList &paths)> chosen)
{
    if (!nextFiles.isEmpty())
        chosen(nextFiles);
}

WindowFixture::WindowFixture()
{
    QVERIFY(m_folder.isValid());
}

WindowFixture::~WindowFixture()
{
    close();
}

void WindowFixture::open(const QList<core::SessionOptions> &sessions, demo::DemoDeployment *demo)
{
    dressForPictures();
    m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    auto outside = std::make_unique<FakeOutside>();
    m_outside = outside.get();
    if (!m_keychain)
        m_keychain = std::make_unique<core::MemoryStore>();
    m_workspace = std::make_unique<ui::Workspace>(m_settings.get(), std::move(outside), std::move(m_keychain));
    if (demo) {
        m_workspace->setDemoStarter([](const auto &answer) {
            using demo::DemoDeployment;
            answer(ui::Demo { demoSession(),
                { DemoDeployment::groupOf300(), DemoDeployment::groupOf12000(), DemoDeployment::groupOf5() } });
        });
        m_workspace->startDemo(m_workspace.get(), [](const core::Session *session) { QVERIFY(session); });
    }
    for (const core::SessionOptions &options : sessions)
        m_workspace->open(options);
    m_window = std::make_unique<ui::MainWindow>(m_workspace.get());
    m_window->restore();
    if (m_window->tabCount() == 0)
        m_window->openStart();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    // Without a window manager nobody hands out the focus.
    QApplication::setActiveWindow(m_window.get());
}

void WindowFixture::close()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_workspace.reset();
    m_settings.reset();
}

void WindowFixture::go(const QString &text)
{
    auto *bar = find<ui::LocationBar>("locationBar");
    bar->activate();
    QTest::keyClicks(bar, text);
    QTest::keyClick(bar, Qt::Key_Return);
}

bool WindowFixture::waitLoaded(int timeout)
{
    // A page may give way to another (a bare id to a group's), so it has to be still for a moment.
    int still = 0;
    return QTest::qWaitFor(
        [this, &still] {
            const ui::Page *page = m_window->currentPage();
            still = page && !page->isLoading() ? still + 1 : 0;
            return still > 8;
        },
        timeout);
}

void WindowFixture::picture(const QString &name, QWidget *widget) const
{
    const QString folder = qEnvironmentVariable("TC_PICTURES");
    if (folder.isEmpty())
        return;
    QWidget *shown = widget ? widget : m_window.get();
    QCoreApplication::sendPostedEvents();
    QVERIFY(withFewColours(shown->grab().toImage()).save(folder + u'/' + name + u".png"_s));
}

QString WindowFixture::bannerText(const char *objectName) const
{
    const auto *banner = find<ui::Banner>(objectName);
    if (!banner || !banner->isVisible())
        return {};
    const ui::BannerText text = banner->text();
    return text.title + u'\n' + text.text;
}

demo::DemoDeployment *sharedDemo()
{
    static std::unique_ptr<demo::DemoDeployment> deployment;
    if (!deployment) {
        demo::DemoOptions options;
        options.simulate = false;
        deployment = std::make_unique<demo::DemoDeployment>(options);
        deployment->startAndWait();
        // While there is an application: without one, its thread would not delete what lives on it.
        qAddPostRoutine([] { deployment.reset(); });
    }
    return deployment.get();
}

core::SessionOptions demoSession()
{
    const demo::DemoCredentials admin = demo::DemoDeployment::admin();
    return core::SessionOptions::demo(sharedDemo()->rootUrl(), { admin.clientId, admin.accessToken, {} });
}

} // namespace uitest
