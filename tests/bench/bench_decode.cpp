// SPDX-License-Identifier: MPL-2.0
// Decodes a page of a task group into typed structs, as a reply does.
// usage: bench_decode FILE          a worker for measure.py; a round is the mean of five decodings
//        bench_decode FILE ROUNDS   prints the median of so many decodings in microseconds

#include <tc/queue_types.h>

#include "worker.h"

#include <tc/jsoncodec.h>

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

/// The file with room behind its end, as the call layer's buffers have.
QByteArray readBody(const char *path)
{
    QFile file(QString::fromLocal8Bit(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", path, qPrintable(file.errorString()));
    QByteArray body;
    body.reserve(file.size() + 64);
    body.append(file.readAll());
    return body;
}

/// Milliseconds of one decoding. Giving the result back is not part of it, as collecting the peer's is not of theirs.
double decodeOnce(const QByteArray &body)
{
    tc::queue::ListTaskGroupResponse page;
    const auto start = std::chrono::steady_clock::now();
    const auto error = tc::decodeJson(body, &page);
    const double milliseconds = millisecondsSince(start);
    if (error)
        qFatal("%s", qPrintable(error->toString()));
    return milliseconds;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        qFatal("usage: bench_decode FILE [ROUNDS]");
    const QByteArray body = readBody(argv[1]);
    if (argc == 2) {
        return runWorker([&body] {
            constexpr int decodings = 5;
            double sum = 0;
            for (int i = 0; i < decodings; ++i)
                sum += decodeOnce(body);
            return sum / decodings;
        });
    }
    std::vector<double> times;
    const int rounds = std::max(1, std::atoi(argv[2]));
    times.reserve(static_cast<std::size_t>(rounds));
    for (int i = 0; i < rounds; ++i)
        times.push_back(decodeOnce(body));
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    std::printf("%.0f\n", times[static_cast<std::size_t>(rounds / 2)] * 1000);
    return 0;
}
