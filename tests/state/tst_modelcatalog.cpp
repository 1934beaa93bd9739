// The language models of a workspace: a team server's gateway part by part, and the local server's endpoints (AG-47, contract 3.17).
#include "state/agents/agentstore.h"
#include "state/llm/modelcatalog.h"
#include "state/llm/providercheck.h"
#include "state/llm/serverproviders.h"
#include "state/models/llmlistmodel.h"
#include "teamfixture.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// A part of the stored answers (tests/data/contract/README.md).
QByteArray stored(QLatin1StringView part)
{
    QFile file(QStringLiteral(DESK_TEST_DATA "/contract/llm.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument(QJsonDocument::fromJson(file.readAll()).object().value(part).toObject()).toJson(QJsonDocument::Compact);
}

const QByteArray agentsJson = R"([
    {"id":"a1","name":"web","display_name":"Web","model":"agent","instructions":"","tools":{"names":[]}},
    {"id":"a2","name":"ask","display_name":"Ask","model":"claude-sonnet","instructions":"","tools":{"names":[]}},
    {"id":"a3","name":"odd","display_name":"Odd","model":"unheard-of","instructions":"","tools":{"names":[]}}])";

struct Scene {
    TeamFixture team;
    QHash<QByteArray, Scripted> answers; // by "METHOD target"; else those of the contract
    std::unique_ptr<AgentStore> agents;
    std::unique_ptr<ServerProviders> providers;
    std::unique_ptr<ModelCatalog> catalog;
    std::unique_ptr<LlmListModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;

    void make()
    {
        agents = std::make_unique<AgentStore>(team.api);
        providers = std::make_unique<ServerProviders>(team.api, team.workspace);
        catalog = std::make_unique<ModelCatalog>(team.api, team.workspace, *agents, *providers);
        model = std::make_unique<LlmListModel>(*catalog);
        tester = std::make_unique<QAbstractItemModelTester>(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    [[nodiscard]] bool open()
    {
        team.script = [this](const Received &request) { return answer(request); };
        if (!team.open())
            return false;
        make();
        agents->refresh();
        catalog->refresh();
        return QTest::qWaitFor([this] { return agents->isLoaded() && !isBusy(); }, 5000);
    }
    [[nodiscard]] bool isBusy() const
    {
        for (const ModelCatalog::Part part : ModelCatalog::parts) {
            if (catalog->part(part).isLoading)
                return true;
        }
        return catalog->isWorking();
    }
    [[nodiscard]] CatalogPart::State stateOf(ModelCatalog::Part part) const { return catalog->part(part).state; }
    [[nodiscard]] CatalogModel find(const QString &id) const
    {
        for (const CatalogModel &one : catalog->models()) {
            if (one.id == id)
                return one;
        }
        return {};
    }

private:
    Scripted answer(const Received &request) const
    {
        const QByteArray key = request.method + ' ' + request.target;
        if (answers.contains(key))
            return answers.value(key);
        if (request.target == "/agents")
            return json(agentsJson);
        const QByteArray part = request.target.startsWith("/llm/") && request.method == "GET" ? request.target.mid(5) : QByteArray();
        for (const auto known : {"models"_L1, "health"_L1, "load"_L1, "purposes"_L1, "keys"_L1}) {
            if (QLatin1StringView(part) == known)
                return json(stored(known));
        }
        if (part == "cloud-models/openai")
            return json(stored("cloud_models"_L1));
        return {};
    }
};

QStringList namesOf(const QList<ModelUser> &users)
{
    QStringList out;
    for (const ModelUser &user : users)
        out << user.name;
    return out;
}

} // namespace

class TestModelCatalog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_47_aModelTellsWhoUsesIt();
    void everyPartOfTheGatewayIsRead();
    void aPartThatIsRefusedOrAbsentHarmsNoOther();
    void AG_47_withoutAGatewayThereAreNamesAtLeast();
    void aFailureLeavesWhatIsKnown();
    void aKeyIsSentAndItsStateReadAgain();
    void aKeyThatWasNotTakenIsTold();
    void AG_47_aTestOfAKeyTellsTheContext();
    void anAnswerForAnotherWorkspaceIsNoNews();
    void AG_47_theLocalServersEndpointIsTestedAndItsModelsListed();
    void LOC_02_aTypedKeyReachesTheEndpointAndNothingElse();
    void aTestIsCancelled();
    void aTestEndsWithWhoAsked();
    void withoutALocalServerATestSaysSo();
};

void TestModelCatalog::AG_47_aModelTellsWhoUsesIt()
{
    Scene scene;
    QVERIFY(scene.open());
    QCOMPARE(scene.model->rowCount(), 2);
    const QModelIndex claude = scene.model->index(0);
    QCOMPARE(claude.data(LlmListModel::NameRole), u"claude-sonnet"_s);
    QCOMPARE(claude.data(LlmListModel::ProviderRole), u"anthropic"_s);
    // /llm/purposes is the fuller answer: there "agent" leads nowhere, so only who names the model itself uses it.
    QCOMPARE(scene.find(u"claude-sonnet"_s).purposes, QStringList{u"chat"_s});
    QCOMPARE(namesOf(scene.find(u"claude-sonnet"_s).users), QStringList{u"Ask"_s});
    QVERIFY(!scene.find(u"claude-sonnet"_s).contextWindow); // nobody said it
    QSignalSpy changed(scene.model.get(), &QAbstractItemModel::dataChanged);
    Agent agent = *scene.agents->find(AgentId(u"a3"_s));
    agent.model = u"chat"_s; // a purpose
    scene.agents->put(agent);
    QCOMPARE(namesOf(scene.find(u"claude-sonnet"_s).users), QStringList({u"Ask"_s, u"Odd"_s}));
    QCOMPARE(changed.size(), 1); // one row
    QCOMPARE(claude.data(LlmListModel::UsersRole), 2);
}

void TestModelCatalog::everyPartOfTheGatewayIsRead()
{
    Scene scene;
    QVERIFY(scene.open());
    for (const ModelCatalog::Part part : ModelCatalog::parts) {
        QCOMPARE(scene.stateOf(part), CatalogPart::State::Known);
        QVERIFY(scene.catalog->part(part).readAt.isValid());
    }
    QCOMPARE(scene.catalog->health().modelsAvailable, 12);
    QCOMPARE(scene.catalog->load().totalActive, 3);
    QCOMPARE(scene.catalog->keys().size(), 3);
    QCOMPARE(scene.catalog->purposes().value(u"fast"_s), u"local-small"_s);
}

void TestModelCatalog::aPartThatIsRefusedOrAbsentHarmsNoOther()
{
    Scene scene;
    scene.answers.insert("GET /llm/keys", reply(403, R"({"detail":"Admin role required"})"));
    scene.answers.insert("GET /llm/load", reply(404, R"({"detail":"Not Found"})"));
    scene.answers.insert("GET /llm/purposes", reply(422, R"({"detail":"odd"})"));
    QVERIFY(scene.open());
    QCOMPARE(scene.stateOf(ModelCatalog::Part::Keys), CatalogPart::State::Refused);
    QCOMPARE(scene.stateOf(ModelCatalog::Part::Load), CatalogPart::State::Absent);
    QCOMPARE(scene.stateOf(ModelCatalog::Part::Purposes), CatalogPart::State::Failed);
    QCOMPARE(scene.stateOf(ModelCatalog::Part::Health), CatalogPart::State::Known);
    QCOMPARE(scene.model->rowCount(), 2);
    // The list brought purposes too.
    QCOMPARE(namesOf(scene.find(u"claude-sonnet"_s).users), QStringList({u"Ask"_s, u"Web"_s}));
}

void TestModelCatalog::AG_47_withoutAGatewayThereAreNamesAtLeast()
{
    Scene scene;
    scene.answers.insert("GET /llm/models", reply(404, R"({"detail":"Not Found"})"));
    scene.answers.insert("GET /agents/models", json(R"({"object":"list","data":[{"id":"agent","object":"model","owned_by":"house"}]})"));
    QVERIFY(scene.open());
    QTRY_COMPARE(scene.model->rowCount(), 1);
    QCOMPARE(namesOf(scene.find(u"agent"_s).users), QStringList{u"Web"_s});
    QCOMPARE(scene.find(u"agent"_s).provider, u"house"_s);
}

void TestModelCatalog::aFailureLeavesWhatIsKnown()
{
    Scene scene;
    QVERIFY(scene.open());
    QSignalSpy failed(scene.catalog.get(), &ModelCatalog::failed);
    scene.answers.insert("GET /llm/models", reply(403, R"({"detail":"no"})"));
    scene.catalog->refresh();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(scene.model->rowCount(), 2);
    QVERIFY(scene.catalog->isLoaded());
}

void TestModelCatalog::aKeyIsSentAndItsStateReadAgain()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.answers.insert("POST /llm/keys", json(R"({"success":true,"message":"Saved"})"));
    QSignalSpy done(scene.catalog.get(), &ModelCatalog::keyDone);
    const auto asked = [&scene](const QByteArray &method) {
        return std::count_if(scene.team.server.received().cbegin(), scene.team.server.received().cend(),
                             [&method](const Received &request) { return request.method == method && request.target == "/llm/keys"; });
    };
    const auto before = asked("GET");
    scene.catalog->setKey({LlmVendor::OpenAi, u"sk-very-secret-1"_s, {}, {}, {}});
    QVERIFY(scene.catalog->isWorking());
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(done.constFirst().constFirst(), u"Saved"_s);
    QCOMPARE(asked("POST"), 1);
    QTRY_COMPARE(asked("GET"), before + 1);
}

void TestModelCatalog::aKeyThatWasNotTakenIsTold()
{
    Scene scene;
    QVERIFY(scene.open());
    QSignalSpy failed(scene.catalog.get(), &ModelCatalog::keyFailed);
    scene.answers.insert("POST /llm/keys", json(R"({"success":false,"message":"sk-very-secret-2 is no key"})"));
    scene.catalog->setKey({LlmVendor::OpenAi, u"sk-very-secret-2"_s, {}, {}, {}});
    QTRY_COMPARE(failed.size(), 1);
    scene.answers.insert("POST /llm/keys", reply(403, R"({"detail":"Admin role required"})"));
    scene.catalog->setKey({LlmVendor::OpenAi, u"sk-very-secret-3"_s, {}, {}, {}});
    QTRY_COMPARE(failed.size(), 2);
    QCOMPARE(failed.constLast().constFirst().value<Error>().kind, Error::Kind::Forbidden);
    QTRY_VERIFY(!scene.isBusy());
}

void TestModelCatalog::AG_47_aTestOfAKeyTellsTheContext()
{
    Scene scene;
    scene.answers.insert("GET /llm/models", json(R"({"models":[{"id":"big","provider":"openai","actual_model":"openai/gpt-large"}],
        "purposes":{}})"));
    QVERIFY(scene.open());
    QSignalSpy tested(scene.catalog.get(), &ModelCatalog::keyTested);
    scene.catalog->testKey(LlmVendor::OpenAi);
    QTRY_COMPARE(tested.size(), 1);
    QCOMPARE(scene.find(u"big"_s).contextWindow, 128000);
}

void TestModelCatalog::anAnswerForAnotherWorkspaceIsNoNews()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.catalog->refresh();
    scene.catalog->clear();
    QCOMPARE(scene.model->rowCount(), 0);
    QCOMPARE(scene.stateOf(ModelCatalog::Part::Health), CatalogPart::State::Unknown);
    scene.catalog->refresh(); // asked anew, although the first are still under way
    QTRY_COMPARE(scene.model->rowCount(), 2);
}

namespace {

// A real local server, and an endpoint that wants a key.
struct Local {
    QTemporaryDir dir;
    Scripted list = json(R"({"data":[{"id":"small:1b","context_length":4096,"capabilities":["tools"]},{"id":"other"}]})");
    FaultServer endpoint{[this](const Received &) { return list; }};
    MemoryStore secrets;
    AuthManagers accounts{secrets};
    ProfileTokenSource tokens;
    Transport transport{tokens};
    ApiClient api{transport};
    Workspace workspace{api, tokens, accounts, {dir.filePath(u"data"_s), QStringLiteral(DESK_LOCALSERVER), {}}};
    AgentStore agents{api};
    ServerProviders providers{api, workspace};
    ModelCatalog catalog{api, workspace, agents, providers};
    LlmListModel model{catalog};
    ProviderCheck check{workspace};

    [[nodiscard]] ModelProvider provider() const
    {
        ModelProvider out;
        out.name = u"mine"_s;
        out.baseUrl = QUrl(endpoint.url().toString(QUrl::StripTrailingSlash) + u"/v1"_s);
        out.models = {u"small:1b"_s};
        return out;
    }
    [[nodiscard]] bool open()
    {
        QObject::connect(&check, &ProviderCheck::listed, &providers, &ServerProviders::takeOffered);
        workspace.setProvider(provider(), {});
        workspace.open({Profile::Kind::Local, Profile::localName(), {}});
        if (!QTest::qWaitFor([this] { return workspace.state() == Workspace::State::Ready; }, 20'000))
            return false;
        agents.refresh();
        catalog.refresh();
        return QTest::qWaitFor([this] { return agents.isLoaded() && catalog.isLoaded(); }, 10'000);
    }
};

} // namespace

void TestModelCatalog::AG_47_theLocalServersEndpointIsTestedAndItsModelsListed()
{
    Local local;
    QAbstractItemModelTester tester(&local.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(local.open());
    QCOMPARE(local.model.rowCount(), 1);
    QVERIFY(!local.catalog.models().constFirst().users.isEmpty()); // whoever names none of its models gets the first
    local.check.start(local.providers.providers().constFirst(), {});
    QVERIFY(local.check.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!local.check.isRunning(), 20'000);
    QVERIFY2(!local.check.hasFailed(), qPrintable(local.check.text()));
    QCOMPARE(local.model.rowCount(), 2);
    QCOMPARE(local.catalog.models().at(0).contextWindow, 4096);
    QCOMPARE(local.catalog.models().at(0).capabilities, QStringList{u"tools"_s});
    QCOMPARE(local.model.index(1).data(LlmListModel::SetUpRole), false);
    QVERIFY(local.catalog.models().at(1).users.isEmpty());
    local.list = reply(404, "{}");
    local.check.start(local.provider(), {});
    QTRY_VERIFY_WITH_TIMEOUT(local.check.hasFailed(), 20'000);
    QCOMPARE(local.check.report()->problem, u"no_models_list"_s);
    QVERIFY(!local.check.text().isEmpty());
}

void TestModelCatalog::LOC_02_aTypedKeyReachesTheEndpointAndNothingElse()
{
    Local local;
    QVERIFY(local.open());
    for (const QByteArray &key : {QByteArray("typed-secret-key-1"), QByteArray("typed-secret-key-2")}) {
        local.check.start(local.provider(), key); // each test sends its own, however soon it follows
        QTRY_VERIFY_WITH_TIMEOUT(!local.check.isRunning(), 20'000);
        QVERIFY2(!local.check.hasFailed(), qPrintable(local.check.text()));
        QCOMPARE(local.endpoint.received().constLast().headers.value("authorization"), "Bearer " + key);
    }
    local.check.start(local.provider(), {});
    QTRY_VERIFY_WITH_TIMEOUT(!local.check.isRunning(), 20'000);
    QVERIFY(!local.endpoint.received().constLast().headers.contains("authorization")); // it was for its test alone
    QCOMPARE(local.workspace.provider().name, u"mine"_s);
    QCOMPARE(local.providers.providers().size(), 1);
}

void TestModelCatalog::aTestIsCancelled()
{
    Local local;
    local.list.pieces.clear();
    local.list.end = Scripted::End::Hold;
    QVERIFY(local.open());
    local.check.start(local.provider(), {});
    QTRY_COMPARE_WITH_TIMEOUT(local.endpoint.received().size(), 1, 20'000);
    local.check.cancel();
    QVERIFY(!local.check.isRunning());
    QVERIFY(!local.check.hasFailed()); // nobody is told what they did themselves
    QVERIFY(local.check.text().isEmpty());
}

void TestModelCatalog::aTestEndsWithWhoAsked()
{
    Local local;
    local.list.pieces.clear();
    local.list.end = Scripted::End::Hold;
    QVERIFY(local.open());
    auto check = std::make_unique<ProviderCheck>(local.workspace);
    int news = 0;
    connect(check.get(), &ProviderCheck::changed, this, [&news] { ++news; });
    check->start(local.provider(), {});
    QTRY_COMPARE_WITH_TIMEOUT(local.endpoint.received().size(), 1, 20'000);
    QCOMPARE(news, 1);
    check.reset();
    QCOMPARE(news, 1); // whoever listened may be half gone themselves
}

void TestModelCatalog::withoutALocalServerATestSaysSo()
{
    Scene scene;
    QVERIFY(scene.open());
    ProviderCheck check(scene.team.workspace);
    check.start({}, {});
    QVERIFY(check.hasFailed() && !check.isRunning());
    QVERIFY(!check.text().isEmpty());
}

QTEST_MAIN(TestModelCatalog)
#include "tst_modelcatalog.moc"
