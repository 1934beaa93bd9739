// What the whole program keeps when it is killed, told to end, or ended with its session.
#include "app/application.h"
#include "domain/terminationsignals.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/mainwindow.h"
#include "state/store/draftstore.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

const QString draftText = u"Two lines,\nwith \u00e9 \u4e2d \U0001F600 and a tab\t."_s;

void say(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

// The program, with somebody at its keyboard.
int runChild(QApplication &app)
{
    const QString home = qEnvironmentVariable("DESK_CHILD_HOME");
    Options options;
    options.dataDir = home + u"/data"_s;
    options.userDir = home + u"/user"_s;
    options.settingsPath = home + u"/settings.json"_s;
    options.serverProgram = QStringLiteral(DESK_BIN_DIR "/agentdesk-localserver");
    Application desk(app, options);
    const TerminationSignals endings;
    QObject::connect(&endings, &TerminationSignals::terminationRequested, &app, &QApplication::quit);
    desk.start();
    auto *edit = desk.window().findChild<ComposerEdit *>(u"composerText"_s);
    if (qEnvironmentVariableIsSet("DESK_CHILD_TYPES")) {
        QTimer::singleShot(0, edit, [edit] {
            edit->setFocus();
            edit->insertPlainText(draftText); // as an input method commits it
            QTest::keyClicks(edit, u" And this by key."_s);
            say("typed");
            QTimer::singleShot(1500, edit, [] { say("idle"); }); // DATA-04: a second after the last key
        });
    } else {
        QObject::connect(edit, &QPlainTextEdit::textChanged, edit, [edit] { say("draft " + edit->toPlainText().toUtf8().toHex()); });
    }
    const int code = QApplication::exec();
    desk.shutdown(3000);
    return code;
}

class Child : public QProcess
{
public:
    Child(const QString &home, bool types)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DESK_CHILD_HOME"_s, home);
        environment.remove(u"DESK_CHILD_TYPES"_s);
        if (types)
            environment.insert(u"DESK_CHILD_TYPES"_s, u"1"_s);
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
    bool says(const QByteArray &word)
    {
        m_heard += readAllStandardOutput();
        return m_heard.contains(word);
    }
    [[nodiscard]] QString draft()
    {
        const qsizetype at = m_heard.lastIndexOf("draft ");
        const qsizetype end = m_heard.indexOf('\n', at);
        return at < 0 || end < 0 ? QString() : QString::fromUtf8(QByteArray::fromHex(m_heard.mid(at + 6, end - at - 6)));
    }

private:
    QByteArray m_heard;
};

const QString typedText = draftText + u" And this by key."_s;

} // namespace

class TestRestart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void DATA_04_FI_03_aDraftSurvivesKill();
    void FI_40_DATA_07_aSignalEndsInOrderAndKeepsTheDraft_data();
    void FI_40_DATA_07_aSignalEndsInOrderAndKeepsTheDraft();

private:
    static void expectDraft(const QString &home);
};

void TestRestart::expectDraft(const QString &home)
{
    Child again(home, false);
    QTRY_VERIFY_WITH_TIMEOUT(again.says("draft ") && again.draft() == typedText, 30'000);
}

void TestRestart::DATA_04_FI_03_aDraftSurvivesKill()
{
    const QTemporaryDir home;
    {
        Child child(home.path(), true);
        QTRY_VERIFY_WITH_TIMEOUT(child.says("idle"), 30'000);
        child.kill();
        QVERIFY(child.waitForFinished());
    }
    expectDraft(home.path());
}

void TestRestart::FI_40_DATA_07_aSignalEndsInOrderAndKeepsTheDraft_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestRestart::FI_40_DATA_07_aSignalEndsInOrderAndKeepsTheDraft()
{
    QFETCH(const int, number);
    const QTemporaryDir home;
    {
        Child child(home.path(), true);
        QTRY_VERIFY_WITH_TIMEOUT(child.says("typed"), 30'000);
        QCOMPARE(::kill(static_cast<pid_t>(child.processId()), number), 0); // at once: nothing had time to be written
        QElapsedTimer clock;
        clock.start();
        QVERIFY(child.waitForFinished(30'000));
        qInfo("ended after %lld ms", clock.elapsed());
        QCOMPARE(child.exitStatus(), QProcess::NormalExit);
        QCOMPARE(child.exitCode(), 0);
    }
    expectDraft(home.path());
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"agentdesk"_s);
    if (qEnvironmentVariableIsSet("DESK_CHILD_HOME"))
        return runChild(app);
    TestRestart test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_restart.moc"
