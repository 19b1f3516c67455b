// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/foundcredentials.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace ui {

class AccountReview;
class Banner;
class FoundForm;
struct Notice;
class PlainTokenPanel;
class SignInForm;
class TypedForm;
class Workspace;

/// Adds an account: where, by which way, what came of it when tried, and then it is kept. Nothing is kept before.
class AddAccountView : public QWidget
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    explicit AddAccountView(Workspace *workspace, QWidget *parent = nullptr);

    /// Begins anew, at a deployment if it is known.
    void begin(const QString &rootUrl);
    /// Ends everything that goes on, and forgets what was given.
    void end();
    /// Whether a deployment is being asked.
    bool isBusy() const;

Q_SIGNALS:
    void added(const QString &accountId);
    void closeRequested();
    void noticed(const ui::Notice &notice);
    /// isBusy() changed.
    void changed();

private:
    QWidget *buildForm();
    void buildDeployment(QVBoxLayout *column);
    QWidget *buildAnonymous();
    void fillDeployments(const QString &rootUrl);
    QString rootUrl() const;
    bool isDevelopment() const;
    void deploymentChanged();
    void wayChanged();
    void give(core::FoundCredentials found);
    void saved(const QString &accountId);

    Workspace *m_workspace;
    QStackedWidget *m_stack;
    QWidget *m_form = nullptr;
    QComboBox *m_root = nullptr;
    QCheckBox *m_development = nullptr;
    Banner *m_banner = nullptr;
    QTabWidget *m_ways = nullptr;
    SignInForm *m_signIn;
    TypedForm *m_typed;
    FoundForm *m_environment;
    FoundForm *m_file;
    AccountReview *m_review;
    PlainTokenPanel *m_plain;
    QString m_addedId;
};

} // namespace ui
