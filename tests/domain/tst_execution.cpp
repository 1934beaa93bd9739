#include "domain/execution.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

class TestExecution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusNames_data();
    void statusNames();
    void unknownStatusKeepsItsText();
    void transitions_data();
    void transitions();
    void stepStatusNames_data();
    void stepStatusNames();
};

void TestExecution::statusNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("value");
    QTest::addColumn<bool>("terminal");
    QTest::addColumn<bool>("success");
    const auto row = [](const char *text, ExecutionStatus value, bool terminal, bool success) {
        QTest::newRow(text) << QString::fromLatin1(text) << static_cast<int>(value) << terminal << success;
    };
    row("pending", ExecutionStatus::Pending, false, false);
    row("running", ExecutionStatus::Running, false, false);
    row("awaiting_human", ExecutionStatus::AwaitingHuman, false, false);
    row("completed", ExecutionStatus::Completed, true, true);
    row("succeeded", ExecutionStatus::Succeeded, true, true);
    row("failed", ExecutionStatus::Failed, true, false);
    row("stopped", ExecutionStatus::Stopped, true, false);
    row("timeout", ExecutionStatus::Timeout, true, false);
    row("cancelled", ExecutionStatus::Cancelled, true, false);
}

void TestExecution::statusNames()
{
    QFETCH(QString, text);
    const auto status = OpenEnum<ExecutionStatus>::fromWire(text);
    QTEST(static_cast<int>(status.value()), "value");
    QTEST(isTerminal(status), "terminal");
    QTEST(isSuccess(status), "success");
    QCOMPARE(status.wire(), text);
}

void TestExecution::unknownStatusKeepsItsText()
{
    const auto hibernating = OpenEnum<ExecutionStatus>::fromWire(u"hibernating"_s);
    QVERIFY(hibernating.isUnknown());
    QCOMPARE(hibernating.wire(), u"hibernating"_s);
    QVERIFY(!isTerminal(hibernating));
    QVERIFY(!isSuccess(hibernating));
}

void TestExecution::transitions_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("allowed");
    const QStringList open{u"pending"_s, u"running"_s, u"awaiting_human"_s, u"hibernating"_s};
    const QStringList ends{u"completed"_s, u"succeeded"_s, u"failed"_s, u"stopped"_s, u"timeout"_s, u"cancelled"_s};
    const auto row = [](const QString &from, const QString &to, bool allowed) {
        QTest::newRow(qPrintable(from + " to "_L1 + to)) << from << to << allowed;
    };
    for (const QString &end : ends) {
        for (const QString &state : open) {
            row(state, end, true);
            row(end, state, false); // a terminal state never goes back
        }
        for (const QString &other : ends) {
            const bool endedByItself = other == "completed"_L1 || other == "succeeded"_L1 || other == "failed"_L1;
            row(end, other, end == "stopped"_L1 && endedByItself);
        }
    }
    for (const QString &from : open) {
        for (const QString &to : open)
            row(from, to, to != "pending"_L1 || from == "pending"_L1);
    }
}

void TestExecution::transitions()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QTEST(canBecome(OpenEnum<ExecutionStatus>::fromWire(from), OpenEnum<ExecutionStatus>::fromWire(to)), "allowed");
}

void TestExecution::stepStatusNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("value");
    QTest::addColumn<bool>("terminal");
    const auto row = [](const char *text, StepStatus value, bool terminal) {
        QTest::newRow(text) << QString::fromLatin1(text) << static_cast<int>(value) << terminal;
    };
    row("pending", StepStatus::Pending, false);
    row("running", StepStatus::Running, false);
    row("completed", StepStatus::Completed, true);
    row("succeeded", StepStatus::Succeeded, true);
    row("failed", StepStatus::Failed, true);
    row("skipped", StepStatus::Skipped, true);
    row("hibernating", StepStatus::Unknown, false);
}

void TestExecution::stepStatusNames()
{
    QFETCH(QString, text);
    const auto status = OpenEnum<StepStatus>::fromWire(text);
    QTEST(static_cast<int>(status.value()), "value");
    QTEST(isTerminal(status), "terminal");
    QCOMPARE(status.wire(), text);
}

QTEST_APPLESS_MAIN(TestExecution)
#include "tst_execution.moc"
