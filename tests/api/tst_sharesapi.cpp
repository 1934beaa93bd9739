#include "api/apifixture.h"
#include "api/endpoints/sharesapi.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestSharesApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listing();
    void adding();
    void removing();
    void badAnswers_data();
    void badAnswers();
};

namespace {

const ConversationId conversation(u"c1"_s);
const UserId user(u"u2"_s);

} // namespace

void TestSharesApi::listing()
{
    ApiFixture<SharesApi> fixture(json(R"({"shares":[{"id":"s1","user_id":"u2","role":"editor"}]})"));
    const Result<QList<Share>> list = outcomeOf(fixture.api.list(conversation));
    QCOMPARE(fixture.sent(), "GET /conversations/c1/shares"_ba);
    QVERIFY(list.has_value());
    QCOMPARE(list->first().role, OpenEnum<ShareRole>(ShareRole::Editor));
}

void TestSharesApi::adding()
{
    ApiFixture<SharesApi> fixture(reply(201, R"({"id":"s1","conversation_id":"c1","user_id":"u2","role":"viewer"})"));
    const Result<Share> share = outcomeOf(fixture.api.add(conversation, user, ShareRole::Viewer));
    QCOMPARE(fixture.sent(), "POST /conversations/c1/shares"_ba);
    const QJsonObject expected{{u"user_id"_s, u"u2"_s}, {u"role"_s, u"viewer"_s}};
    QCOMPARE(fixture.json().toObject(), expected);
    QVERIFY(share.has_value());
    QCOMPARE(share->userId, user);
}

void TestSharesApi::removing()
{
    ApiFixture<SharesApi> fixture(reply(204, {}));
    QVERIFY(outcomeOf(fixture.api.remove(conversation, user)).has_value());
    QCOMPARE(fixture.sent(), "DELETE /conversations/c1/shares/u2"_ba);
}

void TestSharesApi::badAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, int status, const char *body, Error::Kind kind) {
        QTest::newRow(name) << status << QByteArray(body) << static_cast<int>(kind);
    };
    row("a bare list", 200, "[]", Error::Kind::Protocol);
    row("a share with nobody", 200, R"({"shares":[{"role":"viewer"}]})", Error::Kind::Protocol);
    row("not the owner", 403, R"({"detail":"Only the owner may share"})", Error::Kind::Forbidden);
    row("gone", 404, R"({"detail":"Conversation not found"})", Error::Kind::NotFound);
}

void TestSharesApi::badAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ApiFixture<SharesApi> fixture(reply(status, body));
    const Result<QList<Share>> list = outcomeOf(fixture.api.list(conversation));
    QVERIFY(!list.has_value());
    QTEST(static_cast<int>(list.error().kind), "kind");
}

QTEST_GUILESS_MAIN(TestSharesApi)
#include "tst_sharesapi.moc"
