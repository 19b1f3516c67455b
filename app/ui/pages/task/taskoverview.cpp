// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/task/taskoverview.h"

#include "core/util/visibletext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

Fact text(const char *key, const QString &label, const QString &value)
{
    return {
        .key = QString::fromLatin1(key), .label = label, .value = core::visibleText(value, core::TextLines::Multiple)
    };
}

Fact id(const char *key, const QString &label, const QString &value)
{
    return { .kind = Fact::Kind::Id, .key = QString::fromLatin1(key), .label = label, .value = value };
}

Fact time(const char *key, const QString &label, qint64 value)
{
    return { .kind = Fact::Kind::Time, .key = QString::fromLatin1(key), .label = label, .time = value };
}

QString tagLines(const std::vector<std::pair<QString, QString>> &tags)
{
    QStringList lines;
    for (const auto &[name, value] : tags)
        lines.append(name + u": "_s + value);
    return lines.join(u'\n');
}

} // namespace

TaskOverview::TaskOverview(core::TaskDetails *details, QString rootUrl, QWidget *parent)
    : QScrollArea(parent), m_details(details), m_rootUrl(std::move(rootUrl))
{
    setObjectName(u"taskOverview"_s);
    setAccessibleName(tr("Overview"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    auto *content = new QWidget(this);
    m_statusBanner = new Banner(content);
    m_statusBanner->setObjectName(u"statusBanner"_s);
    m_definitionBanner = new Banner(content);
    m_definitionBanner->setObjectName(u"definitionBanner"_s);
    m_loading = new SecondaryLabel(tr("Loading the task\u2026"), content);
    m_facts = new FactGrid(content);
    m_description = new WrappedText({}, content);
    m_description->setObjectName(u"taskDescription"_s);
    m_description->setAccessibleName(tr("Description"));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    for (QWidget *widget :
        { static_cast<QWidget *>(m_statusBanner), static_cast<QWidget *>(m_definitionBanner),
            static_cast<QWidget *>(m_loading), static_cast<QWidget *>(m_description), static_cast<QWidget *>(m_facts) })
        column->addWidget(widget);
    column->addStretch(1);
    setWidget(content);
    connect(m_facts, &FactGrid::linkActivated, this, [this](const core::Location &location, bool newTab) {
        Q_EMIT openRequested(location, newTab ? OpenIn::NewTab : OpenIn::Here);
    });
    connect(m_details, &core::TaskDetails::partChanged, this, &TaskOverview::update);
    connect(m_details, &core::TaskDetails::taskChanged, this, [this] { verticalScrollBar()->setValue(0); });
    connect(m_statusBanner, &Banner::retryRequested, m_details,
        [this] { m_details->retry(core::TaskDetails::StatusPart); });
    connect(m_definitionBanner, &Banner::retryRequested, m_details,
        [this] { m_details->retry(core::TaskDetails::DefinitionPart); });
    update(core::TaskDetails::StatusPart);
    update(core::TaskDetails::DefinitionPart);
}

void TaskOverview::update(core::TaskDetails::PartId part)
{
    if (part == core::TaskDetails::StatusPart) {
        const core::Part &state = m_details->part(part);
        if (state.hasFailed())
            m_statusBanner->showText(bannerFor(tr("The status of the task could not be loaded."), state.error));
        else
            m_statusBanner->hide();
        showFacts();
    } else if (part == core::TaskDetails::DefinitionPart) {
        const core::Part &state = m_details->part(part);
        if (state.hasFailed())
            m_definitionBanner->showText(bannerFor(tr("The definition of the task could not be loaded."), state.error));
        else
            m_definitionBanner->hide();
        showFacts();
        showDescription();
    }
    const bool nothing = !m_details->status() && !m_details->definition();
    m_loading->setVisible(nothing && m_details->part(core::TaskDetails::StatusPart).isLoading());
}

QList<Fact> TaskOverview::statusFacts() const
{
    const core::TaskStatus *status = m_details->status();
    QList<Fact> facts;
    if (status) {
        facts.append({ .kind = Fact::Kind::State, .key = u"state"_s, .label = tr("State"), .state = status->state });
        facts.append(id("taskId", tr("Task ID"), status->taskId));
        facts.append({ .kind = Fact::Kind::Link,
            .key = u"group"_s,
            .label = tr("Task group"),
            .value = status->taskGroupId,
            .target = core::Location::taskGroup(m_rootUrl, status->taskGroupId) });
        facts.append(text("pool", tr("Worker pool"), status->taskQueueId));
        facts.append(text("priority", tr("Priority"), core::taskPriorityToText(status->priority)));
        facts.append(text("retries", tr("Retries left"), QString::number(status->retriesLeft)));
        facts.append(time("deadline", tr("Deadline"), status->deadline));
        facts.append(time("expires", tr("Expires"), status->expires));
    }
    return facts;
}

QList<Fact> TaskOverview::definitionFacts() const
{
    const core::TaskDefinition *definition = m_details->definition();
    QList<Fact> facts;
    if (definition) {
        facts.append(time("created", tr("Created"), definition->created));
        facts.append(text("owner", tr("Owner"), definition->owner));
        facts.append(text("source", tr("Source"), definition->source));
        facts.append(text("project", tr("Project"), definition->projectId));
        facts.append(text("scheduler", tr("Scheduler"), definition->schedulerId));
        facts.append(
            text("requires", tr("Requires"), definition->dependencies.isEmpty() ? QString() : definition->requirement));
        facts.append(text("dependencies", tr("Dependencies"), definition->dependencies.join(u'\n')));
        facts.append(text("tags", tr("Tags"), tagLines(definition->tags)));
        facts.append(text("routes", tr("Routes"), definition->routes.join(u'\n')));
        facts.append(text("scopes", tr("Scopes"), definition->scopes.join(u'\n')));
    }
    return facts;
}

void TaskOverview::showFacts()
{
    m_facts->setFacts(statusFacts() + definitionFacts());
}

void TaskOverview::showDescription()
{
    const core::TaskDefinition *definition = m_details->definition();
    QString description;
    if (definition)
        description = core::visibleText(definition->description, core::TextLines::Multiple).trimmed();
    if (m_description->toPlainText() != description)
        m_description->setPlainText(description);
    m_description->setVisible(!description.isEmpty());
}

} // namespace ui
