// The versions of a definition in a real window, by real keys: chosen, compared, named, restored (AG-26, D-62, D-65).
#include "gui/accessibility.h"
#include "gui/definitions/definitiondiff.h"
#include "gui/definitions/definitiondiffdelegate.h"
#include "gui/definitions/definitiondiffmodel.h"
#include "gui/definitions/definitiondifftable.h"
#include "gui/definitions/versionsdialog.h"
#include "gui/theme.h"
#include "state/agentserver.h"
#include "state/definitions/definitionhistory.h"
#include "state/definitions/keptsecrets.h"
#include "state/definitions/versionlist.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "state/teamfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

const DefinitionKey key{DefinitionKind::Agent, u"a1"_s};

QJsonObject agentJson(const QString &instructions, const QString &secret = u"hush-hush"_s)
{
    return {{"id"_L1, u"a1"_s},
            {"name"_L1, u"contracts"_s},
            {"description"_L1, u"Reads contracts"_s},
            {"model"_L1, u"agent"_s},
            {"instructions"_L1, instructions},
            {"tools"_L1, QJsonObject{{"names"_L1, QJsonArray{u"document_search"_s}}}},
            {"mcp_servers"_L1, QJsonArray{QJsonObject{{"name"_L1, u"files"_s},
                                                      {"env"_L1, QJsonObject{{"API_KEY"_L1, secret}}},
                                                      {"headers"_L1, QJsonObject{{"X-Key"_L1, secret}}}}}},
            {"colour"_L1, u"red"_s}};
}

DefinitionVersion version(const QJsonObject &json, int number, VersionOrigin origin)
{
    DefinitionVersion made;
    made.key = key;
    made.name = u"contracts"_s;
    made.json = json;
    made.author = u"Ada"_s;
    made.origin = origin;
    made.serverVersion = number;
    return made;
}

// The dialog over a real database and a scripted server.
struct Desk {
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(u"user"_s)};
    StoreThread store{folder, userStoreKind(folder)};
    DefinitionHistory history{store};
    AgentServer agents;
    TeamFixture team;
    QPointer<VersionsDialog> dialog;

    Desk() { initGuiResources(); }
    ~Desk() { delete dialog; }

    void add(const QJsonObject &json, int number = 0) { history.add(version(json, number, VersionOrigin::Saved)); }
    [[nodiscard]] bool open(const QByteArray &features = {})
    {
        history.open(u"ada"_s);
        team.features = features;
        if (!team.script)
            team.script = [this](const Received &request) { return agents.answer(request); };
        return team.open();
    }
    [[nodiscard]] bool show()
    {
        dialog = new VersionsDialog([this](QObject *parent) { return new VersionList(history, team.api, team.workspace, parent); }, key,
                                    u"Contracts"_s);
        dialog->show();
        dialog->activateWindow();
        const auto *list = dialog->findChild<VersionList *>();
        return QTest::qWaitForWindowActive(dialog) && QTest::qWaitFor([list] { return list->isLoaded() && !list->isLoading(); }, 10'000);
    }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] QListView *versions() const { return find<QListView>("versionList"); }
    [[nodiscard]] DefinitionDiffTable *table() const { return find<DefinitionDiffTable>("definitionDiffTable"); }
    [[nodiscard]] QString summary() const { return find<QLabel>("definitionDiffSummary")->text(); }
    [[nodiscard]] QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    [[nodiscard]] int differences() const { return table()->isVisible() ? table()->model()->rowCount() : 0; }
    void pressByKey(const char *name) const
    {
        auto *button = find<QPushButton>(name);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    // The nth entry of a choice, by keys.
    void pick(const char *name, int nth) const
    {
        auto *box = find<QComboBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < nth; ++i)
            QTest::keyClick(box, Qt::Key_Down);
    }
};

} // namespace

class TestVersions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void AG_26_aVersionIsComparedWithWhatItIsNow();
    void AG_26_aVersionIsComparedWithTheOneBeforeAndAnother();
    void AG_26_theOwnerSaysWhatItIsNow();
    void D_65_longTextsAreComparedLineByLine();
    void D_65_linesHaveSignsAsWellAsColours();
    void D_65_differencesAreToldInWords_data();
    void D_65_differencesAreToldInWords();
    void D_65_secretsAreNeverShownOrCopied();
    void D_65_rowsAreCopiedByKeyAndReadAloud();
    void AG_26_aVersionIsNamedByKeys();
    void AG_26_restoringHandsOverTheWholeJson();
    void AG_26_theServersOwnVersionIsRestoredByItsNumber();
    void AG_26_noVersionsAndNoConnectionAreSaid();
    void AG_26_twoHundredVersionsScroll();
    void everythingHasANameAndIsReachedByTab();
    void escClosesAndFirstEndsTheNaming();
};

void TestVersions::AG_26_aVersionIsComparedWithWhatItIsNow()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(agentJson(u"One."_s), 1);
    desk.add(agentJson(u"Two."_s), 2);
    QVERIFY(desk.show());
    QCOMPARE(desk.dialog->windowTitle(), u"Versions of Contracts"_s);
    QCOMPARE(desk.versions()->model()->rowCount(), 2);
    QTRY_COMPARE(desk.versions()->currentIndex().row(), 0);
    QCOMPARE(desk.differences(), 0);
    QVERIFY(!desk.summary().isEmpty());
    QVERIFY(desk.versions()->hasFocus());
    QTest::keyClick(desk.versions(), Qt::Key_Down);
    QTRY_COMPARE(desk.differences(), 1);
    QCOMPARE(desk.cell(0, DefinitionDiffModel::FieldColumn), u"Instructions"_s);
    QCOMPARE(desk.cell(0, DefinitionDiffModel::BeforeColumn), u"One."_s);
    QCOMPARE(desk.cell(0, DefinitionDiffModel::AfterColumn), u"Two."_s);
}

void TestVersions::AG_26_aVersionIsComparedWithTheOneBeforeAndAnother()
{
    Desk desk;
    QVERIFY(desk.open());
    for (const QString &text : {u"One."_s, u"Two."_s, u"Three."_s})
        desk.add(agentJson(text));
    QVERIFY(desk.show());
    QVERIFY(!desk.find<QComboBox>("versionsOther")->isVisible());
    desk.pick("versionsAgainst", 1);
    QTRY_COMPARE(desk.differences(), 1);
    QCOMPARE(desk.cell(0, DefinitionDiffModel::BeforeColumn), u"Two."_s);
    QCOMPARE(desk.cell(0, DefinitionDiffModel::AfterColumn), u"Three."_s);
    desk.versions()->setFocus();
    QTest::keyClick(desk.versions(), Qt::Key_End);
    QTRY_COMPARE(desk.differences(), 0); // the oldest
    QVERIFY(!desk.summary().isEmpty());
    desk.pick("versionsAgainst", 2);
    QTRY_VERIFY(desk.find<QComboBox>("versionsOther")->isVisible());
    QTRY_COMPARE(desk.cell(0, DefinitionDiffModel::AfterColumn), u"Three."_s);
    QCOMPARE(desk.cell(0, DefinitionDiffModel::BeforeColumn), u"One."_s);
    desk.pick("versionsOther", 1);
    QTRY_COMPARE(desk.cell(0, DefinitionDiffModel::AfterColumn), u"Two."_s);
}

void TestVersions::AG_26_theOwnerSaysWhatItIsNow()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(agentJson(u"One."_s));
    QVERIFY(desk.show());
    desk.dialog->setCurrent(agentJson(u"Not saved yet."_s));
    QTRY_COMPARE(desk.differences(), 1);
    QCOMPARE(desk.cell(0, DefinitionDiffModel::AfterColumn), u"Not saved yet."_s);
    QJsonObject same = agentJson(u"One."_s);
    same.insert("version"_L1, 9);
    same.insert("updated_at"_L1, u"2026-05-02T09:14:03"_s);
    desk.dialog->setCurrent(same); // what changes by itself is no difference
    QTRY_COMPARE(desk.summary(), u"These two versions are the same."_s);
    QCOMPARE(desk.differences(), 0);
}

void TestVersions::D_65_longTextsAreComparedLineByLine()
{
    QStringList lines;
    for (int i = 1; i <= 40; ++i)
        lines.append(u"Line %1"_s.arg(i));
    QStringList changed = lines;
    changed[9] = u"Another line"_s;
    changed.removeAt(29);
    const QList<DiffRow> rows = DefinitionDiff::rows(agentJson(lines.join(u'\n')), agentJson(changed.join(u'\n')));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(withSigns(rows.constFirst().before),
             u"\u2026\nLine 9\n\u2212 Line 10\nLine 11\n\u2026\nLine 29\n\u2212 Line 30\nLine 31\n\u2026"_s);
    QCOMPARE(withSigns(rows.constFirst().after), u"\u2026\nLine 9\n+ Another line\nLine 11\n\u2026\nLine 29\nLine 31\n\u2026"_s);
}

void TestVersions::D_65_linesHaveSignsAsWellAsColours()
{
    for (const QPalette &palette : {Theme::lightPalette(), Theme::darkPalette()}) {
        const DiffLine plain{DiffLine::Kind::Plain, u"x"_s};
        const DiffLine removed{DiffLine::Kind::Removed, u"x"_s};
        const DiffLine added{DiffLine::Kind::Added, u"x"_s};
        QCOMPARE(DefinitionDiffDelegate::colorOf(removed, palette), Theme::danger(palette));
        QCOMPARE(DefinitionDiffDelegate::colorOf(added, palette), Theme::success(palette));
        QCOMPARE(withSign(plain), u"x"_s);
        QCOMPARE(withSign(removed), u"\u2212 x"_s);
        QCOMPARE(withSign(added), u"+ x"_s);
    }
}

void TestVersions::D_65_differencesAreToldInWords_data()
{
    QTest::addColumn<QJsonObject>("before");
    QTest::addColumn<QJsonObject>("after");
    QTest::addColumn<QString>("words"); // of the only row
    const auto tools = [](const QJsonArray &names) { return QJsonObject{{"tools"_L1, QJsonObject{{"names"_L1, names}}}}; };
    QTest::newRow("a tool more") << tools({u"a"_s}) << tools({u"a"_s, u"b"_s}) << u"Tools|Not there|b"_s;
    QTest::newRow("another tool") << tools({u"a"_s}) << tools({u"b"_s}) << u"Tools|a|b"_s;
    QTest::newRow("no tool") << tools({u"a"_s}) << tools({}) << u"Tools|a|Not there"_s;
    QTest::newRow("a member") << QJsonObject() << QJsonObject{{"is_active"_L1, false}} << u"In use|Not there|No"_s;
    QTest::newRow("empty is not missing") << QJsonObject{{"app_id"_L1, QJsonValue()}} << QJsonObject()
                                          << u"Application|Nothing|Not there"_s;
    const QJsonObject first{{"name"_L1, u"files"_s}};
    const QJsonObject second{{"name"_L1, u"web"_s}};
    QTest::newRow("moved") << QJsonObject{{"mcp_servers"_L1, QJsonArray{first, second}}}
                           << QJsonObject{{"mcp_servers"_L1, QJsonArray{second, first}}} << QString();
    QTest::newRow("unknown") << QJsonObject{{"x_new"_L1, QJsonObject{{"deep"_L1, 1}}}}
                             << QJsonObject{{"x_new"_L1, QJsonObject{{"deep"_L1, 2}}}} << u"x_new \u203a deep|1|2"_s;
}

void TestVersions::D_65_differencesAreToldInWords()
{
    QFETCH(const QJsonObject, before);
    QFETCH(const QJsonObject, after);
    QFETCH(const QString, words);
    const QList<DiffRow> rows = DefinitionDiff::rows(before, after);
    QCOMPARE(rows.size(), 1);
    const DiffRow &row = rows.constFirst();
    if (words.isEmpty()) { // which of the two moved is not said
        QVERIFY2(row.field.startsWith(u"Tool servers \u203a "_s), qPrintable(row.field));
        QVERIFY(withSigns(row.before).startsWith(u"Place "_s) && withSigns(row.after).startsWith(u"Place "_s));
        QVERIFY(row.before != row.after);
        return;
    }
    QCOMPARE(row.field + u'|' + withSigns(row.before) + u'|' + withSigns(row.after), words);
}

void TestVersions::D_65_secretsAreNeverShownOrCopied()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(agentJson(u"One."_s, u"old-secret"_s));
    desk.add(agentJson(u"One."_s, u"new-secret"_s)); // no other version: secrets are not kept
    QJsonObject without = agentJson(u"One."_s);
    without.remove("mcp_servers"_L1);
    desk.add(without);
    QVERIFY(desk.show());
    desk.pick("versionsAgainst", 1);
    desk.versions()->setFocus();
    const auto shown = [&desk] {
        QString all;
        for (int row = 0; row < desk.differences(); ++row) {
            for (int column = 0; column < DefinitionDiffModel::ColumnCount; ++column) {
                const QModelIndex index = desk.table()->model()->index(row, column);
                all += index.data().toString() + index.data(Qt::AccessibleTextRole).toString();
            }
        }
        return all + desk.table()->selectedText();
    };
    QTRY_COMPARE(desk.differences(), 1); // the servers are gone as a whole
    QVERIFY(!shown().contains(u"secret"_s));
    QTest::keyClick(desk.versions(), Qt::Key_Down);
    QTRY_COMPARE(desk.differences(), 0);
    const QList<DiffRow> rows = DefinitionDiff::rows(agentJson({}, u"old-secret"_s), agentJson({}, u"new-secret"_s));
    QCOMPARE(rows.size(), 2); // of two that are known each says that it is another one
    for (const DiffRow &row : rows)
        QVERIFY2(!(row.field + withSigns(row.before) + withSigns(row.after)).contains(u"secret"_s), qPrintable(row.field));
    desk.pressByKey("versionCopy");
    QTRY_VERIFY(QApplication::clipboard()->text().contains(u"contracts"_s));
    QVERIFY(!QApplication::clipboard()->text().contains(u"new-secret"_s));
    QVERIFY(desk.find<QLabel>("versionsNote")->isVisible());
}

void TestVersions::D_65_rowsAreCopiedByKeyAndReadAloud()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(agentJson(u"One."_s));
    QJsonObject other = agentJson(u"Two."_s);
    other.insert("description"_L1, u"Reads leases"_s);
    desk.add(other);
    QVERIFY(desk.show());
    QTest::keyClick(desk.versions(), Qt::Key_Down);
    QTRY_COMPARE(desk.differences(), 2);
    const QString aloud = desk.table()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(aloud.contains(u"Description"_s) && aloud.contains(u"Reads contracts"_s) && aloud.contains(u"Reads leases"_s),
             qPrintable(aloud));
    desk.table()->setFocus();
    QTest::keySequence(desk.table(), QKeySequence::Copy); // none chosen: all of them
    QCOMPARE(QApplication::clipboard()->text(),
             u"Description\nBefore:\nReads contracts\nAfter:\nReads leases\n\nInstructions\nBefore:\nOne.\nAfter:\nTwo."_s);
    QTest::keyClick(desk.table(), Qt::Key_Down);
    QTest::keySequence(desk.table(), QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), u"Instructions\nBefore:\nOne.\nAfter:\nTwo."_s);
}

void TestVersions::AG_26_aVersionIsNamedByKeys()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(agentJson(u"One."_s));
    desk.add(agentJson(u"Two."_s));
    QVERIFY(desk.show());
    QTest::keyClick(desk.versions(), Qt::Key_Down);
    desk.pressByKey("versionNaming");
    QTRY_VERIFY(desk.find<QLineEdit>("versionName")->hasFocus());
    QTest::keyClicks(desk.find<QLineEdit>("versionName"), u"As the client signed it"_s);
    QTest::keyClick(desk.find<QLineEdit>("versionName"), Qt::Key_Return);
    QTRY_COMPARE(desk.versions()->model()->index(1, 0).data().toString(), u"As the client signed it"_s);
    QVERIFY(!desk.find<QLineEdit>("versionName")->isVisible());
    QVERIFY(desk.versions()->hasFocus());
    QCOMPARE(desk.versions()->currentIndex().row(), 1);
}

void TestVersions::AG_26_restoringHandsOverTheWholeJson()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(agentJson(u"One."_s), 1);
    desk.add(agentJson(u"Two."_s), 2);
    QVERIFY(desk.show());
    QTest::keyClick(desk.versions(), Qt::Key_Down);
    const QSignalSpy restored(desk.dialog, &VersionsDialog::restoreRequested);
    desk.pressByKey("versionRestore");
    QTRY_COMPARE(restored.size(), 1);
    QCOMPARE(restored.constFirst().at(0).toJsonObject(), withoutServerSecrets(agentJson(u"One."_s))); // unknown members and secrets too
    QCOMPARE(restored.constFirst().at(1).toInt(), 0);                                                 // the server keeps none
    QVERIFY(desk.dialog);
}

void TestVersions::AG_26_theServersOwnVersionIsRestoredByItsNumber()
{
    Desk desk;
    desk.agents.hasVersions = true;
    desk.agents.put(u"a1"_s, agentJson(u"One."_s));
    desk.agents.put(u"a1"_s, agentJson(u"Two."_s));
    QVERIFY(desk.open(R"("agent_versions")"));
    QVERIFY(desk.show());
    QTRY_COMPARE(desk.versions()->model()->rowCount(), 2);
    QVERIFY(!desk.find<QPushButton>("versionNaming")->isEnabled()); // it is not kept here
    QTest::keyClick(desk.versions(), Qt::Key_Down);
    const QSignalSpy restored(desk.dialog, &VersionsDialog::restoreRequested);
    desk.pressByKey("versionRestore");
    QTRY_COMPARE(restored.size(), 1);
    QCOMPARE(restored.constFirst().at(0).toJsonObject().value("instructions"_L1).toString(), u"One."_s);
    QCOMPARE(restored.constFirst().at(1).toInt(), 1);
}

void TestVersions::AG_26_noVersionsAndNoConnectionAreSaid()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.team.workspace.close();
    QVERIFY(desk.show());
    QVERIFY(!desk.versions()->isVisible());
    QVERIFY(desk.find<QLabel>("versionsProblem")->isVisible());
    QVERIFY(desk.find<QPushButton>("versionsAgain")->isVisible());
    QVERIFY(!desk.find<QPushButton>("versionRestore")->isEnabled());
    desk.add(agentJson(u"One."_s));
    QTRY_VERIFY(desk.versions()->isVisible());
    QTRY_VERIFY(desk.find<QPushButton>("versionRestore")->isEnabled());
    QVERIFY(desk.find<QLabel>("versionsProblem")->isVisible());
}

void TestVersions::AG_26_twoHundredVersionsScroll()
{
    Desk desk;
    QVERIFY(desk.open());
    QList<DefinitionVersion> all;
    for (int i = 0; i < 200; ++i)
        all.append(version(agentJson(u"Number %1."_s.arg(i)), i + 1, VersionOrigin::Seen));
    desk.history.addSeen(all);
    QVERIFY(desk.show());
    QTRY_COMPARE(desk.versions()->model()->rowCount(), 200);
    QTest::keyClick(desk.versions(), Qt::Key_End);
    QCOMPARE(desk.versions()->currentIndex().row(), 199);
    QTRY_COMPARE(desk.versions()->verticalScrollBar()->value(), desk.versions()->verticalScrollBar()->maximum());
    QVERIFY(desk.versions()->verticalScrollBar()->maximum() > 0);
    QTRY_COMPARE(desk.cell(0, DefinitionDiffModel::BeforeColumn), u"Number 0."_s);
    QCOMPARE(desk.cell(0, DefinitionDiffModel::AfterColumn), u"Number 199."_s);
    for (int i = 0; i < 20; ++i) // faster than they are read: the last one counts
        QTest::keyClick(desk.versions(), Qt::Key_Up);
    QTRY_COMPARE(desk.cell(0, DefinitionDiffModel::BeforeColumn), u"Number 20."_s);
}

void TestVersions::everythingHasANameAndIsReachedByTab()
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QApplication::setLayoutDirection(direction);
        Desk desk;
        QVERIFY(desk.open());
        desk.add(agentJson(u"One."_s));
        desk.add(agentJson(u"Two.\nWith a line that is longer than the side is wide. "_s.repeated(20)));
        QVERIFY(desk.show());
        QFont large = desk.dialog->font();
        large.setPointSizeF(large.pointSizeF() * 2);
        desk.dialog->setFont(large);
        QTest::keyClick(desk.versions(), Qt::Key_Down);
        QTRY_COMPARE(desk.differences(), 1);
        QCOMPARE(namingProblems(*desk.dialog), QStringList());
        QCOMPARE(tabbingProblems(*desk.dialog), QStringList());
        const DefinitionDiffTable &table = *desk.table();
        QTRY_COMPARE(table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2), table.viewport()->width());
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestVersions::escClosesAndFirstEndsTheNaming()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(agentJson(u"One."_s));
    QVERIFY(desk.show());
    desk.pressByKey("versionNaming");
    QTRY_VERIFY(desk.find<QLineEdit>("versionName")->hasFocus());
    QTest::keyClicks(desk.find<QLineEdit>("versionName"), u"Never kept"_s);
    QTest::keyClick(desk.find<QLineEdit>("versionName"), Qt::Key_Escape);
    QVERIFY(desk.dialog->isVisible());
    QVERIFY(desk.versions()->hasFocus());
    QVERIFY(desk.versions()->model()->index(0, 0).data().toString() != u"Never kept"_s);
    QTest::keyClick(desk.versions(), Qt::Key_Escape);
    QTRY_VERIFY(!desk.dialog);
}

QTEST_MAIN(TestVersions)
#include "tst_versions.moc"
