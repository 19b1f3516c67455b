// SPDX-License-Identifier: MPL-2.0
#include "core/navigation/location.h"

#include "core/navigation/locationparser.h"
#include "core/util/slugid.h"

namespace core {

using namespace Qt::StringLiterals;

namespace {

// A name as the end of a path. Its slashes stay, except where a reader of paths would lose them.
QString encodedName(const QString &name)
{
    QByteArray encoded = QUrl::toPercentEncoding(name, "/");
    if (encoded.endsWith('/')) {
        encoded.chop(1);
        encoded += "%2F";
    }
    return QString::fromLatin1(encoded);
}

// A name that is one segment of the web UI's paths, its slashes included.
QString encodedSegment(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

QString taskPath(const Location &location)
{
    return u"/tasks/"_s + location.taskId;
}

QString runPath(const Location &location)
{
    return taskPath(location) + u"/runs/"_s + QString::number(location.runId.value_or(0));
}

QString latestArtifactPath(const Location &location)
{
    return u"/api/queue/v1/task/"_s + location.taskId + u"/artifacts/"_s + encodedName(location.name);
}

// In the web UI an artifact's name follows the run at once, so one that begins with "logs/" would be taken for a log.
QString artifactPath(const Location &location)
{
    if (!location.runId)
        return latestArtifactPath(location);
    QString name = encodedName(location.name);
    if (name.startsWith("logs/"_L1))
        name.replace(4, 1, u"%2F"_s);
    return runPath(location) + u'/' + name;
}

QString logPath(const Location &location)
{
    if (!location.runId)
        return latestArtifactPath(location);
    QString name = encodedName(location.name);
    if (name.startsWith("live/"_L1))
        name.replace(4, 1, u"%2F"_s);
    // The web UI follows what it opens under "live", and reads anything else once.
    const QString live = location.name.endsWith("live.log"_L1) ? u"live/"_s : QString();
    return runPath(location) + u"/logs/"_s + live + name;
}

QString lineFragment(const Location &location)
{
    if (location.firstLine <= 0)
        return {};
    if (location.lastLine <= location.firstLine)
        return u"#L%1"_s.arg(location.firstLine);
    return u"#L%1-%2"_s.arg(location.firstLine).arg(location.lastLine);
}

QString logFragment(const Location &location)
{
    const QString lines = lineFragment(location);
    return lines.isEmpty() && !location.runId ? u"#log"_s : lines;
}

QString encodedPath(const Location &location)
{
    switch (location.kind) {
    case Location::Kind::None:
        return {};
    case Location::Kind::Deployment:
        return u"/"_s;
    case Location::Kind::TaskGroup:
        return u"/tasks/groups/"_s + location.taskGroupId;
    case Location::Kind::TaskOrGroup:
    case Location::Kind::Task:
        return taskPath(location);
    case Location::Kind::Run:
        return runPath(location);
    case Location::Kind::Definition:
        return taskPath(location) + u"/definition"_s;
    case Location::Kind::Artifact:
        return artifactPath(location);
    case Location::Kind::Log:
        return logPath(location) + logFragment(location);
    case Location::Kind::Index:
        return u"/tasks/index/"_s + encodedName(location.name);
    case Location::Kind::IndexArtifact:
        return u"/api/index/v1/task/"_s + encodedName(location.indexPath) + u"/artifacts/"_s
            + encodedName(location.name);
    case Location::Kind::Secrets:
        return u"/secrets"_s;
    case Location::Kind::Secret:
        return u"/secrets/"_s + encodedSegment(location.name);
    case Location::Kind::Clients:
        return u"/auth/clients"_s;
    case Location::Kind::Client:
        return u"/auth/clients/"_s + encodedSegment(location.name);
    case Location::Kind::Roles:
        return u"/auth/roles"_s;
    case Location::Kind::Role:
        return u"/auth/roles/"_s + encodedSegment(location.name);
    case Location::Kind::Scopes:
        return u"/auth/scopes"_s + (location.name.isEmpty() ? QString() : u'/' + encodedSegment(location.name));
    case Location::Kind::Elsewhere:
        return location.name;
    case Location::Kind::Accounts:
        return u"taskcluster-desktop:accounts"_s;
    case Location::Kind::Transfers:
        return u"taskcluster-desktop:transfers"_s;
    case Location::Kind::Settings:
        return u"taskcluster-desktop:settings"_s;
    }
    return {};
}

Location placeAt(Location::Kind kind, const QString &rootUrl, const QString &name)
{
    Location location;
    location.kind = kind;
    location.rootUrl = rootUrl;
    location.name = name;
    return location;
}

} // namespace

tc::Result<Location> Location::parse(const QString &text)
{
    return parseLocation(text);
}

Location Location::deployment(const QString &rootUrl)
{
    Location location;
    location.kind = Kind::Deployment;
    location.rootUrl = rootUrl;
    return location;
}

Location Location::taskGroup(const QString &rootUrl, const QString &taskGroupId)
{
    Location location;
    location.kind = Kind::TaskGroup;
    location.rootUrl = rootUrl;
    location.taskGroupId = taskGroupId;
    return location;
}

Location Location::task(const QString &rootUrl, const QString &taskId)
{
    Location location;
    location.kind = Kind::Task;
    location.rootUrl = rootUrl;
    location.taskId = taskId;
    return location;
}

Location Location::run(const QString &rootUrl, const QString &taskId, int runId)
{
    Location location = task(rootUrl, taskId);
    location.kind = Kind::Run;
    location.runId = runId;
    return location;
}

Location Location::artifact(
    const QString &rootUrl, const QString &taskId, std::optional<int> runId, const QString &name)
{
    Location location = task(rootUrl, taskId);
    location.kind = Kind::Artifact;
    location.runId = runId;
    location.name = name;
    return location;
}

Location Location::log(const QString &rootUrl, const QString &taskId, std::optional<int> runId, const QString &name)
{
    Location location = artifact(rootUrl, taskId, runId, name);
    location.kind = Kind::Log;
    return location;
}

Location Location::index(const QString &rootUrl, const QString &indexPath)
{
    return placeAt(Kind::Index, rootUrl, indexPath);
}

Location Location::secrets(const QString &rootUrl)
{
    return placeAt(Kind::Secrets, rootUrl, {});
}

Location Location::secret(const QString &rootUrl, const QString &name)
{
    return placeAt(Kind::Secret, rootUrl, name);
}

Location Location::clients(const QString &rootUrl)
{
    return placeAt(Kind::Clients, rootUrl, {});
}

Location Location::client(const QString &rootUrl, const QString &clientId)
{
    return placeAt(Kind::Client, rootUrl, clientId);
}

Location Location::roles(const QString &rootUrl)
{
    return placeAt(Kind::Roles, rootUrl, {});
}

Location Location::role(const QString &rootUrl, const QString &roleId)
{
    return placeAt(Kind::Role, rootUrl, roleId);
}

Location Location::scopes(const QString &rootUrl, const QString &scope)
{
    return placeAt(Kind::Scopes, rootUrl, scope);
}

Location Location::accounts(const QString &accountId)
{
    return placeAt(Kind::Accounts, {}, {}).as(accountId);
}

Location Location::transfers()
{
    return placeAt(Kind::Transfers, {}, {});
}

Location Location::settings()
{
    return placeAt(Kind::Settings, {}, {});
}

bool Location::isAt(const QString &root) const
{
    return rootUrl.isEmpty() || rootUrl == normalizedRoot(QUrl(root));
}

Location Location::at(const QString &root) const
{
    Location location = *this;
    if (location.rootUrl.isEmpty() && !isOwn())
        location.rootUrl = normalizedRoot(QUrl(root));
    return location;
}

Location Location::as(const QString &accountId) const
{
    Location location = *this;
    location.account = accountId;
    return location;
}

QUrl Location::toUrl() const
{
    return QUrl::fromEncoded((rootUrl + encodedPath(*this)).toUtf8());
}

QString Location::toText() const
{
    if (rootUrl.isEmpty() && kind == Kind::TaskOrGroup)
        return taskId;
    if (rootUrl.isEmpty() && kind == Kind::Index && !name.isEmpty())
        return name;
    return toUrl().toString(QUrl::FullyEncoded);
}

QString normalizedRoot(const QUrl &url)
{
    const QString scheme = url.scheme();
    const bool secure = scheme == "https"_L1;
    if (!url.isValid() || (!secure && scheme != "http"_L1) || !url.userInfo().isEmpty())
        return {};
    QUrl root;
    root.setScheme(scheme);
    root.setHost(url.host(QUrl::FullyEncoded));
    if (url.port() != (secure ? 443 : 80))
        root.setPort(url.port());
    return root.host().isEmpty() ? QString() : root.toString(QUrl::FullyEncoded);
}

bool isSlugId(QStringView text)
{
    return SlugId::fromText(text).has_value();
}

} // namespace core
