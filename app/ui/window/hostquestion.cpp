// SPDX-License-Identifier: MPL-2.0
#include "ui/window/hostquestion.h"

#include "core/util/visibletext.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

HostQuestion::HostQuestion(QWidget *parent) : Banner(parent)
{
    setObjectName(u"hostQuestion"_s);
    connect(
        addButton(tr("Fetch from there"), u"hostAllow"_s), &QPushButton::clicked, this, [this] { answerFirst(true); });
    connect(addButton(tr("Refuse"), u"hostRefuse"_s), &QPushButton::clicked, this, [this] { answerFirst(false); });
    connect(this, &Banner::dismissed, this, [this] { answerFirst(false); });
}

HostQuestion::~HostQuestion()
{
    for (const Question &question : m_questions)
        question.answer(false);
}

void HostQuestion::ask(const QUrl &url, std::function<void(bool allowed)> answer)
{
    m_questions.push_back({ url, std::move(answer) });
    if (m_questions.size() == 1)
        showFirst();
}

void HostQuestion::showFirst()
{
    const QUrl url = m_questions.front().url;
    BannerText text;
    text.kind = BannerText::Kind::Warning;
    text.title = tr("Fetch from %1?").arg(core::visibleText(url.host(QUrl::FullyEncoded)));
    text.text = tr("The task, not the deployment, chose this host. No credentials are sent there. The address is %1")
                    .arg(core::visibleText(url.toString(QUrl::FullyEncoded)));
    text.canRetry = false;
    showText(text);
}

void HostQuestion::answerFirst(bool allowed)
{
    if (m_questions.empty())
        return;
    const Question question = std::move(m_questions.front());
    m_questions.pop_front();
    hide();
    question.answer(allowed);
    if (!m_questions.empty())
        showFirst();
}

} // namespace ui
