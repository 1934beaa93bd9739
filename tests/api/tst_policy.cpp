#include "api/policy/etagcache.h"
#include "api/policy/retrybudget.h"
#include "api/policy/retrypolicy.h"
#include "api/policy/serverclock.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace desk;

class TestPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void HTTP_01_whatMayBeSentTwice_data();
    void HTTP_01_whatMayBeSentTwice();
    void HTTP_02_whatIsWorthAnotherTry_data();
    void HTTP_02_whatIsWorthAnotherTry();
    void HTTP_03_theWaitIsRandomBelowADoublingCeiling();
    void HTTP_04_retryAfterIsAMinimum();
    void HTTP_05_aBurstOfFailuresIsNotAnsweredWithABurst();
    void HTTP_05_theBudgetRecoversAfterAMinute();
    void HTTP_27_theCacheForgetsTheLeastRecentlyUsed();
    void HTTP_27_noStoreIsRespected();
    void HTTP_31_theSkewIsTheMedianOfTheLastFive();
    void SSE_22_reconnectWaitsAsLongAsTheServerAskedAtLeast();
};

void TestPolicy::HTTP_01_whatMayBeSentTwice_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<bool>("withoutKeys");
    QTest::addColumn<bool>("withKeys");
    for (const char *verb : {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
        QTest::newRow(verb) << QByteArray(verb) << true << true;
    for (const char *verb : {"POST", "PATCH"})
        QTest::newRow(verb) << QByteArray(verb) << false << true;
}

void TestPolicy::HTTP_01_whatMayBeSentTwice()
{
    QFETCH(QByteArray, verb);
    QFETCH(bool, withoutKeys);
    QFETCH(bool, withKeys);
    RequestSpec spec;
    spec.verb = verb;
    QCOMPARE(retry::isRepeatable(spec, false), withoutKeys);
    QCOMPARE(retry::isRepeatable(spec, true), withKeys);
    spec.mayRepeat = false; // it runs something
    QVERIFY(!retry::isRepeatable(spec, true));
}

void TestPolicy::HTTP_02_whatIsWorthAnotherTry_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("transient");
    const auto row = [](const char *name, Error::Kind kind, int status, bool transient) {
        QTest::newRow(name) << static_cast<int>(kind) << status << transient;
    };
    row("connection refused or reset", Error::Kind::Offline, 0, true);
    row("timeout", Error::Kind::Timeout, 0, true);
    row("408", Error::Kind::Timeout, 408, true);
    row("429", Error::Kind::RateLimited, 429, true);
    row("500", Error::Kind::Server, 500, true);
    row("501", Error::Kind::Server, 501, false);
    row("502", Error::Kind::Gateway, 502, true);
    row("503", Error::Kind::Unavailable, 503, true);
    row("504", Error::Kind::Gateway, 504, true);
    row("400", Error::Kind::Invalid, 400, false);
    row("401", Error::Kind::Unauthorized, 401, false);
    row("403", Error::Kind::Forbidden, 403, false);
    row("404", Error::Kind::NotFound, 404, false);
    row("409", Error::Kind::Conflict, 409, false);
    row("422", Error::Kind::Invalid, 422, false);
    row("certificate", Error::Kind::Tls, 0, false);
    row("cancelled", Error::Kind::Cancelled, 0, false);
    row("not understood", Error::Kind::Protocol, 200, false);
}

void TestPolicy::HTTP_02_whatIsWorthAnotherTry()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(bool, transient);
    Error error;
    error.kind = static_cast<Error::Kind>(kind);
    error.httpStatus = status;
    QCOMPARE(retry::isTransient(error), transient);
}

void TestPolicy::HTTP_03_theWaitIsRandomBelowADoublingCeiling()
{
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 dice(seed);
    std::uniform_real_distribution<double> random(0, 1);
    for (int attempt = 1; attempt <= 10; ++attempt) {
        const double ceiling = std::min(30'000.0, 500.0 * std::exp2(attempt - 1));
        double sum = 0;
        for (int i = 0; i < 2000; ++i) {
            const qint64 delay = retry::delayMs(attempt, random(dice), -1);
            QVERIFY(delay >= 0 && static_cast<double>(delay) <= ceiling);
            sum += static_cast<double>(delay);
        }
        const double mean = sum / 2000;
        QVERIFY2(mean > ceiling * 0.45 && mean < ceiling * 0.55, qPrintable(QString::number(mean / ceiling))); // uniform, 7 sigma
    }
}

void TestPolicy::HTTP_04_retryAfterIsAMinimum()
{
    QCOMPARE(retry::delayMs(1, 0.0, 3000), 3000);
    QCOMPARE(retry::delayMs(2, 0.999, 0), 999);
    QVERIFY(retry::delayMs(6, 0.5, 3000) > 3000);
}

void TestPolicy::HTTP_05_aBurstOfFailuresIsNotAnsweredWithABurst()
{
    RetryBudget budget;
    int sent = 0;
    for (int call = 0; call < 200; ++call) {
        budget.noteCall(call * 10);
        ++sent;
        for (int attempt = 1; attempt < retry::maxAttempts && budget.takeRetry(call * 10); ++attempt)
            ++sent;
    }
    QVERIFY2(sent <= 220, qPrintable(QString::number(sent)));
    QVERIFY(sent > 200);
}

void TestPolicy::HTTP_05_theBudgetRecoversAfterAMinute()
{
    RetryBudget budget;
    while (budget.takeRetry(0)) {
    }
    QVERIFY(!budget.takeRetry(RetryBudget::windowMs - 1));
    QVERIFY(budget.takeRetry(RetryBudget::windowMs));
}

void TestPolicy::HTTP_27_theCacheForgetsTheLeastRecentlyUsed()
{
    EtagCache cache(1000);
    for (int i = 0; i < 4; ++i)
        cache.store(QByteArray::number(i), "\"e\"", {}, QByteArray(200, 'x'));
    QVERIFY(cache.find("0")); // used just now
    cache.store("4", "\"e\"", {}, QByteArray(200, 'x'));
    QVERIFY(cache.bytes() <= 1000);
    QVERIFY(cache.find("0"));
    QVERIFY(!cache.find("1"));
    QCOMPARE(cache.find("4")->body.size(), 200);
    cache.store("big", "\"e\"", {}, QByteArray(900, 'x'));
    QVERIFY(!cache.find("big"));
    QVERIFY(cache.find("4"));
    cache.clear();
    QCOMPARE(cache.bytes(), 0);
    QVERIFY(!cache.find("4"));
}

void TestPolicy::HTTP_27_noStoreIsRespected()
{
    EtagCache cache;
    cache.store("k", "\"1\"", {}, "old");
    cache.store("k", "\"2\"", "private, No-Store", "secret");
    QVERIFY(!cache.find("k"));
    cache.store("k", {}, {}, "no tag");
    QVERIFY(!cache.find("k"));
}

void TestPolicy::HTTP_31_theSkewIsTheMedianOfTheLastFive()
{
    ServerClock clock;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(!clock.isKnown());
    QCOMPARE(clock.skewMs(), 0);
    for (const qint64 skew : {1000, 2000, 3'600'000, 1500, 1200}) // one cached or delayed answer among five does not count
        clock.note(now.addMSecs(skew), now);
    QCOMPARE(clock.skewMs(), 1500);
    QVERIFY(!clock.isSuspicious());
    clock.note({}, now);
    QCOMPARE(clock.skewMs(), 1500);
    for (int i = 0; i < 3; ++i)
        clock.note(now.addSecs(-3600), now);
    QCOMPARE(clock.skewMs(), -3'600'000);
    QVERIFY(clock.isSuspicious());
    QCOMPARE(clock.toServer(now), now.addSecs(-3600));
}

void TestPolicy::SSE_22_reconnectWaitsAsLongAsTheServerAskedAtLeast()
{
    for (const double random : {0.0, 0.5, 0.999}) {
        QVERIFY(retry::reconnectMs(0, random, 3000, -1) >= 2400);
        QVERIFY(retry::reconnectMs(0, random, 3000, -1) <= 3600);
        QVERIFY(retry::reconnectMs(3, random, 3000, -1) >= 3000);
        QCOMPARE(retry::reconnectMs(1, random, 100, 20'000), 20'000);
        QVERIFY(retry::reconnectMs(0, random, -1, -1) >= 800);
        QVERIFY(retry::reconnectMs(4, random, -1, -1) >= 2000);
        QVERIFY(retry::reconnectMs(50, random, -1, -1) <= 30'000);
    }
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
