// The canvas of workflows by mouse and keys on a real window: WF-04, WF-05,
// D-60 and what was wrong with drawing before (BUG-60 to BUG-71).
#include "gui/accessibility.h"
#include "gui/workflowstudio.h"

#include "gui/text/highlight/codecolors.h"
#include "gui/workflows/canvas/alignment.h"
#include "gui/workflows/canvas/edgepath.h"
#include "gui/workflows/canvas/steppainter.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Port = WorkflowEditing::Port;

namespace {

constexpr auto threeSteps =
    R"([{"id":"a","type":"tool","tool":"search"},{"id":"b","type":"agent","agent":"chat-agent","name":"Beta"},
    {"id":"c","type":"human","human_config":{"notification":"Needle","options":[]}}])";
constexpr auto branching =
    R"([{"id":"if","type":"condition","condition":{"field":"$.x","operator":"eq","value":1}},
    {"id":"b","type":"tool","tool":"search"},{"id":"c","type":"tool","tool":"rag"},{"id":"d","type":"tool","tool":"data"}])";
constexpr auto withLoop = R"([{"id":"a","type":"tool","tool":"search"},
    {"id":"loop","type":"loop","loop_config":{"items_path":"$.input.x","steps":[{"id":"in","type":"tool","tool":"rag"}]}}])";

} // namespace

class TestWorkflowCanvas : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepAndEdgeIsShown();
    void WF_04_aKindThatIsDroppedIsInsertedWhereItFell();
    void WF_04_aKindIsDroppedIntoAContainer();
    void BUG_60_drawingABranchSetsItsTarget();
    void drawingFromAStepPutsTheOtherBehindIt();
    void draggingMovesOnTheGridAndIsUndoneAsOne();
    void draggingIntoAContainerMovesTheStepIntoIt();
    void escapeGivesUpDraggingAndConnecting();
    void BUG_71_deleteRemovesWhatIsChosenAndItsPlaceIsKept();
    void aRubberBandChoosesSeveral();
    void cutAndPasteKeepWhatIsInTheSteps();
    void foreignTextIsRefusedInWords();
    void searchFindsIdTitleAndSummary();
    void tabWalksInOrderAndArrowsAlongTheEdges();
    void aWorkflowIsBuiltByKeysAlone();
    void keysConnectABranch();
    void zoomHasLevelsAndFitShowsAll();
    void spaceAndMiddleButtonPan();
    void alignAndDistributeKeepTheOutermost();
    void arrangingForgetsPlaces();
    void readOnlyEditsNothing();
    void rightToLeftMirrorsPlacesAndDragging();
    void theOverviewGoesWhereItIsClicked();
    void commentsAndGroupsAreShown();
    void theCurrentStepIsDescribed();
    void foreignPositionsNeverBlowUpTheCanvas();
    void kindsDifferInColourAndShapeAndAreReadable();
    void edgesSayWhatIsNotSimplyNext();
    void everyControlHasItsName();
    void pictures_data();
    void pictures();
};

void TestWorkflowCanvas::everyStepAndEdgeIsShown()
{
    WorkflowStudio studio(manySteps());
    QVERIFY(studio.show());
    QCOMPARE(studio.difference(), QString());
    QCOMPARE(studio.scene.edgeItems().size(),
             studio.graph.edges().size() + 2); // from the start, to the end (BUG-69)
    for (const StepItem *item : studio.scene.steps()) {
        if (const auto *around = qgraphicsitem_cast<StepItem *>(item->parentItem()))
            QVERIFY(around->rect().contains(item->rect().translated(item->pos())));
    }
}

void TestWorkflowCanvas::WF_04_aKindThatIsDroppedIsInsertedWhereItFell()
{
    WorkflowStudio studio(threeSteps);
    QVERIFY(studio.show());
    const QPoint between = (studio.at(studio.node("a")) + studio.at(studio.node("b"))) / 2;
    studio.drop(u"agent"_s, between);
    QCOMPARE(studio.graph.count(), 4);
    QCOMPARE(studio.graph.index(studio.selection.current()), 1);
    QCOMPARE(studio.graph.type(studio.selection.current()), u"agent"_s);
    QCOMPARE(studio.difference(), QString());
    QTest::keyClick(studio.view, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(studio.ids(), u"a b c"_s);

    studio.editing.setPositions({{studio.node("b"), {400, 320}}}); // among placed steps it stays where it fell
    const QPointF there(64, 640);
    studio.view->centerOn(there);
    studio.drop(u"tool"_s, studio.view->mapFromScene(there));
    const auto position = studio.graph.position(studio.selection.current());
    QVERIFY(position.has_value());
    QVERIFY(studio.scene.rectOf(studio.selection.current()).contains(there));
}

void TestWorkflowCanvas::WF_04_aKindIsDroppedIntoAContainer()
{
    WorkflowStudio studio(withLoop);
    QVERIFY(studio.show());
    const QRectF loop = studio.scene.rectOf(studio.node("loop"));
    studio.drop(u"tool"_s, studio.view->mapFromScene(loop.bottomLeft() + QPointF(4, -4)));
    QCOMPARE(studio.graph.container(studio.selection.current()), studio.node("loop"));
    QCOMPARE(studio.graph.children(studio.node("loop")).size(), 2);
    QCOMPARE(studio.graph.index(studio.selection.current()), 1);
    QCOMPARE(studio.difference(), QString());
}

void TestWorkflowCanvas::BUG_60_drawingABranchSetsItsTarget()
{
    WorkflowStudio studio(branching);
    QVERIFY(studio.show());
    studio.drag(studio.portOf(studio.node("if"), Port::Else), studio.at(studio.node("d")));
    const QJsonObject condition = studio.graph.step(studio.node("if")).value("condition"_L1).toObject();
    QCOMPARE(condition.value("else_step"_L1).toString(), u"d"_s);
    QVERIFY(studio.scene.shownEdges().contains(GraphEdge{studio.node("if"), studio.node("d"), GraphEdge::Kind::Else}));
    studio.drag(studio.portOf(studio.node("if"), Port::Then), studio.at(studio.node("c")));
    QVERIFY(studio.scene.shownEdges().contains(GraphEdge{studio.node("if"), studio.node("c"), GraphEdge::Kind::Then}));
    QCOMPARE(studio.difference(), QString());
    studio.editing.undo();
    studio.editing.undo();
    QVERIFY(!studio.editing.canUndo());
    QCOMPARE(studio.difference(), QString());
}

void TestWorkflowCanvas::drawingFromAStepPutsTheOtherBehindIt()
{
    WorkflowStudio studio(threeSteps);
    QVERIFY(studio.show());
    studio.drag(studio.portOf(studio.node("a"), Port::Next), studio.at(studio.node("c")));
    QCOMPARE(studio.ids(), u"a c b"_s);
    QCOMPARE(studio.difference(), QString());
    studio.drag(studio.portOf(studio.node("a"), Port::Next), {3, studio.view->viewport()->height() - 3}); // to nowhere
    QCOMPARE(studio.ids(), u"a c b"_s);
}

void TestWorkflowCanvas::draggingMovesOnTheGridAndIsUndoneAsOne()
{
    WorkflowStudio studio(threeSteps);
    QVERIFY(studio.show());
    const QPointF before = studio.scene.rectOf(studio.node("b")).topLeft();
    QTest::mouseClick(studio.view->viewport(), Qt::LeftButton, {}, studio.at(studio.node("a")));
    QTest::mouseClick(studio.view->viewport(), Qt::LeftButton, Qt::ControlModifier, studio.at(studio.node("b")));
    QCOMPARE(studio.selection.selected().size(), 2);
    studio.drag(studio.at(studio.node("b")), studio.at(studio.node("b")) + QPoint(301, 40));
    const auto position = studio.graph.position(studio.node("b"));
    QVERIFY(position.has_value());
    const qreal grid = studio.scene.geometry().grid;
    QCOMPARE(std::fmod(position->x(), grid), 0.0);
    QVERIFY(position->x() > before.x() + 250);
    QVERIFY(studio.graph.position(studio.node("a")).has_value());
    QVERIFY(!studio.graph.position(studio.node("c")).has_value()); // only what was moved differs (BUG-64)
    QCOMPARE(studio.scene.rectOf(studio.node("b")).topLeft(), *position);
    studio.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!studio.graph.position(studio.node("b")).has_value());
    QVERIFY(!studio.editing.canUndo());
    studio.scene.updateNow();
    QCOMPARE(studio.scene.rectOf(studio.node("b")).topLeft(), before);
}

void TestWorkflowCanvas::draggingIntoAContainerMovesTheStepIntoIt()
{
    WorkflowStudio studio(withLoop);
    QVERIFY(studio.show());
    studio.drag(studio.at(studio.node("a")), studio.at(studio.node("in")) + QPoint(0, 12));
    QCOMPARE(studio.graph.container(studio.node("a")), studio.node("loop"));
    QCOMPARE(studio.difference(), QString());
    const QRectF loop = studio.scene.rectOf(studio.node("loop"));
    studio.view->ensureVisible(loop.adjusted(-200, 0, 0, 0));
    studio.drag(studio.at(studio.node("in")), studio.view->mapFromScene(loop.topLeft() + QPointF(-40, 10))); // and out again
    QCOMPARE(studio.graph.container(studio.node("in")), NodeId::Root);
    QCOMPARE(studio.difference(), QString());
}

void TestWorkflowCanvas::escapeGivesUpDraggingAndConnecting()
{
    WorkflowStudio studio(threeSteps);
    QVERIFY(studio.show());
    const QPointF before = studio.scene.rectOf(studio.node("b")).topLeft();
    const QPoint from = studio.at(studio.node("b"));
    QTest::mousePress(studio.view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(studio.view->viewport(), from + QPoint(90, 0));
    QTest::mouseMove(studio.view->viewport(), from + QPoint(180, 0));
    QVERIFY(studio.scene.rectOf(studio.node("b")).topLeft() != before);
    studio.key(Qt::Key_Escape);
    QCOMPARE(studio.scene.rectOf(studio.node("b")).topLeft(), before);
    QTest::mouseRelease(studio.view->viewport(), Qt::LeftButton, {}, from + QPoint(180, 0));
    QVERIFY(!studio.editing.canUndo());

    studio.selection.choose(studio.node("a"));
    studio.key(Qt::Key_C);
    QVERIFY(studio.view->isConnecting());
    studio.key(Qt::Key_Escape);
    QVERIFY(!studio.view->isConnecting());
    QVERIFY(!studio.editing.canUndo());
}

void TestWorkflowCanvas::BUG_71_deleteRemovesWhatIsChosenAndItsPlaceIsKept()
{
    WorkflowStudio studio(threeSteps);
    QVERIFY(studio.show());
    QTest::mouseClick(studio.view->viewport(), Qt::LeftButton, {}, studio.at(studio.node("b")));
    studio.key(Qt::Key_Delete);
    QCOMPARE(studio.ids(), u"a c"_s);
    QCOMPARE(studio.currentId(), u"c"_s);
    studio.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(studio.ids(), u"a b c"_s);
    studio.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(studio.ids(), u"a c"_s);
    studio.commands.remove->trigger(); // by menu as well
    studio.commands.remove->trigger();
    QCOMPARE(studio.graph.count(), 0);
    QCOMPARE(studio.difference(), QString());
    QCOMPARE(studio.scene.edgeItems().size(), 1); // from start to end
}

void TestWorkflowCanvas::aRubberBandChoosesSeveral()
{
    WorkflowStudio studio(threeSteps);
    QVERIFY(studio.show());
    const QRect both =
        studio.view->mapFromScene(studio.scene.rectOf(studio.node("a")) | studio.scene.rectOf(studio.node("b"))).boundingRect();
    studio.drag(both.topLeft() - QPoint(20, 8), both.bottomRight() + QPoint(20, 8));
    QList<NodeId> expected{studio.node("a"), studio.node("b")};
    std::sort(expected.begin(), expected.end());
    QCOMPARE(studio.selection.selected(), expected);
    QCOMPARE(studio.outline->selectionModel()->selectedIndexes().size(), 2);
    QTest::mouseClick(studio.view->viewport(), Qt::LeftButton, {}, both.topLeft() - QPoint(20, 8));
    QVERIFY(studio.selection.selected().isEmpty());
}

void TestWorkflowCanvas::cutAndPasteKeepWhatIsInTheSteps()
{
    WorkflowStudio studio(withLoop);
    QVERIFY(studio.show());
    studio.selection.choose(studio.node("loop"));
    studio.key(Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(studio.ids(), u"a"_s);
    studio.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(studio.graph.count(), 3);
    QCOMPARE(studio.graph.type(studio.selection.current()), u"loop"_s);
    studio.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(studio.graph.count(), 5);
    QCOMPARE(studio.difference(), QString());
    QVERIFY(QApplication::clipboard()->text().contains(u"items_path"_s)); // also for a text editor
}

void TestWorkflowCanvas::foreignTextIsRefusedInWords()
{
    WorkflowStudio studio(threeSteps);
    QVERIFY(studio.show());
    const QSignalSpy refused(&studio.commands, &StepCommands::refused);
    QApplication::clipboard()->setText(u"just words"_s);
    studio.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(refused.size(), 1);
    QVERIFY(!refused.constFirst().constFirst().toString().isEmpty());
    QCOMPARE(studio.graph.count(), 3);
}

void TestWorkflowCanvas::searchFindsIdTitleAndSummary()
{
    WorkflowStudio studio(threeSteps);
    QVERIFY(studio.show());
    studio.key(Qt::Key_F, Qt::ControlModifier);
    auto *edit = studio.view->findChild<QLineEdit *>(u"canvasSearchText"_s);
    auto *count = studio.view->findChild<QLabel *>(u"canvasSearchCount"_s);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"beta"_s);
    QCOMPARE(studio.currentId(), u"b"_s);
    edit->clear();
    QTest::keyClicks(edit, u"NEEDLE"_s);
    QCOMPARE(studio.currentId(), u"c"_s);
    QCOMPARE(count->text(), u"1 of 1"_s);
    edit->clear();
    QTest::keyClicks(edit, u"a"_s); // all three: id, title or summary
    QVERIFY(count->text().endsWith(u"of 3"_s) || count->text().endsWith(u"of 2"_s));
    const QString before = studio.currentId();
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(studio.currentId() != before);
    edit->clear();
    QTest::keyClicks(edit, u"zzz"_s);
    QCOMPARE(count->text(), u"Nothing found"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
    QVERIFY(studio.view->hasFocus());
}

void TestWorkflowCanvas::tabWalksInOrderAndArrowsAlongTheEdges()
{
    WorkflowStudio studio(manySteps());
    QVERIFY(studio.show());
    QStringList walked;
    for (int i = 0; i < studio.graph.count(); ++i) {
        studio.key(Qt::Key_Tab);
        walked.append(studio.currentId());
    }
    QCOMPARE(walked.join(u' '), u"ask wx cold warn note both one two inner shape send end"_s);
    QVERIFY(studio.view->hasFocus());
    studio.key(Qt::Key_Tab); // behind the last the focus goes on
    QVERIFY(!studio.view->hasFocus());
    studio.view->setFocus();
    studio.key(Qt::Key_Home);
    QCOMPARE(studio.currentId(), u"ask"_s);
    studio.key(Qt::Key_Down);
    studio.key(Qt::Key_Down);
    QCOMPARE(studio.currentId(), u"cold"_s);
    studio.key(Qt::Key_Down);
    QCOMPARE(studio.currentId(), u"warn"_s);
    studio.key(Qt::Key_Down);
    QCOMPARE(studio.currentId(), u"note"_s);
    studio.key(Qt::Key_Down);
    studio.key(Qt::Key_PageDown);
    QCOMPARE(studio.currentId(), u"one"_s);
    studio.key(Qt::Key_Right); // lanes stand beside each other
    QCOMPARE(studio.currentId(), u"two"_s);
    studio.key(Qt::Key_PageUp);
    QCOMPARE(studio.currentId(), u"both"_s);
    studio.key(Qt::Key_Up);
    QCOMPARE(studio.currentId(), u"note"_s);
    const QSignalSpy opened(studio.view, &WorkflowView::activated);
    studio.key(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.constFirst().constFirst().value<NodeId>(), studio.node("note"));
}

void TestWorkflowCanvas::aWorkflowIsBuiltByKeysAlone()
{
    WorkflowStudio studio;
    QVERIFY(studio.show());
    const auto insert = [&](int downs) {
        studio.key(Qt::Key_Insert);
        auto *menu = studio.view->findChild<QMenu *>(u"canvasInsertMenu"_s);
        QVERIFY(menu && menu->isVisible());
        for (int i = 0; i < downs; ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(!studio.view->findChild<QMenu *>(u"canvasInsertMenu"_s));
    };
    insert(0);
    insert(2);
    insert(1);
    QCOMPARE(studio.graph.count(), 3);
    const QList<NodeId> made = studio.graph.children(NodeId::Root);
    QCOMPARE(studio.graph.type(made.at(0)), u"agent"_s);
    QCOMPARE(studio.graph.type(made.at(1)), u"condition"_s);
    QCOMPARE(studio.graph.type(made.at(2)), u"tool"_s);
    studio.key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(studio.graph.index(made.at(2)), 1);
    studio.key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(studio.graph.position(made.at(2)).has_value());
    studio.key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(studio.graph.isDisabled(made.at(2)));
    QVERIFY(studio.scene.itemOf(made.at(2))->face().second.contains(u"disabled"_s));
    QCOMPARE(studio.difference(), QString());
}

void TestWorkflowCanvas::keysConnectABranch()
{
    WorkflowStudio studio(branching);
    QVERIFY(studio.show());
    const QSignalSpy hinted(studio.view, &WorkflowView::hinted);
    studio.selection.choose(studio.node("if"));
    studio.key(Qt::Key_C);
    studio.key(Qt::Key_E);
    for (int i = 0; i < 3; ++i)
        studio.key(Qt::Key_Tab);
    QVERIFY(hinted.constLast().constFirst().toString().contains(u"“else”"_s));
    QVERIFY(hinted.constLast().constFirst().toString().contains(u"d"_s));
    QCOMPARE(studio.currentId(), u"if"_s); // walking chooses nothing else
    studio.key(Qt::Key_Return);
    QVERIFY(studio.graph.edges().contains(GraphEdge{studio.node("if"), studio.node("d"), GraphEdge::Kind::Else}));
    QVERIFY(hinted.constLast().constFirst().toString().isEmpty());
    studio.key(Qt::Key_C);
    studio.key(Qt::Key_Down);
    studio.key(Qt::Key_Return);
    QVERIFY(studio.graph.edges().contains(GraphEdge{studio.node("if"), studio.node("b"), GraphEdge::Kind::Then}));
}

void TestWorkflowCanvas::zoomHasLevelsAndFitShowsAll()
{
    WorkflowStudio studio(manySteps());
    QVERIFY(studio.show());
    QCOMPARE(studio.view->zoom(), 1.0);
    studio.key(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(studio.view->zoom(), 1.25);
    studio.key(Qt::Key_Minus, Qt::ControlModifier);
    studio.key(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(studio.view->zoom(), 0.85);
    QWheelEvent wheel({300, 300}, studio.view->mapToGlobal(QPoint(300, 300)), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(studio.view->viewport(), &wheel);
    QCOMPARE(studio.view->zoom(), 1.0);
    studio.key(Qt::Key_F);
    const QRectF seen = studio.view->mapToScene(studio.view->viewport()->rect()).boundingRect();
    for (const NodeId node : studio.graph.nodes())
        QVERIFY(seen.contains(studio.scene.rectOf(node)));
    studio.key(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(studio.view->zoom(), 1.0);
}

void TestWorkflowCanvas::spaceAndMiddleButtonPan()
{
    WorkflowStudio studio(manySteps());
    QVERIFY(studio.show());
    studio.view->setZoom(2);
    QScrollBar *bar = studio.view->verticalScrollBar();
    bar->setValue((bar->minimum() + bar->maximum()) / 2);
    int before = bar->value();
    QTest::mousePress(studio.view->viewport(), Qt::MiddleButton, {}, {200, 200});
    QTest::mouseMove(studio.view->viewport(), {200, 150});
    QTest::mouseRelease(studio.view->viewport(), Qt::MiddleButton, {}, {200, 150});
    QCOMPARE(bar->value(), before + 50);
    before = bar->value();
    QTest::keyPress(studio.view, Qt::Key_Space);
    studio.drag({200, 200}, {200, 260});
    QTest::keyRelease(studio.view, Qt::Key_Space);
    QCOMPARE(bar->value(), before - 60);
    before = bar->value();
    studio.key(Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(bar->value() > before);
    QVERIFY(studio.selection.selected().isEmpty());
}

void TestWorkflowCanvas::alignAndDistributeKeepTheOutermost()
{
    WorkflowStudio studio(threeSteps);
    QVERIFY(studio.show());
    studio.editing.setPositions({{studio.node("a"), {0, 0}}, {studio.node("b"), {320, 100}}, {studio.node("c"), {64, 800}}});
    studio.commands.selectAll->trigger();
    studio.view->actionsOfCanvas().alignStart->trigger();
    for (const char *id : {"a", "b", "c"})
        QCOMPARE(studio.graph.position(studio.node(id))->x(), 0.0);
    studio.view->actionsOfCanvas().distributeDown->trigger();
    QCOMPARE(studio.graph.position(studio.node("a"))->y(), 0.0);
    QCOMPARE(studio.graph.position(studio.node("b"))->y(), 400.0);
    QCOMPARE(studio.graph.position(studio.node("c"))->y(), 800.0);
}

void TestWorkflowCanvas::arrangingForgetsPlaces()
{
    WorkflowStudio studio(threeSteps);
    QVERIFY(studio.show());
    studio.editing.setPositions({{studio.node("a"), {900, 900}}});
    studio.key(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!studio.graph.position(studio.node("a")).has_value());
    studio.view->actionsOfCanvas().across->trigger();
    studio.scene.updateNow();
    QCOMPARE(studio.scene.rectOf(studio.node("a")).top(), studio.scene.rectOf(studio.node("b")).top());
    QVERIFY(studio.scene.rectOf(studio.node("a")).right() < studio.scene.rectOf(studio.node("b")).left());
}

void TestWorkflowCanvas::readOnlyEditsNothing()
{
    WorkflowStudio studio(threeSteps);
    studio.commands.setReadOnly(true);
    QVERIFY(studio.show());
    studio.drag(studio.at(studio.node("b")), studio.at(studio.node("b")) + QPoint(200, 0));
    studio.drag(studio.portOf(studio.node("a"), Port::Next), studio.at(studio.node("c")));
    studio.drop(u"tool"_s, {50, 50});
    for (const int key : {Qt::Key_Delete, Qt::Key_Insert, Qt::Key_C})
        studio.key(key);
    studio.key(Qt::Key_V, Qt::ControlModifier);
    studio.key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(!studio.editing.canUndo());
    QVERIFY(!studio.view->isConnecting());
    QCOMPARE(studio.ids(), u"a b c"_s);
}

void TestWorkflowCanvas::rightToLeftMirrorsPlacesAndDragging()
{
    WorkflowStudio studio(threeSteps);
    studio.window.setLayoutDirection(Qt::RightToLeft);
    QVERIFY(studio.show());
    studio.view->actionsOfCanvas().across->trigger();
    studio.scene.updateNow();
    QVERIFY(studio.scene.rectOf(studio.node("a")).left() > studio.scene.rectOf(studio.node("b")).right());
    const QRectF before = studio.scene.rectOf(studio.node("b"));
    studio.drag(studio.at(studio.node("b")), studio.at(studio.node("b")) + QPoint(-60, 200));
    const QRectF after = studio.scene.rectOf(studio.node("b"));
    QVERIFY(after.left() < before.left());
    QCOMPARE(studio.graph.position(studio.node("b"))->x(),
             -after.right()); // the same picture for who reads from left to right
}

void TestWorkflowCanvas::theOverviewGoesWhereItIsClicked()
{
    WorkflowStudio studio(manySteps());
    QVERIFY(studio.show());
    studio.view->setZoom(2);
    QTest::mouseClick(studio.map, Qt::LeftButton, {}, {studio.map->width() / 2, studio.map->height() - 4});
    const int down = studio.view->verticalScrollBar()->value();
    QCOMPARE(down, studio.view->verticalScrollBar()->maximum());
    studio.map->setFocus();
    QTest::keyClick(studio.map, Qt::Key_Up);
    QVERIFY(studio.view->verticalScrollBar()->value() < down);
}

void TestWorkflowCanvas::commentsAndGroupsAreShown()
{
    WorkflowStudio studio(threeSteps);
    QVERIFY(studio.show());
    const qsizetype before = studio.scene.items().size();
    studio.view->actionsOfCanvas().comment->trigger();
    studio.selection.set({studio.node("a"), studio.node("b")}, studio.node("a"));
    studio.key(Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(studio.graph.notes().size(), 2);
    QCOMPARE(studio.scene.items().size(), before + 2);
    QVERIFY(studio.graph.notes().at(1).rect.contains(studio.scene.rectOf(studio.node("a"))));
    QVERIFY(studio.graph.notes().at(0).id != studio.graph.notes().at(1).id);
    studio.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(studio.scene.items().size(), before + 1);

    const GraphNote comment = studio.graph.notes().constFirst();
    const QPoint at = studio.view->mapFromScene(comment.rect.bottomRight() - QPointF(4, 4));
    studio.drag(at, at + QPoint(160, 64));
    QCOMPARE(studio.graph.notes().constFirst().rect.topLeft(), studio.scene.geometry().snapped(comment.rect.topLeft() + QPointF(160, 64)));
    QTest::mouseDClick(studio.view->viewport(), Qt::LeftButton, {}, at + QPoint(155, 60));
    auto *editor = studio.view->findChild<QPlainTextEdit *>(u"noteEditor"_s);
    QVERIFY(editor);
    QTest::keyClicks(editor, u"Ask first"_s);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(studio.graph.notes().constFirst().text, u"Ask first"_s);
    QTRY_VERIFY(!studio.view->findChild<QPlainTextEdit *>(u"noteEditor"_s));
    studio.view->setFocus();
    QTest::mouseClick(studio.view->viewport(), Qt::LeftButton, {}, at + QPoint(155, 60));
    studio.key(Qt::Key_Delete);
    QVERIFY(studio.graph.notes().isEmpty());
    QCOMPARE(studio.graph.count(), 3);
}

void TestWorkflowCanvas::theCurrentStepIsDescribed()
{
    WorkflowStudio studio(manySteps());
    QVERIFY(studio.show());
    QVERIFY(studio.view->accessibleDescription().contains(u"12 step"_s));
    studio.selection.choose(studio.node("cold"));
    const QString text = studio.view->accessibleDescription();
    for (const QString &part : {u"Is it cold?"_s, u"Condition"_s, u"3 of 8"_s, u"If true, goes to warn."_s, u"If not, goes to note."_s})
        QVERIFY2(text.contains(part), qPrintable(text));
    studio.selection.choose(studio.node("warn"));
    QVERIFY(studio.view->accessibleDescription().contains(u"Runs on to note"_s));
    QVERIFY(studio.view->accessibleDescription().contains(u"ignored"_s));
}

void TestWorkflowCanvas::foreignPositionsNeverBlowUpTheCanvas()
{
    WorkflowStudio studio(
        R"([{"id":"a","type":"tool","position":{"x":1e300,"y":5}},{"id":"b","type":"loop","position":{"x":10,"y":-1e9},
      "loop_config":{"steps":[{"id":"c","type":"tool","position":{"x":-500,"y":-500}}]}}])");
    QVERIFY(studio.show());
    QVERIFY(studio.scene.sceneRect().width() < 10'000 && studio.scene.sceneRect().height() < 10'000);
    QVERIFY(studio.scene.rectOf(studio.node("b")).contains(studio.scene.rectOf(studio.node("c"))));
}

void TestWorkflowCanvas::kindsDifferInColourAndShapeAndAreReadable()
{
    const QStringList kinds{u"agent"_s, u"tool"_s, u"condition"_s, u"human"_s, u"parallel"_s, u"loop"_s, u"transform"_s, u"unheard_of"_s};
    for (const QPalette &palette : {Theme::lightPalette(), Theme::darkPalette()}) {
        QSet<QRgb> colors;
        for (const QString &kind : kinds) {
            const QColor color = StepPainter::kindColor(kind, palette);
            colors.insert(color.rgb());
            QVERIFY2(CodeColors::contrast(color, palette.color(QPalette::Base)) >= 4.5, qPrintable(kind));
            QVERIFY2(CodeColors::contrast(color, palette.color(QPalette::Window)) >= 4.5, qPrintable(kind));
            QVERIFY(CodeColors::contrast(Theme::subtleText(palette), Theme::tint(color, palette)) >= 4.5);
        }
        QCOMPARE(colors.size(), kinds.size());
    }
    const StepGeometry geometry{QFont()};
    const QRectF rect(0, 0, 200, 50);
    QList<QPainterPath> shapes;
    for (const QString &kind : {u"agent"_s, u"tool"_s, u"condition"_s, u"human"_s, u"input"_s, u"transform"_s}) {
        QVERIFY2(!shapes.contains(geometry.outline(rect, kind)), qPrintable(kind));
        shapes.append(geometry.outline(rect, kind));
    }
}

void TestWorkflowCanvas::edgesSayWhatIsNotSimplyNext()
{
    using Kind = GraphEdge::Kind;
    QCOMPARE(StepPainter::word(Kind::Sequence), QString());
    QCOMPARE(StepPainter::word(Kind::Then), u"then"_s);
    QCOMPARE(StepPainter::word(Kind::ElseNext), u"else"_s);
    QCOMPARE(StepPainter::word(Kind::FallThrough), u"runs on"_s);
    QCOMPARE(StepPainter::word(Kind::IgnoredNext), u"ignored"_s);
    const StepGeometry geometry{QFont()};
    const EdgePath on(geometry, {0, 0, 100, 40}, Port::Next, {0, 100, 100, 40});
    QVERIFY(on.bounds().width() < 40);
    const EdgePath back(geometry, {0, 100, 100, 40}, Port::Next, {0, 0, 100, 40});
    QVERIFY(back.bounds().right() > 100); // around both
    for (int i = 0; i <= 100; ++i)
        QVERIFY(!QRectF(1, 1, 98, 38).contains(back.line.pointAtPercent(i / 100.0)));
    const EdgePath past(geometry, {0, 0, 100, 40}, Port::Next, {0, 300, 100, 40}, {}, {-50, 0, 300, 340});
    QVERIFY(past.bounds().right() > 250);
}

void TestWorkflowCanvas::everyControlHasItsName()
{
    WorkflowStudio studio(manySteps());
    QVERIFY(studio.show());
    studio.key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(namingProblems(studio.window), QStringList());
}

void TestWorkflowCanvas::pictures_data()
{
    QTest::addColumn<QString>("look");
    QTest::addColumn<qreal>("zoom");
    QTest::newRow("light") << u"light"_s << 0.0;
    QTest::newRow("dark") << u"dark"_s << 0.0;
    QTest::newRow("rtl") << u"rtl"_s << 0.0;
    QTest::newRow("large") << u"light"_s << 2.0;
    QTest::newRow("small") << u"light"_s << 0.35;
    QTest::newRow("afar") << u"light"_s << 0.15;
}

// Everything at once in every look; with DESK_SHOTS=folder it is kept.
void TestWorkflowCanvas::pictures()
{
    QFETCH(QString, look);
    QFETCH(qreal, zoom);
    Theme theme(*qApp);
    theme.apply(look == u"dark"_s ? look : u"light"_s);
    WorkflowStudio studio(manySteps());
    studio.window.setLayoutDirection(look == u"rtl"_s ? Qt::RightToLeft : Qt::LeftToRight);
    studio.window.resize(1500, 1100);
    QVERIFY(studio.show());
    studio.selection.choose(studio.node("cold"));
    if (zoom > 0)
        studio.view->setZoom(zoom);
    else
        studio.view->fit();
    studio.view->reveal(studio.node("cold"));
    const QImage image = studio.window.grab().toImage();
    const QRect step = studio.view->mapFromScene(studio.scene.rectOf(studio.node("wx"))).boundingRect();
    const QRect inWindow = step.translated(studio.view->viewport()->mapTo(&studio.window, QPoint()));
    const int ratio = qRound(image.devicePixelRatio());
    const QImage part = image.copy(QRect(inWindow.topLeft() * ratio, inWindow.size() * ratio));
    QSet<QRgb> colors;
    for (int y = 0; y < part.height(); ++y) {
        for (int x = 0; x < part.width(); ++x)
            colors.insert(part.pixel(x, y));
    }
    if (zoom > 0 && zoom < StepPainter::plainDetail)
        QVERIFY(colors.contains(StepPainter::kindColor(u"tool"_s, QApplication::palette()).rgb()));
    else
        QVERIFY2(zoom == 2 || colors.contains(QApplication::palette().color(QPalette::Base).rgb()), "the step is not drawn");
    if (const QString folder = qEnvironmentVariable("DESK_SHOTS"); !folder.isEmpty())
        QVERIFY(image.save(folder + u"/workflow-canvas-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
}

QTEST_MAIN(TestWorkflowCanvas)
#include "tst_workflowcanvas.moc"
