// SPDX-License-Identifier: MPL-2.0
#include <tc/methods.h>
#include <tc/scopes.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::scopes;

Q_DECLARE_METATYPE(tc::scopes::Verdict)

class TestScopeExpressions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMethodParses();
    void whatA403Says_data();
    void whatA403Says();
    void malformed_data();
    void malformed();
    void tooDeep();
    void literalAngleBrackets();
    void verdicts_data();
    void verdicts();
    void missing_data();
    void missing();
    void missingOfCreateTask();
    void missingOfACondition();
    void listOfTenThousand();
};

namespace {

Expression parsed(const char *json)
{
    const auto expression = Expression::parseTemplate(json);
    return expression ? *expression : Expression { Expression::Kind::AnyOf, {}, {}, {}, {} };
}

Expression ofMethod(const char *service, const char *name)
{
    const MethodInfo *method = findMethod(service, name);
    return method ? parsed(method->scopes) : Expression {};
}

constexpr auto readOrWrite
    = R"({"if": "readOnly", "then": {"AnyOf": ["ro:<name>", "rw:<name>"]}, "else": "rw:<name>"})";

} // namespace

void TestScopeExpressions::everyMethodParses()
{
    int withScopes = 0;
    for (const auto &method : methods()) {
        const auto expression = Expression::parseTemplate(method.scopes);
        QVERIFY2(expression, method.name);
        if (qstrlen(method.scopes) == 0) {
            QCOMPARE(ScopeSet().judge(*expression), Verdict::Yes);
            continue;
        }
        ++withScopes;
        const QString text = expression->toString();
        const auto again = Expression::parseTemplate(text.startsWith(u'{') ? text.toUtf8() : '"' + text.toUtf8() + '"');
        QVERIFY2(again && *again == *expression, method.name);
        QVERIFY2(ScopeSet({ u"*"_s }).satisfies(*expression), method.name);
        QVERIFY2(!ScopeSet().satisfies(*expression), method.name);
        QVERIFY2(!ScopeSet().missingScopes(*expression).isEmpty(), method.name);
    }
    QVERIFY(withScopes > 100);
}

void TestScopeExpressions::whatA403Says_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed");
    QTest::newRow("scope") << u"queue:get-task:x"_s << u"queue:get-task:x"_s;
    QTest::newRow("list") << u"{\"AllOf\": [\"a\", \"b:*\"]}"_s << u"{\"AllOf\":[\"a\",\"b:*\"]}"_s;
    QTest::newRow("nested") << u" {\"AnyOf\":[\"a\",{\"AllOf\":[\"b\",\"c\"]}]}\n"_s
                            << u"{\"AnyOf\":[\"a\",{\"AllOf\":[\"b\",\"c\"]}]}"_s;
    QTest::newRow("empty scope") << QString() << QString();
}

void TestScopeExpressions::whatA403Says()
{
    QFETCH(const QString, text);
    QFETCH(const QString, printed);
    const auto expression = Expression::parse(text);
    QVERIFY2(expression, qPrintable(expression.error.message));
    QCOMPARE(expression->toString(), printed);
}

void TestScopeExpressions::malformed_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : { "{", "{}", "{\"AllOf\":\"a\"}", "{\"AllOf\":[1]}", "{\"AllOf\":[],\"AnyOf\":[]}",
             "{\"NoneOf\":[]}", "{\"AllOf\":[{\"AnyOf\":[null]}]}", "{\"AllOf\":[\"\\u0007\"]}", "a\nb",
             "{\"if\":\"x\"}", "{\"for\":\"a\",\"in\":\"b\"}", "{\"AllOf\":[\"a\"]} b" })
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestScopeExpressions::malformed()
{
    QFETCH(const QString, text);
    const auto expression = Expression::parse(text);
    QVERIFY(!expression);
    QCOMPARE(expression.error.kind, ErrorKind::Protocol);
    QVERIFY(!expression.error.message.isEmpty());
    QVERIFY(!Expression::parseTemplate(text.toUtf8()));
}

void TestScopeExpressions::tooDeep()
{
    const auto nested
        = [](int depth) -> QString { return u"{\"AllOf\":["_s.repeated(depth) + u"\"a\""_s + u"]}"_s.repeated(depth); };
    QVERIFY(Expression::parse(nested(20)));
    QVERIFY(!Expression::parse(nested(40)));
    QVERIFY(!Expression::parse(nested(100'000)));
}

void TestScopeExpressions::literalAngleBrackets()
{
    // A scope that somebody lacks is no template, whatever is in it.
    const auto expression = Expression::parse(u"a:<name>"_s);
    QVERIFY(expression);
    QVERIFY(ScopeSet({ u"a:<name>"_s }).satisfies(*expression));
    QCOMPARE(ScopeSet({ u"a:b"_s }).judge(*expression), Verdict::No);
    QVERIFY(ScopeSet({ u"a:b"_s }).satisfies(parsed("\"a:<name>\""), { { { u"name"_s, u"b"_s } }, {}, {} }));
}

void TestScopeExpressions::verdicts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("held");
    QTest::addColumn<Verdict>("known"); // with name x, names x and y, condition true
    QTest::addColumn<Verdict>("unknown"); // with no parameter
    const auto add = [](const char *json, const QStringList &held, Verdict known, Verdict unknown) {
        QTest::addRow("%s %s", json, qPrintable(held.join(u' '))) << QByteArray(json) << held << known << unknown;
    };
    const auto yes = Verdict::Yes;
    const auto no = Verdict::No;
    const auto unsure = Verdict::Unknown;
    add(R"("a")", { u"a"_s }, yes, yes);
    add(R"({"AllOf":[]})", {}, yes, yes);
    add(R"({"AnyOf":[]})", { u"*"_s }, no, no);
    add(R"("get:<name>")", { u"get:x"_s }, yes, unsure);
    add(R"("get:<name>")", { u"get:y"_s }, no, unsure);
    add(R"("get:<name>")", { u"get:*"_s }, yes, yes);
    add(R"("get:<name>")", { u"set:*"_s, u"ge"_s }, no, no);
    add(R"("get:<name>")", { u"get:**"_s }, no, unsure);
    add(R"("get:<name>/<other>")", { u"get:x/*"_s }, yes, unsure);
    add(R"("<name>")", { u"x"_s }, yes, unsure);
    add(R"("<name>")", {}, no, no);
    add(R"({"AllOf":["a","get:<name>"]})", { u"a"_s, u"get:x"_s }, yes, unsure);
    add(R"({"AllOf":["a","get:<name>"]})", { u"get:x"_s }, no, no);
    add(R"({"AnyOf":["a","get:<name>"]})", { u"a"_s }, yes, yes);
    add(R"({"AnyOf":["a","get:<name>"]})", { u"get:x"_s }, yes, unsure);
    add(R"({"AllOf":[{"for":"n","in":"names","each":"get:<n>"}]})", { u"get:x"_s, u"get:y"_s }, yes, unsure);
    add(R"({"AllOf":[{"for":"n","in":"names","each":"get:<n>"}]})", { u"get:x"_s }, no, unsure);
    add(R"({"AllOf":[{"for":"n","in":"names","each":"get:<n>"}]})", {}, no, unsure);
    add(R"({"AllOf":[{"for":"n","in":"names","each":"get:<n>"}]})", { u"get:*"_s }, yes, yes);
    add(R"({"AnyOf":[{"for":"n","in":"names","each":"get:<n>"}]})", { u"get:y"_s }, yes, unsure);
    add(R"({"AnyOf":[{"for":"n","in":"names","each":"get:<n>"}]})", { u"get:z"_s }, no, unsure);
    add(R"({"AnyOf":[{"for":"n","in":"names","each":"get:<n>"}]})", { u"set:z"_s }, no, no);
    add(readOrWrite, { u"ro:x"_s }, yes, unsure);
    add(readOrWrite, { u"ro:*"_s }, yes, unsure);
    add(readOrWrite, { u"rw:*"_s }, yes, yes);
    add(readOrWrite, { u"none"_s }, no, no);
    add(R"({"if":"readOnly","then":"a"})", {}, no, unsure);
    add(R"({"AnyOf":[{"if":"readOnly","then":"a"}]})", { u"a"_s }, yes, unsure);
}

void TestScopeExpressions::verdicts()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QStringList, held);
    QFETCH(const Verdict, known);
    QFETCH(const Verdict, unknown);
    const auto expression = Expression::parseTemplate(json);
    QVERIFY2(expression, qPrintable(expression.error.message));
    Parameters parameters;
    parameters.values = { { u"name"_s, u"x"_s }, { u"other"_s, u"z"_s } };
    parameters.lists = { { u"names"_s, { u"x"_s, u"y"_s } } };
    parameters.conditions = { { u"readOnly"_s, true } };
    const ScopeSet set(held);
    QCOMPARE(set.judge(*expression, parameters), known);
    QCOMPARE(set.judge(*expression), unknown);
    QCOMPARE(set.missing(*expression, parameters).has_value(), known != Verdict::Yes);
    QCOMPARE(set.missing(*expression).has_value(), unknown != Verdict::Yes);
}

void TestScopeExpressions::missing_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("lacking"); // by somebody who holds "have:*"
    QTest::newRow("scope") << "\"a\""_ba << u"a"_s;
    QTest::newRow("all") << R"({"AllOf":["a","have:x","b"]})"_ba << u"{\"AllOf\":[\"a\",\"b\"]}"_s;
    QTest::newRow("one of all") << R"({"AllOf":["a","have:x"]})"_ba << u"a"_s;
    QTest::newRow("any") << R"({"AnyOf":["a",{"AllOf":["have:x","b"]}]})"_ba << u"{\"AnyOf\":[\"a\",\"b\"]}"_s;
    QTest::newRow("nothing can do") << R"({"AnyOf":[]})"_ba << u"{\"AnyOf\":[]}"_s;
    QTest::newRow("satisfied parts") << R"({"AllOf":[{"AnyOf":["have:x","a"]},{"AnyOf":["b","c"]}]})"_ba
                                     << u"{\"AnyOf\":[\"b\",\"c\"]}"_s;
    QTest::newRow("deep") << R"({"AllOf":["a",{"AllOf":["b","c"]}]})"_ba
                          << u"{\"AllOf\":[\"a\",{\"AllOf\":[\"b\",\"c\"]}]}"_s;
    QTest::newRow("unknown name") << "\"get:<name>/x\""_ba << u"get:<name>/x"_s;
}

void TestScopeExpressions::missing()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, lacking);
    const auto expression = Expression::parseTemplate(json);
    QVERIFY(expression);
    const auto missing = ScopeSet({ u"have:*"_s }).missing(*expression);
    QVERIFY(missing);
    QCOMPARE(missing->toString(), lacking);
}

void TestScopeExpressions::missingOfCreateTask()
{
    const Expression createTask = ofMethod("queue", "createTask");
    const ScopeSet set({ u"queue:scheduler-id:*"_s, u"queue:route:index.a.*"_s, u"queue:create-task:project:none"_s });
    Parameters parameters;
    parameters.values = { { u"projectId"_s, u"none"_s }, { u"schedulerId"_s, u"-"_s }, { u"provisionerId"_s, u"p"_s },
        { u"workerType"_s, u"w"_s } };
    parameters.lists = { { u"scopes"_s, {} }, { u"routes"_s, { u"index.a.x"_s, u"index.b.x"_s } },
        { u"priorities"_s, { u"high"_s, u"highest"_s } } };
    QCOMPARE(set.missingScopes(createTask, parameters),
        QStringList({ u"queue:route:index.b.x"_s,
            u"{\"AnyOf\":[\"queue:create-task:high:p/w\",\"queue:create-task:highest:p/w\"]}"_s }));
    parameters.lists[u"routes"_s].removeLast();
    const ScopeSet enough({ u"queue:create-task:highest:p/*"_s });
    QVERIFY(set.united(enough).satisfies(createTask, parameters));
    QCOMPARE(set.united(enough).missingScopes(createTask, parameters), QStringList());
    QCOMPARE(set.united(enough).judge(createTask), Verdict::Unknown);
}

void TestScopeExpressions::missingOfACondition()
{
    const Expression expression = parsed(readOrWrite);
    const Parameters read { { { u"name"_s, u"x"_s } }, {}, { { u"readOnly"_s, true } } };
    const Parameters write { { { u"name"_s, u"x"_s } }, {}, { { u"readOnly"_s, false } } };
    QCOMPARE(ScopeSet().missingScopes(expression, read), QStringList({ u"{\"AnyOf\":[\"ro:x\",\"rw:x\"]}"_s }));
    QCOMPARE(ScopeSet({ u"ro:*"_s }).missingScopes(expression, write), QStringList({ u"rw:x"_s }));
    QCOMPARE(ScopeSet({ u"ro:*"_s }).missingScopes(expression), QStringList({ u"rw:<name>"_s }));
    QCOMPARE(ScopeSet().missingScopes(expression), QStringList({ u"{\"AnyOf\":[\"ro:<name>\",\"rw:<name>\"]}"_s }));
}

void TestScopeExpressions::listOfTenThousand()
{
    QStringList held;
    for (int i = 0; i < 10'000; ++i)
        held.append(u"project:%1"_s.arg(i));
    Parameters parameters;
    parameters.values = { { u"clientId"_s, u"me/x"_s } };
    parameters.lists = { { u"scopes"_s, held } };
    const Expression createClient = ofMethod("auth", "createClient");
    const ScopeSet set(held + QStringList { u"auth:create-client:me/*"_s });
    QVERIFY(set.satisfies(createClient, parameters));
    parameters.lists[u"scopes"_s].append(u"more"_s);
    QCOMPARE(set.missingScopes(createClient, parameters), QStringList({ u"more"_s }));
}

QTEST_GUILESS_MAIN(TestScopeExpressions)
#include "test_scopeexpressions.moc"
