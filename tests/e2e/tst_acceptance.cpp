// The acceptance scenarios of the product (inventory 5.7) as a person does them: a real window, real keys, whole programs started one after
// the other. Each is played twice: against the real local server, reached over a cable that can be pulled and, where sign-in matters,
// through a gateway that checks it, and against the team server's dialect.
#include "archive.h"
#include "auth/keychainstore.h"
#include "deskdriver.h"
#include "gui/chat/chatpage.h"
#include "gui/zipreader.h"
#include "signedin.h"
#include "state/cache/cachefiller.h"
#include "state/chat/attachmentqueue.h"
#include "support/faultserver.h"
#include "support/identityserver.h"
#include "team.h"

#include <QContextMenuEvent>
#include <QDialog>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int patienceMs = 60'000; // a busy machine; nothing waits that long otherwise

QStringList words(const QString &stem, int count)
{
    QStringList out;
    for (int i = 0; i < count; ++i)
        out.append(u"%1%2 "_s.arg(stem).arg(i));
    return out;
}

// The dialog that is open, and the keys go to: this platform activates none by itself when one over it closes.
template <typename T>
T *active(QWidget &window, const QString &name)
{
    T *found = nullptr;
    const bool isOpen = QTest::qWaitFor(
        [&] {
            for (T *one : window.findChildren<T *>(name))
                found = one->isVisible() ? one : found;
            return found != nullptr;
        },
        30'000);
    if (!isOpen)
        return nullptr;
    found->activateWindow();
    return QTest::qWaitForWindowActive(found) ? found : nullptr;
}

} // namespace

class TestAcceptance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void scenario_1_aPulledCableAndARestartLoseNothing_data() { kinds(); }
    void scenario_1_aPulledCableAndARestartLoseNothing();
    void scenario_2_filesStillUploadingWhenTheLineGoes_data() { kinds(); }
    void scenario_2_filesStillUploadingWhenTheLineGoes();
    void scenario_2_aServerThatTakesNoFilesSaysSo();
    void scenario_3_twoAnswersAtOnceEachInItsPlace_data() { kinds(); }
    void scenario_3_twoAnswersAtOnceEachInItsPlace();
    void scenario_4_anExpiredTokenLosesNothing_data() { kinds(); }
    void scenario_4_anExpiredTokenLosesNothing();
    void scenario_4_aStreamThatBreaksAfterTheTokenExpiredIsNotLost_data() { kinds(); }
    void scenario_4_aStreamThatBreaksAfterTheTokenExpiredIsNotLost();
    void scenario_4_anEndedSessionKeepsWhatIsWritten_data() { kinds(); }
    void scenario_4_anEndedSessionKeepsWhatIsWritten();
    void scenario_10_aPhraseOfThreeMonthsAgoIsFoundAndExported_data() { kinds(); }
    void scenario_10_aPhraseOfThreeMonthsAgoIsFoundAndExported();

private:
    static void kinds();
    [[nodiscard]] bool signIn(const QUrl &baseUrl, const Session &session, const QUrl &identity = {}, const QUrl &fileService = {});
    [[nodiscard]] bool signIn(Team &team);
    [[nodiscard]] bool signIn(Team &team, IdentityServer &identity, const QUrl &fileService);
    [[nodiscard]] static Session renewable(IdentityServer &identity);
    [[nodiscard]] Options options() const;
    static void retry(Desk &desk);
    [[nodiscard]] QByteArray saved(Desk &desk, const QString &name, bool asDocument);

    std::unique_ptr<QTemporaryDir> m_home;
    KeychainStore m_keychain;
    Profile m_profile;
};

void TestAcceptance::kinds()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("local server") << Kind::Local;
    QTest::newRow("team server's dialect") << Kind::Team;
}

void TestAcceptance::initTestCase()
{
    QVERIFY2(qEnvironmentVariableIsSet("DESK_TEST_KEYRING"), "run it within packaging/with-keyring.sh, as make test does");
}

void TestAcceptance::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_profile = {};
}

void TestAcceptance::cleanup()
{
    if (m_profile.id.isEmpty())
        return;
    bool removed = false;
    m_keychain.remove(sessionKey(m_profile), this, [&removed](const Result<> &) { removed = true; });
    QTRY_VERIFY(removed);
}

bool TestAcceptance::signIn(const QUrl &baseUrl, const Session &session, const QUrl &identity, const QUrl &fileService)
{
    Profile profile{Profile::Kind::Team, u"Team"_s, baseUrl};
    profile.identityUrl = identity;
    profile.dataUrl = fileService;
    if (!identity.isEmpty())
        profile.clientId = QString::fromLatin1(IdentityServer::clientId);
    m_profile = profile;
    return signedIn(*m_home, m_keychain, m_profile, session);
}

bool TestAcceptance::signIn(Team &team)
{
    Session session;
    session.way = SignInWay::Token;
    session.access = team.token();
    return signIn(team.cable().url(), session);
}

// By a code from a mail, as to a team with a file service.
bool TestAcceptance::signIn(Team &team, IdentityServer &identity, const QUrl &fileService)
{
    Session session;
    session.way = SignInWay::EmailCode;
    session.issuer = identity.url();
    session.renewal = identity.grantSession();
    session.account.id = u"u-ana"_s;
    return signIn(team.cable().url(), session, identity.url(), fileService);
}

// Of somebody who signed in with the browser; there is no access token yet.
Session TestAcceptance::renewable(IdentityServer &identity)
{
    Session session;
    session.way = SignInWay::Browser;
    session.issuer = identity.url();
    session.renewal = identity.grantRefreshToken();
    session.account.id = u"u-ana"_s;
    return session;
}

Options TestAcceptance::options() const
{
    Options out = optionsFor(*m_home);
    out.userDir = m_home->filePath(u"user"_s);
    out.model.clear();
    return out;
}

// By the menu key on the newest message.
void TestAcceptance::retry(Desk &desk)
{
    auto *view = desk.find<QListView>(u"transcript"_s);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_End);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, view->rect().center(), view->mapToGlobal(view->rect().center()));
    QApplication::sendEvent(view, &event);
    auto *menu = view->findChild<QMenu *>(u"messageMenu"_s);
    QVERIFY(menu != nullptr);
    const QList<QAction *> actions = menu->actions();
    const auto found = std::find_if(actions.cbegin(), actions.cend(), [](QAction *action) {
        return action->text().contains(u"Try again"_s) || action->text().contains(u"Retry"_s);
    });
    QVERIFY(found != actions.cend());
    menu->setActiveAction(*found);
    QTest::keyClick(menu, Qt::Key_Return);
}

void TestAcceptance::scenario_1_aPulledCableAndARestartLoseNothing()
{
    QFETCH(const Kind, kind);
    Team team(kind, *m_home);
    QVERIFY(team.start());
    QVERIFY(signIn(team));
    const QStringList slow = words(u"word"_s, 600); // not over before somebody on a busy machine could stop it
    QString partial;
    {
        Desk desk(options());
        QVERIFY(desk.isReady());

        // Send, watch phases and tools.
        team.answer({u"The answer is **42**."_s}, 60, true);
        QStringList phases;
        auto *status = desk.find<QLabel>(u"chatStatus"_s);
        QTimer watch;
        connect(&watch, &QTimer::timeout, &watch, [&] {
            if (!status->text().isEmpty() && !phases.contains(status->text()))
                phases.append(status->text());
        });
        watch.start(1);
        desk.type(u"What is six times seven?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.last().role == Role::Assistant && desk.last().state == MessageState::Complete, patienceMs);
        watch.stop();
        QCOMPARE(desk.last().content, u"The answer is **42**."_s);
        QCOMPARE(desk.last().toolCalls.size(), 1);
        QVERIFY(desk.last().toolCalls.constFirst().finished);
        QVERIFY(!phases.isEmpty());

        // Stop, see the partial answer kept.
        team.answer(slow, 40);
        desk.type(u"Tell me something long."_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.last().content.contains(u"word3 "_s), patienceMs);
        auto *edit = desk.find<QWidget>(u"composerText"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(desk.last().state, MessageState::Stopped, patienceMs);
        partial = desk.last().content;
        QVERIFY(partial.startsWith(u"word0 word1 "_s));

        // The cable is pulled in the middle of the next answer.
        team.answer(words(u"more"_s, 60), 40);
        if (kind == Kind::Team)
            team.answer(words(u"more"_s, 60)); // to the second attempt: this server loses a turn with its connection
        desk.type(u"And something more."_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.last().content.contains(u"more5 "_s), patienceMs);
        const QString before = desk.last().content;
        team.cable().cut();
        ChatSession *session = desk.app.window().chat().session();
        QTRY_VERIFY_WITH_TIMEOUT(session->state() != ChatSession::State::Streaming, patienceMs); // it has noticed
        QVERIFY(desk.last().content.startsWith(before.trimmed()));
        team.cable().mend();
        if (kind == Kind::Team) {
            QTRY_COMPARE_WITH_TIMEOUT(desk.last().state, MessageState::Interrupted, 60'000);
            QVERIFY(desk.last().content.startsWith(before.trimmed())); // what was read stays
            retry(desk);
        }
        QTRY_COMPARE_WITH_TIMEOUT(desk.last().state, MessageState::Complete, 60'000);
        QCOMPARE(desk.last().content.trimmed(), words(u"more"_s, 60).join(QString()).trimmed());
        QCOMPARE(desk.rows().rowCount(), 6);
    }

    // The program starts again: everything is there, as it was, and it goes on.
    Desk desk(options());
    QVERIFY(desk.isReady());
    QTRY_COMPARE_WITH_TIMEOUT(desk.rows().rowCount(), 6, patienceMs);
    QTRY_COMPARE(desk.rows().messageAt(1).content, u"The answer is **42**."_s);
    QCOMPARE(desk.rows().messageAt(1).toolCalls.size(), 1);
    QCOMPARE(desk.rows().messageAt(3).content, partial);
    QCOMPARE(desk.rows().messageAt(3).state, MessageState::Stopped);
    QCOMPARE(desk.rows().messageAt(5).content.trimmed(), words(u"more"_s, 60).join(QString()).trimmed());
    team.answer({u"Yes."_s});
    desk.type(u"Is everything there?"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.rows().rowCount(), 8, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk.last().content, u"Yes."_s, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk.last().state, MessageState::Complete, patienceMs);
}

void TestAcceptance::scenario_2_filesStillUploadingWhenTheLineGoes()
{
    QFETCH(const Kind, kind);
    Team team(kind, *m_home);
    QVERIFY(team.start());
    // The team server's files go to a service of their own, with a token of their own.
    IdentityServer identity(IdentityServer::Kind::Team);
    identity.opaqueAccess = true;
    QList<QByteArray> arrived;
    FaultServer fileService([&](const Received &request) {
        if (!identity.isGoodAccess(request.headers.value("authorization").mid(7)))
            return reply(401, R"({"detail":"bad token"})");
        arrived.append(request.body);
        return json(R"({"file_id":"file-)" + QByteArray::number(arrived.size()) + R"("})");
    });
    Relay fileCable(fileService.serverPort());
    Relay &uploads = kind == Kind::Team ? fileCable : team.cable();
    QVERIFY(kind == Kind::Team ? signIn(team, identity, fileCable.url()) : signIn(team));
    const auto file = [this](const QString &name) {
        QFile out(m_home->filePath(name));
        if (out.open(QIODevice::WriteOnly))
            out.write("region;units\nSouth;" + QByteArray(200'000, '1') + '\n');
        return out.fileName();
    };
    Desk desk(options());
    QVERIFY(desk.isReady());
    auto *chips = desk.find<QWidget>(u"attachments"_s);
    const auto chipCount = [chips] { return chips->findChildren<QWidget *>(u"attachmentChip"_s).size(); };

    desk.drop(file(u"one.csv"_s));
    QTRY_COMPARE(chipCount(), 1);
    QTRY_VERIFY(!desk.app.attachments().isUploading());
    uploads.holdUploads(true);
    desk.drop(file(u"two.csv"_s));
    desk.drop(file(u"three.csv"_s));
    QTRY_COMPARE(chipCount(), 3);
    QVERIFY(desk.app.attachments().isUploading());

    team.answer({u"Three files."_s});
    desk.type(u"What is in these?"_s);
    QVERIFY(desk.app.attachments().isUploading());
    QCOMPARE(desk.app.sessions().busyCount(), 0); // not without its files
    fileCable.cut();
    team.cable().cut();
    const auto isWaiting = [&desk](int row) {
        const AttachmentQueue &files = desk.app.attachments();
        return files.data(files.index(row), Qt::AccessibleTextRole).toString().contains(u"waiting for a connection"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isWaiting(1) && isWaiting(2), patienceMs);
    QVERIFY(!desk.app.attachments().hasFailed()); // it tries again by itself
    QCOMPARE(desk.app.sessions().busyCount(), 0);
    uploads.holdUploads(false);
    fileCable.mend();
    team.cable().mend();
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().role == Role::Assistant && desk.last().state == MessageState::Complete, 60'000);
    QCOMPARE(desk.rows().rowCount(), 2);
    QStringList names;
    for (const StoredFile &stored : desk.rows().messageAt(0).attachments)
        names.append(stored.filename);
    names.sort();
    QCOMPARE(names, QStringList({u"one.csv"_s, u"three.csv"_s, u"two.csv"_s}));
    QCOMPARE(desk.rows().messageAt(0).content, u"What is in these?"_s);
    if (kind == Kind::Team) {
        QCOMPARE(team.team().attachmentIds().constLast().size(), 3);
        QCOMPARE(team.team().attachments().size(), 3);
        QVERIFY(std::all_of(arrived.cbegin(), arrived.cend(), [](const QByteArray &body) { return body.contains("region;units"); }));
    }
}

// The team server keeps no bytes (contract 3.10): nothing is taken that would be lost, and the text is not held up.
void TestAcceptance::scenario_2_aServerThatTakesNoFilesSaysSo()
{
    Team team(Kind::Team, *m_home);
    QVERIFY(team.start());
    QVERIFY(signIn(team));
    Desk desk(options());
    QVERIFY(desk.isReady());
    desk.drop(QStringLiteral(DESK_TEST_DATA "/sales.csv"));
    auto *page = desk.find<QWidget>(u"chatPage"_s);
    const auto banners = page->findChildren<QWidget *>(u"errorBanner"_s);
    QTRY_VERIFY(std::any_of(banners.cbegin(), banners.cend(), [](const QWidget *banner) { return banner->isVisible(); }));
    QVERIFY(desk.app.attachments().isEmpty());
    team.answer({u"Good morning."_s});
    desk.type(u"Say good morning"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.last().content, u"Good morning."_s, patienceMs);
}

void TestAcceptance::scenario_3_twoAnswersAtOnceEachInItsPlace()
{
    QFETCH(const Kind, kind);
    Team team(kind, *m_home);
    QVERIFY(team.start());
    QVERIFY(signIn(team));
    Desk desk(options());
    QVERIFY(desk.isReady());
    const QStringList first = words(u"north"_s, 50);
    const QStringList second = words(u"south"_s, 50);
    team.answer(first, 40);
    desk.type(u"What of the north?"_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().content.contains(u"north2 "_s), patienceMs);
    team.answer(second, 40);
    QTest::keySequence(&desk.app.window(), QKeySequence::New);
    QTRY_COMPARE(desk.rows().rowCount(), 0);
    desk.type(u"What of the south?"_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().content.contains(u"south2 "_s), patienceMs);
    QCOMPARE(desk.app.sessions().busyCount(), 2);

    // To and fro by the keys while both go on.
    const auto show = [&desk](const QString &title) {
        auto *list = desk.find<QListView>(u"conversationList"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (!index.data(Qt::DisplayRole).toString().contains(title))
                continue;
            list->setFocus();
            list->setCurrentIndex(index);
            QTest::keyClick(list, Qt::Key_Return);
            return true;
        }
        return false;
    };
    QTRY_VERIFY(show(u"north"_s));
    QTRY_VERIFY(desk.rows().rowCount() == 2 && desk.rows().messageAt(0).content == u"What of the north?"_s);
    QVERIFY(!desk.last().content.contains(u"south"_s));
    QTRY_VERIFY(show(u"south"_s));
    QTRY_VERIFY(desk.rows().rowCount() == 2 && desk.rows().messageAt(0).content == u"What of the south?"_s);
    QVERIFY(!desk.last().content.contains(u"north"_s));
    QTRY_COMPARE_WITH_TIMEOUT(desk.app.sessions().busyCount(), 0, 30'000);
    QCOMPARE(desk.last().content.trimmed(), second.join(QString()).trimmed());
    QVERIFY(show(u"north"_s));
    QTRY_COMPARE(desk.rows().messageAt(0).content, u"What of the north?"_s);
    QCOMPARE(desk.last().content.trimmed(), first.join(QString()).trimmed());
    QCOMPARE(desk.last().state, MessageState::Complete);
}

void TestAcceptance::scenario_4_anExpiredTokenLosesNothing()
{
    QFETCH(const Kind, kind);
    IdentityServer identity(IdentityServer::Kind::Oidc);
    Team team(kind, *m_home);
    team.guard([&identity](const QByteArray &bearer) { return identity.isGoodAccess(bearer); });
    QVERIFY(team.start());
    QVERIFY(signIn(team.cable().url(), renewable(identity), identity.url()));
    Desk desk(options());
    QVERIFY(desk.isReady());

    const QStringList slow = words(u"word"_s, 40);
    team.answer(slow, 40);
    desk.type(u"Tell me something long."_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().content.contains(u"word3 "_s), patienceMs);
    auto *edit = desk.find<QPlainTextEdit>(u"composerText"_s);
    edit->setFocus();
    QTest::keyClicks(edit, u"half of the next"_s);
    const int tokens = identity.accessTokens();
    identity.expireAccess(); // mid-stream, and mid-edit
    QTest::keyClicks(edit, u" question"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.last().state, MessageState::Complete, 30'000);
    QCOMPARE(desk.last().content.trimmed(), slow.join(QString()).trimmed());
    QCOMPARE(edit->toPlainText(), u"half of the next question"_s);

    team.answer({u"Here it is."_s});
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(desk.last().content, u"Here it is."_s, 30'000);
    QVERIFY(identity.accessTokens() > tokens); // renewed on the way, unnoticed
    QCOMPARE(desk.rows().rowCount(), 4);
    QCOMPARE(team.asked(), 2);
}

// The next request is refused before the token is renewed: it is the one that would take up the stream again, or look for the turn.
void TestAcceptance::scenario_4_aStreamThatBreaksAfterTheTokenExpiredIsNotLost()
{
    QFETCH(const Kind, kind);
    IdentityServer identity(IdentityServer::Kind::Oidc);
    Team team(kind, *m_home);
    team.guard([&identity](const QByteArray &bearer) { return identity.isGoodAccess(bearer); });
    QVERIFY(team.start());
    QVERIFY(signIn(team.cable().url(), renewable(identity), identity.url()));
    Desk desk(options());
    QVERIFY(desk.isReady());
    team.answer({u"First."_s});
    desk.type(u"One"_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().content == u"First."_s && desk.last().state == MessageState::Complete, patienceMs);

    const QStringList slow = words(u"word"_s, 60);
    team.answer(slow, 40);
    if (kind == Kind::Team)
        team.answer(slow); // to the second attempt: this server loses a turn with its connection
    desk.type(u"Tell me something long."_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().content.contains(u"word5 "_s), patienceMs);
    const QString before = desk.last().content.trimmed();
    const int tokens = identity.accessTokens();
    identity.expireAccess();
    team.cable().cut();
    const ChatSession *session = desk.app.window().chat().session();
    QTRY_VERIFY_WITH_TIMEOUT(session->state() != ChatSession::State::Streaming, patienceMs); // it has noticed
    QVERIFY(desk.last().content.startsWith(before));
    team.cable().mend();
    if (kind == Kind::Team) {
        QTRY_COMPARE_WITH_TIMEOUT(desk.last().state, MessageState::Interrupted, 60'000);
        QVERIFY(desk.last().content.startsWith(before)); // what was read stays
        retry(desk);
    }
    QTRY_COMPARE_WITH_TIMEOUT(desk.last().state, MessageState::Complete, 60'000);
    QCOMPARE(desk.last().content.trimmed(), slow.join(QString()).trimmed());
    QVERIFY(identity.accessTokens() > tokens);
    QCOMPARE(desk.rows().rowCount(), 4);
}

void TestAcceptance::scenario_4_anEndedSessionKeepsWhatIsWritten()
{
    QFETCH(const Kind, kind);
    IdentityServer identity(IdentityServer::Kind::Oidc);
    Team team(kind, *m_home);
    team.guard([&identity](const QByteArray &bearer) { return identity.isGoodAccess(bearer); });
    QVERIFY(team.start());
    Session session = renewable(identity);
    QVERIFY(signIn(team.cable().url(), session, identity.url()));
    {
        Desk desk(options());
        QVERIFY(desk.isReady());
        team.answer({u"First."_s});
        desk.type(u"One"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.last().content, u"First."_s, patienceMs);
        identity.expireAccess();
        identity.endSession();
        desk.type(u"A question nobody may lose"_s);
        auto *banner = desk.find<QWidget>(u"workspaceFailure"_s);
        QVERIFY(banner != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patienceMs);
        auto *edit = desk.find<QPlainTextEdit>(u"composerText"_s);
        bool isThere = edit->toPlainText().contains(u"nobody may lose"_s);
        for (int row = 0; row < desk.rows().rowCount(); ++row)
            isThere = isThere || desk.rows().messageAt(row).content.contains(u"nobody may lose"_s);
        QVERIFY(isThere);
    }
    QCOMPARE(team.asked(), 1);
    // Signed in again, it is still there and goes out once.
    session.renewal = identity.grantRefreshToken();
    bool written = false;
    session.baseUrl = m_profile.baseUrl;
    m_keychain.write(sessionKey(m_profile), toStored(session), this,
                     [&written](const Result<> &outcome) { written = outcome.has_value(); });
    QTRY_VERIFY(written);
    team.answer({u"Second."_s});
    Desk desk(options());
    QVERIFY(desk.isReady());
    // What was refused is sent again by the person; what was left open goes out by itself.
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().state == MessageState::Failed || desk.last().content == u"Second."_s, 60'000);
    if (desk.last().state == MessageState::Failed)
        retry(desk);
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().content == u"Second."_s && desk.last().state == MessageState::Complete, 30'000);
    QCOMPARE(team.asked(), 2);
    QCOMPARE(desk.rows().rowCount(), 4);
    QCOMPARE(desk.rows().messageAt(2).content, u"A question nobody may lose"_s);
}

// By the keys alone, among a hundred thousand messages (inventory D-28, D-40).
void TestAcceptance::scenario_10_aPhraseOfThreeMonthsAgoIsFoundAndExported()
{
    QFETCH(const Kind, kind);
    const Archive archive;
    Team team(kind, *m_home);
    QVERIFY(team.holds(archive));
    QVERIFY(team.start());
    QVERIFY(signIn(team));
    QVERIFY(archive.keep({options().userDir}, m_profile.id + u'/'));
    Desk desk(options());
    QVERIFY(desk.isReady());
    // The conversation with the phrase is read from the server, page by page, while nobody asks for it.
    const FillProgress whole{Archive::conversations, Archive::conversations};
    QTRY_COMPARE_WITH_TIMEOUT(desk.app.filler().progress(), whole, 60'000);
    MainWindow &window = desk.app.window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));

    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto *search = desk.find<QDialog>(u"searchDialog"_s);
    QVERIFY(search != nullptr && QTest::qWaitForWindowActive(search));
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr && search->isAncestorOf(QApplication::focusWidget()));
    QElapsedTimer clock;
    clock.start();
    QTest::keyClicks(QApplication::focusWidget(), u'"' + Archive::phrase() + u'"');
    auto *hits = search->findChild<QListView *>(u"searchHits"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hits->model()->rowCount() > 0, patienceMs);
    qInfo("typed and found among %d messages in %lld ms", Archive::conversations * Archive::messagesEach, clock.elapsed());
    QTRY_COMPARE(hits->model()->rowCount(), 1); // nothing but the phrase, now that all of it is typed
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    auto *view = desk.find<QListView>(u"transcript"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.chat().conversationId(), archive.conversation(Archive::phraseIn).id, patienceMs);
    const auto shown = [&] {
        return desk.rows().rowCount() > view->currentIndex().row() ? desk.rows().messageAt(view->currentIndex().row()) : Message();
    };
    QTRY_VERIFY_WITH_TIMEOUT(view->currentIndex().isValid() && shown().content.contains(Archive::phrase()), patienceMs);
    QTRY_VERIFY(view->viewport()->rect().intersects(view->visualRect(view->currentIndex())));

    QTRY_VERIFY_WITH_TIMEOUT(window.chat().canExport(), patienceMs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_P, Qt::ControlModifier);
    const QByteArray pdf = saved(desk, u"found.pdf"_s, false);
    QVERIFY2(pdf.startsWith("%PDF-1."), pdf.left(60).constData());
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    const QByteArray document = saved(desk, u"found.odt"_s, true);
    QVERIFY2(document.startsWith("PK\x03\x04"), document.left(60).constData());
    QCOMPARE(fromZip(document, "mimetype"), QByteArray("application/vnd.oasis.opendocument.text"));
    const QByteArray content = fromZip(document, "content.xml");
    QVERIFY(content.contains(Archive::phrase().toUtf8()));
    QVERIFY(content.contains("ordered 3493 units")); // the newest, and
    QVERIFY(content.contains("ordered 0 units"));    // the oldest of the conversation
}

// Out of the export dialog, by its keys.
QByteArray TestAcceptance::saved(Desk &desk, const QString &name, bool asDocument)
{
    auto *window = &desk.app.window();
    const auto *dialog = active<QDialog>(*window, u"exportDialog"_s);
    if (dialog == nullptr)
        return "no export dialog";
    auto *format = dialog->findChild<QWidget *>(u"exportFormat"_s);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_F, Qt::AltModifier);
    if (!QTest::qWaitFor([format] { return format->hasFocus(); }, 5000))
        return "Alt+F does not go to the format";
    if (asDocument)
        QTest::keyClick(format, Qt::Key_Down);
    QTest::keyClick(format, Qt::Key_E, Qt::AltModifier);
    const QPointer<QFileDialog> files = active<QFileDialog>(*window, {});
    if (!files)
        return "no file dialog";
    const QString path = m_home->filePath(name);
    auto *field = files->findChild<QLineEdit *>(u"fileNameEdit"_s);
    field->setText(path); // as pasted: typing opens a list of what is there, over the dialog
    QTest::keyClick(field, Qt::Key_Return);
    if (!QTest::qWaitFor([&files] { return !files || !files->isVisible(); }, 5000))
        return "the file dialog stays";
    const auto *result = dialog->findChild<QLabel *>(u"exportResult"_s);
    if (!QTest::qWaitFor([&] { return result->isVisible() && result->text().contains(path); }, 40'000))
        return "nothing was saved";
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QTEST_MAIN(TestAcceptance)
#include "tst_acceptance.moc"
