// SPDX-License-Identifier: MPL-2.0
#include "core/util/settingswriter.h"

#include "core/util/worker.h"

#include <QEvent>
#include <QSettings>

using namespace std::chrono_literals;

namespace core {

namespace {

bool isFile(const QSettings &settings)
{
#if defined(Q_OS_WIN) || defined(Q_OS_DARWIN)
    return settings.format() != QSettings::NativeFormat;
#else
    return !settings.fileName().isEmpty();
#endif
}

} // namespace

SettingsWriter::SettingsWriter(QSettings *settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(1s);
    connect(&m_delay, &QTimer::timeout, this, &SettingsWriter::write);
    if (isFile(*settings))
        settings->installEventFilter(this);
}

SettingsWriter::~SettingsWriter()
{
    if (m_waiting)
        m_settings->sync();
}

// QSettings asks itself to write with this event, and not again before it has been answered.
bool SettingsWriter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::UpdateRequest || watched != m_settings)
        return QObject::eventFilter(watched, event);
    m_waiting = true;
    m_delay.start();
    return true;
}

void SettingsWriter::write()
{
    // All QSettings of a file share its values, and whichever syncs first writes the changes of all.
    runOnWorker(
        this,
        [file = m_settings->fileName(), format = m_settings->format()] {
            QSettings settings(file, format);
            settings.sync();
            return settings.status();
        },
        [this](QSettings::Status) {
            // Nothing is left to write, and QSettings finds that out.
            m_waiting = false;
            m_settings->sync();
        });
}

} // namespace core
