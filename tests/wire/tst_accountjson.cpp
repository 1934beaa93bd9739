// What is read off tokens and answers for the screen (AUTH-10, AUTH-11; inventory S-036 … S-039, S-041).
#include "wire/json/accountjson.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

QByteArray token(const QByteArray &claims)
{
    const auto encode = [](const QByteArray &bytes) {
        return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return encode(R"({"alg":"none"})") + '.' + encode(claims) + '.';
}

} // namespace

class TestAccountJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void S_036_aTokenLabelsItsPerson();
    void AUTH_11_whatCannotBeReadIsNoLabelAndNoFault_data();
    void AUTH_11_whatCannotBeReadIsNoLabelAndNoFault();
    void S_037_timesAreTakenOnlyWhereTheyAreTimes_data();
    void S_037_timesAreTakenOnlyWhereTheyAreTimes();
    void S_038_theIdHasManyNames_data();
    void S_038_theIdHasManyNames();
    void S_039_rolesAreWordsOrObjects_data();
    void S_039_rolesAreWordsOrObjects();
    void hostileNamesStayOneLine();
    void nobodyIsAnError();
};

void TestAccountJson::S_036_aTokenLabelsItsPerson()
{
    const auto label = wire::tokenLabel(token(
        R"({"sub":"u1","email":"ana@example.org","name":"Ana","roles":[{"id":"1","name":"Admin"}],"scope":"a.read b.*","exp":1767225600,"iat":1767224700,"jti":"s-1"})"));
    QCOMPARE(label.account, (Account{u"u1"_s, u"ana@example.org"_s, u"Ana"_s, {u"Admin"_s}, {u"a.read"_s, u"b.*"_s}}));
    QCOMPARE(label.expiresAt, 1767225600);
    QCOMPARE(label.issuedAt, 1767224700);
    QCOMPARE(label.id, u"s-1"_s);
}

void TestAccountJson::AUTH_11_whatCannotBeReadIsNoLabelAndNoFault_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addRow("opaque") << QByteArray("0123456789abcdef");
    QTest::addRow("empty") << QByteArray();
    QTest::addRow("two parts") << QByteArray("a.b");
    QTest::addRow("five parts, encrypted") << QByteArray("a.b.c.d.e");
    QTest::addRow("no base64") << QByteArray("a.!!!.c");
    QTest::addRow("no JSON") << QByteArray("a.bm9wZQ.c");
    QTest::addRow("a list") << token("[1,2]");
    QTest::addRow("deep") << token(QByteArray(100'000, '['));
    QTest::addRow("huge") << token(R"({"sub":")" + QByteArray(1'000'000, 'x') + R"("})");
    QTest::addRow("not UTF-8") << token("{\"sub\":\"\xff\"}");
}

void TestAccountJson::AUTH_11_whatCannotBeReadIsNoLabelAndNoFault()
{
    QFETCH(QByteArray, token);
    const auto label = wire::tokenLabel(token);
    QVERIFY(!label.account.isKnown());
    QCOMPARE(label.expiresAt, -1);
}

void TestAccountJson::S_037_timesAreTakenOnlyWhereTheyAreTimes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("seconds");
    QTest::addRow("whole") << QByteArray("1767225600") << qint64(1767225600);
    QTest::addRow("with a fraction") << QByteArray("1767225600.9") << qint64(1767225600);
    QTest::addRow("negative") << QByteArray("-5") << qint64(-1);
    QTest::addRow("beyond every calendar") << QByteArray("1e300") << qint64(-1);
    QTest::addRow("a word") << QByteArray("\"soon\"") << qint64(-1);
    QTest::addRow("null") << QByteArray("null") << qint64(-1);
}

void TestAccountJson::S_037_timesAreTakenOnlyWhereTheyAreTimes()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, seconds);
    QCOMPARE(wire::tokenLabel(token(R"({"sub":"u","exp":)" + value + '}')).expiresAt, seconds);
}

void TestAccountJson::S_038_theIdHasManyNames_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *key : {"sub", "user_id", "userId", "id"})
        QTest::addRow("%s", key) << QByteArray(R"({")" + QByteArray(key) + R"(":"u1"})");
}

void TestAccountJson::S_038_theIdHasManyNames()
{
    QFETCH(QByteArray, json);
    const auto account = wire::accountFromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(account);
    QCOMPARE(account->id, u"u1"_s);
}

void TestAccountJson::S_039_rolesAreWordsOrObjects_data()
{
    QTest::addColumn<QByteArray>("roles");
    QTest::addColumn<QStringList>("names");
    QTest::addRow("words") << QByteArray(R"(["Admin","User"])") << QStringList{u"Admin"_s, u"User"_s};
    QTest::addRow("objects") << QByteArray(R"([{"id":"1","name":"Admin"},{"id":"2"}])") << QStringList{u"Admin"_s};
    QTest::addRow("one word") << QByteArray(R"("Admin")") << QStringList{u"Admin"_s};
    QTest::addRow("twice") << QByteArray(R"(["a","a"])") << QStringList{u"a"_s};
    QTest::addRow("nonsense") << QByteArray(R"([1,null,[],{}])") << QStringList();
    QTest::addRow("null") << QByteArray("null") << QStringList();
}

void TestAccountJson::S_039_rolesAreWordsOrObjects()
{
    QFETCH(QByteArray, roles);
    const auto label = wire::tokenLabel(token(R"({"sub":"u","roles":)" + roles + '}'));
    QTEST(label.account.roles, "names");
}

void TestAccountJson::hostileNamesStayOneLine()
{
    const auto label = wire::tokenLabel(token(R"({"sub":"u","name":"Ana\n\u202EAdmin\u0000","roles":["a\tb"]})"));
    QCOMPARE(label.account.displayName, u"AnaAdmin"_s);
    QCOMPARE(label.account.roles, QStringList{u"ab"_s});
    QByteArray many = R"({"sub":"u","roles":["0")";
    for (int i = 1; i < 2000; ++i)
        many += ",\"" + QByteArray::number(i) + '"';
    QVERIFY(wire::tokenLabel(token(many + "]}")).account.roles.size() <= 500);
}

void TestAccountJson::nobodyIsAnError()
{
    QVERIFY(!wire::accountFromJson(QJsonValue()));
    QVERIFY(!wire::accountFromJson(QJsonObject{{u"name"_s, u"Ana"_s}}));
    QVERIFY(wire::accountFromJson(QJsonObject{{u"email"_s, u"ana@example.org"_s}}));
}

QTEST_GUILESS_MAIN(TestAccountJson)
#include "tst_accountjson.moc"
