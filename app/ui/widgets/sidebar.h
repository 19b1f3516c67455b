// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace ui {

/// The places that are always one click away. Up and Down move between them.
class SideBar : public QWidget
{
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);

    void addEntry(int id, const QString &iconName, const QString &text, const QString &objectName);
    /// Marks the entry that the page in front belongs to; -1 marks none.
    void setCurrent(int id);

Q_SIGNALS:
    void triggered(int id, bool newTab);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_column;
};

} // namespace ui
