// How the server starts, and the one clear line it says when it cannot.
#include "server_client.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace desk::test;

namespace {

const QString program = QStringLiteral(DESK_SCRIPTED_SERVER);

void runSql(const QString &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &handle), SQLITE_OK);
    QCOMPARE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(handle);
}

// Makes a data folder with a database and leaves it as after a good end.
void makeData(const QString &folder)
{
    LocalServerProcess server(folder, program);
    QVERIFY(server.start());
    ServerClient client(server);
    QCOMPARE(client.post(u"/conversations"_s, QJsonObject{{"title"_L1, u"kept"_s}}).status, 201);
    server.terminate();
    QVERIFY(server.waitForExit());
    QCOMPARE(server.exitCode(), 0);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestServerStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void theStartLineNamesPortPidAndNonce();
    void healthEchoesTheNonceWithoutToken();
    void anExistingDatabaseIsReadyQuickly();
    void everythingBelongsToTheOwnerOnly();
    void theTokenIsNeverInArgumentsOrEnvironment();
    void aTokenFileMustBePrivate();
    void aMissingTokenIsSaid();
    void badOptionsAreSaid();
    void badOptionsAreSaidInThePersonsLanguage_data();
    void badOptionsAreSaidInThePersonsLanguage();
    void helpAndVersionNeedNothing();
    void aTakenPortIsSaid();
    void aFileAsDataFolderIsSaid();
    void aReadOnlyPlaceIsSaid();
    void aCorruptHeaderIsSaidAndNothingIsTouched();
    void aCorruptPageAfterACrashIsSaid();
    void anEmptiedDatabaseIsALoss();
    void aNewerSchemaIsSaidAndNothingIsTouched();
    void aForeignDatabaseIsRefused();
    void theRealProgramAnswers();

private:
    void expectRefusal(const QStringList &arguments, const QString &code, int exitCode, const QString &mentions);
    QString data() const { return m_dir->filePath(u"data"_s); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestServerStart::expectRefusal(const QStringList &arguments, const QString &code, int exitCode, const QString &mentions)
{
    LocalServerProcess server(data(), program);
    QVERIFY(!server.start(arguments));
    QCOMPARE(server.errorCode(), code);
    QVERIFY2(server.errorMessage().contains(mentions), qPrintable(server.errorMessage()));
    QVERIFY2(server.errorMessage().count(u'.') >= 2, qPrintable(server.errorMessage())); // what, and what next
    QVERIFY(server.waitForExit());
    QVERIFY(!server.crashed());
    QCOMPARE(server.exitCode(), exitCode);
    QVERIFY(server.standardError().contains(server.errorMessage().toUtf8()));
}

void TestServerStart::theStartLineNamesPortPidAndNonce()
{
    LocalServerProcess server(data(), program);
    QVERIFY(server.start());
    QVERIFY(server.port() > 1023);
    QCOMPARE(server.startLine().value("pid"_L1).toInteger(), server.pid());
    QCOMPARE(server.startLine().value("nonce"_L1).toString().size(), 32);
    QVERIFY(server.isRunning());
}

void TestServerStart::healthEchoesTheNonceWithoutToken()
{
    LocalServerProcess server(data(), program);
    QVERIFY(server.start());
    ServerClient client(server);
    const QByteArray answer = client.raw("GET /health HTTP/1.1\r\nHost: localhost:" + QByteArray::number(server.port()) + "\r\n\r\n");
    QVERIFY(answer.startsWith("HTTP/1.1 200"));
    QVERIFY(answer.contains(server.startLine().value("nonce"_L1).toString().toUtf8()));
    const QByteArray capabilities =
        client.raw("GET /capabilities HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(server.port()) + "\r\n\r\n");
    QVERIFY(capabilities.contains("\"run_retry\""));
    QVERIFY(!capabilities.contains("schedules_persist"));
}

void TestServerStart::anExistingDatabaseIsReadyQuickly()
{
    makeData(data());
    qint64 best = 1'000'000;
    for (int i = 0; i < 3; ++i) {
        LocalServerProcess server(data(), program);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(server.start());
        best = std::min(best, timer.elapsed());
        server.terminate();
        QVERIFY(server.waitForExit());
    }
    QVERIFY2(best < 500 * slack, qPrintable(QString::number(best))); // about 40 ms here; the slack is for a loaded machine
}

void TestServerStart::everythingBelongsToTheOwnerOnly()
{
    QDir().mkpath(data());
    QFile::setPermissions(data(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    LocalServerProcess server(data(), program);
    QVERIFY(server.start());
    ServerClient client(server);
    QCOMPARE(client.upload(u"a.txt"_s, "abc").status, 201);
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QStringList paths{data()};
    for (qsizetype i = 0; i < paths.size(); ++i) {
        QVERIFY2(!(QFile::permissions(paths.at(i)) & others), qPrintable(paths.at(i)));
        const auto inside = QFileInfo(paths.at(i)).isDir()
                                ? QDir(paths.at(i)).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)
                                : QFileInfoList();
        for (const QFileInfo &info : inside)
            paths.append(info.filePath());
    }
    QVERIFY(paths.size() >= 7);
}

void TestServerStart::theTokenIsNeverInArgumentsOrEnvironment()
{
    LocalServerProcess server(data(), program);
    QVERIFY(server.start());
    for (const QString &name : {u"cmdline"_s, u"environ"_s}) {
        const QByteArray text = contentOf(u"/proc/%1/%2"_s.arg(server.pid()).arg(name));
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.contains(server.token()));
    }
}

void TestServerStart::aTokenFileMustBePrivate()
{
    const QString path = m_dir->filePath(u"token"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("0123456789abcdef0123456789abcdef\n");
    file.close();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadOther);
    expectRefusal({u"--token-file"_s, path}, u"token"_s, 7, u"chmod 600"_s);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    LocalServerProcess server(data(), program);
    QVERIFY(server.start({u"--token-file"_s, path}));
    ServerClient client(server);
    QCOMPARE(client.get(u"/agents"_s, {{"Authorization", "Bearer 0123456789abcdef0123456789abcdef"}}).status, 200);
    QCOMPARE(client.get(u"/agents"_s).status, 401); // the one on standard input is not asked for
}

void TestServerStart::aMissingTokenIsSaid()
{
    QProcess process;
    process.start(program, {u"--data"_s, data()});
    QVERIFY(process.waitForStarted());
    process.write("\n");
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 7);
    QVERIFY(process.readAllStandardOutput().contains("\"code\":\"token\""));
    QVERIFY(!QFileInfo::exists(data())); // nothing was touched
}

void TestServerStart::badOptionsAreSaid()
{
    expectRefusal({u"--nonsense"_s}, u"usage"_s, 2, u"nonsense"_s);
    expectRefusal({u"--port"_s, u"70000"_s}, u"usage"_s, 2, u"70000"_s);
    expectRefusal({u"word"_s}, u"usage"_s, 2, u"word"_s);
}

void TestServerStart::badOptionsAreSaidInThePersonsLanguage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("systems");
    QTest::addColumn<QString>("mentions");
    const QString english = u"C.UTF-8"_s;
    QTest::newRow("the system's") << QStringList{u"word"_s} << u"de_DE.UTF-8"_s << u"Unerwartetes Argument"_s;
    QTest::newRow("no folder") << QStringList() << u"de_DE.UTF-8"_s << u"--data fehlt"_s;
    QTest::newRow("the chosen one") << QStringList{u"word"_s, u"--language"_s, u"de"_s} << english << u"Unerwartetes Argument"_s;
    QTest::newRow("beside an unknown one") << QStringList{u"--nonsense"_s, u"--language"_s, u"de"_s} << english << u"Siehe --help"_s;
    QTest::newRow("English") << QStringList{u"word"_s, u"--language"_s, u"en"_s} << u"de_DE.UTF-8"_s << u"Unexpected argument"_s;
}

void TestServerStart::badOptionsAreSaidInThePersonsLanguage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, systems);
    QFETCH(QString, mentions);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"LANGUAGE"_s);
    environment.insert(u"LC_ALL"_s, systems);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DESK_BIN_DIR "/agentdesk-localserver"), arguments);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    const QString said = QString::fromUtf8(process.readAllStandardOutput()); // JSON, in UTF-8 whatever the locale
    QVERIFY2(said.contains(mentions), qPrintable(said));
}

void TestServerStart::helpAndVersionNeedNothing()
{
    for (const QString &option : {u"--help"_s, u"--version"_s}) {
        QProcess process;
        process.start(program, {option});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        const QByteArray text = process.readAllStandardOutput();
        QVERIFY(text.contains(option == "--help"_L1 ? "--parent-watch" : "agentdesk-localserver "));
        QVERIFY(!text.contains("heartbeat-ms"));
    }
}

void TestServerStart::aTakenPortIsSaid()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    expectRefusal({u"--port"_s, QString::number(other.serverPort())}, u"port"_s, 6, QString::number(other.serverPort()));
}

void TestServerStart::aFileAsDataFolderIsSaid()
{
    QFile file(data());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    expectRefusal({}, u"data_folder"_s, 3, data());
    QCOMPARE(contentOf(data()), QByteArray("mine"));
}

void TestServerStart::aReadOnlyPlaceIsSaid()
{
    LocalServerProcess server(u"/proc/agentdesk"_s, program);
    QVERIFY(!server.start());
    QCOMPARE(server.errorCode(), u"data_folder"_s);
    QVERIFY(server.errorMessage().contains(u"/proc/agentdesk"_s));
    QVERIFY(server.waitForExit());
    QCOMPARE(server.exitCode(), 3);
}

void TestServerStart::aCorruptHeaderIsSaidAndNothingIsTouched()
{
    makeData(data());
    const QString path = data() + u"/desk.db"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("this is no database at all");
    file.close();
    const QByteArray before = contentOf(path);
    expectRefusal({}, u"corrupt"_s, 4, path);
    QCOMPARE(contentOf(path), before);
}

void TestServerStart::aCorruptPageAfterACrashIsSaid()
{
    makeData(data());
    {
        LocalServerProcess server(data(), program);
        QVERIFY(server.start());
        server.kill();
    }
    const QString path = data() + u"/desk.db"_s;
    runSql(path, "PRAGMA wal_checkpoint(TRUNCATE)");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 5 * 4096);
    for (qint64 page = 3; page * 4096 < file.size(); ++page) {
        file.seek(page * 4096);
        file.write(QByteArray(512, '\xa5'));
    }
    file.close();
    expectRefusal({}, u"corrupt"_s, 4, path);
    expectRefusal({}, u"corrupt"_s, 4, path); // also the second time, without a new crash
}

void TestServerStart::anEmptiedDatabaseIsALoss()
{
    makeData(data());
    const QString path = data() + u"/desk.db"_s;
    QVERIFY(QFile::resize(path, 0));
    expectRefusal({}, u"missing"_s, 4, path);
    QCOMPARE(QFileInfo(path).size(), 0);
}

void TestServerStart::aNewerSchemaIsSaidAndNothingIsTouched()
{
    makeData(data());
    const QString path = data() + u"/desk.db"_s;
    runSql(path, "PRAGMA user_version=999");
    const QByteArray before = contentOf(path);
    expectRefusal({}, u"schema_newer"_s, 5, path);
    QCOMPARE(contentOf(path), before);
}

void TestServerStart::aForeignDatabaseIsRefused()
{
    QDir().mkpath(data());
    runSql(data() + u"/desk.db"_s, "PRAGMA application_id=42; CREATE TABLE t(x)");
    expectRefusal({}, u"foreign_database"_s, 5, data());
}

void TestServerStart::theRealProgramAnswers()
{
    LocalServerProcess server(data());
    QVERIFY(server.start({u"--parent-watch"_s}));
    ServerClient client(server);
    QStringList names;
    const QJsonArray agents = client.get(u"/agents"_s).json.toArray();
    for (const QJsonValue &agent : agents)
        names.append(agent.toObject().value("name"_L1).toString());
    for (const QString &name : {u"dispatcher"_s, u"document"_s, u"table"_s, u"calculator"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
    EventReader stream(server, "POST", u"/chat/message/stream/agentic"_s, chatBody(u"What is 17 * 23?"_s));
    QVERIFY(stream.waitForEnd());
    QCOMPARE(stream.events().constLast().type, QByteArray("message_complete"));
    QVERIFY2(stream.text().contains(u"391"_s), qPrintable(stream.text()));
    server.closeInput();
    QVERIFY(server.waitForExit());
    QCOMPARE(server.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestServerStart)
#include "tst_serverstart.moc"
