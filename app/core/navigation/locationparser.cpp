// SPDX-License-Identifier: MPL-2.0
#include "core/navigation/locationparser.h"

#include "core/util/errorof.h"
#include "core/util/visibletext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxLength = 4096; // longer than any artifact's URL that the services take

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::Location)
};

tc::Result<Location> failure(const QString &message)
{
    return { {}, errorOf(tc::ErrorKind::Usage, message) };
}

QString excerpt(const QString &text)
{
    constexpr qsizetype length = 40;
    return visibleText(text.size() > length ? text.left(length) + u'…' : text);
}

bool isIndexPath(const QString &text)
{
    static const QRegularExpression form(u"^[A-Za-z0-9_!~*'()%-]+(?:\\.[A-Za-z0-9_!~*'()%-]+)*$"_s);
    return form.match(text).hasMatch();
}

// Reads the path of a URL, segment by segment. Segments are decoded one by one, so that "%2F" inside a name does not
// look like a boundary.
class PathParser
{
public:
    PathParser(QString root, const QUrl &url) : m_fragment(url.fragment()), m_encodedPath(url.path(QUrl::FullyEncoded))
    {
        m_location.rootUrl = std::move(root);
        QStringList encoded = m_encodedPath.split(u'/');
        while (!encoded.isEmpty() && encoded.last().isEmpty())
            encoded.removeLast();
        if (!encoded.isEmpty() && encoded.first().isEmpty())
            encoded.removeFirst();
        for (const QString &segment : std::as_const(encoded))
            m_segments += QUrl::fromPercentEncoding(segment.toLatin1());
    }

    tc::Result<Location> run()
    {
        const auto isControl = [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7F; };
        for (const QString &segment : std::as_const(m_segments)) {
            if (std::any_of(segment.begin(), segment.end(), isControl))
                return failure(Texts::tr("The link has control characters in it."));
        }
        parsePath();
        if (!m_error.isEmpty())
            return failure(m_error);
        return { m_location, {} };
    }

private:
    QString segment(qsizetype index) const { return index < m_segments.size() ? m_segments[index] : QString(); }
    QString nameFrom(qsizetype index) const { return m_segments.mid(index).join(u'/'); }

    void parsePath()
    {
        using Kind = Location::Kind;
        const QString first = segment(0);
        if (m_segments.isEmpty())
            m_location.kind = Kind::Deployment;
        else if (first == "tasks"_L1)
            parseTasks();
        else if (first == "api"_L1)
            parseApi();
        else if (first == "groups"_L1 || first == "task-group"_L1)
            parseGroup(1);
        else if (first == "task"_L1)
            parseTask(1);
        else if (first == "index"_L1)
            parseIndex(1);
        else if (first == "task-group-inspector"_L1 || first == "push-inspector"_L1)
            parseInspector(true);
        else if (first == "task-inspector"_L1)
            parseInspector(false);
        else if (first == "secrets"_L1)
            parseNamed(1, Kind::Secrets, Kind::Secret);
        else if (first == "auth"_L1)
            parseAuth();
        else if (isSlugId(first))
            parseTask(0);
        else
            elsewhere();
    }

    void parseTasks()
    {
        const QString second = segment(1);
        if (second.isEmpty() || second == "create"_L1)
            elsewhere();
        else if (second == "groups"_L1)
            parseGroup(2);
        else if (second == "index"_L1)
            parseIndex(2);
        else
            parseTask(1);
    }

    void parseGroup(qsizetype at)
    {
        if (at >= m_segments.size())
            return elsewhere();
        if (!takeId(segment(at), &m_location.taskGroupId))
            return;
        if (segment(at + 1) == "tasks"_L1 && at + 2 < m_segments.size()) {
            m_location.taskGroupId.clear();
            return parseTask(at + 2);
        }
        m_location.kind = Location::Kind::TaskGroup;
    }

    void parseTask(qsizetype at)
    {
        if (at >= m_segments.size())
            return elsewhere();
        if (!takeId(segment(at), &m_location.taskId))
            return;
        const QString page = segment(at + 1);
        m_location.kind = page == "definition"_L1 ? Location::Kind::Definition : Location::Kind::Task;
        if (page == "runs"_L1 && at + 2 < m_segments.size() && takeRun(segment(at + 2)))
            parseRun(at + 3);
    }

    void parseRun(qsizetype at)
    {
        m_location.kind = Location::Kind::Run;
        if (at >= m_segments.size())
            return;
        qsizetype name = at;
        const bool log = segment(at) == "logs"_L1 && at + 1 < m_segments.size();
        if (log)
            name += segment(at + 1) == "live"_L1 && at + 2 < m_segments.size() ? 2 : 1;
        m_location.kind = log ? Location::Kind::Log : Location::Kind::Artifact;
        m_location.name = nameFrom(name);
        if (log)
            takeLines();
    }

    // Namespace and last component stand apart in the web UI's own links, and together in the paths that people have.
    void parseIndex(qsizetype at)
    {
        m_location.kind = Location::Kind::Index;
        QStringList parts = m_segments.mid(at, 2);
        parts.removeAll(QString());
        takeIndexPath(parts.join(u'.'), &m_location.name);
    }

    // A list, or one of its things by its name.
    void parseNamed(qsizetype at, Location::Kind list, Location::Kind one)
    {
        m_location.name = nameFrom(at);
        m_location.kind = m_location.name.isEmpty() ? list : one;
    }

    void parseAuth()
    {
        const QString second = segment(1);
        if (second == "clients"_L1 && segment(2) != "create"_L1) // which the web UI asks for new clients with
            parseNamed(2, Location::Kind::Clients, Location::Kind::Client);
        else if (second == "roles"_L1 && segment(2) != "create"_L1)
            parseNamed(2, Location::Kind::Roles, Location::Kind::Role);
        else if (second == "scopes"_L1 && (segment(2) == "expansions"_L1 || segment(2) == "compare"_L1))
            m_location.kind = Location::Kind::Scopes; // all three are one page here
        else if (second == "scopes"_L1)
            parseNamed(2, Location::Kind::Scopes, Location::Kind::Scopes);
        else
            elsewhere();
    }

    void parseApi()
    {
        const QString service = segment(1);
        const QString what = segment(3);
        if (service == "queue"_L1 && what == "task-group"_L1)
            parseGroup(4);
        else if (service == "queue"_L1 && what == "task"_L1)
            parseApiTask();
        else if (service == "index"_L1 && (what == "task"_L1 || what == "tasks"_L1 || what == "namespaces"_L1))
            parseApiIndex();
        else if (service == "secrets"_L1 && (what == "secret"_L1 || what == "secrets"_L1))
            parseNamed(4, Location::Kind::Secrets, Location::Kind::Secret);
        else if (service == "auth"_L1 && what == "clients"_L1)
            parseNamed(4, Location::Kind::Clients, Location::Kind::Client);
        else if (service == "auth"_L1 && what == "roles"_L1)
            parseNamed(4, Location::Kind::Roles, Location::Kind::Role);
        else
            elsewhere();
    }

    void parseApiTask()
    {
        if (!takeId(segment(4), &m_location.taskId))
            return;
        m_location.kind = m_segments.size() == 5 ? Location::Kind::Definition : Location::Kind::Task;
        qsizetype at = 5;
        if (segment(at) == "runs"_L1 && at + 1 < m_segments.size()) {
            if (!takeRun(segment(at + 1)))
                return;
            m_location.kind = Location::Kind::Run;
            at += 2;
        }
        static constexpr std::array routes { "artifacts"_L1, "artifact-content"_L1, "artifact-info"_L1 };
        const QString route = segment(at);
        if (at + 1 >= m_segments.size() || std::find(routes.begin(), routes.end(), route) == routes.end())
            return;
        m_location.kind = Location::Kind::Artifact;
        m_location.name = nameFrom(at + 1);
        takeLines();
        if (m_fragment == "log"_L1 || m_location.firstLine > 0)
            m_location.kind = Location::Kind::Log;
    }

    void parseApiIndex()
    {
        m_location.kind = Location::Kind::Index;
        if (!takeIndexPath(segment(4), &m_location.name))
            return;
        if (segment(5) == "artifacts"_L1 && m_segments.size() > 6) {
            m_location.kind = Location::Kind::IndexArtifact;
            m_location.indexPath = m_location.name;
            m_location.name = nameFrom(6);
        }
    }

    // The tools before the web UI kept the place in the fragment: "#/GROUP", "#TASK/RUN".
    void parseInspector(bool group)
    {
        const QStringList parts = m_fragment.split(u'/', Qt::SkipEmptyParts);
        if (parts.isEmpty())
            return elsewhere();
        if (group) {
            if (takeId(parts.first(), &m_location.taskGroupId))
                m_location.kind = Location::Kind::TaskGroup;
            return;
        }
        if (!takeId(parts.first(), &m_location.taskId))
            return;
        m_location.kind = Location::Kind::Task;
        if (parts.size() > 1 && takeRun(parts[1]))
            m_location.kind = Location::Kind::Run;
    }

    void elsewhere()
    {
        m_location.kind = Location::Kind::Elsewhere;
        m_location.name = m_encodedPath;
    }

    bool takeId(const QString &text, QString *id)
    {
        if (!isSlugId(text)) {
            m_error = Texts::tr("“%1” in the link is not a task or task group id.").arg(excerpt(text));
            return false;
        }
        *id = text;
        return true;
    }

    bool takeIndexPath(const QString &text, QString *path)
    {
        if (!text.isEmpty() && !isIndexPath(text)) {
            m_error = Texts::tr("“%1” in the link is not an index path.").arg(excerpt(text));
            return false;
        }
        *path = text;
        return true;
    }

    bool takeRun(const QString &text)
    {
        static const QRegularExpression form(u"^[0-9]{1,4}$"_s);
        if (!form.match(text).hasMatch()) {
            m_error = Texts::tr("“%1” in the link is not the number of a run.").arg(excerpt(text));
            return false;
        }
        m_location.runId = text.toInt();
        return true;
    }

    void takeLines()
    {
        static const QRegularExpression form(u"^L([0-9]{1,12})(?:-L?([0-9]{1,12}))?$"_s);
        const auto match = form.match(m_fragment);
        if (!match.hasMatch())
            return;
        const qint64 first = match.captured(1).toLongLong();
        const qint64 last = match.captured(2).isEmpty() ? first : match.captured(2).toLongLong();
        if (first == 0 || last == 0)
            return; // lines count from 1
        m_location.firstLine = std::min(first, last);
        m_location.lastLine = std::max(first, last);
    }

    QString m_fragment;
    QString m_encodedPath;
    QStringList m_segments;
    Location m_location;
    QString m_error;
};

// A page of the application itself.
tc::Result<Location> parseOwn(const QUrl &url)
{
    for (const Location &own : { Location::accounts(), Location::transfers(), Location::settings() }) {
        if (own.toUrl() == url)
            return { own, {} };
    }
    return failure(Texts::tr("This application has no page “%1”.").arg(excerpt(url.path())));
}

tc::Result<Location> parseUrl(const QString &text)
{
    const QUrl url(text, QUrl::TolerantMode);
    if (!url.isValid())
        return failure(Texts::tr("This is not a well-formed URL."));
    const QString scheme = url.scheme();
    if (scheme == "taskcluster-desktop"_L1)
        return parseOwn(url);
    if (scheme != "http"_L1 && scheme != "https"_L1)
        return failure(Texts::tr("Links of the kind “%1:” do not lead to Taskcluster.").arg(excerpt(scheme)));
    if (!url.userInfo().isEmpty())
        return failure(Texts::tr("The link carries a user name or a password. Taskcluster's links never do."));
    const QString root = normalizedRoot(url);
    if (root.isEmpty())
        return failure(Texts::tr("The link does not name a host."));
    return PathParser(root, url).run();
}

tc::Result<Location> parsePath(const QString &text)
{
    QUrl url(text.startsWith(u'/') ? text : u'/' + text, QUrl::TolerantMode);
    if (!url.isValid())
        return failure(Texts::tr("This is not a well-formed path."));
    return PathParser({}, url).run();
}

// "host.name/…" and "host:port/…", as some programs show URLs.
bool looksLikeHost(const QString &text)
{
    static const QRegularExpression form(
        u"^(?:localhost(?::[0-9]{1,5})?|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::[0-9]{1,5})?|[A-Za-z0-9-]+:[0-9]{1,5})/"_s);
    return form.match(text).hasMatch();
}

QString withScheme(const QString &text)
{
    const bool loopback = text.startsWith("localhost"_L1) || text.startsWith("127."_L1);
    return (loopback ? u"http://"_s : u"https://"_s) + text;
}

// Browsers, chats and mails put something around a link.
QString withoutQuotes(QString text)
{
    static constexpr std::array<std::pair<char16_t, char16_t>, 5> pairs { { { u'<', u'>' }, { u'"', u'"' },
        { u'\'', u'\'' }, { u'`', u'`' }, { u'“', u'”' } } };
    for (const auto &[open, close] : pairs) {
        if (text.size() > 2 && text.front() == QChar(open) && text.back() == QChar(close))
            text = text.mid(1, text.size() - 2).trimmed();
    }
    return text;
}

tc::Result<Location> parseWord(const QString &text)
{
    static const QRegularExpression idLike(u"^[A-Za-z0-9_-]{22}$"_s);
    Location location;
    if (isSlugId(text)) {
        location.kind = Location::Kind::TaskOrGroup;
        location.taskId = text;
        return { location, {} };
    }
    if (idLike.match(text).hasMatch())
        return failure(Texts::tr("“%1” is as long as a task id but does not have its form.").arg(text));
    if (!isIndexPath(text))
        return failure(Texts::tr("“%1” is not a task or task group id, an index path or a URL.").arg(excerpt(text)));
    location.kind = Location::Kind::Index;
    location.name = text.startsWith("index."_L1) ? text.mid(6) : text;
    return { location, {} };
}

} // namespace

tc::Result<Location> parseLocation(const QString &text)
{
    static const QRegularExpression schemed(u"^[A-Za-z][A-Za-z0-9+.-]*:"_s);
    const QString word = withoutQuotes(text.trimmed());
    if (word.isEmpty())
        return failure(Texts::tr("A task or task group id, an index path or a URL belongs here."));
    if (word.size() > maxLength)
        return failure(Texts::tr("This is too long to be an id, an index path or a URL."));
    if (std::any_of(word.begin(), word.end(), [](QChar c) { return c.isSpace(); }))
        return failure(Texts::tr("There is more than one word. One id, index path or URL belongs here."));
    if (std::any_of(word.begin(), word.end(), [](QChar c) { return !c.isSurrogate() && isDeceptive(c.unicode()); }))
        return failure(Texts::tr("There are invisible characters in it: %1").arg(excerpt(word)));
    if (word.startsWith("//"_L1))
        return parseUrl(u"https:"_s + word);
    if (looksLikeHost(word))
        return parseUrl(withScheme(word));
    if (schemed.match(word).hasMatch())
        return parseUrl(word);
    if (word.contains(u'/'))
        return parsePath(word);
    return parseWord(word);
}

} // namespace core
