#include "auth/authmanager.h"
#include "auth/memorystore.h"
#include "gui/accessibility.h"
#include "gui/guifixture.h"
#include "gui/profiles/profileimportdialog.h"
#include "gui/settings/teamserverdialog.h"
#include "gui/shell/diagnosticsdialog.h"
#include "gui/shell/doctordialog.h"
#include "gui/shell/shortcutsdialog.h"
#include "gui/signin/proxysignindialog.h"
#include "gui/signin/signindialog.h"
#include "gui/widgets/errorbanner.h"
#include "state/detailedlog.h"
#include "support/identityserver.h"

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
    void everyStepOfASignInIsNamedAndReachableByTab_data();
    void everyStepOfASignInIsNamedAndReachableByTab();
    void helpersAreNamedAndReachableByTab();
    void theWalkFindsAnUnnamedButton();
    void theWalkFindsAnUnreachableField();
};

void TestAccessibility::everyPageIsNamedAndReachableByTab_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("connected");
    for (const QString &page : {u"chat"_s, u"agents"_s, u"tools"_s, u"models"_s, u"workflows"_s, u"runs"_s, u"settings"_s}) {
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
    Profile profile{Profile::Kind::Team, u"Sales"_s, QUrl(u"https://agents.example.org"_s), u"p1"_s};
    profile.certificateFile = u"/somewhere/ana.p12"_s; // its password is asked for, and it can be taken away
    TeamServerDialog server(&profile, {}, gui.dialogs, gui.window.get());
    ShortcutsDialog shortcuts(gui.window->actions(), gui.window.get());
    auto *import = new ProfileImportDialog({profile}, {}, gui.window.get());
    for (QDialog *dialog : QList<QDialog *>{&server, &shortcuts, import}) {
        dialog->open();
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        VERIFY_NONE(namingProblems(*dialog));
        VERIFY_NONE(tabbingProblems(*dialog));
        dialog->reject();
    }
}

void TestAccessibility::everyStepOfASignInIsNamedAndReachableByTab_data()
{
    QTest::addColumn<SignInWay>("way");
    QTest::addColumn<SignInStep::Kind>("kind");
    QTest::newRow("e-mail") << SignInWay::EmailCode << SignInStep::Kind::AskEmail;
    QTest::newRow("code") << SignInWay::EmailCode << SignInStep::Kind::AskCode;
    QTest::newRow("token") << SignInWay::Token << SignInStep::Kind::AskToken;
    QTest::newRow("browser") << SignInWay::Browser << SignInStep::Kind::OpenBrowser;
    QTest::newRow("device") << SignInWay::Device << SignInStep::Kind::ShowUserCode;
    QTest::newRow("failed") << SignInWay::Browser << SignInStep::Kind::Failed;
}

void TestAccessibility::everyStepOfASignInIsNamedAndReachableByTab()
{
    QFETCH(SignInWay, way);
    QFETCH(SignInStep::Kind, kind);
    IdentityServer identity(way == SignInWay::EmailCode ? IdentityServer::Kind::Team : IdentityServer::Kind::Oidc);
    identity.devicePolls = QStringList(50, u"authorization_pending"_s);
    if (kind == SignInStep::Kind::Failed)
        identity.failAll(IdentityServer::Fault::Refused);
    MemoryStore secrets;
    AuthServices services;
    services.openBrowser = [](const QUrl &) { return true; };
    Profile profile{Profile::Kind::Team, u"Sales"_s, identity.url(), u"p1"_s};
    profile.identityUrl = identity.url();
    profile.signIn = way;
    profile.clientId = QString::fromLatin1(IdentityServer::clientId);
    AuthManager session(profile, secrets, services);
    session.start();
    QTRY_VERIFY(session.isStarted());
    auto *dialog = new SignInDialog(session);
    dialog->open();
    dialog->begin();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    if (kind == SignInStep::Kind::AskCode) {
        QTRY_COMPARE(session.attempt()->step().kind, SignInStep::Kind::AskEmail);
        session.attempt()->answer(u"ana@example.org"_s);
    }
    QTRY_COMPARE(session.attempt()->step().kind, kind);
    VERIFY_NONE(namingProblems(*dialog));
    VERIFY_NONE(tabbingProblems(*dialog));
    dialog->close();
}

void TestAccessibility::helpersAreNamedAndReachableByTab()
{
    GuiFixture gui;
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    DetailedLog log(gui.settings);
    auto *diagnostics = new DiagnosticsDialog([] { return u"a report"_s; }, &log, gui.dialogs, gui.window.get());
    auto *doctor = new DoctorDialog(gui.network, gui.workspace.profile(), gui.window.get());
    auto *proxy = new ProxySignInDialog(gui.network, u"proxy.example.org:3128"_s, gui.window.get());
    for (QDialog *dialog : QList<QDialog *>{diagnostics, doctor, proxy}) {
        dialog->open();
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        VERIFY_NONE(namingProblems(*dialog));
        VERIFY_NONE(tabbingProblems(*dialog));
        dialog->close();
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
