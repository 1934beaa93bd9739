// What every step has, agents and tools, written by real keys and clicks: WF-07 to WF-09, BUG-62, BUG-63, BUG-68.
#include "gui/inspectorscene.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

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
    QVERIFY(desk.said("stepPromptProblem").contains(u"$.nobody"_s));
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

QTEST_MAIN(TestStepInspector)
#include "tst_stepinspector.moc"
