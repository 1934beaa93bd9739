// The steps an answer came by: in a line, one below the other, and as the server said them; and whether another agent should have answered.
#include "guifixture.h"

#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/compose/promptbar.h"
#include "gui/chat/find/messagewords.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/transcript/turntexts.h"

#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPaintEvent>
#include <QPushButton>
#include <QRegion>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = MessagePart::Kind;

namespace {

const ConversationId c9(u"c9"_s);

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    return "event: " + type + "\ndata: " + data + "\n\n";
}

QByteArray sse(const QByteArray &type, const QByteArray &source, const QByteArray &message, const QByteArray &data,
               const QByteArray &second = "05.000")
{
    return frame(type, R"({"type":")" + type + R"(","source":")" + source + R"(","message":")" + message + R"(","data":)" + data +
                           R"(,"timestamp":"2026-05-02T09:14:)" + second + R"(000+00:00"})");
}

QByteArray text(const QByteArray &words)
{
    return sse("content", "agent", words, R"({"streaming":true,"partial":true})");
}

const QByteArray ending = frame("message_complete", R"({"message_id":"m2","conversation_id":"c9"})");

// Every step that the team server can tell of; the tools come with a secret in their input.
QList<QByteArray> everyStep()
{
    return {
        sse("thought", "dispatcher", "Both are prices", R"({"phase":"intent_routing","confidence":0.93})"),
        sse("thought", "dispatcher", "Using **Table**", R"({"selected_agent":"table"})"),
        sse("plan", "dispatcher", "Compare both offers",
            R"({"summary":"Compare both offers","steps":[{"id":"s1","tool":"document_search","objective":"Find the prices"}]})"),
        sse("thought", "dispatcher", "This is hard", R"({"phase":"model_upgrade","complexity":"high","model":"frontier-2"})"),
        sse("tool_start", "document_search", "Searching", R"({"tool_name":"document_search","input":{"api_key":"canary-4711"}})", "05.200"),
        sse("tool_result", "document_search", "Found", R"({"tool":"document_search","result":"a needle","success":true})", "06.400"),
        sse("tool_start", "web_search", "Searching", R"({"tool_name":"web_search","input":{"q":"x"}})", "06.500"),
        sse("tool_result", "web_search", "Failed", R"({"tool":"web_search","result":"r","success":false})", "07.000"),
        sse("thought", "table", "I subtract them", R"({"phase":"model_reasoning","partial":true})"),
        text("Offer A is cheaper."),
        sse("complete", "table", "Done", R"({"elapsed_seconds":12.3})"),
        ending};
}

// As the team server tells of a choice it is not sure of.
QList<QByteArray> doubtful()
{
    return {sse("thought", "dispatcher", "Perhaps a table", R"({"phase":"intent_routing","confidence":0.55})"),
            sse("thought", "dispatcher", "Using **Table**", R"({"selected_agent":"table"})"), text("South."), ending};
}

struct Desk : GuiFixture {
    QList<QByteArray> turn;
    QByteArray stored = R"({"messages":[],"total":0})"; // of conversation c9
    QList<QByteArray> asked;                            // bodies of the questions

    Desk()
    {
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target.contains("/chat/message")) {
                asked.append(request.body);
                return eventStream(turn, Scripted::End::Close);
            }
            if (request.target.startsWith("/conversations/c9/messages"))
                return json(stored);
            if (request.target.startsWith("/conversations/c9"))
                return json(R"({"id":"c9","title":"Offers"})");
            return sample(request.target);
        };
    }
    [[nodiscard]] ChatPage &page() { return window->chat(); }
    [[nodiscard]] TranscriptView &view() { return *page().transcript(); }
    [[nodiscard]] TranscriptModel &rows() { return page().session()->transcript(); }
    [[nodiscard]] const Message &answer() { return rows().messageAt(rows().rowCount() - 1); }
    [[nodiscard]] ComposerEdit *edit() { return find<ComposerEdit>("composerText"); }
    [[nodiscard]] PromptBar *prompt() { return find<PromptBar>("promptBar"); }
    [[nodiscard]] bool isAnswered()
    {
        return rows().rowCount() > 1 && answer().role == Role::Assistant && answer().state == MessageState::Complete &&
               !page().session()->isBusy();
    }
    void ask(const QString &words)
    {
        edit()->setFocus();
        QTest::keyClicks(edit(), words);
        QTest::keyClick(edit(), Qt::Key_Return);
    }
    // By keys alone; false: the row has no such part.
    [[nodiscard]] bool walkTo(Kind kind)
    {
        view().setFocus();
        view().setCurrentIndex(rows().index(rows().rowCount() - 1));
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(&view(), Qt::Key_Right);
            if (view().focusedPart() == nullptr)
                return false;
            if (view().focusedPart()->kind == kind)
                return true;
        }
        return false;
    }
    [[nodiscard]] QRect rect(Kind kind, int index = 0) { return view().partRect(rows().rowCount() - 1, kind, index); }
    [[nodiscard]] QDialog *trace() { return view().findChild<QDialog *>(u"traceWindow"_s); }
};

// What of a widget was painted since this is there.
class PaintedRegion : public QObject
{
public:
    explicit PaintedRegion(QWidget &widget) { widget.installEventFilter(this); }
    [[nodiscard]] const QRegion &region() const { return m_region; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_region += static_cast<QPaintEvent *>(event)->region();
        return QObject::eventFilter(watched, event);
    }

private:
    QRegion m_region;
};

// A view alone, into which an answer is written.
struct Sheet {
    TranscriptModel model;
    TranscriptView view;
    int row = 0;

    Sheet()
    {
        initGuiResources();
        Message question;
        question.role = Role::User;
        question.content = u"Which region?"_s;
        model.append(question);
        Message answer;
        answer.role = Role::Assistant;
        answer.state = MessageState::Streaming;
        row = model.append(answer);
        view.setModel(&model);
        view.resize(620, 520);
        view.show();
    }
    void think(const QString &words) { model.addThought(row, {u"table"_s, words, QString(reasoningPhase), true}); }
    [[nodiscard]] bool has(Kind kind) { return view.partRect(row, kind).isValid(); }
    [[nodiscard]] MessageItem &item()
    {
        return static_cast<MessageDelegate *>(view.itemDelegate())->item(model.index(row), view.viewport()->width());
    }
    [[nodiscard]] bool focus(Kind kind)
    {
        view.setFocus();
        view.setCurrentIndex({}); // no part has the focus
        view.setCurrentIndex(model.index(row));
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(&view, Qt::Key_Right);
            if (view.focusedPart() == nullptr)
                return false;
            if (view.focusedPart()->kind == kind)
                return true;
        }
        return false;
    }
};

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();

    void CH_47_theStepsAreALineAndOpenInTheirOrder_data();
    void CH_47_theStepsAreALineAndOpenInTheirOrder();
    void CH_47_theStepsOfATurnUnderWayAreOpenAndClose();
    void CH_47_whatAPersonOpenedStaysOpen();
    void CH_47_itIsSpokenWhetherThingsAreOpen();
    void CH_47_aToolThatEndsBesideOpenThoughtsIsPaintedAgain();
    void CH_47_aSearchWalksTheStepsInTheirOrder();
    void CH_47_aPercentSignInAPlanIsOne();
    void CH_47_oneStepIsItsOwnLine();
    void CH_48_thoughtsOpenWhileAModelThinks();
    void CH_48_whatAPersonClosedStaysClosed();
    void CH_48_longThoughtsAreReadAtTheirEnd();

    void CH_47_theTraceIsLookedIntoCopiedAndSaved();
    void CH_47_theTraceOfAnotherAccountIsClosed();
    void CH_47_theTraceOutlivesTheProgram();
    void CH_47_withoutEventsWhatIsStoredIsShown();

    void CH_66_FR_010a_aDigitAsksAnotherAgent();
    void CH_66_FR_010a_escKeepsTheAnswerForGood();
    void CH_66_aDigitInAMessageIsADigit();
};

void TestTimeline::cleanup()
{
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        window->close();
}

// ------------------------------------------------------------------------------------------------ steps

void TestTimeline::CH_47_theStepsAreALineAndOpenInTheirOrder_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("from left to right") << Qt::LeftToRight;
    QTest::newRow("from right to left") << Qt::RightToLeft;
}

void TestTimeline::CH_47_theStepsAreALineAndOpenInTheirOrder()
{
    QFETCH(Qt::LayoutDirection, direction);
    QGuiApplication::setLayoutDirection(direction);
    Desk desk;
    desk.turn = everyStep();
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Compare both offers"_s);
    QTRY_VERIFY(desk.isAnswered());
    QCOMPARE(desk.answer().toolCalls.at(0).durationMs, 1200); // between its two events
    QCOMPARE(desk.answer().elapsedMs, 12'300);
    const QString line = stepsSummary(desk.answer());
    for (const QString &word : {u"plan"_s, u"stronger model"_s, u"2 tools"_s, u"1 failed"_s, u"reasoning"_s, u"12"_s})
        QVERIFY2(line.contains(word), qPrintable(line));
    QVERIFY(desk.rect(Kind::Routing).isValid());
    for (const Kind kind : {Kind::Plan, Kind::Upgrade, Kind::Tool, Kind::Thoughts, Kind::StepsTrace})
        QVERIFY2(!desk.rect(kind).isValid(), qPrintable(QString::number(static_cast<int>(kind))));
    const int closed = desk.view().visualRect(desk.rows().index(1)).height();
    // The arrow keys mirror; walkTo() goes the way of reading.
    const Qt::Key forward = direction == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right;
    desk.view().setFocus();
    desk.view().setCurrentIndex(desk.rows().index(1));
    for (int i = 0; i < 10 && (!desk.view().focusedPart() || desk.view().focusedPart()->kind != Kind::Steps); ++i)
        QTest::keyClick(&desk.view(), forward);
    QVERIFY(desk.view().focusedPart() && desk.view().focusedPart()->kind == Kind::Steps);
    QCOMPARE(desk.view().focusedPart()->text, line);
    QTest::keyClick(&desk.view(), Qt::Key_Return);
    int y = -1;
    for (const Kind kind : {Kind::Routing, Kind::Steps, Kind::Plan, Kind::Upgrade, Kind::Tool, Kind::Thoughts, Kind::Body}) {
        const QRect rect = desk.rect(kind);
        QVERIFY2(rect.isValid() && rect.top() > y, qPrintable(QString::number(static_cast<int>(kind))));
        y = rect.top();
    }
    QVERIFY(desk.rect(Kind::Tool, 1).top() > desk.rect(Kind::Tool, 0).top());
    QVERIFY(desk.rect(Kind::Steps).intersected(desk.rect(Kind::StepsTrace)).isEmpty());
    QVERIFY(upgradeText(desk.answer()).contains(u"frontier-2"_s));
    QTest::keyClick(&desk.view(), Qt::Key_Space); // the focus is where it was
    QVERIFY(!desk.rect(Kind::Plan).isValid());
    QCOMPARE(desk.view().visualRect(desk.rows().index(1)).height(), closed);
}

void TestTimeline::CH_47_theStepsOfATurnUnderWayAreOpenAndClose()
{
    Sheet sheet;
    QVERIFY(QTest::qWaitForWindowExposed(&sheet.view));
    ToolCall call;
    call.tool = u"sql"_s;
    sheet.model.startTool(sheet.row, call);
    sheet.model.startTool(sheet.row, call);
    QVERIFY(sheet.has(Kind::Steps) && sheet.has(Kind::Tool));
    sheet.model.appendText(sheet.row, u"South."_s);
    QTRY_VERIFY(sheet.has(Kind::Body));
    QVERIFY(sheet.has(Kind::Tool));
    QVERIFY(sheet.focus(Kind::Tool));
    sheet.model.setState(sheet.row, MessageState::Complete);
    QVERIFY(sheet.has(Kind::Steps) && !sheet.has(Kind::Tool));
    QVERIFY(sheet.view.focusedPart() == nullptr); // Enter opens no card that nobody sees
    QVERIFY(sheet.view.isAtEnd());
}

void TestTimeline::CH_47_whatAPersonOpenedStaysOpen()
{
    Sheet sheet;
    QVERIFY(QTest::qWaitForWindowExposed(&sheet.view));
    ToolCall call;
    call.tool = u"sql"_s;
    sheet.model.startTool(sheet.row, call);
    sheet.model.startTool(sheet.row, call);
    QVERIFY(sheet.focus(Kind::Tool));
    QTest::keyClick(&sheet.view, Qt::Key_Space);
    QVERIFY(sheet.has(Kind::ToolDetails));
    sheet.model.appendText(sheet.row, u"South."_s);
    sheet.model.setState(sheet.row, MessageState::Complete);
    QVERIFY(sheet.has(Kind::ToolDetails));
    QVERIFY(sheet.view.focusedPart() && sheet.view.focusedPart()->kind == Kind::Tool);
}

void TestTimeline::CH_47_itIsSpokenWhetherThingsAreOpen()
{
    Sheet sheet;
    QVERIFY(QTest::qWaitForWindowExposed(&sheet.view));
    ToolCall call;
    call.tool = u"sql"_s;
    sheet.model.startTool(sheet.row, call);
    sheet.model.startTool(sheet.row, call);
    sheet.model.appendText(sheet.row, u"South."_s);
    sheet.model.setState(sheet.row, MessageState::Complete);
    QSignalSpy spoken(&sheet.view, &TranscriptView::partFocused);
    const auto said = [&spoken] { return spoken.isEmpty() ? QString() : spoken.constLast().constFirst().toString(); };
    QVERIFY(sheet.focus(Kind::Steps));
    QVERIFY2(said().contains(u"2 tools"_s) && said().endsWith(u"(closed)"_s), qPrintable(said()));
    QTest::keyClick(&sheet.view, Qt::Key_Space);
    QVERIFY2(said().contains(u"2 tools"_s) && said().endsWith(u"(open)"_s), qPrintable(said()));
    QVERIFY(sheet.focus(Kind::Tool));
    QCOMPARE(said(), u"sql (closed)"_s);
    QTest::keyClick(&sheet.view, Qt::Key_Return);
    QCOMPARE(said(), u"sql (open)"_s);
}

void TestTimeline::CH_47_aToolThatEndsBesideOpenThoughtsIsPaintedAgain()
{
    Sheet sheet;
    QVERIFY(QTest::qWaitForWindowExposed(&sheet.view));
    sheet.think(u"First"_s);
    ToolCall call;
    call.tool = u"sql"_s;
    call.callId = u"1"_s;
    sheet.model.startTool(sheet.row, call);
    QTRY_VERIFY(sheet.has(Kind::Tool) && sheet.has(Kind::Thoughts));
    QVERIFY(sheet.focus(Kind::Thoughts)); // closed and opened by hand: they stay open beside the text
    QTest::keyClick(&sheet.view, Qt::Key_Space);
    QTest::keyClick(&sheet.view, Qt::Key_Space);
    const PaintedRegion before(*sheet.view.viewport());
    sheet.model.appendText(sheet.row, u"South.\n\n```\ncode\n```\n\nNorth."_s); // in parts: only the last one is painted as it grows
    QTRY_VERIFY(sheet.has(Kind::Body) && !before.region().isEmpty());
    QVERIFY(sheet.has(Kind::ThoughtsText));
    const PaintedRegion painted(*sheet.view.viewport());
    ToolFinished done;
    done.callId = u"1"_s;
    sheet.model.finishTool(sheet.row, done);
    QTRY_VERIFY(painted.region().contains(sheet.view.partRect(sheet.row, Kind::Tool).center()));
}

void TestTimeline::CH_47_aSearchWalksTheStepsInTheirOrder()
{
    Message answer;
    answer.role = Role::Assistant;
    answer.content = u"A unicorn."_s;
    answer.plan = Plan{u"Find the unicorn"_s, {}};
    answer.thoughts = {{u"table"_s, u"Perhaps a unicorn"_s, QString(reasoningPhase), false}};
    ToolCall call;
    call.tool = u"unicorn"_s;
    call.finished = true;
    answer.toolCalls = {call};
    QList<FindHit::Field> fields;
    for (int i = 0; i < 4; ++i)
        fields << MessageWords::find(answer, TextMatcher(u"unicorn"_s), i).field;
    using Field = FindHit::Field;
    QCOMPARE(fields, (QList<Field>{Field::Plan, Field::Tool, Field::Thoughts, Field::Body}));
}

void TestTimeline::CH_47_aPercentSignInAPlanIsOne()
{
    Sheet sheet;
    sheet.model.setPlan(sheet.row, Plan{u"Compare the %2 and the %3"_s, {{u"s1"_s, u"document_search"_s, u"Find them"_s}}});
    const auto isPlan = [](const MessagePart &part) { return part.kind == Kind::Plan; };
    const QList<MessagePart> parts = sheet.item().parts();
    const auto plan = std::find_if(parts.cbegin(), parts.cend(), isPlan);
    QVERIFY(plan != parts.cend());
    QVERIFY2(plan->text.contains(u"Compare the %2 and the %3"_s) && plan->text.contains(u"0 of 1"_s), qPrintable(plan->text));
}

void TestTimeline::CH_47_oneStepIsItsOwnLine()
{
    Sheet sheet;
    ToolCall call;
    call.tool = u"sql"_s;
    sheet.model.startTool(sheet.row, call);
    sheet.model.appendText(sheet.row, u"South."_s);
    sheet.model.setState(sheet.row, MessageState::Complete);
    QVERIFY(sheet.has(Kind::Tool) && !sheet.has(Kind::Steps));
}

// ------------------------------------------------------------------------------------------------ thoughts

void TestTimeline::CH_48_thoughtsOpenWhileAModelThinks()
{
    Sheet sheet;
    QVERIFY(QTest::qWaitForWindowExposed(&sheet.view));
    sheet.model.addThought(sheet.row, {u"dispatcher"_s, u"A table"_s, u"intent_routing"_s, false});
    QVERIFY(sheet.has(Kind::Thoughts) && !sheet.has(Kind::ThoughtsText)); // of the server, not of a model
    sheet.think(u"First"_s);
    QTRY_VERIFY(sheet.has(Kind::ThoughtsText));
    const int before = sheet.view.partRect(sheet.row, Kind::ThoughtsText).height();
    sheet.think(u"First\nthen\nthe next"_s);
    QTRY_VERIFY(sheet.view.partRect(sheet.row, Kind::ThoughtsText).height() > before);
    QVERIFY(sheet.item().thoughtsDocument()->toPlainText().contains(u"the next"_s));
    sheet.model.appendText(sheet.row, u"South."_s);
    QTRY_VERIFY(!sheet.has(Kind::ThoughtsText));
    QVERIFY(sheet.has(Kind::Thoughts));
    sheet.model.setState(sheet.row, MessageState::Complete);
    QVERIFY(!sheet.has(Kind::ThoughtsText));
    QCOMPARE(sheet.view.visualRect(sheet.model.index(sheet.row)).height(), sheet.item().height());
}

void TestTimeline::CH_48_whatAPersonClosedStaysClosed()
{
    Sheet sheet;
    QVERIFY(QTest::qWaitForWindowExposed(&sheet.view));
    sheet.think(u"First"_s);
    QTRY_VERIFY(sheet.has(Kind::ThoughtsText));
    QVERIFY(sheet.focus(Kind::Thoughts));
    QTest::keyClick(&sheet.view, Qt::Key_Space);
    QVERIFY(!sheet.has(Kind::ThoughtsText));
    sheet.think(u"First, then"_s);
    QTRY_VERIFY(sheet.item().message().thoughts.constLast().text == u"First, then"_s);
    QVERIFY(!sheet.has(Kind::ThoughtsText));
    QTest::keyClick(&sheet.view, Qt::Key_Space);
    QVERIFY(sheet.has(Kind::ThoughtsText));
    sheet.model.appendText(sheet.row, u"South."_s);
    sheet.model.setState(sheet.row, MessageState::Complete);
    QVERIFY(sheet.has(Kind::ThoughtsText)); // and what was opened stays open
}

void TestTimeline::CH_48_longThoughtsAreReadAtTheirEnd()
{
    Sheet sheet;
    QVERIFY(QTest::qWaitForWindowExposed(&sheet.view));
    QString thought;
    for (int i = 0; i < 2000; ++i) {
        thought += u"This is line %1 of what is thought.\n"_s.arg(i);
        if (i % 100 == 99)
            sheet.think(thought);
    }
    sheet.think(thought);
    QTRY_VERIFY(sheet.has(Kind::ThoughtsText));
    QTRY_VERIFY(sheet.item().thoughtsDocument() && sheet.item().thoughtsDocument()->toPlainText().contains(u"line 1999"_s));
    const QString live = sheet.item().thoughtsDocument()->toPlainText();
    QVERIFY2(live.size() <= 17 * 1024 && live.startsWith(u"This is line"_s), qPrintable(live.left(60)));
    QVERIFY(sheet.view.isAtEnd());
    sheet.model.appendText(sheet.row, u"South."_s);
    sheet.model.setState(sheet.row, MessageState::Complete);
    QVERIFY(sheet.focus(Kind::Thoughts));
    QTest::keyClick(&sheet.view, Qt::Key_Space);
    QVERIFY(sheet.item().thoughtsDocument()->toPlainText().contains(u"line 0 of"_s));
}

// ------------------------------------------------------------------------------------------------ trace

void TestTimeline::CH_47_theTraceIsLookedIntoCopiedAndSaved()
{
    Desk desk;
    desk.turn = everyStep();
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Compare both offers"_s);
    QTRY_VERIFY(desk.isAnswered());
    QVERIFY(desk.walkTo(Kind::Steps));
    QTest::keyClick(&desk.view(), Qt::Key_Return);
    QVERIFY(desk.walkTo(Kind::StepsTrace));
    QTest::keyClick(&desk.view(), Qt::Key_Return);
    QTRY_VERIFY(desk.trace());
    QDialog *window = desk.trace();
    QVERIFY(window->isVisible() && !window->isModal());
    QVERIFY(window->findChild<QLabel *>(u"traceNote"_s)->text().contains(QString::number(desk.turn.size())));
    auto *tree = window->findChild<QTreeView *>(u"jsonTree"_s);
    QTRY_COMPARE(tree->model()->rowCount(), static_cast<int>(desk.turn.size()));
    const QString last = tree->model()->index(tree->model()->rowCount() - 1, 1).data().toString();
    QVERIFY2(last.startsWith(u"message_complete \u00b7 "_s), qPrintable(last)); // what it is, without opening it
    auto *filter = window->findChild<QLineEdit *>(u"jsonFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"needle"_s);
    auto *list = window->findChild<QTableView *>(u"jsonMatches"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    list->setCurrentIndex(list->model()->index(0, 0));
    auto *copy = window->findChild<QPushButton *>(u"jsonCopyValue"_s);
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QApplication::clipboard()->text(), u"a needle"_s);
    desk.dialogs.fileToSave = desk.dir.filePath(u"trace.json"_s);
    QTest::mouseClick(window->findChild<QPushButton *>(u"jsonSave"_s), Qt::LeftButton);
    QFile file(desk.dialogs.fileToSave);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    QVERIFY(saved.contains("message_complete") && saved.contains("frontier-2"));
    QVERIFY2(!saved.contains("canary-4711"), saved.constData()); // LOG-01
}

void TestTimeline::CH_47_theTraceOfAnotherAccountIsClosed()
{
    Desk desk;
    desk.turn = everyStep();
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Compare both offers"_s);
    QTRY_VERIFY(desk.isAnswered());
    QVERIFY(desk.walkTo(Kind::Steps));
    QTest::keyClick(&desk.view(), Qt::Key_Return);
    QVERIFY(desk.walkTo(Kind::StepsTrace));
    QTest::keyClick(&desk.view(), Qt::Key_Return);
    QTRY_VERIFY(desk.trace() && desk.trace()->isVisible());
    desk.sessions.clear();
    QTRY_VERIFY(!desk.trace());
}

void TestTimeline::CH_47_theTraceOutlivesTheProgram()
{
    Desk desk;
    desk.turn = everyStep();
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Compare both offers"_s);
    QTRY_VERIFY(desk.isAnswered());
    QTRY_COMPARE(desk.page().conversationId(), c9);
    // Another session over the same journal, as after a restart; the server answers nothing about the turn.
    TurnJournal journal(desk.store);
    ChatSession again(desk.api, desk.workspace, desk.conversations, &journal);
    again.open(c9);
    QTRY_COMPARE(again.transcript().rowCount(), 2);
    QCOMPARE(again.transcript().messageAt(1).elapsedMs, 12'300);
    QVERIFY(upgradeText(again.transcript().messageAt(1)).contains(u"frontier-2"_s));
    std::optional<TurnTrace> trace;
    again.loadTrace(1, this, [&trace](const TurnTrace &read) { trace = read; });
    QTRY_VERIFY(trace);
    QCOMPARE(trace->source, TurnTrace::Source::Events);
    QCOMPARE(trace->events, desk.turn.size());
}

void TestTimeline::CH_47_withoutEventsWhatIsStoredIsShown()
{
    Desk desk;
    desk.stored =
        R"({"total":2,"messages":[{"id":"m2","role":"assistant","content":"Offer A is cheaper.","created_at":"2026-05-02T09:14:09"},
        {"id":"m1","role":"user","content":"Compare","created_at":"2026-05-02T09:14:03"}]})";
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.page().openConversation(c9);
    QTRY_COMPARE(desk.rows().rowCount(), 2);
    desk.view().setFocus();
    desk.view().setCurrentIndex(desk.rows().index(1));
    QTest::keyClick(&desk.view(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(desk.trace());
    const QString note = desk.trace()->findChild<QLabel *>(u"traceNote"_s)->text();
    QVERIFY2(note.contains(u"no record of the events"_s), qPrintable(note));
    auto *filter = desk.trace()->findChild<QLineEdit *>(u"jsonFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"cheaper"_s);
    QTRY_COMPARE(desk.trace()->findChild<QTableView *>(u"jsonMatches"_s)->model()->rowCount(), 1);
}

// ------------------------------------------------------------------------------------------------ doubt

void TestTimeline::CH_66_FR_010a_aDigitAsksAnotherAgent()
{
    Desk desk;
    desk.turn = doubtful();
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Sum it up"_s);
    QTRY_VERIFY(desk.isAnswered());
    QVERIFY(desk.prompt()->isVisible());
    const QString question = desk.prompt()->findChild<QLabel *>(u"promptQuestion"_s)->text();
    QVERIFY2(question.contains(u"not sure"_s) && question.contains(u"Table analyst"_s), qPrintable(question));
    const auto options = desk.prompt()->findChildren<QPushButton *>(u"promptOption"_s);
    QCOMPARE(options.size(), 2); // everybody but the one that answered
    QVERIFY(options.last()->text().contains(u"Contract"_s));
    QTRY_VERIFY(desk.prompt()->isAncestorOf(QApplication::focusWidget()));
    desk.turn = {text("Clear."), ending};
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QTRY_COMPARE(desk.asked.size(), 2);
    QVERIFY2(desk.asked.last().contains("Sum it up") && desk.asked.last().contains("\"contracts\""), desk.asked.last().constData());
    QTRY_VERIFY(desk.isAnswered());
    QCOMPARE(desk.rows().rowCount(), 2); // it stands beside the first answer
    QCOMPARE(desk.rows().marksAt(1).version, (VersionPlace{2, 2}));
    QVERIFY(!desk.prompt()->isVisible());
}

void TestTimeline::CH_66_FR_010a_escKeepsTheAnswerForGood()
{
    Desk desk;
    desk.turn = doubtful();
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Sum it up"_s);
    QTRY_VERIFY(desk.isAnswered());
    QTRY_COMPARE(desk.page().conversationId(), c9);
    QTRY_VERIFY(desk.prompt()->isAncestorOf(QApplication::focusWidget()));
    desk.page().newChat();
    QVERIFY(!desk.prompt()->isVisible());
    desk.page().openConversation(c9);
    QVERIFY(desk.prompt()->isVisible()); // it is kept with its conversation
    desk.prompt()->focusOptions();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!desk.prompt()->isVisible());
    QVERIFY(desk.edit()->hasFocus());
    desk.page().newChat();
    desk.page().openConversation(c9);
    QVERIFY(!desk.prompt()->isVisible());
    QCOMPARE(desk.asked.size(), 1);
    QCOMPARE(desk.answer().routing->confidence, 0.55); // the chip still says so
}

void TestTimeline::CH_66_aDigitInAMessageIsADigit()
{
    Desk desk;
    desk.turn = doubtful();
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Sum it up"_s);
    QTest::keyClicks(desk.edit(), u"In "_s); // before the answer is there
    QTRY_VERIFY(desk.isAnswered());
    QVERIFY(desk.prompt()->isVisible());
    QVERIFY(desk.edit()->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QCOMPARE(desk.edit()->toPlainText(), u"In 2"_s);
    QCOMPARE(desk.asked.size(), 1);
    QVERIFY(desk.prompt()->isVisible());
    QTest::keyClick(desk.edit(), Qt::Key_Escape);
    QVERIFY(!desk.prompt()->isVisible());
    QCOMPARE(desk.edit()->toPlainText(), u"In 2"_s);
}

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
