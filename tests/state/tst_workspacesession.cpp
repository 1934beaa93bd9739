// A team workspace and its session, and the people its service knows: opened, ended and taken up again in place (HTTP-12, AUTH-14, AUTH-17,
// AUTH-19, S-049, S-053).
#include "auth/authmanager.h"
#include "auth/authmanagers.h"
#include "auth/memorystore.h"
#include "auth/profiletokensource.h"
#include "auth/signin/signinattempt.h"
#include "state/chat/chatsession.h"
#include "state/conversations/conversationstore.h"
#include "state/conversations/peoplelookup.h"
#include "state/workspace.h"
#include "support/identityserver.h"

#include "api/apiclient.h"
#include "api/transport.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using State = Workspace::State;
using Fault = IdentityServer::Fault;

namespace {

AuthServices quick()
{
    AuthServices services;
    services.patience.firstRetryMs = 20;
    services.patience.longestRetryMs = 100;
    services.patience.revokeMs = 500;
    return services;
}

// A team server that lets in whom its sign-in service let in.
struct Team {
    IdentityServer identity{IdentityServer::Kind::Team};
    FaultServer server{[this](const Received &request) { return answer(request); }};
    MemoryStore secrets;
    AuthManagers sessions{secrets, quick()};
    ProfileTokenSource tokens;
    Transport transport{tokens};
    ApiClient api{transport};
    Workspace workspace{api, tokens, sessions, {}};
    ConversationStore conversations{api};
    QSignalSpy ready{&workspace, &Workspace::ready};
    QSignalSpy accountChanged{&workspace, &Workspace::accountChanged};
    Profile profile;

    Team()
    {
        profile.kind = Profile::Kind::Team;
        profile.name = u"Team"_s;
        profile.id = u"p1"_s;
        profile.baseUrl = QUrl(server.url().toString() + u"/prefix"_s);
        profile.identityUrl = identity.url();
        profile.signIn = SignInWay::EmailCode;
    }

    Scripted answer(const Received &request)
    {
        if (!identity.isGoodAccess(request.headers.value("authorization").mid(7)))
            return reply(401, R"({"detail":"no"})");
        if (request.target.contains("/stream/agentic"))
            return eventStream({"event: content\ndata: {\"message\":\"Hello\"}\n\n", "event: message_complete\ndata: {}\n\n"},
                               Scripted::End::Close);
        return reply(404, R"({"detail":"Not Found"})");
    }
    [[nodiscard]] bool becomes(State state)
    {
        return QTest::qWaitFor([this, state] { return workspace.state() == state; }, 10'000);
    }
    [[nodiscard]] bool signIn()
    {
        const auto before = ready.size();
        const QPointer<SignInAttempt> attempt = workspace.session()->signIn(SignInWay::EmailCode);
        attempt->start();
        attempt->answer(u"ana@example.org"_s);
        if (!QTest::qWaitFor([&] { return attempt && attempt->step().kind == SignInStep::Kind::AskCode; }, 10'000))
            return false;
        attempt->answer(u"123456"_s);
        return QTest::qWaitFor([&] { return ready.size() > before; }, 10'000);
    }
    [[nodiscard]] bool openSignedIn()
    {
        workspace.open(profile);
        return becomes(State::Failed) && signIn() && workspace.state() == State::Ready;
    }
};

QJsonArray somePeople()
{
    return {QJsonObject{{u"user_id"_s, u"81ff-ben"_s},
                        {u"email"_s, u"ben@example.org"_s},
                        {u"display_name"_s, QJsonValue()},
                        {u"first_name"_s, u"Ben"_s},
                        {u"last_name"_s, u"Berg & Co+"_s}},
            QJsonObject{{u"user_id"_s, u"9d-carla"_s}, {u"email"_s, u"carla@example.org"_s}},
            QJsonObject{{u"email"_s, u"carla without an id"_s}}};
}

} // namespace

class TestWorkspaceSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodySignedInIsSaidAndGoesOnByItself();
    void aStoredSessionOpensByItself();
    void S_049_aServiceOutOfReachIsNotSignedOut();
    void S_053_aSessionThatEndsLeavesTheWorkspaceOpen();
    void AUTH_17_signingOutForgets();
    void AUTH_19_anotherPersonStartsWithNothing();
    void AUTH_19_switchingKeepsTheSessionsApart();
    void AUTH_19_theLocalWorkspaceHasNoSession();
    void aServerThatNeedsATokenAfterAllAsksForTheSignInOnce();
    void AUTH_19_aTokenForTheNewAddressNeverReachesTheOldServer();
    void anEditedProfileIsOpenedAnewOnlyWhenItLeadsElsewhere();
    void CH_24_peopleAreFoundAtTheSignInServiceAlone();
    void CH_24_onlyTheLastTextIsAskedFor();
    void CH_24_aLookupThatFailsIsToldAndTriedAgain();
    void CH_24_nobodyIsLookedUpWithoutASessionByMail();
};

void TestWorkspaceSession::nobodySignedInIsSaidAndGoesOnByItself()
{
    Team team;
    team.workspace.open(team.profile);
    QVERIFY(team.becomes(State::Failed));
    QCOMPARE(team.workspace.error().kind, Error::Kind::Unauthorized);
    QVERIFY(!team.workspace.error().nextStep.isEmpty());
    QVERIFY(team.server.received().isEmpty()); // nothing is asked for without a session
    QVERIFY(team.signIn());
    QCOMPARE(team.workspace.state(), State::Ready);
    QVERIFY(team.server.received().constFirst().target.startsWith("/prefix/"));
    QCOMPARE(team.accountChanged.size(), 0);
}

void TestWorkspaceSession::aStoredSessionOpensByItself()
{
    Team team;
    QVERIFY(team.openSignedIn());
    team.workspace.close();
    team.sessions.remove(u"p1"_s); // as after a restart
    QVERIFY(!team.sessions.find(u"p1"_s));
    team.workspace.open(team.profile);
    QVERIFY(team.becomes(State::Ready));
    QCOMPARE(team.workspace.session()->person().email, u"ana@example.org"_s);
}

void TestWorkspaceSession::S_049_aServiceOutOfReachIsNotSignedOut()
{
    Team team;
    QVERIFY(team.openSignedIn());
    team.workspace.close();
    team.sessions.remove(u"p1"_s);
    team.identity.failAll(Fault::Unavailable);
    team.workspace.open(team.profile);
    QVERIFY(team.becomes(State::Failed));
    QVERIFY(team.workspace.error().kind != Error::Kind::Unauthorized);
    QCOMPARE(team.workspace.session()->state(), AuthManager::State::Unreachable);
    team.workspace.retry(); // by hand: still away
    team.identity.failAll(Fault::None);
    QVERIFY(team.becomes(State::Ready)); // by itself
}

void TestWorkspaceSession::S_053_aSessionThatEndsLeavesTheWorkspaceOpen()
{
    Team team;
    QVERIFY(team.openSignedIn());
    ChatSession chat(team.api, team.workspace, team.conversations);
    QSignalSpy failed(&chat, &ChatSession::failed);
    team.identity.expireAccess();
    team.identity.endSession();
    chat.send(u"half a day of thought"_s, {}, {});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, Error::Kind::Unauthorized);
    QTRY_COMPARE(team.workspace.session()->state(), AuthManager::State::Expired);
    QCOMPARE(team.workspace.state(), State::Ready);
    QCOMPARE(chat.transcript().messageAt(0).content, u"half a day of thought"_s); // with its Retry
    const auto before = team.ready.size();
    QVERIFY(team.signIn());
    QCOMPARE(team.ready.size(), before + 1); // everything is loaded again, in place
    QCOMPARE(team.accountChanged.size(), 0);
    QSignalSpy ended(&chat, &ChatSession::turnEnded);
    chat.retry(0);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(ended.constFirst().constFirst().toBool());
}

void TestWorkspaceSession::AUTH_17_signingOutForgets()
{
    Team team;
    QVERIFY(team.openSignedIn());
    team.workspace.session()->signOut();
    QCOMPARE(team.workspace.state(), State::Failed);
    QCOMPARE(team.workspace.error().kind, Error::Kind::Unauthorized);
    QCOMPARE(team.accountChanged.size(), 1);
    QVERIFY(team.tokens.bearer().isEmpty());
    QVERIFY(team.signIn());
    QCOMPARE(team.workspace.state(), State::Ready);
}

void TestWorkspaceSession::AUTH_19_anotherPersonStartsWithNothing()
{
    Team team;
    QVERIFY(team.openSignedIn());
    qsizetype asked = 0; // before the old one was forgotten
    QObject context;
    QObject::connect(&team.workspace, &Workspace::accountChanged, &context, [&] { asked = team.server.received().size(); });
    team.identity.person.insert("sub"_L1, u"u-ben"_s);
    QVERIFY(team.signIn());
    QCOMPARE(team.accountChanged.size(), 1);
    QCOMPARE(team.workspace.state(), State::Ready);
    QCOMPARE(team.tokens.account(), u"p1/u-ben"_s);
    QCOMPARE(asked, team.server.received().size() - 1); // the capabilities, after it was told
}

void TestWorkspaceSession::AUTH_19_switchingKeepsTheSessionsApart()
{
    Team one;
    Team other;
    QVERIFY(one.openSignedIn());
    const QByteArray token = one.tokens.bearer();
    Profile second = other.profile;
    second.id = u"p2"_s;
    second.signIn = SignInWay::Token;
    one.workspace.open(second);
    QVERIFY(one.becomes(State::Failed)); // that server wants a token
    QVERIFY(!other.server.received().isEmpty());
    for (const Received &request : other.server.received())
        QVERIFY(!request.head.contains(token));
    one.workspace.open(one.profile);
    QVERIFY(one.becomes(State::Ready)); // still signed in there
    QCOMPARE(one.tokens.bearer(), token);
}

void TestWorkspaceSession::AUTH_19_theLocalWorkspaceHasNoSession()
{
    Team team;
    QVERIFY(team.openSignedIn());
    team.workspace.open(Profile{Profile::Kind::Local, Profile::localName()});
    QVERIFY(!team.workspace.session());
    QVERIFY(team.tokens.bearer().isEmpty());
    QVERIFY(!team.tokens.canRefresh());
    QVERIFY(team.sessions.find(u"p1"_s)->hasSession()); // it goes on in the background
}

void TestWorkspaceSession::aServerThatNeedsATokenAfterAllAsksForTheSignInOnce()
{
    FaultServer server([](const Received &request) {
        if (request.target == "/capabilities")
            return reply(404, R"({"detail":"Not Found"})");
        return request.headers.value("authorization") == "Bearer good-token" ? json("[]") : reply(401, R"({"detail":"no"})");
    });
    Team team;
    team.profile.signIn = SignInWay::Token;
    team.profile.identityUrl.clear();
    team.profile.baseUrl = server.url();
    team.workspace.open(team.profile);
    QVERIFY(team.becomes(State::Ready)); // it may need none: nobody knows before a call is refused
    QVERIFY(!team.workspace.asksForSignIn());
    QSignalSpy failed(&team.conversations, &ConversationStore::failed);
    bool wasAskedFirst = false;
    connect(&team.conversations, &ConversationStore::failed, &team.workspace,
            [&] { wasAskedFirst = team.workspace.asksForSignIn(); }); // so that a page need not say it again
    team.conversations.refresh();
    QVERIFY(team.becomes(State::Failed));
    QCOMPARE(team.workspace.error().kind, Error::Kind::Unauthorized);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(wasAskedFirst);
    team.workspace.saveToken(team.profile, "good-token", &team.workspace, [](const Result<> &) {});
    QVERIFY(team.becomes(State::Ready));
    QVERIFY(!team.workspace.asksForSignIn());
}

void TestWorkspaceSession::AUTH_19_aTokenForTheNewAddressNeverReachesTheOldServer()
{
    FaultServer before([](const Received &) { return reply(401, R"({"detail":"no"})"); });
    FaultServer after([](const Received &) { return reply(404, R"({"detail":"Not Found"})"); });
    Team team;
    team.profile.signIn = SignInWay::Token;
    team.profile.identityUrl.clear();
    team.profile.baseUrl = before.url();
    team.workspace.open(team.profile);
    QVERIFY(team.becomes(State::Failed));
    Profile moved = team.profile;
    moved.baseUrl = after.url();
    bool isStored = false;
    team.workspace.saveToken(moved, "token-of-the-new-server", &team.workspace, [&isStored](const Result<> &) { isStored = true; });
    QTRY_VERIFY(isStored);
    QVERIFY(team.becomes(State::Ready));
    for (const Received &request : before.received())
        QVERIFY(!request.headers.value("authorization").contains("new-server"));
    QCOMPARE(after.received().constFirst().headers.value("authorization"), QByteArray("Bearer token-of-the-new-server"));
}

void TestWorkspaceSession::anEditedProfileIsOpenedAnewOnlyWhenItLeadsElsewhere()
{
    FaultServer server([](const Received &) { return reply(404, R"({"detail":"Not Found"})"); });
    Team team;
    team.profile.signIn = SignInWay::Token;
    team.profile.identityUrl.clear();
    team.profile.baseUrl = QUrl(u"http://127.0.0.1:1"_s); // mistyped
    team.workspace.open(team.profile);
    QVERIFY(team.becomes(State::Failed));
    team.profile.baseUrl = server.url();
    team.workspace.updateProfile(team.profile);
    QVERIFY(team.becomes(State::Ready));
    const auto connections = server.connections();
    QSignalSpy changed(&team.workspace, &Workspace::stateChanged);
    team.profile.name = u"Other name"_s;
    team.workspace.updateProfile(team.profile);
    QCOMPARE(changed.size(), 1); // whoever shows it looks again
    QCOMPARE(team.workspace.profile().name, u"Other name"_s);
    QCOMPARE(team.workspace.state(), State::Ready);
    QCOMPARE(server.connections(), connections);
    Profile stranger = team.profile;
    stranger.id = u"p2"_s;
    stranger.baseUrl = QUrl(u"http://127.0.0.1:1"_s);
    team.workspace.updateProfile(stranger);
    QCOMPARE(team.workspace.state(), State::Ready);
}

void TestWorkspaceSession::CH_24_peopleAreFoundAtTheSignInServiceAlone()
{
    Team team;
    team.identity.people = somePeople();
    QVERIFY(team.openSignedIn());
    KnownPeople known;
    PeopleLookup lookup(team.workspace, known);
    QVERIFY(lookup.isOffered());
    lookup.look(u"b"_s); // too little for the service
    QCOMPARE(lookup.state(), PeopleLookup::State::Idle);
    lookup.look(u" berg & co+ "_s);
    QCOMPARE(lookup.state(), PeopleLookup::State::Looking);
    QVERIFY(lookup.people().isEmpty());
    QTRY_COMPARE(lookup.state(), PeopleLookup::State::Found);
    QCOMPARE(lookup.people(), (QList<Person>{{UserId(u"81ff-ben"_s), u"Ben Berg & Co+"_s, u"ben@example.org"_s}}));
    QCOMPARE(lookup.nameOf(UserId(u"81ff-ben"_s)), u"Ben Berg & Co+"_s);
    lookup.look(u"CARLA"_s);
    QTRY_COMPARE(lookup.state(), PeopleLookup::State::Found);
    QCOMPARE(lookup.people().constFirst().name, QString()); // no name is made up
    QCOMPARE(lookup.nameOf(UserId(u"9d-carla"_s)), u"carla@example.org"_s);
    QCOMPARE(lookup.nameOf(UserId(u"81ff-ben"_s)), u"Ben Berg & Co+"_s); // found before
    QCOMPARE(lookup.nameOf(UserId(u"stranger"_s)), QString());
    lookup.look(u"nobody at all"_s);
    QTRY_COMPARE(lookup.state(), PeopleLookup::State::None);
    const QList<Received> asked = team.identity.requests("/roles/users/search");
    QCOMPARE(asked.size(), 3);
    QCOMPARE(asked.constFirst().headers.value("authorization"), QByteArray("Bearer " + team.identity.sessionToken()));
    for (const Received &request : team.server.received()) {
        QVERIFY(!request.target.contains("/roles/"));
        QVERIFY(!request.headers.value("authorization").contains(team.identity.sessionToken()));
    }
}

void TestWorkspaceSession::CH_24_onlyTheLastTextIsAskedFor()
{
    Team team;
    team.identity.people = somePeople();
    QVERIFY(team.openSignedIn());
    KnownPeople known;
    PeopleLookup lookup(team.workspace, known);
    for (const QString &text : {u"ca"_s, u"car"_s, u"carl"_s})
        lookup.look(text);
    QTRY_COMPARE(lookup.state(), PeopleLookup::State::Found);
    QCOMPARE(team.identity.count("/roles/users/search"), 1);
    QCOMPARE(team.identity.requests("/roles/users/search").constFirst().target, QByteArray("/roles/users/search?q=carl"));
    // A request that hangs does not hold up the next one, and its answer never shows.
    team.identity.failNext("/roles/users/search", Fault::Silence);
    lookup.look(u"ben"_s);
    QTRY_COMPARE(team.identity.count("/roles/users/search"), 2);
    lookup.look(u"carla"_s);
    QTRY_COMPARE(lookup.state(), PeopleLookup::State::Found);
    QCOMPARE(lookup.people().constFirst().id, UserId(u"9d-carla"_s));
    lookup.look(u"ben"_s);
    lookup.stop();
    QCOMPARE(lookup.state(), PeopleLookup::State::Idle);
    QCOMPARE(team.identity.count("/roles/users/search"), 3);
}

void TestWorkspaceSession::CH_24_aLookupThatFailsIsToldAndTriedAgain()
{
    Team team;
    team.identity.people = somePeople();
    QVERIFY(team.openSignedIn());
    KnownPeople known;
    PeopleLookup lookup(team.workspace, known);
    team.identity.failNext("/roles/users/search", Fault::Refused);
    lookup.look(u"ben"_s);
    QTRY_COMPARE(lookup.state(), PeopleLookup::State::Failed);
    QVERIFY(!lookup.error().message.isEmpty());
    QVERIFY(team.workspace.session()->hasSession()); // that service's trouble is none of the session's
    QCOMPARE(team.workspace.state(), State::Ready);
    lookup.look(u"ben"_s);
    QTRY_COMPARE(lookup.state(), PeopleLookup::State::Found);
    team.identity.endSession(); // 401
    lookup.look(u"carla"_s);
    QTRY_COMPARE(lookup.state(), PeopleLookup::State::Failed);
    QCOMPARE(lookup.error().kind, Error::Kind::Unauthorized);
}

void TestWorkspaceSession::CH_24_nobodyIsLookedUpWithoutASessionByMail()
{
    Team team;
    team.identity.people = somePeople();
    QVERIFY(team.openSignedIn());
    KnownPeople known;
    PeopleLookup lookup(team.workspace, known);
    lookup.look(u"ben"_s);
    team.workspace.session()->signOut();
    QTRY_COMPARE(lookup.state(), PeopleLookup::State::Idle);
    QVERIFY(!lookup.isOffered());
    lookup.look(u"carla"_s);
    QCOMPARE(lookup.state(), PeopleLookup::State::Idle);
    bool isTaken = false;
    team.workspace.session()->adoptToken("pasted", &team.workspace, [&isTaken](const auto &) { isTaken = true; });
    QTRY_VERIFY(isTaken);
    QVERIFY(team.workspace.session()->hasSession());
    QVERIFY(!lookup.isOffered()); // a pasted token is for the agent server alone
    QCOMPARE(team.identity.count("/roles/users/search"), 0);
}

QTEST_GUILESS_MAIN(TestWorkspaceSession)
#include "tst_workspacesession.moc"
