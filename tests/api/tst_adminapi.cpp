#include "api/apifixture.h"
#include "api/endpoints/adminapi.h"
#include "wire/fixture.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

using Fixture = ApiFixture<AdminApi>;

class TestAdminApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usage();
    void system();
    void othersThanAdministratorsAreForbidden();
    void wrongShapesAreProtocolErrors();

private:
    [[nodiscard]] static Scripted answer(QLatin1StringView name)
    {
        return json(QJsonDocument(fixture::json(u"contract/statistics.json"_s).toObject().value(name).toObject()).toJson());
    }
};

void TestAdminApi::usage()
{
    Fixture month(answer("usage"_L1));
    const auto outcome = outcomeOf(month.api.usage());
    QVERIFY(outcome.has_value());
    QCOMPARE(month.sent(), QByteArray("GET /admin/stats/usage?days=30"));
    QCOMPARE(outcome->totalSpend, std::optional(12.5));
    QCOMPARE(outcome->models.size(), 2);
    Fixture week(answer("usage"_L1));
    QVERIFY(outcomeOf(week.api.usage(7)).has_value());
    QCOMPARE(week.sent(), QByteArray("GET /admin/stats/usage?days=7"));
}

void TestAdminApi::system()
{
    Fixture fixture(answer("system"_L1));
    const auto outcome = outcomeOf(fixture.api.system());
    QVERIFY(outcome.has_value());
    QCOMPARE(fixture.sent(), QByteArray("GET /admin/stats/system"));
    QCOMPARE(outcome->activeUsers, std::optional<qint64>(9));
}

void TestAdminApi::othersThanAdministratorsAreForbidden()
{
    Fixture fixture(reply(403, R"({"detail":"Admin role required"})"));
    const auto outcome = outcomeOf(fixture.api.system());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Forbidden);
    QCOMPARE(outcome.error().message, u"Admin role required"_s);
}

void TestAdminApi::wrongShapesAreProtocolErrors()
{
    Fixture usage(json("{}"));
    QCOMPARE(outcomeOf(usage.api.usage()).error().kind, Error::Kind::Protocol);
    Fixture system(json("[]"));
    QCOMPARE(outcomeOf(system.api.system()).error().kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestAdminApi)
#include "tst_adminapi.moc"
