// FI-03, DATA-04, DATA-05: the program is killed while drafts and the outbox are written, and again while the outbox is sent. No draft is
// older than its bound, what was said to be on disk is there, and every message that waited reaches the server once, in its place.
//   DESK_ROUNDS=200: the long form (make soak)
#include "sqlite/statement.h"
#include "state/chat/chatsession.h"
#include "state/chat/chatsessions.h"
#include "state/store/draftstore.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "teamfixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr qint64 draftBoundMs = 5000 + 2000; // DATA-04, and a slow disk
constexpr int mostMessages = 12;
constexpr int draftCount = 3;
constexpr int eventsOfAnswer = 3;

ConversationId draftPlace(int number)
{
    return ConversationId(u"d%1"_s.arg(number));
}

// Of many lengths, so that a page of the database is never the same twice.
QString draftText(int place, int n)
{
    return u"draft %1 %2 "_s.arg(place).arg(n) + QString((n * 37) % 900, u'x');
}

QString messageText(int n)
{
    return u"message %1"_s.arg(n);
}

Draft textDraft(const QString &text)
{
    Draft draft;
    draft.text = text;
    return draft;
}

void say(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

QByteArray event(int id, const QByteArray &type, const QByteArray &data)
{
    return "id: " + QByteArray::number(id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

// What the program that is killed is made of, as far as it keeps anything.
struct Program {
    MemoryStore secrets;
    AuthManagers accounts{secrets};
    ProfileTokenSource tokens;
    Transport transport{tokens};
    ApiClient api{transport};
    Workspace workspace{api, tokens, accounts, {}};
    ConversationStore conversations{api};
    StoreFolder folder{qEnvironmentVariable("DESK_CHILD_STORE")};
    StoreThread store{folder, userStoreKind(folder)};
    TurnJournal journal{store};
    DraftStore drafts{store};
    ChatSessions sessions{api, workspace, conversations, &journal};
};

// Somebody without a connection who writes here and there and sends. Every step is told before it is made, and what is on disk after it.
class Writer : public QObject
{
public:
    Writer(Program &program, quint32 seed, bool onlyTypes)
        : m_program(program)
        , m_random(seed)
        , m_onlyTypes(onlyTypes)
        , m_session(program.sessions.newSession())
    {
        connect(&program.drafts, &DraftStore::saved, this, &Writer::onSaved);
        connect(&m_tick, &QTimer::timeout, this, &Writer::step);
        m_tick.start(onlyTypes ? 25 : 2);
    }

private:
    void onSaved()
    {
        if (!m_program.drafts.isSaved())
            return;
        say("saved " + QByteArray::number(m_typed));
        if (m_composed > m_written) {
            m_written = m_composed;
            say("written " + QByteArray::number(m_written));
        }
    }
    void step()
    {
        const int choice = m_onlyTypes ? 0 : m_random.bounded(10);
        if (choice < 6)
            type();
        else if (choice < 7)
            m_program.drafts.flush();
        else if (m_composed == m_sent && m_sent < mostMessages)
            compose();
        else if (m_written > m_sent)
            send();
    }
    void type()
    {
        const int place = m_random.bounded(draftCount);
        say("typed " + QByteArray::number(place) + ' ' + QByteArray::number(++m_typed) + ' ' + QByteArray::number(monotonicMs()));
        m_program.drafts.set(draftPlace(place), textDraft(draftText(place, m_typed)));
    }
    void compose()
    {
        ++m_composed;
        m_program.drafts.set(m_session->conversationId(), textDraft(messageText(m_composed)));
        m_program.drafts.flush();
    }
    // As the page does it.
    void send()
    {
        const ConversationId conversation = m_session->conversationId();
        say("sending " + QByteArray::number(++m_sent));
        m_session->send(messageText(m_sent), {}, {});
        m_program.drafts.set(conversation, {});
        m_program.journal.settle(this, [number = m_sent] { say("queued " + QByteArray::number(number)); });
    }

    Program &m_program;
    QRandomGenerator m_random;
    bool m_onlyTypes;
    ChatSession *m_session;
    QTimer m_tick;
    int m_typed = 0;
    int m_composed = 0;
    int m_written = 0;
    int m_sent = 0;
};

int runWriter(QCoreApplication &app)
{
    Program program;
    std::optional<Writer> writer;
    QObject::connect(&program.drafts, &DraftStore::loaded, &app, [&] {
        if (!writer)
            writer.emplace(program, qEnvironmentVariable("DESK_CHILD_SEED").toUInt(), qEnvironmentVariableIsSet("DESK_CHILD_TYPES"));
    });
    program.drafts.open({});
    return QCoreApplication::exec();
}

// The next start, with a connection: ends when nothing is open any more on disk.
int runSender(QCoreApplication &app)
{
    Program program;
    QTimer look;
    QObject::connect(&program.workspace, &Workspace::ready, &app, [&] {
        program.sessions.recover();
        look.start(20);
    });
    QObject::connect(&look, &QTimer::timeout, &app, [&] {
        program.journal.loadOpen(&app, [&app](const Result<QList<TurnRecord>> &turns) {
            if (turns && turns->isEmpty())
                app.quit();
        });
    });
    program.workspace.open({Profile::Kind::Team, u"team"_s, QUrl(qEnvironmentVariable("DESK_CHILD_SERVER"))});
    return QCoreApplication::exec();
}

class Child : public QProcess
{
public:
    Child(const QString &store, const QProcessEnvironment &more)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(more);
        environment.insert(u"DESK_CHILD_STORE"_s, store);
        setProcessEnvironment(environment);
        start(QCoreApplication::applicationFilePath(), QStringList());
    }
    ~Child() override
    {
        if (state() == NotRunning)
            return;
        kill();
        waitForFinished();
    }
};

// What a killed writer had said.
struct Said {
    struct Typed {
        int place;
        int n;
        qint64 at;
    };
    explicit Said(const QByteArray &output)
    {
        QList<QByteArray> lines = output.split('\n');
        lines.removeLast(); // the end of one may be missing
        for (const QByteArray &line : std::as_const(lines)) {
            const QList<QByteArray> words = line.split(' ');
            const int number = words.value(1).toInt();
            if (words.constFirst() == "typed")
                typed.append({number, words.value(2).toInt(), words.value(3).toLongLong()});
            else if (words.constFirst() == "saved")
                saved = number;
            else if (words.constFirst() == "written")
                written = number;
            else if (words.constFirst() == "sending")
                sending = number;
            else if (words.constFirst() == "queued")
                queued = number;
        }
    }
    // The oldest that may be on disk: 0 where nothing has to be there.
    [[nodiscard]] int oldest(int place, qint64 killedAt) const
    {
        int n = 0;
        for (const Typed &one : typed) {
            if (one.place == place && (one.n <= saved || one.at < killedAt - draftBoundMs))
                n = one.n;
        }
        return n;
    }
    [[nodiscard]] bool hasTyped(int place, int n) const
    {
        return std::any_of(typed.cbegin(), typed.cend(), [=](const Typed &one) { return one.place == place && one.n == n; });
    }

    QList<Typed> typed;
    int saved = 0;   // typed so far, and on disk
    int written = 0; // the newest message that is on disk as a draft
    int sending = 0; // the newest that was given away
    int queued = 0;  // the newest that is on disk as one that waits
};

// The database as the next start finds it.
struct Disk {
    explicit Disk(const QString &root)
        : folder{root}
        , thread(folder, userStoreKind(folder))
        , drafts(thread)
        , journal(thread)
    {
        QObject::connect(&thread, &StoreThread::opened, &thread, [this](const StoreReport &told) { report = told; });
        drafts.open({});
    }
    // Call it inside QVERIFY.
    [[nodiscard]] bool isSound()
    {
        QString found;
        thread.run(
            &thread,
            [](Database &database) {
                Statement check(database, "PRAGMA integrity_check");
                return check.next() ? check.text(0) : QString();
            },
            [&found](const Result<QString> &answer) { found = answer ? *answer : answer.error().detail; });
        const bool isRead = QTest::qWaitFor([&] { return !found.isEmpty() && drafts.isLoaded() && report; }, 20'000);
        const bool isWhole = report && (report->outcome == StoreReport::Outcome::Fine || report->outcome == StoreReport::Outcome::Made);
        if (!isRead || !isWhole || found != "ok"_L1)
            qWarning("the database: %s, outcome %d", qPrintable(found), report ? static_cast<int>(report->outcome) : -1);
        return isRead && isWhole && found == "ok"_L1 && QDir(folder.root).entryList({u"*.corrupt-*"_s}, QDir::Files).isEmpty();
    }
    [[nodiscard]] QList<TurnRecord> open()
    {
        return answerOf([this](QObject *context, const TurnJournal::Turns &turns) { journal.loadOpen(context, turns); });
    }
    [[nodiscard]] QList<TurnRecord> of(const ConversationId &conversation)
    {
        return answerOf([&](QObject *context, const TurnJournal::Turns &turns) { journal.load(conversation, context, turns); });
    }
    [[nodiscard]] static QList<TurnRecord> answerOf(const std::function<void(QObject *, const TurnJournal::Turns &)> &ask)
    {
        std::optional<QList<TurnRecord>> all;
        QObject context; // nobody hears of it after this
        ask(&context, [&all](const Result<QList<TurnRecord>> &turns) { all = turns ? *turns : QList<TurnRecord>(); });
        (void)QTest::qWaitFor([&all] { return all.has_value(); }, 20'000);
        return all.value_or(QList<TurnRecord>());
    }

    StoreFolder folder;
    StoreThread thread;
    DraftStore drafts;
    TurnJournal journal;
    std::optional<StoreReport> report;
};

// Takes a key once, and answers it the same again. Kills at the place it is told: in so many questions, before a piece of the answer.
struct KeyedServer {
    struct Asked {
        QByteArray key;
        QString text;
    };
    QList<Asked> asked;
    QPointer<QProcess> victim;
    qsizetype killInQuestion = -1;
    qsizetype killAtPiece = -1;

    [[nodiscard]] Scripted handle(const Received &request)
    {
        if (request.method == "POST" && request.target.contains("/chat/message"))
            return question(request);
        static const QByteArray runs = "/streams/runs/r";
        if (!request.target.startsWith(runs))
            return {};
        const QByteArray run = request.target.mid(runs.size());
        const QByteArray number = run.left(run.indexOf('?') < 0 ? run.size() : run.indexOf('?'));
        return eventStream(answer(number.toInt(), request.headers.value("last-event-id").toInt()), Scripted::End::Close);
    }

private:
    Scripted question(const Received &request)
    {
        const QByteArray key = request.headers.value("idempotency-key");
        const QString text = QJsonDocument::fromJson(request.body).object().value("message"_L1).toString();
        auto known = std::find_if(asked.cbegin(), asked.cend(), [&key](const Asked &one) { return one.key == key; });
        if (known == asked.cend()) {
            asked.append({key, text});
            known = asked.cend() - 1;
        }
        const qsizetype number = known - asked.cbegin() + 1;
        Scripted stream = eventStream(answer(static_cast<int>(number), 0), Scripted::End::Close);
        stream.pieceDelayMs = 3;
        if (number == killInQuestion && victim) {
            if (killAtPiece < 0)
                victim->kill();
            stream.onPiece = [victim = victim, at = killAtPiece](qsizetype piece) {
                if (piece == at && victim)
                    victim->kill();
            };
        }
        return stream;
    }

    [[nodiscard]] static QList<QByteArray> answer(int number, int after)
    {
        const QByteArray n = QByteArray::number(number);
        const QList<QByteArray> all{
            event(1, "run_created", "{\"run_id\":\"r" + n + "\",\"conversation_id\":\"c1\",\"message_id\":\"q" + n + "\"}"),
            event(2, "content",
                  "{\"type\":\"content\",\"source\":\"chat\",\"message\":\"answer " + n +
                      "\",\"data\":{\"streaming\":true,\"partial\":true}}"),
            event(eventsOfAnswer, "message_complete", "{\"message_id\":\"a" + n + "\",\"conversation_id\":\"c1\"}")};
        return all.sliced(std::clamp(after, 0, eventsOfAnswer));
    }
};

} // namespace

class TestOutboxKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void FI_03_DATA_04_DATA_05_killedWhileWritingAndSendingLosesNothing();

private:
    struct Round {
        QString store;
        quint32 seed = 0;
        bool onlyTypes = false;
        QStringList drafts; // as they were after the writer was killed
        int messages = 0;   // that were in the outbox then
    };
    void write(Round &round, QRandomGenerator &random);
    void lookAtDrafts(Round &round, Disk &disk, const Said &said, qint64 killedAt);
    void lookAtOutbox(Round &round, Disk &disk, const Said &said);
    void sendAll(const Round &round, QRandomGenerator &random);
    void lookAtTheEnd(const Round &round);
    static QStringList draftsOf(const Disk &disk);
};

QStringList TestOutboxKill::draftsOf(const Disk &disk)
{
    QStringList all;
    for (int place = 0; place < draftCount; ++place)
        all.append(disk.drafts.draft(draftPlace(place)).text);
    return all;
}

// Killed anywhere, from the making of the database on; or, of one who types on and on and never leaves the field, after the bound.
void TestOutboxKill::write(Round &round, QRandomGenerator &random)
{
    QProcessEnvironment environment;
    environment.insert(u"DESK_CHILD_SEED"_s, QString::number(round.seed));
    if (round.onlyTypes)
        environment.insert(u"DESK_CHILD_TYPES"_s, u"1"_s);
    const int killAfterMs = round.onlyTypes ? random.bounded(9000, 10'500) : random.bounded(20, 900);
    Child child(round.store, environment);
    QVERIFY(child.waitForStarted());
    QVERIFY(!child.waitForFinished(killAfterMs)); // it needs nothing from here meanwhile
    child.kill();
    const qint64 killedAt = monotonicMs();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    const Said said(child.readAllStandardOutput());
    Disk disk(round.store);
    QVERIFY(disk.isSound());
    lookAtDrafts(round, disk, said, killedAt);
    if (!QTest::currentTestFailed())
        lookAtOutbox(round, disk, said);
}

void TestOutboxKill::lookAtDrafts(Round &round, Disk &disk, const Said &said, qint64 killedAt)
{
    round.drafts = draftsOf(disk);
    for (int place = 0; place < draftCount; ++place) {
        const QString text = round.drafts.at(place);
        const int n = text.section(u' ', 2, 2).toInt();
        const int oldest = said.oldest(place, killedAt);
        QVERIFY2(n >= oldest, qPrintable(u"draft %1: %2 on disk, at least %3 expected"_s.arg(place).arg(n).arg(oldest)));
        if (text.isEmpty())
            continue;
        QCOMPARE(text, draftText(place, n)); // whole
        QVERIFY2(said.hasTyped(place, n), qPrintable(text));
    }
}

// Each message is a draft or waits to be sent: never neither, never both.
void TestOutboxKill::lookAtOutbox(Round &round, Disk &disk, const Said &said)
{
    const QList<TurnRecord> turns = disk.open();
    round.messages = static_cast<int>(turns.size());
    ConversationId conversation;
    for (int i = 0; i < round.messages; ++i) {
        QCOMPARE(turns.at(i).request.text, messageText(i + 1)); // each once, in order, none missing
        QCOMPARE(turns.at(i).state, TurnState::Waiting);
        conversation = i == 0 ? turns.at(i).conversation : conversation;
        QCOMPARE(turns.at(i).conversation, conversation);
    }
    QVERIFY2(round.messages >= said.queued, qPrintable(u"%1 waited, %2 on disk"_s.arg(said.queued).arg(round.messages)));
    QVERIFY2(round.messages <= said.sending, qPrintable(u"%1 were sent, %2 on disk"_s.arg(said.sending).arg(round.messages)));
    const QStringList drafts{disk.drafts.draft({}).text, disk.drafts.draft(conversation).text};
    if (said.written > round.messages)
        QVERIFY2(drafts.contains(messageText(said.written)), qPrintable(messageText(said.written)));
    for (int n = 1; n <= round.messages; ++n)
        QVERIFY2(!drafts.contains(messageText(n)), qPrintable(messageText(n)));
}

// Killed once or twice on the way, at a place of the conversation with the server.
void TestOutboxKill::sendAll(const Round &round, QRandomGenerator &random)
{
    KeyedServer server;
    TeamFixture team;
    team.features = localFeatures;
    team.script = [&server](const Received &request) { return server.handle(request); };
    QProcessEnvironment environment;
    environment.insert(u"DESK_CHILD_SERVER"_s, team.server.url().toString());
    const int kills = random.bounded(1, 3);
    for (int kill = 0; kill <= kills; ++kill) {
        Child child(round.store, environment);
        const bool isLast = kill == kills;
        server.victim = &child;
        server.killInQuestion = isLast ? -1 : random.bounded(1, round.messages + 1);
        server.killAtPiece = random.bounded(-1, eventsOfAnswer + 1);
        QTRY_VERIFY_WITH_TIMEOUT(child.state() == QProcess::NotRunning, 60'000);
        if (isLast) {
            QCOMPARE(child.exitStatus(), QProcess::NormalExit);
            QCOMPARE(child.exitCode(), 0);
        }
    }
    QCOMPARE(server.asked.size(), round.messages);
    for (int i = 0; i < round.messages; ++i) {
        QCOMPARE(server.asked.at(i).text, messageText(i + 1));
        QVERIFY(!server.asked.at(i).key.isEmpty());
    }
}

void TestOutboxKill::lookAtTheEnd(const Round &round)
{
    Disk disk(round.store);
    QVERIFY(disk.isSound());
    QCOMPARE(draftsOf(disk), round.drafts);
    const QList<TurnRecord> turns = disk.of(ConversationId(u"c1"_s));
    QCOMPARE(turns.size(), round.messages);
    for (int i = 0; i < round.messages; ++i) {
        QCOMPARE(turns.at(i).request.text, messageText(i + 1));
        QCOMPARE(turns.at(i).state, TurnState::Complete);
        QVERIFY(turns.at(i).answer);
        QCOMPARE(turns.at(i).answer->content, u"answer %1"_s.arg(i + 1));
    }
}

void TestOutboxKill::FI_03_DATA_04_DATA_05_killedWhileWritingAndSendingLosesNothing()
{
    const quint32 seed =
        qEnvironmentVariableIsSet("DESK_SEED") ? qEnvironmentVariable("DESK_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const int rounds = qEnvironmentVariableIsSet("DESK_ROUNDS") ? qEnvironmentVariableIntValue("DESK_ROUNDS") : 20;
    int messages = 0;
    for (int number = 0; number < rounds; ++number) {
        const QTemporaryDir dir;
        Round round;
        round.store = dir.path();
        round.seed = random.generate();
        round.onlyTypes = number % 20 == 9;
        write(round, random);
        if (!QTest::currentTestFailed() && round.messages > 0)
            sendAll(round, random);
        if (!QTest::currentTestFailed())
            lookAtTheEnd(round);
        if (QTest::currentTestFailed()) {
            qWarning("round %d", number);
            return;
        }
        messages += round.messages;
    }
    qInfo("%d messages in %d rounds", messages, rounds);
    QVERIFY(messages > 0 || rounds < 20); // else it showed nothing
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("DESK_CHILD_SERVER"))
        return runSender(app);
    if (qEnvironmentVariableIsSet("DESK_CHILD_STORE"))
        return runWriter(app);
    TestOutboxKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_outboxkill.moc"
