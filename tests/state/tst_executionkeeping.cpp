// What this computer keeps of executions, and of what workflows were given: over restarts, each account its own, without secrets.
#include "state/cache/cacheschema.h"
#include "state/cache/cachetable.h"
#include "state/executions/executionrecords.h"
#include "state/executions/workflowinputs.h"
#include "state/store/turnjournal.h"
#include "wire/json/executionjson.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

struct Disk {
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(u"user"_s)};
    std::unique_ptr<StoreThread> user = std::make_unique<StoreThread>(folder, userStoreKind(folder));
    std::unique_ptr<StoreThread> cache = std::make_unique<StoreThread>(folder, cacheStoreKind(folder));

    void reopen() // only without anything that uses them
    {
        user.reset();
        cache.reset();
        user = std::make_unique<StoreThread>(folder, userStoreKind(folder));
        cache = std::make_unique<StoreThread>(folder, cacheStoreKind(folder));
    }
};

const WorkflowId workflow(u"w"_s);

ExecutionRecord record(const QString &id, int minute, ExecutionStatus status = ExecutionStatus::Completed)
{
    ExecutionRecord out;
    out.execution.id = ExecutionId(id);
    out.execution.workflowId = workflow;
    out.execution.status = status;
    out.execution.startedAt = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000LL + minute * 60'000LL, Qt::UTC);
    out.execution.completedAt = out.execution.startedAt.addSecs(2);
    out.execution.durationSeconds = 2.0;
    out.execution.stepOutputs = {{u"a"_s, QJsonObject{{u"text"_s, u"<b>hostile</b>"_s}}}};
    out.execution.usage = {3, 100, 20, 1, 0.25};
    StepExecution step;
    step.id = StepExecutionId(u"s1"_s);
    step.stepId = u"a"_s;
    step.status = StepStatus::Completed;
    step.input = QJsonObject{{u"city"_s, u"Bern"_s}};
    step.output = QJsonArray{1, 2};
    step.startedAt = out.execution.startedAt;
    step.completedAt = out.execution.completedAt;
    out.steps = {step};
    out.definition = {{u"name"_s, u"weather"_s}, {u"steps"_s, QJsonArray{QJsonObject{{u"id"_s, u"a"_s}}}}};
    return out;
}

std::optional<ExecutionRecord> found(ExecutionRecords &records, const QString &id)
{
    std::optional<std::optional<ExecutionRecord>> out;
    QObject context;
    records.find(ExecutionId(id), &context, [&out](const Result<std::optional<ExecutionRecord>> &one) { out = one ? *one : std::nullopt; });
    return QTest::qWaitFor([&out] { return out.has_value(); }, 10'000) ? *out : std::nullopt;
}

QStringList listed(ExecutionRecords &records)
{
    std::optional<QStringList> out;
    QObject context;
    records.list(workflow, &context, [&out](const Result<QList<WorkflowExecution>> &rows) {
        out.emplace();
        for (const WorkflowExecution &row : rows ? *rows : QList<WorkflowExecution>())
            out->append(row.id.value() + (row.stepOutputs.isEmpty() ? u""_s : u" with outputs"_s));
    });
    return QTest::qWaitFor([&out] { return out.has_value(); }, 10'000) ? *out : QStringList{u"no answer"_s};
}

} // namespace

class TestExecutionKeeping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D_61_aFinishedExecutionIsWholeAfterARestart();
    void D_61_oneThatHasNotEndedIsNotKept();
    void D_61_theOldestGo();
    void D_61_anotherAccountSeesNothing();
    void D_61_aRemovedAccountLeavesNothing();
    void WF_18_lastInputsComeBackLatestFirst();
    void WF_18_presetsSurviveARestart();
    void WF_18_secretsAreNotKept();
    void WF_18_anotherAccountHasItsOwn();
};

void TestExecutionKeeping::D_61_aFinishedExecutionIsWholeAfterARestart()
{
    Disk disk;
    {
        ExecutionRecords records(*disk.cache);
        records.open(u"me"_s);
        records.keep(record(u"e1"_s, 1));
        QCOMPARE(found(records, u"e1"_s), record(u"e1"_s, 1));
    }
    disk.reopen();
    ExecutionRecords records(*disk.cache);
    records.open(u"me"_s);
    QCOMPARE(found(records, u"e1"_s), record(u"e1"_s, 1));
    QVERIFY(!found(records, u"other"_s));
}

void TestExecutionKeeping::D_61_oneThatHasNotEndedIsNotKept()
{
    Disk disk;
    ExecutionRecords records(*disk.cache);
    records.open(u"me"_s);
    records.keep(record(u"e1"_s, 1, ExecutionStatus::Running));
    records.keep(record(u"e2"_s, 2, ExecutionStatus::AwaitingHuman));
    QCOMPARE(listed(records), QStringList());
}

void TestExecutionKeeping::D_61_theOldestGo()
{
    Disk disk;
    ExecutionRecords records(*disk.cache);
    records.open(u"me"_s);
    for (int i = 0; i < ExecutionRecords::most + 5; ++i)
        records.keep(record(u"e%1"_s.arg(i), i));
    records.keep(record(u"e7"_s, 7)); // again
    const QStringList ids = listed(records);
    QCOMPARE(ids.size(), ExecutionRecords::most);
    QCOMPARE(ids.constFirst(), u"e%1"_s.arg(ExecutionRecords::most + 4));
    QCOMPARE(ids.count(u"e7"_s), 1);
    QVERIFY(!ids.contains(u"e4"_s));
}

void TestExecutionKeeping::D_61_anotherAccountSeesNothing()
{
    Disk disk;
    ExecutionRecords records(*disk.cache);
    records.open(u"me"_s);
    records.keep(record(u"e1"_s, 1));
    records.open(u"you"_s);
    QVERIFY(!found(records, u"e1"_s));
    QCOMPARE(listed(records), QStringList());
    records.open(u"me"_s);
    QVERIFY(found(records, u"e1"_s));
}

void TestExecutionKeeping::D_61_aRemovedAccountLeavesNothing()
{
    for (const bool isAlone : {true, false}) {
        Disk disk;
        ExecutionRecords records(*disk.cache);
        if (!isAlone) {
            records.open(u"you"_s);
            records.keep(record(u"e2"_s, 1));
        }
        records.open(u"me"_s);
        records.keep(record(u"e1"_s, 1));
        disk.cache->run(
            this, [](Database &database) { CacheTable(database, u"me"_s).removeAccount(); },
            [](const Result<> &outcome) { QVERIFY(outcome); });
        QVERIFY(!found(records, u"e1"_s));
        records.open(u"you"_s);
        QCOMPARE(found(records, u"e2"_s).has_value(), !isAlone);
    }
}

void TestExecutionKeeping::WF_18_lastInputsComeBackLatestFirst()
{
    Disk disk;
    {
        WorkflowInputs inputs(*disk.user);
        inputs.open(u"me"_s);
        for (int i = 0; i < WorkflowInputs::mostLast + 3; ++i)
            inputs.used(workflow, {{u"n"_s, i}});
        inputs.used(workflow, {{u"n"_s, 5}});
        QTRY_VERIFY(inputs.isLoaded());
        QCOMPARE(inputs.last(workflow).size(), WorkflowInputs::mostLast);
        QCOMPARE(inputs.last(workflow).constFirst().input, (QJsonObject{{u"n"_s, 5}}));
        QVERIFY(inputs.last(WorkflowId(u"other"_s)).isEmpty());
    }
    disk.reopen();
    WorkflowInputs inputs(*disk.user);
    inputs.open(u"me"_s);
    QTRY_VERIFY(inputs.isLoaded());
    QCOMPARE(inputs.last(workflow).size(), WorkflowInputs::mostLast);
    QCOMPARE(inputs.last(workflow).constFirst().input, (QJsonObject{{u"n"_s, 5}}));
}

void TestExecutionKeeping::WF_18_presetsSurviveARestart()
{
    Disk disk;
    {
        WorkflowInputs inputs(*disk.user);
        inputs.open(u"me"_s);
        QVERIFY(inputs.keep(workflow, u" Bern "_s, {{u"city"_s, u"Bern"_s}}));
        QVERIFY(inputs.keep(workflow, u"Arosa"_s, {{u"city"_s, u"Arosa"_s}}));
        QVERIFY(inputs.keep(workflow, u"Bern"_s, {{u"city"_s, u"Bern BE"_s}})); // replaced
        QVERIFY(!inputs.keep(workflow, u"  "_s, {}));
        QVERIFY(!inputs.keep(workflow, u"long"_s, {{u"text"_s, QString(WorkflowInput::maxBytes, u'x')}}));
    }
    disk.reopen();
    WorkflowInputs inputs(*disk.user);
    inputs.open(u"me"_s);
    QTRY_VERIFY(inputs.isLoaded());
    const QList<WorkflowInput> presets = inputs.presets(workflow);
    QCOMPARE(presets.size(), 2);
    QCOMPARE(presets.at(0).name, u"Arosa"_s);
    QCOMPARE(presets.at(1).input, (QJsonObject{{u"city"_s, u"Bern BE"_s}}));
    inputs.remove(presets.at(0).id);
    QCOMPARE(inputs.presets(workflow).size(), 1);
}

void TestExecutionKeeping::WF_18_secretsAreNotKept()
{
    Disk disk;
    WorkflowInputs inputs(*disk.user);
    inputs.open(u"me"_s);
    QVERIFY(inputs.keep(workflow, u"with key"_s, {{u"api_key"_s, u"sk-canary-0123456789abcdef"_s}, {u"city"_s, u"Bern"_s}}));
    inputs.used(workflow, {{u"password"_s, u"canary-password"_s}});
    QTRY_VERIFY(inputs.isLoaded());
    disk.user->waitForJobs(5000);
    QByteArray everything;
    QDirIterator all(disk.dir.path(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        everything += file.readAll();
    }
    QVERIFY(everything.contains("Bern"));
    QVERIFY(!everything.contains("canary"));
}

void TestExecutionKeeping::WF_18_anotherAccountHasItsOwn()
{
    Disk disk;
    WorkflowInputs inputs(*disk.user);
    inputs.open(u"me"_s);
    QVERIFY(inputs.keep(workflow, u"mine"_s, {}));
    inputs.open(u"you"_s);
    QTRY_VERIFY(inputs.isLoaded());
    QVERIFY(inputs.presets(workflow).isEmpty());
    inputs.open(u"me"_s);
    QTRY_VERIFY(inputs.isLoaded());
    QCOMPARE(inputs.presets(workflow).size(), 1);
    inputs.forget(u"me"_s);
    QVERIFY(inputs.presets(workflow).isEmpty());
}

QTEST_GUILESS_MAIN(TestExecutionKeeping)
#include "tst_executionkeeping.moc"
