// An agent tried out before it is saved, in a real window by real keys and clicks (AG-48, FR-015, D-65).
#include "gui/accessibility.h"
#include "gui/agents/scratch/scratchcolumn.h"
#include "gui/agents/scratch/scratchpanel.h"
#include "gui/agents/scratch/scratchscenariodialog.h"
#include "gui/chat/approval/approvalcard.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/markdownview.h"
#include "gui/widgets/statuschip.h"
#include "state/agents/scratch/scratchcleaner.h"
#include "state/agents/scratch/scratchrun.h"
#include "state/agents/scratch/scratchscenarios.h"
#include "state/definitions/definitionrecords.h"
#include "state/scratchserver.h"
#include "state/store/storethread.h"
#include "state/store/userschema.h"
#include "state/teamfixture.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

Agent agent(const QString &instructions)
{
    Agent agent;
    agent.id = AgentId(u"a1"_s);
    agent.name = u"contracts"_s;
    agent.model = u"agent"_s;
    agent.instructions = instructions;
    agent.visibility = AgentVisibility::Personal;
    return agent;
}

struct Desk {
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(u"user"_s)};
    StoreThread store{folder, userStoreKind(folder)};
    DefinitionRecords records{store};
    ScratchServer server;
    TeamFixture team;
    ScratchCleaner cleaner{team.api, team.workspace, store, records.trialMarks()};
    ScratchRun run{team.api, team.workspace, cleaner};
    ScratchScenarios scenarios{team.api, team.workspace};
    std::unique_ptr<ScratchPanel> panel;

    Desk()
    {
        initGuiResources();
        records.open(u"ada"_s);
        team.script = [this](const Received &request) { return server.answer(request); };
    }
    // Inside QVERIFY: the panel is there, and its question has the focus.
    [[nodiscard]] bool show(bool hasSaved = true)
    {
        if (!team.open())
            return false;
        panel = std::make_unique<ScratchPanel>(run, scenarios);
        panel->setAgents(agent(u"As written."_s), hasSaved ? std::optional(agent(u"As saved."_s)) : std::nullopt);
        panel->resize(900, 700);
        panel->show();
        panel->activateWindow();
        panel->focusFirst();
        return QTest::qWaitForWindowActive(panel.get()) && question()->hasFocus();
    }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return panel->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] QPlainTextEdit *question() const { return find<QPlainTextEdit>("scratchQuestion"); }
    [[nodiscard]] QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    [[nodiscard]] QString state(const char *name) const { return find<StatusChip>(name)->text(); }
    [[nodiscard]] QString answer(const char *name) const { return find<MarkdownView>(name)->toPlainText(); }
    void ask(const QString &words)
    {
        question()->setFocus();
        QTest::keyClick(question(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(question(), words);
        QTest::keyClick(question(), Qt::Key_Return, Qt::ControlModifier);
    }
    // Each version answers in its own words.
    void answerTwice()
    {
        server.stream = [](const QJsonObject &question) {
            const bool isSaved = question.value("selected_agents"_L1).toArray().at(0).toString() == "contracts"_L1;
            const QByteArray words = isSaved ? "One.\\n\\nThree." : "One.\\n\\nTwo.";
            return eventStream(
                {ScratchServer::toolStart(), ScratchServer::toolResult(), ScratchServer::words(words), ScratchServer::finished()},
                Scripted::End::Close);
        };
    }
    // Its first tool waits for an approval.
    void askFirst()
    {
        server.stream = [](const QJsonObject &) {
            return eventStream({ScratchServer::runCreated(), ScratchServer::asksToStart("send_mail", "h1")}, Scripted::End::Hold);
        };
    }
    [[nodiscard]] ApprovalCard &card(const char *column) const
    {
        return *find<ScratchColumn>(column)->findChild<ApprovalCard *>(u"approvalCard"_s);
    }
    void hold()
    {
        server.stream = [](const QJsonObject &) {
            return eventStream({ScratchServer::toolStart(), ScratchServer::words("Half an")}, Scripted::End::Hold);
        };
    }
};

} // namespace

class TestScratchPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_48_bothVersionsAnswerSideBySide();
    void AG_48_theDifferencesAreShownWithTheirSigns();
    void AG_48_aNewAgentHasOneSide();
    void AG_48_aRunIsStoppedByKey();
    void AG_48_anErrorStandsBesideItsSide();
    void AG_48_aCutAnswerIsIncomplete();
    void AG_48_withoutAConnectionItSaysWhy();
    void AG_48_anEarlierQuestionIsTakenAgain();
    void AG_48_theNewestDefinitionIsAsked();
    void AG_48_hostileTextIsShownAsText();
    void APPR_01_aToolThatWaitsIsAskedAboutOnItsSide();
    void APPR_01_whoWritesIsNotInterrupted();
    void APPR_02_anAnswerThatDoesNotCountIsSaidBesideItsSide();
    void AG_48_anAnswerIsKeptAsAScenario();
    void AG_48_aScenarioThatIsRefusedLosesNothing();
    void AG_48_anOpenScenarioKeepsItsDatasetThroughADisconnection();
    void AG_48_aServerWithoutScenariosSaysSo();
    void everythingHasANameAndIsReachedByTab();
};

void TestScratchPanel::AG_48_bothVersionsAnswerSideBySide()
{
    Desk desk;
    desk.answerTwice();
    QVERIFY(desk.show());
    QCOMPARE(desk.state("scratchMineState"), u"Not run"_s);
    QVERIFY(!desk.button("scratchRun")->isEnabled());
    desk.ask(u"What is due?"_s);
    QTRY_COMPARE(desk.state("scratchMineState"), u"Done"_s);
    QTRY_COMPARE(desk.state("scratchSavedState"), u"Done"_s);
    QCOMPARE(desk.answer("scratchMineAnswer"), u"One.\nTwo."_s);
    QCOMPARE(desk.answer("scratchSavedAnswer"), u"One.\nThree."_s);
    auto *tools = desk.find<QListWidget>("scratchMineTools");
    QVERIFY(tools->isVisible());
    QCOMPARE(tools->count(), 1);
    QVERIFY2(tools->item(0)->text().startsWith(u"calculate: done"_s), qPrintable(tools->item(0)->text()));
    QVERIFY(desk.find<QLabel>("scratchMineFacts")->text().contains("1.5 s"_L1));
    QVERIFY(!desk.find<QLabel>("scratchMineProblem")->isVisible());
    QTRY_VERIFY(desk.server.isClean());
}

void TestScratchPanel::AG_48_theDifferencesAreShownWithTheirSigns()
{
    Desk desk;
    desk.answerTwice();
    QVERIFY(desk.show());
    QVERIFY(!desk.button("scratchDifferences")->isEnabled());
    desk.ask(u"What is due?"_s);
    QTRY_VERIFY(desk.button("scratchDifferences")->isEnabled());
    QTest::mouseClick(desk.button("scratchDifferences"), Qt::LeftButton);
    QVERIFY(desk.find<QWidget>("scratchDifference")->isVisible());
    QVERIFY(desk.find<QPlainTextEdit>("scratchDifferenceMine")->toPlainText().contains(u"+ Two."_s));
    QVERIFY(desk.find<QPlainTextEdit>("scratchDifferenceSaved")->toPlainText().contains(u"\u2212 Three."_s));
    desk.server.stream = [](const QJsonObject &) { return ScratchServer::answered("The same."); };
    desk.ask(u"And now?"_s);
    QVERIFY(!desk.find<QWidget>("scratchDifference")->isVisible()); // of the answers before
    QTRY_VERIFY(desk.button("scratchDifferences")->isEnabled());
    QTest::mouseClick(desk.button("scratchDifferences"), Qt::LeftButton);
    QVERIFY(desk.find<QLabel>("scratchSame")->isVisible());
}

void TestScratchPanel::AG_48_aNewAgentHasOneSide()
{
    Desk desk;
    QVERIFY(desk.show(false));
    QVERIFY(desk.find<ScratchColumn>("scratchMine")->isVisible());
    QVERIFY(!desk.find<ScratchColumn>("scratchSaved")->isVisible());
    QVERIFY(!desk.button("scratchDifferences")->isVisible());
    desk.ask(u"What is due?"_s);
    QTRY_COMPARE(desk.state("scratchMineState"), u"Done"_s);
    QCOMPARE(desk.server.questions.size(), 1);
}

void TestScratchPanel::AG_48_aRunIsStoppedByKey()
{
    Desk desk;
    desk.hold();
    QVERIFY(desk.show(false));
    QTest::keyClicks(desk.question(), u"What is due?"_s);
    desk.button("scratchRun")->setFocus();
    QTest::keyClick(desk.button("scratchRun"), Qt::Key_Space);
    QVERIFY(!desk.button("scratchRun")->isEnabled());
    QVERIFY(desk.button("scratchStop")->hasFocus()); // where the next key is wanted
    QTRY_COMPARE(desk.answer("scratchMineAnswer"), u"Half an"_s);
    QCOMPARE(desk.find<QListWidget>("scratchMineTools")->item(0)->text(), u"calculate: running\u2026"_s);
    QTest::keyClick(desk.button("scratchStop"), Qt::Key_Space);
    QTRY_COMPARE(desk.state("scratchMineState"), u"Stopped"_s);
    QCOMPARE(desk.answer("scratchMineAnswer"), u"Half an"_s);
    QVERIFY(desk.button("scratchRun")->hasFocus());
    QTRY_VERIFY(desk.server.isClean());
}

void TestScratchPanel::AG_48_anErrorStandsBesideItsSide()
{
    Desk desk;
    desk.server.refuseAgent = 400;
    QVERIFY(desk.show());
    desk.ask(u"What is due?"_s);
    QTRY_COMPARE(desk.state("scratchMineState"), u"Failed"_s);
    QTRY_COMPARE(desk.state("scratchSavedState"), u"Done"_s);
    QTRY_VERIFY(desk.find<QLabel>("scratchMineProblem")->isVisible());
    QVERIFY(desk.find<QLabel>("scratchMineProblem")->text().contains("Not today."_L1));
    QVERIFY(!desk.find<QLabel>("scratchSavedProblem")->isVisible());
}

void TestScratchPanel::AG_48_aCutAnswerIsIncomplete()
{
    Desk desk;
    desk.server.stream = [](const QJsonObject &) { return eventStream({ScratchServer::words("Half an")}, Scripted::End::Reset); };
    QVERIFY(desk.show(false));
    desk.ask(u"What is due?"_s);
    QTRY_COMPARE(desk.state("scratchMineState"), u"Incomplete"_s);
    QCOMPARE(desk.answer("scratchMineAnswer"), u"Half an"_s);
    QVERIFY(desk.find<QLabel>("scratchMineProblem")->isVisible());
}

void TestScratchPanel::AG_48_withoutAConnectionItSaysWhy()
{
    Desk desk;
    QVERIFY(desk.show(false));
    QTest::keyClicks(desk.question(), u"What is due?"_s);
    QVERIFY(desk.button("scratchRun")->isEnabled());
    desk.team.workspace.close();
    QVERIFY(!desk.button("scratchRun")->isEnabled());
    QVERIFY(desk.find<QLabel>("scratchProblem")->isVisible());
    QTest::keyClick(desk.question(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!desk.run.isRunning());
}

void TestScratchPanel::AG_48_anEarlierQuestionIsTakenAgain()
{
    Desk desk;
    QVERIFY(desk.show(false));
    auto *recent = desk.find<QComboBox>("scratchRecent");
    QVERIFY(!recent->isEnabled());
    for (const QString &words : {u"First?"_s, u"Second?"_s}) {
        desk.ask(words);
        QTRY_VERIFY(!desk.run.isRunning());
    }
    QCOMPARE(recent->count(), 3);
    recent->setFocus();
    QTest::keyClick(recent, Qt::Key_Down);
    QTRY_COMPARE(desk.question()->toPlainText(), u"Second?"_s);
    QVERIFY(desk.question()->hasFocus());
}

void TestScratchPanel::AG_48_theNewestDefinitionIsAsked()
{
    Desk desk;
    QVERIFY(desk.show(false));
    connect(desk.panel.get(), &ScratchPanel::aboutToRun, this, [&desk] { desk.panel->setAgents(agent(u"The newest."_s), {}); });
    desk.ask(u"What is due?"_s);
    QTRY_COMPARE(desk.server.made.size(), 1);
    QCOMPARE(desk.server.made.constFirst().value("instructions"_L1).toString(), u"The newest."_s);
    QTRY_VERIFY(!desk.run.isRunning());
}

void TestScratchPanel::AG_48_hostileTextIsShownAsText()
{
    Desk desk;
    desk.server.stream = [](const QJsonObject &) {
        return eventStream(
            {ScratchServer::event("tool_start", R"({"type":"tool_start","source":"x","message":"m","data":{"tool_name":"<b>bold</b>"}})"),
             ScratchServer::words("<img src='http://127.0.0.1/x.png'> ![p](file:///etc/passwd)"),
             ScratchServer::event("error", R"({"error":"<a href='x'>click</a>"})")},
            Scripted::End::Close);
    };
    QVERIFY(desk.show(false));
    desk.ask(u"What is due?"_s);
    QTRY_COMPARE(desk.state("scratchMineState"), u"Failed"_s);
    QVERIFY(desk.answer("scratchMineAnswer").contains("<img"_L1));
    QCOMPARE(desk.find<MarkdownView>("scratchMineAnswer")->refusedResources(), 0);
    QVERIFY(desk.find<QListWidget>("scratchMineTools")->item(0)->text().contains("<b>bold</b>"_L1));
    QCOMPARE(desk.find<QLabel>("scratchMineProblem")->textFormat(), Qt::PlainText);
    QVERIFY(desk.find<QLabel>("scratchMineProblem")->text().contains("<a href"_L1));
}

void TestScratchPanel::APPR_01_aToolThatWaitsIsAskedAboutOnItsSide()
{
    Desk desk;
    desk.askFirst();
    QVERIFY(desk.show(false));
    constexpr int anHourMs = 3'600'000;
    ApprovalCard &card = desk.card("scratchMine");
    QVERIFY(!card.isVisible());
    card.setGuardTime(anHourMs);
    QTest::keyClicks(desk.question(), u"Write to Ana"_s);
    desk.button("scratchRun")->setFocus();
    QTest::keyClick(desk.button("scratchRun"), Qt::Key_Space);
    QTRY_VERIFY(card.isVisible());
    QTRY_COMPARE(desk.state("scratchMineState"), u"Waiting for an approval\u2026"_s);
    auto *refuse = card.findChild<QPushButton *>(u"approvalRefuse"_s);
    auto *approve = card.findChild<QPushButton *>(u"approvalApprove"_s);
    QVERIFY(refuse->hasFocus());
    QVERIFY(card.findChild<QLabel *>(u"approvalTool"_s)->text().contains(u"send_mail"_s));
    QTest::mouseClick(approve, Qt::LeftButton); // nobody can have read it
    QTest::keyClick(refuse, Qt::Key_Return);
    QCOMPARE(desk.run.mineApproval().state(), ToolApproval::State::Asked);
    QCOMPARE(namingProblems(*desk.panel), QStringList());
    QTest::keyClick(refuse, Qt::Key_Escape);
    QVERIFY(desk.button("scratchStop")->hasFocus() && card.isVisible());
    card.setGuardTime(0);
    QTRY_VERIFY(!card.isGuarded());
    QTest::mouseClick(approve, Qt::LeftButton);
    QTRY_VERIFY(!card.isVisible());
    QCOMPARE(desk.server.answers, (QList<QJsonObject>{{{u"option_id"_s, u"approve"_s}, {u"arguments_hash"_s, u"h1"_s}}}));
    QTRY_COMPARE(desk.state("scratchMineState"), u"Waiting for the answer\u2026"_s);
    desk.team.server.sendToHeld(ScratchServer::words("Sent.") + ScratchServer::finished());
    QTRY_COMPARE(desk.state("scratchMineState"), u"Done"_s);
}

void TestScratchPanel::APPR_01_whoWritesIsNotInterrupted()
{
    Desk desk;
    desk.askFirst();
    QVERIFY(desk.show());
    desk.ask(u"Write to Ana"_s);
    QTRY_VERIFY(desk.card("scratchMine").isVisible() && desk.card("scratchSaved").isVisible());
    QVERIFY(desk.question()->hasFocus());
    desk.button("scratchStop")->click();
    QVERIFY(!desk.card("scratchMine").isVisible() && !desk.card("scratchSaved").isVisible());
    QVERIFY(desk.server.answers.isEmpty());
    QVERIFY(desk.question()->hasFocus());
}

void TestScratchPanel::APPR_02_anAnswerThatDoesNotCountIsSaidBesideItsSide()
{
    Desk desk;
    desk.askFirst();
    desk.server.taken = reply(409, R"({"type":"already_answered","detail":"x","code":"already_answered"})");
    QVERIFY(desk.show(false));
    ApprovalCard &card = desk.card("scratchMine");
    card.setGuardTime(0);
    desk.ask(u"Write to Ana"_s);
    QTRY_VERIFY(card.isVisible() && !card.isGuarded());
    QTest::mouseClick(card.findChild<QPushButton *>(u"approvalRefuse"_s), Qt::LeftButton);
    QTRY_VERIFY(!card.isVisible());
    QVERIFY(desk.find<QLabel>("scratchMineProblem")->isVisible());
    QVERIFY(desk.find<QLabel>("scratchMineProblem")->text().contains(u"answered already"_s));
    desk.team.server.sendToHeld(ScratchServer::words("Sent.")); // is shown without taking it away
    QTRY_COMPARE(desk.answer("scratchMineAnswer"), u"Sent."_s);
    QVERIFY(desk.find<QLabel>("scratchMineProblem")->isVisible());
}

void TestScratchPanel::AG_48_anAnswerIsKeptAsAScenario()
{
    Desk desk;
    desk.server.hasDatasets = true;
    desk.server.datasets.append({{"id"_L1, u"d1"_s}, {"name"_L1, u"Old ones"_s}, {"is_active"_L1, true}});
    QVERIFY(desk.show());
    QTRY_VERIFY(desk.button("scratchKeep")->isVisible());
    QVERIFY(!desk.button("scratchKeep")->isEnabled()); // nothing is done yet
    desk.ask(u"What is due?"_s);
    QTRY_VERIFY(desk.button("scratchKeep")->isEnabled());
    QTest::mouseClick(desk.button("scratchKeep"), Qt::LeftButton);
    QPointer<ScratchScenarioDialog> dialog = desk.find<ScratchScenarioDialog>("scenarioDialog");
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"scenarioQuery"_s)->toPlainText(), u"What is due?"_s);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"scenarioOutcome"_s)->toPlainText(), u"Fine."_s);
    QCOMPARE(namingProblems(*dialog), QStringList());
    auto *parts = dialog->findChild<QPlainTextEdit *>(u"scenarioParts"_s);
    parts->setFocus();
    QTest::keyClicks(parts, u"Fine"_s);
    QTest::keyClick(parts, Qt::Key_Return);
    QTest::keyClick(dialog->findChild<QPushButton *>(u"scenarioKeep"_s), Qt::Key_Space);
    QTRY_VERIFY(!dialog);
    QCOMPARE(desk.server.scenarios.size(), 1);
    const QJsonObject kept = desk.server.scenarios.constFirst();
    QCOMPARE(kept.value("dataset_id"_L1).toString(), u"d1"_s);
    QCOMPARE(kept.value("expected_outcome"_L1).toString(), u"Fine."_s);
    QCOMPARE(kept.value("expected_output_contains"_L1), QJsonArray{u"Fine"_s});
    QVERIFY(desk.find<QLabel>("scratchScenarioHint")->text().contains("Old ones"_L1));
}

void TestScratchPanel::AG_48_aScenarioThatIsRefusedLosesNothing()
{
    Desk desk;
    desk.server.hasDatasets = true;
    desk.server.refuseScenario = 422;
    QVERIFY(desk.show());
    desk.ask(u"What is due?"_s);
    QTRY_VERIFY(desk.button("scratchKeep")->isEnabled());
    QTest::mouseClick(desk.button("scratchKeep"), Qt::LeftButton);
    QPointer<ScratchScenarioDialog> dialog = desk.find<ScratchScenarioDialog>("scenarioDialog");
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    auto *keep = dialog->findChild<QPushButton *>(u"scenarioKeep"_s);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"scenarioNewDataset"_s)->text(), u"contracts"_s);
    QTest::keyClick(keep, Qt::Key_Space);
    QTRY_VERIFY(dialog->findChild<ErrorBanner *>()->isVisible());
    QCOMPARE(desk.server.datasets.size(), 1);
    QCOMPARE(dialog->findChild<QComboBox *>(u"scenarioDataset"_s)->currentText(), u"contracts"_s); // made already: not made twice
    desk.server.refuseScenario = 0;
    QTRY_VERIFY(keep->isEnabled());
    QTest::keyClick(keep, Qt::Key_Space);
    QTRY_VERIFY(!dialog);
    QCOMPARE(desk.server.datasets.size(), 1);
    QCOMPARE(desk.server.scenarios.size(), 1);
}

void TestScratchPanel::AG_48_anOpenScenarioKeepsItsDatasetThroughADisconnection()
{
    Desk desk;
    desk.server.hasDatasets = true;
    desk.server.datasets = {{{"id"_L1, u"d1"_s}, {"name"_L1, u"New ones"_s}}, {{"id"_L1, u"d2"_s}, {"name"_L1, u"Old ones"_s}}};
    QVERIFY(desk.show(false));
    desk.ask(u"What is due?"_s);
    QTRY_VERIFY(desk.button("scratchKeep")->isEnabled());
    desk.button("scratchKeep")->setFocus();
    QTest::keyClick(desk.button("scratchKeep"), Qt::Key_Space);
    QPointer<ScratchScenarioDialog> dialog = desk.find<ScratchScenarioDialog>("scenarioDialog");
    QVERIFY(dialog);
    auto *keep = dialog->findChild<QPushButton *>(u"scenarioKeep"_s);
    auto *dataset = dialog->findChild<QComboBox *>(u"scenarioDataset"_s);
    dataset->setFocus();
    QTest::keyClick(dataset, Qt::Key_Down);
    QCOMPARE(dataset->currentText(), u"Old ones"_s);
    desk.team.workspace.close();
    QTRY_VERIFY(!keep->isEnabled());
    QCOMPARE(dataset->currentText(), u"Old ones"_s);
    QVERIFY(desk.team.open());
    QTRY_VERIFY(keep->isEnabled());
    QCOMPARE(dataset->currentText(), u"Old ones"_s);
    QTest::keyClick(keep, Qt::Key_Space);
    QTRY_VERIFY(!dialog);
    QCOMPARE(desk.server.scenarios.constFirst().value("dataset_id"_L1).toString(), u"d2"_s);
    QVERIFY(desk.button("scratchKeep")->isVisible());
}

void TestScratchPanel::AG_48_aServerWithoutScenariosSaysSo()
{
    Desk desk;
    QVERIFY(desk.show());
    QTRY_VERIFY(desk.find<QLabel>("scratchScenarioHint")->isVisible());
    QVERIFY(!desk.button("scratchKeep")->isVisible());
}

void TestScratchPanel::everythingHasANameAndIsReachedByTab()
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QApplication::setLayoutDirection(direction);
        Desk desk;
        desk.server.hasDatasets = true;
        desk.answerTwice();
        QVERIFY(desk.show());
        desk.ask(u"What is due?"_s);
        QTRY_VERIFY(desk.button("scratchDifferences")->isEnabled());
        desk.button("scratchDifferences")->click();
        desk.question()->setFocus();
        QCOMPARE(namingProblems(*desk.panel), QStringList());
        QCOMPARE(tabbingProblems(*desk.panel), QStringList());
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestScratchPanel)
#include "tst_scratchpanel.moc"
