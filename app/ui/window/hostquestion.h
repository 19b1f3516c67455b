// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/widgets/banner.h"

#include <QUrl>

#include <deque>
#include <functional>

namespace ui {

/// Asks, in place, whether something may be fetched from a host that a task chose. One question at a time; each
/// is answered exactly once, with no when the window goes.
class HostQuestion : public Banner
{
    Q_OBJECT

public:
    explicit HostQuestion(QWidget *parent = nullptr);
    ~HostQuestion() override;

    void ask(const QUrl &url, std::function<void(bool allowed)> answer);

private:
    struct Question {
        QUrl url;
        std::function<void(bool)> answer;
    };

    void showFirst();
    void answerFirst(bool allowed);

    std::deque<Question> m_questions;
};

} // namespace ui
