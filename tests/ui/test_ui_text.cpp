// SPDX-License-Identifier: MPL-2.0
// Every text of every page: translated, not clipped, and every control named. Shown in the pseudo-locale, whose
// texts are bracketed and 40 % longer.
#include "windowfixture.h"

#include "demo/demodeployment.h"
#include "ui/pages/start/recentpage.h"
#include "ui/pages/task/taskartifacts.h"
#include "ui/pages/task/tasktabs.h"
#include "ui/pages/task/taskuploads.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/segmentbutton.h"

#include <QAbstractButton>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTabBar>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace uitest;
using core::Location;
using demo::DemoDeployment;

namespace {

bool isTranslated(const QString &text)
{
    static const QRegularExpression letters(u"\\p{L}{2}"_s);
    return text.contains(u'\u27e6') || !letters.match(text).hasMatch();
}

// Widgets that show what a task or a person wrote, not what we did.
bool isData(const QWidget *widget)
{
    static const QSet<QString> names { u"idText"_s, u"pageTitle"_s, u"logTask"_s, u"taskPool"_s, u"indexStep"_s,
        u"deploymentChip"_s, u"fact-group"_s, u"locationBar"_s, u"rootUrl"_s, u"qt_spinbox_lineedit"_s,
        u"known-firefox-ci"_s, u"known-firefox-ciNote"_s, u"known-community-tcNote"_s, u"known-community-tc"_s,
        u"bannerDetails"_s };
    return names.contains(widget->objectName());
}

// Made and translated by Qt.
bool isQts(const QWidget *widget)
{
    return widget->objectName() == u"ScrollLeftButton"_s || widget->objectName() == u"ScrollRightButton"_s;
}

QString place(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *at = widget; at; at = at->parentWidget())
        path.prepend(
            at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className()) : at->objectName());
    return path.join(u'/');
}

} // namespace

class TestUiText : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;
    QStringList m_faults;

    void fault(const QWidget *widget, const QString &what, const QString &text)
    {
        const QString line = u"%1: %2: %3"_s.arg(place(widget), what, text);
        if (!m_faults.contains(line))
            m_faults.append(line);
    }

    void checkTranslated(const QWidget *widget, const QString &text)
    {
        if (!isTranslated(text) && !isData(widget))
            fault(widget, u"not translated"_s, text);
    }

    void checkButton(const QAbstractButton *button)
    {
        checkTranslated(button, button->text());
        if (!button->text().isEmpty() && button->width() < button->sizeHint().width())
            fault(button, u"clipped"_s, button->text());
    }

    void checkLabel(const QLabel *label)
    {
        if (label->text().isEmpty())
            return;
        const bool ours = qobject_cast<const ui::Banner *>(label->parentWidget()) == nullptr;
        if (ours && !label->objectName().startsWith(u"fact-"_s) && !label->objectName().startsWith(u"status"_s))
            checkTranslated(label, label->text());
        const bool clipped = label->wordWrap() ? label->heightForWidth(label->width()) > label->height()
                                               : label->sizeHint().width() > label->width();
        if (clipped)
            fault(label, u"clipped"_s, label->text());
    }

    void checkTabs(const QTabBar *bar)
    {
        for (int i = 0; i < bar->count() && bar->objectName() != u"tabBar"_s; ++i)
            checkTranslated(bar, bar->tabText(i));
    }

    void checkHeader(const ui::DataTable *table)
    {
        const QHeaderView *header = table->horizontalHeader();
        for (int i = 0; i < header->count(); ++i) {
            const QString name = table->model()->headerData(i, Qt::Horizontal).toString();
            checkTranslated(table, name);
            if (!header->isSectionHidden(i) && header->sectionSize(i) < header->sectionSizeHint(i))
                fault(table, u"clipped header"_s, name);
        }
    }

    void checkControl(const QWidget *widget)
    {
        const bool control = widget->focusPolicy() != Qt::NoFocus
            && (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QPlainTextEdit *>(widget)
                || qobject_cast<const QTabBar *>(widget) || qobject_cast<const ui::ElidedLabel *>(widget));
        if (!control || isQts(widget))
            return;
        if (widget->objectName().isEmpty())
            fault(widget, u"no object name"_s, {});
        const bool ownName = widget->accessibleName().isEmpty();
        const auto *label = qobject_cast<const ui::ElidedLabel *>(widget);
        if (ownName && !(label && label->text().isEmpty()))
            fault(widget, u"no accessible name"_s, {});
        if (!label || label->objectName().isEmpty())
            checkTranslated(widget, widget->accessibleName());
    }

    void checkEverything()
    {
        const auto widgets = m_fixture->window()->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible() || isQts(widget))
                continue;
            checkControl(widget);
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                checkButton(button);
            else if (const auto *label = qobject_cast<const QLabel *>(widget))
                checkLabel(label);
            else if (const auto *bar = qobject_cast<const QTabBar *>(widget))
                checkTabs(bar);
            else if (const auto *table = qobject_cast<const ui::DataTable *>(widget))
                checkHeader(table);
            else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
                checkTranslated(edit, edit->placeholderText());
        }
        const auto menus = m_fixture->window()->menuBar()->findChildren<QMenu *>();
        for (const QMenu *menu : menus) {
            const auto actions = menu->actions();
            for (const QAction *action : actions)
                checkTranslated(menu, action->text());
        }
    }

    void show(const QString &text)
    {
        m_fixture->go(text);
        QVERIFY(m_fixture->waitLoaded());
        checkEverything();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(!sharedDemo()->rootUrl().isEmpty());
        auto *translator = new QTranslator(this);
        QVERIFY2(translator->load(u"taskcluster-desktop_en_XA"_s, u":/i18n"_s), "there is no pseudo-locale");
        QVERIFY(QCoreApplication::installTranslator(translator));
    }

    void init()
    {
        m_faults.clear();
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({}, sharedDemo());
    }

    void cleanup() { m_fixture.reset(); }

    void everyPage_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280x800") << QSize(1280, 800);
        QTest::newRow("1024x640") << QSize(1024, 640);
    }

    void everyPage()
    {
        QFETCH(QSize, size);
        m_fixture->window()->resize(size);
        checkEverything(); // the start page
        const QString root = sharedDemo()->rootUrl();
        show(DemoDeployment::groupOf300());
        m_fixture->find<ui::DataTable>("taskTable")->selectOnly(3);
        QVERIFY(m_fixture->waitLoaded());
        for (const auto tab :
            { ui::TaskTabs::Overview, ui::TaskTabs::Runs, ui::TaskTabs::Artifacts, ui::TaskTabs::Definition }) {
            m_fixture->window()->currentPage()->findChild<ui::TaskTabs *>()->setCurrentTab(tab);
            QVERIFY(m_fixture->waitLoaded());
            checkEverything();
        }
        m_fixture->find<QLineEdit>("taskFilter")->setText(u"nothing like this"_s);
        QVERIFY(m_fixture->waitLoaded());
        checkEverything();
        show(DemoDeployment::everyArtifactTask());
        show(root + u"/tasks/"_s + DemoDeployment::runningTask());
        auto *tabs = m_fixture->window()->currentPage()->findChild<ui::TaskTabs *>();
        tabs->artifacts()->uploads()->take({ QCoreApplication::applicationFilePath() });
        QTRY_VERIFY(tabs->artifacts()->uploads()->isAsking());
        checkEverything();
        show(u"taskcluster-desktop:transfers"_s);
        show(root + u"/tasks/"_s + DemoDeployment::everyArtifactTask() + u"/runs/0/logs/public/logs/live.log"_s);
        QTest::keyClick(m_fixture->window(), Qt::Key_F, Qt::ControlModifier);
        checkEverything();
        show(root + u"/tasks/index"_s);
        show(root + u"/tasks/index/no.such.namespace"_s);
        show(root + u"/tasks/groups"_s);
        show(root + u"/tasks"_s);
        show(root + u"/worker-manager"_s);
        show(u"https://unknown.example.com/tasks/groups/"_s + DemoDeployment::groupOf5());
        show(u"fN1SbArXTPSVFNUvaOlinQ"_s); // unknown: the error in place
        m_fixture->go(u"two words"_s);
        checkEverything();
        for (const QString &line : m_faults)
            qWarning("%s", qPrintable(line));
        QVERIFY2(m_faults.isEmpty(), qPrintable(QString::number(m_faults.size())));
    }
};

QTEST_MAIN(TestUiText)
#include "test_ui_text.moc"
