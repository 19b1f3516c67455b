// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/denialview.h"

#include "core/accounts/session.h"
#include "core/util/errortext.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr size_t shownRoles = 8; // the request names as many

// A scroll area that wants the height of what is in it, whenever that changes; Qt's own remembers the first.
class FittingArea : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

    QSize sizeHint() const override { return widget() ? widget()->sizeHint() : QScrollArea::sizeHint(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace

DenialView::DenialView(const core::Denial &denial, core::Session *session, QWidget *parent)
    : QFrame(parent), m_explanation(new core::DenialExplanation(denial, session, this)), m_area(new FittingArea(this)),
      m_copy(new QPushButton(icon(u"copy"_s), tr("Copy as a request"), this)), m_copied(new SecondaryLabel({}, this))
{
    setObjectName(u"denialView"_s);
    setAccessibleName(tr("What is missing"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    if (session) {
        m_place.rootUrl = session->rootUrl();
        m_place.account = session->account().id;
    }
    m_area->setObjectName(u"denialArea"_s);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setMaximumHeight(fontMetrics().height() * 18);
    m_copy->setObjectName(u"denialCopy"_s);
    m_copy->setAccessibleName(tr("Copy as a request"));
    m_copy->setToolTip(tr("A text to send to whoever grants scopes at this deployment"));
    m_copied->setObjectName(u"denialCopied"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_copy);
    row->addWidget(m_copied, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_area);
    column->addLayout(row);
    connect(m_copy, &QPushButton::clicked, this, &DenialView::copyRequest);
    connect(m_explanation, &core::DenialExplanation::changed, this, &DenialView::update);
    update();
}

void DenialView::update()
{
    m_content = new QWidget(m_area);
    m_content->setBackgroundRole(QPalette::Base);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, 8, 0);
    m_column->setSpacing(4);
    const core::Denial &denial = m_explanation->denial();
    addLine(denial.method.isEmpty() ? tr("What was asked for was refused.")
                                    : tr("The deployment refused %1.").arg(core::visibleText(denial.method)),
        u"denialWhat"_s);
    if (m_explanation->isAnonymous())
        addLine(tr("You are not signed in. An account of yours may hold what is missing."), u"denialAnonymous"_s);
    addWays();
    addRoles();
    m_column->addStretch(1);
    m_area->setWidget(m_content); // deletes the one before
    m_area->updateGeometry();
}

void DenialView::addSection(const QString &title)
{
    m_column->addSpacing(4);
    m_column->addWidget(sectionTitle(title, m_content));
}

void DenialView::addLine(const QString &text, const QString &objectName)
{
    QLabel *label = selectableLabel(text, m_content);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    m_column->addWidget(label);
}

void DenialView::addWays()
{
    const core::DenialReport &report = m_explanation->report();
    if (report.isGranted()) {
        addSection(tr("Nothing is missing any more"));
        addLine(tr("The account holds everything that this needs by now. Retry."), u"denialGranted"_s);
    } else if (report.ways.size() > 1) {
        addSection(tr("Needed: any one of these"));
    } else {
        addSection(tr("Needed"));
    }
    bool isFirst = true;
    for (const core::DenialWay &way : report.ways) {
        if (!isFirst)
            m_column->addWidget(new SecondaryLabel(tr("or"), m_content));
        addWay(way);
        isFirst = false;
    }
    if (report.hasMoreWays)
        addLine(tr("There are more ways than these."), u"denialMoreWays"_s);
}

void DenialView::addWay(const core::DenialWay &way)
{
    for (const core::DenialWay::Part &part : way.parts) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        auto *mark = new QLabel(m_content);
        const int side = fontMetrics().height();
        const QIcon shape
            = part.isHeld ? icon(u"state-completed"_s, Tone::Completed) : icon(u"state-failed"_s, Tone::Failed);
        mark->setPixmap(shape.pixmap(QSize(side, side), devicePixelRatioF()));
        mark->setToolTip(part.isHeld ? tr("Held") : tr("Missing"));
        const QString scope = core::visibleText(part.scope);
        auto *text = new WrappedText(scope, m_content);
        text->setFont(fixedFont());
        text->setObjectName(part.isHeld ? u"denialHeld"_s : u"denialMissing"_s);
        text->setAccessibleName((part.isHeld ? tr("Held: %1") : tr("Missing: %1")).arg(scope));
        auto *word = new SecondaryLabel(part.isHeld ? tr("held") : tr("missing"), m_content);
        word->setMinimumWidth(std::max(
            word->fontMetrics().horizontalAdvance(tr("held")), word->fontMetrics().horizontalAdvance(tr("missing"))));
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addWidget(word, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        m_column->addLayout(row);
    }
}

void DenialView::addRoles()
{
    const core::DenialReport &report = m_explanation->report();
    if (report.isGranted())
        return;
    addSection(tr("Roles that would give it"));
    const core::Part part = m_explanation->rolesPart();
    const size_t count = std::min(report.roles.size(), shownRoles);
    for (size_t i = 0; i < count; ++i)
        addRole(report.roles[i]);
    if (report.roles.size() > count)
        addLine(tr("and %Ln more", nullptr, static_cast<int>(report.roles.size() - count)), u"denialMoreRoles"_s);
    if (part.hasFailed()) {
        addLine(core::describeError(tr("The roles of the deployment could not be read."), part.error).what + u' '
                + core::describeError({}, part.error).why,
            u"denialRolesFailed"_s);
    } else if (m_explanation->isLoading() && count == 0) {
        addLine(tr("Reading the roles\u2026"), u"denialRolesLoading"_s);
    } else if (count == 0) {
        addLine(m_place.rootUrl.isEmpty() ? tr("They are not known here.") : tr("No role of the deployment gives it."),
            u"denialNoRole"_s);
    }
}

void DenialView::addRole(const core::DenialRole &role)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *link = new ElidedLabel(Qt::ElideMiddle, m_content);
    link->setObjectName(u"denialRole"_s);
    link->setText(core::visibleText(role.id));
    link->setCopyText(role.id);
    link->setLink(true);
    connect(link, &ElidedLabel::activated, this, [this, id = role.id](bool newTab) {
        Q_EMIT openRequested(core::Location::role(m_place.rootUrl, id).as(m_place.account), newTab);
    });
    const QString much = role.isEnough
        ? tr("gives all of it", "a role")
        : tr("gives a part: %1", "a role").arg(core::visibleText(role.gives.join(u", "_s)));
    auto *gives = new ElidedLabel(Qt::ElideRight, m_content);
    gives->setSecondary(true);
    gives->setText(role.isEverything ? tr("%1, and everything else").arg(much) : much);
    row->addWidget(link, 2);
    row->addWidget(gives, 3);
    m_column->addLayout(row);
}

void DenialView::copyRequest()
{
    QGuiApplication::clipboard()->setText(m_explanation->requestText());
    m_copied->setText(tr("Copied."));
}

} // namespace ui
