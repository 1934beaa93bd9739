// A form made from a JSON schema and the JSON beside it, written by real keys: TL-05, TL-11, TL-12, TL-14 and the last of BUG-55.
#include "gui/accessibility.h"

#include "gui/schemaform/schemaeditor.h"
#include "gui/schemaform/schemaform.h"
#include "gui/schemaform/schemarow.h"
#include "gui/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using View = SchemaEditor::View;

namespace {

wire::JsonSchema schema(const QByteArray &json)
{
    const Result<wire::JsonNode> parsed = wire::JsonNode::parse(json);
    return parsed ? wire::JsonSchema(*parsed) : wire::JsonSchema(wire::JsonNode::boolean(false));
}

QByteArray properties(const QByteArray &members)
{
    return R"({"type":"object","properties":{)" + members + "}}";
}

// The editor in a window of its own, active, in the view that the schema gives.
struct Desk {
    SchemaEditor editor;

    explicit Desk(const QByteArray &json, const QString &text = u"{}"_s)
    {
        initGuiResources();
        editor.setText(text);
        editor.setSchema(schema(json));
        editor.resize(700, 600);
    }
    [[nodiscard]] bool show() // inside QVERIFY
    {
        editor.show();
        editor.activateWindow();
        return QTest::qWaitForWindowActive(&editor);
    }
    // Of those that are seen, in the order they came in.
    template <typename T>
    [[nodiscard]] QList<T *> seen(const char *name) const
    {
        QList<T *> found = editor.findChildren<T *>(QLatin1StringView(name));
        found.removeIf([](const T *part) { return !part->isVisible(); });
        return found;
    }
    [[nodiscard]] SchemaRow *row(const QString &key) const
    {
        const QList<SchemaRow *> rows = seen<SchemaRow>("schemaRow");
        const auto found = std::find_if(rows.begin(), rows.end(), [&key](const SchemaRow *row) { return row->key() == key; });
        return found == rows.end() ? nullptr : *found;
    }
    template <typename T>
    [[nodiscard]] T *control(const QString &key) const
    {
        const SchemaRow *found = row(key);
        return found != nullptr ? qobject_cast<T *>(found->control()) : nullptr;
    }
    [[nodiscard]] QString problem(const QString &key) const { return remark(key, "schemaRowProblem"); }
    [[nodiscard]] QString remark(const QString &key, const char *name) const
    {
        const auto *label = row(key)->findChild<QLabel *>(QLatin1StringView(name));
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QPushButton *button(const char *name) const { return editor.findChild<QPushButton *>(QLatin1StringView(name)); }
    // Without the spaces between the values.
    [[nodiscard]] QString json() const
    {
        const Result<wire::JsonNode> parsed = wire::JsonNode::parse(editor.text().toUtf8());
        return parsed ? parsed->toJson(false) : u"no JSON"_s;
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

void pressOn(QWidget *widget, Qt::Key key = Qt::Key_Space)
{
    widget->setFocus(Qt::TabFocusReason);
    QTest::keyClick(widget, key);
}

} // namespace

class TestSchemaForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void TL_11_valuesOfEveryKindAreWrittenByKeys();
    void TL_14_whatIsRequiredOrWrongIsSaidBesideItsField();
    void TL_11_whatIsNotGivenIsNotSent();
    void TL_12_aFieldMayHoldWhatIsNoJsonYet();
    void TL_12_aNumberMayBeUnfinished();
    void TL_11_switchingKeepsEverything();
    void TL_11_aMemberComesBackToItsPlace();
    void TL_12_invalidTextStaysInTheJsonView();
    void TL_11_valuesThatDoNotFitAreShownAsJson();
    void TL_11_itemsAreAddedMovedAndTakenOut();
    void TL_11_longListsAreShownInParts();
    void TL_11_objectsFold();
    void TL_11_alternativesAreChosenAndRemembered();
    void TL_11_defaultsAreFilledInAndMarked();
    void TL_11_longTextsHaveLines();
    void TL_05_aSchemaThatGoesInCirclesIsShown();
    void TL_05_hostileWordsAreShownAsTheyAre();
    void TL_11_everyFieldHasANameAndIsReachedByTab();
    void TL_11_fromRightToLeftAndInLargeLetters();
    void TL_11_manyFieldsAreMadeInParts();
    void TL_11_aSchemaWithoutFieldsLeavesTheText();
};

void TestSchemaForm::TL_11_valuesOfEveryKindAreWrittenByKeys()
{
    Desk desk(R"({"type":"object","required":["name"],"properties":{"name":{"type":"string"},"count":{"type":"integer"},
        "ratio":{"type":"number"},"loud":{"type":"boolean"},"color":{"enum":["red","green"]}}})");
    QVERIFY(desk.show());
    QCOMPARE(desk.editor.view(), View::Form);
    const QSignalSpy changed(&desk.editor, &SchemaEditor::changed);
    desk.editor.focusInput();
    type(u"Ada"_s);
    press(Qt::Key_Tab);
    type(u"12345678901234567890123"_s);
    press(Qt::Key_Tab);
    type(u"0.10"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Down); // yes
    press(Qt::Key_Tab);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(desk.json(), uR"({"name":"Ada","count":12345678901234567890123,"ratio":0.10,"loud":true,"color":"green"})"_s);
    QVERIFY(!changed.isEmpty());
    QVERIFY(desk.editor.isValid());
    QVERIFY2(desk.editor.problem().contains(u"rounded"_s), qPrintable(desk.editor.problem())); // a request cannot carry it
    desk.control<QLineEdit>(u"count"_s)->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"9007199254740993"_s);
    QCOMPARE(desk.editor.problem(), QString());
    QCOMPARE(desk.editor.object().value(u"count"_s).toInteger(), Q_INT64_C(9007199254740993));
    desk.control<QComboBox>(u"loud"_s)->setFocus();
    press(Qt::Key_Up); // not given again
    QVERIFY(!desk.json().contains(u"loud"_s));
}

void TestSchemaForm::TL_14_whatIsRequiredOrWrongIsSaidBesideItsField()
{
    Desk desk(R"({"type":"object","required":["name"],"properties":{"name":{"type":"string","maxLength":3},
        "count":{"type":"integer","minimum":2}}})");
    QVERIFY(desk.show());
    QVERIFY(!desk.editor.isValid());
    QCOMPARE(desk.problem(u"name"_s), u"This is required."_s);
    QVERIFY(desk.row(u"name"_s)->title().contains(u"required"_s));
    QVERIFY(desk.control<QLineEdit>(u"name"_s)->accessibleDescription().contains(u"This is required."_s));
    desk.editor.focusInput();
    type(u"Ada"_s);
    QCOMPARE(desk.problem(u"name"_s), QString());
    QVERIFY(desk.editor.isValid());
    type(u"!"_s);
    QVERIFY2(desk.problem(u"name"_s).contains(u'3'), qPrintable(desk.problem(u"name"_s)));
    press(Qt::Key_Backspace);
    desk.control<QLineEdit>(u"count"_s)->setFocus();
    type(u"1"_s);
    QCOMPARE(desk.problem(u"count"_s), u"This must be at least 2."_s);
    QVERIFY(!desk.editor.isValid());
    type(u".5"_s);
    QCOMPARE(desk.problem(u"count"_s), u"This must be a whole number."_s);
}

void TestSchemaForm::TL_11_whatIsNotGivenIsNotSent()
{
    Desk desk(properties(R"("a":{"type":"string"},"b":{"anyOf":[{"type":"string"},{"type":"null"}],"default":null})"), uR"({"a":""})"_s);
    QVERIFY(desk.show());
    QCOMPARE(desk.json(), uR"({"a":""})"_s); // an empty text was given
    auto *clear = desk.row(u"a"_s)->findChild<QToolButton *>(u"schemaClear"_s);
    QVERIFY(clear->isEnabled());
    pressOn(clear);
    QCOMPARE(desk.json(), u"{}"_s);
    QVERIFY(!clear->isEnabled());
    QVERIFY(desk.control<QLineEdit>(u"a"_s)->hasFocus());
    type(u"x"_s);
    press(Qt::Key_Backspace);
    QCOMPARE(desk.json(), u"{}"_s);
    auto *optional = desk.control<QLineEdit>(u"b"_s); // a text or null is a text that may be left out
    QVERIFY(optional != nullptr);
    optional->setFocus();
    type(u"y"_s);
    QCOMPARE(desk.json(), uR"({"b":"y"})"_s);
}

void TestSchemaForm::TL_12_aFieldMayHoldWhatIsNoJsonYet()
{
    Desk desk(properties(R"("any":{})"));
    QVERIFY(desk.show());
    auto *any = desk.control<QPlainTextEdit>(u"any"_s);
    QVERIFY(any != nullptr);
    any->setFocus();
    type(u"{\"a\": "_s);
    QCOMPARE(any->toPlainText(), u"{\"a\": "_s);
    QVERIFY2(desk.problem(u"any"_s).startsWith(u"Line 1"_s), qPrintable(desk.problem(u"any"_s)));
    QVERIFY(!desk.editor.isValid());
    QVERIFY(!desk.button("schemaJsonView")->isEnabled()); // what was typed would be lost
    QVERIFY(!desk.editor.showView(View::Json));
    type(u"[1.0]}"_s);
    QCOMPARE(desk.problem(u"any"_s), QString());
    QVERIFY(desk.editor.isValid());
    QCOMPARE(desk.json(), uR"({"any":{"a":[1.0]}})"_s);
    QVERIFY(desk.button("schemaJsonView")->isEnabled());
}

void TestSchemaForm::TL_12_aNumberMayBeUnfinished()
{
    Desk desk(properties(R"("n":{"type":"number"},"z":{"type":"string"})"), uR"({"n":1.50,"z":"last"})"_s);
    QVERIFY(desk.show());
    auto *number = desk.control<QLineEdit>(u"n"_s);
    QCOMPARE(number->text(), u"1.50"_s);
    number->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"-"_s);
    QVERIFY(!desk.editor.isValid());
    QVERIFY(desk.problem(u"n"_s).contains(u"not a number yet"_s));
    type(u"2e3"_s);
    QVERIFY(desk.editor.isValid());
    QCOMPARE(desk.json(), uR"({"n":-2e3,"z":"last"})"_s); // at its place
}

void TestSchemaForm::TL_11_switchingKeepsEverything()
{
    const QString odd = u"{ \"z\": 1.0,\n\n  \"unknown\": [1e2, {\"b\":1,\"a\":2}], \"name\":\"A\" }"_s;
    Desk desk(properties(R"("name":{"type":"string"})"), odd);
    QVERIFY(desk.show());
    QCOMPARE(desk.editor.view(), View::Form);
    const auto *others = desk.editor.findChild<QLabel *>(u"schemaOthers"_s);
    QVERIFY(others->isVisible() && others->text().contains(u'2'));
    pressOn(desk.button("schemaFormView")); // it is that already
    QCOMPARE(desk.editor.view(), View::Form);
    QTest::mouseClick(desk.button("schemaJsonView"), Qt::LeftButton);
    QCOMPARE(desk.editor.view(), View::Json);
    QCOMPARE(desk.editor.rawEdit()->toPlainText(), odd); // nothing was changed
    QTest::mouseClick(desk.button("schemaFormView"), Qt::LeftButton);
    desk.control<QLineEdit>(u"name"_s)->setFocus();
    press(Qt::Key_End);
    type(u"da"_s);
    QTest::mouseClick(desk.button("schemaJsonView"), Qt::LeftButton);
    QCOMPARE(desk.json(), uR"({"z":1.0,"unknown":[1e2,{"b":1,"a":2}],"name":"Ada"})"_s);
    QVERIFY(desk.editor.rawEdit()->isVisible());
}

void TestSchemaForm::TL_11_aMemberComesBackToItsPlace()
{
    Desk desk(properties(R"("b":{"type":"string"},"a":{"type":"string"})"), uR"({"a":"1","other":2,"b":"3"})"_s);
    QVERIFY(desk.show());
    desk.control<QLineEdit>(u"a"_s)->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    QCOMPARE(desk.json(), uR"({"other":2,"b":"3"})"_s);
    type(u"x"_s);
    QCOMPARE(desk.json(), uR"({"a":"x","other":2,"b":"3"})"_s);
}

void TestSchemaForm::TL_12_invalidTextStaysInTheJsonView()
{
    Desk desk(properties(R"("name":{"type":"string"})"));
    QVERIFY(desk.show());
    QTest::mouseClick(desk.button("schemaJsonView"), Qt::LeftButton);
    QPlainTextEdit *raw = desk.editor.rawEdit();
    raw->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"{\"name\":"_s);
    press(Qt::Key_Return);
    type(u"\"A\","_s);
    const QString invalid = raw->toPlainText();
    QVERIFY(!desk.editor.isValid());
    QVERIFY2(desk.editor.problemLabel()->text().startsWith(u"Line 2"_s), qPrintable(desk.editor.problemLabel()->text()));
    QCOMPARE(raw->accessibleDescription(), desk.editor.problemLabel()->text());
    QVERIFY(!desk.button("schemaFormView")->isEnabled());
    QVERIFY(!desk.editor.showView(View::Form));
    QCOMPARE(raw->toPlainText(), invalid);
    QCOMPARE(desk.editor.text(), invalid);
    press(Qt::Key_Backspace);
    type(u"}"_s);
    QVERIFY(desk.editor.isValid());
    QTest::mouseClick(desk.button("schemaFormView"), Qt::LeftButton);
    QCOMPARE(desk.control<QLineEdit>(u"name"_s)->text(), u"A"_s);
    desk.editor.setText(u"["_s); // a text that is set may be invalid as well
    QCOMPARE(desk.editor.view(), View::Json);
    QVERIFY(!desk.editor.isValid());
}

void TestSchemaForm::TL_11_valuesThatDoNotFitAreShownAsJson()
{
    Desk desk(properties(R"("name":{"type":"string"},"opts":{"type":"object","properties":{"a":{}}},"c":{"enum":[1]})"),
              uR"({"name":7,"opts":[1],"c":2})"_s);
    QVERIFY(desk.show());
    QCOMPARE(desk.json(), uR"({"name":7,"opts":[1],"c":2})"_s);
    auto *name = desk.control<QPlainTextEdit>(u"name"_s);
    QVERIFY(name != nullptr);
    QCOMPARE(name->toPlainText(), u"7"_s);
    QCOMPARE(desk.problem(u"name"_s), u"This must be a text."_s);
    QVERIFY(!desk.problem(u"c"_s).isEmpty());
    pressOn(desk.row(u"name"_s)->findChild<QToolButton *>(u"schemaClear"_s));
    auto *line = desk.control<QLineEdit>(u"name"_s); // the field of the schema is back
    QVERIFY(line != nullptr && line->hasFocus());
    type(u"A"_s);
    QCOMPARE(desk.json(), uR"({"name":"A","opts":[1],"c":2})"_s);
    desk.editor.setText(u"{\"name\":\"a\\u202eb\"}"_s); // what cannot be seen is not written over
    QVERIFY(desk.control<QPlainTextEdit>(u"name"_s) != nullptr);
    QVERIFY(desk.control<QPlainTextEdit>(u"name"_s)->toPlainText().contains(u"\\u202e"_s));
}

void TestSchemaForm::TL_11_itemsAreAddedMovedAndTakenOut()
{
    Desk desk(properties(R"("tags":{"type":"array","items":{"type":"string","minLength":1}})"));
    QVERIFY(desk.show());
    auto *add = desk.control<QPushButton>(u"tags"_s);
    QVERIFY(add != nullptr && add->accessibleName().contains(u"tags"_s));
    pressOn(add);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr);
    QCOMPARE(desk.json(), uR"({"tags":[""]})"_s);
    QVERIFY(!desk.problem(u"0"_s).isEmpty());
    type(u"a"_s);
    pressOn(add);
    type(u"b"_s);
    QCOMPARE(desk.json(), uR"({"tags":["a","b"]})"_s);
    QVERIFY(desk.editor.isValid());
    pressOn(desk.seen<QToolButton>("schemaUp").at(1)); // in the order they were added
    QCOMPARE(desk.json(), uR"({"tags":["b","a"]})"_s);
    QVERIFY(desk.seen<QToolButton>("schemaDown").at(1)->hasFocus()); // it cannot go up further
    QCOMPARE(desk.row(u"1"_s)->title(), u"Item 1"_s);
    press(Qt::Key_Space);
    QCOMPARE(desk.json(), uR"({"tags":["a","b"]})"_s);
    pressOn(desk.seen<QToolButton>("schemaRemove").at(0));
    QCOMPARE(desk.json(), uR"({"tags":["b"]})"_s);
    QCOMPARE(desk.seen<QToolButton>("schemaRemove").size(), 1);
    QVERIFY(desk.seen<QToolButton>("schemaRemove").at(0)->hasFocus());
    press(Qt::Key_Space);
    QCOMPARE(desk.json(), uR"({"tags":[]})"_s);
    QVERIFY(add->hasFocus());
    pressOn(desk.row(u"tags"_s)->findChild<QToolButton *>(u"schemaClear"_s));
    QCOMPARE(desk.json(), u"{}"_s);
}

void TestSchemaForm::TL_11_longListsAreShownInParts()
{
    QString items;
    for (int i = 0; i < 120; ++i)
        items += (i > 0 ? u","_s : QString()) + QString::number(i);
    const QString text = u"{\"n\":["_s + items + u"]}"_s;
    Desk desk(properties(R"("n":{"type":"array","items":{"type":"integer","maximum":118}})"), text);
    QVERIFY(desk.show());
    QCOMPARE(desk.seen<QToolButton>("schemaRemove").size(), 50);
    QCOMPARE(desk.json(), text);
    const auto hidden = [&desk] { return desk.seen<QLabel>("schemaHiddenProblems"); };
    QCOMPARE(hidden().size(), 1); // item 119
    const auto *add = desk.seen<QPushButton>("schemaAdd").constFirst();
    QVERIFY(!add->isEnabled());
    for (int i = 0; i < 2; ++i)
        pressOn(desk.seen<QPushButton>("schemaMoreItems").constFirst());
    QTRY_COMPARE(desk.seen<QToolButton>("schemaRemove").size(), 120);
    QVERIFY(hidden().isEmpty());
    QVERIFY(add->isEnabled());
    QVERIFY(!desk.problem(u"119"_s).isEmpty());
    QCOMPARE(desk.json(), text);
}

void TestSchemaForm::TL_11_objectsFold()
{
    Desk desk(properties(R"("opts":{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}})"));
    QVERIFY(desk.show());
    auto *fold = desk.control<QToolButton>(u"opts"_s);
    QVERIFY(fold != nullptr);
    QVERIFY(!fold->isChecked());
    QVERIFY(desk.row(u"a"_s) == nullptr);
    pressOn(fold);
    QTRY_VERIFY(desk.row(u"a"_s) != nullptr);
    QCOMPARE(desk.json(), u"{}"_s); // looking gives nothing
    press(Qt::Key_Tab);
    QVERIFY(desk.control<QLineEdit>(u"a"_s)->hasFocus());
    type(u"5"_s);
    QCOMPARE(desk.json(), uR"({"opts":{"a":5}})"_s);
    press(Qt::Key_Backspace);
    QCOMPARE(desk.json(), u"{}"_s);
    desk.editor.setText(uR"({"opts":{"other":1}})"_s);
    QCOMPARE(desk.problem(u"a"_s), u"This is required."_s);
    pressOn(fold);
    QVERIFY(desk.row(u"a"_s) == nullptr);
    QVERIFY2(fold->text().contains(u"1 problem"_s), qPrintable(fold->text()));
    QCOMPARE(desk.json(), uR"({"opts":{"other":1}})"_s);
}

void TestSchemaForm::TL_11_alternativesAreChosenAndRemembered()
{
    Desk desk(properties(R"("v":{"type":["string","integer"]},"w":{"oneOf":[{"title":"By name","type":"object",
        "required":["kind"],"properties":{"kind":{"const":"name"},"name":{"type":"string"}}},{"title":"By number","type":"integer"}]})"));
    QVERIFY(desk.show());
    auto *kind = desk.control<QComboBox>(u"v"_s);
    QVERIFY(kind != nullptr);
    pressOn(kind, Qt::Key_Down);
    QCOMPARE(kind->currentText(), u"Text"_s);
    press(Qt::Key_Tab);
    type(u"x"_s);
    QCOMPARE(desk.json(), uR"({"v":"x"})"_s);
    pressOn(kind, Qt::Key_Down);
    QCOMPARE(kind->currentText(), u"Whole number"_s);
    QCOMPARE(desk.json(), u"{}"_s);
    press(Qt::Key_Tab);
    type(u"3"_s);
    QCOMPARE(desk.json(), uR"({"v":3})"_s);
    pressOn(kind, Qt::Key_Up);
    QCOMPARE(desk.json(), uR"({"v":"x"})"_s);
    auto *way = desk.control<QComboBox>(u"w"_s);
    pressOn(way, Qt::Key_Down);
    QCOMPARE(way->currentText(), u"By name"_s);
    QCOMPARE(desk.json(), uR"({"v":"x","w":{"kind":"name"}})"_s); // what can only be one thing is filled in
    desk.editor.setText(uR"({"w":7})"_s);
    QCOMPARE(desk.control<QComboBox>(u"w"_s)->currentText(), u"By number"_s);
    QCOMPARE(desk.json(), uR"({"w":7})"_s);
    QVERIFY(desk.editor.isValid());
}

void TestSchemaForm::TL_11_defaultsAreFilledInAndMarked()
{
    Desk desk(properties(R"("n":{"type":"integer","default":10},"s":{"type":"string"})"));
    QVERIFY(desk.show());
    QCOMPARE(desk.json(), u"{}"_s); // of an input that is there already, nothing is changed
    QVERIFY(desk.remark(u"n"_s, "schemaRemarks").contains(u"If not given: 10"_s));
    desk.editor.startNew();
    QCOMPARE(desk.json(), uR"({"n":10})"_s);
    QVERIFY(desk.remark(u"n"_s, "schemaRemarks").contains(u"This is the default."_s));
    desk.control<QLineEdit>(u"n"_s)->setFocus();
    press(Qt::Key_End);
    type(u"0"_s);
    QCOMPARE(desk.json(), uR"({"n":100})"_s);
    QVERIFY(!desk.remark(u"n"_s, "schemaRemarks").contains(u"default"_s));
}

void TestSchemaForm::TL_11_longTextsHaveLines()
{
    Desk desk(properties(R"("code":{"type":"string","format":"code"},"t":{"type":"string"})"), uR"({"t":"one\ntwo"})"_s);
    QVERIFY(desk.show());
    auto *code = desk.control<QPlainTextEdit>(u"code"_s);
    QVERIFY(code != nullptr);
    code->setFocus();
    type(u"a"_s);
    press(Qt::Key_Return);
    type(u"b"_s);
    QCOMPARE(desk.json(), uR"({"t":"one\ntwo","code":"a\nb"})"_s);
    auto *text = desk.control<QPlainTextEdit>(u"t"_s); // its value has two
    QVERIFY(text != nullptr);
    QCOMPARE(text->toPlainText(), u"one\ntwo"_s);
    text->setFocus();
    press(Qt::Key_End, Qt::ControlModifier);
    type(u"!"_s);
    QCOMPARE(desk.json(), uR"({"t":"one\ntwo!","code":"a\nb"})"_s);
}

void TestSchemaForm::TL_05_aSchemaThatGoesInCirclesIsShown()
{
    Desk desk(
        R"({"type":"object","required":["child"],"properties":{"child":{"$ref":"#"},"either":{"anyOf":[{"$ref":"#"},{"$ref":"#"}]}}})");
    QVERIFY(desk.show());
    QCOMPARE(desk.editor.view(), View::Form);
    pressOn(desk.control<QToolButton>(u"child"_s));
    QCOMPARE(desk.json(), uR"({"child":{}})"_s); // required: unfolded, it is there
    QVERIFY(desk.seen<SchemaRow>("schemaRow").size() >= 4);
}

void TestSchemaForm::TL_05_hostileWordsAreShownAsTheyAre()
{
    Desk desk(properties(R"("x":{"type":"string","title":"<b>Bold</b> & \u202etrap","description":"<img src='file:///etc/passwd'>",
        "not":{},"pattern":"^<i>$"},"":{"type":"string"})"),
              uR"({"x":"y"})"_s);
    QVERIFY(desk.show());
    const QList<QLabel *> labels = desk.editor.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(!label->text().contains(QChar(0x202e)));
    }
    QVERIFY(desk.row(u"x"_s)->title().startsWith(u"<b>Bold</b> & "_s));
    QVERIFY(desk.remark(u"x"_s, "schemaHelp").contains(u"<img"_s));
    QVERIFY(desk.remark(u"x"_s, "schemaRemarks").contains(u"not"_s)); // what is not looked at
    QVERIFY(desk.problem(u"x"_s).contains(u"<i>"_s));
    QVERIFY(!desk.row(QString())->title().isEmpty());
}

void TestSchemaForm::TL_11_everyFieldHasANameAndIsReachedByTab()
{
    Desk desk(properties(R"("text":{"type":"string","default":"d"},"n":{"type":"number"},"yes":{"type":"boolean"},"any":{},
        "list":{"type":"array","items":{"type":"integer"}},"o":{"type":"object","properties":{"in":{"type":"string"}}},
        "or":{"type":["string","integer"]},"lines":{"type":"string","format":"markdown"})"),
              uR"({"text":"d","list":[1,2],"o":{"in":"x"},"or":5})"_s);
    QVERIFY(desk.show());
    QCOMPARE(namingProblems(desk.editor).join(u'\n'), QString());
    QCOMPARE(tabbingProblems(desk.editor).join(u'\n'), QString());
    desk.control<QLineEdit>(u"text"_s)->setFocus(Qt::TabFocusReason);
    QList<int> heights; // Tab goes down the page, whatever came into being when
    for (int i = 0; i < 12; ++i) {
        const QWidget *focus = QApplication::focusWidget();
        const QWidget *page = desk.editor.findChild<SchemaForm *>()->widget();
        if (!page->isAncestorOf(focus))
            break;
        heights.append(focus->mapTo(page, QPoint(0, focus->height() / 2)).y());
        press(Qt::Key_Tab);
    }
    QVERIFY(heights.size() >= 10);
    QVERIFY2(std::is_sorted(heights.begin(), heights.end(), [](int a, int b) { return a + 8 < b; }), "Tab goes up");
}

void TestSchemaForm::TL_11_fromRightToLeftAndInLargeLetters()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    {
        Desk desk(properties(R"("name":{"type":"string","title":"A rather long title of a field that has to be broken into lines",
            "description":"And a description that is longer than the form is wide, in letters of twice the size."},
            "list":{"type":"array","items":{"enum":["one choice that is rather long by itself","two"]}})"),
                  uR"({"name":"x","list":["two"]})"_s);
        desk.editor.resize(QFontMetrics(large).averageCharWidth() * 40, 600);
        QVERIFY(desk.show());
        const auto *form = desk.editor.findChild<SchemaForm *>();
        QTRY_VERIFY(form->widget()->width() <= form->viewport()->width());
        const SchemaRow *row = desk.row(u"name"_s);
        const auto *label = row->findChild<QLabel *>(u"schemaLabel"_s);
        const auto *clear = row->findChild<QToolButton *>(u"schemaClear"_s);
        QTRY_VERIFY(clear->geometry().center().x() < label->geometry().center().x());
        QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QApplication::setFont(before);
}

void TestSchemaForm::TL_11_manyFieldsAreMadeInParts()
{
    QByteArray members;
    for (int i = 0; i < 250; ++i)
        members += QByteArray(i > 0 ? "," : "") + "\"p" + QByteArray::number(i) + R"(":{"type":"string","description":"What it is for."})";
    Desk desk(properties(members));
    QVERIFY(desk.show());
    QCOMPARE(desk.seen<SchemaRow>("schemaRow").size(), 200);
    desk.editor.focusInput();
    type(u"abcdefghij"_s);
    QCOMPARE(desk.json(), uR"({"p0":"abcdefghij"})"_s);
    pressOn(desk.seen<QPushButton>("schemaMore").constFirst());
    QTRY_COMPARE(desk.seen<SchemaRow>("schemaRow").size(), 250);
    QVERIFY(desk.seen<QPushButton>("schemaMore").isEmpty());
    QVERIFY(desk.control<QLineEdit>(u"p200"_s)->hasFocus());
    type(u"z"_s);
    QCOMPARE(desk.json(), uR"({"p0":"abcdefghij","p200":"z"})"_s);
}

void TestSchemaForm::TL_11_aSchemaWithoutFieldsLeavesTheText()
{
    for (const char *json : {"{}", R"({"type":"object"})", R"({"type":"string"})", R"({"const":{}})", "false"}) {
        Desk desk(json, u"{\"a\": 1}"_s);
        QVERIFY(desk.show());
        QCOMPARE(desk.editor.view(), View::Json);
        QVERIFY(desk.button("schemaFormView")->isHidden());
        QVERIFY(!desk.editor.showView(View::Form));
        QVERIFY(desk.editor.isValid());
        QCOMPARE(desk.editor.text(), u"{\"a\": 1}"_s);
    }
}

QTEST_MAIN(TestSchemaForm)
#include "tst_schemaform.moc"
