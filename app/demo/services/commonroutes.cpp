// SPDX-License-Identifier: MPL-2.0
#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"

#include <array>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

void ping(ApiCall &call)
{
    const double uptime = static_cast<double>(call.now() - call.context.startedAt) / 1000.0;
    call.replyValue(QJsonObject { { u"alive"_s, true }, { u"uptime"_s, uptime } });
}

void nothing(ApiCall &call)
{
    call.replyValue(QJsonObject());
}

void version(ApiCall &call)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("version", u"106.0.0"_s);
    writer.member("commit", u"demo"_s);
    writer.member("source", u"https://github.com/taskcluster/taskcluster"_s);
    writer.member("build", u"NONE"_s);
    writer.endObject();
    call.reply(writer.take());
}

} // namespace

void addCommonRoutes(Router &router, bool withObject)
{
    constexpr std::array services { "auth", "github", "hooks", "index", "notify", "object", "purge-cache", "queue",
        "secrets", "worker-manager" };
    for (const char *service : services) {
        if (!withObject && QByteArrayView(service) == "object")
            continue;
        router.add({ service, "ping", "GET", "/ping", nullptr, false, {}, ping });
        router.add({ service, "lbheartbeat", "GET", "/__lbheartbeat__", nullptr, false, {}, nothing });
        router.add({ service, "heartbeat", "GET", "/__heartbeat__", nullptr, false, {}, nothing });
        router.add({ service, "version", "GET", "/__version__", nullptr, false, {}, version });
    }
}

} // namespace demo
