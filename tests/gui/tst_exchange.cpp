// Tools and workflows into files, out of them and to another server, on their pages by real keys and clicks (D-62, D-63). Agents:
// tst_importexport.cpp.
#include "auth/authmanager.h"
#include "gui/accessibility.h"
#include "gui/definitions/definitionexportdialog.h"
#include "gui/definitions/definitionimportdialog.h"
#include "gui/definitions/promotiondialog.h"
#include "gui/guifixture.h"
#include "gui/keycollisions.h"
#include "gui/tools/toolspage.h"
#include "gui/widgets/errorbanner.h"
#include "gui/workflows/workflowspage.h"
#include "state/exchangeserver.h"
#include "state/tools/toolport.h"
#include "state/tools/toolpromotion.h"
#include "state/workflows/workflowport.h"
#include "state/workflows/workflowpromotion.h"
#include "support/faultserver.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QDir>
#include <QFile>
#include <QFrame>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

struct ExchangeScene : GuiFixture {
    ExchangeServer here;
    ExchangeServer there;
    Scripted refusal = {}; // of the lists of tools and workflows; no pieces: none
    FaultServer other{[this](const Received &request) {
        const Scripted out = there.answer(request);
        return out.pieces.isEmpty() ? reply(404, R"({"detail":"Not Found"})") : out;
    }};
    std::unique_ptr<QWidget> page;
    const char *listName = "";

    ExchangeScene()
    {
        script = [this](const Received &request) {
            if (request.target.startsWith("/agents/") && !refusal.pieces.isEmpty())
                return refusal;
            const Scripted out = request.target.startsWith("/agents") ? here.answer(request) : Scripted{};
            return out.pieces.isEmpty() ? sample(request.target) : out;
        };
        here.agents.put(u"a1"_s, {{u"name"_s, u"writer"_s}});
        for (const QString &name : {u"alpha"_s, u"beta"_s, u"gamma"_s}) {
            here.tools.put(name, sampleTool(name));
            here.workflows.put(name, sampleWorkflow(name));
        }
    }
    [[nodiscard]] bool openTools() // inside QVERIFY
    {
        if (!openAndLoad())
            return false;
        DefinitionExchange::Offers offers;
        offers.newImport = [this](QObject *parent) {
            return new DefinitionImport(std::make_unique<ToolPort>(api, &toolStore), {&definitions.history()}, parent);
        };
        offers.newPromotion = [this](const QList<QJsonObject> &chosen, QObject *parent) {
            return new ToolPromotion(chosen, PromotionTarget::Services{accounts}, parent);
        };
        offers.profiles = &profiles;
        page = std::make_unique<ToolsPage>(ToolsPage::Needs{toolStore, toolModel, workspace, dialogs, {}, nullptr, {}, nullptr, offers});
        return showPage("toolList");
    }
    [[nodiscard]] bool openWorkflows() // inside QVERIFY
    {
        if (!openAndLoad())
            return false;
        DefinitionExchange::Offers offers;
        offers.newImport = [this](QObject *parent) {
            return new DefinitionImport(std::make_unique<WorkflowPort>(api, &workflows), {&definitions.history()}, parent);
        };
        offers.newPromotion = [this](const QList<QJsonObject> &chosen, QObject *parent) {
            return new WorkflowPromotion(chosen, PromotionTarget::Services{accounts}, parent);
        };
        offers.profiles = &profiles;
        auto workflowsPage = std::make_unique<WorkflowsPage>(workflows, workflowModel, workspace, WorkflowsPage::NewVersions());
        workflowsPage->setExchange(dialogs, offers);
        page = std::move(workflowsPage);
        return showPage("workflowList");
    }
    [[nodiscard]] QListView *list() const { return page->findChild<QListView *>(QLatin1StringView(listName)); }
    // Inside QVERIFY; by keys.
    [[nodiscard]] bool chooseAll() const
    {
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Home);
        QTest::keyClick(list(), Qt::Key_End, Qt::ShiftModifier);
        return list()->selectionModel()->selectedRows().size() == 3;
    }
    [[nodiscard]] bool trigger(const QString &name) const // by the Menu key; inside QVERIFY
    {
        const QPoint place = list()->visualRect(list()->currentIndex()).center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, place, list()->viewport()->mapToGlobal(place));
        QApplication::sendEvent(list()->viewport(), &event);
        const QList<QMenu *> menus = list()->findChildren<QMenu *>(u"exchangeMenu"_s);
        const auto shown = std::find_if(menus.begin(), menus.end(), [](const QMenu *menu) { return menu->isVisible(); });
        if (shown == menus.end())
            return false;
        auto *action = (*shown)->findChild<QAction *>(name);
        if (action)
            action->trigger();
        (*shown)->close();
        return action != nullptr;
    }
    template <typename T>
    [[nodiscard]] T *dialog() const // waits for it to be active
    {
        auto *found = page->findChild<T *>();
        return found && QTest::qWaitForWindowActive(found) ? found : nullptr;
    }
    void addOther(const QString &name)
    {
        const Profile profile = profiles.save({Profile::Kind::Team, name, other.url()});
        AuthManager &session = accounts.of(profile);
        session.start();
        session.adoptToken("their-token", &session, [](const Result<> &) {});
    }

private:
    [[nodiscard]] bool showPage(const char *name)
    {
        listName = name;
        page->resize(900, 700);
        page->show();
        page->activateWindow();
        return QTest::qWaitForWindowActive(page.get()) && list()->model()->rowCount() == 3;
    }
};

void press(const QWidget *window, const QString &name)
{
    auto *button = window->findChild<QPushButton *>(name);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button, Qt::Key_Space);
}

void click(const QWidget *window, const QString &name)
{
    auto *button = window->findChild<QPushButton *>(name);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

QString text(const QWidget *window, const QString &name)
{
    return window->findChild<QLabel *>(name)->text();
}

bool isEnabled(const QWidget *window, const QString &name)
{
    return window->findChild<QPushButton *>(name)->isEnabled();
}

bool isThere(const QWidget *window, const QString &name)
{
    return window->findChild<QPushButton *>(name)->isVisible();
}

QTreeView *planOf(const QWidget *dialog)
{
    return dialog->findChild<QTreeView *>(u"importPlan"_s);
}

// One changed, one the same, one new.
QString filesIn(const QString &path, DefinitionKind kind)
{
    QList<FileDefinition> files;
    if (kind == DefinitionKind::Tool)
        files = {{kind, sampleTool(u"alpha"_s, u"Sends two notes."_s), {}},
                 {kind, sampleTool(u"beta"_s), {}},
                 {kind, sampleTool(u"delta"_s), {}}};
    else
        files = {{kind, sampleWorkflow(u"alpha"_s, u"poet"_s), {}},
                 {kind, sampleWorkflow(u"beta"_s), {}},
                 {kind, sampleWorkflow(u"delta"_s), {}}};
    const bool isWritten = !DefinitionExport::write({files, DefinitionFormat::Yaml, path, true}).error;
    return isWritten ? path : QString();
}

} // namespace

class TestExchange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D_62_severalToolsIntoAFolder();
    void D_62_toolsAreImportedAndTheImportUndone();
    void D_63_toolsArePromotedAndRolledBack();
    void aRefusedListOfToolsIsSaidAndTriedAgain();
    void D_62_workflowsAreExportedFromTheMenu();
    void D_62_workflowsAreImportedAndTheImportUndone();
    void D_63_workflowsArePromotedWithWhatIsMissing();
    void aFolderWithoutWorkflowsIsSaid();
    void withoutServicesOnlyTheExportIsOffered();
    void whatIsChosenStaysWhenTheListIsReadAgain();
    void theMainWindowOffersThem();
    void everythingHasANameAndAKey_data();
    void everythingHasANameAndAKey();
};

void TestExchange::D_62_severalToolsIntoAFolder()
{
    ExchangeScene f;
    QVERIFY(f.openTools());
    QVERIFY(f.chooseAll());
    f.dialogs.folder = f.dir.filePath(u"out"_s);
    press(f.page.get(), u"export-tools"_s);
    auto *dialog = f.dialog<DefinitionExportDialog>();
    QVERIFY(dialog);
    QVERIFY(dialog->windowTitle().contains(u"tool"_s));
    press(dialog, u"exportBegin"_s);
    QTRY_COMPARE(QDir(f.dialogs.folder).entryList(QDir::Files),
                 (QStringList{u"alpha.tool.yaml"_s, u"beta.tool.yaml"_s, u"gamma.tool.yaml"_s}));
}

void TestExchange::D_62_toolsAreImportedAndTheImportUndone()
{
    ExchangeScene f;
    QVERIFY(f.openTools());
    f.dialogs.folder = filesIn(f.dir.filePath(u"in"_s), DefinitionKind::Tool);
    click(f.page.get(), u"import-tools"_s);
    auto *dialog = f.dialog<DefinitionImportDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), u"Import tools"_s);
    press(dialog, u"importFolder"_s);
    QTRY_COMPARE(planOf(dialog)->model()->rowCount(), 3);
    QTRY_VERIFY(isEnabled(dialog, u"importApply"_s));
    QCOMPARE(planOf(dialog)->model()->headerData(0, Qt::Horizontal).toString(), u"Tool"_s);
    press(dialog, u"importApply"_s);
    QTRY_VERIFY(isThere(dialog, u"importUndo"_s));
    QCOMPARE(f.here.tools.puts.size(), 1);
    QCOMPARE(f.here.tools.posts.size(), 1);
    QTRY_COMPARE(f.list()->model()->rowCount(), 4); // the page shows it
    press(dialog, u"importUndo"_s);
    QTRY_COMPARE(f.here.tools.agents.size(), 3);
    QTRY_COMPARE(f.here.tools.agents.value(u"alpha"_s).value("description"_L1).toString(), u"Sends a note."_s);
    QTRY_COMPARE(f.list()->model()->rowCount(), 3);
    QVERIFY(!isThere(dialog, u"importUndo"_s));
}

void TestExchange::D_63_toolsArePromotedAndRolledBack()
{
    ExchangeScene f;
    f.there.tools.put(u"theirs"_s, sampleTool(u"alpha"_s, u"Old."_s));
    QVERIFY(f.openTools());
    f.addOther(u"Production"_s);
    f.list()->setFocus();
    QTest::keyClick(f.list(), Qt::Key_Home);
    press(f.page.get(), u"promote-tools"_s);
    auto *dialog = f.dialog<PromotionDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(isEnabled(dialog, u"promotionApply"_s));
    QVERIFY(text(dialog, u"promotionChecklist"_s).contains(u"notes.mail:send"_s));
    press(dialog, u"promotionApply"_s);
    QCOMPARE(f.dialogs.questions.size(), 1); // a production server
    QVERIFY(f.there.tools.puts.isEmpty());
    f.dialogs.questions.constFirst().yes();
    QTRY_COMPARE(f.there.tools.agents.value(u"theirs"_s).value("description"_L1).toString(), u"Sends a note."_s);
    QTRY_VERIFY(isThere(dialog, u"promotionBack"_s));
    press(dialog, u"promotionBack"_s);
    QTRY_COMPARE(f.there.tools.agents.value(u"theirs"_s).value("description"_L1).toString(), u"Old."_s);
    QVERIFY(f.here.tools.puts.isEmpty());
}

void TestExchange::aRefusedListOfToolsIsSaidAndTriedAgain()
{
    ExchangeScene f;
    QVERIFY(f.openTools());
    f.dialogs.folder = filesIn(f.dir.filePath(u"in"_s), DefinitionKind::Tool);
    f.refusal = reply(403, R"({"detail":"Not yours."})");
    click(f.page.get(), u"import-tools"_s);
    auto *dialog = f.dialog<DefinitionImportDialog>();
    QVERIFY(dialog);
    press(dialog, u"importFolder"_s);
    auto *banner = dialog->findChild<ErrorBanner *>();
    QTRY_VERIFY(banner->isVisible());
    f.refusal = {};
    const QList<QPushButton *> buttons = banner->findChildren<QPushButton *>();
    const auto again =
        std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) { return button->text() == u"Try again"_s; });
    QVERIFY(again != buttons.end());
    QTest::mouseClick(*again, Qt::LeftButton);
    QTRY_VERIFY(isEnabled(dialog, u"importApply"_s));
    QVERIFY(!banner->isVisible());
}

void TestExchange::D_62_workflowsAreExportedFromTheMenu()
{
    ExchangeScene f;
    QVERIFY(f.openWorkflows());
    f.list()->setFocus();
    QTest::keyClick(f.list(), Qt::Key_Home);
    f.dialogs.fileToSave = f.dir.filePath(u"alpha.yaml"_s);
    QVERIFY(f.trigger(u"exchangeExport"_s));
    auto *dialog = f.dialog<DefinitionExportDialog>();
    QVERIFY(dialog);
    press(dialog, u"exportBegin"_s);
    QTRY_VERIFY(text(dialog, u"exportText"_s).contains(u"alpha.yaml"_s));
    QFile file(f.dialogs.fileToSave);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto read = readDefinitions(file.readAll());
    QVERIFY(read);
    QCOMPARE(read->constFirst().kind, DefinitionKind::Workflow);
    QCOMPARE(read->constFirst().json, sampleWorkflow(u"alpha"_s));
}

void TestExchange::D_62_workflowsAreImportedAndTheImportUndone()
{
    ExchangeScene f;
    QVERIFY(f.openWorkflows());
    f.dialogs.folder = filesIn(f.dir.filePath(u"in"_s), DefinitionKind::Workflow);
    click(f.page.get(), u"import-workflows"_s);
    auto *dialog = f.dialog<DefinitionImportDialog>();
    QVERIFY(dialog);
    press(dialog, u"importFolder"_s);
    QTRY_VERIFY(isEnabled(dialog, u"importApply"_s));
    QTRY_VERIFY(text(dialog, u"importRemarks"_s).contains(u"poet"_s)); // alpha names an agent that is not there
    QVERIFY(text(dialog, u"importRemarks"_s).contains(u"telescope"_s));
    // delta is not wanted after all.
    planOf(dialog)->setFocus();
    QTest::keyClick(planOf(dialog), Qt::Key_End);
    QTest::keyClick(planOf(dialog), Qt::Key_Space);
    press(dialog, u"importApply"_s);
    QTRY_VERIFY(isThere(dialog, u"importUndo"_s));
    QCOMPARE(f.here.workflows.puts.size(), 1);
    QVERIFY(f.here.workflows.posts.isEmpty());
    press(dialog, u"importUndo"_s);
    QTRY_COMPARE(f.here.workflows.puts.size(), 2);
    QTRY_VERIFY(!isThere(dialog, u"importUndo"_s));
    QCOMPARE(f.here.workflows.agents.value(u"alpha"_s).value("steps"_L1), sampleWorkflow({}).value("steps"_L1));
}

void TestExchange::D_63_workflowsArePromotedWithWhatIsMissing()
{
    ExchangeScene f;
    f.there.agents.put(u"x"_s, {{u"name"_s, u"somebody"_s}});
    QVERIFY(f.openWorkflows());
    f.addOther(u"Test"_s);
    QVERIFY(f.chooseAll());
    QVERIFY(f.trigger(u"exchangePromote"_s));
    auto *dialog = f.dialog<PromotionDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(isEnabled(dialog, u"promotionApply"_s));
    const QString checks = text(dialog, u"promotionChecklist"_s);
    QVERIFY2(checks.contains(u"writer"_s) && checks.contains(u"telescope"_s), qPrintable(checks));
    press(dialog, u"promotionApply"_s);
    QTRY_COMPARE(f.there.workflows.agents.size(), 3);
    QTRY_VERIFY(isThere(dialog, u"promotionBack"_s));
    press(dialog, u"promotionBack"_s);
    QTRY_COMPARE(f.there.workflows.agents.size(), 0);
}

void TestExchange::aFolderWithoutWorkflowsIsSaid()
{
    ExchangeScene f;
    QVERIFY(f.openWorkflows());
    f.dialogs.folder = f.dir.filePath(u"empty"_s);
    QVERIFY(QDir().mkpath(f.dialogs.folder));
    click(f.page.get(), u"import-workflows"_s);
    auto *dialog = f.dialog<DefinitionImportDialog>();
    QVERIFY(dialog);
    press(dialog, u"importFolder"_s);
    const auto says = [dialog](const QString &words) {
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel *label) { return label->isVisible() && label->text() == words; });
    };
    QTRY_VERIFY(says(u"There is no workflow in what was chosen."_s));
    QVERIFY(!isEnabled(dialog, u"importApply"_s));
}

void TestExchange::withoutServicesOnlyTheExportIsOffered()
{
    ExchangeScene f;
    QVERIFY(f.openAndLoad());
    ToolsPage page({f.toolStore, f.toolModel, f.workspace, f.dialogs});
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QVERIFY(isThere(&page, u"export-tools"_s));
    QVERIFY(!isThere(&page, u"import-tools"_s) && !isThere(&page, u"promote-tools"_s));
    page.findChild<QLineEdit *>(u"search"_s)->setText(u"nothing is called so"_s);
    QVERIFY(!isEnabled(&page, u"export-tools"_s)); // nothing is chosen
}

void TestExchange::whatIsChosenStaysWhenTheListIsReadAgain()
{
    ExchangeScene f;
    QVERIFY(f.openTools());
    QVERIFY(f.chooseAll());
    f.here.tools.put(u"beta"_s, {{u"description"_s, u"Changed elsewhere."_s}});
    f.toolStore.refresh();
    QTRY_COMPARE(f.toolStore.findByName(u"beta"_s)->description, u"Changed elsewhere."_s);
    QCOMPARE(f.list()->selectionModel()->selectedRows().size(), 3);
}

void TestExchange::theMainWindowOffersThem()
{
    ExchangeScene f;
    QVERIFY(f.openAndLoad());
    QVERIFY(f.show());
    for (const QString &name : {u"tools"_s, u"workflows"_s}) {
        f.window->showPage(name);
        QVERIFY(isThere(f.window.get(), u"promote-"_s + name));
        click(f.window.get(), u"import-"_s + name);
        auto *dialog = f.window->findChild<DefinitionImportDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        QCOMPARE(dialog->windowTitle(), u"Import "_s + name);
        delete dialog;
    }
}

void TestExchange::everythingHasANameAndAKey_data()
{
    QTest::addColumn<bool>("isOfTools");
    QTest::newRow("tools") << true;
    QTest::newRow("workflows") << false;
}

void TestExchange::everythingHasANameAndAKey()
{
    QFETCH(bool, isOfTools);
    ExchangeScene f;
    QVERIFY(isOfTools ? f.openTools() : f.openWorkflows());
    QCOMPARE(namingProblems(*f.page), QStringList());
    QCOMPARE(tabbingProblems(*f.page), QStringList());
    QCOMPARE(keyCollisions(*f.page), QStringList());
}

QTEST_MAIN(TestExchange)
#include "tst_exchange.moc"
