// Agents into files, out of them and to another server, in real windows by real keys and clicks (AG-06, AG-26, D-62, D-63).
#include "auth/authmanager.h"
#include "gui/accessibility.h"
#include "gui/agents/agentlist.h"
#include "gui/agents/agentspage.h"
#include "gui/definitions/definitionexportdialog.h"
#include "gui/definitions/definitionimportdialog.h"
#include "gui/definitions/promotiondialog.h"
#include "gui/guifixture.h"
#include "gui/widgets/errorbanner.h"
#include "state/importscene.h"
#include "support/faultserver.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFrame>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

Scripted answerOf(AgentServer &agents, const Received &request)
{
    const QString id = QString::fromUtf8(request.target).section(u'/', -1);
    Scripted out = agents.answer(request);
    if (request.method == "DELETE" && agents.agents.remove(id) > 0)
        out = reply(204, {});
    return out;
}

struct ExchangeFixture : GuiFixture {
    AgentServer server1;
    AgentServer server2;
    Scripted refusal = {}; // of the list; no pieces: none
    FaultServer other{[this](const Received &request) {
        const Scripted out = answerOf(server2, request);
        return out.pieces.isEmpty() ? reply(404, R"({"detail":"Not Found"})") : out;
    }};

    ExchangeFixture()
    {
        script = [this](const Received &request) {
            if (request.target == "/agents" && !refusal.pieces.isEmpty())
                return refusal;
            const bool isOfAgents = !request.target.startsWith("/agents/tools") && !request.target.startsWith("/agents/workflows");
            const Scripted out = isOfAgents ? answerOf(server1, request) : Scripted{};
            return out.pieces.isEmpty() ? sample(request.target) : out;
        };
        for (const QString &name : {u"alpha"_s, u"beta"_s, u"gamma"_s})
            server1.put(name, sampleAgent(name));
    }
    [[nodiscard]] bool start() // inside QVERIFY
    {
        if (!openAndLoad() || !show())
            return false;
        window->showPage(u"agents"_s);
        list()->setFocus();
        return list()->model()->rowCount() == 3;
    }
    [[nodiscard]] AgentList *list() const { return find<AgentList>("agentList"); }
    void chooseAll() const
    {
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Home);
        QTest::keyClick(list(), Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(list()->chosen().size(), 3);
    }
    // By the Menu key. Inside QVERIFY.
    [[nodiscard]] bool trigger(const QString &name) const
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(1, 1), list()->viewport()->mapToGlobal(QPoint(1, 1)));
        QApplication::sendEvent(list()->viewport(), &event);
        const QList<QMenu *> menus = window->findChildren<QMenu *>(u"agentMenu"_s);
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
        auto *found = window->findChild<T *>();
        return found && QTest::qWaitForWindowActive(found) ? found : nullptr;
    }
    void addOther(const QString &name, const QString &colour, std::optional<bool> production = {})
    {
        Profile profile{Profile::Kind::Team, name, other.url()};
        profile.colour = colour;
        profile.production = production;
        profile = profiles.save(profile);
        AuthManager &session = accounts.of(profile);
        session.start();
        session.adoptToken("their-token", &session, [](const Result<> &) {});
    }
};

void click(const QWidget *dialog, const char *name)
{
    auto *button = dialog->findChild<QPushButton *>(QLatin1StringView(name));
    QVERIFY(button && button->isVisible() && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

void press(const QWidget *dialog, const char *name)
{
    auto *button = dialog->findChild<QPushButton *>(QLatin1StringView(name));
    QVERIFY(button && button->isVisible() && button->isEnabled());
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button, Qt::Key_Space);
}

QString text(const QWidget *dialog, const char *name)
{
    return dialog->findChild<QLabel *>(QLatin1StringView(name))->text();
}

bool isEnabled(const QWidget *dialog, const char *name)
{
    return dialog->findChild<QPushButton *>(QLatin1StringView(name))->isEnabled();
}

QTreeView *planOf(const QWidget *dialog)
{
    return dialog->findChild<QTreeView *>(u"importPlan"_s);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestImportExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneAgentIntoAJsonFile();
    void AG_26_D_62_severalIntoAFolderOfYaml();
    void asksBeforeItReplaces();
    void AG_06_D_62_importsAFolderAndUndoesIt();
    void importsWhatIsDropped();
    void aBrokenFileIsSaid();
    void aRefusedListIsSaidAndTriedAgain();
    void fiveHundredAgents();
    void D_63_promotesToProductionInItsColour();
    void D_63_whatWasSaidOfProductionDecidesWhetherItIsAsked_data();
    void D_63_whatWasSaidOfProductionDecidesWhetherItIsAsked();
    void withoutAnotherProfileItSaysSo();
    void everythingHasANameAndAKey();
};

void TestImportExport::oneAgentIntoAJsonFile()
{
    ExchangeFixture f;
    QVERIFY(f.start());
    f.dialogs.fileToSave = f.dir.filePath(u"alpha.json"_s);
    QTest::keyClick(f.list(), Qt::Key_Home);
    QVERIFY(f.trigger(u"agentExport"_s));
    auto *dialog = f.dialog<DefinitionExportDialog>();
    QVERIFY(dialog);
    auto *format = dialog->findChild<QComboBox *>(u"exportFormat"_s);
    format->setFocus();
    QTest::keyClick(format, Qt::Key_Down);
    press(dialog, "exportBegin");
    QTRY_VERIFY(text(dialog, "exportText").contains(u"alpha.json"_s));
    const QByteArray written = contents(f.dialogs.fileToSave);
    QVERIFY(written.startsWith('{') && written.contains("\"alpha\"") && !written.contains("\"version\""));
}

void TestImportExport::AG_26_D_62_severalIntoAFolderOfYaml()
{
    ExchangeFixture f;
    QVERIFY(f.start());
    f.dialogs.folder = f.dir.filePath(u"out"_s);
    f.chooseAll();
    click(f.window.get(), "chosenExport");
    auto *dialog = f.dialog<DefinitionExportDialog>();
    QVERIFY(dialog);
    press(dialog, "exportBegin");
    QTRY_COMPARE(QDir(f.dialogs.folder).entryList(QDir::Files),
                 (QStringList{u"alpha.agent.yaml"_s, u"beta.agent.yaml"_s, u"gamma.agent.yaml"_s}));
    QTRY_VERIFY(text(dialog, "exportText").contains(u'3'));
}

void TestImportExport::asksBeforeItReplaces()
{
    ExchangeFixture f;
    QVERIFY(f.start());
    f.dialogs.folder = f.dir.filePath(u"out"_s);
    QVERIFY(QDir().mkpath(f.dialogs.folder));
    const QString theirs = QDir(f.dialogs.folder).filePath(u"beta.agent.yaml"_s);
    QVERIFY(put(theirs, "mine: true\n"));
    f.chooseAll();
    QVERIFY(f.trigger(u"agentExport"_s));
    auto *dialog = f.dialog<DefinitionExportDialog>();
    QVERIFY(dialog);
    press(dialog, "exportBegin");
    QTRY_COMPARE(f.dialogs.questions.size(), 1);
    QVERIFY(f.dialogs.questions.constFirst().text.contains(u"beta.agent.yaml"_s));
    QCOMPARE(contents(theirs), QByteArray("mine: true\n"));
    f.dialogs.questions.constFirst().yes();
    QTRY_VERIFY(contents(theirs).contains("beta"));
}

void TestImportExport::AG_06_D_62_importsAFolderAndUndoesIt()
{
    ExchangeFixture f;
    QVERIFY(f.start());
    const QString folder = f.dir.filePath(u"in"_s);
    const QList<FileDefinition> files{{DefinitionKind::Agent, sampleAgent(u"alpha"_s, u"Be brief."_s), {}},
                                      {DefinitionKind::Agent, sampleAgent(u"beta"_s), {}},
                                      {DefinitionKind::Agent, sampleAgent(u"delta"_s), {}}};
    QVERIFY(!DefinitionExport::write({files, DefinitionFormat::Yaml, folder, true}).error);
    f.dialogs.folder = folder;
    press(f.window.get(), "importAgents");
    auto *dialog = f.dialog<DefinitionImportDialog>();
    QVERIFY(dialog);
    QVERIFY(!isEnabled(dialog, "importApply"));
    press(dialog, "importFolder");
    QTRY_COMPARE(planOf(dialog)->model()->rowCount(), 3);
    QTRY_VERIFY(isEnabled(dialog, "importApply"));
    // delta is not wanted after all.
    planOf(dialog)->setFocus();
    QTest::keyClick(planOf(dialog), Qt::Key_End);
    QTest::keyClick(planOf(dialog), Qt::Key_Space);
    press(dialog, "importApply");
    QTRY_COMPARE(f.server1.puts.size(), 1);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"importUndo"_s)->isVisible());
    QVERIFY(f.server1.posts.isEmpty());
    QCOMPARE(f.server1.agents.value(u"alpha"_s).value("instructions"_L1).toString(), u"Be brief."_s);
    press(dialog, "importUndo");
    QTRY_COMPARE(f.server1.agents.value(u"alpha"_s).value("instructions"_L1).toString(), u"Be exact."_s);
    QTRY_VERIFY(!dialog->findChild<QPushButton *>(u"importUndo"_s)->isVisible());
    QVERIFY(!text(dialog, "importText").isEmpty());
}

void TestImportExport::importsWhatIsDropped()
{
    ExchangeFixture f;
    QVERIFY(f.start());
    const QString path = f.dir.filePath(u"delta.json"_s);
    QVERIFY(!DefinitionExport::write({{{DefinitionKind::Agent, sampleAgent(u"delta"_s), {}}}, DefinitionFormat::Json, path}).error);
    click(f.window.get(), "importAgents");
    auto *dialog = f.dialog<DefinitionImportDialog>();
    QVERIFY(dialog);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path), QUrl(u"https://elsewhere.example/x.yaml"_s)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog, &drop);
    QTRY_COMPARE(planOf(dialog)->model()->rowCount(), 1);
    QTRY_VERIFY(isEnabled(dialog, "importApply"));
    click(dialog, "importApply");
    QTRY_COMPARE(f.server1.posts.size(), 1);
    QTRY_VERIFY(f.agents.findByName(u"delta"_s));
}

void TestImportExport::aBrokenFileIsSaid()
{
    ExchangeFixture f;
    QVERIFY(f.start());
    const QString path = f.dir.filePath(u"<b>broken.yaml"_s);
    QVERIFY(put(path, "a: [1\n"));
    f.dialogs.filesToOpen = QStringList{path};
    click(f.window.get(), "importAgents");
    auto *dialog = f.dialog<DefinitionImportDialog>();
    QVERIFY(dialog);
    press(dialog, "importFiles");
    QTRY_COMPARE(planOf(dialog)->model()->rowCount(), 1);
    QVERIFY(planOf(dialog)->model()->index(0, 0).data().toString().contains(u"<b>broken.yaml"_s));
    QVERIFY(!planOf(dialog)->model()->index(0, 0).data(Qt::CheckStateRole).isValid());
    QVERIFY(!isEnabled(dialog, "importApply"));
    QVERIFY(!text(dialog, "definitionDiffSummary").isEmpty());
}

void TestImportExport::aRefusedListIsSaidAndTriedAgain()
{
    ExchangeFixture f;
    QVERIFY(f.start());
    const QString path = f.dir.filePath(u"delta.yaml"_s);
    QVERIFY(!DefinitionExport::write({{{DefinitionKind::Agent, sampleAgent(u"delta"_s), {}}}, DefinitionFormat::Yaml, path}).error);
    f.dialogs.filesToOpen = QStringList{path};
    f.refusal = reply(403, R"({"detail":"Not yours."})");
    click(f.window.get(), "importAgents");
    auto *dialog = f.dialog<DefinitionImportDialog>();
    QVERIFY(dialog);
    press(dialog, "importFiles");
    auto *banner = dialog->findChild<ErrorBanner *>();
    QTRY_VERIFY(banner->isVisible());
    f.refusal = {};
    const QList<QPushButton *> buttons = banner->findChildren<QPushButton *>();
    const auto again =
        std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) { return button->text() == u"Try again"_s; });
    QVERIFY(again != buttons.end());
    QTest::mouseClick(*again, Qt::LeftButton);
    QTRY_VERIFY(isEnabled(dialog, "importApply"));
    QVERIFY(!banner->isVisible());
}

void TestImportExport::fiveHundredAgents()
{
    ExchangeFixture f;
    QVERIFY(f.start());
    QList<FileDefinition> files;
    for (int i = 0; i < 500; ++i)
        files.append({DefinitionKind::Agent, sampleAgent(u"agent-%1"_s.arg(i)), {}});
    const QString path = f.dir.filePath(u"all.yaml"_s);
    QVERIFY(!DefinitionExport::write({files, DefinitionFormat::Yaml, path}).error);
    f.dialogs.filesToOpen = QStringList{path};
    click(f.window.get(), "importAgents");
    auto *dialog = f.dialog<DefinitionImportDialog>();
    QVERIFY(dialog);
    press(dialog, "importFiles");
    QTRY_COMPARE_WITH_TIMEOUT(planOf(dialog)->model()->rowCount(), 500, 20'000);
    QTRY_VERIFY(isEnabled(dialog, "importApply"));
    press(dialog, "importApply");
    QTRY_VERIFY(f.server1.posts.size() > 3);
    click(dialog, "importClose"); // stops
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"importUndo"_s)->isVisible());
    QVERIFY(f.server1.posts.size() < 500);
    QVERIFY(dialog->isVisible());
}

void TestImportExport::D_63_promotesToProductionInItsColour()
{
    ExchangeFixture f;
    QVERIFY(f.start());
    f.addOther(u"Team <b>prod</b>"_s, u"#d03b3b"_s);
    f.server2.put(u"their-alpha"_s, sampleAgent(u"alpha"_s, u"Old."_s));
    QTest::keyClick(f.list(), Qt::Key_Home);
    QVERIFY(f.trigger(u"agentPromote"_s));
    auto *dialog = f.dialog<PromotionDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(isEnabled(dialog, "promotionApply"));
    auto *band = dialog->findChild<QFrame *>(u"promotionBand"_s);
    QVERIFY(band->isVisible());
    QCOMPARE(band->palette().color(QPalette::Window), QColor(u"#d03b3b"_s));
    QVERIFY(text(dialog, "promotionBandText").contains(u"Production: Team <b>prod</b>"_s));
    QVERIFY(!text(dialog, "promotionChecklist").isEmpty());
    press(dialog, "promotionApply");
    QCOMPARE(f.dialogs.questions.size(), 1); // and nothing before it is answered
    QVERIFY(f.server2.puts.isEmpty());
    f.dialogs.questions.constFirst().yes();
    QTRY_COMPARE(f.server2.agents.value(u"their-alpha"_s).value("instructions"_L1).toString(), u"Be exact."_s);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"promotionBack"_s)->isVisible());
    press(dialog, "promotionBack");
    QTRY_COMPARE(f.server2.agents.value(u"their-alpha"_s).value("instructions"_L1).toString(), u"Old."_s);
    QTRY_VERIFY(text(dialog, "promotionText").contains(u"rolled back"_s));
    QVERIFY(f.server1.puts.isEmpty());
}

void TestImportExport::D_63_whatWasSaidOfProductionDecidesWhetherItIsAsked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("said");
    QTest::newRow("no, of one called so") << u"Team prod"_s << false;
    QTest::newRow("yes, of one called otherwise") << u"Team"_s << true;
}

void TestImportExport::D_63_whatWasSaidOfProductionDecidesWhetherItIsAsked()
{
    QFETCH(const QString, name);
    QFETCH(const bool, said);
    ExchangeFixture f;
    QVERIFY(f.start());
    f.addOther(name, {}, said);
    f.server2.put(u"their-alpha"_s, sampleAgent(u"alpha"_s, u"Old."_s));
    QTest::keyClick(f.list(), Qt::Key_Home);
    QVERIFY(f.trigger(u"agentPromote"_s));
    auto *dialog = f.dialog<PromotionDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(isEnabled(dialog, "promotionApply"));
    QCOMPARE(text(dialog, "promotionBandText"), said ? u"Production: Team"_s : u"Target: Team prod"_s);
    press(dialog, "promotionApply");
    QCOMPARE(f.dialogs.questions.size(), said ? 1 : 0);
    if (said)
        QVERIFY(f.server2.puts.isEmpty());
    else
        QTRY_COMPARE(f.server2.agents.value(u"their-alpha"_s).value("instructions"_L1).toString(), u"Be exact."_s);
}

void TestImportExport::withoutAnotherProfileItSaysSo()
{
    ExchangeFixture f;
    QVERIFY(f.start());
    f.chooseAll();
    click(f.window.get(), "chosenPromote");
    auto *dialog = f.dialog<PromotionDialog>();
    QVERIFY(dialog);
    QVERIFY(!isEnabled(dialog, "promotionApply"));
    QVERIFY(!text(dialog, "promotionText").isEmpty());
    QVERIFY(!dialog->findChild<QFrame *>(u"promotionBand"_s)->isVisible());
}

void TestImportExport::everythingHasANameAndAKey()
{
    ExchangeFixture f;
    QVERIFY(f.start());
    f.addOther(u"Test"_s, {});
    QTest::keyClick(f.list(), Qt::Key_Home);
    QVERIFY(f.trigger(u"agentPromote"_s));
    auto *promotion = f.dialog<PromotionDialog>();
    QVERIFY(promotion);
    QTRY_VERIFY(isEnabled(promotion, "promotionApply"));
    QCOMPARE(namingProblems(*promotion), QStringList());
    QCOMPARE(tabbingProblems(*promotion), QStringList());
    promotion->close();
    click(f.window.get(), "importAgents");
    auto *importing = f.dialog<DefinitionImportDialog>();
    QVERIFY(importing);
    QCOMPARE(namingProblems(*importing), QStringList());
    QCOMPARE(tabbingProblems(*importing), QStringList());
    importing->close();
    QVERIFY(f.trigger(u"agentExport"_s));
    auto *exporting = f.dialog<DefinitionExportDialog>();
    QVERIFY(exporting);
    QCOMPARE(namingProblems(*exporting), QStringList());
    QCOMPARE(tabbingProblems(*exporting), QStringList());
}

QTEST_MAIN(TestImportExport)
#include "tst_importexport.moc"
