// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskdetails.h"
#include "ui/pages/page.h"
#include "ui/widgets/factgrid.h"

#include <QScrollArea>

namespace ui {

class Banner;
class SecondaryLabel;
class WrappedText;

/// What a task is and how it stands: facts of its status and of its definition, each as soon as it is known.
class TaskOverview : public QScrollArea
{
    Q_OBJECT

public:
    /// \a rootUrl is the deployment that links lead to.
    TaskOverview(core::TaskDetails *details, QString rootUrl, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested(const core::Location &location, ui::OpenIn where);

private:
    void update(core::TaskDetails::PartId part);
    void showFacts();
    void showDescription();
    QList<Fact> statusFacts() const;
    QList<Fact> definitionFacts() const;

    core::TaskDetails *m_details;
    QString m_rootUrl;
    Banner *m_statusBanner;
    Banner *m_definitionBanner;
    SecondaryLabel *m_loading;
    FactGrid *m_facts;
    WrappedText *m_description;
};

} // namespace ui
