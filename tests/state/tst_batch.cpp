#include "state/batch.h"

#include "api/clientfixture.h"
#include "api/endpoints/conversationsapi.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int many = 50;

Scripted deleted()
{
    return reply(204, {});
}

void addDeletes(Batch &batch, ApiClient &api)
{
    for (int i = 0; i < many; ++i) {
        const ConversationId id(u"c%1"_s.arg(i));
        batch.add<void>(id.value(), [&api, id] { return api.conversations().remove(id); });
    }
}

// An operation that ends when the test says so.
struct Manual {
    QList<Batch::Done> begun;
    int aborts = 0;

    Batch::Operation operation()
    {
        return [this](const Batch::Done &done) -> Batch::Abort {
            begun.append(done);
            return [this] { ++aborts; };
        };
    }
};

Result<> failure(Error::Kind kind)
{
    Error error;
    error.kind = kind;
    return Unexpected{error};
}

} // namespace

// S-166: many operations, some of which fail.
class TestBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fiftyDeletesWithThreeFailuresAreReportedOneByOne();
    void failedOnesAreRetriedAlone();
    void neverMoreThanFourAtOnce();
    void cancelInTheMiddleReachesTheServerAndStartsNothingMore();
    void whatNeverStartedCanBeStartedLater();
    void operationsMayEndAtOnce();
    void anEmptyBatchFinishes();
    void lateAndRepeatedReportsAreNoNews();
    void goingAwayAbortsWhatIsUnderWay();
};

void TestBatch::fiftyDeletesWithThreeFailuresAreReportedOneByOne()
{
    FaultServer server([](const Received &request) {
        if (request.target == "/conversations/c7")
            return reply(403, R"({"detail":"not yours"})");
        if (request.target == "/conversations/c20" || request.target == "/conversations/c49")
            return reply(404, R"({"detail":"gone"})");
        return deleted();
    });
    Client client(server.url());
    Batch batch;
    addDeletes(batch, client.api);
    QSignalSpy progress(&batch, &Batch::progress);
    QSignalSpy finished(&batch, &Batch::finished);
    batch.start();
    QVERIFY(batch.isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!batch.isRunning());
    QCOMPARE(server.received().size(), many);
    QCOMPARE(progress.size(), many);
    for (int i = 0; i < many; ++i) {
        QCOMPARE(progress.at(i).at(0).toInt(), i + 1);
        QCOMPARE(progress.at(i).at(2).toInt(), many);
    }
    QCOMPARE(progress.constLast().at(1).toInt(), 3);
    QHash<QString, Error::Kind> failed;
    for (const Batch::Failure &each : batch.failures())
        failed.insert(each.item, each.error.kind);
    const QHash<QString, Error::Kind> expected{
        {u"c7"_s, Error::Kind::Forbidden}, {u"c20"_s, Error::Kind::NotFound}, {u"c49"_s, Error::Kind::NotFound}};
    QCOMPARE(failed, expected);
    QCOMPARE(batch.succeeded().size(), many - 3);
    QVERIFY(batch.aborted().isEmpty() && batch.untouched().isEmpty());
}

void TestBatch::failedOnesAreRetriedAlone()
{
    bool healed = false;
    FaultServer server([&healed](const Received &request) {
        return !healed && request.target.endsWith('1') ? reply(403, R"({"detail":"no"})") : deleted();
    });
    Client client(server.url());
    Batch batch;
    addDeletes(batch, client.api);
    QSignalSpy finished(&batch, &Batch::finished);
    batch.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(batch.failures().size(), 5);
    healed = true;
    QSignalSpy progress(&batch, &Batch::progress);
    batch.retryFailed();
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(server.received().size(), many + 5);
    const QList<QVariant> first{many - 4, 0, many};
    const QList<QVariant> last{many, 0, many};
    QCOMPARE(progress.constFirst(), first);
    QCOMPARE(progress.constLast(), last);
    QVERIFY(batch.failures().isEmpty());
    QCOMPARE(batch.succeeded().size(), many);
}

void TestBatch::neverMoreThanFourAtOnce()
{
    Manual manual;
    Batch batch;
    for (int i = 0; i < 10; ++i)
        batch.add(QString::number(i), manual.operation());
    batch.start();
    QCOMPARE(manual.begun.size(), Batch::mostAtOnce);
    for (int i = 0; i < 10; ++i) {
        manual.begun.at(i)(Result<>());
        QCOMPARE(manual.begun.size(), qMin(10, i + 1 + Batch::mostAtOnce));
    }
    QVERIFY(!batch.isRunning());
}

void TestBatch::cancelInTheMiddleReachesTheServerAndStartsNothingMore()
{
    int answered = 0;
    FaultServer server([&answered](const Received &) { return answered++ < 10 ? deleted() : Scripted{{}, 0, Scripted::End::Hold}; });
    Client client(server.url());
    Batch batch;
    addDeletes(batch, client.api);
    QSignalSpy progress(&batch, &Batch::progress);
    QSignalSpy finished(&batch, &Batch::finished);
    batch.start();
    QTRY_COMPARE(server.received().size(), 10 + Batch::mostAtOnce);
    QTRY_COMPARE(progress.size(), 10);
    batch.cancel();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(progress.size(), 10); // what was aborted is no failure
    QCOMPARE(batch.succeeded().size(), 10);
    QCOMPARE(batch.aborted().size(), Batch::mostAtOnce);
    QCOMPARE(batch.untouched().size(), many - 10 - Batch::mostAtOnce);
    QVERIFY(batch.failures().isEmpty());
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.received().size(), 10 + Batch::mostAtOnce);
    batch.cancel();
    batch.retryFailed(); // nothing failed
    QCOMPARE(finished.size(), 2);
    QCOMPARE(server.received().size(), 10 + Batch::mostAtOnce);
}

void TestBatch::whatNeverStartedCanBeStartedLater()
{
    Manual manual;
    Batch batch;
    for (int i = 0; i < 6; ++i)
        batch.add(QString::number(i), manual.operation());
    batch.start();
    manual.begun.at(0)(failure(Error::Kind::Server));
    batch.cancel();
    QCOMPARE(manual.aborts, 4);
    QCOMPARE(batch.untouched(), QStringList{u"5"_s});
    batch.start();
    QCOMPARE(manual.begun.size(), 6);
    QSignalSpy progress(&batch, &Batch::progress);
    manual.begun.at(5)(Result<>());
    const QList<QVariant> last{2, 1, 6};
    QCOMPARE(progress.constLast(), last);
    QCOMPARE(batch.failures().constFirst().item, u"0"_s);
}

void TestBatch::operationsMayEndAtOnce()
{
    Batch batch;
    for (int i = 0; i < 10'000; ++i) { // deep recursion would show
        batch.add(QString::number(i), [i](const Batch::Done &done) -> Batch::Abort {
            done(i % 2 ? failure(Error::Kind::Invalid) : Result<>());
            return {};
        });
    }
    QSignalSpy finished(&batch, &Batch::finished);
    batch.start();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(batch.failures().size(), 5'000);
}

void TestBatch::anEmptyBatchFinishes()
{
    Batch batch;
    QSignalSpy finished(&batch, &Batch::finished);
    batch.start();
    QCOMPARE(finished.size(), 1);
}

void TestBatch::lateAndRepeatedReportsAreNoNews()
{
    Manual manual;
    Batch batch;
    batch.add(u"a"_s, manual.operation());
    QSignalSpy progress(&batch, &Batch::progress);
    batch.start();
    manual.begun.at(0)(failure(Error::Kind::Timeout));
    manual.begun.at(0)(Result<>());
    QCOMPARE(batch.failures().size(), 1);
    batch.retryFailed();
    manual.begun.at(0)(Result<>()); // the first attempt again, while the second is under way
    QVERIFY(batch.isRunning());
    manual.begun.at(1)(Result<>());
    QCOMPARE(progress.size(), 2);
    QVERIFY(batch.failures().isEmpty());
}

void TestBatch::goingAwayAbortsWhatIsUnderWay()
{
    FaultServer server([](const Received &) { return Scripted{{}, 0, Scripted::End::Hold}; });
    Client client(server.url());
    auto batch = std::make_unique<Batch>();
    addDeletes(*batch, client.api);
    QSignalSpy finished(batch.get(), &Batch::finished);
    batch->start();
    QTRY_COMPARE(server.received().size(), Batch::mostAtOnce);
    batch.reset();
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(finished.size(), 0);
}

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_batch.moc"
