// What the page of agents tells of one agent: its tools and instructions, its latest runs, its scores.
#include "gui/accessibility.h"
#include "gui/agents/agentspage.h"
#include "gui/guifixture.h"
#include "gui/keycollisions.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int patientMs = 20'000; // a lost read is tried again some times

QByteArray run(const QByteArray &id, const QByteArray &status, const QDateTime &created, const QByteArray &more = "")
{
    const QByteArray at = created.toUTC().toString(Qt::ISODate).toLatin1();
    const QByteArray ended = created.toUTC().addSecs(4).toString(Qt::ISODate).toLatin1();
    return R"({"id":")" + id + R"(","agent_id":"a2","status":")" + status + R"(","input":{"prompt":"Ask <b>)" + id +
           R"(</b>"},"events":[],"created_at":")" + at + R"(","updated_at":")" + ended + R"(")" + more + '}';
}

QDateTime longAgo(int minute)
{
    return QDateTime(QDate(2026, 5, 2), QTime(9, minute), Qt::UTC);
}

// A window over a server that answers by the beginning of the target.
struct DetailFixture : GuiFixture {
    QHash<QByteArray, Scripted> answers;

    DetailFixture()
    {
        script = [this](const Received &request) {
            for (auto answer = answers.cbegin(); answer != answers.cend(); ++answer) {
                if (request.target.startsWith(answer.key()))
                    return answer.value();
            }
            return sample(request.target);
        };
    }
    [[nodiscard]] bool start(const QString &agent = u"a2"_s) // inside QVERIFY
    {
        if (!openAndLoad() || !show())
            return false;
        window->showPage(u"agents"_s);
        return find<AgentsPage>("agentsPage")->choose(AgentId(agent));
    }
    [[nodiscard]] QString said(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    // By keys, as the tabs are reached by Tab.
    void openTab(const QString &title) const
    {
        QTabBar *bar = find<QTabWidget>("agentTabs")->tabBar();
        bar->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < bar->count() && bar->tabText(bar->currentIndex()) != title; ++i)
            QTest::keyClick(bar, Qt::Key_Right);
        QCOMPARE(bar->tabText(bar->currentIndex()), title);
    }
    [[nodiscard]] QTableView *table() const { return find<QTableView>("agentRunTable"); }
    [[nodiscard]] QString shownRun() const
    {
        const QModelIndex current = find<QTableView>("runTable")->currentIndex();
        return current.siblingAtColumn(RunModel::StatusColumn).data(RunModel::IdRole).toString();
    }
    [[nodiscard]] QList<QPushButton *> tools() const { return find<QWidget>("agentTools")->findChildren<QPushButton *>(u"agentTool"_s); }
    [[nodiscard]] QString facts(const char *parent) const
    {
        QStringList all;
        const QList<QLabel *> labels = find<QWidget>(parent)->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                all << label->text();
        }
        return all.join(u'|');
    }
};

const QByteArray ofA2 = "/runs?limit=20&offset=0&agent_id=a2";

} // namespace

class TestAgentDetail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_01_todaysRunsAndFailuresAreCounted();
    void AG_21_aToolSaysWhatItDoesAndLeadsToItsPage();
    void AG_21_instructionsAreCountedAndCopied();
    void AG_23_aRunIsOpenedByEnterAndByClick();
    void AG_23_anAgentWithoutRunsSaysSo();
    void AG_23_aFailureIsSaidAndTriedAgain_data();
    void AG_23_aFailureIsSaidAndTriedAgain();
    void AG_25_scoresAreShownWithTheirPeriod();
    void AG_25_aServerWithoutScoresSaysSo_data();
    void AG_25_aServerWithoutScoresSaysSo();
    void everythingIsNamedAndReachable();
};

void TestAgentDetail::AG_01_todaysRunsAndFailuresAreCounted()
{
    DetailFixture gui;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    gui.answers.insert("/runs?limit=50", json('[' + run("t1", "failed", now) + ',' + run("t2", "succeeded", now) + ',' +
                                              run("old", "failed", longAgo(1)) + ']'));
    QVERIFY(gui.start());
    QTRY_VERIFY2(gui.said("agentCounts").endsWith(u"2 run(s) today · 1 of them failed"_s), qPrintable(gui.said("agentCounts")));
    QVERIFY(gui.said("agentCounts").startsWith(u"3 of 3 agent(s) active · personal: 1 of 1 · built in: 2 of 2"_s));
}

void TestAgentDetail::AG_21_aToolSaysWhatItDoesAndLeadsToItsPage()
{
    DetailFixture gui;
    QVERIFY(gui.start());
    QCOMPARE(gui.tools().size(), 2);
    QPushButton *known = gui.tools().at(0);
    QPushButton *unknown = gui.tools().at(1);
    QCOMPARE(known->text(), u"table_query"_s);
    QVERIFY(gui.facts("agentTools").contains(u"Asks a table by SQL."_s));
    QCOMPARE(unknown->text(), u"calculate"_s);
    QVERIFY(!unknown->isEnabled());
    QVERIFY(gui.facts("agentTools").contains(u"Unknown: the server lists no tool of this name."_s));
    known->setFocus(Qt::TabFocusReason);
    QTest::keyClick(known, Qt::Key_Space);
    QCOMPARE(gui.window->currentPage(), u"tools"_s);
    QCOMPARE(gui.find<QLabel>("toolName")->text(), u"table_query"_s);
    gui.window->showPage(u"agents"_s);
    QTRY_COMPARE(gui.tools().size(), 2);
    QTest::mouseClick(gui.tools().at(0), Qt::LeftButton);
    QCOMPARE(gui.window->currentPage(), u"tools"_s);
}

void TestAgentDetail::AG_21_instructionsAreCountedAndCopied()
{
    DetailFixture gui;
    QVERIFY(gui.start());
    QCOMPARE(gui.said("agentInstructionsCount"), u"5 word(s), 30 character(s)"_s);
    QGuiApplication::clipboard()->clear();
    auto *copy = gui.find<QPushButton>("agentInstructionsCopy");
    copy->setFocus(Qt::TabFocusReason);
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Write one SELECT.\nNever guess."_s);
}

void TestAgentDetail::AG_23_aRunIsOpenedByEnterAndByClick()
{
    DetailFixture gui;
    gui.answers.insert(ofA2, json('[' + run("x2", "failed", longAgo(30)) + ',' +
                                  run("r1", "succeeded", longAgo(1), R"(,"usage":{"prompt_tokens":9,"completion_tokens":3})") + ']'));
    gui.answers.insert("/runs/x2", json(run("x2", "failed", longAgo(30))));
    QVERIFY(gui.start());
    gui.openTab(u"Runs"_s);
    QTRY_COMPARE(gui.table()->model()->rowCount(), 2);
    QTRY_VERIFY(gui.table()->isVisible());
    QCOMPARE(gui.said("agentRunsNote"), u"All 2 run(s) that the server shows to this account."_s);
    QVERIFY2(gui.said("agentRunsFigures").contains(u"from the 2 run(s) above that have ended: 1 succeeded, 1 failed"_s),
             qPrintable(gui.said("agentRunsFigures")));
    const QAbstractItemModel *rows = gui.table()->model();
    QCOMPARE(rows->index(0, 0).data().toString(), u"Failed"_s);
    QCOMPARE(rows->index(0, 1).data().toString(), u"Ask <b>x2</b>"_s);
    QCOMPARE(rows->index(1, 4).data().toString(), u"12"_s);
    QVERIFY(!gui.table()->isColumnHidden(4));
    gui.table()->setFocus(Qt::TabFocusReason);
    gui.table()->setCurrentIndex(rows->index(0, 0));
    QTest::keyClick(gui.table(), Qt::Key_Down);
    QTest::keyClick(gui.table(), Qt::Key_Return);
    QCOMPARE(gui.window->currentPage(), u"runs"_s);
    QTRY_COMPARE(gui.shownRun(), u"r1"_s);
    gui.window->showPage(u"agents"_s); // the tab is still open, and loads anew
    QTRY_VERIFY(gui.table()->isVisible() && gui.table()->model()->rowCount() == 2);
    QTest::mouseClick(gui.table()->viewport(), Qt::LeftButton, {}, gui.table()->visualRect(rows->index(0, 1)).center());
    QCOMPARE(gui.window->currentPage(), u"runs"_s);
    QTRY_COMPARE(gui.shownRun(), u"x2"_s); // one the page of runs did not have
}

void TestAgentDetail::AG_23_anAgentWithoutRunsSaysSo()
{
    DetailFixture gui;
    gui.answers.insert("/runs?", json("[]"));
    QVERIFY(gui.start());
    gui.openTab(u"Runs"_s);
    QCOMPARE(gui.said("agentRunsNote"), u"Loading…"_s);
    QTRY_VERIFY2(gui.said("agentRunsNote").startsWith(u"No runs of this agent yet"_s), qPrintable(gui.said("agentRunsNote")));
    QVERIFY(!gui.table()->isVisible());
    QCOMPARE(gui.said("agentRunsFigures"), QString()); // no number of nothing
}

void TestAgentDetail::AG_23_aFailureIsSaidAndTriedAgain_data()
{
    QTest::addColumn<int>("status"); // 0: the answer is cut
    QTest::newRow("forbidden") << 403;
    QTest::newRow("not found") << 404;
    QTest::newRow("cut") << 0;
}

void TestAgentDetail::AG_23_aFailureIsSaidAndTriedAgain()
{
    QFETCH(int, status);
    DetailFixture gui;
    const Scripted good = json('[' + run("x2", "failed", longAgo(2)) + ']');
    gui.answers.insert(ofA2, status ? reply(status, R"({"detail":"No"})") : cut(good, 60, Scripted::End::Reset));
    QVERIFY(gui.start());
    gui.openTab(u"Runs"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!gui.said("agentRunsProblem").isEmpty(), patientMs);
    QCOMPARE(gui.said("agentRunsNote"), u"Perhaps out of date: these are the 1 run(s) that were seen before."_s);
    QCOMPARE(gui.table()->model()->rowCount(), 1); // r1, which the page of runs has
    gui.answers.insert(ofA2, good);
    auto *again = gui.find<QPushButton>("agentRunsAgain");
    again->setFocus(Qt::TabFocusReason);
    QTest::keyClick(again, Qt::Key_Space);
    QTRY_COMPARE(gui.table()->model()->rowCount(), 2);
    QTRY_COMPARE(gui.said("agentRunsProblem"), QString());
}

void TestAgentDetail::AG_25_scoresAreShownWithTheirPeriod()
{
    DetailFixture gui;
    gui.features = localFeatures + R"(,"scorer_percentiles")";
    gui.answers.insert("/evals/scores/by-agent/a2?days=7",
                       json(R"({"scorers":{"success":{"avg_score":0.9,"total":3},"own & <b>":{"avg_score":0.25,"total":1}}})"));
    gui.answers.insert("/evals/scores/by-agent/a2?days=30", json(R"({"scorers":{"latency":{"avg_score":0.5,"total":8}}})"));
    gui.answers.insert("/evals/scores/by-agent/table", json(R"({"scorers":{}})"));
    gui.answers.insert("/scores/aggregates?agent_id=a2&scorer_name=success", json(R"({"total_scores":40,"min":0.1,"p50":0.85,"max":1.0})"));
    gui.answers.insert("/evals/observability/agent/a2/metrics",
                       json(R"({"window_hours":24,"runs":{"total":12,"successful":9,"success_rate":0.75}})"));
    QVERIFY(gui.start());
    gui.openTab(u"Scores"_s);
    QTRY_COMPARE(gui.said("agentScoresNote"), u"Scores from 0 to 1, of the last 7 day(s)."_s);
    const QString shown = gui.facts("agentScores");
    QVERIFY2(
        shown.contains(u"Success|0.90 on average, of 3 score(s)\nOf all 40 score(s) kept: lowest 0.10, half up to 0.85, highest 1.00"_s),
        qPrintable(shown));
    QVERIFY2(shown.contains(u"own && <b>|0.25 on average, of 1 score(s)"_s), qPrintable(shown));
    QVERIFY2(gui.said("agentScoresMetrics").contains(u"12 run(s), 75 % succeeded"_s), qPrintable(gui.said("agentScoresMetrics")));
    auto *period = gui.find<QComboBox>("agentScoresPeriod");
    period->setFocus(Qt::TabFocusReason);
    QTest::keyClick(period, Qt::Key_Down);
    QTRY_COMPARE(gui.said("agentScoresNote"), u"Scores from 0 to 1, of the last 30 day(s)."_s);
    QVERIFY2(gui.facts("agentScores").contains(u"Speed|0.50 on average, of 8 score(s)"_s), qPrintable(gui.facts("agentScores")));
    QVERIFY(!gui.facts("agentScores").contains(u"Success"_s));
}

void TestAgentDetail::AG_25_aServerWithoutScoresSaysSo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 404 << u"This server keeps no scores of agents."_s;
    QTest::newRow("refused") << 403 << u"The server does not show the scores of this agent to this account."_s;
}

void TestAgentDetail::AG_25_aServerWithoutScoresSaysSo()
{
    QFETCH(int, status);
    QFETCH(QString, text);
    DetailFixture gui;
    gui.answers.insert("/evals/", reply(status, R"({"detail":"No"})"));
    gui.answers.insert("/scores/", reply(status, R"({"detail":"No"})"));
    QVERIFY(gui.start());
    gui.openTab(u"Scores"_s);
    QTRY_COMPARE(gui.said("agentScoresNote"), text);
    QVERIFY(!gui.find<QComboBox>("agentScoresPeriod")->isEnabled());
    QCOMPARE(gui.said("agentScoresProblem"), QString());
    QCOMPARE(gui.said("agentScoresMetrics"), QString());
}

void TestAgentDetail::everythingIsNamedAndReachable()
{
    DetailFixture gui;
    gui.answers.insert(ofA2, json('[' + run("x2", "failed", longAgo(2)) + ']'));
    gui.answers.insert("/evals/scores/by-agent/", json(R"({"scorers":{"success":{"avg_score":0.9,"total":3}}})"));
    QVERIFY(gui.start());
    QStringList problems;
    for (const QString &title : {u"Details"_s, u"Runs"_s, u"Scores"_s}) {
        gui.openTab(title);
        if (title == u"Runs"_s)
            QTRY_VERIFY(gui.table()->isVisible());
        if (title == u"Scores"_s)
            QTRY_VERIFY(gui.said("agentScoresNote").startsWith(u"Scores from"_s));
        problems += namingProblems(*gui.window) + tabbingProblems(*gui.window) + keyCollisions(*gui.window);
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

QTEST_MAIN(TestAgentDetail)
#include "tst_agentdetail.moc"
