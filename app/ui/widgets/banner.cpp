// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/banner.h"

#include "core/util/errortext.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/denialview.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

BannerText bannerFor(const QString &what, const tc::Error &error)
{
    const core::ErrorText text = core::describeError(what, error);
    QString body = text.why;
    if (!text.advice.isEmpty())
        body += (body.isEmpty() ? QString() : u" "_s) + text.advice;
    // Retry is always there: a person who has mended something outside wants to try again.
    return { BannerText::Kind::Error, text.what, body, text.details, true, core::Denial::of(error), {} };
}

Banner::Banner(QWidget *parent) : QFrame(parent)
{
    setObjectName(u"banner"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 8, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    buildLabels();
    buildButtons();
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_body, 1, 1);
    grid->addWidget(m_buttons, 0, 2, 2, 1, Qt::AlignTop);
    grid->addWidget(m_details, 2, 1);
    grid->addWidget(m_copy, 2, 2, Qt::AlignTop | Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    hide();
}

void Banner::buildLabels()
{
    m_icon = new QLabel(this);
    m_title = selectableLabel({}, this);
    m_title->setObjectName(u"bannerTitle"_s);
    m_title->setWordWrap(true);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_body = selectableLabel({}, this);
    m_body->setObjectName(u"bannerText"_s);
    m_body->setWordWrap(true);
    m_details = new QPlainTextEdit(this);
    m_details->setObjectName(u"bannerDetails"_s);
    m_details->setAccessibleName(tr("Details of the message"));
    m_details->setReadOnly(true);
    m_details->setFont(fixedFont());
    m_details->setMaximumHeight(m_details->fontMetrics().height() * 9);
    m_details->setTabChangesFocus(true);
    m_details->hide();
}

void Banner::buildButtons()
{
    m_buttons = new QWidget(this);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_retry = new QPushButton(icon(u"reload"_s), tr("Retry"), m_buttons);
    m_retry->setObjectName(u"bannerRetry"_s);
    m_retry->setAccessibleName(tr("Retry"));
    connect(m_retry, &QPushButton::clicked, this, &Banner::retryRequested);
    m_detailsButton = new QPushButton(tr("Details"), m_buttons);
    m_detailsButton->setObjectName(u"bannerDetailsButton"_s);
    m_detailsButton->setAccessibleName(tr("Details"));
    m_detailsButton->setCheckable(true);
    connect(m_detailsButton, &QPushButton::toggled, this, &Banner::toggleDetails);
    m_explain = new QPushButton(tr("Explain"), m_buttons);
    m_explain->setObjectName(u"bannerExplain"_s);
    m_explain->setAccessibleName(tr("Explain what is missing"));
    m_explain->setToolTip(tr("Which scopes are missing, and which roles would give them"));
    m_explain->setCheckable(true);
    connect(m_explain, &QPushButton::toggled, this, &Banner::toggleExplanation);
    m_close = new QToolButton(m_buttons);
    m_close->setObjectName(u"bannerClose"_s);
    m_close->setIcon(icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setToolTip(tr("Hide this message"));
    m_close->setAccessibleName(tr("Hide this message"));
    connect(m_close, &QToolButton::clicked, this, &Banner::hide);
    connect(m_close, &QToolButton::clicked, this, &Banner::dismissed);
    m_copy = new QPushButton(icon(u"copy"_s), tr("Copy details"), this);
    m_copy->setObjectName(u"bannerCopy"_s);
    m_copy->setAccessibleName(tr("Copy details"));
    m_copy->hide();
    connect(m_copy, &QPushButton::clicked, this, &Banner::copyDetails);
    for (QWidget *button : std::initializer_list<QWidget *> { m_explain, m_retry, m_detailsButton, m_close })
        row->addWidget(button);
}

QPushButton *Banner::addButton(const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(text, m_buttons);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    auto *row = static_cast<QHBoxLayout *>(m_buttons->layout());
    row->insertWidget(row->indexOf(m_retry), button);
    return button;
}

void Banner::showText(const BannerText &text)
{
    // A poll that fails again in the same way does not close what is being read.
    const bool isSame = isVisible() && text.title == m_text.title && text.text == m_text.text;
    m_text = text;
    m_title->setText(text.title);
    m_body->setText(text.text);
    m_body->setVisible(!text.text.isEmpty());
    m_details->setPlainText(text.details);
    m_retry->setVisible(text.canRetry);
    m_detailsButton->setVisible(!text.details.isEmpty());
    m_detailsButton->setChecked(false);
    m_explain->setVisible(text.denial.has_value());
    m_explain->setChecked(m_explain->isChecked() && isSame && text.denial);
    setAccessibleName(text.title);
    setAccessibleDescription(text.text);
    applyColours();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::toggleDetails(bool shown)
{
    m_details->setVisible(shown);
    m_copy->setVisible(shown);
}

BannerSurroundings *Banner::surroundings() const
{
    for (QWidget *widget = parentWidget(); widget; widget = widget->parentWidget()) {
        if (auto *found = dynamic_cast<BannerSurroundings *>(widget))
            return found;
    }
    return nullptr;
}

void Banner::toggleExplanation(bool shown)
{
    delete m_explanation;
    m_explanation = nullptr;
    if (!shown || !m_text.denial)
        return;
    BannerSurroundings *around = surroundings();
    core::Session *session = around ? around->sessionFor(this, m_text.place) : nullptr;
    m_explanation = new DenialView(*m_text.denial, session, this);
    static_cast<QGridLayout *>(layout())->addWidget(m_explanation, 3, 1, 1, 2);
    connect(m_explanation, &DenialView::openRequested, this, [this](const core::Location &location, bool newTab) {
        if (BannerSurroundings *now = surroundings())
            now->openFrom(this, location, newTab);
    });
    m_explanation->show();
}

void Banner::copyDetails() const
{
    QGuiApplication::clipboard()->setText(m_text.title + u'\n' + m_text.text + u"\n\n"_s + m_text.details);
}

Tone Banner::background() const
{
    switch (m_text.kind) {
    case BannerText::Kind::Error:
        return Tone::ErrorBackground;
    case BannerText::Kind::Warning:
        return Tone::WarningBackground;
    case BannerText::Kind::Note:
        break;
    }
    return Tone::NoteBackground;
}

Tone Banner::foreground() const
{
    switch (m_text.kind) {
    case BannerText::Kind::Error:
        return Tone::ErrorText;
    case BannerText::Kind::Warning:
        return Tone::WarningText;
    case BannerText::Kind::Note:
        break;
    }
    return Tone::NoteText;
}

void Banner::applyColours()
{
    const bool dark = isDark(QGuiApplication::palette());
    const QColor text = tone(foreground(), dark);
    m_applying = true;
    for (QLabel *label : { m_title, m_body }) {
        QPalette colours = label->palette();
        colours.setColor(QPalette::WindowText, text);
        label->setPalette(colours);
    }
    m_applying = false;
    const QString name = m_text.kind == BannerText::Kind::Error ? u"error"_s
        : m_text.kind == BannerText::Kind::Warning              ? u"warning"_s
                                                                : u"info"_s;
    const int side = fontMetrics().height();
    m_icon->setPixmap(icon(name, foreground()).pixmap(QSize(side, side), devicePixelRatioF()));
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying)
        applyColours();
}

void Banner::paintEvent(QPaintEvent *)
{
    const bool dark = isDark(QGuiApplication::palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone(background(), dark));
    painter.drawRoundedRect(rect(), 4, 4);
}

} // namespace ui
