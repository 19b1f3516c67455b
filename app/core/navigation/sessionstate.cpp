// SPDX-License-Identifier: MPL-2.0
#include "core/navigation/sessionstate.h"

#include <QSettings>
#include <QStringList>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tabsKey = "session/tabs"_L1;
constexpr auto accountsKey = "session/accounts"_L1; // one each tab
constexpr auto currentTabKey = "session/currentTab"_L1;
constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto stateKey = "window/state"_L1;

} // namespace

void SessionState::save(QSettings &settings) const
{
    QStringList urls;
    QStringList accounts;
    for (const Location &tab : tabs) {
        urls += tab.toUrl().toString(QUrl::FullyEncoded);
        accounts += tab.account;
    }
    settings.setValue(tabsKey, urls);
    settings.setValue(accountsKey, accounts);
    settings.setValue(currentTabKey, currentTab);
    settings.setValue(geometryKey, windowGeometry);
    settings.setValue(stateKey, windowState);
}

SessionState SessionState::load(QSettings &settings)
{
    SessionState state;
    const QStringList urls = settings.value(tabsKey).toStringList();
    const QStringList accounts = settings.value(accountsKey).toStringList();
    const int current = settings.value(currentTabKey, -1).toInt();
    for (int i = 0; i < urls.size(); ++i) {
        const tc::Result<Location> location = Location::parse(urls[i]);
        if (!location)
            continue;
        // When the current tab itself is lost, the one before it takes its place.
        if (i <= current)
            state.currentTab = static_cast<int>(state.tabs.size());
        state.tabs += location->as(accounts.value(i));
    }
    if (state.currentTab < 0 && !state.tabs.isEmpty())
        state.currentTab = 0;
    state.windowGeometry = settings.value(geometryKey).toByteArray();
    state.windowState = settings.value(stateKey).toByteArray();
    return state;
}

} // namespace core
