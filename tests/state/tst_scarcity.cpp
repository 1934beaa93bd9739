// What is written is neither lost nor hidden where the computer gives little: a folder that may only be read (FI-19), hardly any memory,
// and no descriptor more (FI-38).
#include "state/cache/cacheschema.h"
#include "state/cache/conversationcache.h"
#include "state/chat/chatsession.h"
#include "state/chat/chatsessions.h"
#include "state/store/draftstore.h"
#include "state/store/storehealth.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "support/memoryuse.h"
#include "teamfixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <functional>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr int pageMessages = 100;
constexpr uid_t nobody = 65534;
constexpr const char *ownMounts = "DESK_OWN_MOUNTS";

Draft textDraft(const QString &text)
{
    Draft draft;
    draft.text = text;
    return draft;
}

StoreKind here(StoreKind kind)
{
    kind.fileSystem = [](const QString &) { return u"local"_s; };
    return kind;
}

struct Opened {
    explicit Opened(const StoreFolder &folder)
        : thread(folder, here(userStoreKind(folder)))
        , drafts(thread)
        , health(thread, drafts)
    {
        QObject::connect(&thread, &StoreThread::opened, &thread, [this](const StoreReport &told) { report = told; });
        drafts.open(u"account"_s);
    }
    [[nodiscard]] bool isLoaded()
    {
        return QTest::qWaitFor([this] { return drafts.isLoaded() && report; }, 10'000);
    }

    StoreThread thread;
    DraftStore drafts;
    StoreHealth health;
    std::optional<StoreReport> report;
};

// A folder that this process cannot write while this lives, nor make writable: as it is for somebody it does not belong to, where tests run
// as root; else by a mount of its own.
class OnlyToRead
{
public:
    explicit OnlyToRead(const QString &folder)
        : m_folder(QFile::encodeName(folder))
    {
        if (qEnvironmentVariableIsSet(ownMounts)) {
            m_isOn = ::mount(m_folder.constData(), m_folder.constData(), nullptr, MS_BIND, nullptr) == 0 &&
                     ::mount(nullptr, m_folder.constData(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
            return;
        }
        for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
            ::chmod(QFile::encodeName(file.filePath()).constData(), 0444);
        ::chmod(m_folder.constData(), 0555);
        m_isOn = ::seteuid(nobody) == 0;
    }
    ~OnlyToRead() { lift(); }
    Q_DISABLE_COPY_MOVE(OnlyToRead)

    [[nodiscard]] bool isOn() const
    {
        return m_isOn && ::access(m_folder.constData(), F_OK) == 0 && ::open((m_folder + "/new").constData(), O_CREAT | O_WRONLY, 0600) < 0;
    }
    void lift()
    {
        if (!std::exchange(m_isOn, false))
            return;
        if (qEnvironmentVariableIsSet(ownMounts)) {
            ::umount2(m_folder.constData(), MNT_DETACH);
            return;
        }
        (void)::seteuid(0);
        ::chmod(m_folder.constData(), 0700);
        for (const QFileInfo &file : QDir(QFile::decodeName(m_folder)).entryInfoList(QDir::Files))
            ::chmod(QFile::encodeName(file.filePath()).constData(), 0600);
    }

private:
    QByteArray m_folder;
    bool m_isOn = false;
};

QMap<QString, QByteArray> contentOf(const QString &folder)
{
    QMap<QString, QByteArray> all;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        all.insert(info.fileName(), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return all;
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

// c1 has a history that no memory holds; every other one a page of long messages.
Scripted historyOf(const Received &request)
{
    if (request.method == "POST" && request.target.contains("/chat/message")) {
        const QByteArray number = QByteArray::number(request.attempt);
        return eventStream({event(1, "content", R"({"type":"content","source":"chat","message":"here","data":{"streaming":true}})"),
                            event(2, "message_complete", R"({"message_id":"a)" + number + R"(","conversation_id":"c1"})")},
                           Scripted::End::Close);
    }
    if (!request.target.startsWith("/conversations/") || !request.target.contains("/messages"))
        return {};
    if (request.target.startsWith("/conversations/c1/"))
        return generatedReply(4096 * mebibyte, Framing::UntilClose);
    QJsonArray messages;
    for (int i = 0; i < pageMessages; ++i)
        messages.append(QJsonObject{{u"id"_s, u"m%1"_s.arg(i)},
                                    {u"conversation_id"_s, QString::fromLatin1(request.target.mid(15, 2))},
                                    {u"role"_s, i % 2 == 0 ? u"assistant"_s : u"user"_s},
                                    {u"content"_s, QString(40'000, u'x')},
                                    {u"created_at"_s, u"2026-05-02T09:14:03"_s}});
    return json(QJsonDocument(QJsonObject{{u"messages"_s, messages}, {u"total"_s, pageMessages}}).toJson());
}

// The program in a process that gets little. It goes from step to step, says what came of each, and ends by itself.
class Pressed : public QObject
{
public:
    explicit Pressed(const StoreFolder &folder)
        : m_store(folder, userStoreKind(folder))
        , m_journal(m_store)
        , m_drafts(m_store)
        , m_cacheStore(folder, cacheStoreKind(folder))
        , m_cache(m_cacheStore)
        , m_sessions(m_api, m_workspace, m_conversations, &m_journal)
    {
        m_sessions.setCache(&m_cache);
        m_cache.open({});
        connect(&m_drafts, &DraftStore::loaded, this, &Pressed::begin);
        connect(&m_drafts, &DraftStore::notKept, this, [](const Error &error) { say("not kept: " + error.userText().toUtf8()); });
        connect(&m_workspace, &Workspace::ready, this, &Pressed::begin);
        m_poll.start(20);
        m_drafts.open({});
        m_workspace.open({Profile::Kind::Team, u"team"_s, QUrl(qEnvironmentVariable("DESK_CHILD_SERVER"))});
    }

private:
    void begin()
    {
        if (m_first || !m_drafts.isLoaded() || m_workspace.state() != Workspace::State::Ready)
            return;
        m_memory = limit(RLIMIT_AS, static_cast<rlim_t>(virtualBytes() + allowedGrowth(384 * mebibyte)));
        m_first = m_sessions.session(ConversationId(u"c1"_s));
        connect(m_first, &ChatSession::failed, this, [this](const Error &error) { onRefused(error); });
    }
    void onRefused(const Error &error)
    {
        m_first->disconnect(this);
        say("refused: " + error.userText().toUtf8());
        m_drafts.set(ConversationId(u"c1"_s), textDraft(u"typed under pressure"_s));
        m_drafts.flush();
        when([this] { return m_drafts.isSaved(); }, [this] { askForPage(); });
    }
    void askForPage()
    {
        say("draft is kept");
        ChatSession *session = m_sessions.session(ConversationId(u"c2"_s));
        when([session] { return session->transcript().rowCount() > 0; },
             [this, session] {
                 say("rows " + QByteArray::number(session->transcript().rowCount()));
                 m_cache.load(ConversationId(u"c2"_s), pageMessages, this, [this](const SavedMessages &saved) {
                     say("copies " + QByteArray::number(saved.messages.size()));
                     ask();
                 });
             });
    }
    void ask()
    {
        connect(m_first, &ChatSession::turnEnded, this, [this](bool success) {
            say(success ? "answered" : "not answered");
            withoutDescriptors();
        });
        m_first->send(u"asked under pressure"_s, {}, {});
    }
    void withoutDescriptors()
    {
        m_first->disconnect(this);
        m_held.append(::open("/dev/null", O_RDONLY | O_CLOEXEC)); // the lowest that is free
        m_descriptors = limit(RLIMIT_NOFILE, static_cast<rlim_t>(m_held.constFirst()) + 8);
        while (m_held.constLast() >= 0)
            m_held.append(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        say("no descriptors");
        m_drafts.set(ConversationId(u"c2"_s), textDraft(u"typed without descriptors"_s));
        m_drafts.flush();
        ChatSession *session = m_sessions.session(ConversationId(u"c3"_s));
        connect(session, &ChatSession::failed, this, [](const Error &error) { say("said: " + error.userText().toUtf8()); });
        when([session] { return session->state() == ChatSession::State::Idle; }, [this] { withDescriptors(); });
    }
    void withDescriptors()
    {
        limit(RLIMIT_NOFILE, m_descriptors);
        for (const int held : std::as_const(m_held))
            ::close(held);
        ChatSession *session = m_sessions.session(ConversationId(u"c4"_s));
        when([this, session] { return session->transcript().rowCount() > 0 && m_drafts.isSaved(); },
             [this, session] {
                 say("rows again " + QByteArray::number(session->transcript().rowCount()));
                 limit(RLIMIT_AS, m_memory); // what looks for leaks at the end wants more
                 QCoreApplication::quit();
             });
    }

    void when(const std::function<bool()> &isSo, const std::function<void()> &then)
    {
        auto *once = new QObject(this);
        connect(&m_poll, &QTimer::timeout, once, [this, once, isSo, then] {
            if (!isSo())
                return;
            m_poll.disconnect(once);
            once->deleteLater();
            then();
        });
    }
    // What it was.
    static rlim_t limit(__rlimit_resource_t what, rlim_t soft)
    {
        rlimit now{};
        getrlimit(what, &now);
        const rlim_t before = now.rlim_cur;
        now.rlim_cur = std::min(soft, now.rlim_max);
        if (setrlimit(what, &now) != 0)
            say("not limited");
        return before;
    }
    static qint64 virtualBytes()
    {
        QFile file(u"/proc/self/statm"_s);
        const QByteArray pages = file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').constFirst() : QByteArray("0");
        return pages.toLongLong() * sysconf(_SC_PAGESIZE);
    }

    MemoryStore m_secrets;
    AuthManagers m_accounts{m_secrets};
    ProfileTokenSource m_tokens;
    Transport m_transport{m_tokens};
    ApiClient m_api{m_transport};
    Workspace m_workspace{m_api, m_tokens, m_accounts, {}};
    ConversationStore m_conversations{m_api};
    StoreThread m_store;
    TurnJournal m_journal;
    DraftStore m_drafts;
    StoreThread m_cacheStore;
    ConversationCache m_cache;
    ChatSessions m_sessions;
    QTimer m_poll;
    ChatSession *m_first = nullptr;
    QList<int> m_held;
    rlim_t m_descriptors = 0; // that were allowed
    rlim_t m_memory = 0;
};

int runChild()
{
    const Pressed pressed({qEnvironmentVariable("DESK_CHILD_STORE")});
    return QCoreApplication::exec();
}

} // namespace

class TestScarcity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void FI_19_aFolderThatMayOnlyBeReadIsShownWholeAndSaidToBeSo();
    void FI_19_aFolderOfOnesOwnIsMadeWritableAgain();
    void FI_38_aProcessShortOfMemoryAndDescriptorsGoesOnAndLosesNothing();

private:
    void proveInside(const char *test);
    std::unique_ptr<QTemporaryDir> m_dir;
};

// This test once more in a process that may mount what it likes, for itself alone; where that cannot be made, the test says so.
void TestScarcity::proveInside(const char *test)
{
    QProcess inside;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(ownMounts), u"1"_s);
    inside.setProcessEnvironment(environment);
    inside.setProcessChannelMode(QProcess::MergedChannels);
    inside.start(u"unshare"_s, {u"-Urm"_s, QCoreApplication::applicationFilePath(), QString::fromLatin1(test)});
    QVERIFY(inside.waitForStarted());
    QVERIFY(inside.waitForFinished(120'000));
    const QByteArray output = inside.readAll();
    if (output.contains("unshare failed") || output.contains("not permitted")) {
        qWarning("not proved here: nobody but root has a folder here that he cannot write");
        return;
    }
    QVERIFY2(inside.exitCode() == 0, output.constData());
}

// With a log behind it that nobody has written into the database yet, as after a crash.
void TestScarcity::FI_19_aFolderThatMayOnlyBeReadIsShownWholeAndSaidToBeSo()
{
    if (::geteuid() != 0)
        return proveInside("FI_19_aFolderThatMayOnlyBeReadIsShownWholeAndSaidToBeSo");
    ::chmod(QFile::encodeName(m_dir->path()).constData(), 0711); // somebody else has to get there
    const StoreFolder folder{m_dir->filePath(u"user"_s)};
    const StoreFolder other{m_dir->filePath(u"before"_s)};
    QVERIFY(folder.prepare());
    {
        Opened store(other);
        QVERIFY(store.isLoaded());
        store.drafts.set(ConversationId(u"c1"_s), textDraft(u"before"_s));
        store.drafts.flush();
        QTRY_VERIFY(store.drafts.isSaved());
        for (const QFileInfo &file : QDir(other.root).entryInfoList(QDir::Files))
            QVERIFY2(QFile::copy(file.filePath(), folder.root + u'/' + file.fileName()), qPrintable(file.fileName()));
    }
    QVERIFY(QFileInfo(folder.user() + u"-wal"_s).size() > 0);
    const QMap<QString, QByteArray> before = contentOf(folder.root);

    OnlyToRead protection(folder.root);
    QVERIFY2(protection.isOn(), qPrintable(folder.root));
    for (int start = 0; start < 2; ++start) { // the second as well as the first
        Opened store(folder);
        QVERIFY(store.isLoaded());
        QCOMPARE(store.report->outcome, StoreReport::Outcome::ReadOnly);
        QTRY_VERIFY(store.health.problem());
        QVERIFY2(store.health.problem()->message.contains(QDir::toNativeSeparators(folder.root)),
                 qPrintable(store.health.problem()->message));
        QCOMPARE(store.drafts.draft(ConversationId(u"c1"_s)).text, u"before"_s);
    }
    Result<OpenedStore> cache = openStore(folder, here(cacheStoreKind(folder))); // there is none, and none can be made
    QVERIFY(!cache);
    QCOMPARE(cache.error().kind, Error::Kind::Storage);
    QVERIFY(!cache.error().message.isEmpty() && !cache.error().nextStep.isEmpty());

    {
        Opened store(folder);
        QVERIFY(store.isLoaded());
        QSignalSpy notKept(&store.drafts, &DraftStore::notKept);
        store.drafts.set(ConversationId(u"c2"_s), textDraft(u"typed meanwhile"_s));
        store.drafts.flush();
        QTRY_COMPARE(notKept.size(), 1);
        QVERIFY(!notKept.constFirst().constFirst().value<Error>().message.isEmpty());
        QCOMPARE(store.drafts.draft(ConversationId(u"c2"_s)).text, u"typed meanwhile"_s);
        QVERIFY(store.health.problem());
        QVERIFY(contentOf(folder.root) == before); // nothing was changed, moved away or made
        protection.lift();
        QTRY_VERIFY_WITH_TIMEOUT(store.drafts.isSaved(), 30'000); // by itself
        QTRY_VERIFY(!store.health.problem());
    }
    Opened store(folder);
    QVERIFY(store.isLoaded());
    QCOMPARE(store.report->outcome, StoreReport::Outcome::Fine);
    QCOMPARE(store.drafts.draft(ConversationId(u"c1"_s)).text, u"before"_s);
    QCOMPARE(store.drafts.draft(ConversationId(u"c2"_s)).text, u"typed meanwhile"_s);
}

// As an unpacked archive or a careless command leaves it: no reason to keep nothing.
void TestScarcity::FI_19_aFolderOfOnesOwnIsMadeWritableAgain()
{
    const StoreFolder folder{m_dir->filePath(u"user"_s)};
    const QByteArray name = QFile::encodeName(folder.root);
    {
        Opened store(folder);
        QVERIFY(store.isLoaded());
        store.drafts.set(ConversationId(u"c1"_s), textDraft(u"before"_s));
    }
    QCOMPARE(::chmod(name.constData(), 0500), 0);
    Opened store(folder);
    QVERIFY(store.isLoaded());
    QCOMPARE(store.report->outcome, StoreReport::Outcome::Fine);
    QCOMPARE(store.drafts.draft(ConversationId(u"c1"_s)).text, u"before"_s);
    store.drafts.set(ConversationId(u"c1"_s), textDraft(u"after"_s));
    store.drafts.flush();
    QTRY_VERIFY(store.drafts.isSaved());
    QVERIFY(!store.health.problem());
    struct stat now {
    };
    QCOMPARE(::stat(name.constData(), &now), 0);
    QCOMPARE(now.st_mode & 0777U, 0700U);
}

// A history of four gigabytes, a page of long messages, a question, and then not one descriptor more: twice, the second time with what the
// first one left, as a program that is started again.
void TestScarcity::FI_38_aProcessShortOfMemoryAndDescriptorsGoesOnAndLosesNothing()
{
    const StoreFolder folder{m_dir->filePath(u"user"_s)};
    TeamFixture team;
    team.features = localFeatures;
    team.script = historyOf;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DESK_CHILD_SERVER"_s, team.server.url().toString());
    environment.insert(u"DESK_CHILD_STORE"_s, folder.root);
    for (int start = 0; start < 2; ++start) {
        QProcess child;
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), QStringList());
        const bool isOver = QTest::qWaitFor([&child] { return child.state() == QProcess::NotRunning; }, 120'000);
        if (!isOver) {
            child.kill();
            child.waitForFinished();
        }
        const QByteArray said = child.readAllStandardOutput();
        QVERIFY2(isOver && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0,
                 (said + child.readAllStandardError()).constData());
        const QList<QByteArray> lines = said.split('\n');
        QVERIFY2(!lines.contains("not limited"), said.constData());
        QVERIFY2(lines.constFirst().startsWith("refused: ") && lines.constFirst().size() > 20, said.constData());
        for (const char *line : {"draft is kept", "rows 100", "copies 100", "answered", "no descriptors", "rows again 100"})
            QVERIFY2(lines.contains(line), said.constData());
        for (const QByteArray &line : lines) // whatever was refused meanwhile was refused in words
            QVERIFY2(line != "said: " && line != "not kept: ", said.constData());
    }
    StoreThread store(folder, userStoreKind(folder));
    DraftStore drafts(store);
    TurnJournal journal(store);
    drafts.open({});
    std::optional<QList<TurnRecord>> turns;
    journal.load(ConversationId(u"c1"_s), this, [&turns](const Result<QList<TurnRecord>> &read) {
        if (read)
            turns = *read;
    });
    QTRY_VERIFY(drafts.isLoaded() && turns);
    QCOMPARE(drafts.draft(ConversationId(u"c1"_s)).text, u"typed under pressure"_s);
    QCOMPARE(drafts.draft(ConversationId(u"c2"_s)).text, u"typed without descriptors"_s);
    QCOMPARE(turns->size(), 2);
    for (const TurnRecord &turn : std::as_const(*turns)) {
        QCOMPARE(turn.request.text, u"asked under pressure"_s);
        QCOMPARE(turn.state, TurnState::Complete);
    }
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("DESK_CHILD_SERVER"))
        return runChild();
    TestScarcity test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scarcity.moc"
