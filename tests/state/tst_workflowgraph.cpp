// The graph of a workflow (D-60): nothing of a definition is lost, edges say what the server does, nodes outlive renames.
#include "state/workflows/nestedsteps.h"
#include "state/workflows/workflowgraph.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

using Kind = GraphEdge::Kind;

// JSON is easier to read here with the other quotes.
QJsonObject object(QByteArray text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.replace('\'', '"'), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s", qPrintable(error.errorString()));
    return document.object();
}

QJsonObject weatherNote() // contract 5.4
{
    return object("{'name':'weather_note','steps':["
                  "{'id':'wx','type':'tool','tool':'get_weather','tool_args':{'location':'$.input.city'}},"
                  "{'id':'cold','type':'condition','condition':{'field':'$.wx.temperature','operator':'lt','value':5,"
                  "'then_step':'warn','else_step':'note'}},"
                  "{'id':'warn','type':'agent','agent':'chat-agent','agent_prompt':'Warn about frost: $.wx'},"
                  "{'id':'note','type':'agent','agent':'chat-agent','agent_prompt':'Short note: $.wx'}],"
                  "'guardrails':{'request_limit':5,'tool_calls_limit':5}}");
}

QJsonObject nestedWorkflow()
{
    return object("{'steps':[{'id':'all','type':'parallel','parallel_steps':["
                  "{'id':'a','type':'tool','next_step':'b'},"
                  "{'id':'each','type':'loop','loop_config':{'items_path':'$.input.list','max_iterations':3,'steps':["
                  "{'id':'pick','type':'condition','condition':{'field':'$.item','operator':'eq','then_step':'last','else_step':null}},"
                  "{'id':'mid','type':'agent'},{'id':'last','type':'human'}]}},"
                  "{'id':'b','type':'agent'}]},"
                  "{'id':'end','type':'agent'}]}");
}

// Edges as words: "a Sequence b".
QStringList words(const WorkflowGraph &graph, const QList<GraphEdge> &edges)
{
    static const QStringList kinds{u"Sequence"_s, u"FallThrough"_s, u"Then"_s,        u"Else"_s,
                                   u"ThenNext"_s, u"ElseNext"_s,    u"IgnoredNext"_s, u"IgnoredBranch"_s};
    QStringList out;
    for (const GraphEdge &edge : edges)
        out.append(u"%1 %2 %3"_s.arg(graph.stepId(edge.from), kinds.at(static_cast<int>(edge.kind)), graph.stepId(edge.to)));
    return out;
}

QStringList edgesOf(const QJsonObject &definition)
{
    WorkflowGraph graph;
    graph.setDefinition(definition);
    return words(graph, graph.edges());
}

QJsonObject manySteps(int count)
{
    QJsonArray steps;
    for (int i = 0; i < count; ++i) {
        steps.append(QJsonObject{{u"id"_s, u"s%1"_s.arg(i)},
                                 {u"type"_s, i % 10 == 3 ? u"condition"_s : u"agent"_s},
                                 {u"condition"_s, QJsonObject{{u"then_step"_s, u"s%1"_s.arg(i + 2)}}},
                                 {u"agent_prompt"_s, u"$.s%1.text"_s.arg(i - 1)}});
    }
    return {{u"name"_s, u"many"_s}, {u"steps"_s, steps}};
}

} // namespace

class WorkflowGraphTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void BUG_64_whatIsUnknownComesBackUnchanged_data();
    void BUG_64_whatIsUnknownComesBackUnchanged();
    void BUG_64_anEditChangesOnlyWhatItNames();
    void whatIsNoStepStaysInItsPlace();
    void BUG_66_aBranchFallsThroughIntoTheOther();
    void BUG_65_theOrderOfTheArrayIsTheOrderOfWork();
    void BUG_61_aTypedNextStepIsShownAsIgnored();
    void BUG_60_branchesAreDrawnWhereTheyLead_data();
    void BUG_60_branchesAreDrawnWhereTheyLead();
    void nothingIsDrawnWithinAParallelAndNoBranchWithinALoop();
    void BUG_67_aPositionIsTheStepsOwn();
    void aPositionIsUndoneToTheByte();
    void rolesAnswerForEachNode();
    void summariesCountWhatIsNested();
    void edgesOfANodeAreThoseOfAll();
    void nodesKeepTheirIdsThroughRemovalAndRestart();
    void identitiesThatDoNotFitAreRefused_data();
    void identitiesThatDoNotFitAreRefused();
    void nothingComesIntoItselfOrTooDeep();
    void stepsInGreatDepthStayAsTheyAre();
    void signalsAreNarrow();
    void fiveThousandStepsAreNoBurden();
};

void WorkflowGraphTest::BUG_64_whatIsUnknownComesBackUnchanged_data()
{
    QTest::addColumn<QJsonObject>("definition");
    QTest::newRow("contract 5.4") << weatherNote();
    QTest::newRow("nested") << nestedWorkflow();
    QTest::newRow("nothing") << QJsonObject();
    QTest::newRow("no steps") << object("{'name':'x','steps':[]}");
    QTest::newRow("null steps") << object("{'steps':null,'description':null}");
    QTest::newRow("steps that are none") << object("{'steps':{'id':'a'}}");
    QTest::newRow("not objects") << object("{'steps':[null,1,'two',[{'id':'a','type':'agent'}],{},{'id':5,'type':7}]}");
    QTest::newRow("unknown kind") << object("{'steps':[{'id':'a','type':'quantum','parallel_steps':[{'id':'b'}],'x':{'y':[null]}}]}");
    QTest::newRow("legacy") << object("{'steps':[{'id':'a','type':'tool','args':{'q':1},'input':'$.a','next_step':'b',"
                                      "'retry_policy':{'max':3},'output_key':'k'}]}");
    QTest::newRow("containers without") << object("{'steps':[{'type':'parallel'},{'type':'loop'},{'type':'loop','loop_config':null},"
                                                  "{'type':'loop','loop_config':{}},{'type':'loop','loop_config':{'steps':null}},"
                                                  "{'type':'parallel','parallel_steps':'x'},{'type':'parallel','parallel_steps':[]}]}");
    QTest::newRow("not objects within") << object("{'steps':[{'type':'parallel','parallel_steps':[null,[],{'type':'loop',"
                                                  "'loop_config':{'steps':[3,{'id':'a','type':'loop','loop_config':{'steps':[]}}]}}]}]}");
    QTest::newRow("large numbers") << object("{'steps':[{'id':'a','type':'x','n':9007199254740993,'f':0.1,'e':1e300}],'version':7}");
    QTest::newRow("positions") << object("{'steps':[{'id':'a','type':'x','position':{'x':1.5,'y':-2,'z':3}},{'id':'b','position':null}]}");
}

void WorkflowGraphTest::BUG_64_whatIsUnknownComesBackUnchanged()
{
    QFETCH(QJsonObject, definition);
    WorkflowGraph graph;
    graph.setDefinition(definition);
    QCOMPARE(QJsonDocument(graph.definition()).toJson(), QJsonDocument(definition).toJson());
    QCOMPARE(graph.nodes().size(), graph.count());
}

void WorkflowGraphTest::BUG_64_anEditChangesOnlyWhatItNames()
{
    const QJsonObject before = object("{'x-team':{'a':1},'steps':[{'id':'p','type':'parallel','retry_policy':{'max':2},'parallel_steps':["
                                      "{'id':'a','type':'agent','agent':'old','output_key':null}]},{'id':'z','type':'odd','k':[1,2]}]}");
    WorkflowGraph graph;
    graph.setDefinition(before);
    GraphEdit edit;
    edit.kind = GraphEdit::Kind::Change;
    edit.node = graph.nodeOfStepId(u"a"_s);
    edit.step = graph.ownStep(edit.node);
    edit.step.insert(u"agent"_s, u"new"_s);
    const GraphEdit back = graph.apply(edit);
    QByteArray expected = QJsonDocument(before).toJson();
    expected.replace("\"old\"", "\"new\"");
    QCOMPARE(QJsonDocument(graph.definition()).toJson(), expected);
    graph.apply(back);
    QCOMPARE(graph.definition(), before);
}

void WorkflowGraphTest::whatIsNoStepStaysInItsPlace()
{
    WorkflowGraph graph;
    graph.setDefinition(object("{'steps':[{'id':'a','type':'agent'},'odd',{'id':'b','type':'agent'}]}"));
    const NodeId odd = graph.nodeAt({1});
    QCOMPARE(graph.count(), 3);
    QCOMPARE(graph.type(odd), QString());
    QCOMPARE(graph.foreign(odd).toString(), u"odd"_s);
    GraphEdit edit;
    edit.kind = GraphEdit::Kind::Remove;
    edit.node = odd;
    const GraphEdit back = graph.apply(edit);
    QCOMPARE(graph.count(), 2);
    const std::optional<GraphEdit> read = graphEditFromJson(toJson(back));
    QVERIFY(read);
    QCOMPARE(*read, back);
    graph.apply(*read);
    QCOMPARE(graph.definition().value(u"steps"_s).toArray().at(1).toString(), u"odd"_s);
}

void WorkflowGraphTest::BUG_66_aBranchFallsThroughIntoTheOther()
{
    const QStringList expected{u"wx Sequence cold"_s, u"cold Then warn"_s, u"cold Else note"_s, u"warn FallThrough note"_s};
    QCOMPARE(edgesOf(weatherNote()), expected);
}

void WorkflowGraphTest::BUG_65_theOrderOfTheArrayIsTheOrderOfWork()
{
    WorkflowGraph graph;
    graph.setDefinition(object("{'steps':[{'id':'a','type':'agent'},{'id':'b','type':'agent'},{'id':'c','type':'agent'}]}"));
    GraphEdit edit;
    edit.kind = GraphEdit::Kind::Move;
    edit.node = graph.nodeOfStepId(u"a"_s);
    edit.index = 2;
    graph.apply(edit);
    const QStringList expected{u"b Sequence c"_s, u"c Sequence a"_s};
    QCOMPARE(words(graph, graph.edges()), expected);
}

void WorkflowGraphTest::BUG_61_aTypedNextStepIsShownAsIgnored()
{
    const QStringList expected{u"a Sequence b"_s, u"a IgnoredNext c"_s, u"b Sequence c"_s};
    QCOMPARE(edgesOf(object("{'steps':[{'id':'a','type':'agent','next_step':'c'},{'id':'b','type':'agent','next_step':'c'},"
                            "{'id':'c','type':'agent','next_step':'nobody'}]}")),
             expected);
    QVERIFY(!(GraphEdge{NodeId::Root, NodeId::Root, Kind::IgnoredNext}.isEffective()));
}

void WorkflowGraphTest::BUG_60_branchesAreDrawnWhereTheyLead_data()
{
    QTest::addColumn<QString>("thenStep");
    QTest::addColumn<QString>("elseStep");
    QTest::addColumn<QStringList>("edges");
    QTest::newRow("both unknown") << u"'x'"_s << u"null"_s
                                  << QStringList{u"a Sequence c"_s, u"c ThenNext d"_s, u"c ElseNext d"_s, u"d Sequence e"_s,
                                                 u"e Sequence f"_s};
    QTest::newRow("skips") << u"'f'"_s << u"null"_s
                           << QStringList{u"a Sequence c"_s, u"c Then f"_s, u"c ElseNext d"_s, u"d Sequence e"_s, u"e FallThrough f"_s};
    QTest::newRow("back") << u"'a'"_s << u"''"_s
                          << QStringList{u"a Sequence c"_s, u"c Then a"_s, u"c ElseNext d"_s, u"d Sequence e"_s, u"e Sequence f"_s};
    QTest::newRow("both the same") << u"'e'"_s << u"'e'"_s
                                   << QStringList{u"a Sequence c"_s, u"c Then e"_s, u"c Else e"_s, u"d Sequence e"_s, u"e Sequence f"_s};
    QTest::newRow("itself") << u"'c'"_s << u"'f'"_s
                            << QStringList{u"a Sequence c"_s, u"c Then c"_s, u"c Else f"_s, u"d Sequence e"_s, u"e Sequence f"_s};
    QTest::newRow("no text") << u"7"_s << u"{}"_s
                             << QStringList{u"a Sequence c"_s, u"c ThenNext d"_s, u"c ElseNext d"_s, u"d Sequence e"_s, u"e Sequence f"_s};
}

void WorkflowGraphTest::BUG_60_branchesAreDrawnWhereTheyLead()
{
    QFETCH(QString, thenStep);
    QFETCH(QString, elseStep);
    QFETCH(QStringList, edges);
    const QString text = u"{'steps':[{'id':'a','type':'agent'},{'id':'c','type':'condition','condition':{'then_step':%1,'else_step':%2}},"
                         "{'id':'d','type':'agent'},{'id':'e','type':'agent'},{'id':'f','type':'agent'}]}"_s.arg(thenStep, elseStep);
    QCOMPARE(edgesOf(object(text.toUtf8())), edges);
}

void WorkflowGraphTest::nothingIsDrawnWithinAParallelAndNoBranchWithinALoop()
{
    const QStringList expected{u"all Sequence end"_s, u"a IgnoredNext b"_s, u"pick Sequence mid"_s, u"pick IgnoredBranch last"_s,
                               u"mid Sequence last"_s};
    QCOMPARE(edgesOf(nestedWorkflow()), expected);
    // A target in another container is none.
    QCOMPARE(edgesOf(object("{'steps':[{'id':'c','type':'condition','condition':{'then_step':'in'}},"
                            "{'id':'p','type':'parallel','parallel_steps':[{'id':'in','type':'agent'}]}]}")),
             (QStringList{u"c ThenNext p"_s, u"c ElseNext p"_s}));
}

void WorkflowGraphTest::BUG_67_aPositionIsTheStepsOwn()
{
    WorkflowGraph graph;
    graph.setDefinition(object("{'steps':[{'id':'a','type':'agent','position':{'x':1,'y':2,'z':9}},{'id':'b','type':'agent'}]}"));
    const NodeId a = graph.nodeAt({0});
    QCOMPARE(graph.position(a), std::optional(QPointF(1, 2)));
    QCOMPARE(graph.position(graph.nodeAt({1})), std::nullopt);
    GraphEdit edit;
    edit.kind = GraphEdit::Kind::Position;
    edit.node = a;
    edit.position = QPointF(30, 40);
    graph.apply(edit);
    QCOMPARE(graph.definition(),
             object("{'steps':[{'id':'a','type':'agent','position':{'x':30,'y':40,'z':9}},{'id':'b','type':'agent'}]}"));
    edit.position = {};
    graph.apply(edit);
    QCOMPARE(graph.definition(), object("{'steps':[{'id':'a','type':'agent','position':{'z':9}},{'id':'b','type':'agent'}]}"));
}

void WorkflowGraphTest::aPositionIsUndoneToTheByte()
{
    const QJsonObject before = object("{'steps':[{'id':'a','position':null},{'id':'b','position':{'x':1}},{'id':'c','position':'left'},"
                                      "{'id':'d','position':{}},{'id':'e'},{'id':'f','position':{'x':0.1,'y':1e20}}]}");
    WorkflowGraph graph;
    graph.setDefinition(before);
    QList<GraphEdit> back;
    const QList<NodeId> nodes = graph.nodes();
    for (const NodeId node : nodes) {
        GraphEdit edit;
        edit.kind = GraphEdit::Kind::Position;
        edit.node = node;
        edit.position = QPointF(5.25, 6);
        back.prepend(graph.apply(edit));
        QCOMPARE(graph.position(node), std::optional(QPointF(5.25, 6)));
    }
    for (const GraphEdit &edit : std::as_const(back))
        graph.apply(edit);
    QCOMPARE(QJsonDocument(graph.definition()).toJson(), QJsonDocument(before).toJson());
}

void WorkflowGraphTest::rolesAnswerForEachNode()
{
    WorkflowGraph graph;
    graph.setDefinition(nestedWorkflow());
    const NodeId pick = graph.nodeOfStepId(u"pick"_s);
    const NodeId each = graph.nodeOfStepId(u"each"_s);
    QCOMPARE(graph.path(pick), (QList<int>{0, 1, 0}));
    QCOMPARE(graph.nodeAt({0, 1, 0}), pick);
    QCOMPARE(graph.nodeAt({0, 7}), NodeId::Root);
    QCOMPARE(graph.nodeAt({}), NodeId::Root);
    QCOMPARE(graph.container(pick), each);
    QCOMPARE(graph.index(each), 1);
    QVERIFY(graph.isContainer(each));
    QVERIFY(!graph.isContainer(pick));
    QVERIFY(graph.contains(NodeId::Root));
    QCOMPARE(graph.title(pick), u"pick"_s);
    QCOMPARE(graph.step(each).value(u"loop_config"_s).toObject().value(u"steps"_s).toArray().size(), 3);
    QVERIFY(graph.ownStep(each).value(u"loop_config"_s).toObject().value(u"steps"_s).toArray().isEmpty());
    QCOMPARE(graph.nodeOfStepId(u"nobody"_s), NodeId::Root);
    QCOMPARE(graph.nodeOfStepId({}), NodeId::Root);
    QVERIFY(!graph.contains(static_cast<NodeId>(9999)));
    graph.setDefinition(object("{'id':'w','name':'W','type':'x','disabled':true}"));
    QCOMPARE(graph.stepId(NodeId::Root) + graph.type(NodeId::Root) + graph.title(NodeId::Root), QString());
    QVERIFY(!graph.isDisabled(NodeId::Root));
}

void WorkflowGraphTest::summariesCountWhatIsNested()
{
    WorkflowGraph graph;
    graph.setDefinition(nestedWorkflow());
    QVERIFY(graph.summary(graph.nodeOfStepId(u"all"_s)).startsWith(u'3'));
    QVERIFY(graph.summary(graph.nodeOfStepId(u"each"_s)).startsWith(u'3'));
    QCOMPARE(graph.summary(graph.nodeOfStepId(u"pick"_s)), u"$.item eq"_s);
    graph.setDefinition(object("{'steps':[{'type':'tool','tool':'search'},5]}"));
    QCOMPARE(graph.summary(graph.nodeAt({0})), u"search"_s);
    QCOMPARE(graph.summary(graph.nodeAt({1})), QString());
}

void WorkflowGraphTest::edgesOfANodeAreThoseOfAll()
{
    WorkflowGraph graph;
    graph.setDefinition(manySteps(60));
    const QList<GraphEdge> all = graph.edges();
    const QList<NodeId> nodes = graph.nodes();
    for (const NodeId node : nodes) {
        QList<GraphEdge> expected = all;
        expected.removeIf([node](const GraphEdge &edge) { return edge.from != node && edge.to != node; });
        QCOMPARE(graph.edgesOf(node), expected);
    }
    QVERIFY(graph.edgesOf(NodeId::Root).isEmpty());
}

void WorkflowGraphTest::nodesKeepTheirIdsThroughRemovalAndRestart()
{
    WorkflowGraph graph;
    graph.setDefinition(nestedWorkflow());
    const QList<NodeId> before = graph.nodes();
    GraphEdit edit;
    edit.kind = GraphEdit::Kind::Remove;
    edit.node = graph.nodeOfStepId(u"all"_s);
    const GraphEdit back = graph.apply(edit);
    QCOMPARE(graph.count(), 1);
    QVERIFY(!before.contains(graph.newId()));
    graph.apply(back);
    QCOMPARE(graph.nodes(), before);

    WorkflowGraph other;
    QSignalSpy reset(&other, &WorkflowGraph::reset);
    QVERIFY(other.restore(graph.definition(), graph.identities()));
    QCOMPARE(reset.count(), 1);
    QCOMPARE(other.nodes(), before);
    QCOMPARE(other.newId(), graph.newId());
}

void WorkflowGraphTest::identitiesThatDoNotFitAreRefused_data()
{
    QTest::addColumn<QByteArray>("identities");
    QTest::newRow("none") << QByteArray("{}");
    QTest::newRow("too few") << QByteArray("{'nodes':[1],'next':9}");
    QTest::newRow("too many") << QByteArray("{'nodes':[1,2,3],'next':9}");
    QTest::newRow("twice") << QByteArray("{'nodes':[1,1],'next':9}");
    QTest::newRow("the root") << QByteArray("{'nodes':[0,1],'next':9}");
    QTest::newRow("negative") << QByteArray("{'nodes':[-1,1],'next':9}");
    QTest::newRow("not below next") << QByteArray("{'nodes':[1,2],'next':2}");
    QTest::newRow("texts") << QByteArray("{'nodes':['1','2'],'next':9}");
    QTest::newRow("huge") << QByteArray("{'nodes':[1,2],'next':1e300}");
    QTest::newRow("halves") << QByteArray("{'nodes':[1.2,1.7],'next':9}");
}

void WorkflowGraphTest::identitiesThatDoNotFitAreRefused()
{
    QFETCH(QByteArray, identities);
    WorkflowGraph graph;
    const QJsonObject definition = object("{'steps':[{'id':'a','type':'agent'},{'id':'b','type':'agent'}]}");
    QVERIFY(!graph.restore(definition, object(identities)));
    QCOMPARE(graph.definition(), definition);
    QCOMPARE(graph.nodes().size(), 2);
}

void WorkflowGraphTest::nothingComesIntoItselfOrTooDeep()
{
    WorkflowGraph graph;
    graph.setDefinition(nestedWorkflow());
    GraphEdit edit;
    edit.kind = GraphEdit::Kind::Move;
    edit.node = graph.nodeOfStepId(u"all"_s);
    edit.container = graph.nodeOfStepId(u"each"_s);
    QVERIFY(!graph.fits(edit));
    edit.container = edit.node;
    QVERIFY(!graph.fits(edit));
    edit.container = graph.nodeOfStepId(u"end"_s);
    QVERIFY(!graph.fits(edit));
    edit.container = NodeId::Root;
    edit.index = 2;
    QVERIFY(!graph.fits(edit));
    edit.index = 1;
    QVERIFY(graph.fits(edit));
    edit.kind = GraphEdit::Kind::Remove;
    edit.node = NodeId::Root;
    QVERIFY(!graph.fits(edit));
}

void WorkflowGraphTest::stepsInGreatDepthStayAsTheyAre()
{
    QJsonObject step{{u"id"_s, u"leaf"_s}, {u"type"_s, u"agent"_s}};
    for (int i = 0; i < 80; ++i)
        step = {{u"id"_s, u"p%1"_s.arg(i)}, {u"type"_s, u"parallel"_s}, {u"parallel_steps"_s, QJsonArray{step}}};
    const QJsonObject definition{{u"steps"_s, QJsonArray{step}}};
    WorkflowGraph graph;
    graph.setDefinition(definition);
    QCOMPARE(graph.count(), nested::mostDepth);
    QCOMPARE(graph.definition(), definition);
    const NodeId deepest = graph.nodes().constLast();
    QVERIFY(!graph.isContainer(deepest));
    GraphEdit edit;
    edit.kind = GraphEdit::Kind::Insert;
    edit.node = graph.newId();
    edit.container = deepest;
    edit.step = {{u"type"_s, u"agent"_s}};
    QVERIFY(!graph.fits(edit));
    edit.container = graph.container(deepest);
    QVERIFY(graph.fits(edit));
    edit.kind = GraphEdit::Kind::Move;
    edit.node = deepest;
    edit.container = NodeId::Root;
    QVERIFY(!graph.fits(edit)); // what lies in it would become nodes
}

void WorkflowGraphTest::signalsAreNarrow()
{
    WorkflowGraph graph;
    graph.setDefinition(nestedWorkflow());
    QSignalSpy inserted(&graph, &WorkflowGraph::stepInserted);
    QSignalSpy changed(&graph, &WorkflowGraph::stepChanged);
    QSignalSpy moved(&graph, &WorkflowGraph::positionChanged);
    QSignalSpy edges(&graph, &WorkflowGraph::edgesChanged);
    QSignalSpy reset(&graph, &WorkflowGraph::reset);
    GraphEdit edit;
    edit.kind = GraphEdit::Kind::Change;
    edit.node = graph.nodeOfStepId(u"mid"_s);
    edit.step = graph.ownStep(edit.node);
    edit.step.insert(u"agent"_s, u"x"_s);
    graph.apply(edit);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(edges.count(), 0);
    edit.step.insert(u"next_step"_s, u"pick"_s);
    graph.apply(edit);
    QCOMPARE(edges.count(), 1);
    edit.step.insert(u"position"_s, QJsonObject{{u"x"_s, 1}, {u"y"_s, 2}});
    graph.apply(edit);
    QCOMPARE(moved.count(), 1);
    edit.kind = GraphEdit::Kind::Insert;
    edit.container = NodeId::Root;
    edit.step = graph.step(graph.nodeOfStepId(u"each"_s));
    edit.node = graph.newId();
    edit.inner = {graph.newId(), graph.newId(), graph.newId()};
    graph.apply(edit);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(edges.count(), 2);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(reset.count(), 0);
}

void WorkflowGraphTest::fiveThousandStepsAreNoBurden()
{
    WorkflowGraph graph;
    const QJsonObject definition = manySteps(5000);
    QElapsedTimer timer;
    timer.start();
    graph.setDefinition(definition);
    const QList<NodeId> nodes = graph.nodes();
    qsizetype ends = 0;
    for (const NodeId node : nodes)
        ends += graph.edgesOf(node).size() + graph.index(node) + graph.path(node).size() + graph.summary(node).size();
    QVERIFY(ends > 5000);
    for (int i = 0; i < 200; ++i) {
        GraphEdit edit;
        edit.kind = GraphEdit::Kind::Move;
        edit.node = nodes.at(i * 7);
        edit.index = 4999 - i;
        graph.apply(edit);
        QVERIFY(!graph.edgesOf(edit.node).isEmpty());
    }
    qInfo("%lld ms", timer.elapsed());
    QVERIFY2(timer.elapsed() < 10'000, "walks all for each");
    QCOMPARE(graph.count(), 5000);
}

QTEST_GUILESS_MAIN(WorkflowGraphTest)
#include "tst_workflowgraph.moc"
