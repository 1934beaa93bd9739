// What can be done with conversations beside talking: marks, groups, deleting with a way back, shares, files taken in.
#include "state/chat/attachmentqueue.h"
#include "state/chat/chatsessions.h"
#include "state/conversations/conversationshares.h"
#include "state/conversations/conversationtools.h"
#include "state/export/conversationimport.h"
#include "state/export/conversationwriter.h"
#include "state/export/evidence.h"
#include "state/export/evidencecheck.h"
#include "state/models/conversationgroupmodel.h"
#include "state/models/conversationlistmodel.h"
#include "state/profiles/profilestore.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "state/teamfixture.h"

#include <QAbstractItemModelTester>
#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

ConversationId id(const QString &text)
{
    return ConversationId(text);
}

Conversation conversation(const QString &name, const QDateTime &updated, const QString &preview = {})
{
    Conversation out;
    out.id = id(name);
    out.title = name.toUpper();
    out.updatedAt = updated;
    out.lastMessage = preview;
    return out;
}

QDateTime at(const char *local)
{
    return QDateTime::fromString(QString::fromLatin1(local), Qt::ISODate);
}

// A workspace against a scripted server, with a database on disk that can be opened anew.
struct Fixture : TeamFixture {
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(u"user"_s)};
    std::unique_ptr<StoreThread> store = std::make_unique<StoreThread>(folder, userStoreKind(folder));
    std::unique_ptr<TurnJournal> journal = std::make_unique<TurnJournal>(*store);
    std::unique_ptr<ChatSessions> sessions = std::make_unique<ChatSessions>(api, workspace, conversations, journal.get());
    std::unique_ptr<ConversationTools> tools = std::make_unique<ConversationTools>(api, *store, conversations, *sessions, workspace);
    QByteArrayList deleted;
    Scripted deletion = reply(204, {});

    Fixture()
    {
        features = localFeatures;
        script = [this](const Received &request) {
            if (request.method == "DELETE") {
                deleted.append(request.target);
                return deletion;
            }
            return Scripted{};
        };
    }

    [[nodiscard]] ConversationMarks &marks() { return tools->marks(); }
    [[nodiscard]] bool openMarks(const QString &account = u"a"_s)
    {
        journal->open(account);
        tools->open(account);
        return QTest::qWaitFor([this] { return marks().isLoaded(); }, 5000);
    }
    // As the next start of the program would.
    [[nodiscard]] bool restart(const QString &account = u"a"_s)
    {
        tools.reset();
        sessions.reset();
        journal.reset();
        store.reset();
        store = std::make_unique<StoreThread>(folder, userStoreKind(folder));
        journal = std::make_unique<TurnJournal>(*store);
        sessions = std::make_unique<ChatSessions>(api, workspace, conversations, journal.get());
        tools = std::make_unique<ConversationTools>(api, *store, conversations, *sessions, workspace);
        return openMarks(account);
    }
};

QStringList shown(const ConversationGroupModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        rows.append(model.isHeader(index) ? u"# "_s + index.data().toString() : model.idAt(index).value());
    }
    return rows;
}

QByteArray manyConversations(int count)
{
    QByteArray list;
    for (int i = 0; i < count; ++i) {
        const QDateTime when = QDateTime(QDate(2021, 5, 2), QTime(12, 0), Qt::UTC).addSecs(-i * 3600LL);
        list += (i == 0 ? "" : ",") + R"({"id":"c)"_ba + QByteArray::number(i) + R"(","title":"T)" + QByteArray::number(i) +
                R"(","updated_at":")" + when.toString(Qt::ISODate).toLatin1() + R"("})";
    }
    return R"({"conversations":[)" + list + R"(],"total":)" + QByteArray::number(count) + "}";
}

Message message(Role role, const QString &content)
{
    Message out;
    out.role = role;
    out.content = content;
    out.createdAt = QDateTime(QDate(2025, 1, 2), QTime(3, 4), Qt::UTC);
    return out;
}

ConversationFile sampleFile()
{
    ConversationFile file;
    file.conversation.id = id(u"elsewhere"_s);
    file.conversation.title = u"Figures & <b>facts</b>"_s;
    file.messages = {message(Role::User, u"Which region?"_s), message(Role::Assistant, u"**South**."_s), message(Role::User, u"Sure?"_s),
                     message(Role::Assistant, u"Nearly"_s)};
    ToolCall call;
    call.callId = u"k1"_s;
    call.tool = u"table_query"_s;
    call.title = u"Queried sales.csv"_s;
    call.input = QJsonObject{{u"sql"_s, u"SELECT 1"_s}};
    call.output = QJsonObject{{u"rows"_s, 2}};
    call.finished = true;
    call.durationMs = 42;
    file.messages[1].toolCalls = {call};
    Citation citation;
    citation.filename = u"sales.csv"_s;
    citation.quote = u"South;1"_s;
    citation.page = 3;
    file.messages[1].citations = {citation};
    file.messages[1].runId = RunId(u"a-run-of-another-server"_s);
    file.messages[3].state = MessageState::Stopped;
    return file;
}

} // namespace

class TestConversations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void CH_07_marksSurviveARestart();
    void CH_07_marksFollowAConversationToItsIdAndItsEnd();
    void CH_07_whatIsSeenBeforeTheyAreLoadedTakesNoMarkAway();
    void CH_07_accountsAreKeptApartAndRemoved();
    void CH_07_whatWasMarkedBeforeTheNameIsKnownStays();
    void CH_08_whatCameWhileItWasNotShownIsUnread();
    void CH_08_markedUnreadStaysSoUntilItIsOpened();
    void CH_08_groupsByTheDayOfTheLastActivity();
    void CH_08_aNewDayGivesNewHeadersOverTheSameRows();
    void CH_08_archivedOnesAreThereOnlyWhenAskedFor();
    void CH_08_filtersHideAndUnreadOnesStayWhileTheyAreRead();
    void CH_08_anyChangesLeaveTheSameListAsSortingWould();
    void CH_01_oneChangeOfTenThousandMovesOneRow();
    void CH_09_theBadgeFollowsTheSessionsThatAreBusy();
    void CH_06_undoneInTimeNothingIsSent();
    void CH_06_theServerHearsOfItLaterAndThenTheMarksGo();
    void CH_06_severalAtOnceAndTheLastIsUndoneFirst();
    void CH_06_oneThatTheServerRefusesIsBackWithItsReason();
    void CH_06_notSentBeforeTheEndIsSentAtTheNextStart();
    void CH_06_withoutAConnectionItWaits();
    void CH_24_sharesAreListedAddedChangedAndRemoved();
    void CH_24_aServerWithoutSharesAndAStrangersConversationAreTold();
    void CH_24_privacyShowsWhenTheServerHasTakenIt();
    void anImportedExportExportsTheSame();
    void aCancelledOrFailedImportLeavesNothingBehind();
    void anImportThatTheEndOfTheProgramCutIsToldAtTheNextStart();
    void anImportIsRememberedByItsContent();
    void whatWasUploadedIsKnownToALaterEvidenceFile();
};

void TestConversations::CH_07_marksSurviveARestart()
{
    Fixture f;
    QVERIFY(f.openMarks());
    QSignalSpy changed(&f.marks(), &ConversationMarks::changed);
    f.marks().setPinned({id(u"c1"_s), id(u"c2"_s)}, true);
    QCOMPARE(changed.size(), 1);
    f.marks().setPinned({id(u"c2"_s)}, false);
    f.marks().setArchived({id(u"c3"_s)}, true);
    f.marks().changeTags({id(u"c1"_s), id(u"c3"_s)}, {u"  Q3\nreport "_s, u"budget"_s, u"BUDGET"_s, u" "_s}, {});
    f.marks().markUnread({id(u"c1"_s)});
    QVERIFY(f.restart());
    QVERIFY(f.marks().mark(id(u"c1"_s)).pinned);
    QVERIFY(f.marks().mark(id(u"c1"_s)).unread);
    QCOMPARE(f.marks().mark(id(u"c1"_s)).tags, (QStringList{u"budget"_s, u"Q3 report"_s}));
    QVERIFY(f.marks().mark(id(u"c2"_s)).isEmpty());
    QVERIFY(f.marks().mark(id(u"c3"_s)).archived);
    QCOMPARE(f.marks().tags(), (QStringList{u"budget"_s, u"Q3 report"_s}));
    f.marks().changeTags({id(u"c1"_s), id(u"c3"_s)}, {}, {u"budget"_s});
    QCOMPARE(f.marks().tags(), QStringList{u"Q3 report"_s});
}

void TestConversations::CH_07_marksFollowAConversationToItsIdAndItsEnd()
{
    Fixture f;
    QVERIFY(f.openMarks());
    const ConversationId before = provisionalConversation();
    f.marks().setPinned({before}, true);
    Q_EMIT f.sessions->conversationIdChanged(id(u"c9"_s), before); // as a session tells it
    QVERIFY(!f.marks().mark(before).pinned);
    QVERIFY(f.marks().mark(id(u"c9"_s)).pinned);
    QVERIFY(f.restart());
    QCOMPARE(f.marks().pinned(), QList<ConversationId>{id(u"c9"_s)});
    QVERIFY(f.open());
    f.conversations.remove(id(u"c9"_s));
    QTRY_VERIFY(f.marks().mark(id(u"c9"_s)).isEmpty());
    QVERIFY(f.restart());
    QVERIFY(f.marks().pinned().isEmpty());
}

void TestConversations::CH_07_whatIsSeenBeforeTheyAreLoadedTakesNoMarkAway()
{
    Fixture f;
    QVERIFY(f.openMarks());
    f.marks().setPinned({id(u"c1"_s)}, true);
    f.marks().changeTags({id(u"c1"_s)}, {u"budget"_s}, {});
    QVERIFY(f.openMarks(u"b"_s));
    f.tools->open(u"a"_s);
    f.marks().markRead(conversation(u"c1"_s, QDateTime::currentDateTimeUtc())); // the window opens it at its start
    QTRY_VERIFY(f.marks().isLoaded());
    QVERIFY(f.marks().mark(id(u"c1"_s)).pinned);
    QVERIFY(f.marks().mark(id(u"c1"_s)).seenAt.isValid());
    QVERIFY(f.restart());
    QCOMPARE(f.marks().mark(id(u"c1"_s)).tags, QStringList{u"budget"_s});
}

void TestConversations::CH_07_accountsAreKeptApartAndRemoved()
{
    Fixture f;
    QVERIFY(f.openMarks(u"a"_s));
    f.marks().setPinned({id(u"c1"_s)}, true);
    QVERIFY(f.openMarks(u"b"_s));
    QVERIFY(!f.marks().mark(id(u"c1"_s)).pinned);
    f.marks().setArchived({id(u"c1"_s)}, true);
    QVERIFY(f.openMarks(u"a"_s));
    QVERIFY(f.marks().mark(id(u"c1"_s)).pinned);
    QVERIFY(!f.marks().mark(id(u"c1"_s)).archived);
    bool done = false;
    f.tools->forget(u"a"_s);
    f.journal->removeAccount(u"a"_s, this, [&done](const Result<> &outcome) { done = outcome.has_value(); });
    QTRY_VERIFY(done);
    QVERIFY(f.restart(u"a"_s));
    QVERIFY(f.marks().mark(id(u"c1"_s)).isEmpty());
    QVERIFY(f.restart(u"b"_s));
    QVERIFY(f.marks().mark(id(u"c1"_s)).archived);
}

void TestConversations::CH_07_whatWasMarkedBeforeTheNameIsKnownStays()
{
    Fixture f;
    QVERIFY(f.openMarks(u"a"_s));
    f.marks().setPinned({id(u"old"_s)}, true);
    QVERIFY(f.openMarks(u"nobody"_s));
    f.marks().setPinned({id(u"new"_s)}, true);
    QSignalSpy loaded(&f.marks(), &ConversationMarks::loaded);
    f.journal->adopt(u"nobody"_s, u"a"_s);
    f.journal->open(u"a"_s);
    f.tools->rename(u"a"_s);
    QVERIFY(loaded.wait());
    QVERIFY(f.marks().mark(id(u"old"_s)).pinned);
    QVERIFY(f.marks().mark(id(u"new"_s)).pinned);
    QVERIFY(f.restart(u"a"_s));
    QCOMPARE(f.marks().pinned().size(), 2);
    QVERIFY(f.restart(u"nobody"_s));
    QVERIFY(f.marks().pinned().isEmpty());
}

void TestConversations::CH_08_whatCameWhileItWasNotShownIsUnread()
{
    Fixture f;
    QVERIFY(f.openMarks());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(!f.marks().isUnread(conversation(u"old"_s, now.addDays(-9), u"x"_s))); // of before marks were kept
    QVERIFY(f.marks().isUnread(conversation(u"new"_s, now.addSecs(60), u"x"_s)));
    Conversation c = conversation(u"c1"_s, now.addDays(-1), u"Hello"_s);
    f.marks().see(c);
    QVERIFY(!f.marks().isUnread(c));
    c.updatedAt = now.addSecs(60);
    QVERIFY(!f.marks().isUnread(c)); // renamed: nothing new to read
    c.lastMessage = u"An answer"_s;
    QVERIFY(f.marks().isUnread(c));
    QVERIFY(f.restart());
    QVERIFY(f.marks().isUnread(c));
    f.marks().see(c);
    QVERIFY(!f.marks().isUnread(c));
    QVERIFY(f.restart());
    QVERIFY(!f.marks().isUnread(c));
}

void TestConversations::CH_08_markedUnreadStaysSoUntilItIsOpened()
{
    Fixture f;
    QVERIFY(f.openMarks());
    const Conversation c = conversation(u"c1"_s, QDateTime::currentDateTimeUtc().addDays(-1), u"Hello"_s);
    f.marks().markRead(c);
    f.marks().markUnread({c.id});
    QVERIFY(f.marks().isUnread(c));
    f.marks().see(c);
    QVERIFY(f.marks().isUnread(c));
    f.marks().markRead(c);
    QVERIFY(!f.marks().isUnread(c));
}

void TestConversations::CH_08_groupsByTheDayOfTheLastActivity()
{
    Fixture f;
    QVERIFY(f.openMarks());
    ConversationListModel list(f.conversations, &f.marks(), f.sessions.get());
    ConversationGroupModel model(list, [] { return at("2021-05-14T10:00:00"); });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const auto &[name, when] : {std::pair("ancient", "2019-02-01T10:00:00"), std::pair("april", "2021-04-30T10:00:00"),
                                     std::pair("may", "2021-05-01T10:00:00"), std::pair("week", "2021-05-07T00:00:00"),
                                     std::pair("yesterday", "2021-05-13T00:00:00"), std::pair("midnight", "2021-05-14T00:00:00"),
                                     std::pair("today", "2021-05-14T09:00:00"), std::pair("future", "2021-05-15T09:00:00")})
        f.conversations.upsert(conversation(QString::fromLatin1(name), at(when)));
    QCOMPARE(shown(model),
             (QStringList{u"# Today"_s, u"future"_s, u"today"_s, u"midnight"_s, u"# Yesterday"_s, u"yesterday"_s, u"# Previous 7 days"_s,
                          u"week"_s, u"# May 2021"_s, u"may"_s, u"# April 2021"_s, u"april"_s, u"# 2019"_s, u"ancient"_s}));
    f.marks().setPinned({id(u"april"_s)}, true);
    QCOMPARE(shown(model).mid(0, 3), (QStringList{u"# Pinned"_s, u"april"_s, u"# Today"_s}));
    QVERIFY(!shown(model).contains(u"# April 2021"_s));
    f.marks().setPinned({id(u"april"_s)}, false);
    QVERIFY(!shown(model).contains(u"# Pinned"_s));
    QVERIFY(shown(model).contains(u"# April 2021"_s));
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Today, group of 3 conversations"_s);
    QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
    QVERIFY(model.flags(model.index(1)).testFlag(Qt::ItemIsSelectable));
}

void TestConversations::CH_08_aNewDayGivesNewHeadersOverTheSameRows()
{
    Fixture f;
    QVERIFY(f.openMarks());
    QDateTime now = at("2021-05-14T23:59:00");
    ConversationListModel list(f.conversations, &f.marks());
    ConversationGroupModel model(list, [&now] { return now; });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const char *when : {"2021-05-06T10:00:00", "2021-05-07T10:00:00", "2021-05-13T10:00:00", "2021-05-14T10:00:00"})
        f.conversations.upsert(conversation(QString::fromLatin1(when).mid(8, 2), at(when)));
    f.conversations.upsert(conversation(u"pin"_s, at("2021-05-14T11:00:00")));
    f.marks().setPinned({id(u"pin"_s)}, true);
    const QPersistentModelIndex kept = model.indexOf(id(u"14"_s));
    model.regroup();
    QCOMPARE(shown(model), (QStringList{u"# Pinned"_s, u"pin"_s, u"# Today"_s, u"14"_s, u"# Yesterday"_s, u"13"_s, u"# Previous 7 days"_s,
                                        u"07"_s, u"# May 2021"_s, u"06"_s}));
    now = at("2021-05-15T00:00:10");
    model.regroup();
    QCOMPARE(shown(model), (QStringList{u"# Pinned"_s, u"pin"_s, u"# Yesterday"_s, u"14"_s, u"# Previous 7 days"_s, u"13"_s,
                                        u"# May 2021"_s, u"07"_s, u"06"_s}));
    QVERIFY(kept.isValid());
    QCOMPARE(model.idAt(kept), id(u"14"_s));
    QCOMPARE(model.indexOf(id(u"06"_s)).row(), 8);
}

void TestConversations::CH_08_archivedOnesAreThereOnlyWhenAskedFor()
{
    Fixture f;
    QVERIFY(f.openMarks());
    ConversationListModel list(f.conversations, &f.marks());
    ConversationGroupModel model(list, [] { return at("2021-05-14T10:00:00"); });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const char *name : {"a", "b", "c"})
        f.conversations.upsert(conversation(QString::fromLatin1(name), at("2021-05-14T09:00:00")));
    f.marks().setArchived({id(u"a"_s), id(u"b"_s)}, true);
    QCOMPARE(shown(model), (QStringList{u"# Today"_s, u"c"_s, u"# Archived"_s}));
    QCOMPARE(model.index(2).data(ConversationGroupModel::CountRole).toInt(), 2);
    QCOMPARE(model.index(2).data(Qt::AccessibleTextRole).toString(), u"Archived, group of 2 conversations, closed"_s);
    QVERIFY(model.flags(model.index(2)).testFlag(Qt::ItemIsEnabled));
    QCOMPARE(model.shownCount(), 1);
    ConversationListFilter filter;
    filter.archivedShown = true;
    model.setFilter(filter);
    QCOMPARE(shown(model), (QStringList{u"# Today"_s, u"c"_s, u"# Archived"_s, u"a"_s, u"b"_s}));
    f.marks().setArchived({id(u"a"_s), id(u"b"_s)}, false);
    QCOMPARE(shown(model), (QStringList{u"# Today"_s, u"a"_s, u"b"_s, u"c"_s}));
}

void TestConversations::CH_08_filtersHideAndUnreadOnesStayWhileTheyAreRead()
{
    Fixture f;
    QVERIFY(f.openMarks());
    ConversationListModel list(f.conversations, &f.marks());
    ConversationGroupModel model(list, [] { return at("2021-05-14T10:00:00"); });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Conversation web = conversation(u"web"_s, at("2021-05-14T09:00:00"));
    web.source = u"web"_s;
    web.agentId = AgentId(u"table"_s);
    f.conversations.upsert(web);
    f.conversations.upsert(conversation(u"other"_s, at("2021-05-14T08:00:00")));
    f.marks().changeTags({id(u"other"_s)}, {u"budget"_s}, {});
    ConversationListFilter filter;
    filter.source = u"web"_s;
    model.setFilter(filter);
    QCOMPARE(shown(model), (QStringList{u"# Today"_s, u"web"_s}));
    filter = {};
    filter.agent = u"table"_s;
    model.setFilter(filter);
    QCOMPARE(shown(model), (QStringList{u"# Today"_s, u"web"_s}));
    f.marks().noteAgents(id(u"other"_s), {u"table"_s}); // it answered there, and no server says so
    QCOMPARE(shown(model), (QStringList{u"# Today"_s, u"web"_s, u"other"_s}));
    QCOMPARE(f.marks().agents(), QStringList{u"table"_s});
    filter = {};
    filter.tag = u"budget"_s;
    model.setFilter(filter);
    QCOMPARE(shown(model), (QStringList{u"# Today"_s, u"other"_s}));
    f.marks().changeTags({id(u"other"_s)}, {}, {u"budget"_s});
    QCOMPARE(shown(model), QStringList());
    filter = {};
    filter.unreadOnly = true;
    f.marks().markUnread({id(u"web"_s)});
    model.setFilter(filter);
    QCOMPARE(shown(model), (QStringList{u"# Today"_s, u"web"_s}));
    f.marks().markRead(web);
    QCOMPARE(shown(model), (QStringList{u"# Today"_s, u"web"_s}));
    model.setFilter({});
    model.setFilter(filter);
    QCOMPARE(shown(model), QStringList());
}

void TestConversations::CH_08_anyChangesLeaveTheSameListAsSortingWould()
{
    Fixture f;
    QVERIFY(f.openMarks());
    bool hasSeed = false;
    const int given = qEnvironmentVariableIntValue("DESK_SEED", &hasSeed);
    const quint32 seed = hasSeed ? static_cast<quint32>(given) : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QDateTime now = at("2021-05-14T10:00:00");
    const auto clock = [&now] { return now; };
    ConversationListModel list(f.conversations, &f.marks());
    ConversationGroupModel model(list, clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int step = 0; step < 200; ++step) {
        const ConversationId one = id(u"c%1"_s.arg(random.bounded(30)));
        switch (random.bounded(7)) {
        case 0:
        case 1:
            f.conversations.upsert(conversation(one.value(), now.addSecs(-random.bounded(60 * 86400))));
            break;
        case 2:
            f.marks().setPinned({one}, random.bounded(2) == 0);
            break;
        case 3:
            f.marks().setArchived({one}, random.bounded(2) == 0);
            break;
        case 4:
            f.conversations.forget(one);
            break;
        case 5: {
            ConversationListFilter filter;
            filter.archivedShown = random.bounded(2) == 0;
            model.setFilter(filter);
            break;
        }
        default:
            now = now.addSecs(random.bounded(2 * 86400));
            model.regroup();
        }
        ConversationGroupModel fresh(list, clock);
        fresh.setFilter(model.filter());
        QCOMPARE(shown(model), shown(fresh));
    }
    QCOMPARE(resets.size(), 0);
}

void TestConversations::CH_01_oneChangeOfTenThousandMovesOneRow()
{
    Fixture f;
    QByteArray answer = manyConversations(10'000);
    f.script = [&answer](const Received &request) { return request.target.startsWith("/conversations?") ? json(answer) : Scripted{}; };
    QVERIFY(f.openMarks());
    QVERIFY(f.open());
    ConversationListModel list(f.conversations, &f.marks());
    ConversationGroupModel model(list, [] { return QDateTime(QDate(2021, 5, 2), QTime(13, 0), Qt::UTC); });
    f.conversations.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(list.rowCount(), 10'000, 20'000);
    QCOMPARE(model.shownCount(), 10'000);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy sourceMoved(&list, &QAbstractItemModel::rowsMoved);
    f.conversations.upsert(conversation(u"c9000"_s, QDateTime(QDate(2021, 5, 2), QTime(12, 30), Qt::UTC)));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(sourceMoved.size(), 1);
    QCOMPARE(model.idAt(model.index(1)), id(u"c9000"_s));
    f.marks().setPinned({id(u"c5000"_s)}, true);
    QCOMPARE(moved.size(), 2);
    QCOMPARE(inserted.size(), 1); // the header of the pinned ones
    f.conversations.refresh();
    QTRY_VERIFY(!f.conversations.isLoading());
    QCOMPARE(inserted.size() + removed.size() + layout.size() + reset.size(), 1);
}

void TestConversations::CH_09_theBadgeFollowsTheSessionsThatAreBusy()
{
    Fixture f;
    f.script = [](const Received &request) {
        if (request.target.contains("stream"))
            return Scripted{{}, 0, Scripted::End::Hold};
        return request.target.startsWith("/conversations?") ? json(R"({"conversations":[{"id":"c1","title":"A"}],"total":1})") : Scripted{};
    };
    QVERIFY(f.openMarks());
    QVERIFY(f.open());
    ConversationListModel list(f.conversations, &f.marks(), f.sessions.get());
    f.conversations.refresh();
    QTRY_COMPARE(list.rowCount(), 1);
    ChatSession *session = f.sessions->session(id(u"c1"_s));
    QTRY_COMPARE(session->state(), ChatSession::State::Idle);
    QVERIFY(!list.index(0).data(ConversationListModel::RunningRole).toBool());
    session->send(u"Go"_s, {}, {});
    QTRY_VERIFY(list.index(0).data(ConversationListModel::RunningRole).toBool());
    session->stop();
    QTRY_VERIFY(!list.index(0).data(ConversationListModel::RunningRole).toBool());
}

void TestConversations::CH_06_undoneInTimeNothingIsSent()
{
    Fixture f;
    QVERIFY(f.openMarks());
    QVERIFY(f.open());
    ConversationListModel list(f.conversations, &f.marks());
    for (const char *name : {"a", "b"})
        f.conversations.upsert(conversation(QString::fromLatin1(name), QDateTime::currentDateTimeUtc()));
    ConversationRemovals &removals = f.tools->removals();
    removals.remove({id(u"a"_s)});
    QCOMPARE(list.rowCount(), 1);
    QCOMPARE(removals.title(), u"A"_s);
    QCOMPARE(removals.undo(), QList<ConversationId>{id(u"a"_s)});
    QCOMPARE(list.rowCount(), 2);
    QVERIFY(!removals.canUndo());
    QVERIFY(f.deleted.isEmpty());
    QVERIFY(f.restart());
    QVERIFY(f.marks().deleted().isEmpty());
}

void TestConversations::CH_06_theServerHearsOfItLaterAndThenTheMarksGo()
{
    Fixture f;
    QVERIFY(f.openMarks());
    QVERIFY(f.open());
    f.conversations.upsert(conversation(u"a"_s, QDateTime::currentDateTimeUtc()));
    f.marks().setPinned({id(u"a"_s)}, true);
    QSignalSpy removed(&f.conversations, &ConversationStore::removed);
    f.tools->removals().setUndoMs(30);
    f.tools->removals().remove({id(u"a"_s)});
    QVERIFY(f.marks().mark(id(u"a"_s)).pinned); // until it is confirmed
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(f.deleted, QByteArrayList{"/conversations/a"});
    QVERIFY(f.marks().mark(id(u"a"_s)).isEmpty());
    QVERIFY(!f.tools->removals().canUndo());
}

void TestConversations::CH_06_severalAtOnceAndTheLastIsUndoneFirst()
{
    Fixture f;
    QVERIFY(f.openMarks());
    QVERIFY(f.open());
    ConversationListModel list(f.conversations, &f.marks());
    for (const char *name : {"a", "b", "c", "d"})
        f.conversations.upsert(conversation(QString::fromLatin1(name), QDateTime::currentDateTimeUtc()));
    ConversationRemovals &removals = f.tools->removals();
    removals.setUndoMs(300);
    removals.remove({id(u"a"_s), id(u"b"_s)});
    QCOMPARE(removals.count(), 2);
    removals.remove({id(u"c"_s), id(u"a"_s)}); // a is gone already
    QCOMPARE(removals.count(), 1);
    QCOMPARE(list.rowCount(), 1);
    QCOMPARE(removals.undo(), QList<ConversationId>{id(u"c"_s)});
    QCOMPARE(removals.count(), 2);
    QTRY_COMPARE(f.conversations.conversations().size(), 2);
    std::sort(f.deleted.begin(), f.deleted.end());
    QCOMPARE(f.deleted, (QByteArrayList{"/conversations/a", "/conversations/b"}));
    QCOMPARE(list.rowCount(), 2);
}

void TestConversations::CH_06_oneThatTheServerRefusesIsBackWithItsReason()
{
    Fixture f;
    f.deletion = reply(403, R"({"detail":"not yours"})");
    QVERIFY(f.openMarks());
    QVERIFY(f.open());
    ConversationListModel list(f.conversations, &f.marks());
    f.conversations.upsert(conversation(u"a"_s, QDateTime::currentDateTimeUtc()));
    QSignalSpy failed(&f.tools->removals(), &ConversationRemovals::failed);
    f.tools->removals().setUndoMs(10);
    f.tools->removals().remove({id(u"a"_s)});
    QCOMPARE(list.rowCount(), 0);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().toString(), u"A"_s);
    QCOMPARE(failed.constFirst().at(1).value<Error>().kind, Error::Kind::Forbidden);
    QCOMPARE(list.rowCount(), 1);
    QVERIFY(f.restart());
    QVERIFY(f.marks().deleted().isEmpty());
}

void TestConversations::CH_06_notSentBeforeTheEndIsSentAtTheNextStart()
{
    Fixture f;
    QVERIFY(f.openMarks());
    QVERIFY(f.open());
    f.conversations.upsert(conversation(u"a"_s, QDateTime::currentDateTimeUtc()));
    f.tools->removals().remove({id(u"a"_s)});
    QVERIFY(f.deleted.isEmpty());
    f.conversations.clear();
    f.workspace.close();
    QVERIFY(f.restart());
    QCOMPARE(f.marks().deleted(), QList<ConversationId>{id(u"a"_s)});
    ConversationListModel list(f.conversations, &f.marks());
    f.conversations.upsert(conversation(u"a"_s, QDateTime::currentDateTimeUtc())); // as the server still has it
    QCOMPARE(list.rowCount(), 0);
    QVERIFY(f.deleted.isEmpty());
    QVERIFY(f.open());
    QTRY_COMPARE(f.deleted, QByteArrayList{"/conversations/a"});
    QTRY_VERIFY(f.marks().deleted().isEmpty());
    QVERIFY(f.conversations.conversations().isEmpty());
}

void TestConversations::CH_06_withoutAConnectionItWaits()
{
    Fixture f;
    QVERIFY(f.openMarks());
    QVERIFY(f.open());
    f.conversations.upsert(conversation(u"a"_s, QDateTime::currentDateTimeUtc()));
    f.workspace.close();
    f.tools->removals().setUndoMs(0);
    f.tools->removals().remove({id(u"a"_s)});
    QTRY_VERIFY(!f.tools->removals().canUndo());
    QVERIFY(f.deleted.isEmpty());
    QVERIFY(f.marks().isDeleted(id(u"a"_s)));
    QVERIFY(f.open());
    QTRY_COMPARE(f.deleted.size(), 1);
}

void TestConversations::CH_24_sharesAreListedAddedChangedAndRemoved()
{
    Fixture f;
    QByteArrayList bodies;
    f.script = [&](const Received &request) {
        if (request.target == "/conversations/c1/shares" && request.method == "GET")
            return json(
                R"({"shares":[{"id":"s1","conversation_id":"c1","user_id":"u1","role":"viewer","shared_at":"2021-05-02T09:14:03"}]})");
        if (request.method == "POST") {
            bodies.append(request.body);
            return reply(201, R"({"id":"s1","conversation_id":"c1","user_id":"u1","role":"editor"})");
        }
        if (request.method == "DELETE")
            return request.target == "/conversations/c1/shares/u1" ? reply(204, {}) : reply(500, {});
        return Scripted{};
    };
    QVERIFY(f.open());
    ConversationShares *shares = f.tools->newShares(id(u"c1"_s), &f.workspace);
    shares->load();
    QTRY_COMPARE(shares->state(), ConversationShares::State::Ready);
    QCOMPARE(shares->shares().size(), 1);
    shares->add(UserId(u"u1"_s), ShareRole::Editor);
    QVERIFY(shares->isBusy());
    QCOMPARE(shares->shares().constFirst().role.value(), ShareRole::Viewer); // not before the server has taken it
    QTRY_VERIFY(!shares->isBusy());
    QCOMPARE(shares->shares().size(), 1);
    QCOMPARE(shares->shares().constFirst().role.value(), ShareRole::Editor);
    QVERIFY(bodies.constFirst().contains("editor"));
    shares->remove(UserId(u"u1"_s));
    QTRY_VERIFY(shares->shares().isEmpty());
}

void TestConversations::CH_24_aServerWithoutSharesAndAStrangersConversationAreTold()
{
    Fixture f;
    int status = 404;
    f.script = [&status](const Received &request) {
        return request.target.endsWith("/shares") ? reply(status, R"({"detail":"Not Found"})") : Scripted{};
    };
    QVERIFY(f.open());
    ConversationShares *shares = f.tools->newShares(id(u"c1"_s), &f.workspace);
    shares->load();
    QTRY_COMPARE(shares->state(), ConversationShares::State::NotOffered);
    status = 403;
    shares->load();
    QTRY_COMPARE(shares->state(), ConversationShares::State::NotOurs);
}

void TestConversations::CH_24_privacyShowsWhenTheServerHasTakenIt()
{
    Fixture f;
    int status = 403;
    QByteArray body;
    f.script = [&](const Received &request) {
        if (request.method != "PATCH")
            return Scripted{};
        body = request.body;
        return status == 200 ? json(R"({"id":"c1","title":"C1","is_private":true})") : reply(status, R"({"detail":"no"})");
    };
    QVERIFY(f.open());
    Conversation c = conversation(u"c1"_s, QDateTime::currentDateTimeUtc());
    c.isPrivate = false;
    f.conversations.upsert(c);
    int answers = 0;
    bool worked = true;
    const auto done = [&](const Result<> &outcome) {
        ++answers;
        worked = outcome.has_value();
    };
    f.conversations.setPrivate(c.id, true, this, done);
    QTRY_COMPARE(answers, 1);
    QVERIFY(!worked);
    QCOMPARE(f.conversations.find(c.id)->isPrivate, std::optional(false));
    QCOMPARE(body, QByteArray(R"({"is_private":true})"));
    status = 200;
    f.conversations.setPrivate(c.id, true, this, done);
    QTRY_COMPARE(answers, 2);
    QVERIFY(worked);
    QCOMPARE(f.conversations.find(c.id)->isPrivate, std::optional(true));
}

void TestConversations::anImportedExportExportsTheSame()
{
    const QTemporaryDir data;
    MemoryStore secrets;
    AuthManagers accounts(secrets);
    ProfileTokenSource tokens;
    Transport transport(tokens);
    ApiClient api(transport);
    Workspace workspace(api, tokens, accounts, {data.path(), QStringLiteral(DESK_BIN_DIR "/agentdesk-localserver"), u"en"_s});
    ConversationStore conversations(api);
    workspace.open(ProfileStore::local());
    QTRY_COMPARE_WITH_TIMEOUT(workspace.state(), Workspace::State::Ready, 20'000);

    // What the program writes is read, taken in, and written again.
    const QString path = data.filePath(u"export.json"_s);
    const auto exported = [&path](const ConversationFile &file) {
        ExportContent content;
        content.conversation = file.conversation;
        content.messages = file.messages;
        content.options.thoughts = true;
        ExportProgress progress;
        const std::unique_ptr<ConversationWriter> writer = textWriter(ExportFormat::Json);
        return writeConversation(*writer, content, path, progress).has_value() ? ConversationFile::read(path)
                                                                               : Result<ConversationFile>(Unexpected{Error()});
    };
    const Result<ConversationFile> first = exported(sampleFile());
    QVERIFY(first.has_value());
    const QTemporaryDir kept;
    const StoreFolder keptIn{kept.filePath(u"user"_s)};
    StoreThread store(keptIn, userStoreKind(keptIn));
    UnfinishedImports unfinished(store);
    ConversationImport import(api, conversations, unfinished);
    std::optional<Result<ConversationId>> outcome;
    connect(&import, &ConversationImport::finished, this, [&outcome](const Result<ConversationId> &made) { outcome = made; });
    QList<qsizetype> steps;
    connect(&import, &ConversationImport::progressed, this, [&steps](qsizetype done, qsizetype) { steps.append(done); });
    import.start(*first);
    QTRY_VERIFY(outcome.has_value());
    QVERIFY2(outcome->has_value(), qPrintable(outcome->has_value() ? QString() : outcome->error().userText()));
    QCOMPARE(steps, (QList<qsizetype>{0, 1, 2, 3, 4}));

    ChatSessions sessions(api, workspace, conversations);
    ChatSession *session = sessions.session(**outcome);
    QTRY_COMPARE(session->transcript().rowCount(), 4);
    ConversationFile again;
    again.conversation = *conversations.find(**outcome);
    for (int row = 0; row < 4; ++row)
        again.messages.append(session->transcript().messageAt(row));
    const Result<ConversationFile> second = exported(again);
    QVERIFY(second.has_value());
    QCOMPARE(second->conversation.title, first->conversation.title);
    QCOMPARE(second->messages.at(1).toolCalls.size(), 1);
    QCOMPARE(second->messages.at(1).toolCalls.constFirst().output, first->messages.at(1).toolCalls.constFirst().output);
    QCOMPARE(second->messages.at(1).citations.constFirst().quote, u"South;1"_s);
    QCOMPARE(second->messages.at(3).state, MessageState::Stopped);
    QCOMPARE(ImportPlan::of(*second).content, ImportPlan::of(*first).content); // all of it, but times and ids
    sessions.clear();
    workspace.shutdown(5000);
}

void TestConversations::aCancelledOrFailedImportLeavesNothingBehind()
{
    Fixture f;
    int messages = 0;
    int failAt = 3;
    f.script = [&](const Received &request) {
        if (request.method == "DELETE") {
            f.deleted.append(request.target);
            return reply(204, {});
        }
        if (request.method == "POST" && request.target == "/conversations")
            return reply(201, R"({"id":"new","title":"T"})");
        if (request.method == "POST")
            return ++messages == failAt ? reply(403, R"({"detail":"too much"})") : reply(201, R"({"id":"m","role":"user","content":"x"})");
        return Scripted{};
    };
    QVERIFY(f.open());
    std::optional<Result<ConversationId>> outcome;
    const auto run = [&](bool cancels) {
        outcome.reset();
        ConversationImport *import = f.tools->newImport(&f.workspace);
        connect(import, &ConversationImport::finished, this, [&outcome](const Result<ConversationId> &made) { outcome = made; });
        connect(import, &ConversationImport::progressed, this, [import, cancels](qsizetype done) {
            if (cancels && done == 2)
                import->cancel();
        });
        import->start(sampleFile());
    };
    run(false);
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(!outcome->has_value());
    QCOMPARE(outcome->error().kind, Error::Kind::Forbidden);
    QCOMPARE(f.deleted, QByteArrayList{"/conversations/new"});
    QVERIFY(f.conversations.conversations().isEmpty());
    failAt = -1;
    run(true);
    QTRY_VERIFY(outcome.has_value());
    QCOMPARE(outcome->error().kind, Error::Kind::Cancelled);
    QCOMPARE(f.deleted.size(), 2);
    QCOMPARE(messages, 5); // three, and the two before it was cancelled
}

void TestConversations::anImportThatTheEndOfTheProgramCutIsToldAtTheNextStart()
{
    Fixture f;
    int messages = 0;
    f.script = [&messages](const Received &request) {
        if (request.method == "POST" && request.target == "/conversations")
            return reply(201, R"({"id":"new","title":"Cut short"})");
        if (request.method == "POST" && ++messages == 3)
            return Scripted{{}, 0, Scripted::End::Hold};
        return request.method == "POST" ? reply(201, R"({"id":"m","role":"user","content":"x"})") : Scripted{};
    };
    QVERIFY(f.open());
    QVERIFY(f.openMarks());
    ConversationImport *import = f.tools->newImport(f.tools.get()); // and so gone with the program
    import->start(sampleFile());
    QTRY_COMPARE(messages, 3);
    f.tools->unfinishedImports().open(u"a"_s);
    QVERIFY(f.restart());
    QTRY_COMPARE(f.tools->unfinishedImports().parts().size(), 1);
    QCOMPARE(f.tools->unfinishedImports().parts().constFirst().conversation, id(u"new"_s));
    QCOMPARE(f.tools->unfinishedImports().parts().constFirst().title, u"Cut short"_s);
    f.tools->unfinishedImports().end(id(u"new"_s));
    QVERIFY(f.tools->unfinishedImports().parts().isEmpty());

    messages = 10; // this one ends, and leaves nothing to say
    bool isWhole = false;
    import = f.tools->newImport(f.tools.get());
    connect(import, &ConversationImport::finished, this, [&isWhole](const auto &made) { isWhole = made.has_value(); });
    import->start(sampleFile());
    QTRY_VERIFY(isWhole);
    QVERIFY(f.restart());
    QSignalSpy read(&f.tools->unfinishedImports(), &UnfinishedImports::changed);
    f.tools->unfinishedImports().open(u"a"_s);
    QTRY_COMPARE(read.size(), 2); // emptied, and read
    QVERIFY(f.tools->unfinishedImports().parts().isEmpty());
}

void TestConversations::anImportIsRememberedByItsContent()
{
    Fixture f;
    QVERIFY(f.openMarks());
    ConversationFile file = sampleFile();
    const ImportPlan plan = ImportPlan::of(file);
    QCOMPARE(plan.messages, 4);
    file.messages[0].createdAt = {};
    file.messages[0].id = MessageId(u"other"_s);
    QCOMPARE(ImportPlan::of(file).content, plan.content); // another export of the same
    file.messages[0].content += u'!';
    QVERIFY(ImportPlan::of(file).content != plan.content);
    file.messages[0].content.clear();
    file.messages[1].attachments = {StoredFile{FileId(u"f"_s), u"a.csv"_s, u"text/csv"_s, 3, {}}};
    QCOMPARE(ImportPlan::of(file).empty, 1);
    QCOMPARE(ImportPlan::of(file).files, 1);
    f.tools->imports().add(plan.content, id(u"c1"_s));
    QVERIFY(f.restart());
    std::optional<std::optional<ImportRecords::Record>> found;
    f.tools->imports().find(plan.content, this, [&found](const auto &record) { found = record; });
    QTRY_VERIFY(found.has_value());
    QVERIFY(found->has_value());
    QCOMPARE((*found)->conversation, id(u"c1"_s));
    f.tools->imports().open(u"somebody else"_s);
    found.reset();
    f.tools->imports().find(plan.content, this, [&found](const auto &record) { found = record; });
    QTRY_VERIFY(found.has_value());
    QVERIFY(!found->has_value());
}

void TestConversations::whatWasUploadedIsKnownToALaterEvidenceFile()
{
    Fixture f;
    QByteArray body;
    f.script = [&body](const Received &request) {
        if (request.target != "/files")
            return Scripted{};
        body = request.body;
        return reply(201, R"({"id":"f1","filename":"a.csv","mime_type":"text/csv","size_bytes":9,"sha256":"00ff"})");
    };
    QVERIFY(f.open());
    QVERIFY(f.openMarks());
    const QByteArray content = "North,1204";
    QFile file(f.dir.filePath(u"a.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    AttachmentQueue queue(f.api);
    connect(&queue, &AttachmentQueue::uploaded, &f.tools->fileHashes(), &FileHashes::keep);
    queue.add({file.fileName()});
    QTRY_VERIFY(!queue.isUploading());
    QVERIFY(body.contains(content));
    const QList<StoredFile> taken = queue.take();
    QCOMPARE(taken.size(), 1);
    QVERIFY(QFile::remove(file.fileName())); // it need not be there any more

    QVERIFY(f.restart());
    ExportContent exported;
    Message question;
    question.role = Role::User;
    question.attachments = {StoredFile{FileId(u"f1"_s), u"a.csv"_s, u"text/csv"_s, 9, {}},
                            StoredFile{FileId(u"f2"_s), u"of a colleague.csv"_s, u"text/csv"_s, 3, {}}};
    Message answer;
    answer.role = Role::Assistant;
    exported.messages = {question, answer};
    std::optional<QHash<QString, QByteArray>> hashes;
    f.tools->fileHashes().find(exported.messages, this, [&hashes](const auto &found) { hashes = found; });
    QTRY_VERIFY(hashes.has_value());
    const QByteArray expected = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    QCOMPARE(*hashes, (QHash<QString, QByteArray>{{u"f1"_s, expected}})); // and not what the server says
    exported.fileHashes = *hashes;
    const QByteArray evidence = Evidence::write(exported);
    QVERIFY(evidence.contains(expected.toHex()));
    QCOMPARE(evidence.count("not known here"), 1);
    QCOMPARE(EvidenceCheck::of(evidence).outcome(), EvidenceCheck::Outcome::Whole);
    f.tools->fileHashes().open(u"somebody else"_s);
    hashes.reset();
    f.tools->fileHashes().find(exported.messages, this, [&hashes](const auto &found) { hashes = found; });
    QTRY_VERIFY(hashes.has_value());
    QVERIFY(hashes->isEmpty());
}

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
