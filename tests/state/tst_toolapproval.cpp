// What tools of a turn wait for (APPR-01, APPR-02): asked apart from the answer, answered once and bound to what was shown, and over with
// its call or its run.
#include "chatfixture.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using State = ToolApproval::State;

namespace {

QByteArray event(const QByteArray &type, const QJsonObject &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) +
           "\n\n";
}

QByteArray begun()
{
    return event("run_created", {{u"run_id"_s, u"r1"_s}, {u"conversation_id"_s, u"c1"_s}, {u"message_id"_s, u"m1"_s}});
}

QByteArray asks(const QString &hash, const QString &tool, const QDateTime &expiresAt = {})
{
    QJsonObject data{{u"prompt_type"_s, u"choice"_s},
                     {u"options"_s, QJsonArray{u"Start the program"_s, u"Refuse"_s}},
                     {u"option_ids"_s, QJsonArray{u"approve"_s, u"refuse"_s}},
                     {u"arguments_hash"_s, hash},
                     {u"tool_name"_s, tool},
                     {u"program"_s, u"/usr/bin/mailer"_s},
                     {u"arguments"_s, QJsonObject{{u"to"_s, u"ana"_s}}}};
    if (expiresAt.isValid())
        data.insert(u"expires_at"_s, expiresAt.toUTC().toString(Qt::ISODateWithMs));
    return event("prompt", {{u"type"_s, u"prompt"_s}, {u"source"_s, u"mail"_s}, {u"message"_s, u"May it start?"_s}, {u"data"_s, data}});
}

QByteArray ofTool(const QByteArray &type, const QString &tool, const QString &call)
{
    QJsonObject data{{u"tool_name"_s, tool}};
    if (!call.isEmpty())
        data.insert(u"call_id"_s, call);
    if (type == "tool_result")
        data.insert(u"result"_s, u"done"_s);
    return event(type, {{u"type"_s, QString::fromLatin1(type)}, {u"source"_s, u"mail"_s}, {u"message"_s, u""_s}, {u"data"_s, data}});
}

QByteArray toolStarts(const QString &tool, const QString &call = u"k1"_s)
{
    return ofTool("tool_start", tool, call);
}

QByteArray toolEnds(const QString &tool, const QString &call)
{
    return ofTool("tool_result", tool, call);
}

QByteArray ends()
{
    return event("message_complete", {{u"message_id"_s, u"m2"_s}, {u"conversation_id"_s, u"c1"_s}});
}

struct Desk : ChatFixture {
    QList<QByteArray> turn;
    Scripted taken = reply(202, R"({"status":"accepted"})");
    QList<QJsonObject> answers;
    ToolApproval &approval = session.approval();

    Desk()
    {
        features = localFeatures;
        script = [this](const Received &request) {
            if (request.method == "POST" && request.target == "/runs/r1/answer") {
                answers.append(QJsonDocument::fromJson(request.body).object());
                return taken;
            }
            if (request.method == "POST" && request.target.contains("chat"))
                return eventStream(turn, Scripted::End::Hold);
            if (request.target.startsWith("/streams/runs"))
                return Scripted{{}, 0, Scripted::End::Hold};
            return Scripted{};
        };
    }
    // Inside QVERIFY: a turn is under way that has asked.
    [[nodiscard]] bool ask(const QList<QByteArray> &events)
    {
        turn = QList<QByteArray>{begun()} + events;
        if (!start())
            return false;
        session.send(u"Write to Ana"_s, {}, {});
        return QTest::qWaitFor([this] { return approval.state() != State::None; }, 5000);
    }
};

} // namespace

class TestToolApproval : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void APPR_03_itIsNoPartOfTheAnswer();
    void APPR_02_anAnswerNamesTheOptionAndTheHash_data();
    void APPR_02_anAnswerNamesTheOptionAndTheHash();
    void APPR_02_anAnswerThatDoesNotCountSaysWhy_data();
    void APPR_02_anAnswerThatDoesNotCountSaysWhy();
    void APPR_02_aToolThatHasChangedCanOnlyBeRefused();
    void APPR_02_whatDoesNotSayWhatItIsCanOnlyBeRefused();
    void APPR_04_whatDidNotArriveIsNotSentAgainByItself();
    void itIsOverWhenItsToolBegins();
    void itIsOverWithItsRun_data();
    void itIsOverWithItsRun();
    void severalCallsAreAskedOneAfterTheOther();
    void theAnsweredCallOfAToolDoesNotTakeTheNextOneAway_data();
    void theAnsweredCallOfAToolDoesNotTakeTheNextOneAway();
    void aToolWhoseBeginningIsMissedIsOverWithItsEnd();
    void DATA_06_afterOneThatIsTooLateTheNextIsShownAndTimed();
    void aMessageIsNoAnswer();
    void DATA_06_itIsAskedAgainAfterARestart();
    void DATA_06_whatIsTooLateIsSaidToBe();
};

void TestToolApproval::APPR_03_itIsNoPartOfTheAnswer()
{
    Desk desk;
    QSignalSpy prompted(&desk.session, &ChatSession::prompted);
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s)}));
    QCOMPARE(desk.approval.state(), State::Asked);
    QVERIFY(desk.approval.isWaiting() && desk.approval.canApprove());
    QCOMPARE(desk.approval.prompt().program, u"/usr/bin/mailer"_s);
    QCOMPARE(prompted.size(), 1); // for whoever does not watch
    QVERIFY(desk.session.pendingQuestion().isEmpty());
    QVERIFY(desk.last().content.isEmpty() && desk.last().prompts.isEmpty());
    QCOMPARE(desk.session.lastActivity(), u"Waiting for an approval…"_s);
}

void TestToolApproval::APPR_02_anAnswerNamesTheOptionAndTheHash_data()
{
    QTest::addColumn<bool>("approves");
    QTest::addColumn<QString>("option");
    QTest::newRow("approved") << true << u"approve"_s;
    QTest::newRow("refused") << false << u"refuse"_s;
}

void TestToolApproval::APPR_02_anAnswerNamesTheOptionAndTheHash()
{
    QFETCH(bool, approves);
    QFETCH(QString, option);
    Desk desk;
    QSignalSpy lapsed(&desk.approval, &ToolApproval::lapsed);
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s)}));
    approves ? desk.approval.approve() : desk.approval.refuse();
    QCOMPARE(desk.approval.state(), State::Answering);
    desk.approval.approve(); // once
    desk.approval.refuse();
    QTRY_COMPARE(desk.approval.state(), State::None);
    QCOMPARE(desk.answers, (QList<QJsonObject>{{{u"option_id"_s, option}, {u"arguments_hash"_s, u"h1"_s}}}));
    QCOMPARE(lapsed.size(), 0);
    QVERIFY(desk.session.isBusy());
}

void TestToolApproval::APPR_02_anAnswerThatDoesNotCountSaysWhy_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("answered") << u"already_answered"_s << u"answered already"_s;
    QTest::newRow("expired") << u"approval_expired"_s << u"too late"_s;
    QTest::newRow("other call") << u"other_call"_s << u"has changed"_s;
    QTest::newRow("nothing waits") << u"not_waiting"_s << u"Nothing waits"_s;
    QTest::newRow("not known") << u"something_new"_s << u"In the server's words."_s;
}

void TestToolApproval::APPR_02_anAnswerThatDoesNotCountSaysWhy()
{
    QFETCH(QString, code);
    QFETCH(QString, words);
    Desk desk;
    desk.taken = reply(409, R"({"type":")" + code.toLatin1() + R"(","detail":"In the server's words.","code":")" + code.toLatin1() + "\"}");
    QSignalSpy lapsed(&desk.approval, &ToolApproval::lapsed);
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s)}));
    desk.approval.approve();
    QTRY_COMPARE(desk.approval.state(), State::None);
    QCOMPARE(lapsed.size(), 1);
    const Error error = lapsed.constFirst().constFirst().value<Error>();
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
    QCOMPARE(desk.answers.size(), 1);
}

void TestToolApproval::APPR_02_aToolThatHasChangedCanOnlyBeRefused()
{
    Desk desk;
    desk.taken = reply(409, R"({"type":"tool_changed","detail":"The tool was changed.","code":"tool_changed"})");
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s)}));
    desk.approval.approve();
    QTRY_COMPARE(desk.approval.state(), State::Failed);
    QVERIFY(!desk.approval.canApprove());
    QVERIFY(desk.approval.error().message.contains(u"was changed"_s));
    desk.approval.approve();
    QCOMPARE(desk.approval.state(), State::Failed);
    desk.taken = reply(202, "{}");
    desk.approval.refuse();
    QTRY_COMPARE(desk.approval.state(), State::None);
    QCOMPARE(desk.answers.size(), 2);
    QCOMPARE(desk.answers.constLast().value("option_id"_L1).toString(), u"refuse"_s);
}

void TestToolApproval::APPR_02_whatDoesNotSayWhatItIsCanOnlyBeRefused()
{
    Desk desk;
    QVERIFY(desk.ask({asks(u"h1"_s, QString())}));
    QVERIFY(!desk.approval.canApprove());
    desk.approval.approve();
    QCOMPARE(desk.approval.state(), State::Asked);
    desk.approval.refuse();
    QTRY_COMPARE(desk.approval.state(), State::None);
    QCOMPARE(desk.answers.size(), 1);
}

void TestToolApproval::APPR_04_whatDidNotArriveIsNotSentAgainByItself()
{
    Desk desk;
    desk.taken = {{}, 0, Scripted::End::Reset};
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s)}));
    desk.approval.approve();
    QTRY_COMPARE(desk.approval.state(), State::Failed);
    QVERIFY(!desk.approval.error().message.isEmpty());
    QVERIFY(desk.approval.isWaiting() && desk.approval.canApprove());
    QCOMPARE(desk.answers.size(), 1);
    desk.taken = reply(202, "{}");
    desk.approval.approve();
    QTRY_COMPARE(desk.approval.state(), State::None);
    QCOMPARE(desk.answers.size(), 2);
    QCOMPARE(desk.answers.at(0), desk.answers.at(1));
}

void TestToolApproval::itIsOverWhenItsToolBegins()
{
    Desk desk;
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s)}));
    desk.server.sendToHeld(toolStarts(u"calculate"_s)); // another
    QTRY_COMPARE(desk.last().toolCalls.size(), 1);
    QCOMPARE(desk.approval.state(), State::Asked);
    desk.server.sendToHeld(toolStarts(u"send_mail"_s)); // answered elsewhere
    QTRY_COMPARE(desk.approval.state(), State::None);
    QCOMPARE(desk.answers.size(), 0);
}

void TestToolApproval::itIsOverWithItsRun_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("completed") << 0;
    QTest::newRow("stopped") << 1;
    QTest::newRow("another conversation") << 2;
}

void TestToolApproval::itIsOverWithItsRun()
{
    QFETCH(int, way);
    Desk desk;
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s)}));
    if (way == 0)
        desk.server.sendToHeld(ends());
    else if (way == 1)
        desk.session.stop();
    else
        desk.session.open(ConversationId(u"c2"_s));
    QTRY_COMPARE(desk.approval.state(), State::None);
    QCOMPARE(desk.answers.size(), 0); // no answer is a refusal
}

void TestToolApproval::severalCallsAreAskedOneAfterTheOther()
{
    Desk desk;
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s), asks(u"h2"_s, u"delete_mail"_s)}));
    QCOMPARE(desk.approval.prompt().argumentsHash, u"h1"_s);
    desk.approval.refuse();
    QTRY_COMPARE(desk.approval.prompt().argumentsHash, u"h2"_s);
    QCOMPARE(desk.approval.state(), State::Asked);
    desk.approval.approve();
    QTRY_COMPARE(desk.approval.state(), State::None);
    QCOMPARE(desk.answers.size(), 2);
    QCOMPARE(desk.answers.at(1), (QJsonObject{{u"option_id"_s, u"approve"_s}, {u"arguments_hash"_s, u"h2"_s}}));
}

void TestToolApproval::theAnsweredCallOfAToolDoesNotTakeTheNextOneAway_data()
{
    QTest::addColumn<bool>("approves");
    QTest::addColumn<bool>("hasIds");
    QTest::newRow("approved") << true << true;
    QTest::newRow("refused") << false << true;
    QTest::newRow("approved, calls without ids") << true << false;
}

void TestToolApproval::theAnsweredCallOfAToolDoesNotTakeTheNextOneAway()
{
    QFETCH(bool, approves);
    QFETCH(bool, hasIds);
    const QString first = hasIds ? u"k1"_s : QString();
    const QString second = hasIds ? u"k2"_s : QString();
    Desk desk;
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s), asks(u"h2"_s, u"send_mail"_s)}));
    approves ? desk.approval.approve() : desk.approval.refuse();
    QTRY_COMPARE(desk.approval.prompt().argumentsHash, u"h2"_s);
    desk.server.sendToHeld(toolStarts(u"send_mail"_s, first));
    QTRY_COMPARE(desk.last().toolCalls.size(), 1);
    QCOMPARE(desk.approval.state(), State::Asked);
    desk.server.sendToHeld(toolEnds(u"send_mail"_s, first));
    QTRY_VERIFY(desk.last().toolCalls.constFirst().finished);
    QCOMPARE(desk.approval.state(), State::Asked);
    QCOMPARE(desk.approval.prompt().argumentsHash, u"h2"_s);
    desk.server.sendToHeld(toolStarts(u"send_mail"_s, second)); // answered elsewhere
    QTRY_COMPARE(desk.approval.state(), State::None);
    QCOMPARE(desk.answers.size(), 1);
}

void TestToolApproval::aToolWhoseBeginningIsMissedIsOverWithItsEnd()
{
    Desk desk;
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s)}));
    desk.server.sendToHeld(toolEnds(u"send_mail"_s, u"k1"_s));
    QTRY_COMPARE(desk.approval.state(), State::None);
}

void TestToolApproval::DATA_06_afterOneThatIsTooLateTheNextIsShownAndTimed()
{
    Desk desk;
    QList<QPair<QString, State>> seen;
    connect(&desk.approval, &ToolApproval::changed, this, [&] {
        if (desk.approval.state() != State::None)
            seen.append({desk.approval.prompt().argumentsHash, desk.approval.state()});
    });
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s, now.addMSecs(2500)), asks(u"h2"_s, u"send_mail"_s, now.addSecs(5))}));
    QTRY_COMPARE(desk.approval.state(), State::Expired);
    desk.server.sendToHeld(asks(u"h3"_s, u"send_mail"_s));
    QTRY_COMPARE_WITH_TIMEOUT(seen,
                              (QList<QPair<QString, State>>{
                                  {u"h1"_s, State::Asked}, {u"h1"_s, State::Expired}, {u"h2"_s, State::Asked}, {u"h2"_s, State::Expired}}),
                              15'000);
    desk.approval.close();
    QCOMPARE(desk.approval.prompt().argumentsHash, u"h3"_s);
    QCOMPARE(desk.approval.state(), State::Asked);
}

void TestToolApproval::aMessageIsNoAnswer()
{
    Desk desk;
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s)}));
    desk.session.send(u"approve"_s, {}, {});
    QCOMPARE(desk.session.waitingCount(), 1);
    QCOMPARE(desk.approval.state(), State::Asked);
    QCOMPARE(desk.answers.size(), 0);
}

void TestToolApproval::DATA_06_itIsAskedAgainAfterARestart()
{
    Desk desk;
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s)}));
    ChatSession after(desk.api, desk.workspace, desk.conversations, &desk.journal);
    after.open(c1);
    QTRY_COMPARE(after.approval().state(), State::Asked);
    QCOMPARE(after.approval().prompt(), desk.approval.prompt());
    after.approval().refuse();
    QTRY_COMPARE(after.approval().state(), State::None);
    QCOMPARE(desk.answers.size(), 1);
}

void TestToolApproval::DATA_06_whatIsTooLateIsSaidToBe()
{
    Desk desk;
    QSignalSpy prompted(&desk.session, &ChatSession::prompted);
    QVERIFY(desk.ask({asks(u"h1"_s, u"send_mail"_s, QDateTime::currentDateTimeUtc().addSecs(-3600))}));
    QCOMPARE(desk.approval.state(), State::Expired);
    QCOMPARE(prompted.size(), 0); // nobody is waited for
    desk.approval.approve();
    desk.approval.refuse();
    QCOMPARE(desk.approval.state(), State::Expired);
    desk.approval.close();
    QCOMPARE(desk.approval.state(), State::None);
    desk.server.sendToHeld(asks(u"h2"_s, u"send_mail"_s, QDateTime::currentDateTimeUtc().addSecs(2)));
    QTRY_COMPARE(desk.approval.state(), State::Asked);
    QTRY_COMPARE(desk.approval.state(), State::Expired);
    QCOMPARE(desk.answers.size(), 0);
}

QTEST_GUILESS_MAIN(TestToolApproval)
#include "tst_toolapproval.moc"
