// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/account.h"
#include "windowfixture.h"

#include <tc/credentials.h>

class ScriptedStore;

namespace uitest {

/// A window at the demo deployment with the accounts page in front and a keychain that does as it is told.
class AccountsFixture : public WindowFixture
{
public:
    /// Opens window and page; \a sessions as WindowFixture::open(). \a keychain takes the place of store().
    void start(const QList<core::SessionOptions> &sessions = {}, std::unique_ptr<core::SecretStore> keychain = {});

    ScriptedStore *store() const { return m_store; }
    core::AccountRegistry *registry() const { return workspace()->registry(); }
    QString root() const { return workspace()->demoRoot(); }

    /// Clicks what a person would click; fails when it is not there, hidden or disabled.
    void click(const char *objectName);
    /// The text of a label, elided or not, or of a fact.
    QString text(const char *objectName) const;
    bool isShown(const char *objectName) const;
    /// Goes to the accounts page, opens the way to a new account, with the tab \a way in front.
    void add(int way);
    /// Fills in the form for typed credentials, and tests them.
    void type(const tc::Credentials &credentials);
    /// The demo's own account.
    QString demoId() const;
    /// Adds an account at the demo as if it had been there.
    QString addAccount(const tc::Credentials &credentials);
    /// Everything that can be read in the window.
    QString allText() const;

    enum Way { SignIn, Typed, Environment, ConfigFile, Anonymous };

private:
    ScriptedStore *m_store = nullptr;
};

tc::Credentials adminOfDemo();
tc::Credentials readerOfDemo();
tc::Credentials disabledAtDemo();

} // namespace uitest
