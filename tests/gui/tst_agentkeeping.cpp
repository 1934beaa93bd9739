// What is kept on this computer of an agent that is written, and what is not.
#include "agentscene.h"
#include "gui/agents/editor/picklist.h"
#include "support/failingdisk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const QByteArray secret = "hush-hush-71";

QJsonArray toolServers(const QString &key)
{
    return {QJsonObject{
        {"name"_L1, u"files"_s}, {"transport"_L1, u"stdio"_s}, {"command"_L1, u"serve"_s}, {"env"_L1, QJsonObject{{"API_KEY"_L1, key}}}}};
}

// An agent with a tool server of its own, in the editor.
[[nodiscard]] bool openWithServer(AgentScene &scene)
{
    scene.definitions.follow(scene.agents);
    scene.server.put(u"a1"_s, {{"mcp_servers"_L1, toolServers(QString::fromLatin1(secret))}});
    scene.agents.refresh();
    const auto isThere = [&scene] { return scene.agents.find(AgentId(u"a1"_s))->mcpServers.size() == 1; };
    if (!QTest::qWaitFor(isThere, 5000) || !scene.choose(u"a1"_s))
        return false;
    scene.press("editAgent");
    return QTest::qWaitFor([&scene] { return scene.find<QLineEdit>("agentTitle") != nullptr; }, 5000);
}

QByteArray everythingIn(const QString &folder)
{
    QByteArray out;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            out += file.readAll();
    }
    return out;
}

} // namespace

class TestAgentKeeping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_51_noSecretOfAToolServerIsOnTheDisk();
    void AG_51_aDraftTakesItsSecretsFromTheServer();
    void AG_50_everyAgentThatWasBegunIsFoundAgain();
    void AG_50_aDraftTheDiskRefusesIsNotCalledKept();
    void HTTP_29_aConflictInHiddenValuesSaysSo();
    void AG_42_aToolListedTwiceIsOneChoice();
};

void TestAgentKeeping::AG_51_noSecretOfAToolServerIsOnTheDisk()
{
    AgentScene scene;
    QVERIFY(scene.start());
    QVERIFY(openWithServer(scene));
    scene.type("agentTitle", u"Leases of the north"_s);
    scene.press("agentClose");
    scene.definitions.flush();
    scene.definitions.agentMarks().hide(u"a1"_s, scene.server.agents.value(u"a1"_s));
    const QString folder = scene.dir.filePath(u"user"_s);
    QTRY_VERIFY(everythingIn(folder).contains("Leases of the north")); // the draft is there
    QTRY_VERIFY(everythingIn(folder).contains("API_KEY"));
    QTRY_VERIFY(scene.definitions.agentMarks().isSaved());
    QVERIFY(!everythingIn(folder).contains(secret));
}

void TestAgentKeeping::AG_51_aDraftTakesItsSecretsFromTheServer()
{
    AgentScene scene;
    QVERIFY(scene.start());
    QVERIFY(openWithServer(scene));
    scene.type("agentTitle", u"Leases"_s);
    scene.press("agentClose");
    QTRY_VERIFY(!scene.find<QLineEdit>("agentTitle"));
    scene.definitions.flush();
    QTRY_VERIFY(scene.definitions.drafts().isSaved());
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    QTRY_COMPARE(scene.find<QLineEdit>("agentTitle")->text(), u"Leases"_s);
    QVERIFY(scene.words("mcpEnvironmentAdvice").isEmpty() || !scene.words("mcpEnvironmentAdvice").contains(u"entered"_s));
    scene.press("agentSave");
    QTRY_COMPARE(scene.server.puts.size(), 1);
    QCOMPARE(scene.server.puts.constFirst(), (QJsonObject{{"display_name"_L1, u"Leases"_s}}));
    QCOMPARE(scene.held("mcp_servers"_L1), QJsonValue(toolServers(QString::fromLatin1(secret))));
}

void TestAgentKeeping::AG_50_everyAgentThatWasBegunIsFoundAgain()
{
    AgentScene scene;
    QVERIFY(scene.start());
    const auto begin = [&scene](const QString &title) {
        scene.type("agentTitle", title);
        QTRY_VERIFY(scene.find<QToolButton>("agentBegun")->isVisible());
    };
    const auto choose = [&scene](const QString &words) {
        QMenu *menu = scene.find<QToolButton>("agentBegun")->menu();
        for (QAction *action : menu->actions()) {
            if (action->text().contains(words))
                return action->trigger();
        }
        QFAIL(qPrintable(u"not offered: "_s + words));
    };
    const auto titleIs = [&scene](const QString &title) {
        return QTest::qWaitFor([&] { return scene.find<QLineEdit>("agentTitle")->text() == title; }, 5000);
    };
    scene.press("newAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    begin(u"First & best"_s);
    choose(u"Empty agent"_s);
    QVERIFY(titleIs(QString()));
    begin(u"Second"_s);
    scene.press("agentClose");
    QTRY_VERIFY(!scene.find<QLineEdit>("agentTitle"));
    scene.press("newAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    QVERIFY(titleIs(u"Second"_s));                                                    // the latest goes on
    QTRY_COMPARE(scene.find<QToolButton>("agentBegun")->menu()->actions().size(), 3); // empty, a line, the other
    choose(u"First"_s);
    QVERIFY(titleIs(u"First & best"_s));
    QTRY_VERIFY(scene.find<QToolButton>("agentBegun")->menu()->actions().constLast()->text().contains(u"Second"_s));
}

void TestAgentKeeping::AG_50_aDraftTheDiskRefusesIsNotCalledKept()
{
    FailingDisk disk; // before the first file is opened
    AgentScene scene;
    QVERIFY(scene.start());
    QVERIFY(scene.choose(u"a1"_s));
    scene.press("editAgent");
    QTRY_VERIFY(scene.find<QLineEdit>("agentTitle"));
    disk.fillUp(true);
    scene.type("agentTitle", u"Leases"_s);
    QTRY_VERIFY(scene.words("agentEditorStatus").contains(u"no draft"_s));
    disk.fillUp(false);
    scene.type("agentTitle", u"Leases of land"_s);
    QTRY_VERIFY_WITH_TIMEOUT(scene.words("agentEditorStatus").contains(u"A draft is kept"_s), 20'000);
}

void TestAgentKeeping::HTTP_29_aConflictInHiddenValuesSaysSo()
{
    AgentScene scene;
    QVERIFY(scene.start());
    QVERIFY(openWithServer(scene));
    scene.press("mcpReveal");
    scene.type("mcpEnvironment", u"API_KEY=mine-4"_s);
    scene.server.put(u"a1"_s, {{"mcp_servers"_L1, toolServers(u"theirs-5"_s)}});
    scene.press("agentSave");
    QTRY_VERIFY(scene.find<QRadioButton>("conflictServer-mcp_servers"));
    QTRY_VERIFY(!scene.words("conflictHidden").isEmpty());
    QVERIFY(scene.server.puts.isEmpty());
}

void TestAgentKeeping::AG_42_aToolListedTwiceIsOneChoice()
{
    PickList list(u"pick"_s, {u"Tools"_s, u"Search"_s, u"Nothing"_s, u"Unknown"_s});
    list.setChoices({{u"a"_s, u"a"_s, u"One"_s}, {u"a"_s, u"a"_s, u"Two"_s}, {u"b"_s, u"b"_s, {}}});
    list.setChosen({u"gone"_s, u"gone"_s});
    auto *view = list.findChild<QListView *>(u"pickList"_s);
    QCOMPARE(view->model()->rowCount(), 3); // "gone" once, "a" once, "b"
}

QTEST_MAIN(TestAgentKeeping)
#include "tst_agentkeeping.moc"
