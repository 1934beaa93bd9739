// What a person does to a workflow (D-60, anchor 19): each is one entry, undone and done again to the byte, also after a restart.
#include "graphmirror.h"
#include "randomediting.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using Port = WorkflowEditing::Port;

namespace {

// JSON is easier to read here with the other quotes.
QJsonObject object(QByteArray text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.replace('\'', '"'), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s", qPrintable(error.errorString()));
    return document.object();
}

QByteArray bytes(const QJsonObject &json)
{
    return QJsonDocument(json).toJson();
}

QJsonObject branching()
{
    return object("{'name':'w','result':'$.a.text','steps':["
                  "{'id':'a','type':'agent','agent':'x','agent_prompt':'$.input.q','guardrails':null},"
                  "{'id':'c','type':'condition','condition':{'field':'$.a.n','operator':'lt','value':5,'then_step':'t','else_step':'e'}},"
                  "{'id':'t','type':'agent','agent_prompt':'Say $.a and $.a.b, not $.ab or $.other.a','next_step':'a'},"
                  "{'id':'l','type':'loop','loop_config':{'items_path':'$.a','steps':["
                  "{'id':'in','type':'tool','tool':'search','tool_args':{'q':['$.a.x',{'k':'$.item'}]}}]}},"
                  "{'id':'e','type':'odd','unknown':{'deep':'$.a'}}]}");
}

struct Scene {
    WorkflowGraph graph;
    WorkflowEditing editing{graph};

    explicit Scene(const QJsonObject &definition = branching()) { graph.setDefinition(definition); }
    NodeId node(const QString &id) { return graph.nodeOfStepId(id); }
    QStringList order(NodeId container = NodeId::Root)
    {
        QStringList out;
        const QList<NodeId> children = graph.children(container);
        for (const NodeId child : children)
            out.append(graph.stepId(child));
        return out;
    }
    QJsonObject own(const QString &id) { return graph.ownStep(node(id)); }
};

// Where edges lead, without the ids of nodes.
QList<std::tuple<QList<int>, QList<int>, int>> edgePaths(const WorkflowGraph &graph)
{
    QList<std::tuple<QList<int>, QList<int>, int>> out;
    const QList<GraphEdge> edges = graph.edges();
    for (const GraphEdge &edge : edges)
        out.append({graph.path(edge.from), graph.path(edge.to), static_cast<int>(edge.kind)});
    return out;
}

QJsonObject throughText(const QJsonObject &state)
{
    return QJsonDocument::fromJson(QJsonDocument(state).toJson(QJsonDocument::Compact)).object();
}

unsigned seed()
{
    const unsigned chosen = qEnvironmentVariableIsSet("DESK_SEED") ? static_cast<unsigned>(qEnvironmentVariableIntValue("DESK_SEED"))
                                                                   : std::random_device{}() >> 1; // as an int reads it
    qInfo("DESK_SEED=%u", chosen);
    return chosen;
}

QJsonObject withSteps(int count, const QString &text)
{
    QJsonArray steps;
    for (int i = 0; i < count; ++i)
        steps.append(QJsonObject{{u"id"_s, u"s%1"_s.arg(i)}, {u"type"_s, u"agent"_s}, {u"agent_prompt"_s, text}});
    return {{u"steps"_s, steps}};
}

} // namespace

class WorkflowEditingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void BUG_72_whatIsShownAsADefaultIsStored();
    void newStepsHaveIdsNobodyHas();
    void BUG_62_aRenameKeepsTheStepAndUpdatesReferences();
    void BUG_62_loopsHideNamesAndParallelsHaveMembers();
    void BUG_62_idsThatAreTakenOrSharedAreLeft();
    void BUG_63_aChangedStepIsChangedOnceAndUndone();
    void typingIntoOneFieldIsOneEntry();
    void BUG_60_aDrawnBranchIsSaved();
    void connectingTheNextMovesItBehind();
    void BUG_71_removedStepsComeBackWithWhatIsInThem();
    void movedStepsKeepTheirOrder();
    void aStepDoesNotMoveIntoItself();
    void BUG_64_aKindMayChangeWithoutLosingWhatIsNested();
    void BUG_64_aChangeThatDoesNotSpeakOfNestedStepsKeepsThem();
    void BUG_67_positionsAreOneEntry();
    void stepsAreSwitchedOffAndOn();
    void BUG_74_fieldsOfTheWorkflowChange();
    void notesAreUndoneToo();
    void pastedStepsGetIdsOfTheirOwn();
    void hostileClipboardsAreRefused_data();
    void hostileClipboardsAreRefused();
    void anotherVersionKeepsWhatIsStillThere();
    void BUG_70_cleanIsWhatWasSaved();
    void anotherDefinitionForgetsTheHistory();
    void historyIsBounded();
    void aHugeEntryIsUndoneButNotWrittenDown();
    void stateSurvivesARestart();
    void stateThatIsNotOursIsRefused();
    void anyEditsKeepAMirrorEqualAndAreUndoneToTheByte();
    void manyStepsAreNoBurden_data();
    void manyStepsAreNoBurden();
};

void WorkflowEditingTest::BUG_72_whatIsShownAsADefaultIsStored()
{
    Scene scene;
    const NodeId node = scene.editing.insert(u"condition"_s, NodeId::Root, -1, {{u"condition"_s, QJsonObject{{u"field"_s, u"$.a"_s}}}});
    const QJsonObject condition = scene.graph.step(node).value(u"condition"_s).toObject();
    QCOMPARE(condition.value(u"operator"_s).toString(), u"eq"_s);
    QCOMPARE(condition.value(u"field"_s).toString(), u"$.a"_s);
    QCOMPARE(scene.editing.undoText(), u"Add step"_s);
    for (const QString &type : {u"agent"_s, u"tool"_s, u"human"_s, u"parallel"_s, u"loop"_s, u"input"_s, u"output"_s, u"transform"_s}) {
        const NodeId made = scene.editing.insert(type, NodeId::Root, 0);
        QCOMPARE(scene.graph.type(made), type);
        QCOMPARE(scene.graph.index(made), 0);
    }
    while (scene.editing.canUndo())
        scene.editing.undo();
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));
}

void WorkflowEditingTest::newStepsHaveIdsNobodyHas()
{
    Scene scene;
    const NodeId first = scene.editing.insert(u"agent"_s, NodeId::Root, -1);
    const NodeId second = scene.editing.insert(u"agent"_s, scene.node(u"l"_s), 0);
    QCOMPARE(scene.graph.stepId(first), u"agent"_s);
    QCOMPARE(scene.graph.stepId(second), u"agent_2"_s);
    QCOMPARE(scene.graph.container(second), scene.node(u"l"_s));
    QCOMPARE(scene.graph.stepId(scene.editing.insert(u"agent"_s, NodeId::Root, -1, {{u"id"_s, u"a"_s}})), u"a_2"_s);
    QVERIFY(scene.graph.stepId(scene.editing.insert(u"input"_s, NodeId::Root, 0)) != u"input"_s); // $.input is the workflow's own
    QCOMPARE(scene.editing.insert(u"agent"_s, first, 0), NodeId::Root);                           // nothing goes into an agent
}

void WorkflowEditingTest::BUG_62_aRenameKeepsTheStepAndUpdatesReferences()
{
    Scene scene;
    const NodeId a = scene.node(u"a"_s);
    QVERIFY(scene.editing.rename(a, u"first"_s));
    QCOMPARE(scene.graph.stepId(a), u"first"_s);
    QCOMPARE(scene.graph.nodeAt({0}), a);
    QCOMPARE(scene.own(u"t"_s).value(u"agent_prompt"_s).toString(), u"Say $.first and $.first.b, not $.ab or $.other.a"_s);
    QCOMPARE(scene.own(u"t"_s).value(u"next_step"_s).toString(), u"first"_s);
    QCOMPARE(scene.own(u"c"_s).value(u"condition"_s).toObject().value(u"field"_s).toString(), u"$.first.n"_s);
    QCOMPARE(scene.own(u"l"_s).value(u"loop_config"_s).toObject().value(u"items_path"_s).toString(), u"$.first"_s);
    QCOMPARE(scene.own(u"in"_s).value(u"tool_args"_s).toObject().value(u"q"_s).toArray().at(0).toString(), u"$.first.x"_s);
    QCOMPARE(scene.own(u"e"_s).value(u"unknown"_s).toObject().value(u"deep"_s).toString(), u"$.first"_s);
    QCOMPARE(scene.graph.fields().value(u"result"_s).toString(), u"$.first.text"_s);
    QVERIFY(scene.editing.rename(scene.node(u"t"_s), u"warm"_s));
    QCOMPARE(scene.own(u"c"_s).value(u"condition"_s).toObject().value(u"then_step"_s).toString(), u"warm"_s);
    scene.editing.undo();
    scene.editing.undo();
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));
}

void WorkflowEditingTest::BUG_62_idsThatAreTakenOrSharedAreLeft()
{
    Scene scene(object("{'steps':[{'id':'a','type':'agent'},{'id':'a','type':'agent'},{'id':'b-c','type':'agent'},"
                       "{'id':'d','type':'agent','agent_prompt':'$.a $.b-c $.b-cd'}]}"));
    QVERIFY(!scene.editing.rename(scene.node(u"d"_s), u"a"_s));
    QVERIFY(!scene.editing.rename(scene.node(u"d"_s), {}));
    QVERIFY(!scene.editing.canUndo());
    QVERIFY(scene.editing.rename(scene.graph.nodeAt({1}), u"a2"_s));
    QCOMPARE(scene.own(u"d"_s).value(u"agent_prompt"_s).toString(), u"$.a $.b-c $.b-cd"_s); // the other's, which keeps the name
    QVERIFY(scene.editing.rename(scene.node(u"b-c"_s), u"bc"_s));
    QCOMPARE(scene.own(u"d"_s).value(u"agent_prompt"_s).toString(), u"$.a $.bc $.b-cd"_s);
}

void WorkflowEditingTest::BUG_63_aChangedStepIsChangedOnceAndUndone()
{
    Scene scene;
    QSignalSpy changed(&scene.editing, &WorkflowEditing::changed);
    QJsonObject step = scene.own(u"a"_s);
    step.insert(u"agent"_s, u"y"_s);
    scene.editing.change(scene.node(u"a"_s), step);
    scene.editing.change(scene.node(u"a"_s), step); // says nothing new
    QCOMPARE(changed.count(), 1);
    QByteArray expected = bytes(branching());
    expected.replace("\"agent\": \"x\"", "\"agent\": \"y\"");
    QCOMPARE(bytes(scene.graph.definition()), expected);
    scene.editing.undo();
    QVERIFY(!scene.editing.canUndo());
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));
    QCOMPARE(scene.editing.redoText(), u"Change step"_s);
    scene.editing.redo();
    QCOMPARE(bytes(scene.graph.definition()), expected);
}

void WorkflowEditingTest::typingIntoOneFieldIsOneEntry()
{
    Scene scene;
    const auto type = [&scene](const QString &id, const QString &text, const QString &key) {
        QJsonObject step = scene.own(id);
        step.insert(u"name"_s, text);
        scene.editing.change(scene.node(id), step, key);
    };
    type(u"a"_s, u"H"_s, u"a.name"_s);
    type(u"a"_s, u"Ha"_s, u"a.name"_s);
    type(u"a"_s, u"Hal"_s, u"a.name"_s);
    scene.editing.undo();
    QVERIFY(!scene.editing.canUndo());
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));
    scene.editing.redo();
    QCOMPARE(scene.graph.title(scene.node(u"a"_s)), u"Hal"_s);
    type(u"a"_s, u"Hallo"_s, u"a.name"_s); // after a redo another entry
    scene.editing.setClean();
    type(u"a"_s, u"Hallo!"_s, u"a.name"_s); // after a save too
    type(u"t"_s, u"T"_s, u"t.name"_s);
    int entries = 0;
    for (; scene.editing.canUndo(); ++entries)
        scene.editing.undo();
    QCOMPARE(entries, 4);
}

void WorkflowEditingTest::BUG_60_aDrawnBranchIsSaved()
{
    Scene scene;
    scene.editing.connectSteps(scene.node(u"c"_s), Port::Else, scene.node(u"t"_s));
    QCOMPARE(scene.own(u"c"_s).value(u"condition"_s).toObject().value(u"else_step"_s).toString(), u"t"_s);
    scene.editing.disconnectSteps(scene.node(u"c"_s), Port::Then);
    QVERIFY(scene.own(u"c"_s).value(u"condition"_s).toObject().value(u"then_step"_s).isNull());
    const QList<GraphEdge> edges = scene.graph.edgesOf(scene.node(u"c"_s));
    QVERIFY(edges.contains(GraphEdge{scene.node(u"c"_s), scene.node(u"t"_s), GraphEdge::Kind::ThenNext}));
    QVERIFY(edges.contains(GraphEdge{scene.node(u"c"_s), scene.node(u"t"_s), GraphEdge::Kind::Else}));
    scene.editing.connectSteps(scene.node(u"c"_s), Port::Then, scene.node(u"in"_s)); // in another container: no server goes there
    scene.editing.connectSteps(scene.node(u"a"_s), Port::Then, scene.node(u"t"_s));  // no condition
    scene.editing.undo();
    scene.editing.undo();
    QVERIFY(!scene.editing.canUndo());
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));
}

void WorkflowEditingTest::connectingTheNextMovesItBehind()
{
    Scene scene;
    scene.editing.connectSteps(scene.node(u"a"_s), Port::Next, scene.node(u"e"_s));
    QCOMPARE(scene.order(), (QStringList{u"a"_s, u"e"_s, u"c"_s, u"t"_s, u"l"_s}));
    scene.editing.connectSteps(scene.node(u"t"_s), Port::Next, scene.node(u"a"_s));
    QCOMPARE(scene.order(), (QStringList{u"e"_s, u"c"_s, u"t"_s, u"a"_s, u"l"_s}));
    scene.editing.connectSteps(scene.node(u"in"_s), Port::Next, scene.node(u"a"_s)); // into the loop
    QCOMPARE(scene.order(scene.node(u"l"_s)), (QStringList{u"in"_s, u"a"_s}));
    scene.editing.connectSteps(scene.node(u"in"_s), Port::Next, scene.node(u"l"_s)); // the loop does not go into itself
    scene.editing.connectSteps(scene.node(u"e"_s), Port::Next, scene.node(u"c"_s));  // it is there already
    for (int i = 0; i < 3; ++i)
        scene.editing.undo();
    QVERIFY(!scene.editing.canUndo());
    QCOMPARE(scene.graph.definition(), branching());
}

void WorkflowEditingTest::BUG_71_removedStepsComeBackWithWhatIsInThem()
{
    Scene scene;
    const QList<NodeId> nodes = scene.graph.nodes();
    scene.editing.remove({scene.node(u"e"_s), scene.node(u"in"_s), scene.node(u"l"_s), scene.node(u"a"_s)});
    QCOMPARE(scene.order(), (QStringList{u"c"_s, u"t"_s}));
    QCOMPARE(scene.editing.undoText(), u"Delete steps"_s);
    scene.editing.undo();
    QCOMPARE(scene.graph.nodes(), nodes);
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));
}

void WorkflowEditingTest::movedStepsKeepTheirOrder()
{
    Scene scene;
    scene.editing.move({scene.node(u"t"_s), scene.node(u"a"_s)}, NodeId::Root, 2);
    QCOMPARE(scene.order(), (QStringList{u"c"_s, u"l"_s, u"a"_s, u"t"_s, u"e"_s}));
    scene.editing.move({scene.node(u"in"_s), scene.node(u"c"_s)}, NodeId::Root, -1);
    QCOMPARE(scene.order(), (QStringList{u"l"_s, u"a"_s, u"t"_s, u"e"_s, u"c"_s, u"in"_s}));
    scene.editing.move({scene.node(u"a"_s), scene.node(u"e"_s)}, scene.node(u"l"_s), 0);
    QCOMPARE(scene.order(scene.node(u"l"_s)), (QStringList{u"a"_s, u"e"_s}));
    scene.editing.move({scene.node(u"a"_s)}, scene.node(u"l"_s), 0); // is there
    for (int i = 0; i < 3; ++i)
        scene.editing.undo();
    QVERIFY(!scene.editing.canUndo());
    QCOMPARE(scene.graph.definition(), branching());
}

void WorkflowEditingTest::aStepDoesNotMoveIntoItself()
{
    Scene scene(
        object("{'steps':[{'id':'p','type':'parallel','parallel_steps':[{'id':'q','type':'parallel'}]},{'id':'z','type':'agent'}]}"));
    const QJsonObject before = scene.graph.definition();
    scene.editing.move({scene.node(u"p"_s)}, scene.node(u"q"_s), 0);
    scene.editing.move({scene.node(u"p"_s)}, scene.node(u"p"_s), 0);
    scene.editing.move({scene.node(u"z"_s), scene.node(u"p"_s)}, scene.node(u"q"_s), 0); // not half of it either
    scene.editing.move({scene.node(u"p"_s)}, scene.node(u"z"_s), 0);
    QCOMPARE(scene.graph.definition(), before);
    QVERIFY(!scene.editing.canUndo());
}

void WorkflowEditingTest::BUG_64_aKindMayChangeWithoutLosingWhatIsNested()
{
    Scene scene;
    const NodeId l = scene.node(u"l"_s);
    const NodeId in = scene.node(u"in"_s);
    QJsonObject step = scene.graph.step(l);
    step.insert(u"type"_s, u"parallel"_s);
    scene.editing.change(l, step);
    QCOMPARE(scene.graph.container(in), l);
    QCOMPARE(scene.graph.step(l).value(u"parallel_steps"_s).toArray().size(), 1);
    QVERIFY(!scene.graph.step(l).value(u"loop_config"_s).toObject().contains(u"steps"_s));
    step = scene.graph.step(l);
    step.insert(u"type"_s, u"agent"_s);
    scene.editing.change(l, step);
    QVERIFY(!scene.graph.contains(in));
    scene.editing.undo();
    QVERIFY(scene.graph.contains(in));
    scene.editing.undo();
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));
    // What another kind held as it is becomes steps.
    step = scene.own(u"e"_s);
    step.insert(u"type"_s, u"parallel"_s);
    step.insert(u"parallel_steps"_s, QJsonArray{QJsonObject{{u"id"_s, u"new"_s}, {u"type"_s, u"agent"_s}}});
    scene.editing.change(scene.node(u"e"_s), step);
    QCOMPARE(scene.graph.container(scene.node(u"new"_s)), scene.node(u"e"_s));
    scene.editing.undo();
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));
}

void WorkflowEditingTest::BUG_64_aChangeThatDoesNotSpeakOfNestedStepsKeepsThem()
{
    Scene scene;
    const NodeId l = scene.node(u"l"_s);
    scene.editing.change(l, object("{'id':'l','type':'loop','name':'Each','loop_config':{'items_path':'$.b'}}"));
    QCOMPARE(scene.graph.children(l).size(), 1);
    QCOMPARE(scene.graph.step(l).value(u"loop_config"_s).toObject().value(u"steps"_s).toArray().size(), 1);
    scene.editing.change(l, scene.graph.step(l)); // whole: says nothing new
    scene.editing.undo();
    QVERIFY(!scene.editing.canUndo());
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));
}

void WorkflowEditingTest::BUG_67_positionsAreOneEntry()
{
    Scene scene;
    QHash<NodeId, QPointF> positions;
    const QList<NodeId> nodes = scene.graph.nodes();
    for (const NodeId node : nodes)
        positions.insert(node, QPointF(scene.graph.index(node) * 10.5, 7));
    scene.editing.setPositions(positions);
    scene.editing.setPositions(positions); // nothing new
    QCOMPARE(scene.own(u"c"_s).value(u"position"_s).toObject(), object("{'x':10.5,'y':7}"));
    scene.editing.clearPositions({scene.node(u"c"_s)});
    QVERIFY(!scene.own(u"c"_s).contains(u"position"_s));
    scene.editing.undo();
    scene.editing.undo();
    QVERIFY(!scene.editing.canUndo());
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));
}

void WorkflowEditingTest::stepsAreSwitchedOffAndOn()
{
    Scene scene;
    scene.editing.setDisabled({scene.node(u"a"_s), scene.node(u"in"_s)}, true);
    QVERIFY(scene.graph.isDisabled(scene.node(u"in"_s)));
    scene.editing.setDisabled({scene.node(u"a"_s), scene.node(u"in"_s), scene.node(u"c"_s)}, false);
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));
    scene.editing.undo();
    QVERIFY(scene.graph.isDisabled(scene.node(u"a"_s)));
}

void WorkflowEditingTest::BUG_74_fieldsOfTheWorkflowChange()
{
    Scene scene;
    QSignalSpy fieldsChanged(&scene.graph, &WorkflowGraph::fieldsChanged);
    QJsonObject fields = scene.graph.fields();
    QVERIFY(!fields.contains(u"steps"_s));
    fields.insert(u"trigger"_s, QJsonObject{{u"type"_s, u"cron"_s}});
    scene.editing.setFields(fields);
    QCOMPARE(fieldsChanged.count(), 1);
    QJsonObject expected = branching();
    expected.insert(u"trigger"_s, QJsonObject{{u"type"_s, u"cron"_s}});
    QCOMPARE(scene.graph.definition(), expected);
    scene.editing.undo();
    QCOMPARE(scene.graph.definition(), branching());
}

void WorkflowEditingTest::notesAreUndoneToo()
{
    Scene scene;
    const GraphNote note{3, GraphNote::Kind::Group, QRectF(1, 2, 3, 4), u"Ä <b>"_s};
    scene.editing.setNotes({note});
    QCOMPARE(scene.graph.notes(), QList<GraphNote>{note});
    QCOMPARE(scene.graph.definition(), branching()); // the server has no place for them
    scene.editing.undo();
    QVERIFY(scene.graph.notes().isEmpty());
}

void WorkflowEditingTest::BUG_62_loopsHideNamesAndParallelsHaveMembers()
{
    const QJsonObject definition =
        object("{'result':'$.p.item','steps':[{'id':'p','type':'parallel','parallel_steps':[{'id':'item','type':'tool'}]},"
               "{'id':'l','type':'loop','loop_config':{'items_path':'$.item','steps':["
               "{'id':'in','type':'agent','agent_prompt':'$.item $.p.item.x $.p'}]}}]}");
    Scene scene(definition);
    QVERIFY(scene.editing.rename(scene.node(u"item"_s), u"found"_s));
    QCOMPARE(scene.graph.definition().value(u"result"_s).toString(), u"$.p.found"_s);
    QCOMPARE(scene.own(u"l"_s).value(u"loop_config"_s).toObject().value(u"items_path"_s).toString(), u"$.found"_s);
    QCOMPARE(scene.own(u"in"_s).value(u"agent_prompt"_s).toString(), u"$.item $.p.found.x $.p"_s);
    scene.editing.undo();
    QCOMPARE(bytes(scene.graph.definition()), bytes(definition));
    scene.editing.paste(scene.editing.copied({scene.node(u"p"_s), scene.node(u"l"_s)}), NodeId::Root, -1);
    QCOMPARE(scene.own(u"in_2"_s).value(u"agent_prompt"_s).toString(), u"$.item $.p_2.item_2.x $.p_2"_s);
}

void WorkflowEditingTest::pastedStepsGetIdsOfTheirOwn()
{
    Scene scene;
    const QByteArray text = scene.editing.copied({scene.node(u"t"_s), scene.node(u"a"_s), scene.node(u"in"_s), scene.node(u"l"_s)});
    const QList<NodeId> pasted = scene.editing.paste(text, NodeId::Root, 1);
    QCOMPARE(scene.order(), (QStringList{u"a"_s, u"a_2"_s, u"t_2"_s, u"l_2"_s, u"c"_s, u"t"_s, u"l"_s, u"e"_s}));
    QCOMPARE(pasted, scene.graph.children(NodeId::Root).mid(1, 3));
    QCOMPARE(scene.own(u"t_2"_s).value(u"agent_prompt"_s).toString(), u"Say $.a_2 and $.a_2.b, not $.ab or $.other.a"_s);
    QCOMPARE(scene.own(u"t_2"_s).value(u"next_step"_s).toString(), u"a_2"_s);
    QCOMPARE(scene.own(u"in_2"_s).value(u"tool_args"_s).toObject().value(u"q"_s).toArray().at(0).toString(), u"$.a_2.x"_s);
    const QList<NodeId> again = scene.editing.paste(scene.editing.copied({scene.node(u"a_2"_s)}), scene.node(u"l_2"_s), 0);
    QCOMPARE(again.size(), 1);
    QCOMPARE(scene.graph.stepId(again.constFirst()), u"a_3"_s);
    scene.editing.undo();
    scene.editing.undo();
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));

    WorkflowGraph other; // another window
    WorkflowEditing there(other);
    QCOMPARE(there.paste(text, NodeId::Root, -1).size(), 3);
    QCOMPARE(other.stepId(other.nodeAt({0})), u"a"_s); // free there
    // A chat: one step, a list, a workflow.
    QCOMPARE(there.paste("{\"type\":\"agent\"}", NodeId::Root, -1).size(), 1);
    QCOMPARE(there.paste(" [{\"type\":\"tool\"},{\"type\":\"tool\"}]\n", NodeId::Root, 0).size(), 2);
    QCOMPARE(there.paste(bytes(branching()), NodeId::Root, -1).size(), 5);
    const QList<NodeId> all = other.nodes();
    QSet<QString> ids;
    for (const NodeId node : all)
        ids.insert(other.stepId(node));
    QCOMPARE(ids.size(), all.size());
}

void WorkflowEditingTest::hostileClipboardsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray deepSteps("{\"type\":\"agent\"}");
    for (int i = 0; i < 70; ++i)
        deepSteps = "{\"type\":\"parallel\",\"parallel_steps\":[" + deepSteps + "]}";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("Hello");
    QTest::newRow("number") << QByteArray("5");
    QTest::newRow("no type") << QByteArray("{\"id\":\"a\"}");
    QTest::newRow("no steps") << QByteArray("[]");
    QTest::newRow("one is none") << QByteArray("[{\"type\":\"agent\"},5]");
    QTest::newRow("type is no text") << QByteArray("{\"type\":5}");
    QTest::newRow("deep JSON") << QByteArray(100'000, '[');
    QTest::newRow("deep value") << "{\"type\":\"agent\",\"x\":" + QByteArray(600, '[') + QByteArray(600, ']') + "}";
    QTest::newRow("deep steps") << deepSteps;
    QTest::newRow("too large") << "{\"type\":\"agent\",\"x\":\"" + QByteArray(4 * 1024 * 1024, 'x') + "\"}";
}

void WorkflowEditingTest::hostileClipboardsAreRefused()
{
    QFETCH(QByteArray, text);
    Scene scene;
    QSignalSpy changed(&scene.editing, &WorkflowEditing::changed);
    QVERIFY(scene.editing.paste(text, NodeId::Root, 0).isEmpty());
    QVERIFY(scene.editing.paste("{\"type\":\"agent\"}", scene.node(u"a"_s), 0).isEmpty());
    QCOMPARE(scene.graph.definition(), branching());
    QCOMPARE(changed.count(), 0);
}

void WorkflowEditingTest::anotherVersionKeepsWhatIsStillThere()
{
    Scene scene;
    QHash<QString, NodeId> before;
    const QList<NodeId> nodes = scene.graph.nodes();
    for (const NodeId node : nodes)
        before.insert(scene.graph.stepId(node), node);
    // c is gone, in left the loop, l moved to the front, a was renamed, t changed, and there is a new one.
    const QJsonObject after = object("{'name':'w2','steps':[{'id':'l','type':'loop','loop_config':{'items_path':'$.a','steps':[]}},"
                                     "{'id':'renamed','type':'agent','agent':'x'},{'id':'t','type':'agent','agent_prompt':'new'},"
                                     "{'id':'in','type':'tool','tool':'search'},{'id':'new','type':'parallel','parallel_steps':["
                                     "{'id':'e','type':'odd'},null]}]}");
    QSignalSpy inserted(&scene.graph, &WorkflowGraph::stepInserted);
    QSignalSpy removed(&scene.graph, &WorkflowGraph::stepRemoved);
    scene.editing.replaceDefinition(after, u"Version 3"_s);
    QCOMPARE(bytes(scene.graph.definition()), bytes(after));
    for (const QString &id : {u"l"_s, u"t"_s, u"in"_s, u"e"_s})
        QCOMPARE(scene.node(id), before.value(id));
    QCOMPARE(scene.node(u"renamed"_s), before.value(u"a"_s));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(inserted.count(), 2); // the parallel, and what is no step in it
    QCOMPARE(scene.editing.undoText(), u"Version 3"_s);
    scene.editing.undo();
    QCOMPARE(bytes(scene.graph.definition()), bytes(branching()));
    QCOMPARE(scene.graph.nodes(), nodes);
    scene.editing.replaceDefinition(branching(), u"Same"_s);
    QVERIFY(!scene.editing.canUndo());
}

void WorkflowEditingTest::BUG_70_cleanIsWhatWasSaved()
{
    Scene scene;
    QVERIFY(scene.editing.isClean());
    scene.editing.insert(u"agent"_s, NodeId::Root, -1);
    QVERIFY(!scene.editing.isClean());
    scene.editing.setClean();
    scene.editing.undo();
    QVERIFY(!scene.editing.isClean());
    scene.editing.redo();
    QVERIFY(scene.editing.isClean());
    scene.editing.undo();
    scene.editing.insert(u"tool"_s, NodeId::Root, -1); // what was saved is on no way any more
    scene.editing.undo();
    QVERIFY(!scene.editing.isClean());
}

void WorkflowEditingTest::anotherDefinitionForgetsTheHistory()
{
    Scene scene;
    scene.editing.insert(u"agent"_s, NodeId::Root, -1);
    QSignalSpy history(&scene.editing, &WorkflowEditing::historyChanged);
    scene.graph.setDefinition(branching());
    QVERIFY(!scene.editing.canUndo());
    QVERIFY(scene.editing.isClean());
    QCOMPARE(history.count(), 1);
}

void WorkflowEditingTest::historyIsBounded()
{
    Scene scene(withSteps(2, u"x"_s));
    for (int i = 0; i < 1100; ++i)
        scene.editing.setDisabled({scene.node(u"s0"_s)}, i % 2 == 0);
    int undone = 0;
    for (; scene.editing.canUndo(); ++undone)
        scene.editing.undo();
    QCOMPARE(undone, 1000);
    QVERIFY(!scene.editing.isClean()); // the beginning is out of reach

    Scene large(withSteps(1, QString(100'000, u'x')));
    for (int i = 0; i < 60; ++i) {
        QJsonObject step = large.own(u"s0"_s);
        step.insert(u"n"_s, i);
        large.editing.change(large.node(u"s0"_s), step);
    }
    QVERIFY(QJsonDocument(large.editing.state()).toJson(QJsonDocument::Compact).size() < 5 * 1024 * 1024);
    for (undone = 0; large.editing.canUndo(); ++undone)
        large.editing.undo();
    QVERIFY2(undone > 15 && undone < 25, qPrintable(QString::number(undone)));
}

void WorkflowEditingTest::aHugeEntryIsUndoneButNotWrittenDown()
{
    const QJsonObject definition = withSteps(60, QString(100'000, u'x'));
    Scene scene(definition);
    scene.editing.remove(scene.graph.nodes());
    QVERIFY(scene.editing.canUndo());
    WorkflowGraph graph;
    WorkflowEditing other(graph);
    QVERIFY(other.restore(throughText(scene.editing.state())));
    QVERIFY(!other.canUndo());
    QVERIFY(!other.isClean());
    QCOMPARE(graph.count(), 0);
    scene.editing.undo();
    QCOMPARE(scene.graph.definition(), definition);
    QVERIFY(other.restore(throughText(scene.editing.state())));
    QVERIFY(other.isClean());
    QCOMPARE(graph.definition(), definition);
}

void WorkflowEditingTest::stateSurvivesARestart()
{
    Scene scene;
    scene.editing.rename(scene.node(u"a"_s), u"first"_s);
    scene.editing.setClean();
    scene.editing.setNotes({{1, GraphNote::Kind::Comment, QRectF(0.1, 0.2, 3, 4), u"why"_s}});
    scene.editing.remove({scene.node(u"l"_s)});
    scene.editing.undo();

    WorkflowGraph graph;
    WorkflowEditing other(graph);
    QVERIFY(other.restore(throughText(scene.editing.state())));
    QCOMPARE(graph.nodes(), scene.graph.nodes());
    QCOMPARE(graph.notes(), scene.graph.notes());
    QCOMPARE(other.redoText(), u"Delete step"_s);
    other.redo();
    QVERIFY(!graph.contains(scene.node(u"l"_s)));
    other.undo();
    other.undo();
    QVERIFY(other.isClean());
    other.undo();
    QVERIFY(!other.canUndo());
    QCOMPARE(bytes(graph.definition()), bytes(branching()));

    // Where a list was missing there is one now: undone, it is missing again.
    const QJsonObject bare = object("{'steps':[{'id':'l','type':'loop','loop_config':null}]}");
    Scene before(bare);
    before.editing.insert(u"agent"_s, before.node(u"l"_s), 0);
    QVERIFY(other.restore(throughText(before.editing.state())));
    other.undo();
    QCOMPARE(bytes(graph.definition()), bytes(bare));
}

void WorkflowEditingTest::stateThatIsNotOursIsRefused()
{
    Scene scene;
    scene.editing.insert(u"agent"_s, scene.node(u"l"_s), 0);
    scene.editing.remove({scene.node(u"t"_s)});
    const QJsonObject good = throughText(scene.editing.state());
    Scene target(withSteps(2, u"mine"_s));
    target.editing.insert(u"tool"_s, NodeId::Root, 0);
    const QJsonObject mine = target.graph.definition();
    QSignalSpy reset(&target.graph, &WorkflowGraph::reset);

    QList<QJsonObject> bad{{}, object("{'version':1}")};
    const QStringList members = good.keys();
    for (const QString &member : members) {
        for (const QJsonValue &value : {QJsonValue(QJsonValue::Undefined), QJsonValue(), QJsonValue(7), QJsonValue(QJsonObject())}) {
            QJsonObject state = good;
            state.insert(member, value);
            bad.append(state);
        }
    }
    QJsonObject later = good;
    later.insert(u"version"_s, 2);
    bad.append(later);
    QByteArray text = QJsonDocument(good).toJson(QJsonDocument::Compact);
    bad.append(QJsonDocument::fromJson(text.replace("\"index\":2", "\"index\":1")).object());
    for (const QJsonObject &state : std::as_const(bad))
        QVERIFY2(!target.editing.restore(state), QJsonDocument(state).toJson().left(500).constData());
    QCOMPARE(target.graph.definition(), mine);
    QCOMPARE(reset.count(), 0);
    QVERIFY(target.editing.canUndo());
    QVERIFY(target.editing.restore(good));
}

void WorkflowEditingTest::anyEditsKeepAMirrorEqualAndAreUndoneToTheByte()
{
    const unsigned chosen = seed();
    for (unsigned sequence = 0; sequence < 1000; ++sequence) {
        const QByteArray where = "sequence " + QByteArray::number(sequence) + " of DESK_SEED=" + QByteArray::number(chosen);
        RandomEditing random(chosen + sequence);
        auto scene = std::make_unique<Scene>(random.definition());
        auto mirror = std::make_unique<GraphMirror>(scene->graph);
        const QByteArray first = bytes(scene->graph.definition());
        const int edits = 4 + random.below(16);
        for (int i = 0; i < edits; ++i) {
            random.edit(scene->editing);
            QVERIFY2(mirror->definition() == scene->graph.definition(), where.constData());
            QVERIFY2(mirror->edges() == scene->graph.edges(), where.constData());
            QVERIFY2(mirror->notes() == scene->graph.notes(), where.constData());
            const Scene fresh(scene->graph.definition());
            QVERIFY2(edgePaths(fresh.graph) == edgePaths(scene->graph), where.constData());
            QVERIFY2(fresh.graph.count() == scene->graph.count(), where.constData());
            if (random.below(12) == 0) {
                auto next = std::make_unique<Scene>(QJsonObject());
                QVERIFY2(next->editing.restore(throughText(scene->editing.state())), where.constData());
                QVERIFY2(next->graph.nodes() == scene->graph.nodes(), where.constData());
                mirror = std::make_unique<GraphMirror>(next->graph);
                scene = std::move(next);
            }
        }
        while (scene->editing.canRedo())
            scene->editing.redo();
        const QByteArray last = bytes(scene->graph.definition());
        while (scene->editing.canUndo())
            scene->editing.undo();
        QVERIFY2(bytes(scene->graph.definition()) == first, where.constData());
        QVERIFY2(bytes(mirror->definition()) == first, where.constData());
        QVERIFY2(scene->editing.isClean(), where.constData());
        while (scene->editing.canRedo())
            scene->editing.redo();
        QVERIFY2(bytes(scene->graph.definition()) == last, where.constData());
        QVERIFY2(bytes(mirror->definition()) == last, where.constData());
    }
}

void WorkflowEditingTest::manyStepsAreNoBurden_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("500") << 500;
    QTest::newRow("5000") << 5000;
}

void WorkflowEditingTest::manyStepsAreNoBurden()
{
    QFETCH(int, count);
    const QJsonObject definition = withSteps(count, u"Say $.s1.text"_s);
    Scene scene(definition);
    const auto timed = [](const char *what, const auto &work) {
        QElapsedTimer timer;
        timer.start();
        work();
        qInfo("%s: %lld ms", what, timer.elapsed());
        QVERIFY2(timer.elapsed() < 10'000, what);
    };
    timed("rename", [&] { scene.editing.rename(scene.node(u"s1"_s), u"one"_s); });
    timed("insert", [&] { scene.editing.insert(u"agent"_s, NodeId::Root, count / 2); });
    timed("move half", [&] { scene.editing.move(scene.graph.nodes().mid(0, count / 2), NodeId::Root, -1); });
    timed("positions", [&] {
        QHash<NodeId, QPointF> positions;
        const QList<NodeId> nodes = scene.graph.nodes();
        for (const NodeId node : nodes)
            positions.insert(node, QPointF(scene.graph.index(node), 1));
        scene.editing.setPositions(positions);
    });
    timed("copy and paste", [&] { scene.editing.paste(scene.editing.copied(scene.graph.nodes()), NodeId::Root, 0); });
    timed("another version", [&] { scene.editing.replaceDefinition(definition, u"v"_s); });
    timed("state and restore", [&] {
        WorkflowGraph graph;
        WorkflowEditing other(graph);
        QVERIFY(other.restore(throughText(scene.editing.state())));
    });
    timed("undo all", [&] {
        while (scene.editing.canUndo())
            scene.editing.undo();
    });
    if (count == 500) // of more, the 4 MB of history do not hold all
        QCOMPARE(bytes(scene.graph.definition()), bytes(definition));
    QVERIFY(scene.graph.count() >= count);
}

QTEST_GUILESS_MAIN(WorkflowEditingTest)
#include "tst_workflowediting.moc"
