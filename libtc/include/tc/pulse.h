// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QByteArrayView>
#include <QMap>
#include <QString>
#include <QStringList>

#include <span>

/// Exchanges and routing key patterns: what to bind to in order to hear of what happens in a deployment.
///
/// With structs, one for each exchange, from the headers `tc/<service>_events.h`:
///
///     tc::queue::TaskCompletedExchange done;
///     done.taskGroupId = groupId;
///     const auto binding = tc::pulse::binding(done); // exchange, and primary.*.*.*.*.*.*.*.<groupId>.#
///
/// or by name: `tc::pulse::binding("queue", "taskCompleted", { { "taskGroupId", groupId } })`. Nothing here talks to a
/// server; `tc/live.h` does.
///
/// A message is published under its routing key and also, for tasks with routes, under `route.` and the route, as
/// copies (CC): see routeBinding(). Services put `_` for a word that has no value.
namespace tc::pulse {

/// One word of a routing key.
struct Word {
    const char *name = ""; ///< "taskId"
    const char *constant = ""; ///< "primary" for the word that is always the same; otherwise empty
    bool multipleWords = false; ///< stands for any number of words, none included
    bool optional = false; ///< services may publish `_` for it; in a pattern every word may be left out
};

/// The facts about one exchange. All text is ASCII with static lifetime.
struct ExchangeInfo {
    const char *service = ""; ///< "queue"
    const char *name = ""; ///< "taskCompleted"
    const char *exchange = ""; ///< "exchange/taskcluster-queue/v1/task-completed"
    const char *schema = ""; ///< of its messages: "queue/v1/task-completed-message.json#"
    std::span<const Word> routingKey {};
};

/// Every exchange of every service, sorted by service, in the order of the API reference. Lives for ever.
std::span<const ExchangeInfo> exchanges();

/// The exchange \a name of \a service ("queue", "taskCompleted"), or null.
const ExchangeInfo *findExchange(QByteArrayView service, QByteArrayView name);
/// By the name that a message brings with it ("exchange/taskcluster-queue/v1/task-completed"), or null.
const ExchangeInfo *findExchange(QStringView exchange);

/// What to bind a queue to.
struct Binding {
    QString exchange;
    QString pattern;

    friend bool operator==(const Binding &, const Binding &) = default;
};

/// Words of a routing key by their names.
using Words = QMap<QString, QString>;

/// The binding of an exchange by its name. A word that is not given matches anything: `*`, or `#` where it stands for
/// several. A Usage error for an exchange that is not known, for a word that the routing key has not, for a period in a
/// single word, for another value of a constant, and for a pattern of more than 255 bytes.
Result<Binding> binding(QByteArrayView service, QByteArrayView name, const Words &words = {});
/// The same with the words in the order of the routing key, constants left out. An empty word matches anything, and so
/// do those that a shorter list lacks.
Result<Binding> bindingInOrder(QByteArrayView service, QByteArrayView name, const QStringList &words);
/// The same with a pattern that is ready, for example "primary.#"; it is passed on as it is.
Result<Binding> patternBinding(QByteArrayView service, QByteArrayView name, const QString &pattern);
/// Binds to the copies that are published for the tasks that name \a route among their routes ("index.a.b",
/// "notify.#").
Result<Binding> routeBinding(QByteArrayView service, QByteArrayView name, const QString &route);

/// The binding of a filled in struct of `tc/<service>_events.h`.
template <typename Exchange>
Result<Binding> binding(const Exchange &exchange)
{
    auto pattern = exchange.pattern();
    if (!pattern)
        return { {}, std::move(pattern.error) };
    return { Binding { Exchange::exchange(), std::move(*pattern.value) }, {} };
}

/// Whether \a pattern takes \a routingKey: `*` stands for one word, `#` for any number of them.
bool matches(QStringView pattern, QStringView routingKey);

} // namespace tc::pulse
