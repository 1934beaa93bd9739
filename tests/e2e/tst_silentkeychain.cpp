// FI-17 with the whole program: a keychain that hangs holds nothing up.
#include "app/application.h"
#include "auth/authmanager.h"
#include "gui/mainwindow.h"
#include "gui/widgets/errorbanner.h"
#include "state/profiles/profilestore.h"
#include "support/secretservicemock.h"
#include "support/sessionbus.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;

class TestSilentKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void FI_17_theWindowDoesNotWaitForTheKeychain();
    void FI_17_aLockedKeychainIsSaidAndNotTakenForSignedOut();
};

void TestSilentKeychain::FI_17_theWindowDoesNotWaitForTheKeychain()
{
    const test::SessionBus bus;
    const test::SecretServiceMock mock(bus.address(), test::SecretServiceMock::Mode::Silent);
    QVERIFY(mock.isThere());
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toUtf8());
    qunsetenv("XDG_CURRENT_DESKTOP");
    const QTemporaryDir home;
    Options options;
    options.dataDir = home.filePath(u"data"_s);
    options.settingsPath = home.filePath(u"settings.json"_s);
    options.serverProgram = QStringLiteral(DESK_BIN_DIR "/agentdesk-localserver");
    QElapsedTimer clock;
    clock.start();
    Application app(*qApp, options);
    app.start();
    QVERIFY(QTest::qWaitForWindowExposed(&app.window()));
    qInfo("the window was there after %lld ms", clock.elapsed());
    auto *badge = app.window().findChild<QToolButton *>(u"statusSecrets"_s);
    QVERIFY(badge->isHidden()); // the keychain has not answered yet
    QTRY_VERIFY(mock.calls() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(app.workspace().state(), Workspace::State::Ready, 15'000); // and the work begins without it
    QTRY_VERIFY_WITH_TIMEOUT(badge->isVisible(), 20'000);
    QVERIFY2(badge->toolTip().contains(u"does not answer"_s), qPrintable(badge->toolTip()));
    app.shutdown(3000);
}

void TestSilentKeychain::FI_17_aLockedKeychainIsSaidAndNotTakenForSignedOut()
{
    const test::SessionBus bus;
    const test::SecretServiceMock mock(bus.address(), test::SecretServiceMock::Mode::Locked);
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toUtf8());
    const QTemporaryDir home;
    Options options;
    options.dataDir = home.filePath(u"data"_s);
    options.settingsPath = home.filePath(u"settings.json"_s);
    {
        Settings settings(options.settingsPath);
        ProfileStore profiles(settings);
        Profile profile{Profile::Kind::Team, u"Sales"_s, QUrl(u"http://127.0.0.1:9"_s)};
        profile.identityUrl = QUrl(u"http://127.0.0.1:9"_s);
        profile.signIn = SignInWay::EmailCode;
        profiles.noteOpened(profiles.save(profile));
    }
    Application app(*qApp, options);
    app.start();
    auto *banner = app.window().findChild<ErrorBanner *>(u"workspaceFailure"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 15'000);
    QVERIFY2(banner->text().contains(u"is locked"_s), qPrintable(banner->text()));
    QVERIFY2(!banner->text().contains(u"sign-in service"_s), qPrintable(banner->text()));
    QVERIFY(app.workspace().session()->state() != AuthManager::State::SignedOut);
    QCOMPARE(mock.prompts(), 0); // nobody is asked before they want it
    app.shutdown(3000);
}

QTEST_MAIN(TestSilentKeychain)
#include "tst_silentkeychain.moc"
