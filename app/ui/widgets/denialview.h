// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/denialexplanation.h"
#include "core/navigation/location.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class SecondaryLabel;

/// Why something was refused: what it takes, what of it is missing, which roles would give it, and a request to send
/// to whoever can grant scopes. Stands below the banner that says what failed.
class DenialView : public QFrame
{
    Q_OBJECT

public:
    /// Without \a session it tells what the service said.
    DenialView(const core::Denial &denial, core::Session *session, QWidget *parent = nullptr);

    const core::DenialExplanation *explanation() const { return m_explanation; }

Q_SIGNALS:
    /// A role of the explanation is to be opened.
    void openRequested(const core::Location &location, bool newTab);

private:
    void update();
    void addWays();
    void addWay(const core::DenialWay &way);
    void addRoles();
    void addRole(const core::DenialRole &role);
    void addLine(const QString &text, const QString &objectName);
    void addSection(const QString &title);
    void copyRequest();

    core::DenialExplanation *m_explanation;
    core::Location m_place; ///< deployment and account, for links
    QScrollArea *m_area;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    QPushButton *m_copy;
    SecondaryLabel *m_copied;
};

} // namespace ui
