// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/data/demoworld.h"
#include "demo/demoserver.h"

#include <QObject>
#include <QThread>

namespace demo {

// A demo deployment on a thread of its own. The object itself belongs to the thread that made it; the server and all
// that it owns are made, used and destroyed on the other.
class DemoDeployment : public QObject
{
    Q_OBJECT

public:
    explicit DemoDeployment(DemoOptions options = {}, QObject *parent = nullptr);
    ~DemoDeployment() override;

    // Ends in started() or failed(), always later than this call; after failed() it may be called again.
    void start();

    // For console programs and tests: the root URL, or nothing when it does not start. Blocks for the fraction of a
    // second that it takes.
    QString startAndWait();

    QString rootUrl() const { return m_rootUrl; }

    // Well-known ids, the same in every run.
    static QString groupOf5();
    static QString groupOf300();
    static QString groupOf12000();
    static QString bigLogTask(); // its live_backing.log has 200 MiB
    static QString everyArtifactTask(); // artifacts of every kind
    static QString manyArtifactsTask(); // 1500 artifacts
    static QString oddNameTask(); // markup and many scripts in its name
    static QString runningTask(); // its only run is under way, at first

    static DemoCredentials admin() { return adminCredentials(); }
    static DemoCredentials readOnly() { return readOnlyCredentials(); }
    static DemoCredentials disabled() { return disabledCredentials(); }
    static DemoCredentials expired() { return expiredCredentials(); }

Q_SIGNALS:
    void started(const QString &rootUrl);
    void failed(const QString &why);

private:
    DemoOptions m_options;
    QThread m_thread;
    QString m_rootUrl;
    QObject *m_anchor = nullptr; // lives on the thread, and dies with it
    bool m_starting = false;
};

} // namespace demo
