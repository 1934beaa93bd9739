// Links of ours lead somewhere and do nothing else, whenever they come.
#include "gui/chat/chatpage.h"
#include "gui/guifixture.h"

#include <QFile>
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
    void D_23_openedFilesAreAskedAboutAndGoIntoANewMessage();
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

void TestLinks::D_23_openedFilesAreAskedAboutAndGoIntoANewMessage()
{
    GuiFixture gui;
    const QString path = gui.dir.filePath(u"sales\u202Evsc.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("region") == 6);
    file.close();
    QVERIFY(gui.show());
    gui.window->openFiles({path});
    QVERIFY(gui.dialogs.questions.isEmpty()); // nothing is open yet
    QVERIFY(gui.openAndLoad());
    QTRY_COMPARE(gui.dialogs.questions.size(), 1);
    const TestDialogs::Question question = gui.dialogs.questions.first();
    QVERIFY2(question.text.contains(u"sales"_s) && !question.text.contains(u'\u202E'), qPrintable(question.text));
    QVERIFY2(question.text.contains(gui.workspace.profile().name), qPrintable(question.text)); // where it would go
    QCOMPARE(gui.attachments.rowCount(), 0);                                                   // nothing is sent unasked (IPC-03)
    gui.window->openLink({DeskLink::Kind::Conversation, u"c1"_s});
    QCOMPARE(gui.window->chat().conversationId().value(), u"c1"_s);
    question.yes();
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
    QVERIFY(gui.window->chat().conversationId().isEmpty());
    QTRY_COMPARE(gui.attachments.paths(), QStringList{path}); // looked at first, where that is set
    gui.window->openFiles({path, path});
    QCOMPARE(gui.dialogs.questions.size(), 2);
    QVERIFY2(gui.dialogs.questions.last().action.contains(u"1"_s), qPrintable(gui.dialogs.questions.last().action));
}

QTEST_MAIN(TestLinks)
#include "tst_links.moc"
