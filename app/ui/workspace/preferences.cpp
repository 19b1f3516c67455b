// SPDX-License-Identifier: MPL-2.0
#include "ui/workspace/preferences.h"

#include "ui/workspace/secretclipboard.h"

#include <QSettings>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const auto schemeKey = u"appearance/colorScheme"_s;
const auto languageKey = u"appearance/language"_s;
const auto zoneKey = u"times/zone"_s;
const auto exactKey = u"times/exact"_s;
const auto tellTransfersKey = u"notifications/transfers"_s;
const auto tellExpiryKey = u"notifications/expiry"_s;
const auto folderKey = u"transfers/folder"_s;
const auto atOnceKey = u"transfers/atOnce"_s;
const auto proxyKey = u"network/proxy"_s;
const auto proxyTextKey = u"network/proxyAddress"_s;
const auto historyKey = u"history/keep"_s;

constexpr int usualAtOnce = 4;
constexpr int mostAtOnce = 8;

// In the order of the enumerations.
const QStringList &schemeNames()
{
    static const QStringList names { u"system"_s, u"light"_s, u"dark"_s };
    return names;
}

const QStringList &proxyNames()
{
    static const QStringList names { u"system"_s, u"none"_s, u"manual"_s };
    return names;
}

// What stands in a settings file may be anything; the first is what holds when nothing is known.
int position(const QStringList &names, const QVariant &value)
{
    return std::max(static_cast<int>(names.indexOf(value.toString())), 0);
}

QUrl proxyUrl(const QString &text)
{
    return QUrl(u"http://"_s + text.trimmed(), QUrl::StrictMode);
}

} // namespace

Preferences::Preferences(QSettings *settings, QObject *parent) : QObject(parent), m_settings(settings) { }

void Preferences::put(const QString &key, const QVariant &value)
{
    if (m_settings->value(key) == value)
        return;
    m_settings->setValue(key, value);
    Q_EMIT changed();
}

ColorScheme Preferences::colorScheme() const
{
    return static_cast<ColorScheme>(position(schemeNames(), m_settings->value(schemeKey)));
}

void Preferences::setColorScheme(ColorScheme scheme)
{
    put(schemeKey, schemeNames().at(static_cast<int>(scheme)));
}

QString Preferences::language() const
{
    return m_settings->value(languageKey).toString();
}

void Preferences::setLanguage(const QString &language)
{
    put(languageKey, language);
}

core::TimeStyle Preferences::timeStyle() const
{
    const bool isLocal = m_settings->value(zoneKey).toString() == u"local"_s;
    return { isLocal ? core::TimeZone::Local : core::TimeZone::Utc, !m_settings->value(exactKey, false).toBool() };
}

void Preferences::setTimeStyle(core::TimeStyle style)
{
    put(zoneKey, style.zone == core::TimeZone::Local ? u"local"_s : u"utc"_s);
    put(exactKey, !style.relative);
}

bool Preferences::tellsTransfers() const
{
    return m_settings->value(tellTransfersKey, true).toBool();
}

void Preferences::setTellsTransfers(bool tells)
{
    put(tellTransfersKey, tells);
}

bool Preferences::tellsExpiry() const
{
    return m_settings->value(tellExpiryKey, true).toBool();
}

void Preferences::setTellsExpiry(bool tells)
{
    put(tellExpiryKey, tells);
}

QString Preferences::transferFolder() const
{
    return m_settings->value(folderKey).toString();
}

void Preferences::setTransferFolder(const QString &folder)
{
    put(folderKey, folder);
}

int Preferences::transfersAtOnce() const
{
    return std::clamp(m_settings->value(atOnceKey, usualAtOnce).toInt(), 1, mostAtOnce);
}

void Preferences::setTransfersAtOnce(int count)
{
    put(atOnceKey, std::clamp(count, 1, mostAtOnce));
}

std::chrono::seconds Preferences::clipboardTime() const
{
    return SecretClipboard::clearAfter(*m_settings);
}

void Preferences::setClipboardTime(std::chrono::seconds time)
{
    put(QString::fromLatin1(SecretClipboard::clearAfterKey), static_cast<qlonglong>(time.count()));
}

Preferences::Proxy Preferences::proxyKind() const
{
    const auto kind = static_cast<Proxy>(position(proxyNames(), m_settings->value(proxyKey)));
    return kind == Proxy::Manual && !isProxy(proxyText()) ? Proxy::System : kind;
}

QString Preferences::proxyText() const
{
    return m_settings->value(proxyTextKey).toString();
}

bool Preferences::isProxy(const QString &text)
{
    const QUrl url = proxyUrl(text);
    return url.isValid() && !url.host().isEmpty() && url.port() > 0 && url.userInfo().isEmpty()
        && (url.path().isEmpty() || url.path() == u"/"_s) && !url.hasQuery() && !url.hasFragment();
}

void Preferences::setProxy(Proxy kind, const QString &text)
{
    put(proxyTextKey, text.trimmed());
    put(proxyKey, proxyNames().at(static_cast<int>(kind)));
}

std::optional<QNetworkProxy> Preferences::proxy() const
{
    switch (proxyKind()) {
    case Proxy::System:
        return std::nullopt;
    case Proxy::None:
        return QNetworkProxy(QNetworkProxy::NoProxy);
    case Proxy::Manual:
        break;
    }
    const QUrl url = proxyUrl(proxyText());
    return QNetworkProxy(QNetworkProxy::HttpProxy, url.host(), static_cast<quint16>(url.port()));
}

bool Preferences::keepsHistory() const
{
    return m_settings->value(historyKey, true).toBool();
}

void Preferences::setKeepsHistory(bool keeps)
{
    put(historyKey, keeps);
}

} // namespace ui
