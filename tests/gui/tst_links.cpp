// Links of ours lead somewhere and do nothing else, whenever they come.
#include "gui/chat/chatpage.h"
#include "gui/guifixture.h"

#include <QLabel>
#include <QListView>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestLinks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLinkLeadsToItsPage();
    void aLinkWaitsForTheWorkspace();
    void whatIsNotThereIsSaid();
    void aRunThatIsNotInTheListIsFetched();
};

void TestLinks::aLinkLeadsToItsPage()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    gui.window->openLink(*DeskLink::parse(u"agentdesk://agent/a2"_s));
    QCOMPARE(gui.window->currentPage(), u"agents"_s);
    QCOMPARE(gui.find<QListView>("agentList")->currentIndex().data(AgentListModel::IdRole).toString(), u"a2"_s);
    const QString workflow = gui.workflowModel.index(0).data(WorkflowListModel::IdRole).toString();
    gui.window->openLink({DeskLink::Kind::Workflow, workflow});
    QCOMPARE(gui.window->currentPage(), u"workflows"_s);
    QCOMPARE(gui.find<QListView>("workflowList")->currentIndex().data(WorkflowListModel::IdRole).toString(), workflow);
    const QString run = gui.runs.runs().constLast().id.value();
    gui.window->openLink({DeskLink::Kind::Run, run});
    QCOMPARE(gui.window->currentPage(), u"runs"_s);
    QCOMPARE(gui.find<QTableView>("runTable")->currentIndex().data(RunModel::IdRole).toString(), run);
    gui.window->openLink({DeskLink::Kind::Conversation, u"c1"_s});
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
    QCOMPARE(gui.window->chat().conversationId().value(), u"c1"_s);
}

void TestLinks::aLinkWaitsForTheWorkspace()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    gui.window->openLink({DeskLink::Kind::Agent, u"a3"_s});
    QCOMPARE(gui.window->currentPage(), u"chat"_s); // nothing is open yet
    QVERIFY(gui.openAndLoad());
    QTRY_COMPARE(gui.window->currentPage(), u"agents"_s);
    QCOMPARE(gui.find<QListView>("agentList")->currentIndex().data(AgentListModel::IdRole).toString(), u"a3"_s);
}

void TestLinks::whatIsNotThereIsSaid()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    gui.window->openLink({DeskLink::Kind::Agent, u"gone"_s});
    const auto labels = gui.find<QWidget>("statusLine")->findChildren<QLabel *>();
    QVERIFY(
        std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(u"not in this workspace"_s); }));
}

void TestLinks::aRunThatIsNotInTheListIsFetched()
{
    GuiFixture gui;
    const auto usual = gui.script;
    gui.script = [usual](const Received &request) {
        if (request.target == "/runs/far-away")
            return json(R"({"id":"far-away","agent_id":"a1","status":"succeeded","output":{"result":"x"},"events":[],)"
                        R"("created_at":"2020-01-01T00:00:00","updated_at":"2020-01-01T00:00:01"})");
        return usual(request);
    };
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    gui.window->openLink({DeskLink::Kind::Run, u"far-away"_s});
    QTRY_COMPARE(gui.find<QTableView>("runTable")->currentIndex().data(RunModel::IdRole).toString(), u"far-away"_s);
}

QTEST_MAIN(TestLinks)
#include "tst_links.moc"
