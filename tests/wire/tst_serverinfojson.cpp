#include "wire/fixture.h"
#include "wire/json/serverinfojson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestServerInfoJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthWithAndWithoutNonce();
    void identity();
    void operationsOfAnOpenApiDocument();
    void tagGroups();
    void badAnswersFail_data();
    void badAnswersFail();
};

void TestServerInfoJson::healthWithAndWithoutNonce()
{
    const Result<ServerHealth> team = serverHealthFromJson(QJsonObject{{u"status"_s, u"ok"_s}});
    QVERIFY(team.has_value());
    QCOMPARE(team->status, u"ok"_s);
    QCOMPARE(team->nonce, QString());
    const Result<ServerHealth> local = serverHealthFromJson(QJsonObject{{u"status"_s, u"ok"_s}, {u"nonce"_s, u"n0nce"_s}});
    QVERIFY(local.has_value());
    QCOMPARE(local->nonce, u"n0nce"_s);
}

void TestServerInfoJson::identity()
{
    const Result<ServerIdentity> read = serverIdentityFromJson(QJsonObject{{u"service"_s, u"agents"_s}, {u"env"_s, u"staging"_s}});
    QVERIFY(read.has_value());
    QCOMPARE(read->service, u"agents"_s);
    QCOMPARE(read->environment, u"staging"_s);
}

void TestServerInfoJson::operationsOfAnOpenApiDocument()
{
    const Result<QSet<QString>> read = operationsFromOpenApi(fixture::json(u"contract/openapi.json"_s));
    QVERIFY(read.has_value());
    QCOMPARE(*read, (QSet<QString>{u"GET /agents"_s, u"GET /evals/definitions/{evaluator_id}"_s, u"PUT /evals/definitions/{evaluator_id}"_s,
                                   u"DELETE /evals/definitions/{evaluator_id}"_s, u"GET /runs"_s, u"POST /runs"_s}));
}

void TestServerInfoJson::tagGroups()
{
    const QJsonArray groups{QJsonObject{{u"name"_s, u"Leases"_s}, {u"tags"_s, QJsonArray{u"lease"_s, u"rental"_s}}, {u"confidence"_s, 0.9}},
                            QJsonObject{{u"name"_s, u"Rest"_s}, {u"tags"_s, QJsonArray{}}, {u"confidence"_s, QJsonValue()}}};
    const Result<QList<TagGroup>> read = tagGroupsFromJson(QJsonObject{{u"groups"_s, groups}});
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), 2);
    QCOMPARE(read->at(0).name, u"Leases"_s);
    QCOMPARE(read->at(0).tags, (QStringList{u"lease"_s, u"rental"_s}));
    QCOMPARE(read->at(0).confidence, std::optional(0.9));
    QVERIFY(!read->at(1).confidence);
}

void TestServerInfoJson::badAnswersFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("details"); // health, identity, operations, groups
    const QString noList = u"$: expected a list"_s;
    QTest::newRow("no object") << QByteArray("[]")
                               << QStringList{u"health: expected an object"_s, u"root: expected an object"_s,
                                              u"openapi: expected an object"_s, noList};
    QTest::newRow("nothing in it") << QByteArray("{}") << QStringList{{}, {}, u"openapi.openapi: missing"_s, noList};
    QTest::newRow("nameless group") << QByteArray(R"({"openapi":"3.1.0","groups":[{"tags":[]}]})")
                                    << QStringList{{}, {}, {}, u"[0] group.name: missing"_s};
}

void TestServerInfoJson::badAnswersFail()
{
    QFETCH(QByteArray, json);
    const QJsonValue value = *parseJson(json);
    QStringList details;
    const auto note = [&details](const auto &result) { details.append(result ? QString() : result.error().detail); };
    note(serverHealthFromJson(value));
    note(serverIdentityFromJson(value));
    note(operationsFromOpenApi(value));
    note(tagGroupsFromJson(value));
    QTEST(details, "details");
}

QTEST_APPLESS_MAIN(TestServerInfoJson)
#include "tst_serverinfojson.moc"
