// SPDX-License-Identifier: MPL-2.0
#include "demostarter.h"

#include "demo/demodeployment.h"

#include <cstdio>

using demo::DemoDeployment;

namespace {

ui::Demo describe(const QString &rootUrl)
{
    const demo::DemoCredentials admin = DemoDeployment::admin();
    return { core::SessionOptions::demo(rootUrl, { admin.clientId, admin.accessToken, {} }),
        { DemoDeployment::groupOf300(), DemoDeployment::groupOf12000(), DemoDeployment::groupOf5() } };
}

} // namespace

ui::Workspace::DemoStarter demoStarter(DemoDeployment *deployment)
{
    return [deployment](const auto &answer) {
        auto *once = new QObject(deployment);
        QObject::connect(deployment, &DemoDeployment::started, once, [once, answer](const QString &rootUrl) {
            once->deleteLater();
            answer(describe(rootUrl));
        });
        QObject::connect(deployment, &DemoDeployment::failed, once, [once, answer](const QString &why) {
            once->deleteLater();
            std::fprintf(stderr, "%s\n", qUtf8Printable(why));
            answer(std::nullopt);
        });
        deployment->start();
    };
}
