#include "domain/run.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusNames_data();
    void statusNames();
    void unknownStatusKeepsItsText();
    void transitions_data();
    void transitions();
    void duration_data();
    void duration();
    void outputText_data();
    void outputText();
};

void TestRun::statusNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("value");
    QTest::addColumn<bool>("terminal");
    QTest::addColumn<bool>("success");
    QTest::newRow("pending") << u"pending"_s << static_cast<int>(RunStatus::Pending) << false << false;
    QTest::newRow("running") << u"running"_s << static_cast<int>(RunStatus::Running) << false << false;
    QTest::newRow("succeeded") << u"succeeded"_s << static_cast<int>(RunStatus::Succeeded) << true << true;
    QTest::newRow("completed") << u"completed"_s << static_cast<int>(RunStatus::Completed) << true << true;
    QTest::newRow("failed") << u"failed"_s << static_cast<int>(RunStatus::Failed) << true << false;
    QTest::newRow("timeout") << u"timeout"_s << static_cast<int>(RunStatus::Timeout) << true << false;
    QTest::newRow("cancelled") << u"cancelled"_s << static_cast<int>(RunStatus::Cancelled) << true << false;
}

void TestRun::statusNames()
{
    QFETCH(QString, text);
    const RunStatus status = RunStatus::fromWire(text);
    QTEST(static_cast<int>(status.value()), "value");
    QTEST(status.isTerminal(), "terminal");
    QTEST(status.isSuccess(), "success");
    QCOMPARE(status.wire(), text);
    QCOMPARE(status, RunStatus(status.value()));
}

// Contract 5: the columns are plain strings, so a later server may say anything.
void TestRun::unknownStatusKeepsItsText()
{
    const RunStatus paused = RunStatus::fromWire(u"paused"_s);
    QCOMPARE(paused.value(), RunStatus::Unknown);
    QCOMPARE(paused.wire(), u"paused"_s);
    QVERIFY(!paused.isTerminal());
    QVERIFY(!paused.isSuccess());
    QVERIFY(!(paused == RunStatus::fromWire(u"parked"_s)));
    QCOMPARE(paused, RunStatus::fromWire(u"paused"_s));
    QCOMPARE(RunStatus::fromWire(u"Succeeded"_s).value(), RunStatus::Unknown); // the wire is lower case
}

void TestRun::transitions_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("allowed");
    const QStringList terminal{u"succeeded"_s, u"completed"_s, u"failed"_s, u"timeout"_s, u"cancelled"_s};
    const auto row = [](const QString &from, const QString &to, bool allowed) {
        QTest::newRow(qPrintable(from + " to "_L1 + to)) << from << to << allowed;
    };
    for (const QString &end : terminal) {
        row(u"pending"_s, end, true);
        row(u"running"_s, end, true);
        row(u"paused"_s, end, true);
        for (const QString &other : {u"pending"_s, u"running"_s, u"succeeded"_s, u"failed"_s, u"paused"_s})
            row(end, other, false);
    }
    row(u"pending"_s, u"running"_s, true);
    row(u"running"_s, u"pending"_s, false);
    row(u"running"_s, u"paused"_s, true);
    row(u"paused"_s, u"running"_s, true);
}

void TestRun::transitions()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QTEST(RunStatus::fromWire(from).canBecome(RunStatus::fromWire(to)), "allowed");
}

void TestRun::duration_data()
{
    const QDateTime start(QDate(2026, 5, 2), QTime(9, 14, 3, 100), Qt::UTC);
    QTest::addColumn<QString>("status");
    QTest::addColumn<QDateTime>("created");
    QTest::addColumn<QDateTime>("updated");
    QTest::addColumn<qint64>("milliseconds"); // -1: not known
    QTest::newRow("over") << u"succeeded"_s << start << start.addMSecs(16300) << qint64(16300);
    QTest::newRow("at once") << u"failed"_s << start << start << qint64(0);
    QTest::newRow("still running") << u"running"_s << start << start.addMSecs(5) << qint64(-1);
    QTest::newRow("no start") << u"succeeded"_s << QDateTime() << start << qint64(-1);
    QTest::newRow("no end") << u"succeeded"_s << start << QDateTime() << qint64(-1);
}

void TestRun::duration()
{
    QFETCH(QString, status);
    Run run;
    run.status = RunStatus::fromWire(status);
    QFETCH(QDateTime, created);
    QFETCH(QDateTime, updated);
    run.createdAt = created;
    run.updatedAt = updated;
    QTEST(run.durationMs().value_or(-1), "milliseconds");
}

// The shapes of contract 3.6.
void TestRun::outputText_data()
{
    QTest::addColumn<QJsonValue>("output");
    QTest::addColumn<QString>("text");
    QTest::newRow("result") << QJsonValue(QJsonObject{{u"result"_s, u"Rain"_s}}) << u"Rain"_s;
    QTest::newRow("response") << QJsonValue(QJsonObject{{u"response"_s, u"Rain"_s}}) << u"Rain"_s;
    QTest::newRow("data") << QJsonValue(QJsonObject{{u"data"_s, u"Rain"_s}}) << u"Rain"_s;
    QTest::newRow("result with content") << QJsonValue(QJsonObject{{u"result"_s, QJsonObject{{u"content"_s, u"Rain"_s}}}}) << u"Rain"_s;
    QTest::newRow("bare string") << QJsonValue(u"Rain"_s) << u"Rain"_s;
    QTest::newRow("result beside an error") << QJsonValue(QJsonObject{{u"result"_s, u"half"_s}, {u"error"_s, u"cut"_s}}) << u"half"_s;
    QTest::newRow("null result") << QJsonValue(QJsonObject{{u"result"_s, QJsonValue()}, {u"error"_s, u"x"_s}}) << QString();
    QTest::newRow("structured data") << QJsonValue(QJsonObject{{u"data"_s, QJsonObject{{u"rows"_s, 3}}}}) << QString();
    QTest::newRow("model dump") << QJsonValue(QJsonObject{{u"temperature"_s, 12}}) << QString();
    QTest::newRow("list") << QJsonValue(QJsonArray{1}) << QString();
    QTest::newRow("null") << QJsonValue() << QString();
}

void TestRun::outputText()
{
    QFETCH(QJsonValue, output);
    Run run;
    run.output = output;
    QTEST(run.outputText(), "text");
}

QTEST_APPLESS_MAIN(TestRun)
#include "tst_run.moc"
