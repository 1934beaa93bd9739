// A conversation is a projection of what the server has and what only this computer knows.
#include "state/chat/messagemerge.h"
#include "state/chat/transcriptmerge.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

const QDateTime start(QDate(2026, 5, 2), QTime(9, 0), Qt::UTC);

Message stored(const QString &id, Role role, const QString &text, int minute)
{
    Message message;
    message.id = MessageId(id);
    message.role = role;
    message.content = text;
    message.createdAt = start.addSecs(60 * minute);
    return message;
}

TurnRecord turn(const QString &id, const QString &question, const QString &after, int minute)
{
    TurnRecord record;
    record.id = id;
    record.request.text = question;
    record.after = MessageId(after);
    record.createdAt = start.addSecs(60 * minute);
    record.state = TurnState::Complete;
    return record;
}

TurnRecord answered(TurnRecord record, const QString &text, const QString &answerId = {})
{
    Message answer;
    answer.role = Role::Assistant;
    answer.content = text;
    answer.id = MessageId(answerId);
    record.answerId = answer.id;
    record.answer = answer;
    return record;
}

QStringList keys(const QList<TranscriptModel::Entry> &entries)
{
    QStringList all;
    for (const TranscriptModel::Entry &entry : entries)
        all.append(entry.key);
    return all;
}

const QList<Message> page{stored(u"m1"_s, Role::User, u"one"_s, 0), stored(u"m2"_s, Role::Assistant, u"first"_s, 1),
                          stored(u"m3"_s, Role::User, u"two"_s, 2), stored(u"m4"_s, Role::Assistant, u"second"_s, 3)};

} // namespace

class TestTranscriptMerge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theServersMessagesAloneStayAsTheyAre();
    void whatTheServerHasIsItsOwnWithWhatWeKnowBeside();
    void CH_56_whatTheServerDoesNotKeepIsKept();
    void CH_56_everyPartThatIsNotSaidAgainStays();
    void CH_66_aDoubtThatWasSettledStaysSettled();
    void CH_70_aServerThatTellsTheModelAloneTakesNoTokensAway();
    void aCutAnswerStandsWhereItWasAsked();
    void whoHasMoreOfAnAnswerThatBrokeOffHasTheLastWord_data();
    void whoHasMoreOfAnAnswerThatBrokeOffHasTheLastWord();
    void turnsAskedAfterOursStandBehindThem();
    void turnsOfPagesThatAreNotLoadedAreLeftOut();
    void aTurnUnderWayIsAlwaysThere();
    void whenItsPlaceIsGoneTimeDecides();
    void DATA_19_aTurnWhosePlaceIsGoneStaysBetweenItsNeighbours();
    void whatWaitsStandsAtTheEnd();
    void whatWaitedForAQuestionAskedAgainStandsBehindIt();
};

void TestTranscriptMerge::theServersMessagesAloneStayAsTheyAre()
{
    QCOMPARE(keys(mergeTranscript(page, {})), (QStringList{u"m:m1"_s, u"m:m2"_s, u"m:m3"_s, u"m:m4"_s}));
}

void TestTranscriptMerge::whatTheServerHasIsItsOwnWithWhatWeKnowBeside()
{
    const TurnRecord ours = answered(turn(u"t"_s, u"two"_s, u"m2"_s, 2), u"second, as streamed"_s, u"m4"_s);
    const auto entries = mergeTranscript(page, {ours});
    QCOMPARE(keys(entries), (QStringList{u"m:m1"_s, u"m:m2"_s, u"q:t"_s, u"a:t"_s}));
    QCOMPARE(entries.at(3).message.content, u"second"_s);
    QCOMPARE(entries.at(2).message.id.value(), u"m3"_s);
}

void TestTranscriptMerge::CH_56_whatTheServerDoesNotKeepIsKept()
{
    TurnRecord ours = answered(turn(u"t"_s, u"two"_s, u"m2"_s, 2), u"quick reply"_s, u"m4"_s);
    ours.answer->citations = {Citation{FileId(u"f"_s), u"a.pdf"_s, 3, u"quote"_s}};
    ours.answer->toolCalls = {ToolCall{}};
    ours.answer->plan = Plan{u"p"_s, {}};
    ours.answer->thoughts = {{u"web"_s, u"timed out"_s, warningPhase, false}, {u"a"_s, u"hm"_s, {}, false}};
    QList<Message> server = page;
    server[3].content = u"No response generated."_s;
    server[3].thoughts = {{u"a"_s, u"hm"_s, {}, false}}; // the team server keeps these, and no warning
    const Message shown = mergeTranscript(server, {ours}).at(3).message;
    QCOMPARE(shown.content, u"quick reply"_s);
    QCOMPARE(shown.citations.size(), 1);
    QCOMPARE(shown.toolCalls.size(), 1);
    QVERIFY(shown.plan.has_value());
    QCOMPARE(shown.thoughts.size(), 2);
    QCOMPARE(shown.thoughts.last().phase, QString(warningPhase));
}

void TestTranscriptMerge::CH_56_everyPartThatIsNotSaidAgainStays()
{
    Message known = stored(u"m4"_s, Role::Assistant, u"second"_s, 3);
    known.agent = u"sales"_s;
    known.runId = RunId(u"r1"_s);
    known.elapsedMs = 12'000;
    known.prompts = {Prompt{}};
    known.plan = Plan{u"p"_s, {}};
    known.attachments = {{FileId(u"f"_s), u"a.txt"_s, {}, 1, {}}};
    known.routing = RoutingDecision{{u"sales"_s}, {}, 0.9, {}, {}, false};
    known.facts.completionTokens = 7;
    known.facts.promptTokens = 9;
    known.state = MessageState::Streaming;
    const Message shown = withWhatIsKnown(page.at(3), known);
    QCOMPARE(shown.agent, u"sales"_s);
    QCOMPARE(shown.runId, RunId(u"r1"_s));
    QCOMPARE(shown.elapsedMs, 12'000);
    QCOMPARE(shown.prompts.size(), 1);
    QVERIFY(shown.plan.has_value());
    QCOMPARE(shown.attachments.size(), 1);
    QVERIFY(shown.routing == known.routing);
    QCOMPARE(shown.facts, known.facts);
    QCOMPARE(shown.state, MessageState::Complete); // what was heard last says how it stands
    Message other = page.at(3);
    other.agent = u"legal"_s;
    other.runId = RunId(u"r2"_s);
    QCOMPARE(withWhatIsKnown(other, known).agent, u"legal"_s);
    QCOMPARE(withWhatIsKnown(other, known).runId, RunId(u"r2"_s));
}

void TestTranscriptMerge::CH_66_aDoubtThatWasSettledStaysSettled()
{
    Message heard = page.at(3);
    heard.routing = RoutingDecision{{u"sales"_s}, {}, 0.4, {}, {u"legal"_s}, true, true};
    Message known = heard;
    QVERIFY(withWhatIsKnown(heard, known).routing->needsDisambiguation);
    known.routing->needsDisambiguation = false;
    QVERIFY(!withWhatIsKnown(heard, known).routing->needsDisambiguation);
}

void TestTranscriptMerge::CH_70_aServerThatTellsTheModelAloneTakesNoTokensAway()
{
    Message known = page.at(3);
    known.facts = {u"large"_s, 9, 7, 500, -1, 0.25};
    Message heard = page.at(3);
    heard.facts.model = u"large"_s;
    QCOMPARE(withWhatIsKnown(heard, known).facts, known.facts);
    heard.facts.promptTokens = 0; // a server that does not count
    heard.facts.completionTokens = 0;
    QCOMPARE(withWhatIsKnown(heard, known).facts.tokens(), std::optional<qint64>(16));
    heard.facts.model = u"small"_s; // of another one these would be wrong
    QCOMPARE(withWhatIsKnown(heard, known).facts, heard.facts);
    heard.facts = {u"large"_s, 20, 30, -1, -1, {}};
    QCOMPARE(withWhatIsKnown(heard, known).facts, heard.facts); // nor the time and the cost of other tokens
}

void TestTranscriptMerge::aCutAnswerStandsWhereItWasAsked()
{
    TurnRecord cut = answered(turn(u"t"_s, u"lost"_s, u"m2"_s, 1), u"as far as it"_s);
    cut.state = TurnState::Interrupted;
    cut.answer->state = MessageState::Interrupted;
    QCOMPARE(keys(mergeTranscript(page, {cut})), (QStringList{u"m:m1"_s, u"m:m2"_s, u"q:t"_s, u"a:t"_s, u"m:m3"_s, u"m:m4"_s}));
    TurnRecord first = cut;
    first.after = {};
    first.createdAt = start.addSecs(-60);
    QCOMPARE(keys(mergeTranscript(page, {first})).constFirst(), u"q:t"_s);
}

void TestTranscriptMerge::whoHasMoreOfAnAnswerThatBrokeOffHasTheLastWord_data()
{
    QTest::addColumn<MessageState>("ours");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<MessageState>("storedState");
    QTest::addColumn<QString>("text");
    QTest::addColumn<MessageState>("state");
    const QString part = u"as far"_s;
    const QString whole = u"as far as it goes"_s;
    QTest::newRow("all of it is stored") << MessageState::Interrupted << whole << MessageState::Complete << whole << MessageState::Complete;
    QTest::newRow("more, and cut too") << MessageState::Interrupted << whole << MessageState::Interrupted << whole
                                       << MessageState::Interrupted;
    QTest::newRow("as much as here") << MessageState::Interrupted << part << MessageState::Complete << part << MessageState::Interrupted;
    QTest::newRow("less") << MessageState::Interrupted << u"as"_s << MessageState::Complete << part << MessageState::Interrupted;
    QTest::newRow("nothing") << MessageState::Interrupted << u"No response generated."_s << MessageState::Complete << part
                             << MessageState::Interrupted;
    QTest::newRow("a failure") << MessageState::Failed << part << MessageState::Complete << part << MessageState::Failed;
    QTest::newRow("more of a failure") << MessageState::Failed << whole << MessageState::Complete << whole << MessageState::Complete;
    QTest::newRow("one that was stopped") << MessageState::Stopped << whole << MessageState::Complete << part << MessageState::Stopped;
    QTest::newRow("lost in the end") << MessageState::Complete << u"No response generated."_s << MessageState::Complete << part
                                     << MessageState::Complete;
}

void TestTranscriptMerge::whoHasMoreOfAnAnswerThatBrokeOffHasTheLastWord()
{
    QFETCH(const MessageState, ours);
    QFETCH(const QString, stored);
    QFETCH(const MessageState, storedState);
    TurnRecord record = answered(turn(u"t"_s, u"two"_s, u"m2"_s, 2), u"as far"_s, u"m4"_s);
    record.answer->state = ours;
    record.answer->errorText = ours == MessageState::Complete ? QString() : u"It broke off."_s;
    QList<Message> server = page;
    server[3].content = stored;
    server[3].state = storedState;
    server[3].errorText = storedState == MessageState::Complete ? QString() : u"The server stopped."_s;
    const Message shown = mergeTranscript(server, {record}).constLast().message;
    QTEST(shown.content, "text");
    QTEST(shown.state, "state");
    QCOMPARE(shown.errorText.isEmpty(), shown.state == MessageState::Complete);
}

void TestTranscriptMerge::turnsAskedAfterOursStandBehindThem()
{
    const TurnRecord five = answered(turn(u"t5"_s, u"three"_s, u"m4"_s, 4), u"third"_s, u"m6"_s); // of this session, not fetched again
    const TurnRecord seven = answered(turn(u"t7"_s, u"four"_s, u"m6"_s, 5), u"fourth"_s, u"m8"_s);
    for (const bool hasOlder : {false, true})
        QCOMPARE(keys(mergeTranscript(page, {five, seven}, hasOlder)).mid(4), (QStringList{u"q:t5"_s, u"a:t5"_s, u"q:t7"_s, u"a:t7"_s}));
}

void TestTranscriptMerge::turnsOfPagesThatAreNotLoadedAreLeftOut()
{
    const TurnRecord old = answered(turn(u"t"_s, u"long ago"_s, u"m0"_s, -500), u"answered long ago"_s, u"m00"_s);
    const TurnRecord oldest = answered(turn(u"t0"_s, u"the first"_s, {}, -600), u"answered first"_s, u"m000"_s);
    QCOMPARE(keys(mergeTranscript(page, {oldest, old}, true)), (QStringList{u"m:m1"_s, u"m:m2"_s, u"m:m3"_s, u"m:m4"_s}));
    // With everything loaded and still no place, they are shown, where their time says.
    QCOMPARE(keys(mergeTranscript(page, {oldest, old}, false)).first(4), (QStringList{u"q:t0"_s, u"a:t0"_s, u"q:t"_s, u"a:t"_s}));
    // Without the server, what is known is shown.
    QCOMPARE(keys(mergeTranscript({}, {oldest, old}, true)).size(), 4);
}

void TestTranscriptMerge::aTurnUnderWayIsAlwaysThere()
{
    TurnRecord open = turn(u"t"_s, u"waits"_s, u"gone"_s, -900);
    open.state = TurnState::Waiting;
    const auto entries = mergeTranscript(page, {open}, true);
    QCOMPARE(entries.constLast().key, u"q:t"_s);
    QCOMPARE(entries.constLast().message.state, MessageState::Waiting);
}

void TestTranscriptMerge::whenItsPlaceIsGoneTimeDecides()
{
    TurnRecord cut = answered(turn(u"t"_s, u"lost"_s, u"deleted"_s, 2), u"part"_s);
    cut.createdAt = start.addSecs(90);
    QCOMPARE(keys(mergeTranscript(page, {cut})), (QStringList{u"m:m1"_s, u"m:m2"_s, u"q:t"_s, u"a:t"_s, u"m:m3"_s, u"m:m4"_s}));
}

void TestTranscriptMerge::DATA_19_aTurnWhosePlaceIsGoneStaysBetweenItsNeighbours()
{
    const TurnRecord before = answered(turn(u"b"_s, u"one"_s, {}, 0), u"first"_s, u"m2"_s);
    const TurnRecord later = answered(turn(u"l"_s, u"two"_s, u"m2"_s, 2), u"second"_s, u"m4"_s);
    const QStringList expected{u"q:b"_s, u"a:b"_s, u"q:t"_s, u"a:t"_s, u"q:l"_s, u"a:l"_s};
    for (const int minute : {-900, 0, 2, 900}) { // whatever the clock said
        const TurnRecord lost = answered(turn(u"t"_s, u"lost"_s, u"deleted"_s, minute), u"part"_s);
        QCOMPARE(keys(mergeTranscript(page, {before, lost, later})), expected);
        QCOMPARE(keys(mergeTranscript(page, {before, lost, later}, true)), expected); // the one before is loaded: it is too
    }
}

void TestTranscriptMerge::whatWaitsStandsAtTheEnd()
{
    TurnRecord waiting = turn(u"w"_s, u"waits"_s, u"m2"_s, 1);
    waiting.state = TurnState::Waiting;
    const TurnRecord mine = answered(turn(u"t"_s, u"mine"_s, u"m4"_s, 4), u"third"_s, u"m6"_s);
    QCOMPARE(keys(mergeTranscript(page, {mine, waiting})).mid(4), (QStringList{u"q:t"_s, u"a:t"_s, u"q:w"_s}));
    QCOMPARE(keys(mergeTranscript(page, {waiting}, true)).constLast(), u"q:w"_s);
}

// As older versions wrote it: the question that was asked again has the later number.
void TestTranscriptMerge::whatWaitedForAQuestionAskedAgainStandsBehindIt()
{
    const TurnRecord waited = answered(turn(u"w"_s, u"four"_s, u"m6"_s, 4), u"fourth"_s, u"m8"_s);
    const TurnRecord again = answered(turn(u"t"_s, u"three"_s, u"m4"_s, 5), u"third"_s, u"m6"_s);
    for (const bool hasOlder : {false, true})
        QCOMPARE(keys(mergeTranscript(page, {waited, again}, hasOlder)).mid(4), (QStringList{u"q:t"_s, u"a:t"_s, u"q:w"_s, u"a:w"_s}));
}

QTEST_GUILESS_MAIN(TestTranscriptMerge)
#include "tst_transcriptmerge.moc"
