#include "localserver/tst_enginekit.h"
#include "support/scriptedmodel.h"

#include "localserver/engine/modelturn.h"
#include "localserver/model/chatclient.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace enginekit;
using desk::test::ModelScript;
using desk::test::ScriptedModel;

class TestModelTurns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void streamsText();
    void sendsWhatTheModelNeeds();
    void CH_28_temperatureLengthAndToolsReachTheModel();
    void CH_26_aModelIsOfferedTheSearchOnlyWhileItIsOn();
    void CH_70_tokensOfEveryRoundAreCounted();
    void CH_70_aCountBeyondAllSenseIsNone();
    void CH_70_aRoundThatIsNotCountedLeavesTheSumUnknown();
    void CH_70_anEndpointThatCannotCountIsAskedWithoutIt();
    void runsTools();
    void citesSearchResults();
    void usesStoredToolOutputs();
    void separatesThoughts();
    void refusals_data();
    void refusals();
    void refusedConnection();
    void closedBeforeAnswer();
    void stallsBeforeAndInside();
    void cutKeepsTheText();
    void garbage_data();
    void garbage();
    void plainJsonAnswerWorks();
    void redirectIsNotFollowed();
    void stopsRepeatedCalls();
    void stopsAfterTenRounds();
    void tellsTheModelOfBadCalls_data();
    void tellsTheModelOfBadCalls();
    void modelWithoutToolsStillAnswers();
    void cancelsWhileWaiting();
    void warnsOfPlainHttp();

private:
    TurnRequest request(const ScriptedModel &model, const QString &prompt, const QList<EngineFile> &files = {});
    TurnOutcome counted(const QByteArray &first, const QByteArray &second);
    Folder m_folder;
    Engine m_engine{EngineOptions{{}, 0, {2000, 400, 400}}};
};

TurnRequest TestModelTurns::request(const ScriptedModel &model, const QString &prompt, const QList<EngineFile> &files)
{
    TurnRequest out = question(prompt, files);
    ModelEndpoint endpoint;
    endpoint.provider.name = u"test"_s;
    endpoint.provider.baseUrl = model.baseUrl();
    endpoint.model = u"small"_s;
    endpoint.key = "secret-key-123";
    out.model = endpoint;
    return out;
}

void TestModelTurns::streamsText()
{
    ScriptedModel model;
    model.addText({u"Hel"_s, u"lo "_s, u"wörld"_s});
    const Heard heard = runTurn(m_engine, request(model, u"Hi"_s));
    QVERIFY2(heard.outcomes.first().status == RunStatus::Succeeded, qPrintable(heard.outcomes.first().error));
    QCOMPARE(heard.outcomes.first().text, u"Hello wörld"_s);
    QCOMPARE(heard.all<ContentDelta>().size(), 3);
    QCOMPARE(heard.all<AgentFinished>().size(), 1);
    QCOMPARE(heard.all<RoutingDecision>().size(), 1);
    QCOMPARE(model.requests().size(), 1);
}

void TestModelTurns::sendsWhatTheModelNeeds()
{
    ScriptedModel model;
    model.addText({u"ok"_s});
    TurnRequest wanted = request(model, u"And now?"_s, {sales()});
    for (int i = 0; i < 30; ++i)
        wanted.history.append({i % 2 == 0 ? Role::User : Role::Assistant, u"message %1"_s.arg(i)});
    const Heard heard = runTurn(m_engine, wanted);
    QCOMPARE(heard.outcomes.size(), 1);
    QCOMPARE(model.requests().size(), 1);
    const ScriptedModel::Request &sent = model.requests().first();
    QCOMPARE(sent.path, "/v1/chat/completions");
    QCOMPARE(sent.headers.value("authorization"), "Bearer secret-key-123");
    QCOMPARE(sent.headers.value("user-agent"), "agentdesk-localserver");
    QCOMPARE(sent.body.value("model"_L1).toString(), u"small"_s);
    QVERIFY(sent.body.value("stream"_L1).toBool());
    QCOMPARE(sent.body.value("tools"_L1).toArray().size(), 5);
    const QJsonArray messages = sent.body.value("messages"_L1).toArray();
    QCOMPARE(messages.size(), 22);
    QVERIFY(messages[0]["content"_L1].toString().contains("sales.csv"_L1));
    QCOMPARE(messages[1]["content"_L1].toString(), u"message 10"_s);
    QCOMPARE(messages[21]["content"_L1].toString(), u"And now?"_s);
}

void TestModelTurns::CH_28_temperatureLengthAndToolsReachTheModel()
{
    ScriptedModel model;
    model.addToolCall(u"table_query"_s, {{u"sql"_s, u"SELECT 1"_s}}); // one that was not offered
    model.addText({u"ok"_s});
    TurnRequest wanted = request(model, u"Hi"_s, {sales()});
    wanted.options.temperature = 0.2;
    wanted.options.maxTokens = 500;
    wanted.options.tools = QStringList{u"calculate"_s};
    const Heard heard = runTurn(m_engine, wanted);
    QCOMPARE(heard.outcomes.first().text, u"ok"_s);
    QVERIFY(heard.outcomes.first().toolCalls.isEmpty());
    for (const ScriptedModel::Request &sent : model.requests()) {
        QCOMPARE(sent.body.value("temperature"_L1).toDouble(), 0.2);
        QCOMPARE(sent.body.value("max_tokens"_L1).toInt(), 500);
        QCOMPARE(sent.body.value("tools"_L1).toArray().size(), 1);
    }
    model.addText({u"ok"_s});
    runTurn(m_engine, request(model, u"Hi"_s)); // as the model does
    QVERIFY(!model.requests().last().body.contains("temperature"_L1) && !model.requests().last().body.contains("max_tokens"_L1));
}

void TestModelTurns::CH_26_aModelIsOfferedTheSearchOnlyWhileItIsOn()
{
    const auto offered = [this](bool search) {
        ScriptedModel model;
        model.addText({u"ok"_s});
        TurnRequest wanted = request(model, u"Hi"_s, {sales()});
        wanted.options.searchesDocuments = search;
        runTurn(m_engine, wanted);
        QStringList names;
        const QJsonArray tools = model.requests().value(0).body.value("tools"_L1).toArray();
        for (const QJsonValue &tool : tools)
            names << tool.toObject().value("function"_L1).toObject().value("name"_L1).toString();
        return names;
    };
    const QStringList on = offered(true);
    const QStringList off = offered(false);
    QVERIFY(on.contains(u"document_search"_s));
    QVERIFY(!off.contains(u"document_search"_s) && off.contains(u"read_file"_s));
    QCOMPARE(off.size(), on.size() - 1);
}

void TestModelTurns::CH_70_tokensOfEveryRoundAreCounted()
{
    const auto usage = [](int prompt, int completion) {
        const QJsonObject counted{{u"prompt_tokens"_s, prompt}, {u"completion_tokens"_s, completion}};
        const QJsonObject chunk{{u"choices"_s, QJsonArray()}, {u"usage"_s, counted}};
        return "data: " + QJsonDocument(chunk).toJson(QJsonDocument::Compact) + "\n\n";
    };
    const QJsonObject call{{u"index"_s, 0},
                           {u"id"_s, u"call_1"_s},
                           {u"type"_s, u"function"_s},
                           {u"function"_s, QJsonObject{{u"name"_s, u"calculate"_s}, {u"arguments"_s, u"{\"expression\":\"1+1\"}"_s}}}};
    ScriptedModel model;
    ModelScript first;
    first.pieceDelayMs = 20;
    first.pieces = {ScriptedModel::delta({{u"tool_calls"_s, QJsonArray{call}}}), ScriptedModel::delta({}, u"tool_calls"_s), usage(10, 5),
                    ScriptedModel::done()};
    model.add(first);
    ModelScript second;
    second.pieceDelayMs = 20;
    second.pieces = {ScriptedModel::delta({{u"content"_s, u"It is "_s}}), ScriptedModel::delta({{u"content"_s, u"two."_s}}),
                     ScriptedModel::delta({}, u"stop"_s), usage(20, 7), ScriptedModel::done()};
    model.add(second);
    const Heard heard = runTurn(m_engine, request(model, u"What is 1+1?"_s));
    const TurnOutcome &outcome = heard.outcomes.first();
    QVERIFY2(outcome.status == RunStatus::Succeeded, qPrintable(outcome.error));
    QCOMPARE(outcome.facts.model, u"small"_s);
    QCOMPARE(outcome.facts.promptTokens, 30);
    QCOMPARE(outcome.facts.completionTokens, 12);
    QVERIFY(outcome.facts.writingMs >= 20);
    QCOMPARE(model.requests().size(), 2);
    for (const ScriptedModel::Request &sent : model.requests())
        QVERIFY(sent.body.value("stream_options"_L1).toObject().value("include_usage"_L1).toBool());
}

// A turn of two rounds; what the endpoint says of the tokens of each.
TurnOutcome TestModelTurns::counted(const QByteArray &first, const QByteArray &second)
{
    const QJsonObject call{{u"index"_s, 0},
                           {u"id"_s, u"call_1"_s},
                           {u"type"_s, u"function"_s},
                           {u"function"_s, QJsonObject{{u"name"_s, u"calculate"_s}, {u"arguments"_s, u"{\"expression\":\"1+1\"}"_s}}}};
    const auto usage = [](const QByteArray &tokens) { return "data: {\"choices\":[],\"usage\":{" + tokens + "}}\n\n"; };
    ScriptedModel model;
    ModelScript calls;
    calls.pieces = {ScriptedModel::delta({{u"tool_calls"_s, QJsonArray{call}}}), ScriptedModel::delta({}, u"tool_calls"_s), usage(first),
                    ScriptedModel::done()};
    model.add(calls);
    ModelScript answers;
    answers.pieces = {ScriptedModel::delta({{u"content"_s, u"Two."_s}}), ScriptedModel::delta({}, u"stop"_s), usage(second),
                      ScriptedModel::done()};
    model.add(answers);
    return runTurn(m_engine, request(model, u"What is 1+1?"_s)).outcomes.value(0);
}

void TestModelTurns::CH_70_aCountBeyondAllSenseIsNone()
{
    const QByteArray nonsense = R"("prompt_tokens":9000000000000000000,"completion_tokens":-9000000000000000000)";
    const TurnOutcome outcome = counted(nonsense, nonsense);
    QVERIFY2(outcome.status == RunStatus::Succeeded, qPrintable(outcome.error));
    QCOMPARE(outcome.text, u"Two."_s);
    QCOMPARE(outcome.facts.promptTokens, -1);
    QCOMPARE(outcome.facts.completionTokens, -1);
}

void TestModelTurns::CH_70_aRoundThatIsNotCountedLeavesTheSumUnknown()
{
    const QByteArray said = R"("prompt_tokens":20,"completion_tokens":7)";
    for (const TurnOutcome &outcome : {counted(said, {}), counted({}, said)}) {
        QVERIFY2(outcome.status == RunStatus::Succeeded, qPrintable(outcome.error));
        QCOMPARE(outcome.facts.promptTokens, -1);
        QCOMPARE(outcome.facts.completionTokens, -1);
    }
    QCOMPARE(counted(said, said).facts.completionTokens, 14);
}

void TestModelTurns::CH_70_anEndpointThatCannotCountIsAskedWithoutIt()
{
    ScriptedModel model;
    model.addError(400, u"Unrecognized request argument supplied: stream_options"_s);
    model.addText({u"ok"_s});
    const Heard heard = runTurn(m_engine, request(model, u"Hi"_s));
    QVERIFY2(heard.outcomes.first().status == RunStatus::Succeeded, qPrintable(heard.outcomes.first().error));
    QCOMPARE(heard.outcomes.first().text, u"ok"_s);
    QCOMPARE(heard.outcomes.first().facts.completionTokens, -1); // never guessed
    QVERIFY(!heard.outcomes.first().facts.tokensPerSecond());
    QVERIFY(heard.all<Warning>().isEmpty());
    QCOMPARE(model.requests().size(), 2);
    QVERIFY(!model.requests().at(1).body.contains("stream_options"_L1));
}

void TestModelTurns::runsTools()
{
    ScriptedModel model;
    model.addToolCall(u"table_query"_s, {{u"sql"_s, u"SELECT region, SUM(units) AS u FROM sales GROUP BY 1 ORDER BY 2 DESC"_s}});
    model.addText({u"East"_s, u" leads."_s});
    const Heard heard = runTurn(m_engine, request(model, u"Who leads?"_s, {sales()}));
    const TurnOutcome &outcome = heard.outcomes.first();
    QVERIFY2(outcome.status == RunStatus::Succeeded, qPrintable(outcome.error));
    QCOMPARE(outcome.text, u"East leads."_s);
    QCOMPARE(outcome.toolCalls.size(), 1);
    QVERIFY(outcome.toolCalls.first().success && outcome.toolCalls.first().finished);
    QCOMPARE(outcome.citations.value(0).filename, u"sales.csv"_s);
    QCOMPARE(model.requests().size(), 2);
    const QJsonArray messages = model.requests()[1].body.value("messages"_L1).toArray();
    QCOMPARE(messages[2]["tool_calls"_L1][0]["id"_L1].toString(), u"call_1"_s);
    QCOMPARE(messages[3]["role"_L1].toString(), u"tool"_s);
    QCOMPARE(messages[3]["tool_call_id"_L1].toString(), u"call_1"_s);
    QVERIFY(messages[3]["content"_L1].toString().contains("\"row_count\":4"_L1));
}

void TestModelTurns::citesSearchResults()
{
    ScriptedModel model;
    model.addToolCall(u"document_search"_s, {{u"query"_s, u"notice period"_s}});
    model.addText({u"Three months."_s});
    const Heard heard =
        runTurn(m_engine, request(model, u"How long?"_s, {m_folder.file(u"c.txt"_s, "Intro.\n\nThe notice period is three months.\n")}));
    QCOMPARE(heard.outcomes.first().citations.size(), 1);
    QCOMPARE(heard.outcomes.first().citations.first().page, 3);
    QCOMPARE(heard.outcomes.first().citations.first().quote, u"The notice period is three months."_s);
}

void TestModelTurns::usesStoredToolOutputs()
{
    ScriptedModel model;
    const QJsonObject input{{u"expression"_s, u"1+1"_s}};
    model.addToolCall(u"calculate"_s, input);
    model.addText({u"done"_s});
    TurnRequest wanted = request(model, u"1+1"_s);
    wanted.finishedToolCalls.insert(toolCallKey(u"calculate"_s, input), QJsonObject{{u"result"_s, u"stored"_s}});
    const Heard heard = runTurn(m_engine, wanted);
    QCOMPARE(heard.all<ToolFinished>().size(), 1);
    QCOMPARE(heard.all<ToolFinished>().first().output["result"_L1].toString(), u"stored"_s);
    QVERIFY(model.requests()[1].body.value("messages"_L1)[3]["content"_L1].toString().contains("stored"_L1));
}

void TestModelTurns::separatesThoughts()
{
    ScriptedModel model;
    model.addText({u"<thi"_s, u"nk>I wonder"_s, u" much</th"_s, u"ink>\n\nThe ans"_s, u"wer"_s});
    const Heard heard = runTurn(m_engine, request(model, u"?"_s));
    QCOMPARE(heard.outcomes.first().text, u"The answer"_s);
    const auto thoughts = heard.all<Thought>();
    QCOMPARE(thoughts.last().phase, u"model_reasoning"_s);
    QCOMPARE(thoughts.last().text, u"I wonder much"_s);
    QVERIFY(thoughts.last().partial);
    QCOMPARE(heard.outcomes.first().thoughts.last().text, u"I wonder much"_s);
}

void TestModelTurns::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("says");
    QTest::newRow("401") << 401 << u"model_refused"_s << u"refused the key"_s;
    QTest::newRow("403") << 403 << u"model_refused"_s << u"refused the key"_s;
    QTest::newRow("404") << 404 << u"model_unknown"_s << u"small"_s;
    QTest::newRow("429") << 429 << u"model_busy"_s << u"no more requests"_s;
    QTest::newRow("500") << 500 << u"model_error"_s << u"it broke"_s;
    QTest::newRow("503") << 503 << u"model_error"_s << u"it broke"_s;
    QTest::newRow("400") << 400 << u"model_error"_s << u"it broke"_s;
}

void TestModelTurns::refusals()
{
    QFETCH(int, status);
    QFETCH(QString, type);
    QFETCH(QString, says);
    ScriptedModel model;
    model.addError(status, u"it broke"_s);
    const Heard heard = runTurn(m_engine, request(model, u"Hi"_s));
    const TurnOutcome &outcome = heard.outcomes.first();
    QVERIFY(outcome.status == RunStatus::Failed);
    QCOMPARE(outcome.errorType, type);
    QVERIFY2(outcome.error.contains(says), qPrintable(outcome.error));
    QVERIFY(!outcome.error.contains("secret-key"_L1));
    QVERIFY(!QTest::qWaitFor([&model] { return model.requests().size() > 1; }, 50));
}

void TestModelTurns::refusedConnection()
{
    ScriptedModel model;
    model.close();
    const Heard heard = runTurn(m_engine, request(model, u"Hi"_s));
    QCOMPARE(heard.outcomes.first().errorType, u"model_unreachable"_s);
    QVERIFY2(heard.outcomes.first().error.contains("refused"_L1) && heard.outcomes.first().error.contains("Settings"_L1),
             qPrintable(heard.outcomes.first().error));
}

// Qt would send a rewindable body a second time here (M-2).
void TestModelTurns::closedBeforeAnswer()
{
    ScriptedModel model;
    ModelScript script;
    script.noResponse = true;
    model.add(script);
    const Heard heard = runTurn(m_engine, request(model, u"Hi"_s));
    QCOMPARE(heard.outcomes.first().errorType, u"model_unreachable"_s);
    QVERIFY(!QTest::qWaitFor([&model] { return model.requests().size() > 1; }, 100));
}

void TestModelTurns::stallsBeforeAndInside()
{
    ScriptedModel silent;
    ModelScript script;
    script.noResponse = true;
    script.end = ModelScript::End::Stall;
    silent.add(script);
    QElapsedTimer clock;
    clock.start();
    const Heard first = runTurn(m_engine, request(silent, u"Hi"_s));
    QVERIFY(first.outcomes.first().status == RunStatus::Timeout);
    QCOMPARE(first.outcomes.first().errorType, u"timeout"_s);
    QVERIFY(clock.elapsed() >= 350);

    ScriptedModel stalling;
    script.noResponse = false;
    script.pieces = {ScriptedModel::delta({{u"content"_s, u"Half an "_s}}), ScriptedModel::delta({{u"content"_s, u"answer"_s}})};
    stalling.add(script);
    const Heard second = runTurn(m_engine, request(stalling, u"Hi"_s));
    QVERIFY(second.outcomes.first().status == RunStatus::Timeout);
    QCOMPARE(second.outcomes.first().text, u"Half an answer"_s);
    QCOMPARE(silent.requests().size() + stalling.requests().size(), 2);
}

void TestModelTurns::cutKeepsTheText()
{
    for (const ModelScript::End end : {ModelScript::End::Cut, ModelScript::End::Close}) {
        ScriptedModel model;
        ModelScript script;
        script.pieces = {ScriptedModel::delta({{u"content"_s, u"Half an answer"_s}})};
        script.end = end;
        model.add(script);
        const Heard heard = runTurn(m_engine, request(model, u"Hi"_s));
        QVERIFY(heard.outcomes.first().status == RunStatus::Failed);
        QCOMPARE(heard.outcomes.first().errorType, u"model_protocol"_s);
        QCOMPARE(heard.outcomes.first().text, u"Half an answer"_s);
        QVERIFY(!QTest::qWaitFor([&model] { return model.requests().size() > 1; }, 50));
    }
}

void TestModelTurns::garbage_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no json") << QByteArray("text/event-stream") << QByteArray("data: {{{{\n\n");
    QTest::newRow("html") << QByteArray("text/html") << QByteArray("<html><body>Hello</body></html>");
    QTest::newRow("noise") << QByteArray("text/event-stream") << QByteArray("\x00\xff\xfe\x80garbage\n\n\x01", 15);
    QTest::newRow("json list") << QByteArray("text/event-stream") << QByteArray("data: [1,2]\n\n");
    QTest::newRow("other json") << QByteArray("application/json") << QByteArray("{\"hello\":1}");
    QTest::newRow("broken json") << QByteArray("application/json") << QByteArray("{\"choices\":[");
    QTest::newRow("nothing") << QByteArray("text/event-stream") << QByteArray();
    QTest::newRow("long noise") << QByteArray("text/event-stream") << QByteArray(2 * 1024 * 1024, 'x');
}

void TestModelTurns::garbage()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, bytes);
    ScriptedModel model;
    ModelScript script;
    script.contentType = type;
    script.pieces = {bytes};
    model.add(script);
    const Heard heard = runTurn(m_engine, request(model, u"Hi"_s));
    QVERIFY(heard.outcomes.first().status == RunStatus::Failed);
    QCOMPARE(heard.outcomes.first().errorType, u"model_protocol"_s);
    QVERIFY2(heard.outcomes.first().error.contains("OpenAI-compatible"_L1), qPrintable(heard.outcomes.first().error));
    QCOMPARE(model.requests().size(), 1);
}

void TestModelTurns::plainJsonAnswerWorks()
{
    ScriptedModel model;
    ModelScript script;
    script.contentType = "application/json";
    script.pieces = {R"({"choices":[{"message":{"role":"assistant","content":"At once"},"finish_reason":"stop"}]})"};
    model.add(script);
    QCOMPARE(runTurn(m_engine, request(model, u"Hi"_s)).outcomes.first().text, u"At once"_s);
}

void TestModelTurns::redirectIsNotFollowed()
{
    ScriptedModel other;
    other.addText({u"stolen"_s});
    ScriptedModel model;
    ModelScript script;
    script.status = 307;
    script.extraHeaders = "Location: " + other.baseUrl().toEncoded() + "/chat/completions\r\n";
    model.add(script);
    const Heard heard = runTurn(m_engine, request(model, u"Hi"_s));
    QVERIFY(heard.outcomes.first().status == RunStatus::Failed);
    QVERIFY(other.requests().isEmpty());
}

void TestModelTurns::stopsRepeatedCalls()
{
    ScriptedModel model;
    model.addToolCall(u"calculate"_s, {{u"expression"_s, u"1+1"_s}});
    const Heard heard = runTurn(m_engine, request(model, u"Loop"_s));
    QCOMPARE(heard.outcomes.first().errorType, u"repeated_call"_s);
    QCOMPARE(heard.all<ToolStarted>().size(), 2);
    QCOMPARE(model.requests().size(), 3);
}

void TestModelTurns::stopsAfterTenRounds()
{
    ScriptedModel model;
    for (int i = 0; i < 20; ++i)
        model.addToolCall(u"calculate"_s, {{u"expression"_s, u"1+%1"_s.arg(i)}});
    const Heard heard = runTurn(m_engine, request(model, u"Loop"_s));
    QCOMPARE(heard.outcomes.first().errorType, u"tool_limit"_s);
    QCOMPARE(heard.all<ToolStarted>().size(), ModelTurn::maxRounds);
}

void TestModelTurns::tellsTheModelOfBadCalls_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("broken") << u"{broken"_s;
    QTest::newRow("list") << u"[1]"_s;
    QTest::newRow("HTTP-17: a key twice") << uR"({"expression":"1+1","expression":"2+2"})"_s;
    QTest::newRow("HTTP-17: deep") << u"{\"expression\":"_s.repeated(129) + u"1"_s + u"}"_s.repeated(129);
    QTest::newRow("FI-13: a hundred thousand brackets") << u"["_s.repeated(100'000);
}

void TestModelTurns::tellsTheModelOfBadCalls()
{
    QFETCH(QString, arguments);
    ScriptedModel model;
    model.addToolCall(u"delete_everything"_s, {});
    ModelScript script;
    script.pieces = {ScriptedModel::delta(
                         {{u"tool_calls"_s, QJsonArray{QJsonObject{
                                                {u"index"_s, 0},
                                                {u"id"_s, u"x"_s},
                                                {u"function"_s, QJsonObject{{u"name"_s, u"calculate"_s}, {u"arguments"_s, arguments}}}}}}},
                         u"tool_calls"_s),
                     ScriptedModel::done()};
    model.add(script);
    model.addText({u"Sorry."_s});
    const Heard heard = runTurn(m_engine, request(model, u"Do"_s));
    QCOMPARE(heard.outcomes.first().text, u"Sorry."_s);
    QCOMPARE(heard.all<Warning>().size(), 2);
    QVERIFY(heard.all<ToolStarted>().isEmpty());
}

void TestModelTurns::modelWithoutToolsStillAnswers()
{
    ScriptedModel model;
    model.addError(400, u"small does not support tools"_s);
    model.addText({u"Hello."_s});
    const Heard heard = runTurn(m_engine, request(model, u"Hi"_s));
    QCOMPARE(heard.outcomes.first().text, u"Hello."_s);
    QCOMPARE(heard.all<Warning>().size(), 1);
    QVERIFY(!model.requests()[1].body.contains("tools"_L1));
}

void TestModelTurns::cancelsWhileWaiting()
{
    ScriptedModel model;
    ModelScript script;
    script.pieces = {ScriptedModel::delta({{u"content"_s, u"Beginning"_s}})};
    script.end = ModelScript::End::Stall;
    model.add(script);
    Engine patient(EngineOptions{{}, 0, {}});
    Heard heard;
    const auto turn = patient.createTurn(request(model, u"Hi"_s));
    listen(*turn, heard);
    turn->start();
    QTRY_COMPARE(heard.all<ContentDelta>().size(), 1);
    QElapsedTimer clock;
    clock.start();
    turn->cancel();
    QTRY_COMPARE(heard.outcomes.size(), 1);
    QVERIFY(clock.elapsed() < 1000);
    QVERIFY(heard.outcomes.first().status == RunStatus::Cancelled);
    QCOMPARE(heard.outcomes.first().text, u"Beginning"_s);
}

void TestModelTurns::warnsOfPlainHttp()
{
    QVERIFY(ChatClient::isLoopback(QUrl(u"http://127.0.0.1:1/v1"_s)));
    QVERIFY(ChatClient::isLoopback(QUrl(u"http://[::1]:1/v1"_s)));
    QVERIFY(ChatClient::isLoopback(QUrl(u"http://localhost:1/v1"_s)));
    QVERIFY(!ChatClient::isLoopback(QUrl(u"http://127.0.0.1.evil.test/v1"_s)));
    ScriptedModel model;
    TurnRequest wanted = request(model, u"Hi"_s);
    wanted.model->provider.baseUrl = QUrl(u"http://name.invalid/v1"_s);
    const Heard heard = runTurn(m_engine, wanted);
    QCOMPARE(heard.all<Warning>().size(), 1);
    QCOMPARE(heard.outcomes.first().errorType, u"model_unreachable"_s);
    wanted.model->provider.baseUrl = QUrl(u"file:///etc/passwd"_s);
    QCOMPARE(runTurn(m_engine, wanted).outcomes.first().errorType, u"model_unreachable"_s);
}

QTEST_GUILESS_MAIN(TestModelTurns)
#include "tst_modelturns.moc"
