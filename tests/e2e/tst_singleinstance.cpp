// One window for each person and set of folders: in this process over a real socket, and with the real program started twice.
#include "app/filehandover.h"
#include "app/options.h"
#include "app/singleinstance.h"

#include <QDir>
#include <QLocalSocket>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <cstring>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace desk;
using Role = SingleInstance::Role;

namespace {

QString socketIn(const QString &folder)
{
    return folder + u'/' + QDir(folder).entryList({u"*.sock"_s}, QDir::AllEntries | QDir::System).value(0);
}

QString makeFile(const QTemporaryDir &dir, const QString &name)
{
    QFile file(dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write("region") != 6)
        qFatal("cannot make a test file");
    return file.fileName();
}

// The real program with folders of its own; its output is kept.
struct Program {
    QProcess process;

    Program(const QString &home, const QStringList &more = {}, const QString &settings = u"settings.json"_s)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, home);
        environment.insert(u"HOME"_s, home);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(DESK_BIN_DIR "/agentdesk"),
                      QStringList{u"--settings"_s, home + u'/' + settings, u"--data"_s, home + u"/data"_s} + more);
    }
    ~Program()
    {
        process.terminate();
        if (!process.waitForFinished(5000))
            process.kill();
        process.waitForFinished(5000);
    }
    [[nodiscard]] bool isUp(const QString &home)
    {
        return process.waitForStarted() &&
               QTest::qWaitFor([&] { return QFile::exists(home + u"/agentdesk/"_s) && !socketIn(home + u"/agentdesk"_s).endsWith(u'/'); },
                               15'000);
    }
    [[nodiscard]] int exitCode()
    {
        return QTest::qWaitFor([this] { return process.state() == QProcess::NotRunning; }, 15'000) ? process.exitCode() : -1;
    }
};

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void IPC_01_theSecondHandsOverToTheFirst();
    void IPC_01_otherFoldersAreAnotherInstance();
    void IPC_01_aFolderThatIsNotOursIsNotUsed();
    void IPC_01_aPeerOfAnotherPersonIsRefused();
    void IPC_02_onlyKnownAndShortMessagesAreTaken();
    void IPC_02_filesAreHandedOverByANoteThatIsReadOnce();
    void IPC_02_aNoteIsOnlyWhatItHasToBe();
    void IPC_03_whatFollowsTwoDashesIsNoOption();
    void D_23_filesOnTheCommandLineAreThoseThatAreThere();
    void D_23_aSecondStartHandsItsFilesOver();
    void FI_39_theSecondStartActivatesTheFirstAndEnds();
    void aSecondStartCanAskForTheQuickQuestion();
    void FI_39_aCrashedFirstIsNotInTheWay();
    void FI_39_aFirstThatIsBusyIsWaitedForAndOneThatEndsIsFollowed();
};

void TestSingleInstance::IPC_01_theSecondHandsOverToTheFirst()
{
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    SingleInstance first(folder, u"settings"_s);
    QCOMPARE(first.start({}), Role::First);
    QCOMPARE(QFile::permissions(folder) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    QSignalSpy activated(&first, &SingleInstance::activated);
    QSignalSpy links(&first, &SingleInstance::linkReceived);
    // The lock is this process's already, so the second one is a process of its own in FI_39; its message is this one.
    QSignalSpy quickAsks(&first, &SingleInstance::quickAskRequested);
    for (const QByteArray &message : {QByteArray("activate\n"), QByteArray("open-url agentdesk://run/r1\n"), QByteArray("quick-ask\n")}) {
        QLocalSocket socket;
        socket.connectToServer(socketIn(folder));
        QVERIFY(socket.waitForConnected());
        socket.write(message);
        QTRY_VERIFY(socket.canReadLine());
        QCOMPARE(socket.readLine(), QByteArray("taken\n"));
    }
    QCOMPARE(activated.size(), 2); // the window stays where it is for a quick question
    QCOMPARE(quickAsks.size(), 1);
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.constFirst().constFirst().toString(), u"agentdesk://run/r1"_s);
}

void TestSingleInstance::IPC_01_otherFoldersAreAnotherInstance()
{
    const QTemporaryDir dir;
    SingleInstance one(dir.filePath(u"run"_s), u"settings A"_s);
    SingleInstance other(dir.filePath(u"run"_s), u"settings B"_s);
    QCOMPARE(one.start({}), Role::First);
    QCOMPARE(other.start({}), Role::First);
}

void TestSingleInstance::IPC_01_aFolderThatIsNotOursIsNotUsed()
{
    const QTemporaryDir dir;
    const QString elsewhere = dir.filePath(u"elsewhere"_s);
    QVERIFY(QDir().mkpath(elsewhere));
    QVERIFY(QFile::link(elsewhere, dir.filePath(u"run"_s))); // as somebody would who waits for us there
    SingleInstance instance(dir.filePath(u"run"_s), u"settings"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"not this person's alone"_s));
    QCOMPARE(instance.start({}), Role::First);
    QVERIFY(socketIn(elsewhere).endsWith(u'/')); // no socket there
}

void TestSingleInstance::IPC_01_aPeerOfAnotherPersonIsRefused()
{
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    SingleInstance first(folder, u"settings"_s);
    QCOMPARE(first.start({}), Role::First);
    struct stat info {
    };
    const QByteArray path = QFile::encodeName(socketIn(folder));
    QCOMPARE(stat(path.constData(), &info), 0);
    QCOMPARE(info.st_mode & 077, 0U); // nobody else gets that far
    if (geteuid() != 0)
        return; // only root can be two people; the rest is for machines that test as root
    for (const QString &name : {dir.path(), folder})
        QCOMPARE(chmod(QFile::encodeName(name).constData(), 0755), 0); // as if the folder had been opened to all
    QCOMPARE(chmod(path.constData(), 0777), 0);
    QSignalSpy activated(&first, &SingleInstance::activated);
    const auto sendAs = [&path](uid_t person) { // exit code 0: the message was taken
        const pid_t child = fork();
        if (child == 0) {
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            std::strncpy(address.sun_path, path.constData(), sizeof address.sun_path - 1);
            const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
            char answer[6] = {};
            if (setuid(person) != 0 || ::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
                _exit(2);
            const bool wasTaken =
                ::write(socket, "activate\n", 9) == 9 && ::read(socket, answer, 6) == 6 && std::memcmp(answer, "taken\n", 6) == 0;
            _exit(wasTaken ? 0 : 1);
        }
        int status = -1;
        static_cast<void>(QTest::qWaitFor([&] { return waitpid(child, &status, WNOHANG) == child; }, 5000));
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    };
    constexpr uid_t nobody = 65534;
    QCOMPARE(sendAs(geteuid()), 0);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(sendAs(nobody), 1); // connected, and cut off
    QCOMPARE(activated.size(), 1);
}

void TestSingleInstance::IPC_02_onlyKnownAndShortMessagesAreTaken()
{
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    SingleInstance first(folder, u"settings"_s);
    QCOMPARE(first.start({}), Role::First);
    QSignalSpy activated(&first, &SingleInstance::activated);
    QSignalSpy links(&first, &SingleInstance::linkReceived);
    bool given = false;
    const auto asked = static_cast<quint32>(qEnvironmentVariableIntValue("DESK_SEED", &given));
    const quint32 seed = given ? asked : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    QList<QByteArray> messages{"\n",
                               "quit\n",
                               "activate now\n",
                               "run rm\n",
                               "open-url\n",
                               "open-files\n",
                               "open-files /etc/passwd\n",
                               "open-files ../0123456789abcdef0123456789abcdef\n",
                               QByteArray(100'000, 'a')};
    for (int i = 0; i < 30; ++i) {
        QByteArray message(random.bounded(1, 2000), Qt::Uninitialized);
        for (char &c : message)
            c = static_cast<char>(random.bounded(256));
        messages.append(message + '\n');
    }
    for (const QByteArray &message : std::as_const(messages)) {
        QLocalSocket socket;
        socket.connectToServer(socketIn(folder));
        QVERIFY(socket.waitForConnected());
        socket.write(message);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QVERIFY(socket.readAll().isEmpty());
    }
    QCOMPARE(activated.size(), 0);
    QCOMPARE(links.size(), 0);
}

void TestSingleInstance::IPC_02_filesAreHandedOverByANoteThatIsReadOnce()
{
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    const QStringList files{makeFile(dir, u"a b.csv"_s), makeFile(dir, u"line\nbreak.csv"_s)};
    SingleInstance first(folder, u"settings"_s);
    QCOMPARE(first.start({}), Role::First);
    QSignalSpy activated(&first, &SingleInstance::activated);
    QSignalSpy received(&first, &SingleInstance::filesReceived);
    const QString note = FileHandover(folder).leave(files + QStringList{dir.filePath(u"gone.csv"_s), u"relative.csv"_s});
    QVERIFY(!note.isEmpty());
    const QString path = folder + u'/' + note + u".files"_s;
    QCOMPARE(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    for (int i = 0; i < 2; ++i) { // the second time there is no note any more: the window comes forward all the same
        QLocalSocket socket;
        socket.connectToServer(socketIn(folder));
        QVERIFY(socket.waitForConnected());
        socket.write("open-files " + note.toLatin1() + '\n');
        QTRY_VERIFY(socket.canReadLine());
        QCOMPARE(socket.readLine(), QByteArray("taken\n"));
    }
    QCOMPARE(activated.size(), 2);
    QCOMPARE(received.size(), 1);
    QCOMPARE(received.constFirst().constFirst().toStringList(), files);
    QVERIFY(!QFile::exists(path));
}

void TestSingleInstance::IPC_02_aNoteIsOnlyWhatItHasToBe()
{
    const QTemporaryDir dir;
    const FileHandover handover(dir.path());
    const QString file = makeFile(dir, u"a.csv"_s);
    const QString name(32, u'a');
    const QString path = dir.filePath(name + u".files"_s);
    const auto write = [&path](const QByteArray &content) {
        QFile note(path);
        return note.open(QIODevice::WriteOnly) && note.write(content) == content.size();
    };
    QVERIFY(write("[\"" + file.toUtf8() + "\"]"));
    QCOMPARE(handover.take(name), QStringList{file});
    for (const QByteArray &content : {QByteArray("{}"), QByteArray("["), QByteArray("[1,null,[]]"), QByteArray("[\"..\"]")}) {
        QVERIFY(write(content));
        QVERIFY2(handover.take(name).isEmpty(), content.constData());
    }
    QVERIFY(write("[\"" + file.toUtf8() + "\"]" + QByteArray(FileHandover::maxNote, ' ')));
    QVERIFY(handover.take(name).isEmpty());
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::link(file, path)); // leads elsewhere
    QVERIFY(handover.take(name).isEmpty());
    QVERIFY(handover.take(u"../"_s + name).isEmpty());
    QVERIFY(!FileHandover::isName(name + u'\n'));
    QVERIFY(QFile::exists(file));
}

void TestSingleInstance::D_23_filesOnTheCommandLineAreThoseThatAreThere()
{
    const QTemporaryDir dir;
    const QString file = makeFile(dir, u"a b.csv"_s);
    const auto given = [](const QStringList &arguments) { return parseOptions(QStringList{u"agentdesk"_s, u"--"_s} + arguments); };
    QCOMPARE(given({file, QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded)}).files, (QStringList{file, file}));
    QVERIFY(given({file}).link.isEmpty());
    QCOMPARE(given({u"agentdesk://run/r1"_s}).link, u"agentdesk://run/r1"_s);
    QVERIFY(given({u"agentdesk://run/r1"_s}).files.isEmpty());
    for (const QString &other : {dir.path(), dir.filePath(u"gone"_s), u"https://example.org/a.csv"_s, u"file://server/share/a.csv"_s,
                                 u"--ask"_s, u"/dev/zero"_s, QString()}) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"neither a link of ours nor a file"_s));
        QVERIFY2(given({other}).files.isEmpty(), qPrintable(other));
    }
}

void TestSingleInstance::D_23_aSecondStartHandsItsFilesOver()
{
    const QTemporaryDir home;
    Program first(home.path());
    QVERIFY(first.isUp(home.path()));
    Program second(home.path(), {u"--"_s, makeFile(home, u"a.csv"_s)});
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(first.process.state(), QProcess::Running);
    QVERIFY(QDir(home.path() + u"/agentdesk"_s).entryList({u"*.files"_s}).isEmpty()); // the note was read
    const QByteArray said = first.process.readAll();
    QVERIFY2(!said.contains("unknown kind") && !said.contains("a note about files"), said.constData());
}

void TestSingleInstance::IPC_03_whatFollowsTwoDashesIsNoOption()
{
    const auto headless = [](std::vector<const char *> arguments) {
        std::vector<char *> argv;
        for (const char *argument : arguments)
            argv.push_back(const_cast<char *>(argument));
        return isHeadless(static_cast<int>(argv.size()), argv.data());
    };
    QVERIFY(headless({"agentdesk", "--ask", "x"}));
    QVERIFY(!headless({"agentdesk", "--", "--ask"}));
    QVERIFY(!headless({"agentdesk", "--", "agentdesk://run/a"}));
}

void TestSingleInstance::FI_39_theSecondStartActivatesTheFirstAndEnds()
{
    const QTemporaryDir home;
    Program first(home.path());
    QVERIFY(first.isUp(home.path()));
    Program second(home.path(), {u"--"_s, u"agentdesk://run/r1"_s});
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(first.process.state(), QProcess::Running);
    Program other(home.path(), {}, u"other.json"_s); // other settings: side by side
    QVERIFY(other.process.waitForStarted());
    const auto sockets = [&home] {
        return QDir(home.path() + u"/agentdesk"_s).entryList({u"*.sock"_s}, QDir::AllEntries | QDir::System).size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(sockets(), 2, 15'000);
    QCOMPARE(first.process.state(), QProcess::Running);
    QCOMPARE(other.process.state(), QProcess::Running);
}

void TestSingleInstance::aSecondStartCanAskForTheQuickQuestion()
{
    const QTemporaryDir home;
    Program first(home.path());
    QVERIFY(first.isUp(home.path()));
    Program second(home.path(), {u"--quick-ask"_s});
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(first.process.state(), QProcess::Running);
    QVERIFY(!first.process.readAll().contains("unknown kind"));
}

void TestSingleInstance::FI_39_aCrashedFirstIsNotInTheWay()
{
    const QTemporaryDir home;
    {
        Program first(home.path());
        QVERIFY(first.isUp(home.path()));
        QCOMPARE(::kill(static_cast<pid_t>(first.process.processId()), SIGKILL), 0);
        QVERIFY(first.exitCode() != 0);
        QVERIFY(!socketIn(home.path() + u"/agentdesk"_s).endsWith(u'/')); // left behind
    }
    Program next(home.path());
    QVERIFY(next.process.waitForStarted());
    const QString folder = home.path() + u"/agentdesk/"_s;
    const auto holder = [&folder] { // the process whose the lock is
        QFile lock(folder + QDir(folder).entryList({u"*.lock"_s}).value(0));
        return lock.open(QIODevice::ReadOnly) ? lock.readLine().trimmed().toLongLong() : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(holder(), next.process.processId(), 15'000);
    Program second(home.path());
    QCOMPARE(second.exitCode(), 0); // there is a first one that listens
    QCOMPARE(next.process.state(), QProcess::Running);
}

void TestSingleInstance::FI_39_aFirstThatIsBusyIsWaitedForAndOneThatEndsIsFollowed()
{
    const QTemporaryDir home;
    Program first(home.path());
    QVERIFY(first.isUp(home.path()));
    QTRY_COMPARE(Program(home.path()).exitCode(), 0); // it answers
    const auto pid = static_cast<pid_t>(first.process.processId());
    QCOMPARE(kill(pid, SIGSTOP), 0); // it takes connections, but says nothing
    Program waiting(home.path());
    QVERIFY(waiting.process.waitForStarted());
    QVERIFY(!QTest::qWaitFor([&waiting] { return waiting.process.state() == QProcess::NotRunning; }, 700));
    QCOMPARE(kill(pid, SIGCONT), 0);
    QCOMPARE(waiting.exitCode(), 0); // handed over, if late

    QCOMPARE(kill(pid, SIGSTOP), 0);
    Program next(home.path());
    QVERIFY(next.process.waitForStarted());
    QVERIFY(!QTest::qWaitFor([&next] { return next.process.state() == QProcess::NotRunning; }, 700));
    QCOMPARE(kill(pid, SIGKILL), 0);
    const auto holder = [&home] {
        const QString folder = home.path() + u"/agentdesk/"_s;
        QFile lock(folder + QDir(folder).entryList({u"*.lock"_s}).value(0));
        return lock.open(QIODevice::ReadOnly) ? lock.readLine().trimmed().toLongLong() : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(holder(), next.process.processId(), 15'000);
    QTRY_COMPARE(Program(home.path()).exitCode(), 0); // and answers
    QCOMPARE(next.process.state(), QProcess::Running);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
