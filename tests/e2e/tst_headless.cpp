// The program without a window, as a newcomer's first command runs it: real processes, real files, no display, no keychain.
#include "folderproviders.h"
#include "support/scriptedmodel.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

struct Outcome {
    int code = -1;
    QString out;
    QString err;
};

class Program
{
public:
    QTemporaryDir home;

    [[nodiscard]] QString file(const QString &name, const QByteArray &content) const
    {
        QFile file(home.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(content);
        return file.fileName();
    }

    [[nodiscard]] QString dataDir() const { return home.filePath(u"data"_s); }

    void start(QProcess &process, const QStringList &arguments, const QString &data = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto *name :
             {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS"})
            environment.remove(QLatin1StringView(name));
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        environment.insert(u"HOME"_s, home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, home.path()); // no socket of a compositor, no other window's lock
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(DESK_BIN_DIR "/agentdesk"),
                      QStringList{u"--data"_s, data.isEmpty() ? dataDir() : data, u"--settings"_s, home.filePath(u"settings.json"_s)} +
                          arguments);
    }

    // As run(), while this process goes on serving its own sockets.
    [[nodiscard]] Outcome runBeside(const QStringList &arguments) const
    {
        QProcess process;
        start(process, arguments);
        (void)QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    [[nodiscard]] Outcome run(const QStringList &arguments, const QString &data = {}) const
    {
        QProcess process;
        start(process, arguments, data);
        Outcome outcome;
        if (!process.waitForFinished(60'000))
            return outcome;
        outcome.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        outcome.out = QString::fromUtf8(process.readAllStandardOutput());
        outcome.err = QString::fromUtf8(process.readAllStandardError());
        return outcome;
    }
};

const QString sales = QStringLiteral(DESK_TEST_DATA "/sales.csv");

// "agentdesk: what, why. what next": one line, and the last one.
bool isOneClearLine(const QString &err)
{
    const QStringList lines = err.trimmed().split(u'\n');
    return lines.filter(u"agentdesk: "_s).size() == 1 && lines.constLast().startsWith(u"agentdesk: "_s) && lines.constLast().size() > 30;
}

} // namespace

class TestHeadless : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whichRegionSoldMostPrintsFigureSqlAndSource();
    void aTextFileIsQuotedWithItsLine();
    void jsonPrintsOneEventPerLine();
    void aNamedAgentAnswers();
    void badInputIsOneClearLineAndExit1_data();
    void badInputIsOneClearLineAndExit1();
    void anUnknownBinaryAttachmentIsAnsweredHonestly();
    void aReadOnlyDataFolderIsSaid();
    void aCorruptDatabaseIsSaidAndNotTouched();
    void aModelAnswersWithItsWords();
    void anAddressThatIsNoneSendsNothingAnywhere();
    void oneQuestionsModelIsNotTheFolders_data();
    void oneQuestionsModelIsNotTheFolders();
    void twoModelsAtOnceAnswerTheirOwnQuestions();
    void APPR_01_aProgramIsRefusedWhereNobodyCanBeAsked();
    void filesNeedNoOption();
    void anAnswerThatCannotBeWrittenIsAFailure();
    void aModelThatRefusesIsSaid();
    void aModelThatIsNotThereIsSaid();
    void twoAsksShareOneDataFolder();
    void theTokenNeverAppearsInArgumentsOrEnvironment();
    void anUnknownOptionIsRefusedInWords_data();
    void anUnknownOptionIsRefusedInWords();
    void helpAndVersionNeedNoDisplay();
    void withoutADisplayTheProgramSaysSo();
    void whereAPlatformIsNamedTheWindowOpens_data();
    void whereAPlatformIsNamedTheWindowOpens();
};

void TestHeadless::whichRegionSoldMostPrintsFigureSqlAndSource()
{
    const Program desk;
    const Outcome outcome = desk.run({u"--ask"_s, u"Which region sold most in Q3?"_s, u"--attach"_s, sales});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(u"South"_s), qPrintable(outcome.out));
    QString digits = outcome.out; // independent of the thousands separator
    QVERIFY2(digits.remove(QRegularExpression(u"[ ,.\u202f\u00a0]"_s)).contains(u"115293"_s), qPrintable(outcome.out));
    QVERIFY2(outcome.out.contains(u"SELECT"_s), qPrintable(outcome.out));
    QVERIFY2(outcome.out.contains(u"sales.csv"_s), qPrintable(outcome.out));
    QVERIFY(outcome.err.contains(u"table_query"_s));
    QVERIFY(!outcome.out.contains(u"[tool]"_s));
}

void TestHeadless::aTextFileIsQuotedWithItsLine()
{
    const Program desk;
    const QString notes =
        desk.file(u"notes.txt"_s, "Meeting notes\n\nThe warehouse in Lyon closes in October.\nThe budget is unchanged.\n");
    const Outcome outcome = desk.run({u"--ask"_s, u"When does the warehouse close?"_s, u"--attach"_s, notes});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(u"closes in October"_s), qPrintable(outcome.out));
    QVERIFY2(outcome.out.contains(u"notes.txt"_s), qPrintable(outcome.out));
}

void TestHeadless::jsonPrintsOneEventPerLine()
{
    const Program desk;
    const Outcome outcome = desk.run({u"--json"_s, u"--ask"_s, u"What is 6 * 7?"_s});
    QCOMPARE(outcome.code, 0);
    QStringList names;
    QString text;
    for (const QString &line : outcome.out.trimmed().split(u'\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line.toUtf8()).object();
        QVERIFY2(!event.isEmpty(), qPrintable(line));
        names.append(event.value("event"_L1).toString());
        if (names.constLast() == "content"_L1)
            text += event.value("data"_L1).toObject().value("message"_L1).toString();
    }
    QCOMPARE(names.constFirst(), u"run_created"_s);
    QCOMPARE(names.constLast(), u"message_complete"_s);
    QVERIFY2(text.contains(u"42"_s), qPrintable(text));
}

void TestHeadless::aNamedAgentAnswers()
{
    const Program desk;
    const Outcome outcome = desk.run({u"--agent"_s, u"calculator"_s, u"--ask"_s, u"(2 + 3) * 4"_s});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(u"20"_s), qPrintable(outcome.out));
}

void TestHeadless::badInputIsOneClearLineAndExit1_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mentions");
    const Program desk;
    QTest::newRow("missing file") << QStringList{u"--ask"_s, u"x"_s, u"--attach"_s, u"/nowhere/absent.csv"_s} << u"absent.csv"_s;
    QTest::newRow("folder") << QStringList{u"--ask"_s, u"x"_s, u"--attach"_s, QDir::rootPath()} << u"folder"_s;
    QTest::newRow("device") << QStringList{u"--ask"_s, u"x"_s, u"--attach"_s, u"/dev/zero"_s} << u"zero"_s;
    QTest::newRow("empty question") << QStringList{u"--ask"_s, u"  "_s} << u"empty"_s;
    QTest::newRow("unknown profile") << QStringList{u"--ask"_s, u"x"_s, u"--profile"_s, u"Nobody"_s} << u"Nobody"_s;
    QTest::newRow("unknown agent") << QStringList{u"--ask"_s, u"x"_s, u"--agent"_s, u"no_such_agent"_s} << u"no_such_agent"_s;
}

void TestHeadless::badInputIsOneClearLineAndExit1()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, mentions);
    const Program desk;
    const Outcome outcome = desk.run(arguments);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(isOneClearLine(outcome.err), qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains(mentions), qPrintable(outcome.err));
}

void TestHeadless::anUnknownBinaryAttachmentIsAnsweredHonestly()
{
    const Program desk;
    const QString zip = desk.file(u"archive.zip"_s, QByteArray("PK\x03\x04\0\0\0\0", 8) + QByteArray(200, '\0'));
    const Outcome outcome = desk.run({u"--ask"_s, u"What is in this file?"_s, u"--attach"_s, zip});
    QVERIFY(outcome.code == 0 || isOneClearLine(outcome.err));
    const QString said = outcome.out + outcome.err;
    QVERIFY2(said.contains(u"archive.zip"_s), qPrintable(said));
    QVERIFY2(said.contains(u"text"_s), qPrintable(said)); // what can be read instead
}

void TestHeadless::aReadOnlyDataFolderIsSaid()
{
    const Program desk;
    const Outcome outcome = desk.run({u"--ask"_s, u"x"_s}, u"/proc/agentdesk"_s); // not even root can write there
    QCOMPARE(outcome.code, 1);
    QVERIFY2(isOneClearLine(outcome.err), qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains(u"/proc/agentdesk"_s), qPrintable(outcome.err));
}

void TestHeadless::aCorruptDatabaseIsSaidAndNotTouched()
{
    const Program desk;
    QCOMPARE(desk.run({u"--ask"_s, u"What is 1 + 1?"_s}).code, 0);
    const QStringList databases = QDir(desk.dataDir()).entryList({u"*.db"_s}, QDir::Files);
    QCOMPARE(databases.size(), 1);
    const QString path = QDir(desk.dataDir()).filePath(databases.constFirst());
    for (const auto *suffix : {"-wal", "-shm"})
        QFile::remove(path + QLatin1StringView(suffix));
    QFile database(path);
    QVERIFY(database.open(QIODevice::ReadWrite));
    database.write(QByteArray(4096, 'x'));
    database.close();
    const Outcome outcome = desk.run({u"--ask"_s, u"x"_s});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(isOneClearLine(outcome.err), qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains(databases.constFirst()), qPrintable(outcome.err));
    QVERIFY(database.open(QIODevice::ReadOnly));
    QCOMPARE(database.read(4096), QByteArray(4096, 'x'));
}

void TestHeadless::aModelAnswersWithItsWords()
{
    const Program desk;
    test::ScriptedModel model;
    model.addText({u"Good "_s, u"morning, "_s, u"Ana."_s});
    const Outcome outcome =
        desk.runBeside({u"--ask"_s, u"Say good morning"_s, u"--model-url"_s, model.baseUrl().toString(), u"--model"_s, u"tiny"_s});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out.trimmed(), u"Good morning, Ana."_s);
    QCOMPARE(model.requests().constFirst().body.value("model"_L1).toString(), u"tiny"_s);
}

// A question for one endpoint must never reach another one, not even the one of an earlier start.
void TestHeadless::anAddressThatIsNoneSendsNothingAnywhere()
{
    const Program desk;
    test::ScriptedModel model;
    model.addText({u"first"_s});
    QCOMPARE(desk.runBeside({u"--ask"_s, u"Hello"_s, u"--model-url"_s, model.baseUrl().toString(), u"--model"_s, u"tiny"_s}).code, 0);
    for (const QString &url : {u"ftp://other.example/v1"_s, u"file:///v1"_s, u"nonsense"_s}) {
        const Outcome outcome = desk.runBeside({u"--ask"_s, u"A secret"_s, u"--model-url"_s, url, u"--model"_s, u"other"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneClearLine(outcome.err), qPrintable(outcome.err));
        QVERIFY2(outcome.out.isEmpty(), qPrintable(outcome.out));
    }
    QCOMPARE(model.requests().size(), 1);
}

void TestHeadless::oneQuestionsModelIsNotTheFolders_data()
{
    QTest::addColumn<bool>("namesOne");
    QTest::newRow("a model on the command line") << true;
    QTest::newRow("nothing said of a model") << false;
}

// Another program is open on the same folder all the time.
void TestHeadless::oneQuestionsModelIsNotTheFolders()
{
    QFETCH(bool, namesOne);
    const Program desk;
    test::ScriptedModel ofTheFolder;
    test::ScriptedModel named;
    named.addText({u"42, I think."_s});
    test::LocalServerProcess other(desk.dataDir());
    QVERIFY(other.start());
    const QJsonArray kept = test::providerList(ofTheFolder.baseUrl().toString());
    QCOMPARE(test::folderProviders(other, kept), kept);

    QStringList arguments{u"--ask"_s, u"What is 6 * 7?"_s};
    if (namesOne)
        arguments << u"--model-url"_s << named.baseUrl().toString() << u"--model"_s << u"tiny"_s;
    const Outcome outcome = desk.runBeside(arguments);
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(u"42"_s), qPrintable(outcome.out));
    QCOMPARE(named.requests().size(), namesOne ? 1 : 0);
    QCOMPARE(ofTheFolder.requests().size(), 0); // the settings of this program name no model
    QCOMPARE(test::folderProviders(other), kept);
}

void TestHeadless::twoModelsAtOnceAnswerTheirOwnQuestions()
{
    const Program desk;
    std::array<test::ScriptedModel, 2> models;
    std::array<QProcess, 2> clients;
    for (size_t i = 0; i < models.size(); ++i) {
        models.at(i).addText({u"answer "_s, QString::number(i)});
        desk.start(clients.at(i),
                   {u"--ask"_s, u"Say good morning"_s, u"--model-url"_s, models.at(i).baseUrl().toString(), u"--model"_s, u"tiny"_s});
    }
    for (size_t i = 0; i < models.size(); ++i) {
        QTRY_COMPARE_WITH_TIMEOUT(clients.at(i).state(), QProcess::NotRunning, 60'000);
        QCOMPARE(clients.at(i).exitCode(), 0);
        QCOMPARE(clients.at(i).readAllStandardOutput().trimmed(), "answer " + QByteArray::number(i));
        QCOMPARE(models.at(i).requests().size(), 1);
    }
}

void TestHeadless::APPR_01_aProgramIsRefusedWhereNobodyCanBeAsked()
{
    const Program desk;
    test::ScriptedModel model;
    const QString started = desk.home.filePath(u"started"_s);
    {
        test::LocalServerProcess server(desk.dataDir());
        QVERIFY(server.start());
        const QJsonObject program{
            {"name"_L1, u"p"_s}, {"command"_L1, u"/usr/bin/touch"_s}, {"args"_L1, QJsonArray{started}}, {"env"_L1, QJsonObject()}};
        QVERIFY(
            test::posted(server, u"/agents/tools"_s, {{"name"_L1, u"toucher"_s}, {"entrypoint"_L1, u"m:f"_s}, {"mcp_server"_L1, program}}));
        QVERIFY(test::posted(server, u"/agents/definitions"_s,
                             {{"name"_L1, u"own"_s},
                              {"model"_L1, u"tiny"_s},
                              {"instructions"_L1, u"i"_s},
                              {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"toucher"_s}}}}}));
    }
    for (const QStringList &more : {QStringList(), QStringList{u"--json"_s}}) {
        model.addToolCall(u"toucher"_s, {{u"x"_s, 1}});
        model.addText({u"Then not."_s});
        const Outcome outcome = desk.runBeside(QStringList{u"--ask"_s, u"Touch it"_s, u"--agent"_s, u"own"_s, u"--model-url"_s,
                                                           model.baseUrl().toString(), u"--model"_s, u"tiny"_s} +
                                               more);
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QVERIFY(outcome.out.contains(u"Then not."_s));
        QVERIFY2(outcome.err.contains(u"[refused] [\"/usr/bin/touch\",\""_s + started), qPrintable(outcome.err));
        QVERIFY(outcome.err.contains(u"toucher"_s));
        QVERIFY(!QFile::exists(started));
    }
}

void TestHeadless::filesNeedNoOption()
{
    const Program desk;
    const Outcome outcome = desk.run({u"--ask"_s, u"total units"_s, desk.file(u"few.csv"_s, "region,units\nSouth,5\nNorth,7\n")});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(u"12"_s), qPrintable(outcome.out));
}

void TestHeadless::anAnswerThatCannotBeWrittenIsAFailure()
{
    const Program desk;
    QProcess client;
    client.setStandardOutputFile(u"/dev/full"_s);
    desk.start(client, {u"--ask"_s, u"3 * 4"_s});
    QVERIFY(client.waitForFinished(60'000));
    QCOMPARE(client.exitCode(), 1);
    const QString said = QString::fromUtf8(client.readAllStandardError());
    QVERIFY2(said.contains(u"standard output"_s), qPrintable(said));
}

void TestHeadless::aModelThatRefusesIsSaid()
{
    const Program desk;
    test::ScriptedModel model;
    model.addError(401, u"bad key"_s);
    const Outcome outcome =
        desk.runBeside({u"--ask"_s, u"Say good morning"_s, u"--model-url"_s, model.baseUrl().toString(), u"--model"_s, u"tiny"_s});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(isOneClearLine(outcome.err), qPrintable(outcome.err));
    QCOMPARE(model.requests().size(), 1);
}

void TestHeadless::aModelThatIsNotThereIsSaid()
{
    const Program desk;
    QString url;
    {
        const test::ScriptedModel gone;
        url = gone.baseUrl().toString();
    }
    const Outcome outcome = desk.run({u"--ask"_s, u"Say good morning"_s, u"--model-url"_s, url, u"--model"_s, u"tiny"_s});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(isOneClearLine(outcome.err), qPrintable(outcome.err));
}

void TestHeadless::theTokenNeverAppearsInArgumentsOrEnvironment()
{
    const Program desk;
    test::ScriptedModel model;
    test::ModelScript stall;
    stall.pieces = {test::ScriptedModel::delta({{"content"_L1, u"hello "_s}})};
    stall.end = test::ModelScript::End::Stall;
    model.add(stall);
    QProcess client;
    desk.start(client, {u"--ask"_s, u"Hold on"_s, u"--model-url"_s, model.baseUrl().toString(), u"--model"_s, u"tiny"_s});
    QByteArray heard;
    QTRY_VERIFY_WITH_TIMEOUT((heard += client.readAllStandardOutput()).contains("hello"), 20'000);
    int children = 0;
    const QStringList pids = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &pid : pids) {
        QFile commandLine(u"/proc/%1/cmdline"_s.arg(pid));
        QFile environment(u"/proc/%1/environ"_s.arg(pid));
        if (!commandLine.open(QIODevice::ReadOnly))
            continue;
        const QByteArray arguments = commandLine.readAll();
        if (!arguments.contains("agentdesk-localserver") || !arguments.contains(desk.dataDir().toUtf8()))
            continue;
        ++children;
        static const QRegularExpression token(u"[0-9a-fA-F]{64}"_s); // 256 bits
        QVERIFY(!QString::fromUtf8(arguments).contains(token));
        if (environment.open(QIODevice::ReadOnly))
            QVERIFY(!QString::fromUtf8(environment.readAll()).contains(token));
    }
    QCOMPARE(children, 1);
    client.kill();
    QVERIFY(client.waitForFinished());
}

void TestHeadless::twoAsksShareOneDataFolder()
{
    const Program desk;
    QProcess first;
    QProcess second;
    desk.start(first, {u"--ask"_s, u"What is 10 + 1?"_s});
    desk.start(second, {u"--ask"_s, u"What is 20 + 2?"_s});
    QVERIFY(first.waitForFinished(60'000));
    QVERIFY(second.waitForFinished(60'000));
    QCOMPARE(first.exitCode(), 0);
    QCOMPARE(second.exitCode(), 0);
    QVERIFY(first.readAllStandardOutput().contains("11"));
    QVERIFY(second.readAllStandardOutput().contains("22"));
}

void TestHeadless::anUnknownOptionIsRefusedInWords_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("alone") << QStringList{u"--no-such-option"_s} << u"no-such-option"_s;
    QTest::newRow("beside one of Qt") << QStringList{u"-platform"_s, u"offscreen"_s, u"--no-such-option"_s} << u"no-such-option"_s;
    QTest::newRow("with a question") << QStringList{u"--ask"_s, u"x"_s, u"--no-such-option"_s} << u"no-such-option"_s;
    QTest::newRow("without its value") << QStringList{u"--settings"_s, u"s.ini"_s, u"--ask"_s} << u"--ask"_s;
    QTest::newRow("with a line break") << QStringList{u"--two\nlines"_s} << u"two"_s;
}

void TestHeadless::anUnknownOptionIsRefusedInWords()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const Program desk;
    const Outcome outcome = desk.run(arguments);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QString());
    QVERIFY2(isOneClearLine(outcome.err) && outcome.err.count(u'\n') == 1, qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains(named) && outcome.err.contains(u"agentdesk --help"_s), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(desk.dataDir()));
}

void TestHeadless::helpAndVersionNeedNoDisplay()
{
    const Program desk;
    const Outcome help = desk.run({u"--help"_s});
    QCOMPARE(help.code, 0);
    QVERIFY2(help.out.contains(u"--ask"_s) && help.out.contains(u"--verify"_s), qPrintable(help.out));
    QVERIFY(!help.out.contains(u"--server-program"_s));
    const Outcome version = desk.run({u"--version"_s});
    QCOMPARE(version.code, 0);
    QVERIFY2(version.out.startsWith(u"agentdesk "_s), qPrintable(version.out));
}

void TestHeadless::withoutADisplayTheProgramSaysSo()
{
    const Program desk;
    for (const QStringList &arguments : {QStringList(), QStringList{u"--quick-ask"_s}, QStringList{u"--"_s, u"agentdesk://run/r1"_s}}) {
        const Outcome outcome = desk.run(arguments);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneClearLine(outcome.err) && outcome.err.count(u'\n') == 1, qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(u"display"_s) && outcome.err.contains(u"--ask"_s), qPrintable(outcome.err));
    }
    QVERIFY(!QFile::exists(desk.dataDir()));
}

void TestHeadless::whereAPlatformIsNamedTheWindowOpens_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("one dash") << QStringList{u"-platform"_s, u"offscreen"_s};
    QTest::newRow("two dashes") << QStringList{u"--platform"_s, u"offscreen"_s, u"-style"_s, u"fusion"_s};
}

void TestHeadless::whereAPlatformIsNamedTheWindowOpens()
{
    QFETCH(QStringList, arguments);
    const Program desk;
    QProcess process;
    desk.start(process, arguments);
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QDir(desk.dataDir()).exists(), 15'000); // the window is up and has started its server
    QCOMPARE(process.state(), QProcess::Running);
    process.terminate();
    QVERIFY(process.waitForFinished(15'000));
}

QTEST_GUILESS_MAIN(TestHeadless)
#include "tst_headless.moc"
