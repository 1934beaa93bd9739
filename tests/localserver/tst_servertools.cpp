// The tools of the local server over HTTP: the catalogue, their configuration, and running one that is a program of the user's.
#include "server_client.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk::test;

namespace {

// One that ended and was not yet asked for by whoever inherited it is not alive.
bool isAlive(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (status.open(QIODevice::ReadOnly) && status.readAll().contains("\nState:\tZ"))
        return false;
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

} // namespace

class TestServerTools : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void TL_13_aToolIsMadeReadChangedAndDeleted();
    void TL_13_namesAndEntrypointsFollowOneRule_data();
    void TL_13_namesAndEntrypointsFollowOneRule();
    void TL_13_aNameIsTakenOnce();
    void TL_13_builtInsStayAsTheyAre();
    void TL_13_aToolInUseIsNotDeleted();
    void TL_13_aChangeOfWhatWasChangedMeanwhileIsRefused();
    void TL_06_aConfigurationFallsBackFromUserOverAgentToSystem();
    void TL_06_aConfigurationIsReplacedAndRemoved();
    void TL_06_wrongPlacesOfAConfigurationAreRefused();
    void TL_11_aToolWithoutAProgramCannotBeTested();
    void TL_11_nothingIsStartedWithoutApproval();
    void TL_11_anApprovedToolIsRun();
    void APPR_02_anApprovalCountsForWhatWasShown();
    void APPR_02_aTestIsNotApprovedWithoutWhatWasShown();
    void APPR_02_anApprovalOfATestCountsOnce();
    void APPR_02_anApprovalOfATestExpires();
    void APPR_02_onlySoManyQuestionsAboutTestsAreKept();
    void TL_11_whatGoesWrongIsAResult();
    void TL_11_aRepeatedRequestStartsNothing();
    void TL_11_aLateAnswerIsKeptAliveAndStaysJson();
    void LOC_17_theProgramEndsWhenTheClientGoes();
    void LOC_17_theProgramEndsWithTheServer_data();
    void LOC_17_theProgramEndsWithTheServer();

private:
    QString make(const QString &name, const QJsonObject &more = {});
    [[nodiscard]] QJsonObject program(const QString &mode) const;
    [[nodiscard]] QString notes() const;
    QString hangingTool(const LocalServerProcess &server, const QJsonObject &program);
    [[nodiscard]] qint64 hangingPid() const;
    // Asks first, as whoever wants to start it has to, and gives what approves it.
    [[nodiscard]] static QJsonObject approved(ServerClient &client, const QString &testPath, const QJsonObject &input = {});

    QTemporaryDir m_dir;
    std::unique_ptr<LocalServerProcess> m_server;
    std::unique_ptr<ServerClient> m_client;
};

void TestServerTools::initTestCase()
{
    m_server = std::make_unique<LocalServerProcess>(m_dir.filePath(u"data"_s), QStringLiteral(DESK_SCRIPTED_SERVER));
    QVERIFY(m_server->start());
    m_client = std::make_unique<ServerClient>(*m_server);
}

// The id of a new tool, or empty.
QString TestServerTools::make(const QString &name, const QJsonObject &more)
{
    QJsonObject body = more;
    body.insert("name"_L1, name);
    body.insert("entrypoint"_L1, u"module.path:run"_s);
    return m_client->post(u"/agents/tools"_s, body).text("id"_L1);
}

QJsonObject TestServerTools::program(const QString &mode) const
{
    return {{"name"_L1, u"test"_s},
            {"transport"_L1, u"stdio"_s},
            {"command"_L1, QStringLiteral(DESK_MCP_TESTSERVER)},
            {"args"_L1, QJsonArray{mode, m_dir.filePath(u"notes"_s)}},
            {"env"_L1, QJsonObject{{"API_KEY"_L1, u"very-secret"_s}}},
            {"timeout_seconds"_L1, 20}};
}

QString TestServerTools::notes() const
{
    QFile file(m_dir.filePath(u"notes"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Where a tool that never answers is tested.
QString TestServerTools::hangingTool(const LocalServerProcess &server, const QJsonObject &program)
{
    QFile::remove(m_dir.filePath(u"notes"_s));
    const QJsonObject body{
        {"name"_L1, u"hang"_s}, {"entrypoint"_L1, u"module.path:run"_s}, {"mcp_server"_L1, program}, {"mcp_tool"_L1, u"hang"_s}};
    return u"/agents/tools/%1/test"_s.arg(ServerClient(server).post(u"/agents/tools"_s, body).text("id"_L1));
}

QJsonObject TestServerTools::approved(ServerClient &client, const QString &testPath, const QJsonObject &input)
{
    const Answer asked = client.post(testPath, QJsonObject{{"input"_L1, input}});
    return {{"input"_L1, input}, {"approved"_L1, true}, {"arguments_hash"_L1, asked.text("arguments_hash"_L1)}};
}

// Of the program that hangs in its call; 0: not yet.
qint64 TestServerTools::hangingPid() const
{
    return notes().section(u"pid "_s, 1).section(u'\n', 0, 0).toLongLong();
}

void TestServerTools::TL_13_aToolIsMadeReadChangedAndDeleted()
{
    const QJsonObject definition{{"name"_L1, u"weather"_s},
                                 {"entrypoint"_L1, u"tools.weather:ask"_s},
                                 {"schema"_L1, QJsonObject{{"free"_L1, 1}}},
                                 {"of_another_program"_L1, QJsonArray{1, u"two"_s}},
                                 {"id"_L1, u"mine"_s},
                                 {"version"_L1, 7}};
    const Answer created = m_client->post(u"/agents/tools"_s, definition);
    QCOMPARE(created.status, 201);
    const QString id = created.text("id"_L1);
    QVERIFY(!id.isEmpty() && id != "mine"_L1);
    QCOMPARE(created.object().value("version"_L1).toInt(), 1);
    QCOMPARE(created.object().value("is_active"_L1), QJsonValue(true));
    QCOMPARE(created.object().value("is_builtin"_L1), QJsonValue(false));
    QCOMPARE(created.object().value("scopes"_L1), QJsonValue(QJsonArray()));
    QCOMPARE(created.object().value("of_another_program"_L1), definition.value("of_another_program"_L1));
    const QString path = u"/agents/tools/"_s + id;
    QCOMPARE(m_client->get(path).object(), created.object());
    const Answer changed = m_client->send("PUT", path, QJsonObject{{"description"_L1, u"new"_s}, {"is_active"_L1, false}});
    QCOMPARE(changed.status, 200);
    QJsonObject expected = created.object();
    expected.insert("description"_L1, u"new"_s);
    expected.insert("is_active"_L1, false);
    expected.insert("version"_L1, 2);
    expected.insert("updated_at"_L1, changed.object().value("updated_at"_L1));
    QCOMPARE(changed.object(), expected); // and nothing else
    const QJsonArray list = m_client->get(u"/agents/tools"_s).json.toArray();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(0)["is_builtin"_L1], QJsonValue(true));
    QCOMPARE(list.at(1).toObject(), expected);
    QCOMPARE(m_client->send("DELETE", path).status, 204);
    QCOMPARE(m_client->send("DELETE", path).status, 404);
    QCOMPARE(m_client->get(path).status, 404);
    QCOMPARE(m_client->send("PUT", path, QJsonObject{}).status, 404);
}

void TestServerTools::TL_13_namesAndEntrypointsFollowOneRule_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    for (const QString &name : {u""_s, u"1st"_s, u"two words"_s, u"dash-ed"_s, u"line\n"_s, u"ünicode"_s})
        QTest::addRow("name %s", qPrintable(name)) << u"name"_s << QJsonValue(name);
    for (const QString &entry : {u""_s, u"module"_s, u"module:"_s, u":run"_s, u"a b:run"_s, u"module:run()"_s, u"module:run\n"_s})
        QTest::addRow("entrypoint %s", qPrintable(entry)) << u"entrypoint"_s << QJsonValue(entry);
    QTest::newRow("schema") << u"schema"_s << QJsonValue(u"{}"_s);
    QTest::newRow("scopes") << u"scopes"_s << QJsonValue(QJsonArray{1});
    QTest::newRow("is_active") << u"is_active"_s << QJsonValue(u"yes"_s);
    QTest::newRow("no program") << u"mcp_server"_s << QJsonValue(QJsonObject{{"name"_L1, u"x"_s}});
    QTest::newRow("a url") << u"mcp_server"_s << QJsonValue(QJsonObject{{"command"_L1, u"x"_s}, {"transport"_L1, u"sse"_s}});
    QTest::newRow("a command line") << u"mcp_server"_s << QJsonValue(QJsonObject{{"command"_L1, u"x"_s}, {"args"_L1, u"-a -b"_s}});
    QTest::newRow("a number among arguments") << u"mcp_server"_s
                                              << QJsonValue(QJsonObject{{"command"_L1, u"x"_s}, {"args"_L1, QJsonArray{1}}});
    QTest::newRow("a hidden end") << u"mcp_server"_s
                                  << QJsonValue(QJsonObject{{"command"_L1, u"x"_s}, {"args"_L1, QJsonArray{QString(u"a"_s + QChar(0))}}});
    QTest::newRow("no time") << u"mcp_server"_s << QJsonValue(QJsonObject{{"command"_L1, u"x"_s}, {"timeout_seconds"_L1, 0}});
}

void TestServerTools::TL_13_namesAndEntrypointsFollowOneRule()
{
    QFETCH(const QString, member);
    QFETCH(const QJsonValue, value);
    const QString id = make(u"ruled"_s);
    QVERIFY(!id.isEmpty());
    QJsonObject body{{"name"_L1, u"another"_s}, {"entrypoint"_L1, u"m:f"_s}};
    body.insert(member, value);
    const Answer made = m_client->post(u"/agents/tools"_s, body);
    QCOMPARE(made.status, 422);
    QVERIFY(!made.text("detail"_L1).isEmpty());
    QCOMPARE(m_client->send("PUT", u"/agents/tools/"_s + id, QJsonObject{{member, value}}).status, 422);
    QCOMPARE(m_client->get(u"/agents/tools/"_s + id).object().value("version"_L1).toInt(), 1);
    QCOMPARE(m_client->send("DELETE", u"/agents/tools/"_s + id).status, 204);
}

void TestServerTools::TL_13_aNameIsTakenOnce()
{
    const QString first = make(u"first"_s);
    const QString second = make(u"second"_s);
    QVERIFY(!first.isEmpty() && !second.isEmpty());
    const QJsonObject again{{"name"_L1, u"first"_s}, {"entrypoint"_L1, u"m:f"_s}};
    QCOMPARE(m_client->post(u"/agents/tools"_s, again).status, 409);
    QCOMPARE(m_client->send("PUT", u"/agents/tools/"_s + second, QJsonObject{{"name"_L1, u"first"_s}}).status, 409);
    QCOMPARE(m_client->send("PUT", u"/agents/tools/"_s + second, QJsonObject{{"name"_L1, u"calculate"_s}}).status, 409);
    QCOMPARE(m_client->send("PUT", u"/agents/tools/"_s + second, QJsonObject{{"name"_L1, u"third"_s}}).text("name"_L1), u"third"_s);
    QCOMPARE(m_client->send("DELETE", u"/agents/tools/"_s + first).status, 204);
    QCOMPARE(m_client->send("PUT", u"/agents/tools/"_s + second, QJsonObject{{"name"_L1, u"first"_s}}).status, 200); // free again
    QCOMPARE(m_client->send("DELETE", u"/agents/tools/"_s + second).status, 204);
}

void TestServerTools::TL_13_builtInsStayAsTheyAre()
{
    const QJsonValue builtin = m_client->get(u"/agents/tools"_s).json.toArray().at(0);
    const QString path = u"/agents/tools/"_s + builtin["id"_L1].toString();
    QCOMPARE(m_client->get(path).object(), builtin.toObject());
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"description"_L1, u"mine"_s}}).status, 403);
    QCOMPARE(m_client->send("DELETE", path).status, 403);
    QCOMPARE(m_client->get(path).object(), builtin.toObject());
    QCOMPARE(m_client->post(u"/agents/tools"_s, QJsonObject{{"name"_L1, u"calculate"_s}, {"entrypoint"_L1, u"m:f"_s}}).status, 409);
}

void TestServerTools::TL_13_aToolInUseIsNotDeleted()
{
    const QString tool = make(u"needed"_s);
    const Answer agent =
        m_client->post(u"/agents/definitions"_s, QJsonObject{{"name"_L1, u"user-of-it"_s},
                                                             {"model"_L1, u"m"_s},
                                                             {"instructions"_L1, u"i"_s},
                                                             {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"needed"_s}}}}});
    QCOMPARE(agent.status, 201);
    const Answer refused = m_client->send("DELETE", u"/agents/tools/"_s + tool);
    QCOMPARE(refused.status, 409);
    const QJsonObject detail = refused.object().value("detail"_L1).toObject();
    QCOMPARE(detail.value("error"_L1).toString(), u"resource_in_use"_s);
    QVERIFY(!detail.value("message"_L1).toString().isEmpty());
    QCOMPARE(detail.value("agents"_L1).toArray(), (QJsonArray{QJsonObject{{"id"_L1, agent.text("id"_L1)}, {"name"_L1, u"user-of-it"_s}}}));
    QCOMPARE(m_client->send("DELETE", u"/agents/definitions/"_s + agent.text("id"_L1)).status, 204);
    QCOMPARE(m_client->send("DELETE", u"/agents/tools/"_s + tool).status, 204);
}

void TestServerTools::TL_13_aChangeOfWhatWasChangedMeanwhileIsRefused()
{
    const QString path = u"/agents/tools/"_s + make(u"shared_tool"_s);
    const QByteArray etag = m_client->get(path).headers.value("etag");
    QVERIFY(!etag.isEmpty());
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"description"_L1, u"one"_s}}, {{"If-Match", etag}}).status, 200);
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"description"_L1, u"two"_s}}, {{"If-Match", etag}}).status, 412);
    QCOMPARE(m_client->get(path).text("description"_L1), u"one"_s);
    QCOMPARE(m_client->send("DELETE", path).status, 204);
}

void TestServerTools::TL_06_aConfigurationFallsBackFromUserOverAgentToSystem()
{
    const QString id = make(u"configured"_s);
    const QString path = u"/agents/tools/%1/config"_s.arg(id);
    const QString agent = m_client->get(u"/agents/dispatcher"_s).text("id"_L1);
    const Answer none = m_client->get(path + u"?scope=agent&agent_id="_s + agent);
    QCOMPARE(none.status, 200);
    QCOMPARE(none.text("scope"_L1), u"agent"_s);
    QCOMPARE(none.text("tool_id"_L1), id);
    QCOMPARE(none.text("tool_name"_L1), u"configured"_s);
    QVERIFY(none.object().value("providers"_L1).isObject() && none.object().value("updated_at"_L1).isNull());
    const auto put = [&](const QString &scope) {
        return m_client->send("PUT", path,
                              QJsonObject{{"settings"_L1, QJsonObject{{"of"_L1, scope}}}, {"scope"_L1, scope}, {"agent_id"_L1, agent}});
    };
    const auto found = [&](const QString &query) { return m_client->get(path + query).text("scope"_L1); };
    QCOMPARE(put(u"system"_s).status, 200);
    QCOMPARE(found(QString()), u"system"_s);
    QCOMPARE(put(u"agent"_s).text("scope"_L1), u"agent"_s);
    QCOMPARE(found(QString()), u"system"_s); // no agent is asked for
    QCOMPARE(found(u"?agent_id="_s + agent), u"agent"_s);
    QCOMPARE(put(u"user"_s).status, 200);
    const Answer user = m_client->get(path + u"?scope=user&agent_id="_s + agent);
    QCOMPARE(user.object().value("settings"_L1)["of"_L1].toString(), u"user"_s);
    QVERIFY(!user.text("updated_at"_L1).isEmpty());
    QCOMPARE(found(u"?scope=agent&agent_id="_s + agent), u"agent"_s);
    QCOMPARE(found(u"?scope=system"_s), u"system"_s);
    QCOMPARE(m_client->send("DELETE", path).status, 204);
    QCOMPARE(found(QString()), u"system"_s);
    QCOMPARE(m_client->send("DELETE", u"/agents/tools/tools/%1/config?scope=system"_s.arg(id)).status, 204);
    QCOMPARE(found(QString()), u"user"_s);
    QCOMPARE(m_client->send("DELETE", u"/agents/tools/"_s + id).status, 204);
    QCOMPARE(m_client->get(path).status, 404);
}

void TestServerTools::TL_06_aConfigurationIsReplacedAndRemoved()
{
    const QString path = u"/agents/tools/%1/config"_s.arg(m_client->get(u"/agents/tools"_s).json.toArray().at(0)["id"_L1].toString());
    const QJsonObject providers{{"brave"_L1, QJsonObject{{"api_key"_L1, u"k"_s}}}};
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"providers"_L1, providers}, {"settings"_L1, QJsonObject{{"a"_L1, 1}}}}).status, 200);
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"providers"_L1, providers}}).status, 200);
    const QJsonObject replaced = m_client->get(path).object();
    QCOMPARE(replaced.value("providers"_L1).toObject(), providers);
    QVERIFY(replaced.value("settings"_L1).toObject().isEmpty());
    const Answer removed = m_client->send("PUT", path, QJsonObject{{"providers"_L1, QJsonObject()}, {"settings"_L1, QJsonObject()}});
    QCOMPARE(removed.status, 200);
    QVERIFY(removed.object().value("providers"_L1).toObject().isEmpty() && removed.object().value("updated_at"_L1).isNull());
    QVERIFY(m_client->get(path).object().value("updated_at"_L1).isNull());
}

void TestServerTools::TL_06_wrongPlacesOfAConfigurationAreRefused()
{
    const QString path = u"/agents/tools/%1/config"_s.arg(m_client->get(u"/agents/tools"_s).json.toArray().at(0)["id"_L1].toString());
    const QJsonObject settings{{"a"_L1, 1}};
    const auto put = [&](const QJsonObject &more) {
        QJsonObject body = more;
        if (!body.contains("settings"_L1))
            body.insert("settings"_L1, settings);
        return m_client->send("PUT", path, body).status;
    };
    QCOMPARE(put({{"scope"_L1, u"agent"_s}}), 400);
    QCOMPARE(put({{"scope"_L1, u"agent"_s}, {"agent_id"_L1, u"none"_s}}), 400);
    QCOMPARE(put({{"scope"_L1, u"everyone"_s}}), 422);
    QCOMPARE(put({{"settings"_L1, u"text"_s}}), 422);
    QCOMPARE(m_client->get(path + u"?scope=agent"_s).status, 400);
    QCOMPARE(m_client->get(u"/agents/tools/none/config"_s).status, 404);
    QVERIFY(m_client->get(path).object().value("updated_at"_L1).isNull());
}

void TestServerTools::TL_11_aToolWithoutAProgramCannotBeTested()
{
    const QString path = u"/agents/tools/"_s + make(u"entry_only"_s);
    const Answer refused = m_client->post(path + u"/test"_s, QJsonObject{{"input"_L1, QJsonObject()}, {"approved"_L1, true}});
    QCOMPARE(refused.status, 400);
    QVERIFY(!refused.text("detail"_L1).isEmpty());
    QCOMPARE(m_client->send("DELETE", path).status, 204);
}

void TestServerTools::TL_11_nothingIsStartedWithoutApproval()
{
    QFile::remove(m_dir.filePath(u"notes"_s));
    QJsonObject server = program(u"good"_s);
    server.insert("args"_L1, QJsonArray{u"good"_s, m_dir.filePath(u"notes"_s), u"a \"b\" c"_s});
    const QString path = u"/agents/tools/"_s + make(u"echo"_s, {{"mcp_server"_L1, server}});
    for (const QJsonValue &approved : {QJsonValue(QJsonValue::Undefined), QJsonValue(false), QJsonValue(u"true"_s), QJsonValue(1)}) {
        QJsonObject body{{"input"_L1, QJsonObject()}};
        if (!approved.isUndefined())
            body.insert("approved"_L1, approved);
        const Answer refused = m_client->post(path + u"/test"_s, body);
        QCOMPARE(refused.status, 409);
        QVERIFY(refused.text("type"_L1).endsWith(u"approval_required"_s));
        QCOMPARE(refused.text("code"_L1), u"approval_required"_s);
        QVERIFY(refused.text("detail"_L1).contains(QStringLiteral(DESK_MCP_TESTSERVER)));
        QVERIFY(refused.text("detail"_L1).contains(u"\"a \\\"b\\\" c\""_s));
        QVERIFY(refused.text("detail"_L1).contains(u"API_KEY"_s) && !refused.body.contains("very-secret"));
        QCOMPARE(refused.text("program"_L1), QStringLiteral(DESK_MCP_TESTSERVER));
        QCOMPARE(refused.object().value("arguments"_L1), server.value("args"_L1));
    }
    QCOMPARE(m_client->post(path + u"/test"_s, QJsonObject{{"approved"_L1, true}}).status, 422); // no input
    QCOMPARE(notes(), QString());
    QCOMPARE(m_client->send("DELETE", path).status, 204);
}

void TestServerTools::TL_11_anApprovedToolIsRun()
{
    const QJsonObject input{{"text"_L1, u"Grüße"_s}};
    const QString own = u"/agents/tools/"_s + make(u"echo"_s, {{"mcp_server"_L1, program(u"good"_s)}});
    const QString renamed = u"/agents/tools/"_s + make(u"my_echo"_s, {{"mcp_server"_L1, program(u"good"_s)}, {"mcp_tool"_L1, u"echo"_s}});
    for (const auto &[path, name] : {QPair(own, u"echo"_s), QPair(renamed, u"my_echo"_s)}) {
        const Answer result = m_client->post(path + u"/test"_s, approved(*m_client, path + u"/test"_s, input));
        QCOMPARE(result.status, 200);
        QCOMPARE(result.headers.value("content-type"), QByteArray("application/json"));
        QCOMPARE(result.object().value("success"_L1), QJsonValue(true));
        QCOMPARE(result.object().value("output"_L1)["structuredContent"_L1].toObject(), input);
        QVERIFY(result.object().value("error"_L1).isNull());
        QCOMPARE(result.text("tool_name"_L1), name);
        QCOMPARE(result.object().value("input_used"_L1).toObject(), input);
        QVERIFY(result.object().value("execution_time_ms"_L1).toInt(-1) >= 0);
        QCOMPARE(m_client->send("DELETE", path).status, 204);
    }
}

void TestServerTools::APPR_02_anApprovalCountsForWhatWasShown()
{
    QFile::remove(m_dir.filePath(u"notes"_s));
    const QString path = u"/agents/tools/"_s + make(u"echo"_s, {{"mcp_server"_L1, program(u"good"_s)}});
    const QJsonObject input{{"text"_L1, u"one"_s}};
    const auto hashFor = [&](const QJsonObject &asked) {
        return m_client->post(path + u"/test"_s, QJsonObject{{"input"_L1, asked}}).text("arguments_hash"_L1);
    };
    const auto tried = [&](const QJsonObject &given, const QJsonValue &hash) {
        return m_client->post(path + u"/test"_s, QJsonObject{{"input"_L1, given}, {"approved"_L1, true}, {"arguments_hash"_L1, hash}});
    };
    const QString hash = hashFor(input);
    QCOMPARE(hash.size(), 64);
    QVERIFY(hashFor(input) != hash); // each question has its own
    QVERIFY(hashFor({{"text"_L1, u"two"_s}}) != hash);
    for (const QJsonValue &other :
         {QJsonValue(hashFor({})), QJsonValue(QString(64, u'0')), QJsonValue(QString()), QJsonValue(1), QJsonValue()}) {
        const Answer refused = tried(input, other);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.text("code"_L1), u"approval_required"_s);
        QCOMPARE(refused.text("arguments_hash"_L1).size(), 64); // to be asked again
    }
    QCOMPARE(tried({{"text"_L1, u"two"_s}}, hashFor(input)).status, 409); // other arguments than were shown
    QJsonObject changed = program(u"good"_s);
    changed.insert("args"_L1, QJsonArray{u"good"_s, m_dir.filePath(u"notes"_s), u"--more"_s});
    const QString before = hashFor(input);
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"mcp_server"_L1, changed}}).status, 200);
    QCOMPARE(tried(input, before).status, 409); // another program than was shown
    QCOMPARE(notes(), QString());
    QCOMPARE(tried(input, hashFor(input)).object().value("success"_L1), QJsonValue(true));
    QCOMPARE(m_client->send("DELETE", path).status, 204);
}

void TestServerTools::APPR_02_aTestIsNotApprovedWithoutWhatWasShown()
{
    QFile::remove(m_dir.filePath(u"notes"_s));
    const QString path = u"/agents/tools/"_s + make(u"echo"_s, {{"mcp_server"_L1, program(u"good"_s)}});
    const Answer refused = m_client->post(path + u"/test"_s, QJsonObject{{"input"_L1, QJsonObject()}, {"approved"_L1, true}});
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.text("code"_L1), u"approval_required"_s);
    QCOMPARE(refused.text("program"_L1), QStringLiteral(DESK_MCP_TESTSERVER));
    QCOMPARE(notes(), QString());
    const QJsonObject body{{"input"_L1, QJsonObject()}, {"approved"_L1, true}, {"arguments_hash"_L1, refused.text("arguments_hash"_L1)}};
    QCOMPARE(m_client->post(path + u"/test"_s, body).object().value("success"_L1), QJsonValue(true));
    QCOMPARE(m_client->send("DELETE", path).status, 204);
}

void TestServerTools::APPR_02_anApprovalOfATestCountsOnce()
{
    QFile::remove(m_dir.filePath(u"notes"_s));
    const QString path = u"/agents/tools/"_s + make(u"echo"_s, {{"mcp_server"_L1, program(u"good"_s)}});
    const QJsonObject body = approved(*m_client, path + u"/test"_s);
    QCOMPARE(m_client->post(path + u"/test"_s, body).status, 200);
    const Answer again = m_client->post(path + u"/test"_s, body);
    QCOMPARE(again.status, 409);
    QCOMPARE(again.text("code"_L1), u"approval_required"_s);
    QVERIFY(again.text("arguments_hash"_L1) != body.value("arguments_hash"_L1).toString());
    QCOMPARE(notes().count(u"tools/call"_s), 1);
    QCOMPARE(m_client->send("DELETE", path).status, 204);
}

void TestServerTools::APPR_02_anApprovalOfATestExpires()
{
    QFile::remove(m_dir.filePath(u"notes"_s));
    LocalServerProcess server(m_dir.filePath(u"hasty"_s), QStringLiteral(DESK_SCRIPTED_SERVER));
    QVERIFY(server.start({u"--approval-ms"_s, u"1"_s}));
    ServerClient client(server);
    const QString path = hangingTool(server, program(u"good"_s));
    const QJsonObject body = approved(client, path);
    const qint64 askedBy = QDateTime::currentMSecsSinceEpoch();
    QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > askedBy + 1);
    QCOMPARE(client.post(path, body).status, 409);
    QCOMPARE(notes(), QString());
}

void TestServerTools::APPR_02_onlySoManyQuestionsAboutTestsAreKept()
{
    const QString path = u"/agents/tools/%1/test"_s.arg(make(u"echo"_s, {{"mcp_server"_L1, program(u"good"_s)}}));
    const QJsonObject oldest = approved(*m_client, path);
    const QJsonObject next = approved(*m_client, path);
    for (int i = 0; i < 255; ++i)
        QCOMPARE(m_client->post(path, QJsonObject{{"input"_L1, QJsonObject()}}).status, 409);
    QCOMPARE(m_client->post(path, next).status, 200);
    QCOMPARE(m_client->post(path, oldest).status, 409);
    QCOMPARE(m_client->send("DELETE", path.chopped(5)).status, 204);
}

void TestServerTools::TL_11_whatGoesWrongIsAResult()
{
    QJsonObject missing = program(u"good"_s);
    missing.insert("command"_L1, m_dir.filePath(u"nothing"_s));
    const QList<QPair<QJsonObject, QString>> cases{
        {{{"mcp_server"_L1, program(u"good"_s)}, {"mcp_tool"_L1, u"fail"_s}}, u"It is not to be."_s},
        {{{"mcp_server"_L1, program(u"good"_s)}, {"mcp_tool"_L1, u"none"_s}}, u"echo, about, fail, hang"_s},
        {{{"mcp_server"_L1, program(u"notjson"_s)}}, QString()},
        {{{"mcp_server"_L1, program(u"exit"_s)}}, QString()},
        {{{"mcp_server"_L1, missing}}, u"nothing"_s}};
    for (const auto &[members, words] : cases) {
        const QString path = u"/agents/tools/"_s + make(u"broken"_s, members);
        const Answer result = m_client->post(path + u"/test"_s, approved(*m_client, path + u"/test"_s));
        QCOMPARE(result.status, 200);
        QCOMPARE(result.object().value("success"_L1), QJsonValue(false));
        QVERIFY(result.object().value("output"_L1).isNull());
        QVERIFY(!result.text("error"_L1).isEmpty());
        QVERIFY2(result.text("error"_L1).contains(words), qUtf8Printable(result.text("error"_L1)));
        QCOMPARE(m_client->send("DELETE", path).status, 204);
    }
    QJsonObject filtered = program(u"good"_s);
    filtered.insert("tool_filter"_L1, QJsonArray{u"about"_s});
    const QString path = u"/agents/tools/"_s + make(u"echo"_s, {{"mcp_server"_L1, filtered}});
    QCOMPARE(m_client->post(path + u"/test"_s, QJsonObject{{"input"_L1, QJsonObject()}}).status, 400);
    QCOMPARE(m_client->send("DELETE", path).status, 204);
}

void TestServerTools::TL_11_aRepeatedRequestStartsNothing()
{
    QFile::remove(m_dir.filePath(u"notes"_s));
    const QString path = u"/agents/tools/"_s + make(u"echo"_s, {{"mcp_server"_L1, program(u"good"_s)}});
    const QJsonObject body = approved(*m_client, path + u"/test"_s);
    const Headers key{{"Idempotency-Key", "one run"}};
    QCOMPARE(m_client->post(path + u"/test"_s, body, key).object().value("success"_L1), QJsonValue(true));
    QCOMPARE(m_client->post(path + u"/test"_s, body, key).status, 409);
    QCOMPARE(notes().count(u"tools/call"_s), 1);
    QCOMPARE(m_client->send("DELETE", path).status, 204);
}

void TestServerTools::TL_11_aLateAnswerIsKeptAliveAndStaysJson()
{
    LocalServerProcess server(m_dir.filePath(u"slow"_s), QStringLiteral(DESK_SCRIPTED_SERVER));
    QVERIFY(server.start({u"--heartbeat-ms"_s, u"50"_s}));
    QJsonObject impatient = program(u"good"_s);
    impatient.insert("timeout_seconds"_L1, 2);
    const QString path = hangingTool(server, impatient);
    ServerClient client(server);
    const Answer result = client.post(path, approved(client, path));
    QCOMPARE(result.status, 200);
    QVERIFY(result.body.startsWith("\n\n\n"));
    QCOMPARE(result.object().value("success"_L1), QJsonValue(false));
    QVERIFY(!result.text("error"_L1).isEmpty());
}

void TestServerTools::LOC_17_theProgramEndsWhenTheClientGoes()
{
    const QString path = hangingTool(*m_server, program(u"good"_s));
    EventReader request(*m_server, "POST", path, QJsonDocument(approved(*m_client, path)).toJson());
    QTRY_VERIFY_WITH_TIMEOUT(hangingPid() > 1, 15'000);
    const qint64 pid = hangingPid();
    QVERIFY(isAlive(pid));
    request.abort();
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 15'000);
    QCOMPARE(m_client->get(u"/agents/tools"_s).status, 200);
}

void TestServerTools::LOC_17_theProgramEndsWithTheServer_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<bool>("killed");
    QTest::newRow("asked") << u"good"_s << false;
    QTest::newRow("a program that will not") << u"stubborn"_s << false;
    QTest::newRow("the server is killed") << u"good"_s << true;
}

void TestServerTools::LOC_17_theProgramEndsWithTheServer()
{
    QFETCH(const QString, mode);
    QFETCH(const bool, killed);
    QTemporaryDir folder;
    LocalServerProcess server(folder.filePath(u"data"_s), QStringLiteral(DESK_SCRIPTED_SERVER));
    QVERIFY(server.start());
    const QString path = hangingTool(server, program(mode));
    ServerClient client(server);
    EventReader request(server, "POST", path, QJsonDocument(approved(client, path)).toJson());
    QTRY_VERIFY_WITH_TIMEOUT(hangingPid() > 1, 15'000);
    const qint64 pid = hangingPid();
    QVERIFY(isAlive(pid));
    if (killed)
        server.kill();
    else
        server.terminate();
    QVERIFY(server.waitForExit());
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), 15'000);
}

QTEST_GUILESS_MAIN(TestServerTools)
#include "tst_servertools.moc"
