#include "gui/accessibility.h"
#include "gui/guifixture.h"
#include "gui/insights/insightdialog.h"
#include "gui/insights/insightlist.h"
#include "gui/insights/insightpanel.h"
#include "gui/insights/learndialog.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/markdownview.h"
#include "state/models/insightmodel.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QByteArray insight(const QByteArray &id, const QByteArray &content, const QByteArray &category, const QByteArray &conversation,
                   const QByteArray &score = "1")
{
    return R"({"insight":{"id":")" + id + R"(","content":")" + content + R"(","category":")" + category + R"(","conversationId":")" +
           conversation + R"(","source":"conversation","createdAt":"2026-05-02T23:30:00"},"score":)" + score + '}';
}

const QByteArray three = insight("i1", "Prefers **tables** over prose, with `EUR` amounts rounded to thousands.", "preference", "c1") +
                         ',' +
                         insight("i2",
                                 "Reports to the board on the first Monday of each month and needs the figures two days before, as a "
                                 "table with one line for each region and a short note on what changed.",
                                 "fact", "c1") +
                         ',' + insight("i3", "<img src='file:///etc/passwd'> Wants to open a shop in Kiel", "goal", "c2");

// A window over a server that has a memory.
struct InsightsFixture : GuiFixture {
    std::function<Scripted(const Received &)> instead;

    InsightsFixture()
    {
        script = [this](const Received &request) {
            if (instead) {
                const Scripted scripted = instead(request);
                if (!scripted.pieces.isEmpty())
                    return scripted;
            }
            if (request.target.startsWith("/insights/list"))
                return json(R"({"results":[)" + three + R"(],"total":3,"by_category":{"preference":1,"fact":1,"goal":1}})");
            if (request.method == "DELETE" || request.method == "PATCH")
                return json("{\"message\":\"ok\"}");
            if (request.method == "POST" && request.target == "/insights")
                return json("{\"message\":\"ok\",\"count\":1}");
            if (request.target.startsWith("/conversations?"))
                return json(R"({"conversations":[{"id":"c1","title":"Quarterly figures"},{"id":"c2","title":"Shops"}],"total":2})");
            return sample(request.target);
        };
    }

    // Call inside QVERIFY.
    [[nodiscard]] bool start()
    {
        if (!openAndLoad() || !show())
            return false;
        insights.refresh();
        if (!QTest::qWaitFor([this] { return insights.isLoaded(); }, 5000))
            return false;
        window->showPage(u"insights"_s);
        return window->currentPage() == u"insights"_s;
    }
    [[nodiscard]] InsightList *list() const { return find<InsightList>("insightList"); }
    [[nodiscard]] QList<Received> sent(const QByteArray &method) const
    {
        QList<Received> out;
        for (const Received &request : server.received()) {
            if (request.method == method && request.target.startsWith("/insights"))
                out.append(request);
        }
        return out;
    }
    void shoot(const char *name) const
    {
        if (qEnvironmentVariableIsSet("DESK_SHOTS"))
            window->grab().save(qEnvironmentVariable("DESK_SHOTS") + u'/' + QLatin1StringView(name) + u".png"_s);
    }
};

// The offscreen platform does not do it by itself.
bool isActive(QDialog &dialog)
{
    dialog.activateWindow();
    return QTest::qWaitFor([&dialog] { return QApplication::activeWindow() == &dialog; }, 5000);
}

} // namespace

// IN-01 … IN-08 and D-49, with keys and clicks.
class TestInsights : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aServerWithoutThemHasNoPage();
    void aServerThatBeginsToRefuseExplainsItselfInPlace();
    void theyAreListedWithTheirKindAndShownInFull();
    void hostileTextStaysText();
    void typingFiltersAndEnterSearchesByMeaning();
    void oneIsAddedByKeyboard();
    void oneIsEditedAndARefusalOffersToSaveAgain();
    void oneIsDeletedAndBroughtBack();
    void severalAreAskedAbout();
    void aConversationIsFilteredAndForgotten();
    void theServerLearnsFromAConversation();
    void theListIsExported();
    void anEmptyMemorySaysSo();
    void everythingIsNamedAndReachedByTab();
    void thePanelKeepsToItsConversation();
};

void TestInsights::aServerWithoutThemHasNoPage()
{
    GuiFixture gui; // answers 404, as the local server does
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    auto *action = gui.window->findChild<QAction *>(u"page:insights"_s);
    QVERIFY(!action->isVisible());
    gui.insights.refresh();
    QTRY_COMPARE(gui.insights.availability(), InsightStore::Availability::Missing);
    QVERIFY(!action->isVisible());
    gui.window->showPage(u"insights"_s);
    QCOMPARE(gui.window->currentPage(), u"chat"_s);
    QVERIFY(!gui.find<ErrorBanner>("workspaceFailure")->isVisible());
}

void TestInsights::aServerThatBeginsToRefuseExplainsItselfInPlace()
{
    InsightsFixture gui;
    QVERIFY(gui.start());
    gui.instead = [](const Received &request) {
        return request.target.startsWith("/insights") ? reply(403, R"({"detail":"Insights are disabled"})") : Scripted{};
    };
    QTest::keyClick(gui.window.get(), Qt::Key_F5);
    auto *state = gui.find<QWidget>("insightsPage")->findChild<EmptyState *>();
    QTRY_VERIFY(state->isVisible());
    QCOMPARE(state->accessibleName(), u"Insights are switched off by the administrator of the server."_s);
    QVERIFY(!gui.find<QWidget>("insightsPage")->findChild<ErrorBanner *>()->isVisible());
    gui.shoot("insights-off");
    gui.window->showPage(u"agents"_s);
    gui.insights.refresh();
    QTRY_VERIFY(!gui.insights.isLoading());
    QCOMPARE(gui.window->currentPage(), u"agents"_s);
}

void TestInsights::theyAreListedWithTheirKindAndShownInFull()
{
    InsightsFixture gui;
    QVERIFY(gui.start());
    QCOMPARE(gui.list()->model()->rowCount(), 3);
    QCOMPARE(gui.find<QToolButton>("category:preference")->text(), u"Preference (1)"_s);
    QCOMPARE(gui.find<QToolButton>("category:")->text(), u"All (3)"_s);
    gui.list()->setFocus();
    QTest::keyClick(gui.list(), Qt::Key_Down);
    QTest::keyClick(gui.list(), Qt::Key_Up);
    auto *text = gui.find<MarkdownView>("insightContent");
    QVERIFY(text->isVisible());
    QVERIFY(text->toPlainText().startsWith(u"Prefers tables over prose"_s)); // the markdown is drawn
    QStringList facts;
    for (const QLabel *label : gui.find<QWidget>("insightDetail")->findChildren<QLabel *>())
        facts << label->text();
    QVERIFY(facts.contains(u"Quarterly figures"_s));
    QVERIFY(facts.contains(QLocale().toString(QDate(2026, 5, 2), QLocale::LongFormat)));
    gui.shoot("insights");
}

void TestInsights::hostileTextStaysText()
{
    InsightsFixture gui;
    QVERIFY(gui.start());
    gui.list()->setCurrentIndex(gui.list()->model()->index(2, 0));
    auto *text = gui.find<MarkdownView>("insightContent");
    QVERIFY(text->toPlainText().startsWith(u"<img src='file:///etc/passwd'>"_s));
    QCOMPARE(text->refusedResources(), 0); // nothing was even asked for
}

void TestInsights::typingFiltersAndEnterSearchesByMeaning()
{
    InsightsFixture gui;
    QVERIFY(gui.start());
    gui.instead = [](const Received &request) {
        return request.target == "/insights/search" ? json(R"({"results":[)" + insight("i3", "Wants a shop", "goal", "c2", "0.62") + "]}")
                                                    : Scripted{};
    };
    QTest::keyClick(gui.window.get(), Qt::Key_F, Qt::ControlModifier);
    QWidget *field = QApplication::focusWidget();
    QTest::keyClicks(field, u"board"_s);
    QCOMPARE(gui.list()->model()->rowCount(), 1);
    QCOMPARE(gui.sent("POST").size(), 0);
    QTest::keyClicks(field, u" zebra"_s);
    QCOMPARE(gui.list()->model()->rowCount(), 0);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(gui.list()->model()->rowCount(), 1);
    QTRY_COMPARE(gui.find<QLabel>("insightScopeText")->text(), u"Nearest in meaning to “board zebra”"_s);
    QCOMPARE(gui.list()->model()->index(0, 0).data(InsightModel::MatchRole).toInt(), 62);
    QCOMPARE(QApplication::focusWidget(), gui.list());
    gui.shoot("insights-search");
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(gui.list()->model()->rowCount(), 3);
    QVERIFY(!gui.find<QWidget>("insightScope")->isVisible());
}

void TestInsights::oneIsAddedByKeyboard()
{
    InsightsFixture gui;
    QVERIFY(gui.start());
    QTest::keyClick(gui.find<QPushButton>("addInsight"), Qt::Key_Space);
    auto *dialog = gui.find<InsightDialog>("insightDialog");
    QVERIFY(isActive(*dialog));
    QVERIFY(!dialog->findChild<QPushButton *>(u"saveInsight"_s)->isEnabled());
    QTest::keyClicks(QApplication::focusWidget(), u"Writes British English"_s);
    if (qEnvironmentVariableIsSet("DESK_SHOTS"))
        dialog->grab().save(qEnvironmentVariable("DESK_SHOTS") + u"/insight-dialog.png"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // a text field does not keep it
    QTest::keyClick(dialog->findChild<QComboBox *>(u"insightCategory"_s), Qt::Key_Down);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(gui.sent("POST").size(), 1);
    QVERIFY(gui.sent("POST").constFirst().body.contains("\"Writes British English\""));
    QVERIFY(gui.sent("POST").constFirst().body.contains("\"fact\""));
}

void TestInsights::oneIsEditedAndARefusalOffersToSaveAgain()
{
    InsightsFixture gui;
    QVERIFY(gui.start());
    bool refuse = true;
    gui.instead = [&refuse](const Received &request) {
        return request.method == "PATCH" && refuse ? reply(422, R"({"detail":"too long"})") : Scripted{};
    };
    gui.list()->setFocus();
    gui.list()->setCurrentIndex(gui.list()->model()->index(0, 0));
    QTest::keyClick(gui.list(), Qt::Key_Return);
    auto *dialog = gui.find<InsightDialog>("insightDialog");
    QVERIFY(isActive(*dialog));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"Prefers charts"_s);
    dialog->findChild<QPushButton *>(u"saveInsight"_s)->click();
    QCOMPARE(gui.list()->model()->index(0, 0).data(InsightModel::ContentRole).toString(), u"Prefers charts"_s);
    auto *banner = gui.find<QWidget>("insightsPage")->findChild<ErrorBanner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(gui.list()->model()->index(0, 0).data(InsightModel::ContentRole).toString().contains(u"tables"_s));
    refuse = false;
    banner->findChild<QPushButton *>(u"errorAction"_s)->click();
    QTRY_COMPARE(gui.sent("PATCH").size(), 2);
    QCOMPARE(gui.sent("PATCH").at(0).body, gui.sent("PATCH").at(1).body);
}

void TestInsights::oneIsDeletedAndBroughtBack()
{
    InsightsFixture gui;
    QVERIFY(gui.start());
    gui.list()->setFocus();
    gui.list()->setCurrentIndex(gui.list()->model()->index(1, 0));
    QTest::keyClick(gui.list(), Qt::Key_Delete);
    QVERIFY(gui.dialogs.questions.isEmpty()); // it can be undone
    QCOMPARE(gui.list()->model()->rowCount(), 2);
    QCOMPARE(gui.list()->currentIndex().row(), 1); // the next one is at hand
    auto *undo = gui.find<QPushButton>("undoButton");
    QTRY_VERIFY(undo->isVisible());
    QVERIFY(gui.find<QLabel>("undoText")->text().startsWith(u"1 insight(s) deleted."_s));
    gui.shoot("insights-undo");
    undo->setFocus();
    QTest::keyClick(undo, Qt::Key_Space);
    QTRY_COMPARE(gui.sent("POST").size(), 1);
    QVERIFY(gui.sent("POST").constFirst().body.contains("Reports to the board"));
    QVERIFY(gui.sent("POST").constFirst().body.contains("\"c1\""));
    QVERIFY(!undo->isVisible());
}

void TestInsights::severalAreAskedAbout()
{
    InsightsFixture gui;
    QVERIFY(gui.start());
    gui.list()->setFocus();
    gui.list()->setCurrentIndex(gui.list()->model()->index(0, 0));
    QTest::keyClick(gui.list(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(gui.list(), Qt::Key_Delete);
    QCOMPARE(gui.dialogs.questions.size(), 1);
    QCOMPARE(gui.dialogs.questions.constFirst().title, u"Delete 2 insight(s)?"_s);
    QVERIFY(gui.sent("DELETE").isEmpty());
    gui.dialogs.questions.constFirst().yes();
    QTRY_COMPARE(gui.sent("DELETE").size(), 2);
    QTRY_VERIFY(gui.find<QLabel>("undoText")->text().startsWith(u"2 insight(s) deleted."_s));
}

void TestInsights::aConversationIsFilteredAndForgotten()
{
    InsightsFixture gui;
    QVERIFY(gui.start());
    gui.list()->setCurrentIndex(gui.list()->model()->index(0, 0));
    auto *menu = gui.find<QToolButton>("insightsMenu")->menu();
    QAction *forget = menu->actions().constLast();
    QVERIFY(!forget->isEnabled());
    QTest::keyClick(gui.find<QPushButton>("onlyInsightConversation"), Qt::Key_Space);
    QTRY_VERIFY(gui.server.received().constLast().target.contains("conversation_id=c1"));
    QCOMPARE(gui.find<QLabel>("insightScopeText")->text(), u"Learned from “Quarterly figures”"_s);
    QTRY_VERIFY(forget->isEnabled());
    forget->trigger();
    QVERIFY(gui.dialogs.questions.constFirst().text.contains(u"Quarterly figures"_s));
    gui.dialogs.questions.constFirst().yes();
    QTRY_COMPARE(gui.sent("DELETE").size(), 1);
    QCOMPARE(gui.sent("DELETE").constFirst().target, "/insights/conversation/c1"_ba);
    QTest::keyClick(gui.find<QPushButton>("insightScopeEnd"), Qt::Key_Space);
    QVERIFY(!gui.find<QWidget>("insightScope")->isVisible());
}

void TestInsights::theServerLearnsFromAConversation()
{
    InsightsFixture gui;
    QVERIFY(gui.start());
    gui.instead = [](const Received &request) {
        return request.target == "/chat/c2/generate-insights"
                   ? json(R"({"conversation_id":"c2","insights_generated":2,"existing_insights":5})")
                   : Scripted{};
    };
    gui.find<QToolButton>("insightsMenu")->menu()->actions().constFirst()->trigger();
    auto *dialog = gui.find<LearnDialog>("learnDialog");
    QVERIFY(isActive(*dialog));
    QCOMPARE(namingProblems(*dialog), QStringList());
    auto *search = dialog->findChild<QLineEdit *>(u"learnSearch"_s);
    QTest::keyClicks(search, u"shop"_s);
    auto *list = dialog->findChild<QListView *>(u"learnList"_s);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(gui.find<QLabel>("undoText")->text(), u"Learned from this conversation: 2 new, 5 known before."_s);
}

void TestInsights::theListIsExported()
{
    InsightsFixture gui;
    QVERIFY(gui.start());
    gui.dialogs.fileToSave = gui.dir.filePath(u"insights.md"_s);
    gui.find<QToolButton>("insightsMenu")->menu()->actions().at(2)->trigger();
    QTRY_VERIFY(QFile::exists(gui.dialogs.fileToSave));
    QFile file(gui.dialogs.fileToSave);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("## Preference\n\n- Prefers **tables**"));
    gui.dialogs.fileToSave = gui.dir.filePath(u"no/such/folder/insights.json"_s);
    gui.find<QToolButton>("insightsMenu")->menu()->actions().at(3)->trigger();
    auto *banner = gui.find<QWidget>("insightsPage")->findChild<ErrorBanner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(u"could not be saved"_s));
}

void TestInsights::anEmptyMemorySaysSo()
{
    InsightsFixture gui;
    gui.instead = [](const Received &request) {
        return request.target.startsWith("/insights/list") ? json(R"({"results":[],"total":0,"by_category":{}})") : Scripted{};
    };
    QVERIFY(gui.start());
    auto *state = gui.find<QWidget>("insightsPage")->findChild<EmptyState *>();
    QVERIFY(state->isVisible());
    QCOMPARE(state->accessibleName(), u"No insights yet"_s);
    QVERIFY(gui.find<QPushButton>("addInsight")->isEnabled());
    gui.shoot("insights-empty");
}

void TestInsights::everythingIsNamedAndReachedByTab()
{
    InsightsFixture gui;
    QVERIFY(gui.start());
    QCOMPARE(namingProblems(*gui.window), QStringList());
    QCOMPARE(tabbingProblems(*gui.window), QStringList());
    InsightDialog dialog({}, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(namingProblems(dialog), QStringList());
    QCOMPARE(tabbingProblems(dialog), QStringList());
}

void TestInsights::thePanelKeepsToItsConversation()
{
    InsightsFixture gui;
    QVERIFY(gui.openAndLoad());
    InsightStore own(gui.api);
    InsightPanel panel(own, gui.workspace, gui.dialogs);
    panel.setConversation(ConversationId(u"c1"_s));
    QVERIFY(gui.sent("GET").isEmpty()); // nothing while it is hidden
    panel.resize(320, 600);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    QTRY_VERIFY(!own.isLoading());
    QCOMPARE(gui.sent("GET").size(), 1);
    QVERIFY(gui.sent("GET").constFirst().target.contains("conversation_id=c1"));
    QVERIFY(panel.findChild<QListView *>(u"panelInsights"_s)->isVisible());
    QCOMPARE(namingProblems(panel), QStringList());
    QCOMPARE(tabbingProblems(panel), QStringList());
    if (qEnvironmentVariableIsSet("DESK_SHOTS"))
        panel.grab().save(qEnvironmentVariable("DESK_SHOTS") + u"/insight-panel.png"_s);
    gui.instead = [](const Received &request) {
        return request.target.startsWith("/insights") ? reply(403, R"({"detail":"off"})") : Scripted{};
    };
    panel.setConversation(ConversationId(u"c2"_s));
    auto *note = panel.findChild<QLabel *>(u"panelNote"_s);
    QTRY_COMPARE(note->text(), u"Insights are switched off by the administrator of the server."_s);
    QVERIFY(!panel.findChild<QPushButton *>(u"panelLearn"_s)->isEnabled());
    panel.setConversation({});
    QVERIFY(!panel.findChild<QPushButton *>(u"panelAdd"_s)->isEnabled());
}

QTEST_MAIN(TestInsights)
#include "tst_insights.moc"
