// The fields of the other kinds of steps, and their JSON, written by real keys and clicks: WF-10 to WF-14, BUG-72.
#include "gui/inspectorscene.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestStepKinds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
};

void TestStepKinds::WF_10_valuesKeepTheirKind()
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
    pickText(kind, u"Text"_s);
    QCOMPARE(value(), QJsonValue(u"-2.5"_s));
    QVERIFY(desk.enter<ReferenceEdit>("conditionValueText"));
    typeOver(u"5"_s);
    QCOMPARE(value(), QJsonValue(u"5"_s)); // stays a text
    typeOver(u"$.input.limit"_s);
    QCOMPARE(kind->currentText(), u"Reference"_s);
    pickText(kind, u"Yes or no"_s);
    QCOMPARE(value(), QJsonValue(true));
    pick(desk.find<QComboBox>("conditionValueYesNo"), u"false"_s);
    QCOMPARE(value(), QJsonValue(false));
    pickText(kind, u"Nothing (null)"_s);
    QCOMPARE(value(), QJsonValue(QJsonValue::Null));
    QCOMPARE(desk.at("cold", u"condition.note"_s).toString(), u"x"_s);
    pick(desk.find<QComboBox>("conditionOperator"), u"exists"_s);
    QCOMPARE(desk.at("cold", u"condition.operator"_s).toString(), u"exists"_s);
    QVERIFY(desk.find<QComboBox>("conditionValueKind") == nullptr); // compared with nothing
}

void TestStepKinds::WF_10_targetsAreStepsBeside()
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

void TestStepKinds::BUG_72_noOperatorIsShownThatIsNotStored()
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

void TestStepKinds::WF_11_optionsAreWrittenMovedAndUnique()
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
    QTRY_COMPARE(options(), uR"([{"colour":"green","id":"yes","label":"Sure"},{"id":"no","label":"No"}])"_s);
    table->setCurrentCell(0, 0);
    table->setFocus();
    press(Qt::Key_F2);
    typeOver(u"no"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!desk.said("optionProblem").isEmpty());
    QCOMPARE(table->item(0, 0)->text(), u"yes"_s);
    QTest::mouseClick(desk.find<QToolButton>("optionDown"), Qt::LeftButton);
    QTRY_COMPARE(options(), uR"([{"id":"no","label":"No"},{"colour":"green","id":"yes","label":"Sure"}])"_s);
    QTest::mouseClick(desk.find<QToolButton>("addOption"), Qt::LeftButton);
    typeOver(u"Later"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY2(options().contains(uR"({"id":"option_3","label":"Later"})"_s), qPrintable(options()));
    QTest::mouseClick(desk.find<QToolButton>("removeOption"), Qt::LeftButton);
    QVERIFY(!options().contains(u"option_3"_s));
    QVERIFY(desk.said("humanChannels").contains(u"slack"_s));
    QCOMPARE(desk.at("ask", u"human_config.channels"_s).toArray().size(), 2);
}

void TestStepKinds::WF_11_aTimeoutAndWhatThen()
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

void TestStepKinds::WF_12_whatIsInsideIsGoneTo()
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

void TestStepKinds::WF_13_aLoopIsWritten()
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

void TestStepKinds::WF_14_allFiveLimitsOfAStep()
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

void TestStepKinds::inputOutputAndTransformAreWritten()
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

void TestStepKinds::unknownKindsAreReadAndWrittenAsJson()
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

void TestStepKinds::theJsonOfAStepIsOneEntry()
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

QTEST_MAIN(TestStepKinds)
#include "tst_stepkinds.moc"
