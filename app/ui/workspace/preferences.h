// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/util/format.h"
#include "ui/theme/theme.h"

#include <QNetworkProxy>
#include <QObject>

#include <chrono>
#include <optional>

class QSettings;

namespace ui {

/// What the person has set. Kept in the settings at once; the settings page edits it, and whoever it concerns reads it.
class Preferences : public QObject
{
    Q_OBJECT

public:
    enum class Proxy { System, None, Manual };

    /// \a settings must outlive this.
    explicit Preferences(QSettings *settings, QObject *parent = nullptr);

    ColorScheme colorScheme() const;
    void setColorScheme(ColorScheme scheme);
    /// "de"; empty follows the system. Used from the next start on.
    QString language() const;
    void setLanguage(const QString &language);

    core::TimeStyle timeStyle() const;
    void setTimeStyle(core::TimeStyle style);

    /// Whether the desktop tells that transfers have ended while the window is not in front.
    bool tellsTransfers() const;
    void setTellsTransfers(bool tells);
    /// Whether the desktop tells that the credentials of an account are about to end, or have ended.
    bool tellsExpiry() const;
    void setTellsExpiry(bool tells);

    /// Where saving starts; empty is the system's folder for downloads.
    QString transferFolder() const;
    void setTransferFolder(const QString &folder);
    /// How many transfers run at the same time, 1 to 8; the others wait.
    int transfersAtOnce() const;
    void setTransfersAtOnce(int count);
    /// How long a secret stays in the clipboard.
    std::chrono::seconds clipboardTime() const;
    void setClipboardTime(std::chrono::seconds time);

    Proxy proxyKind() const;
    /// "host:port" of Proxy::Manual, for HTTP and HTTPS.
    QString proxyText() const;
    /// Whether \a text names a proxy, with a port.
    static bool isProxy(const QString &text);
    void setProxy(Proxy kind, const QString &text);
    /// Absent where the system's is used, as in tc::ClientOptions. Holds for deployments that are opened afterwards.
    std::optional<QNetworkProxy> proxy() const;

    /// Whether task groups and tasks that were looked at are remembered after the end of the program.
    bool keepsHistory() const;
    void setKeepsHistory(bool keeps);

Q_SIGNALS:
    void changed();

private:
    void put(const QString &key, const QVariant &value);

    QSettings *m_settings;
};

} // namespace ui
