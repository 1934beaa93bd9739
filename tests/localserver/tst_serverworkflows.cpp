// Definitions of workflows over real HTTP: what is kept, what is refused, and who may change what.
#include "server_client.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk::test;

namespace {

const QString all = u"/agents/workflows"_s;

QJsonArray oneStep()
{
    return {QJsonObject{{"id"_L1, u"sum"_s},
                        {"type"_L1, u"tool"_s},
                        {"tool"_L1, u"calculate"_s},
                        {"tool_args"_L1, QJsonObject{{"expression"_L1, u"1+1"_s}}},
                        {"position"_L1, QJsonObject{{"x"_L1, 10}}},
                        {"of_another"_L1, u"client"_s}}};
}

QJsonObject named(const QString &name, const QJsonObject &more = {})
{
    QJsonObject out{{"name"_L1, name}, {"steps"_L1, oneStep()}};
    for (auto it = more.begin(); it != more.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

} // namespace

class TestServerWorkflows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aCreationKeepsWhatItWasGiven();
    void anUpdateChangesTheMembersGivenOnly();
    void aChangeOfSomethingElseIsRefused();
    void aDeletedWorkflowIsGone();
    void builtInsRefuseChanges();
    void wrongDefinitionsAreRefusedInWords_data();
    void wrongDefinitionsAreRefusedInWords();

private:
    QTemporaryDir m_dir;
    std::unique_ptr<LocalServerProcess> m_server;
    std::unique_ptr<ServerClient> m_client;
};

void TestServerWorkflows::initTestCase()
{
    m_server = std::make_unique<LocalServerProcess>(m_dir.filePath(u"data"_s), QStringLiteral(DESK_SCRIPTED_SERVER));
    QVERIFY(m_server->start());
    m_client = std::make_unique<ServerClient>(*m_server);
}

void TestServerWorkflows::aCreationKeepsWhatItWasGiven()
{
    const QJsonObject given = named(u"kept"_s, {{"is_active"_L1, false},
                                                {"description"_L1, u"of mine"_s},
                                                {"trigger"_L1, QJsonObject{{"type"_L1, u"manual"_s}}},
                                                {"guardrails"_L1, QJsonObject{{"request_limit"_L1, 3}, {"unknown"_L1, u"too"_s}}},
                                                {"input_schema"_L1, QJsonObject{{"type"_L1, u"object"_s}}},
                                                {"x_unknown"_L1, QJsonArray{1, QJsonValue()}}});
    const Answer created = m_client->post(all, given);
    QCOMPARE(created.status, 201);
    for (auto it = given.begin(); it != given.end(); ++it)
        QCOMPARE(created.object().value(it.key()), it.value());
    QCOMPARE(created.object().value("version"_L1), QJsonValue(1));
    QCOMPARE(created.object().value("is_builtin"_L1), QJsonValue(false));
    const Answer read = m_client->get(all + u'/' + created.text("id"_L1));
    QCOMPARE(read.object(), created.object());
    QCOMPARE(read.headers.value("etag"), created.headers.value("etag"));
    QVERIFY(!read.headers.value("etag").isEmpty());
    QCOMPARE(m_client->post(all + u"/%1/execute"_s.arg(created.text("id"_L1)), QJsonObject()).status, 409); // inactive
}

void TestServerWorkflows::anUpdateChangesTheMembersGivenOnly()
{
    const Answer created = m_client->post(all, named(u"changed"_s, {{"x_unknown"_L1, 7}}));
    const QString path = all + u'/' + created.text("id"_L1);
    const Answer changed = m_client->send("PUT", path, QJsonObject{{"description"_L1, u"new"_s}, {"is_active"_L1, false}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.object().value("version"_L1), QJsonValue(2));
    QCOMPARE(changed.text("description"_L1), u"new"_s);
    QCOMPARE(changed.object().value("x_unknown"_L1), QJsonValue(7));
    QCOMPARE(changed.object().value("is_active"_L1), QJsonValue(false));
    QCOMPARE(changed.object().value("steps"_L1).toArray(), oneStep());
    QCOMPARE(changed.object().value("created_at"_L1), created.object().value("created_at"_L1));
    QCOMPARE(m_client->get(path).object(), changed.object());
    const Answer foreign = m_client->send("PUT", path, QJsonObject{{"id"_L1, u"other"_s}, {"version"_L1, 99}, {"is_builtin"_L1, true}});
    QCOMPARE(foreign.text("id"_L1), created.text("id"_L1));
    QCOMPARE(foreign.object().value("version"_L1), QJsonValue(3));
    QCOMPARE(foreign.object().value("is_builtin"_L1), QJsonValue(false));
    const Answer wrong = m_client->send("PUT", path, QJsonObject{{"steps"_L1, QJsonArray()}});
    QCOMPARE(wrong.status, 400);
    QVERIFY(wrong.text("detail"_L1).startsWith(u"Invalid workflow steps: "_s));
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"name"_L1, QString(101, u'x')}}).status, 422);
    QCOMPARE(m_client->get(path).object(), foreign.object());
}

void TestServerWorkflows::aChangeOfSomethingElseIsRefused()
{
    const Answer created = m_client->post(all, named(u"two people"_s));
    const QString path = all + u'/' + created.text("id"_L1);
    const QByteArray seen = created.headers.value("etag");
    const Answer first = m_client->send("PUT", path, QJsonObject{{"description"_L1, u"a"_s}}, {{"If-Match", seen}});
    QCOMPARE(first.status, 200);
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"description"_L1, u"b"_s}}, {{"If-Match", seen}}).status, 412);
    QCOMPARE(m_client->get(path).text("description"_L1), u"a"_s);
    const QByteArray now = first.headers.value("etag");
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"description"_L1, u"c"_s}}, {{"If-Match", now}}).status, 200);
}

void TestServerWorkflows::aDeletedWorkflowIsGone()
{
    const QString path = all + u'/' + m_client->post(all, named(u"gone"_s)).text("id"_L1);
    const Answer deleted = m_client->send("DELETE", path);
    QCOMPARE(deleted.status, 204);
    QVERIFY(deleted.body.isEmpty());
    QCOMPARE(m_client->get(path).status, 404);
    QCOMPARE(m_client->send("DELETE", path).status, 404);
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"description"_L1, u"x"_s}}).status, 404);
    QCOMPARE(m_client->post(path + u"/execute"_s, QJsonObject()).status, 404);
    QCOMPARE(m_client->post(all, named(u"gone"_s)).status, 201); // the name is free again
}

void TestServerWorkflows::builtInsRefuseChanges()
{
    const QJsonObject builtin = m_client->get(all).json.toArray().first().toObject();
    QVERIFY(builtin.value("is_builtin"_L1).toBool());
    const QString path = all + u'/' + builtin.value("id"_L1).toString();
    QCOMPARE(m_client->send("PUT", path, QJsonObject{{"description"_L1, u"mine"_s}}).status, 403);
    QCOMPARE(m_client->send("DELETE", path).status, 403);
    QCOMPARE(m_client->get(path).object(), builtin);
    QCOMPARE(m_client->post(all, named(builtin.value("name"_L1).toString())).status, 409);
}

void TestServerWorkflows::wrongDefinitionsAreRefusedInWords_data()
{
    QTest::addColumn<QJsonObject>("definition");
    QTest::addColumn<QString>("word");
    const auto steps = [](const QJsonValue &value) { return QJsonObject{{"name"_L1, u"wrong"_s}, {"steps"_L1, value}}; };
    const QJsonObject tool = oneStep().first().toObject();
    QTest::newRow("no steps") << steps(QJsonArray()) << u"step"_s;
    QTest::newRow("steps are a text") << steps(u"all"_s) << u"step"_s;
    QTest::newRow("a step is a number") << steps(QJsonArray{5}) << u"id"_s;
    QJsonObject longId = tool;
    longId.insert("id"_L1, QString(201, u'x'));
    QTest::newRow("an id without end") << steps(QJsonArray{longId}) << u"too long"_s;
    QTest::newRow("twice the same id") << steps(QJsonArray{tool, tool}) << u"sum"_s;
    QTest::newRow("unknown kind") << steps(QJsonArray{QJsonObject{{"id"_L1, u"a"_s}, {"type"_L1, u"teleport"_s}}}) << u"teleport"_s;
    QTest::newRow("guardrails") << named(u"wrong"_s, {{"guardrails"_L1, QJsonObject{{"request_limit"_L1, u"many"_s}}}})
                                << u"request_limit"_s;
    QTest::newRow("negative guardrail") << named(u"wrong"_s, {{"guardrails"_L1, QJsonObject{{"timeout_seconds"_L1, -1}}}})
                                        << u"timeout_seconds"_s;
    QTest::newRow("activity") << named(u"wrong"_s, {{"is_active"_L1, u"yes"_s}}) << u"is_active"_s;
    QJsonObject nested = tool;
    for (int i = 0; i < 20; ++i)
        nested = {{"id"_L1, u"p%1"_s.arg(i)}, {"type"_L1, u"parallel"_s}, {"parallel_steps"_L1, QJsonArray{nested}}};
    QTest::newRow("nested too deeply") << steps(QJsonArray{nested}) << u"nested"_s;
    QJsonArray many;
    for (int i = 0; i < 65; ++i) {
        QJsonObject one = tool;
        one.insert("id"_L1, u"s%1"_s.arg(i));
        many.append(one);
    }
    QTest::newRow("too many at once") << steps(QJsonArray{QJsonObject{
                                             {"id"_L1, u"all_at_once"_s}, {"type"_L1, u"parallel"_s}, {"parallel_steps"_L1, many}}})
                                      << u"all_at_once"_s;
}

void TestServerWorkflows::wrongDefinitionsAreRefusedInWords()
{
    QFETCH(QJsonObject, definition);
    QFETCH(QString, word);
    const Answer answer = m_client->post(all, definition);
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.text("detail"_L1).startsWith(u"Invalid workflow definition: "_s));
    QVERIFY2(answer.text("detail"_L1).contains(word), qUtf8Printable(answer.text("detail"_L1)));
}

QTEST_GUILESS_MAIN(TestServerWorkflows)
#include "tst_serverworkflows.moc"
