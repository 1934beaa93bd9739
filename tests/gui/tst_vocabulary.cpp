// What a turn tells beside its text, in the real window over a real socket: the plan, how far it is, side notes, warnings, who answers,
// what is asked back, sources and pictures; and blocks that are wider than the text.
#include "guifixture.h"

#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/compose/promptbar.h"
#include "gui/chat/image/imagedecoder.h"
#include "gui/chat/image/imagewindow.h"
#include "gui/chat/source/sourcepanel.h"
#include "gui/chat/table/tabletext.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/text/safetextbrowser.h"
#include "state/images/imageaddress.h"
#include "support/tlsserver.h"

#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = MessagePart::Kind;

namespace {

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    return "event: " + type + "\ndata: " + data + "\n\n";
}

QByteArray sse(const QByteArray &type, const QByteArray &source, const QByteArray &message, const QByteArray &data)
{
    return frame(type, R"({"type":")" + type + R"(","source":")" + source + R"(","message":")" + message + R"(","data":)" + data + "}");
}

QByteArray started(const QByteArray &tool)
{
    return sse("tool_start", tool, "Using " + tool, R"({"tool_name":")" + tool + R"(","input":{"q":"x"}})");
}

QByteArray finished(const QByteArray &tool, bool success = true)
{
    return sse("tool_result", tool, "Used " + tool,
               R"({"tool":")" + tool + R"(","result":"r","success":)" + (success ? "true" : "false") + "}");
}

QByteArray text(const QByteArray &words)
{
    return sse("content", "agent", words, R"({"streaming":true,"partial":true})");
}

QByteArray ending(const QByteArray &extra = {})
{
    return frame("message_complete", R"({"message_id":"m2","conversation_id":"c9")" + extra + "}");
}

const QByteArray planEvent = sse("plan", "dispatcher", "Compare both offers",
                                 R"({"summary":"Compare both offers","steps":[
  {"id":"s1","tool":"document_search","objective":"Find the prices of offer A","run_mode":"parallel","args":{}},
  {"id":"s2","tool":"web_search","objective":"Find the prices of offer B","run_mode":"parallel","args":{}},
  {"id":"s3","tool":"calculate","objective":"Work out the difference","run_mode":"serial","args":{}},
  {"id":"s4","tool":"chat-agent","objective":"Write the comparison","run_mode":"serial","args":{}}],
  "parallel_groups":[["s1","s2"]],"feedback_points":[],"estimated_duration":"20 s"})");

QByteArray eventLine(QByteArray text)
{
    return text.replace("\n", " ");
}

// As on the wire: one line of data.
QByteArray planFrame()
{
    const qsizetype data = planEvent.indexOf("data: ") + 6;
    return planEvent.left(data) + eventLine(planEvent.mid(data).trimmed()) + "\n\n";
}

struct Desk : GuiFixture {
    QList<QByteArray> turn;
    Scripted::End end = Scripted::End::Close;
    QByteArray stored = R"({"messages":[],"total":0})"; // of conversation c9
    QList<QByteArray> asked;                            // bodies of the questions

    Desk()
    {
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target.contains("/chat/message")) {
                asked.append(request.body);
                return eventStream(turn, end);
            }
            if (request.target.startsWith("/conversations/c9/messages"))
                return json(stored);
            if (request.target.startsWith("/conversations/c9"))
                return json(R"({"id":"c9","title":"Offers"})");
            if (request.target.startsWith("/files/"))
                return reply(200, "the whole document", "application/octet-stream");
            return sample(request.target);
        };
    }
    [[nodiscard]] ChatPage &page() { return window->chat(); }
    [[nodiscard]] TranscriptView &view() { return *page().transcript(); }
    [[nodiscard]] TranscriptModel &rows() { return page().session()->transcript(); }
    [[nodiscard]] const Message &answer() { return rows().messageAt(rows().rowCount() - 1); }
    [[nodiscard]] ComposerEdit *edit() { return find<ComposerEdit>("composerText"); }
    [[nodiscard]] PromptBar *prompt() { return find<PromptBar>("promptBar"); }
    [[nodiscard]] bool hasAnswer(MessageState state)
    {
        return rows().rowCount() > 0 && answer().role == Role::Assistant && answer().state == state;
    }
    void ask(const QString &words)
    {
        edit()->setFocus();
        QTest::keyClicks(edit(), words);
        QTest::keyClick(edit(), Qt::Key_Return);
    }
    [[nodiscard]] QString part(Kind kind, int index = 0)
    {
        const QRect rect = view().partRect(rows().rowCount() - 1, kind, index);
        MessageItem item(MarkdownStyle::from(view().palette(), view().font()), view().font());
        item.setMessage(answer(), {{}, {}, 1, false, true}); // its steps open
        item.layout(view().viewport()->width(), Qt::LeftToRight);
        for (const MessagePart &part : item.parts()) {
            if (part.kind == kind && part.index == index)
                return rect.isValid() ? part.text : QString();
        }
        return {};
    }
    void click(Kind kind, int index = 0)
    {
        const int row = rows().rowCount() - 1;
        view().scrollTo(rows().index(row));
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().partRect(row, kind, index).center());
    }
    void picture(const QByteArray &name)
    {
        if (!qEnvironmentVariableIsSet("DESK_SHOTS"))
            return;
        window->grab().save(qEnvironmentVariable("DESK_SHOTS") + u"/vocabulary-"_s + QString::fromLatin1(name).replace(u' ', u'-') +
                            u".png"_s);
    }
};

// A view alone, for blocks and dragging.
struct Sheet {
    struct View : TranscriptView {
        using TranscriptView::TranscriptView;
        QList<std::shared_ptr<QMimeData>> dragged;
        void beginDrag(std::unique_ptr<QMimeData> out) override { dragged.append(std::shared_ptr<QMimeData>(std::move(out))); }
    };
    TranscriptModel model;
    View view;

    explicit Sheet(const QString &text)
    {
        initGuiResources();
        for (int i = 0; i < 6; ++i)
            add(i % 2 == 0 ? Role::User : Role::Assistant, u"Message %1.\n\nWith a second paragraph."_s.arg(i));
        add(Role::Assistant, text);
        add(Role::User, u"And then?"_s);
        view.setModel(&model);
        view.resize(620, 520);
        view.show();
    }
    void add(Role role, const QString &text)
    {
        Message message;
        message.role = role;
        message.content = text;
        message.createdAt = QDateTime(QDate(2026, 3, 1), QTime(10, 2));
        model.append(message);
    }
    [[nodiscard]] MessageItem &item(int row)
    {
        return static_cast<MessageDelegate *>(view.itemDelegate())->item(model.index(row), view.viewport()->width());
    }
    [[nodiscard]] QPoint bodyPoint(int row, const QPointF &inText)
    {
        return (QPointF(view.visualRect(model.index(row)).topLeft() + item(row).bodyTopLeft()) + inText).toPoint();
    }
    void wheel(const QPoint &at, const QPoint &angle, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, view.viewport()->mapToGlobal(QPointF(at)), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &event);
    }
    void drag(const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
    }
};

const QString wideCode =
    u"Before.\n\n```sql\nSELECT region, quarter, sum(units) AS units, avg(price) AS price, min(day) AS first_day, max(day) AS last_day "
    u"FROM sales_of_all_regions WHERE needle = 1\nLIMIT 10\n```\n\nAfter."_s;

QString wideTable()
{
    QString head = u"|"_s;
    QString rule = u"|"_s;
    QString row = u"|"_s;
    for (int i = 0; i < 14; ++i) {
        head += u" column number %1 |"_s.arg(i);
        rule += u"---|"_s;
        row += u" some value %1 |"_s.arg(i);
    }
    return head + u'\n' + rule + u'\n' + row + u'\n' + row;
}

QByteArray png(int width, int height, const QColor &color = Qt::red)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? bytes : QByteArray();
}

const QByteArray twoSources =
    R"(,"citations":[{"file_id":"f1","filename":"offer.pdf","page":3,"quote":"The price is 40 euros. The price holds until May."},)"
    R"({"file_id":"f2","filename":"run\u202eme.exe","page":0,"quote":"Notice is three months."}])";

} // namespace

class TestVocabulary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();

    void aPlanIsTickedOffByItsTools();
    void aPlanAndItsWarningsOutliveTheProgram();
    void sideNotesAreThereOnlyWhileTheAnswerForms();
    void CH_70_thePhaseIsSaid_data();
    void CH_70_thePhaseIsSaid();
    void aWarningDoesNotEndTheTurnAnErrorDoes();

    void CH_65_theAgentIsExplainedAndAnotherCanBeAsked();
    void CH_66_whoShouldAnswerIsChosenByDigit();
    void severalQuestionsAreOneMessage();
    void theSuggestedChoiceIsMarkedAndTakenByEnter();
    void D_51_anAnswerWithASecretIsAskedAbout();

    void CH_57_aSourceOpensBesideTheConversation();
    void CH_56_sourcesAreThereAfterARestart();
    void REND_17_anOriginalIsOnlySavedAfterAQuestion();

    void everyPartOfARowHasItsPlace_data();
    void everyPartOfARowHasItsPlace();

    void wideBlocksScrollInPlace_data();
    void wideBlocksScrollInPlace();
    void aScrolledBlockIsSelectedAndFoundWhereItIs();
    void aWideBlockIsWorkedByBarAndKeys();
    void D_23_textAndAnswersAreDraggedOut();

    void CH_44_REND_03_aPictureIsFetchedByAClickAndByNothingElse();
    void REND_03_whatIsNoPictureIsRefused_data();
    void REND_03_whatIsNoPictureIsRefused();
    void REND_04_dataPicturesAreShownWithinLimits();
    void REND_03_onlyHttpsMayBeShown_data();
    void REND_03_onlyHttpsMayBeShown();

private:
    QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
};

void TestVocabulary::cleanup()
{
    QSslConfiguration::setDefaultConfiguration(m_tls);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        window->close();
}

// ------------------------------------------------------------------------------------------------ plan, progress, notes, warnings

void TestVocabulary::aPlanIsTickedOffByItsTools()
{
    Desk desk;
    desk.end = Scripted::End::Hold;
    desk.turn = {
        planFrame(),
        started("document_search"),
        started("web_search"),
        finished("document_search"),
        sse("progress", "dispatcher", "Reading", R"({"completed":1,"total":4,"step_id":"s1","tool":"document_search"})"),
        sse("interim", "agent", "Offer A is found", R"({"kind":"plan","bridge_channels":[],"audio_url":"http://127.0.0.1:1/a.mp3"})")};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Compare both offers"_s);
    QTRY_VERIFY(desk.rows().rowCount() == 2 && desk.answer().plan && !desk.answer().thoughts.isEmpty());
    QTRY_VERIFY(desk.answer().progress);
    QCOMPARE(desk.rows().messageAt(0).state, MessageState::Complete); // it is answered, so it was sent
    const Plan plan = *desk.answer().plan;
    QCOMPARE(plan.steps.size(), 4);
    QCOMPARE(plan.steps.at(0).group, plan.steps.at(1).group);
    QVERIFY(plan.steps.at(0).group >= 0 && plan.steps.at(2).group < 0);
    QVERIFY(desk.part(Kind::Plan).contains(u"Compare both offers"_s) && desk.part(Kind::Plan).contains(u"1 of 4"_s));
    QVERIFY2(desk.part(Kind::PlanStep, 0).startsWith(u"Done"_s), qPrintable(desk.part(Kind::PlanStep, 0)));
    QVERIFY(desk.part(Kind::PlanStep, 0).contains(u"same time"_s));
    QVERIFY(desk.part(Kind::PlanStep, 1).startsWith(u"Running"_s));
    QVERIFY(desk.part(Kind::PlanStep, 2).startsWith(u"Still to come"_s));
    QVERIFY2(desk.part(Kind::Progress).contains(u"1 of 4"_s), qPrintable(desk.part(Kind::Progress)));
    QVERIFY(desk.part(Kind::Interim).contains(u"Offer A"_s));
    QVERIFY(!desk.part(Kind::Typing).isEmpty());
    QVERIFY(desk.find<QLabel>("chatElapsed") == nullptr || desk.find<QLabel>("chatElapsed")->isVisible());
    desk.picture("plan");
    // The steps close and open by click, without a jump of what is above.
    const int top = desk.view().partRect(1, Kind::Plan).top();
    desk.click(Kind::Plan);
    QVERIFY(!desk.view().partRect(1, Kind::PlanStep, 0).isValid());
    QCOMPARE(desk.view().partRect(1, Kind::Plan).top(), top);
    desk.click(Kind::Plan);
    QVERIFY(desk.view().partRect(1, Kind::PlanStep, 0).isValid());
    // A failed tool is a failed step.
    QList<ToolCall> calls = desk.answer().toolCalls;
    calls[1].finished = true;
    calls[1].success = false;
    QCOMPARE(stepStates(plan, calls), (QList<StepState>{StepState::Done, StepState::Failed, StepState::Open, StepState::Open}));
}

void TestVocabulary::aPlanAndItsWarningsOutliveTheProgram()
{
    Desk desk;
    desk.turn = {planFrame(),
                 started("document_search"),
                 finished("document_search"),
                 sse("error", "web_search", "The search timed out", "null"),
                 text("Offer A is cheaper."),
                 ending()};
    desk.stored =
        R"({"total":2,"messages":[{"id":"m2","role":"assistant","content":"Offer A is cheaper.","created_at":"2026-05-02T09:14:09"},
        {"id":"m1","role":"user","content":"Compare","created_at":"2026-05-02T09:14:03"}]})";
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Compare"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    QTRY_COMPARE(desk.page().conversationId(), ConversationId(u"c9"_s));
    QVERIFY(!desk.answer().progress);
    desk.click(Kind::Steps);
    QVERIFY(desk.part(Kind::PlanStep, 3).startsWith(u"Not seen to run"_s));
    // Another session over the same journal, as after a restart.
    TurnJournal journal(desk.store);
    ChatSession again(desk.api, desk.workspace, desk.conversations, &journal);
    again.open(ConversationId(u"c9"_s));
    QTRY_COMPARE(again.transcript().rowCount(), 2);
    QTRY_VERIFY(again.transcript().messageAt(1).plan);
    QCOMPARE(again.transcript().messageAt(1).plan->steps.at(1).group, 0);
    QVERIFY(std::any_of(again.transcript().messageAt(1).thoughts.cbegin(), again.transcript().messageAt(1).thoughts.cend(),
                        [](const Thought &thought) { return thought.phase == warningPhase && thought.source == u"web_search"_s; }));
}

void TestVocabulary::sideNotesAreThereOnlyWhileTheAnswerForms()
{
    Desk desk;
    desk.turn = {sse("interim", "agent", "Offer A is found", R"({"kind":"plan"})"), text("A."), ending()};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Go"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    QVERIFY(!desk.view().partRect(1, Kind::Interim).isValid());
    QVERIFY(desk.view().partRect(1, Kind::Thoughts).isValid()); // kept there
}

void TestVocabulary::CH_70_thePhaseIsSaid_data()
{
    QTest::addColumn<QByteArray>("happened");
    QTest::addColumn<QString>("said");
    QTest::newRow("choosing") << sse("thought", "dispatcher", "routing", R"({"phase":"intent_routing","confidence":0.9})")
                              << u"Choosing an agent"_s;
    QTest::newRow("searching") << sse("thought", "x", "bg", R"({"phase":"background_search"})") << u"Searching"_s;
    QTest::newRow("thinking") << sse("thought", "x", "hm", R"({"phase":"model_reasoning","partial":true})") << u"Thinking"_s;
    QTest::newRow("tool") << started("web_search") << u"Using web_search"_s;
    QTest::newRow("writing") << text("A word") << u"Writing"_s;
}

void TestVocabulary::CH_70_thePhaseIsSaid()
{
    QFETCH(QByteArray, happened);
    QFETCH(QString, said);
    Desk desk;
    desk.end = Scripted::End::Hold;
    desk.turn = {happened};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Go"_s);
    QTRY_VERIFY2(desk.rows().rowCount() == 2 && desk.part(Kind::Typing).contains(said), qPrintable(desk.part(Kind::Typing)));
    QTRY_COMPARE(desk.find<QLabel>("chatStatus")->text(), desk.part(Kind::Typing)); // one state in both places
}

void TestVocabulary::aWarningDoesNotEndTheTurnAnErrorDoes()
{
    Desk desk;
    desk.turn = {sse("error", "web_search", "The search timed out", "null"), text("Still an answer."), ending()};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Go"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    QVERIFY(desk.part(Kind::Warning).contains(u"web_search: The search timed out"_s));
    QVERIFY(!desk.view().partRect(1, Kind::Status).isValid());
    QVERIFY(!desk.view().partRect(1, Kind::Retry).isValid());
    QVERIFY(desk.rows().index(1).data(Qt::AccessibleTextRole).toString().contains(u"The search timed out"_s));
    desk.turn = {text("Half an"), frame("error", R"({"error":"The model is gone."})")};
    desk.ask(u"Once more"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Failed));
    QVERIFY(desk.part(Kind::Status).contains(u"The model is gone"_s));
    QVERIFY(!desk.view().partRect(3, Kind::Warning).isValid());
    QVERIFY(desk.view().partRect(3, Kind::Retry).isValid());
    desk.picture("warning");
}

// ------------------------------------------------------------------------------------------------ all of it in one row

void TestVocabulary::everyPartOfARowHasItsPlace_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<int>("width");
    QTest::newRow("wide") << Qt::LeftToRight << 1240;
    QTest::newRow("narrow") << Qt::LeftToRight << 640;
    QTest::newRow("from right to left") << Qt::RightToLeft << 1240;
}

void TestVocabulary::everyPartOfARowHasItsPlace()
{
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(int, width);
    QGuiApplication::setLayoutDirection(direction);
    Desk desk;
    desk.turn = {planFrame(),
                 frame("routing_decision",
                       R"({"selected_agents":["table"],"selected_tools":["web_search"],"confidence":0.78,)"
                       R"("reasoning":"both offers are attached and their prices are to be compared","alternatives":["contracts"]})"),
                 sse("thought", "agent", "I read both offers first", "null"),
                 started("document_search"),
                 finished("document_search"),
                 started("web_search"),
                 finished("web_search", false),
                 sse("error", "web_search", "The search timed out", "null"),
                 text("Offer A is **cheaper**: ![Chart](https://charts.example/a.png)\\n\\n| offer | price |\\n|---|--:|\\n"
                      "| A | 40 |\\n| B | 52 |\\n\\n```python\\nprint(52 - 40)\\n```\\n\\nThat is all."),
                 ending(twoSources)};
    QVERIFY(desk.show());
    desk.window->resize(width, 900);
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Compare both offers"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    desk.view().setFocus();
    desk.view().setCurrentIndex(desk.rows().index(1));
    QTest::keyClick(&desk.view(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(desk.rows().marksAt(1).version, (VersionPlace{2, 2}));
    QTRY_VERIFY(!desk.page().session()->isBusy());
    desk.click(Kind::Steps);
    QVERIFY(!desk.view().grab().isNull()); // laid out
    auto *delegate = static_cast<MessageDelegate *>(desk.view().itemDelegate());
    MessageItem &item = delegate->item(desk.rows().index(1), desk.view().viewport()->width());
    QSet<Kind> seen;
    const auto holdsOthers = [](const MessagePart &part) { return part.kind == Kind::Header; };
    for (const MessagePart &part : item.parts()) {
        seen.insert(part.kind);
        const QString name = u"part %1 \u201C%2\u201D"_s.arg(static_cast<int>(part.kind)).arg(part.text);
        QVERIFY2(QRect(0, 0, item.width(), item.height()).contains(part.rect), qPrintable(name));
        for (const MessagePart &other : item.parts()) {
            if (&other != &part && !holdsOthers(part) && !holdsOthers(other))
                QVERIFY2(!part.rect.intersects(other.rect), qPrintable(name + u" is over \u201C"_s + other.text + u'\u201D'));
        }
    }
    for (const Kind kind :
         {Kind::Header, Kind::Copy, Kind::Action, Kind::Routing, Kind::RoutingReason, Kind::Steps, Kind::StepsTrace, Kind::Plan,
          Kind::PlanStep, Kind::Thoughts, Kind::Tool, Kind::Body, Kind::Warning, Kind::Citation, Kind::VersionBack, Kind::VersionCompare})
        QVERIFY2(seen.contains(kind), qPrintable(QString::number(static_cast<int>(kind))));
    desk.picture(QByteArray("row-") + QTest::currentDataTag());
}

// ------------------------------------------------------------------------------------------------ who answers

void TestVocabulary::CH_65_theAgentIsExplainedAndAnotherCanBeAsked()
{
    Desk desk;
    desk.turn = {frame("routing_decision",
                       R"({"selected_agents":["table"],"selected_tools":["table_query"],"confidence":0.78,)"
                       R"("reasoning":"a table is attached","alternatives":["contracts"],"requires_disambiguation":false})"),
                 text("South."), ending()};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Which region?"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    auto *delegate = static_cast<MessageDelegate *>(desk.view().itemDelegate());
    QString chip;
    for (const MessagePart &part : delegate->item(desk.rows().index(1), desk.view().viewport()->width()).parts())
        chip = part.kind == Kind::Routing ? part.text : chip;
    QVERIFY2(chip.contains(u"Table analyst"_s) && chip.contains(u"fairly sure"_s) && chip.contains(u"78"_s), qPrintable(chip));
    desk.click(Kind::Routing);
    QPointer<QMenu> menu = desk.page().findChild<QMenu *>(u"routingMenu"_s);
    QVERIFY(menu);
    QStringList lines;
    for (const QLabel *label : menu->findChildren<QLabel *>(u"routingLine"_s))
        lines << label->text();
    QVERIFY2(lines.join(u'|').contains(u"a table is attached"_s) && lines.join(u'|').contains(u"table_query"_s),
             qPrintable(lines.join(u'|')));
    desk.picture("routing");
    if (qEnvironmentVariableIsSet("DESK_SHOTS"))
        menu->grab().save(qEnvironmentVariable("DESK_SHOTS") + u"/vocabulary-routing-menu.png"_s);
    QAction *instead = menu->findChild<QAction *>(u"routingInstead"_s);
    QVERIFY(instead && instead->text().contains(u"Contract"_s));
    QTest::keyClick(menu, Qt::Key_Up); // the last one is the first from below
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(desk.asked.size(), 2);
    QVERIFY2(desk.asked.last().contains("Which region?") && desk.asked.last().contains("\"contracts\""), desk.asked.last().constData());
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    QTRY_VERIFY(!desk.page().session()->isBusy());
    QCOMPARE(desk.rows().rowCount(), 2); // it stands beside the first answer
    QCOMPARE(desk.rows().marksAt(1).version, (VersionPlace{2, 2}));
    desk.picture("instead");
}

void TestVocabulary::CH_66_whoShouldAnswerIsChosenByDigit()
{
    Desk desk;
    desk.turn = {frame("routing_decision", R"({"selected_agents":["table"],"selected_tools":[],"confidence":0.4,"reasoning":"",)"
                                           R"("alternatives":["contracts"],"requires_disambiguation":true})"),
                 text("Perhaps."), ending()};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Sum it up"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    QVERIFY(desk.prompt()->isVisible());
    const auto options = desk.prompt()->findChildren<QPushButton *>(u"promptOption"_s);
    QCOMPARE(options.size(), 2);
    QVERIFY(options.first()->text().contains(u"Table analyst"_s));
    QTRY_VERIFY(desk.prompt()->isAncestorOf(QApplication::focusWidget()));
    desk.picture("disambiguation");
    desk.turn = {text("Clear."), ending()};
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QTRY_COMPARE(desk.asked.size(), 2);
    QVERIFY(desk.asked.last().contains("Sum it up") && desk.asked.last().contains("\"contracts\""));
    QVERIFY(!desk.prompt()->isVisible());
}

// ------------------------------------------------------------------------------------------------ what is asked back

void TestVocabulary::severalQuestionsAreOneMessage()
{
    Desk desk;
    desk.turn = {sse("clarify_parallel", "agent", "Which year?", R"({"options":["2025","2026"],"background_status":"searching"})"),
                 sse("clarify_parallel", "agent", "Which region?", R"({"options":["North","South"]})"),
                 sse("clarify_parallel", "agent", "Which region?", R"({"options":["North","South"]})"), // said twice, asked once
                 sse("prompt", "agent", "In which currency?", R"({"prompt_type":"open","options":[]})"), ending()};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Go"_s);
    QTRY_COMPARE(desk.prompt()->questionCount(), 3);
    QTRY_VERIFY(!desk.page().session()->isBusy());
    QTRY_VERIFY(desk.prompt()->isAncestorOf(QApplication::focusWidget()));
    auto *send = desk.prompt()->findChild<QPushButton *>(u"promptSend"_s);
    QVERIFY(send && !send->isEnabled());
    desk.picture("questions");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
    QVERIFY(send->isEnabled());
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"euro 2"_s); // digits are letters in a line
    QCOMPARE(desk.prompt()->findChild<QLabel *>(u"promptState"_s)->text(), u"3 of 3 answered"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2); // another mind
    QCOMPARE(desk.asked.size(), 1);
    desk.turn = {text("Thanks."), ending()};
    QTest::keyClick(send, Qt::Key_Return);
    QTRY_COMPARE(desk.asked.size(), 2);
    QCOMPARE(desk.rows().messageAt(2).content, u"Which year? 2026\nWhich region? South\nIn which currency? euro 2"_s);
    QVERIFY(!desk.prompt()->isVisible());
}

void TestVocabulary::theSuggestedChoiceIsMarkedAndTakenByEnter()
{
    Desk desk;
    desk.turn = {sse("prompt", "agent", "Which year?", R"({"prompt_type":"choice","options":["2025","2026"],"default":"2026"})"), ending()};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Go"_s);
    QTRY_VERIFY(desk.prompt()->isVisible() && !desk.page().session()->isBusy());
    const auto options = desk.prompt()->findChildren<QPushButton *>(u"promptOption"_s);
    QCOMPARE(options.size(), 2);
    QVERIFY(options.last()->text().contains(u"suggested"_s) && !options.first()->text().contains(u"suggested"_s));
    QVERIFY(options.last()->accessibleName().contains(u"suggested"_s));
    QTRY_VERIFY(options.last()->hasFocus());
    QTest::keyClick(options.last(), Qt::Key_Return);
    QTRY_COMPARE(desk.asked.size(), 2);
    QCOMPARE(desk.rows().messageAt(2).content, u"2026"_s);
}

void TestVocabulary::D_51_anAnswerWithASecretIsAskedAbout()
{
    Desk desk;
    desk.turn = {sse("prompt", "agent", "Which key?", R"({"prompt_type":"choice","options":["None","password = Tr0ub4dor&3x"]})"),
                 ending()};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Go"_s);
    QTRY_VERIFY(desk.prompt()->isVisible() && !desk.page().session()->isBusy());
    QTRY_VERIFY(desk.prompt()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QTRY_VERIFY(desk.find<QWidget>("guardBar")->isVisible());
    QCOMPARE(desk.asked.size(), 1);
    QTest::keyClick(desk.find<QPushButton>("guardRemove"), Qt::Key_Space);
    desk.turn = {text("Thanks."), ending()};
    QTest::keyClick(desk.edit(), Qt::Key_Return); // as it stands there now
    QTRY_COMPARE(desk.asked.size(), 2);
    QVERIFY(!desk.asked.last().contains("Tr0ub4dor"));
    QVERIFY(!desk.prompt()->isVisible());
}

// ------------------------------------------------------------------------------------------------ sources

void TestVocabulary::CH_57_aSourceOpensBesideTheConversation()
{
    Desk desk;
    desk.turn = {text("40 euros."), ending(twoSources)};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Price?"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    auto *panel = desk.find<SourcePanel>("sourcePanel");
    QVERIFY(!panel->isVisible());
    desk.click(Kind::Citation, 0);
    QVERIFY(panel->isVisible() && desk.view().isVisible());
    QVERIFY(panel->width() >= panel->minimumWidth());
    QVERIFY(panel->findChild<QLabel *>(u"sourceName"_s)->text().contains(u"offer.pdf, page 3"_s));
    auto *words = panel->findChild<SafeTextBrowser *>(u"sourceQuote"_s);
    QTRY_VERIFY(words->hasFocus());
    QVERIFY(words->toPlainText().contains(u"40 euros"_s));
    desk.picture("source");
    QTest::keyClick(words, Qt::Key_F, Qt::ControlModifier);
    auto *search = panel->findChild<QLineEdit *>(u"sourceFind"_s);
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, u"price"_s);
    QCOMPARE(panel->findChild<QLabel *>(u"sourceFindCount"_s)->text(), u"1 of 2"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(panel->findChild<QLabel *>(u"sourceFindCount"_s)->text(), u"2 of 2"_s);
    QCOMPARE(words->extraSelections().size(), 2);
    QTest::keyClick(search, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(panel->current(), 1);
    QVERIFY(words->toPlainText().contains(u"three months"_s));
    QVERIFY(!panel->findChild<QLabel *>(u"sourceName"_s)->text().contains(QChar(0x202e))); // REND-10
    QTest::keyClick(search, Qt::Key_F6);
    QTRY_VERIFY(desk.edit()->hasFocus());
    QTest::keyClick(desk.edit(), Qt::Key_F6);
    QTRY_VERIFY(desk.view().hasFocus());
    QTest::keyClick(&desk.view(), Qt::Key_F6);
    QTRY_VERIFY(words->hasFocus());
    const QByteArray state = desk.page().splitterState();
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    QTRY_VERIFY(desk.view().hasFocus());
    const int width = desk.view().width();
    desk.page().restoreSplitter(state);
    desk.click(Kind::Citation, 1);
    QVERIFY(panel->isVisible() && desk.view().width() < width);
    desk.page().newChat();
    QVERIFY(!panel->isVisible()); // sources of another conversation
}

void TestVocabulary::CH_56_sourcesAreThereAfterARestart()
{
    Desk desk;
    desk.turn = {started("document_search"),
                 sse("tool_result", "document_search", "Found",
                     R"({"found":true,"results":[{"file_id":"f1","filename":"offer.pdf","page_number":3,"score":0.9}]})"),
                 text("40 euros."), ending()};
    desk.stored = R"({"total":2,"messages":[{"id":"m2","role":"assistant","content":"40 euros.","created_at":"2026-05-02T09:14:09"},
        {"id":"m1","role":"user","content":"Price?","created_at":"2026-05-02T09:14:03"}]})";
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Price?"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    QCOMPARE(desk.answer().citations.size(), 1);
    TurnJournal journal(desk.store);
    ChatSession again(desk.api, desk.workspace, desk.conversations, &journal);
    again.open(ConversationId(u"c9"_s));
    QTRY_VERIFY(again.transcript().rowCount() == 2 && again.transcript().messageAt(1).citations.size() == 1);
    QCOMPARE(again.transcript().messageAt(1).citations.first().filename, u"offer.pdf"_s);
    QCOMPARE(again.transcript().messageAt(1).citations.first().page, 3);
}

void TestVocabulary::REND_17_anOriginalIsOnlySavedAfterAQuestion()
{
    Desk desk;
    desk.turn = {text("40 euros."), ending(twoSources)};
    desk.dialogs.fileToSave = desk.dir.filePath(u"saved.bin"_s);
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Price?"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    desk.click(Kind::Citation, 1);
    auto *panel = desk.find<SourcePanel>("sourcePanel");
    auto *original = panel->findChild<QPushButton *>(u"sourceOriginal"_s);
    QVERIFY(original->isEnabled());
    QTest::mouseClick(original, Qt::LeftButton);
    QCOMPARE(desk.dialogs.questions.size(), 1);
    QVERIFY(desk.dialogs.questions.first().text.contains(u"program"_s)); // it says more of what can run
    QVERIFY(!QFile::exists(desk.dialogs.fileToSave));
    desk.dialogs.questions.first().yes();
    QTRY_VERIFY(QFile::exists(desk.dialogs.fileToSave));
    QFile saved(desk.dialogs.fileToSave);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("the whole document"));
    QVERIFY(desk.dialogs.opened.isEmpty()); // never opened by itself
}

// ------------------------------------------------------------------------------------------------ wide blocks

void TestVocabulary::wideBlocksScrollInPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("code") << wideCode;
    QTest::newRow("table") << u"Before.\n\n"_s + wideTable() + u"\n\nAfter."_s;
}

void TestVocabulary::wideBlocksScrollInPlace()
{
    QFETCH(QString, text);
    Sheet sheet(text);
    QVERIFY(QTest::qWaitForWindowExposed(&sheet.view));
    sheet.view.scrollTo(sheet.model.index(6));
    MessageDocument &body = sheet.item(6).body();
    QCOMPARE(body.blockScrolls().size(), 1);
    const MessageDocument::BlockScroll bar = body.blockScrolls().first();
    QVERIFY2(bar.maximum > 100, qPrintable(QString::number(bar.maximum)));
    QCOMPARE(bar.value, 0.0);
    const qreal height = body.height();
    const int vertical = sheet.view.verticalScrollBar()->value();
    const QPoint inside = sheet.bodyPoint(6, {100, bar.track.top() - 20});
    const QImage before = sheet.view.grab().toImage();
    sheet.wheel(inside, {0, -120}, Qt::ShiftModifier);
    QVERIFY(body.blockScrolls().first().value > 0);
    sheet.wheel(inside, {-240, 10}); // a trackpad is never quite straight
    const qreal further = body.blockScrolls().first().value;
    QVERIFY(further > 20);
    QCOMPARE(sheet.view.verticalScrollBar()->value(), vertical);
    QCOMPARE(body.height(), height);
    QVERIFY(before != sheet.view.grab().toImage());
    for (int i = 0; i < 100; ++i)
        sheet.wheel(inside, {-1200, 0});
    QCOMPARE(body.blockScrolls().first().value, bar.maximum);
    QCOMPARE(sheet.view.verticalScrollBar()->value(), vertical); // at its end nothing else begins to move
    // Beside the block the wheel is the conversation's.
    sheet.wheel(inside, {0, 120});
    QCOMPARE(body.blockScrolls().first().value, bar.maximum);
    QVERIFY(sheet.view.verticalScrollBar()->value() < vertical);
    if (qEnvironmentVariableIsSet("DESK_SHOTS"))
        sheet.view.grab().save(qEnvironmentVariable("DESK_SHOTS") +
                               u"/vocabulary-wide-%1.png"_s.arg(QLatin1StringView(QTest::currentDataTag())));
}

void TestVocabulary::aScrolledBlockIsSelectedAndFoundWhereItIs()
{
    Sheet sheet(wideCode);
    QVERIFY(QTest::qWaitForWindowExposed(&sheet.view));
    sheet.view.scrollTo(sheet.model.index(6));
    MessageDocument &body = sheet.item(6).body();
    const MessageDocument::Range hit = body.findMatch(TextMatcher(u"needle"_s), 0);
    QVERIFY(hit.from.segment >= 0);
    QVERIFY(body.reveal(hit));
    QVERIFY(body.blockScrolls().first().value > 0);
    const QRectF rect = body.rectOf(hit);
    QVERIFY2(rect.left() >= 0 && rect.right() <= sheet.view.viewport()->width() && rect.width() > 10,
             qPrintable(QString::number(rect.left())));
    QTest::mouseDClick(sheet.view.viewport(), Qt::LeftButton, {}, sheet.bodyPoint(6, rect.center()));
    QCOMPARE(sheet.view.selectedText(), u"needle"_s);
    // And by the find bar, from the start again.
    QVERIFY(body.scrollBlock({hit.from.segment, -1}, 0));
    sheet.view.openFind();
    auto *edit = sheet.view.findChild<QLineEdit *>(u"findText"_s);
    QTest::keyClicks(edit, u"needle"_s);
    QTRY_COMPARE(sheet.view.search().total(), 1);
    QTRY_VERIFY(sheet.item(6).body().blockScrolls().first().value > 0);
}

void TestVocabulary::aWideBlockIsWorkedByBarAndKeys()
{
    Sheet sheet(wideCode);
    QVERIFY(QTest::qWaitForWindowActive(&sheet.view));
    sheet.view.scrollTo(sheet.model.index(6));
    sheet.view.setFocus();
    sheet.view.setCurrentIndex(sheet.model.index(6));
    MessageDocument &body = sheet.item(6).body();
    const int vertical = sheet.view.verticalScrollBar()->value();
    QTest::keyClick(&sheet.view, Qt::Key_Right, Qt::ShiftModifier);
    const qreal one = body.blockScrolls().first().value;
    QVERIFY(one > 0);
    QTest::keyClick(&sheet.view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(body.blockScrolls().first().value, 0.0);
    QTest::keyClick(&sheet.view, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(body.blockScrolls().first().value, body.blockScrolls().first().maximum);
    QTest::keyClick(&sheet.view, Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(body.blockScrolls().first().value, 0.0);
    const QRectF thumb = body.blockScrolls().first().thumb;
    sheet.drag(sheet.bodyPoint(6, thumb.center()), sheet.bodyPoint(6, thumb.center()) + QPoint(60, 0));
    const auto dragged = body.blockScrolls().first();
    QVERIFY2(qAbs(dragged.thumb.left() - thumb.left() - 60) <= 2, qPrintable(QString::number(dragged.thumb.left() - thumb.left())));
    QCOMPARE(sheet.view.verticalScrollBar()->value(), vertical);
}

void TestVocabulary::D_23_textAndAnswersAreDraggedOut()
{
    Sheet sheet(u"One **bold** word.\n\n"_s + wideTable());
    QVERIFY(QTest::qWaitForWindowExposed(&sheet.view));
    sheet.view.scrollTo(sheet.model.index(6));
    // A selection by itself.
    QTest::mouseDClick(sheet.view.viewport(), Qt::LeftButton, {}, sheet.bodyPoint(6, {10, 8}));
    QCOMPARE(sheet.view.selectedText(), u"One"_s);
    sheet.drag(sheet.bodyPoint(6, {10, 8}), sheet.bodyPoint(6, {200, 60}));
    QCOMPARE(sheet.view.dragged.size(), 1);
    QCOMPARE(sheet.view.dragged.last()->text(), u"One"_s);
    QVERIFY(sheet.view.dragged.last()->data(u"text/html"_s).contains("One"));
    QVERIFY(!sheet.view.dragged.last()->hasFormat(u"text/markdown"_s)); // a part has no source of its own
    QCOMPARE(sheet.view.selectedText(), u"One"_s);
    // An answer by its name.
    const QRect header = sheet.view.partRect(6, Kind::Header);
    const QPoint name(header.left() + 20, header.center().y());
    sheet.drag(name, name + QPoint(80, 30));
    QCOMPARE(sheet.view.dragged.size(), 2);
    QVERIFY(sheet.view.dragged.last()->data(u"text/markdown"_s).startsWith("One **bold** word."));
    QVERIFY(sheet.view.dragged.last()->data(u"text/html"_s).contains("<strong>bold</strong>"));
    QVERIFY(sheet.view.dragged.last()->hasText());
    // A table by its button.
    const QPoint table = sheet.view.partRect(6, Kind::TableCopy).center();
    sheet.drag(table, table + QPoint(-80, 40));
    QCOMPARE(sheet.view.dragged.size(), 3);
    QVERIFY(sheet.view.dragged.last()->text().contains(u"some value 13"_s));
    // A click inside the selection clears it and drags nothing.
    QTest::mouseDClick(sheet.view.viewport(), Qt::LeftButton, {}, sheet.bodyPoint(6, {10, 8}));
    QTest::mouseClick(sheet.view.viewport(), Qt::LeftButton, {}, sheet.bodyPoint(6, {10, 8}));
    QVERIFY(sheet.view.selectedText().isEmpty());
    QCOMPARE(sheet.view.dragged.size(), 3);
}

// ------------------------------------------------------------------------------------------------ pictures

void TestVocabulary::CH_44_REND_03_aPictureIsFetchedByAClickAndByNothingElse()
{
    const QByteArray bytes = png(640, 400, Qt::darkGreen);
    TlsServer canary([&bytes](const Received &) { return reply(200, bytes, "image/png", {"Set-Cookie: spy=1"}); });
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
    Desk desk;
    const QByteArray address = canary.url().toString().toUtf8() + "/chart.png?secret=1";
    desk.turn = {text("Here: ![Sales chart](" + address + ") and ![again](" + canary.url().toString().toUtf8() + "/other.png)\\n\\nDone."),
                 ending()};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Chart?"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    QVERIFY(!desk.view().grab().isNull());
    auto *delegate = static_cast<MessageDelegate *>(desk.view().itemDelegate());
    const auto item = [&]() -> MessageItem & { return delegate->item(desk.rows().index(1), desk.view().viewport()->width()); };
    QCOMPARE(item().images().size(), 2);
    QVERIFY2(item().images().first().label.contains(u"Sales chart (127.0.0.1)"_s), qPrintable(item().images().first().label));
    QVERIFY(item().images().first().label.contains(u"Show"_s));
    desk.picture("image-card");
    QCOMPARE(canary.connections(), 0);
    desk.click(Kind::Image, 0);
    QTRY_VERIFY(!item().images().isEmpty() && item().images().first().isShown);
    QCOMPARE(canary.received().size(), 1); // this one and no other
    const Received request = canary.received().first();
    QCOMPARE(request.target, QByteArray("/chart.png?secret=1"));
    for (const QByteArray header : {"authorization", "cookie", "referer", "x-request-id"})
        QVERIFY2(!request.headers.contains(header), header.constData());
    QVERIFY(!item().images().last().isShown);
    desk.picture("image");
    const QRect shown = desk.view().partRect(1, Kind::Image, 0);
    QVERIFY2(shown.width() >= 300 && shown.width() <= desk.view().width(), qPrintable(QString::number(shown.width())));
    // A click on the picture opens it; it can be zoomed, copied and saved.
    desk.click(Kind::Image, 0);
    auto *window = desk.page().findChild<ImageWindow *>(u"imageWindow"_s);
    QVERIFY(window && window->isVisible() && !window->isModal());
    QTRY_COMPARE(QApplication::activeWindow(), window);
    QTest::keyClick(window, Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(window->zoom(), 100);
    window->setZoom(200);
    QCOMPARE(window->zoom(), 200);
    window->copy();
    QCOMPARE(QGuiApplication::clipboard()->image().size(), QSize(640, 400));
    desk.dialogs.fileToSave = desk.dir.filePath(u"chart.png"_s);
    QTest::mouseClick(window->findChild<QPushButton *>(u"imageSave"_s), Qt::LeftButton);
    QCOMPARE(QImage(desk.dialogs.fileToSave).size(), QSize(640, 400));
    window->close();
    QCOMPARE(canary.received().size(), 1);
    // By keyboard, the other one.
    desk.view().setFocus();
    desk.view().setCurrentIndex(desk.rows().index(1));
    for (int i = 0;
         i < 12 && !(desk.view().focusedPart() && desk.view().focusedPart()->kind == Kind::Image && desk.view().focusedPart()->index == 1);
         ++i)
        QTest::keyClick(&desk.view(), Qt::Key_Right);
    QTest::keyClick(&desk.view(), Qt::Key_Return);
    QTRY_COMPARE(canary.received().size(), 2);
    QVERIFY(!canary.received().last().headers.contains("cookie"));
}

void TestVocabulary::REND_03_whatIsNoPictureIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("svg") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>") << 200 << QByteArray("X-A: b");
    QTest::newRow("html") << QByteArray("<html>") << 200 << QByteArray("X-A: b");
    QTest::newRow("too many bytes") << png(8, 8) + QByteArray(11 * 1024 * 1024, '\0') << 200 << QByteArray("X-A: b");
    QTest::newRow("a bomb") << png(5000, 5000) << 200 << QByteArray("X-A: b");
    QTest::newRow("cut") << png(200, 200).left(60) << 200 << QByteArray("X-A: b");
    QTest::newRow("elsewhere") << QByteArray() << 302 << QByteArray("Location: https://other.example/x.png");
    QTest::newRow("gone") << QByteArray() << 404 << QByteArray("X-A: b");
}

void TestVocabulary::REND_03_whatIsNoPictureIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    TlsServer canary([&](const Received &) { return reply(status, body, "image/png", {header}); });
    QSslConfiguration::setDefaultConfiguration(TlsServer::trusting());
    Desk desk;
    desk.turn = {text("![x](" + canary.url().toString().toUtf8() + "/x.png)"), ending()};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Go"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    QVERIFY(!desk.view().grab().isNull());
    desk.click(Kind::Image, 0);
    QTRY_COMPARE(desk.dialogs.informed.size(), 1);
    QCOMPARE(canary.received().size(), 1);
    auto *delegate = static_cast<MessageDelegate *>(desk.view().itemDelegate());
    QVERIFY(!delegate->item(desk.rows().index(1), desk.view().viewport()->width()).images().first().isShown);
}

void TestVocabulary::REND_04_dataPicturesAreShownWithinLimits()
{
    const auto of = [](const QByteArray &type, const QByteArray &bytes) {
        return QString::fromLatin1("data:" + type + ";base64," + bytes.toBase64());
    };
    QVERIFY(imageAddress(of("image/png", png(4, 4)), true));
    QVERIFY(!imageAddress(of("image/svg+xml", "<svg/>")));
    QVERIFY(!imageAddress(of("text/html", "x")));
    QVERIFY(!imageAddress(of("image/png", QByteArray(2 * 1024 * 1024 + 3, 'x')), true));
    QVERIFY(!imageAddress(u"data:image/png;base64,!!!"_s, true));
    QVERIFY(decodeImage(png(4, 4)));
    QVERIFY(!decodeImage(png(5000, 5000)));
    QVERIFY(!decodeImage("GIF89a"));
    Desk desk;
    desk.turn = {text("![dot](" + of("image/png", png(40, 30)).toLatin1() + ")"), ending()};
    QVERIFY(desk.show());
    QVERIFY(desk.openAndLoad());
    desk.ask(u"Go"_s);
    QTRY_VERIFY(desk.hasAnswer(MessageState::Complete));
    QVERIFY(!desk.view().grab().isNull());
    desk.click(Kind::Image, 0);
    auto *delegate = static_cast<MessageDelegate *>(desk.view().itemDelegate());
    QTRY_VERIFY(delegate->item(desk.rows().index(1), desk.view().viewport()->width()).images().first().isShown);
}

void TestVocabulary::REND_03_onlyHttpsMayBeShown_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("may");
    QTest::newRow("https") << u"https://img.example/x.png"_s << true;
    QTest::newRow("port") << u"https://img.example:8443/x.png"_s << true;
    QTest::newRow("http") << u"http://img.example/x.png"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("path") << u"/etc/passwd"_s << false;
    QTest::newRow("unc") << u"\\\\server\\share\\x.png"_s << false;
    QTest::newRow("slashes") << u"//server/share/x.png"_s << false;
    QTest::newRow("user") << u"https://bank.example@evil.example/x.png"_s << false;
    QTest::newRow("blank") << u"https://img.example/a b.png"_s << false;
    QTest::newRow("no host") << u"https:///x.png"_s << false;
    QTest::newRow("long") << u"https://img.example/"_s + QString(2100, u'a') << false;
    QTest::newRow("qrc") << u"qrc:/icons/send.svg"_s << false;
}

void TestVocabulary::REND_03_onlyHttpsMayBeShown()
{
    QFETCH(QString, source);
    QFETCH(bool, may);
    QCOMPARE(imageAddress(source).has_value(), may);
}

QTEST_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
