#include "state/agents/agentlimits.h"
#include "state/agents/agentrules.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace desk;

// What is done to an agent nothing can be said of, or to what is known around it.
struct AgentChange {
    std::function<void(Agent &, AgentSurroundings &)> apply;
};

namespace {

Tool tool(const QString &name, const QStringList &scopes = {})
{
    Tool out;
    out.name = name;
    out.scopes = scopes;
    out.isBuiltin = true;
    return out;
}

Agent perfectAgent()
{
    Agent out;
    out.name = u"contract-summariser"_s;
    out.displayName = u"Contract summariser"_s;
    out.description = u"Says in a page what a contract says"_s;
    out.model = u"agent"_s;
    out.instructions = u"Find the contract with document_search and sum it up."_s;
    out.tools = QStringList{u"document_search"_s};
    out.scopes = QStringList{u"search:read"_s};
    out.visibility = AgentVisibility::Personal;
    out.contextCompression = ContextCompression();
    McpServer program;
    program.name = u"files"_s;
    program.command = u"mcp-files"_s;
    program.environment.insert(u"ROOT"_s, u"/srv/contracts"_s);
    program.toolFilter = QStringList{u"list_files"_s};
    McpServer remote;
    remote.name = u"news"_s;
    remote.transport = McpTransport::Sse;
    remote.url = u"https://news.example.org/sse"_s;
    remote.headers.insert(u"Accept-Language"_s, u"en"_s);
    remote.toolFilter = QStringList{u"headlines"_s};
    out.mcpServers = QList<McpServer>{program, remote};
    return out;
}

AgentSurroundings surroundings()
{
    Tool off = tool(u"old_tool"_s);
    off.isActive = false;
    Tool custom = tool(u"own_tool"_s);
    custom.isBuiltin = false;
    AgentSurroundings out;
    out.isNew = true;
    out.takenNames = QStringList{u"other-agent"_s};
    out.reservedNames = teamReservedNames();
    out.models = QStringList{u"agent"_s, u"fast"_s};
    out.tools = QList<Tool>{tool(u"document_search"_s, {u"search:read"_s}),
                            tool(u"web_search"_s),
                            tool(u"data_document"_s, {u"data:write"_s}),
                            tool(u"calculate"_s),
                            off,
                            custom};
    out.grantedScopes = QStringList{u"search.read"_s, u"agent.execute"_s};
    return out;
}

QString emoji(int count)
{
    return QString::fromUcs4(U"\U0001F600").repeated(count);
}

// For the message of a failed comparison.
QByteArray told(const QList<AgentRemark> &remarks)
{
    QStringList out;
    for (const AgentRemark &remark : remarks)
        out.append(u"%1 %2 %3: %4"_s.arg(static_cast<int>(remark.field)).arg(remark.level).arg(remark.item).arg(remark.text));
    return out.join(u'\n').toUtf8();
}

} // namespace

class TestAgentRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void FR_016_everyRuleStandsBesideItsField_data();
    void FR_016_everyRuleStandsBesideItsField();
    void FR_016_nothingIsSaidWithoutReason_data();
    void FR_016_nothingIsSaidWithoutReason();
    void AG_40_charactersAreCountedAsTheServerCounts();
    void AG_40_remarksComeInTheOrderOfTheFields();
    void hostileNamesAreCut();
    void aSecretIsNotRepeated();

private:
    void addFaultsOfFields();
    void addFaultsOfLists();
    void addFaultsOfServers();
    void addAdvice();
    void addAdviceAboutServers();
};

namespace {

void row(const char *name, AgentField field, AgentRemark::Level level, int item, const QString &part,
         std::function<void(Agent &, AgentSurroundings &)> change)
{
    QTest::newRow(name) << static_cast<int>(field) << static_cast<int>(level) << item << part << AgentChange{std::move(change)};
}

} // namespace

void TestAgentRules::addFaultsOfFields()
{
    const auto fault = [](const char *name, AgentField field, const QString &part, auto change) {
        row(name, field, AgentRemark::Fault, -1, part, [change](Agent &agent, AgentSurroundings &) { change(agent); });
    };
    fault("no name", AgentField::Name, u"needs a name"_s, [](Agent &agent) { agent.name.clear(); });
    fault("a blank name", AgentField::Name, u"needs a name"_s, [](Agent &agent) { agent.name = u" "_s; });
    fault("a long name", AgentField::Name, u"too long"_s, [](Agent &agent) { agent.name = QString(121, u'a'); });
    fault("an underscore in the name", AgentField::Name, u"hyphens"_s, [](Agent &agent) { agent.name = u"my_agent"_s; });
    fault("a blank in the name", AgentField::Name, u"hyphens"_s, [](Agent &agent) { agent.name = u"my agent"_s; });
    fault("a letter that is not of a to z", AgentField::Name, u"hyphens"_s, [](Agent &agent) { agent.name = u"\u00E4gent"_s; });
    fault("a digit of another script", AgentField::Name, u"hyphens"_s, [](Agent &agent) { agent.name = u"agent-\u0663"_s; });
    fault("an emoji in the name", AgentField::Name, u"hyphens"_s, [](Agent &agent) { agent.name = emoji(1); });
    fault("a built-in name", AgentField::Name, u"“builder-local”"_s, [](Agent &agent) { agent.name = u"builder-local"_s; });
    fault("a taken name", AgentField::Name, u"“other-agent”"_s, [](Agent &agent) { agent.name = u"other-agent"_s; });
    fault("a long display name", AgentField::DisplayName, u"too long"_s, [](Agent &agent) { agent.displayName = QString(256, u'a'); });
    fault("no model", AgentField::Model, u"needs a model"_s, [](Agent &agent) { agent.model.clear(); });
    fault("a blank model", AgentField::Model, u"needs a model"_s, [](Agent &agent) { agent.model = u" "_s; });
    fault("no instructions", AgentField::Instructions, u"needs instructions"_s, [](Agent &agent) { agent.instructions.clear(); });
    fault("blank instructions", AgentField::Instructions, u"needs instructions"_s, [](Agent &agent) { agent.instructions = u"\n "_s; });
    fault("too long instructions", AgentField::Instructions, u"too long"_s,
          [](Agent &agent) { agent.instructions = QString(10'001, u'a'); });
    fault("built-in visibility", AgentField::Visibility, u"visibility"_s,
          [](Agent &agent) { agent.visibility = AgentVisibility::Builtin; });
    const AgentField compression = AgentField::ContextCompression;
    fault("shortened too early", compression, u"shortened"_s, [](Agent &agent) { agent.contextCompression->thresholdChars = 999; });
    fault("shortened too late", compression, u"shortened"_s, [](Agent &agent) { agent.contextCompression->thresholdChars = 100'001; });
    fault("too few messages kept", compression, u"messages"_s, [](Agent &agent) { agent.contextCompression->recentMessages = 0; });
    fault("too many messages kept", compression, u"messages"_s, [](Agent &agent) { agent.contextCompression->recentMessages = 21; });
    fault("too short a summary", compression, u"summary"_s, [](Agent &agent) { agent.contextCompression->maxSummaryChars = 499; });
    fault("too long a summary", compression, u"summary"_s, [](Agent &agent) { agent.contextCompression->maxSummaryChars = 10'001; });
}

void TestAgentRules::addFaultsOfLists()
{
    row("an unknown tool", AgentField::Tools, AgentRemark::Fault, 1, u"“nothing”"_s,
        [](Agent &agent, AgentSurroundings &) { agent.tools.append(u"nothing"_s); });
    row("a custom tool", AgentField::Tools, AgentRemark::Fault, 1, u"custom"_s,
        [](Agent &agent, AgentSurroundings &) { agent.tools.append(u"own_tool"_s); });
    row("a name of another list", AgentField::Tools, AgentRemark::Fault, 1, u"“rag”"_s, [](Agent &agent, AgentSurroundings &known) {
        agent.tools.append(u"rag"_s);
        known.otherTools.clear();
    });
}

void TestAgentRules::addFaultsOfServers()
{
    const auto fault = [](const char *name, int item, const QString &part, auto change) {
        row(name, AgentField::McpServers, AgentRemark::Fault, item, part,
            [change, item](Agent &agent, AgentSurroundings &) { change(agent.mcpServers[item]); });
    };
    fault("a server without name", 1, u"needs a name"_s, [](McpServer &server) { server.name = u" "_s; });
    fault("two servers of one name", 1, u"“files”"_s, [](McpServer &server) { server.name = u"files "_s; });
    fault("no command", 0, u"command"_s, [](McpServer &server) { server.command = u" "_s; });
    fault("no address", 1, u"needs an address"_s, [](McpServer &server) { server.url.clear(); });
    fault("an address of another kind", 1, u"http://"_s, [](McpServer &server) { server.url = u"ftp://news.example.org/sse"_s; });
    fault("an address without scheme", 1, u"http://"_s, [](McpServer &server) { server.url = u"news.example.org/sse"_s; });
    fault("an address without host", 1, u"http://"_s, [](McpServer &server) { server.url = u"https:///sse"_s; });
    fault("no address at all", 1, u"http://"_s, [](McpServer &server) { server.url = u"the news"_s; });
    fault("no time", 0, u"time-out"_s, [](McpServer &server) { server.timeoutSeconds = 0; });
    fault("too much time", 1, u"time-out"_s, [](McpServer &server) { server.timeoutSeconds = 601; });
}

void TestAgentRules::addAdvice()
{
    const auto advice = [](const char *name, AgentField field, int item, const QString &part,
                           std::function<void(Agent &, AgentSurroundings &)> change) {
        row(name, field, AgentRemark::Advice, item, part, std::move(change));
    };
    advice("no description", AgentField::Description, -1, u"description"_s,
           [](Agent &agent, AgentSurroundings &) { agent.description = u" "_s; });
    advice("a model that is not listed", AgentField::Model, -1, u"“gpt-x”"_s,
           [](Agent &agent, AgentSurroundings &) { agent.model = u"gpt-x"_s; });
    advice("long instructions", AgentField::Instructions, -1, u"very long"_s,
           [](Agent &agent, AgentSurroundings &) { agent.instructions = QString(8001, u'a'); });
    advice("instructions that name a tool", AgentField::Instructions, -1, u"“web_search”"_s,
           [](Agent &agent, AgentSurroundings &) { agent.instructions = u"Use web_search."_s; });
    advice("instructions that name a tool twice", AgentField::Instructions, -1, u": “web_search”."_s,
           [](Agent &agent, AgentSurroundings &) { agent.instructions = u"web_search,\u4E2Dweb_search"_s; });
    advice("instructions that name a word as a tool", AgentField::Instructions, -1, u"“calculate”"_s,
           [](Agent &agent, AgentSurroundings &) { agent.instructions = u"First `calculate`"_s; });
    advice("a tool that is off", AgentField::Tools, 1, u"switched off"_s,
           [](Agent &agent, AgentSurroundings &) { agent.tools.append(u"old_tool"_s); });
    advice("a tool whose scope the agent lacks", AgentField::Tools, 1, u"the agent does not have: “data.write”"_s,
           [](Agent &agent, AgentSurroundings &known) {
               agent.tools.append(u"data_document"_s);
               known.grantedScopes->append(u"data.write"_s);
           });
    advice("a tool whose scope the person lacks", AgentField::Tools, 1, u"your account does not have: “data.write”"_s,
           [](Agent &agent, AgentSurroundings &) {
               agent.tools.append(u"data_document"_s);
               agent.scopes.append(u"data.write"_s);
           });
    advice("a scope of another area", AgentField::Tools, 0, u"“search.read”"_s, [](Agent &agent, AgentSurroundings &known) {
        agent.scopes.clear();
        known.grantedScopes = QStringList{u"search.*"_s};
    });
    advice("a scope that no tool needs", AgentField::Scopes, 1, u"“data:read”"_s,
           [](Agent &agent, AgentSurroundings &) { agent.scopes.append(u"data:read"_s); });
}

void TestAgentRules::addAdviceAboutServers()
{
    const auto advice = [](const char *name, int item, const QString &part, auto change) {
        row(name, AgentField::McpServers, AgentRemark::Advice, item, part,
            [change, item](Agent &agent, AgentSurroundings &) { change(agent.mcpServers[item]); });
    };
    advice("a secret in a variable", 0, u"“API_KEY”"_s,
           [](McpServer &server) { server.environment.insert(u"API_KEY"_s, u"s3cr3t-value-1"_s); });
    advice("a secret in a header", 1, u"“Authorization”"_s,
           [](McpServer &server) { server.headers.insert(u"Authorization"_s, u"Bearer s3cr3tABCdef1234567"_s); });
    advice("a secret in an address", 1, u"address"_s, [](McpServer &server) { server.url = u"https://me:s3cr3tpw@news.example.org/"_s; });
    advice("a secret in the arguments", 0, u"arguments"_s,
           [](McpServer &server) { server.arguments = QStringList{u"--api-key=s3cr3t123456"_s}; });
}

void TestAgentRules::FR_016_everyRuleStandsBesideItsField_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("item");
    QTest::addColumn<QString>("part");
    QTest::addColumn<AgentChange>("change");
    addFaultsOfFields();
    addFaultsOfLists();
    addFaultsOfServers();
    addAdvice();
    addAdviceAboutServers();
}

void TestAgentRules::FR_016_everyRuleStandsBesideItsField()
{
    QFETCH(int, field);
    QFETCH(int, level);
    QFETCH(int, item);
    QFETCH(QString, part);
    QFETCH(AgentChange, change);
    Agent agent = perfectAgent();
    AgentSurroundings known = surroundings();
    change.apply(agent, known);
    const QList<AgentRemark> remarks = agentRemarks(agent, known);
    QVERIFY2(remarks.size() == 1, told(remarks).constData());
    QCOMPARE(static_cast<int>(remarks.constFirst().field), field);
    QCOMPARE(static_cast<int>(remarks.constFirst().level), level);
    QCOMPARE(remarks.constFirst().item, item);
    QVERIFY2(remarks.constFirst().text.contains(part), told(remarks).constData());
}

void TestAgentRules::FR_016_nothingIsSaidWithoutReason_data()
{
    QTest::addColumn<AgentChange>("change");
    const auto add = [](const char *name, std::function<void(Agent &, AgentSurroundings &)> change) {
        QTest::newRow(name) << AgentChange{std::move(change)};
    };
    add("a perfect agent", [](Agent &, AgentSurroundings &) {});
    add("the longest texts", [](Agent &agent, AgentSurroundings &) {
        agent.name = QString(120, u'a');
        agent.displayName = QString(255, u'a');
        agent.instructions = QString(8000, u'a');
    });
    add("the least numbers", [](Agent &agent, AgentSurroundings &) {
        agent.contextCompression = ContextCompression{true, 1000, 1, 500, {}, {}};
        agent.mcpServers[0].timeoutSeconds = 1;
    });
    add("the greatest numbers", [](Agent &agent, AgentSurroundings &) {
        agent.contextCompression = ContextCompression{true, 100'000, 20, 10'000, {}, {}};
        agent.mcpServers[0].timeoutSeconds = 600;
    });
    add("no display name, no compression, no tools", [](Agent &agent, AgentSurroundings &) {
        agent.displayName.clear();
        agent.contextCompression.reset();
        agent.mcpServers.clear();
        agent.tools.clear();
        agent.scopes.clear();
        agent.instructions = u"Say hello."_s;
    });
    add("what an agent that exists does not send", [](Agent &agent, AgentSurroundings &known) {
        known.isNew = false;
        known.takenNames.append(u"chat_agent"_s);
        agent.name = u"chat_agent"_s;
    });
    add("models that are not known", [](Agent &agent, AgentSurroundings &known) {
        known.models.reset();
        agent.model = u"gpt-x"_s;
    });
    add("tools that are not known", [](Agent &agent, AgentSurroundings &known) {
        known.tools.reset();
        agent.tools = QStringList{u"nothing"_s};
        agent.scopes = QStringList{u"data.read"_s};
    });
    add("a tool that no list has", [](Agent &agent, AgentSurroundings &) {
        agent.tools.append(u"rag"_s);
        agent.scopes.append(u"data.read"_s); // who knows what it needs
    });
    add("custom tools on a server that runs them", [](Agent &agent, AgentSurroundings &known) {
        known.takesCustomTools = true;
        agent.tools.append(u"own_tool"_s);
    });
    add("scopes with a dot", [](Agent &agent, AgentSurroundings &) { agent.scopes = QStringList{u"search.read"_s}; });
    add("scopes of an area", [](Agent &agent, AgentSurroundings &known) {
        agent.scopes = QStringList{u"search.*"_s};
        known.grantedScopes = QStringList{u"search:*"_s};
    });
    add("every scope", [](Agent &agent, AgentSurroundings &known) {
        agent.scopes = QStringList{u"*"_s};
        known.grantedScopes = QStringList{u"*"_s};
    });
    add("scopes of the person that are not known", [](Agent &, AgentSurroundings &known) { known.grantedScopes.reset(); });
    add("a person whose token names no scope", [](Agent &, AgentSurroundings &known) { known.grantedScopes = QStringList(); });
    add("scopes for a workflow", [](Agent &agent, AgentSurroundings &) {
        agent.scopes.append(u"workflow.execute"_s);
        agent.workflows.insert(u"names"_s, QJsonArray{u"web-research-simple"_s});
    });
    add("a word that is a tool's name too", [](Agent &agent, AgentSurroundings &) { agent.instructions = u"calculate `it`."_s; });
    add("part of a tool's name", [](Agent &agent, AgentSurroundings &) { agent.instructions = u"web_searches my_web_search"_s; });
    add("a tool that a tool server brings along", [](Agent &agent, AgentSurroundings &) {
        agent.instructions = u"Use web_search."_s;
        agent.mcpServers[1].toolFilter->append(u"web_search"_s);
    });
    add("a tool that a tool server may bring along", [](Agent &agent, AgentSurroundings &) {
        agent.instructions = u"Use web_search."_s;
        agent.mcpServers[1].toolFilter.reset();
    });
    add("a reference to a secret", [](Agent &agent, AgentSurroundings &) {
        agent.mcpServers[0].environment.insert(u"API_KEY"_s, u"${API_KEY}"_s);
        agent.mcpServers[1].headers.insert(u"Authorization"_s, u"Bearer ${API_KEY_OF_THE_NEWS}"_s);
    });
    add("words of a later server", [](Agent &agent, AgentSurroundings &) {
        agent.visibility = OpenEnum<AgentVisibility>::fromWire(u"team"_s);
        agent.mcpServers[0].transport = OpenEnum<McpTransport>::fromWire(u"pipe"_s);
        agent.mcpServers[0].command.clear();
    });
}

void TestAgentRules::FR_016_nothingIsSaidWithoutReason()
{
    QFETCH(AgentChange, change);
    Agent agent = perfectAgent();
    AgentSurroundings known = surroundings();
    change.apply(agent, known);
    const QList<AgentRemark> remarks = agentRemarks(agent, known);
    QVERIFY2(remarks.isEmpty(), told(remarks).constData());
}

void TestAgentRules::AG_40_charactersAreCountedAsTheServerCounts()
{
    QCOMPARE(agentTextLength(QString()), 0);
    QCOMPARE(agentTextLength(u"a"_s + emoji(2) + u'b'), 4);
    QCOMPARE(agentTextLength(QString(QChar(0xD83D)) + u'a' + QChar(0xDE00)), 3); // halves of none

    const auto levels = [](const QString &displayName, const QString &instructions) {
        Agent agent = perfectAgent();
        agent.displayName = displayName;
        agent.instructions = instructions;
        QList<int> out;
        const QList<AgentRemark> remarks = agentRemarks(agent, surroundings());
        for (const AgentRemark &remark : remarks)
            out.append(remark.level);
        return out;
    };
    QCOMPARE(levels(emoji(255), emoji(8000)), QList<int>());
    QCOMPARE(levels(emoji(256), emoji(8000)), QList<int>{AgentRemark::Fault});
    QCOMPARE(levels({}, emoji(8001)), QList<int>{AgentRemark::Advice});
    QCOMPARE(levels({}, emoji(10'000)), QList<int>{AgentRemark::Advice});
    QCOMPARE(levels({}, emoji(10'001)), QList<int>{AgentRemark::Fault});
}

void TestAgentRules::AG_40_remarksComeInTheOrderOfTheFields()
{
    Agent agent;
    agent.visibility = AgentVisibility::Builtin;
    agent.tools = QStringList{u"nothing"_s, u"document_search"_s};
    agent.displayName = QString(300, u'a');
    agent.mcpServers = QList<McpServer>{McpServer(), McpServer()};
    agent.contextCompression = ContextCompression{true, 0, 0, 0, {}, {}};
    const QList<AgentRemark> remarks = agentRemarks(agent, surroundings());
    const auto isBefore = [](const AgentRemark &one, const AgentRemark &other) {
        return std::pair(one.field, one.item) < std::pair(other.field, other.item);
    };
    QVERIFY2(std::is_sorted(remarks.cbegin(), remarks.cend(), isBefore), told(remarks).constData());
    QCOMPARE(remarks.size(), 15);
}

void TestAgentRules::hostileNamesAreCut()
{
    const QString hostile = u"evil\n\u202E%1%2<b>"_s + QString(100'000, u'x');
    Agent agent = perfectAgent();
    agent.model = hostile;
    agent.tools = QStringList{hostile, hostile};
    agent.scopes = QStringList{hostile};
    agent.mcpServers[0].name = agent.mcpServers[1].name = hostile;
    for (int i = 0; i < 20; ++i)
        agent.mcpServers[0].environment.insert(u"API_KEY"_s + QString(i, u'\n') + hostile, u"password=s3cr3t"_s);
    AgentSurroundings known = surroundings();
    known.tools->append(tool(hostile, {hostile, hostile, hostile, hostile, u"data:write"_s}));
    const QList<AgentRemark> remarks = agentRemarks(agent, known);
    QVERIFY2(remarks.size() >= 7, told(remarks).constData());
    for (const AgentRemark &remark : remarks) {
        QVERIFY2(remark.text.size() < 400, qPrintable(remark.text));
        QVERIFY(!remark.text.contains(u'\n') && !remark.text.contains(QChar(0x202E)));
    }
}

void TestAgentRules::aSecretIsNotRepeated()
{
    Agent agent = perfectAgent();
    agent.mcpServers[0].environment.insert(u"API_KEY"_s, u"s3cr3t-value-1"_s);
    agent.mcpServers[0].arguments = QStringList{u"--api-key=s3cr3t123456"_s};
    agent.mcpServers[1].headers.insert(u"Authorization"_s, u"Bearer s3cr3tABCdef1234567"_s);
    agent.mcpServers[1].url = u"ftp://me:s3cr3tpw@news.example.org/"_s;
    const QList<AgentRemark> remarks = agentRemarks(agent, surroundings());
    QCOMPARE(remarks.size(), 5);
    for (const AgentRemark &remark : remarks)
        QVERIFY2(!remark.text.contains(u"s3cr3t"_s), qPrintable(remark.text));
}

QTEST_APPLESS_MAIN(TestAgentRules)
#include "tst_agentrules.moc"
