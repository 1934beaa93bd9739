// user.db: what exists nowhere else, and what may happen to it.
#include "sqlite/statement.h"
#include "state/store/draftstore.h"
#include "state/store/storehealth.h"
#include "state/store/storethread.h"
#include "state/store/storeupkeep.h"
#include "state/store/tracetable.h"
#include "state/store/turnjournal.h"
#include "state/store/userschema.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

struct Opened {
    explicit Opened(const QString &root)
        : folder{root}
        , thread(folder, userStoreKind(folder))
        , drafts(thread)
        , journal(thread)
    {
        QObject::connect(&thread, &StoreThread::opened, &thread, [this](const StoreReport &r) { report = r; });
        QObject::connect(&thread, &StoreThread::unavailable, &thread, [this](const Error &e) { error = e; });
        drafts.open(u"account"_s);
        journal.open(u"account"_s);
    }
    bool isLoaded()
    {
        return QTest::qWaitFor([this] { return drafts.isLoaded(); }, 10'000);
    }
    qint64 pragma(const char *name)
    {
        qint64 value = -1;
        bool done = false;
        thread.run(
            &thread, [name](Database &database) { return database.pragma(name); },
            [&](const Result<qint64> &result) {
                value = result ? *result : -1;
                done = true;
            });
        return QTest::qWaitFor([&] { return done; }, 10'000) ? value : -1;
    }
    void define(const QString &owner) // one row in each table of definitions
    {
        thread.run(
            &thread,
            [owner](Database &database) {
                for (const char *sql :
                     {"INSERT INTO definition_versions VALUES(NULL, ?, 'agent', 'a-1', 'A', '{}', '', '', 'seen', '', 0, 0)",
                      "INSERT INTO definition_drafts VALUES(?, 'agent', 'a-1', '{}', '{}', 0)",
                      "INSERT INTO definition_marks VALUES(?, 'agent', 'a-1', 1, 0, '')"})
                    Statement(database, sql).bind(owner).run();
            },
            [](const Result<> &) {});
    }
    qint64 definitionRows(const QString &owner)
    {
        qint64 count = -1;
        bool done = false;
        thread.run(
            &thread,
            [owner](Database &database) {
                qint64 all = 0;
                for (const char *sql : {"SELECT count(*) FROM definition_versions WHERE account = ?",
                                        "SELECT count(*) FROM definition_drafts WHERE account = ?",
                                        "SELECT count(*) FROM definition_marks WHERE account = ?"}) {
                    Statement row(database, sql);
                    row.bind(owner);
                    all += row.next() ? row.integer(0) : 0;
                }
                return all;
            },
            [&](const Result<qint64> &result) {
                count = result ? *result : -1;
                done = true;
            });
        return QTest::qWaitFor([&] { return done; }, 10'000) ? count : -1;
    }

    StoreFolder folder;
    StoreThread thread;
    DraftStore drafts;
    TurnJournal journal;
    std::optional<StoreReport> report;
    std::optional<Error> error;
};

Draft textDraft(const QString &text)
{
    Draft draft;
    draft.text = text;
    return draft;
}

TurnRecord question(const QString &id, const QString &conversation, const QString &text)
{
    TurnRecord turn;
    turn.id = id;
    turn.conversation = ConversationId(conversation);
    turn.request.text = text;
    turn.request.agents = QStringList{u"table"_s};
    turn.request.files = {StoredFile{FileId(u"f1"_s), u"a.csv"_s, u"text/csv"_s, 12, {}}};
    turn.createdAt = QDateTime::currentDateTimeUtc();
    return turn;
}

wire::ServerEvent delta(const QByteArray &text, int id)
{
    return {"content", "{\"type\":\"content\",\"message\":\"" + text + "\"}", QByteArray::number(id)};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestUserStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void DATA_01_pragmasOfTheUsersDatabase();
    void DATA_04_draftsComeBackByteEqual();
    void DATA_04_aDraftIsWrittenWhileTypingGoesOn();
    void DATA_05_theDraftGoesWithTheQuestionItBecame();
    void aDraftThatSaysSomethingElseStays();
    void whatWasWrittenBeforeTheNameIsKnownJoinsWhatWasThere();
    void DATA_04_whatIsTypedBeforeTheDraftsAreReadStandsBehindThem();
    void accountsAreKeptApart();
    void aTurnComesBackAsItWas();
    void DATA_18_openTurnsAreFoundAgain();
    void DATA_19_theOrderIsOfAskingAndNotOfTheClock();
    void CH_47_anEndedTurnKeepsItsAnswerAndItsEventsApart();
    void CH_47_aTraceIsBounded();
    void CH_47_allTracesTogetherAreBounded();
    void CH_47_tracesGoWithTheirConversationAndTheirAccount();
    void DATA_11_aNewerDatabaseIsRefusedUntouched();
    void DATA_13_dailyCopyIsWholeAndSevenAreKept();
    void DATA_14_anEmptiedFileIsALossAndNotAFirstStart();
    void DATA_15_FI_20_everyDamageStartsAndDeletesNothing_data();
    void DATA_15_FI_20_everyDamageStartsAndDeletesNothing();
    void DATA_15_FI_20_flippedBytes();
    void DATA_20_FI_19_aFolderThatCannotBeMadeIsSaidAndTriedAgain();
    void DATA_20_FI_19_aFolderThatVanishesIsMadeAgainWithWhatIsInMemory();
    void DATA_12_FI_18_aFullDiskKeepsDraftsInMemoryUntilThereIsRoom();

private:
    QString root() const { return m_dir->filePath(u"user"_s); }
    void fill(int turns);
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestUserStore::fill(int turns)
{
    Opened store(root());
    QVERIFY(store.isLoaded());
    store.drafts.set(ConversationId(u"c0"_s), textDraft(u"kept draft"_s));
    store.drafts.flush();
    for (int i = 0; i < turns; ++i) {
        TurnRecord turn = question(u"t%1"_s.arg(i), u"c1"_s, u"question %1 "_s.arg(i) + QString(300, u'q'));
        store.journal.begin(turn, turn.conversation, {}, this, [](const Result<> &) {});
    }
    bool settled = false;
    store.journal.settle(this, [&settled] { settled = true; });
    QTRY_VERIFY(settled);
}

void TestUserStore::DATA_01_pragmasOfTheUsersDatabase()
{
    Opened store(root());
    QVERIFY(store.isLoaded());
    QCOMPARE(store.pragma("synchronous"), 2); // FULL
    QCOMPARE(store.pragma("foreign_keys"), 1);
    QCOMPARE(store.pragma("busy_timeout"), 5000);
    QCOMPARE(store.pragma("trusted_schema"), 0);
    QCOMPARE(store.pragma("mmap_size"), 0);
    QCOMPARE(store.pragma("application_id"), 0x44534b32);
    QCOMPARE(store.pragma("user_version"), userSchema().newest());
    QCOMPARE(QFile::permissions(root()) & 0x0077, QFileDevice::Permissions());
}

void TestUserStore::DATA_04_draftsComeBackByteEqual()
{
    Draft draft = textDraft(u"two lines\n\u202Eand a \u0000 gap, \U0001F600"_s);
    draft.caret = 4;
    draft.agents = QStringList{u"table"_s};
    draft.files = QStringList{u"/somewhere/a b.csv"_s};
    {
        Opened store(root());
        QVERIFY(store.isLoaded());
        store.drafts.set(ConversationId(u"c1"_s), draft);
        store.drafts.set({}, textDraft(u"a new one"_s));
    } // the end of the program writes
    Opened store(root());
    QVERIFY(store.isLoaded());
    QCOMPARE(store.drafts.draft(ConversationId(u"c1"_s)), draft);
    QCOMPARE(store.drafts.draft({}).text, u"a new one"_s);
    store.drafts.set({}, {});
    store.drafts.move(ConversationId(u"c1"_s), ConversationId(u"c2"_s));
    store.drafts.flush();
    QTRY_VERIFY(store.drafts.isSaved());
    Opened again(m_dir->filePath(u"other"_s));
    QVERIFY(again.isLoaded());
    QVERIFY(again.drafts.draft(ConversationId(u"c2"_s)).isEmpty()); // another folder
}

// A change each 100 ms never leaves a second of quiet: five seconds after the first it is written nevertheless.
void TestUserStore::DATA_04_aDraftIsWrittenWhileTypingGoesOn()
{
    Opened store(root());
    QVERIFY(store.isLoaded());
    QSignalSpy saved(&store.drafts, &DraftStore::saved);
    QTimer typing;
    int keys = 0;
    connect(&typing, &QTimer::timeout, this, [&] { store.drafts.set({}, textDraft(QString(++keys, u'x'))); });
    typing.start(100);
    QTRY_VERIFY_WITH_TIMEOUT(!saved.isEmpty() || keys > 200, 30'000);
    QVERIFY(!saved.isEmpty());
    QVERIFY(typing.isActive());
}

void TestUserStore::DATA_05_theDraftGoesWithTheQuestionItBecame()
{
    {
        Opened store(root());
        QVERIFY(store.isLoaded());
        store.drafts.set(ConversationId(u"c1"_s), textDraft(u"question"_s));
        store.drafts.set(ConversationId(u"c2"_s), textDraft(u"other"_s));
        store.drafts.flush();
        store.journal.begin(question(u"t1"_s, u"c1"_s, u"question"_s), ConversationId(u"c1"_s), {}, this, [](const Result<> &) {});
    }
    Opened store(root());
    QVERIFY(store.isLoaded());
    QVERIFY(store.drafts.draft(ConversationId(u"c1"_s)).isEmpty());
    QCOMPARE(store.drafts.draft(ConversationId(u"c2"_s)).text, u"other"_s);
    Result<QList<TurnRecord>> open = Unexpected{Error()};
    store.journal.loadOpen(this, [&open](const Result<QList<TurnRecord>> &turns) { open = turns; });
    QTRY_VERIFY(open);
    QCOMPARE(open->size(), 1);
    QCOMPARE(open->constFirst().request.text, u"question"_s);
}

void TestUserStore::aDraftThatSaysSomethingElseStays()
{
    {
        Opened store(root());
        QVERIFY(store.isLoaded());
        store.drafts.set(ConversationId(u"c1"_s), textDraft(u"half a thought"_s));
        store.drafts.flush();
        // An old question is asked again, beside it.
        store.journal.begin(question(u"t2"_s, u"c1"_s, u"old question"_s), ConversationId(u"c1"_s), u"t1"_s, this, [](const Result<> &) {});
    }
    Opened store(root());
    QVERIFY(store.isLoaded());
    QCOMPARE(store.drafts.draft(ConversationId(u"c1"_s)).text, u"half a thought"_s);
}

void TestUserStore::whatWasWrittenBeforeTheNameIsKnownJoinsWhatWasThere()
{
    Opened store(root());
    QVERIFY(store.isLoaded());
    store.drafts.set({}, textDraft(u"yesterday's"_s));
    store.drafts.open(u"nobody"_s);
    QVERIFY(store.isLoaded());
    store.drafts.set({}, textDraft(u"just now"_s));
    store.drafts.set(ConversationId(u"c7"_s), textDraft(u"elsewhere"_s));
    store.drafts.flush();
    store.journal.adopt(u"nobody"_s, u"account"_s);
    store.drafts.open(u"account"_s);
    QVERIFY(store.isLoaded());
    QCOMPARE(store.drafts.draft({}).text, u"yesterday's\n\njust now"_s);
    QCOMPARE(store.drafts.draft(ConversationId(u"c7"_s)).text, u"elsewhere"_s);
}

void TestUserStore::DATA_04_whatIsTypedBeforeTheDraftsAreReadStandsBehindThem()
{
    const ConversationId c1(u"c1"_s);
    const ConversationId c2(u"c2"_s);
    Opened store(root());
    QVERIFY(store.isLoaded());
    Draft before = textDraft(u"yesterday's"_s);
    before.files = {u"/tmp/a.csv"_s};
    store.drafts.set(c1, before);
    store.drafts.set(c2, before);
    store.drafts.flush();
    QTRY_VERIFY(store.drafts.isSaved());
    DraftStore early(store.thread);
    early.open(u"account"_s);
    early.set(c1, textDraft(u"just now"_s));
    QVERIFY(!early.isLoaded());
    QCOMPARE(early.draft(c1).text, u"just now"_s);
    early.open(u"another"_s); // before they were read
    QVERIFY(early.draft(c1).isEmpty());
    QTRY_VERIFY(early.isLoaded());
    QVERIFY(early.draft(c1).isEmpty());
    QTRY_VERIFY(early.isSaved());
    early.open(u"account"_s);
    early.set(c2, textDraft(u"and now"_s));
    QTRY_VERIFY(early.isLoaded());
    QCOMPARE(early.draft(c1).text, u"yesterday's\n\njust now"_s);
    QCOMPARE(early.draft(c1).files, before.files);
    QCOMPARE(early.draft(c2).text, u"yesterday's\n\nand now"_s);
    QTRY_VERIFY(early.isSaved());
    {
        DraftStore brief(store.thread); // as long as a program that ends at once
        brief.open(u"account"_s);
        brief.set(c2, textDraft(u"and later"_s));
    }
    DraftStore last(store.thread);
    last.open(u"account"_s);
    QTRY_COMPARE(last.draft(c2).text, u"yesterday's\n\nand now\n\nand later"_s);
}

void TestUserStore::accountsAreKeptApart()
{
    Opened store(root());
    QVERIFY(store.isLoaded());
    store.drafts.set({}, textDraft(u"of the first"_s));
    store.drafts.open(u"another"_s);
    QVERIFY(store.isLoaded());
    QVERIFY(store.drafts.draft({}).isEmpty());
    store.drafts.open(u"account"_s);
    QVERIFY(store.isLoaded());
    QCOMPARE(store.drafts.draft({}).text, u"of the first"_s);
    store.define(u"account"_s);
    store.define(u"another"_s);
    store.journal.adopt(u"account"_s, u"named"_s); // somebody is known by now
    QCOMPARE(store.definitionRows(u"account"_s), 0);
    QCOMPARE(store.definitionRows(u"named"_s), 3);
    store.drafts.open(u"named"_s);
    QVERIFY(store.isLoaded());
    QCOMPARE(store.drafts.draft({}).text, u"of the first"_s);
    store.journal.adopt(u"named"_s, u"account"_s);
    bool removed = false;
    store.journal.removeAccount(u"account"_s, this, [&removed](const Result<> &outcome) { removed = outcome.has_value(); });
    QTRY_VERIFY(removed);
    store.drafts.open(u"another"_s);
    store.drafts.open(u"account"_s);
    QVERIFY(store.isLoaded());
    QVERIFY(store.drafts.draft({}).isEmpty());
    QCOMPARE(store.definitionRows(u"account"_s), 0);
    QCOMPARE(store.definitionRows(u"another"_s), 3);
}

void TestUserStore::aTurnComesBackAsItWas()
{
    {
        Opened store(root());
        TurnRecord turn = question(u"t1"_s, u"c1"_s, u"q"_s);
        turn.after = MessageId(u"m7"_s);
        store.journal.begin(turn, turn.conversation, {}, this, [](const Result<> &) {});
        turn.state = TurnState::Streaming;
        turn.run = RunId(u"r1"_s);
        turn.question = MessageId(u"m8"_s);
        store.journal.update(turn, this, [](const Result<> &) {});
        store.journal.append(turn, {delta("a", 1), delta("line\\nbreak", 2)}, this, [](const Result<> &) {});
        store.journal.append(turn, {{"odd", "two\nlines", "2"}, {"message", "", "3"}, delta("b", 4)}, this, [](const Result<> &) {});
    }
    Opened store(root());
    Result<QList<TurnRecord>> turns = Unexpected{Error()};
    store.journal.load(ConversationId(u"c1"_s), this, [&turns](const Result<QList<TurnRecord>> &t) { turns = t; });
    QTRY_VERIFY(turns);
    QCOMPARE(turns->size(), 1);
    const TurnRecord &turn = turns->constFirst();
    QCOMPARE(turn.state, TurnState::Streaming);
    QCOMPARE(turn.run.value(), u"r1"_s);
    QCOMPARE(turn.question.value(), u"m8"_s);
    QCOMPARE(turn.after.value(), u"m7"_s);
    QCOMPARE(turn.request.agents, QStringList{u"table"_s});
    QCOMPARE(turn.request.files.size(), 1);
    QCOMPARE(turn.request.files.constFirst().id.value(), u"f1"_s);
    QVERIFY(!turn.answer);
    QCOMPARE(turn.events.size(), 5);
    QCOMPARE(turn.events.at(1).data, delta("line\\nbreak", 2).data);
    QCOMPARE(turn.events.at(2).data, QByteArray("two\nlines"));
    QCOMPARE(turn.events.at(2).type, QByteArray("odd"));
    QCOMPARE(turn.events.at(4).id, QByteArray("4"));
}

void TestUserStore::DATA_18_openTurnsAreFoundAgain()
{
    fill(3);
    Opened store(root());
    TurnRecord ended = question(u"t1"_s, u"c1"_s, {});
    ended.state = TurnState::Failed;
    store.journal.update(ended, this, [](const Result<> &) {});
    Result<QList<TurnRecord>> open = Unexpected{Error()};
    store.journal.loadOpen(this, [&open](const Result<QList<TurnRecord>> &t) { open = t; });
    QTRY_VERIFY(open);
    QCOMPARE(open->size(), 2);
    QCOMPARE(open->at(0).id, u"t0"_s);
    QCOMPARE(open->at(1).id, u"t2"_s);
    QVERIFY(open->at(0).seq < open->at(1).seq);
}

void TestUserStore::DATA_19_theOrderIsOfAskingAndNotOfTheClock()
{
    Opened store(root());
    QDateTime clock = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < 4; ++i) {
        TurnRecord turn = question(u"t%1"_s.arg(i), u"c1"_s, u"q"_s);
        turn.createdAt = clock;
        clock = clock.addDays(-1); // set back between any two
        store.journal.begin(turn, turn.conversation, {}, this, [](const Result<> &) {});
    }
    Result<QList<TurnRecord>> turns = Unexpected{Error()};
    store.journal.load(ConversationId(u"c1"_s), this, [&turns](const Result<QList<TurnRecord>> &t) { turns = t; });
    QTRY_VERIFY(turns);
    QCOMPARE(turns->size(), 4);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(turns->at(i).id, u"t%1"_s.arg(i));
}

void TestUserStore::CH_47_anEndedTurnKeepsItsAnswerAndItsEventsApart()
{
    Opened store(root());
    TurnRecord turn = question(u"t1"_s, u"c1"_s, u"q"_s);
    store.journal.begin(turn, turn.conversation, {}, this, [](const Result<> &) {});
    store.journal.append(turn, {delta("a", 1)}, this, [](const Result<> &) {});
    turn.state = TurnState::Complete;
    turn.answerId = MessageId(u"m9"_s);
    Message answer;
    answer.role = Role::Assistant;
    answer.content = u"whole"_s;
    answer.citations = {Citation{FileId(u"f1"_s), u"a.csv"_s, 2, u"quote"_s}};
    turn.answer = answer;
    store.journal.update(turn, this, [](const Result<> &) {});
    Result<QList<TurnRecord>> turns = Unexpected{Error()};
    store.journal.load(ConversationId(u"c1"_s), this, [&turns](const Result<QList<TurnRecord>> &t) { turns = t; });
    QTRY_VERIFY(turns);
    QVERIFY(turns->constFirst().answer);
    QCOMPARE(turns->constFirst().answer->content, u"whole"_s);
    QCOMPARE(turns->constFirst().answer->citations.size(), 1);
    QVERIFY(turns->constFirst().events.isEmpty());
    QByteArray trace;
    const auto read = [&] {
        trace = "unread";
        store.journal.loadTrace(u"t1"_s, this, [&trace](const Result<QByteArray> &stream) { trace = stream ? *stream : "failed"; });
        return QTest::qWaitFor([&trace] { return trace != "unread"; });
    };
    QVERIFY(read());
    QCOMPARE(trace, boundedTrace({delta("a", 1)}));
    store.journal.update(turn, this, [](const Result<> &) {}); // a second word on it takes nothing away
    QVERIFY(read());
    QCOMPARE(trace, boundedTrace({delta("a", 1)}));
    turn.answer.reset(); // given up too early: it is watched again, from its first event
    turn.state = TurnState::Streaming;
    store.journal.update(turn, this, [](const Result<> &) {});
    QVERIFY(read());
    QCOMPARE(trace, QByteArray());
}

void TestUserStore::CH_47_aTraceIsBounded()
{
    const QByteArray text(300 * 1024, 'x');
    const QByteArray trace = boundedTrace({delta("a", 1), {"tool_result", text, "2"}, delta("b", 3)});
    QVERIFY(trace.size() < 1024);
    QVERIFY(trace.contains(R"({"left_out_bytes":307200})"));
    QVERIFY(trace.contains("id: 3") || trace.contains("id:3"));
    QList<wire::ServerEvent> many;
    for (int i = 0; i < 100; ++i)
        many.append({"tool_result", QByteArray(100 * 1024, 'y'), QByteArray::number(i)});
    const QByteArray cut = boundedTrace(many);
    QVERIFY(cut.size() <= TraceTable::mostTurnBytes + 200 * 1024);
    QVERIFY(cut.contains("trace_cut") && cut.contains("left_out_events"));
    // Of a great many turns the newest are kept.
    Opened store(root());
    for (int i = 0; i <= TraceTable::mostTurns; ++i) {
        TurnRecord turn = question(u"t%1"_s.arg(i), u"c1"_s, u"q"_s);
        store.journal.begin(turn, turn.conversation, {}, this, [](const Result<> &) {});
        store.journal.append(turn, {delta("a", 1)}, this, [](const Result<> &) {});
        turn.state = TurnState::Complete;
        turn.answer = Message();
        store.journal.update(turn, this, [](const Result<> &) {});
    }
    QByteArray oldest = "unread";
    QByteArray newest = "unread";
    const QString last = u"t%1"_s.arg(TraceTable::mostTurns);
    store.journal.loadTrace(u"t0"_s, this, [&oldest](const Result<QByteArray> &stream) { oldest = stream ? *stream : "failed"; });
    store.journal.loadTrace(last, this, [&newest](const Result<QByteArray> &stream) { newest = stream ? *stream : "failed"; });
    QTRY_VERIFY_WITH_TIMEOUT(newest != "unread", 60'000);
    QCOMPARE(oldest, QByteArray());
    QCOMPARE(newest, boundedTrace({delta("a", 1)}));
}

// They go into each of the daily copies, too.
void TestUserStore::CH_47_allTracesTogetherAreBounded()
{
    QList<wire::ServerEvent> events;
    for (int i = 0; i < 16; ++i)
        events.append({"tool_result", QByteArray(250 * 1024, 'y'), QByteArray::number(i)});
    const QByteArray whole = boundedTrace(events);
    const auto fitting = static_cast<int>(TraceTable::mostBytes / whole.size());
    QVERIFY(fitting > 1 && fitting < TraceTable::mostTurns);
    Opened store(root());
    for (int i = 0; i <= fitting; ++i) {
        TurnRecord turn = question(u"t%1"_s.arg(i), u"c1"_s, u"q"_s);
        store.journal.begin(turn, turn.conversation, {}, this, [](const Result<> &) {});
        store.journal.append(turn, events, this, [](const Result<> &) {});
        turn.state = TurnState::Complete;
        turn.answer = Message();
        store.journal.update(turn, this, [](const Result<> &) {});
    }
    QList<QByteArray> traces;
    for (const int i : {0, 1, fitting})
        store.journal.loadTrace(u"t%1"_s.arg(i), this,
                                [&traces](const Result<QByteArray> &stream) { traces << (stream ? *stream : "failed"); });
    QTRY_COMPARE_WITH_TIMEOUT(traces.size(), 3, 60'000);
    QCOMPARE(traces.at(0), QByteArray());
    QCOMPARE(traces.at(1), whole);
    QCOMPARE(traces.at(2), whole);
}

void TestUserStore::CH_47_tracesGoWithTheirConversationAndTheirAccount()
{
    Opened store(root());
    const auto answer = [&](const QString &id, const QString &conversation) {
        TurnRecord turn = question(id, conversation, u"q"_s);
        store.journal.begin(turn, turn.conversation, {}, this, [](const Result<> &) {});
        store.journal.append(turn, {delta("canary", 1)}, this, [](const Result<> &) {});
        turn.state = TurnState::Complete;
        turn.answer = Message();
        store.journal.update(turn, this, [](const Result<> &) {});
    };
    answer(u"t1"_s, u"c1"_s);
    answer(u"t2"_s, u"c2"_s);
    store.journal.open(u"another"_s);
    answer(u"t3"_s, u"c3"_s);
    store.journal.removeConversation(ConversationId(u"c1"_s)); // whoever is signed in at the moment
    const auto kept = [&] {
        QStringList turns;
        for (const QString &id : {u"t1"_s, u"t2"_s, u"t3"_s})
            store.journal.loadTrace(id, this, [&turns, id](const Result<QByteArray> &stream) {
                if (stream && stream->contains("canary"))
                    turns << id;
            });
        bool isSettled = false;
        store.journal.settle(this, [&isSettled] { isSettled = true; });
        return QTest::qWaitFor([&isSettled] { return isSettled; }, 10'000) ? turns : QStringList{u"unread"_s};
    };
    QCOMPARE(kept(), (QStringList{u"t2"_s, u"t3"_s}));
    store.journal.removeAccount(u"account"_s, this, [](const Result<> &) {});
    QCOMPARE(kept(), QStringList{u"t3"_s});
}

void TestUserStore::DATA_11_aNewerDatabaseIsRefusedUntouched()
{
    fill(1);
    {
        Opened store(root());
        bool done = false;
        store.thread.run(
            this, [](Database &database) { database.exec("PRAGMA user_version=99"); }, [&done](const Result<> &) { done = true; });
        QTRY_VERIFY(done);
    }
    const QByteArray before = read(StoreFolder{root()}.user());
    {
        Opened store(root());
        QTRY_VERIFY(store.error);
        QVERIFY(store.error->detail.startsWith(u"schema_newer"_s));
        QVERIFY2(store.error->message.contains(u"newer"_s), qPrintable(store.error->message)); // DATA-21: a downgrade
        QVERIFY(!store.error->nextStep.isEmpty());
        store.drafts.set({}, textDraft(u"still usable"_s));
        QSignalSpy notKept(&store.drafts, &DraftStore::notKept);
        store.drafts.flush();
        QTRY_COMPARE(notKept.size(), 1);
        QCOMPARE(store.drafts.draft({}).text, u"still usable"_s);
    }
    QCOMPARE(read(StoreFolder{root()}.user()), before);
}

void TestUserStore::DATA_13_dailyCopyIsWholeAndSevenAreKept()
{
    fill(5);
    const StoreFolder folder{root()};
    const StoreKind kind = userStoreKind(folder);
    Result<OpenedStore> store = openStore(folder, kind);
    QVERIFY(store);
    for (int day = 1; day <= 9; ++day)
        QVERIFY(backUpDaily(*store->database, folder, kind, QDate(2026, 1, day)));
    QVERIFY(backUpDaily(*store->database, folder, kind, QDate(2026, 1, 9))); // once a day
    const QStringList copies = QDir(folder.backups()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(copies.size(), 7);
    QCOMPARE(copies.constFirst(), u"user-day-20260103.db"_s);
    const Result<std::unique_ptr<Database>> copy = Database::openImmutable(QDir(folder.backups()).filePath(copies.constLast()));
    QVERIFY(copy);
    Statement count(**copy, "SELECT count(*) FROM turns");
    QVERIFY(count.next());
    QCOMPARE(count.integer(0), 5);
    store->database.reset();
    Opened running(root());
    StoreUpkeep upkeep(running.thread, running.folder, kind);
    QSignalSpy backedUp(&upkeep, &StoreUpkeep::backedUp);
    upkeep.backUpNow();
    QTRY_COMPARE(backedUp.size(), 1);
    QVERIFY(backedUp.at(0).at(0).toBool());
    QCOMPARE(QDir(folder.backups()).entryList(QDir::Files).size(), 7); // today's came, the oldest went
}

void TestUserStore::DATA_14_anEmptiedFileIsALossAndNotAFirstStart()
{
    fill(4);
    const StoreFolder folder{root()};
    {
        Result<OpenedStore> store = openStore(folder, userStoreKind(folder));
        QVERIFY(store);
        QVERIFY(backUpDaily(*store->database, folder, userStoreKind(folder), QDate(2026, 1, 1)));
    }
    write(folder.user(), {});
    {
        Opened store(root());
        QTRY_VERIFY(store.report);
        QCOMPARE(store.report->outcome, StoreReport::Outcome::Restored);
        QVERIFY(store.isLoaded());
        QCOMPARE(store.drafts.draft(ConversationId(u"c0"_s)).text, u"kept draft"_s);
    }
    QVERIFY(QFile::remove(folder.user()));
    QVERIFY(QDir(folder.backups()).removeRecursively());
    Opened store(root());
    QTRY_VERIFY(store.report);
    QCOMPARE(store.report->outcome, StoreReport::Outcome::Lost);
}

void TestUserStore::DATA_15_FI_20_everyDamageStartsAndDeletesNothing_data()
{
    QTest::addColumn<QString>("damage");
    for (const char *damage : {"header", "truncated", "garbage", "page", "wal", "tail"})
        QTest::newRow(damage) << QString::fromLatin1(damage);
}

void TestUserStore::DATA_15_FI_20_everyDamageStartsAndDeletesNothing()
{
    QFETCH(const QString, damage);
    fill(200);
    const StoreFolder folder{root()};
    QByteArray bytes = read(folder.user());
    QVERIFY(bytes.size() > 60'000);
    if (damage == u"header"_s)
        bytes.replace(0, 100, QByteArray(100, 'x'));
    else if (damage == u"truncated"_s)
        bytes.truncate(bytes.size() / 2 + 77);
    else if (damage == u"garbage"_s)
        bytes.fill('\x5a');
    else if (damage == u"page"_s)
        bytes.replace(bytes.size() / 2, 4096, QByteArray(4096, '\xff'));
    else if (damage == u"tail"_s)
        bytes.replace(bytes.size() - 2048, 2048, QByteArray(2048, '\0'));
    if (damage == u"wal"_s)
        write(folder.user() + u"-wal"_s, QByteArray(70'000, '\x33'));
    else
        write(folder.user(), bytes);
    write(StoreFolder::openMark(folder.user()), {}); // nobody closed it: it is looked at
    Opened store(root());
    QTRY_VERIFY_WITH_TIMEOUT(store.report, 20'000);
    QVERIFY(store.isLoaded());
    const bool intact = damage == u"wal"_s; // SQLite drops a log that is not one
    QCOMPARE(store.report->keptAs.isEmpty(), intact);
    if (!intact) {
        QVERIFY(QFile::exists(store.report->keptAs));
        QVERIFY(store.report->outcome != StoreReport::Outcome::Fine);
    }
    if (damage == u"page"_s) {
        QCOMPARE(store.report->outcome, StoreReport::Outcome::Salvaged);
        QVERIFY2(store.report->rows > 100, qPrintable(QString::number(store.report->rows)));
    }
    store.drafts.set(ConversationId(u"c9"_s), textDraft(u"life goes on"_s));
    store.drafts.flush();
    QTRY_VERIFY(store.drafts.isSaved());
}

void TestUserStore::DATA_15_FI_20_flippedBytes()
{
    fill(60);
    const StoreFolder folder{root()};
    const QByteArray whole = read(folder.user());
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const int rounds = qEnvironmentVariableIsSet("DESK_ROUNDS") ? qEnvironmentVariableIntValue("DESK_ROUNDS") : 40;
    for (int round = 0; round < rounds; ++round) {
        const QString dir = m_dir->filePath(u"flip%1"_s.arg(round));
        QVERIFY(QDir().mkpath(dir));
        const StoreFolder flipped{dir};
        QByteArray bytes = whole;
        const qsizetype at = random.bounded(static_cast<int>(bytes.size()));
        bytes[at] = static_cast<char>(bytes.at(at) ^ (1 + random.bounded(255)));
        write(flipped.user(), bytes);
        write(StoreFolder::sentinel(flipped.user()), {});
        write(StoreFolder::openMark(flipped.user()), {});
        Opened store(dir);
        QTRY_VERIFY_WITH_TIMEOUT(store.report || store.error, 20'000);
        QVERIFY2(store.report, qPrintable(u"byte %1: %2"_s.arg(at).arg(store.error ? store.error->detail : QString())));
        store.drafts.set({}, textDraft(u"after"_s));
        store.drafts.flush();
        QTRY_VERIFY2(store.drafts.isSaved(), qPrintable(u"byte %1"_s.arg(at)));
        if (!store.report->keptAs.isEmpty())
            QVERIFY(QFile::exists(store.report->keptAs));
    }
}

void TestUserStore::DATA_20_FI_19_aFolderThatCannotBeMadeIsSaidAndTriedAgain()
{
    const QString obstacle = m_dir->filePath(u"obstacle"_s);
    write(obstacle, "a file where a folder should be");
    Opened store(obstacle + u"/user"_s);
    const StoreHealth health(store.thread, store.drafts);
    QTRY_VERIFY(store.error);
    QVERIFY(!store.error->message.isEmpty());
    QTRY_VERIFY(health.problem());
    QVERIFY(store.isLoaded());
    store.drafts.set({}, textDraft(u"typed meanwhile"_s));
    store.drafts.flush();
    QVERIFY(QFile::remove(obstacle));
    QTRY_VERIFY_WITH_TIMEOUT(store.drafts.isSaved(), 20'000);
    QVERIFY(!health.problem());
}

void TestUserStore::DATA_20_FI_19_aFolderThatVanishesIsMadeAgainWithWhatIsInMemory()
{
    {
        Opened store(root());
        const StoreHealth health(store.thread, store.drafts);
        QVERIFY(store.isLoaded());
        store.drafts.set(ConversationId(u"c1"_s), textDraft(u"before"_s));
        store.drafts.flush();
        QTRY_VERIFY(store.drafts.isSaved());
        QVERIFY(QDir(root()).removeRecursively());
        store.drafts.set(ConversationId(u"c2"_s), textDraft(u"after"_s));
        store.drafts.flush();
        QTRY_VERIFY(store.drafts.isSaved());
    }
    Opened store(root());
    QVERIFY(store.isLoaded());
    QCOMPARE(store.drafts.draft(ConversationId(u"c2"_s)).text, u"after"_s);
    QCOMPARE(store.drafts.draft(ConversationId(u"c1"_s)).text, u"before"_s);
}

// The disk is a file system of this process's own that can be filled; where that cannot be made, the test says so.
void TestUserStore::DATA_12_FI_18_aFullDiskKeepsDraftsInMemoryUntilThereIsRoom()
{
    if (qEnvironmentVariableIsEmpty("DESK_SMALL_DISK")) {
        QProcess inside;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DESK_SMALL_DISK"_s, m_dir->path());
        inside.setProcessEnvironment(environment);
        inside.setProcessChannelMode(QProcess::MergedChannels);
        inside.start(u"unshare"_s, {u"-Urm"_s, u"sh"_s, u"-c"_s,
                                    u"mount -t tmpfs -o size=3m none \"$DESK_SMALL_DISK\" && exec \"$0\" "
                                    "DATA_12_FI_18_aFullDiskKeepsDraftsInMemoryUntilThereIsRoom"_s,
                                    QCoreApplication::applicationFilePath()});
        QVERIFY(inside.waitForStarted());
        QVERIFY(inside.waitForFinished(60'000));
        const QByteArray output = inside.readAll();
        if (output.contains("unshare failed") || output.contains("permission denied")) {
            qWarning("not proved here: this machine lets nobody have a file system of his own");
            return;
        }
        QVERIFY2(inside.exitCode() == 0, output.constData());
        return;
    }
    const QString disk = qEnvironmentVariable("DESK_SMALL_DISK");
    const QString root = disk + u"/user"_s;
    const auto fillDisk = [&disk] {
        QFile ballast(disk + u"/ballast"_s);
        QVERIFY(ballast.open(QIODevice::Append | QIODevice::Unbuffered));
        const QByteArray block(4096, 'x');
        while (ballast.write(block) == block.size()) {
        }
    };
    {
        Opened store(root);
        QVERIFY(store.isLoaded());
        store.drafts.set(ConversationId(u"c1"_s), textDraft(u"before"_s));
        store.drafts.flush();
        QTRY_VERIFY(store.drafts.isSaved());
        fillDisk();
        // The reserve is given up for what is being written.
        store.drafts.set(ConversationId(u"c2"_s), textDraft(u"with the reserve"_s));
        store.drafts.flush();
        QTRY_VERIFY(store.drafts.isSaved());
        fillDisk();
        QSignalSpy notKept(&store.drafts, &DraftStore::notKept);
        const QString large(400'000, u'L');
        store.drafts.set(ConversationId(u"c3"_s), textDraft(large));
        store.drafts.flush();
        QTRY_COMPARE(notKept.size(), 1);
        QCOMPARE(store.drafts.draft(ConversationId(u"c3"_s)).text, large); // still there for the person
        QVERIFY(QFile::remove(disk + u"/ballast"_s));
        QTRY_VERIFY_WITH_TIMEOUT(store.drafts.isSaved(), 15'000); // by itself
    }
    fillDisk();
    Opened store(root); // starts on a full disk, and shows what is there
    QTRY_VERIFY(store.report || store.error);
    QVERIFY(store.isLoaded());
    QCOMPARE(store.drafts.draft(ConversationId(u"c1"_s)).text, u"before"_s);
    QCOMPARE(store.drafts.draft(ConversationId(u"c3"_s)).text.size(), 400'000);
    store.drafts.set(ConversationId(u"c4"_s), textDraft(u"typed on a full disk"_s));
    store.drafts.flush();
    QVERIFY(QFile::remove(disk + u"/ballast"_s));
    QTRY_VERIFY_WITH_TIMEOUT(store.drafts.isSaved(), 20'000);
}

QTEST_GUILESS_MAIN(TestUserStore)
#include "tst_userstore.moc"
