#include "api/apifixture.h"
#include "api/endpoints/dispatcherapi.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestDispatcherApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routing();
    void badAnswers_data();
    void badAnswers();
};

void TestDispatcherApi::routing()
{
    ApiFixture<DispatcherApi> fixture(json(R"({"routing_decision":{"selected_tools":[],"selected_agents":["weather"],"confidence":0.9,
        "reasoning":"rain","alternatives":[],"requires_disambiguation":true},"execution_plan":null})"));
    RouteRequest request;
    request.query = u"Rain?"_s;
    request.agents = QStringList{u"weather"_s};
    const Result<RoutingDecision> read = outcomeOf(fixture.api.route(request));
    QCOMPARE(fixture.sent(), "POST /dispatcher/route"_ba);
    const QJsonObject expected{{u"query"_s, u"Rain?"_s},
                               {u"available_tools"_s, QJsonArray()},
                               {u"available_agents"_s, QJsonArray{u"weather"_s}},
                               {u"attachments"_s, QJsonArray()}};
    QCOMPARE(fixture.json().toObject(), expected);
    QVERIFY(read.has_value());
    QCOMPARE(read->agents, QStringList(u"weather"_s));
    QVERIFY(read->needsDisambiguation);
}

void TestDispatcherApi::badAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, int status, const char *body, Error::Kind kind) {
        QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(kind);
    };
    row("flat", 200, R"({"selected_agents":["weather"]})", Error::Kind::Protocol);
    row("too long", 422, R"({"detail":[{"type":"string_too_long","loc":["body","query"],"msg":"At most 1000"}]})", Error::Kind::Invalid);
    row("failed", 500, R"({"detail":"Routing failed: no model"})", Error::Kind::Server);
}

void TestDispatcherApi::badAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ApiFixture<DispatcherApi> fixture(reply(status, body));
    const Result<RoutingDecision> read = outcomeOf(fixture.api.route({}));
    QVERIFY(!read.has_value());
    QTEST(static_cast<int>(read.error().kind), "kind");
}

QTEST_GUILESS_MAIN(TestDispatcherApi)
#include "tst_dispatcherapi.moc"
