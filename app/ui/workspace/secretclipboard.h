// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QMimeData;
class QSettings;

namespace ui {

/// The clipboard, for text that is secret: marked so that clipboard managers leave it out of their histories, and
/// cleared after a while, or at the application's end, if the clipboard still holds it then.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    /// Key of the settings: after how many seconds.
    static constexpr auto clearAfterKey = "clipboard/clearAfterSeconds";
    static constexpr std::chrono::seconds usualClearAfter { 30 };

    /// \a settings must outlive this.
    explicit SecretClipboard(QSettings *settings, QObject *parent = nullptr);
    ~SecretClipboard() override;

    /// Puts \a text there, and begins to count.
    void copy(const QString &text);
    /// Takes the secret away now, if it is still there.
    void clear();

    /// How long a secret stays, by the settings; from one second to an hour.
    std::chrono::seconds clearAfter() const { return clearAfter(*m_settings); }
    static std::chrono::seconds clearAfter(const QSettings &settings);
    /// Whether a secret that was copied here waits for its end.
    bool isHolding() const;
    /// Until then, in full seconds, rounded up; zero when there is nothing to wait for.
    std::chrono::seconds left() const;
    /// "Copied. The clipboard is cleared in 30 s.", or nothing when there is nothing to wait for.
    QString text() const;

    /// \a text as copy() puts it there.
    static QMimeData *secretData(const QString &text);

Q_SIGNALS:
    /// A secret was copied, another second of it has passed, or its wait is over: text() is another.
    void changed();
    /// The clipboard has been cleared: not when something else took the secret's place.
    void cleared();

private:
    void clipboardChanged();
    bool isStillThere() const;
    void end();

    QSettings *m_settings;
    QTimer m_clear;
    QTimer m_tick;
    QByteArray m_fingerprint; ///< of the secret, which itself is in the clipboard only
    bool m_copying = false;
    bool m_isReplaced = false; ///< somebody else has the clipboard; may be a manager, with the same text
};

} // namespace ui
