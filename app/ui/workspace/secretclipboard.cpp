// SPDX-License-Identifier: MPL-2.0
#include "ui/workspace/secretclipboard.h"

#include "core/util/format.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

QByteArray fingerprint(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

SecretClipboard::SecretClipboard(QSettings *settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    m_clear.setSingleShot(true);
    m_tick.setInterval(1s);
    connect(&m_clear, &QTimer::timeout, this, &SecretClipboard::clear);
    connect(&m_tick, &QTimer::timeout, this, &SecretClipboard::changed);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &SecretClipboard::clipboardChanged);
    // While there is a clipboard: on X11 Qt hands what it holds to a clipboard manager when the application ends.
    connect(qGuiApp, &QGuiApplication::aboutToQuit, this, &SecretClipboard::clear);
}

SecretClipboard::~SecretClipboard()
{
    if (qGuiApp)
        clear();
}

QMimeData *SecretClipboard::secretData(const QString &text)
{
    auto *data = new QMimeData;
    data->setText(text);
    // Klipper, and the managers that follow it.
    data->setData(u"x-kde-passwordManagerHint"_s, "secret");
#ifdef Q_OS_WIN
    // The history, the cloud, and the older way to ask programs that watch to look away. Of a format with a number,
    // four zero bytes are "no".
    const auto format
        = [](QLatin1StringView name) { return u"application/x-qt-windows-mime;value=\"%1\""_s.arg(name); };
    data->setData(format("ExcludeClipboardContentFromMonitorProcessing"_L1), QByteArray(4, '\0'));
    data->setData(format("CanIncludeInClipboardHistory"_L1), QByteArray(4, '\0'));
    data->setData(format("CanUploadToCloudClipboard"_L1), QByteArray(4, '\0'));
    data->setData(format("Clipboard Viewer Ignore"_L1), QByteArray(4, '\0'));
#endif
    // macOS has a mark as well (org.nspasteboard.ConcealedType); Qt 6.4 offers no way to write a pasteboard type of
    // that name. There the clearing is all.
    return data;
}

void SecretClipboard::copy(const QString &text)
{
    m_copying = true;
    QGuiApplication::clipboard()->setMimeData(secretData(text));
    m_copying = false;
    m_isReplaced = false;
    m_fingerprint = fingerprint(text);
    m_clear.start(clearAfter());
    m_tick.start();
    Q_EMIT changed();
}

void SecretClipboard::clear()
{
    if (m_fingerprint.isEmpty())
        return;
    const bool isThere = isStillThere();
    end();
    if (isThere) {
        QGuiApplication::clipboard()->clear();
        Q_EMIT cleared();
    }
}

std::chrono::seconds SecretClipboard::clearAfter(const QSettings &settings)
{
    bool isNumber = false;
    const int seconds = settings.value(QLatin1StringView(clearAfterKey)).toInt(&isNumber);
    return isNumber ? std::clamp(std::chrono::seconds(seconds), 1s, 3600s) : usualClearAfter;
}

bool SecretClipboard::isHolding() const
{
    return !m_fingerprint.isEmpty() && !m_isReplaced;
}

std::chrono::seconds SecretClipboard::left() const
{
    if (!isHolding())
        return 0s;
    return std::chrono::ceil<std::chrono::seconds>(std::max(m_clear.remainingTimeAsDuration(), 0ms));
}

QString SecretClipboard::text() const
{
    if (!isHolding())
        return {};
    return tr("Copied. The clipboard is cleared in %1.")
        .arg(core::formatDuration(std::chrono::milliseconds(left()).count()));
}

void SecretClipboard::clipboardChanged()
{
    if (m_copying || !isHolding())
        return;
    // What another program put there is not read now: that waits for the program, and for nothing if the secret has
    // gone. It is looked at once, when its time is over.
    if (QGuiApplication::clipboard()->ownsClipboard() && isStillThere())
        return;
    m_isReplaced = true;
    m_tick.stop();
    Q_EMIT changed();
}

// By what is there, not by who put it there: a clipboard manager that takes everything over holds the same text.
bool SecretClipboard::isStillThere() const
{
    return fingerprint(QGuiApplication::clipboard()->text()) == m_fingerprint;
}

void SecretClipboard::end()
{
    m_clear.stop();
    m_tick.stop();
    m_fingerprint.clear();
    m_isReplaced = false;
    Q_EMIT changed();
}

} // namespace ui
