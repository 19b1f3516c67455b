// SPDX-License-Identifier: MPL-2.0
#include "core/credentials/mintplan.h"

#include "core/accounts/foundcredentials.h"
#include "core/util/errorof.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"

#include <tc/hawk.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using About = MintFault::About;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::MintPlan)
};

// What the services allow clocks to differ.
constexpr auto skew = 5min;

// In place of a token where only lengths matter: those of signatures do not depend on it.
const QString noToken = u"-"_s;

QDateTime startOf(const MintPlan &plan, const QDateTime &now)
{
    return plan.start.value_or(now);
}

class Faults
{
public:
    void fatal(About about, const QString &text, const QString &scope = {})
    {
        list.append({ about, true, text, scope });
    }
    void warn(About about, const QString &text, const QString &scope = {})
    {
        list.append({ about, false, text, scope });
    }

    QList<MintFault> list;
};

void checkIssuer(const MintIssuer &issuer, Faults *faults)
{
    const QString text = Texts::tr("Temporary credentials cannot make others. Use the account of the client %1.");
    if (issuer.account.kind == Account::Kind::Anonymous)
        faults->fatal(About::Issuer, Texts::tr("An anonymous account has no token to sign with."));
    else if (issuer.account.isTemporary())
        faults->fatal(About::Issuer, text.arg(visibleText(issuer.account.issuer)));
}

QString lacking(const QString &scope, const MintIssuer &issuer)
{
    const QString name = visibleText(scope);
    return issuer.current.has(scope)
        ? Texts::tr("Everybody has %1, and the client itself does not: with it the services would refuse every use. "
                    "Leave it out; the new credentials have it anyway.")
              .arg(name)
        : Texts::tr("You do not have %1; the services would refuse every use.").arg(name);
}

void checkScopes(const MintPlan &plan, const MintIssuer &issuer, Faults *faults)
{
    const QString noScope = Texts::tr("\u201c%1\u201d is no scope: printable ASCII only.");
    const QString twoStars = Texts::tr("In %1 only the last * stands for more.");
    for (const QString &scope : plan.scopes) {
        if (scope.isEmpty() || !tc::scopes::isValid(scope))
            faults->fatal(About::Scopes, noScope.arg(visibleText(scope)), scope);
        else if (issuer.held && !issuer.held->has(scope))
            faults->fatal(About::Scopes, lacking(scope, issuer), scope);
        else if (scope.endsWith("**"_L1))
            faults->warn(About::Scopes, twoStars.arg(visibleText(scope)), scope);
    }
    if (plan.scopes.isEmpty())
        faults->warn(About::Scopes, Texts::tr("Without scopes they may do only what everybody may."));
}

void checkName(const MintPlan &plan, const MintIssuer &issuer, Faults *faults)
{
    if (plan.name.isEmpty())
        return;
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9!@/:.+|_-]+\\z"_s);
    const QString needed = u"auth:create-client:"_s + plan.name;
    const QString form = Texts::tr("A name consists of letters, digits and ! @ / : . + | _ - without spaces.");
    const QString takes = Texts::tr("To name them takes the scope %1.");
    if (plan.name == issuer.account.clientId)
        faults->fatal(About::Name, Texts::tr("The name must differ from the client that makes them."));
    else if (!pattern.match(plan.name).hasMatch())
        faults->fatal(About::Name, form);
    else if (issuer.held && !issuer.held->has(needed))
        faults->fatal(About::Name, takes.arg(visibleText(needed)), needed);
}

void checkTimes(const MintPlan &plan, const MintIssuer &issuer, const QDateTime &now, Faults *faults)
{
    const QDateTime start = startOf(plan, now);
    const QDateTime expiry = start.addSecs(plan.lifetime.count());
    const QString notBefore = Texts::tr("They are refused before %1.");
    const QString endsWithIt = Texts::tr("The client ends on %1, and they end with it.");
    if (!start.isValid())
        return faults->fatal(About::Times, Texts::tr("The start is no time."));
    if (plan.lifetime <= 0s)
        return faults->fatal(About::Times, Texts::tr("They must end after they begin."));
    if (plan.lifetime > longestLifetime)
        return faults->fatal(About::Times, Texts::tr("Temporary credentials last 31 days at most."));
    if (expiry <= now)
        return faults->fatal(About::Times, Texts::tr("They would have ended already."));
    if (start > now.addMSecs(std::chrono::milliseconds(skew).count()))
        faults->warn(About::Times, notBefore.arg(formatExactTime(start.toMSecsSinceEpoch())));
    if (issuer.expires.isValid() && issuer.expires < expiry)
        faults->warn(About::Times, endsWithIt.arg(formatExactTime(issuer.expires.toMSecsSinceEpoch())));
}

tc::TemporaryCredentialsOptions optionsOf(const MintPlan &plan, const QDateTime &now)
{
    const QDateTime start = startOf(plan, now);
    return { start.addSecs(plan.lifetime.count()), plan.scopes, start, plan.name };
}

qsizetype base64Length(qsizetype bytes)
{
    return (bytes + 2) / 3 * 4;
}

// As it stands in the certificate's JSON.
qsizetype jsonLength(const QStringList &scopes)
{
    return QJsonDocument(QJsonArray::fromStringList(scopes)).toJson(QJsonDocument::Compact).size();
}

} // namespace

QList<MintFault> faultsOf(const MintPlan &plan, const MintIssuer &issuer, const QDateTime &now)
{
    Faults faults;
    checkIssuer(issuer, &faults);
    checkScopes(plan, issuer, &faults);
    checkName(plan, issuer, &faults);
    checkTimes(plan, issuer, now, &faults);
    const qsizetype length = headerLength(plan, issuer.account.clientId);
    const QString tooLong = Texts::tr(
        "With these scopes a signature has %L1 characters, and the services take %L2. Fewer or wider scopes make it "
        "shorter.");
    if (length > tc::hawk::maxLength)
        faults.fatal(About::Length, tooLong.arg(length).arg(tc::hawk::maxLength));
    return faults.list;
}

QString refusalOf(const QList<MintFault> &faults)
{
    QStringList texts;
    for (const MintFault &fault : faults) {
        if (fault.isFatal)
            texts += fault.text;
    }
    return texts.join(u' ');
}

// From credentials without scopes, which are always short enough to be signed with, and what the scopes add.
qsizetype headerLength(const MintPlan &plan, const QString &issuer)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    tc::TemporaryCredentialsOptions options { now.addSecs(3600), {}, now, {} };
    if (tc::scopes::isValid(plan.name) && plan.name != issuer)
        options.clientId = plan.name;
    const auto empty = tc::createTemporaryCredentials({ issuer, noToken, {} }, options);
    if (!empty)
        return 0;
    const auto header = tc::hawk::authorizationHeader(*empty, { "GET", "/", "localhost", 443 });
    const auto ext = tc::hawk::ext(*empty, {});
    if (!header || !ext)
        return 0;
    const qsizetype bytes = QByteArray::fromBase64(*ext).size();
    return header->size() - ext->size() + base64Length(bytes - 2 + jsonLength(plan.scopes));
}

tc::Result<tc::Credentials> mint(
    const MintPlan &plan, const MintIssuer &issuer, const tc::Credentials &credentials, const QDateTime &now)
{
    const QString refusal = refusalOf(faultsOf(plan, issuer, now));
    if (refusal.isEmpty())
        return tc::createTemporaryCredentials(credentials, optionsOf(plan, now));
    return { {}, errorOf(tc::ErrorKind::Usage, refusal) };
}

QString certificatePreview(const MintPlan &plan, const QString &issuer, const QDateTime &now)
{
    const QDateTime start = startOf(plan, now);
    const QString later = Texts::tr("(made when it is signed)");
    QJsonObject json { { u"version"_s, 1 }, { u"scopes"_s, QJsonArray::fromStringList(plan.scopes) },
        { u"start"_s, start.toMSecsSinceEpoch() },
        { u"expiry"_s, start.addSecs(plan.lifetime.count()).toMSecsSinceEpoch() }, { u"seed"_s, later },
        { u"signature"_s, later } };
    if (!plan.name.isEmpty())
        json.insert(u"issuer"_s, issuer);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Indented)).trimmed();
}

Account mintedAccount(const Account &issuer, const tc::Credentials &credentials, const QString &name)
{
    Account account = accountFor(issuer.rootUrl, credentials);
    account.name = name;
    account.isMinted = true;
    account.developmentDeployment = issuer.developmentDeployment;
    return account;
}

} // namespace core
