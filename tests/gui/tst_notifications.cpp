// Notifications and the key of the quick question over a D-Bus session of the test's own, with the services that answer there.
#include "gui/desktop/freedesktopnotifier.h"
#include "gui/desktop/portalscreenshot.h"
#include "gui/desktop/portalshortcut.h"
#include "support/notificationmock.h"
#include "support/portalmock.h"
#include "support/sessionbus.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QUuid>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using State = GlobalShortcut::State;

namespace {

const QStringList everything{u"actions"_s, u"body"_s, u"body-markup"_s, u"inline-reply"_s};

struct Bus {
    SessionBus bus;
    QDBusConnection connection = QDBusConnection::connectToBus(bus.address(), QUuid::createUuid().toString());

    ~Bus() { QDBusConnection::disconnectFromBus(connection.name()); }
};

} // namespace

class TestNotifications : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void REND_19_markupIsEscapedWhereTheServiceReadsIt();
    void replyIsOfferedAsTheServiceCan();
    void aLaterOneReplacesTheEarlier();
    void whatIsWithdrawnIsClosedAlsoBeforeItsIdIsKnown();
    void whatThePersonDoesIsTold();
    void D_08_quittingIsOfferedInsteadOfAReply();
    void withoutAServiceItFails();
    void aBusThatIsGoneIsNoService();
    void aServiceThatComesBackIsAskedAnew();
    void aKeyIsBoundByAPersonThatAgrees();
    void aPersonMayDecline();
    void aKeyOfAnEarlierSessionIsBoundWithoutAQuestion();
    void withoutAPortalThereIsNoKey();
    void D_22_aScreenshotIsAlwaysChosenInTheDesktopsOwnWindow();
    void D_22_withoutAPictureNoneIsTaken_data();
    void D_22_withoutAPictureNoneIsTaken();
    void D_22_withoutAPortalNoScreenshotIsOffered();
};

void TestNotifications::REND_19_markupIsEscapedWhereTheServiceReadsIt()
{
    for (const bool markup : {true, false}) {
        Bus bus;
        NotificationMock service(bus.bus.address(), markup ? everything : QStringList{u"body"_s});
        QVERIFY(service.isThere());
        FreedesktopNotifier notifier(bus.connection);
        notifier.show({u"c1"_s, u"<b>Title</b>"_s, u"a < b & <a href='x'>c</a>"_s});
        QTRY_COMPARE(service.shown().size(), 1);
        const NotificationMock::Shown &shown = service.shown().constFirst();
        QCOMPARE(shown.title, u"<b>Title</b>"_s); // never markup, says the specification
        QCOMPARE(shown.text, markup ? u"a &lt; b &amp; &lt;a href='x'&gt;c&lt;/a&gt;"_s : u"a < b & <a href='x'>c</a>"_s);
        QCOMPARE(shown.hints.value(u"desktop-entry"_s).toString(), u"agentdesk"_s);
    }
}

void TestNotifications::replyIsOfferedAsTheServiceCan()
{
    const QList<QPair<QStringList, QStringList>> cases{
        {{u"body"_s}, {}},
        {{u"actions"_s}, {u"default"_s, u"Open"_s, u"open"_s, u"Open"_s, u"reply"_s, u"Reply"_s}},
        {everything, {u"default"_s, u"Open"_s, u"open"_s, u"Open"_s, u"inline-reply"_s, u"Reply"_s}}};
    for (const auto &[capabilities, actions] : cases) {
        Bus bus;
        NotificationMock service(bus.bus.address(), capabilities);
        FreedesktopNotifier notifier(bus.connection);
        notifier.show({u"c1"_s, u"t"_s, u"x"_s});
        QTRY_COMPARE(service.shown().size(), 1);
        QCOMPARE(service.shown().constFirst().actions, actions);
    }
}

void TestNotifications::aLaterOneReplacesTheEarlier()
{
    Bus bus;
    NotificationMock service(bus.bus.address(), everything);
    FreedesktopNotifier notifier(bus.connection);
    notifier.show({u"c1"_s, u"first"_s, {}});
    notifier.show({u"c1"_s, u"first, better"_s, {}}); // before it is known what the service can do
    notifier.show({u"c2"_s, u"other"_s, {}});
    QTRY_COMPARE(service.shown().size(), 2);
    QCOMPARE(service.shown().at(0).title, u"first, better"_s);
    QCOMPARE(service.shown().at(1).replaces, 0U);
    service.setHolding(true);
    notifier.show({u"c1"_s, u"second"_s, {}});
    QTRY_COMPARE(service.held(), 1);
    notifier.show({u"c1"_s, u"third"_s, {}}); // before it is known that the second is shown
    notifier.show({u"c1"_s, u"fourth"_s, {}});
    service.setHolding(false);
    QTRY_COMPARE(service.shown().size(), 4);
    QCOMPARE(service.shown().at(3).title, u"fourth"_s);
    QCOMPARE(service.shown().at(2).replaces, service.shown().at(0).id);
    QCOMPARE(service.shown().at(3).replaces, service.shown().at(0).id);
}

void TestNotifications::whatIsWithdrawnIsClosedAlsoBeforeItsIdIsKnown()
{
    Bus bus;
    NotificationMock service(bus.bus.address(), everything);
    FreedesktopNotifier notifier(bus.connection);
    notifier.show({u"c1"_s, u"t"_s, {}});
    QTRY_COMPARE(service.shown().size(), 1);
    notifier.withdraw(u"nobody"_s);
    notifier.show({u"c2"_s, u"t"_s, {}});
    notifier.withdraw(u"c2"_s); // its id is not known yet
    QTRY_COMPARE(service.closed(), QList<quint32>{2});
    notifier.withdraw(u"c1"_s);
    QTRY_COMPARE(service.closed(), QList<quint32>({2, 1}));
}

void TestNotifications::whatThePersonDoesIsTold()
{
    Bus bus;
    NotificationMock service(bus.bus.address(), everything);
    FreedesktopNotifier notifier(bus.connection);
    QSignalSpy opened(&notifier, &Notifier::openRequested);
    QSignalSpy replied(&notifier, &Notifier::replyRequested);
    notifier.show({u"c1"_s, u"t"_s, {}});
    notifier.show({u"c2"_s, u"t"_s, {}});
    QTRY_COMPARE(service.shown().size(), 2);
    service.invoke(99, u"default"_s); // of another program
    service.invoke(1, u"default"_s);
    service.reply(2, u"Thanks"_s);
    service.invoke(2, u"reply"_s);
    QTRY_COMPARE(replied.size(), 2);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.constFirst().constFirst().toString(), u"c1"_s);
    QCOMPARE(replied.at(0), QVariantList({u"c2"_s, u"Thanks"_s}));
    QCOMPARE(replied.at(1), QVariantList({u"c2"_s, QString()}));
}

void TestNotifications::D_08_quittingIsOfferedInsteadOfAReply()
{
    Bus bus;
    NotificationMock service(bus.bus.address(), everything);
    FreedesktopNotifier notifier(bus.connection);
    QSignalSpy quit(&notifier, &Notifier::quitRequested);
    QSignalSpy replied(&notifier, &Notifier::replyRequested);
    notifier.show({u"stays"_s, u"t"_s, u"x"_s, Notice::Actions::OpenAndQuit});
    QTRY_COMPARE(service.shown().size(), 1);
    QCOMPARE(service.shown().constFirst().actions, (QStringList{u"default"_s, u"Open"_s, u"open"_s, u"Open"_s, u"quit"_s, u"Quit"_s}));
    service.invoke(1, u"quit"_s);
    QTRY_COMPARE(quit.size(), 1);
    QCOMPARE(quit.constFirst().constFirst().toString(), u"stays"_s);
    QVERIFY(replied.isEmpty());
}

void TestNotifications::withoutAServiceItFails()
{
    Bus bus;
    FreedesktopNotifier nobody(bus.connection);
    QSignalSpy failed(&nobody, &Notifier::failed);
    nobody.show({u"c1"_s, u"t"_s, {}});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Notice>().key, u"c1"_s);
    FreedesktopNotifier noBus(QDBusConnection(u"nothing"_s));
    QSignalSpy failedToo(&noBus, &Notifier::failed);
    noBus.show({u"c1"_s, u"t"_s, {}});
    QCOMPARE(failedToo.size(), 1);
    NotificationMock service(bus.bus.address(), everything);
    service.setRefusing(true);
    nobody.show({u"c2"_s, u"t"_s, {}});
    QTRY_COMPARE(failed.size(), 2);
}

void TestNotifications::aBusThatIsGoneIsNoService()
{
    auto bus = std::make_unique<SessionBus>();
    const QDBusConnection connection = QDBusConnection::connectToBus(bus->address(), QUuid::createUuid().toString());
    FreedesktopNotifier before(connection);
    bus.reset();
    QTRY_VERIFY(!connection.isConnected());
    FreedesktopNotifier after(connection); // ended the program
    for (Notifier *notifier : {&before, &after}) {
        QSignalSpy failed(notifier, &Notifier::failed);
        notifier->show({u"c1"_s, u"t"_s, {}});
        QTRY_COMPARE(failed.size(), 1);
        notifier->withdraw(u"c1"_s);
    }
    PortalShortcut shortcut(connection, u"quick-ask"_s, u"Ask"_s);
    shortcut.start(true);
    shortcut.bind();
    QCOMPARE(shortcut.state(), State::Unavailable);
    QDBusConnection::disconnectFromBus(connection.name());
}

void TestNotifications::aServiceThatComesBackIsAskedAnew()
{
    Bus bus;
    auto service = std::make_unique<NotificationMock>(bus.bus.address(), everything);
    FreedesktopNotifier notifier(bus.connection);
    notifier.show({u"c1"_s, u"<t>"_s, u"<x>"_s});
    QTRY_COMPARE(service->shown().size(), 1);
    service.reset();
    service = std::make_unique<NotificationMock>(bus.bus.address(), QStringList{u"body"_s});
    QVERIFY(service->isThere());
    QSignalSpy failed(&notifier, &Notifier::failed);
    QTRY_VERIFY([&] {
        notifier.show({u"c1"_s, u"<t>"_s, u"<x>"_s});
        return !service->shown().isEmpty() && service->shown().constLast().text == u"<x>"_s;
    }());
    QCOMPARE(service->shown().constLast().actions, QStringList());
}

void TestNotifications::aKeyIsBoundByAPersonThatAgrees()
{
    Bus bus;
    PortalMock portal(bus.bus.address(), PortalMock::Person::Agrees);
    QVERIFY(portal.isThere());
    PortalShortcut shortcut(bus.connection, u"quick-ask"_s, u"Ask"_s);
    QSignalSpy activated(&shortcut, &GlobalShortcut::activated);
    QCOMPARE(shortcut.state(), State::Unavailable);
    shortcut.bind(); // nothing to ask
    shortcut.start(false);
    QTRY_COMPARE(shortcut.state(), State::Unbound);
    QCOMPARE(portal.calls(), QStringList()); // nobody is asked for what nobody wished
    shortcut.bind();
    QCOMPARE(shortcut.state(), State::Asking);
    shortcut.bind(); // once is enough
    QTRY_COMPARE(shortcut.state(), State::Bound);
    QCOMPARE(shortcut.trigger(), u"Ctrl+Super+A"_s);
    QCOMPARE(portal.calls(), QStringList({u"CreateSession"_s, u"BindShortcuts"_s}));
    portal.press();
    QTRY_COMPARE(activated.size(), 1);
}

void TestNotifications::aPersonMayDecline()
{
    Bus bus;
    PortalMock portal(bus.bus.address(), PortalMock::Person::Declines);
    PortalShortcut shortcut(bus.connection, u"quick-ask"_s, u"Ask"_s);
    shortcut.start(false);
    QTRY_COMPARE(shortcut.state(), State::Unbound);
    shortcut.bind();
    QTRY_COMPARE(portal.calls().size(), 2);
    QTRY_COMPARE(shortcut.state(), State::Unbound);
}

void TestNotifications::aKeyOfAnEarlierSessionIsBoundWithoutAQuestion()
{
    Bus bus;
    PortalMock portal(bus.bus.address(), PortalMock::Person::Agrees);
    PortalShortcut forgotten(bus.connection, u"quick-ask"_s, u"Ask"_s);
    forgotten.start(true);
    QTRY_COMPARE(portal.calls(), QStringList({u"CreateSession"_s, u"ListShortcuts"_s})); // the desktop forgot it: no window comes
    QTRY_COMPARE(forgotten.state(), State::Unbound);
    portal.remember();
    PortalShortcut known(bus.connection, u"quick-ask"_s, u"Ask"_s);
    known.start(true);
    QTRY_COMPARE(known.state(), State::Bound);
}

void TestNotifications::withoutAPortalThereIsNoKey()
{
    Bus bus;
    PortalShortcut shortcut(bus.connection, u"quick-ask"_s, u"Ask"_s);
    QSignalSpy changed(&shortcut, &GlobalShortcut::stateChanged);
    shortcut.start(true);
    NotificationMock other(bus.bus.address(), everything);
    FreedesktopNotifier later(bus.connection); // answered after the portal's absence
    later.show({u"c1"_s, u"t"_s, {}});
    QTRY_COMPARE(other.shown().size(), 1);
    QCOMPARE(shortcut.state(), State::Unavailable);
    QCOMPARE(changed.size(), 0);
}

void TestNotifications::D_22_aScreenshotIsAlwaysChosenInTheDesktopsOwnWindow()
{
    Bus bus;
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"a picture \u00e9.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    file.close();
    PortalMock portal(bus.bus.address(), PortalMock::Person::Agrees);
    QVERIFY(portal.isThere());
    portal.setPicture(QUrl::fromLocalFile(file.fileName()).toString(QUrl::FullyEncoded));
    PortalScreenshot screen(bus.connection);
    QSignalSpy taken(&screen, &ScreenTaker::taken);
    QSignalSpy refused(&screen, &ScreenTaker::refused);
    screen.take(); // it is not known yet whether there is one
    QTRY_VERIFY(screen.isAvailable());
    QCOMPARE(portal.calls(), QStringList()); // nothing is taken that nobody wished
    screen.take();
    screen.take(); // once is enough
    QTRY_COMPARE(taken.size(), 1);
    QCOMPARE(taken.constFirst().constFirst().toString(), file.fileName());
    QCOMPARE(portal.calls(), QStringList{u"Screenshot"_s});
    QCOMPARE(portal.screenshotOptions().value(u"interactive"_s), QVariant(true));
    QCOMPARE(refused.size(), 0);
    screen.take(); // and again
    QTRY_COMPARE(taken.size(), 2);
}

void TestNotifications::D_22_withoutAPictureNoneIsTaken_data()
{
    QTest::addColumn<bool>("agrees");
    QTest::addColumn<QString>("uri");
    QTest::newRow("declined") << false << QString();
    QTest::newRow("nothing") << true << QString();
    QTest::newRow("somewhere else") << true << u"https://desk.test/picture.png"_s;
    QTest::newRow("gone") << true << u"file:///nowhere/picture.png"_s;
    QTest::newRow("a folder") << true << u"file:///tmp"_s;
}

void TestNotifications::D_22_withoutAPictureNoneIsTaken()
{
    QFETCH(bool, agrees);
    QFETCH(QString, uri);
    Bus bus;
    PortalMock portal(bus.bus.address(), agrees ? PortalMock::Person::Agrees : PortalMock::Person::Declines);
    portal.setPicture(uri);
    PortalScreenshot screen(bus.connection);
    QSignalSpy taken(&screen, &ScreenTaker::taken);
    QSignalSpy refused(&screen, &ScreenTaker::refused);
    QTRY_VERIFY(screen.isAvailable());
    screen.take();
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(taken.size(), 0);
}

void TestNotifications::D_22_withoutAPortalNoScreenshotIsOffered()
{
    Bus bus;
    PortalScreenshot screen(bus.connection);
    QSignalSpy changed(&screen, &ScreenTaker::availableChanged);
    NotificationMock other(bus.bus.address(), everything);
    FreedesktopNotifier later(bus.connection); // answered after the portal's absence
    later.show({u"c1"_s, u"t"_s, {}});
    QTRY_COMPARE(other.shown().size(), 1);
    QVERIFY(!screen.isAvailable());
    QCOMPARE(changed.size(), 0);
}

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
