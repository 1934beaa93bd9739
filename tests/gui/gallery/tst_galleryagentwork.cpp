// Pictures of what is done with an agent beside its editor: tried, helped with, exported, imported, promoted. See tst_gallerychat.cpp.
#include "auth/authmanager.h"
#include "gui/agents/agentspage.h"
#include "gui/chat/approval/approvalcard.h"
#include "gui/definitions/definitionexportdialog.h"
#include "gui/definitions/definitionimportdialog.h"
#include "gui/definitions/promotiondialog.h"
#include "gui/gallery/stage.h"
#include "state/definitions/definitionexport.h"
#include "state/scratchserver.h"
#include "support/faultserver.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

QJsonObject contracts()
{
    return {{"id"_L1, u"a3"_s},
            {"name"_L1, u"contracts"_s},
            {"display_name"_L1, u"Contract summariser"_s},
            {"description"_L1, u"Sums up contracts and quotes what matters."_s},
            {"model"_L1, u"agent"_s},
            {"instructions"_L1, u"Quote the clause for every claim.\nName parties, term, notice and price."_s},
            {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"document_search"_s}}}},
            {"visibility"_L1, u"personal"_s},
            {"is_active"_L1, true},
            {"version"_L1, 7}};
}

const QByteArray proposal = R"({"display_name":"Lease reader","description":"Reads leases and says what they cost.",
 "instructions":"Quote the clause for every claim.\nName rent, term, notice and deposit.\nSay what is missing.","model":"agent",
 "tools":[{"name":"document_search","reason":"It has to find the clause it quotes."},
          {"name":"calculate","reason":"Rent and deposit are added up."}],
 "reasons":{"instructions":"A lease has other facts than a sale.","display_name":"Short, and says what it does."}})";

} // namespace

class TestGalleryAgentWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void aTrial();
    void aTrialThatWaits();
    void helpWithWriting();
    void filesInAndOut();
    void aPromotion();

private:
    [[nodiscard]] bool open(Stage &stage); // the page, at the contract summariser
    [[nodiscard]] bool edit(Stage &stage);

    QString m_look;
    ScratchServer m_server;
};

// Every function runs once in each.
void TestGalleryAgentWork::initTestCase_data()
{
    QTest::addColumn<QString>("look");
    for (const char *look : {"light", "dark", "rtl"})
        QTest::newRow(look) << QString::fromLatin1(look);
}

void TestGalleryAgentWork::init()
{
    QFETCH_GLOBAL(QString, look);
    m_look = look;
    m_server = {};
    m_server.agents.insert(u"a3"_s, contracts());
}

void TestGalleryAgentWork::cleanup()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        window->close();
}

bool TestGalleryAgentWork::open(Stage &stage)
{
    stage.instead = [this](const Received &request) -> Scripted {
        if (request.target == "/agents/models")
            return json(R"({"object":"list","data":[{"id":"agent","object":"model"},{"id":"fast","object":"model"}]})");
        if (request.target == "/agents/tools")
            return json(R"([{"id":"t1","name":"document_search","description":"Finds places in attached files and quotes them.",
                             "entrypoint":"a:b","is_builtin":true},
                            {"id":"t3","name":"calculate","description":"Computes exactly.","entrypoint":"a:d","is_builtin":true}])");
        const bool isList = request.target.startsWith("/conversations?");
        return isList ? Scripted{} : m_server.answer(request);
    };
    if (!stage.start())
        return false;
    stage.definitions.open(u"ada"_s);
    stage.window->showPage(u"agents"_s);
    return QTest::qWaitFor([&stage] { return stage.find<AgentsPage>("agentsPage")->choose(AgentId(u"a3"_s)); }, 5000);
}

bool TestGalleryAgentWork::edit(Stage &stage)
{
    if (!open(stage))
        return false;
    QTest::mouseClick(stage.find<QPushButton>("editAgent"), Qt::LeftButton);
    return QTest::qWaitFor(
        [&stage] {
            const auto *tools = stage.find<QListView>("agentToolsList");
            return tools && tools->model()->rowCount() == 2;
        },
        5000);
}

void TestGalleryAgentWork::aTrial()
{
    m_server.stream = [this](const QJsonObject &) {
        const QByteArray text = m_server.questions.size() % 2 == 1
                                    ? "The lease runs to **31 March 2028** (clause 4). The rent is 1 200 a month; notice is three months."
                                    : "The lease runs to 31 March 2028. The rent is 1 200 a month.";
        return eventStream({ScratchServer::toolStart(), ScratchServer::toolResult(), ScratchServer::words(text), ScratchServer::finished()},
                           Scripted::End::Close);
    };
    Stage stage(m_look);
    QVERIFY(edit(stage));
    auto *instructions = stage.find<QPlainTextEdit>("agentInstructionsEdit");
    instructions->setFocus();
    QTest::keyClicks(instructions, u"Be exact. "_s);
    QTest::mouseClick(stage.find<QPushButton>("agentTry"), Qt::LeftButton);
    auto *trial = stage.find<QDialog>("agentTrial");
    QVERIFY(trial && trial->isVisible());
    VERIFY_LOOKS(stage, *trial, u"agent-trial-empty"_s);
    auto *question = trial->findChild<QPlainTextEdit *>(u"scratchQuestion"_s);
    question->setFocus();
    QTest::keyClicks(question, u"How long does the lease run, and what does it cost?"_s);
    QTest::mouseClick(trial->findChild<QPushButton *>(u"scratchRun"_s), Qt::LeftButton);
    for (const QString &side : {u"scratchMineState"_s, u"scratchSavedState"_s})
        QTRY_COMPARE(trial->findChild<QWidget *>(side)->accessibleName(), u"Done"_s);
    VERIFY_LOOKS(stage, *trial, u"agent-trial"_s);
    QTest::mouseClick(trial->findChild<QPushButton *>(u"scratchDifferences"_s), Qt::LeftButton);
    VERIFY_LOOKS(stage, *trial, u"agent-trial-differences"_s);
}

void TestGalleryAgentWork::aTrialThatWaits()
{
    m_server.stream = [](const QJsonObject &) {
        return eventStream(
            {ScratchServer::runCreated(), ScratchServer::words("I shall write to her."), ScratchServer::asksToStart("send_mail", "0f0f")},
            Scripted::End::Hold);
    };
    Stage stage(m_look);
    QVERIFY(edit(stage));
    auto *instructions = stage.find<QPlainTextEdit>("agentInstructionsEdit");
    instructions->setFocus();
    QTest::keyClicks(instructions, u"Be exact. "_s);
    QTest::mouseClick(stage.find<QPushButton>("agentTry"), Qt::LeftButton);
    auto *trial = stage.find<QDialog>("agentTrial");
    QVERIFY(trial && trial->isVisible());
    const QList<ApprovalCard *> cards = trial->findChildren<ApprovalCard *>();
    QCOMPARE(cards.size(), 2);
    for (ApprovalCard *card : cards)
        card->setGuardTime(0);
    auto *question = trial->findChild<QPlainTextEdit *>(u"scratchQuestion"_s);
    question->setFocus();
    QTest::keyClicks(question, u"Write to Ana what the lease costs"_s);
    QTest::mouseClick(trial->findChild<QPushButton *>(u"scratchRun"_s), Qt::LeftButton);
    for (ApprovalCard *card : cards)
        QTRY_VERIFY(card->isVisible() && !card->isGuarded());
    VERIFY_LOOKS(stage, *trial, u"agent-trial-approval"_s);
    QTest::mouseClick(trial->findChild<QPushButton *>(u"scratchStop"_s), Qt::LeftButton);
    QTRY_VERIFY(!cards.constFirst()->isVisible() && !cards.constLast()->isVisible());
    stage.server.closeHeld();
}

void TestGalleryAgentWork::helpWithWriting()
{
    QByteArray escaped = proposal;
    escaped.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    m_server.stream = [escaped](const QJsonObject &) { return ScratchServer::answered(escaped); };
    Stage stage(m_look);
    QVERIFY(edit(stage));
    QTest::mouseClick(stage.find<QPushButton>("agentHelpMe"), Qt::LeftButton);
    auto *help = stage.find<QDialog>("agentHelp");
    QVERIFY(help && help->isVisible());
    QTRY_VERIFY(help->findChild<QPlainTextEdit *>(u"designWish"_s)->isVisible());
    VERIFY_LOOKS(stage, *help, u"agent-help-empty"_s);
    auto *wish = help->findChild<QPlainTextEdit *>(u"designWish"_s);
    wish->setFocus();
    QTest::keyClicks(wish, u"It should read leases and say what they cost."_s);
    QTest::mouseClick(help->findChild<QPushButton *>(u"designAsk"_s), Qt::LeftButton);
    QTRY_VERIFY(help->findChild<QLineEdit *>(u"designRefine"_s)->isVisible());
    VERIFY_LOOKS(stage, *help, u"agent-help"_s);
}

void TestGalleryAgentWork::filesInAndOut()
{
    Stage stage(m_look);
    QVERIFY(open(stage));
    auto *list = stage.find<QListView>("agentList");
    list->setFocus();
    QTest::keySequence(list, QKeySequence::SelectAll);
    QJsonObject changed = contracts();
    changed.insert("instructions"_L1, u"Quote the clause for every claim.\nRead leases first."_s);
    QJsonObject fresh = contracts();
    fresh.insert("name"_L1, u"offers"_s);
    fresh.insert("display_name"_L1, u"Offer checker"_s);
    fresh.insert("tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"price_list"_s}}});
    const QList<FileDefinition> files{{DefinitionKind::Agent, changed, {}}, {DefinitionKind::Agent, fresh, {}}};
    const QString folder = stage.dir.filePath(u"in"_s);
    QVERIFY(!DefinitionExport::write({files, DefinitionFormat::Yaml, folder, true}).error);
    stage.dialogs.folder = folder;
    QTest::mouseClick(stage.find<QPushButton>("importAgents"), Qt::LeftButton);
    DefinitionImportDialog *import = nullptr;
    QTRY_VERIFY((import = stage.window->findChild<DefinitionImportDialog *>()) && import->isVisible());
    VERIFY_LOOKS(stage, *import, u"agents-import-empty"_s);
    QTest::mouseClick(import->findChild<QPushButton *>(u"importFolder"_s), Qt::LeftButton);
    auto *plan = import->findChild<QTreeView *>(u"importPlan"_s);
    QTRY_COMPARE(plan->model()->rowCount(), 2);
    QTRY_VERIFY(import->findChild<QPushButton *>(u"importApply"_s)->isEnabled());
    plan->setCurrentIndex(plan->model()->index(0, 0));
    VERIFY_LOOKS(stage, *import, u"agents-import"_s);
    import->close();
    DefinitionExportDialog *exported = nullptr;
    list->setFocus();
    QTest::mouseClick(stage.find<QPushButton>("chosenExport"), Qt::LeftButton);
    QTRY_VERIFY((exported = stage.window->findChild<DefinitionExportDialog *>()) && exported->isVisible());
    VERIFY_LOOKS(stage, *exported, u"agents-export"_s);
}

void TestGalleryAgentWork::aPromotion()
{
    ScratchServer target;
    QJsonObject older = contracts();
    older.insert("instructions"_L1, u"Quote the clause for every claim."_s);
    target.agents.insert(u"p3"_s, older);
    FaultServer server([&target](const Received &request) {
        const Scripted out = target.answer(request);
        return out.pieces.isEmpty() ? reply(404, R"({"detail":"Not Found"})") : out;
    });
    Stage stage(m_look);
    Profile profile{Profile::Kind::Team, u"Sales production"_s, server.url()};
    profile.colour = u"#c92a2a"_s;
    profile = stage.profiles.save(profile);
    AuthManager &session = stage.accounts.of(profile);
    session.start();
    session.adoptToken("their-token", &session, [](const Result<> &) {});
    QVERIFY(open(stage));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(1, 1), stage.find<QListView>("agentList")->mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(stage.find<QListView>("agentList")->viewport(), &event);
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) != nullptr);
    auto *promote = menu->findChild<QAction *>(u"agentPromote"_s);
    QVERIFY(promote && promote->isEnabled());
    promote->trigger();
    menu->close();
    PromotionDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = stage.window->findChild<PromotionDialog *>()) && dialog->isVisible());
    auto *choice = dialog->findChild<QComboBox *>(u"promotionTarget"_s);
    const int place = choice->findText(u"Sales production"_s, Qt::MatchContains);
    QVERIFY(place >= 0);
    choice->setFocus();
    while (choice->currentIndex() != place)
        QTest::keyClick(choice, Qt::Key_Down);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"promotionApply"_s)->isEnabled());
    VERIFY_LOOKS(stage, *dialog, u"agents-promotion"_s);
}

QTEST_MAIN(TestGalleryAgentWork)
#include "tst_galleryagentwork.moc"
