#include "gui/accessibility.h"
#include "gui/agents/agentlist.h"
#include "gui/agents/agentspage.h"
#include "gui/guifixture.h"
#include "gui/keycollisions.h"
#include "gui/widgets/errorbanner.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QByteArray agent(const QByteArray &id, const QByteArray &title, const QByteArray &visibility, const QByteArray &more = "")
{
    const QByteArray builtin = visibility == "builtin" || visibility == "application" ? "true" : "false";
    return R"({"id":")" + id + R"(","name":"name-)" + id + R"(","display_name":")" + title + R"(","description":"Does )" + title +
           R"(.","model":"agent","instructions":"Quote )" + id + R"(.","tools":{"names":["search"]},"visibility":")" + visibility +
           R"(","is_builtin":)" + builtin + more + R"(,"version":1})";
}

// A window over a team server: what is inactive there is gone.
struct AgentsFixture : GuiFixture {
    QSet<QByteArray> gone;
    QSet<QByteArray> refused; // deactivating these fails
    QByteArrayList asked;     // "PUT p1", "DELETE p1", "POST name"

    AgentsFixture()
    {
        script = [this](const Received &request) { return answer(request); };
    }
    [[nodiscard]] bool start() // inside QVERIFY
    {
        agents.setMarks(&definitions.agentMarks());
        agentModel.setMarks(definitions.agentMarks());
        definitions.open(u"account"_s);
        if (!openAndLoad() || !show() || !QTest::qWaitFor([this] { return definitions.agentMarks().isLoaded(); }, 5000))
            return false;
        window->showPage(u"agents"_s);
        list()->setFocus();
        return list()->model()->rowCount() == 5;
    }
    [[nodiscard]] AgentList *list() const { return find<AgentList>("agentList"); }
    [[nodiscard]] QString counts() const { return find<QLabel>("agentCounts")->text(); }
    [[nodiscard]] ErrorBanner *banner() const { return find<QWidget>("agentsPage")->findChild<ErrorBanner *>(); }
    [[nodiscard]] QString shown() const
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all.append(list()->model()->index(row, 0).data(AgentListModel::IdRole).toString());
        return all.join(u' ');
    }
    void chooseKind(const QString &text) const
    {
        auto *kinds = find<QComboBox>("agentKind");
        kinds->setFocus(Qt::TabFocusReason);
        while (kinds->currentText() != text && kinds->currentIndex() + 1 < kinds->count())
            QTest::keyClick(kinds, Qt::Key_Down);
        QCOMPARE(kinds->currentText(), text);
    }
    void choose(const QString &id) const
    {
        QVERIFY(find<AgentsPage>("agentsPage")->choose(AgentId(id)));
        list()->setFocus();
    }
    // The two personal ones: they stand together when nothing else is shown.
    void chooseBoth() const
    {
        chooseKind(u"Personal"_s);
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Home);
        QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(list()->chosen().size(), 2);
    }
    // By the Menu key, as people without a mouse do. Inside QVERIFY.
    [[nodiscard]] bool trigger(const QString &name) const
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(1, 1), list()->viewport()->mapToGlobal(QPoint(1, 1)));
        QApplication::sendEvent(list()->viewport(), &event);
        const QList<QMenu *> menus = window->findChildren<QMenu *>(u"agentMenu"_s);
        const auto shown = std::find_if(menus.begin(), menus.end(), [](const QMenu *menu) { return menu->isVisible(); });
        if (shown == menus.end())
            return false;
        auto *action = (*shown)->findChild<QAction *>(name);
        const bool can = action && action->isEnabled();
        if (can)
            action->trigger();
        (*shown)->close();
        return can;
    }

private:
    Scripted answer(const Received &request)
    {
        if (request.target == "/agents") {
            QByteArrayList all{agent("b1", "Zebra", "builtin"), agent("s1", "Apple", "application")};
            if (!gone.contains("p1"))
                all << agent("p1", "Mango", "personal");
            if (!gone.contains("p2"))
                all << agent("p2", "Lemon", "personal");
            all << agent("h1", "Kiwi", "shared", R"(,"is_active":false)");
            return json('[' + all.join(',') + ']');
        }
        if (!request.target.startsWith("/agents/definitions"))
            return sample(request.target);
        const QByteArray id = request.target.mid(20);
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        asked << request.method + ' ' + (request.method == "POST" ? body.value("name"_L1).toString().toUtf8() : id);
        if (request.method == "POST")
            return reply(201, agent("n1", "Mango", "personal"));
        if (gone.contains(id))
            return reply(404, R"({"detail":"Agent not found"})");
        if (refused.contains(id))
            return reply(403, R"({"detail":"Not yours"})");
        gone.insert(id);
        return request.method == "DELETE" ? reply(204, {}) : json(agent(id, id == "p1" ? "Mango" : "Lemon", "personal"));
    }
};

} // namespace

class TestAgentsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_01_countersSayHowMany();
    void AG_03_searchLooksIntoInstructions();
    void AG_04_kindsAndOrdersAreChosenByKeys();
    void AG_05_deletingAsksAndNamesTheAgent();
    void AG_05_builtInAgentsSayWhyTheyStay();
    void AG_05_keysAndMenuDoTheSame();
    void AG_06_oneIsEditedByKeyAndABuiltInIsNot();
    void AG_09_aFavouriteIsMarkedByKey();
    void BUG_50_anInactiveAgentIsFoundAndMadeAnew();
    void severalAreDoneAtOnceAndRefusalsNamed();
    void everythingIsNamedAndReachable();
};

void TestAgentsPage::AG_01_countersSayHowMany()
{
    AgentsFixture gui;
    QVERIFY(gui.start());
    QCOMPARE(gui.counts(), u"4 of 5 agent(s) active · personal: 2 of 2 · built in: 1 of 1 · no runs today"_s);
}

void TestAgentsPage::AG_03_searchLooksIntoInstructions()
{
    AgentsFixture gui;
    QVERIFY(gui.start());
    QTest::keyClick(gui.window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"P2 quote"_s);
    QCOMPARE(gui.shown(), u"p2"_s);
}

void TestAgentsPage::AG_04_kindsAndOrdersAreChosenByKeys()
{
    AgentsFixture gui;
    QVERIFY(gui.start());
    QCOMPARE(gui.shown(), u"s1 h1 p2 p1 b1"_s); // by title
    gui.chooseKind(u"Inactive"_s);
    QCOMPARE(gui.shown(), u"h1"_s);
    QVERIFY(gui.find<QLabel>("agentState")->isVisible());
    QVERIFY(!gui.find<QPushButton>("chatWithAgent")->isEnabled());
    gui.chooseKind(u"Built in"_s);
    QCOMPARE(gui.shown(), u"b1"_s);
    gui.chooseKind(u"Personal"_s);
    QCOMPARE(gui.shown(), u"p2 p1"_s);
    gui.definitions.agentMarks().setUsed(u"p1"_s);
    auto *orders = gui.find<QComboBox>("agentOrder");
    orders->setFocus(Qt::TabFocusReason);
    QTest::keyClick(orders, Qt::Key_Down);
    QCOMPARE(gui.shown(), u"p1 p2"_s);
}

void TestAgentsPage::AG_05_deletingAsksAndNamesTheAgent()
{
    AgentsFixture gui;
    QVERIFY(gui.start());
    gui.choose(u"p1"_s);
    QTest::keyClick(gui.list(), Qt::Key_Delete);
    QCOMPARE(gui.dialogs.questions.size(), 1);
    QVERIFY(gui.dialogs.questions.constFirst().text.contains(u"Mango"_s));
    QVERIFY(gui.asked.isEmpty()); // not before the answer
    gui.dialogs.questions.constFirst().yes();
    QTRY_COMPARE(gui.asked, QByteArrayList{"DELETE p1"});
    QTRY_VERIFY(gui.agents.isCopy(AgentId(u"p1"_s)));
    QTRY_COMPARE(gui.counts(), u"3 of 5 agent(s) active · personal: 1 of 2 · built in: 1 of 1 · no runs today"_s);
    gui.choose(u"p1"_s);
    QTest::keyClick(gui.list(), Qt::Key_Delete); // the copy
    QCOMPARE(gui.dialogs.questions.size(), 2);
    QCOMPARE(gui.dialogs.questions.constLast().action, u"Forget"_s);
    gui.dialogs.questions.constLast().yes();
    QTRY_COMPARE(gui.list()->model()->rowCount(), 4);
    QCOMPARE(gui.asked.size(), 1); // nothing is asked of the server
}

void TestAgentsPage::AG_05_builtInAgentsSayWhyTheyStay()
{
    AgentsFixture gui;
    QVERIFY(gui.start());
    gui.choose(u"b1"_s);
    QTest::keyClick(gui.list(), Qt::Key_Delete);
    QVERIFY(gui.dialogs.questions.isEmpty());
    QTRY_VERIFY(gui.banner()->isVisible());
    QVERIFY(gui.banner()->text().contains(u"refuses"_s));
    QVERIFY(gui.asked.isEmpty());
}

void TestAgentsPage::AG_05_keysAndMenuDoTheSame()
{
    AgentsFixture gui;
    QVERIFY(gui.start());
    gui.choose(u"p1"_s);
    QVERIFY(gui.trigger(u"agentCopyName"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"name-p1"_s);
    QVERIFY(gui.trigger(u"agentChat"_s));
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
    QVERIFY(gui.definitions.agentMarks().marks().value(u"p1"_s).usedAt.isValid());
}

void TestAgentsPage::AG_06_oneIsEditedByKeyAndABuiltInIsNot()
{
    AgentsFixture gui;
    QVERIFY(gui.start());
    QVERIFY(gui.find<QPushButton>("newAgent")->isVisible());
    gui.choose(u"b1"_s);
    QTest::keyClick(gui.list(), Qt::Key_F2);
    QVERIFY(!gui.find<QWidget>("agentEditor"));
    QVERIFY(!gui.find<QPushButton>("editAgent")->isEnabled());
    QVERIFY(gui.find<QPushButton>("editAgent")->toolTip().contains(u"refuses"_s));
    gui.choose(u"p1"_s);
    QTest::keyClick(gui.list(), Qt::Key_F2);
    QTRY_VERIFY(gui.find<QWidget>("agentEditor") && gui.find<QWidget>("agentEditor")->isVisible());
    // Another one in the list is looked at, and the editor is gone.
    gui.list()->setFocus();
    QTest::keyClick(gui.list(), Qt::Key_Down);
    QTRY_VERIFY(!gui.find<QWidget>("agentEditor"));
    gui.choose(u"b1"_s);
    QTest::keyClick(gui.find<QPushButton>("cloneAgent"), Qt::Key_Space);
    QTRY_VERIFY(gui.find<QLineEdit>("agentName"));
    QCOMPARE(gui.find<QLineEdit>("agentName")->text(), u"name-b1-copy"_s);
}

void TestAgentsPage::AG_09_aFavouriteIsMarkedByKey()
{
    AgentsFixture gui;
    QVERIFY(gui.start());
    gui.choose(u"b1"_s);
    QTest::keyClick(gui.list(), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(gui.list()->currentIndex().data(AgentListModel::FavouriteRole).toBool());
    gui.chooseKind(u"Favourites"_s);
    QCOMPARE(gui.shown(), u"b1"_s);
    gui.list()->setFocus();
    QTest::keyClick(gui.list(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(gui.shown(), u""_s);
}

void TestAgentsPage::BUG_50_anInactiveAgentIsFoundAndMadeAnew()
{
    AgentsFixture gui;
    QVERIFY(gui.start());
    gui.choose(u"p1"_s);
    QVERIFY(gui.trigger(u"agentDeactivate"_s));
    QTRY_VERIFY(gui.agents.isCopy(AgentId(u"p1"_s)));
    QSignalSpy answers(&gui.agents, &AgentStore::agentsChanged);
    gui.agents.refresh();
    QTRY_COMPARE(answers.size(), 1);
    QCOMPARE(gui.list()->model()->rowCount(), 5); // still there
    gui.choose(u"p1"_s);
    QVERIFY(gui.trigger(u"agentReactivate"_s));
    QTRY_VERIFY(gui.banner()->isVisible());
    QVERIFY(gui.banner()->text().contains(u"This server cannot bring it back."_s));
    QTest::keyClick(gui.banner()->findChild<QPushButton *>(u"errorAction"_s), Qt::Key_Space);
    QCOMPARE(gui.dialogs.questions.size(), 1);
    QVERIFY(gui.dialogs.questions.constFirst().text.contains(u"name-p1-2"_s));
    gui.dialogs.questions.constFirst().yes();
    QTRY_VERIFY(gui.agents.find(AgentId(u"n1"_s)));
    QCOMPARE(gui.asked.constLast(), QByteArray("POST name-p1-2"));
    QVERIFY(!gui.agents.find(AgentId(u"p1"_s)));
}

void TestAgentsPage::severalAreDoneAtOnceAndRefusalsNamed()
{
    AgentsFixture gui;
    gui.refused = {"p2"};
    QVERIFY(gui.start());
    gui.chooseBoth();
    QVERIFY(gui.find<QLabel>("chosenCount")->isVisible());
    QVERIFY(gui.find<QLabel>("chosenCount")->text().startsWith(u"2"_s));
    QVERIFY(!gui.find<QPushButton>("chatWithAgent")->isVisible());
    QTest::keyClick(gui.find<QPushButton>("chosenDeactivate"), Qt::Key_Space);
    auto *result = gui.find<QLabel>("agentResult");
    QTRY_VERIFY(result->isVisible());
    QVERIFY2(result->text().startsWith(u"1 done, 1 refused"_s), qPrintable(result->text()));
    QVERIFY2(result->text().contains(u"Lemon: "_s), qPrintable(result->text()));
    QVERIFY(!result->text().contains(u"Mango"_s));
    QTest::keyClick(gui.find<QPushButton>("chosenFavourite"), Qt::Key_Space);
    QVERIFY(gui.definitions.agentMarks().marks().value(u"p1"_s).favourite);
    QVERIFY(gui.definitions.agentMarks().marks().value(u"p2"_s).favourite);
}

void TestAgentsPage::everythingIsNamedAndReachable()
{
    AgentsFixture gui;
    QVERIFY(gui.start());
    QStringList problems = namingProblems(*gui.window) + tabbingProblems(*gui.window) + keyCollisions(*gui.window);
    gui.chooseBoth();
    problems += namingProblems(*gui.window) + tabbingProblems(*gui.window) + keyCollisions(*gui.window);
    gui.choose(u"p1"_s);
    QTest::mouseClick(gui.find<QPushButton>("editAgent"), Qt::LeftButton);
    QTRY_VERIFY(gui.find<QWidget>("agentEditor"));
    problems += namingProblems(*gui.window) + tabbingProblems(*gui.window) + keyCollisions(*gui.window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

QTEST_MAIN(TestAgentsPage)
#include "tst_agentspage.moc"
