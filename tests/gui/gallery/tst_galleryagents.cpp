// Pictures of the agents and their editor, each asserted before it is kept; see tst_gallerychat.cpp.
#include "gui/agents/agentspage.h"
#include "gui/definitions/versionsdialog.h"
#include "gui/gallery/stage.h"
#include "state/agentserver.h"
#include "state/definitions/versionlist.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>

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
            {"model"_L1, u"house-model"_s},
            {"instructions"_L1, u"Quote the clause for every claim.\nName parties, term, notice and price.\nSay what is missing."_s},
            {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"document_search"_s, u"old_search"_s}}}},
            {"scopes"_L1, QJsonArray{u"data:read"_s}},
            {"mcp_servers"_L1, QJsonArray{QJsonObject{{"name"_L1, u"archive"_s},
                                                      {"transport"_L1, u"stdio"_s},
                                                      {"command"_L1, u"archive-server"_s},
                                                      {"args"_L1, QJsonArray{u"--read-only"_s}},
                                                      {"env"_L1, QJsonObject{{"ARCHIVE_PLACE"_L1, u"north"_s}}}}}},
            {"visibility"_L1, u"personal"_s},
            {"version"_L1, 7}};
}

} // namespace

class TestGalleryAgents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void theEditor();
    void aNewAgent();
    void twoWhoChangedTheSame();
    void theAgents();
    void runsAndScoresOfAnAgent();
    void theVersions();
    void theTools();
    void theModels();

private:
    // The page with the editor of the contract summariser.
    [[nodiscard]] bool edit(Stage &stage);

    QString m_look;
    AgentServer m_server;
};

// Every function runs once in each.
void TestGalleryAgents::initTestCase_data()
{
    QTest::addColumn<QString>("look");
    for (const char *look : {"light", "dark", "rtl"})
        QTest::newRow(look) << QString::fromLatin1(look);
}

void TestGalleryAgents::init()
{
    QFETCH_GLOBAL(QString, look);
    m_look = look;
    m_server = {};
    m_server.agents.insert(u"a3"_s, contracts());
}

void TestGalleryAgents::cleanup()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        window->close();
}

bool TestGalleryAgents::edit(Stage &stage)
{
    stage.instead = [this](const Received &request) -> Scripted {
        if (request.target == "/agents/models")
            return json(R"({"object":"list","data":[{"id":"agent","object":"model"},{"id":"fast","object":"model"}]})");
        if (request.target == "/agents/tools")
            return json(R"([{"id":"t1","name":"document_search","description":"Finds places in attached files and quotes them.",
                             "scopes":["data:read"],"entrypoint":"a:b","is_builtin":true},
                            {"id":"t2","name":"web_search","description":"Looks on the web.","scopes":["search:read"],"entrypoint":"a:c",
                             "is_builtin":true},
                            {"id":"t3","name":"calculate","description":"Computes exactly.","entrypoint":"a:d","is_builtin":true}])");
        if (request.target == "/agents" || request.target.startsWith("/agents/a3") || request.target.startsWith("/agents/definitions"))
            return m_server.answer(request);
        return {};
    };
    if (!stage.start())
        return false;
    stage.window->showPage(u"agents"_s);
    if (!QTest::qWaitFor([&stage] { return stage.find<AgentsPage>("agentsPage")->choose(AgentId(u"a3"_s)); }, 5000))
        return false;
    QTest::mouseClick(stage.find<QPushButton>("editAgent"), Qt::LeftButton);
    return QTest::qWaitFor(
        [&stage] {
            const auto *tools = stage.find<QListView>("agentToolsList");
            return tools && tools->model()->rowCount() == 4;
        },
        5000);
}

void TestGalleryAgents::theEditor()
{
    Stage stage(m_look);
    QVERIFY(edit(stage));
    VERIFY_LOOKS(stage, *stage.window, u"agent-editor"_s);
    auto *title = stage.find<QLineEdit>("agentTitle");
    title->setFocus();
    QTest::keySequence(title, QKeySequence::SelectAll);
    QTest::keyClicks(title, u"Contracts"_s);
    auto *instructions = stage.find<QPlainTextEdit>("agentInstructionsEdit");
    instructions->setFocus();
    QTest::keySequence(instructions, QKeySequence::SelectAll);
    QTest::keyClick(instructions, Qt::Key_Delete);
    QTest::mouseClick(stage.find<QPushButton>("agentSave"), Qt::LeftButton);
    QTRY_VERIFY(stage.isShown("agentInstructionsEditFault"));
    VERIFY_LOOKS(stage, *stage.window, u"agent-editor-fault"_s);
    auto *tools = stage.find<QListView>("agentToolsList");
    tools->setFocus();
    auto *area = stage.find<QWidget>("agentEditor")->findChild<QScrollArea *>();
    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum() / 2);
    VERIFY_LOOKS(stage, *stage.window, u"agent-editor-tools"_s);
    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    VERIFY_LOOKS(stage, *stage.window, u"agent-editor-servers"_s);
}

void TestGalleryAgents::aNewAgent()
{
    Stage stage(m_look);
    QVERIFY(edit(stage));
    QTest::mouseClick(stage.find<QPushButton>("newAgent"), Qt::LeftButton);
    QTRY_VERIFY(!stage.find<QLineEdit>("agentName")->isReadOnly());
    VERIFY_LOOKS(stage, *stage.window, u"agent-new"_s);
}

void TestGalleryAgents::twoWhoChangedTheSame()
{
    Stage stage(m_look);
    QVERIFY(edit(stage));
    auto *title = stage.find<QLineEdit>("agentTitle");
    title->setFocus();
    QTest::keySequence(title, QKeySequence::SelectAll);
    QTest::keyClicks(title, u"Contracts"_s);
    auto *instructions = stage.find<QPlainTextEdit>("agentInstructionsEdit");
    instructions->setFocus();
    QTest::keyClicks(instructions, u"Be brief. "_s);
    m_server.put(u"a3"_s, {{"display_name"_L1, u"Lease reader"_s},
                           {"instructions"_L1, u"Quote the clause for every claim.\nRead leases first."_s},
                           {"description"_L1, u"Sums up leases."_s}});
    QTest::mouseClick(stage.find<QPushButton>("agentSave"), Qt::LeftButton);
    QTRY_VERIFY(stage.isShown("conflictServer-instructions"));
    VERIFY_LOOKS(stage, *stage.window, u"agent-conflict"_s);
}

void TestGalleryAgents::theAgents()
{
    Stage stage(m_look);
    QVERIFY(stage.start());
    stage.definitions.open(u"ada"_s);
    stage.window->showPage(u"agents"_s);
    QTRY_VERIFY(stage.find<AgentsPage>("agentsPage")->choose(AgentId(u"a3"_s)));
    VERIFY_LOOKS(stage, *stage.window, u"agents-page"_s);
    auto *list = stage.find<QListView>("agentList");
    list->setFocus();
    QTest::keySequence(list, QKeySequence::SelectAll);
    QTRY_VERIFY(stage.isShown("chosenFavourite"));
    VERIFY_LOOKS(stage, *stage.window, u"agents-several"_s);
}

void TestGalleryAgents::runsAndScoresOfAnAgent()
{
    Stage stage(m_look);
    stage.instead = [](const Received &request) -> Scripted {
        if (request.target.startsWith("/evals/scores/by-agent/a3"))
            return json(R"({"scorers":{"success":{"avg_score":0.94,"total":31},"llm_quality":{"avg_score":0.81,"total":12}}})");
        if (request.target.startsWith("/evals/scores/by-agent/"))
            return json(R"({"scorers":{}})");
        if (request.target.startsWith("/evals/observability/"))
            return json(R"({"window_hours":24,"runs":{"total":12,"successful":11,"success_rate":0.92}})");
        if (!request.target.contains("agent_id=a3"))
            return {};
        return json(R"([
          {"id":"x1","agent_id":"a3","status":"running","input":{"prompt":"Sum up the lease of the northern hall"},"events":[],
           "created_at":"2025-05-02T09:20:00","updated_at":"2025-05-02T09:20:01"},
          {"id":"x2","agent_id":"a3","status":"succeeded","input":{"prompt":"Which notice period do the dealers have, and since when?"},
           "usage":{"prompt_tokens":1800,"completion_tokens":240},"events":[],
           "created_at":"2025-05-02T09:14:03","updated_at":"2025-05-02T09:14:19"},
          {"id":"x3","agent_id":"a3","status":"failed","input":{"prompt":"Quote clause 7"},"events":[],
           "created_at":"2025-05-01T08:00:00","updated_at":"2025-05-01T08:00:04"}])");
    };
    QVERIFY(stage.start());
    stage.window->showPage(u"agents"_s);
    QTRY_VERIFY(stage.find<AgentsPage>("agentsPage")->choose(AgentId(u"a3"_s)));
    auto *tabs = stage.find<QTabWidget>("agentTabs");
    tabs->setCurrentIndex(1);
    QTRY_VERIFY(stage.isShown("agentRunTable"));
    QTRY_VERIFY(stage.find<QTableView>("agentRunTable")->model()->rowCount() >= 3);
    VERIFY_LOOKS(stage, *stage.window, u"agent-runs"_s);
    tabs->setCurrentIndex(2);
    QTRY_VERIFY(stage.isShown("agentScoresMetrics"));
    VERIFY_LOOKS(stage, *stage.window, u"agent-scores"_s);
}

void TestGalleryAgents::theVersions()
{
    Stage stage(m_look);
    QVERIFY(edit(stage));
    QTest::mouseClick(stage.find<QPushButton>("agentClose"), Qt::LeftButton);
    VersionsDialog dialog(
        [&stage](QObject *parent) { return new VersionList(stage.definitions.history(), stage.api, stage.workspace, parent); },
        {DefinitionKind::Agent, u"a3"_s}, u"Contract summariser"_s, stage.window.get());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QJsonObject later = contracts();
    later.insert("instructions"_L1, u"Quote the clause for every claim.\nRead leases first."_s);
    later.insert("description"_L1, u"Sums up leases."_s);
    using Origin = VersionOrigin;
    const QDateTime day(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    stage.definitions.history().add({0, {DefinitionKind::Agent, u"a3"_s}, u"contracts"_s, contracts(), {}, Origin::Seen, {}, 7, day});
    stage.definitions.history().add(
        {0, {DefinitionKind::Agent, u"a3"_s}, u"contracts"_s, later, u"Ada"_s, Origin::Saved, {}, 8, day.addDays(1)});
    dialog.setCurrent(later);
    dialog.show();
    auto *list = dialog.findChild<QListView *>();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    QTRY_VERIFY(dialog.findChild<QTableView *>() && dialog.findChild<QTableView *>()->model()->rowCount() > 0);
    VERIFY_LOOKS(stage, dialog, u"versions"_s);
}

void TestGalleryAgents::theTools()
{
    Stage stage(m_look);
    QVERIFY(edit(stage));
    stage.toolStore.refresh();
    stage.window->showPage(u"tools"_s);
    auto *list = stage.find<QListView>("toolList");
    QVERIFY(list);
    QTRY_COMPARE(list->model()->rowCount(), 3);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    VERIFY_LOOKS(stage, *stage.window, u"tools"_s);
    auto *tabs = stage.find<QWidget>("toolsPage")->findChild<QTabWidget *>();
    QVERIFY(tabs);
    for (int i = 1; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        const auto *effect = stage.find<QLabel>("toolConfigEffect");
        QTRY_VERIFY(!effect->isVisible() || !effect->text().contains(u"being read"_s));
        VERIFY_LOOKS(stage, *stage.window, u"tools-%1"_s.arg(i));
    }
}

void TestGalleryAgents::theModels()
{
    Stage stage(m_look);
    stage.instead = [](const Received &request) -> Scripted {
        if (request.target == "/llm/models")
            return json(R"({"models":[{"id":"house-model","provider":"anthropic","description":"Large and careful",
                             "actual_model":"anthropic/large-4"},{"id":"agent","provider":"openai"},{"id":"small","provider":"openai"}],
                            "purposes":{"fast":"small","chat":"house-model"}})");
        if (request.target == "/llm/health")
            return json(R"({"litellm":true,"litellm_url":"http://llm.internal:4000","models_available":3})");
        if (request.target == "/llm/load")
            return json(R"({"total_llm_active":3,"threshold":8,"fallback_active":false,
                            "purposes":{"chat":{"active":2,"total_requests":1200,"total_fallbacks":0,"peak_active":6}}})");
        if (request.target == "/llm/keys")
            return json(R"({"providers":[{"provider":"openai","configured":true,"masked_key":"sk-9x2q"},
                            {"provider":"bedrock","configured":false}]})");
        return {};
    };
    QVERIFY(stage.start());
    stage.window->showPage(u"models"_s);
    auto *list = stage.find<QListView>("modelList");
    QVERIFY(list);
    QTRY_COMPARE(list->model()->rowCount(), 3);
    list->setFocus();
    VERIFY_LOOKS(stage, *stage.window, u"models"_s);
    auto *tabs = stage.find<QTabWidget>("modelPageTabs");
    QVERIFY(tabs);
    for (int i = 2; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        QTRY_VERIFY(!stage.find<QLabel>("gatewayState")->text().contains(u"being read"_s));
        VERIFY_LOOKS(stage, *stage.window, u"models-%1"_s.arg(i));
    }
}

QTEST_MAIN(TestGalleryAgents)
#include "tst_galleryagents.moc"
