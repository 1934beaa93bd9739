// Signing in as a person does it: a real window, real keys, a scripted sign-in service and agent server on real sockets.
#include "auth/authmanager.h"
#include "gui/chat/compose/composer.h"
#include "gui/guifixture.h"
#include "gui/signin/signindialog.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/statuschip.h"
#include "state/profiles/profilestore.h"
#include "support/identityserver.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// A window on a team server that lets in only whom the sign-in service sent.
struct Desk : GuiFixture {
    IdentityServer identity;
    Profile profile;

    explicit Desk(SignInWay way)
        : identity(way == SignInWay::EmailCode ? IdentityServer::Kind::Team : IdentityServer::Kind::Oidc)
    {
        script = [this](const Received &request) {
            const QByteArray bearer = request.headers.value("authorization").mid(7);
            if (!identity.isGoodAccess(bearer) && bearer != "pasted-token-123")
                return reply(401, R"({"detail":"Not authenticated"})");
            return sample(request.target);
        };
        profile = Profile{Profile::Kind::Team, u"Sales & Co"_s, server.url()};
        profile.identityUrl = identity.url();
        profile.signIn = way;
        profile.clientId = QString::fromLatin1(IdentityServer::clientId);
        profile = ProfileStore(settings).save(profile);
    }
    [[nodiscard]] bool openSignedOut()
    {
        workspace.open(profile);
        return QTest::qWaitFor([this] { return workspace.state() == Workspace::State::Failed; }, 5000);
    }
    // The button of the banner.
    [[nodiscard]] bool askToSignIn()
    {
        const auto buttons = find<ErrorBanner>("workspaceFailure")->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isVisible() && button->text().contains(u"Sign In"_s)) {
                button->setFocus();
                QTest::keyClick(button, Qt::Key_Space);
                break;
            }
        }
        return QTest::qWaitFor([this] { return signIn() != nullptr && signIn()->isVisible(); }, 3000);
    }
    // With DESK_SHOTS=folder the steps are kept as pictures.
    void shot(const QString &name, QWidget *widget = nullptr) const
    {
        const QString pictures = qEnvironmentVariable("DESK_SHOTS");
        if (!pictures.isEmpty())
            (widget ? widget : signIn())->grab().save(pictures + u'/' + name + u".png"_s);
    }
    [[nodiscard]] SignInDialog *signIn() const { return window->findChild<SignInDialog *>(); }
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return signIn()->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] bool shows(const char *field) const { return signIn() && part<QWidget>(field)->isVisible(); }
    void type(const char *field, const QString &text) const
    {
        auto *edit = part<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    [[nodiscard]] QString bannerText() const { return find<ErrorBanner>("workspaceFailure")->text(); }
};

} // namespace

class TestSignIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCodeOfTheMailSignsIn();
    void aWrongCodeIsSaidAndCanBeCorrected();
    void theLinkOfTheMailSignsInAsWell();
    void anUnreachableServiceIsSaidAndTriedAgain();
    void AUTH_20_aPastedTokenIsMaskedAndTestedAndNotKeptInTheField();
    void AUTH_09_theDeviceCodeIsShownWithItsHostAndAWarning();
    void S_053_anEndedSessionAsksWithoutTakingWhatWasTyped();
    void cancellingLeavesEverythingAsItWas();
    void theMenuShowsWhoIsSignedInAndSignsOut_data();
    void theMenuShowsWhoIsSignedInAndSignsOut();
    void profilesAreSwitchedByKeyboard();
    void aFailedSignInIsTriedAgainWithEnter();
    void S_046_theAdministratorsPageIsThereForTheirRoleAlone_data();
    void S_046_theAdministratorsPageIsThereForTheirRoleAlone();
    void passingByAWayDoesNotBeginIt();
};

void TestSignIn::theCodeOfTheMailSignsIn()
{
    Desk desk(SignInWay::EmailCode);
    QVERIFY(desk.show());
    QVERIFY(desk.openSignedOut());
    QVERIFY2(desk.bannerText().contains(u"not signed in"_s), qPrintable(desk.bannerText()));
    QVERIFY(desk.askToSignIn());
    QTRY_VERIFY(desk.shows("emailEdit"));
    QVERIFY(!desk.part<QPushButton>("continueButton")->isEnabled()); // nothing is typed yet
    desk.shot(u"signin-email"_s);
    desk.shot(u"signin-banner"_s, desk.window.get());
    desk.type("emailEdit", u"ana@example.org"_s);
    QTRY_VERIFY(desk.shows("codeEdit"));
    QVERIFY(desk.part<QLabel>("codeIntro")->text().contains(u"ana@example.org"_s));
    QVERIFY(QApplication::focusWidget() == desk.part<QLineEdit>("codeEdit"));
    desk.type("codeEdit", QString::fromLatin1(desk.identity.mailCode));
    QTRY_VERIFY(!desk.signIn());
    QTRY_COMPARE(desk.workspace.state(), Workspace::State::Ready);
    QTRY_VERIFY(desk.find<ErrorBanner>("workspaceFailure")->isHidden());
}

void TestSignIn::aWrongCodeIsSaidAndCanBeCorrected()
{
    Desk desk(SignInWay::EmailCode);
    QVERIFY(desk.show());
    QVERIFY(desk.openSignedOut());
    QVERIFY(desk.askToSignIn());
    QTRY_VERIFY(desk.shows("emailEdit"));
    desk.type("emailEdit", u"ana@example.org"_s);
    QTRY_VERIFY(desk.shows("codeEdit"));
    desk.type("codeEdit", u"000000"_s);
    QTRY_VERIFY(desk.part<QLabel>("problemLabel")->isVisible());
    const QString problem = desk.part<QLabel>("problemLabel")->text();
    QVERIFY2(problem.contains(u"code"_s) && !problem.contains(u"401"_s), qPrintable(problem));
    QVERIFY(desk.shows("codeEdit"));
    QCOMPARE(desk.part<QLineEdit>("codeEdit")->accessibleDescription(), problem);
    desk.shot(u"signin-wrong-code"_s);
    desk.type("codeEdit", QString::fromLatin1(desk.identity.mailCode));
    QTRY_COMPARE(desk.workspace.state(), Workspace::State::Ready);
}

void TestSignIn::theLinkOfTheMailSignsInAsWell()
{
    Desk desk(SignInWay::EmailCode);
    QVERIFY(desk.show());
    QVERIFY(desk.openSignedOut());
    QVERIFY(desk.askToSignIn());
    QTRY_VERIFY(desk.shows("emailEdit"));
    desk.type("emailEdit", u"ana@example.org"_s);
    QTRY_VERIFY(desk.shows("codeEdit"));
    QGuiApplication::clipboard()->setText(u"https://portal.example.org/verify?token="_s + QString::fromLatin1(desk.identity.linkToken));
    auto *code = desk.part<QLineEdit>("codeEdit");
    code->setFocus();
    QTest::keySequence(code, QKeySequence::Paste);
    QTest::keyClick(code, Qt::Key_Return);
    QTRY_COMPARE(desk.workspace.state(), Workspace::State::Ready);
}

void TestSignIn::anUnreachableServiceIsSaidAndTriedAgain()
{
    Desk desk(SignInWay::EmailCode);
    desk.identity.failAll(IdentityServer::Fault::Unavailable);
    QVERIFY(desk.show());
    QVERIFY(desk.openSignedOut());
    QVERIFY(desk.askToSignIn());
    QTRY_VERIFY(desk.shows("emailEdit"));
    desk.type("emailEdit", u"ana@example.org"_s);
    const auto says = [&desk](const char *label) {
        auto *text = desk.part<QLabel>(label);
        return text->isVisible() && !text->text().isEmpty();
    };
    QTRY_VERIFY(says("problemLabel") || says("failedLabel"));
    desk.shot(u"signin-unreachable"_s);
    QVERIFY(desk.part<QPushButton>("continueButton")->isVisible()); // what next
    QTRY_VERIFY(desk.part<QPushButton>("continueButton")->isEnabled());
    desk.identity.failAll(IdentityServer::Fault::None);
    desk.part<QPushButton>("continueButton")->setFocus();
    QTest::keyClick(desk.part<QPushButton>("continueButton"), Qt::Key_Space);
    QTRY_VERIFY(desk.shows("codeEdit") || desk.shows("emailEdit"));
    QVERIFY(desk.shows("codeEdit") || desk.part<QLineEdit>("emailEdit")->text() == u"ana@example.org"_s); // not to be typed again
}

void TestSignIn::AUTH_20_aPastedTokenIsMaskedAndTestedAndNotKeptInTheField()
{
    Desk desk(SignInWay::Token);
    QVERIFY(desk.show());
    desk.workspace.open(desk.profile); // perhaps the server needs none: it is asked without
    QTRY_COMPARE(desk.workspace.state(), Workspace::State::Ready);
    auto *menu = desk.find<QMenu>("profileMenu");
    QTRY_VERIFY(menu->findChild<QAction *>(u"signIn"_s));
    menu->findChild<QAction *>(u"signIn"_s)->trigger();
    QTRY_VERIFY(desk.shows("tokenEdit"));
    auto *edit = desk.part<QLineEdit>("tokenEdit");
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    desk.shot(u"signin-token"_s);
    desk.type("tokenEdit", u"not-the-right-token"_s);
    QTRY_VERIFY(desk.shows("tokenEdit") && desk.part<QLabel>("problemLabel")->isVisible());
    QVERIFY(edit->text().isEmpty());
    QVERIFY(!edit->isUndoAvailable());
    desk.type("tokenEdit", u"pasted-token-123"_s);
    QTRY_COMPARE(desk.workspace.session()->state(), AuthManager::State::SignedIn);
    QTRY_VERIFY(!desk.signIn());
    const auto windows = QApplication::topLevelWidgets();
    for (const QWidget *widget : windows)
        QVERIFY(!widget->windowTitle().contains(u"pasted-token"_s)); // AUTH-18
}

void TestSignIn::AUTH_09_theDeviceCodeIsShownWithItsHostAndAWarning()
{
    Desk desk(SignInWay::Device);
    desk.identity.devicePolls = {u"authorization_pending"_s, u"authorization_pending"_s};
    QVERIFY(desk.show());
    QVERIFY(desk.openSignedOut());
    QVERIFY(desk.askToSignIn());
    QTRY_VERIFY(desk.shows("userCodeEdit"));
    QCOMPARE(desk.part<QLineEdit>("userCodeEdit")->text(), QString::fromLatin1(desk.identity.userCode));
    QVERIFY(desk.part<QLabel>("deviceIntro")->text().contains(u"127.0.0.1"_s));
    QVERIFY(desk.part<QLabel>("deviceWarning")->isVisible());
    desk.shot(u"signin-device"_s);
    auto *copy = desk.part<QPushButton>("copyCodeButton");
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(desk.identity.userCode));
    QTest::keyClick(desk.part<QPushButton>("openDeviceButton"), Qt::Key_Space);
    QCOMPARE(desk.dialogs.opened.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(desk.workspace.state(), Workspace::State::Ready, 15'000);
}

void TestSignIn::S_053_anEndedSessionAsksWithoutTakingWhatWasTyped()
{
    Desk desk(SignInWay::EmailCode);
    QVERIFY(desk.show());
    QVERIFY(desk.openSignedOut());
    QVERIFY(desk.askToSignIn());
    QTRY_VERIFY(desk.shows("emailEdit"));
    desk.type("emailEdit", u"ana@example.org"_s);
    QTRY_VERIFY(desk.shows("codeEdit"));
    desk.type("codeEdit", QString::fromLatin1(desk.identity.mailCode));
    QTRY_COMPARE(desk.workspace.state(), Workspace::State::Ready);

    desk.window->showPage(u"chat"_s);
    auto *composer = desk.find<QWidget>("composerText");
    composer->setFocus();
    QTest::keyClicks(composer, u"Half a question about"_s);
    desk.identity.expireAccess();
    desk.identity.endSession();
    desk.agents.refresh(); // answered 401, and the renewal is refused
    QTRY_COMPARE(desk.workspace.session()->state(), AuthManager::State::Expired);
    QTRY_VERIFY(desk.find<ErrorBanner>("workspaceFailure")->isVisible());
    QVERIFY2(desk.bannerText().contains(u"What you typed is kept"_s), qPrintable(desk.bannerText()));
    QCOMPARE(desk.workspace.state(), Workspace::State::Ready);
    QCOMPARE(desk.find<StatusChip>("statusChip")->text(), u"Sign-in ended"_s); // a server that answers is not enough
    QTest::keyClicks(composer, u" the north"_s);                               // one can go on typing
    desk.shot(u"session-ended"_s, desk.window.get());
    QVERIFY(desk.askToSignIn());
    QTRY_VERIFY(desk.shows("emailEdit"));
    QCOMPARE(desk.part<QLineEdit>("emailEdit")->text(), u"ana@example.org"_s); // known already
    desk.type("emailEdit", u"ana@example.org"_s);
    QTRY_VERIFY(desk.shows("codeEdit"));
    desk.type("codeEdit", QString::fromLatin1(desk.identity.mailCode));
    QTRY_COMPARE(desk.workspace.session()->state(), AuthManager::State::SignedIn);
    QTRY_VERIFY(desk.find<ErrorBanner>("workspaceFailure")->isHidden());
    QCOMPARE(desk.find<StatusChip>("statusChip")->text(), u"Ready"_s);
    QCOMPARE(desk.find<QPlainTextEdit>("composerText")->toPlainText(), u"Half a question about the north"_s);
}

void TestSignIn::cancellingLeavesEverythingAsItWas()
{
    Desk desk(SignInWay::EmailCode);
    QVERIFY(desk.show());
    QVERIFY(desk.openSignedOut());
    QVERIFY(desk.askToSignIn());
    QTRY_VERIFY(desk.shows("emailEdit"));
    QTest::keyClick(desk.signIn(), Qt::Key_Escape);
    QTRY_VERIFY(!desk.signIn());
    QCOMPARE(desk.workspace.session()->state(), AuthManager::State::SignedOut);
    QVERIFY(desk.find<ErrorBanner>("workspaceFailure")->isVisible());
    QVERIFY(desk.askToSignIn()); // and again
}

void TestSignIn::theMenuShowsWhoIsSignedInAndSignsOut_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("what is stored here stays") << u"signOut"_s;
    QTest::newRow("what is stored here goes") << u"signOutAndRemove"_s;
}

void TestSignIn::theMenuShowsWhoIsSignedInAndSignsOut()
{
    QFETCH(const QString, name);
    Desk desk(SignInWay::EmailCode);
    QVERIFY(desk.show());
    QVERIFY(desk.openSignedOut());
    QVERIFY(desk.askToSignIn());
    QTRY_VERIFY(desk.shows("emailEdit"));
    desk.type("emailEdit", u"ana@example.org"_s);
    QTRY_VERIFY(desk.shows("codeEdit"));
    desk.type("codeEdit", QString::fromLatin1(desk.identity.mailCode));
    QTRY_COMPARE(desk.workspace.state(), Workspace::State::Ready);
    auto *menu = desk.find<QMenu>("profileMenu");
    const auto action = [menu](const QString &wanted) { return menu->findChild<QAction *>(wanted); };
    QTRY_VERIFY(action(name));
    const QString account = desk.workspace.session()->account();
    const QString text = action(u"profile-"_s + desk.profile.id)->text();
    QVERIFY2(text.contains(u"Sales && Co"_s) && text.contains(u"(Ana"_s), qPrintable(text));
    QVERIFY(action(u"profile-"_s + desk.profile.id)->isChecked());
    action(name)->trigger();
    QCOMPARE(desk.dialogs.questions.size(), 1);
    desk.dialogs.questions.constFirst().yes();
    QTRY_COMPARE(desk.workspace.session()->state(), AuthManager::State::SignedOut);
    QTRY_VERIFY(action(u"signIn"_s));
    QCOMPARE(desk.removed, name == u"signOut"_s ? QStringList() : QStringList{account});
}

void TestSignIn::profilesAreSwitchedByKeyboard()
{
    Desk desk(SignInWay::Token);
    Profile other{Profile::Kind::Team, u"Support"_s, desk.server.url()};
    other.colour = ProfileStore::colours().at(3);
    other = ProfileStore(desk.settings).save(other);
    QVERIFY(desk.show());
    desk.workspace.open(desk.profile);
    QTest::keyClick(desk.window.get(), Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(desk.workspace.profile().id, other.id);
    QCOMPARE(desk.find<QToolButton>("statusProfile")->text(), u"Support"_s);
    QCOMPARE(ProfileStore(desk.settings).lastOpened().id, other.id);
    QTest::keyClick(desk.window.get(), Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(desk.workspace.profile().id, desk.profile.id);
}

void TestSignIn::aFailedSignInIsTriedAgainWithEnter()
{
    Desk desk(SignInWay::Device);
    desk.identity.failAll(IdentityServer::Fault::Unavailable);
    QVERIFY(desk.show());
    QVERIFY(desk.openSignedOut());
    QVERIFY(desk.askToSignIn());
    QTRY_VERIFY(desk.part<QLabel>("failedLabel")->isVisible());
    auto *again = desk.part<QPushButton>("continueButton");
    QTRY_COMPARE(QApplication::focusWidget(), again);
    QCOMPARE(again->accessibleDescription(), desk.part<QLabel>("failedLabel")->text());
    desk.identity.failAll(IdentityServer::Fault::None);
    QTest::keyClick(again, Qt::Key_Return);
    QTRY_VERIFY(desk.shows("userCodeEdit"));
}

void TestSignIn::passingByAWayDoesNotBeginIt()
{
    Desk desk(SignInWay::Device);
    desk.identity.devicePolls = {u"authorization_pending"_s, u"authorization_pending"_s};
    QVERIFY(desk.show());
    QVERIFY(desk.openSignedOut());
    QVERIFY(desk.askToSignIn());
    auto *ways = desk.part<QComboBox>("wayCombo");
    QTRY_VERIFY(ways->isVisible() && ways->count() > 1);
    const int before = ways->currentIndex();
    ways->setFocus();
    QTest::keyClick(ways, before == 0 ? Qt::Key_Down : Qt::Key_Up);
    QVERIFY(ways->view()->isVisible()); // the list, to choose in
    QCOMPARE(ways->currentIndex(), before);
    QVERIFY(desk.shows("userCodeEdit"));
    QTest::keyClick(ways->view(), Qt::Key_Escape);
    QTRY_VERIFY(!ways->view()->isVisible());
    QVERIFY(desk.signIn()); // the dialog is still there
}

void TestSignIn::S_046_theAdministratorsPageIsThereForTheirRoleAlone_data()
{
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("a user") << QStringList{u"User"_s} << false;
    QTest::newRow("none") << QStringList() << false;
    QTest::newRow("Admin") << QStringList{u"User"_s, u"Admin"_s} << true;
    QTest::newRow("admin") << QStringList{u"admin"_s} << true; // case-folded
    QTest::newRow("looks like it") << QStringList{u"Administrative assistant"_s} << false;
}

void TestSignIn::S_046_theAdministratorsPageIsThereForTheirRoleAlone()
{
    QFETCH(QStringList, roles);
    QFETCH(bool, isThere);
    Desk desk(SignInWay::EmailCode);
    const auto before = desk.script;
    QFile file(QStringLiteral(DESK_TEST_DATA "/contract/statistics.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject statistics = QJsonDocument::fromJson(file.readAll()).object();
    desk.script = [&](const Received &request) {
        if (request.target.startsWith("/admin/stats/usage"))
            return json(QJsonDocument(statistics.value("usage"_L1).toObject()).toJson());
        if (request.target.startsWith("/admin/stats/system"))
            return json(QJsonDocument(statistics.value("system"_L1).toObject()).toJson());
        return before(request);
    };
    desk.identity.roles = roles;
    QVERIFY(desk.show());
    auto *page = desk.find<QAction>("page:admin");
    QVERIFY(page && !page->isVisible() && !page->isEnabled()); // nobody is signed in
    QVERIFY(desk.openSignedOut());
    QVERIFY(desk.askToSignIn());
    QTRY_VERIFY(desk.shows("emailEdit"));
    desk.type("emailEdit", u"ana@example.org"_s);
    QTRY_VERIFY(desk.shows("codeEdit"));
    desk.type("codeEdit", QString::fromLatin1(desk.identity.mailCode));
    QTRY_COMPARE(desk.workspace.state(), Workspace::State::Ready);
    QCOMPARE(page->isVisible(), isThere);
    auto *button = desk.find<QAbstractButton>("rail:admin");
    QCOMPARE(button->isVisible(), isThere);
    desk.window->showPage(u"admin"_s);
    QCOMPARE(desk.window->currentPage() == u"admin"_s, isThere);
    if (!isThere)
        return;
    auto *models = desk.find<QTableWidget>("adminModels");
    QTRY_COMPARE(models->rowCount(), 2);
    QCOMPARE(models->item(0, 0)->text(), u"claude-sonnet"_s);
    QCOMPARE(models->item(1, 2)->text(), QString()); // the server does not say: no zero is invented
    QTRY_VERIFY(models->isVisible());
    desk.shot(u"admin"_s, desk.window.get());
    desk.workspace.session()->signOut();
    QTRY_VERIFY(!page->isVisible());
    QCOMPARE(desk.window->currentPage(), u"chat"_s);
}

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
