#include "domain/taskexecution.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

using Status = OpenEnum<TaskExecutionStatus>;

class TestTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusWords_data();
    void statusWords();
    void unknownStatusKeepsItsText();
    void transitions_data();
    void transitions();
    void workflowExecutionIsReadFromTheOutput();
};

void TestTask::statusWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("terminal");
    QTest::addColumn<bool>("success");
    QTest::newRow("pending") << u"pending"_s << false << false;
    QTest::newRow("running") << u"running"_s << false << false;
    QTest::newRow("awaiting_human") << u"awaiting_human"_s << false << false;
    QTest::newRow("succeeded") << u"succeeded"_s << true << true;
    QTest::newRow("completed") << u"completed"_s << true << true;
    QTest::newRow("failed") << u"failed"_s << true << false;
    QTest::newRow("timeout") << u"timeout"_s << true << false;
    QTest::newRow("stopped") << u"stopped"_s << true << false;
    QTest::newRow("cancelled") << u"cancelled"_s << true << false;
}

void TestTask::statusWords()
{
    QFETCH(QString, text);
    const Status status = Status::fromWire(text);
    QVERIFY(!status.isUnknown());
    QCOMPARE(status.wire(), text);
    QTEST(isTerminal(status), "terminal");
    QTEST(isSuccess(status), "success");
}

void TestTask::unknownStatusKeepsItsText()
{
    const Status status = Status::fromWire(u"dreaming"_s);
    QVERIFY(status.isUnknown());
    QVERIFY(!isTerminal(status));
    QVERIFY(!isSuccess(status));
    QCOMPARE(status.wire(), u"dreaming"_s);
}

void TestTask::transitions_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("start") << u"pending"_s << u"running"_s << true;
    QTest::newRow("end at once") << u"pending"_s << u"failed"_s << true;
    QTest::newRow("end") << u"running"_s << u"completed"_s << true;
    QTest::newRow("wait") << u"running"_s << u"awaiting_human"_s << true;
    QTest::newRow("go on") << u"awaiting_human"_s << u"running"_s << true;
    QTest::newRow("stop while waiting") << u"awaiting_human"_s << u"stopped"_s << true;
    QTest::newRow("a new word") << u"running"_s << u"dreaming"_s << true;
    QTest::newRow("from a new word") << u"dreaming"_s << u"pending"_s << true;
    QTest::newRow("never pending again") << u"running"_s << u"pending"_s << false;
    QTest::newRow("nor while waiting") << u"awaiting_human"_s << u"pending"_s << false;
    QTest::newRow("no rise from the dead") << u"failed"_s << u"running"_s << false;
    QTest::newRow("the first end holds") << u"stopped"_s << u"completed"_s << false;
    QTest::newRow("nor a new word") << u"succeeded"_s << u"dreaming"_s << false;
}

void TestTask::transitions()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QTEST(canBecome(Status::fromWire(from), Status::fromWire(to)), "allowed");
}

void TestTask::workflowExecutionIsReadFromTheOutput()
{
    TaskExecution execution;
    QVERIFY(execution.workflowExecution().isEmpty());
    execution.output = QJsonObject{{u"workflow_execution_id"_s, u"e1"_s}};
    QCOMPARE(execution.workflowExecution(), ExecutionId(u"e1"_s));
    execution.output = u"text"_s;
    QVERIFY(execution.workflowExecution().isEmpty());
}

QTEST_APPLESS_MAIN(TestTask)
#include "tst_task.moc"
