#include "gui/accessibility.h"
#include "gui/guifixture.h"
#include "gui/settings/teamserverdialog.h"
#include "gui/shortcutsdialog.h"
#include "gui/widgets/errorbanner.h"

#include <QAction>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

// Says which ones, where QCOMPARE would say how many.
#define VERIFY_NONE(problems)                                                                                                              \
    do {                                                                                                                                   \
        const QStringList found = problems;                                                                                                \
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));                                                                          \
    } while (false)

class TestAccessibility : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPageIsNamedAndReachableByTab_data();
    void everyPageIsNamedAndReachableByTab();
    void everySettingsSectionIsNamedAndReachableByTab();
    void aWindowWithErrorsIsNamedAndReachableByTab();
    void dialogsAreNamedAndReachableByTab();
    void theWalkFindsAnUnnamedButton();
    void theWalkFindsAnUnreachableField();
};

void TestAccessibility::everyPageIsNamedAndReachableByTab_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("connected");
    for (const QString &page : {u"chat"_s, u"agents"_s, u"workflows"_s, u"runs"_s, u"settings"_s}) {
        QTest::addRow("%s, connected", qPrintable(page)) << page << true;
        QTest::addRow("%s, offline", qPrintable(page)) << page << false;
    }
}

void TestAccessibility::everyPageIsNamedAndReachableByTab()
{
    QFETCH(QString, page);
    QFETCH(bool, connected);
    GuiFixture gui;
    if (connected)
        QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    gui.window->showPage(page);
    QCOMPARE(gui.window->currentPage(), page);
    if (connected && page == u"runs"_s) {
        QTRY_VERIFY(gui.runModel.rowCount() > 0);
        gui.find<QTableView>("runTable")->setCurrentIndex(gui.find<QTableView>("runTable")->model()->index(0, 0));
    }
    VERIFY_NONE(namingProblems(*gui.window));
    VERIFY_NONE(tabbingProblems(*gui.window));
}

void TestAccessibility::everySettingsSectionIsNamedAndReachableByTab()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    gui.window->showPage(u"settings"_s);
    auto *sections = gui.find<QAbstractItemView>("settingsSections");
    QVERIFY(sections->model()->rowCount() >= 5);
    for (int row = 0; row < sections->model()->rowCount(); ++row) {
        sections->setCurrentIndex(sections->model()->index(row, 0));
        VERIFY_NONE(namingProblems(*gui.window));
        VERIFY_NONE(tabbingProblems(*gui.window));
    }
}

void TestAccessibility::aWindowWithErrorsIsNamedAndReachableByTab()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = u"The database is newer than this program."_s;
    error.requestId = u"r-1"_s;
    auto *banner = gui.find<ErrorBanner>("workspaceFailure");
    banner->showError(error, u"Try again"_s, [] {});
    banner->findChild<QPushButton *>(u"errorDetails"_s)->click();
    VERIFY_NONE(namingProblems(*gui.window));
    VERIFY_NONE(tabbingProblems(*gui.window));
}

void TestAccessibility::dialogsAreNamedAndReachableByTab()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    TeamServerDialog server(nullptr, {}, gui.window.get());
    ShortcutsDialog shortcuts(gui.window->actions(), gui.window.get());
    for (QDialog *dialog : QList<QDialog *>{&server, &shortcuts}) {
        dialog->open();
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        VERIFY_NONE(namingProblems(*dialog));
        VERIFY_NONE(tabbingProblems(*dialog));
        dialog->reject();
    }
}

void TestAccessibility::theWalkFindsAnUnnamedButton()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    gui.window->showPage(u"agents"_s);
    VERIFY_NONE(namingProblems(*gui.window));
    auto *seeded = new QToolButton(gui.window->centralWidget());
    seeded->setObjectName(u"seeded"_s);
    seeded->setFocusPolicy(Qt::StrongFocus);
    seeded->show();
    const QStringList problems = namingProblems(*gui.window);
    QCOMPARE(problems.size(), 2); // no name for the focusable, and neither name nor tooltip for the icon-only
    QVERIFY(problems.constFirst().endsWith(u"seeded"_s));
    seeded->setAccessibleName(u"Named"_s);
    seeded->setToolTip(u"Named"_s);
    VERIFY_NONE(namingProblems(*gui.window));
}

void TestAccessibility::theWalkFindsAnUnreachableField()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    gui.window->showPage(u"agents"_s);
    auto *seeded = new QPushButton(u"Mouse only"_s, gui.window->centralWidget());
    seeded->setObjectName(u"seeded"_s);
    seeded->setFocusPolicy(Qt::ClickFocus);
    seeded->show();
    const QStringList problems = tabbingProblems(*gui.window);
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.constFirst().endsWith(u"seeded"_s));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
