// A tool call run again from its inspector (CH-50), by real keys: edited, refused while it is no JSON, run once, and its end in words.
#include "guifixture.h"

#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/schemaform/schemaform.h"
#include "gui/schemaform/schemarow.h"
#include "state/chat/toolrun.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    return "event: " + type + "\ndata: " + data + "\n\n";
}

QList<QByteArray> answerWithTool()
{
    return {
        frame(
            "tool_start",
            R"({"type":"tool_start","source":"calculate","message":"Computing","data":{"tool_name":"calculate","input":{"expression":"6*7"}}})"),
        frame("tool_result",
              R"({"type":"tool_result","source":"calculate","message":"Done","data":{"tool":"calculate","result":"42","success":true}})"),
        frame("content", R"({"type":"content","source":"agent","message":"It is 42.","data":{"streaming":true,"partial":true}})"),
        frame("message_complete", R"({"message_id":"m2","conversation_id":"c9"})")};
}

struct Desk : GuiFixture {
    QByteArray tools = R"([{"id":"t7","name":"calculate","description":"Computes.","schema":{}}])";
    Scripted outcome = json(R"({"success":true,"output":{"result":"54"},"error":null,"execution_time_ms":1200,"tool_name":"calculate"})");
    QList<QByteArray> runsOfTool; // their bodies

    Desk()
    {
        newToolRun = [this](const QString &tool, QObject *parent) { return new ToolRun(api, workspace, tool, parent); };
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target.contains("/chat/message"))
                return eventStream(answerWithTool(), Scripted::End::Close);
            if (request.target == "/agents/tools")
                return json(tools);
            if (request.target == "/agents/tools/t7/test") {
                runsOfTool.append(request.body);
                return outcome;
            }
            if (request.target.startsWith("/conversations/c9/messages"))
                return json(R"({"messages":[],"total":0})");
            if (request.target.startsWith("/conversations/c9"))
                return json(R"({"id":"c9","title":"Sums"})");
            return sample(request.target);
        };
    }
    // Inside QVERIFY: the answer is there, its call opened, and the page to run it again shown.
    [[nodiscard]] bool openTab()
    {
        if (!show() || !openAndLoad())
            return false;
        auto *composer = find<ComposerEdit>("composerText");
        composer->setFocus();
        QTest::keyClicks(composer, u"6*7?"_s);
        QTest::keyClick(composer, Qt::Key_Return);
        const auto isWhole = [this] {
            return rows().rowCount() == 2 && rows().messageAt(1).state == MessageState::Complete &&
                   rows().messageAt(1).toolCalls.size() == 1;
        };
        if (!QTest::qWaitFor(isWhole, 5000))
            return false;
        Q_EMIT view().toolRequested(1, 0); // as the command of the card does: tst_transcriptwork clicks it
        if (inspector() == nullptr || !QTest::qWaitForWindowExposed(inspector()))
            return false;
        auto *tabs = inspector()->findChild<QTabWidget *>(u"toolTabs"_s);
        if (tabs->currentIndex() == tabs->count() - 1) // the output comes first
            return false;
        tabs->setCurrentIndex(tabs->count() - 1);
        inspector()->activateWindow();
        edit()->setFocus();
        return QTest::qWaitFor([this] { return edit()->hasFocus(); }, 5000);
    }
    [[nodiscard]] TranscriptView &view() { return *window->chat().transcript(); }
    [[nodiscard]] TranscriptModel &rows() { return window->chat().session()->transcript(); }
    [[nodiscard]] QDialog *inspector() { return view().findChild<QDialog *>(u"toolInspector"_s); }
    template <typename T>
    [[nodiscard]] T *part(const char *name)
    {
        return inspector()->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] QPlainTextEdit *edit() { return part<QPlainTextEdit>("toolRunInput"); }
    [[nodiscard]] QPushButton *start() { return part<QPushButton>("toolRunStart"); }
    [[nodiscard]] QPushButton *cancel() { return part<QPushButton>("toolRunCancel"); }
    [[nodiscard]] QString problem() { return part<QLabel>("toolRunProblem")->text(); }
    [[nodiscard]] QString state() { return part<QLabel>("toolRunState")->text(); }
    void write(const QString &text)
    {
        QTest::keyClick(edit(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit(), text);
    }
    // With a schema that knows two fields.
    void knowSchema()
    {
        tools = R"([{"id":"t7","name":"calculate","description":"Computes.","schema":{"input":{"type":"object","required":["expression"],
            "properties":{"expression":{"type":"string","title":"What to compute"},"digits":{"type":"integer","minimum":0}}}}}])";
    }
    [[nodiscard]] SchemaForm *form() { return part<SchemaForm>("schemaForm"); }
    [[nodiscard]] bool hasForm() { return form() != nullptr && form()->isVisible(); }
    [[nodiscard]] SchemaRow *row(const QString &key)
    {
        const QList<SchemaRow *> rows = form()->findChildren<SchemaRow *>();
        const auto found = std::find_if(rows.begin(), rows.end(), [&key](const SchemaRow *row) { return row->key() == key; });
        return found == rows.end() ? nullptr : *found;
    }
    void ctrlEnter() { QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier); }
};

} // namespace

class TestRunAgain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_50_aCallIsEditedAndRunAgainByKeys();
    void CH_50_whatIsNoJsonIsNotRun();
    void CH_50_aFailureIsToldInWords();
    void CH_50_aRunIsCancelled();
    void CH_50_aServerWithoutTheToolIsSaid();
    void CH_50_withoutTheServiceThereIsNoPage();
    void TL_11_aKnownSchemaGivesAForm();
    void TL_14_whatTheSchemaAsksForIsToldBeforeARun();
};

void TestRunAgain::CH_50_aCallIsEditedAndRunAgainByKeys()
{
    Desk desk;
    QVERIFY(desk.openTab());
    QVERIFY(desk.edit()->toPlainText().contains(u"\"6*7\""_s));
    QVERIFY(desk.part<QLabel>("toolRunWarning")->text().contains(u"for real"_s));
    QVERIFY(!desk.edit()->accessibleName().isEmpty());
    QTRY_VERIFY(desk.start()->isEnabled());
    QVERIFY(!desk.cancel()->isEnabled());
    QVERIFY(desk.runsOfTool.isEmpty()); // never unasked
    desk.write(u"{\"expression\": \"6*9\"}"_s);
    desk.ctrlEnter();
    QTRY_VERIFY(desk.part<QWidget>("toolRunOutput") != nullptr);
    QCOMPARE(desk.runsOfTool, QList<QByteArray>{R"({"input":{"expression":"6*9"}})"});
    QVERIFY2(desk.state().startsWith(u"Done after 1.2"_s), qPrintable(desk.state()));
    QVERIFY(desk.part<QProgressBar>("toolRunProgress")->isHidden());
    const QAbstractItemModel *shown = desk.part<QWidget>("toolRunOutput")->findChild<QTreeView *>(u"jsonTree"_s)->model();
    QCOMPARE(shown->index(0, 1).data().toString(), u"54"_s);
    QTest::keyClick(desk.edit(), Qt::Key_Tab); // on to the button, not into the text
    QVERIFY(desk.start()->hasFocus());
    QTest::keyClick(desk.start(), Qt::Key_Space);
    QTRY_COMPARE(desk.runsOfTool.size(), 2);
    QTRY_VERIFY(desk.start()->isEnabled());
}

void TestRunAgain::CH_50_whatIsNoJsonIsNotRun()
{
    Desk desk;
    QVERIFY(desk.openTab());
    QTRY_VERIFY(desk.start()->isEnabled());
    desk.write(u"{\"expression\": 6*"_s);
    QVERIFY(!desk.start()->isEnabled());
    QVERIFY2(desk.problem().startsWith(u"Line 1, column 17"_s), qPrintable(desk.problem()));
    QVERIFY(desk.part<QLabel>("toolRunProblem")->isVisible());
    QCOMPARE(desk.edit()->accessibleDescription(), desk.problem());
    desk.ctrlEnter();
    QVERIFY(desk.state().isEmpty());
    desk.write(u"[1]"_s);
    QVERIFY(!desk.start()->isEnabled() && desk.problem().contains(u"object"_s));
    desk.write(u"{}"_s);
    QVERIFY(desk.start()->isEnabled() && desk.problem().isEmpty());
    QVERIFY(desk.runsOfTool.isEmpty());
}

void TestRunAgain::CH_50_aFailureIsToldInWords()
{
    Desk desk;
    desk.outcome = json(R"({"success":false,"output":null,"error":"Division by zero.","execution_time_ms":300,"tool_name":"calculate"})");
    QVERIFY(desk.openTab());
    desk.ctrlEnter();
    QTRY_VERIFY2(desk.state().contains(u"failed after"_s) && desk.state().endsWith(u"Division by zero."_s), qPrintable(desk.state()));
    QVERIFY(desk.part<QWidget>("toolRunOutput") == nullptr);
    desk.outcome = reply(400, R"({"detail":"Tool has no executor"})");
    desk.ctrlEnter();
    QTRY_VERIFY2(desk.state().startsWith(u"The tool could not be run."_s), qPrintable(desk.state()));
    QVERIFY(desk.start()->isEnabled());
}

void TestRunAgain::CH_50_aRunIsCancelled()
{
    Desk desk;
    desk.outcome.pieces.clear();
    desk.outcome.end = Scripted::End::Hold;
    QVERIFY(desk.openTab());
    desk.ctrlEnter();
    QTRY_COMPARE(desk.runsOfTool.size(), 1);
    QVERIFY(!desk.start()->isEnabled() && desk.edit()->isReadOnly());
    QVERIFY(desk.part<QProgressBar>("toolRunProgress")->isVisible());
    desk.ctrlEnter(); // runs already
    QTest::mouseClick(desk.cancel(), Qt::LeftButton);
    QVERIFY(desk.start()->isEnabled() && !desk.edit()->isReadOnly());
    QVERIFY(desk.state().startsWith(u"Not waited for"_s));
    QCOMPARE(desk.runsOfTool.size(), 1);
    desk.edit()->setFocus();
    desk.ctrlEnter();
    QTRY_COMPARE(desk.runsOfTool.size(), 2);
    desk.inspector()->close(); // while it runs
    QTRY_VERIFY(desk.inspector() == nullptr);
}

void TestRunAgain::CH_50_aServerWithoutTheToolIsSaid()
{
    Desk desk;
    desk.tools = "[]";
    QVERIFY(desk.openTab());
    QTRY_VERIFY(!desk.start()->isEnabled());
    QVERIFY2(desk.problem().contains(u"no tool of this name"_s), qPrintable(desk.problem()));
    desk.ctrlEnter();
    QVERIFY(desk.runsOfTool.isEmpty() && desk.state().isEmpty());
}

void TestRunAgain::CH_50_withoutTheServiceThereIsNoPage()
{
    Desk desk;
    desk.newToolRun = {};
    QVERIFY(!desk.openTab());
    QVERIFY(desk.inspector() != nullptr && desk.part<QWidget>("toolRunPanel") == nullptr);
}

void TestRunAgain::TL_11_aKnownSchemaGivesAForm()
{
    Desk desk;
    desk.knowSchema();
    QVERIFY(desk.openTab());
    QTRY_VERIFY(desk.hasForm()); // nobody had typed yet
    QVERIFY(desk.edit()->isHidden());
    auto *expression = qobject_cast<QLineEdit *>(desk.row(u"expression"_s)->control());
    QVERIFY(expression != nullptr);
    QTRY_VERIFY(expression->hasFocus());
    QCOMPARE(expression->text(), u"6*7"_s);
    QVERIFY(desk.row(u"expression"_s)->title().startsWith(u"What to compute"_s));
    QVERIFY(desk.runsOfTool.isEmpty());
    QTest::keyClick(expression, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(expression, u"22/7"_s);
    QTest::keyClick(expression, Qt::Key_Tab);
    QWidget *digits = desk.row(u"digits"_s)->control();
    QVERIFY(digits->hasFocus());
    QTest::keyClicks(digits, u"12"_s);
    QTest::keyClick(digits, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.runsOfTool, QList<QByteArray>{R"({"input":{"digits":12,"expression":"22/7"}})"});
    QTRY_VERIFY(desk.part<QWidget>("toolRunOutput") != nullptr);
    QTest::mouseClick(desk.part<QPushButton>("schemaJsonView"), Qt::LeftButton);
    QTRY_VERIFY(desk.edit()->isVisible());
    QVERIFY2(desk.edit()->toPlainText().contains(u"\"digits\": 12"_s), qPrintable(desk.edit()->toPlainText()));
}

void TestRunAgain::TL_14_whatTheSchemaAsksForIsToldBeforeARun()
{
    Desk desk;
    desk.knowSchema();
    QVERIFY(desk.openTab());
    QTRY_VERIFY(desk.hasForm());
    QTRY_VERIFY(desk.start()->isEnabled());
    QWidget *expression = desk.row(u"expression"_s)->control();
    QTest::keyClick(expression, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(expression, Qt::Key_Delete);
    QVERIFY(!desk.start()->isEnabled());
    QCOMPARE(desk.row(u"expression"_s)->findChild<QLabel *>(u"schemaRowProblem"_s)->text(), u"This is required."_s);
    QTest::keyClick(expression, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.state().isEmpty());
    QTest::mouseClick(desk.part<QPushButton>("schemaJsonView"), Qt::LeftButton); // the server has the last word: as JSON it can be sent
    QTRY_VERIFY(desk.edit()->isVisible());
    QVERIFY2(desk.problem().contains(u"may be refused"_s), qPrintable(desk.problem()));
    QVERIFY(desk.start()->isEnabled());
    QVERIFY(desk.runsOfTool.isEmpty());
    desk.ctrlEnter();
    QTRY_COMPARE(desk.runsOfTool, QList<QByteArray>{R"({"input":{}})"});
}

QTEST_MAIN(TestRunAgain)
#include "tst_runagain.moc"
