// Tools and workflows out of files, and from one server to another, on real sockets (D-62, D-63). Agents: tst_definitionimport.cpp.
#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "auth/memorystore.h"
#include "exchangeserver.h"
#include "state/agents/agentstore.h"
#include "state/definitions/exchange/definitionimport.h"
#include "state/tools/toolport.h"
#include "state/tools/toolpromotion.h"
#include "state/tools/toolstore.h"
#include "state/workflows/workflowport.h"
#include "state/workflows/workflowpromotion.h"
#include "state/workflowstore.h"
#include "support/faultserver.h"
#include "support/localserverprocess.h"
#include "teamfixture.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

using State = DefinitionImport::State;
using Outcome = DefinitionImport::Outcome;

ImportSource source(DefinitionKind kind, const QList<QJsonObject> &definitions)
{
    ImportSource out;
    for (const QJsonObject &json : definitions) {
        out.definitions.append({kind, json, placeholdersIn(json)});
        out.files.append(json.value("name"_L1).toString() + u".yaml"_s);
    }
    return out;
}

QJsonObject toolWithSecret()
{
    QJsonObject tool = sampleTool(u"search_docs"_s);
    tool.insert("mcp_server"_L1, QJsonObject{{"name"_L1, u"docs"_s},
                                             {"transport"_L1, u"stdio"_s},
                                             {"command"_L1, u"serve-docs"_s},
                                             {"args"_L1, QJsonArray{u"--depth"_s, u"3"_s, u"--api-key"_s, u"hush-no-word"_s}},
                                             {"env"_L1, QJsonObject{{"DOCS_KEY"_L1, u"hush-hush-hush"_s}}}});
    return tool;
}

struct Scene {
    ExchangeServer server;
    TeamFixture team;
    std::function<bool(const Received &request)> isCut = {}; // the answer is lost, the request is not
    AgentStore agents{team.api};
    ToolStore tools{team.api, agents};
    WorkflowStore workflows{team.api};
    std::unique_ptr<DefinitionImport> import;

    [[nodiscard]] bool open(DefinitionKind kind)
    {
        team.script = [this](const Received &request) {
            const Scripted out = server.answer(request);
            return isCut && isCut(request) ? cut(out, 0, Scripted::End::Reset) : out;
        };
        std::unique_ptr<DefinitionPort> port;
        if (kind == DefinitionKind::Tool)
            port = std::make_unique<ToolPort>(team.api, &tools);
        else
            port = std::make_unique<WorkflowPort>(team.api, &workflows);
        import = std::make_unique<DefinitionImport>(std::move(port), DefinitionImport::Notes());
        return team.open();
    }
    [[nodiscard]] bool waitFor(State state) const
    {
        return QTest::qWaitFor([this, state] { return import->state() == state; }, 10'000);
    }
    [[nodiscard]] bool plan(const QList<QJsonObject> &definitions) const
    {
        import->plan(source(import->kind(), definitions));
        return waitFor(State::Planned);
    }
    [[nodiscard]] bool apply(const QList<int> &items) const
    {
        import->apply(items);
        return waitFor(State::Applied);
    }
    [[nodiscard]] const ImportItem &item(int index) const { return import->items().at(index); }
};

// The server of another profile, and a promotion to it.
struct Target {
    ExchangeServer server;
    bool isDumb = false; // of agents and tools it says nothing
    FaultServer http{[this](const Received &request) { return answer(request); }};
    MemoryStore secrets;
    AuthManagers sessions{secrets};
    Profile profile{Profile::Kind::Team, u"Other team"_s, http.url(), u"other"_s};
    std::unique_ptr<DefinitionPromotion> promotion;

    template <typename Promotion>
    [[nodiscard]] bool open(const QList<QJsonObject> &definitions, const QByteArray &token = "their-token")
    {
        AuthManager &session = sessions.of(profile);
        session.start();
        session.adoptToken(token, &session, [](const Result<> &) {});
        promotion = std::make_unique<Promotion>(definitions, PromotionTarget::Services{sessions});
        promotion->open(profile);
        return waitFor(State::Planned);
    }
    [[nodiscard]] bool waitFor(State state) const
    {
        return QTest::qWaitFor([this, state] { return promotion->import().state() == state; }, 10'000);
    }
    [[nodiscard]] QStringList openPoints(const QList<int> &items) const
    {
        QStringList out;
        for (const PromotionCheck &check : promotion->checklist(items)) {
            if (check.state == PromotionCheck::State::Open)
                out.append(check.text);
        }
        return out;
    }

private:
    Scripted answer(const Received &request)
    {
        if (isDumb && (request.target == "/agents" || request.target == "/agents/tools"))
            return reply(403, R"({"detail":"Not yours."})");
        const Scripted out = server.answer(request);
        return out.pieces.isEmpty() ? reply(404, R"({"detail":"Not Found"})") : out;
    }
};

} // namespace

class TestDefinitionExchange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D_62_toolsAreImportedAndTakenBack();
    void D_62_workflowsAreImportedAndTakenBack();
    void aWorkflowNamesWhatTheServerLacks();
    void whatTheServerDoesNotSayIsNotMissing();
    void whatAServerWouldRefuseIsStopped();
    void builtInsStayAsTheyAre();
    void D_62_secretsOfAToolNeverTravel();
    void aStrangersFileGetsNoSecretOfATool();
    void aLostCreationIsFound();
    void aLostAnswerIsLookedForWhenTakenBack();
    void whatOthersChangedMeanwhileIsKept();
    void theSameMemberChangedByOthersIsRefused();
    void changedSinceStays();
    void aNewNameTakenMeanwhileIsRefused();
    void aToolInUseIsTakenBackWhenItIsFree();
    void whatBelongsToSomebodyElseIsSaid();
    void leavingTheServerEndsIt_data();
    void leavingTheServerEndsIt();
    void D_63_toolsArePromotedAndRolledBack();
    void D_63_workflowsArePromotedWithAChecklist();
    void theChecklistSaysWhatIsNotKnown();
    void D_63_toolsReachTheLocalServersOwnApi();
};

void TestDefinitionExchange::D_62_toolsAreImportedAndTakenBack()
{
    Scene scene;
    scene.server.tools.put(u"t1"_s, sampleTool(u"send_note"_s));
    QVERIFY(scene.open(DefinitionKind::Tool));
    QVERIFY(scene.plan({sampleTool(u"send_note"_s, u"Sends two notes."_s), sampleTool(u"fresh"_s)}));
    QCOMPARE(scene.item(0).state, ImportItem::State::Changed);
    QCOMPARE(scene.item(1).state, ImportItem::State::New);
    QVERIFY(scene.apply({0, 1}));
    QCOMPARE(scene.import->report(0).outcome, Outcome::Changed);
    QCOMPARE(scene.import->report(1).outcome, Outcome::Created);
    QCOMPARE(scene.server.tools.puts, (QList<QJsonObject>{{{u"description"_s, u"Sends two notes."_s}}}));
    QVERIFY(!scene.server.tools.posts.constFirst().contains("id"_L1));
    QTRY_VERIFY(scene.tools.findByName(u"fresh"_s)); // the list shows it
    scene.import->rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QCOMPARE(scene.import->count(Outcome::TakenBack), 2);
    QCOMPARE(scene.server.tools.agents.keys(), QStringList{u"t1"_s});
    QCOMPARE(named(scene.server.tools, u"send_note"_s).value("description"_L1).toString(), u"Sends a note."_s);
    QVERIFY(!scene.import->canRollBack());
}

void TestDefinitionExchange::D_62_workflowsAreImportedAndTakenBack()
{
    Scene scene;
    scene.server.workflows.hasEtags = true;
    scene.server.workflows.put(u"w1"_s, sampleWorkflow(u"report"_s));
    QVERIFY(scene.open(DefinitionKind::Workflow));
    QVERIFY(scene.plan({sampleWorkflow(u"report"_s, u"editor"_s), sampleWorkflow(u"fresh"_s), sampleWorkflow(u"report"_s)}));
    QCOMPARE(scene.item(0).state, ImportItem::State::Changed);
    QCOMPARE(scene.item(1).state, ImportItem::State::New);
    QCOMPARE(scene.item(2).state, ImportItem::State::Invalid); // twice
    QVERIFY(scene.apply({0, 1, 2}));
    QCOMPARE(scene.server.workflows.puts.size(), 1);
    QCOMPARE(scene.server.workflows.puts.constFirst().keys(), QStringList{u"steps"_s});
    QCOMPARE(named(scene.server.workflows, u"fresh"_s).value("steps"_L1), sampleWorkflow({}).value("steps"_L1));
    QTRY_COMPARE(scene.workflows.workflows().size(), 2);
    scene.import->rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QCOMPARE(scene.import->count(Outcome::TakenBack), 2);
    QCOMPARE(scene.server.workflows.agents.size(), 1);
    QCOMPARE(named(scene.server.workflows, u"report"_s).value("steps"_L1), sampleWorkflow({}).value("steps"_L1));
}

void TestDefinitionExchange::aWorkflowNamesWhatTheServerLacks()
{
    Scene scene;
    scene.server.agents.put(u"a1"_s, {{u"name"_s, u"writer"_s}});
    scene.server.tools.put(u"t1"_s, sampleTool(u"telescope"_s));
    QVERIFY(scene.open(DefinitionKind::Workflow));
    QJsonObject byId = sampleWorkflow(u"by_id"_s, u"a1"_s);
    QJsonObject other = sampleWorkflow(u"other"_s, u"editor"_s);
    QJsonArray steps = other.value("steps"_L1).toArray();
    const QJsonObject crystal{{u"id"_s, u"c"_s}, {u"type"_s, u"tool"_s}, {u"tool"_s, u"crystal"_s}};
    steps.append(QJsonObject{{u"id"_s, u"both"_s}, {u"type"_s, u"parallel"_s}, {u"parallel_steps"_s, QJsonArray{crystal}}});
    other.insert("steps"_L1, steps);
    QVERIFY(scene.plan({sampleWorkflow(u"fine"_s), byId, other}));
    for (const int fine : {0, 1}) {
        QCOMPARE(scene.item(fine).missingAgents, QStringList());
        QCOMPARE(scene.item(fine).missingTools, QStringList());
    }
    QCOMPARE(scene.item(2).missingAgents, QStringList{u"editor"_s});
    QCOMPARE(scene.item(2).missingTools, QStringList{u"crystal"_s});
    QVERIFY(scene.item(2).canApply()); // they may come later
}

void TestDefinitionExchange::whatTheServerDoesNotSayIsNotMissing()
{
    Scene scene;
    QVERIFY(scene.open(DefinitionKind::Workflow));
    scene.team.script = [&scene](const Received &request) {
        return request.target.startsWith("/agents/workflows") ? scene.server.answer(request) : reply(403, R"({"detail":"no"})");
    };
    QVERIFY(scene.plan({sampleWorkflow(u"fresh"_s)}));
    QCOMPARE(scene.item(0).state, ImportItem::State::New);
    QCOMPARE(scene.item(0).missingAgents, QStringList());
    QCOMPARE(scene.item(0).missingTools, QStringList());
}

void TestDefinitionExchange::whatAServerWouldRefuseIsStopped()
{
    Scene tools;
    QVERIFY(tools.open(DefinitionKind::Tool));
    QJsonObject lost = sampleTool(u"lost"_s);
    lost.insert("entrypoint"_L1, u"nowhere"_s);
    ImportSource files = source(DefinitionKind::Tool, {sampleTool(u"bad name"_s), lost});
    files.definitions.append({DefinitionKind::Agent, {{u"name"_s, u"somebody"_s}}, {}});
    files.files.append(u"somebody.yaml"_s);
    tools.import->plan(files);
    QVERIFY(tools.waitFor(State::Planned));
    Scene workflows;
    QVERIFY(workflows.open(DefinitionKind::Workflow));
    QJsonObject empty = sampleWorkflow(u"empty"_s);
    empty.insert("steps"_L1, QJsonArray());
    QJsonObject twins = sampleWorkflow(u"twins"_s);
    const QJsonArray steps = twins.value("steps"_L1).toArray();
    twins.insert("steps"_L1, QJsonArray{steps.at(0), steps.at(0)});
    QVERIFY(workflows.plan({empty, twins, sampleWorkflow(QString(101, u'n'))}));
    for (const Scene *scene : {&tools, &workflows}) {
        QCOMPARE(scene->import->items().size(), 3);
        for (const ImportItem &item : scene->import->items()) {
            QCOMPARE(item.state, ImportItem::State::Invalid);
            QVERIFY2(!item.reasons.isEmpty(), qPrintable(item.name));
        }
    }
}

void TestDefinitionExchange::builtInsStayAsTheyAre()
{
    Scene scene;
    QJsonObject builtin = sampleTool(u"clock"_s);
    builtin.insert("is_builtin"_L1, true);
    scene.server.tools.put(u"t1"_s, builtin);
    QVERIFY(scene.open(DefinitionKind::Tool));
    QJsonObject elsewhere = sampleTool(u"calendar"_s);
    elsewhere.insert("is_builtin"_L1, true);
    QVERIFY(scene.plan({sampleTool(u"clock"_s, u"Mine now."_s), elsewhere}));
    QCOMPARE(scene.item(0).state, ImportItem::State::Taken);
    QCOMPARE(scene.item(1).state, ImportItem::State::Invalid);
    scene.import->apply({0, 1});
    QCOMPARE(scene.import->state(), State::Planned); // there was nothing to be done
}

void TestDefinitionExchange::D_62_secretsOfAToolNeverTravel()
{
    const FileDefinition tool{DefinitionKind::Tool, toolWithSecret(), {}};
    const auto written = writeDefinitions({tool}, DefinitionFormat::Yaml);
    QVERIFY(written);
    QVERIFY2(!written->bytes.contains("hush"), written->bytes.constData());
    QCOMPARE(written->omitted.size(), 2);
    QVERIFY(written->bytes.contains("--api-key") && written->bytes.contains("${API_KEY}"));
    const auto read = readDefinitions(written->bytes);
    QVERIFY(read);
    // Where the tool is already, it keeps its own.
    Scene scene;
    scene.server.tools.put(u"t1"_s, toolWithSecret());
    QVERIFY(scene.open(DefinitionKind::Tool));
    QJsonObject edited = read->constFirst().json;
    edited.insert("description"_L1, u"Better."_s);
    QVERIFY(scene.plan({edited}));
    QCOMPARE(scene.item(0).placeholders, QStringList());
    QVERIFY(scene.apply({0}));
    QCOMPARE(scene.server.tools.puts.constFirst().keys(), QStringList{u"description"_s});
    // Where it is new, its names are told.
    Scene other;
    QVERIFY(other.open(DefinitionKind::Tool));
    QVERIFY(other.plan({edited}));
    QCOMPARE(QSet<QString>(other.item(0).placeholders.begin(), other.item(0).placeholders.end()),
             (QSet<QString>{u"API_KEY"_s, u"DOCS_KEY"_s}));
    QVERIFY(!other.item(0).advice.isEmpty()); // it starts a program
}

void TestDefinitionExchange::aStrangersFileGetsNoSecretOfATool()
{
    Scene scene;
    scene.server.tools.put(u"t1"_s, toolWithSecret());
    QVERIFY(scene.open(DefinitionKind::Tool));
    QList<OmittedSecret> omitted;
    QJsonObject hostile = withoutSecrets(toolWithSecret(), omitted);
    QJsonObject program = hostile.value("mcp_server"_L1).toObject();
    program.insert("command"_L1, u"send-it-away"_s);
    hostile.insert("mcp_server"_L1, program);
    QVERIFY(scene.plan({hostile}));
    QCOMPARE(scene.item(0).state, ImportItem::State::Changed);
    QVERIFY(!QJsonDocument(scene.item(0).definition).toJson().contains("hush"));
    QVERIFY(scene.item(0).placeholders.contains(u"DOCS_KEY"_s));
}

void TestDefinitionExchange::aLostCreationIsFound()
{
    Scene scene;
    QVERIFY(scene.open(DefinitionKind::Workflow));
    QVERIFY(scene.plan({sampleWorkflow(u"fresh"_s)}));
    scene.isCut = [](const Received &request) { return request.method == "POST"; };
    QVERIFY(scene.apply({0}));
    QCOMPARE(scene.import->report(0).outcome, Outcome::Created);
    QCOMPARE(scene.server.workflows.posts.size(), 1);
}

void TestDefinitionExchange::aLostAnswerIsLookedForWhenTakenBack()
{
    Scene scene;
    QVERIFY(scene.open(DefinitionKind::Tool));
    QVERIFY(scene.plan({sampleTool(u"fresh"_s)}));
    bool isLost = false;
    scene.isCut = [&isLost](const Received &request) {
        isLost = isLost || request.method == "POST";
        return isLost;
    };
    QVERIFY(scene.apply({0}));
    QCOMPARE(scene.import->report(0).outcome, Outcome::Unknown);
    scene.isCut = nullptr;
    scene.import->rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QCOMPARE(scene.import->report(0).outcome, Outcome::TakenBack);
    QVERIFY(scene.server.tools.agents.isEmpty());
}

void TestDefinitionExchange::whatOthersChangedMeanwhileIsKept()
{
    Scene scene;
    scene.server.tools.hasEtags = true;
    scene.server.tools.put(u"t1"_s, sampleTool(u"send_note"_s));
    QVERIFY(scene.open(DefinitionKind::Tool));
    QVERIFY(scene.plan({sampleTool(u"send_note"_s, u"Sends two notes."_s)}));
    scene.server.tools.beforePut = [&scene] { scene.server.tools.put(u"t1"_s, {{u"is_active"_s, false}}); };
    QVERIFY(scene.apply({0}));
    QCOMPARE(scene.import->report(0).outcome, Outcome::Changed);
    QVERIFY(scene.import->report(0).text.contains(u"is_active"_s));
    scene.import->rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    const QJsonObject now = named(scene.server.tools, u"send_note"_s);
    QCOMPARE(now.value("description"_L1).toString(), u"Sends a note."_s);
    QCOMPARE(now.value("is_active"_L1).toBool(true), false);
}

void TestDefinitionExchange::theSameMemberChangedByOthersIsRefused()
{
    Scene scene;
    scene.server.workflows.put(u"w1"_s, sampleWorkflow(u"report"_s));
    QVERIFY(scene.open(DefinitionKind::Workflow));
    QVERIFY(scene.plan({sampleWorkflow(u"report"_s, u"editor"_s)}));
    scene.server.workflows.put(u"w1"_s, sampleWorkflow(u"report"_s, u"poet"_s));
    QVERIFY(scene.apply({0}));
    QCOMPARE(scene.import->report(0).outcome, Outcome::Refused);
    QVERIFY(scene.import->report(0).text.contains(u"steps"_s));
    QVERIFY(scene.server.workflows.puts.isEmpty());
    QVERIFY(!scene.import->canRollBack());
}

void TestDefinitionExchange::changedSinceStays()
{
    Scene scene;
    QVERIFY(scene.open(DefinitionKind::Workflow));
    QVERIFY(scene.plan({sampleWorkflow(u"fresh"_s)}));
    QVERIFY(scene.apply({0}));
    scene.server.workflows.put(u"new1"_s, {{u"description"_s, u"Somebody else's words"_s}});
    scene.import->rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QCOMPARE(scene.import->report(0).outcome, Outcome::Stays);
    QVERIFY(!scene.import->report(0).text.isEmpty());
    QCOMPARE(scene.server.workflows.agents.size(), 1);
}

void TestDefinitionExchange::aNewNameTakenMeanwhileIsRefused()
{
    Scene scene;
    QVERIFY(scene.open(DefinitionKind::Tool));
    QVERIFY(scene.plan({sampleTool(u"fresh"_s)}));
    scene.server.tools.put(u"theirs"_s, sampleTool(u"fresh"_s, u"Theirs."_s));
    QVERIFY(scene.apply({0}));
    QCOMPARE(scene.import->report(0).outcome, Outcome::Refused);
    QVERIFY(scene.server.tools.posts.isEmpty());
}

void TestDefinitionExchange::aToolInUseIsTakenBackWhenItIsFree()
{
    Scene scene;
    QVERIFY(scene.open(DefinitionKind::Tool));
    QVERIFY(scene.plan({sampleTool(u"fresh"_s)}));
    QVERIFY(scene.apply({0}));
    bool isUsed = true;
    scene.team.script = [&scene, &isUsed](const Received &request) {
        if (isUsed && request.method == "DELETE")
            return reply(409, R"({"detail":{"error":"resource_in_use","message":"used","agents":[{"id":"a1","name":"Clerk"}]}})");
        return scene.server.answer(request);
    };
    scene.import->rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QCOMPARE(scene.import->report(0).outcome, Outcome::Stays);
    QVERIFY2(scene.import->report(0).text.contains(u"Clerk"_s), qPrintable(scene.import->report(0).text));
    isUsed = false;
    QVERIFY(scene.import->canRollBack());
    scene.import->rollBack();
    QTRY_COMPARE(scene.import->report(0).outcome, Outcome::TakenBack);
    QVERIFY(scene.server.tools.agents.isEmpty());
}

// The team server answers 404 for writes to what is not one's own (contract 3.4).
void TestDefinitionExchange::whatBelongsToSomebodyElseIsSaid()
{
    Scene scene;
    scene.server.workflows.put(u"w1"_s, sampleWorkflow(u"report"_s));
    QVERIFY(scene.open(DefinitionKind::Workflow));
    QVERIFY(scene.plan({sampleWorkflow(u"report"_s, u"editor"_s), sampleWorkflow(u"fresh"_s)}));
    scene.team.script = [&scene](const Received &request) {
        const bool isChange = request.method == "PUT" || request.method == "DELETE";
        return isChange ? reply(404, R"({"detail":"Workflow not found"})") : scene.server.answer(request);
    };
    QVERIFY(scene.apply({0, 1}));
    QCOMPARE(scene.import->report(0).outcome, Outcome::Refused);
    QVERIFY(scene.import->report(0).text.contains(u"somebody else"_s));
    scene.import->rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QCOMPARE(scene.import->report(1).outcome, Outcome::Stays); // it is still there
}

void TestDefinitionExchange::leavingTheServerEndsIt_data()
{
    QTest::addColumn<bool>("isOfTools");
    QTest::newRow("tools") << true;
    QTest::newRow("workflows") << false;
}

void TestDefinitionExchange::leavingTheServerEndsIt()
{
    QFETCH(bool, isOfTools);
    Scene scene;
    QVERIFY(scene.open(isOfTools ? DefinitionKind::Tool : DefinitionKind::Workflow));
    QVERIFY(scene.plan({isOfTools ? sampleTool(u"fresh"_s) : sampleWorkflow(u"fresh"_s)}));
    if (isOfTools)
        scene.tools.clear();
    else
        scene.workflows.clear();
    QCOMPARE(scene.import->state(), State::Abandoned);
    scene.import->apply({0});
    QCOMPARE(scene.import->state(), State::Abandoned);
    QVERIFY(scene.server.tools.posts.isEmpty() && scene.server.workflows.posts.isEmpty());
}

void TestDefinitionExchange::D_63_toolsArePromotedAndRolledBack()
{
    Target target;
    target.server.tools.put(u"t1"_s, sampleTool(u"send_note"_s));
    QVERIFY(target.open<ToolPromotion>({sampleTool(u"send_note"_s, u"Better."_s), toolWithSecret()}));
    DefinitionImport &import = target.promotion->import();
    QCOMPARE(import.items().at(0).state, ImportItem::State::Changed);
    const QString open = target.openPoints({0, 1}).join(u'\n');
    for (const QString &name : {u"serve-docs"_s, u"notes.mail:send"_s, u"DOCS_KEY"_s})
        QVERIFY2(open.contains(name), qPrintable(open));
    QVERIFY(!target.openPoints({0}).join(u'\n').contains(u"DOCS_KEY"_s));
    import.apply({0, 1});
    QVERIFY(target.waitFor(State::Applied));
    QCOMPARE(import.count(Outcome::Created), 1);
    QVERIFY(!QJsonDocument(named(target.server.tools, u"search_docs"_s)).toJson().contains("hush"));
    import.rollBack();
    QVERIFY(target.waitFor(State::RolledBack));
    QCOMPARE(import.count(Outcome::TakenBack), 2);
    QCOMPARE(target.server.tools.agents.size(), 1);
    QCOMPARE(named(target.server.tools, u"send_note"_s).value("description"_L1).toString(), u"Sends a note."_s);
    target.sessions.of(target.profile).signOut();
    QCOMPARE(import.state(), State::Abandoned);
}

void TestDefinitionExchange::D_63_workflowsArePromotedWithAChecklist()
{
    Target target;
    target.server.agents.put(u"a1"_s, {{u"name"_s, u"writer"_s}});
    QVERIFY(target.open<WorkflowPromotion>({sampleWorkflow(u"report"_s), sampleWorkflow(u"poem"_s, u"poet"_s)}));
    DefinitionImport &import = target.promotion->import();
    QVERIFY(!target.openPoints({0}).join(u'\n').contains(u"poet"_s));
    const QString open = target.openPoints({0, 1}).join(u'\n');
    QVERIFY2(open.contains(u"poet"_s) && open.contains(u"telescope"_s) && !open.contains(u"writer"_s), qPrintable(open));
    import.apply({0, 1});
    QVERIFY(target.waitFor(State::Applied));
    QCOMPARE(target.server.workflows.agents.size(), 2);
    import.rollBack();
    QVERIFY(target.waitFor(State::RolledBack));
    QCOMPARE(target.server.workflows.agents.size(), 0);
}

void TestDefinitionExchange::theChecklistSaysWhatIsNotKnown()
{
    Target target;
    target.isDumb = true;
    QVERIFY(target.open<WorkflowPromotion>({sampleWorkflow(u"report"_s)}));
    int unknown = 0;
    for (const PromotionCheck &check : target.promotion->checklist({0}))
        unknown += check.state == PromotionCheck::State::Unknown ? 1 : 0;
    QCOMPARE(unknown, 2); // agents and tools
    QCOMPARE(target.openPoints({0}), QStringList());
}

void TestDefinitionExchange::D_63_toolsReachTheLocalServersOwnApi()
{
    QTemporaryDir dir;
    LocalServerProcess local(dir.path());
    QVERIFY(local.start());
    Target target;
    target.profile.baseUrl = local.url();
    QVERIFY(target.open<ToolPromotion>({toolWithSecret()}, local.token()));
    DefinitionImport &import = target.promotion->import();
    QCOMPARE(import.items().constFirst().state, ImportItem::State::New);
    import.apply({0});
    QVERIFY(target.waitFor(State::Applied));
    QVERIFY2(import.report(0).outcome == Outcome::Created, qPrintable(import.report(0).text));
    import.rollBack();
    QVERIFY(target.waitFor(State::RolledBack));
    QVERIFY2(import.report(0).outcome == Outcome::TakenBack, qPrintable(import.report(0).text));
}

QTEST_GUILESS_MAIN(TestDefinitionExchange)
#include "tst_definitionexchange.moc"
