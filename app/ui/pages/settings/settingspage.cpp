// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/settings/settingspage.h"

#include "core/transfers/transfersettings.h"
#include "core/util/visibletext.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/workspace/forgetting.h"
#include "ui/workspace/preferences.h"
#include "ui/workspace/recents.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QComboBox *choice(
    const QString &objectName, const QString &name, const QStringList &texts, int current, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->addItems(texts);
    box->setCurrentIndex(current);
    return box;
}

QCheckBox *check(const QString &objectName, const QString &text, bool on, QWidget *parent)
{
    auto *box = new QCheckBox(text, parent);
    box->setObjectName(objectName);
    box->setAccessibleName(text);
    box->setChecked(on);
    return box;
}

QSpinBox *number(const QString &objectName, const QString &name, int least, int most, int value, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

} // namespace

SettingsPage::SettingsPage(Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_workspace(workspace), m_preferences(workspace->preferences()),
      m_header(new PageHeader(this)), m_banner(new Banner(this)), m_forgetting(new Forgetting(workspace, this))
{
    setObjectName(u"settingsPage"_s);
    m_banner->setObjectName(u"settingsBanner"_s);
    m_header->setTitle(title());
    auto *content = new QWidget(this);
    content->setMaximumWidth(fontMetrics().averageCharWidth() * 110);
    m_form = new QFormLayout(content);
    m_form->setContentsMargins(0, 0, 12, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_form->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    buildAppearance();
    buildTimes();
    buildNotifications();
    buildTransfers();
    buildNetwork();
    buildHistory();
    buildForget();
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"settingsScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(12, 12, 12, 12);
    outer->setSpacing(12);
    outer->addWidget(m_header);
    outer->addWidget(m_banner);
    outer->addWidget(scroll, 1);
}

SettingsPage::~SettingsPage() = default;

// All sections are one form, so that their fields have one left edge.
void SettingsPage::addSection(const QString &title)
{
    if (m_form->rowCount() > 0)
        m_form->addItem(new QSpacerItem(0, 8));
    m_form->addRow(sectionTitle(title, this));
}

void SettingsPage::addNote(const QString &objectName, const QString &text)
{
    auto *note = new SecondaryLabel(text, this);
    note->setObjectName(objectName);
    note->setWordWrap(true);
    m_form->addRow(note);
}

// As wide as its text, not as the form.
void SettingsPage::addButton(QPushButton *button)
{
    auto *row = new QHBoxLayout;
    row->addWidget(button);
    row->addStretch(1);
    m_form->addRow(row);
}

void SettingsPage::buildAppearance()
{
    addSection(tr("Appearance"));
    m_scheme = choice(u"settingScheme"_s, tr("Colours"), { tr("As the system"), tr("Light"), tr("Dark") },
        static_cast<int>(m_preferences->colorScheme()), this);
    connect(m_scheme, &QComboBox::activated, m_preferences,
        [this](int index) { m_preferences->setColorScheme(static_cast<ColorScheme>(index)); });
    m_form->addRow(tr("&Colours"), m_scheme);
    const QStringList languages { QString(), u"en"_s, u"de"_s };
    QComboBox *language
        = choice(u"settingLanguage"_s, tr("Language"), { tr("As the system"), u"English"_s, u"Deutsch"_s },
            std::max(static_cast<int>(languages.indexOf(m_preferences->language())), 0), this);
    connect(language, &QComboBox::activated, m_preferences,
        [this, languages](int index) { m_preferences->setLanguage(languages.value(index)); });
    m_form->addRow(tr("&Language"), language);
    addNote(u"settingLanguageNote"_s, tr("Another language is used from the next start on."));
}

void SettingsPage::buildTimes()
{
    addSection(tr("Times"));
    const core::TimeStyle style = m_preferences->timeStyle();
    QComboBox *shown = choice(u"settingTimes"_s, tr("Show times"), { tr("As distance: 12 min ago"), tr("Exactly") },
        style.relative ? 0 : 1, this);
    QComboBox *zone = choice(u"settingZone"_s, tr("Time zone"), { tr("UTC, as Taskcluster itself"), tr("Local time") },
        style.zone == core::TimeZone::Utc ? 0 : 1, this);
    const auto keep = [this, shown, zone] {
        m_preferences->setTimeStyle(
            { zone->currentIndex() == 0 ? core::TimeZone::Utc : core::TimeZone::Local, shown->currentIndex() == 0 });
    };
    connect(shown, &QComboBox::activated, m_preferences, keep);
    connect(zone, &QComboBox::activated, m_preferences, keep);
    m_form->addRow(tr("&Show times"), shown);
    m_form->addRow(tr("Time &zone"), zone);
}

void SettingsPage::buildNotifications()
{
    addSection(tr("Notifications"));
    QCheckBox *transfers = check(u"settingTellTransfers"_s,
        tr("When transfers have ended and the window is not in front"), m_preferences->tellsTransfers(), this);
    QCheckBox *expiry = check(u"settingTellExpiry"_s, tr("When credentials are about to end, or have ended"),
        m_preferences->tellsExpiry(), this);
    connect(transfers, &QCheckBox::toggled, m_preferences, &Preferences::setTellsTransfers);
    connect(expiry, &QCheckBox::toggled, m_preferences, &Preferences::setTellsExpiry);
    m_form->addRow(transfers);
    m_form->addRow(expiry);
}

void SettingsPage::buildTransfers()
{
    addSection(tr("Transfers and clipboard"));
    auto *folder = new QLineEdit(QDir::toNativeSeparators(m_preferences->transferFolder()), this);
    folder->setObjectName(u"settingFolder"_s);
    folder->setAccessibleName(tr("Folder where saving starts"));
    folder->setMinimumWidth(fontMetrics().averageCharWidth() * 48);
    folder->setPlaceholderText(
        QDir::toNativeSeparators(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation)));
    auto *wrong = new SecondaryLabel({}, this);
    wrong->setObjectName(u"settingFolderNote"_s);
    wrong->hide();
    connect(folder, &QLineEdit::editingFinished, m_preferences, [this, folder, wrong] {
        const QString path = QDir::fromNativeSeparators(folder->text().trimmed());
        const bool isGood = path.isEmpty() || QFileInfo(path).isDir();
        wrong->setText(isGood ? QString() : tr("There is no such folder. The one from before is still used."));
        wrong->setVisible(!isGood);
        if (isGood)
            m_preferences->setTransferFolder(path);
    });
    m_form->addRow(tr("Saving starts &in"), folder);
    m_form->addRow(QString(), wrong);
    QCheckBox *folders = check(u"settingKeepFolders"_s, tr("Several artifacts keep their folders"),
        core::folderForm(*m_workspace->settings()) == core::FolderForm::Folders, this);
    connect(folders, &QCheckBox::toggled, this, [this](bool keeps) {
        core::setFolderForm(*m_workspace->settings(), keeps ? core::FolderForm::Folders : core::FolderForm::Flat);
    });
    m_form->addRow(QString(), folders);
    QSpinBox *atOnce
        = number(u"settingAtOnce"_s, tr("Transfers at the same time"), 1, 8, m_preferences->transfersAtOnce(), this);
    connect(atOnce, &QSpinBox::valueChanged, m_preferences, &Preferences::setTransfersAtOnce);
    m_form->addRow(tr("Transfers at the same &time"), atOnce);
    QSpinBox *seconds = number(u"settingClipboard"_s, tr("Seconds until secrets leave the clipboard"), 5, 600,
        static_cast<int>(m_preferences->clipboardTime().count()), this);
    seconds->setSuffix(tr(" s", "seconds, after a number"));
    connect(seconds, &QSpinBox::valueChanged, m_preferences,
        [this](int value) { m_preferences->setClipboardTime(std::chrono::seconds(value)); });
    m_form->addRow(tr("Secrets leave the clip&board after"), seconds);
}

void SettingsPage::buildNetwork()
{
    addSection(tr("Network"));
    m_proxy = choice(u"settingProxy"_s, tr("Proxy"), { tr("As the system"), tr("None"), tr("This one:") },
        static_cast<int>(m_preferences->proxyKind()), this);
    m_proxyText = new QLineEdit(m_preferences->proxyText(), this);
    m_proxyText->setObjectName(u"settingProxyText"_s);
    m_proxyText->setAccessibleName(tr("Host and port of the proxy"));
    m_proxyText->setPlaceholderText(u"proxy.example.com:3128"_s);
    m_proxyText->setMinimumWidth(fontMetrics().averageCharWidth() * 32);
    m_proxyNote = new SecondaryLabel({}, this);
    m_proxyNote->setObjectName(u"settingProxyNote"_s);
    m_proxyNote->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_proxy);
    row->addWidget(m_proxyText);
    auto *label = new QLabel(tr("&Proxy"), this);
    label->setBuddy(m_proxy);
    m_form->addRow(label, row);
    m_form->addRow(m_proxyNote);
    connect(m_proxy, &QComboBox::activated, this, &SettingsPage::keepProxy);
    connect(m_proxyText, &QLineEdit::textEdited, this, &SettingsPage::keepProxy);
    updateProxy();
}

void SettingsPage::keepProxy()
{
    const auto kind = static_cast<Preferences::Proxy>(m_proxy->currentIndex());
    const QString text = m_proxyText->text();
    if (kind != Preferences::Proxy::Manual)
        m_preferences->setProxy(kind, m_preferences->proxyText());
    else if (Preferences::isProxy(text))
        m_preferences->setProxy(kind, text);
    updateProxy();
}

void SettingsPage::updateProxy()
{
    const bool isManual = m_proxy->currentIndex() == static_cast<int>(Preferences::Proxy::Manual);
    m_proxyText->setEnabled(isManual);
    if (isManual && !Preferences::isProxy(m_proxyText->text())) {
        m_proxyNote->setText(
            tr("A host and a port belong here, for example proxy.example.com:3128, without a user name."));
    } else {
        m_proxyNote->setText(tr("Holds for accounts that are opened from now on. This machine itself is never asked "
                                "through a proxy."));
    }
}

void SettingsPage::buildHistory()
{
    addSection(tr("History"));
    QCheckBox *keeps = check(u"settingHistory"_s, tr("Remember task groups and tasks that were looked at"),
        m_preferences->keepsHistory(), this);
    connect(keeps, &QCheckBox::toggled, m_preferences, &Preferences::setKeepsHistory);
    m_clearHistory = new QPushButton(this);
    m_clearHistory->setObjectName(u"clearHistory"_s);
    connect(m_clearHistory, &QPushButton::clicked, this, [this] {
        m_workspace->recents()->clear();
        Q_EMIT noticed({ tr("The history has been cleared.") });
    });
    connect(m_workspace->recents(), &Recents::changed, this, &SettingsPage::updateHistory);
    m_form->addRow(keeps);
    addButton(m_clearHistory);
    updateHistory();
}

void SettingsPage::updateHistory()
{
    const Recents *recents = m_workspace->recents();
    const auto count = static_cast<int>(
        recents->entries(Recents::List::Groups).size() + recents->entries(Recents::List::Tasks).size());
    m_clearHistory->setText(tr("Clear %Ln entries", nullptr, count));
    m_clearHistory->setAccessibleName(tr("Clear the history"));
    m_clearHistory->setEnabled(count > 0);
}

void SettingsPage::buildForget()
{
    addSection(tr("Forget everything"));
    addNote(u"settingForgetNote"_s,
        tr("Removes all accounts with their entries in the keychain, drafts, history, open tabs and settings from this "
           "machine. Nothing changes at any deployment: clients that were made there stay."));
    m_forget = new QPushButton(tr("Forget everything\u2026"), this);
    m_forget->setObjectName(u"forgetEverything"_s);
    m_forget->setAccessibleName(tr("Forget everything"));
    connect(m_forget, &QPushButton::clicked, this, &SettingsPage::askForget);
    connect(m_forgetting, &Forgetting::finished, this, [this](const QStringList &left) {
        m_forget->setEnabled(true);
        Q_EMIT changed();
        if (left.isEmpty()) {
            Q_EMIT noticed({ tr("Everything has been forgotten.") });
            return;
        }
        m_banner->showText({ BannerText::Kind::Warning, tr("Some entries could not be removed from the keychain."),
            tr("Open the keychain's own program and remove them there."), left.join(u'\n'), false });
    });
    addButton(m_forget);
}

void SettingsPage::askForget()
{
    Confirmation question;
    question.title = tr("Forget everything?");
    const auto count = static_cast<int>(m_workspace->registry()->accounts().size());
    question.text
        = tr("%Ln account(s) and everything else that this application keeps on this machine will be removed. "
             "This cannot be taken back.",
            nullptr, count);
    for (const core::Account &account : m_workspace->registry()->accounts())
        question.details += core::visibleText(account.displayName()) + u" \u2014 "_s + account.rootUrl + u'\n';
    question.action = tr("Forget everything");
    question.keep = tr("Keep");
    confirm(this, question, [this] { forgetEverything(); });
}

void SettingsPage::forgetEverything()
{
    m_forget->setEnabled(false);
    m_forgetting->start();
    Q_EMIT changed();
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

QIcon SettingsPage::icon() const
{
    return ui::icon(u"settings"_s);
}

bool SettingsPage::isLoading() const
{
    return m_forgetting->isBusy();
}

void SettingsPage::focusContent()
{
    m_scheme->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
