// What the whole program keeps when it is killed, told to end, or ended with its session.
#include "app/application.h"
#include "domain/terminationsignals.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/mainwindow.h"
#include "state/models/transcriptmodel.h"
#include "state/store/draftstore.h"
#include "support/scriptedmodel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const QString draftText = u"Two lines,\nwith \u00e9 \u4e2d \U0001F600 and a tab\t."_s;

void say(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

void typeDraft(ComposerEdit *edit)
{
    edit->setFocus();
    edit->insertPlainText(draftText); // as an input method commits it
    QTest::keyClicks(edit, u" And this by key."_s);
    say("typed");
    QTimer::singleShot(1500, edit, [] { say("idle"); }); // DATA-04: a second after the last key
}

QString lastAnswer(Application &desk)
{
    const auto *rows = qobject_cast<TranscriptModel *>(desk.window().findChild<QListView *>(u"transcript"_s)->model());
    return rows && rows->rowCount() > 1 ? rows->messageAt(rows->rowCount() - 1).content : QString();
}

// Tells what the last answer says, whenever it says something else.
void tellAnswer(Application &desk, QTimer &poll, const std::function<void(const QString &)> &heard)
{
    QObject::connect(&poll, &QTimer::timeout, &poll, [&desk, heard, before = QString()]() mutable {
        const QString now = lastAnswer(desk);
        if (now == before)
            return;
        before = now;
        say("answer " + now.toUtf8().toHex());
        heard(now);
    });
    poll.start(10);
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
    options.modelUrl = qEnvironmentVariable("DESK_CHILD_MODEL");
    options.model = options.modelUrl.isEmpty() ? QString() : u"scripted"_s;
    Application desk(app, options);
    const TerminationSignals endings;
    QObject::connect(&endings, &TerminationSignals::terminationRequested, &desk.window(), &MainWindow::quit);
    desk.start();
    auto *edit = desk.window().findChild<ComposerEdit *>(u"composerText"_s);
    QTimer poll;
    const bool types = qEnvironmentVariableIsSet("DESK_CHILD_TYPES");
    if (types && !options.modelUrl.isEmpty()) {
        QObject::connect(&desk.workspace(), &Workspace::ready, edit, [edit] {
            QTest::keyClicks(edit, u"Tell me something long."_s);
            QTest::keyClick(edit, Qt::Key_Return);
        });
        tellAnswer(desk, poll, [edit, isTyped = false](const QString &answer) mutable {
            if (answer.contains(u"word3 "_s) && !std::exchange(isTyped, true))
                typeDraft(edit);
        });
    } else if (types) {
        QTimer::singleShot(0, edit, [edit] { typeDraft(edit); });
    } else {
        tellAnswer(desk, poll, [](const QString &) {});
        QObject::connect(edit, &QPlainTextEdit::textChanged, edit, [edit] { say("draft " + edit->toPlainText().toUtf8().toHex()); });
    }
    const int code = QApplication::exec();
    desk.shutdown(1500); // as the program itself does
    return code;
}

class Child : public QProcess
{
public:
    // model: where the local server finds a language model; then a question is typed as well, and the draft while its answer streams in.
    Child(const QString &home, bool types, const QUrl &model = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DESK_CHILD_HOME"_s, home);
        environment.remove(u"DESK_CHILD_TYPES"_s);
        environment.insert(u"DESK_CHILD_MODEL"_s, model.toString());
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
    [[nodiscard]] QString draft() const { return lastOf("draft "); }
    [[nodiscard]] QString answer() const { return lastOf("answer "); }

private:
    [[nodiscard]] QString lastOf(const QByteArray &word) const
    {
        const qsizetype at = m_heard.lastIndexOf(word);
        const qsizetype end = m_heard.indexOf('\n', at);
        const qsizetype from = at + word.size();
        return at < 0 || end < 0 ? QString() : QString::fromUtf8(QByteArray::fromHex(m_heard.mid(from, end - from)));
    }

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
    void FI_40_aSignalInAStreamKeepsWhatWasSeenOfItAndTheDraft_data() { FI_40_DATA_07_aSignalEndsInOrderAndKeepsTheDraft_data(); }
    void FI_40_aSignalInAStreamKeepsWhatWasSeenOfItAndTheDraft();

private:
    static void expectDraft(const QString &home);
    static void end(Child &child, int number);
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
        end(child, number); // at once: nothing had time to be written
    }
    expectDraft(home.path());
}

void TestRestart::end(Child &child, int number)
{
    QCOMPARE(::kill(static_cast<pid_t>(child.processId()), number), 0);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(child.waitForFinished(30'000));
    qInfo("ended after %lld ms", clock.elapsed());
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QCOMPARE(child.exitCode(), 0);
}

void TestRestart::FI_40_aSignalInAStreamKeepsWhatWasSeenOfItAndTheDraft()
{
    QFETCH(const int, number);
    const QTemporaryDir home;
    ScriptedModel model;
    ModelScript script;
    for (int i = 0; i < 3000; ++i)
        script.pieces.append(ScriptedModel::delta({{"content"_L1, u"word%1 "_s.arg(i)}}));
    script.pieceDelayMs = 10;
    model.add(script);
    QString seen;
    {
        Child child(home.path(), true, model.baseUrl());
        QTRY_VERIFY_WITH_TIMEOUT(child.says("typed"), 60'000);
        seen = child.answer();
        QVERIFY(seen.contains(u"word3 "_s));
        end(child, number);
    }
    Child again(home.path(), false, model.baseUrl());
    QTRY_VERIFY_WITH_TIMEOUT(again.says("draft ") && again.draft() == typedText, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(again.says("answer ") && again.answer().startsWith(seen.trimmed()), 30'000);
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
