#include "domain/ids.h"
#include "domain/result.h"

#include <QSet>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;

class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAValue();
    void holdsAnError();
    void voidResult();
    void valueAndErrorMayBeOfOneType();
    void moveOnlyValuesPass();
    void userTextNamesTheNextStep();
    void idsOfDifferentKindsAreDifferentTypes();
};

namespace {

Error failure(const QString &message)
{
    Error error;
    error.kind = Error::Kind::NotFound;
    error.message = message;
    return error;
}

} // namespace

void TestResult::holdsAValue()
{
    Result<QString> result = u"yes"_s;
    QVERIFY(result.has_value());
    QVERIFY(static_cast<bool>(result));
    QCOMPARE(*result, u"yes"_s);
    QCOMPARE(result->size(), 3);
    result->append(u'!');
    *result += u'?';
    QCOMPARE(*std::move(result), u"yes!?"_s);
}

void TestResult::holdsAnError()
{
    const Result<QString> result = Unexpected{failure(u"no such run"_s)};
    QVERIFY(!result.has_value());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::NotFound);
    QCOMPARE(result.error().message, u"no such run"_s);
}

void TestResult::voidResult()
{
    const Result<> good;
    QVERIFY(good.has_value());
    const Result<> bad = Unexpected{failure(u"x"_s)};
    QVERIFY(!bad);
    QCOMPARE(bad.error().message, u"x"_s);
}

void TestResult::valueAndErrorMayBeOfOneType()
{
    const Expected<int, int> good = 7;
    const Expected<int, int> bad = Unexpected{7};
    QVERIFY(good.has_value());
    QVERIFY(!bad.has_value());
    QCOMPARE(bad.error(), 7);
}

void TestResult::moveOnlyValuesPass()
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
    const std::unique_ptr<int> taken = *std::move(result);
    QCOMPARE(*taken, 5);
}

void TestResult::userTextNamesTheNextStep()
{
    Error error = failure(u"The server is not reachable."_s);
    QCOMPARE(error.userText(), u"The server is not reachable."_s);
    error.nextStep = u"Check the address."_s;
    QCOMPARE(error.userText(), u"The server is not reachable. Check the address."_s);
}

void TestResult::idsOfDifferentKindsAreDifferentTypes()
{
    static_assert(!std::is_convertible_v<RunId, AgentId>);
    static_assert(!std::is_convertible_v<QString, RunId>);
    static_assert(!std::is_assignable_v<RunId &, AgentId>);
    QVERIFY(RunId().isEmpty());
    QVERIFY(RunId(u"a"_s) == RunId(u"a"_s));
    QVERIFY(RunId(u"a"_s) != RunId(u"b"_s));
    QVERIFY(RunId(u"a"_s) < RunId(u"b"_s));
    const QSet<RunId> set{RunId(u"a"_s), RunId(u"b"_s), RunId(u"a"_s)};
    QCOMPARE(set.size(), 2);
}

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
