// What an execution did, drawn over a workflow that is being edited (WF-22): it follows the steps, and goes with them.
#include "gui/workflows/run/overlay/executionoverlay.h"
#include "state/executions/executionrecord.h"
#include "state/executions/executionreplay.h"
#include "workflowstudio.h"

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr auto twoSteps = R"([{"id":"a","type":"agent"},{"id":"p","type":"parallel","parallel_steps":[{"id":"b","type":"tool"}]}])";

ExecutionRecord ended()
{
    const QDateTime start(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
    ExecutionRecord out;
    out.execution.status = ExecutionStatus::Completed;
    out.execution.startedAt = start;
    for (const QString &id : {u"a"_s, u"p"_s, u"b"_s}) {
        StepExecution step;
        step.stepId = id;
        step.status = StepStatus::Completed;
        step.output = u"of "_s + id;
        step.startedAt = start;
        step.completedAt = start.addSecs(1);
        out.steps.append(step);
    }
    return out;
}

void showAll(ExecutionOverlay &overlay)
{
    const ExecutionRecord record = ended();
    const ExecutionReplay replay(record.execution, record.steps);
    overlay.show(record, replay.at(replay.length()));
}

} // namespace

class TestExecutionOverlay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void WF_22_whatIsDeletedTakesItsStateAlong();
    void WF_22_anotherDefinitionIsDrawnOverAgain();
};

void TestExecutionOverlay::WF_22_whatIsDeletedTakesItsStateAlong()
{
    test::WorkflowStudio studio(twoSteps);
    ExecutionOverlay overlay(studio.graph, studio.scene);
    showAll(overlay);
    QVERIFY(!overlay.textOf(studio.node("a")).isEmpty());
    QCOMPARE(overlay.dataOf(studio.node("b")), u"of b"_s);
    studio.editing.remove({studio.node("a"), studio.node("p")}); // with what is in it
    studio.scene.updateNow();
    QCOMPARE(studio.graph.count(), 0);
    studio.editing.undo();
    studio.scene.updateNow();
    QVERIFY(!overlay.textOf(studio.node("a")).isEmpty());
    QCOMPARE(overlay.dataOf(studio.node("b")), u"of b"_s);
}

void TestExecutionOverlay::WF_22_anotherDefinitionIsDrawnOverAgain()
{
    test::WorkflowStudio studio(twoSteps);
    ExecutionOverlay overlay(studio.graph, studio.scene);
    showAll(overlay);
    studio.graph.setDefinition(studio.graph.definition());
    studio.scene.updateNow();
    QCOMPARE(overlay.dataOf(studio.node("a")), u"of a"_s);
    QCOMPARE(overlay.dataOf(studio.node("b")), u"of b"_s);
}

QTEST_MAIN(TestExecutionOverlay)
#include "tst_executionoverlay.moc"
