// What belongs to a conversation stays with it while another one is shown: what its agent asks.
#include "guifixture.h"

#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/compose/promptbar.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const ConversationId c9(u"c9"_s);

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

QByteArray created()
{
    return frame("run_created", R"({"run_id":"r1","conversation_id":"c9","message_id":"m1"})");
}

QByteArray question()
{
    return frame("prompt", R"({"type":"prompt","source":"table","message":"Which year?",)"
                           R"("data":{"prompt_type":"choice","options":["2025","2026"]}})");
}

QByteArray ending()
{
    return frame("message_complete", R"({"message_id":"m2","conversation_id":"c9"})");
}

struct Desk : GuiFixture {
    QList<QByteArray> turn{created(), question(), ending()};
    Scripted::End turnEnd = Scripted::End::Close;
    QByteArray stored = R"({"total":2,"messages":[
        {"id":"m2","role":"assistant","content":"Which year?","run_id":"r1","created_at":"2026-05-02T09:14:09"},
        {"id":"m1","role":"user","content":"Go","created_at":"2026-05-02T09:14:03"}]})";
    QList<QByteArray> asked; // bodies of the messages

    Desk()
    {
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target.contains("/chat/message")) {
                asked.append(request.body);
                return eventStream(turn, turnEnd);
            }
            if (request.target.startsWith("/conversations?"))
                return json(R"({"conversations":[{"id":"c1","title":"Figures"},{"id":"c2","title":"Shops"}],"total":2})");
            if (request.target.startsWith("/conversations/c9/messages"))
                return json(stored);
            if (request.target.startsWith("/conversations/c9"))
                return json(R"({"id":"c9","title":"Offers"})");
            return sample(request.target);
        };
    }
    [[nodiscard]] bool start() { return show() && openAndLoad(); } // call inside QVERIFY
    [[nodiscard]] ChatPage &page() { return window->chat(); }
    [[nodiscard]] ComposerEdit *edit() { return find<ComposerEdit>("composerText"); }
    [[nodiscard]] PromptBar *prompt() { return find<PromptBar>("promptBar"); }
    void write(const QString &words)
    {
        edit()->setFocus();
        QTest::keyClicks(edit(), words);
        QTest::keyClick(edit(), Qt::Key_Return);
    }
    // As the program ends and begins: nothing is left but what the disk has.
    [[nodiscard]] bool restart()
    {
        window.reset();
        sessions.clear();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return show();
    }
};

} // namespace

class TestSwitching : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_51_theQuestionIsThereAgainAfterAnotherConversation();
    void CH_51_aQuestionForAConversationThatIsNotShownBecomesACard();
    void CH_66_whichAgentIsMeantIsAskedAgainAfterAnotherConversation();
    void DATA_06_theQuestionIsThereAfterARestart();
    void DATA_06_aQuestionThatNobodyWaitsForIsMarked();
};

void TestSwitching::CH_51_theQuestionIsThereAgainAfterAnotherConversation()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.write(u"Go"_s);
    QTRY_VERIFY(desk.prompt()->isVisible() && !desk.page().session()->isBusy());
    QTRY_COMPARE(desk.page().conversationId(), c9);
    desk.page().newChat();
    QVERIFY(!desk.prompt()->isVisible());
    QCOMPARE(desk.prompt()->questionCount(), 0);
    desk.edit()->setFocus();
    desk.page().openConversation(c9);
    QVERIFY(desk.prompt()->isVisible());
    QCOMPARE(desk.prompt()->questionCount(), 1);
    QVERIFY(desk.edit()->hasFocus()); // what was asked earlier takes no focus
    const auto options = desk.prompt()->findChildren<QPushButton *>(u"promptOption"_s);
    QCOMPARE(options.size(), 2);
    desk.turn = {created(), ending()};
    options.first()->setFocus();
    QTest::keyClick(options.first(), Qt::Key_2);
    QTRY_COMPARE(desk.asked.size(), 2);
    QVERIFY(desk.asked.last().contains("2026"));
    QVERIFY(!desk.prompt()->isVisible());
    QTRY_VERIFY(!desk.page().session()->isBusy());
    desk.page().newChat();
    desk.page().openConversation(c9);
    QVERIFY(!desk.prompt()->isVisible()); // it is answered
}

void TestSwitching::CH_51_aQuestionForAConversationThatIsNotShownBecomesACard()
{
    Desk desk;
    desk.turn = {created()};
    desk.turnEnd = Scripted::End::Hold;
    QVERIFY(desk.start());
    desk.write(u"Go"_s);
    QTRY_COMPARE(desk.page().conversationId(), c9);
    ChatSession *session = desk.page().session();
    desk.page().newChat();
    desk.edit()->setFocus();
    desk.server.sendToHeld(question() + ending());
    QTRY_VERIFY(!session->pendingQuestion().isEmpty());
    QVERIFY(!desk.prompt()->isVisible());
    QVERIFY(desk.edit()->hasFocus());
    desk.page().openConversation(c9);
    QVERIFY(desk.prompt()->isVisible());
    QCOMPARE(desk.prompt()->findChild<QLabel *>(u"promptQuestion"_s)->text(), u"Which year?"_s);
}

void TestSwitching::CH_66_whichAgentIsMeantIsAskedAgainAfterAnotherConversation()
{
    Desk desk;
    desk.turn = {created(),
                 frame("routing_decision", R"({"selected_agents":["table"],"selected_tools":[],"confidence":0.4,"reasoning":"",)"
                                           R"("alternatives":["contracts"],"requires_disambiguation":true})"),
                 ending()};
    QVERIFY(desk.start());
    desk.write(u"Sum it up"_s);
    QTRY_VERIFY(desk.prompt()->isVisible() && !desk.page().session()->isBusy());
    QTRY_COMPARE(desk.page().conversationId(), c9);
    desk.page().newChat();
    QVERIFY(!desk.prompt()->isVisible());
    desk.page().openConversation(c9);
    QVERIFY(desk.prompt()->isVisible());
    const auto options = desk.prompt()->findChildren<QPushButton *>(u"promptOption"_s);
    QCOMPARE(options.size(), 2);
    QVERIFY(options.first()->text().contains(u"Table analyst"_s));
    desk.turn = {created(), ending()};
    QTest::mouseClick(options.last(), Qt::LeftButton);
    QTRY_COMPARE(desk.asked.size(), 2);
    QVERIFY(desk.asked.last().contains("Sum it up") && desk.asked.last().contains("\"contracts\""));
    QVERIFY(!desk.prompt()->isVisible());
}

void TestSwitching::DATA_06_theQuestionIsThereAfterARestart()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.write(u"Go"_s);
    QTRY_VERIFY(desk.prompt()->isVisible() && !desk.page().session()->isBusy());
    QTRY_COMPARE(desk.page().conversationId(), c9);
    QVERIFY(desk.restart());
    desk.page().openConversation(c9);
    QTRY_VERIFY(desk.prompt()->isVisible());
    QTRY_COMPARE(desk.page().session()->state(), ChatSession::State::Idle);
    QVERIFY(desk.prompt()->isVisible());
    QVERIFY(!desk.prompt()->isExpired());
    const auto options = desk.prompt()->findChildren<QPushButton *>(u"promptOption"_s);
    QCOMPARE(options.size(), 2);
    desk.turn = {created(), ending()};
    QTest::mouseClick(options.first(), Qt::LeftButton);
    QTRY_COMPARE(desk.asked.size(), 2);
    QVERIFY(desk.asked.last().contains("2025"));
}

void TestSwitching::DATA_06_aQuestionThatNobodyWaitsForIsMarked()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.write(u"Go"_s);
    QTRY_VERIFY(desk.prompt()->isVisible() && !desk.page().session()->isBusy());
    QTRY_COMPARE(desk.page().conversationId(), c9);
    desk.stored = R"({"total":4,"messages":[
        {"id":"m4","role":"assistant","content":"North.","created_at":"2026-05-02T10:14:09"},
        {"id":"m3","role":"user","content":"2025","created_at":"2026-05-02T10:14:03"},
        {"id":"m2","role":"assistant","content":"Which year?","run_id":"r1","created_at":"2026-05-02T09:14:09"},
        {"id":"m1","role":"user","content":"Go","created_at":"2026-05-02T09:14:03"}]})"; // answered on another computer
    QVERIFY(desk.restart());
    desk.page().openConversation(c9);
    QTRY_VERIFY(desk.prompt()->isExpired());
    QVERIFY(desk.prompt()->isVisible());
    QVERIFY(desk.prompt()->findChild<QLabel *>(u"promptExpiry"_s)->isVisible());
    const auto options = desk.prompt()->findChildren<QPushButton *>(u"promptOption"_s);
    QCOMPARE(options.size(), 2);
    QVERIFY(!options.first()->isEnabled());
    QTest::mouseClick(options.first(), Qt::LeftButton);
    QCOMPARE(desk.asked.size(), 1);
    desk.page().newChat();
    desk.page().openConversation(c9);
    QVERIFY(!desk.prompt()->isVisible()); // seen once is enough
}

QTEST_MAIN(TestSwitching)
#include "tst_switching.moc"
