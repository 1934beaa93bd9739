#include "state/agents/agentstore.h"
#include "state/definitions/definitionmarks.h"
#include "state/models/agentlistmodel.h"
#include "state/store/storethread.h"
#include "state/store/userschema.h"
#include "teamfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const AgentId mine(u"a1"_s);

QByteArray agentJson(const QByteArray &id, const QByteArray &name, bool active = true, const QByteArray &visibility = "personal")
{
    return R"({"id":")" + id + R"(","name":")" + name + R"(","model":"agent","instructions":"x","tools":{},"colour":"red","visibility":")" +
           visibility + R"(","is_active":)" + (active ? "true" : "false") + R"(,"version":1})";
}

// A server like the team's: what is inactive is gone for good.
struct Scene {
    QTemporaryDir dir;
    TeamFixture team;
    StoreFolder folder{dir.filePath(u"user"_s)};
    StoreThread disk{folder, userStoreKind(folder)};
    DefinitionMarks marks{disk};
    AgentStore store{team.api};
    AgentListModel model{store};
    bool gone = false;
    bool takesBack = false; // a server that keeps what is inactive
    QList<QByteArray> created;
    std::optional<Result<>> outcome;

    [[nodiscard]] bool open()
    {
        team.script = [this](const Received &request) { return answer(request); };
        marks.open(u"account"_s, DefinitionKind::Agent);
        store.setMarks(&marks);
        model.setMarks(marks);
        return QTest::qWaitFor([this] { return marks.isLoaded(); }, 5000) && team.open() && load();
    }
    [[nodiscard]] bool load()
    {
        QSignalSpy answers(&store, &AgentStore::loadingChanged);
        store.refresh();
        return QTest::qWaitFor([&answers] { return answers.size() == 2; }, 5000);
    }
    [[nodiscard]] AgentStore::Done done()
    {
        outcome.reset();
        return [this](const Result<> &result) { outcome = result; };
    }

private:
    Scripted answer(const Received &request)
    {
        const QByteArray other = agentJson("a2", "other", true, "builtin");
        if (request.method == "GET" && request.target == "/agents")
            return json('[' + other + (gone ? QByteArray() : ',' + agentJson("a1", "mine")) + ']');
        if (request.method == "POST" && request.target == "/agents/definitions") {
            created.append(request.body);
            return reply(201, agentJson("a9", "mine-2"));
        }
        if (request.target != "/agents/definitions/a1")
            return {};
        if (gone && !takesBack)
            return reply(404, R"({"detail":"Agent not found"})");
        if (request.method == "DELETE") {
            gone = true;
            return reply(204, {});
        }
        const bool active = QJsonDocument::fromJson(request.body).object().value("is_active"_L1).toBool();
        gone = !active;
        return json(agentJson("a1", "mine", active));
    }
};

} // namespace

class TestAgentCopies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void BUG_50_anInactiveAgentStaysFindable();
    void BUG_50_anAgentThatIsWrittenToBeInactiveStaysFindable();
    void AG_04_whatAServerKeepsComesBack();
    void AG_04_whatAServerDeletesIsMadeAnew();
    void AG_05_aDeletedAgentIsKeptUntilItIsForgotten();
    void aRefusedDeletionChangesNothing();
    void withoutMarksNothingIsKept();
    void AG_09_marksReachTheRows();
};

void TestAgentCopies::BUG_50_anInactiveAgentStaysFindable()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.store.setActive(mine, false, scene.done());
    QTRY_VERIFY(scene.outcome);
    QVERIFY(*scene.outcome);
    QCOMPARE(scene.model.indexOf(mine).data(AgentListModel::ActiveRole), false);
    QVERIFY(scene.load()); // the server lists it no more
    QCOMPARE(scene.model.rowCount(), 2);
    QVERIFY(scene.store.isCopy(mine));
    QCOMPARE(scene.store.find(mine)->isActive, false);
    QCOMPARE(scene.store.activeAgents().size(), 1);                                // nobody is offered a chat with it
    QCOMPARE(scene.store.find(mine)->raw.value("colour"_L1).toString(), u"red"_s); // whole
    scene.store.clear();
    QVERIFY(scene.load());
    QVERIFY(scene.store.find(mine)); // also after a restart
}

void TestAgentCopies::BUG_50_anAgentThatIsWrittenToBeInactiveStaysFindable()
{
    Scene scene;
    QVERIFY(scene.open());
    Agent edited = *scene.store.find(mine);
    edited.isActive = false; // as the editor does it
    QSignalSpy updated(&scene.store, &AgentStore::updated);
    QVERIFY(scene.store.update(edited));
    QTRY_COMPARE(updated.size(), 1);
    QVERIFY(scene.load()); // the server lists it no more
    QVERIFY(scene.store.isCopy(mine));
    QCOMPARE(scene.store.find(mine)->isActive, false);
    QCOMPARE(scene.store.find(mine)->raw.value("colour"_L1).toString(), u"red"_s); // whole
    QCOMPARE(scene.store.activeAgents().size(), 1);
}

void TestAgentCopies::AG_04_whatAServerKeepsComesBack()
{
    Scene scene;
    scene.takesBack = true;
    QVERIFY(scene.open());
    scene.store.setActive(mine, false, scene.done());
    QTRY_VERIFY(scene.outcome);
    QVERIFY(scene.load());
    scene.store.setActive(mine, true, scene.done());
    QTRY_VERIFY(scene.outcome);
    QVERIFY(*scene.outcome);
    QCOMPARE(scene.store.find(mine)->isActive, true);
    QVERIFY(!scene.store.isCopy(mine));
    QVERIFY(scene.marks.marks().isEmpty());
    QVERIFY(scene.load());
    QCOMPARE(scene.model.rowCount(), 2);
}

void TestAgentCopies::AG_04_whatAServerDeletesIsMadeAnew()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.store.setActive(mine, false, scene.done());
    QTRY_VERIFY(scene.outcome);
    scene.store.setActive(mine, true, scene.done());
    QTRY_VERIFY(scene.outcome);
    QVERIFY(!*scene.outcome);
    QCOMPARE(scene.outcome->error().kind, Error::Kind::NotFound);
    QCOMPARE(scene.outcome->error().userText(), u"This server cannot bring it back. It can be made anew from the copy kept here."_s);
    QVERIFY(scene.store.find(mine)); // still the copy

    scene.store.createAnew(mine, scene.done());
    QTRY_VERIFY(scene.outcome);
    QVERIFY(*scene.outcome);
    const QJsonObject body = QJsonDocument::fromJson(scene.created.constFirst()).object();
    QCOMPARE(body.value("name"_L1).toString(), u"mine-2"_s); // the old name stays taken
    QCOMPARE(body.value("is_active"_L1), QJsonValue(true));
    QCOMPARE(body.value("instructions"_L1).toString(), u"x"_s);
    QVERIFY(!scene.store.find(mine));
    QVERIFY(scene.store.findByName(u"mine-2"_s));
    QVERIFY(scene.marks.marks().isEmpty());
}

void TestAgentCopies::AG_05_aDeletedAgentIsKeptUntilItIsForgotten()
{
    Scene scene;
    QVERIFY(scene.open());
    QSignalSpy removed(&scene.store, &AgentStore::removed);
    scene.store.remove(mine, scene.done());
    QTRY_VERIFY(scene.outcome);
    QVERIFY(*scene.outcome);
    QCOMPARE(removed.size(), 1);
    QVERIFY(scene.load());
    QVERIFY(scene.store.isCopy(mine));
    scene.store.forget(mine);
    QVERIFY(!scene.store.find(mine));
    QVERIFY(scene.load());
    QCOMPARE(scene.model.rowCount(), 1);
}

void TestAgentCopies::aRefusedDeletionChangesNothing()
{
    Scene scene;
    QVERIFY(scene.open());
    QSignalSpy removed(&scene.store, &AgentStore::removed);
    scene.team.script = [](const Received &) { return reply(403, R"({"detail":"Built-in agents cannot be deleted"})"); };
    scene.store.remove(AgentId(u"a2"_s), scene.done());
    QTRY_VERIFY(scene.outcome);
    QVERIFY(!*scene.outcome);
    QCOMPARE(scene.outcome->error().kind, Error::Kind::Forbidden);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(scene.model.rowCount(), 2);
}

void TestAgentCopies::withoutMarksNothingIsKept()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.store.setMarks(nullptr);
    scene.store.remove(mine, scene.done());
    QTRY_VERIFY(scene.outcome);
    QCOMPARE(scene.model.rowCount(), 1);
    QVERIFY(scene.marks.marks().isEmpty());
}

void TestAgentCopies::AG_09_marksReachTheRows()
{
    Scene scene;
    QVERIFY(scene.open());
    scene.marks.setFavourite(mine.value(), true);
    QCOMPARE(scene.model.indexOf(mine).data(AgentListModel::FavouriteRole), true);
    scene.marks.setUsed(mine.value(), QDateTime(QDate(2026, 5, 2), QTime(9, 0), Qt::UTC));
    QCOMPARE(scene.model.indexOf(mine).data(AgentListModel::LastUsedRole).toDateTime().date(), QDate(2026, 5, 2));
    scene.marks.open(u"somebody else"_s, DefinitionKind::Agent);
    QCOMPARE(scene.model.indexOf(mine).data(AgentListModel::FavouriteRole), false);
}

QTEST_GUILESS_MAIN(TestAgentCopies)
#include "tst_agentcopies.moc"
