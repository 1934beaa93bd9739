// The question about the person that a server asks beside an answer, in the real window over a real socket.
#include "guifixture.h"

#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/compose/promptbar.h"
#include "gui/chat/followupcard.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QByteArray event(const QByteArray &type, const QByteArray &data)
{
    return "event: " + type + "\ndata: " + data + "\n\n";
}

struct Desk : GuiFixture {
    QByteArray question = "Which region do you look after?";
    QList<QByteArray> asked; // bodies of the messages

    Desk()
    {
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target.contains("/chat/message")) {
                asked.append(request.body);
                return eventStream({event("content", R"({"type":"content","source":"agent","message":"Done.","data":)"
                                                     R"({"streaming":true,"partial":true}})"),
                                    event("interim", R"({"type":"interim","source":"profile","message":")" + question +
                                                         R"(","data":{"kind":"profile_follow_up","bridge_channels":[]}})"),
                                    event("message_complete", R"({"message_id":"m2","conversation_id":"c9"})")},
                                   Scripted::End::Close);
            }
            if (request.target.startsWith("/conversations/c9/messages"))
                return json(R"({"messages":[],"total":0})");
            if (request.target.startsWith("/conversations/c9"))
                return json(R"({"id":"c9","title":"Offers"})");
            return sample(request.target);
        };
    }
    [[nodiscard]] ChatPage &page() { return window->chat(); }
    [[nodiscard]] ComposerEdit *edit() { return find<ComposerEdit>("composerText"); }
    [[nodiscard]] FollowUpCard *card() { return find<FollowUpCard>("followUpCard"); }
    [[nodiscard]] QLineEdit *answer() { return find<QLineEdit>("followUpAnswer"); }
    [[nodiscard]] QString text() { return find<QLabel>("followUpQuestion")->text(); }
    // Call inside QVERIFY. Until the turn has ended with the question beside it.
    [[nodiscard]] bool askOnce()
    {
        if (!show() || !openAndLoad())
            return false;
        edit()->setFocus();
        QTest::keyClicks(edit(), u"Compare"_s);
        QTest::keyClick(edit(), Qt::Key_Return);
        return QTest::qWaitFor([this] { return card()->isVisible() && page().session() && !page().session()->isBusy(); });
    }
};

} // namespace

class TestFollowUp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void IN_09_theQuestionStandsBesideTheAnswerAndTakesNoFocus();
    void IN_09_theAnswerIsAnOrdinaryMessage();
    void IN_09_itIsPutAwayByKeyAndByClick();
    void IN_09_itIsThereAfterAnotherConversation();
    void IN_09_hostileWordsStayWords();
    void IN_09_whatIsTypedGoesToNoOtherQuestion();
    void aQuestionMayComeWhileAnotherIsAnswered();
};

void TestFollowUp::IN_09_theQuestionStandsBesideTheAnswerAndTakesNoFocus()
{
    Desk desk;
    QVERIFY(desk.askOnce());
    QCOMPARE(desk.text(), u"Which region do you look after?"_s);
    QCOMPARE(desk.answer()->accessibleName(), desk.text());
    QVERIFY(desk.edit()->hasFocus());
    QVERIFY(!desk.find<PromptBar>("promptBar")->isVisible());
    TranscriptModel &rows = desk.page().session()->transcript();
    const Message &answer = rows.messageAt(rows.rowCount() - 1);
    QCOMPARE(answer.content, u"Done."_s);
    for (const Thought &thought : answer.thoughts)
        QVERIFY(!thought.text.contains(u"region"_s));
    QTest::keyClicks(desk.edit(), u"More"_s); // nothing is blocked
    QTest::keyClick(desk.edit(), Qt::Key_Return);
    QTRY_COMPARE(desk.asked.size(), 2);
}

void TestFollowUp::IN_09_theAnswerIsAnOrdinaryMessage()
{
    Desk desk;
    QVERIFY(desk.askOnce());
    desk.answer()->setFocus();
    QTest::keyClick(desk.answer(), Qt::Key_Return); // nothing is written yet
    QCOMPARE(desk.asked.size(), 1);
    QTest::keyClicks(desk.answer(), u"The south"_s);
    QTest::keyClick(desk.answer(), Qt::Key_Return);
    QTRY_COMPARE(desk.asked.size(), 2);
    QVERIFY(desk.asked.last().contains("The south"));
    QTRY_VERIFY(!desk.card()->isVisible()); // the same question once more is not shown again
    QVERIFY(desk.edit()->hasFocus());
}

void TestFollowUp::IN_09_itIsPutAwayByKeyAndByClick()
{
    Desk byKey;
    QVERIFY(byKey.askOnce());
    byKey.answer()->setFocus();
    QTest::keyClick(byKey.answer(), Qt::Key_Escape);
    QVERIFY(!byKey.card()->isVisible());
    QVERIFY(byKey.edit()->hasFocus());
    QCOMPARE(byKey.asked.size(), 1);
    Desk byClick;
    QVERIFY(byClick.askOnce());
    auto *close = byClick.find<QToolButton>("followUpClose");
    QVERIFY(!close->accessibleName().isEmpty());
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(!byClick.card()->isVisible());
    QVERIFY(byClick.edit()->hasFocus());
}

void TestFollowUp::IN_09_itIsThereAfterAnotherConversation()
{
    Desk desk;
    QVERIFY(desk.askOnce());
    const ConversationId id = desk.page().conversationId();
    desk.page().newChat();
    QVERIFY(!desk.card()->isVisible());
    desk.page().openConversation(id);
    QTRY_VERIFY(desk.card()->isVisible());
    QCOMPARE(desk.text(), u"Which region do you look after?"_s);
}

void TestFollowUp::IN_09_hostileWordsStayWords()
{
    Desk desk;
    desk.question = R"(<b>Now</b>\u202e really?)" + QByteArray(5000, 'x');
    QVERIFY(desk.askOnce());
    QVERIFY(desk.text().startsWith(u"<b>Now</b>"_s));
    QVERIFY(!desk.text().contains(QChar(0x202E)));
    QVERIFY(desk.text().size() < 700);
    QCOMPARE(desk.find<QLabel>("followUpQuestion")->textFormat(), Qt::PlainText);
}

void TestFollowUp::IN_09_whatIsTypedGoesToNoOtherQuestion()
{
    Desk desk;
    QVERIFY(desk.askOnce());
    desk.answer()->setFocus();
    QTest::keyClicks(desk.answer(), u"the North"_s);
    desk.question = "Which language do you prefer?";
    desk.edit()->setFocus();
    QTest::keyClicks(desk.edit(), u"Go on"_s);
    QTest::keyClick(desk.edit(), Qt::Key_Return);
    QTRY_COMPARE(desk.text(), u"Which language do you prefer?"_s);
    QVERIFY(desk.answer()->text().isEmpty());
}

// The card is made anew under the focus, which goes from button to button meanwhile.
void TestFollowUp::aQuestionMayComeWhileAnotherIsAnswered()
{
    QWidget window;
    PromptBar bar(&window);
    window.show();
    const auto ask = [&bar](const QString &text) {
        Prompt prompt;
        prompt.text = text;
        prompt.options = QStringList{u"Yes"_s, u"No"_s};
        bar.showPrompt(prompt);
    };
    ask(u"One?"_s);
    ask(u"Two?"_s);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    bar.focusOptions();
    QVERIFY(bar.isAncestorOf(QApplication::focusWidget()));
    ask(u"Three?"_s);
    QCOMPARE(bar.questionCount(), 3);
    QVERIFY(bar.isAncestorOf(QApplication::focusWidget()));
    bar.clear();
    QCOMPARE(bar.questionCount(), 0);
}

QTEST_MAIN(TestFollowUp)
#include "tst_followup.moc"
