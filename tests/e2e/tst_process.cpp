// What the process itself may leave behind, and what it may load.
#include "app/coredumps.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QPluginLoader>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace desk;

class TestProcess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void LOG_04_aCrashLeavesNoCore();
    void IPC_05_pluginsOfTheEnvironmentAreNotLoaded();
};

void TestProcess::LOG_04_aCrashLeavesNoCore()
{
    const QTemporaryDir dir;
    // Returns how the child ended; it may write a core of any size before it is forbidden to.
    const auto crash = [&dir](bool forbidden) {
        const pid_t child = fork();
        if (child == 0) {
            rlimit limit{};
            getrlimit(RLIMIT_CORE, &limit);
            limit.rlim_cur = limit.rlim_max;
            setrlimit(RLIMIT_CORE, &limit);
            if (chdir(QFile::encodeName(dir.path()).constData()) != 0)
                _exit(1);
            if (forbidden) {
                forbidCoreDumps();
                getrlimit(RLIMIT_CORE, &limit);
                if (limit.rlim_cur != 0 || limit.rlim_max != 0 || prctl(PR_GET_DUMPABLE) != 0)
                    _exit(2);
            }
            signal(SIGSEGV, SIG_DFL); // not the test's own handler
            kill(getpid(), SIGSEGV);
            _exit(3);
        }
        int status = 0;
        waitpid(child, &status, 0);
        return status;
    };
    const int before = crash(false);
    QVERIFY(WIFSIGNALED(before));
    qInfo("without it: %s", WCOREDUMP(before) ? "a core" : "no core, by the rules of this computer");
    for (const QString &file : QDir(dir.path()).entryList(QDir::Files))
        QVERIFY(QFile::remove(dir.filePath(file)));
    const int after = crash(true);
    QVERIFY2(WIFSIGNALED(after), qPrintable(QString::number(WEXITSTATUS(after))));
    QVERIFY(!WCOREDUMP(after));
    QVERIFY(QDir(dir.path()).entryList(QDir::Files).isEmpty());
}

void TestProcess::IPC_05_pluginsOfTheEnvironmentAreNotLoaded()
{
    const QTemporaryDir dir;
    const QString marker = dir.filePath(u"loaded"_s);
    qputenv("DESK_TEST_MARKER", QFile::encodeName(marker));
    const QString plugin = dir.filePath(u"platforms/libqoffscreen.so"_s);
    QVERIFY(QDir(dir.path()).mkpath(u"platforms"_s));
    QVERIFY(QFile::copy(QStringLiteral(DESK_BIN_DIR "/../tests/libmarker.so"), plugin));
    QPluginLoader loader(plugin); // Qt takes it for the platform plugin it says to be
    QCOMPARE(loader.metaData().value("MetaData"_L1).toObject().value("Keys"_L1).toArray().first().toString(), u"offscreen"_s);
    QVERIFY(loader.load());
    QVERIFY(QFile::remove(marker)); // it was there: whoever loads one is seen

    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_PLUGIN_PATH"_s, dir.path());
    environment.insert(u"QT_QPA_PLATFORM_PLUGIN_PATH"_s, dir.filePath(u"platforms"_s));
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"XDG_RUNTIME_DIR"_s, dir.path());
    environment.insert(u"HOME"_s, dir.path());
    program.setProcessEnvironment(environment);
    program.setWorkingDirectory(dir.path());
    program.start(QStringLiteral(DESK_BIN_DIR "/agentdesk"),
                  {u"--settings"_s, dir.filePath(u"s.json"_s), u"--data"_s, dir.filePath(u"data"_s)});
    QVERIFY(program.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QDir(dir.filePath(u"data"_s)).exists(), 15'000); // the window is up and has started its server
    QCOMPARE(program.state(), QProcess::Running);
    QVERIFY(!QFile::exists(marker));
    program.terminate();
    QVERIFY(program.waitForFinished(10'000));
}

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
