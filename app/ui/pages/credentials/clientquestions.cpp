// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/credentials/clientquestions.h"

#include "core/util/visibletext.h"

#include <QCoreApplication>

namespace ui {

using core::Account;
using Act = core::ClientActions::Act;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ui::ClientQuestions)
};

Confirmation rotateQuestion(const Account &account, const QString &name)
{
    QString text
        = Texts::tr("The client %1 gets a new access token. Everything else that uses the old one stops working "
                    "at once, and so do all temporary credentials that were made with it.")
              .arg(name);
    text += QLatin1Char(' ');
    switch (account.secret) {
    case Account::Secret::Keychain:
        text += Texts::tr("The keychain gets the new token.");
        break;
    case Account::Secret::Environment:
        text
            += Texts::tr("The environment keeps the old one, which is of no use then: export the new token before this "
                         "application ends, or nobody has it.");
        break;
    default:
        text += Texts::tr("It is kept for this run only: export it before this application ends, or nobody has it.");
        break;
    }
    return { Texts::tr("Rotate the token?"), text, {}, Texts::tr("Rotate token"), Texts::tr("Keep the token"), {} };
}

} // namespace

Confirmation clientQuestion(Act act, const Account &account, const QString &clientId)
{
    const QString name = core::visibleText(clientId);
    switch (act) {
    case Act::Disable:
        return { Texts::tr("Disable the client?"),
            Texts::tr(
                "All credentials of %1, and all temporary ones that were made with them, are refused from then on; "
                "these as well. Only somebody else can enable it again.")
                .arg(name),
            {}, Texts::tr("Disable client"), Texts::tr("Leave it enabled"), {} };
    case Act::Delete:
        return { Texts::tr("Delete the client?"),
            Texts::tr(
                "The client %1 goes from the deployment, with all temporary credentials that were made with it. The "
                "account is removed here, too, and its entry in the keychain. This cannot be taken back.")
                .arg(name),
            {}, Texts::tr("Delete client"), Texts::tr("Keep client"), clientId };
    case Act::Rotate:
        break;
    }
    return rotateQuestion(account, name);
}

QString clientDone(Act act, const QString &clientId)
{
    const QString name = core::visibleText(clientId);
    switch (act) {
    case Act::Disable:
        return Texts::tr("The client %1 is disabled").arg(name);
    case Act::Delete:
        return Texts::tr("The client %1 was deleted").arg(name);
    case Act::Rotate:
        break;
    }
    return Texts::tr("The client %1 has a new token").arg(name);
}

QString clientFailed(Act act, const QString &clientId)
{
    const QString name = core::visibleText(clientId);
    switch (act) {
    case Act::Disable:
        return Texts::tr("The client %1 could not be disabled.").arg(name);
    case Act::Delete:
        return Texts::tr("The client %1 could not be deleted.").arg(name);
    case Act::Rotate:
        break;
    }
    return Texts::tr("The token of the client %1 could not be rotated.").arg(name);
}

} // namespace ui
