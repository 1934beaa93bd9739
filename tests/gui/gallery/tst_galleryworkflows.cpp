// Pictures of workflows: their page, the studio with the fields, the problems and the simulation, a run and its executions. See
// tst_gallerychat.cpp.
#include "gui/gallery/stage.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "gui/workflows/canvas/workflowview.h"
#include "gui/workflows/run/executionspane.h"
#include "gui/workflows/run/executionview.h"
#include "gui/workflows/studio/workflowcanvas.h"
#include "gui/workflows/studio/workflowstudio.h"
#include "gui/workflows/workflowspage.h"
#include "state/executions/executionfollow.h"
#include "state/workflows/workflowgraph.h"
#include "support/faultserver.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// The example of contract 5.4, with a loop and parallel steps behind it, and one mistake.
const QByteArray workflow = R"({"id":"w1","name":"weather-note","description":"Warns about frost, and writes a short note.","version":4,
"updated_at":"2026-05-02T10:00:00Z","is_active":true,"trigger":{"type":"cron","cron":"0 6 * * *","timezone":"Europe/Zurich"},
"guardrails":{"request_limit":5,"tool_calls_limit":5},"input_schema":{"type":"object","required":["city"],
 "properties":{"city":{"type":"string","title":"City","description":"As the weather service knows it"},"days":{"type":"integer","default":3}}},
"steps":[
 {"id":"wx","name":"Weather","type":"tool","tool":"get_weather","tool_args":{"location":"$.input.city"}},
 {"id":"cold","name":"Is it cold?","type":"condition",
  "condition":{"field":"$.wx.temperature","operator":"lt","value":5,"then_step":"warn","else_step":"note"}},
 {"id":"warn","name":"Warn","type":"agent","agent":"chat-agent","agent_prompt":"Warn about frost: $.wx"},
 {"id":"ask","type":"human","human_config":{"notification":"Send the warning to everybody?","options":[{"id":"yes","label":"Send"},
  {"id":"no","label":"Do not send"}],"timeout_minutes":60,"on_timeout":"skip"}},
 {"id":"note","name":"Note","type":"agent","agent":"chat-agent","agent_prompt":"Short note: $.wx and $.missing.text","next_step":"warn"},
 {"id":"each","name":"Each day","type":"loop","loop_config":{"items_path":"$.wx.days","steps":[
   {"id":"line","name":"One line","type":"agent","agent":"chat-agent","agent_prompt":"$.item"}]}},
 {"id":"both","name":"Two languages","type":"parallel","parallel_steps":[
   {"id":"de","name":"German","type":"agent","agent":"chat-agent","agent_prompt":"In German: $.note.result"},
   {"id":"fr","name":"French","type":"agent","agent":"chat-agent","agent_prompt":"In French: $.note.result"}]}]})";

const QByteArray execution = R"({"id":"e1","workflow_id":"w1","status":"completed","trigger_source":"manual","input_data":{"city":"Bern"},
"step_outputs":{},"usage_requests":3,"usage_input_tokens":1210,"usage_output_tokens":340,"usage_tool_calls":1,"estimated_cost_dollars":0.0132,
"started_at":"2026-05-02T10:00:00Z","completed_at":"2026-05-02T10:00:12Z","duration_seconds":12.4,"error":null})";

const QByteArray steps = R"([
{"id":"s1","step_id":"wx","status":"completed","output_data":{"temperature":-2,"conditions":"clear","location":"Bern"},"usage_requests":0,
 "usage_input_tokens":0,"usage_output_tokens":0,"estimated_cost_dollars":0,"started_at":"2026-05-02T10:00:00Z",
 "completed_at":"2026-05-02T10:00:01Z","duration_seconds":1.1,"error":null},
{"id":"s2","step_id":"cold","status":"completed","output_data":{"condition_result":true,"next_step":"warn"},"usage_requests":0,
 "usage_input_tokens":0,"usage_output_tokens":0,"estimated_cost_dollars":0,"started_at":"2026-05-02T10:00:01Z",
 "completed_at":"2026-05-02T10:00:01Z","duration_seconds":0.1,"error":null},
{"id":"s3","step_id":"warn","status":"completed","output_data":{"result":"Frost tonight: cover the plants."},"usage_requests":1,
 "usage_input_tokens":410,"usage_output_tokens":120,"estimated_cost_dollars":0.004,"started_at":"2026-05-02T10:00:01Z",
 "completed_at":"2026-05-02T10:00:05Z","duration_seconds":4.2,"error":null},
{"id":"s4","step_id":"note","status":"completed","output_data":{"result":"Minus two degrees and clear."},"usage_requests":2,
 "usage_input_tokens":810,"usage_output_tokens":230,"estimated_cost_dollars":0.0081,"started_at":"2026-05-02T10:00:06Z",
 "completed_at":"2026-05-02T10:00:09Z","duration_seconds":3.3,"error":null}])";

} // namespace

class TestGalleryWorkflows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void thePage();
    void theStudio();
    void aRunAndItsExecutions();

private:
    [[nodiscard]] bool open(Stage &stage); // the page, at the workflow
    [[nodiscard]] bool openStudio(Stage &stage);
    void showSide(Stage &stage, int tab);

    QString m_look;
};

// Every function runs once in each.
void TestGalleryWorkflows::initTestCase_data()
{
    QTest::addColumn<QString>("look");
    for (const char *look : {"light", "dark", "rtl"})
        QTest::newRow(look) << QString::fromLatin1(look);
}

void TestGalleryWorkflows::init()
{
    QFETCH_GLOBAL(QString, look);
    m_look = look;
}

void TestGalleryWorkflows::cleanup()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        window->close();
}

bool TestGalleryWorkflows::open(Stage &stage)
{
    stage.instead = [](const Received &request) -> Scripted {
        if (request.target == "/agents/workflows")
            return json('[' + workflow + ']');
        if (request.target.startsWith("/agents/workflows/w1/executions"))
            return json('[' + execution + ']');
        if (request.target == "/agents/workflows/executions/e1/steps")
            return json(steps);
        if (request.target == "/agents/workflows/executions/e1")
            return json(execution);
        if (request.target == "/agents")
            return json(R"([{"id":"a1","name":"chat-agent","display_name":"Chat agent","is_active":true}])");
        if (request.target == "/agents/tools")
            return json(R"([{"id":"t1","name":"get_weather","description":"Says the weather.","entrypoint":"a:b","is_builtin":true}])");
        return {};
    };
    if (!stage.start())
        return false;
    stage.window->resize(1500, 950);
    stage.definitions.open(u"ada"_s);
    stage.workflowWork.open(u"ada"_s);
    stage.window->showPage(u"workflows"_s);
    return QTest::qWaitFor([&stage] { return stage.find<WorkflowsPage>("workflowsPage")->choose(WorkflowId(u"w1"_s)); }, 5000);
}

bool TestGalleryWorkflows::openStudio(Stage &stage)
{
    if (!open(stage))
        return false;
    QTest::mouseClick(stage.find<QPushButton>("workflowOpen"), Qt::LeftButton);
    return QTest::qWaitFor(
        [&stage] {
            const auto *studio = stage.find<WorkflowStudio>("workflowStudio");
            const auto *problems = stage.find<QToolButton>("studioProblems");
            return studio && studio->isVisible() && problems && problems->text() != u"No problems"_s;
        },
        5000);
}

void TestGalleryWorkflows::showSide(Stage &stage, int tab)
{
    stage.find<QTabWidget>("studioSide")->setCurrentIndex(tab);
}

void TestGalleryWorkflows::thePage()
{
    Stage stage(m_look);
    QVERIFY(open(stage));
    VERIFY_LOOKS(stage, *stage.window, u"workflows-page"_s);
}

void TestGalleryWorkflows::theStudio()
{
    Stage stage(m_look);
    QVERIFY(openStudio(stage));
    WorkflowCanvas &canvas = stage.find<WorkflowStudio>("workflowStudio")->canvas();
    canvas.scene().updateNow();
    canvas.view().fit();
    canvas.reveal(canvas.scene().graph().nodeOfStepId(u"cold"_s));
    VERIFY_LOOKS(stage, *stage.window, u"workflow-studio-condition"_s);
    canvas.reveal(canvas.scene().graph().nodeOfStepId(u"ask"_s));
    QTest::mouseClick(stage.find<QToolButton>("studioProblems"), Qt::LeftButton);
    VERIFY_LOOKS(stage, *stage.window, u"workflow-studio-problems"_s);
    canvas.reveal(NodeId::Root);
    showSide(stage, 1);
    VERIFY_LOOKS(stage, *stage.window, u"workflow-studio-workflow"_s);
    showSide(stage, 3);
    QTRY_VERIFY(stage.find<QTableView>("simulationSteps")->model()->rowCount() > 0);
    VERIFY_LOOKS(stage, *stage.window, u"workflow-studio-simulation"_s);
}

void TestGalleryWorkflows::aRunAndItsExecutions()
{
    Stage stage(m_look);
    QVERIFY(openStudio(stage));
    showSide(stage, 2);
    ExecutionView *view = stage.find<WorkflowStudio>("workflowStudio")->executions().view();
    QTRY_VERIFY(view->follow().record().steps.size() == 4);
    stage.find<QTableView>("executionSteps")->selectRow(2);
    VERIFY_LOOKS(stage, *stage.window, u"workflow-execution"_s);
    QTest::mouseClick(stage.find<QPushButton>("studioRun"), Qt::LeftButton);
    auto *dialog = stage.find<QDialog>("workflowRunDialog");
    QVERIFY(dialog && dialog->isVisible());
    VERIFY_LOOKS(stage, *dialog, u"workflow-run"_s);
}

QTEST_MAIN(TestGalleryWorkflows)
#include "tst_galleryworkflows.moc"
