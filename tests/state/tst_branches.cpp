#include "linearserver.h"
#include "state/cache/cacheschema.h"
#include "state/cache/conversationcache.h"
#include "state/chat/branchtree.h"
#include "state/chat/chatsession.h"
#include "state/chat/chatsessions.h"
#include "state/chat/worddiff.h"
#include "state/store/ratingstore.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

using Entry = TranscriptModel::Entry;

Entry entry(const QString &key, Role role, const QString &text)
{
    Message message;
    message.role = role;
    message.content = text;
    if (key.startsWith("m:"_L1))
        message.id = MessageId(key.sliced(2));
    return {key, message};
}

QStringList keys(const QList<Entry> &entries)
{
    QStringList all;
    for (const Entry &e : entries)
        all.append(e.key);
    return all;
}

// Two questions with their answers, then the first asked again and what followed that.
QList<Entry> forked()
{
    return {entry(u"m:q1"_s, Role::User, u"one"_s),       entry(u"m:a1"_s, Role::Assistant, u"first"_s),
            entry(u"m:q2"_s, Role::User, u"two"_s),       entry(u"m:a2"_s, Role::Assistant, u"second"_s),
            entry(u"q:t3"_s, Role::User, u"one"_s),       entry(u"a:t3"_s, Role::Assistant, u"first, again"_s),
            entry(u"q:t4"_s, Role::User, u"and then?"_s), entry(u"a:t4"_s, Role::Assistant, u"fourth"_s)};
}

const QList<BranchRecord> forkedRecords{{u"m:q1"_s, {}, 1}, {u"t:t3"_s, {}, 2}, {u"t:t4"_s, u"t:t3"_s, 3}};

struct Chat : TeamFixture {
    QTemporaryDir dir;
    StoreFolder folder{dir.path()};
    StoreThread store{folder, userStoreKind(folder)};
    TurnJournal journal{store};
    LinearServer line;
    std::unique_ptr<ChatSession> session;

    explicit Chat(const QByteArray &offered = treeFeatures)
    {
        features = offered;
        line.saysIds = !offered.isEmpty();
        script = [this](const Received &request) { return line.handle(request); };
        line.add(u"q1"_s, u"user"_s, u"one"_s);
        line.add(u"a1"_s, u"assistant"_s, u"first"_s);
        line.add(u"q2"_s, u"user"_s, u"two"_s);
        line.add(u"a2"_s, u"assistant"_s, u"second"_s);
    }

    // A program that starts: what it knows is what is on disk and on the server. Call it inside QVERIFY.
    [[nodiscard]] bool start()
    {
        session = std::make_unique<ChatSession>(api, workspace, conversations, &journal);
        session->open(ConversationId(u"c1"_s));
        return QTest::qWaitFor([this] { return session->state() != ChatSession::State::Loading && rows() > 0; }, 5000);
    }
    [[nodiscard]] TranscriptModel &model() const { return session->transcript(); }
    [[nodiscard]] int rows() const { return model().rowCount(); }
    [[nodiscard]] QStringList texts() const
    {
        QStringList all;
        for (int row = 0; row < rows(); ++row)
            all.append(model().messageAt(row).content);
        return all;
    }
    [[nodiscard]] bool settled() const
    {
        return QTest::qWaitFor([this] { return !session->isBusy() && session->waitingCount() == 0; }, 10'000);
    }
    [[nodiscard]] VersionPlace place(int row) const { return model().marksAt(row).version; }
    void onDisk() // everything that was given to the journal
    {
        bool done = false;
        journal.settle(&workspace, [&done] { done = true; });
        QTRY_VERIFY(done);
    }
    [[nodiscard]] QStringList hiddenInLast() const
    {
        QStringList ids;
        const QJsonArray hidden = line.asked.constLast()["metadata"_L1]["hidden_message_ids"_L1].toArray();
        for (const QJsonValue &id : hidden)
            ids.append(id.toString());
        return ids;
    }
};

} // namespace

class TestBranches : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLineStaysALine();
    void D_42_oneWayThroughTheTreeIsShown();
    void D_42_questionsAndAnswersHaveVersionsOfTheirOwn();
    void aMessageOfAnotherProgramIsNeverHidden();
    void whatContinuesAnUnknownTurnNeedsOlderPages();
    void aDeletedTurnLeavesWhatFollowedIt();
    void CH_62_aRegeneratedAnswerStandsBesideTheFirst();
    void CH_62_anyAnswerCanBeRegeneratedAndWhatFollowedItComesBack();
    void CH_63_anEditedQuestionIsABranch();
    void D_42_theServerIsToldWhatIsNotShown();
    void D_42_aServerThatCannotLeaveOutIsSaidToSeeIt();
    void D_42_versionsSurviveARestart();
    void D_42_aVersionUnderWaySurvivesAKill();
    void aRefusedVersionIsAskedAgainInItsPlace();
    void noVersionWhileAnAnswerIsWritten();
    void olderPagesAreLoadedForAForkFarUp();
    void CH_65_anotherAgentAnswersTheSameQuestionAsAVersion();
    void aMessageInAnotherVersionIsReached();
    void moreThanThereIsIsNotAskedForForever();
    void CH_64_whatIsUndoneWasNeverDeleted();
    void CH_64_aQuestionGoesWithItsAnswerWhenTheTimeIsOver();
    void CH_64_theIdsOfTheTeamServerAreLookedUp();
    void CH_64_anAnswerAloneLeavesItsQuestion();
    void CH_64_aRefusedDeletionComesBackAndSaysWhy();
    void CH_64_theNextStartFinishesIt();
    void CH_64_theCopiesGoToo();
    void CH_64_noGapWhereOlderPagesBegin();
    void CH_64_messagesTheServerNeverHadGoToo();
    void CH_64_aWaitingMessageComesBackToItsPlace();
    void CH_64_deletingWhatWaitsSendsNothingOfIt();
    void whatIsAskedAgainKeepsItsOptions();
    void CH_67_ratingsAndNotesAreKept();
    void CH_67_ratingsGoWithTheirConversation();
    void wordsThatDifferAreFound_data();
    void wordsThatDifferAreFound();
    void unlikeTextsEndInTime();
};

// ------------------------------------------------------------------------------------------------ the tree

void TestBranches::aLineStaysALine()
{
    const BranchTree tree(forked(), {});
    QCOMPARE(keys(tree.shown()), keys(forked()));
    QVERIFY(tree.places().isEmpty());
    QVERIFY(tree.hidden().isEmpty());
    QVERIFY(!tree.needsOlder());
    QCOMPARE(tree.last(), u"t:t4"_s);
}

void TestBranches::D_42_oneWayThroughTheTreeIsShown()
{
    const BranchTree tree(forked(), forkedRecords);
    QCOMPARE(keys(tree.shown()), (QStringList{u"q:t3"_s, u"a:t3"_s, u"q:t4"_s, u"a:t4"_s}));
    QCOMPARE(tree.places().value(u"a:t3"_s), (VersionPlace{2, 2}));
    QCOMPARE(tree.places().size(), 1); // the same question: its answers are the versions
    QCOMPARE(tree.hidden().size(), 4);
    QList<BranchRecord> other = forkedRecords;
    other[0].picked = 9;
    const BranchTree first(forked(), other);
    QCOMPARE(keys(first.shown()), (QStringList{u"m:q1"_s, u"m:a1"_s, u"m:q2"_s, u"m:a2"_s}));
    QCOMPARE(first.places().value(u"m:a1"_s), (VersionPlace{1, 2}));
    QCOMPARE(first.last(), u"m:q2"_s);
}

void TestBranches::D_42_questionsAndAnswersHaveVersionsOfTheirOwn()
{
    QList<Entry> entries = forked();
    entries += {entry(u"q:t5"_s, Role::User, u"one, edited"_s), entry(u"a:t5"_s, Role::Assistant, u"other"_s)};
    const BranchTree tree(entries, forkedRecords + QList<BranchRecord>{{u"t:t5"_s, {}, 4}});
    QCOMPARE(keys(tree.shown()), (QStringList{u"q:t5"_s, u"a:t5"_s}));
    QCOMPARE(tree.places().value(u"q:t5"_s), (VersionPlace{2, 2}));
    QVERIFY(!tree.places().contains(u"a:t5"_s));
    const QList<MessageVersion> questions = tree.versionsOf(u"q:t5"_s);
    QCOMPARE(questions.size(), 2);
    QCOMPARE(questions.at(0).node, u"t:t3"_s); // of the first wording the one that was shown last
    QCOMPARE(questions.at(0).answer.content, u"first, again"_s);
    QVERIFY(questions.at(1).isShown);
    QCOMPARE(tree.versionsOf(u"a:t3"_s).size(), 2);
    QVERIFY(tree.versionsOf(u"a:t5"_s).isEmpty());
}

void TestBranches::aMessageOfAnotherProgramIsNeverHidden()
{
    QList<BranchRecord> records = forkedRecords;
    records[0].picked = 9; // the first version is shown
    QList<Entry> entries = forked();
    entries += {entry(u"m:q9"_s, Role::User, u"from elsewhere"_s), entry(u"m:a9"_s, Role::Assistant, u"ninth"_s)};
    const BranchTree tree(entries, records);
    QCOMPARE(keys(tree.shown()).last(), u"m:a9"_s);
    QCOMPARE(keys(tree.shown()).first(), u"m:q1"_s);
    QVERIFY(keys(BranchTree(entries, forkedRecords).shown()).contains(u"m:a9"_s));
}

void TestBranches::whatContinuesAnUnknownTurnNeedsOlderPages()
{
    const BranchTree tree(forked().sliced(2), {{u"m:q1"_s, {}, 1}, {u"t:t3"_s, u"m:q0"_s, 2}});
    QVERIFY(tree.needsOlder());
}

void TestBranches::aDeletedTurnLeavesWhatFollowedIt()
{
    const BranchTree tree(forked(), forkedRecords, {u"m:q1"_s, u"m:a1"_s, u"q:t3"_s, u"a:t3"_s});
    QCOMPARE(keys(tree.shown()), (QStringList{u"q:t4"_s, u"a:t4"_s}));
    const BranchTree half(forked(), forkedRecords, {u"a:t3"_s});
    QCOMPARE(keys(half.shown()), (QStringList{u"q:t3"_s, u"q:t4"_s, u"a:t4"_s}));
}

// ------------------------------------------------------------------------------------------------ versions

void TestBranches::CH_62_aRegeneratedAnswerStandsBesideTheFirst()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.session->regenerate(3);
    QVERIFY(chat.settled());
    QCOMPARE(chat.texts(), (QStringList{u"one"_s, u"first"_s, u"two"_s, u"Answer 1 to two"_s}));
    QCOMPARE(chat.place(3), (VersionPlace{2, 2}));
    QVERIFY(!chat.place(2).isOneOfSeveral());
    QCOMPARE(chat.line.messages.size(), 6); // the server has both
    QVERIFY(chat.line.deleted.isEmpty());
    const QList<MessageVersion> versions = chat.session->versionsOf(3);
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions.at(0).answer.content, u"second"_s);
    chat.session->chooseVersion(3, 1);
    QCOMPARE(chat.texts().last(), u"second"_s);
    QCOMPARE(chat.place(3), (VersionPlace{1, 2}));
    chat.session->regenerate(3);
    QVERIFY(chat.settled());
    QCOMPARE(chat.place(3), (VersionPlace{3, 3}));
    QCOMPARE(chat.texts().last(), u"Answer 2 to two"_s);
}

void TestBranches::CH_62_anyAnswerCanBeRegeneratedAndWhatFollowedItComesBack()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.session->regenerate(1);
    QVERIFY(chat.settled());
    QCOMPARE(chat.texts(), (QStringList{u"one"_s, u"Answer 1 to one"_s}));
    chat.session->send(u"more"_s, {}, {});
    QVERIFY(chat.settled());
    QCOMPARE(chat.texts(), (QStringList{u"one"_s, u"Answer 1 to one"_s, u"more"_s, u"Answer 2 to more"_s}));
    chat.session->chooseVersion(1, 1);
    QCOMPARE(chat.texts(), (QStringList{u"one"_s, u"first"_s, u"two"_s, u"second"_s}));
    chat.session->send(u"still"_s, {}, {}); // belongs to what is shown
    QVERIFY(chat.settled());
    QCOMPARE(chat.rows(), 6);
    chat.session->chooseVersion(1, 2);
    QCOMPARE(chat.texts().last(), u"Answer 2 to more"_s);
    QCOMPARE(chat.rows(), 4);
}

void TestBranches::CH_63_anEditedQuestionIsABranch()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.session->sendVersion(0, u"one, but better"_s);
    QCOMPARE(chat.texts().first(), u"one, but better"_s); // at once
    QVERIFY(chat.settled());
    QCOMPARE(chat.texts(), (QStringList{u"one, but better"_s, u"Answer 1 to one, but better"_s}));
    QCOMPARE(chat.place(0), (VersionPlace{2, 2}));
    QVERIFY(!chat.place(1).isOneOfSeveral());
    chat.session->chooseVersion(0, 1);
    QCOMPARE(chat.texts(), (QStringList{u"one"_s, u"first"_s, u"two"_s, u"second"_s}));
}

void TestBranches::D_42_theServerIsToldWhatIsNotShown()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    QVERIFY(!chat.session->seesOtherVersions());
    chat.session->regenerate(1);
    QVERIFY(chat.settled());
    QCOMPARE(chat.hiddenInLast(), (QStringList{u"q1"_s, u"a1"_s, u"q2"_s, u"a2"_s}));
    chat.session->chooseVersion(1, 1);
    chat.session->send(u"still"_s, {}, {});
    QVERIFY(chat.settled());
    QCOMPARE(chat.hiddenInLast(), (QStringList{u"nq1"_s, u"na1"_s}));
}

void TestBranches::D_42_aServerThatCannotLeaveOutIsSaidToSeeIt()
{
    Chat chat{QByteArray()}; // the team server
    QVERIFY(chat.open() && chat.start());
    QVERIFY(chat.session->seesOtherVersions());
    chat.session->regenerate(3);
    QVERIFY(chat.settled());
    QVERIFY(!chat.line.asked.constLast()["metadata"_L1].toObject().contains("hidden_message_ids"_L1)); // it would go to the tools
    QCOMPARE(chat.place(3), (VersionPlace{2, 2}));
    QCOMPARE(chat.texts().last(), u"Answer 1 to two"_s);
}

void TestBranches::D_42_versionsSurviveARestart()
{
    for (const QByteArray &offered : {treeFeatures, QByteArray()}) {
        Chat chat(offered);
        QVERIFY(chat.open() && chat.start());
        chat.session->regenerate(1);
        QVERIFY(chat.settled());
        chat.session->send(u"more"_s, {}, {});
        QVERIFY(chat.settled());
        const QStringList before = chat.texts();
        chat.onDisk();
        QVERIFY(chat.start());
        QTRY_COMPARE(chat.texts(), before);
        QCOMPARE(chat.place(1), (VersionPlace{2, 2}));
        chat.session->chooseVersion(1, 1);
        QCOMPARE(chat.texts(), (QStringList{u"one"_s, u"first"_s, u"two"_s, u"second"_s}));
        chat.onDisk();
        QVERIFY(chat.start());
        QTRY_COMPARE(chat.texts(), (QStringList{u"one"_s, u"first"_s, u"two"_s, u"second"_s})); // the choice, too
    }
}

void TestBranches::D_42_aVersionUnderWaySurvivesAKill()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.line.hold = true;
    chat.session->regenerate(1);
    QTRY_COMPARE(chat.texts(), (QStringList{u"one"_s, u"Answer 1 to one"_s}));
    chat.onDisk();
    QVERIFY(chat.start()); // nothing was said to the one before
    QTRY_COMPARE(chat.texts(), (QStringList{u"one"_s, u"Answer 1 to one"_s}));
    QCOMPARE(chat.place(1), (VersionPlace{2, 2}));
}

void TestBranches::aRefusedVersionIsAskedAgainInItsPlace()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.line.refuseTurns = 1;
    chat.session->regenerate(1);
    QTRY_COMPARE(chat.model().messageAt(0).state, MessageState::Failed);
    QCOMPARE(chat.rows(), 1);
    chat.session->retry(0);
    QVERIFY(chat.settled());
    QCOMPARE(chat.texts(), (QStringList{u"one"_s, u"Answer 1 to one"_s}));
    chat.onDisk();
    QVERIFY(chat.start());
    QTRY_COMPARE(chat.texts(), (QStringList{u"one"_s, u"Answer 1 to one"_s}));
    QCOMPARE(chat.place(1), (VersionPlace{2, 2}));
    chat.session->chooseVersion(1, 1);
    QCOMPARE(chat.rows(), 4);
}

void TestBranches::noVersionWhileAnAnswerIsWritten()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.line.hold = true;
    chat.session->regenerate(1);
    QTRY_COMPARE(chat.line.asked.size(), 1);
    QCOMPARE(chat.rows(), 2);
    QVERIFY(!chat.session->whyNoNewVersion(1).isEmpty());
    QVERIFY(!chat.session->whyNoOtherVersion().isEmpty());
    chat.session->regenerate(1);
    chat.session->chooseVersion(1, 1);
    QCOMPARE(chat.line.asked.size(), 1);
    QCOMPARE(chat.rows(), 2);
    QVERIFY(!chat.session->whyNotRemove(1).isEmpty());
}

void TestBranches::olderPagesAreLoadedForAForkFarUp()
{
    Chat chat;
    for (int i = 0; i < 130; ++i) // more than a page
        chat.line.add(u"x%1"_s.arg(i), i % 2 == 0 ? u"user"_s : u"assistant"_s, u"text %1"_s.arg(i));
    QVERIFY(chat.open() && chat.start());
    chat.session->loadOlder();
    QTRY_COMPARE(chat.rows(), 134);
    chat.session->regenerate(1);
    QVERIFY(chat.settled());
    chat.onDisk();
    QVERIFY(chat.start());
    QTRY_VERIFY(!chat.session->canLoadOlder());
    QCOMPARE(chat.texts(), (QStringList{u"one"_s, u"Answer 1 to one"_s}));
    QCOMPARE(chat.place(1), (VersionPlace{2, 2}));
    chat.session->chooseVersion(1, 1);
    QCOMPARE(chat.rows(), 134);
}

void TestBranches::CH_65_anotherAgentAnswersTheSameQuestionAsAVersion()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.session->regenerate(3, {u"contracts"_s});
    QVERIFY(chat.settled());
    QCOMPARE(chat.place(3), (VersionPlace{2, 2}));
    const QByteArray body = QJsonDocument(chat.line.asked.constLast()).toJson();
    QVERIFY2(body.contains("contracts"), body.constData());
    chat.session->regenerate(3); // the same agent again
    QVERIFY(chat.settled());
    QVERIFY(QJsonDocument(chat.line.asked.constLast()).toJson().contains("contracts"));
}

void TestBranches::aMessageInAnotherVersionIsReached()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.session->regenerate(1);
    QVERIFY(chat.settled());
    QCOMPARE(chat.rows(), 2);
    std::optional<Result<int>> found;
    const auto keep = [&found](const Result<int> &row) { found = row; };
    chat.session->reach(MessageId(u"a2"_s), this, keep); // behind the first version
    QTRY_VERIFY(found);
    QVERIFY(*found);
    QCOMPARE(**found, 3);
    QCOMPARE(chat.texts(), (QStringList{u"one"_s, u"first"_s, u"two"_s, u"second"_s}));
    found.reset();
    chat.session->reach(MessageId(u"na1"_s), this, keep);
    QTRY_VERIFY(found);
    QVERIFY(*found);
    QCOMPARE(**found, 1);
    chat.line.hold = true;
    chat.session->send(u"more"_s, {}, {});
    QTRY_COMPARE(chat.session->state(), ChatSession::State::Streaming);
    found.reset();
    chat.session->reach(MessageId(u"a2"_s), this, keep); // not under an answer that is written
    QTRY_VERIFY(found);
    QVERIFY(!*found);
    QCOMPARE(found->error().message, chat.session->whyNoOtherVersion());
    found.reset();
    chat.session->reach(MessageId(u"nothing"_s), this, keep);
    QTRY_VERIFY(found);
    QCOMPARE(found->error().kind, Error::Kind::NotFound);
}

void TestBranches::moreThanThereIsIsNotAskedForForever()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.session->regenerate(1);
    QVERIFY(chat.settled());
    for (int i = 0; i < 130; ++i) // another program writes in what is shown
        chat.line.add(u"x%1"_s.arg(i), i % 2 == 0 ? u"user"_s : u"assistant"_s, u"text %1"_s.arg(i));
    chat.onDisk();
    chat.line.promised = 5; // messages that the server does not have
    QVERIFY(chat.start());
    bool isWhole = false;
    chat.session->loadWhole(this, [&isWhole](const Result<> &outcome) { isWhole = outcome.has_value(); });
    QTRY_VERIFY(isWhole);
    QVERIFY(!chat.session->canLoadOlder());
    QTRY_COMPARE(chat.rows(), 132);
}

// ------------------------------------------------------------------------------------------------ deleting

void TestBranches::CH_64_whatIsUndoneWasNeverDeleted()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    QSignalSpy undoable(chat.session.get(), &ChatSession::undoableChanged);
    chat.session->removeMessage(2);
    QCOMPARE(chat.texts(), (QStringList{u"one"_s, u"first"_s}));
    QCOMPARE(chat.session->undoableCount(), 2);
    chat.session->undoRemove();
    QCOMPARE(chat.texts(), (QStringList{u"one"_s, u"first"_s, u"two"_s, u"second"_s}));
    QCOMPARE(chat.session->undoableCount(), 0);
    QCOMPARE(undoable.size(), 2);
    chat.onDisk();
    QVERIFY(chat.start());
    QTRY_COMPARE(chat.rows(), 4);
    QVERIFY(chat.line.deleted.isEmpty());
}

void TestBranches::CH_64_aQuestionGoesWithItsAnswerWhenTheTimeIsOver()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.session->setUndoTime(1);
    chat.session->removeMessage(0);
    QTRY_COMPARE(chat.line.deleted, (QStringList{u"a1"_s, u"q1"_s}));
    QTRY_VERIFY(!chat.session->hasRemovals());
    QCOMPARE(chat.texts(), (QStringList{u"two"_s, u"second"_s}));
    QCOMPARE(chat.session->undoableCount(), 0);
    chat.onDisk();
    QVERIFY(chat.start());
    QTRY_COMPARE(chat.texts(), (QStringList{u"two"_s, u"second"_s}));
}

void TestBranches::CH_64_theIdsOfTheTeamServerAreLookedUp()
{
    Chat chat{QByteArray()};
    QVERIFY(chat.open() && chat.start());
    chat.session->send(u"three"_s, {}, {});
    QVERIFY(chat.settled());
    QCOMPARE(chat.rows(), 6);
    QVERIFY(chat.model().messageAt(4).id.isEmpty()); // it never said so
    chat.session->removeMessage(4);
    chat.session->finishRemove();
    QTRY_COMPARE(chat.line.deleted, (QStringList{u"na1"_s, u"nq1"_s}));
    QTRY_VERIFY(!chat.session->hasRemovals());
    chat.onDisk();
    QVERIFY(chat.start());
    QTRY_COMPARE(chat.rows(), 4);
}

void TestBranches::CH_64_anAnswerAloneLeavesItsQuestion()
{
    for (const QByteArray &offered : {treeFeatures, QByteArray()}) {
        Chat chat(offered);
        QVERIFY(chat.open() && chat.start());
        chat.session->send(u"three"_s, {}, {});
        QVERIFY(chat.settled());
        chat.session->removeMessage(5);
        chat.session->finishRemove();
        QTRY_VERIFY(!chat.session->hasRemovals());
        QCOMPARE(chat.line.deleted, QStringList{u"na1"_s});
        QCOMPARE(chat.texts().last(), u"three"_s);
        chat.onDisk();
        QVERIFY(chat.start());
        QTRY_COMPARE(chat.rows(), 5);
        QCOMPARE(chat.texts().last(), u"three"_s);
    }
}

void TestBranches::CH_64_aRefusedDeletionComesBackAndSaysWhy()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    QSignalSpy failed(chat.session.get(), &ChatSession::failed);
    chat.line.refuseDeletes = 1;
    chat.session->removeMessage(2);
    QCOMPARE(chat.rows(), 2);
    chat.session->finishRemove();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(0).value<Error>().message.contains(u"Only the owner may delete."_s));
    QCOMPARE(chat.texts(), (QStringList{u"one"_s, u"first"_s, u"two"_s, u"second"_s}));
    QVERIFY(!chat.session->hasRemovals());
    chat.onDisk();
    QVERIFY(chat.start());
    QTRY_COMPARE(chat.rows(), 4);
    QVERIFY(chat.line.deleted.isEmpty());
}

void TestBranches::CH_64_theNextStartFinishesIt()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.session->removeMessage(2);
    chat.onDisk();
    chat.session.reset(); // killed within the ten seconds
    QVERIFY(chat.line.deleted.isEmpty());
    ChatSessions sessions(chat.api, chat.workspace, chat.conversations, &chat.journal);
    sessions.recover(); // nobody has to open the conversation
    QTRY_COMPARE(chat.line.deleted, (QStringList{u"a2"_s, u"q2"_s}));
    QTRY_VERIFY(!sessions.session(ConversationId(u"c1"_s))->hasRemovals());
}

void TestBranches::CH_64_theCopiesGoToo()
{
    Chat chat;
    StoreThread copies(chat.folder, cacheStoreKind(chat.folder));
    ConversationCache cache(copies);
    cache.open(u"team/ann"_s);
    const auto kept = [&] {
        std::optional<qsizetype> count;
        cache.load(ConversationId(u"c1"_s), 100, this, [&count](const SavedMessages &saved) { count = saved.messages.size(); });
        return QTest::qWaitFor([&count] { return count.has_value(); }, 5000) ? *count : -1;
    };
    QVERIFY(chat.open());
    chat.session = std::make_unique<ChatSession>(chat.api, chat.workspace, chat.conversations, &chat.journal);
    chat.session->setCache(&cache);
    chat.session->open(ConversationId(u"c1"_s));
    QTRY_COMPARE(chat.session->state(), ChatSession::State::Idle);
    QTRY_COMPARE(chat.rows(), 4);
    QCOMPARE(kept(), 4);
    chat.session->setUndoTime(1);
    chat.session->removeMessage(0);
    QTRY_VERIFY(!chat.session->hasRemovals());
    QCOMPARE(kept(), 2);
    chat.session->removeMessage(0);
    QTRY_VERIFY(!chat.session->hasRemovals());
    QCOMPARE(kept(), 0); // an empty page would tell nothing
    chat.session.reset();
}

// Pages are counted from the newest: what was asked since and is gone again must not be counted.
void TestBranches::CH_64_noGapWhereOlderPagesBegin()
{
    Chat chat;
    for (int i = 0; i < 230; ++i)
        chat.line.add(u"x%1"_s.arg(i), i % 2 == 0 ? u"user"_s : u"assistant"_s, u"text %1"_s.arg(i));
    QVERIFY(chat.open() && chat.start());
    chat.session->setUndoTime(1);
    chat.session->send(u"new"_s, {}, {});
    QVERIFY(chat.settled());
    QCOMPARE(chat.rows(), 102);
    chat.session->loadOlder();
    QTRY_COMPARE(chat.rows(), 200); // this page overlaps: two are newer
    chat.session->removeMessage(198);
    QTRY_VERIFY(!chat.session->hasRemovals());
    chat.session->loadOlder();
    QTRY_COMPARE(chat.rows(), 234);
    QCOMPARE(chat.texts().first(), u"one"_s);
    QCOMPARE(chat.texts().at(34), u"text 30"_s);
    QVERIFY(!chat.session->canLoadOlder());
}

void TestBranches::CH_64_messagesTheServerNeverHadGoToo()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.line.refuseTurns = 1;
    chat.session->send(u"refused"_s, {}, {});
    QTRY_COMPARE(chat.model().messageAt(4).state, MessageState::Failed);
    chat.session->removeMessage(4);
    QCOMPARE(chat.rows(), 4);
    chat.session->undoRemove();
    QCOMPARE(chat.model().messageAt(4).content, u"refused"_s);
    chat.session->removeMessage(4);
    chat.session->finishRemove();
    QVERIFY(!chat.session->hasRemovals());
    QVERIFY(chat.line.deleted.isEmpty());
    chat.onDisk();
    QVERIFY(chat.start());
    QTRY_COMPARE(chat.rows(), 4);
}

void TestBranches::CH_64_aWaitingMessageComesBackToItsPlace()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.line.hold = true;
    chat.session->send(u"three"_s, {}, {});
    chat.session->send(u"four"_s, {}, {});
    chat.session->send(u"five"_s, {}, {});
    QTRY_COMPARE(chat.session->waitingCount(), 2);
    QTRY_COMPARE(chat.rows(), 8);
    chat.session->removeMessage(6);
    QCOMPARE(chat.session->waitingCount(), 1); // it cannot be sent meanwhile
    QCOMPARE(chat.session->undoableCount(), 1);
    chat.session->undoRemove();
    QCOMPARE(chat.session->waitingCount(), 2);
    QCOMPARE(chat.texts().mid(6), (QStringList{u"four"_s, u"five"_s}));
}

// ------------------------------------------------------------------------------------------------ ratings

// The end of one deletion lets go what waited behind a refused question: the one that is being deleted is not among it.
void TestBranches::CH_64_deletingWhatWaitsSendsNothingOfIt()
{
    Chat chat;
    QVERIFY(chat.open() && chat.start());
    chat.line.refuseTurns = 1;
    for (const QString &text : {u"three"_s, u"four"_s, u"five"_s})
        chat.session->send(text, {}, {});
    QTRY_VERIFY(chat.rows() == 7 && chat.model().messageAt(4).state == MessageState::Failed);
    QCOMPARE(chat.session->waitingCount(), 2);
    chat.session->removeMessage(4); // the refused one, which can be undone
    QCOMPARE(chat.texts().mid(4), (QStringList{u"four"_s, u"five"_s}));
    chat.session->removeMessage(5); // ends that
    chat.session->finishRemove();
    QVERIFY(chat.settled());
    QVERIFY(!chat.texts().contains(u"five"_s));
    for (const QJsonObject &asked : std::as_const(chat.line.asked))
        QVERIFY(asked.value("message"_L1).toString() != u"five"_s);
    QVERIFY(chat.line.deleted.isEmpty()); // the server never had any of them
}

void TestBranches::whatIsAskedAgainKeepsItsOptions()
{
    Chat chat(treeFeatures + R"(,"chat_sampling")");
    QVERIFY(chat.open() && chat.start());
    chat.line.refuseTurns = 1;
    ChatOptions options;
    options.temperature = 0.25;
    chat.session->send(u"three"_s, {}, {}, options);
    QTRY_VERIFY(chat.rows() == 5 && chat.model().messageAt(4).state == MessageState::Failed);
    chat.session->retry(4);
    QTRY_COMPARE(chat.line.asked.size(), 1); // a refused one is not counted
    QCOMPARE(chat.line.asked.constLast().value("temperature"_L1).toDouble(), 0.25);
    QVERIFY(chat.settled());
}

void TestBranches::CH_67_ratingsAndNotesAreKept()
{
    Chat chat;
    chat.journal.open(u"ana"_s);
    RatingStore ratings(chat.store, chat.journal);
    ratings.open();
    RatedAnswer answer{u"a1"_s, ConversationId(u"c1"_s), Rating::Down, u"wrong year"_s, u"one"_s, u"first"_s, u"table"_s, {u"query"_s}, {},
                       {}};
    ratings.rate(answer);
    QCOMPARE(ratings.rating(u"a1"_s), Rating::Down);
    answer.message = u"a2"_s;
    answer.rating = Rating::Up;
    answer.note.clear();
    ratings.rate(answer);
    RatingStore again(chat.store, chat.journal);
    again.open();
    QTRY_COMPARE(again.marks().size(), 2);
    QCOMPARE(again.note(u"a1"_s), u"wrong year"_s);
    QVERIFY(again.marks().value(u"a1"_s).hasNote);
    QVERIFY(!again.marks().value(u"a2"_s).hasNote);
    QList<RatedAnswer> rows;
    again.all(this, [&rows](const Result<QList<RatedAnswer>> &all) { rows = all ? *all : QList<RatedAnswer>(); });
    QTRY_COMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).question, u"one"_s);
    QCOMPARE(rows.at(0).answer, u"first"_s);
    QCOMPARE(rows.at(0).agent, u"table"_s);
    QCOMPARE(rows.at(0).tools, QStringList{u"query"_s});
    QVERIFY(rows.at(0).ratedAt.isValid());
    answer.message = u"a1"_s;
    answer.rating = Rating::None;
    again.rate(answer);
    QCOMPARE(again.marks().size(), 1);
    chat.journal.open(u"ben"_s);
    again.open();
    QCOMPARE(again.marks().size(), 0); // nobody sees another's
    chat.onDisk();
    QCOMPARE(again.marks().size(), 0);
}

void TestBranches::CH_67_ratingsGoWithTheirConversation()
{
    Chat chat;
    RatingStore ratings(chat.store, chat.journal);
    ratings.open();
    ratings.rate({u"a1"_s, ConversationId(u"c1"_s), Rating::Up, {}, u"one"_s, u"first"_s, {}, {}, {}, {}});
    ratings.rate({u"b1"_s, ConversationId(u"c2"_s), Rating::Up, {}, u"one"_s, u"first"_s, {}, {}, {}, {}});
    chat.journal.removeConversation(ConversationId(u"c1"_s));
    RatingStore again(chat.store, chat.journal);
    again.open();
    QTRY_COMPARE(again.marks().size(), 1);
    QVERIFY(again.marks().contains(u"b1"_s));
}

// ------------------------------------------------------------------------------------------------ words

void TestBranches::wordsThatDifferAreFound_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QStringList>("onlyLeft");
    QTest::addColumn<QStringList>("onlyRight");
    QTest::newRow("nothing") << u"a b"_s << u"a b"_s << QStringList{} << QStringList{};
    QTest::newRow("a word") << u"South sold most."_s << u"North sold most."_s << QStringList{u"South"_s} << QStringList{u"North"_s};
    QTest::newRow("added") << u"a b"_s << u"a new b"_s << QStringList{} << QStringList{u"new "_s};
    QTest::newRow("a line") << u"one\ntwo\nthree"_s << u"one\nthree"_s << QStringList{u"two\n"_s} << QStringList{};
    QTest::newRow("two places") << u"one two\nthree four\n"_s << u"1 two\nthree 4\n"_s << QStringList{u"one"_s, u"four"_s}
                                << QStringList{u"1"_s, u"4"_s};
    QTest::newRow("everything") << u"a"_s << QString() << QStringList{u"a"_s} << QStringList{};
}

void TestBranches::wordsThatDifferAreFound()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    const WordDiff diff = wordDiff(left, right);
    const auto texts = [](const QString &text, const QList<TextSpan> &spans) {
        QStringList all;
        for (const TextSpan &span : spans)
            all.append(text.sliced(span.start, span.length));
        return all;
    };
    QTEST(texts(left, diff.left), "onlyLeft");
    QTEST(texts(right, diff.right), "onlyRight");
}

void TestBranches::unlikeTextsEndInTime()
{
    QString left;
    QString right;
    for (int i = 0; i < 20'000; ++i) {
        left += u"left %1\n"_s.arg(i);
        right += u"right %1\n"_s.arg(i * 7);
    }
    const WordDiff diff = wordDiff(left, right);
    QCOMPARE(diff.left.size(), 1); // as a whole
    QCOMPARE(diff.right.size(), 1);
}

QTEST_GUILESS_MAIN(TestBranches)
#include "tst_branches.moc"
