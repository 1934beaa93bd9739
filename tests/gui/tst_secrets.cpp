// What the window says of the keychain, over D-Bus sessions with a Secret Service that behaves as the case wants it.
#include "gui/settings/settingspage.h"
#include "gui/widgets/statuschip.h"
#include "guifixture.h"
#include "support/secretservicemock.h"
#include "support/sessionbus.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Mode = SecretServiceMock::Mode;

class TestSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void KEY_05_theBadgeStaysAsLongAsSecretsEndWithTheProgram();
    void FI_17_aLockedKeychainIsExplainedAndUnlockedFromTheSettings();
    void keepingNothingIsAChoice();

private:
    static void useBus(const QString &address) { qputenv("DBUS_SESSION_BUS_ADDRESS", address.toUtf8()); }
};

void TestSecrets::init()
{
    qunsetenv("XDG_CURRENT_DESKTOP");
    useBus(u"unix:path=/nonexistent/bus"_s);
}

void TestSecrets::KEY_05_theBadgeStaysAsLongAsSecretsEndWithTheProgram()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    auto *badge = gui.find<QToolButton>("statusSecrets");
    QVERIFY(badge->isHidden()); // nothing has been asked yet
    gui.secretKeeper.start();
    QTRY_VERIFY(badge->isVisible());
    QCOMPARE(badge->text(), u"Sign-ins end when you quit"_s);
    QVERIFY(badge->toolTip().contains(u"There is no keychain"_s));
    badge->setFocus();
    QTest::keyClick(badge, Qt::Key_Space);
    auto *explanation = gui.find<QLabel>("explanationLabel");
    QTRY_VERIFY(explanation->isVisible());
    QCOMPARE(gui.window->currentPage(), u"settings"_s);
    QVERIFY(explanation->text().contains(u"sign in again after each start"_s));
    QCOMPARE(gui.find<StatusChip>("secretsChip")->tone(), StatusChip::Tone::Warning);
    QVERIFY(gui.find<QPushButton>("unlockSecretsButton")->isHidden());

    auto *retry = gui.find<QPushButton>("retrySecretsButton");
    retry->setFocus();
    QTest::keyClick(retry, Qt::Key_Space);
    QVERIFY(!retry->isEnabled()); // until it was answered
    QTRY_VERIFY(retry->isEnabled());
    QVERIFY(badge->isVisible());
}

void TestSecrets::FI_17_aLockedKeychainIsExplainedAndUnlockedFromTheSettings()
{
    const SessionBus bus;
    const SecretServiceMock mock(bus.address(), Mode::LockedForGood);
    useBus(bus.address());
    GuiFixture gui;
    QVERIFY(gui.show());
    gui.secretKeeper.start();
    auto *badge = gui.find<QToolButton>("statusSecrets");
    QTRY_VERIFY(badge->isVisible());
    QCOMPARE(badge->text(), u"Keychain locked"_s);
    badge->click();
    auto *unlock = gui.find<QPushButton>("unlockSecretsButton");
    QTRY_VERIFY(unlock->isVisible());
    QVERIFY(gui.find<QLabel>("explanationLabel")->text().contains(u"Unlock it"_s));
    QCOMPARE(mock.prompts(), 0);
    unlock->setFocus();
    QTest::keyClick(unlock, Qt::Key_Space);
    QTRY_COMPARE(mock.prompts(), 1);
    QTRY_VERIFY(gui.find<QLabel>("explanationLabel")->text().contains(u"was refused"_s)); // the person closed the prompt
    QTRY_VERIFY(gui.find<QPushButton>("retrySecretsButton")->isEnabled());
    QCOMPARE(badge->text(), u"Sign-ins end when you quit"_s);
}

void TestSecrets::keepingNothingIsAChoice()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    gui.window->showPage(u"settings"_s);
    auto *badge = gui.find<QToolButton>("statusSecrets");
    auto *check = gui.find<QCheckBox>("sessionOnlyCheck");
    gui.find<SettingsPage>("settingsPage")->showSection(SettingsPage::Section::Secrets);
    check->setFocus();
    QTest::keyClick(check, Qt::Key_Space);
    QVERIFY(badge->isVisible());
    QVERIFY(gui.settings.value(Settings::Key::SecretsSessionOnly).toBool());
    QVERIFY(gui.find<QLabel>("explanationLabel")->isHidden()); // no trouble: it was wished
    QCOMPARE(gui.find<StatusChip>("secretsChip")->text(), u"Kept until you quit"_s);
    QTest::keyClick(check, Qt::Key_Space);
    QVERIFY(!gui.settings.value(Settings::Key::SecretsSessionOnly).toBool());
    QTRY_VERIFY(badge->toolTip().contains(u"There is no keychain"_s));
}

QTEST_MAIN(TestSecrets)
#include "tst_secrets.moc"
