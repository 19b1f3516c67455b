// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskstate.h"

#include <QWidget>

#include <optional>

class QAction;
class QHBoxLayout;

namespace ui {

class ElidedLabel;
class StateMark;

/// Top of every page: what it is, key facts below, primary actions on the right.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);

    /// \a title is shown as it is; make a task's text visible first.
    void setTitle(const QString &title);
    QString title() const;
    /// The mark before the title; without a state there is none.
    void setState(std::optional<core::TaskState> state);
    /// Adds a widget to the row of facts; the header owns it.
    void addFact(QWidget *fact);
    /// A fact of plain text; empty until it is set.
    ElidedLabel *addTextFact(const QString &objectName);
    void addAction(QAction *action);

private:
    StateMark *m_mark;
    ElidedLabel *m_title;
    QHBoxLayout *m_facts;
    QHBoxLayout *m_actions;
};

} // namespace ui
