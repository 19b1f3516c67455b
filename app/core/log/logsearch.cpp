// SPDX-License-Identifier: MPL-2.0
#include "core/log/logsearch.h"

#include "core/log/linereader.h"

#include <QByteArrayMatcher>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 linesBetweenStops = 4096;
constexpr qint64 pieceSize = 1024 * 1024; // of a line that is longer

void foldAscii(QByteArray *text)
{
    for (char &c : *text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
    }
}

class Searcher
{
public:
    Searcher(
        const ReadOnlyFile &file, const LineIndex &index, const LogQuery &query, const std::function<bool()> &stopped)
        : m_file(file), m_index(index), m_fold(!query.caseSensitive), m_stopped(stopped)
    {
        QByteArray text = query.text;
        if (m_fold)
            foldAscii(&text);
        m_matcher.setPattern(text);
    }

    // First line from first to last - 1 that matches.
    qint64 firstIn(qint64 first, qint64 last) const
    {
        LineReader reader(&m_file, &m_index);
        reader.seek(first);
        while (reader.line() < last && !reader.atEnd()) {
            const qint64 line = reader.line();
            if (line % linesBetweenStops == 0 && m_stopped())
                return -1;
            if (matches(reader.next(pieceSize)))
                return line;
        }
        return -1;
    }

    // Last line from first to last - 1 that matches: stretch by stretch, from the end.
    qint64 lastIn(qint64 first, qint64 last) const
    {
        for (qint64 end = last; end > first && !m_stopped(); end -= linesBetweenStops) {
            const qint64 begin = std::max(first, end - linesBetweenStops);
            qint64 best = -1;
            for (qint64 found = firstIn(begin, end); found >= 0; found = firstIn(found + 1, end))
                best = found;
            if (best >= 0)
                return best;
        }
        return -1;
    }

private:
    bool matches(const LineReader::Line &line) const
    {
        QByteArray text = line.text;
        const qint64 overlap = m_matcher.pattern().size() - 1;
        for (qint64 done = text.size();; done += pieceSize) {
            if (m_fold)
                foldAscii(&text);
            if (m_matcher.indexIn(text) >= 0)
                return true;
            if (done >= line.length || text.isEmpty() || m_stopped())
                return false;
            const qint64 rest = line.length - done + overlap;
            text = m_file.readAt(line.start + done - overlap, std::min(pieceSize + overlap, rest));
        }
    }

    const ReadOnlyFile &m_file;
    const LineIndex &m_index;
    QByteArrayMatcher m_matcher;
    bool m_fold;
    const std::function<bool()> &m_stopped;
};

} // namespace

qint64 searchLog(
    const ReadOnlyFile &file, const LineIndex &index, const LogQuery &query, const std::function<bool()> &stopped)
{
    const qint64 lines = index.end().lines;
    if (query.text.isEmpty() || lines == 0)
        return -1;
    const Searcher searcher(file, index, query, stopped);
    const qint64 from = std::clamp<qint64>(query.from, 0, lines - 1);
    if (query.forwards) {
        const qint64 found = searcher.firstIn(from, lines);
        return found >= 0 || stopped() ? found : searcher.firstIn(0, from);
    }
    const qint64 found = searcher.lastIn(0, from + 1);
    return found >= 0 || stopped() ? found : searcher.lastIn(from + 1, lines);
}

} // namespace core
