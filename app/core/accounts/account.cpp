// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/account.h"

#include <QCoreApplication>

namespace core {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::Account)
};
} // namespace

QString Account::displayName() const
{
    if (!name.isEmpty())
        return name;
    return clientId.isEmpty() ? Texts::tr("Anonymous") : clientId;
}

QString Account::secretText() const
{
    switch (secret) {
    case Secret::None:
        return Texts::tr("No credentials");
    case Secret::Environment:
        return Texts::tr("From the environment of this program");
    case Secret::Demo:
        return Texts::tr("From the demo deployment");
    case Secret::Keychain:
        return Texts::tr("In the keychain");
    case Secret::Memory:
        return Texts::tr("In memory, for this run only");
    case Secret::Gone:
        return Texts::tr("Run out, and no longer kept");
    }
    return {};
}

} // namespace core
