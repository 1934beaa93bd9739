// What a person sets of the network, in a real window.
#include "gui/guifixture.h"
#include "gui/settings/settingspage.h"
#include "gui/widgets/errorbanner.h"
#include "support/proxyserver.h"
#include "support/tlsserver.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class TestNetwork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QNetworkProxyFactory::setApplicationProxyFactory(nullptr); }
    void theProxyIsSetByKeyboard();
    void TLS_02_aCertificateIsTrustedOnlyAfterItWasConfirmed();
    void FI_24_aProxyThatAsksIsAnsweredFromTheBanner();
    void theDoctorShowsEveryHopAndItsReportCanBeCopied();

private:
    static void showSection(const GuiFixture &gui)
    {
        gui.window->showPage(u"settings"_s);
        gui.find<SettingsPage>("settingsPage")->showSection(SettingsPage::Section::Network);
    }
};

void TestNetwork::theProxyIsSetByKeyboard()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    showSection(gui);
    auto *mode = gui.find<QComboBox>("modeCombo");
    auto *host = gui.find<QLineEdit>("hostEdit");
    QVERIFY(!host->isVisible());
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_Down);
    QTRY_VERIFY(host->isVisible());
    auto *apply = gui.find<QPushButton>("applyProxyButton");
    QTest::keyClick(apply, Qt::Key_Space);
    QVERIFY(gui.find<QLabel>("proxyLabel")->text().contains(u"Enter the address"_s));
    QCOMPARE(QApplication::focusWidget(), host);
    QTest::keyClicks(host, u"proxy.example.org"_s);
    gui.find<QSpinBox>("portSpin")->setValue(3128);
    apply->setFocus();
    QTest::keyClick(apply, Qt::Key_Space);
    const NetworkSettings settings = gui.network.settings();
    QCOMPARE(settings.mode, NetworkSettings::ProxyMode::Manual);
    QCOMPARE(settings.proxyHost, u"proxy.example.org"_s);
    QCOMPARE(settings.proxyPort, 3128);
    if (const QString shots = qEnvironmentVariable("DESK_SHOTS"); !shots.isEmpty())
        gui.window->grab().save(shots + u"/network.png"_s);
}

void TestNetwork::TLS_02_aCertificateIsTrustedOnlyAfterItWasConfirmed()
{
    GuiFixture gui;
    QVERIFY(gui.show());
    showSection(gui);
    gui.dialogs.filesToOpen = {gui.dir.filePath(u"nothing.pem"_s)};
    gui.find<QPushButton>("chooseCaButton")->click();
    QCOMPARE(gui.dialogs.informed.size(), 1);
    gui.dialogs.filesToOpen = {TlsServer::authorityFile()};
    gui.find<QPushButton>("chooseCaButton")->click();
    QCOMPARE(gui.dialogs.questions.size(), 1);
    const QString text = gui.dialogs.questions.constFirst().text;
    // What openssl x509 -fingerprint -sha256 says: of the certificate, whatever the file around it looks like.
    const QSslCertificate certificate = QSslCertificate::fromPath(TlsServer::authorityFile()).constFirst();
    const QString fingerprint =
        QString::fromLatin1(QCryptographicHash::hash(certificate.toDer(), QCryptographicHash::Sha256).toHex(':')).toUpper();
    QVERIFY2(text.contains(u"Desk Test Authority"_s) && text.contains(fingerprint), qPrintable(text));
    QVERIFY(gui.network.settings().caFile.isEmpty()); // asked, not done
    gui.dialogs.questions.constFirst().yes();
    QCOMPARE(gui.network.settings().caFile, TlsServer::authorityFile());
    QVERIFY(gui.find<QLabel>("caLabel")->text().contains(u"Trusted"_s));
    gui.find<QPushButton>("removeCaButton")->click();
    QVERIFY(gui.network.settings().caFile.isEmpty());
}

void TestNetwork::FI_24_aProxyThatAsksIsAnsweredFromTheBanner()
{
    ProxyServer proxy(ProxyServer::Mode::Basic);
    proxy.setCredentials("ana", "s3cret-word");
    GuiFixture gui;
    gui.network.start();
    NetworkSettings settings;
    settings.mode = NetworkSettings::ProxyMode::Manual;
    settings.proxyHost = u"127.0.0.1"_s;
    settings.proxyPort = proxy.serverPort();
    gui.network.change(settings);
    QVERIFY(gui.show());
    gui.workspace.open({Profile::Kind::Team, u"team"_s, QUrl(u"https://agents.desk.test"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(gui.workspace.state(), Workspace::State::Failed, 15'000);
    QCOMPARE(gui.workspace.error().kind, Error::Kind::Proxy);
    const auto buttons = gui.find<ErrorBanner>("workspaceFailure")->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().contains(u"Sign in to the proxy"_s))
            QTest::keyClick(button, Qt::Key_Space);
    }
    auto *dialog = gui.window->findChild<QDialog *>(u"proxySignInDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(dialog->findChild<QLabel *>(u"introLabel"_s)->text().contains(u"127.0.0.1:%1"_s.arg(proxy.serverPort())));
    QVERIFY(dialog->findChild<QLabel *>(u"warningLabel"_s)->isVisible());
    auto *password = dialog->findChild<QLineEdit *>(u"passwordEdit"_s);
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    if (const QString shots = qEnvironmentVariable("DESK_SHOTS"); !shots.isEmpty())
        dialog->grab().save(shots + u"/proxy-signin.png"_s);
    const auto before = proxy.received().size();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"userEdit"_s), u"ana"_s);
    QTest::keyClicks(password, u"s3cret-word"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY(proxy.received().size() > before); // tried again, with the name
    QTRY_VERIFY(std::any_of(proxy.received().begin() + before, proxy.received().end(),
                            [](const Received &request) { return request.headers.contains("proxy-authorization"); }));
    QVERIFY(!QDebug::toString(gui.settings.value(Settings::Key::Network)).contains(u"s3cret-word"_s));
}

void TestNetwork::theDoctorShowsEveryHopAndItsReportCanBeCopied()
{
    GuiFixture gui;
    gui.network.start();
    QVERIFY(gui.openAndLoad());
    QVERIFY(gui.show());
    gui.window->findChild<QAction *>(u"doctor"_s)->trigger();
    auto *dialog = gui.window->findChild<QDialog *>(u"doctorDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    auto *again = dialog->findChild<QPushButton *>(u"examineAgain"_s);
    QTRY_VERIFY(again->isEnabled()); // it is through
    auto *list = dialog->findChild<QListWidget *>(u"doctorList"_s);
    QCOMPARE(list->count(), 9);
    QVERIFY2(list->item(0)->text().contains(u"good"_s), qPrintable(list->item(0)->text()));
    if (const QString shots = qEnvironmentVariable("DESK_SHOTS"); !shots.isEmpty())
        dialog->grab().save(shots + u"/doctor.png"_s);
    auto *copy = dialog->findChild<QPushButton *>(u"copyDoctorReport"_s);
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"[good] Address: http://127.0.0.1"_s));
    QTest::keyClick(again, Qt::Key_Space);
    QTRY_VERIFY(again->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!gui.window->findChild<QDialog *>(u"doctorDialog"_s));
}

QTEST_MAIN(TestNetwork)
#include "tst_network.moc"
