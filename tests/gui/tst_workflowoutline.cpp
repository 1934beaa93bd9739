// The outline of workflows, the twin of the canvas for keyboard and screen
// reader, and that graph, canvas and outline never differ.
#include "gui/workflowstudio.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Port = WorkflowEditing::Port;

namespace {

constexpr auto nested = R"([{"id":"a","type":"tool","tool":"search"},
    {"id":"loop","type":"loop","loop_config":{"items_path":"$.a.items","steps":[{"id":"in","type":"tool","tool":"rag"}]}},
    {"id":"b","type":"condition","condition":{"field":"$.a.x","operator":"eq","value":1}},
    {"id":"c","type":"agent","agent":"chat-agent","agent_prompt":"Say $.a.x"}])";

void press(const WorkflowStudio &studio, int key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(studio.outline, static_cast<Qt::Key>(key), modifiers);
}

// One thing a person could do, on whatever is there.
class Hand
{
public:
    Hand(WorkflowStudio &studio, quint32 seed)
        : m_studio(studio)
        , m_random(seed)
    {
    }

    void edit()
    {
        WorkflowEditing &editing = m_studio.editing;
        switch (m_random.bounded(14)) {
        case 0:
        case 1:
        case 2:
            editing.insert(kind(), container(), m_random.bounded(8) - 1);
            break;
        case 3:
            editing.remove(some());
            break;
        case 4:
        case 5:
            editing.move(some(), container(), m_random.bounded(6));
            break;
        case 6:
            editing.rename(one(), u"s%1"_s.arg(m_random.bounded(30)));
            break;
        case 7:
            editing.connectSteps(one(), port(), one());
            break;
        case 8:
            editing.disconnectSteps(one(), port());
            break;
        case 9:
            editing.setDisabled(some(), m_random.bounded(2) == 0);
            break;
        case 10:
            editing.setPositions({{one(), QPointF(m_random.bounded(900), m_random.bounded(900))}});
            break;
        case 11:
            editing.paste(editing.copied(some()), container(), m_random.bounded(4));
            break;
        case 12:
            change();
            break;
        default:
            m_random.bounded(3) == 0 ? editing.redo() : editing.undo();
        }
    }

    void choose() { m_studio.selection.set(some(), one()); }

private:
    [[nodiscard]] NodeId one()
    {
        const QList<NodeId> nodes = m_studio.graph.nodes();
        if (nodes.isEmpty())
            return m_studio.editing.insert(u"tool"_s, NodeId::Root, -1);
        return nodes.at(m_random.bounded(static_cast<int>(nodes.size())));
    }
    [[nodiscard]] QList<NodeId> some()
    {
        QList<NodeId> nodes;
        for (int i = m_random.bounded(3); i >= 0; --i) {
            if (const NodeId node = one(); !nodes.contains(node))
                nodes.append(node);
        }
        return nodes;
    }
    [[nodiscard]] NodeId container()
    {
        QList<NodeId> all{NodeId::Root, NodeId::Root};
        for (const NodeId node : m_studio.graph.nodes()) {
            if (m_studio.graph.isContainer(node))
                all.append(node);
        }
        return all.at(m_random.bounded(static_cast<int>(all.size())));
    }
    [[nodiscard]] QString kind()
    {
        const QStringList kinds{u"tool"_s, u"agent"_s, u"condition"_s, u"human"_s, u"parallel"_s, u"loop"_s, u"odd"_s};
        return kinds.at(m_random.bounded(static_cast<int>(kinds.size())));
    }
    [[nodiscard]] Port port() { return std::array{Port::Next, Port::Then, Port::Else}.at(static_cast<size_t>(m_random.bounded(3))); }
    void change()
    {
        const NodeId node = one();
        QJsonObject step = m_studio.graph.step(node);
        step.insert("name"_L1, u"Name %1"_s.arg(m_random.bounded(100)));
        if (m_random.bounded(4) == 0)
            step.insert("next_step"_L1, u"s%1"_s.arg(m_random.bounded(30)));
        if (m_random.bounded(6) == 0)
            step.insert("type"_L1, kind());
        m_studio.editing.change(node, step);
    }

    WorkflowStudio &m_studio;
    QRandomGenerator m_random;
};

} // namespace

class TestWorkflowOutline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTreeIsAProperModelThroughEveryEdit();
    void anEditResetsNothing();
    void altArrowsMoveUpDownInAndOut();
    void BUG_62_f2RenamesAStepWithItsReferences();
    void anIdThatIsTakenIsRefusedInWords();
    void insertAndDeleteByKeys();
    void chosenStepsAreTheSameInCanvasAndOutline();
    void droppedStepsAreMovedAndKindsInserted();
    void theMenuConnectsBranches();
    void enterOpens();
    void everyRowIsDescribed();
    void readOnlyEditsNothing();
    void aThousandRandomEditsKeepGraphCanvasAndOutlineEqual();
};

void TestWorkflowOutline::theTreeIsAProperModelThroughEveryEdit()
{
    WorkflowStudio studio(nested);
    const QAbstractItemModelTester tester(&studio.outline->steps(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(studio.difference(), QString());
    const NodeId added = studio.editing.insert(u"tool"_s, studio.node("loop"), 0);
    studio.editing.move({added}, NodeId::Root, 0);
    studio.editing.move({studio.node("c"), studio.node("a")}, studio.node("loop"), 1);
    studio.editing.remove({studio.node("loop")});
    studio.editing.undo();
    studio.editing.undo();
    QCOMPARE(studio.difference(), QString());
    studio.graph.setDefinition({});
    QCOMPARE(studio.outline->steps().rowCount(), 0);
}

void TestWorkflowOutline::anEditResetsNothing()
{
    WorkflowStudio studio(nested);
    const QSignalSpy resets(&studio.outline->steps(), &QAbstractItemModel::modelReset);
    const QSignalSpy layouts(&studio.outline->steps(), &QAbstractItemModel::layoutChanged);
    const QSignalSpy moves(&studio.outline->steps(), &QAbstractItemModel::rowsMoved);
    const QPersistentModelIndex kept = studio.outline->steps().indexOf(studio.node("in"));
    studio.editing.move({studio.node("loop")}, NodeId::Root, 3);
    studio.editing.insert(u"tool"_s, NodeId::Root, 0);
    studio.editing.rename(studio.node("in"), u"inner"_s);
    studio.editing.undo();
    QCOMPARE(resets.size() + layouts.size(), 0);
    QVERIFY(!moves.isEmpty());
    QVERIFY(kept.isValid());
    QCOMPARE(studio.outline->steps().nodeOf(kept), studio.node("in"));
}

void TestWorkflowOutline::altArrowsMoveUpDownInAndOut()
{
    WorkflowStudio studio(nested);
    QVERIFY(studio.show());
    studio.outline->setFocus();
    studio.selection.choose(studio.node("c"));
    press(studio, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(studio.ids(), u"a loop c b"_s);
    press(studio, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(studio.ids(), u"a loop b"_s);
    QCOMPARE(studio.ids(studio.node("loop")), u"in c"_s);
    press(studio, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(studio.ids(studio.node("loop")), u"c in"_s);
    press(studio, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(studio.ids(), u"a loop c b"_s);
    press(studio, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(studio.ids(), u"a loop b c"_s);
    press(studio, Qt::Key_Down, Qt::AltModifier); // there is no further
    QCOMPARE(studio.ids(), u"a loop b c"_s);
    QCOMPARE(studio.currentId(), u"c"_s);
    QCOMPARE(studio.difference(), QString());
}

void TestWorkflowOutline::BUG_62_f2RenamesAStepWithItsReferences()
{
    WorkflowStudio studio(nested);
    QVERIFY(studio.show());
    studio.outline->setFocus();
    const NodeId a = studio.node("a");
    studio.selection.choose(a);
    press(studio, Qt::Key_F2);
    QTRY_VERIFY(studio.outline->viewport()->findChild<QLineEdit *>());
    auto *edit = studio.outline->viewport()->findChild<QLineEdit *>();
    QCOMPARE(edit->text(), u"a"_s);
    edit->selectAll();
    QTest::keyClicks(edit, u"found"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(studio.graph.stepId(a), u"found"_s);
    QCOMPARE(studio.graph.step(studio.node("c")).value("agent_prompt"_L1).toString(), u"Say $.found.x"_s);
    QCOMPARE(studio.difference(), QString());
}

void TestWorkflowOutline::anIdThatIsTakenIsRefusedInWords()
{
    WorkflowStudio studio(nested);
    const QSignalSpy refused(studio.outline, &WorkflowOutline::refused);
    StepTreeModel &tree = studio.outline->steps();
    QVERIFY(!tree.setData(tree.indexOf(studio.node("a")), u"b"_s, Qt::EditRole));
    QVERIFY(!tree.setData(tree.indexOf(studio.node("a")), u"  "_s, Qt::EditRole));
    QCOMPARE(refused.size(), 2);
    QVERIFY(refused.constFirst().constFirst().toString().contains(u"“b”"_s));
    QVERIFY(!studio.editing.canUndo());
}

void TestWorkflowOutline::insertAndDeleteByKeys()
{
    WorkflowStudio studio(nested);
    QVERIFY(studio.show());
    studio.outline->setFocus();
    studio.selection.choose(studio.node("in"));
    press(studio, Qt::Key_Insert);
    auto *menu = studio.outline->findChild<QMenu *>(u"outlineInsertMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(studio.graph.container(studio.selection.current()), studio.node("loop"));
    QCOMPARE(studio.graph.index(studio.selection.current()), 1);
    QCOMPARE(studio.outline->steps().nodeOf(studio.outline->currentIndex()), studio.selection.current());
    press(studio, Qt::Key_Delete);
    QCOMPARE(studio.ids(studio.node("loop")), u"in"_s);
    QCOMPARE(studio.currentId(), u"in"_s);
    press(studio, Qt::Key_Delete);
    QCOMPARE(studio.currentId(), u"loop"_s); // nothing is left in it
    press(studio, Qt::Key_Z, Qt::ControlModifier);
    press(studio, Qt::Key_C, Qt::ControlModifier);
    press(studio, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(studio.graph.count(), 7);
    press(studio, Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(studio.difference(), QString());
}

void TestWorkflowOutline::chosenStepsAreTheSameInCanvasAndOutline()
{
    WorkflowStudio studio(nested);
    QVERIFY(studio.show());
    studio.outline->setFocus();
    studio.outline->setCurrentIndex(studio.outline->steps().indexOf(studio.node("a")));
    press(studio, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(studio.scene.itemOf(studio.node("a"))->isSelected());
    QVERIFY(studio.scene.itemOf(studio.node("loop"))->isSelected());
    QCOMPARE(studio.currentId(), u"loop"_s);
    QTest::mouseClick(studio.view->viewport(), Qt::LeftButton, {}, studio.at(studio.node("b")));
    QCOMPARE(studio.outline->selectionModel()->selectedIndexes(), QModelIndexList{studio.outline->steps().indexOf(studio.node("b"))});
    QCOMPARE(studio.outline->currentIndex(), studio.outline->steps().indexOf(studio.node("b")));
}

void TestWorkflowOutline::droppedStepsAreMovedAndKindsInserted()
{
    WorkflowStudio studio(nested);
    StepTreeModel &tree = studio.outline->steps();
    const QModelIndex loop = tree.indexOf(studio.node("loop"));
    const std::unique_ptr<QMimeData> steps(tree.mimeData({tree.indexOf(studio.node("c")), tree.indexOf(studio.node("a"))}));
    QVERIFY(tree.canDropMimeData(steps.get(), Qt::MoveAction, 0, 0, loop));
    QVERIFY(!tree.canDropMimeData(steps.get(), Qt::MoveAction, 0, 0,
                                  tree.indexOf(studio.node("b")))); // it holds nothing
    QVERIFY(!tree.dropMimeData(steps.get(), Qt::MoveAction, 1, 0,
                               loop)); // moved: the view has nothing to remove
    QCOMPARE(studio.ids(), u"loop b"_s);
    QCOMPARE(studio.ids(studio.node("loop")), u"in a c"_s);
    const std::unique_ptr<QMimeData> itself(tree.mimeData({tree.indexOf(studio.node("loop"))}));
    QVERIFY(!tree.canDropMimeData(itself.get(), Qt::MoveAction, 0, 0, tree.indexOf(studio.node("loop"))));

    QMimeData kind;
    kind.setData(u"application/x-agentdesk-step-kind"_s, "human");
    QVERIFY(tree.dropMimeData(&kind, Qt::CopyAction, -1, -1, {}));
    QCOMPARE(studio.graph.type(studio.graph.children(NodeId::Root).constLast()), u"human"_s);
    QVERIFY(tree.dropMimeData(itself.get(), Qt::CopyAction, 0, 0, {}));
    QCOMPARE(studio.graph.count(), 10);
    QCOMPARE(studio.difference(), QString());
}

void TestWorkflowOutline::theMenuConnectsBranches()
{
    WorkflowStudio studio(nested);
    QVERIFY(studio.show());
    studio.selection.choose(studio.node("b"));
    studio.outline->openConnectMenu();
    const auto *menu = studio.outline->findChild<QMenu *>(u"outlineConnectMenu"_s);
    const auto *no = menu->findChild<QMenu *>(u"connectElse"_s);
    QVERIFY(no);
    QCOMPARE(no->actions().size(), 5); // the next one, a line, and three others
    no->actions().at(2)->trigger();
    QVERIFY(studio.graph.edges().contains(GraphEdge{studio.node("b"), studio.node("a"), GraphEdge::Kind::Else}));
    no->actions().constFirst()->trigger();
    QVERIFY(studio.graph.edges().contains(GraphEdge{studio.node("b"), studio.node("c"), GraphEdge::Kind::ElseNext}));
    QCOMPARE(studio.difference(), QString());
}

void TestWorkflowOutline::enterOpens()
{
    WorkflowStudio studio(nested);
    QVERIFY(studio.show());
    const QSignalSpy opened(studio.outline, &WorkflowOutline::activatedStep);
    studio.selection.choose(studio.node("in"));
    press(studio, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.constFirst().constFirst().value<NodeId>(), studio.node("in"));
}

void TestWorkflowOutline::everyRowIsDescribed()
{
    WorkflowStudio studio(nested);
    studio.editing.connectSteps(studio.node("b"), Port::Then, studio.node("c"));
    const QModelIndex index = studio.outline->steps().indexOf(studio.node("b"));
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(u"Condition"_s));
    QVERIFY(index.data(Qt::AccessibleDescriptionRole).toString().contains(u"If true, goes to c."_s));
}

void TestWorkflowOutline::readOnlyEditsNothing()
{
    WorkflowStudio studio(nested);
    studio.commands.setReadOnly(true);
    QVERIFY(studio.show());
    studio.selection.choose(studio.node("b"));
    press(studio, Qt::Key_Delete);
    press(studio, Qt::Key_Up, Qt::AltModifier);
    press(studio, Qt::Key_F2);
    press(studio, Qt::Key_Insert);
    StepTreeModel &tree = studio.outline->steps();
    QVERIFY(!tree.setData(tree.indexOf(studio.node("a")), u"z"_s, Qt::EditRole));
    QMimeData kind;
    kind.setData(u"application/x-agentdesk-step-kind"_s, "human");
    QVERIFY(!tree.dropMimeData(&kind, Qt::CopyAction, 0, 0, {}));
    QVERIFY(!studio.editing.canUndo());
}

void TestWorkflowOutline::aThousandRandomEditsKeepGraphCanvasAndOutlineEqual()
{
    const quint32 base = qEnvironmentVariableIsSet("DESK_SEED") ? static_cast<quint32>(qEnvironmentVariableIntValue("DESK_SEED")) : 4711;
    qInfo("DESK_SEED=%u", base);
    const QByteArrayList starts{"[]", nested, manySteps()};
    for (quint32 sequence = 0; sequence < 1000; ++sequence) {
        WorkflowStudio studio(starts.at(sequence % 3));
        Hand hand(studio, base + sequence);
        for (int step = 0; step < 12; ++step) {
            if (step % 4 == 0)
                hand.choose();
            hand.edit();
            if (step % 3 == 1)
                continue; // several edits before the canvas follows
            const QString difference = studio.difference();
            QVERIFY2(difference.isEmpty(), qPrintable(u"sequence %1, edit %2: %3"_s.arg(sequence).arg(step).arg(difference)));
            for (const NodeId node : studio.selection.selected())
                QVERIFY(studio.graph.contains(node));
        }
        while (studio.editing.canUndo())
            studio.editing.undo();
        QCOMPARE(studio.difference(), QString());
    }
}

QTEST_MAIN(TestWorkflowOutline)
#include "tst_workflowoutline.moc"
