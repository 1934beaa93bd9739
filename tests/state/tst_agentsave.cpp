#include "agentserver.h"
#include "state/agents/agentsave.h"
#include "state/agents/agentstore.h"
#include "teamfixture.h"
#include "wire/json/agentjson.h"

#include <QTest>

#include <memory>
#include <random>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const QString id = u"a1"_s;

QJsonObject wholeAgent()
{
    return {{"id"_L1, id},
            {"name"_L1, u"contracts"_s},
            {"display_name"_L1, u"Contracts"_s},
            {"description"_L1, u"Reads contracts"_s},
            {"model"_L1, u"agent"_s},
            {"instructions"_L1, u"Be exact."_s},
            {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"document_search"_s, u"calculate"_s}}, {"order"_L1, u"as given"_s}}},
            {"scopes"_L1, QJsonArray{u"data:read"_s}},
            {"visibility"_L1, u"personal"_s},
            {"is_active"_L1, true},
            {"is_builtin"_L1, false},
            {"colour"_L1, u"red"_s},
            {"version"_L1, 3}};
}

// One save against such a server, and all it said.
struct Scene {
    AgentServer agents;
    TeamFixture team;
    std::unique_ptr<AgentStore> store;
    std::unique_ptr<AgentSave> save;
    QList<Agent> saved;
    QStringList notKept;
    QStringList alsoChanged;
    QList<wire::ThreeWay> conflicts;
    QList<Error> errors;

    [[nodiscard]] bool open(const QJsonObject &agent = wholeAgent())
    {
        agents.agents.insert(id, agent);
        team.script = [this](const Received &request) { return agents.answer(request); };
        if (!team.open())
            return false;
        store = std::make_unique<AgentStore>(team.api);
        store->refresh();
        renew();
        return QTest::qWaitFor([this] { return store->isLoaded(); }, 5000);
    }
    void renew()
    {
        save = std::make_unique<AgentSave>(team.api, *store);
        QObject::connect(save.get(), &AgentSave::saved, save.get(),
                         [this](const Agent &agent, const QStringList &lost, const QStringList &others) {
                             saved.append(agent);
                             notKept = lost;
                             alsoChanged = others;
                         });
        QObject::connect(save.get(), &AgentSave::conflicted, save.get(),
                         [this](const wire::ThreeWay &merge, const Agent &) { conflicts.append(merge); });
        QObject::connect(save.get(), &AgentSave::failed, save.get(), [this](const Error &error) { errors.append(error); });
    }
    [[nodiscard]] Agent base() const { return *store->find(AgentId(id)); }
    [[nodiscard]] bool isOver() const { return !saved.isEmpty() || !conflicts.isEmpty() || !errors.isEmpty(); }
    [[nodiscard]] QJsonValue held(QLatin1StringView member) const { return agents.agents.value(id).value(member); }
};

unsigned seed()
{
    const unsigned chosen =
        qEnvironmentVariableIsSet("DESK_SEED") ? static_cast<unsigned>(qEnvironmentVariableIntValue("DESK_SEED")) : std::random_device{}();
    qInfo("DESK_SEED=%u", chosen);
    return chosen;
}

// Any JSON: what a newer server might add.
QJsonValue anything(std::mt19937 &engine, int depth)
{
    switch (engine() % (depth > 0 ? 7 : 5)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return engine() % 2 == 0;
    case 2:
        return static_cast<qint64>(engine()) * 4'000'000;
    case 3:
        return 0.1 * static_cast<double>(engine() % 1000);
    case 4:
        return QString(u"\u00e4\"\\\n\U0001F600"_s + QString::number(engine() % 100));
    case 5: {
        QJsonArray out;
        for (auto i = engine() % 4; i > 0; --i)
            out.append(anything(engine, depth - 1));
        return out;
    }
    default: {
        QJsonObject out;
        for (auto i = engine() % 4; i > 0; --i)
            out.insert(u"k"_s + QString::number(engine() % 50), anything(engine, depth - 1));
        return out;
    }
    }
}

QJsonObject generatedAgent(std::mt19937 &engine)
{
    QJsonObject agent = wholeAgent();
    for (auto i = engine() % 6; i > 0; --i)
        agent.insert(u"x_"_s + QString::number(engine() % 1000), anything(engine, 3));
    if (engine() % 2 == 0)
        agent.insert("mcp_servers"_L1, QJsonArray{QJsonObject{{"name"_L1, u"files"_s},
                                                              {"transport"_L1, engine() % 2 == 0 ? u"stdio"_s : u"pigeon"_s},
                                                              {"command"_L1, u"serve"_s},
                                                              {"x_more"_L1, anything(engine, 2)}}});
    if (engine() % 2 == 0)
        agent.insert("context_compression"_L1, QJsonObject{{"enabled"_L1, false}, {"x_more"_L1, anything(engine, 2)}});
    if (engine() % 3 == 0)
        agent.insert("workflows"_L1, QJsonObject{{"x"_L1, anything(engine, 2)}});
    if (engine() % 3 == 0)
        agent.insert("visibility"_L1, u"household"_s);
    return agent;
}

struct Edit {
    QLatin1StringView member;
    void (*apply)(Agent &agent);
};

const QList<Edit> edits{
    {"display_name"_L1, [](Agent &agent) { agent.displayName += u" 2"_s; }},
    {"description"_L1, [](Agent &agent) { agent.description.clear(); }},
    {"instructions"_L1, [](Agent &agent) { agent.instructions += u"\nAnd brief."_s; }},
    {"model"_L1, [](Agent &agent) { agent.model = u"frontier"_s; }},
    {"tools"_L1, [](Agent &agent) { agent.tools.append(u"read_file"_s); }},
    {"scopes"_L1, [](Agent &agent) { agent.scopes.clear(); }},
    {"is_active"_L1, [](Agent &agent) { agent.isActive = false; }},
};

} // namespace

// AG-40 … AG-52, HTTP-29: a save never writes over what it has not seen.
class TestAgentSave : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_41_onlyTheChangedFieldIsSentWhateverElseIsInTheDefinition();
    void AG_43_aClearedToolListIsSentAsEmpty();
    void HTTP_29_twoWhoChangedTheSameMeetInAConflictAndNothingIsWritten_data();
    void HTTP_29_twoWhoChangedTheSameMeetInAConflictAndNothingIsWritten();
    void HTTP_29_whatSomebodyElseChangedIsKept();
    void HTTP_29_aSaveBetweenOurLookAndOurWriteIsMetAsWell();
    void AG_50_aListShowsTheChangeAtOnceAndTakesItBack();
    void AG_51_whatAServerDoesNotKeepIsSaid();
    void AG_51_nothingSaidAnotherWayIsNoLoss();
    void AG_40_aNameThatIsTakenIsNotWrittenOver();
    void AG_40_aLostAnswerToACreationIsLookedFor();
    void anAgentThatIsGoneIsSaidToBe();
};

void TestAgentSave::AG_41_onlyTheChangedFieldIsSentWhateverElseIsInTheDefinition()
{
    std::mt19937 engine(seed());
    Scene scene;
    QVERIFY(scene.open());
    for (int round = 0; round < 60; ++round) {
        const QJsonObject before = generatedAgent(engine);
        const Edit &edit = edits.at(static_cast<qsizetype>(engine() % static_cast<unsigned>(edits.size())));
        scene.agents.agents.insert(id, before);
        scene.agents.puts.clear();
        scene.saved.clear();
        const Result<Agent> read = wire::agentFromJson(before);
        QVERIFY(read);
        Agent mine = *read;
        edit.apply(mine);
        scene.renew();
        scene.save->update(*read, mine);
        QTRY_COMPARE(scene.saved.size(), 1);
        QCOMPARE(scene.agents.puts.size(), 1);
        QCOMPARE(scene.agents.puts.constFirst().keys(), QStringList{edit.member});
        QJsonObject after = scene.agents.agents.value(id);
        QVERIFY2(after.value(edit.member) != before.value(edit.member), edit.member.data());
        for (const auto member : {edit.member, "version"_L1})
            after.insert(member, before.value(member));
        QCOMPARE(after, before);
        QVERIFY(scene.notKept.isEmpty());
    }
}

void TestAgentSave::AG_43_aClearedToolListIsSentAsEmpty()
{
    Scene scene;
    QVERIFY(scene.open());
    Agent mine = scene.base();
    mine.tools.clear();
    scene.save->update(scene.base(), mine);
    QTRY_COMPARE(scene.saved.size(), 1);
    QCOMPARE(scene.agents.puts.constFirst().value("tools"_L1).toObject().value("names"_L1), QJsonValue(QJsonArray()));
    QVERIFY(scene.saved.constFirst().tools.isEmpty());
}

void TestAgentSave::HTTP_29_twoWhoChangedTheSameMeetInAConflictAndNothingIsWritten_data()
{
    QTest::addColumn<bool>("hasEtags");
    QTest::newRow("a server with ETags") << true;
    QTest::newRow("a server where the last one wins") << false;
}

void TestAgentSave::HTTP_29_twoWhoChangedTheSameMeetInAConflictAndNothingIsWritten()
{
    QFETCH(bool, hasEtags);
    Scene scene;
    scene.agents.hasEtags = hasEtags;
    QVERIFY(scene.open());
    Agent mine = scene.base();
    mine.instructions = u"Be brief."_s;
    scene.agents.put(id, {{"instructions"_L1, u"Be kind."_s}});
    scene.save->update(scene.base(), mine);
    QTRY_VERIFY(scene.isOver());
    QCOMPARE(scene.conflicts.size(), 1);
    QCOMPARE(scene.conflicts.constFirst().conflicts.size(), 1);
    const wire::MergeConflict conflict = scene.conflicts.constFirst().conflicts.constFirst();
    QCOMPARE(conflict.member, u"instructions"_s);
    QCOMPARE(conflict.base, QJsonValue(u"Be exact."_s));
    QCOMPARE(conflict.mine, QJsonValue(u"Be brief."_s));
    QCOMPARE(conflict.server, QJsonValue(u"Be kind."_s));
    QVERIFY(scene.agents.puts.isEmpty());
    QCOMPARE(scene.base().instructions, u"Be kind."_s); // the list shows what is true
}

void TestAgentSave::HTTP_29_whatSomebodyElseChangedIsKept()
{
    Scene scene;
    QVERIFY(scene.open());
    const Agent base = scene.base();
    Agent mine = base;
    mine.instructions = u"Be brief."_s;
    mine.tools.append(u"read_file"_s);
    scene.agents.put(id, {{"description"_L1, u"Reads leases"_s},
                          {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"document_search"_s}}, {"order"_L1, u"as given"_s}}}});
    scene.save->update(base, mine);
    QTRY_COMPARE(scene.saved.size(), 1);
    QCOMPARE(scene.held("description"_L1).toString(), u"Reads leases"_s);
    QCOMPARE(scene.held("instructions"_L1).toString(), u"Be brief."_s);
    QCOMPARE(scene.saved.constFirst().tools, (QStringList{u"document_search"_s, u"read_file"_s}));
    QVERIFY(!scene.agents.puts.constFirst().contains("description"_L1));
    QCOMPARE(scene.alsoChanged, (QStringList{u"description"_s, u"tools"_s}));
}

void TestAgentSave::HTTP_29_aSaveBetweenOurLookAndOurWriteIsMetAsWell()
{
    Scene scene;
    scene.agents.hasEtags = true;
    QVERIFY(scene.open());
    Agent mine = scene.base();
    mine.model = u"frontier"_s;
    scene.agents.beforePut = [&scene] { scene.agents.put(id, {{"model"_L1, u"fast"_s}}); };
    scene.save->update(scene.base(), mine);
    QTRY_VERIFY(scene.isOver());
    QCOMPARE(scene.conflicts.size(), 1);
    QCOMPARE(scene.held("model"_L1).toString(), u"fast"_s);
    QVERIFY(scene.saved.isEmpty());
}

void TestAgentSave::AG_50_aListShowsTheChangeAtOnceAndTakesItBack()
{
    Scene scene;
    QVERIFY(scene.open());
    const auto answer = scene.team.script;
    scene.team.script = [answer](const Received &request) {
        return request.method == "PUT" ? late(reply(422, R"({"detail":[{"loc":["body","model"],"msg":"no such model","type":"x"}]})"), 50)
                                       : answer(request);
    };
    Agent mine = scene.base();
    mine.model = u"nonsense"_s;
    QStringList shown;
    connect(scene.store.get(), &AgentStore::agentChanged, scene.save.get(), [&] { shown.append(scene.base().model); });
    scene.save->update(scene.base(), mine);
    QTRY_COMPARE(scene.errors.size(), 1);
    QVERIFY(shown.contains(u"nonsense"_s));
    QCOMPARE(scene.base().model, u"agent"_s);
    QCOMPARE(scene.errors.constFirst().fields.constFirst().path, u"model"_s);
}

void TestAgentSave::AG_51_whatAServerDoesNotKeepIsSaid()
{
    Scene scene;
    scene.agents.forgets = {u"context_compression"_s};
    QVERIFY(scene.open());
    Agent mine = scene.base();
    mine.contextCompression = ContextCompression();
    mine.contextCompression->recentMessages = 9;
    mine.description = u"Reads leases"_s;
    scene.save->update(scene.base(), mine);
    QTRY_COMPARE(scene.saved.size(), 1);
    QCOMPARE(scene.notKept, QStringList{u"context_compression"_s});
}

void TestAgentSave::AG_51_nothingSaidAnotherWayIsNoLoss()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.team.script = [&scene](Received request) {
        if (request.method == "PUT") // as a server that keeps an empty text as none, and an empty list, too
            request.body.replace(R"("description":"")", R"("description":null)").replace(R"("scopes":[])", R"("scopes":null)");
        return scene.agents.answer(request);
    };
    Agent mine = scene.base();
    mine.description.clear();
    mine.scopes.clear();
    scene.save->update(scene.base(), mine);
    QTRY_COMPARE(scene.saved.size(), 1);
    QCOMPARE(scene.notKept, QStringList());
    QCOMPARE(scene.held("description"_L1), QJsonValue(QJsonValue::Null));
    QCOMPARE(scene.held("scopes"_L1), QJsonValue(QJsonValue::Null));
}

void TestAgentSave::AG_40_aNameThatIsTakenIsNotWrittenOver()
{
    Scene scene;
    QVERIFY(scene.open());
    Agent mine;
    mine.name = u"contracts"_s;
    mine.model = u"agent"_s;
    mine.instructions = u"Be new."_s;
    scene.save->create(mine);
    QTRY_COMPARE(scene.errors.size(), 1);
    QCOMPARE(scene.errors.constFirst().kind, Error::Kind::Conflict);
    QVERIFY(scene.agents.posts.isEmpty());
    QCOMPARE(scene.held("instructions"_L1).toString(), u"Be exact."_s);
}

void TestAgentSave::AG_40_aLostAnswerToACreationIsLookedFor()
{
    Scene scene;
    QVERIFY(scene.open());
    const auto answer = scene.team.script;
    scene.team.script = [answer](const Received &request) {
        const Scripted made = answer(request);
        return request.method == "POST" ? cut(made, 10, Scripted::End::Reset) : made;
    };
    Agent mine;
    mine.name = u"leases"_s;
    mine.model = u"agent"_s;
    mine.instructions = u"Read leases."_s;
    mine.visibility = AgentVisibility::Personal;
    scene.save->create(mine);
    QTRY_VERIFY(scene.isOver());
    QCOMPARE(scene.saved.size(), 1);
    QCOMPARE(scene.saved.constFirst().id.value(), u"new1"_s);
    QCOMPARE(scene.agents.posts.size(), 1);
    QVERIFY(scene.store->findByName(u"leases"_s) != nullptr);
}

void TestAgentSave::anAgentThatIsGoneIsSaidToBe()
{
    Scene scene;
    QVERIFY(scene.open());
    Agent mine = scene.base();
    mine.description = u"Reads leases"_s;
    scene.agents.agents.clear();
    scene.save->update(scene.base(), mine);
    QTRY_COMPARE(scene.errors.size(), 1);
    QCOMPARE(scene.errors.constFirst().kind, Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestAgentSave)
#include "tst_agentsave.moc"
