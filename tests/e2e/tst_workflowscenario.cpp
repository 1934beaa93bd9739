// Scenarios 6 and 7 of inventory 5.7 in the whole program against the local server: a workflow with a condition, parallel steps, a loop and
// a person is drawn, checked, run, answered, stopped, run again and compared; a foreign one keeps everything that nobody changed.
#include "deskdriver.h"
#include "gui/approvals/humanstepcard.h"
#include "gui/workflows/canvas/steppalette.h"
#include "gui/workflows/canvas/stepselection.h"
#include "gui/workflows/canvas/workflowscene.h"
#include "gui/workflows/canvas/workflowview.h"
#include "gui/workflows/run/executionspane.h"
#include "gui/workflows/run/executionview.h"
#include "gui/workflows/studio/workflowcanvas.h"
#include "gui/workflows/studio/workflowstudio.h"
#include "signedin.h"
#include "state/executions/executionfollow.h"
#include "state/workflows/workflowgraph.h"
#include "support/localserverprocess.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int patienceMs = 30'000;
constexpr int mostTabs = 250;

// What another client made: kinds, members and an order this version does not know (BUG-64).
const QByteArray foreign = R"({"name":"foreign flow","description":"from elsewhere","x_owner":{"team":"blue","list":[1,null,2.5]},
"steps":[
 {"id":"first","type":"transform","transform":{"value":"$.input.city"},"retry_policy":{"max":3,"backoff":null},"position":{"x":10,"y":20,"z":7}},
 {"id":"choice","type":"condition","condition":{"field":"$.first","operator":"eq","value":"Bern","then_step":"warn","else_step":"note","hint":"h"},
  "next_step":"note","output_key":"k"},
 {"id":"warn","type":"transform","transform":{"value":"warned"},"guardrails":{"request_limit":2,"x_limit":9}},
 {"id":"both","type":"parallel","parallel_steps":[{"id":"p1","type":"transform","transform":{"value":1},"x":true},
                                                   {"id":"p2","type":"transform","transform":{"value":2}}]},
 {"id":"note","type":"transform","transform":{"value":"noted"}}],
"trigger":{"type":"manual","x_zone":"Europe/Zurich"}})";

// Kept only where somebody wants to look at it.
void picture(Desk &desk, const QString &name)
{
    const QString folder = qEnvironmentVariable("DESK_SHOTS");
    if (!folder.isEmpty())
        desk.app.window().grab().save(folder + u'/' + name + u".png"_s);
}

QJsonObject without(QJsonObject object, const QStringList &members)
{
    for (const QString &member : members)
        object.remove(member);
    return object;
}

} // namespace

class TestWorkflowScenario : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void scenario_6_aWorkflowIsDrawnCheckedRunAnsweredAndCompared_data();
    void scenario_6_aWorkflowIsDrawnCheckedRunAnsweredAndCompared();
    void scenario_7_movingAStepOfAForeignWorkflowChangesNothingElse();
    void scenario_5_4_aBranchRunsOnIntoTheOtherAndTheCanvasSaysSo();

private:
    [[nodiscard]] QJsonDocument asked(const QByteArray &verb, const QString &path, const QByteArray &body = {});
    void openPage(Desk &desk);
    void openStudio(Desk &desk, const QString &name);
    void draw(Desk &desk, bool byKeys);
    void run(Desk &desk, bool byKeys, const QByteArray &input);
    void answer(Desk &desk, bool byKeys, const QString &option);
    void stopOne(Desk &desk, bool byKeys);
    void compareBoth(Desk &desk, bool byKeys);
    [[nodiscard]] bool add(Desk &desk, bool byKeys, const QString &kind);
    [[nodiscard]] static bool press(QAbstractButton *button, bool byKeys);
    [[nodiscard]] static bool write(Desk &desk, const QString &field, const QString &text);
    [[nodiscard]] static const WorkflowExecution &shown(Desk &desk)
    {
        return studio(desk)->executions().view()->follow().record().execution;
    }
    [[nodiscard]] static WorkflowStudio *studio(Desk &desk) { return desk.find<WorkflowStudio>(u"workflowStudio"_s); }
    [[nodiscard]] Options start(const QTemporaryDir &home);

    KeychainStore m_keychain;
    Profile m_profile;
    std::unique_ptr<LocalServerProcess> m_server;
};

void TestWorkflowScenario::initTestCase()
{
    QVERIFY2(qEnvironmentVariableIsSet("DESK_TEST_KEYRING"), "run it within packaging/with-keyring.sh, as make test does");
}

void TestWorkflowScenario::cleanup()
{
    bool removed = false;
    m_keychain.remove(sessionKey(m_profile), this, [&removed](const Result<> &) { removed = true; });
    QTRY_VERIFY(removed);
    m_server.reset();
}

QJsonDocument TestWorkflowScenario::asked(const QByteArray &verb, const QString &path, const QByteArray &body)
{
    QNetworkRequest request(m_server->url(path));
    request.setRawHeader("Authorization", "Bearer " + m_server->token());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkAccessManager manager;
    QNetworkReply *reply = manager.sendCustomRequest(request, verb, body);
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000))
        return {};
    return QJsonDocument::fromJson(reply->readAll());
}

Options TestWorkflowScenario::start(const QTemporaryDir &home)
{
    m_server = std::make_unique<LocalServerProcess>(home.filePath(u"server"_s));
    if (!m_server->start())
        return {};
    m_profile = {Profile::Kind::Team, u"Team"_s, m_server->url({})};
    if (!signedIn(home, m_keychain, m_profile, tokenSession(m_server->token())))
        return {};
    Options options = optionsFor(home);
    options.userDir = home.filePath(u"user"_s);
    options.model.clear();
    return options;
}

void TestWorkflowScenario::openPage(Desk &desk)
{
    QVERIFY(desk.isReady());
    desk.app.window().activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &desk.app.window());
    for (int key = Qt::Key_1; key <= Qt::Key_9 && desk.app.window().currentPage() != u"workflows"_s; ++key)
        QTest::keyClick(&desk.app.window(), static_cast<Qt::Key>(key), Qt::ControlModifier);
    QCOMPARE(desk.app.window().currentPage(), u"workflows"_s);
    QTRY_VERIFY(desk.find<QListView>(u"workflowList"_s)->model()->rowCount() > 0);
}

// By keys: found in the list, and opened with Enter.
void TestWorkflowScenario::openStudio(Desk &desk, const QString &name)
{
    auto *list = desk.find<QListView>(u"workflowList"_s);
    list->setFocus();
    list->keyboardSearch(name);
    QTRY_COMPARE(desk.find<QListView>(u"workflowList"_s)->currentIndex().data(Qt::DisplayRole).toString(), name);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(studio(desk) && studio(desk)->isVisible());
    QTRY_VERIFY(studio(desk)->canvas().view().hasFocus());
}

bool TestWorkflowScenario::press(QAbstractButton *button, bool byKeys)
{
    if (!button || !QTest::qWaitFor([button] { return button->isVisible() && button->isEnabled(); }, patienceMs))
        return false;
    if (!byKeys) {
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    // This platform makes the list of offers the active window for a moment, and the window remembers another focus then.
    if (QWidget *now = QApplication::focusWidget(); now && now->window()->focusWidget() != now) {
        now->clearFocus();
        now->setFocus();
    }
    for (int i = 0; i < mostTabs && !button->hasFocus(); ++i)
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : button->window(), Qt::Key_Tab);
    if (!button->hasFocus())
        return false;
    QTest::keyClick(button, Qt::Key_Space);
    return true;
}

// Into a field of the chosen step. The offers of references are closed again: they are over the next field.
bool TestWorkflowScenario::write(Desk &desk, const QString &name, const QString &text)
{
    auto *field = studio(desk)->findChild<QWidget *>(name);
    if (!field || !QTest::qWaitFor([field] { return field->isVisible(); }, patienceMs))
        return false;
    field->setFocus();
    QTest::keySequence(field, QKeySequence::SelectAll);
    QTest::keyClicks(field, text);
    if (QWidget *popup = QApplication::activePopupWidget())
        QTest::keyClick(popup, Qt::Key_Escape);
    desk.app.window().activateWindow(); // this platform does not by itself
    return QTest::qWaitFor([&desk] { return QApplication::activeWindow() == &desk.app.window(); }, 5000);
}

// Behind the chosen step, from the palette.
bool TestWorkflowScenario::add(Desk &desk, bool byKeys, const QString &kind)
{
    auto *palette = studio(desk)->findChild<StepPalette *>();
    const QList<QListWidgetItem *> found = palette->findItems(kind, Qt::MatchExactly);
    WorkflowGraph &graph = studio(desk)->canvas().scene().graph();
    const qsizetype before = graph.count();
    if (found.size() != 1)
        return false;
    palette->scrollToItem(found.constFirst());
    if (byKeys) {
        palette->setFocus();
        QTest::keyClick(palette, Qt::Key_Home);
        for (int i = 0; i < palette->count() && palette->currentItem() != found.constFirst(); ++i)
            QTest::keyClick(palette, Qt::Key_Down);
        QTest::keyClick(palette, Qt::Key_Return);
    } else {
        const QPoint place = palette->visualItemRect(found.constFirst()).center();
        QTest::mouseClick(palette->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(palette->viewport(), Qt::LeftButton, {}, place);
    }
    return QTest::qWaitFor([&] { return graph.count() == before + 1; }, 5000);
}

void TestWorkflowScenario::scenario_6_aWorkflowIsDrawnCheckedRunAnsweredAndCompared_data()
{
    QTest::addColumn<bool>("byKeys");
    QTest::newRow("mouse") << false;
    QTest::newRow("keys alone") << true;
}

void TestWorkflowScenario::scenario_6_aWorkflowIsDrawnCheckedRunAnsweredAndCompared()
{
    QFETCH(const bool, byKeys);
    QTemporaryDir home;
    const Options options = start(home);
    QVERIFY(!options.dataDir.isEmpty());
    Desk desk(options);
    openPage(desk);
    desk.app.window().resize(1500, 950);
    draw(desk, byKeys);
    if (!QTest::currentTestFailed())
        run(desk, byKeys, R"({"rows":[1,2]})");
    if (!QTest::currentTestFailed())
        answer(desk, byKeys, u"Approve"_s);
    if (!QTest::currentTestFailed())
        stopOne(desk, byKeys);
    if (!QTest::currentTestFailed())
        compareBoth(desk, byKeys);
}

void TestWorkflowScenario::draw(Desk &desk, bool byKeys)
{
    QVERIFY(press(desk.find<QPushButton>(u"newWorkflow"_s), byKeys));
    QTRY_VERIFY(studio(desk) && studio(desk)->isVisible());
    WorkflowCanvas &canvas = studio(desk)->canvas();
    WorkflowGraph &graph = canvas.scene().graph();
    QVERIFY(add(desk, byKeys, u"Approval"_s));
    QVERIFY(write(desk, u"humanMessage"_s, u"Go on?"_s));
    QVERIFY(add(desk, byKeys, u"Condition"_s));
    QVERIFY(write(desk, u"conditionField"_s, u"$.human.option_id"_s));
    QVERIFY(write(desk, u"conditionValueText"_s, u"approve"_s));
    QVERIFY(add(desk, byKeys, u"Parallel"_s));
    const NodeId parallel = canvas.selection().current();
    for (const QString &value : {u"left"_s, u"right"_s}) {
        QVERIFY(add(desk, byKeys, u"Transform"_s));
        QVERIFY(write(desk, u"stepValueText"_s, value));
        if (value == u"left"_s) { // behind the container: into it
            canvas.view().setFocus();
            QTest::keyClick(&canvas.view(), Qt::Key_Right, Qt::AltModifier);
        }
        QTRY_COMPARE(graph.container(canvas.selection().current()), parallel);
    }
    canvas.reveal(parallel);
    QVERIFY(add(desk, byKeys, u"Loop"_s));
    const NodeId loop = canvas.selection().current();
    QVERIFY(write(desk, u"loopItems"_s, u"$.input.rows"_s));
    QVERIFY(add(desk, byKeys, u"Transform"_s));
    canvas.view().setFocus();
    QTest::keyClick(&canvas.view(), Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(graph.container(canvas.selection().current()), loop);
    QVERIFY(write(desk, u"stepValueText"_s, u"row"_s));
    canvas.selection().choose(NodeId::Root);
    QVERIFY(write(desk, u"workflowName"_s, u"scenario six"_s));
    QTRY_VERIFY2(!desk.find<QToolButton>(u"studioProblems"_s)->text().contains(u"error"_s),
                 qPrintable(desk.find<QToolButton>(u"studioProblems"_s)->text()));
    picture(desk, u"workflow-drawn-%1"_s.arg(byKeys ? u"keys"_s : u"mouse"_s));
    QVERIFY(press(desk.find<QPushButton>(u"studioSave"_s), byKeys));
    QTRY_COMPARE_WITH_TIMEOUT(desk.find<QLabel>(u"studioState"_s)->text(), u"Saved"_s, patienceMs);
}

void TestWorkflowScenario::run(Desk &desk, bool byKeys, const QByteArray &input)
{
    QVERIFY(press(desk.find<QPushButton>(u"studioRun"_s), byKeys));
    QDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = desk.find<QDialog>(u"workflowRunDialog"_s)) && dialog->isVisible());
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    if (byKeys)
        QTest::keyClick(dialog, Qt::Key_J, Qt::AltModifier); // of two buttons Tab reaches the one that is down
    else
        QVERIFY(press(dialog->findChild<QPushButton *>(u"schemaJsonView"_s), false));
    auto *raw = dialog->findChild<QPlainTextEdit *>(u"schemaRaw"_s);
    QTRY_VERIFY(raw->isVisible());
    raw->setFocus();
    QTest::keySequence(raw, QKeySequence::SelectAll);
    QTest::keyClicks(raw, QString::fromUtf8(input));
    QTest::keyClick(raw, Qt::Key_Return, Qt::ControlModifier);
    desk.app.window().activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &desk.app.window());
    QTRY_COMPARE_WITH_TIMEOUT(shown(desk).status.value(), ExecutionStatus::AwaitingHuman, patienceMs);
}

void TestWorkflowScenario::answer(Desk &desk, bool byKeys, const QString &option)
{
    auto *card = studio(desk)->findChild<HumanStepCard *>(u"humanStepCard"_s);
    QVERIFY(card);
    QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), patienceMs);
    QPushButton *chosen = nullptr;
    const auto isThere = [&] {
        const QList<QPushButton *> buttons = card->findChildren<QPushButton *>(u"humanStepOption"_s);
        for (QPushButton *button : buttons)
            chosen = button->text() == option ? button : chosen;
        return chosen != nullptr && chosen->isEnabled() && !card->isGuarded();
    };
    QTRY_VERIFY(isThere());
    picture(desk, u"workflow-asks"_s);
    QVERIFY(press(chosen, byKeys));
    QTRY_COMPARE_WITH_TIMEOUT(shown(desk).status.value(), ExecutionStatus::Completed, patienceMs);
    QStringList ran;
    for (const StepExecution &step : studio(desk)->executions().view()->follow().record().steps)
        ran.append(step.stepId);
    QCOMPARE(ran.first(2), (QStringList{u"human"_s, u"condition"_s}));
    QCOMPARE(ran.count(u"transform_3"_s), 2); // once for each row
    picture(desk, u"workflow-ended"_s);
}

// With the same input once more, and stopped while it waits.
void TestWorkflowScenario::stopOne(Desk &desk, bool byKeys)
{
    const ExecutionId first = shown(desk).id;
    QVERIFY(press(studio(desk)->findChild<QPushButton *>(u"executionAgain"_s), byKeys));
    QDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = desk.find<QDialog>(u"workflowRunDialog"_s)) && dialog->isVisible());
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    QVERIFY(press(dialog->findChild<QPushButton *>(u"workflowRunStart"_s), byKeys));
    desk.app.window().activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &desk.app.window());
    QTRY_VERIFY_WITH_TIMEOUT(shown(desk).id != first && shown(desk).status.value() == ExecutionStatus::AwaitingHuman, patienceMs);
    QCOMPARE(shown(desk).input, (QJsonObject{{u"rows"_s, QJsonArray{1, 2}}}));
    QVERIFY(press(studio(desk)->findChild<QPushButton *>(u"executionStop"_s), byKeys));
    QMessageBox *question = nullptr;
    QTRY_VERIFY((question = desk.app.window().findChild<QMessageBox *>()) && question->isVisible());
    question->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), question);
    const QList<QAbstractButton *> buttons = question->buttons();
    const auto yes = std::find_if(buttons.begin(), buttons.end(),
                                  [question](QAbstractButton *button) { return question->buttonRole(button) == QMessageBox::AcceptRole; });
    QVERIFY(yes != buttons.end());
    QVERIFY(press(*yes, byKeys));
    desk.app.window().activateWindow();
    QTRY_COMPARE_WITH_TIMEOUT(shown(desk).status.value(), ExecutionStatus::Stopped, patienceMs);
}

void TestWorkflowScenario::compareBoth(Desk &desk, bool byKeys)
{
    auto *list = studio(desk)->findChild<QTableView *>(u"executionList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    list->setFocus();
    list->selectRow(0);
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(list->selectionModel()->selectedRows().size(), 2);
    QVERIFY(press(studio(desk)->findChild<QPushButton *>(u"executionsCompare"_s), byKeys));
    QDialog *window = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((window = desk.find<QDialog>(u"executionComparison"_s)) && window->isVisible(), patienceMs);
    auto *steps = window->findChild<QTableView *>(u"executionComparisonSteps"_s);
    QVERIFY(steps->model()->rowCount() > 4);
    QCOMPARE(steps->model()->index(0, 1).data().toString(), u"Completed"_s); // the older one first
    QCOMPARE(steps->model()->index(0, 2).data().toString(), u"Stopped"_s);
    if (!qEnvironmentVariable("DESK_SHOTS").isEmpty())
        window->grab().save(qEnvironmentVariable("DESK_SHOTS") + u"/workflow-compared.png"_s);
    window->close();
}

void TestWorkflowScenario::scenario_7_movingAStepOfAForeignWorkflowChangesNothingElse()
{
    QTemporaryDir home;
    const Options options = start(home);
    QVERIFY(!options.dataDir.isEmpty());
    const QString id = asked("POST", u"/agents/workflows"_s, foreign)["id"_L1].toString();
    QVERIFY(!id.isEmpty());
    const QJsonObject before = asked("GET", u"/agents/workflows/"_s + id).object();
    QCOMPARE(before.value("x_owner"_L1), QJsonDocument::fromJson(foreign)["x_owner"_L1]);

    Desk desk(options);
    openPage(desk);
    picture(desk, u"workflows-page"_s);
    openStudio(desk, u"foreign flow"_s);
    desk.app.window().resize(1500, 950);
    WorkflowCanvas &canvas = studio(desk)->canvas();
    canvas.scene().updateNow();
    QTest::keyClick(&canvas.view(), Qt::Key_Tab); // the first step
    QTRY_VERIFY(canvas.selection().current() != NodeId::Root);
    picture(desk, u"workflow-studio"_s);
    const QString chosen = canvas.scene().graph().stepId(canvas.selection().current());
    auto *save = desk.find<QPushButton>(u"studioSave"_s);
    QVERIFY(!save->isEnabled());
    QTest::keyClick(&canvas.view(), Qt::Key_Right, Qt::ShiftModifier); // by the grid
    QTRY_VERIFY(save->isEnabled());
    QTest::keyClick(&canvas.view(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.find<QLabel>(u"studioState"_s)->text(), u"Saved"_s, patienceMs);

    const QJsonObject after = asked("GET", u"/agents/workflows/"_s + id).object();
    const QStringList itself{u"version"_s, u"updated_at"_s, u"steps"_s};
    QCOMPARE(without(after, itself), without(before, itself));
    const QJsonArray stepsBefore = before.value("steps"_L1).toArray();
    const QJsonArray stepsAfter = after.value("steps"_L1).toArray();
    QCOMPARE(stepsAfter.size(), stepsBefore.size());
    QStringList moved;
    for (qsizetype i = 0; i < stepsBefore.size(); ++i) {
        if (stepsAfter.at(i) == stepsBefore.at(i))
            continue;
        moved.append(stepsBefore.at(i)["id"_L1].toString());
        QCOMPARE(without(stepsAfter.at(i).toObject(), {u"position"_s}), without(stepsBefore.at(i).toObject(), {u"position"_s}));
        QCOMPARE(without(stepsAfter.at(i)["position"_L1].toObject(), {u"x"_s, u"y"_s}),
                 without(stepsBefore.at(i)["position"_L1].toObject(), {u"x"_s, u"y"_s}));
    }
    QCOMPARE(moved, QStringList{chosen});
}

// Contract 5.4: a cold day runs the warning and then the note as well.
void TestWorkflowScenario::scenario_5_4_aBranchRunsOnIntoTheOtherAndTheCanvasSaysSo()
{
    QTemporaryDir home;
    const Options options = start(home);
    QVERIFY(!options.dataDir.isEmpty());
    const QString id = asked("POST", u"/agents/workflows"_s, foreign)["id"_L1].toString();
    Desk desk(options);
    openPage(desk);
    openStudio(desk, u"foreign flow"_s);
    desk.app.window().resize(1500, 950);
    WorkflowGraph &graph = studio(desk)->canvas().scene().graph();
    const auto hasEdge = [&graph](GraphEdge::Kind kind) {
        const QList<GraphEdge> edges = graph.edges();
        return std::any_of(edges.cbegin(), edges.cend(), [kind](const GraphEdge &edge) { return edge.kind == kind; });
    };
    QVERIFY(hasEdge(GraphEdge::Kind::FallThrough));
    QVERIFY(hasEdge(GraphEdge::Kind::IgnoredNext));

    QTest::mouseClick(desk.find<QPushButton>(u"studioRun"_s), Qt::LeftButton);
    QDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = desk.find<QDialog>(u"workflowRunDialog"_s)) && dialog->isVisible());
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    if (!qEnvironmentVariable("DESK_SHOTS").isEmpty())
        dialog->grab().save(qEnvironmentVariable("DESK_SHOTS") + u"/workflow-run.png"_s);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field); // of the only input it refers to
    QTest::keyClicks(field, u"Bern"_s);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    ExecutionView *view = studio(desk)->executions().view();
    QTRY_VERIFY_WITH_TIMEOUT(isTerminal(view->follow().record().execution.status), patienceMs);
    picture(desk, u"workflow-execution"_s);
    QStringList ran;
    for (const StepExecution &step : view->follow().record().steps)
        ran.append(step.stepId);
    QCOMPARE(ran.first(3), (QStringList{u"first"_s, u"choice"_s, u"warn"_s}));
    QVERIFY(ran.contains(u"note"_s));
    QCOMPARE(view->follow().record().execution.status.value(), ExecutionStatus::Completed);
}

QTEST_MAIN(TestWorkflowScenario)
#include "tst_workflowscenario.moc"
