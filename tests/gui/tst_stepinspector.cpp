// The fields of steps and of the workflow, written by real keys and clicks: WF-07 to WF-14, WF-19, BUG-62, BUG-63, BUG-68, BUG-72, BUG-74.
#include "gui/accessibility.h"

#include "gui/schemaform/schemaeditor.h"
#include "gui/schemaform/schemaform.h"
#include "gui/schemaform/schemarow.h"
#include "gui/theme.h"
#include "gui/workflows/inspector/referencecompletion.h"
#include "gui/workflows/inspector/referenceedit.h"
#include "gui/workflows/inspector/stepinspector.h"
#include "gui/workflows/inspector/stepmembers.h"
#include "gui/workflows/inspector/workflowfieldseditor.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

const QByteArray everyKind = R"({
  "name":"Weather note","description":"Says when it is cold.","is_active":true,"colour":"blue",
  "trigger":{"type":"cron","cron":"0 9 * * 1","timezone":"Europe/Berlin","owner":"Ada"},"guardrails":{"request_limit":5,"mood":"calm"},
  "steps":[
   {"id":"wx","type":"tool","name":"Ask the weather","tool":"get_weather","tool_args":{"location":"$.input.city","hours":6},"retry":{"n":3}},
   {"id":"cold","type":"condition","condition":{"field":"$.wx.temperature","operator":"lt","value":5,"then_step":"warn","else_step":"gone",
     "note":"x"},"next_step":"warn"},
   {"id":"warn","type":"agent","name":"Warn","agent":"chat-agent","agent_id":"a1","agent_prompt":"Warn about $.wx and $.nobody.","output_key":"k"},
   {"id":"ask","type":"human","human_config":{"notification":"Send it?","options":[{"id":"yes","label":"Yes","colour":"green"},
     {"id":"no","label":"No"}],"timeout_minutes":5,"on_timeout":"fail","channels":["email","slack"]}},
   {"id":"both","type":"parallel","parallel_steps":[{"id":"one","type":"tool","tool":"search"},{"id":"two","type":"tool","tool":"mine"}]},
   {"id":"each","type":"loop","loop_config":{"items_path":"$.input.cities","item_variable":"town","pace":1,"steps":[
     {"id":"say","type":"agent","agent":"chat-agent","agent_prompt":""}]}},
   {"id":"start","type":"input","schema":{"type":"object"}},
   {"id":"result","type":"output","value":"$.warn.result"},
   {"id":"shape","type":"transform","transform":{"value":"$.wx","operation":"keys","x":1}},
   {"id":"odd","type":"teleport","where":"Mars","deep":{"a":[1]}}]})";

// The inspector in a window as narrow as a side pane.
struct Desk {
    WorkflowGraph graph;
    WorkflowEditing editing{graph};
    StepInspector inspector{editing};
    InspectorSurroundings known;

    explicit Desk(const QByteArray &definition = everyKind)
    {
        initGuiResources();
        graph.setDefinition(object(definition));
        Agent chat;
        chat.id = AgentId(u"a1"_s);
        chat.name = u"chat-agent"_s;
        chat.displayName = u"Chat"_s;
        Agent table;
        table.id = AgentId(u"a2"_s);
        table.name = u"table"_s;
        Tool weather;
        weather.name = u"get_weather"_s;
        weather.description = u"Tells the weather."_s;
        weather.schema = object(R"({"input":{"type":"object","required":["location"],"properties":{
            "location":{"type":"string","title":"Place"},"hours":{"type":"integer","title":"Hours"}}},
            "output":{"type":"object","properties":{"temperature":{"type":"number"},"wind_speed":{"type":"number"}}}})");
        known.hasAgents = true;
        known.hasTools = true;
        known.agents = {chat, table};
        known.tools = {weather};
        known.lastRun = object(R"({"input":{"city":"Berlin"},"wx":{"temperature":-3.5,"conditions":"frost"}})");
        inspector.setSurroundings(known);
        inspector.resize(320, 760);
    }
    [[nodiscard]] bool show(const char *id = nullptr) // inside QVERIFY
    {
        if (id != nullptr)
            choose(id);
        inspector.show();
        inspector.activateWindow();
        return QTest::qWaitForWindowActive(&inspector);
    }
    void choose(const char *id) { inspector.setNode(node(id)); }
    [[nodiscard]] NodeId node(const char *id) const { return graph.nodeOfStepId(QLatin1StringView(id)); }
    [[nodiscard]] QJsonObject step(const char *id) const { return graph.step(node(id)); }
    [[nodiscard]] QJsonValue at(const char *id, const QString &path) const { return stepmembers::at(step(id), path.split(u'.')); }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        const QList<T *> all = inspector.findChildren<T *>(QLatin1StringView(name));
        for (T *one : all) {
            if (one->isVisibleTo(&inspector))
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QString said(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label != nullptr ? label->text() : QString();
    }
    template <typename T>
    T *enter(const char *name) // the focus, as Tab gives it
    {
        auto *field = find<T>(name);
        if (field != nullptr)
            field->setFocus(Qt::TabFocusReason);
        return field;
    }
    [[nodiscard]] SchemaRow *row(const QString &key) const
    {
        const QList<SchemaRow *> rows = inspector.findChildren<SchemaRow *>();
        for (SchemaRow *one : rows) {
            if (one->key() == key && one->isVisible())
                return one;
        }
        return nullptr;
    }
};

void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void typeOver(const QString &text)
{
    press(Qt::Key_A, Qt::ControlModifier);
    if (text.isEmpty())
        press(Qt::Key_Delete);
    type(text);
}

// By keys, from the one it stands on.
void pick(QComboBox *box, const QString &word)
{
    box->setFocus(Qt::TabFocusReason);
    const int target = box->findData(word);
    for (int i = 0; i < box->count() && box->currentIndex() != target; ++i)
        QTest::keyClick(box, box->currentIndex() < target ? Qt::Key_Down : Qt::Key_Up);
}

// What the definition says beside what was meant to change.
QJsonObject without(QJsonObject step, const QString &member)
{
    step.remove(member);
    return step;
}

} // namespace

class TestStepInspector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void BUG_62_aRenamedStepKeepsItsReferences();
    void BUG_62_anIdThatIsTakenOrMisspeltIsRefused();
    void WF_07_namesAreWrittenAsOneEntryEach();
    void WF_07_anIgnoredNextStepIsShownAndTakenOut();
    void BUG_63_theAgentOfAnExistingStepChanges();
    void WF_08_anUnknownAgentIsKeptAndMarked();
    void WF_08_referencesAreCompletedByKeys();
    void WF_08_referencesAreCompletedByTheMouse();
    void WF_08_aReferenceToNothingIsMarked();
    void WF_08_offersAreWhatRanBefore();
    void WF_09_argumentsAreAFormOfTheSchema();
    void WF_09_aReferenceStandsInATypedArgument();
    void WF_09_theTeamServerKnowsTenTools();
    void BUG_68_unfinishedJsonChangesNothing();
    void WF_10_valuesKeepTheirKind();
    void WF_10_targetsAreStepsBeside();
    void BUG_72_noOperatorIsShownThatIsNotStored();
    void WF_11_optionsAreWrittenMovedAndUnique();
    void WF_11_aTimeoutAndWhatThen();
    void WF_12_whatIsInsideIsGoneTo();
    void WF_13_aLoopIsWritten();
    void WF_14_allFiveLimitsOfAStep();
    void inputOutputAndTransformAreWritten();
    void unknownKindsAreReadAndWrittenAsJson();
    void theJsonOfAStepIsOneEntry();
    void BUG_74_everyTriggerIsWritten();
    void BUG_74_whatIsUnknownInATriggerStays();
    void WF_19_theWorkflowItselfIsWritten();
    void lookingChangesNothing();
    void everythingIsNamedAndReachedByTab();
    void WF_07_everyKindFitsIntoASidePane();
};

void TestStepInspector::BUG_62_aRenamedStepKeepsItsReferences()
{
    Desk desk;
    QVERIFY(desk.show("wx"));
    const NodeId node = desk.inspector.node();
    QVERIFY(desk.enter<QLineEdit>("stepId"));
    typeOver(u"weather"_s);
    QCOMPARE(desk.graph.stepId(node), u"wx"_s); // not letter by letter
    press(Qt::Key_Return);
    QCOMPARE(desk.graph.stepId(node), u"weather"_s);
    QCOMPARE(desk.inspector.node(), node);
    QCOMPARE(desk.at("cold", u"condition.field"_s).toString(), u"$.weather.temperature"_s);
    QCOMPARE(desk.at("warn", u"agent_prompt"_s).toString(), u"Warn about $.weather and $.nobody."_s);
    desk.editing.undo();
    QVERIFY(!desk.editing.canUndo());
    QCOMPARE(desk.graph.definition(), object(everyKind));
    QCOMPARE(desk.find<QLineEdit>("stepId")->text(), u"wx"_s);
}

void TestStepInspector::BUG_62_anIdThatIsTakenOrMisspeltIsRefused()
{
    Desk desk;
    QVERIFY(desk.show("wx"));
    QVERIFY(desk.enter<QLineEdit>("stepId"));
    for (const QString &id : {u"cold"_s, u"one"_s, u"we-ather"_s, u"input"_s, QString()}) {
        typeOver(id);
        QVERIFY2(!desk.said("stepIdProblem").isEmpty(), qPrintable(id));
        press(Qt::Key_Return);
        QCOMPARE(desk.graph.definition(), object(everyKind));
    }
    typeOver(u"wx"_s);
    QCOMPARE(desk.said("stepIdProblem"), QString());
}

void TestStepInspector::WF_07_namesAreWrittenAsOneEntryEach()
{
    Desk desk;
    QVERIFY(desk.show("warn"));
    QVERIFY(desk.enter<QLineEdit>("stepName"));
    typeOver(u"Frost!"_s);
    QVERIFY(desk.enter<QLineEdit>("stepDescription"));
    type(u"Loud"_s);
    QCOMPARE(desk.at("warn", u"name"_s).toString(), u"Frost!"_s);
    QCOMPARE(desk.at("warn", u"description"_s).toString(), u"Loud"_s);
    desk.editing.undo();
    QCOMPARE(desk.at("warn", u"description"_s), QJsonValue(QJsonValue::Undefined));
    QCOMPARE(desk.find<QLineEdit>("stepDescription")->text(), QString());
    desk.editing.undo();
    QCOMPARE(desk.graph.definition(), object(everyKind));
    QTest::mouseClick(desk.find<QWidget>("stepDisabled"), Qt::LeftButton, {}, QPoint(6, 6));
    QCOMPARE(desk.at("warn", u"disabled"_s), QJsonValue(true));
}

void TestStepInspector::WF_07_anIgnoredNextStepIsShownAndTakenOut()
{
    Desk desk;
    QVERIFY(desk.show("cold"));
    QVERIFY(desk.said("nextStepWords").contains(u"warn"_s));
    desk.find<QPushButton>("dropNextStep")->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Space);
    QCOMPARE(desk.step("cold"), without(object(everyKind).value("steps"_L1).toArray().at(1).toObject(), u"next_step"_s));
    QVERIFY(desk.find<QPushButton>("dropNextStep") == nullptr);
}

void TestStepInspector::BUG_63_theAgentOfAnExistingStepChanges()
{
    Desk desk;
    QVERIFY(desk.show("warn"));
    auto *box = desk.find<QComboBox>("stepAgent");
    QVERIFY(box);
    QCOMPARE(box->currentText(), u"Chat (chat-agent)"_s);
    pick(box, u"table"_s);
    QCOMPARE(desk.at("warn", u"agent"_s).toString(), u"table"_s);
    QCOMPARE(desk.at("warn", u"agent_id"_s).toString(), u"a2"_s); // or the server might still ask the old one
    QCOMPARE(desk.at("warn", u"output_key"_s).toString(), u"k"_s);
    desk.editing.undo();
    QCOMPARE(desk.graph.definition(), object(everyKind));
    QCOMPARE(box->currentText(), u"Chat (chat-agent)"_s);
}

void TestStepInspector::WF_08_anUnknownAgentIsKeptAndMarked()
{
    Desk desk(R"({"steps":[{"id":"a","type":"agent","agent":"ghost","agent_prompt":""}]})");
    QVERIFY(desk.show("a"));
    QCOMPARE(desk.find<QComboBox>("stepAgent")->currentText(), u"ghost"_s);
    QVERIFY(!desk.said("stepAgentProblem").isEmpty());
    QVERIFY(desk.enter<QComboBox>("stepAgent"));
    press(Qt::Key_Tab);
    QCOMPARE(desk.at("a", u"agent"_s).toString(), u"ghost"_s);
    QVERIFY(desk.enter<QComboBox>("stepAgent"));
    typeOver(u"table"_s);
    press(Qt::Key_Return);
    QCOMPARE(desk.at("a", u"agent"_s).toString(), u"table"_s);
    QCOMPARE(desk.said("stepAgentProblem"), QString());
}

void TestStepInspector::WF_08_referencesAreCompletedByKeys()
{
    Desk desk;
    QVERIFY(desk.show("warn"));
    auto *prompt = desk.enter<ReferenceEdit>("stepPrompt");
    QVERIFY(prompt);
    typeOver(u"It is $.w"_s);
    QAbstractItemView *offers = prompt->completion()->popup();
    QTRY_VERIFY(offers->isVisible());
    QCOMPARE(offers->currentIndex().siblingAtColumn(0).data().toString(), u"$.wx"_s);
    QTest::keyClick(offers, Qt::Key_Return);
    QCOMPARE(prompt->text(), u"It is $.wx"_s);
    QVERIFY(!offers->isVisible());
    type(u".t"_s);
    QTRY_VERIFY(offers->isVisible());
    QCOMPARE(offers->currentIndex().siblingAtColumn(1).data().toString(), u"-3.5"_s); // of the last run
    QTest::keyClick(offers, Qt::Key_Tab);
    QCOMPARE(prompt->text(), u"It is $.wx.temperature"_s);
    QCOMPARE(desk.at("warn", u"agent_prompt"_s).toString(), u"It is $.wx.temperature"_s);
    type(u". $."_s);
    QTRY_VERIFY(offers->isVisible());
    QTest::keyClick(offers, Qt::Key_Escape);
    QVERIFY(!offers->isVisible());
    QCOMPARE(prompt->text(), u"It is $.wx.temperature. $."_s);
}

void TestStepInspector::WF_08_referencesAreCompletedByTheMouse()
{
    Desk desk;
    QVERIFY(desk.show("cold"));
    auto *field = desk.enter<ReferenceEdit>("conditionField");
    QVERIFY(field);
    typeOver(u"$.wx."_s);
    QAbstractItemView *offers = field->completion()->popup();
    QTRY_VERIFY(offers->isVisible());
    QModelIndex wind;
    for (int row = 0; row < offers->model()->rowCount(); ++row) {
        if (offers->model()->index(row, 0).data().toString() == "$.wx.wind_speed"_L1)
            wind = offers->model()->index(row, 0);
    }
    QVERIFY(wind.isValid()); // of the tool's schema: the last run had none
    QTest::mouseClick(offers->viewport(), Qt::LeftButton, {}, offers->visualRect(wind).center());
    QCOMPARE(desk.at("cold", u"condition.field"_s).toString(), u"$.wx.wind_speed"_s);
    QVERIFY(field->hasFocus());
}

void TestStepInspector::WF_08_aReferenceToNothingIsMarked()
{
    Desk desk;
    QVERIFY(desk.show("warn"));
    auto *prompt = desk.find<ReferenceEdit>("stepPrompt");
    QCOMPARE(prompt->extraSelections().size(), 1);
    QCOMPARE(prompt->extraSelections().constFirst().cursor.selectedText(), u"$.nobody"_s);
    QVERIFY(desk.said("stepPromptHint").contains(u"$.nobody"_s));
    QVERIFY(desk.editing.rename(desk.node("ask"), u"nobody"_s));
    QCOMPARE(prompt->extraSelections().size(), 0);
}

void TestStepInspector::WF_08_offersAreWhatRanBefore()
{
    Desk desk;
    ReferenceSource source(desk.graph);
    source.setSurroundings(desk.known);
    source.setNode(desk.node("say"));
    QStringList texts;
    const QList<ReferenceOffer> offers = source.offers(u"$."_s);
    for (const ReferenceOffer &offer : offers)
        texts.append(offer.text);
    QCOMPARE(texts, (QStringList{u"$.town"_s, u"$.loop_index"_s, u"$.loop_count"_s, u"$.both"_s, u"$.ask"_s, u"$.warn"_s, u"$.cold"_s,
                                 u"$.wx"_s, u"$.input"_s, u"$.workflow"_s}));
    QCOMPARE(source.remark(u"$.input.city"_s), u"In the last run: Berlin"_s);
}

void TestStepInspector::WF_09_argumentsAreAFormOfTheSchema()
{
    Desk desk;
    QVERIFY(desk.show("wx"));
    QCOMPARE(desk.find<SchemaEditor>("stepArguments")->view(), SchemaEditor::View::Form);
    QVERIFY(desk.row(u"location"_s));
    desk.row(u"location"_s)->control()->setFocus(Qt::TabFocusReason);
    typeOver(u"Kiel"_s);
    QCOMPARE(desk.at("wx", u"tool_args"_s).toObject(), object(R"({"location":"Kiel","hours":6})"));
    QCOMPARE(desk.at("wx", u"retry"_s).toObject(), object(R"({"n":3})"));
    desk.editing.undo();
    QCOMPARE(desk.graph.definition(), object(everyKind));
    QCOMPARE(qobject_cast<QLineEdit *>(desk.row(u"location"_s)->control())->text(), u"$.input.city"_s);
}

void TestStepInspector::WF_09_aReferenceStandsInATypedArgument()
{
    Desk desk;
    QVERIFY(desk.show("wx"));
    auto *kind = qobject_cast<QComboBox *>(desk.row(u"hours"_s)->control());
    QVERIFY(kind);
    kind->setFocus(Qt::TabFocusReason);
    QTest::keyClick(kind, Qt::Key_End);
    QCOMPARE(kind->currentText(), u"Reference ($.step.field)"_s);
    auto *text = desk.row(u"hours"_s)->findChild<QLineEdit *>(u"schemaText"_s);
    QVERIFY(text);
    text->setFocus(Qt::TabFocusReason);
    typeOver(u"$.input.hours"_s);
    QCOMPARE(desk.at("wx", u"tool_args.hours"_s).toString(), u"$.input.hours"_s);
    QCOMPARE(desk.at("wx", u"tool_args.location"_s).toString(), u"$.input.city"_s);
}

void TestStepInspector::WF_09_theTeamServerKnowsTenTools()
{
    Desk desk;
    QVERIFY(desk.show("two"));
    QCOMPARE(desk.find<QComboBox>("stepTool")->count(), 10);
    QCOMPARE(desk.find<QComboBox>("stepTool")->currentText(), u"mine"_s);
    QVERIFY(desk.said("stepToolProblem").contains(u"ten"_s));
    pick(desk.find<QComboBox>("stepTool"), u"search"_s);
    QCOMPARE(desk.at("two", u"tool"_s).toString(), u"search"_s);
    QCOMPARE(desk.said("stepToolProblem"), QString());
    desk.known.isTeamServer = false;
    desk.inspector.setSurroundings(desk.known);
    QCOMPARE(desk.find<QComboBox>("stepTool")->count(), 1);
    QVERIFY(!desk.said("stepToolProblem").isEmpty());
}

void TestStepInspector::BUG_68_unfinishedJsonChangesNothing()
{
    Desk desk;
    QVERIFY(desk.show("one"));
    auto *raw = desk.find<SchemaEditor>("stepArguments")->rawEdit();
    raw->setFocus(Qt::TabFocusReason);
    typeOver(u"{\"query\": \"fro"_s);
    QCOMPARE(raw->toPlainText(), u"{\"query\": \"fro"_s);
    QCOMPARE(desk.graph.definition(), object(everyKind));
    type(u"st\"}"_s);
    QCOMPARE(raw->toPlainText(), u"{\"query\": \"frost\"}"_s);
    QCOMPARE(desk.at("one", u"tool_args"_s).toObject(), object(R"({"query":"frost"})"));
    desk.choose("start");
    auto *schema = desk.enter<QPlainTextEdit>("inputSchema");
    typeOver(u"{\"type\":"_s);
    QVERIFY(!desk.said("inputSchemaProblem").isEmpty());
    QCOMPARE(desk.at("start", u"schema"_s).toObject(), object(R"({"type":"object"})"));
    QCOMPARE(schema->toPlainText(), u"{\"type\":"_s);
}

void TestStepInspector::WF_10_valuesKeepTheirKind()
{
    Desk desk;
    QVERIFY(desk.show("cold"));
    const auto value = [&desk] { return desk.at("cold", u"condition.value"_s); };
    QVERIFY(desk.enter<QLineEdit>("conditionValueNumber"));
    typeOver(u"-"_s);
    QCOMPARE(value(), QJsonValue(5)); // no number yet
    type(u"2.5"_s);
    QCOMPARE(value(), QJsonValue(-2.5));
    QCOMPARE(desk.find<QLineEdit>("conditionValueNumber")->text(), u"-2.5"_s);
    auto *kind = desk.find<QComboBox>("conditionValueKind");
    kind->setFocus(Qt::TabFocusReason);
    QTest::keyClick(kind, Qt::Key_Home); // text
    QCOMPARE(value(), QJsonValue(u"-2.5"_s));
    QVERIFY(desk.enter<ReferenceEdit>("conditionValueText"));
    typeOver(u"5"_s);
    QCOMPARE(value(), QJsonValue(u"5"_s)); // stays a text
    typeOver(u"$.input.limit"_s);
    QCOMPARE(kind->currentText(), u"Reference"_s);
    kind->setFocus(Qt::TabFocusReason);
    QTest::keyClicks(kind, u"Yes"_s);
    QCOMPARE(value(), QJsonValue(true));
    pick(desk.find<QComboBox>("conditionValueYesNo"), u"false"_s);
    QCOMPARE(value(), QJsonValue(false));
    kind->setFocus(Qt::TabFocusReason);
    QTest::keyClicks(kind, u"Noth"_s);
    QCOMPARE(value(), QJsonValue(QJsonValue::Null));
    QCOMPARE(desk.at("cold", u"condition.note"_s).toString(), u"x"_s);
    pick(desk.find<QComboBox>("conditionOperator"), u"exists"_s);
    QCOMPARE(desk.at("cold", u"condition.operator"_s).toString(), u"exists"_s);
    QVERIFY(desk.find<QComboBox>("conditionValueKind") == nullptr); // compared with nothing
}

void TestStepInspector::WF_10_targetsAreStepsBeside()
{
    Desk desk;
    QVERIFY(desk.show("cold"));
    QCOMPARE(desk.find<QComboBox>("conditionThen")->currentText(), u"Warn (warn)"_s);
    QCOMPARE(desk.find<QComboBox>("conditionElse")->currentText(), u"gone"_s); // kept
    QVERIFY(!desk.said("conditionElseProblem").isEmpty());
    QCOMPARE(desk.find<QComboBox>("conditionThen")->findData(u"one"_s), -1); // it is inside another
    pick(desk.find<QComboBox>("conditionThen"), u"ask"_s);
    QCOMPARE(desk.at("cold", u"condition.then_step"_s).toString(), u"ask"_s);
    QVERIFY(desk.enter<QComboBox>("conditionElse"));
    typeOver(u"each"_s);
    press(Qt::Key_Return);
    QCOMPARE(desk.at("cold", u"condition.else_step"_s).toString(), u"each"_s);
    QCOMPARE(desk.said("conditionElseProblem"), QString());
    pick(desk.find<QComboBox>("conditionElse"), QString());
    QCOMPARE(desk.at("cold", u"condition.else_step"_s), QJsonValue(QJsonValue::Null));
}

void TestStepInspector::BUG_72_noOperatorIsShownThatIsNotStored()
{
    Desk desk(R"({"steps":[{"id":"c","type":"condition","condition":{"field":"$.input.a"}},
        {"id":"d","type":"condition","condition":{"field":"$.input.a","operator":"roughly"}}]})");
    const NodeId fresh = desk.editing.insert(u"condition"_s, NodeId::Root, -1);
    QVERIFY(desk.show("c"));
    QCOMPARE(desk.find<QComboBox>("conditionOperator")->currentIndex(), -1);
    QVERIFY(!desk.said("conditionOperatorProblem").isEmpty());
    pick(desk.find<QComboBox>("conditionOperator"), u"eq"_s);
    QCOMPARE(desk.at("c", u"condition.operator"_s).toString(), u"eq"_s);
    desk.choose("d");
    QCOMPARE(desk.find<QComboBox>("conditionOperator")->currentText(), u"roughly"_s);
    desk.inspector.setNode(fresh);
    QCOMPARE(desk.find<QComboBox>("conditionOperator")->currentData().toString(), u"eq"_s);
    QCOMPARE(desk.find<QComboBox>("conditionOperator")->count(), 8);
    QCOMPARE(stepmembers::at(desk.graph.step(fresh), {u"condition"_s, u"operator"_s}).toString(), u"eq"_s);
}

void TestStepInspector::WF_11_optionsAreWrittenMovedAndUnique()
{
    Desk desk;
    QVERIFY(desk.show("ask"));
    const auto options = [&desk] {
        return QString::fromUtf8(QJsonDocument(desk.at("ask", u"human_config.options"_s).toArray()).toJson(QJsonDocument::Compact));
    };
    auto *table = desk.find<QTableWidget>("humanOptions");
    table->setFocus(Qt::TabFocusReason);
    table->setCurrentCell(0, 1);
    press(Qt::Key_F2);
    typeOver(u"Sure"_s);
    press(Qt::Key_Return);
    QCOMPARE(options(), uR"([{"colour":"green","id":"yes","label":"Sure"},{"id":"no","label":"No"}])"_s);
    table->setCurrentCell(0, 0);
    table->setFocus();
    press(Qt::Key_F2);
    typeOver(u"no"_s);
    press(Qt::Key_Return);
    QVERIFY(!desk.said("optionProblem").isEmpty());
    QCOMPARE(table->item(0, 0)->text(), u"yes"_s);
    QTest::mouseClick(desk.find<QToolButton>("optionDown"), Qt::LeftButton);
    QCOMPARE(options(), uR"([{"id":"no","label":"No"},{"colour":"green","id":"yes","label":"Sure"}])"_s);
    QTest::mouseClick(desk.find<QToolButton>("addOption"), Qt::LeftButton);
    typeOver(u"Later"_s);
    press(Qt::Key_Return);
    QVERIFY2(options().contains(uR"({"id":"option_3","label":"Later"})"_s), qPrintable(options()));
    QTest::mouseClick(desk.find<QToolButton>("removeOption"), Qt::LeftButton);
    QVERIFY(!options().contains(u"option_3"_s));
    QVERIFY(desk.said("humanChannels").contains(u"slack"_s));
    QCOMPARE(desk.at("ask", u"human_config.channels"_s).toArray().size(), 2);
}

void TestStepInspector::WF_11_aTimeoutAndWhatThen()
{
    Desk desk;
    QVERIFY(desk.show("ask"));
    QVERIFY(desk.enter<QLineEdit>("humanTimeout"));
    typeOver(u"soon"_s);
    QVERIFY(!desk.said("humanTimeoutProblem").isEmpty());
    QCOMPARE(desk.at("ask", u"human_config.timeout_minutes"_s), QJsonValue(5));
    typeOver(u"30"_s);
    QCOMPARE(desk.at("ask", u"human_config.timeout_minutes"_s), QJsonValue(30));
    typeOver(QString());
    QCOMPARE(desk.at("ask", u"human_config.timeout_minutes"_s), QJsonValue(QJsonValue::Undefined));
    pick(desk.find<QComboBox>("humanOnTimeout"), u"skip"_s);
    QCOMPARE(desk.at("ask", u"human_config.on_timeout"_s).toString(), u"skip"_s);
    QVERIFY(desk.enter<ReferenceEdit>("humanMessage"));
    typeOver(u"Go?"_s);
    QCOMPARE(desk.at("ask", u"human_config.notification"_s).toString(), u"Go?"_s);
}

void TestStepInspector::WF_12_whatIsInsideIsGoneTo()
{
    Desk desk;
    QVERIFY(desk.show("both"));
    auto *inside = desk.enter<QListWidget>("stepsInside");
    QCOMPARE(inside->count(), 2);
    const QSignalSpy asked(&desk.inspector, &StepInspector::nodeAsked);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).value<NodeId>(), desk.node("two"));
    QVERIFY(desk.find<QLineEdit>("loopVariable") == nullptr);
}

void TestStepInspector::WF_13_aLoopIsWritten()
{
    Desk desk;
    QVERIFY(desk.show("each"));
    QVERIFY(desk.enter<ReferenceEdit>("loopItems"));
    typeOver(u"$.wx.places"_s);
    QVERIFY(desk.enter<QLineEdit>("loopVariable"));
    typeOver(u"place"_s);
    QVERIFY(desk.enter<QLineEdit>("loopMost"));
    typeOver(u"12"_s);
    QCOMPARE(without(desk.at("each", u"loop_config"_s).toObject(), u"steps"_s),
             object(R"({"items_path":"$.wx.places","item_variable":"place","pace":1,"max_iterations":12})"));
    QCOMPARE(desk.at("each", u"loop_config.steps"_s).toArray().size(), 1); // what is inside stays
    QVERIFY(desk.said("loopMostHint").contains(u"ignores"_s));
    QCOMPARE(desk.find<QListWidget>("stepsInside")->count(), 1);
}

void TestStepInspector::WF_14_allFiveLimitsOfAStep()
{
    Desk desk;
    QVERIFY(desk.show("warn"));
    QTest::mouseClick(desk.find<QToolButton>("stepGuardrails"), Qt::LeftButton);
    QVERIFY(!desk.said("guardrailsRemark").isEmpty());
    const std::initializer_list<std::pair<const char *, QString>> limits{{"request_limit", u"3"_s},
                                                                         {"total_tokens_limit", u"4000"_s},
                                                                         {"tool_calls_limit", u"2"_s},
                                                                         {"max_cost_dollars", u"0.25"_s},
                                                                         {"timeout_seconds", u"60"_s}};
    for (const auto &[name, number] : limits) {
        QVERIFY(desk.enter<QLineEdit>(name));
        type(number);
    }
    QCOMPARE(desk.at("warn", u"guardrails"_s).toObject(),
             object(R"({"request_limit":3,"total_tokens_limit":4000,"tool_calls_limit":2,"max_cost_dollars":0.25,"timeout_seconds":60})"));
    for (const auto &[name, number] : limits) {
        QVERIFY(desk.enter<QLineEdit>(name));
        typeOver(QString());
    }
    QCOMPARE(desk.graph.definition(), object(everyKind)); // no empty object is left
}

void TestStepInspector::inputOutputAndTransformAreWritten()
{
    Desk desk;
    QVERIFY(desk.show("start"));
    QVERIFY(desk.enter<QPlainTextEdit>("inputSchema"));
    typeOver(uR"({"type":"object","required":["city"]})"_s);
    QCOMPARE(desk.at("start", u"schema"_s).toObject(), object(R"({"type":"object","required":["city"]})"));
    desk.choose("result");
    QVERIFY(desk.enter<ReferenceEdit>("stepValueText"));
    typeOver(u"$.ask"_s);
    QCOMPARE(desk.at("result", u"value"_s).toString(), u"$.ask"_s);
    desk.choose("shape");
    pick(desk.find<QComboBox>("transformOperation"), u"join"_s);
    auto *kind = desk.find<QComboBox>("transformArgumentKind");
    QVERIFY(kind); // join takes one
    kind->setFocus(Qt::TabFocusReason);
    QTest::keyClick(kind, Qt::Key_Home);
    QVERIFY(desk.enter<ReferenceEdit>("transformArgumentText"));
    type(u", "_s);
    QCOMPARE(desk.at("shape", u"transform"_s).toObject(), object(R"({"value":"$.wx","operation":"join","x":1,"argument":", "})"));
}

void TestStepInspector::unknownKindsAreReadAndWrittenAsJson()
{
    Desk desk(R"({"steps":[7,{"id":"odd","type":"teleport","where":"Mars","deep":{"a":[1]}}]})");
    QVERIFY(desk.show("odd"));
    QVERIFY(desk.said("stepKind").contains(u"teleport"_s));
    QTest::mouseClick(desk.find<QToolButton>("stepRaw"), Qt::LeftButton);
    QVERIFY(desk.enter<QPlainTextEdit>("rawStep"));
    typeOver(uR"({"id":"odd","type":"teleport","where":"Venus"})"_s);
    QCOMPARE(desk.at("odd", u"where"_s).toString(), u"Mars"_s); // not before it is applied
    QTest::mouseClick(desk.find<QPushButton>("rawApply"), Qt::LeftButton);
    QCOMPARE(desk.step("odd"), object(R"({"id":"odd","type":"teleport","where":"Venus"})"));
    desk.editing.undo();
    QVERIFY(!desk.editing.canUndo());
    desk.inspector.setNode(desk.graph.children(NodeId::Root).constFirst());
    QVERIFY(!desk.said("factsRemark").isEmpty());
    QVERIFY(desk.find<QPlainTextEdit>("rawStep") == nullptr);
}

void TestStepInspector::theJsonOfAStepIsOneEntry()
{
    Desk desk;
    QVERIFY(desk.show("each"));
    QTest::mouseClick(desk.find<QToolButton>("stepRaw"), Qt::LeftButton);
    QVERIFY(desk.enter<QPlainTextEdit>("rawStep"));
    typeOver(uR"({"id":"wx","type":"loop")"_s);
    QVERIFY(!desk.find<QPushButton>("rawApply")->isEnabled());
    type(u"}"_s);
    QVERIFY(!desk.said("rawStepProblem").isEmpty()); // another step has this id
    typeOver(uR"({"id":"each","type":"loop","loop_config":{"items_path":"$.wx"}})"_s);
    QTest::mouseClick(desk.find<QPushButton>("rawApply"), Qt::LeftButton);
    QCOMPARE(desk.at("each", u"loop_config.items_path"_s).toString(), u"$.wx"_s);
    QCOMPARE(desk.graph.children(desk.node("each")).size(), 1); // what is inside stays
    desk.editing.undo();
    QCOMPARE(desk.graph.definition(), object(everyKind));
}

namespace {

// The fields of the workflow in a window of their own.
struct Fields {
    Desk desk;
    WorkflowFieldsEditor editor{desk.editing};

    explicit Fields(const QByteArray &definition = everyKind)
        : desk(definition)
    {
        editor.setSurroundings(desk.known);
        editor.resize(320, 800);
    }
    [[nodiscard]] bool show()
    {
        editor.show();
        editor.activateWindow();
        return QTest::qWaitForWindowActive(&editor);
    }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return editor.findChild<T *>(QLatin1StringView(name));
    }
    void write(const char *name, const QString &text) const
    {
        find<QWidget>(name)->setFocus(Qt::TabFocusReason);
        typeOver(text);
    }
    [[nodiscard]] QJsonObject trigger() const { return desk.graph.fields().value("trigger"_L1).toObject(); }
};

} // namespace

void TestStepInspector::BUG_74_everyTriggerIsWritten()
{
    Fields fields(R"({"name":"n","steps":[{"id":"a","type":"agent"}]})");
    QVERIFY(fields.show());
    auto *type = fields.find<QComboBox>("triggerType");
    QCOMPARE(type->currentIndex(), -1);
    pick(type, u"cron"_s);
    fields.write("triggerCron", u"0 9 * *"_s);
    QVERIFY(!fields.find<QLabel>("triggerCronProblem")->text().isEmpty());
    fields.write("triggerCron", u"0 9 * * 1"_s);
    QCOMPARE(fields.find<QLabel>("triggerCronProblem")->text(), QString());
    fields.write("triggerZone", u"Europe/Berlin"_s);
    press(Qt::Key_Return);
    QCOMPARE(fields.trigger(), object(R"({"type":"cron","cron":"0 9 * * 1","timezone":"Europe/Berlin"})"));
    pick(type, u"webhook"_s);
    fields.write("triggerPath", u"/hook"_s);
    pick(fields.find<QComboBox>("triggerAuth"), u"secret"_s);
    QCOMPARE(fields.trigger().value("path"_L1).toString(), u"/hook"_s);
    QCOMPARE(fields.trigger().value("auth"_L1).toString(), u"secret"_s);
    pick(type, u"event"_s);
    fields.write("triggerEvent", u"document.created"_s);
    fields.write("triggerFilter", uR"({"library":"x"})"_s);
    QCOMPARE(fields.trigger().value("event_type"_L1).toString(), u"document.created"_s);
    QCOMPARE(fields.trigger().value("filter"_L1).toObject(), object(R"({"library":"x"})"));
    pick(type, u"agent_completion"_s);
    pick(fields.find<QComboBox>("triggerAgent"), u"table"_s);
    QCOMPARE(fields.trigger().value("type"_L1).toString(), u"agent_completion"_s);
    QCOMPARE(fields.trigger().value("agent"_L1).toString(), u"table"_s);
}

void TestStepInspector::BUG_74_whatIsUnknownInATriggerStays()
{
    Fields fields(R"({"trigger":{"type":"moon","phase":"full","timezone":"Mars/Olympus"},"steps":[]})");
    QVERIFY(fields.show());
    auto *type = fields.find<QComboBox>("triggerType");
    QCOMPARE(type->currentText(), u"moon"_s);
    QVERIFY(!fields.find<QLabel>("triggerTypeProblem")->text().isEmpty());
    pick(type, u"cron"_s);
    QCOMPARE(fields.trigger(), object(R"({"type":"cron","phase":"full","timezone":"Mars/Olympus"})"));
    QVERIFY(!fields.find<QLabel>("triggerZoneProblem")->text().isEmpty());
    fields.desk.editing.undo();
    QCOMPARE(type->currentText(), u"moon"_s);
}

void TestStepInspector::WF_19_theWorkflowItselfIsWritten()
{
    Fields fields;
    QVERIFY(fields.show());
    fields.write("workflowName", u"Frost note"_s);
    fields.write("workflowDescription", u"Cold?"_s);
    QTest::mouseClick(fields.find<QWidget>("workflowActive"), Qt::LeftButton, {}, QPoint(6, 6));
    fields.write("timeout_seconds", u"90"_s);
    fields.write("workflowSchema", uR"({"type":"object"})"_s);
    QJsonObject expected = object(everyKind);
    expected.insert("name"_L1, u"Frost note"_s);
    expected.insert("description"_L1, u"Cold?"_s);
    expected.insert("is_active"_L1, false);
    expected.insert("guardrails"_L1, object(R"({"request_limit":5,"mood":"calm","timeout_seconds":90})"));
    expected.insert("input_schema"_L1, object(R"({"type":"object"})"));
    QCOMPARE(fields.desk.graph.definition(), expected);
    int entries = 0;
    for (; fields.desk.editing.canUndo(); ++entries)
        fields.desk.editing.undo();
    QCOMPARE(entries, 5);
    QCOMPARE(fields.desk.graph.definition(), object(everyKind));
}

void TestStepInspector::lookingChangesNothing()
{
    Fields fields;
    QVERIFY(fields.show());
    QVERIFY(fields.desk.show());
    const QList<NodeId> nodes = fields.desk.graph.nodes();
    for (const NodeId node : nodes) {
        fields.desk.inspector.setNode(node);
        const QList<QToolButton *> folds = fields.desk.inspector.findChildren<QToolButton *>();
        for (QToolButton *fold : folds) {
            if (fold->isCheckable())
                fold->setChecked(true);
        }
        for (int i = 0; i < 60; ++i)
            press(Qt::Key_Tab);
    }
    QVERIFY(!fields.desk.editing.canUndo());
    QCOMPARE(fields.desk.graph.definition(), object(everyKind));
}

void TestStepInspector::everythingIsNamedAndReachedByTab()
{
    Fields fields;
    QVERIFY(fields.show());
    QCOMPARE(namingProblems(fields.editor), QStringList());
    QCOMPARE(tabbingProblems(fields.editor), QStringList());
    Desk desk;
    QVERIFY(desk.show());
    const QList<NodeId> nodes = desk.graph.nodes();
    for (const NodeId node : nodes) {
        desk.inspector.setNode(node);
        desk.inspector.focusFirst();
        QVERIFY(desk.inspector.isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(namingProblems(desk.inspector), QStringList());
        QCOMPARE(tabbingProblems(desk.inspector), QStringList());
    }
}

// A folder in DESK_INSPECTOR_SHOTS gets pictures to look at.
void TestStepInspector::WF_07_everyKindFitsIntoASidePane()
{
    const QString folder = qEnvironmentVariable("DESK_INSPECTOR_SHOTS");
    Theme theme(*qApp);
    for (const QString &look : {u"light"_s, u"dark"_s}) {
        theme.apply(look);
        Fields fields;
        Desk &desk = fields.desk;
        if (look == "dark"_L1)
            desk.inspector.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(desk.show());
        const QList<QToolButton *> folds = desk.inspector.findChildren<QToolButton *>();
        for (QToolButton *fold : folds) {
            if (fold->isCheckable())
                fold->setChecked(true);
        }
        const QList<NodeId> nodes = desk.graph.nodes();
        for (const NodeId node : nodes) {
            desk.inspector.setNode(node);
            auto *scroll = desk.inspector.findChild<QScrollArea *>();
            QVERIFY2(scroll->widget()->minimumSizeHint().width() <= 320, qPrintable(desk.graph.stepId(node)));
            desk.inspector.resize(320, qMax(700, scroll->widget()->sizeHint().height()));
            QCoreApplication::sendPostedEvents();
            if (!folder.isEmpty())
                desk.inspector.grab().save(folder + u'/' + desk.graph.stepId(node) + u'-' + look + u".png"_s);
        }
        QVERIFY(fields.show());
        auto *scroll = fields.editor.findChild<QScrollArea *>();
        QVERIFY(scroll->widget()->minimumSizeHint().width() <= 320);
        fields.editor.resize(320, scroll->widget()->sizeHint().height() + 20);
        if (!folder.isEmpty())
            fields.editor.grab().save(folder + u"/fields-"_s + look + u".png"_s);
    }
    theme.apply(u"light"_s);
}

QTEST_MAIN(TestStepInspector)
#include "tst_stepinspector.moc"
