// The tools of a workspace, their users, and their settings level by level (TL-01 to TL-10, TL-13, BUG-55).
#include "state/agents/agentstore.h"
#include "state/models/toollistmodel.h"
#include "state/tools/toolconfigs.h"
#include "state/tools/toolstore.h"
#include "teamfixture.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QByteArray toolJson(const QByteArray &id, const QByteArray &name, const QByteArray &rest)
{
    return R"({"id":")" + id + R"(","name":")" + name + R"(",)" + rest + '}';
}

// A team server's tools and the configurations of one of them, with the server's own way to fall back from a person to an agent to all.
struct Scene {
    TeamFixture team;
    QHash<QString, QJsonObject> stored; // "system", "agent a1", "user": {"providers":…,"settings":…}
    bool isForgetful = false;           // takes a configuration and does not keep it
    QByteArray custom = R"("entrypoint":"a.b:c","schema":{"input":{}},"colour":"red","is_active":true,"version":1)";
    Scripted removal = reply(204, "");
    std::unique_ptr<AgentStore> agents;
    std::unique_ptr<ToolStore> store;
    std::unique_ptr<ToolListModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    std::unique_ptr<ToolConfigs> configs;

    [[nodiscard]] bool open()
    {
        team.script = [this](const Received &request) { return answer(request); };
        if (!team.open())
            return false;
        agents = std::make_unique<AgentStore>(team.api);
        store = std::make_unique<ToolStore>(team.api, *agents);
        model = std::make_unique<ToolListModel>(*store);
        tester = std::make_unique<QAbstractItemModelTester>(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        configs = std::make_unique<ToolConfigs>(team.api);
        agents->refresh();
        store->refresh();
        return QTest::qWaitFor([this] { return model->rowCount() == 3 && agents->isLoaded(); }, 5000);
    }
    [[nodiscard]] bool openConfigs(const QString &agent = {})
    {
        configs->open(ToolId(u"t1"_s), AgentId(agent));
        return QTest::qWaitFor([this] { return !configs->isBusy(); }, 5000);
    }
    [[nodiscard]] QList<QJsonObject> bodies(const QByteArray &method) const
    {
        QList<QJsonObject> out;
        for (const Received &request : team.server.received()) {
            if (request.method == method)
                out.append(QJsonDocument::fromJson(request.body).object());
        }
        return out;
    }
    [[nodiscard]] QString shown(const QString &name, ToolSettings::Level level) const
    {
        const QList<ToolSetting> settings = configs->settings();
        for (const ToolSetting &setting : settings) {
            if (setting.name == name)
                return setting.values.at(static_cast<size_t>(level));
        }
        return {};
    }

private:
    Scripted answer(const Received &request)
    {
        const QUrl url = QUrl::fromEncoded(request.target);
        if (request.target == "/agents")
            return json(R"([{"id":"a1","name":"web","display_name":"Web","model":"m","instructions":"","tools":{"names":["search","send"]}},
                {"id":"a2","name":"ask","display_name":"Ask","model":"m","instructions":"","tools":{"names":["search"]}}])");
        if (url.path() == "/agents/tools/t1/config"_L1)
            return request.method == "PUT" ? keep(request) : config(QUrlQuery(url));
        if (request.target == "/agents/tools" && request.method == "GET")
            return json('[' + toolJson("t1", "search", R"("entrypoint":"x.y:z","is_builtin":true,"schema":{},"scopes":["search:read"])") +
                        ',' + toolJson("t2", "send", custom) + ',' +
                        toolJson("t3", "clock", R"("entrypoint":"mcp:clock","schema":{},"mcp_server":"times","is_active":false)") + ']');
        if (request.target == "/agents/tools" && request.method == "POST")
            return reply(201, toolJson("t9", "made", R"("entrypoint":"a.b:c","schema":{})"));
        if (request.target == "/agents/tools/t2" && request.method == "DELETE")
            return removal;
        if (request.target == "/agents/tools/t2" && request.method == "PUT")
            return json(toolJson("t2", "send", R"("entrypoint":"a.b:c","schema":{"input":{}},"description":"new","version":2)"));
        if (request.target == "/agents/tools/t2")
            return json(toolJson("t2", "send", custom));
        return {};
    }
    Scripted config(const QUrlQuery &query) const
    {
        const QString wanted = query.queryItemValue(u"scope"_s);
        const QString agent = u"agent "_s + query.queryItemValue(u"agent_id"_s);
        QStringList order{u"user"_s, agent, u"system"_s};
        if (wanted == u"agent"_s)
            order = {agent, u"system"_s};
        else if (wanted == u"system"_s)
            order = {u"system"_s};
        for (const QString &place : std::as_const(order)) {
            if (stored.contains(place))
                return found(place.section(u' ', 0, 0), stored.value(place));
        }
        return found(wanted, {});
    }
    static Scripted found(const QString &scope, QJsonObject config)
    {
        for (const QString &part : {u"providers"_s, u"settings"_s}) {
            if (!config.contains(part))
                config.insert(part, QJsonObject());
        }
        config.insert(u"tool_id"_s, u"t1"_s);
        config.insert(u"scope"_s, scope);
        return json(QJsonDocument(config).toJson(QJsonDocument::Compact));
    }
    Scripted keep(const Received &request)
    {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QString scope = body.value("scope"_L1).toString();
        const QString place = scope == u"agent"_s ? u"agent "_s + body.value("agent_id"_L1).toString() : scope;
        const QJsonObject providers = body.value("providers"_L1).toObject();
        const QJsonObject settings = body.value("settings"_L1).toObject();
        if (providers.isEmpty() && settings.isEmpty())
            stored.remove(place);
        else if (!isForgetful)
            stored.insert(place, {{u"providers"_s, providers}, {u"settings"_s, settings}});
        return found(scope, {{u"providers"_s, providers}, {u"settings"_s, settings}});
    }
};

QJsonObject objectOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

const QJsonObject shared =
    objectOf(R"({"providers":{"tavily":{"api_key":"tvly-0123456789abcdef","enabled":true}},"settings":{"depth":3}})");
const QJsonObject own = objectOf(R"({"providers":{"brave":{"api_key":"own-key"}},"settings":{"proxy":"none","deep":{"a":[1,2]}}})");

} // namespace

class TestTools : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void TL_02_theListTellsKindStateAndUse();
    void TL_13_aRemovalTellsWhoUsesTheTool();
    void TL_13_anEditSendsOnlyWhatChangedAndKeepsTheRest();
    void TL_13_anEditThatMetAnotherIsNotWritten();
    void TL_13_whatIsMadeIsInTheList();
    void anAnswerForAnotherWorkspaceIsNoNews();
    void TL_06_theLevelsStandSideBySide();
    void TL_06_theNearestLevelCountsAsAWhole();
    void TL_04_aSwitchKeepsEverythingElse();
    void TL_10_inheritedSecretsAreNeverWrittenDown();
    void BUG_55_anAgentsLevelIsAskedByItsId();
    void TL_06_clearingSendsEmptyObjectsAndInherits();
    void TL_06_theSharedLevelIsNeverCleared();
    void TL_04_whatTheServerForgetsIsTold();
    void TL_10_secretsAreMasked_data();
    void TL_10_secretsAreMasked();
};

void TestTools::TL_02_theListTellsKindStateAndUse()
{
    Scene scene;
    QVERIFY(scene.open());
    const QModelIndex clock = scene.model->index(0);
    const QModelIndex search = scene.model->index(1);
    const QModelIndex send = scene.model->index(2);
    QCOMPARE(search.data(ToolListModel::NameRole), u"search"_s);
    QCOMPARE(clock.data(ToolListModel::CategoryRole).toInt(), static_cast<int>(ToolCategory::Mcp));
    QCOMPARE(search.data(ToolListModel::CategoryRole).toInt(), static_cast<int>(ToolCategory::Builtin));
    QCOMPARE(send.data(ToolListModel::CategoryRole).toInt(), static_cast<int>(ToolCategory::Custom));
    QCOMPARE(clock.data(ToolListModel::ActiveRole).toBool(), false);
    QCOMPARE(search.data(ToolListModel::UsersRole).toInt(), 2);
    QCOMPARE(send.data(ToolListModel::UsersRole).toInt(), 1);
    QCOMPARE(scene.store->usersOf(u"search"_s).constFirst().name, u"Ask"_s);
    scene.agents->clear();
    QCOMPARE(search.data(ToolListModel::UsersRole).toInt(), 0);
}

void TestTools::TL_13_aRemovalTellsWhoUsesTheTool()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.removal = reply(409, R"({"detail":{"error":"resource_in_use","message":"In use","agents":[{"id":"a1","name":"web"}]}})");
    QList<ToolUser> users;
    connect(scene.store.get(), &ToolStore::removeFailed, this,
            [&users](const ToolId &, const Error &, const QList<ToolUser> &told) { users = told; });
    scene.store->remove(ToolId(u"t2"_s));
    QTRY_COMPARE(users.size(), 1);
    QCOMPARE(users.constFirst().name, u"web"_s);
    QCOMPARE(scene.model->rowCount(), 3);
    scene.removal = reply(204, "");
    scene.store->remove(ToolId(u"t2"_s));
    QTRY_COMPARE(scene.model->rowCount(), 2);
}

void TestTools::TL_13_anEditSendsOnlyWhatChangedAndKeepsTheRest()
{
    Scene scene;
    QVERIFY(scene.open());
    const Tool before = *scene.store->find(ToolId(u"t2"_s));
    Tool after = before;
    after.description = u"new"_s;
    QSignalSpy saved(scene.store.get(), &ToolStore::saved);
    scene.store->update(before, after);
    QVERIFY(scene.store->isBusy(before.id));
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(scene.bodies("PUT"), QList<QJsonObject>{objectOf(R"({"description":"new"})")});
    QCOMPARE(scene.store->find(before.id)->description, u"new"_s);
    QVERIFY(!scene.store->isBusy(before.id));
}

void TestTools::TL_13_anEditThatMetAnotherIsNotWritten()
{
    Scene scene;
    QVERIFY(scene.open());
    const Tool before = *scene.store->find(ToolId(u"t2"_s));
    Tool after = before;
    after.description = u"mine"_s;
    scene.custom = R"("entrypoint":"a.b:c","schema":{"input":{}},"description":"theirs","version":2)";
    QSignalSpy failed(scene.store.get(), &ToolStore::saveFailed);
    scene.store->update(before, after);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.constFirst().at(1).value<Error>().kind == Error::Kind::Conflict);
    QVERIFY(scene.bodies("PUT").isEmpty());
    QCOMPARE(scene.store->find(before.id)->description, u"theirs"_s);
}

void TestTools::TL_13_whatIsMadeIsInTheList()
{
    Scene scene;
    QVERIFY(scene.open());
    Tool made;
    made.name = u"made"_s;
    made.entrypoint = u"a.b:c"_s;
    scene.store->create(made);
    QTRY_COMPARE(scene.model->rowCount(), 4);
    QVERIFY(scene.store->findByName(u"made"_s) != nullptr);
    QCOMPARE(scene.bodies("POST").constLast().value("name"_L1), u"made"_s);
}

void TestTools::anAnswerForAnotherWorkspaceIsNoNews()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.store->refresh();
    scene.store->clear();
    QCOMPARE(scene.model->rowCount(), 0);
    scene.agents->refresh(); // answered after it
    QTRY_VERIFY(!scene.agents->isLoading());
    QCOMPARE(scene.model->rowCount(), 0);
    QVERIFY(!scene.store->isLoaded());
}

void TestTools::TL_06_theLevelsStandSideBySide()
{
    Scene scene;
    scene.stored = {{u"system"_s, shared}, {u"agent a1"_s, objectOf(R"({"settings":{"depth":5}})")}, {u"user"_s, own}};
    QVERIFY(scene.open());
    QVERIFY(scene.openConfigs(u"a1"_s));
    QCOMPARE(scene.shown(u"settings.depth"_s, ToolSettings::System), u"3"_s);
    QCOMPARE(scene.shown(u"settings.depth"_s, ToolSettings::Agent), u"5"_s);
    QCOMPARE(scene.shown(u"settings.depth"_s, ToolSettings::User), QString());
    QCOMPARE(scene.shown(u"settings.proxy"_s, ToolSettings::User), u"none"_s);
    QCOMPARE(scene.shown(u"settings.deep.a"_s, ToolSettings::User), u"[1,2]"_s);
    QVERIFY(scene.bodies("PUT").isEmpty());
}

void TestTools::TL_06_theNearestLevelCountsAsAWhole()
{
    Scene scene;
    scene.stored = {{u"system"_s, shared}};
    QVERIFY(scene.open());
    QVERIFY(scene.openConfigs());
    QCOMPARE(scene.configs->effectiveLevel(), static_cast<int>(ToolSettings::System));
    QVERIFY(scene.configs->isEmpty(ToolSettings::User)); // the answer was another level's
    scene.stored.insert(u"user"_s, own);
    QVERIFY(scene.openConfigs());
    QCOMPARE(scene.configs->effectiveLevel(), static_cast<int>(ToolSettings::User));
    const QList<ToolSetting> settings = scene.configs->settings();
    for (const ToolSetting &setting : settings)
        QCOMPARE(setting.from, setting.values.at(ToolSettings::User).isEmpty() ? -1 : static_cast<int>(ToolSettings::User));
}

void TestTools::TL_04_aSwitchKeepsEverythingElse()
{
    Scene scene;
    scene.stored = {{u"system"_s, shared}, {u"user"_s, own}};
    QVERIFY(scene.open());
    QVERIFY(scene.openConfigs());
    QVERIFY(!scene.configs->enabled(ToolSettings::User).has_value());
    scene.stored[u"user"_s].insert(u"settings"_s, objectOf(R"({"proxy":"changed elsewhere"})")); // after it was shown
    QSignalSpy saved(scene.configs.get(), &ToolConfigs::saved);
    scene.configs->setEnabled(ToolSettings::User, false);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(scene.stored.value(u"user"_s).value("providers"_L1), own.value("providers"_L1));
    QCOMPARE(scene.stored.value(u"user"_s).value("settings"_L1).toObject(), objectOf(R"({"proxy":"changed elsewhere","enabled":false})"));
    QCOMPARE(scene.stored.value(u"system"_s), shared);
    QCOMPARE(scene.configs->enabled(ToolSettings::User), std::optional(false));
}

void TestTools::TL_10_inheritedSecretsAreNeverWrittenDown()
{
    Scene scene;
    scene.stored = {{u"system"_s, shared}};
    QVERIFY(scene.open());
    QVERIFY(scene.openConfigs(u"a1"_s));
    for (const ToolSettings::Level level : {ToolSettings::Agent, ToolSettings::User}) {
        QSignalSpy saved(scene.configs.get(), &ToolConfigs::saved);
        scene.configs->setEnabled(level, true);
        QTRY_COMPARE(saved.size(), 1);
    }
    const QList<QJsonObject> sent = scene.bodies("PUT");
    QCOMPARE(sent.size(), 2);
    for (const QJsonObject &body : sent) {
        QCOMPARE(body.value("providers"_L1).toObject(), QJsonObject());
        QCOMPARE(body.value("settings"_L1).toObject(), objectOf(R"({"enabled":true})"));
        QVERIFY(!QJsonDocument(body).toJson().contains("tvly"));
    }
    QCOMPARE(scene.stored.value(u"system"_s), shared);
}

void TestTools::BUG_55_anAgentsLevelIsAskedByItsId()
{
    Scene scene;
    scene.stored = {{u"agent a1"_s, own}};
    QVERIFY(scene.open());
    QVERIFY(scene.openConfigs(u"a1"_s));
    QVERIFY(!scene.configs->isEmpty(ToolSettings::Agent));
    QVERIFY(scene.openConfigs(u"a2"_s));
    QVERIFY(scene.configs->isEmpty(ToolSettings::Agent));
    QVERIFY(scene.openConfigs());
    QVERIFY(!scene.configs->isKnown(ToolSettings::Agent));
    scene.configs->setEnabled(ToolSettings::Agent, true); // of which?
    QVERIFY(!scene.configs->isBusy());
    QVERIFY(std::none_of(scene.team.server.received().cbegin(), scene.team.server.received().cend(),
                         [](const Received &request) { return request.target.contains("agent_ids"); }));
}

void TestTools::TL_06_clearingSendsEmptyObjectsAndInherits()
{
    Scene scene;
    scene.stored = {{u"system"_s, shared}, {u"user"_s, own}};
    QVERIFY(scene.open());
    QVERIFY(scene.openConfigs());
    QSignalSpy saved(scene.configs.get(), &ToolConfigs::saved);
    scene.configs->clear(ToolSettings::User);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(scene.bodies("PUT"), QList<QJsonObject>{objectOf(R"({"providers":{},"settings":{},"scope":"user"})")});
    QVERIFY(scene.configs->isEmpty(ToolSettings::User));
    QCOMPARE(scene.configs->effectiveLevel(), static_cast<int>(ToolSettings::System));
}

void TestTools::TL_06_theSharedLevelIsNeverCleared()
{
    Scene scene;
    scene.stored = {{u"system"_s, shared}};
    QVERIFY(scene.open());
    QVERIFY(scene.openConfigs());
    scene.configs->clear(ToolSettings::System);
    QVERIFY(!scene.configs->isBusy());
    QVERIFY(scene.bodies("PUT").isEmpty());
}

void TestTools::TL_04_whatTheServerForgetsIsTold()
{
    Scene scene;
    scene.stored = {{u"user"_s, own}};
    scene.isForgetful = true;
    QVERIFY(scene.open());
    QVERIFY(scene.openConfigs());
    QSignalSpy failed(scene.configs.get(), &ToolConfigs::failed);
    QSignalSpy saved(scene.configs.get(), &ToolConfigs::saved);
    scene.configs->setEnabled(ToolSettings::User, true);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(saved.isEmpty());
    QVERIFY(!scene.configs->enabled(ToolSettings::User).has_value()); // what is shown is what is there
    QVERIFY(!scene.configs->isBusy());
}

void TestTools::TL_10_secretsAreMasked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("json"); // {"v": …}
    QTest::addColumn<QString>("secret");
    QTest::newRow("key") << u"providers.x.api_key"_s << QByteArray(R"({"v":"abcd"})") << u"abcd"_s;
    QTest::newRow("password") << u"settings.proxyPassword"_s << QByteArray(R"({"v":"hunter2"})") << u"hunter2"_s;
    QTest::newRow("below a secret") << u"providers.tokens.first"_s << QByteArray(R"({"v":"abcd"})") << u"abcd"_s;
    QTest::newRow("number") << u"settings.secret"_s << QByteArray(R"({"v":4711})") << u"4711"_s;
    QTest::newRow("in a list") << u"settings.servers"_s << QByteArray(R"({"v":[{"host":"a","token":"abcd"}]})") << u"abcd"_s;
    QTest::newRow("by its form") << u"settings.proxy"_s << QByteArray(R"({"v":"https://me:hunter2@proxy.example"})") << u"hunter2"_s;
}

void TestTools::TL_10_secretsAreMasked()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, json);
    QFETCH(QString, secret);
    const QString shown = ToolSettings::shown(name, objectOf(json).value("v"_L1));
    QVERIFY2(!shown.contains(secret) && shown.contains(u'\u2022'), qPrintable(shown));
}

QTEST_GUILESS_MAIN(TestTools)
#include "tst_tools.moc"
