// The approval of a tool's call in the real window, by real keys and clicks: shown exactly, safe by default, and answered once (APPR-01 to
// APPR-03).
#include "gui/chat/approval/approvalcard.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/guifixture.h"
#include "gui/widgets/errorbanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int anHourMs = 3'600'000;

QByteArray frame(const QByteArray &type, const QJsonObject &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) +
           "\n\n";
}

QByteArray begun()
{
    return frame("run_created", {{u"run_id"_s, u"r1"_s}, {u"conversation_id"_s, u"c9"_s}, {u"message_id"_s, u"m1"_s}});
}

QByteArray ends()
{
    return frame("message_complete", {{u"message_id"_s, u"m2"_s}, {u"conversation_id"_s, u"c9"_s}});
}

QByteArray asks(const QString &hash, const QJsonObject &more = {})
{
    QJsonObject data{{u"prompt_type"_s, u"choice"_s},
                     {u"options"_s, QJsonArray{u"Start the program"_s, u"Refuse"_s}},
                     {u"option_ids"_s, QJsonArray{u"approve"_s, u"refuse"_s}},
                     {u"arguments_hash"_s, hash},
                     {u"tool_name"_s, u"send_mail"_s},
                     {u"program"_s, u"/usr/bin/mailer"_s},
                     {u"program_arguments"_s, QJsonArray{u"--account"_s, u"a \"b\"\nc"_s}},
                     {u"environment"_s, QJsonArray{u"MAIL_TOKEN"_s}},
                     {u"arguments"_s, QJsonObject{{u"to"_s, u"ana@example.org"_s}}},
                     {u"expires_at"_s, QDateTime::currentDateTimeUtc().addSecs(3600).toString(Qt::ISODate)}};
    for (auto it = more.begin(); it != more.end(); ++it)
        data.insert(it.key(), it.value());
    return frame("prompt", {{u"type"_s, u"prompt"_s}, {u"source"_s, u"mail"_s}, {u"message"_s, u"May it start?"_s}, {u"data"_s, data}});
}

struct Desk : GuiFixture {
    QList<QByteArray> turn{begun()};
    Scripted taken = reply(202, R"({"status":"accepted"})");
    QList<QJsonObject> answers;

    Desk()
    {
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target == "/runs/r1/answer") {
                answers.append(QJsonDocument::fromJson(request.body).object());
                return taken;
            }
            if (request.method == "POST" && request.target.contains("chat"))
                return eventStream(turn, Scripted::End::Hold);
            return sample(request.target);
        };
    }
    ~Desk() { server.closeHeld(); }
    Q_DISABLE_COPY_MOVE(Desk)

    // Inside QVERIFY: a turn is under way, nothing is asked yet, and the composer has the focus.
    [[nodiscard]] bool start()
    {
        if (!openAndLoad() || !show())
            return false;
        edit()->setFocus();
        QTest::keyClicks(edit(), u"Write to Ana"_s);
        QTest::keyClick(edit(), Qt::Key_Return);
        return QTest::qWaitFor([this] { return chat().conversationId().value() == u"c9"_s && edit()->toPlainText().isEmpty(); }, 15000);
    }
    // Inside QVERIFY: the card stands there, and takes answers.
    [[nodiscard]] bool ask(const QString &hash, const QJsonObject &more = {})
    {
        card().setGuardTime(0);
        server.sendToHeld(asks(hash, more));
        return QTest::qWaitFor([this] { return card().isVisible() && !card().isGuarded(); }, 15000);
    }
    [[nodiscard]] ChatPage &chat() const { return window->chat(); }
    [[nodiscard]] ComposerEdit *edit() const { return find<ComposerEdit>("composerText"); }
    [[nodiscard]] ApprovalCard &card() const { return *chat().findChild<ApprovalCard *>(u"approvalCard"_s); }
    [[nodiscard]] QPushButton *button(const char *name) const { return card().findChild<QPushButton *>(QLatin1StringView(name)); }
    [[nodiscard]] QPushButton *approve() const { return button("approvalApprove"); }
    [[nodiscard]] QPushButton *refuse() const { return button("approvalRefuse"); }
    [[nodiscard]] QString field(const char *name) const
    {
        return card().findChild<QPlainTextEdit *>(QLatin1StringView(name))->toPlainText();
    }
    [[nodiscard]] QString label(const char *name) const { return card().findChild<QLabel *>(QLatin1StringView(name))->text(); }
    [[nodiscard]] QString bannerText() const
    {
        for (const ErrorBanner *banner : chat().findChildren<ErrorBanner *>()) {
            if (banner->isVisible())
                return banner->text();
        }
        return {};
    }
};

} // namespace

class TestApproval : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void APPR_01_theCardShowsExactlyWhatWouldRun();
    void APPR_01_theSafeButtonHasTheFocusUnlessSomebodyWrites();
    void APPR_01_nothingIsApprovedBeforeItCanBeRead();
    void APPR_01_refusingIsOneKey();
    void APPR_02_anotherCallIsGuardedAnew();
    void APPR_02_anAnswerThatDoesNotCountIsSaid();
    void APPR_02_whatDidNotArriveIsAnsweredAgainByThePerson();
    void APPR_03_itStandsOutsideTheMessages();
    void itGoesWithTheRun();
    void aMessageWrittenMeanwhileIsNoAnswer();
    void itBelongsToItsConversation();
    void DATA_06_whatIsTooLateIsReadAndPutAway();
    void anOrdinaryQuestionIsAskedAsBefore();
};

void TestApproval::APPR_01_theCardShowsExactlyWhatWouldRun()
{
    Desk desk;
    QVERIFY(desk.start());
    const QString longText = QString(30'000, u'x') + u"THE END"_s;
    const QString turned = u"invoice"_s + QChar(0x202E) + u"fdp.exe"_s + QChar(0x200B);
    QVERIFY(desk.ask(u"h1"_s, {{u"arguments"_s, QJsonObject{{u"body"_s, longText}, {u"file"_s, turned}}}}));
    QVERIFY(desk.label("approvalTool").contains(u"send_mail"_s));
    QCOMPARE(desk.field("approvalProgram"), u"\"/usr/bin/mailer\"\n\"--account\"\n\"a \\\"b\\\"\\nc\""_s);
    QCOMPARE(desk.field("approvalEnvironment"), u"\"MAIL_TOKEN\""_s);
    const QString shown = desk.field("approvalArguments");
    QVERIFY(shown.contains(longText)); // whole
    QVERIFY(shown.contains(u"invoice\\u202efdp.exe\\u200b"_s));
    QVERIFY(!shown.contains(QChar(0x202E)) && !shown.contains(QChar(0x200B)));
    QVERIFY(desk.label("approvalRights").contains(u"outside any sandbox"_s));
    QVERIFY(desk.label("approvalRights").contains(u"language model"_s));
    QVERIFY(desk.label("approvalDeadline").contains(u"refused"_s));
    for (const QPlainTextEdit *field : desk.card().findChildren<QPlainTextEdit *>())
        QVERIFY(field->isReadOnly() && !field->accessibleName().isEmpty());
    QTest::mouseClick(desk.refuse(), Qt::LeftButton);
    QTRY_VERIFY(!desk.card().isVisible());
    QVERIFY(desk.ask(u"h2"_s, {{u"environment"_s, QJsonArray()}, {u"expires_at"_s, QJsonValue()}}));
    QVERIFY(desk.label("approvalEnvironmentLabel").contains(u"no environment variables"_s));
    QVERIFY(!desk.card().findChild<QWidget *>(u"approvalEnvironment"_s)->isVisible());
}

void TestApproval::APPR_01_theSafeButtonHasTheFocusUnlessSomebodyWrites()
{
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.ask(u"h1"_s));
    QVERIFY(desk.refuse()->hasFocus());
    QTest::keyClick(desk.refuse(), Qt::Key_Escape);
    QVERIFY(desk.edit()->hasFocus());
    QVERIFY(desk.card().isVisible() && desk.chat().session()->isBusy());
    QTest::keyClick(desk.edit(), Qt::Key_X);
    desk.server.sendToHeld(frame("tool_start", {{u"type"_s, u"tool_start"_s},
                                                {u"source"_s, u"mail"_s},
                                                {u"message"_s, u""_s},
                                                {u"data"_s, QJsonObject{{u"tool_name"_s, u"send_mail"_s}, {u"call_id"_s, u"k1"_s}}}}));
    QTRY_VERIFY(!desk.card().isVisible()); // its tool begins
    QVERIFY(desk.ask(u"h2"_s));
    QVERIFY(desk.edit()->hasFocus()); // something is written there
}

void TestApproval::APPR_01_nothingIsApprovedBeforeItCanBeRead()
{
    Desk desk;
    QVERIFY(desk.start());
    QCOMPARE(ApprovalCard::guardMs, 500);
    desk.card().setGuardTime(anHourMs);
    desk.server.sendToHeld(asks(u"h1"_s));
    QTRY_VERIFY(desk.card().isVisible());
    for (QPushButton *each : {desk.approve(), desk.refuse()}) {
        each->setFocus();
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space})
            QTest::keyClick(each, key);
        QTest::mouseClick(each, Qt::LeftButton);
    }
    QCOMPARE(desk.chat().session()->approval().state(), ToolApproval::State::Asked);
    desk.card().setGuardTime(0);
    QTRY_VERIFY(!desk.card().isGuarded());
    desk.approve()->setFocus();
    QTest::keyClick(desk.approve(), Qt::Key_Return);
    QVERIFY(!desk.approve()->isEnabled() && !desk.refuse()->isEnabled()); // on its way
    QTRY_VERIFY(!desk.card().isVisible());
    QCOMPARE(desk.answers, (QList<QJsonObject>{{{u"option_id"_s, u"approve"_s}, {u"arguments_hash"_s, u"h1"_s}}}));
    QVERIFY(desk.edit()->hasFocus());
}

void TestApproval::APPR_01_refusingIsOneKey()
{
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.ask(u"h1"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!desk.card().isVisible());
    QCOMPARE(desk.answers.constFirst().value("option_id"_L1).toString(), u"refuse"_s);
}

void TestApproval::APPR_02_anotherCallIsGuardedAnew()
{
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.ask(u"h1"_s));
    desk.server.sendToHeld(asks(u"h2"_s, {{u"tool_name"_s, u"delete_mail"_s}}));
    desk.approve()->setFocus();
    desk.card().setGuardTime(0);
    QTRY_VERIFY(!desk.card().isGuarded());
    QTest::keyClick(desk.approve(), Qt::Key_Space);
    desk.card().setGuardTime(anHourMs); // of what comes next
    QTRY_VERIFY(desk.label("approvalTool").contains(u"delete_mail"_s));
    QVERIFY(desk.card().isGuarded() && !desk.approve()->hasFocus());
    QTest::mouseClick(desk.approve(), Qt::LeftButton);
    QCOMPARE(desk.chat().session()->approval().state(), ToolApproval::State::Asked);
    QCOMPARE(desk.answers.size(), 1);
}

void TestApproval::APPR_02_anAnswerThatDoesNotCountIsSaid()
{
    Desk desk;
    desk.taken = reply(409, R"({"type":"already_answered","detail":"x","code":"already_answered"})");
    QVERIFY(desk.start());
    QVERIFY(desk.ask(u"h1"_s));
    QTest::mouseClick(desk.approve(), Qt::LeftButton);
    QTRY_VERIFY(!desk.card().isVisible());
    QVERIFY2(desk.bannerText().contains(u"answered already"_s), qPrintable(desk.bannerText()));
}

void TestApproval::APPR_02_whatDidNotArriveIsAnsweredAgainByThePerson()
{
    Desk desk;
    desk.taken = {{}, 0, Scripted::End::Reset};
    QVERIFY(desk.start());
    QVERIFY(desk.ask(u"h1"_s));
    QTest::mouseClick(desk.approve(), Qt::LeftButton);
    QTRY_VERIFY(!desk.label("approvalRemark").isEmpty());
    QVERIFY(desk.card().isVisible() && desk.approve()->isEnabled() && desk.refuse()->isEnabled());
    QCOMPARE(desk.answers.size(), 1);
    desk.taken = reply(202, "{}");
    QTest::mouseClick(desk.approve(), Qt::LeftButton);
    QTRY_VERIFY(!desk.card().isVisible());
    QCOMPARE(desk.answers.size(), 2);
    QCOMPARE(desk.answers.at(0), desk.answers.at(1));
}

void TestApproval::APPR_03_itStandsOutsideTheMessages()
{
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.ask(u"h1"_s));
    const TranscriptView *messages = desk.chat().transcript();
    QVERIFY(!messages->isAncestorOf(&desk.card()));
    const QRect card(desk.card().mapToGlobal(QPoint()), desk.card().size());
    QVERIFY(!card.intersects(QRect(messages->mapToGlobal(QPoint()), messages->size())));
    QVERIFY(desk.edit()->isVisible());
    const TranscriptModel &rows = desk.chat().session()->transcript();
    QVERIFY(!rows.messageAt(rows.rowCount() - 1).content.contains(u"May it start?"_s));
}

void TestApproval::itGoesWithTheRun()
{
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.ask(u"h1"_s));
    QVERIFY(desk.refuse()->hasFocus());
    desk.server.sendToHeld(ends());
    QTRY_VERIFY(!desk.chat().session()->isBusy());
    QVERIFY(!desk.card().isVisible());
    QVERIFY(desk.edit()->hasFocus());
    QCOMPARE(desk.answers.size(), 0);
}

void TestApproval::aMessageWrittenMeanwhileIsNoAnswer()
{
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.ask(u"h1"_s));
    desk.edit()->setFocus();
    QTest::keyClicks(desk.edit(), u"approve"_s);
    QTest::keyClick(desk.edit(), Qt::Key_Return);
    QCOMPARE(desk.chat().session()->waitingCount(), 1);
    QVERIFY(desk.card().isVisible());
    QCOMPARE(desk.answers.size(), 0);
}

void TestApproval::itBelongsToItsConversation()
{
    Desk desk;
    QVERIFY(desk.start());
    const ConversationId asking = desk.chat().conversationId();
    desk.chat().newChat();
    desk.card().setGuardTime(anHourMs);
    desk.server.sendToHeld(asks(u"h1"_s));
    ChatSession *session = desk.sessions.find(asking);
    QVERIFY(session != nullptr);
    QTRY_COMPARE(session->approval().state(), ToolApproval::State::Asked);
    QVERIFY(!desk.card().isVisible());
    desk.chat().openConversation(asking);
    QVERIFY(desk.card().isVisible() && desk.card().isGuarded());
    desk.chat().newChat();
    QVERIFY(!desk.card().isVisible());
    QCOMPARE(session->approval().state(), ToolApproval::State::Asked);
}

void TestApproval::DATA_06_whatIsTooLateIsReadAndPutAway()
{
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.ask(u"h1"_s, {{u"expires_at"_s, u"2026-05-02T09:14:03Z"_s}}));
    QVERIFY(!desk.approve()->isVisible() && !desk.refuse()->isVisible());
    QVERIFY(desk.label("approvalDeadline").contains(u"Nobody answered"_s));
    auto *close = desk.button("approvalClose");
    QVERIFY(close->isVisible());
    close->setFocus();
    QTest::keyClick(close, Qt::Key_Return);
    QVERIFY(!desk.card().isVisible());
    QVERIFY(desk.edit()->hasFocus());
    QCOMPARE(desk.answers.size(), 0);
}

void TestApproval::anOrdinaryQuestionIsAskedAsBefore()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.server.sendToHeld(
        frame("prompt", {{u"type"_s, u"prompt"_s},
                         {u"source"_s, u"table"_s},
                         {u"message"_s, u"Which year?"_s},
                         {u"data"_s, QJsonObject{{u"prompt_type"_s, u"choice"_s}, {u"options"_s, QJsonArray{u"2025"_s}}}}}));
    QTRY_VERIFY(desk.find<QWidget>("promptBar")->isVisible());
    QVERIFY(!desk.card().isVisible());
    const TranscriptModel &rows = desk.chat().session()->transcript();
    QVERIFY(rows.messageAt(rows.rowCount() - 1).content.contains(u"Which year?"_s));
}

QTEST_MAIN(TestApproval)
#include "tst_approval.moc"
