// SPDX-License-Identifier: MPL-2.0
// Runs a fuzz target without libFuzzer, for compilers that have none and for every run of the tests: each file of the
// corpus as it is, then changed ones until the time is up. It is blind to coverage, but the same at every run.
//
// usage: fuzz_x SECONDS CORPUS-FOLDER    or: fuzz_x FILE (runs that one input)

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

const char *current = nullptr; ///< the input under way
size_t currentSize = 0;

QRandomGenerator &chance()
{
    static QRandomGenerator generator(0x7a5c);
    return generator;
}

// Only calls that a signal handler may make.
void keepInput(int signal)
{
    const int file = ::open("crash-input", O_CREAT | O_TRUNC | O_WRONLY, 0600);
    if (file >= 0 && ::write(file, current, currentSize) >= 0)
        ::close(file);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(const QByteArray &input)
{
    current = input.constData();
    currentSize = static_cast<size_t>(input.size());
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(current), currentSize);
}

qsizetype place(const QByteArray &bytes)
{
    return chance().bounded(bytes.size() + 1);
}

QByteArray piece(const QByteArray &from)
{
    const qsizetype start = place(from);
    return from.mid(start, chance().bounded(static_cast<int>(qMin<qsizetype>(from.size() - start, 64) + 1)));
}

void change(QByteArray *bytes, const QByteArrayList &corpus)
{
    static const QByteArrayList telling { "\0", "\xff", "\xc3\x28", "\xed\xa0\x80", "\\u0000", "\\ud800", "\"", "\\",
        "{", "[", "]", "}", "null", "-0", "1e999", "9223372036854775808", "%2F", "%", "../", "\r", "\n", "\x1b[",
        "\x1f\x8b" };
    const qsizetype at = place(*bytes);
    switch (chance().bounded(6)) {
    case 0:
        if (at < bytes->size())
            (*bytes)[at] = static_cast<char>(chance().bounded(256));
        break;
    case 1:
        bytes->remove(at, chance().bounded(16) + 1);
        break;
    case 2:
        bytes->insert(at, telling.at(chance().bounded(telling.size())));
        break;
    case 3:
        bytes->insert(at, piece(*bytes));
        break;
    case 4:
        bytes->insert(at, piece(corpus.at(chance().bounded(corpus.size()))));
        break;
    default:
        bytes->truncate(at);
    }
}

QByteArrayList readCorpus(const QString &folder)
{
    QByteArrayList corpus;
    const QDir directory(folder);
    const auto names = directory.entryList(QDir::Files, QDir::Name);
    for (const auto &name : names) {
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            corpus += file.readAll();
    }
    return corpus;
}

void runMany(const QByteArrayList &corpus, qint64 milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    qsizetype count = 0;
    for (const auto &input : corpus)
        run(input);
    while (timer.elapsed() < milliseconds) {
        QByteArray input = corpus.at(chance().bounded(corpus.size()));
        for (int changes = chance().bounded(8) + 1; changes > 0; --changes)
            change(&input, corpus);
        run(input);
        ++count;
    }
    std::printf("%lld inputs of the corpus and %lld changed ones\n", corpus.size(), count);
}

} // namespace

int main(int argc, char **argv)
{
    for (const int signal : { SIGABRT, SIGSEGV, SIGFPE, SIGILL })
        std::signal(signal, keepInput);
    // What is logged about bad input, at tens of thousands of inputs a second, is of no use to anyone.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    QFile single(QString::fromLocal8Bit(argv[argc - 1]));
    if (argc == 2 && single.open(QIODevice::ReadOnly)) {
        run(single.readAll());
        return EXIT_SUCCESS;
    }
    const QByteArrayList corpus = argc == 3 ? readCorpus(QString::fromLocal8Bit(argv[2])) : QByteArrayList();
    if (corpus.isEmpty()) {
        std::fputs("usage: fuzz_x SECONDS CORPUS-FOLDER, or fuzz_x FILE\n", stderr);
        return EXIT_FAILURE;
    }
    runMany(corpus, std::atoi(argv[1]) * 1000LL);
    return EXIT_SUCCESS;
}
