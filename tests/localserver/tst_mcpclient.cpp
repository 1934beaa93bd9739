// The client of tool servers against a real program: what it says, what it is told, and what becomes of a program that breaks the rules.
#include "localserver/mcp/mcpclient.h"
#include "localserver/mcp/secretfilter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::server;

namespace {

QString s_logged;

void keepLine(QtMsgType, const QMessageLogContext &, const QString &text)
{
    s_logged += text + u'\n';
}

bool isAlive(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

} // namespace

class TestMcpClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void TL_11_aProgramIsGreetedListedAndCalled();
    void TL_11_aFailureOfTheToolIsAResultAndARefusalAnError();
    void TL_11_pagesAreFollowedUpToSixtyFourTools();
    void TL_11_pagesWithoutEndAreLeft();
    void TL_11_aCallIsCancelledAndTheProgramIsTold();
    void TL_11_aCallThatTakesTooLongIsGivenUpAndTheNextOneWorks();
    void TL_11_questionsOfTheProgramAreAnswered();
    void LOC_12_theProgramGetsItsArgumentsWithoutAShell();
    void aSecretIsTakenOutInEveryForm();
    void onlySecretsAreTakenOut_data();
    void onlySecretsAreTakenOut();
    void thePasswordOfAnAddressIsTakenOutAlone();
    void noMemberIsLostWithItsSecretName();
    void LOC_12_theProgramGetsNothingOfOurEnvironmentButThree();
    void LOC_12_hostileProgramsEndInAnError_data();
    void LOC_12_hostileProgramsEndInAnError();
    void LOC_12_afterABreachEveryRequestFails();
    void LOC_17_theProgramEndsWithItsClient_data();
    void LOC_17_theProgramEndsWithItsClient();
    void LOC_12_standardErrorIsNotLogged();
    void aFunctionMayDeleteTheClient();

private:
    void open(const QString &mode, const QStringList &more = {}, int seconds = 20);
    bool greet();
    std::optional<Result<QJsonObject>> call(const QString &tool, const QJsonObject &arguments = {});
    [[nodiscard]] QString notes() const;

    McpServer m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<McpClient> m_client;
};

void TestMcpClient::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_server = {};
    m_server.command = QStringLiteral(DESK_MCP_TESTSERVER);
}

void TestMcpClient::cleanup()
{
    m_client.reset();
}

void TestMcpClient::open(const QString &mode, const QStringList &more, int seconds)
{
    m_server.arguments = QStringList{mode, m_dir->filePath(u"notes"_s)} + more;
    m_server.timeoutSeconds = seconds;
    m_client = std::make_unique<McpClient>(m_server);
}

bool TestMcpClient::greet()
{
    std::optional<bool> ready;
    m_client->initialize([&ready](const Result<> &result) { ready = result.has_value(); });
    return QTest::qWaitFor([&ready] { return ready.has_value(); }, 30'000) && *ready;
}

std::optional<Result<QJsonObject>> TestMcpClient::call(const QString &tool, const QJsonObject &arguments)
{
    std::optional<Result<QJsonObject>> out;
    m_client->callTool(tool, arguments, [&out](const Result<QJsonObject> &result) { out = result; });
    (void)QTest::qWaitFor([&out] { return out.has_value(); }, 30'000);
    return out;
}

QString TestMcpClient::notes() const
{
    QFile file(m_dir->filePath(u"notes"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestMcpClient::TL_11_aProgramIsGreetedListedAndCalled()
{
    open(u"good"_s);
    QVERIFY(greet());
    std::optional<Result<QList<McpTool>>> tools;
    m_client->listTools([&tools](const Result<QList<McpTool>> &result) { tools = result; });
    QTRY_VERIFY(tools);
    QVERIFY(tools->has_value());
    QCOMPARE((*tools)->size(), 4);
    QCOMPARE((*tools)->constFirst().name, u"echo"_s);
    QCOMPARE((*tools)->constFirst().description, u"d"_s);
    QCOMPARE((*tools)->constFirst().inputSchema.value("type"_L1).toString(), u"object"_s);
    const QJsonObject input{{"text"_L1, u"Grüße\nand more"_s}, {"n"_L1, 1.5}};
    const auto result = call(u"echo"_s, input);
    QVERIFY(result && *result);
    QCOMPARE((*result)->value("structuredContent"_L1).toObject(), input);
    QVERIFY((*result)->value("content"_L1).isArray());
    QVERIFY(notes().startsWith(u"initialize\nnotifications/initialized\ntools/list\ntools/call\n"_s));
}

void TestMcpClient::TL_11_aFailureOfTheToolIsAResultAndARefusalAnError()
{
    open(u"good"_s);
    QVERIFY(greet());
    const auto failed = call(u"fail"_s);
    QVERIFY(failed && *failed);
    QVERIFY((*failed)->value("isError"_L1).toBool());
    const auto refused = call(u"none"_s);
    QVERIFY(refused && !*refused);
    QCOMPARE(refused->error().kind, Error::Kind::Server);
    QCOMPARE(refused->error().message, u"Unknown tool"_s);
    QVERIFY(call(u"echo"_s)->has_value()); // and it goes on
}

void TestMcpClient::TL_11_pagesAreFollowedUpToSixtyFourTools()
{
    open(u"many"_s);
    QVERIFY(greet());
    std::optional<Result<QList<McpTool>>> tools;
    m_client->listTools([&tools](const Result<QList<McpTool>> &result) { tools = result; });
    QTRY_VERIFY(tools);
    QVERIFY(tools->has_value());
    QCOMPARE((*tools)->size(), McpClient::maxTools);
    QCOMPARE((*tools)->constLast().name, u"tool_63"_s);
    QCOMPARE(notes().count(u"tools/list"_s), 7);
}

void TestMcpClient::TL_11_pagesWithoutEndAreLeft()
{
    open(u"loop"_s);
    QVERIFY(greet());
    std::optional<Result<QList<McpTool>>> tools;
    m_client->listTools([&tools](const Result<QList<McpTool>> &result) { tools = result; });
    QTRY_VERIFY_WITH_TIMEOUT(tools, 30'000);
    QVERIFY(tools->has_value());
    QVERIFY((*tools)->isEmpty());
}

void TestMcpClient::TL_11_aCallIsCancelledAndTheProgramIsTold()
{
    open(u"good"_s);
    QVERIFY(greet());
    int answers = 0;
    Error::Kind kind = Error::Kind::Protocol;
    const qint64 id = m_client->callTool(u"hang"_s, {}, [&](const Result<QJsonObject> &result) {
        ++answers;
        kind = result.error().kind;
    });
    QTRY_VERIFY(notes().contains(u"tools/call"_s));
    m_client->cancel(id);
    m_client->cancel(id);
    QCOMPARE(answers, 1);
    QCOMPARE(kind, Error::Kind::Cancelled);
    QTRY_VERIFY(notes().contains(u"notifications/cancelled"_s));
    QVERIFY(call(u"echo"_s)->has_value());
}

void TestMcpClient::TL_11_aCallThatTakesTooLongIsGivenUpAndTheNextOneWorks()
{
    open(u"good"_s, {}, 5);
    QVERIFY(greet());
    const auto result = call(u"hang"_s);
    QVERIFY(result && !*result);
    QCOMPARE(result->error().kind, Error::Kind::Timeout);
    QTRY_VERIFY(notes().contains(u"notifications/cancelled"_s));
    QVERIFY(call(u"echo"_s)->has_value());
}

void TestMcpClient::TL_11_questionsOfTheProgramAreAnswered()
{
    open(u"asks"_s);
    QVERIFY(greet());
    std::optional<Result<QList<McpTool>>> tools;
    m_client->listTools([&tools](const Result<QList<McpTool>> &result) { tools = result; });
    QTRY_VERIFY(tools);
    QVERIFY(tools->has_value());
    QTRY_VERIFY(notes().contains(u"\"q1\""_s) && notes().contains(u"\"q2\""_s));
    const QStringList lines = notes().split(u'\n');
    QVERIFY(lines.filter(u"\"q1\""_s).constFirst().contains(u"\"result\":{}"_s));
    QVERIFY(lines.filter(u"\"q2\""_s).constFirst().contains(u"-32601"_s));
}

void TestMcpClient::LOC_12_theProgramGetsItsArgumentsWithoutAShell()
{
    const QString file = m_dir->filePath(u"made"_s);
    const QStringList words{u"a b"_s, u"$(touch %1)"_s.arg(file), u"; touch %1"_s.arg(file), u"\"'\\*"_s, QString()};
    open(u"good"_s, words);
    QVERIFY(greet());
    const auto about = call(u"about"_s);
    QVERIFY(about && *about);
    const QJsonArray got = (**about)["structuredContent"_L1]["arguments"_L1].toArray();
    QCOMPARE(got, QJsonArray::fromStringList(m_server.arguments));
    QVERIFY(!QFile::exists(file));
}

void TestMcpClient::LOC_12_theProgramGetsNothingOfOurEnvironmentButThree()
{
    qputenv("DESK_TEST_SECRET", "hidden");
    qputenv("LANG", "C.UTF-8");
    m_server.environment = {{u"GIVEN"_s, u"a=b c"_s}};
    open(u"good"_s);
    QVERIFY(greet());
    const auto about = call(u"about"_s);
    qunsetenv("DESK_TEST_SECRET");
    QVERIFY(about && *about);
    QStringList names;
    const QJsonArray got = (**about)["structuredContent"_L1]["environment"_L1].toArray();
    for (const QJsonValue &entry : got)
        names.append(entry.toString().section(u'=', 0, 0));
    QVERIFY(got.contains(QJsonValue(u"GIVEN=a=b c"_s)));
    QVERIFY(names.contains(u"PATH"_s) && names.contains(u"LANG"_s));
    for (const QString &name : std::as_const(names))
        QVERIFY2(QStringList({u"PATH"_s, u"HOME"_s, u"LANG"_s, u"GIVEN"_s}).contains(name), qUtf8Printable(name));
}

void TestMcpClient::LOC_12_hostileProgramsEndInAnError_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<Error::Kind>("kind");
    for (const char *mode : {"version", "notjson", "wrongid", "both", "neither", "scalar", "endless"})
        QTest::newRow(mode) << QString::fromLatin1(mode) << Error::Kind::Protocol;
    QTest::newRow("exits at once") << u"exit"_s << Error::Kind::Interrupted;
    QTest::newRow("says nothing") << u"silent"_s << Error::Kind::Timeout;
    QTest::newRow("is not there") << QString() << Error::Kind::Unavailable;
}

void TestMcpClient::LOC_12_hostileProgramsEndInAnError()
{
    QFETCH(const QString, mode);
    QFETCH(const Error::Kind, kind);
    if (mode.isEmpty())
        m_server.command = m_dir->filePath(u"nothing here"_s);
    open(mode, {}, mode == "silent"_L1 ? 1 : 30);
    std::optional<Error> error;
    int answers = 0;
    m_client->initialize([&](const Result<> &ready) {
        if (!ready) {
            ++answers;
            error = ready.error();
            return;
        }
        m_client->listTools([&](const Result<QList<McpTool>> &tools) {
            ++answers;
            if (!tools)
                error = tools.error();
        });
    });
    QTRY_COMPARE_WITH_TIMEOUT(answers, 1, 60'000);
    QVERIFY(error);
    QCOMPARE(error->kind, kind);
    QVERIFY(!error->message.isEmpty());
}

void TestMcpClient::LOC_12_afterABreachEveryRequestFails()
{
    open(u"notjson"_s);
    QVERIFY(greet());
    QList<Error::Kind> kinds;
    const auto keep = [&kinds](const Result<QJsonObject> &result) { kinds.append(result ? Error::Kind::Cancelled : result.error().kind); };
    m_client->callTool(u"hang"_s, {}, keep);
    m_client->listTools(
        [&kinds](const Result<QList<McpTool>> &tools) { kinds.append(tools ? Error::Kind::Cancelled : tools.error().kind); });
    QTRY_COMPARE(kinds.size(), 2);
    m_client->callTool(u"echo"_s, {}, keep);
    QCOMPARE(kinds.size(), 2); // later, never at once
    QTRY_COMPARE(kinds.size(), 3);
    QCOMPARE(kinds, QList<Error::Kind>(3, Error::Kind::Protocol));
}

void TestMcpClient::LOC_17_theProgramEndsWithItsClient_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("asked") << u"good"_s;
    QTest::newRow("by force") << u"stubborn"_s;
}

void TestMcpClient::LOC_17_theProgramEndsWithItsClient()
{
    QFETCH(const QString, mode);
    open(mode);
    QVERIFY(greet());
    const auto about = call(u"about"_s);
    QVERIFY(about && *about);
    const qint64 pid = (**about)["structuredContent"_L1]["pid"_L1].toInteger();
    QVERIFY(pid > 1 && isAlive(pid));
    bool answered = false;
    m_client->callTool(u"hang"_s, {}, [&answered](const Result<QJsonObject> &) { answered = true; });
    m_client.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 15'000);
    QVERIFY(!answered);
}

void TestMcpClient::LOC_12_standardErrorIsNotLogged()
{
    s_logged.clear();
    const QtMessageHandler before = qInstallMessageHandler(keepLine);
    open(u"good"_s);
    const bool ready = greet();
    const auto result = call(u"echo"_s);
    const QByteArray length = "bytes to standard error";
    m_client.reset();
    qInstallMessageHandler(before);
    QVERIFY(ready && result && *result);
    QVERIFY2(s_logged.contains(QString::fromLatin1(length)), qUtf8Printable(s_logged));
    QVERIFY(!s_logged.contains(u"confidential"_s));
}

void TestMcpClient::aFunctionMayDeleteTheClient()
{
    for (const QString &mode : {u"good"_s, u"notjson"_s, u"exit"_s}) {
        open(mode);
        bool done = false;
        m_client->initialize([&](const Result<> &ready) {
            done = !ready;
            if (!ready)
                return m_client.reset();
            m_client->listTools([&](const Result<QList<McpTool>> &) {
                m_client.reset();
                done = true;
            });
        });
        QTRY_VERIFY(done);
        QVERIFY(!m_client);
    }
}

void TestMcpClient::aSecretIsTakenOutInEveryForm()
{
    const QString secret = u"s\u00e9cret\n\"/+x"_s;
    const SecretFilter filter({{u"KEY"_s, secret}, {u"PART_KEY"_s, secret.first(6)}, {u"SHORT"_s, u"abc"_s}, {u"EMPTY"_s, QString()}});
    const QByteArray bytes = secret.toUtf8();
    const QString json = QString::fromUtf8(QJsonDocument(QJsonArray{secret}).toJson(QJsonDocument::Compact));
    for (const QString &form : {secret, json, QString::fromLatin1(bytes.toPercentEncoding()), QString::fromLatin1(bytes.toBase64()),
                                QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding))}) {
        const QString text = filter.filtered(u"<"_s + form + u'>');
        QVERIFY2(text.count(u"[redacted]"_s) == 1 && text.size() <= 16, qUtf8Printable(text));
    }
    const QJsonObject deep{{u"a"_s, QJsonArray{1, u"x "_s + secret, QJsonObject{{secret, true}}}}};
    const QJsonObject expected{{u"a"_s, QJsonArray{1, u"x [redacted]"_s, QJsonObject{{u"[redacted]"_s, true}}}}};
    QCOMPARE(filter.filtered(QJsonValue(deep)).toObject(), expected);
    QCOMPARE(filter.filtered(u"abc stays"_s), u"abc stays"_s);
}

void TestMcpClient::onlySecretsAreTakenOut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isSecret");
    const auto row = [](const char *name, const QString &value, bool isSecret) {
        QTest::addRow("%s=%s", name, qUtf8Printable(value)) << QString::fromLatin1(name) << value << isSecret;
    };
    row("UNITS", u"celsius"_s, false);
    row("DEBUG", u"true"_s, false);
    row("USE_SECRET", u"true"_s, false);
    row("LANGUAGES", u"German, English and JavaScript"_s, false);
    row("LC_ALL", u"en_US.UTF-8"_s, false);
    row("LIMIT", u"1000000000"_s, false);
    row("DATA", u"/home/ada/MyDocuments/python3.11"_s, false);
    row("BASE", u"http://localhost:8080/units"_s, false);
    row("CITY", u"K\u00f6ln-M\u00fclheim"_s, false);
    row("API_KEY", u"abc"_s, false); // nothing could be read any more
    row("MAX_TOKENS", u"4096"_s, false);
    row("API_KEY", u"swordfish"_s, true);
    row("DB_PASSWORD", u"open"_s, true);
    row("GITHUB_TOKEN", u"sesame"_s, true);
    row("SETTING", u"kT7vQz2m"_s, true);
    row("SETTING", u"qWeRtYuIoP"_s, true);
    row("SETTING", u"AbCdEfGh"_s, true);
    row("SETTING", u"550e8400-e29b-41d4-a716-446655440000"_s, true);
    row("SETTING", u"123456789012345"_s, true);
    row("DATABASE", u"postgres://ada:sesame@localhost/units"_s, true);
}

void TestMcpClient::onlySecretsAreTakenOut()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(bool, isSecret);
    const QString said = u"<%1>"_s.arg(value);
    QCOMPARE(SecretFilter({{name, value}}).filtered(said), isSecret ? u"<[redacted]>"_s : said);
}

void TestMcpClient::thePasswordOfAnAddressIsTakenOutAlone()
{
    const SecretFilter filter({{u"DATABASE"_s, u"postgres://ada:sesame@localhost/units"_s}});
    QCOMPARE(filter.filtered(u"no entry with sesame at localhost"_s), u"no entry with [redacted] at localhost"_s);
}

void TestMcpClient::noMemberIsLostWithItsSecretName()
{
    const SecretFilter filter({{u"API_KEY"_s, u"first-one"_s}, {u"OTHER_KEY"_s, u"other-one"_s}});
    const QJsonObject said{{u"first-one"_s, 1}, {u"other-one"_s, 2}, {u"[redacted]"_s, 3}, {u"plain"_s, 4}};
    const QJsonObject expected{{u"[redacted] 2"_s, 1}, {u"[redacted] 3"_s, 2}, {u"[redacted]"_s, 3}, {u"plain"_s, 4}};
    QCOMPARE(filter.filtered(QJsonValue(said)).toObject(), expected);
}

QTEST_GUILESS_MAIN(TestMcpClient)
#include "tst_mcpclient.moc"
