// Programs of the user's as tools of an agent, in turns of a language model: what is asked before one starts, and who may say yes.
#include "server_client.h"
#include "support/scriptedmodel.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk::test;

namespace {

const QByteArray secret = "very-secret/\"token\"";

bool isAlive(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (status.open(QIODevice::ReadOnly) && status.readAll().contains("\nState:\tZ"))
        return false;
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

// A local server with a language model that says what the test wants, and a tool server that notes what it is told.
class Desk
{
public:
    explicit Desk(const QStringList &options = {})
        : server(m_dir.filePath(u"data"_s))
    {
        if (!server.start(options))
            qFatal("the server does not start");
        client = std::make_unique<ServerClient>(server);
        const QJsonObject provider{{"name"_L1, u"scripted"_s},
                                   {"base_url"_L1, model.baseUrl().toString()},
                                   {"models"_L1, QJsonArray{u"small"_s}},
                                   {"needs_key"_L1, false}};
        client->send("PUT", u"/settings/providers"_s, QJsonArray{provider});
    }

    // Of the program's own tool of that name: echo, about, fail or hang. Returns the id.
    QString makeTool(const QString &name, const QString &onServer, const QJsonObject &more = {})
    {
        QJsonObject body{{"name"_L1, name},
                         {"entrypoint"_L1, u"m:f"_s},
                         {"description"_L1, u"Tells a lot."_s},
                         {"mcp_tool"_L1, onServer},
                         {"mcp_server"_L1, program()}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return client->post(u"/agents/tools"_s, body).text("id"_L1);
    }

    [[nodiscard]] QJsonObject program(const QStringList &more = {}) const
    {
        return {{"name"_L1, u"test"_s},
                {"command"_L1, QStringLiteral(DESK_MCP_TESTSERVER)},
                {"args"_L1, QJsonArray::fromStringList(QStringList{u"good"_s, m_dir.filePath(u"notes"_s)} + more)},
                {"env"_L1, QJsonObject{{"API_KEY"_L1, QString::fromUtf8(secret)}}},
                {"timeout_seconds"_L1, 20}};
    }

    Answer makeAgent(const QStringList &tools, const QString &name = u"own"_s)
    {
        return client->post(u"/agents/definitions"_s,
                            QJsonObject{{"name"_L1, name},
                                        {"model"_L1, u"small"_s},
                                        {"instructions"_L1, u"Be brief."_s},
                                        {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray::fromStringList(tools)}}}});
    }

    [[nodiscard]] std::unique_ptr<EventReader> ask(const QJsonObject &more = {}) const
    {
        QJsonObject body = more;
        body.insert("selected_agents"_L1, QJsonArray{u"own"_s});
        return std::make_unique<EventReader>(server, "POST", u"/chat/message/stream/agentic"_s, chatBody(u"Go on"_s, body));
    }

    // Asks the agent, whose model calls the tool, and waits until the person is asked.
    [[nodiscard]] std::unique_ptr<EventReader> askUntilPrompt() const
    {
        auto reader = ask();
        return reader->waitForEvent("prompt") ? std::move(reader) : nullptr;
    }

    Answer answer(const EventReader &reader, const QString &option, const QString &hash)
    {
        return client->post(u"/runs/%1/answer"_s.arg(runOf(reader)), QJsonObject{{"option_id"_L1, option}, {"arguments_hash"_L1, hash}});
    }
    Answer answer(const EventReader &reader, const QString &option) { return answer(reader, option, hashOf(reader)); }

    [[nodiscard]] static QString runOf(const EventReader &reader) { return reader.first("run_created").value("run_id"_L1).toString(); }
    [[nodiscard]] static QJsonObject askedBy(const EventReader &reader) { return reader.first("prompt").value("data"_L1).toObject(); }
    [[nodiscard]] static QString hashOf(const EventReader &reader) { return askedBy(reader).value("arguments_hash"_L1).toString(); }

    // What the program was told, and whether it ran at all.
    [[nodiscard]] QString notes() const
    {
        QFile file(m_dir.filePath(u"notes"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    // Of the last request to the language model: what it was told of the tool's result.
    [[nodiscard]] QString toldToModel() const
    {
        const QJsonArray messages = model.requests().constLast().body.value("messages"_L1).toArray();
        const QJsonObject last = messages.last().toObject();
        return last.value("role"_L1) == "tool"_L1 ? last.value("content"_L1).toString() : QString();
    }

private:
    QTemporaryDir m_dir;

public:
    ScriptedModel model;
    LocalServerProcess server;
    std::unique_ptr<ServerClient> client;
};

// In order, without what has no name here.
QList<QByteArray> typesOf(const EventReader &reader)
{
    QList<QByteArray> types;
    for (const auto &event : reader.events()) {
        if (event.type == "prompt" || event.type == "tool_start" || event.type == "tool_result" || event.type == "message_complete")
            types.append(event.type);
    }
    return types;
}

} // namespace

class TestServerApproval : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAgentMayNameAToolOfTheUsers();
    void theModelIsGivenTheToolsOfItsAgent();
    void aToolThatIsOffOrHasNoProgramIsNotGiven();
    void APPR_01_aCallSaysAllThatItWouldStart();
    void APPR_01_anApprovedProgramIsRun();
    void APPR_01_aRefusalIsToldToTheModel();
    void APPR_01_secretsOfTheProgramAppearNowhere();
    void APPR_02_anotherHashIsRefused();
    void APPR_02_aWordCountsOnce();
    void APPR_02_theSameCallIsAskedAgain();
    void APPR_02_aChangedToolCannotBeApproved();
    void APPR_02_whatIsNoAnswerIsRefused();
    void APPR_02_anAnswerAfterItsTimeIsRefused();
    void APPR_04_silenceRefuses();
    void APPR_04_aServerThatEndsRefuses();
    void APPR_04_aServerThatWasKilledStartsNothing();
    void cancellingEndsARunThatWaits();
    void cancellingEndsTheProgram();
    void aMessageIsNoAnswer();
    void aRunWithoutAConversationAsksInItsEvents();
    void LOC_15_aFinishedProgramIsNotStartedAgain();
    void APPR_01_anAgentWithinAWorkflowAsksTheExecution();
};

void TestServerApproval::anAgentMayNameAToolOfTheUsers()
{
    Desk desk;
    QVERIFY(!desk.makeTool(u"my_about"_s, u"about"_s).isEmpty());
    QCOMPARE(desk.makeAgent({u"my_about"_s, u"calculate"_s}).status, 201);
    const Answer refused = desk.makeAgent({u"nobodys"_s}, u"another"_s);
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.text("detail"_L1).contains(u"nobodys"_s));
    QVERIFY(desk.client->get(u"/capabilities"_s).body.contains("\"tool_approval\""));
}

void TestServerApproval::theModelIsGivenTheToolsOfItsAgent()
{
    Desk desk;
    const QJsonObject schema{{"type"_L1, u"object"_s}, {"properties"_L1, QJsonObject{{"days"_L1, QJsonObject{{"type"_L1, u"integer"_s}}}}}};
    desk.makeTool(u"forecast"_s, u"echo"_s, {{"schema"_L1, QJsonObject{{"input"_L1, schema}}}});
    desk.makeTool(u"plain"_s, u"echo"_s, {{"schema"_L1, schema}});
    desk.makeTool(u"free"_s, u"echo"_s, {{"schema"_L1, QJsonObject{{"anything"_L1, 1}}}});
    desk.makeTool(u"of_nobody"_s, u"echo"_s);
    QCOMPARE(desk.makeAgent({u"forecast"_s, u"plain"_s, u"free"_s}).status, 201);
    desk.model.addText({u"ok"_s});
    QVERIFY(desk.ask()->waitForEnd());
    QHash<QString, QJsonObject> offered;
    const QJsonArray tools = desk.model.requests().constFirst().body.value("tools"_L1).toArray();
    for (const QJsonValue &tool : tools)
        offered.insert(tool["function"_L1]["name"_L1].toString(), tool["function"_L1].toObject());
    QCOMPARE(offered.size(), 3);
    QCOMPARE(offered.value(u"forecast"_s).value("parameters"_L1).toObject(), schema);
    QCOMPARE(offered.value(u"forecast"_s).value("description"_L1).toString(), u"Tells a lot."_s);
    QCOMPARE(offered.value(u"plain"_s).value("parameters"_L1).toObject(), schema);
    QCOMPARE(offered.value(u"free"_s).value("parameters"_L1).toObject(), (QJsonObject{{"type"_L1, u"object"_s}}));
    QVERIFY(desk.ask({{"enabled_tools"_L1, QJsonArray{u"plain"_s}}})->waitForEnd()); // the person lets it have one only
    QCOMPARE(desk.model.requests().constLast().body.value("tools"_L1).toArray().size(), 1);
}

void TestServerApproval::aToolThatIsOffOrHasNoProgramIsNotGiven()
{
    Desk desk;
    desk.makeTool(u"off"_s, u"echo"_s, {{"is_active"_L1, false}});
    desk.makeTool(u"entry"_s, u"echo"_s, {{"mcp_server"_L1, QJsonValue::Null}});
    QCOMPARE(desk.makeAgent({u"off"_s, u"entry"_s}).status, 201);
    desk.model.addToolCall(u"off"_s, {});
    desk.model.addText({u"ok"_s});
    const auto reader = desk.ask();
    QVERIFY(reader->waitForEnd());
    QVERIFY(!desk.model.requests().constFirst().body.contains("tools"_L1));
    QVERIFY(reader->first("prompt").isEmpty());
    const QString warning = reader->first("error").value("message"_L1).toString();
    QVERIFY2(warning.contains(u"entry"_s), qUtf8Printable(warning));
    QCOMPARE(desk.notes(), QString());
}

void TestServerApproval::APPR_01_aCallSaysAllThatItWouldStart()
{
    Desk desk;
    const QJsonObject program = desk.program({u"a \"b\" c"_s});
    desk.makeTool(u"my_about"_s, u"about"_s, {{"mcp_server"_L1, program}});
    desk.makeAgent({u"my_about"_s});
    const QJsonObject arguments{{"city"_L1, u"<b>Köln</b>\n"_s}, {"many"_L1, qint64(9007199254740993)}};
    desk.model.addToolCall(u"my_about"_s, arguments);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    const QJsonObject asked = Desk::askedBy(*reader);
    QCOMPARE(asked.value("prompt_type"_L1).toString(), u"choice"_s);
    QCOMPARE(asked.value("option_ids"_L1).toArray(), (QJsonArray{u"approve"_s, u"refuse"_s}));
    QCOMPARE(asked.value("options"_L1).toArray().size(), 2);
    QCOMPARE(asked.value("default"_L1), asked.value("options"_L1).toArray().at(1));
    QCOMPARE(asked.value("tool_name"_L1).toString(), u"my_about"_s);
    QCOMPARE(asked.value("program"_L1).toString(), QStringLiteral(DESK_MCP_TESTSERVER));
    QCOMPARE(asked.value("program_arguments"_L1), program.value("args"_L1));
    QCOMPARE(asked.value("environment"_L1).toArray(), QJsonArray{u"API_KEY"_s});
    QCOMPARE(asked.value("arguments"_L1).toObject(), arguments);
    QCOMPARE(Desk::hashOf(*reader).size(), 64);
    const QDateTime expires = QDateTime::fromString(asked.value("expires_at"_L1).toString(), Qt::ISODateWithMs);
    QVERIFY(before.secsTo(expires) >= 595 && before.secsTo(expires) <= 660);
    const QString words = reader->first("prompt").value("message"_L1).toString();
    for (const QString &word :
         {u"own"_s, u"my_about"_s, QStringLiteral(DESK_MCP_TESTSERVER), u"\"a \\\"b\\\" c\""_s, u"API_KEY"_s, u"Köln"_s})
        QVERIFY2(words.contains(word), qUtf8Printable(words));
    QCOMPARE(typesOf(*reader), QList<QByteArray>{"prompt"});
    QCOMPARE(desk.notes(), QString());
    QCOMPARE(desk.client->get(u"/runs/"_s + Desk::runOf(*reader)).text("status"_L1), u"running"_s);
}

void TestServerApproval::APPR_01_anApprovedProgramIsRun()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    const QJsonObject arguments{{"text"_L1, u"Grüße"_s}};
    desk.model.addToolCall(u"my_echo"_s, arguments);
    desk.model.addText({u"It is "_s, u"done."_s});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    const Answer taken = desk.answer(*reader, u"approve"_s);
    QCOMPARE(taken.status, 202);
    QCOMPARE(taken.text("run_id"_L1), Desk::runOf(*reader));
    QVERIFY(reader->waitForEnd());
    QCOMPARE(typesOf(*reader), (QList<QByteArray>{"prompt", "tool_start", "tool_result", "message_complete"}));
    const QJsonObject result = reader->first("tool_result").value("data"_L1).toObject();
    QCOMPARE(result.value("result"_L1)["structuredContent"_L1].toObject(), arguments);
    QCOMPARE(result.value("success"_L1), QJsonValue(true));
    QVERIFY(desk.toldToModel().contains(u"Grüße"_s));
    QVERIFY(desk.notes().contains(u"tools/call"_s));
    const QString conversation = reader->first("message_complete").value("conversation_id"_L1).toString();
    const QByteArray kept = desk.client->get(u"/conversations/%1/messages"_s.arg(conversation)).body;
    QVERIFY(kept.contains("\"It is done.\"")); // and not what was asked in between
}

void TestServerApproval::APPR_01_aRefusalIsToldToTheModel()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {});
    desk.model.addText({u"Then not."_s});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    QCOMPARE(desk.answer(*reader, u"refuse"_s).status, 202);
    QVERIFY(reader->waitForEnd());
    QCOMPARE(typesOf(*reader), (QList<QByteArray>{"prompt", "tool_start", "tool_result", "message_complete"}));
    QCOMPARE(reader->first("tool_result").value("data"_L1)["success"_L1], QJsonValue(false));
    QVERIFY2(desk.toldToModel().contains(u"refused"_s), qUtf8Printable(desk.toldToModel()));
    QCOMPARE(reader->text(), u"Then not."_s);
    QCOMPARE(desk.notes(), QString());
}

// The tool "about" answers with the whole environment of its program.
void TestServerApproval::APPR_01_secretsOfTheProgramAppearNowhere()
{
    Desk desk;
    QJsonObject program = desk.program();
    QJsonObject variables = program.value("env"_L1).toObject();
    variables.insert("UNITS"_L1, u"celsius"_s);
    program.insert("env"_L1, variables);
    desk.makeTool(u"my_about"_s, u"about"_s, {{"mcp_server"_L1, program}});
    desk.makeAgent({u"my_about"_s});
    desk.model.addToolCall(u"my_about"_s, {});
    desk.model.addText({u"ok"_s});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    QCOMPARE(desk.answer(*reader, u"approve"_s).status, 202);
    QVERIFY(reader->waitForEnd());
    QVERIFY(reader->body().contains("API_KEY=[redacted]")); // it was there
    QVERIFY(reader->body().contains("UNITS=celsius"));      // an ordinary word
    QVERIFY(desk.toldToModel().contains(u"API_KEY=[redacted]"_s));
    const QString run = Desk::runOf(*reader);
    const QString conversation = reader->first("message_complete").value("conversation_id"_L1).toString();
    for (const QByteArray &text : {reader->body(), desk.client->get(u"/runs/"_s + run).body, desk.client->get(u"/runs"_s).body,
                                   desk.client->get(u"/conversations/%1/messages"_s.arg(conversation)).body, desk.toldToModel().toUtf8(),
                                   desk.server.standardError()})
        QVERIFY2(!text.contains("very-secret"), text.constData());
}

void TestServerApproval::APPR_02_anotherHashIsRefused()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {{u"sum"_s, 10}});
    desk.model.addText({u"ok"_s});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    for (const QString &hash : {QString(), QString(64, u'0'), Desk::hashOf(*reader).toUpper() + u' '}) {
        const Answer refused = desk.answer(*reader, u"approve"_s, hash);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.text("code"_L1), u"other_call"_s);
        QVERIFY(!refused.text("detail"_L1).isEmpty());
    }
    QCOMPARE(desk.notes(), QString());
    QCOMPARE(desk.answer(*reader, u"approve"_s).status, 202); // it still waits
    QVERIFY(reader->waitForEnd());
    QVERIFY(!desk.notes().isEmpty());
}

void TestServerApproval::APPR_02_aWordCountsOnce()
{
    Desk desk;
    desk.makeTool(u"my_hang"_s, u"hang"_s);
    desk.makeAgent({u"my_hang"_s});
    desk.model.addToolCall(u"my_hang"_s, {});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    QCOMPARE(desk.answer(*reader, u"approve"_s).status, 202);
    for (const QString &option : {u"approve"_s, u"refuse"_s}) {
        const Answer again = desk.answer(*reader, option);
        QCOMPARE(again.status, 409);
        QCOMPARE(again.text("code"_L1), u"already_answered"_s);
    }
    QTRY_VERIFY(desk.notes().contains(u"pid"_s)); // the first one counts
    QCOMPARE(desk.notes().count(u"initialize\n"_s), 1);
    QCOMPARE(desk.client->post(u"/runs/%1/cancel"_s.arg(Desk::runOf(*reader))).status, 202);
}

void TestServerApproval::APPR_02_theSameCallIsAskedAgain()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {}, u"call_1"_s);
    desk.model.addToolCall(u"my_echo"_s, {}, u"call_2"_s);
    desk.model.addText({u"ok"_s});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    const QString first = Desk::hashOf(*reader);
    QCOMPARE(desk.answer(*reader, u"approve"_s).status, 202);
    QVERIFY(reader->waitFor([](const EventReader &self) { return typesOf(self).count("prompt") == 2; }));
    QCOMPARE(desk.notes().count(u"tools/call"_s), 1);
    const Answer replayed = desk.answer(*reader, u"approve"_s, first);
    QCOMPARE(replayed.status, 409);
    QCOMPARE(replayed.text("code"_L1), u"already_answered"_s);
    const QString second = reader->data(reader->events().size() - 1).value("data"_L1)["arguments_hash"_L1].toString();
    QVERIFY(!second.isEmpty() && second != first);
    QCOMPARE(desk.answer(*reader, u"refuse"_s, second).status, 202);
    QVERIFY(reader->waitForEnd());
    QCOMPARE(desk.notes().count(u"tools/call"_s), 1);
}

void TestServerApproval::APPR_02_aChangedToolCannotBeApproved()
{
    Desk desk;
    const QString tool = u"/agents/tools/"_s + desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {});
    desk.model.addText({u"ok"_s});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    const QJsonObject before = desk.program();
    for (const QJsonObject &change : {QJsonObject{{"mcp_server"_L1, desk.program({u"--more"_s})}}, QJsonObject{{"mcp_tool"_L1, u"hang"_s}},
                                      QJsonObject{{"is_active"_L1, false}}, QJsonObject{{"description"_L1, u"other"_s}}}) {
        QCOMPARE(desk.client->send("PUT", tool, change).status, 200);
        const Answer refused = desk.answer(*reader, u"approve"_s);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.text("code"_L1), u"tool_changed"_s);
        const QJsonObject back{
            {"mcp_server"_L1, before}, {"mcp_tool"_L1, u"echo"_s}, {"is_active"_L1, true}, {"description"_L1, u"Tells a lot."_s}};
        QCOMPARE(desk.client->send("PUT", tool, back).status, 200);
    }
    QCOMPARE(desk.client->send("PUT", tool, QJsonObject{{"is_active"_L1, false}}).status, 200);
    QCOMPARE(desk.answer(*reader, u"refuse"_s).status, 202); // that is always possible
    QVERIFY(reader->waitForEnd());
    QCOMPARE(desk.notes(), QString());
}

void TestServerApproval::APPR_02_whatIsNoAnswerIsRefused()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    const QJsonObject good{{"option_id"_L1, u"approve"_s}, {"arguments_hash"_L1, u"00"_s}};
    QCOMPARE(desk.client->post(u"/runs/none/answer"_s, good).status, 404);
    desk.model.addText({u"ok"_s});
    const auto ended = desk.ask();
    QVERIFY(ended->waitForEnd());
    const Answer late = desk.answer(*ended, u"approve"_s, u"00"_s);
    QCOMPARE(late.status, 409);
    QCOMPARE(late.text("code"_L1), u"not_waiting"_s);
    desk.model.addToolCall(u"my_echo"_s, {});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    const QString path = u"/runs/%1/answer"_s.arg(Desk::runOf(*reader));
    const QString hash = Desk::hashOf(*reader);
    for (const QJsonValue &option : {QJsonValue(u"always"_s), QJsonValue(u"Approve"_s), QJsonValue(true), QJsonValue()})
        QCOMPARE(desk.client->post(path, QJsonObject{{"option_id"_L1, option}, {"arguments_hash"_L1, hash}}).status, 422);
    QCOMPARE(desk.client->post(path, QJsonObject{{"option_id"_L1, u"approve"_s}}).status, 422);
    QCOMPARE(desk.client->post(path, QJsonObject{}).status, 422);
    QCOMPARE(desk.notes(), QString());
}

void TestServerApproval::APPR_02_anAnswerAfterItsTimeIsRefused()
{
    Desk desk({u"--approval-ms"_s, u"200"_s});
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {});
    ModelScript silent;
    silent.noResponse = true;
    silent.end = ModelScript::End::Stall;
    desk.model.add(silent);
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    QVERIFY(reader->waitForEvent("tool_result"));
    const Answer late = desk.answer(*reader, u"approve"_s);
    QCOMPARE(late.status, 409);
    QCOMPARE(late.text("code"_L1), u"approval_expired"_s);
    QCOMPARE(desk.notes(), QString());
}

void TestServerApproval::APPR_04_silenceRefuses()
{
    Desk desk({u"--approval-ms"_s, u"200"_s});
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {});
    desk.model.addText({u"Nobody was there."_s});
    const auto reader = desk.ask();
    QVERIFY(reader->waitForEnd());
    QCOMPARE(typesOf(*reader), (QList<QByteArray>{"prompt", "tool_start", "tool_result", "message_complete"}));
    QVERIFY2(desk.toldToModel().contains(u"in time"_s), qUtf8Printable(desk.toldToModel()));
    QCOMPARE(reader->text(), u"Nobody was there."_s);
    QCOMPARE(desk.notes(), QString());
}

// Nobody can answer a server that takes no requests: it does not wait for it.
void TestServerApproval::APPR_04_aServerThatEndsRefuses()
{
    Desk desk({u"--parent-watch"_s});
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {});
    desk.model.addText({u"Then not."_s});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    desk.server.closeInput();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.server.isRunning(), 20'000);
    LocalServerProcess next(desk.server.dataFolder());
    QVERIFY(next.start());
    const Answer run = ServerClient(next).get(u"/runs/"_s + Desk::runOf(*reader));
    QCOMPARE(run.text("status"_L1), u"succeeded"_s);
    QCOMPARE(run.object().value("output"_L1)["result"_L1].toString(), u"Then not."_s);
    QVERIFY2(desk.toldToModel().contains(u"refused"_s), qUtf8Printable(desk.toldToModel()));
    QCOMPARE(desk.notes(), QString());
}

void TestServerApproval::APPR_04_aServerThatWasKilledStartsNothing()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    desk.server.kill();
    LocalServerProcess next(desk.server.dataFolder());
    QVERIFY(next.start());
    ServerClient client(next);
    const QString path = u"/runs/"_s + Desk::runOf(*reader);
    const Answer run = client.get(path);
    QCOMPARE(run.text("status"_L1), u"failed"_s);
    QCOMPARE(run.object().value("output"_L1)["error_type"_L1].toString(), u"interrupted"_s);
    const Answer late =
        client.post(path + u"/answer"_s, QJsonObject{{"option_id"_L1, u"approve"_s}, {"arguments_hash"_L1, Desk::hashOf(*reader)}});
    QCOMPARE(late.status, 409);
    QCOMPARE(late.text("code"_L1), u"not_waiting"_s);
    QCOMPARE(desk.notes(), QString());
}

void TestServerApproval::cancellingEndsARunThatWaits()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    const QString run = u"/runs/"_s + Desk::runOf(*reader);
    QCOMPARE(desk.client->post(run + u"/cancel"_s).status, 202);
    QVERIFY(reader->waitForEnd());
    QCOMPARE(desk.client->get(run).text("status"_L1), u"cancelled"_s);
    const Answer late = desk.answer(*reader, u"approve"_s);
    QCOMPARE(late.status, 409);
    QCOMPARE(late.text("code"_L1), u"not_waiting"_s);
    QCOMPARE(typesOf(*reader), QList<QByteArray>{"prompt"});
    QCOMPARE(desk.notes(), QString());
}

void TestServerApproval::cancellingEndsTheProgram()
{
    Desk desk;
    desk.makeTool(u"my_hang"_s, u"hang"_s);
    desk.makeAgent({u"my_hang"_s});
    desk.model.addToolCall(u"my_hang"_s, {});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    QCOMPARE(desk.answer(*reader, u"approve"_s).status, 202);
    QTRY_VERIFY(desk.notes().contains(u"pid "_s));
    const qint64 pid = desk.notes().section(u"pid "_s, 1).section(u'\n', 0, 0).toLongLong();
    QVERIFY(pid > 0 && isAlive(pid));
    QCOMPARE(desk.client->post(u"/runs/%1/cancel"_s.arg(Desk::runOf(*reader))).status, 202);
    QVERIFY(reader->waitForEnd());
    QTRY_VERIFY(!isAlive(pid));
}

void TestServerApproval::aMessageIsNoAnswer()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {});
    desk.model.addText({u"ok"_s});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    const QString conversation = reader->first("run_created").value("conversation_id"_L1).toString();
    const QString yes = Desk::askedBy(*reader).value("options"_L1).toArray().at(0).toString();
    const Answer message =
        desk.client->post(u"/chat/message/stream/agentic"_s, QJsonObject{{"message"_L1, yes}, {"conversation_id"_L1, conversation}});
    QCOMPARE(message.status, 409);
    QCOMPARE(desk.notes(), QString());
    QCOMPARE(desk.answer(*reader, u"refuse"_s).status, 202); // it still waits
    QVERIFY(reader->waitForEnd());
    QCOMPARE(desk.notes(), QString());
}

void TestServerApproval::aRunWithoutAConversationAsksInItsEvents()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {{u"text"_s, QString(1000, u'x')}});
    desk.model.addText({u"ok"_s});
    const QJsonObject body{{"agent_name"_L1, u"own"_s}, {"input"_L1, QJsonObject{{"prompt"_L1, u"Go on"_s}}}};
    const QString run = u"/runs/"_s + desk.client->post(u"/runs"_s, body).text("id"_L1);
    QJsonObject asked;
    const auto isAsked = [&] {
        const QJsonArray events = desk.client->get(run).object().value("events"_L1).toArray();
        for (const QJsonValue &event : events) {
            if (event["type"_L1] == "prompt"_L1)
                asked = event["data"_L1].toObject();
        }
        return !asked.isEmpty();
    };
    QTRY_VERIFY(isAsked());
    QCOMPARE(asked.value("arguments"_L1)["text"_L1].toString().size(), 1000);
    const QJsonObject yes{{"option_id"_L1, u"approve"_s}, {"arguments_hash"_L1, asked.value("arguments_hash"_L1)}};
    QCOMPARE(desk.client->post(run + u"/answer"_s, yes).status, 202);
    QTRY_COMPARE(desk.client->get(run).text("status"_L1), u"succeeded"_s);
    QVERIFY(desk.notes().contains(u"tools/call"_s));
}

void TestServerApproval::LOC_15_aFinishedProgramIsNotStartedAgain()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {{u"text"_s, u"once"_s}});
    desk.model.addError(400, u"no"_s);
    desk.model.addToolCall(u"my_echo"_s, {{u"text"_s, u"once"_s}});
    desk.model.addText({u"ok"_s});
    const auto reader = desk.askUntilPrompt();
    QVERIFY(reader);
    QCOMPARE(desk.answer(*reader, u"approve"_s).status, 202);
    QVERIFY(reader->waitForEnd());
    QCOMPARE(desk.notes().count(u"tools/call"_s), 1);
    const Answer next = desk.client->post(u"/runs/%1/retry"_s.arg(Desk::runOf(*reader)));
    QCOMPARE(next.status, 202);
    QTRY_COMPARE(desk.client->get(u"/runs/"_s + next.text("id"_L1)).text("status"_L1), u"succeeded"_s);
    QVERIFY(desk.toldToModel().contains(u"once"_s));
    QCOMPARE(desk.notes().count(u"tools/call"_s), 1);
}

void TestServerApproval::APPR_01_anAgentWithinAWorkflowAsksTheExecution()
{
    Desk desk;
    desk.makeTool(u"my_echo"_s, u"echo"_s);
    desk.makeAgent({u"my_echo"_s});
    desk.model.addToolCall(u"my_echo"_s, {{u"text"_s, u"within"_s}});
    desk.model.addText({u"It is done."_s});
    const QJsonObject step{{"id"_L1, u"ask"_s}, {"type"_L1, u"agent"_s}, {"agent"_L1, u"own"_s}, {"agent_prompt"_L1, u"Do $.input.what"_s}};
    const QString workflow =
        desk.client->post(u"/agents/workflows"_s, QJsonObject{{"name"_L1, u"w"_s}, {"steps"_L1, QJsonArray{step}}}).text("id"_L1);
    const Answer started = desk.client->post(u"/agents/workflows/%1/execute"_s.arg(workflow),
                                             QJsonObject{{"input_data"_L1, QJsonObject{{"what"_L1, u"it"_s}}}});
    const QString path = u"/agents/workflows/executions/"_s + started.text("id"_L1);
    QTRY_COMPARE(desk.client->get(path).text("status"_L1), u"awaiting_human"_s);
    const QJsonObject asked = desk.client->get(path).object().value("approval"_L1).toObject();
    QCOMPARE(asked.value("tool_name"_L1).toString(), u"my_echo"_s);
    QCOMPARE(asked.value("arguments"_L1)["text"_L1].toString(), u"within"_s);
    QCOMPARE(desk.notes(), QString());
    const QJsonObject yes{{"option_id"_L1, u"approve"_s}, {"arguments_hash"_L1, asked.value("arguments_hash"_L1)}};
    QCOMPARE(desk.client->post(path + u"/approve"_s, yes).status, 200);
    QCOMPARE(desk.client->post(path + u"/approve"_s, yes).status, 409);
    QTRY_COMPARE(desk.client->get(path).text("status"_L1), u"completed"_s);
    QCOMPARE(desk.notes().count(u"tools/call"_s), 1);
    const QJsonObject done = desk.client->get(path).object();
    QCOMPARE(done.value("step_outputs"_L1)["ask"_L1]["result"_L1].toString(), u"It is done."_s);
    QCOMPARE(done.value("usage_tool_calls"_L1), QJsonValue(1));
}

QTEST_GUILESS_MAIN(TestServerApproval)
#include "tst_serverapproval.moc"
