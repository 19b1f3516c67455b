// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class Banner;
class Forgetting;
class PageHeader;
class Preferences;
class Workspace;

/// What the person may set. Every change holds at once and is kept at once.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    SettingsPage(Workspace *workspace, const core::Location &location, QWidget *parent);
    ~SettingsPage() override;

    QString title() const override;
    QIcon icon() const override;
    bool isLoading() const override;
    void focusContent() override;

private:
    void addSection(const QString &title);
    void addNote(const QString &objectName, const QString &text);
    void addButton(QPushButton *button);
    void buildAppearance();
    void buildTimes();
    void buildNotifications();
    void buildTransfers();
    void buildNetwork();
    void buildHistory();
    void buildForget();
    void updateProxy();
    void keepProxy();
    void updateHistory();
    void askForget();
    void forgetEverything();

    Workspace *m_workspace;
    Preferences *m_preferences;
    PageHeader *m_header;
    Banner *m_banner;
    QFormLayout *m_form = nullptr;
    QComboBox *m_scheme = nullptr;
    QComboBox *m_proxy = nullptr;
    QLineEdit *m_proxyText = nullptr;
    QLabel *m_proxyNote = nullptr;
    QPushButton *m_clearHistory = nullptr;
    QPushButton *m_forget = nullptr;
    Forgetting *m_forgetting;
};

} // namespace ui
