// The page of the tools in a real window, by real keys: found, looked into, tried, set up, made (TL-01 to TL-14).
#include "guifixture.h"

#include "gui/chat/approval/approvalcard.h"
#include "gui/schemaform/schemaform.h"
#include "gui/schemaform/schemarow.h"
#include "gui/tools/tooleditor.h"
#include "gui/widgets/errorbanner.h"
#include "state/chat/toolrun.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int schemaTab = 1;
constexpr int tryTab = 2;
constexpr int configTab = 3;

struct Desk : GuiFixture {
    Scripted outcome = json(R"({"success":true,"output":{"rows":2},"error":null,"execution_time_ms":1200,"tool_name":"table_query"})");
    Scripted creation = reply(201, R"({"id":"t9","name":"made","entrypoint":"a.b:c","schema":{},"is_active":true,"version":1})");
    QList<QByteArray> runsOfTool; // their bodies
    QList<QJsonObject> made;
    QList<QJsonObject> written; // configurations
    QByteArray own;             // the person's configuration, after it was written

    Desk()
    {
        newToolRun = [this](const QString &tool, QObject *parent) { return new ToolRun(api, workspace, tool, parent); };
        script = [this](const Received &request) {
            if (request.target == "/agents/tools/t1/test") {
                runsOfTool.append(request.body);
                return outcome;
            }
            if (request.target.startsWith("/agents/tools/t1/config"))
                return config(request);
            if (request.target == "/agents/tools" && request.method == "POST") {
                made.append(QJsonDocument::fromJson(request.body).object());
                return creation;
            }
            return sample(request.target);
        };
    }
    // Inside QVERIFY: the page is there, its list has the focus, and the last tool, table_query, is shown.
    [[nodiscard]] bool openPage()
    {
        if (!openAndLoad() || !show())
            return false;
        QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
        if (window->currentPage() != u"tools"_s || !list()->hasFocus() || list()->model()->rowCount() != 3)
            return false;
        QTest::keyClick(list(), Qt::Key_End);
        return text("toolName") == u"table_query"_s;
    }
    [[nodiscard]] bool openTab(int tab)
    {
        if (!openPage())
            return false;
        QTabBar *bar = find<QTabWidget>("toolPageTabs")->tabBar();
        bar->setFocus();
        for (int i = 0; i < tab; ++i)
            QTest::keyClick(bar, Qt::Key_Right);
        return bar->currentIndex() == tab;
    }
    [[nodiscard]] QListView *list() const { return find<QListView>("toolList"); }
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] ToolEditor *editor() const { return window->findChild<ToolEditor *>(u"toolEditor"_s); }
    [[nodiscard]] SchemaRow *row(const QString &key) const
    {
        const auto *form = find<SchemaForm>("schemaForm");
        if (form == nullptr || !form->isVisible())
            return nullptr;
        const QList<SchemaRow *> rows = form->findChildren<SchemaRow *>();
        const auto found = std::find_if(rows.begin(), rows.end(), [&key](const SchemaRow *row) { return row->key() == key; });
        return found == rows.end() ? nullptr : *found;
    }
    [[nodiscard]] QLineEdit *statement() const { return qobject_cast<QLineEdit *>(row(u"sql"_s)->control()); }
    void write(QLineEdit *field, const QString &words)
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, words);
    }

private:
    Scripted config(const Received &request)
    {
        if (request.method == "PUT") {
            written.append(QJsonDocument::fromJson(request.body).object());
            own = request.body;
            return json(own);
        }
        if (request.target.contains("scope=user") && !own.isEmpty())
            return json(own);
        return json(R"({"tool_id":"t1","scope":"system","providers":{"tavily":{"api_key":"tvly-0123456789"}},"settings":{"depth":3}})");
    }
};

// A tool that is seen as it was and as it is, each with members of its own, and what a saved edit sends.
struct VersionsDesk : Desk {
    QList<QJsonObject> changes;

    [[nodiscard]] bool openVersions(const QJsonObject &before, const QJsonObject &now)
    {
        definitions.follow(toolStore);
        if (!openPage())
            return false;
        definitions.open(u"ada"_s);
        if (!see(before) || !see(now))
            return false;
        QTest::mouseClick(find<QPushButton>("toolVersions"), Qt::LeftButton);
        return QTest::qWaitFor([this] { return versions() && versions()->model()->rowCount() == 2; });
    }
    [[nodiscard]] bool restoreOlder()
    {
        versions()->setFocus();
        QTest::keyClick(versions(), Qt::Key_End);
        QTest::mouseClick(window->findChild<QPushButton *>(u"versionRestore"_s), Qt::LeftButton);
        return QTest::qWaitFor([this] { return editor() != nullptr; });
    }

private:
    [[nodiscard]] QListView *versions() const { return window->findChild<QListView *>(u"versionList"_s); }
    [[nodiscard]] bool see(const QJsonObject &members)
    {
        QJsonObject tool{{"id"_L1, u"t8"_s}, {"name"_L1, u"mail"_s}, {"entrypoint"_L1, u"notes.mail:send"_s}, {"version"_L1, 1}};
        for (auto member = members.begin(); member != members.end(); ++member)
            tool.insert(member.key(), member.value());
        script = [this, tool](const Received &request) {
            if (request.method == "PUT")
                changes.append(QJsonDocument::fromJson(request.body).object());
            if (request.target == "/agents/tools/t8")
                return json(QJsonDocument(tool).toJson());
            return request.target == "/agents/tools" ? json(QJsonDocument(QJsonArray{tool}).toJson()) : sample(request.target);
        };
        toolStore.refresh();
        return QTest::qWaitFor([this] { return !toolStore.isLoading(); }) && toolStore.find(ToolId(u"t8"_s)) != nullptr;
    }
};

} // namespace

class TestToolsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_26_aToolIsWhatItOnceWasAfterALook();
    void AG_26_aBuiltInToolIsComparedAndNotRestored();
    void AG_26_whatAToolStartsComesBackWithItsVersion();
    void AG_26_aVersionWithoutAToolServerTakesItAway();
    void AG_26_aSecondRestorationSaysWhyNothingHappens();
    void TL_01_theToolsAreCounted();
    void TL_03_searchLooksAtNameDescriptionAndEntrypoint();
    void TL_03_theFilterLeavesOneKind();
    void TL_02_anAgentThatUsesAToolIsOneKeyAway();
    void TL_05_theSchemaIsATree();
    void TL_11_aToolIsTriedWithItsFormAndItsInputUsedAgain();
    void TL_11_aRunIsCancelled();
    void APPR_01_aProgramIsAskedAboutBeforeItIsTried();
    void TL_14_aMistakeIsSaidBesideItsField();
    void TL_06_theLevelsAreShownWithoutTheirSecrets();
    void TL_04_aSwitchOfOnesOwnWritesNothingInherited();
    void TL_13_aToolIsMadeAndMistakesAreSaidBesideTheirFields();
    void TL_13_aServersRefusalStandsBesideItsField();
    void TL_13_builtInToolsAreReadOnly();
    void TL_13_aRemovalAsksAndNamesWhoUsesTheTool();
};

void TestToolsPage::TL_01_theToolsAreCounted()
{
    Desk desk;
    QVERIFY(desk.openPage());
    const QStringList counts = desk.text("toolCounts").split(u" \u00b7 "_s);
    QCOMPARE(counts.size(), 4);
    QVERIFY2(counts.at(0).startsWith(u"3 "_s) && counts.at(1).startsWith(u"2 "_s) && counts.at(2).startsWith(u"1 "_s) &&
                 counts.at(3).startsWith(u"1 "_s),
             qPrintable(counts.join(u'|')));
}

void TestToolsPage::TL_03_searchLooksAtNameDescriptionAndEntrypoint()
{
    Desk desk;
    QVERIFY(desk.openPage());
    QTest::keyClick(desk.window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field != nullptr);
    QCOMPARE(field->accessibleName(), u"Search tools"_s);
    for (const QString &words : {u"TABLE_q"_s, u"sql asks"_s, u"app.tables"_s}) {
        desk.write(field, words);
        QCOMPARE(desk.list()->model()->rowCount(), 1);
        QCOMPARE(desk.text("toolName"), u"table_query"_s);
    }
    desk.write(field, u"nowhere"_s);
    QCOMPARE(desk.list()->model()->rowCount(), 0);
}

void TestToolsPage::TL_03_theFilterLeavesOneKind()
{
    Desk desk;
    QVERIFY(desk.openPage());
    auto *filter = desk.find<QComboBox>("toolFilter");
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Down);
    QCOMPARE(desk.list()->model()->rowCount(), 2); // active
    for (int i = 0; i < 4; ++i) {                  // inactive, built in, custom, MCP: one each
        QTest::keyClick(filter, Qt::Key_Down);
        QCOMPARE(desk.list()->model()->rowCount(), 1);
    }
    QCOMPARE(desk.text("toolName"), u"clock"_s);
}

void TestToolsPage::TL_02_anAgentThatUsesAToolIsOneKeyAway()
{
    Desk desk;
    QVERIFY(desk.openPage());
    auto *user = desk.find<QPushButton>("toolUser");
    QVERIFY(user != nullptr);
    QCOMPARE(user->text(), u"Table analyst"_s);
    user->setFocus();
    QTest::keyClick(user, Qt::Key_Space);
    QCOMPARE(desk.window->currentPage(), u"agents"_s);
    QCOMPARE(desk.find<QListView>("agentList")->currentIndex().data(AgentListModel::NameRole), u"table"_s);
}

void TestToolsPage::TL_05_theSchemaIsATree()
{
    Desk desk;
    QVERIFY(desk.openTab(schemaTab));
    const auto *tree = desk.find<QWidget>("toolSchema")->findChild<QTreeView *>(u"jsonTree"_s);
    QCOMPARE(tree->model()->rowCount(), 2);
    QCOMPARE(tree->model()->index(0, 0).data().toString(), u"input"_s);
    QCOMPARE(tree->model()->index(1, 0).data().toString(), u"output"_s);
}

void TestToolsPage::TL_11_aToolIsTriedWithItsFormAndItsInputUsedAgain()
{
    Desk desk;
    QVERIFY(desk.openTab(tryTab));
    QVERIFY(desk.text("toolRunWarning").contains(u"for real"_s));
    QTRY_VERIFY(desk.row(u"sql"_s) != nullptr);
    desk.write(desk.statement(), u"SELECT 1"_s);
    QVERIFY(desk.runsOfTool.isEmpty()); // never unasked
    QTest::keyClick(desk.statement(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.runsOfTool, QList<QByteArray>{R"({"input":{"sql":"SELECT 1"}})"});
    auto *past = desk.find<QListWidget>("toolPastRuns");
    QTRY_COMPARE(past->count(), 1);
    QVERIFY2(past->item(0)->text().contains(u"SELECT 1"_s), qPrintable(past->item(0)->text()));
    QVERIFY(desk.find<QWidget>("toolRunOutput") != nullptr);
    desk.write(desk.statement(), u"SELECT 2"_s);
    auto *again = desk.find<QPushButton>("toolUseAgain");
    QVERIFY(again->isEnabled());
    again->setFocus();
    QTest::keyClick(again, Qt::Key_Space);
    QTRY_VERIFY(desk.row(u"sql"_s) != nullptr);
    QCOMPARE(desk.statement()->text(), u"SELECT 1"_s);
    QCOMPARE(desk.runsOfTool.size(), 1);
}

void TestToolsPage::TL_11_aRunIsCancelled()
{
    Desk desk;
    desk.outcome.pieces.clear();
    desk.outcome.end = Scripted::End::Hold;
    QVERIFY(desk.openTab(tryTab));
    QTRY_VERIFY(desk.row(u"sql"_s) != nullptr);
    desk.write(desk.statement(), u"SELECT 1"_s);
    QTest::keyClick(desk.statement(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.runsOfTool.size(), 1);
    auto *cancel = desk.find<QPushButton>("toolRunCancel");
    QVERIFY(cancel->isEnabled());
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Space);
    QVERIFY(!cancel->isEnabled());
    QVERIFY2(desk.text("toolRunState").contains(u"Not waited for"_s), qPrintable(desk.text("toolRunState")));
    QCOMPARE(desk.find<QListWidget>("toolPastRuns")->count(), 1);
}

void TestToolsPage::APPR_01_aProgramIsAskedAboutBeforeItIsTried()
{
    Desk desk;
    const Scripted outcome = desk.outcome;
    desk.outcome = reply(409, R"({"type":"approval_required","detail":"This would start a program.","code":"approval_required",)"
                              R"("program":"/usr/bin/table","arguments":["--db","a b"],"environment":["DB_KEY"],"arguments_hash":"0f0f"})");
    QVERIFY(desk.openTab(tryTab));
    QTRY_VERIFY(desk.row(u"sql"_s) != nullptr);
    desk.write(desk.statement(), u"SELECT 1"_s);
    auto *panel = desk.find<QWidget>("toolRunPanel");
    auto *card = panel->findChild<ApprovalCard *>(u"approvalCard"_s);
    card->setGuardTime(0);
    QTest::keyClick(desk.statement(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(card->isVisible() && !card->isGuarded());
    auto *refuse = card->findChild<QPushButton *>(u"approvalRefuse"_s);
    QVERIFY(refuse->hasFocus());
    QCOMPARE(card->findChild<QPlainTextEdit *>(u"approvalProgram"_s)->toPlainText(), u"\"/usr/bin/table\"\n\"--db\"\n\"a b\""_s);
    QCOMPARE(card->findChild<QPlainTextEdit *>(u"approvalEnvironment"_s)->toPlainText(), u"\"DB_KEY\""_s);
    QVERIFY(card->findChild<QPlainTextEdit *>(u"approvalArguments"_s)->toPlainText().contains(u"SELECT 1"_s));
    QTest::keyClick(refuse, Qt::Key_Return);
    QVERIFY(!card->isVisible());
    QCOMPARE(desk.text("toolRunState"), u"Refused: nothing was started."_s);
    QCOMPARE(desk.runsOfTool.size(), 1);
    QTest::keyClick(desk.statement(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(card->isVisible() && !card->isGuarded());
    desk.outcome = outcome;
    QTest::mouseClick(card->findChild<QPushButton *>(u"approvalApprove"_s), Qt::LeftButton);
    QTRY_VERIFY(desk.text("toolRunState").startsWith(u"Done"_s));
    QVERIFY(!card->isVisible());
    QCOMPARE(desk.runsOfTool.size(), 3);
    const QJsonObject sent = QJsonDocument::fromJson(desk.runsOfTool.constLast()).object();
    QCOMPARE(sent.value("approved"_L1), QJsonValue(true));
    QCOMPARE(sent.value("arguments_hash"_L1), QJsonValue(u"0f0f"_s));
    QCOMPARE(sent.value("input"_L1), QJsonValue(QJsonObject{{u"sql"_s, u"SELECT 1"_s}}));
}

void TestToolsPage::TL_14_aMistakeIsSaidBesideItsField()
{
    Desk desk;
    QVERIFY(desk.openTab(tryTab));
    QTRY_VERIFY(desk.row(u"sql"_s) != nullptr);
    desk.write(desk.statement(), u"x"_s);
    QTRY_VERIFY(desk.find<QPushButton>("toolRunStart")->isEnabled());
    QTest::keyClick(desk.statement(), Qt::Key_Backspace);
    QCOMPARE(desk.row(u"sql"_s)->findChild<QLabel *>(u"schemaRowProblem"_s)->text(), u"This is required."_s);
    QVERIFY(!desk.find<QPushButton>("toolRunStart")->isEnabled());
    QTest::keyClick(desk.statement(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.runsOfTool.isEmpty());
}

void TestToolsPage::TL_06_theLevelsAreShownWithoutTheirSecrets()
{
    Desk desk;
    QVERIFY(desk.openTab(configTab));
    const QAbstractItemModel *shown = desk.find<QTableView>("toolConfigTable")->model();
    QTRY_COMPARE(shown->rowCount(), 2);
    QString all;
    for (int row = 0; row < shown->rowCount(); ++row) {
        for (int column = 0; column < shown->columnCount(); ++column)
            all += shown->index(row, column).data().toString() + u'|';
        QVERIFY(shown->index(row, 3).data().toString().isEmpty()); // nothing of one's own
    }
    QVERIFY2(all.contains(u"providers.tavily.api_key|\u2022"_s) && all.contains(u"settings.depth|3|"_s), qPrintable(all));
    QVERIFY2(!all.contains(u"tvly"_s), qPrintable(all));
}

void TestToolsPage::TL_04_aSwitchOfOnesOwnWritesNothingInherited()
{
    Desk desk;
    QVERIFY(desk.openTab(configTab));
    auto *mine = desk.find<QAbstractButton>("toolSwitch2");
    QTRY_COMPARE(desk.find<QTableView>("toolConfigTable")->model()->rowCount(), 2); // everybody's is there
    QTRY_VERIFY(mine->isEnabled());
    QVERIFY(!desk.find<QAbstractButton>("toolSwitch0")->isEnabled()); // no administrator
    QVERIFY(!desk.find<QAbstractButton>("toolSwitch1")->isEnabled()); // no agent is chosen
    mine->setFocus();
    QTest::keyClick(mine, Qt::Key_Space);
    QCOMPARE(desk.dialogs.questions.size(), 1); // what is inherited will not count any more
    QVERIFY(desk.written.isEmpty());
    desk.dialogs.questions.constLast().yes();
    QTRY_COMPARE(desk.written.size(), 1);
    QCOMPARE(desk.written.constFirst(),
             QJsonDocument::fromJson(R"({"providers":{},"settings":{"enabled":false},"scope":"user"})").object());
    QTRY_VERIFY2(desk.text("toolConfigState").contains(u"saved"_s), qPrintable(desk.text("toolConfigState")));
    QVERIFY(!mine->isChecked());
    QVERIFY(desk.find<QPushButton>("toolClear2")->isEnabled());
}

void TestToolsPage::TL_13_aToolIsMadeAndMistakesAreSaidBesideTheirFields()
{
    Desk desk;
    QVERIFY(desk.openPage());
    auto *button = desk.find<QPushButton>("newTool");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(desk.editor() != nullptr && QTest::qWaitForWindowActive(desk.editor()));
    const auto field = [&desk](const char *name) { return desk.editor()->findChild<QLineEdit *>(QLatin1StringView(name)); };
    const auto problem = [&desk](const char *name) { return desk.editor()->findChild<QLabel *>(QLatin1StringView(name))->text(); };
    desk.write(field("toolNameField"), u"9 lives"_s);
    QVERIFY(!problem("toolNameProblem").isEmpty());
    desk.write(field("toolNameField"), u"table_query"_s);
    QVERIFY2(problem("toolNameProblem").contains(u"already"_s), qPrintable(problem("toolNameProblem")));
    desk.write(field("toolNameField"), u"made"_s);
    QVERIFY(problem("toolNameProblem").isEmpty());
    QVERIFY(problem("toolEntrypointProblem").isEmpty()); // nobody has tried yet
    auto *save = desk.editor()->findChild<QPushButton *>(u"saveTool"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(!problem("toolEntrypointProblem").isEmpty());
    QCOMPARE(desk.editor()->focusWidget(), field("toolEntrypointField"));
    desk.write(field("toolEntrypointField"), u"a.b:c"_s);
    auto *schema = desk.editor()->findChild<QPlainTextEdit *>(u"toolSchemaField"_s);
    QTest::keyClick(schema, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(schema, u"{\"input\": "_s);
    QVERIFY(!problem("toolSchemaProblem").isEmpty());
    QTest::keyClick(desk.editor(), Qt::Key_Escape);
    QCOMPARE(desk.dialogs.questions.size(), 1); // what was written is not thrown away
    QVERIFY(desk.editor()->isVisible() && desk.made.isEmpty());
    QTest::keyClicks(schema, u"{}}"_s);
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_COMPARE(desk.made.size(), 1);
    QCOMPARE(desk.made.constFirst().value("entrypoint"_L1), u"a.b:c"_s);
    QCOMPARE(desk.made.constFirst().value("schema"_L1).toObject(), QJsonDocument::fromJson(R"({"input":{}})").object());
    QTRY_VERIFY(desk.editor() == nullptr);
    QCOMPARE(desk.text("toolName"), u"made"_s);
}

void TestToolsPage::TL_13_aServersRefusalStandsBesideItsField()
{
    Desk desk;
    desk.creation = reply(422, R"({"detail":[{"loc":["body","entrypoint"],"msg":"No such module","type":"value_error"}]})");
    QVERIFY(desk.openPage());
    QTest::mouseClick(desk.find<QPushButton>("newTool"), Qt::LeftButton);
    QVERIFY(desk.editor() != nullptr && QTest::qWaitForWindowActive(desk.editor()));
    desk.write(desk.editor()->findChild<QLineEdit *>(u"toolNameField"_s), u"made"_s);
    desk.write(desk.editor()->findChild<QLineEdit *>(u"toolEntrypointField"_s), u"a.b:c"_s);
    QTest::mouseClick(desk.editor()->findChild<QPushButton *>(u"saveTool"_s), Qt::LeftButton);
    const auto *problem = desk.editor()->findChild<QLabel *>(u"toolEntrypointProblem"_s);
    QTRY_VERIFY2(problem->text().contains(u"No such module"_s), qPrintable(problem->text()));
    QVERIFY(desk.editor()->findChild<QLineEdit *>(u"toolEntrypointField"_s)->isEnabled());
}

void TestToolsPage::TL_13_builtInToolsAreReadOnly()
{
    Desk desk;
    QVERIFY(desk.openPage());
    QVERIFY(desk.find<QPushButton>("editTool")->isHidden() && desk.find<QPushButton>("removeTool")->isHidden());
    QTest::keyClick(desk.list(), Qt::Key_Home);
    QCOMPARE(desk.text("toolName"), u"<b>send</b>"_s); // as it is, never as markup
    QVERIFY(!desk.find<QPushButton>("editTool")->isHidden() && !desk.find<QPushButton>("removeTool")->isHidden());
}

void TestToolsPage::TL_13_aRemovalAsksAndNamesWhoUsesTheTool()
{
    Desk desk;
    const auto before = desk.script;
    desk.script = [before](const Received &request) {
        if (request.method == "DELETE")
            return reply(409, R"({"detail":{"error":"resource_in_use","message":"In use","agents":[{"id":"a2","name":"table"}]}})");
        return before(request);
    };
    QVERIFY(desk.openPage());
    QTest::keyClick(desk.list(), Qt::Key_Home);
    QTest::mouseClick(desk.find<QPushButton>("removeTool"), Qt::LeftButton);
    QCOMPARE(desk.dialogs.questions.size(), 1);
    QCOMPARE(desk.list()->model()->rowCount(), 3);
    desk.dialogs.questions.constLast().yes();
    const auto *banner = desk.find<QWidget>("toolsPage")->findChild<ErrorBanner *>();
    QTRY_VERIFY2(banner->text().contains(u"table still use it"_s), qPrintable(banner->text()));
    QCOMPARE(desk.list()->model()->rowCount(), 3);
}

// Changed on the server by somebody else, seen here both times, and brought back as a change that is looked at before it is saved.
void TestToolsPage::AG_26_aToolIsWhatItOnceWasAfterALook()
{
    Desk desk;
    desk.definitions.follow(desk.toolStore);
    QVERIFY(desk.openPage());
    desk.definitions.open(u"ada"_s);
    desk.toolStore.refresh();
    QTRY_VERIFY(!desk.toolStore.isLoading());
    desk.script = [](const Received &request) {
        Scripted answer = GuiFixture::sample(request.target);
        if (request.target == "/agents/tools")
            answer = json(R"([{"id":"t2","name":"<b>send</b>","description":"Sends to everybody.","entrypoint":"notes.mail:send",
                               "scopes":["notes:send"],"schema":{},"is_active":true,"version":5}])");
        return answer;
    };
    desk.toolStore.refresh();
    QTRY_COMPARE(desk.list()->model()->rowCount(), 1);
    QTest::mouseClick(desk.find<QPushButton>("toolVersions"), Qt::LeftButton);
    QListView *versions = nullptr;
    QTRY_VERIFY((versions = desk.window->findChild<QListView *>(u"versionList"_s)) != nullptr);
    QTRY_COMPARE(versions->model()->rowCount(), 2);
    versions->setFocus();
    QTest::keyClick(versions, Qt::Key_End); // the older one
    auto *restore = desk.window->findChild<QPushButton *>(u"versionRestore"_s);
    QTRY_VERIFY(restore->isEnabled());
    QTest::mouseClick(restore, Qt::LeftButton);
    QTRY_VERIFY(desk.editor() != nullptr);
    QCOMPARE(desk.editor()->findChild<QLineEdit *>(u"toolDescriptionField"_s)->text(), u"Sends a note."_s);
    QVERIFY(!desk.editor()->findChild<QCheckBox *>(u"toolActiveField"_s)->isChecked());
}

void TestToolsPage::AG_26_aBuiltInToolIsComparedAndNotRestored()
{
    Desk desk;
    desk.definitions.follow(desk.toolStore);
    desk.definitions.open(u"ada"_s);
    QVERIFY(desk.openPage()); // on a built-in one
    QTest::mouseClick(desk.find<QPushButton>("toolVersions"), Qt::LeftButton);
    QListView *versions = nullptr;
    QTRY_VERIFY((versions = desk.window->findChild<QListView *>(u"versionList"_s)) != nullptr);
    QTRY_COMPARE(versions->model()->rowCount(), 1);
    auto *restore = desk.window->findChild<QPushButton *>(u"versionRestore"_s);
    QVERIFY(!restore->isEnabled());
    QVERIFY(!restore->toolTip().isEmpty());
}

// Its secrets are as the server has them now, and one that the server does not have any more is left out.
void TestToolsPage::AG_26_whatAToolStartsComesBackWithItsVersion()
{
    VersionsDesk desk;
    const QJsonObject before{{"name"_L1, u"mail"_s},
                             {"command"_L1, u"old-mail"_s},
                             {"args"_L1, QJsonArray{u"--plain"_s}},
                             {"env"_L1, QJsonObject{{"API_KEY"_L1, u"first-secret"_s}, {"GONE_KEY"_L1, u"lost-secret"_s}}}};
    const QJsonObject now{{"name"_L1, u"mail"_s}, {"command"_L1, u"new-mail"_s}, {"env"_L1, QJsonObject{{"API_KEY"_L1, u"secret-now"_s}}}};
    QVERIFY(desk.openVersions({{"mcp_server"_L1, before}, {"mcp_tool"_L1, u"send"_s}}, {{"mcp_server"_L1, now}}));
    QVERIFY(desk.restoreOlder());
    const QString remark = desk.editor()->findChild<QLabel *>(u"toolLaunchRemark"_s)->text();
    QVERIFY2(remark.contains(u"old-mail --plain"_s), qUtf8Printable(remark));
    QVERIFY2(remark.contains(u": send"_s) && remark.contains(u"GONE_KEY"_s) && remark.contains(u"API_KEY"_s), qUtf8Printable(remark));
    QVERIFY(!remark.contains(u"secret-"_s) && !remark.contains(u"-secret"_s));
    QTest::mouseClick(desk.editor()->findChild<QPushButton *>(u"saveTool"_s), Qt::LeftButton);
    QTRY_COMPARE(desk.changes.size(), 1);
    QJsonObject expected = before;
    expected.insert("env"_L1, QJsonObject()); // today's secret is not for another program
    QCOMPARE(desk.changes.constFirst(), (QJsonObject{{"mcp_server"_L1, expected}, {"mcp_tool"_L1, u"send"_s}}));
}

void TestToolsPage::AG_26_aVersionWithoutAToolServerTakesItAway()
{
    VersionsDesk desk;
    QVERIFY(desk.openVersions({}, {{"mcp_server"_L1, QJsonObject{{"command"_L1, u"new-mail"_s}}}}));
    QVERIFY(desk.restoreOlder());
    QVERIFY(!desk.editor()->findChild<QLabel *>(u"toolLaunchRemark"_s)->text().isEmpty());
    QTest::mouseClick(desk.editor()->findChild<QPushButton *>(u"saveTool"_s), Qt::LeftButton);
    QTRY_COMPARE(desk.changes.size(), 1);
    QCOMPARE(desk.changes.constFirst(), (QJsonObject{{"mcp_server"_L1, QJsonValue()}}));
}

void TestToolsPage::AG_26_aSecondRestorationSaysWhyNothingHappens()
{
    VersionsDesk desk;
    QVERIFY(desk.openVersions({{"description"_L1, u"Was."_s}}, {{"description"_L1, u"Is."_s}}));
    QVERIFY(desk.restoreOlder());
    QVERIFY(desk.editor()->findChild<QLabel *>(u"toolLaunchRemark"_s)->text().isEmpty());
    const auto *note = desk.window->findChild<QLabel *>(u"versionsNote"_s);
    QVERIFY(note && note->text().isEmpty());
    QTest::mouseClick(desk.window->findChild<QPushButton *>(u"versionRestore"_s), Qt::LeftButton);
    QTRY_VERIFY2(note->text().contains(u"being edited"_s), qUtf8Printable(note->text()));
}

QTEST_MAIN(TestToolsPage)
#include "tst_toolspage.moc"
