// Agents into files and out of them, onto a real server on a socket: planned, saved, taken back (AG-06, AG-26, D-62).
#include "importscene.h"
#include "state/agents/agentimportrules.h"
#include "state/definitions/definitionexport.h"
#include "state/definitions/exchange/definitionshape.h"
#include "wire/json/agentjson.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

using State = AgentImport::State;
using Outcome = AgentImport::Outcome;

FileDefinition definition(const QJsonObject &json)
{
    return {DefinitionKind::Agent, json, {}};
}

ImportSource source(const QList<QJsonObject> &agents)
{
    ImportSource out;
    for (const QJsonObject &agent : agents) {
        out.definitions.append(definition(agent));
        out.files.append(agent.value("name"_L1).toString() + u".agent.yaml"_s);
    }
    return out;
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject secretive(const QString &name, const QString &secret)
{
    QJsonObject agent = sampleAgent(name);
    agent.insert("mcp_servers"_L1, QJsonArray{QJsonObject{{"name"_L1, u"files"_s},
                                                          {"transport"_L1, u"stdio"_s},
                                                          {"command"_L1, u"serve"_s},
                                                          {"env"_L1, QJsonObject{{"API_KEY"_L1, secret}}}}});
    return agent;
}

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
    switch (engine() % (depth > 0 ? 6 : 4)) {
    case 0:
        return static_cast<double>(engine() % 100'000) / 8;
    case 1:
        return engine() % 2 == 0;
    case 2:
        return u"no\n\t\u2028 # : - ~ \"'"_s + QString::number(engine() % 1000);
    case 3:
        return QString();
    case 4:
        return QJsonArray{anything(engine, depth - 1), anything(engine, depth - 1)};
    default:
        return QJsonObject{{u"yes"_s, anything(engine, depth - 1)}, {u"0"_s, anything(engine, depth - 1)}};
    }
}

} // namespace

class TestDefinitionImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void exportWritesAFileThatReadsTheSame_data();
    void exportWritesAFileThatReadsTheSame();
    void exportReplacesNothingUnasked();
    void D_62_exportIsLosslessForWhateverAServerSays();
    void planSaysWhatBecomesOfEach();
    void planNamesWhatIsMissingHere();
    void secretsOfTheServerStay();
    void aStrangersFileGetsNoSecret();
    void D_62_importsAndTakesBack();
    void whatSomebodyChangedSinceStays();
    void aCutInTheMiddleIsKnownAndTakenBack();
    void aLostAnswerIsTakenBackAsWell();
    void aRefusalIsSaidAtItsAgent();
    void stopsBetweenTwoAgents();
    void endsWithTheServer();
    void anUnreachableListCanBeTriedAgain();
};

void TestDefinitionImport::exportWritesAFileThatReadsTheSame_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("json file") << static_cast<int>(DefinitionFormat::Json) << false;
    QTest::newRow("yaml file") << static_cast<int>(DefinitionFormat::Yaml) << false;
    QTest::newRow("json folder") << static_cast<int>(DefinitionFormat::Json) << true;
    QTest::newRow("yaml folder") << static_cast<int>(DefinitionFormat::Yaml) << true;
}

void TestDefinitionImport::exportWritesAFileThatReadsTheSame()
{
    QFETCH(int, format);
    QFETCH(bool, isFolder);
    QTemporaryDir dir;
    const QString path = dir.filePath(u"out"_s);
    const QList<FileDefinition> agents{definition(sampleAgent(u"one"_s)), definition(secretive(u"two"_s, u"hush-hush-hush"_s))};
    DefinitionExport exporter;
    QSignalSpy spy(&exporter, &DefinitionExport::finished);
    exporter.start({agents, static_cast<DefinitionFormat>(format), path, isFolder});
    QVERIFY(exporter.isRunning());
    QTRY_COMPARE(spy.size(), 1);
    const auto outcome = spy.constFirst().constFirst().value<DefinitionExport::Outcome>();
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.written.size(), isFolder ? 2 : 1);
    QCOMPARE(outcome.omitted.size(), 1);
    const ImportSource read = DefinitionImportPlan::read({path});
    QVERIFY(read.faults.isEmpty());
    QCOMPARE(read.definitions.size(), 2);
    QCOMPARE(read.definitions.constFirst().json, agents.constFirst().json);
    QVERIFY(!QString::fromUtf8(contents(isFolder ? QDir(path).filePath(read.files.constLast()) : path)).contains(u"hush-hush-hush"_s));
}

void TestDefinitionImport::exportReplacesNothingUnasked()
{
    QTemporaryDir dir;
    const QList<FileDefinition> agents{definition(sampleAgent(u"one"_s)), definition(sampleAgent(u"two"_s))};
    DefinitionExport::Request request{agents, DefinitionFormat::Yaml, dir.filePath(u"agents"_s), true};
    QCOMPARE(DefinitionExport::write(request).written.size(), 2);
    QCOMPARE(DefinitionExport::write(request).unchanged.size(), 2); // the same again disturbs nobody
    const QString theirs = QDir(request.path).filePath(u"two.agent.yaml"_s);
    QVERIFY(put(theirs, "mine: true\n"));
    const DefinitionExport::Outcome refused = DefinitionExport::write(request);
    QVERIFY(refused.error);
    QCOMPARE(refused.error->kind, Error::Kind::Conflict);
    QCOMPARE(refused.inTheWay, QStringList{u"two.agent.yaml"_s});
    QCOMPARE(contents(theirs), QByteArray("mine: true\n"));
    request.replaces = true;
    QCOMPARE(DefinitionExport::write(request).written, QStringList{u"two.agent.yaml"_s});
    request = {agents, DefinitionFormat::Json, dir.filePath(u"agents.json"_s), false};
    QVERIFY(put(request.path, "{}"));
    QCOMPARE(DefinitionExport::write(request).inTheWay, QStringList{u"agents.json"_s});
    QCOMPARE(contents(request.path), QByteArray("{}"));
}

void TestDefinitionImport::D_62_exportIsLosslessForWhateverAServerSays()
{
    std::mt19937 engine(seed());
    QTemporaryDir dir;
    for (int round = 0; round < 40; ++round) {
        QJsonObject agent = sampleAgent(u"agent-%1"_s.arg(round));
        for (unsigned i = 0; i < engine() % 6; ++i)
            agent.insert(u"future_%1"_s.arg(i), anything(engine, 3));
        const auto format = engine() % 2 == 0 ? DefinitionFormat::Json : DefinitionFormat::Yaml;
        const QString path = dir.filePath(u"file%1"_s.arg(round));
        QVERIFY(!DefinitionExport::write({{definition(agent)}, format, path}).error);
        const ImportSource read = DefinitionImportPlan::read({path});
        QCOMPARE(read.definitions.size(), 1);
        QCOMPARE(read.definitions.constFirst().json, agent);
        QJsonObject there = agent;
        there.insert("id"_L1, u"a1"_s);
        there.insert("version"_L1, 9);
        const Result<Agent> server = wire::agentFromJson(there);
        QVERIFY(server);
        const QList<ImportItem> plan = DefinitionImportPlan::make(read, {wire::toJson(*server)}, AgentImportRules::of({}));
        QCOMPARE(plan.constFirst().state, ImportItem::State::Same);
        QVERIFY(plan.constFirst().notSent.isEmpty());
    }
}

void TestDefinitionImport::planSaysWhatBecomesOfEach()
{
    ImportScene scene;
    scene.agents.put(u"a1"_s, sampleAgent(u"same"_s));
    scene.agents.put(u"a2"_s, sampleAgent(u"changed"_s));
    QJsonObject builtin = sampleAgent(u"dispatcher"_s);
    builtin.insert("is_builtin"_L1, true);
    scene.agents.put(u"a3"_s, builtin);
    QVERIFY(scene.open());
    QTemporaryDir dir;
    QVERIFY(put(dir.filePath(u"broken.yaml"_s), "a: [1\n"));
    ImportSource files = source({sampleAgent(u"same"_s), sampleAgent(u"changed"_s, u"Be brief."_s), sampleAgent(u"fresh"_s),
                                 sampleAgent(u"dispatcher"_s, u"Mine now."_s), sampleAgent(u"fresh"_s), sampleAgent(u"bad name!"_s)});
    files.definitions.append({DefinitionKind::Tool, {{"name"_L1, u"hammer"_s}}, {}});
    files.files.append(u"hammer.tool.yaml"_s);
    files.faults = DefinitionImportPlan::read({dir.filePath(u"broken.yaml"_s), dir.filePath(u"absent.yaml"_s)}).faults;
    scene.import->plan(files);
    QVERIFY(scene.waitFor(State::Planned));
    QCOMPARE(scene.item(u"same"_s)->state, ImportItem::State::Same);
    QCOMPARE(scene.item(u"changed"_s)->state, ImportItem::State::Changed);
    QCOMPARE(scene.item(u"changed"_s)->before.value("instructions"_L1).toString(), u"Be exact."_s);
    QCOMPARE(scene.item(u"changed"_s)->definition.value("instructions"_L1).toString(), u"Be brief."_s);
    QCOMPARE(scene.item(u"fresh"_s)->state, ImportItem::State::New);
    QCOMPARE(scene.item(u"dispatcher"_s)->state, ImportItem::State::Taken);
    QCOMPARE(scene.import->items().at(4).state, ImportItem::State::Invalid); // twice
    for (const QString &name : {u"bad name!"_s, u"hammer"_s, u"broken.yaml"_s, u"absent.yaml"_s}) {
        QVERIFY2(scene.item(name), qPrintable(name));
        QCOMPARE(scene.item(name)->state, ImportItem::State::Invalid);
        QVERIFY(!scene.item(name)->reasons.isEmpty());
    }
    QVERIFY(scene.agents.puts.isEmpty() && scene.agents.posts.isEmpty());
}

void TestDefinitionImport::planNamesWhatIsMissingHere()
{
    QJsonObject agent = secretive(u"fresh"_s, u"${API_KEY}"_s);
    agent.insert("tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"calculate"_s, u"telepathy"_s}}});
    agent.insert("model"_L1, u"giant"_s);
    agent.insert("colour"_L1, u"red"_s);
    ImportSource files = source({agent});
    files.definitions.first().placeholders = {u"API_KEY"_s};
    AgentSurroundings known;
    Tool tool;
    tool.name = u"calculate"_s;
    tool.isBuiltin = true;
    known.tools = QList<Tool>{tool};
    known.models = QStringList{u"agent"_s};
    const ImportItem item = DefinitionImportPlan::make(files, {}, AgentImportRules::of(known)).constFirst();
    QCOMPARE(item.state, ImportItem::State::New); // a server takes it all the same
    QCOMPARE(item.missingTools, QStringList{u"telepathy"_s});
    QCOMPARE(item.missingModel, u"giant"_s);
    QCOMPARE(item.placeholders, QStringList{u"API_KEY"_s});
}

void TestDefinitionImport::secretsOfTheServerStay()
{
    ImportScene scene;
    scene.agents.put(u"a1"_s, secretive(u"two"_s, u"hush-hush-hush"_s));
    QVERIFY(scene.open());
    QJsonObject edited = secretive(u"two"_s, u"hush-hush-hush"_s);
    edited.insert("instructions"_L1, u"Be brief."_s);
    QTemporaryDir dir;
    const QString path = dir.filePath(u"two.yaml"_s);
    QVERIFY(!DefinitionExport::write({{definition(edited)}, DefinitionFormat::Yaml, path}).error);
    scene.import->readFiles({path});
    QVERIFY(scene.waitFor(State::Planned));
    QVERIFY(scene.item(u"two"_s)->placeholders.isEmpty());
    scene.import->apply({0});
    QVERIFY(scene.waitFor(State::Applied));
    QCOMPARE(scene.agents.puts.size(), 1);
    QCOMPARE(scene.agents.puts.constFirst().keys(), QStringList{u"instructions"_s});
    QVERIFY(QJsonDocument(scene.named(u"two"_s)).toJson().contains("hush-hush-hush"));
}

void TestDefinitionImport::aStrangersFileGetsNoSecret()
{
    QJsonObject there = secretive(u"two"_s, u"hush-hush-hush"_s);
    there.insert("id"_L1, u"a1"_s);
    const Result<Agent> server = wire::agentFromJson(there);
    QVERIFY(server);
    QList<OmittedSecret> omitted;
    QJsonObject hostile = withoutSecrets(secretive(u"two"_s, u"hush-hush-hush"_s), omitted);
    QJsonObject program = hostile.value("mcp_servers"_L1).toArray().at(0).toObject();
    program.insert("command"_L1, u"send-it-away"_s);
    hostile.insert("mcp_servers"_L1, QJsonArray{program});
    ImportSource files = source({hostile});
    files.definitions.first().placeholders = {u"API_KEY"_s};
    const ImportItem item = DefinitionImportPlan::make(files, {wire::toJson(*server)}, AgentImportRules::of({})).constFirst();
    QCOMPARE(item.state, ImportItem::State::Changed);
    QVERIFY(!QJsonDocument(definitionShape(DefinitionKind::Agent).creation(item.definition)).toJson().contains("hush-hush-hush"));
    QCOMPARE(item.placeholders, QStringList{u"API_KEY"_s});
}

void TestDefinitionImport::D_62_importsAndTakesBack()
{
    ImportScene scene;
    scene.agents.put(u"a1"_s, sampleAgent(u"changed"_s));
    QVERIFY(scene.open());
    scene.import->plan(source({sampleAgent(u"changed"_s, u"Be brief."_s), sampleAgent(u"fresh"_s)}));
    QVERIFY(scene.waitFor(State::Planned));
    QVERIFY(!scene.import->canRollBack());
    scene.import->apply({0, 1});
    QVERIFY(scene.waitFor(State::Applied));
    QCOMPARE(scene.import->report(0).outcome, Outcome::Changed);
    QCOMPARE(scene.import->report(1).outcome, Outcome::Created);
    QCOMPARE(scene.named(u"changed"_s).value("instructions"_L1).toString(), u"Be brief."_s);
    QVERIFY(!scene.named(u"fresh"_s).isEmpty());
    QVERIFY(scene.import->canRollBack());
    scene.import->rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QCOMPARE(scene.import->count(Outcome::TakenBack), 2);
    QCOMPARE(scene.named(u"changed"_s).value("instructions"_L1).toString(), u"Be exact."_s);
    QVERIFY(scene.named(u"fresh"_s).isEmpty());
    QVERIFY(!scene.import->canRollBack());
    QVERIFY(!scene.store.findByName(u"fresh"_s));
}

void TestDefinitionImport::whatSomebodyChangedSinceStays()
{
    ImportScene scene;
    scene.agents.put(u"a1"_s, sampleAgent(u"one"_s));
    scene.agents.put(u"a2"_s, sampleAgent(u"two"_s));
    QVERIFY(scene.open());
    scene.import->plan(source({sampleAgent(u"one"_s, u"New one."_s), sampleAgent(u"two"_s, u"New two."_s), sampleAgent(u"three"_s)}));
    QVERIFY(scene.waitFor(State::Planned));
    scene.import->apply(scene.all());
    QVERIFY(scene.waitFor(State::Applied));
    scene.agents.put(u"a1"_s, {{"description"_L1, u"Theirs"_s}});
    scene.agents.put(scene.named(u"three"_s).value("id"_L1).toString(), {{"description"_L1, u"Theirs"_s}});
    scene.import->rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QCOMPARE(scene.import->report(0).outcome, Outcome::Stays);
    QVERIFY(!scene.import->report(0).text.isEmpty());
    QCOMPARE(scene.import->report(1).outcome, Outcome::TakenBack);
    QCOMPARE(scene.import->report(2).outcome, Outcome::Stays);
    QCOMPARE(scene.named(u"one"_s).value("instructions"_L1).toString(), u"New one."_s);
    QCOMPARE(scene.named(u"two"_s).value("instructions"_L1).toString(), u"Be exact."_s);
    QCOMPARE(scene.named(u"three"_s).value("description"_L1).toString(), u"Theirs"_s);
    QVERIFY(!scene.import->canRollBack()); // it would be the same again
}

void TestDefinitionImport::aCutInTheMiddleIsKnownAndTakenBack()
{
    ImportScene scene;
    QVERIFY(scene.open());
    QList<QJsonObject> agents;
    for (int i = 0; i < 10; ++i)
        agents.append(sampleAgent(u"agent-%1"_s.arg(i)));
    scene.import->plan(source(agents));
    QVERIFY(scene.waitFor(State::Planned));
    QObject::connect(scene.import.get(), &AgentImport::progressed, scene.import.get(), [&scene](int item) {
        if (item == 4 && scene.import->state() == State::Applying)
            scene.refusal = reply(403, R"({"detail":"No more."})");
    });
    scene.import->apply(scene.all());
    QVERIFY(scene.waitFor(State::Applied));
    QCOMPARE(scene.import->count(Outcome::Created), 5);
    QCOMPARE(scene.import->count(Outcome::Refused), 5);
    QCOMPARE(scene.agents.agents.size(), 5);
    scene.refusal = {};
    scene.import->rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QCOMPARE(scene.agents.agents.size(), 0);
    QCOMPARE(scene.import->count(Outcome::TakenBack), 5);
}

void TestDefinitionImport::aLostAnswerIsTakenBackAsWell()
{
    ImportScene scene;
    QVERIFY(scene.open());
    scene.import->plan(source({sampleAgent(u"one"_s), sampleAgent(u"two"_s)}));
    QVERIFY(scene.waitFor(State::Planned));
    bool isLost = true; // from the first creation on nothing comes back
    scene.isCut = [&isLost, &scene](const Received &) { return isLost && !scene.agents.posts.isEmpty(); };
    scene.import->apply({0, 1});
    QTRY_COMPARE_WITH_TIMEOUT(scene.import->state(), State::Applied, 60'000);
    QVERIFY(scene.import->report(0).outcome == Outcome::Unknown || scene.import->report(0).outcome == Outcome::Created);
    QVERIFY(!scene.named(u"one"_s).isEmpty());
    isLost = false;
    scene.import->rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QVERIFY(scene.named(u"one"_s).isEmpty());
}

void TestDefinitionImport::aRefusalIsSaidAtItsAgent()
{
    ImportScene scene;
    scene.agents.put(u"a1"_s, sampleAgent(u"one"_s));
    QVERIFY(scene.open());
    scene.import->plan(source({sampleAgent(u"one"_s, u"Mine."_s)}));
    QVERIFY(scene.waitFor(State::Planned));
    scene.agents.put(u"a1"_s, {{"instructions"_L1, u"Theirs."_s}}); // between the plan and the write
    scene.import->apply({0});
    QVERIFY(scene.waitFor(State::Applied));
    QCOMPARE(scene.import->report(0).outcome, Outcome::Refused);
    QVERIFY(scene.import->report(0).text.contains(u"instructions"_s));
    QCOMPARE(scene.named(u"one"_s).value("instructions"_L1).toString(), u"Theirs."_s);
    QVERIFY(!scene.import->canRollBack());
}

void TestDefinitionImport::stopsBetweenTwoAgents()
{
    ImportScene scene;
    QVERIFY(scene.open());
    scene.import->plan(source({sampleAgent(u"one"_s), sampleAgent(u"two"_s), sampleAgent(u"three"_s)}));
    QVERIFY(scene.waitFor(State::Planned));
    scene.import->apply({0, 1, 2});
    scene.import->cancel();
    QVERIFY(scene.waitFor(State::Applied));
    QCOMPARE(scene.import->count(Outcome::Created), 1);
    QCOMPARE(scene.import->count(Outcome::NotReached), 2);
    QCOMPARE(scene.agents.posts.size(), 1);
}

void TestDefinitionImport::endsWithTheServer()
{
    ImportScene scene;
    QVERIFY(scene.open());
    scene.import->plan(source({sampleAgent(u"one"_s), sampleAgent(u"two"_s)}));
    QVERIFY(scene.waitFor(State::Planned));
    scene.import->apply({0, 1});
    scene.store.clear();
    QCOMPARE(scene.import->state(), State::Abandoned);
    scene.import->rollBack();
    scene.import->apply({0, 1});
    QCOMPARE(scene.import->state(), State::Abandoned);
}

void TestDefinitionImport::anUnreachableListCanBeTriedAgain()
{
    ImportScene scene;
    QVERIFY(scene.open());
    scene.team.script = [](const Received &) { return reply(403, R"({"detail":"Not yours."})"); };
    scene.import->plan(source({sampleAgent(u"one"_s)}));
    QVERIFY(scene.waitFor(State::Failed));
    QCOMPARE(scene.import->error().kind, Error::Kind::Forbidden);
    scene.team.script = [](const Received &request) { return request.target == "/agents" ? json("[]") : Scripted{}; };
    scene.import->replan();
    QVERIFY(scene.waitFor(State::Planned));
    QCOMPARE(scene.import->items().size(), 1);
}

QTEST_GUILESS_MAIN(TestDefinitionImport)
#include "tst_definitionimport.moc"
