// Runs of a tool compared and kept as test cases, and the keys of its providers tested, in a real window by real keys (TL-07, TL-11).
#include "accessibility.h"
#include "guifixture.h"

#include "gui/chat/approval/approvalcard.h"
#include "gui/definitions/definitiondiffview.h"
#include "gui/schemaform/schemaform.h"
#include "gui/schemaform/schemarow.h"
#include "state/chat/toolrun.h"
#include "state/tools/toolcases.h"

#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
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

constexpr int tryTab = 2;
constexpr int configTab = 3;

Scripted answering(const QByteArray &output, const QByteArray &more = {})
{
    return json(R"({"success":true,"output":)" + output + R"(,"error":null,"execution_time_ms":1200,"tool_name":"table_query")" + more +
                '}');
}

struct Desk : GuiFixture {
    Scripted outcome = answering(R"({"rows":2})");
    QList<QJsonObject> runsOfTool; // their bodies
    QByteArray catalogue;          // in place of the sample's tools

    Desk()
    {
        newToolRun = [this](const QString &tool, QObject *parent) { return new ToolRun(api, workspace, tool, parent); };
        script = [this](const Received &request) {
            if (request.target == "/agents/tools/t1/test") {
                runsOfTool.append(QJsonDocument::fromJson(request.body).object());
                return outcome;
            }
            if (request.target.startsWith("/agents/tools/t1/config"))
                return json(R"({"tool_id":"t1","scope":"system","providers":{"tavily":{"api_key":"tvly-0123456789"},"duckduckgo":{}}})");
            return request.target == "/agents/tools" && !catalogue.isEmpty() ? json(catalogue) : sample(request.target);
        };
        toolCases.open(u"ada"_s);
    }
    // Inside QVERIFY: this tab of table_query is shown.
    [[nodiscard]] bool openTab(int tab)
    {
        if (!openAndLoad() || !show() || !QTest::qWaitFor([this] { return toolCases.isLoaded(); }))
            return false;
        QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
        auto *list = find<QListView>("toolList");
        QTest::keyClick(list, Qt::Key_End);
        QTabBar *bar = find<QTabWidget>("toolPageTabs")->tabBar();
        bar->setFocus();
        for (int i = 0; i < tab; ++i)
            QTest::keyClick(bar, Qt::Key_Right);
        return bar->currentIndex() == tab && text("toolName") == u"table_query"_s;
    }
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] static QLineEdit *field(const QWidget *in, const QString &key)
    {
        const QList<SchemaRow *> rows = in->findChildren<SchemaRow *>();
        const auto found =
            std::find_if(rows.begin(), rows.end(), [&key](const SchemaRow *row) { return row->key() == key && row->isVisible(); });
        return found == rows.end() ? nullptr : qobject_cast<QLineEdit *>((*found)->control());
    }
    void write(QLineEdit *into, const QString &words)
    {
        into->setFocus();
        QTest::keyClick(into, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(into, Qt::Key_Delete);
        QTest::keyClicks(into, words);
    }
    // Inside QVERIFY: a run with this statement has ended.
    [[nodiscard]] bool run(const QString &statement)
    {
        const auto before = find<QListWidget>("toolPastRuns")->count();
        const auto isThere = [this] { return field(find<QWidget>("toolRunPanel"), u"sql"_s) != nullptr; };
        if (!QTest::qWaitFor(isThere))
            return false;
        QLineEdit *sql = field(find<QWidget>("toolRunPanel"), u"sql"_s);
        write(sql, statement);
        QTest::keyClick(sql, Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([this, before] { return find<QListWidget>("toolPastRuns")->count() == before + 1; });
    }
    void press(const char *button)
    {
        auto *pressed = find<QPushButton>(button);
        pressed->setFocus();
        QTest::keyClick(pressed, Qt::Key_Space);
    }
    // Inside QVERIFY: the last run is a test case of this name.
    [[nodiscard]] bool keepAs(const QString &name)
    {
        press("toolKeepCase");
        auto *line = find<QLineEdit>("toolCaseName");
        if (!line->hasFocus())
            return false;
        write(line, name);
        QTest::keyClick(line, Qt::Key_Return);
        return cases()->hasFocus() && cases()->currentItem()->text() == name;
    }
    // Inside QVERIFY: two runs with these statements are compared, and the window for it is the active one.
    [[nodiscard]] bool compare(const QString &before, const QString &after)
    {
        if (!openTab(tryTab) || !run(before) || !run(after))
            return false;
        auto *past = find<QListWidget>("toolPastRuns");
        past->setFocus();
        QTest::keyClick(past, Qt::Key_Down, Qt::ShiftModifier);
        press("toolCompareRuns");
        auto *shown = find<QWidget>("toolComparison");
        return shown != nullptr && QTest::qWaitFor([shown] { return QApplication::activeWindow() == shown; });
    }
    [[nodiscard]] static QWidget *runBefore(const QWidget *shown) // its half of the window
    {
        const QList<QSplitter *> splitters = shown->findChildren<QSplitter *>();
        const auto sides =
            std::find_if(splitters.begin(), splitters.end(), [](const QSplitter *each) { return each->orientation() == Qt::Horizontal; });
        return (*sides)->widget(0);
    }
    [[nodiscard]] QListWidget *cases() const { return find<QListWidget>("toolCaseList"); }
    [[nodiscard]] QString allOf(const QWidget *shown) const
    {
        QString all;
        for (const QLabel *label : shown->findChildren<QLabel *>())
            all += label->text() + u'|';
        for (const QLineEdit *line : shown->findChildren<QLineEdit *>())
            all += line->placeholderText() + u'|';
        return all;
    }
    // Inside QVERIFY: the window of the key's test is there.
    [[nodiscard]] bool openKeyTest()
    {
        if (!openTab(configTab) || !QTest::qWaitFor([this] { return find<QPushButton>("toolTestKey0") != nullptr; }))
            return false;
        press("toolTestKey0");
        return QTest::qWaitFor([this] { return keyTest() != nullptr && field(keyTest(), u"sql"_s) != nullptr; }) &&
               QTest::qWaitForWindowActive(keyTest());
    }
    [[nodiscard]] QWidget *keyTest() const { return window->findChild<QWidget *>(u"toolKeyTest"_s); }
    // Inside QVERIFY: it was confirmed.
    [[nodiscard]] bool testKey()
    {
        const auto asked = dialogs.questions.size();
        press("toolKeyStart");
        if (dialogs.questions.size() != asked + 1)
            return false;
        dialogs.questions.constLast().yes();
        return true;
    }
};

} // namespace

class TestToolWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void TL_11_twoRunsAreCompared();
    void TL_11_aComparisonIsWalkedByTabInReadingOrder_data();
    void TL_11_aComparisonIsWalkedByTabInReadingOrder();
    void TL_11_aComparisonWithoutDifferencesBeginsAtTheFirstRun();
    void TL_11_aRunIsKeptAndRunAgainWithOneKey();
    void TL_11_whatIsDifferentIsShownAndCanBeExpected();
    void TL_11_aCaseIsRenamedAndRemoved();
    void TL_11_aSecretIsAskedAboutAndLeftOut();
    void TL_11_aCaseIsNotStartedWhileTheToolRuns();
    void TL_07_aConfiguredKeyIsTestedWithoutBeingSent();
    void TL_07_aTypedKeyIsSentAndNeverShown();
    void TL_07_aServerThatIgnoresTheProviderIsSaid();
    void TL_07_anInputTheSchemaGivesIsShownAndSent();
    void TL_07_aTestIsCancelled();
    void APPR_01_aProgramIsAskedAboutBeforeAKeyIsTested();
};

void TestToolWork::TL_11_twoRunsAreCompared()
{
    Desk desk;
    QVERIFY(desk.openTab(tryTab));
    QVERIFY(desk.run(u"SELECT 1"_s));
    desk.outcome = answering(R"({"rows":3})");
    QVERIFY(desk.run(u"SELECT 2"_s));
    auto *past = desk.find<QListWidget>("toolPastRuns");
    QVERIFY(!desk.find<QPushButton>("toolCompareRuns")->isEnabled());
    past->setFocus();
    QTest::keyClick(past, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(desk.find<QPushButton>("toolCompareRuns")->isEnabled());
    QVERIFY(!desk.find<QPushButton>("toolUseAgain")->isEnabled());
    desk.press("toolCompareRuns");
    auto *shown = desk.find<QWidget>("toolComparison");
    QVERIFY(shown != nullptr && QTest::qWaitForWindowActive(shown));
    const auto *table = shown->findChild<DefinitionDiffView *>()->findChild<QTableView *>();
    QCOMPARE(table->model()->rowCount(), 2); // the input and the output
    QString all;
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < table->model()->columnCount(); ++column)
            all += table->model()->index(row, column).data().toString() + u'|';
    }
    QVERIFY2(all.contains(u"SELECT 1"_s) && all.contains(u"SELECT 2"_s), qPrintable(all));
    QVERIFY2(all.indexOf(u"SELECT 1"_s) < all.indexOf(u"SELECT 2"_s), qPrintable(all)); // the older one first
    const QStringList faults = namingProblems(*shown);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QTest::keyClick(shown, Qt::Key_Escape);
    QTRY_VERIFY(desk.find<QWidget>("toolComparison") == nullptr);
}

void TestToolWork::TL_11_aComparisonIsWalkedByTabInReadingOrder_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<bool>("isText"); // the run before is shown as text
    QTest::newRow("trees") << Qt::LeftToRight << false;
    QTest::newRow("a text") << Qt::LeftToRight << true;
    QTest::newRow("from right to left") << Qt::RightToLeft << false;
}

void TestToolWork::TL_11_aComparisonIsWalkedByTabInReadingOrder()
{
    QFETCH(const Qt::LayoutDirection, direction);
    QFETCH(const bool, isText);
    const auto reset = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    Desk desk;
    desk.outcome = answering(R"([{"region":"South"},{"region":"North"}])"); // can be opened as a table
    QVERIFY(desk.compare(u"SELECT 1"_s, u"SELECT 2"_s));
    QApplication::setLayoutDirection(direction);
    auto *shown = desk.find<QWidget>("toolComparison");
    for (auto *tree : shown->findChildren<QTreeView *>(u"jsonTree"_s))
        QTest::keyClick(tree, Qt::Key_End); // in the table
    QStringList walk{u"definitionDiffTable"_s};
    const QStringList tree{u"jsonFilter"_s,   u"jsonTree"_s,  u"jsonRaw"_s, u"jsonCopyValue"_s,
                           u"jsonCopyPath"_s, u"jsonTable"_s, u"jsonSave"_s};
    const QStringList text{u"jsonFilter"_s, u"jsonText"_s, u"jsonRaw"_s, u"jsonCopyValue"_s, u"jsonSave"_s};
    walk += (isText ? text : tree) + tree + QStringList{u"toolComparisonClose"_s};
    if (isText)
        QTest::keyClick(Desk::runBefore(shown)->findChild<QPushButton *>(u"jsonRaw"_s), Qt::Key_Space);
    auto *first = shown->findChild<QTableView *>(u"definitionDiffTable"_s);
    QVERIFY(first->hasFocus());
    QCOMPARE(tabbingProblems(*shown), QStringList());
    first->setFocus();
    QStringList walked;
    for (qsizetype i = 0; i < walk.size(); ++i) {
        walked.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(walked, walk);
    QVERIFY(first->hasFocus()); // round
    QStringList back;
    for (qsizetype i = 0; i < walk.size(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        back.prepend(QApplication::focusWidget()->objectName());
    }
    QCOMPARE(back, walk);
}

void TestToolWork::TL_11_aComparisonWithoutDifferencesBeginsAtTheFirstRun()
{
    Desk desk;
    QVERIFY(desk.compare(u"SELECT 1"_s, u"SELECT 1"_s));
    auto *shown = desk.find<QWidget>("toolComparison");
    QVERIFY(!shown->findChild<QTableView *>(u"definitionDiffTable"_s)->isVisible());
    QVERIFY(Desk::runBefore(shown)->findChild<QLineEdit *>(u"jsonFilter"_s)->hasFocus());
    const QStringList faults = tabbingProblems(*shown);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(desk.find<QWidget>("toolComparison") == nullptr);
}

void TestToolWork::TL_11_aRunIsKeptAndRunAgainWithOneKey()
{
    Desk desk;
    QVERIFY(desk.openTab(tryTab));
    QVERIFY(desk.run(u"SELECT 1"_s));
    QVERIFY(!desk.find<QWidget>("toolCases")->isVisible());
    QVERIFY(desk.keepAs(u"One row"_s));
    QVERIFY(desk.find<QWidget>("toolCases")->isVisible());
    QVERIFY(desk.run(u"SELECT 2"_s));
    QCOMPARE(desk.cases()->currentItem()->text(), u"One row"_s); // another input is no run of it
    desk.cases()->setFocus();
    QTest::keyClick(desk.cases(), Qt::Key_Return);
    QTRY_COMPARE(desk.cases()->currentItem()->text(), u"One row: as expected"_s);
    QCOMPARE(desk.runsOfTool.size(), 3);
    QCOMPARE(desk.runsOfTool.constLast(), QJsonDocument::fromJson(R"({"input":{"sql":"SELECT 1"}})").object());
    QVERIFY(!desk.find<QPushButton>("toolCaseDifferences")->isEnabled());
    QVERIFY(desk.cases()->hasFocus());
}

void TestToolWork::TL_11_whatIsDifferentIsShownAndCanBeExpected()
{
    Desk desk;
    QVERIFY(desk.openTab(tryTab));
    QVERIFY(desk.run(u"SELECT 1"_s));
    QVERIFY(desk.keepAs(u"One row"_s));
    desk.outcome = answering(R"({"rows":5})");
    QTest::keyClick(desk.cases(), Qt::Key_Return);
    QTRY_VERIFY(desk.cases()->currentItem()->text().contains(u"different"_s));
    desk.press("toolCaseDifferences");
    auto *shown = desk.find<QWidget>("toolComparison");
    QVERIFY(shown != nullptr && QTest::qWaitForWindowActive(shown));
    QCOMPARE(shown->findChild<DefinitionDiffView *>()->findChild<QTableView *>()->model()->rowCount(), 1);
    QTest::mouseClick(shown->findChild<QPushButton *>(u"toolComparisonClose"_s), Qt::LeftButton);
    desk.press("toolCaseExpect");
    QCOMPARE(desk.cases()->currentItem()->text(), u"One row: as expected"_s);
    QCOMPARE(desk.toolCases.casesOf(u"table_query"_s).constFirst().expected,
             QJsonDocument::fromJson(R"({"success":true,"output":{"rows":5}})").object());
    QVERIFY(desk.cases()->hasFocus()); // the button is disabled now
}

void TestToolWork::TL_11_aCaseIsRenamedAndRemoved()
{
    Desk desk;
    QVERIFY(desk.openTab(tryTab));
    QVERIFY(desk.run(u"SELECT 1"_s));
    QVERIFY(desk.keepAs(u"One row"_s));
    QTest::keyClick(desk.cases(), Qt::Key_F2);
    auto *line = desk.find<QLineEdit>("toolCaseName");
    QVERIFY(line->hasFocus());
    QCOMPARE(line->text(), u"One row"_s);
    QTest::keyClicks(line, u"<b>Row</b>"_s);
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(desk.cases()->currentItem()->text(), u"One row"_s);
    QTest::keyClick(desk.cases(), Qt::Key_F2);
    QTest::keyClicks(line, u"<b>Row</b>"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(desk.cases()->currentItem()->text(), u"<b>Row</b>"_s);
    QTest::keyClick(desk.cases(), Qt::Key_Delete);
    QCOMPARE(desk.dialogs.questions.size(), 1);
    QCOMPARE(desk.cases()->count(), 1);
    desk.dialogs.questions.constLast().yes();
    QCOMPARE(desk.cases()->count(), 0);
    QVERIFY(desk.toolCases.casesOf(u"table_query"_s).isEmpty());
}

void TestToolWork::TL_11_aSecretIsAskedAboutAndLeftOut()
{
    Desk desk;
    QVERIFY(desk.openTab(tryTab));
    QVERIFY(desk.run(u"SET password=hunter2secret99"_s));
    desk.press("toolKeepCase");
    QCOMPARE(desk.dialogs.questions.size(), 1);
    QVERIFY(!desk.find<QLineEdit>("toolCaseName")->isVisible());
    desk.dialogs.questions.constLast().yes();
    auto *line = desk.find<QLineEdit>("toolCaseName");
    QVERIFY(line->hasFocus());
    QVERIFY2(!line->text().contains(u"hunter2"_s), qPrintable(line->text()));
    desk.write(line, u"Secret"_s);
    QTest::keyClick(line, Qt::Key_Return);
    const ToolCase one = desk.toolCases.casesOf(u"table_query"_s).constFirst();
    QCOMPARE(one.secrets.size(), 1);
    QVERIFY(!one.input.value("sql"_L1).toString().contains(u"hunter2"_s));
    QTest::keyClick(desk.cases(), Qt::Key_Return); // not without the secret
    QVERIFY2(desk.text("toolCaseState").contains(one.secrets.constFirst()), qPrintable(desk.text("toolCaseState")));
    QVERIFY(desk.run(u"SET password=another9secret"_s));
    QTRY_COMPARE(desk.cases()->currentItem()->text(), u"Secret: as expected"_s);
    QCOMPARE(desk.runsOfTool.size(), 2);
}

void TestToolWork::TL_11_aCaseIsNotStartedWhileTheToolRuns()
{
    Desk desk;
    QVERIFY(desk.openTab(tryTab));
    QVERIFY(desk.run(u"SELECT 1"_s));
    QVERIFY(desk.keepAs(u"One row"_s));
    desk.outcome.pieces.clear();
    desk.outcome.end = Scripted::End::Hold;
    QTest::keyClick(desk.cases(), Qt::Key_Return);
    QTRY_COMPARE(desk.runsOfTool.size(), 2);
    QTest::keyClick(desk.cases(), Qt::Key_Return);
    QVERIFY2(desk.text("toolCaseState").contains(u"not started"_s), qPrintable(desk.text("toolCaseState")));
    QCOMPARE(desk.cases()->currentItem()->text(), u"One row: not ended yet"_s); // the first one still is
    desk.press("toolRunCancel");
    QCOMPARE(desk.cases()->currentItem()->text(), u"One row: no result"_s);
    QCOMPARE(desk.runsOfTool.size(), 2);
}

void TestToolWork::TL_07_aConfiguredKeyIsTestedWithoutBeingSent()
{
    Desk desk;
    desk.outcome = answering("{}", R"(,"providers_used":["tavily"])");
    QVERIFY(desk.openKeyTest());
    QVERIFY(desk.find<QPushButton>("toolTestKey1") == nullptr);    // duckduckgo needs none
    QVERIFY(!desk.find<QPushButton>("toolKeyStart")->isEnabled()); // a required field is empty
    const QStringList faults = namingProblems(*desk.keyTest()) + tabbingProblems(*desk.keyTest());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    desk.write(Desk::field(desk.keyTest(), u"sql"_s), u"SELECT 1"_s);
    QVERIFY(desk.testKey());
    QTRY_VERIFY2(desk.text("toolKeyState").startsWith(u"It works: tavily answered after 1.2"_s), qPrintable(desk.text("toolKeyState")));
    QCOMPARE(desk.runsOfTool,
             QList<QJsonObject>{QJsonDocument::fromJson(R"({"input":{"sql":"SELECT 1"},"providers":{"tavily":{}}})").object()});
    QVERIFY2(!desk.allOf(desk.window.get()).contains(u"tvly"_s), qPrintable(desk.allOf(desk.window.get())));
}

void TestToolWork::TL_07_aTypedKeyIsSentAndNeverShown()
{
    Desk desk;
    desk.outcome = json(R"({"success":false,"error":"bad key typed-9 or tvly-0123456789","execution_time_ms":1200,"tool_name":"t"})");
    QVERIFY(desk.openKeyTest());
    desk.write(Desk::field(desk.keyTest(), u"sql"_s), u"SELECT 1"_s);
    auto *key = desk.find<QLineEdit>("toolKeyField");
    desk.write(key, u"typed-9"_s);
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    QVERIFY(desk.testKey());
    QTRY_VERIFY2(desk.text("toolKeyState").startsWith(u"It does not work"_s), qPrintable(desk.text("toolKeyState")));
    QCOMPARE(desk.runsOfTool.constLast().value("providers"_L1).toObject(),
             QJsonDocument::fromJson(R"({"tavily":{"api_key":"typed-9"}})").object());
    const QString told = desk.text("toolKeyState");
    QVERIFY2(told.contains(u"bad key"_s) && !told.contains(u"typed-9"_s) && !told.contains(u"tvly"_s), qPrintable(told));
}

void TestToolWork::TL_07_aServerThatIgnoresTheProviderIsSaid()
{
    Desk desk;
    QVERIFY(desk.openKeyTest());
    desk.write(Desk::field(desk.keyTest(), u"sql"_s), u"SELECT 1"_s);
    QVERIFY(desk.testKey());
    QTRY_VERIFY2(desk.text("toolKeyState").contains(u"does not tell which provider"_s), qPrintable(desk.text("toolKeyState")));
    desk.outcome = answering("{}", R"(,"providers_used":["duckduckgo"])");
    QVERIFY(desk.testKey());
    QTRY_VERIFY2(desk.text("toolKeyState").contains(u"not by tavily: duckduckgo"_s), qPrintable(desk.text("toolKeyState")));
}

void TestToolWork::TL_07_anInputTheSchemaGivesIsShownAndSent()
{
    Desk desk;
    desk.catalogue = R"([{"id":"t1","name":"table_query","description":"","entrypoint":"a.b:c","schema":{"input":{"type":"object",)"
                     R"("required":["sql"],"properties":{"sql":{"type":"string","examples":["SELECT 7"]}}}},"is_active":true}])";
    QVERIFY(desk.openTab(configTab));
    QTRY_VERIFY(desk.find<QPushButton>("toolTestKey0") != nullptr);
    desk.press("toolTestKey0");
    QTRY_VERIFY(desk.find<QPushButton>("toolKeyStart")->isEnabled());
    QTRY_VERIFY2(desk.text("toolKeySample").contains(u"SELECT 7"_s), qPrintable(desk.text("toolKeySample")));
    QVERIFY(Desk::field(desk.keyTest(), u"sql"_s) == nullptr); // nothing has to be filled in
    QVERIFY(desk.testKey());
    QTRY_COMPARE(desk.runsOfTool.size(), 1);
    QCOMPARE(desk.runsOfTool.constFirst().value("input"_L1).toObject(), QJsonDocument::fromJson(R"({"sql":"SELECT 7"})").object());
}

void TestToolWork::TL_07_aTestIsCancelled()
{
    Desk desk;
    desk.outcome.pieces.clear();
    desk.outcome.end = Scripted::End::Hold;
    QVERIFY(desk.openKeyTest());
    desk.write(Desk::field(desk.keyTest(), u"sql"_s), u"SELECT 1"_s);
    QVERIFY(desk.testKey());
    QTRY_COMPARE(desk.runsOfTool.size(), 1);
    QVERIFY(desk.find<QWidget>("toolKeyProgress")->isVisible());
    desk.press("toolKeyCancel");
    QVERIFY(!desk.find<QWidget>("toolKeyProgress")->isVisible());
    QVERIFY2(desk.text("toolKeyState").contains(u"Not waited for"_s), qPrintable(desk.text("toolKeyState")));
}

void TestToolWork::APPR_01_aProgramIsAskedAboutBeforeAKeyIsTested()
{
    Desk desk;
    desk.outcome = reply(409, R"({"type":"approval_required","detail":"This would start a program.","code":"approval_required",)"
                              R"("program":"/usr/bin/table","arguments":["--db"],"environment":["DB_KEY"],"arguments_hash":"0f0f"})");
    QVERIFY(desk.openKeyTest());
    desk.write(Desk::field(desk.keyTest(), u"sql"_s), u"SELECT 1"_s);
    auto *card = desk.keyTest()->findChild<ApprovalCard *>();
    card->setGuardTime(0);
    QVERIFY(desk.testKey());
    QTRY_VERIFY(card->isVisible() && !card->isGuarded());
    QVERIFY(!desk.find<QWidget>("toolKeyProgress")->isVisible()); // nothing has begun
    desk.outcome = answering("{}", R"(,"providers_used":["tavily"])");
    QTest::mouseClick(card->findChild<QPushButton *>(u"approvalApprove"_s), Qt::LeftButton);
    QTRY_VERIFY2(desk.text("toolKeyState").startsWith(u"It works"_s), qPrintable(desk.text("toolKeyState")));
    QVERIFY(!card->isVisible());
    const QJsonObject sent = desk.runsOfTool.constLast();
    QCOMPARE(sent.value("arguments_hash"_L1), QJsonValue(u"0f0f"_s));
    QCOMPARE(sent.value("providers"_L1).toObject(), QJsonDocument::fromJson(R"({"tavily":{}})").object());
}

QTEST_MAIN(TestToolWork)
#include "tst_toolwork.moc"
