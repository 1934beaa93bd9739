#include "gui/guifixture.h"
#include "gui/runs/rundetail.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/statuschip.h"
#include "gui/workflows/stepmodel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agentsAreListedWithTheirDetails();
    void agentSearchNarrowsAndSaysWhenNothingMatches();
    void enterOnAnAgentAsksForAChat();
    void aFailedLoadOffersToTryAgain();
    void anEmptyServerSaysSo();
    void runsAreShownWithHowTheyAreKnown();
    void runFiltersWorkTogether();
    void theChosenRunIsShownAndWatchedOnlyWhileVisible();
    void stoppingARunAsksFirst();
    void aRunningRunUpdatesInPlace();
    void workflowsShowNestedSteps();
    void hostileDefinitionsStayText();
    void aDeepDefinitionIsCutNotFatal();
};

static QListView *openAgents(const GuiFixture &gui)
{
    gui.window->showPage(u"agents"_s);
    return gui.find<QListView>("agentList");
}

static QTableView *openRuns(const GuiFixture &gui)
{
    gui.window->showPage(u"runs"_s);
    return gui.find<QTableView>("runTable");
}

void TestPages::agentsAreListedWithTheirDetails()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    QListView *list = openAgents(gui);
    QCOMPARE(list->model()->rowCount(), 3);
    QVERIFY(list->currentIndex().isValid()); // something is always shown
    for (int row = 0; row < 3; ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data(AgentListModel::NameRole) == u"table"_s)
            list->setCurrentIndex(index);
    }
    QCOMPARE(gui.find<QPlainTextEdit>("agentInstructions")->toPlainText(), u"Write one SELECT.\nNever guess."_s);
    QVERIFY(gui.find<QPlainTextEdit>("agentInstructions")->isReadOnly());
    QStringList shown;
    const QList<QLabel *> labels = gui.find<QWidget>("agentsPage")->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            shown += label->text();
    }
    for (const QString &text : {u"Table analyst"_s, u"table"_s, u"agent"_s})
        QVERIFY2(shown.contains(text), qPrintable(text));
    QVERIFY(shown.join(u'|').contains(u"Built in"_s));
    QCOMPARE(gui.find<QPushButton>("agentTool")->text(), u"table_query"_s);
}

void TestPages::agentSearchNarrowsAndSaysWhenNothingMatches()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    QListView *list = openAgents(gui);
    QTest::keyClick(gui.window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"SQL table"_s); // words in any order, any case
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->currentIndex().data(AgentListModel::NameRole).toString(), u"table"_s);
    QTest::keyClicks(QApplication::focusWidget(), u" zebra"_s);
    QCOMPARE(list->model()->rowCount(), 0);
    QVERIFY(!gui.find<QPushButton>("chatWithAgent")->isVisible());
}

void TestPages::enterOnAnAgentAsksForAChat()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    QListView *list = openAgents(gui);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
    const QString chosen = list->currentIndex().data(AgentListModel::NameRole).toString();
    QCOMPARE(gui.find<QComboBox>("agentSelector")->currentData().toString(), chosen);
    gui.window->showPage(u"agents"_s);
    QTest::keyClick(gui.find<QPushButton>("chatWithAgent"), Qt::Key_Space);
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
}

void TestPages::aFailedLoadOffersToTryAgain()
{
    GuiFixture gui;
    bool broken = true;
    gui.script = [&broken](const Received &request) {
        if (request.target == "/agents" && broken)
            return reply(500, R"({"detail":"agents are on strike"})", "application/json", {"X-Request-Id: req-7"});
        return GuiFixture::sample(request.target);
    };
    QVERIFY(gui.open());
    QVERIFY(gui.show());
    gui.window->showPage(u"agents"_s);
    gui.agents.refresh();
    auto *banner = gui.find<QWidget>("agentsPage")->findChild<ErrorBanner *>();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 10000);
    QVERIFY(!gui.find<QListView>("agentList")->isVisible());
    broken = false;
    banner->findChild<QPushButton *>(u"errorAction"_s)->click();
    QTRY_VERIFY(gui.find<QListView>("agentList")->isVisible());
    QVERIFY(!banner->isVisible());
}

void TestPages::anEmptyServerSaysSo()
{
    GuiFixture gui;
    gui.script = [](const Received &request) {
        return request.target == "/agents" || request.target.startsWith("/runs") || request.target.startsWith("/agents/workflows")
                   ? json("[]")
                   : Scripted{};
    };
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    for (const auto &[page, text] :
         {std::pair{u"agents"_s, u"No agents"_s}, {u"runs"_s, u"No runs yet"_s}, {u"workflows"_s, u"No workflows"_s}}) {
        gui.window->showPage(page);
        auto *state = gui.window->findChild<QWidget *>(page + u"Page"_s)->findChild<EmptyState *>();
        QVERIFY(state->isVisible());
        QCOMPARE(state->accessibleName(), text);
    }
}

void TestPages::runsAreShownWithHowTheyAreKnown()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    QTableView *table = openRuns(gui);
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->rowCount(), 3);
    const QModelIndex done = table->model()->index(0, RunModel::StatusColumn);
    QCOMPARE(done.data().toString(), u"Succeeded"_s);
    QVERIFY(done.data(Qt::ToolTipRole).toString().startsWith(u"Final"_s));
    QCOMPARE(done.data(Qt::AccessibleDescriptionRole), done.data(Qt::ToolTipRole));
    const QModelIndex running = table->model()->index(1, RunModel::StatusColumn);
    QVERIFY(!running.data(Qt::ToolTipRole).toString().startsWith(u"Final"_s));
    QCOMPARE(table->model()->index(2, RunModel::PromptColumn).data().toString(), u"Quote <script>alert(1)</script>"_s);
}

void TestPages::runFiltersWorkTogether()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    QTableView *table = openRuns(gui);
    auto *group = gui.find<QComboBox>("runStatusFilter");
    group->setFocus();
    QTest::keyClick(group, Qt::Key_Down); // waiting or running
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(gui.find<QLabel>("runCount")->text(), u"1 of 3 loaded run(s)"_s);
    QTest::keyClick(gui.window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"region"_s);
    QCOMPARE(table->model()->rowCount(), 0);
    group->setCurrentIndex(0);
    QCOMPARE(table->model()->rowCount(), 1);
}

void TestPages::theChosenRunIsShownAndWatchedOnlyWhileVisible()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    QTableView *table = openRuns(gui);
    auto *detail = gui.find<RunDetail>("runDetail");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0)); // the running one
    QVERIFY(detail->isVisible());
    const auto streams = [&gui] {
        return std::count_if(gui.server.received().cbegin(), gui.server.received().cend(),
                             [](const Received &r) { return r.target.contains("/streams/runs/r2"); });
    };
    QTRY_VERIFY(streams() > 0);
    QTest::keyClick(table, Qt::Key_Up);
    QCOMPARE(gui.find<QPlainTextEdit>("runOutput")->toPlainText(), u"North sold most: 1 204 units."_s);
    QCOMPARE(gui.find<QListView>("runTimeline")->model()->rowCount(), 3);
    QVERIFY(gui.find<QPushButton>("openConversation")->isVisible());
    QVERIFY(!gui.find<QPushButton>("cancelRun")->isVisible()); // it has ended
    QTest::keyClick(gui.find<QPushButton>("openConversation"), Qt::Key_Space);
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
}

void TestPages::stoppingARunAsksFirst()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    QTableView *table = openRuns(gui);
    table->setCurrentIndex(table->model()->index(1, 0));
    auto *cancel = gui.find<QPushButton>("cancelRun");
    QVERIFY(cancel->isVisible());
    cancel->click();
    QCOMPARE(gui.dialogs.questions.size(), 1);
    const auto cancelled = [&gui] {
        return std::any_of(gui.server.received().cbegin(), gui.server.received().cend(),
                           [](const Received &r) { return r.target == "/runs/r2/cancel"; });
    };
    QVERIFY(!cancelled());
    gui.dialogs.questions.constFirst().yes();
    QTRY_VERIFY(cancelled());
}

void TestPages::aRunningRunUpdatesInPlace()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    QTableView *table = openRuns(gui);
    table->setCurrentIndex(table->model()->index(1, 0));
    auto *detail = gui.find<RunDetail>("runDetail");
    QCOMPARE(detail->findChild<StatusChip *>()->text(), u"Running"_s);
    Run run = *gui.runs.find(RunId(u"r2"_s));
    run.status = RunStatus::Failed;
    run.errorText = u"The model refused."_s;
    gui.runs.apply(run);
    QCOMPARE(detail->findChild<StatusChip *>()->text(), u"Failed"_s);
    QCOMPARE(table->currentIndex().row(), 1); // the choice stays
    QVERIFY(!gui.find<QPushButton>("cancelRun")->isVisible());
}

void TestPages::workflowsShowNestedSteps()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    gui.window->showPage(u"workflows"_s);
    auto *list = gui.find<QListView>("workflowList");
    QCOMPARE(list->model()->rowCount(), 2);
    for (int row = 0; row < 2; ++row) {
        if (list->model()->index(row, 0).data().toString() == u"Weather note"_s)
            list->setCurrentIndex(list->model()->index(row, 0));
    }
    const QAbstractItemModel *steps = gui.find<QTreeView>("workflowOutline")->model();
    QCOMPARE(steps->rowCount(), 4);
    QCOMPARE(steps->index(0, 0).data().toString(), u"Ask the weather"_s);
    QVERIFY(steps->index(1, 0).data(StepModel::SummaryRole).toString().contains(u"$.wx.temperature lt 5"_s));
    const QModelIndex parallel = steps->index(2, 0);
    QCOMPARE(steps->rowCount(parallel), 2);
    const QModelIndex loop = steps->index(1, 0, parallel);
    QCOMPARE(steps->rowCount(loop), 1);
    QVERIFY(loop.data(Qt::AccessibleTextRole).toString().startsWith(u"Loop"_s));
    QVERIFY(gui.find<QTreeView>("workflowOutline")->isExpanded(loop));
}

void TestPages::hostileDefinitionsStayText()
{
    Workflow workflow;
    WorkflowStep step;
    step.raw =
        QJsonObject{{u"id"_s, u"<b>x</b>"_s}, {u"type"_s, u"<i>new kind</i>"_s}, {u"description"_s, u"<img src='file:///etc/passwd'>"_s}};
    workflow.steps = {step};
    StepModel model;
    model.setWorkflow(workflow);
    QCOMPARE(model.index(0, 0).data(StepModel::TitleRole).toString(), u"<b>x</b>"_s);
    QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    QCOMPARE(model.index(0, 0).data(StepModel::IconNameRole).toString(), u"step"_s); // an unknown kind has a neutral icon

    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    openAgents(gui);
    const QList<QLabel *> labels = gui.find<QWidget>("agentsPage")->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY(!label->text().contains(u'<') || label->textFormat() == Qt::PlainText);
    const QAbstractItemModel *runs = openRuns(gui)->model();
    const QString tip = runs->index(2, RunModel::PromptColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(u"&lt;script&gt;"_s));
    QVERIFY(!tip.contains(u"<script>"_s));
}

void TestPages::aDeepDefinitionIsCutNotFatal()
{
    QJsonObject step{{u"id"_s, u"leaf"_s}, {u"type"_s, u"tool"_s}};
    for (int i = 0; i < 500; ++i)
        step = QJsonObject{{u"id"_s, u"p%1"_s.arg(i)}, {u"type"_s, u"parallel"_s}, {u"parallel_steps"_s, QJsonArray{step}}};
    Workflow workflow;
    WorkflowStep top;
    top.raw = step;
    workflow.steps = {top};
    StepModel model;
    model.setWorkflow(workflow);
    int depth = 0;
    for (QModelIndex index = model.index(0, 0); index.isValid(); index = model.index(0, 0, index))
        ++depth;
    QCOMPARE(depth, 33);
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
