// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QTimer>

class QSettings;

namespace core {

/// Writes what changes in a QSettings to its file on a worker thread, a second later and many changes at once.
///
/// By itself QSettings writes on the thread that it lives in, and waits twice until the disk has the data: tens of
/// milliseconds where the disk is busy. QSettings::sync() still writes at once, and so does the end of the QSettings.
/// Where settings are no file (Windows, macOS) this leaves them alone. For use on the thread of the QSettings, which
/// must outlive this.
class SettingsWriter : public QObject
{
    Q_OBJECT

public:
    explicit SettingsWriter(QSettings *settings, QObject *parent = nullptr);
    /// Writes what still waits, and leaves the rest to QSettings again.
    ~SettingsWriter() override;
    Q_DISABLE_COPY_MOVE(SettingsWriter)

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void write();

    QSettings *m_settings;
    QTimer m_delay;
    bool m_waiting = false; ///< QSettings has asked to be written, and was not let
};

} // namespace core
