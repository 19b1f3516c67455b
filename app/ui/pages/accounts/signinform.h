// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/foundcredentials.h"
#include "core/accounts/signinscopes.h"

#include <tc/signin.h>

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class Banner;
class IdLabel;
class Workspace;

/// Signing in through the browser: what to ask for, then the wait for the browser, with the link for another one.
class SignInForm : public QWidget
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    explicit SignInForm(Workspace *workspace, QWidget *parent = nullptr);
    ~SignInForm() override;

    /// Where.
    void setDeployment(const QString &rootUrl, bool development);
    /// How long a person has in the browser.
    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }
    bool isWaiting() const { return m_signIn != nullptr; }
    /// Ends a wait without a word.
    void stop();

Q_SIGNALS:
    /// The browser brought credentials that work; nothing has kept them yet.
    void signedIn(const core::FoundCredentials &found);
    /// isWaiting() changed.
    void changed();

private:
    void buildForm();
    void buildScopes(QVBoxLayout *column);
    void buildFields(QVBoxLayout *column);
    void buildWait();
    void buildElsewhere(QVBoxLayout *column);
    void chooseScopes(core::SignInScopes choice);
    void start(bool openBrowser);
    void openPage();
    void submitTyped();
    void tick();
    void finished();
    void showEnd(const tc::Error &error);

    Workspace *m_workspace;
    QString m_rootUrl;
    bool m_development = false;
    std::chrono::milliseconds m_timeout { 600'000 };
    std::unique_ptr<tc::SignIn> m_signIn;
    QElapsedTimer m_since;
    QTimer m_tick;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QWidget *m_form = nullptr;
    QButtonGroup *m_choices = nullptr;
    QLabel *m_hint = nullptr;
    QPlainTextEdit *m_custom = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_lifetime = nullptr;
    QWidget *m_wait = nullptr;
    QLabel *m_progress = nullptr;
    IdLabel *m_link = nullptr;
    QLineEdit *m_typed = nullptr;
};

} // namespace ui
