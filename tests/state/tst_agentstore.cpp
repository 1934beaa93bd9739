#include "state/agents/agentstore.h"
#include "state/models/agentfilter.h"
#include "state/models/agentlistmodel.h"
#include "teamfixture.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const AgentId first(u"a1"_s);

QByteArray agentJson(const QByteArray &id, const QByteArray &name, const QByteArray &description, int version)
{
    return R"({"id":")" + id + R"(","name":")" + name + R"(","description":")" + description +
           R"(","model":"agent","instructions":"x","tools":{"names":["web_search"]},"colour":"red","version":)" +
           QByteArray::number(version) + '}';
}

// A server with three agents whose answers to PUT come when the test says so, and a store, a model and what they said.
struct Scene {
    TeamFixture team;
    QByteArray description = "old"; // of the first agent, as the server holds it
    int version = 1;
    QList<Scripted> answers; // to one PUT each, in order; then success
    std::unique_ptr<AgentStore> store;
    std::unique_ptr<AgentListModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    QStringList said; // "changed a1", "pending a1", "failed a1", "row 1"
    QList<Agent> lost;
    QList<Error> errors;
    QList<bool> wasPending; // when each of them came
    QList<int> roles;       // of the last dataChanged

    [[nodiscard]] bool open()
    {
        team.script = [this](const Received &request) { return answer(request); };
        if (!team.open())
            return false;
        store = std::make_unique<AgentStore>(team.api);
        model = std::make_unique<AgentListModel>(*store);
        tester = std::make_unique<QAbstractItemModelTester>(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        store->refresh();
        const bool loaded = QTest::qWaitFor([this] { return model->rowCount() == 3; }, 5000);
        listen();
        return loaded;
    }

    [[nodiscard]] QList<QJsonObject> puts() const
    {
        QList<QJsonObject> out;
        for (const Received &request : team.server.received()) {
            if (request.method == "PUT")
                out.append(QJsonDocument::fromJson(request.body).object());
        }
        return out;
    }
    [[nodiscard]] Agent edited(const QString &newDescription, const QString &newModel = u"agent"_s) const
    {
        Agent agent = *store->find(first);
        agent.description = newDescription;
        agent.model = newModel;
        return agent;
    }
    [[nodiscard]] QVariant shown(int role) const { return model->indexOf(first).data(role); }
    [[nodiscard]] QStringList take() { return std::exchange(said, {}); }

private:
    Scripted answer(const Received &request)
    {
        const QByteArray current = agentJson("a1", "beta", description, version);
        if (request.target == "/agents")
            return json('[' + agentJson("a2", "alpha", "other", 1) + ',' + current + ',' + agentJson("a3", "gamma", "other", 1) + ']');
        if (request.target == "/agents/a1")
            return json(current);
        if (request.method != "PUT")
            return {};
        if (!answers.isEmpty()) {
            const Scripted scripted = answers.takeFirst();
            if (!scripted.pieces.isEmpty() || scripted.end != Scripted::End::KeepAlive)
                return scripted;
        }
        description =
            QJsonDocument::fromJson(request.body).object().value("description"_L1).toString(QString::fromUtf8(description)).toUtf8();
        return late(json(agentJson("a1", "beta", description, ++version)), 20);
    }

    void listen()
    {
        QObject::connect(store.get(), &AgentStore::agentsChanged, model.get(), [this] { said << u"all"_s; });
        QObject::connect(store.get(), &AgentStore::agentChanged, model.get(),
                         [this](const AgentId &id) { said << u"changed "_s + id.value(); });
        QObject::connect(store.get(), &AgentStore::pendingChanged, model.get(),
                         [this](const AgentId &id) { said << u"pending "_s + id.value(); });
        QObject::connect(store.get(), &AgentStore::updateFailed, model.get(),
                         [this](const AgentId &id, const Agent &agent, const Error &error) {
                             said << u"failed "_s + id.value();
                             lost << agent;
                             errors << error;
                             wasPending << store->isPending(id);
                         });
        QObject::connect(model.get(), &QAbstractItemModel::dataChanged, model.get(),
                         [this](const QModelIndex &from, const QModelIndex &to, const QList<int> &changed) {
                             said << u"row %1-%2"_s.arg(from.row()).arg(to.row());
                             roles = changed;
                         });
    }
};

const Scripted refused = reply(422, R"({"detail":"no such model"})");

} // namespace

// S-165: an edit shows at once, and goes back alone when it is refused.
class TestAgentStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEditShowsAtOnceAndTheServersCopyFollows();
    void nothingChangedIsNothingSent();
    void laterEditsWaitAndGoAsOne();
    void aFailureTakesBackItsOwnEditAndCanBeTriedAgain();
    void aLaterEditSurvivesTheFailureOfAnEarlierOne();
    void anEditThatTakesBackALostOneIsNotSent();
    void aConflictIsFollowedByTheServersCopy();
    void anotherTitleMovesTheRow();
    void aRefreshKeepsWhatIsPending();
    void anAnswerForAnotherWorkspaceIsNoNews();
};

void TestAgentStore::anEditShowsAtOnceAndTheServersCopyFollows()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.store->update(scene.edited(u"new"_s));
    QCOMPARE(scene.take(), QStringList({u"row 1-1"_s, u"changed a1"_s, u"pending a1"_s}));
    QCOMPARE(scene.roles, QList<int>({AgentListModel::DescriptionRole, Qt::AccessibleTextRole, AgentListModel::PendingRole,
                                      AgentListModel::SearchTextRole}));
    QCOMPARE(scene.shown(AgentListModel::DescriptionRole), u"new"_s);
    QCOMPARE(scene.shown(AgentListModel::PendingRole), true);
    QVERIFY(scene.store->isPending(first));
    QTRY_VERIFY(!scene.store->isPending(first));
    QCOMPARE(scene.take(), QStringList({u"row 1-1"_s, u"changed a1"_s, u"pending a1"_s}));
    QCOMPARE(scene.roles, QList<int>({AgentListModel::PendingRole, AgentListModel::VersionRole}));
    QCOMPARE(scene.puts(), QList<QJsonObject>({{{u"description"_s, u"new"_s}}}));
    QCOMPARE(scene.store->find(first)->version, 2); // the server's copy, not ours
    QCOMPARE(scene.store->find(first)->raw.value("colour"_L1).toString(), u"red"_s);
}

void TestAgentStore::nothingChangedIsNothingSent()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.store->update(*scene.store->find(first));
    Agent unknown;
    unknown.id = AgentId(u"nobody"_s);
    scene.store->update(unknown);
    QCOMPARE(scene.take(), QStringList());
    QVERIFY(!scene.store->isPending(first) && !scene.store->isPending(unknown.id));
}

void TestAgentStore::laterEditsWaitAndGoAsOne()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.store->update(scene.edited(u"one"_s));
    scene.store->update(scene.edited(u"two"_s));
    scene.store->update(scene.edited(u"three"_s, u"fast"_s));
    QCOMPARE(scene.shown(AgentListModel::DescriptionRole), u"three"_s);
    QTRY_VERIFY(!scene.store->isPending(first));
    const QList<QJsonObject> expected{{{u"description"_s, u"one"_s}}, {{u"description"_s, u"three"_s}, {u"model"_s, u"fast"_s}}};
    QCOMPARE(scene.puts(), expected);
    const QString row = u"row 1-1"_s;
    const QString changed = u"changed a1"_s;
    const QString pending = u"pending a1"_s;
    QCOMPARE(scene.take(), QStringList({row, changed, pending, row, changed, row, changed, row, changed, row, changed, pending}));
}

void TestAgentStore::aFailureTakesBackItsOwnEditAndCanBeTriedAgain()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.answers = {refused};
    scene.store->update(scene.edited(u"new"_s, u"unheard"_s));
    (void)scene.take();
    QTRY_COMPARE(scene.errors.size(), 1);
    QCOMPARE(scene.take(), QStringList({u"row 1-1"_s, u"changed a1"_s, u"pending a1"_s, u"failed a1"_s}));
    QCOMPARE(scene.errors.constFirst().kind, Error::Kind::Invalid);
    QCOMPARE(scene.shown(AgentListModel::DescriptionRole), u"old"_s);
    QCOMPARE(scene.shown(AgentListModel::ModelRole), u"agent"_s);
    QCOMPARE(scene.shown(AgentListModel::PendingRole), false);
    QCOMPARE(scene.lost.constFirst().description, u"new"_s);
    scene.store->update(scene.lost.constFirst());
    QTRY_VERIFY(!scene.store->isPending(first));
    QCOMPARE(scene.puts().constLast(), scene.puts().constFirst());
    QCOMPARE(scene.shown(AgentListModel::DescriptionRole), u"new"_s);
}

void TestAgentStore::aLaterEditSurvivesTheFailureOfAnEarlierOne()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.answers = {refused};
    scene.store->update(scene.edited(u"old"_s, u"unheard"_s));
    scene.store->update(scene.edited(u"new"_s, u"unheard"_s));
    QTRY_COMPARE(scene.errors.size(), 1);
    QCOMPARE(scene.wasPending, QList<bool>{true});
    QCOMPARE(scene.shown(AgentListModel::DescriptionRole), u"new"_s);
    QCOMPARE(scene.shown(AgentListModel::ModelRole), u"agent"_s);
    QCOMPARE(scene.lost.constFirst().model, u"unheard"_s);
    QCOMPARE(scene.lost.constFirst().description, u"new"_s); // a retry must not take the later edit back
    QTRY_VERIFY(!scene.store->isPending(first));
    const QList<QJsonObject> expected{{{u"model"_s, u"unheard"_s}}, {{u"description"_s, u"new"_s}}};
    QCOMPARE(scene.puts(), expected);
    QCOMPARE(scene.shown(AgentListModel::DescriptionRole), u"new"_s);
    QCOMPARE(scene.errors.size(), 1);
}

void TestAgentStore::anEditThatTakesBackALostOneIsNotSent()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.answers = {refused};
    scene.store->update(scene.edited(u"new"_s));
    scene.store->update(scene.edited(u"old"_s));
    QTRY_COMPARE(scene.errors.size(), 1);
    QVERIFY(!scene.store->isPending(first));
    QCOMPARE(scene.shown(AgentListModel::DescriptionRole), u"old"_s);
    QCOMPARE(scene.puts().size(), 1);
}

void TestAgentStore::aConflictIsFollowedByTheServersCopy()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.answers = {reply(409, R"({"detail":"changed meanwhile"})")};
    scene.description = "from elsewhere";
    scene.version = 7;
    scene.store->update(scene.edited(u"old"_s, u"fast"_s));
    QTRY_COMPARE(scene.errors.size(), 1);
    QCOMPARE(scene.errors.constFirst().kind, Error::Kind::Conflict);
    QCOMPARE(scene.shown(AgentListModel::DescriptionRole), u"from elsewhere"_s);
    QCOMPARE(scene.store->find(first)->version, 7);
    QCOMPARE(scene.shown(AgentListModel::PendingRole), false);
    QCOMPARE(scene.lost.constFirst().model, u"fast"_s); // "keep mine": over theirs
    QCOMPARE(scene.lost.constFirst().description, u"from elsewhere"_s);
}

void TestAgentStore::anotherTitleMovesTheRow()
{
    Scene scene;
    QVERIFY(scene.open());
    AgentFilter sorted;
    sorted.setAgents(scene.model.get());
    const QPersistentModelIndex row = sorted.mapFromSource(scene.model->indexOf(first));
    QSignalSpy moved(&sorted, &QAbstractItemModel::layoutChanged);
    scene.answers = {refused};
    Agent agent = scene.edited(u"old"_s);
    agent.displayName = u"Zulu"_s;
    scene.store->update(agent);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(row.row(), 2);
    QCOMPARE(scene.take(), QStringList({u"row 1-1"_s, u"changed a1"_s, u"pending a1"_s}));
    QCOMPARE(row.data(AgentListModel::PendingRole), true);
    QTRY_COMPARE(scene.errors.size(), 1);
    QCOMPARE(row.row(), 1);
    QCOMPARE(row.data(AgentListModel::TitleRole), u"beta"_s);
}

void TestAgentStore::aRefreshKeepsWhatIsPending()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.answers = {Scripted{{}, 0, Scripted::End::Hold}};
    scene.store->update(scene.edited(u"old"_s, u"fast"_s));
    scene.description = "from elsewhere";
    scene.version = 7;
    (void)scene.take();
    scene.store->refresh();
    QTRY_VERIFY(scene.said.contains(u"all"_s));
    QCOMPARE(scene.shown(AgentListModel::ModelRole), u"fast"_s);
    QCOMPARE(scene.shown(AgentListModel::DescriptionRole), u"from elsewhere"_s);
    QCOMPARE(scene.shown(AgentListModel::PendingRole), true);
    QTRY_COMPARE(scene.puts().size(), 1); // it may come behind the reading
    scene.team.server.sendToHeld("HTTP/1.1 422 No\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"detail\":\"no\"}");
    QTRY_COMPARE(scene.errors.size(), 1);
    QCOMPARE(scene.shown(AgentListModel::ModelRole), u"agent"_s);
    QCOMPARE(scene.shown(AgentListModel::DescriptionRole), u"from elsewhere"_s);
}

void TestAgentStore::anAnswerForAnotherWorkspaceIsNoNews()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.answers = {Scripted{{}, 0, Scripted::End::Hold}};
    scene.store->update(scene.edited(u"new"_s));
    QTRY_COMPARE(scene.puts().size(), 1);
    scene.store->clear();
    QCOMPARE(scene.model->rowCount(), 0);
    QVERIFY(!scene.store->isPending(first));
    scene.store->refresh();
    QTRY_VERIFY(scene.store->isLoaded());
    (void)scene.take();
    const QByteArray body = agentJson("a1", "beta", "new", 2);
    // The held connection says no more after this: nothing else may be asked on it.
    scene.team.server.sendToHeld("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " +
                                 QByteArray::number(body.size()) + "\r\n\r\n" + body);
    scene.store->refresh(); // asked and answered after that
    QTRY_VERIFY(scene.said.contains(u"all"_s));
    QCOMPARE(scene.take(), QStringList{u"all"_s});
    QCOMPARE(scene.shown(AgentListModel::DescriptionRole), u"old"_s);
}

QTEST_GUILESS_MAIN(TestAgentStore)
#include "tst_agentstore.moc"
