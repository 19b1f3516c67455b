// SPDX-License-Identifier: MPL-2.0
// A program with a KeychainStore, for tests: what the libraries know of a session bus they keep for the life of a
// process, so each test of another bus needs a process of its own.
//
// usage: keychainclient SLOW-AFTER, then a line each on standard input: read KEY ask|never, write KEY VALUE,
// remove KEY ask|never, cancel. Prints "phase NAME" and "STATUS asked|silent VALUE" after each.

#include "core/accounts/keychainstore.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QSocketNotifier>
#include <QTextStream>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using core::SecretJob;
using core::SecretOutcome;
using core::SecretStore;

namespace {

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

QString nameOf(SecretOutcome::Status status)
{
    static const QStringList names { u"done"_s, u"not-there"_s, u"locked"_s, u"refused"_s, u"no-service"_s, u"failed"_s,
        u"cancelled"_s };
    return names.value(static_cast<int>(status));
}

SecretJob *start(core::KeychainStore *store, const QStringList &words)
{
    const auto unlock = words.value(2) == u"never" ? SecretStore::Unlock::Never : SecretStore::Unlock::Ask;
    if (words.value(0) == u"write")
        return store->write(words.value(1), words.value(2).toUtf8());
    return words.value(0) == u"remove" ? store->remove(words.value(1), unlock) : store->read(words.value(1), unlock);
}

void follow(SecretJob *job, QObject *context)
{
    QObject::connect(job, &SecretJob::phaseChanged, context, [](SecretJob::Phase phase) {
        say(u"phase "_s
            + QLatin1StringView(QMetaEnum::fromType<SecretJob::Phase>().valueToKey(static_cast<int>(phase))));
    });
    job->onFinished(context, [](const SecretOutcome &outcome) {
        say(nameOf(outcome.status) + (outcome.asked ? u" asked "_s : u" silent "_s) + QString::fromUtf8(outcome.secret)
            + u" ("_s + outcome.reason.simplified() + u')');
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    core::KeychainStore store(u"taskcluster-desktop-tests"_s);
    store.setSlowAfter(std::chrono::milliseconds(QCoreApplication::arguments().value(1).toInt()));
    QPointer<SecretJob> last;
    QByteArray typed;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &store, [&] {
        char bytes[4096];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0)
            return QCoreApplication::quit();
        typed.append(bytes, count);
        for (qsizetype end = typed.indexOf('\n'); end >= 0; end = typed.indexOf('\n')) {
            const QStringList words = QString::fromUtf8(typed.left(end)).split(u' ');
            typed.remove(0, end + 1);
            if (words.value(0) == u"cancel") {
                if (last)
                    last->cancel();
                continue;
            }
            last = start(&store, words);
            follow(last, &store);
        }
    });
    return QCoreApplication::exec();
}
