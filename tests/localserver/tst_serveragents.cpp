// The agents of the local server: versions, inactive ones, tags, rules and what is kept.
#include "server_client.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk::test;

class TestServerAgents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everySaveIsAVersionNewestFirst();
    void whatIsRestoredBecomesTheNewestVersion();
    void versionsSurviveARestart();
    void aDeletedAgentsVersionsAreNotThoseOfItsSuccessor();
    void versionsThatAreNotThereAreSaid();
    void AG_04_anInactiveAgentIsListedAndComesBack();
    void AG_04_anInactiveAgentIsNotAsked();
    void HTTP_29_anAgentThatWasChangedMeanwhileIsNotOverwritten();
    void HTTP_29_aSaveAnswersTheTagOfTheNextOne();
    void HTTP_27_anUnchangedAgentIsNotSentAgain();
    void AG_40_namesAreRefusedByTheRule();
    void AG_40_malformedMembersAreRefusedByName_data();
    void AG_40_malformedMembersAreRefusedByName();
    void AG_40_goodMembersAreKept();
    void AG_08_nobodyMakesABuiltinAgent();
    void unknownMembersAreGivenBack();
    void AG_51_contextCompressionIsKeptAndChanged();
    void AG_43_theLastToolCanBeTakenAway();
    void AG_42_aToolThatIsGoneStopsNoOtherChange();

private:
    static QJsonObject definition(const QString &name, const QJsonObject &more = {});
    Answer create(const QString &name, const QJsonObject &more = {});
    Answer change(const QString &id, const QJsonObject &patch, const Headers &headers = {});
    QList<int> versionsOf(const QString &id);
    QByteArray ask(const QString &agent);
    bool start();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LocalServerProcess> m_server;
    std::unique_ptr<ServerClient> m_client;
};

void TestServerAgents::init()
{
    m_client.reset();
    m_server.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(start());
}

bool TestServerAgents::start()
{
    m_client.reset();
    m_server.reset(); // the one before, if any, is gone
    m_server = std::make_unique<LocalServerProcess>(m_dir->filePath(u"data"_s), QStringLiteral(DESK_SCRIPTED_SERVER));
    m_client = std::make_unique<ServerClient>(*m_server);
    return m_server->start();
}

QJsonObject TestServerAgents::definition(const QString &name, const QJsonObject &more)
{
    QJsonObject out = more;
    out.insert("name"_L1, name);
    out.insert("model"_L1, u"m"_s);
    out.insert("instructions"_L1, u"first"_s);
    return out;
}

Answer TestServerAgents::create(const QString &name, const QJsonObject &more)
{
    return m_client->post(u"/agents/definitions"_s, definition(name, more));
}

Answer TestServerAgents::change(const QString &id, const QJsonObject &patch, const Headers &headers)
{
    return m_client->send("PUT", u"/agents/definitions/"_s + id, patch, headers);
}

QList<int> TestServerAgents::versionsOf(const QString &id)
{
    QList<int> out;
    const QJsonArray versions = m_client->get(u"/agents/%1/versions"_s.arg(id)).json.toArray();
    for (const QJsonValue &version : versions)
        out.append(version["version"_L1].toInt());
    return out;
}

// The stream of a turn that says which tools it was given.
QByteArray TestServerAgents::ask(const QString &agent)
{
    EventReader stream(*m_server, "POST", u"/chat/message/stream/agentic"_s,
                       chatBody(u"options"_s, {{"selected_agents"_L1, QJsonArray{agent}}}));
    return stream.waitForEnd() ? stream.body() : QByteArray();
}

void TestServerAgents::everySaveIsAVersionNewestFirst()
{
    QVERIFY(m_client->get(u"/capabilities"_s).object().value("features"_L1).toArray().contains(u"agent_versions"_s));
    const QString id = create(u"helper"_s).text("id"_L1);
    QCOMPARE(change(id, {{"instructions"_L1, u"second"_s}}).status, 200);
    QCOMPARE(create(u"helper"_s, {{"description"_L1, u"third"_s}}).text("id"_L1), id); // the same name: the same agent
    QCOMPARE(versionsOf(id), (QList<int>{3, 2, 1}));
    const QJsonArray versions = m_client->get(u"/agents/%1/versions"_s.arg(id)).json.toArray();
    QCOMPARE(versions.at(0).toObject(), m_client->get(u"/agents/"_s + id).object());
    QCOMPARE(versions.at(1)["instructions"_L1].toString(), u"second"_s);
    QCOMPARE(m_client->get(u"/agents/%1/versions/1"_s.arg(id)).text("instructions"_L1), u"first"_s);
    QCOMPARE(m_client->get(u"/agents/%1/versions/2"_s.arg(id)).object(), versions.at(1).toObject());
}

void TestServerAgents::whatIsRestoredBecomesTheNewestVersion()
{
    const Answer created = create(u"helper"_s, {{"unknown_member"_L1, 7}});
    const QString id = created.text("id"_L1);
    QCOMPARE(change(id, {{"instructions"_L1, u"second"_s}, {"unknown_member"_L1, 8}}).status, 200);
    const Answer restored = m_client->post(u"/agents/%1/versions/1/restore"_s.arg(id));
    QCOMPARE(restored.status, 200);
    QCOMPARE(restored.text("instructions"_L1), u"first"_s);
    QCOMPARE(restored.object().value("unknown_member"_L1).toInt(), 7);
    QCOMPARE(restored.object().value("version"_L1).toInt(), 3);
    QCOMPARE(restored.text("created_at"_L1), created.text("created_at"_L1));
    QCOMPARE(m_client->get(u"/agents/"_s + id).object(), restored.object());
    QCOMPARE(versionsOf(id), (QList<int>{3, 2, 1}));
    QCOMPARE(m_client->get(u"/agents/%1/versions/2"_s.arg(id)).text("instructions"_L1), u"second"_s);
}

void TestServerAgents::versionsSurviveARestart()
{
    const QString id = create(u"helper"_s).text("id"_L1);
    QCOMPARE(change(id, {{"instructions"_L1, u"second"_s}}).status, 200);
    const QJsonValue before = m_client->get(u"/agents/%1/versions"_s.arg(id)).json;
    m_server->kill();
    QVERIFY(start());
    QCOMPARE(m_client->get(u"/agents/%1/versions"_s.arg(id)).json, before);
    QCOMPARE(m_client->post(u"/agents/%1/versions/1/restore"_s.arg(id)).text("instructions"_L1), u"first"_s);
    QCOMPARE(versionsOf(id), (QList<int>{3, 2, 1}));
}

void TestServerAgents::aDeletedAgentsVersionsAreNotThoseOfItsSuccessor()
{
    const QString id = create(u"helper"_s, {{"description"_L1, u"old"_s}}).text("id"_L1);
    QCOMPARE(change(id, {{"description"_L1, u"older"_s}}).status, 200);
    QCOMPARE(m_client->send("DELETE", u"/agents/definitions/"_s + id).status, 204);
    QCOMPARE(m_client->get(u"/agents/%1/versions"_s.arg(id)).status, 404);
    QCOMPARE(m_client->get(u"/agents/%1/versions/1"_s.arg(id)).status, 404);
    const QString next = create(u"helper"_s).text("id"_L1);
    QVERIFY(next != id);
    QCOMPARE(versionsOf(next), QList<int>{1});
    QCOMPARE(versionsOf(u"helper"_s), QList<int>{1});
    QVERIFY(!m_client->get(u"/agents/helper/versions"_s).body.contains("old"));
}

void TestServerAgents::versionsThatAreNotThereAreSaid()
{
    const QString id = create(u"helper"_s).text("id"_L1);
    QCOMPARE(m_client->get(u"/agents/none/versions"_s).status, 404);
    for (const QString &number : {u"0"_s, u"2"_s, u"-1"_s, u"one"_s}) {
        QCOMPARE(m_client->get(u"/agents/%1/versions/%2"_s.arg(id, number)).status, 404);
        QCOMPARE(m_client->post(u"/agents/%1/versions/%2/restore"_s.arg(id, number)).status, 404);
    }
    QCOMPARE(versionsOf(id), QList<int>{1});
    QCOMPARE(m_client->get(u"/agents/dispatcher/versions"_s).json.toArray().size(), 1);
    QCOMPARE(m_client->post(u"/agents/dispatcher/versions/1/restore"_s).status, 403);
}

void TestServerAgents::AG_04_anInactiveAgentIsListedAndComesBack()
{
    const QString id = create(u"helper"_s).text("id"_L1);
    const Answer off = change(id, {{"is_active"_L1, false}});
    QCOMPARE(off.status, 200);
    QCOMPARE(off.object().value("is_active"_L1), QJsonValue(false));
    QCOMPARE(m_client->get(u"/agents/"_s + id).object(), off.object());
    QVERIFY(m_client->get(u"/agents"_s).json.toArray().contains(off.object()));
    // A change of something else leaves it so.
    QCOMPARE(change(id, {{"description"_L1, u"d"_s}}).object().value("is_active"_L1), QJsonValue(false));
    QCOMPARE(change(id, {{"is_active"_L1, true}}).object().value("is_active"_L1), QJsonValue(true));
    QCOMPARE(create(u"resting"_s, {{"is_active"_L1, false}}).object().value("is_active"_L1), QJsonValue(false));
}

void TestServerAgents::AG_04_anInactiveAgentIsNotAsked()
{
    const QJsonObject tools{{"names"_L1, QJsonArray{u"calculate"_s}}};
    const QString id = create(u"counting"_s, {{"tools"_L1, tools}}).text("id"_L1);
    const QJsonObject run{{"agent_name"_L1, u"counting"_s}, {"input"_L1, QJsonObject{{"prompt"_L1, u"options"_s}}}};
    QVERIFY(ask(u"counting"_s).contains("-1 -1 calculate"));
    QCOMPARE(change(id, {{"is_active"_L1, false}}).status, 200);
    QVERIFY(ask(u"counting"_s).contains("-1 -1 all")); // answered as if it were unknown
    QCOMPARE(m_client->post(u"/runs"_s, run).status, 409);
    QCOMPARE(change(id, {{"is_active"_L1, true}}).status, 200);
    QVERIFY(ask(u"counting"_s).contains("-1 -1 calculate"));
    QCOMPARE(m_client->post(u"/runs"_s, run).status, 202);
}

void TestServerAgents::HTTP_29_anAgentThatWasChangedMeanwhileIsNotOverwritten()
{
    const QString id = create(u"helper"_s).text("id"_L1);
    const QByteArray seen = m_client->get(u"/agents/"_s + id).headers.value("etag");
    QVERIFY(!seen.isEmpty());
    QCOMPARE(change(id, {{"description"_L1, u"mine"_s}}, {{"If-Match", seen}}).status, 200);
    const Answer refused = change(id, {{"description"_L1, u"theirs"_s}}, {{"If-Match", seen}});
    QCOMPARE(refused.status, 412);
    QVERIFY(refused.headers.value("content-type").startsWith("application/problem+json"));
    QVERIFY(!refused.text("detail"_L1).isEmpty());
    QCOMPARE(m_client->get(u"/agents/"_s + id).text("description"_L1), u"mine"_s);
    QCOMPARE(versionsOf(id), (QList<int>{2, 1}));
}

void TestServerAgents::HTTP_29_aSaveAnswersTheTagOfTheNextOne()
{
    const Answer created = create(u"helper"_s);
    const QString id = created.text("id"_L1);
    const Answer first = change(id, {{"description"_L1, u"a"_s}}, {{"If-Match", created.headers.value("etag")}});
    QCOMPARE(first.status, 200);
    QCOMPARE(first.headers.value("etag"), m_client->get(u"/agents/"_s + id).headers.value("etag"));
    QVERIFY(first.headers.value("etag") != created.headers.value("etag"));
    QCOMPARE(change(id, {{"description"_L1, u"b"_s}}, {{"If-Match", first.headers.value("etag")}}).status, 200);
    const Answer restored = m_client->post(u"/agents/%1/versions/1/restore"_s.arg(id));
    QCOMPARE(restored.headers.value("etag"), m_client->get(u"/agents/"_s + id).headers.value("etag"));
}

void TestServerAgents::HTTP_27_anUnchangedAgentIsNotSentAgain()
{
    const QString id = create(u"helper"_s).text("id"_L1);
    for (const QString &path : {u"/agents"_s, u"/agents/"_s + id}) {
        const QByteArray etag = m_client->get(path).headers.value("etag");
        const Answer same = m_client->get(path, {{"If-None-Match", etag}});
        QCOMPARE(same.status, 304);
        QVERIFY(same.body.isEmpty());
        QCOMPARE(change(id, {{"description"_L1, path}}).status, 200);
        QCOMPARE(m_client->get(path, {{"If-None-Match", etag}}).status, 200);
    }
}

void TestServerAgents::AG_40_namesAreRefusedByTheRule()
{
    for (const QString &bad : {u"two words"_s, u"under_score"_s, u"caf\u00e9"_s, u"a/b"_s, u"line\n"_s, QString(121, u'a')}) {
        const Answer refused = create(bad);
        QCOMPARE(refused.status, 422);
        QVERIFY2(refused.text("detail"_L1).contains(u"\"name\""_s), refused.body.constData());
    }
    for (const QString &good : {u"a"_s, u"7-of-9"_s, u"Helper"_s, QString(120, u'a')})
        QCOMPARE(create(good).status, 201);
}

void TestServerAgents::AG_40_malformedMembersAreRefusedByName_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QString &key, const QJsonValue &value, const QString &named = {}) {
        QTest::newRow(name) << key << value << (named.isEmpty() ? key : named);
    };
    const QString compression = u"context_compression"_s;
    const QString servers = u"mcp_servers"_s;
    const auto server = [](const QString &key, const QJsonValue &value) {
        return QJsonArray{QJsonObject{{"name"_L1, u"s"_s}, {key, value}}};
    };
    row("a display name that is too long", u"display_name"_s, QString(256, u'd'));
    row("a description that is a number", u"description"_s, 7);
    row("a model that is a list", u"model"_s, QJsonArray());
    row("instructions that are an object", u"instructions"_s, QJsonObject());
    row("tools that are a list", u"tools"_s, QJsonArray{u"calculate"_s});
    row("tool names that are a text", u"tools"_s, QJsonObject{{"names"_L1, u"calculate"_s}}, u"tools.names"_s);
    row("scopes that are a text", u"scopes"_s, u"data:read"_s);
    row("a scope that is a number", u"scopes"_s, QJsonArray{u"data:read"_s, 1});
    row("active by a word", u"is_active"_s, u"yes"_s);
    row("a visibility nobody knows", u"visibility"_s, u"secret"_s);
    row("a compression that is a switch", compression, true);
    row("a threshold below its range", compression, QJsonObject{{"compression_threshold_chars"_L1, 999}},
        u"context_compression.compression_threshold_chars"_s);
    row("more recent messages than may be", compression, QJsonObject{{"recent_messages_to_keep"_L1, 21}},
        u"context_compression.recent_messages_to_keep"_s);
    row("a summary of half a character", compression, QJsonObject{{"max_summary_chars"_L1, 500.5}},
        u"context_compression.max_summary_chars"_s);
    row("servers that are an object", servers, QJsonObject());
    row("a server that is a text", servers, QJsonArray{u"s"_s}, u"mcp_servers[0]"_s);
    row("a server without a name", servers, QJsonArray{QJsonObject{{"command"_L1, u"c"_s}}}, u"mcp_servers[0].name"_s);
    row("a transport nobody knows", servers, server(u"transport"_s, u"pigeon"_s), u"mcp_servers[0].transport"_s);
    row("arguments that are a text", servers, server(u"args"_s, u"-v"_s), u"mcp_servers[0].args"_s);
    row("a number in the environment", servers, server(u"env"_s, QJsonObject{{"A"_L1, 1}}), u"mcp_servers[0].env"_s);
    row("a timeout in words", servers, server(u"timeout_seconds"_s, u"soon"_s), u"mcp_servers[0].timeout_seconds"_s);
}

void TestServerAgents::AG_40_malformedMembersAreRefusedByName()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(QString, named);
    QJsonObject fresh = definition(u"fresh"_s);
    fresh.insert(key, value);
    const QString id = create(u"helper"_s).text("id"_L1);
    for (const Answer &refused : {m_client->post(u"/agents/definitions"_s, fresh), change(id, {{key, value}})}) {
        QCOMPARE(refused.status, 422);
        QVERIFY(refused.headers.value("content-type").startsWith("application/problem+json"));
        QVERIFY2(refused.text("detail"_L1).contains(u'"' + named + u'"'), refused.body.constData());
    }
    QCOMPARE(versionsOf(id), QList<int>{1});
    QCOMPARE(m_client->get(u"/agents/fresh"_s).status, 404);
}

void TestServerAgents::AG_40_goodMembersAreKept()
{
    const QJsonObject server{{"name"_L1, u"s"_s},
                             {"command"_L1, u"c"_s},
                             {"args"_L1, QJsonArray{u"-v"_s}},
                             {"env"_L1, QJsonObject{{"A"_L1, u"1"_s}}},
                             {"tool_filter"_L1, QJsonValue::Null},
                             {"timeout_seconds"_L1, 5}};
    const QJsonObject more{{"display_name"_L1, QString(255, u'd')},
                           {"scopes"_L1, QJsonArray{u"data:read"_s}},
                           {"visibility"_L1, u"shared"_s},
                           {"mcp_servers"_L1, QJsonArray{server}}};
    const Answer created = create(u"helper"_s, more);
    QCOMPARE(created.status, 201);
    for (auto it = more.begin(); it != more.end(); ++it)
        QCOMPARE(created.object().value(it.key()), it.value());
    // The contract sets no limit to them.
    const QString id = created.text("id"_L1);
    QCOMPARE(change(id, {{"instructions"_L1, QString(20'000, u'i')}}).status, 200);
    QCOMPARE(change(id, {{"display_name"_L1, QJsonValue::Null}, {"mcp_servers"_L1, QJsonValue::Null}}).status, 200);
}

void TestServerAgents::AG_08_nobodyMakesABuiltinAgent()
{
    const QString id = create(u"helper"_s).text("id"_L1);
    for (const Answer &refused : {create(u"own"_s, {{"visibility"_L1, u"builtin"_s}}), change(id, {{"visibility"_L1, u"builtin"_s}})}) {
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.text("detail"_L1).contains(u"\"visibility\""_s));
    }
    QCOMPARE(change(id, {{"is_builtin"_L1, true}}).object().value("is_builtin"_L1), QJsonValue(false));
}

void TestServerAgents::unknownMembersAreGivenBack()
{
    const QJsonObject future{{"deep"_L1, QJsonArray{1, QJsonValue::Null, u"x"_s}}};
    const QString id = create(u"helper"_s, {{"of_next_year"_L1, future}}).text("id"_L1);
    QCOMPARE(change(id, {{"description"_L1, u"d"_s}}).object().value("of_next_year"_L1), QJsonValue(future));
    QCOMPARE(change(id, {{"another"_L1, 1}}).object().value("another"_L1), QJsonValue(1));
    QCOMPARE(m_client->get(u"/agents/"_s + id).object().value("of_next_year"_L1), QJsonValue(future));
}

void TestServerAgents::AG_51_contextCompressionIsKeptAndChanged()
{
    const QJsonObject first{{"enabled"_L1, false},
                            {"compression_threshold_chars"_L1, 1000},
                            {"recent_messages_to_keep"_L1, 20},
                            {"max_summary_chars"_L1, 10'000},
                            {"compression_model"_L1, QJsonValue::Null}};
    const QString id = create(u"helper"_s, {{"context_compression"_L1, first}}).text("id"_L1);
    QCOMPARE(m_client->get(u"/agents/"_s + id).object().value("context_compression"_L1), QJsonValue(first));
    QJsonObject second = first;
    second.insert("enabled"_L1, true);
    second.insert("compression_threshold_chars"_L1, 100'000);
    QCOMPARE(change(id, {{"context_compression"_L1, second}}).status, 200);
    QCOMPARE(m_client->get(u"/agents/"_s + id).object().value("context_compression"_L1), QJsonValue(second));
}

void TestServerAgents::AG_43_theLastToolCanBeTakenAway()
{
    const QJsonObject one{{"names"_L1, QJsonArray{u"calculate"_s}}};
    const QJsonObject none{{"names"_L1, QJsonArray()}};
    const QString id = create(u"helper"_s, {{"tools"_L1, one}}).text("id"_L1);
    QCOMPARE(change(id, {{"tools"_L1, none}}).status, 200);
    QCOMPARE(m_client->get(u"/agents/"_s + id).object().value("tools"_L1), QJsonValue(none));
}

void TestServerAgents::AG_42_aToolThatIsGoneStopsNoOtherChange()
{
    const auto tools = [](const QStringList &names) {
        return QJsonObject{{"tools"_L1, QJsonObject{{"names"_L1, QJsonArray::fromStringList(names)}}}};
    };
    const QString id = create(u"helper"_s, tools({u"calculate"_s})).text("id"_L1);
    const QString folder = m_server->dataFolder();
    m_server->terminate();
    QVERIFY(m_server->waitForExit());
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(folder + u"/desk.db"_s).constData(), &handle), SQLITE_OK);
    const char *statement = "UPDATE documents SET json = replace(json, 'calculate', 'abacus') WHERE kind = 'agent'";
    QCOMPARE(sqlite3_exec(handle, statement, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(handle);
    QVERIFY(start());
    QCOMPARE(m_client->get(u"/agents/"_s + id).object().value("tools"_L1).toObject().value("names"_L1),
             QJsonValue(QJsonArray{u"abacus"_s}));
    QCOMPARE(change(id, {{"description"_L1, u"Reckons"_s}}).status, 200);
    QCOMPARE(change(id, tools({u"abacus"_s, u"calculate"_s})).status, 200);
    QCOMPARE(change(id, tools({u"abacus"_s, u"sundial"_s})).status, 400);
}

QTEST_GUILESS_MAIN(TestServerAgents)
#include "tst_serveragents.moc"
