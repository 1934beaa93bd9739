#include "wire/describe.h"
#include "wire/fixture.h"
#include "wire/json/chateventjson.h"
#include "wire/ssewriter.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

Q_DECLARE_METATYPE(desk::ChatEvent)

class TestChatEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theContractsStream();
    void CH_65_thoughtsTellTheRouting();
    void teamServerEvents_data();
    void teamServerEvents();
    void roundTrip_data();
    void roundTrip();
    void envelopeIsTheContracts();
    void APPR_01_anApprovalComesWhole();
    void aResultOfNothingStaysNothing();
    void bareEventsHaveNoEnvelope();
    void unreadableIsUnknown_data();
    void unreadableIsUnknown();
    void onlyTheEndsAreTerminal();
};

namespace {

QStringList decoded(const char *name, const char *data)
{
    return describe::event(chatEventFrom({name, data, {}}));
}

} // namespace

void TestChatEvent::theContractsStream()
{
    SseParser parser;
    QStringList kinds;
    QString answer;
    const QList<ServerEvent> events = parser.feed(fixture::bytes(u"contract/agentic_stream.txt"_s));
    for (const ServerEvent &event : events) {
        const ChatEvent chat = chatEventFrom(event);
        kinds.append(describe::event(chat).first());
        if (const auto *delta = std::get_if<ContentDelta>(&chat); delta && delta->kind == ContentDelta::Kind::Append)
            answer += delta->text;
        if (const auto *tool = std::get_if<ToolFinished>(&chat))
            QCOMPARE(tool->output.toObject().value("results"_L1).toArray().first().toObject().value("page_number"_L1).toInt(), 3);
    }
    QCOMPARE(kinds, (QStringList{u"ConversationCreated"_s, u"Thought"_s, u"ContentDelta"_s, u"ToolStarted"_s, u"ToolFinished"_s,
                                 u"ContentDelta"_s, u"ContentDelta"_s, u"AgentFinished"_s, u"TurnCompleted"_s}));
    QCOMPARE(answer, u"Offer A is "_s);
}

void TestChatEvent::CH_65_thoughtsTellTheRouting()
{
    const auto thought = [](const char *data) { return std::get<Thought>(chatEventFrom({"thought", data, {}})); };
    const Thought intent = thought(
        R"({"type":"thought","source":"dispatcher","message":"Search","data":{"phase":"intent_routing","action_type":"search","confidence":0.55}})");
    QCOMPARE(intent.confidence, 0.55);
    const Thought taken = thought(R"({"type":"thought","source":"dispatcher","message":"Using T","data":{"selected_agent":"table"}})");
    QCOMPARE(taken.agent, u"table"_s);
    QCOMPARE(thought(R"({"type":"thought","message":"x","data":{"phase":"model_reasoning","confidence":0.4}})").confidence, 0.0);
    QCOMPARE(thought(R"({"type":"thought","message":"x","data":{"phase":"intent_routing","confidence":7}})").confidence, 1.0);
    QVERIFY(thought(R"({"type":"thought","message":"x","data":{"selected_agent":{"no":1}}})").agent.isEmpty());
    for (const ChatEvent &event : {ChatEvent(intent), ChatEvent(taken)}) {
        const Thought again = std::get<Thought>(chatEventFrom(toServerEvent(event)));
        QCOMPARE(again.confidence, std::get<Thought>(event).confidence);
        QCOMPARE(again.agent, std::get<Thought>(event).agent);
    }
}

// Shapes of contract 4.6, with what each must be read as (see describe.h for the order of the fields).
void TestChatEvent::teamServerEvents_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *title, const char *name, const char *data, const QStringList &expected) {
        QTest::newRow(title) << QByteArray(name) << QByteArray(data) << expected;
    };
    row("title_update", "title_update", R"({"conversation_id":"c2d0","title":"Offers"})", {u"TitleChanged"_s, u"c2d0"_s, u"Offers"_s});
    row("intent routing stays a thought", "thought",
        R"({"type":"thought","source":"dispatcher","message":"Searching","data":{"phase":"intent_routing","action_type":"search","needs_tools":true,"confidence":0.9}})",
        {u"Thought"_s, u"dispatcher"_s, u"Searching"_s, u"intent_routing"_s, u"no"_s});
    row("accumulated reasoning", "thought",
        R"({"type":"thought","source":"chat-agent","message":"So far","data":{"phase":"model_reasoning","streaming":true,"partial":true}})",
        {u"Thought"_s, u"chat-agent"_s, u"So far"_s, u"model_reasoning"_s, u"yes"_s});
    row("plan", "plan",
        R"({"type":"plan","source":"dispatcher","message":"Plan ready","data":{"summary":"Two steps","steps":[{"id":"s1","tool":"web_search","objective":"find","run_mode":"parallel","args":{}},{"id":"s2","tool":"rag","objective":"read"}],"parallel_groups":[["s1"]],"feedback_points":[],"estimated_duration":"10 s"}})",
        {u"Plan"_s, u"Two steps"_s, u"s1"_s, u"web_search"_s, u"find"_s, u"s2"_s, u"rag"_s, u"read"_s});
    row("plan without steps", "plan", R"({"type":"plan","source":"dispatcher","message":"Nothing to do","data":null})",
        {u"Plan"_s, u"Nothing to do"_s});
    row("progress", "progress",
        R"({"type":"progress","source":"d","message":"1 of 2","data":{"completed":1,"total":2,"step_id":"s1","tool":"rag"}})",
        {u"Progress"_s, u"1"_s, u"2"_s, u"1 of 2"_s});
    row("progress of the synthesis", "progress", R"({"type":"progress","source":"d","message":"Writing","data":{"phase":"synthesis"}})",
        {u"Progress"_s, u"0"_s, u"0"_s, u"Writing"_s});
    row("interim without timestamp", "interim",
        R"({"type":"interim","source":"d","message":"By the way","data":{"kind":"profile_follow_up","bridge_channels":[]}})",
        {u"Interim"_s, u"d"_s, u"By the way"_s});
    row("tool_start with tool_name", "tool_start",
        R"({"type":"tool_start","source":"s","message":"Using t","data":{"tool_name":"t","input":{"q":1}}})",
        {u"ToolStarted"_s, QString(), u"t"_s, u"s"_s, u"Using t"_s, u"[{\"q\":1}]"_s});
    row("tool_start with tool", "tool_start", R"({"type":"tool_start","source":"s","message":"","data":{"tool":"t","input":"text"}})",
        {u"ToolStarted"_s, QString(), u"t"_s, u"s"_s, QString(), u"[\"text\"]"_s});
    row("tool_start with args", "tool_start", R"({"type":"tool_start","source":"web_search","message":"","data":{"args":[1]}})",
        {u"ToolStarted"_s, QString(), u"web_search"_s, u"web_search"_s, QString(), u"[[1]]"_s});
    row("tool_start without data", "tool_start", R"({"type":"tool_start","source":"web_search","message":"","data":null})",
        {u"ToolStarted"_s, QString(), u"web_search"_s, u"web_search"_s, QString(), u"[null]"_s});
    row("tool_result is the whole output", "tool_result",
        R"({"type":"tool_result","source":"s","message":"3","data":{"found":true,"results":[1]}})",
        {u"ToolFinished"_s, QString(), u"s"_s, u"s"_s, u"3"_s, u"[{\"found\":true,\"results\":[1]}]"_s, u"yes"_s, QString(), u"-1"_s});
    row("tool_result with a string", "tool_result", R"({"type":"tool_result","source":"s","message":"","data":{"result":"text"}})",
        {u"ToolFinished"_s, QString(), u"s"_s, u"s"_s, QString(), u"[\"text\"]"_s, u"yes"_s, QString(), u"-1"_s});
    row("tool_result with its tool", "tool_result",
        R"({"type":"tool_result","source":"s","message":"","data":{"tool":"t","result":{"a":1}}})",
        {u"ToolFinished"_s, QString(), u"t"_s, u"s"_s, QString(), u"[{\"a\":1}]"_s, u"yes"_s, QString(), u"-1"_s});
    row("an output that has a result among others", "tool_result",
        R"({"type":"tool_result","source":"s","message":"","data":{"result":1,"unit":"km"}})",
        {u"ToolFinished"_s, QString(), u"s"_s, u"s"_s, QString(), u"[{\"result\":1,\"unit\":\"km\"}]"_s, u"yes"_s, QString(), u"-1"_s});
    row("tool_result of a failure", "tool_result",
        R"({"type":"tool_result","source":"s","message":"","data":{"success":false,"error":"no route"}})",
        {u"ToolFinished"_s, QString(), u"s"_s, u"s"_s, QString(), u"[{\"error\":\"no route\",\"success\":false}]"_s, u"no"_s, u"no route"_s,
         u"-1"_s});
    row("tool_result with only an error", "tool_result", R"({"type":"tool_result","source":"s","message":"","data":{"error":"no route"}})",
        {u"ToolFinished"_s, QString(), u"s"_s, u"s"_s, QString(), u"[{\"error\":\"no route\"}]"_s, u"no"_s, u"no route"_s, u"-1"_s});
    row("tool_result that is a list", "tool_result", R"({"type":"tool_result","source":"s","message":"","data":[1,2]})",
        {u"ToolFinished"_s, QString(), u"s"_s, u"s"_s, QString(), u"[[1,2]]"_s, u"yes"_s, QString(), u"-1"_s});
    const auto content = [&row](const char *title, const char *data, ContentDelta::Kind kind, const QString &text) {
        row(title, "content", data, {u"ContentDelta"_s, QString::number(static_cast<int>(kind)), u"a"_s, text});
    };
    using Kind = ContentDelta::Kind;
    content("fast ack", R"({"type":"content","source":"a","message":"Hm","data":{"phase":"fast_ack","partial":false}})", Kind::Ack,
            u"Hm"_s);
    content("content interim", R"({"type":"content","source":"a","message":"Hm","data":{"phase":"interim"}})", Kind::Interim, u"Hm"_s);
    content("clarify", R"({"type":"content","source":"a","message":"Which?","data":{"phase":"clarify","partial":false}})", Kind::Clarify,
            u"Which?"_s);
    content("delta", R"({"type":"content","source":"a","message":" is ","data":{"streaming":true,"partial":true}})", Kind::Append,
            u" is "_s);
    content("end marker", R"({"type":"content","source":"a","message":"","data":{"streaming":false,"partial":false,"complete":true}})",
            Kind::End, {});
    content(
        "deep end marker",
        R"({"type":"content","source":"a","message":"","data":{"phase":"deep_response","streaming":false,"partial":false,"complete":true}})",
        Kind::End, {});
    content("whole, deep", R"({"type":"content","source":"a","message":"All","data":{"phase":"deep_response","partial":false}})",
            Kind::Replace, u"All"_s);
    content("whole, null", R"({"type":"content","source":"a","message":"All","data":null})", Kind::Replace, u"All"_s);
    content("whole, not streaming", R"({"type":"content","source":"a","message":"All","data":{"streaming":false}})", Kind::Replace,
            u"All"_s);
    content("empty whole must not wipe", R"({"type":"content","source":"a","message":"","data":null})", Kind::End, {});
    row("clarify_parallel", "clarify_parallel",
        R"({"type":"clarify_parallel","source":"d","message":"Which?","data":{"options":["A","B"],"background_status":"searching"}})",
        {u"Prompt"_s, u"1"_s, u"d"_s, u"Which?"_s, u"A|B"_s, QString()});
    row("clarify_parallel without options", "clarify_parallel",
        R"({"type":"clarify_parallel","source":"d","message":"Which?","data":{"background_status":""}})",
        {u"Prompt"_s, u"2"_s, u"d"_s, u"Which?"_s, QString(), QString()});
    row("prompt confirm", "prompt",
        R"({"type":"prompt","source":"d","message":"Go?","data":{"prompt_type":"confirm","options":["Yes","No"],"default":"Yes"}})",
        {u"Prompt"_s, u"0"_s, u"d"_s, u"Go?"_s, u"Yes|No"_s, u"Yes"_s});
    row("prompt of an unknown type", "prompt",
        R"({"type":"prompt","source":"d","message":"Go?","data":{"prompt_type":"slider","options":[1,2]}})",
        {u"Prompt"_s, u"2"_s, u"d"_s, u"Go?"_s, QString(), QString()});
    row("complete", "complete", R"({"type":"complete","source":"d","message":"Done!","data":{"elapsed_seconds":12.8}})",
        {u"AgentFinished"_s, u"d"_s, u"12.8"_s});
    row("complete with null", "complete", R"({"type":"complete","source":"d","message":"Done!","data":null})",
        {u"AgentFinished"_s, u"d"_s, u"0"_s});
    row("error with a type is a warning", "error", R"({"type":"error","source":"web_search","message":"Timed out","data":null})",
        {u"Warning"_s, u"web_search"_s, u"Timed out"_s});
    row("bare error is the end", "error", R"({"error":"LLM unreachable"})", {u"TurnFailed"_s, u"LLM unreachable"_s, QString()});
    row("bare error with its type", "error", R"({"error":"Stopped","error_type":"cancelled"})",
        {u"TurnFailed"_s, u"Stopped"_s, u"cancelled"_s});
    row("bare error as an object", "error", R"({"error":{"type":"timeout","message":"Too slow"}})",
        {u"TurnFailed"_s, u"Too slow"_s, u"timeout"_s});
    row("bare error of another shape", "error", R"({"detail":"Conversation not found"})",
        {u"TurnFailed"_s, u"Conversation not found"_s, QString()});
    row("message_complete", "message_complete", R"({"message_id":"91aa","conversation_id":"c2d0"})",
        {u"TurnCompleted"_s, u"91aa"_s, u"c2d0"_s});
    row("message_complete without ids still ends the turn", "message_complete", R"({})", {u"TurnCompleted"_s, QString(), QString()});
    row("routing of the local server", "routing_decision",
        R"({"selected_tools":["t"],"selected_agents":["a"],"confidence":0.5,"reasoning":"r","alternatives":["b"],"requires_disambiguation":true})",
        {u"RoutingDecision"_s, u"a"_s, u"t"_s, u"0.5"_s, u"r"_s, u"b"_s, u"yes"_s});
}

void TestChatEvent::teamServerEvents()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, data);
    QTEST(describe::event(chatEventFrom({name, data, {}})), "expected");
}

void TestChatEvent::roundTrip_data()
{
    QTest::addColumn<ChatEvent>("event");
    const QString hostile = u"<script>\n\r\"\\ data: x \u2028 \U0001F600 \u0000 end"_s;
    const auto row = [](const char *title, const ChatEvent &event) { QTest::newRow(title) << event; };
    row("RunCreated", RunCreated{RunId(u"r"_s), ConversationId(u"c"_s), MessageId(u"m"_s)});
    row("ConversationCreated", ConversationCreated{ConversationId(u"c"_s), hostile});
    row("TitleChanged", TitleChanged{ConversationId(u"c"_s), hostile});
    row("Thought", Thought{u"dispatcher"_s, hostile, u"intent_routing"_s, false});
    row("Thought, partial", Thought{u"a"_s, hostile, QString(), true});
    row("Thought, plain", Thought{u"a"_s, QString(), QString(), false});
    row("RoutingDecision", RoutingDecision{{u"table"_s, u"document"_s}, {u"table_query"_s}, 0.625, hostile, {u"calculator"_s}, true});
    row("Plan", Plan{u"Two steps"_s, {{u"1"_s, u"table_query"_s, hostile}, {u"2"_s, QString(), u"say it"_s}}});
    row("Progress", Progress{1, 3, hostile});
    row("Interim", Interim{u"a"_s, hostile});
    row("Interim, a question about the person", Interim{u"a"_s, hostile, true});
    row("ToolStarted", ToolStarted{u"k1"_s, u"calculate"_s, u"calculator"_s, hostile, QJsonObject{{u"expression"_s, hostile}}});
    row("ToolStarted, no input", ToolStarted{QString(), u"t"_s, u"s"_s, QString(), QJsonValue()});
    row("ToolFinished",
        ToolFinished{u"k1"_s, u"calculate"_s, u"calculator"_s, hostile, QJsonObject{{u"result"_s, 4}}, true, QString(), 12});
    row("ToolFinished, failed", ToolFinished{u"k1"_s, u"t"_s, u"s"_s, QString(), QJsonValue(), false, hostile, 0});
    row("ToolFinished, output looks like a wrapper",
        ToolFinished{QString(), u"t"_s, u"s"_s, QString(), QJsonObject{{u"result"_s, u"x"_s}, {u"success"_s, false}, {u"error"_s, u"y"_s}},
                     true, QString(), -1});
    row("ToolFinished, search", ToolFinished{u"k"_s, u"document_search"_s, u"document"_s, QString(),
                                             QJsonObject{{u"results"_s, QJsonArray{1}}}, true, QString(), 3});
    for (const auto kind : {ContentDelta::Kind::Append, ContentDelta::Kind::Ack, ContentDelta::Kind::Interim, ContentDelta::Kind::Clarify,
                            ContentDelta::Kind::Replace})
        row(qPrintable(u"ContentDelta %1"_s.arg(static_cast<int>(kind))), ContentDelta{kind, u"a"_s, hostile});
    row("ContentDelta end", ContentDelta{ContentDelta::Kind::End, u"a"_s, QString()});
    row("ContentDelta empty delta", ContentDelta{ContentDelta::Kind::Append, u"a"_s, QString()});
    row("Prompt choice", Prompt{Prompt::Type::Choice, u"a"_s, hostile, {u"A"_s, hostile}, u"A"_s});
    row("Prompt confirm", Prompt{Prompt::Type::Confirm, u"a"_s, u"Sure?"_s, {}, QString()});
    row("Prompt open", Prompt{Prompt::Type::Open, u"a"_s, u"What?"_s, {u"maybe this"_s}, QString()});
    row("AgentFinished", AgentFinished{u"a"_s, 12.5});
    row("Warning", Warning{u"a"_s, hostile});
    row("TurnCompleted", TurnCompleted{MessageId(u"m"_s), ConversationId(u"c"_s), {{FileId(u"f"_s), u"a.csv"_s, 7, hostile}}});
    row("TurnCompleted, no citations", TurnCompleted{MessageId(u"m"_s), ConversationId(u"c"_s), {}});
    row("TurnCompleted, with its model", TurnCompleted{MessageId(u"m"_s), ConversationId(u"c"_s), {}, {hostile, 1204, 412, 10'800}});
    row("TurnCompleted, counted in part", TurnCompleted{MessageId(u"m"_s), ConversationId(u"c"_s), {}, {u"small"_s, -1, 0, -1}});
    row("TurnCompleted, with its cost",
        TurnCompleted{MessageId(u"m"_s), ConversationId(u"c"_s), {}, {QString(), -1, -1, -1, 1234, 0.0625}});
    row("TurnFailed", TurnFailed{hostile, u"cancelled"_s});
    row("TurnFailed, no type", TurnFailed{hostile, QString()});
    row("UnknownEvent, object", UnknownEvent{u"of_next_year"_s, QJsonObject{{u"a"_s, 1}}});
    row("UnknownEvent, string", UnknownEvent{u"of_next_year"_s, hostile});
    row("UnknownEvent, null", UnknownEvent{u"of_next_year"_s, QJsonValue()});
}

// Through the real bytes: value → event → stream → parser → value.
void TestChatEvent::roundTrip()
{
    QFETCH(ChatEvent, event);
    const ServerEvent written = toServerEvent(event);
    QVERIFY(!written.data.contains('\n'));
    SseParser parser;
    const QList<ServerEvent> read = parser.feed(sseEvent(written.type, written.data, "1"));
    QCOMPARE(read.size(), 1);
    QCOMPARE(describe::event(chatEventFrom(read.first())), describe::event(event));
}

void TestChatEvent::envelopeIsTheContracts()
{
    const ServerEvent event =
        toServerEvent(ToolStarted{u"k1"_s, u"calculate"_s, u"calculator"_s, u"Computing"_s, QJsonObject{{u"a"_s, 1}}});
    QCOMPARE(event.type, QByteArray("tool_start"));
    const QJsonObject json = QJsonDocument::fromJson(event.data).object();
    QCOMPARE(json.value("type"_L1).toString(), u"tool_start"_s);
    QCOMPARE(json.value("source"_L1).toString(), u"calculator"_s);
    QCOMPARE(json.value("message"_L1).toString(), u"Computing"_s);
    QCOMPARE(json.value("data"_L1).toObject().value("tool_name"_L1).toString(), u"calculate"_s);
    QCOMPARE(json.value("data"_L1).toObject().value("input"_L1).toObject().value("a"_L1).toInt(), 1);
    QVERIFY(parseTime(json.value("timestamp"_L1).toString()).isValid());
    const QJsonObject delta =
        QJsonDocument::fromJson(toServerEvent(ContentDelta{ContentDelta::Kind::Append, u"a"_s, u"x"_s}).data).object();
    QCOMPARE(delta.value("data"_L1).toObject(), (QJsonObject{{u"streaming"_s, true}, {u"partial"_s, true}}));
}

void TestChatEvent::APPR_01_anApprovalComesWhole()
{
    const QString hostile = u"<b>\u202E\n\"%1"_s;
    Prompt approval{Prompt::Type::Choice, u"mail"_s, hostile, {u"Start"_s, u"Refuse"_s}, u"Refuse"_s};
    QVERIFY(!approval.isApproval());
    approval.optionIds = {u"approve"_s, u"refuse"_s};
    approval.argumentsHash = u"00ff"_s;
    approval.toolName = u"send_mail"_s;
    approval.program = hostile;
    approval.programArguments = {u"-x"_s, hostile, QString()};
    approval.environment = {u"TOKEN"_s};
    approval.arguments = {{u"to"_s, QJsonArray{hostile}}, {u"many"_s, qint64(9007199254740993)}};
    approval.expiresAt = QDateTime(QDate(2026, 5, 2), QTime(9, 0), Qt::UTC);
    const ServerEvent written = toServerEvent(approval);
    QCOMPARE(std::get<Prompt>(chatEventFrom(written)), approval);
    const QJsonObject data = QJsonDocument::fromJson(written.data).object().value("data"_L1).toObject();
    QCOMPARE(data.value("expires_at"_L1).toString(), u"2026-05-02T09:00:00.000Z"_s);
    QVERIFY(std::get<Prompt>(chatEventFrom({"prompt", R"({"message":"?","data":{"option_ids":["approve"],"program":"x"}})", {}}))
                .optionIds.isEmpty()); // without a hash it is an ordinary question
}

// An undefined output was left out when it was written, and the rest of the wrapper was taken for it when it was read.
void TestChatEvent::aResultOfNothingStaysNothing()
{
    ChatEvent event = chatEventFrom({"tool_result", R"({"source":"calculator"})", {}});
    for (int way = 0; way < 3; ++way) {
        QVERIFY(std::holds_alternative<ToolFinished>(event));
        QVERIFY(std::get<ToolFinished>(event).output.isNull());
        event = chatEventFrom(toServerEvent(event));
    }
}

void TestChatEvent::bareEventsHaveNoEnvelope()
{
    const ChatEvent bare[] = {RunCreated{RunId(u"r"_s), {}, {}},
                              ConversationCreated{ConversationId(u"c"_s), {}},
                              TitleChanged{ConversationId(u"c"_s), {}},
                              RoutingDecision(),
                              TurnCompleted(),
                              TurnFailed{u"x"_s, u"timeout"_s}};
    for (const ChatEvent &event : bare) {
        const QJsonObject json = QJsonDocument::fromJson(toServerEvent(event).data).object();
        QVERIFY(!json.isEmpty());
        QVERIFY2(!json.contains("type"_L1) && !json.contains("timestamp"_L1), qPrintable(describe::event(event).first()));
    }
    QVERIFY(QJsonDocument::fromJson(toServerEvent(Warning{u"a"_s, u"b"_s}).data).object().contains("type"_L1));
}

void TestChatEvent::unreadableIsUnknown_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("unknown name") << QByteArray("hologram") << QByteArray("{\"a\":1}")
                                  << QStringList{u"UnknownEvent"_s, u"hologram"_s, u"[{\"a\":1}]"_s};
    QTest::newRow("bad JSON") << QByteArray("content") << QByteArray("{\"a\":")
                              << QStringList{u"UnknownEvent"_s, u"content"_s, u"[\"{\\\"a\\\":\"]"_s};
    QTest::newRow("empty") << QByteArray("content") << QByteArray() << QStringList{u"UnknownEvent"_s, u"content"_s, u"[\"\"]"_s};
    QTest::newRow("a list") << QByteArray("content") << QByteArray("[1]") << QStringList{u"UnknownEvent"_s, u"content"_s, u"[[1]]"_s};
    QTest::newRow("[DONE]") << QByteArray("message") << QByteArray("[DONE]")
                            << QStringList{u"UnknownEvent"_s, u"message"_s, u"[\"[DONE]\"]"_s};
    QTest::newRow("run without id") << QByteArray("run_created") << QByteArray("{}")
                                    << QStringList{u"UnknownEvent"_s, u"run_created"_s, u"[{}]"_s};
    QTest::newRow("conversation without id") << QByteArray("conversation_created") << QByteArray("{\"title\":\"x\"}")
                                             << QStringList{u"UnknownEvent"_s, u"conversation_created"_s, u"[{\"title\":\"x\"}]"_s};
}

void TestChatEvent::unreadableIsUnknown()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, data);
    QTEST(decoded(name.constData(), data.constData()), "expected");
}

void TestChatEvent::onlyTheEndsAreTerminal()
{
    QVERIFY(isTerminal(chatEventFrom({"message_complete", "{}", {}})));
    QVERIFY(isTerminal(chatEventFrom({"error", "{\"error\":\"x\"}", {}})));
    QVERIFY(!isTerminal(chatEventFrom({"error", "{\"type\":\"error\",\"message\":\"x\"}", {}})));
    QVERIFY(!isTerminal(chatEventFrom({"complete", "{\"type\":\"complete\"}", {}})));
    QVERIFY(!isTerminal(chatEventFrom({"message_complete", "{", {}})));
}

QTEST_APPLESS_MAIN(TestChatEvent)
#include "tst_chatevent.moc"
