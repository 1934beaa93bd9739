// What a model's answer proposes for an agent, and what is offered without a model (AG-49, FR-039, FR-040, FR-042).
#include "state/agents/agentlimits.h"
#include "state/agents/agentrules.h"
#include "state/agents/design/designadvice.h"
#include "state/agents/design/designprompt.h"
#include "state/agents/design/designproposal.h"
#include "state/agents/design/designtemplates.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

Tool tool(const QString &name, const QStringList &scopes = {}, bool isBuiltin = true)
{
    Tool out;
    out.name = name;
    out.description = u"Does "_s + name;
    out.scopes = scopes;
    out.isBuiltin = isBuiltin;
    return out;
}

AgentSurroundings surroundings()
{
    AgentSurroundings out;
    out.isNew = true;
    out.models = QStringList{u"agent"_s, u"fast"_s};
    out.tools = QList<Tool>{tool(u"document_search"_s, {u"data:read"_s}), tool(u"web_search"_s), tool(u"mine"_s, {}, false)};
    return out;
}

const QString answer = QString::fromUtf8(
    "Here is my proposal.\n"
    "```json\n"
    "{\"name\": \"contract-reader\", \"display_name\": \"Contract reader\", \"description\": \"Reads contracts.\", \"model\": \"fast\",\n"
    " \"instructions\": \"Read with `document_search`.\\nSay \\\"unclear\\\" where it is {unclear}.\",\n"
    " \"tools\": [{\"name\": \"document_search\", \"reason\": \"It has to read them.\"}, {\"name\": \"teleport\", \"reason\": \"Why "
    "not\"}],\n"
    " \"scopes\": [{\"name\": \"data.read\", \"reason\": \"For the search\"}, \"moon.walk\"],\n"
    " \"reasons\": {\"model\": \"It is quick.\", \"instructions\": \"Short and clear.\"}}\n"
    "```\n");

QStringList keysOf(const QList<DesignHint> &hints)
{
    QStringList out;
    for (const DesignHint &hint : hints)
        out.append(hint.key);
    return out;
}

Agent agentOf(const DesignProposal &proposal, const AgentSurroundings &known)
{
    Agent out;
    out.model = u"agent"_s;
    for (const DesignField &field : proposal.fields)
        out = withDesign(out, field, known).value_or(out);
    return out;
}

} // namespace

class TestDesignProposal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_49_aFencedProposalIsReadWithItsReasons();
    void AG_49_whatTheServerDoesNotHaveIsMarkedAndNeverTaken();
    void AG_49_whatIsNotSaidIsNotMadeUp();
    void AG_49_everyFormOfAFieldIsRead_data();
    void AG_49_everyFormOfAFieldIsRead();
    void AG_49_noPrefixIsAProposalUnlessItIsWhole();
    void AG_49_noPrefixOfARandomAnswerIsAnotherProposal();
    void AG_49_hostileTextsAreNoProposal_data();
    void AG_49_hostileTextsAreNoProposal();
    void AG_49_anyTextIsReadInAMomentAndWithinTheLimits();
    void AG_49_longTextsAreCutAndSaySo();
    void AG_49_oneFieldIsTakenAndNothingElse();
    void AG_49_theRequestTellsWhatThereIsAndNoSecret();
    void AG_49_theRequestFitsIntoATurn();
    void AG_49_aTemplateBreaksNoRule();
    void FR_040_aTemplateLeavesNothingToAdvise();
    void FR_040_adviceIsConcreteAndDoesWhatItSays();
    void FR_042_toolsAreRecommendedByTheWordsOfTheAgent();
};

void TestDesignProposal::AG_49_aFencedProposalIsReadWithItsReasons()
{
    const DesignReading reading = readDesign(answer, surroundings());
    QCOMPARE(reading.kind, DesignReading::Whole);
    QCOMPARE(reading.proposal.fields.size(), 7);
    QCOMPARE(reading.proposal.find(AgentField::Name)->text, u"contract-reader"_s);
    QCOMPARE(reading.proposal.find(AgentField::Model)->reason, u"It is quick."_s);
    QVERIFY(!reading.proposal.find(AgentField::Model)->isUnknown);
    QCOMPARE(reading.proposal.find(AgentField::Instructions)->text,
             u"Read with `document_search`.\nSay \"unclear\" where it is {unclear}."_s);
    QCOMPARE(reading.proposal.find(AgentField::Tools)->items.first().reason, u"It has to read them."_s);
}

void TestDesignProposal::AG_49_whatTheServerDoesNotHaveIsMarkedAndNeverTaken()
{
    const AgentSurroundings known = surroundings();
    const DesignReading reading = readDesign(answer, known);
    const DesignField &tools = *reading.proposal.find(AgentField::Tools);
    QVERIFY(!tools.items.at(0).isUnknown && tools.items.at(1).isUnknown);
    const DesignField &scopes = *reading.proposal.find(AgentField::Scopes);
    QVERIFY(!scopes.items.at(0).isUnknown && scopes.items.at(1).isUnknown);
    QCOMPARE(withDesign({}, tools, known)->tools, QStringList{u"document_search"_s});
    QCOMPARE(withDesign({}, scopes, known)->scopes, QStringList{u"data.read"_s});
    // A custom tool is in the list and not for agents; of nothing but unknown ones nothing comes, and nothing goes.
    const DesignReading custom = readDesign(uR"({"tools":["mine"],"model":"gpt-99"})", known);
    Agent agent;
    agent.tools = {u"web_search"_s};
    QVERIFY(custom.proposal.find(AgentField::Tools)->items.first().isUnknown);
    QVERIFY(!withDesign(agent, *custom.proposal.find(AgentField::Tools), known));
    QVERIFY(custom.proposal.find(AgentField::Model)->isUnknown);
    QVERIFY(!withDesign(agent, *custom.proposal.find(AgentField::Model), known));
    // Of what is not known nothing is said.
    QVERIFY(!readDesign(answer, {}).proposal.find(AgentField::Tools)->items.at(1).isUnknown);
}

void TestDesignProposal::AG_49_whatIsNotSaidIsNotMadeUp()
{
    const DesignReading reading = readDesign(uR"({"description":"Only this","name":7,"tools":"web_search","model":""})", surroundings());
    QCOMPARE(reading.kind, DesignReading::Whole);
    QCOMPARE(reading.proposal.fields.size(), 1);
    QCOMPARE(reading.proposal.fields.first(), (DesignField{AgentField::Description, u"Only this"_s}));
}

void TestDesignProposal::AG_49_everyFormOfAFieldIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("bare") << u"I think {so}: {\"tools\": [\"web_search\"]} is good"_s;
    QTest::newRow("names") << uR"({"tools": {"names": ["web_search"]}})"_s;
    QTest::newRow("value") << uR"({"tools": {"value": ["web_search"], "reason": "r"}})"_s;
    QTest::newRow("wrapped") << uR"({"agent": {"tools": ["web_search", "web_search"]}})"_s;
    QTest::newRow("the last counts") << u"```\n{\"tools\": [\"a\"]}\n```\nbetter:\n~\n```json\n{\"tools\":[\"web_search\"]}\n```"_s;
    QTest::newRow("a brace outside of the fence") << u"An { open one\n```json\n{\"tools\":[\"web_search\"]}\n```\n"_s;
}

void TestDesignProposal::AG_49_everyFormOfAFieldIsRead()
{
    QFETCH(QString, text);
    const DesignReading reading = readDesign(text, surroundings());
    QCOMPARE(reading.kind, DesignReading::Whole);
    QCOMPARE(reading.proposal.find(AgentField::Tools)->items.size(), 1);
    QCOMPARE(reading.proposal.find(AgentField::Tools)->items.first().name, u"web_search"_s);
}

void TestDesignProposal::AG_49_noPrefixIsAProposalUnlessItIsWhole()
{
    const AgentSurroundings known = surroundings();
    const DesignProposal whole = readDesign(answer, known).proposal;
    const qsizetype end = answer.lastIndexOf(u'}') + 1;
    for (const QString &text : {answer, answer.section(u"```json\n"_s, 1).section(u"\n```"_s, 0, 0)}) {
        const qsizetype last = text.lastIndexOf(u'}') + 1;
        for (qsizetype length = 0; length <= text.size(); ++length) {
            const DesignReading reading = readDesign(QStringView(text).first(length), known);
            QCOMPARE(reading.kind == DesignReading::Whole, length >= last);
            QVERIFY(reading.kind != DesignReading::Whole || reading.proposal == whole);
        }
    }
    QVERIFY(end > 0);
}

void TestDesignProposal::AG_49_noPrefixOfARandomAnswerIsAnotherProposal()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QString signs = u"{}[]\"\\`,:\n aé\U0001F600"_s;
    for (int round = 0; round < 200; ++round) {
        QString words;
        for (int i = 0; i < 40; ++i)
            words += signs.at(random.bounded(signs.size()));
        const QJsonObject object{{u"instructions"_s, words}, {u"tools"_s, QJsonArray{QJsonObject{{u"name"_s, words}}, u"web_search"_s}}};
        const QString text = u"Well:\n```json\n"_s + QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u"\n```\n"_s;
        const DesignReading whole = readDesign(text, {});
        QCOMPARE(whole.kind, DesignReading::Whole);
        const qsizetype end = text.size() - 5; // behind the object's last brace
        for (qsizetype length = 0; length <= text.size(); ++length) {
            const DesignReading part = readDesign(QStringView(text).first(length), {});
            QCOMPARE(part.kind == DesignReading::Whole, length >= end);
            QVERIFY(part.kind != DesignReading::Whole || part.proposal == whole.proposal);
        }
    }
}

void TestDesignProposal::AG_49_hostileTextsAreNoProposal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::newRow("empty") << QString() << int(DesignReading::Nothing);
    QTest::newRow("prose") << u"I would rather not."_s << int(DesignReading::Nothing);
    QTest::newRow("other object") << uR"({"answer": 42})"_s << int(DesignReading::Nothing);
    QTest::newRow("no JSON") << u"{name: 'x'}"_s << int(DesignReading::Nothing);
    QTest::newRow("no object") << u"[\"name\"]"_s << int(DesignReading::Nothing);
    QTest::newRow("within another") << uR"({"x": {"name": "inner"}})"_s << int(DesignReading::Nothing);
    QTest::newRow("cut within another") << uR"({"tools": [{"name": "inner", "reason": "r"}, )"_s << int(DesignReading::Unfinished);
    QTest::newRow("deep") << QString(100'000, u'{') << int(DesignReading::Unfinished);
    QTest::newRow("deep and closed") << QString(50'000, u'{') + QString(50'000, u'}') << int(DesignReading::Nothing);
    QTest::newRow("a second one is cut") << uR"({"name": "a"} or rather {"name": "b)"_s << int(DesignReading::Unfinished);
    QTest::newRow("too long") << QString(longestDesignAnswer + 1, u'x') << int(DesignReading::TooLong);
}

void TestDesignProposal::AG_49_hostileTextsAreNoProposal()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    const DesignReading reading = readDesign(text, surroundings());
    QCOMPARE(int(reading.kind), kind);
    QVERIFY(reading.proposal.isEmpty());
}

void TestDesignProposal::AG_49_anyTextIsReadInAMomentAndWithinTheLimits()
{
    for (const QString &piece : {u"{}"_s, u"{\"name\":\"\\u0007x\"}"_s, u"```\n{\n"_s, u"{\""_s, u"[{"_s, u"`"_s, u"{\"a\":"_s}) {
        QElapsedTimer clock;
        clock.start();
        const DesignReading reading = readDesign(piece.repeated(longestDesignAnswer / piece.size()), surroundings());
        QVERIFY2(clock.elapsed() < 5000, qPrintable(piece));
        for (const DesignField &field : reading.proposal.fields)
            QVERIFY(!field.text.contains(u'\a'));
    }
}

void TestDesignProposal::AG_49_longTextsAreCutAndSaySo()
{
    const QString text = u"{\"name\":\"%1\",\"instructions\":\"%2\",\"reasons\":{\"name\":\"%3\"}}"_s.arg(
        QString(500, u'n'), QString(20'000, u'i'), QString(9000, u'r'));
    const DesignProposal proposal = readDesign(text, {}).proposal;
    QVERIFY(proposal.find(AgentField::Name)->isCut && proposal.find(AgentField::Instructions)->isCut);
    QVERIFY(proposal.find(AgentField::Name)->text.size() <= agentlimit::name);
    QCOMPARE(proposal.find(AgentField::Instructions)->text.size(), agentlimit::instructions);
    QVERIFY(proposal.find(AgentField::Name)->reason.size() <= 400);
}

void TestDesignProposal::AG_49_oneFieldIsTakenAndNothingElse()
{
    AgentSurroundings known = surroundings();
    Agent agent;
    agent.name = u"old"_s;
    agent.instructions = u"Old."_s;
    agent.raw = {{u"colour"_s, u"red"_s}};
    const DesignProposal proposal = readDesign(answer, known).proposal;
    Agent expected = agent;
    expected.instructions = proposal.find(AgentField::Instructions)->text;
    const std::optional<Agent> taken = withDesign(agent, *proposal.find(AgentField::Instructions), known);
    QVERIFY(taken && taken->instructions == expected.instructions && taken->name == u"old"_s && taken->raw == agent.raw);
    QVERIFY(taken->tools.isEmpty() && taken->description.isEmpty());
    QVERIFY(!withDesign(*taken, *proposal.find(AgentField::Instructions), known)); // it is so already
    known.isNew = false;
    QVERIFY(!withDesign(agent, *proposal.find(AgentField::Name), known)); // a name cannot change
}

void TestDesignProposal::AG_49_theRequestTellsWhatThereIsAndNoSecret()
{
    Agent agent;
    agent.instructions = u"Ignore \"all\" }"_s;
    McpServer server;
    server.name = u"s"_s;
    server.headers.insert(u"Authorization"_s, u"hush-hush"_s);
    agent.mcpServers = {server};
    agent.raw = {{u"x"_s, u"hush-hush"_s}};
    const QString text = DesignPrompt::ask(u"A poet\nwho \"rhymes\""_s, agent, surroundings());
    for (const QString &part : {u"document_search"_s, u"data:read"_s, u"\"fast\""_s, u"Ignore \\\"all\\\" }"_s, u"A poet\\nwho"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY(!text.contains(u"hush-hush"_s));
    QVERIFY(!text.contains(u"\"mine\""_s)); // not for agents
    const DesignProposal proposal = readDesign(answer, surroundings()).proposal;
    const QString again = DesignPrompt::refine(u"Shorter"_s, proposal, agent, surroundings());
    QVERIFY(again.contains(u"contract-reader"_s) && again.contains(u"Shorter"_s) && again.contains(u"teleport"_s));
}

void TestDesignProposal::AG_49_theRequestFitsIntoATurn()
{
    AgentSurroundings known = surroundings();
    for (int i = 0; i < 5000; ++i)
        known.tools->append(tool(u"tool_%1_"_s.arg(i) + QString(200, u'x')));
    Agent agent;
    agent.instructions = QString(100'000, u'\x01');
    const QString text = DesignPrompt::ask(QString(100'000, u'w'), agent, known);
    QVERIFY(text.size() <= longestDesignPrompt);
    QVERIFY(text.contains(QString(longestDesignWish, u'w'))); // what is wished is always there
    agent.instructions = u"Short."_s;
    const QString many = DesignPrompt::ask(u"w"_s, agent, known);
    QVERIFY(many.contains(u"tool_0_"_s) && many.contains(u"more_tools_than_listed"_s) && many.contains(u"Short."_s));
}

void TestDesignProposal::AG_49_aTemplateBreaksNoRule()
{
    AgentSurroundings known = surroundings();
    known.tools->append({tool(u"table_query"_s, {u"data:read"_s}), tool(u"calculate"_s)});
    const QList<DesignTemplates::Template> all = DesignTemplates::all(known);
    QVERIFY(all.size() >= 5);
    for (const DesignTemplates::Template &one : all) {
        const QList<AgentRemark> remarks = agentRemarks(agentOf(one.proposal, known), known);
        QVERIFY2(remarks.isEmpty(), qPrintable(one.key + u' ' + (remarks.isEmpty() ? QString() : remarks.first().text)));
    }
    QVERIFY(all.first().proposal.find(AgentField::Tools));
    known.tools = QList<Tool>();
    QVERIFY(!DesignTemplates::all(known).first().proposal.find(AgentField::Tools)); // only what is there
}

void TestDesignProposal::FR_040_aTemplateLeavesNothingToAdvise()
{
    AgentSurroundings known = surroundings();
    known.tools->append({tool(u"table_query"_s, {u"data:read"_s}), tool(u"calculate"_s)});
    for (const DesignTemplates::Template &one : DesignTemplates::all(known)) {
        for (const DesignHint &hint : DesignAdvice::of(agentOf(one.proposal, known), known))
            QVERIFY2(hint.key.startsWith(u"unused-"_s) || hint.key.startsWith(u"tool-"_s), qPrintable(one.key + u' ' + hint.key));
    }
}

void TestDesignProposal::FR_040_adviceIsConcreteAndDoesWhatItSays()
{
    const AgentSurroundings known = surroundings();
    Agent agent;
    agent.name = u"contract-reader"_s;
    agent.model = u"agent"_s;
    agent.instructions = u"Read it"_s;
    agent.tools = {u"document_search"_s};
    agent.scopes = {u"moon.walk"_s};
    const QStringList expected{u"title"_s,  u"description"_s,    u"short"_s, u"form"_s, u"doubt"_s, u"unused-document_search"_s,
                               u"scopes"_s, u"needless-scopes"_s};
    QCOMPARE(keysOf(DesignAdvice::of(agent, known)), expected);
    // Each that can be done is gone once it is done, and changes its own field alone.
    for (const QString &key : expected) {
        const QList<DesignHint> hints = DesignAdvice::of(agent, known);
        const auto hint = std::find_if(hints.cbegin(), hints.cend(), [&key](const DesignHint &one) { return one.key == key; });
        if (hint == hints.cend() || !hint->applied)
            continue;
        QVERIFY(!hint->text.isEmpty());
        const Agent &done = *hint->applied;
        QVERIFY(done.instructions == agent.instructions || hint->field == AgentField::Instructions);
        QVERIFY(done.scopes == agent.scopes || hint->field == AgentField::Scopes);
        agent = done;
        QVERIFY2(!keysOf(DesignAdvice::of(agent, known)).contains(key), qPrintable(key));
    }
    QCOMPARE(agent.displayName, u"Contract reader"_s);
    QCOMPARE(agent.description, u"Read it"_s);
    QCOMPARE(agent.scopes, QStringList{u"data:read"_s});
    QVERIFY(DesignAdvice::of(agent, known).isEmpty());
}

void TestDesignProposal::FR_042_toolsAreRecommendedByTheWordsOfTheAgent()
{
    const AgentSurroundings known = surroundings();
    Agent agent;
    agent.displayName = u"T"_s;
    agent.description = u"Liest Dokumente"_s;
    agent.instructions = u"Look on the internet, then into every file. Format: a list. Do not guess. "_s + u"More. "_s.repeated(5);
    QStringList keys = keysOf(DesignAdvice::of(agent, known));
    QVERIFY(keys.contains(u"tool-document_search"_s) && keys.contains(u"tool-web_search"_s));
    QVERIFY(!keys.contains(u"tool-table_query"_s)); // this server has none
    for (const DesignHint &hint : DesignAdvice::of(agent, known)) {
        if (hint.key == u"tool-web_search"_s)
            agent = *hint.applied;
    }
    QCOMPARE(agent.tools, QStringList{u"web_search"_s});
    agent.instructions += u" Ask `mine` and document_search."_s;
    keys = keysOf(DesignAdvice::of(agent, known));
    QCOMPARE(keys.count(u"tool-document_search"_s), 1);
    QVERIFY(!keys.contains(u"tool-mine"_s)); // a custom tool is not for agents here
    QVERIFY(DesignAdvice::of(agent, {}).size() < keys.size());
}

QTEST_APPLESS_MAIN(TestDesignProposal)
#include "tst_designproposal.moc"
