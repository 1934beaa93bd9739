// What is kept of tool servers, and which secrets come back to whom.
#include "state/agents/mcpserverrules.h"
#include "state/definitions/keptsecrets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

const QString token = u"q7-Zr4x9-Lp2-hush"_s;

QJsonObject server(const QJsonObject &more = {})
{
    QJsonObject out{{"name"_L1, u"search"_s},
                    {"transport"_L1, u"sse"_s},
                    {"url"_L1, u"https://new.example/sse"_s},
                    {"headers"_L1, QJsonObject{{"Authorization"_L1, token}}}};
    for (auto member = more.begin(); member != more.end(); ++member)
        out.insert(member.key(), member.value());
    return out;
}

QJsonObject agent(const QJsonObject &only)
{
    return {{"name"_L1, u"a"_s}, {"mcp_servers"_L1, QJsonArray{only}}};
}

QString header(const QJsonObject &definition)
{
    return definition.value("mcp_servers"_L1)[0]["headers"_L1]["Authorization"_L1].toString();
}

bool holds(const QJsonObject &definition, const QString &text)
{
    return QString::fromUtf8(QJsonDocument(definition).toJson()).contains(text);
}

} // namespace

class TestKeptSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_51_theSameServerGetsItsSecretsBack();
    void AG_51_anotherPlaceGetsNone_data();
    void AG_51_anotherPlaceGetsNone();
    void AG_51_whatWasTypedAnewIsNotReplacedByTheOld();
    void AG_51_secretsInAddressAndArgumentsAreNotKept();
    void AG_51_aValueThatIsMissingStopsTheSave();
    void AG_51_aToolsOwnServerIsTreatedAlike();
    void whatIsNoSecretStaysAsItIs();
};

void TestKeptSecrets::AG_51_theSameServerGetsItsSecretsBack()
{
    const QJsonObject kept = withoutServerSecrets(agent(server()));
    QVERIFY(!holds(kept, token));
    QVERIFY(hasKeptMarks(kept));
    QCOMPARE(withServerSecrets(kept, agent(server())), agent(server()));
}

void TestKeptSecrets::AG_51_anotherPlaceGetsNone_data()
{
    QTest::addColumn<QJsonObject>("then");
    QTest::newRow("address") << server({{"url"_L1, u"https://old.example/sse"_s}});
    QTest::newRow("program") << server({{"transport"_L1, u"stdio"_s}, {"command"_L1, u"serve"_s}});
    QTest::newRow("arguments") << server({{"args"_L1, QJsonArray{u"--all"_s}}});
    QTest::newRow("name") << server({{"name"_L1, u"find"_s}});
}

void TestKeptSecrets::AG_51_anotherPlaceGetsNone()
{
    QFETCH(const QJsonObject, then);
    const QJsonObject back = withServerSecrets(withoutServerSecrets(agent(then)), agent(server()));
    QVERIFY(isKeptMark(header(back)));
    QVERIFY(!holds(back, token));
}

void TestKeptSecrets::AG_51_whatWasTypedAnewIsNotReplacedByTheOld()
{
    const QJsonObject base = agent(server());
    const QJsonObject mine = agent(server({{"headers"_L1, QJsonObject{{"Authorization"_L1, u"another"_s}, {"X"_L1, QString()}}}}));
    const QJsonObject kept = withoutServerSecrets(mine, base);
    QVERIFY(!holds(kept, u"another"_s));
    const QJsonObject back = withServerSecrets(kept, base);
    QVERIFY(isKeptMark(header(back)));
    QVERIFY(!holds(back, token));
    QCOMPARE(header(withServerSecrets(withoutServerSecrets(base, base), base)), token); // what was not touched comes back
}

void TestKeptSecrets::AG_51_secretsInAddressAndArgumentsAreNotKept()
{
    const QJsonObject whole =
        agent(server({{"url"_L1, QString(u"https://new.example/sse?api_key="_s + token)},
                      {"args"_L1, QJsonArray{u"--api-key"_s, token, u"--verbose"_s, QString(u"password="_s + token)}}}));
    const QJsonObject kept = withoutServerSecrets(whole);
    QVERIFY2(!holds(kept, token), QJsonDocument(kept).toJson().constData());
    QVERIFY(holds(kept, u"new.example"_s));
    QVERIFY(holds(kept, u"--verbose"_s));
    QCOMPARE(withServerSecrets(kept, whole), whole);
}

void TestKeptSecrets::AG_51_aValueThatIsMissingStopsTheSave()
{
    McpServer one;
    one.name = u"search"_s;
    one.command = u"serve"_s;
    one.environment.insert(u"KEY"_s, withoutServerSecrets(agent(server({{"env"_L1, QJsonObject{{"KEY"_L1, u"x"_s}}}})))
                                         .value("mcp_servers"_L1)[0]["env"_L1]["KEY"_L1]
                                         .toString());
    const QList<AgentRemark> remarks = mcpServerRemarks({one});
    QVERIFY(std::any_of(remarks.begin(), remarks.end(),
                        [](const AgentRemark &remark) { return remark.level == AgentRemark::Fault && remark.part == "env"_L1; }));
}

void TestKeptSecrets::AG_51_aToolsOwnServerIsTreatedAlike()
{
    const QJsonObject tool{{"name"_L1, u"t"_s}, {"mcp_server"_L1, server({{"env"_L1, QJsonObject{{"KEY"_L1, token}}}})}};
    const QJsonObject kept = withoutServerSecrets(tool);
    QVERIFY(!holds(kept, token));
    QCOMPARE(withServerSecrets(kept, tool), tool);
}

void TestKeptSecrets::whatIsNoSecretStaysAsItIs()
{
    const QJsonObject plain{
        {"name"_L1, u"a"_s},
        {"instructions"_L1, u"Be exact."_s},
        {"mcp_servers"_L1, QJsonArray{QJsonObject{{"name"_L1, u"files"_s}, {"args"_L1, QJsonArray{u"--all"_s, 3}}}, 7}}};
    QCOMPARE(withoutServerSecrets(plain), plain);
    QVERIFY(!hasKeptMarks(plain));
    const QJsonObject odd{{"mcp_servers"_L1, u"none"_s}};
    QCOMPARE(withoutServerSecrets(odd), odd);
}

QTEST_GUILESS_MAIN(TestKeptSecrets)
#include "tst_keptsecrets.moc"
