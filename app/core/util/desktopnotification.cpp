// SPDX-License-Identifier: MPL-2.0
#include "core/util/desktopnotification.h"

#ifdef TC_SECRET_SERVICE // where there is D-Bus

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

namespace core {

using namespace Qt::StringLiterals;

void notifyDesktop(const QString &title, const QString &text)
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
        u"/org/freedesktop/Notifications"_s, u"org.freedesktop.Notifications"_s, u"Notify"_s);
    const QVariantMap hints { { u"desktop-entry"_s, u"org.taskcluster.Desktop"_s } };
    constexpr uint replacesNone = 0;
    constexpr int usualTime = -1;
    // The text may carry markup, which names from outside must not.
    call << QCoreApplication::applicationName() << replacesNone << u"org.taskcluster.Desktop"_s << title
         << text.toHtmlEscaped() << QStringList() << hints << usualTime;
    QDBusConnection::sessionBus().send(call);
}

} // namespace core

#else

namespace core {

void notifyDesktop(const QString &, const QString &) { }

} // namespace core

#endif
