// Agents from one server to another, both real and on sockets (D-63).
#include "agentserver.h"
#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "auth/memorystore.h"
#include "importscene.h"
#include "state/agents/agentpromotion.h"
#include "state/profiles/productionprofile.h"
#include "support/faultserver.h"
#include "support/localserverprocess.h"
#include "wire/json/agentjson.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

using State = AgentImport::State;
using Outcome = AgentImport::Outcome;

QJsonObject agentWithSecret()
{
    QJsonObject agent = sampleAgent(u"clerk"_s);
    agent.insert("tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"calculate"_s, u"telepathy"_s}}});
    agent.insert("model"_L1, u"giant"_s);
    agent.insert("visibility"_L1, u"shared"_s);
    agent.insert("scopes"_L1, QJsonArray{u"data:read"_s});
    agent.insert("mcp_servers"_L1, QJsonArray{QJsonObject{{"name"_L1, u"files"_s},
                                                          {"transport"_L1, u"stdio"_s},
                                                          {"command"_L1, u"serve"_s},
                                                          {"env"_L1, QJsonObject{{"API_KEY"_L1, u"hush-hush-hush"_s}}}}});
    return agent;
}

// The open profile, and the server of another one.
struct Scene {
    AgentServer sourceAgents;
    TeamFixture source;
    AgentStore store{source.api};
    AgentServer agents; // of the target
    bool isForbidden = false;
    QByteArrayList seen; // what the target got
    FaultServer server{[this](const Received &request) { return answer(request); }};
    MemoryStore secrets;
    AuthManagers sessions{secrets};
    Profile profile{Profile::Kind::Team, u"Other team"_s, server.url(), u"other"_s};
    std::unique_ptr<AgentPromotion> promotion;

    [[nodiscard]] bool open()
    {
        source.script = [this](const Received &request) { return sourceAgents.answer(request); };
        if (!source.open())
            return false;
        store.refresh();
        return QTest::qWaitFor([this] { return store.isLoaded(); }, 5000);
    }
    void signIn(const QByteArray &token = "their-token")
    {
        AuthManager &session = sessions.of(profile);
        session.start();
        session.adoptToken(token, &session, [](const Result<> &) {});
    }
    void start()
    {
        promotion = std::make_unique<AgentPromotion>(store.agents(), PromotionTarget::Services{sessions});
        promotion->open(profile);
    }
    [[nodiscard]] DefinitionImport &import() const { return promotion->import(); }
    [[nodiscard]] bool waitFor(State state) const
    {
        return QTest::qWaitFor([this, state] { return import().state() == state; }, 10'000);
    }

private:
    Scripted answer(const Received &request)
    {
        seen.append(request.method + ' ' + request.target + ' ' + request.headers.value("authorization"));
        if (request.target == "/capabilities")
            return reply(404, R"({"detail":"Not Found"})");
        if (isForbidden)
            return reply(403, R"({"detail":"Not yours."})");
        if (request.target.startsWith("/agents/tools"))
            return json(R"([{"id":"t1","name":"calculate","is_builtin":true,"is_active":true}])");
        if (request.target.startsWith("/agents/models"))
            return json(R"({"data":[{"id":"agent"}]})");
        const QString id = QString::fromUtf8(request.target).section(u'/', -1);
        Scripted out = agents.answer(request);
        if (request.method == "DELETE" && agents.agents.remove(id) > 0)
            out = reply(204, {});
        return out.pieces.isEmpty() ? reply(404, R"({"detail":"Not Found"})") : out;
    }
};

} // namespace

class TestPromotion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D_63_promotesAndRollsBack();
    void checklistSaysWhatIsOpen();
    void secretsDoNotGoAlong();
    void changedMeanwhileStays();
    void needsASessionThere();
    void aRefusalThereIsSaid();
    void signedOutThereEndsIt();
    void promotesOntoTheLocalServersOwnApi();
    void namesSayWhatProductionIs_data();
    void namesSayWhatProductionIs();
    void D_63_whatWasSaidOfProductionCountsMoreThanTheName_data();
    void D_63_whatWasSaidOfProductionCountsMoreThanTheName();
};

void TestPromotion::D_63_promotesAndRollsBack()
{
    Scene scene;
    scene.sourceAgents.put(u"s1"_s, sampleAgent(u"one"_s, u"Better."_s));
    scene.sourceAgents.put(u"s2"_s, sampleAgent(u"two"_s));
    scene.agents.put(u"t1"_s, sampleAgent(u"one"_s));
    QVERIFY(scene.open());
    scene.signIn();
    scene.start();
    QVERIFY(scene.waitFor(State::Planned));
    QCOMPARE(scene.import().items().at(0).state, ImportItem::State::Changed);
    QCOMPARE(scene.import().items().at(1).state, ImportItem::State::New);
    scene.import().apply({0, 1});
    QVERIFY(scene.waitFor(State::Applied));
    QCOMPARE(scene.agents.agents.value(u"t1"_s).value("instructions"_L1).toString(), u"Better."_s);
    QCOMPARE(scene.agents.agents.size(), 2);
    QVERIFY(scene.sourceAgents.puts.isEmpty() && scene.sourceAgents.posts.isEmpty()); // nothing of it reaches the open server
    for (const QByteArray &request : std::as_const(scene.seen))
        QVERIFY2(request.endsWith("Bearer their-token"), request.constData());
    scene.import().rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QCOMPARE(scene.import().count(Outcome::TakenBack), 2);
    QCOMPARE(scene.agents.agents.size(), 1);
    QCOMPARE(scene.agents.agents.value(u"t1"_s).value("instructions"_L1).toString(), u"Be exact."_s);
}

void TestPromotion::checklistSaysWhatIsOpen()
{
    Scene scene;
    scene.sourceAgents.put(u"s1"_s, agentWithSecret());
    QVERIFY(scene.open());
    scene.signIn();
    scene.start();
    QVERIFY(scene.waitFor(State::Planned));
    const QList<PromotionCheck> checks = scene.promotion->checklist({0});
    QCOMPARE(checks.size(), 5);
    const auto isOpen = [&checks](int row, const QString &name) {
        return checks.at(row).state == PromotionCheck::State::Open && checks.at(row).text.contains(name);
    };
    QVERIFY(isOpen(0, u"telepathy"_s));
    QVERIFY(isOpen(1, u"giant"_s));
    QCOMPARE(checks.at(2).state, PromotionCheck::State::Unknown); // a pasted token says nothing of scopes
    QVERIFY(isOpen(3, u"API_KEY"_s));
    QVERIFY(isOpen(4, u"clerk"_s));
    for (const PromotionCheck &check : scene.promotion->checklist({}))
        QVERIFY(check.state != PromotionCheck::State::Open);
}

void TestPromotion::secretsDoNotGoAlong()
{
    Scene scene;
    scene.sourceAgents.put(u"s1"_s, agentWithSecret());
    QVERIFY(scene.open());
    scene.signIn();
    scene.start();
    QVERIFY(scene.waitFor(State::Planned));
    scene.import().apply({0});
    QVERIFY(scene.waitFor(State::Applied));
    QCOMPARE(scene.agents.posts.size(), 1);
    const QByteArray sent = QJsonDocument(scene.agents.posts.constFirst()).toJson();
    QVERIFY(!sent.contains("hush-hush-hush"));
    QVERIFY(sent.contains("${API_KEY}"));
}

void TestPromotion::changedMeanwhileStays()
{
    Scene scene;
    scene.sourceAgents.put(u"s1"_s, sampleAgent(u"one"_s, u"Better."_s));
    scene.agents.put(u"t1"_s, sampleAgent(u"one"_s));
    QVERIFY(scene.open());
    scene.signIn();
    scene.start();
    QVERIFY(scene.waitFor(State::Planned));
    scene.import().apply({0});
    QVERIFY(scene.waitFor(State::Applied));
    scene.agents.put(u"t1"_s, {{"description"_L1, u"Theirs"_s}});
    scene.import().rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QCOMPARE(scene.import().report(0).outcome, Outcome::Stays);
    QCOMPARE(scene.agents.agents.value(u"t1"_s).value("instructions"_L1).toString(), u"Better."_s);
}

void TestPromotion::needsASessionThere()
{
    Scene scene;
    scene.sourceAgents.put(u"s1"_s, sampleAgent(u"one"_s));
    QVERIFY(scene.open());
    scene.start();
    QTRY_COMPARE(scene.promotion->target().state(), PromotionTarget::State::Failed);
    QCOMPARE(scene.promotion->target().error().kind, Error::Kind::Unauthorized);
    QVERIFY(scene.seen.isEmpty());
    scene.signIn();
    scene.promotion->retry();
    QVERIFY(scene.waitFor(State::Planned));
}

void TestPromotion::aRefusalThereIsSaid()
{
    Scene scene;
    scene.sourceAgents.put(u"s1"_s, sampleAgent(u"one"_s));
    QVERIFY(scene.open());
    scene.signIn();
    scene.isForbidden = true;
    scene.start();
    QVERIFY(scene.waitFor(State::Failed));
    QCOMPARE(scene.import().error().kind, Error::Kind::Forbidden);
    scene.isForbidden = false;
    scene.promotion->retry();
    QVERIFY(scene.waitFor(State::Planned));
}

void TestPromotion::signedOutThereEndsIt()
{
    Scene scene;
    scene.sourceAgents.put(u"s1"_s, sampleAgent(u"one"_s));
    QVERIFY(scene.open());
    scene.signIn();
    scene.start();
    QVERIFY(scene.waitFor(State::Planned));
    scene.sessions.of(scene.profile).signOut();
    QCOMPARE(scene.promotion->target().state(), PromotionTarget::State::Closed);
    QCOMPARE(scene.import().state(), State::Abandoned);
    scene.import().apply({0});
    QVERIFY(scene.agents.posts.isEmpty());
}

void TestPromotion::promotesOntoTheLocalServersOwnApi()
{
    QTemporaryDir dir;
    LocalServerProcess local(dir.path());
    QVERIFY(local.start());
    Scene scene;
    scene.sourceAgents.put(u"s1"_s, sampleAgent(u"brand-new"_s));
    QVERIFY(scene.open());
    scene.profile.baseUrl = local.url();
    scene.signIn(local.token());
    scene.start();
    QVERIFY(scene.waitFor(State::Planned));
    QCOMPARE(scene.import().items().constFirst().state, ImportItem::State::New);
    scene.import().apply({0});
    QVERIFY(scene.waitFor(State::Applied));
    QCOMPARE(scene.import().report(0).outcome, Outcome::Created);
    scene.import().rollBack();
    QVERIFY(scene.waitFor(State::RolledBack));
    QVERIFY2(scene.import().report(0).outcome == Outcome::TakenBack, qPrintable(scene.import().report(0).text));
}

void TestPromotion::namesSayWhatProductionIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("is");
    QTest::newRow("word") << u"Team PROD"_s << u"https://a.example"_s << true;
    QTest::newRow("german") << u"Produktion"_s << u"https://a.example"_s << true;
    QTest::newRow("host") << u"Team"_s << u"https://agents-prod.example"_s << true;
    QTest::newRow("path") << u"Team"_s << u"https://a.example/live/api"_s << true;
    QTest::newRow("part of a word") << u"Products of Liverpool"_s << u"https://a.example"_s << false;
    QTest::newRow("test") << u"Test"_s << u"https://test.example"_s << false;
}

void TestPromotion::namesSayWhatProductionIs()
{
    QFETCH(QString, name);
    QFETCH(QString, url);
    QFETCH(bool, is);
    QCOMPARE(isProduction({Profile::Kind::Team, name, QUrl(url)}), is);
}

void TestPromotion::D_63_whatWasSaidOfProductionCountsMoreThanTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<std::optional<bool>>("said");
    QTest::addColumn<bool>("is");
    QTest::newRow("no, of one called so") << u"Team prod"_s << std::optional(false) << false;
    QTest::newRow("yes, of one called otherwise") << u"Team"_s << std::optional(true) << true;
    QTest::newRow("nothing, of one called so") << u"Team prod"_s << std::optional<bool>() << true;
    QTest::newRow("nothing, of one called otherwise") << u"Team"_s << std::optional<bool>() << false;
}

void TestPromotion::D_63_whatWasSaidOfProductionCountsMoreThanTheName()
{
    QFETCH(const QString, name);
    QFETCH(const std::optional<bool>, said);
    QFETCH(const bool, is);
    Scene scene;
    scene.sourceAgents.put(u"s1"_s, sampleAgent(u"one"_s));
    QVERIFY(scene.open());
    scene.profile.name = name;
    scene.profile.production = said;
    scene.start();
    QCOMPARE(scene.promotion->isProduction(), is); // what the dialog asks before it promotes
}

QTEST_GUILESS_MAIN(TestPromotion)
#include "tst_promotion.moc"
