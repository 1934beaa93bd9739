// The session under the transport: calls, streams and one renewal for all (HTTP-12, HTTP-13, FI-15, FI-29, AUTH-10, AUTH-18, contract 2.7).
#include "authfixture.h"

#include "api/apiclient.h"
#include "api/policy/tokengate.h"
#include "api/policyfixture.h"
#include "api/stream/livestream.h"
#include "api/stream/streamhub.h"
#include "api/transport.h"
#include "auth/profiletokensource.h"
#include "domain/log.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

// An agent server that lets in whom the sign-in service let in.
struct Served : AuthFixture {
    FaultServer server{[this](const Received &request) { return answer(request); }};
    ProfileTokenSource tokens;
    Transport transport{tokens};
    ApiClient api{transport};
    FaultServer::Handler script = [](const Received &) { return json("[]"); };

    explicit Served(SignInWay way)
        : AuthFixture(way)
    {
        profile.baseUrl = server.url();
        make();
        api.setBaseUrl(server.url());
        tokens.setSource(manager.get());
    }
    ~Served() { tokens.setSource(nullptr); }

    Scripted answer(const Received &request)
    {
        const QByteArray bearer = request.headers.value("authorization").mid(7);
        return identity.isGoodAccess(bearer) ? script(request) : refusal(401);
    }
    [[nodiscard]] ApiCall<void> *call(const QByteArray &verb, const QString &path, bool mayRepeat = true)
    {
        RequestSpec spec = request(verb, path);
        spec.mayRepeat = mayRepeat;
        return new ApiCall<void>(transport, spec);
    }
    [[nodiscard]] int exchanges() const { return identity.count("/oauth/token"); }
};

// The calls of `policyfixture` on this transport.
bool allSucceed(Served &served, int count)
{
    Calls calls;
    for (int i = 0; i < count; ++i)
        calls.add(served.call(i % 2 == 0 ? "GET" : "POST", u"/things/%1"_s.arg(i)));
    return calls.wait(30'000) && calls.succeeded() == count;
}

} // namespace

class TestAuthTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void HTTP_12_FI_29_fiftyCallsRenewOnce();
    void HTTP_12_FI_29_aRefusedRenewalReplaysNothingAndSaysSoOnce();
    void HTTP_12_signingInAgainInPlaceGoesOn();
    void HTTP_13_aTokenThatChangedMeanwhileIsUsed();
    void HTTP_13_aRenewalThatFailsWedgesNothing();
    void AUTH_14_aServiceOutOfReachIsNotASignIn();
    void FI_15_aStreamOutlivesItsToken();
    void longWorkBeginsWithAFreshToken_data();
    void longWorkBeginsWithAFreshToken();
    void AUTH_10_aForgedLabelOpensNothing();
    void AUTH_18_tokensTravelInOneHeaderOnly();
    void AUTH_19_switchingProfilesSendsNobodysToken();
};

void TestAuthTransport::HTTP_12_FI_29_fiftyCallsRenewOnce()
{
    Served served(SignInWay::EmailCode);
    QVERIFY(served.signIn());
    QVERIFY(allSucceed(served, 10));
    served.identity.expireAccess();
    const int before = served.exchanges();
    const auto sent = served.server.received().size();
    QVERIFY(allSucceed(served, 50));
    QCOMPARE(served.exchanges(), before + 1);
    QVERIFY(served.server.received().size() - sent <= 100); // each replayed once at most
    QCOMPARE(served.manager->state(), State::SignedIn);
}

void TestAuthTransport::HTTP_12_FI_29_aRefusedRenewalReplaysNothingAndSaysSoOnce()
{
    Served served(SignInWay::EmailCode);
    QVERIFY(served.signIn());
    served.identity.expireAccess();
    served.identity.endSession();
    QSignalSpy signedOut(served.manager.get(), &AuthManager::signedOut);
    const int before = served.exchanges();
    Calls calls;
    for (int i = 0; i < 50; ++i)
        calls.add(served.call("GET", u"/things/%1"_s.arg(i)));
    QVERIFY(calls.wait());
    QCOMPARE(calls.failed(Error::Kind::Unauthorized), 50);
    QCOMPARE(served.server.received().size(), 50);
    QCOMPARE(served.exchanges(), before + 1);
    QCOMPARE(signedOut.size(), 1); // one dialog, not fifty
    QCOMPARE(served.manager->state(), State::Expired);
}

void TestAuthTransport::HTTP_12_signingInAgainInPlaceGoesOn()
{
    Served served(SignInWay::EmailCode);
    QVERIFY(served.signIn());
    LiveStream::Options options;
    served.script = [](const Received &request) {
        return request.target == "/streams/runs/1" ? eventStream({"id: 1\ndata: x\n\n"}, Scripted::End::Hold) : json("[]");
    };
    const auto stream = served.transport.hub().watch(u"/streams/runs/1"_s, options);
    QTRY_COMPARE(stream->state(), LiveStream::State::Connected);
    served.identity.expireAccess();
    served.identity.endSession();
    served.server.resetAll();
    QTRY_COMPARE(stream->state(), LiveStream::State::AuthRequired);
    QTRY_COMPARE(served.manager->state(), State::Expired);
    QVERIFY(served.signIn());
    QTRY_COMPARE(stream->state(), LiveStream::State::Connected); // by itself
    QVERIFY(allSucceed(served, 3));
}

void TestAuthTransport::HTTP_13_aTokenThatChangedMeanwhileIsUsed()
{
    Served served(SignInWay::EmailCode);
    QVERIFY(served.signIn());
    served.identity.expireAccess();
    served.script = [](const Received &) { return json("[]"); };
    served.server.setHandler(
        [&served](const Received &request) { return request.attempt == 1 ? late(refusal(401), 300) : served.answer(request); });
    Calls calls;
    calls.add(served.call("GET", u"/things"_s));
    QTRY_COMPARE(served.server.received().size(), 1);
    served.manager->refresh(); // ahead of its end, while the call is on its way
    QVERIFY(served.becomes(State::SignedIn));
    const int before = served.exchanges();
    QVERIFY(calls.wait());
    QCOMPARE(calls.succeeded(), 1);
    QCOMPARE(served.exchanges(), before);
}

void TestAuthTransport::HTTP_13_aRenewalThatFailsWedgesNothing()
{
    Served served(SignInWay::EmailCode);
    served.services.patience.answerMs = 200;
    served.tokens.setSource(nullptr);
    served.make();
    served.tokens.setSource(served.manager.get());
    QVERIFY(served.signIn());
    for (const Fault fault : {Fault::Refused, Fault::HangUp, Fault::LostReply, Fault::Silence}) {
        served.identity.expireAccess();
        served.identity.failNext("/oauth/token", fault, 2);
        Calls calls;
        calls.add(served.call("GET", u"/things"_s));
        QVERIFY(calls.wait());
        QVERIFY(served.becomes(State::SignedIn)); // it went on by itself
        QVERIFY(allSucceed(served, 4));
    }
}

void TestAuthTransport::AUTH_14_aServiceOutOfReachIsNotASignIn()
{
    Served served(SignInWay::EmailCode);
    QVERIFY(served.signIn());
    served.identity.expireAccess();
    served.identity.failAll(Fault::Unavailable);
    const Error error = errorOf(served.call("GET", u"/things"_s));
    QVERIFY(error.kind != Error::Kind::Unauthorized); // nobody is asked to sign in
    QVERIFY(error.userText().contains(served.manager->error().nextStep));
    QCOMPARE(served.manager->state(), State::Unreachable);
    served.identity.failAll(Fault::None);
    QVERIFY(served.becomes(State::SignedIn));
    QVERIFY(allSucceed(served, 1));
}

void TestAuthTransport::FI_15_aStreamOutlivesItsToken()
{
    Served served(SignInWay::EmailCode);
    served.identity.accessSeconds = 60;
    QVERIFY(served.signIn());
    int sent = 0;
    // Four events a connection, then it breaks, as when a server notices that a token has expired; resumed after Last-Event-ID.
    served.script = [&](const Received &request) {
        const int from = request.headers.value("last-event-id").toInt();
        QByteArray events;
        for (int i = from + 1; i <= std::min(from + 4, 12); ++i)
            events += "id: " + QByteArray::number(i) + "\ndata: " + QByteArray::number(i) + "\n\n";
        sent = std::min(from + 4, 12);
        return eventStream({events}, sent < 12 ? Scripted::End::Reset : Scripted::End::Hold);
    };
    LiveStream::Options options;
    options.resume = true;
    const auto stream = served.transport.hub().watch(u"/streams/runs/1"_s, options);
    QByteArrayList data;
    int before = 0;
    QObject context;
    QObject::connect(stream.get(), &LiveStream::received, &context, [&](const QList<wire::ServerEvent> &events) {
        for (const wire::ServerEvent &event : events)
            data.append(event.data);
        if (data.size() == 4) { // its minute is over in the middle of the stream
            before = served.exchanges();
            served.identity.expireAccess();
        }
    });
    QTRY_COMPARE_WITH_TIMEOUT(data.size(), 12, 30'000);
    for (int i = 0; i < 12; ++i)
        QCOMPARE(data.at(i), QByteArray::number(i + 1)); // no gap, nothing twice
    QCOMPARE(served.exchanges(), before + 1);
    QCOMPARE(stream->state(), LiveStream::State::Connected);
}

void TestAuthTransport::longWorkBeginsWithAFreshToken_data()
{
    QTest::addColumn<qint64>("ageMs");
    QTest::addColumn<bool>("isLong");
    QTest::addColumn<int>("renewals");
    QTest::addRow("young") << qint64(9 * 60'000) << true << 0;
    QTest::addRow("less than five minutes left") << qint64(11 * 60'000) << true << 1;
    QTest::addRow("not for a small write") << qint64(11 * 60'000) << false << 0;
}

void TestAuthTransport::longWorkBeginsWithAFreshToken()
{
    QFETCH(qint64, ageMs);
    QFETCH(bool, isLong);
    QFETCH(int, renewals);
    Served served(SignInWay::EmailCode); // 15 minutes
    QVERIFY(served.signIn());
    served.clock->monotonicShiftMs = ageMs;
    const int before = served.exchanges();
    QVERIFY(succeeds(served.call("POST", u"/runs/invoke-async"_s, !isLong)));
    QCOMPARE(served.exchanges(), before + renewals);
    QCOMPARE(served.server.received().size(), 1);
    QCOMPARE(served.server.received().constFirst().headers.value("authorization"), "Bearer " + served.manager->bearer());
    // A chat turn is an event stream.
    served.clock->monotonicShiftMs *= 2;
    served.script = [](const Received &) { return eventStream({"data: x\n\n"}, Scripted::End::Close); };
    EventStream::Spec spec;
    spec.request = request(isLong ? "POST" : "GET", u"/chat/message/stream/agentic"_s);
    const auto closing = closingOf(new EventStream(served.transport, spec));
    QVERIFY(closing && *closing);
    QCOMPARE(served.exchanges(), before + renewals + (isLong ? 1 : 0));
}

void TestAuthTransport::AUTH_10_aForgedLabelOpensNothing()
{
    FaultServer server([](const Received &) { return refusal(403); });
    AuthFixture fixture(SignInWay::Token);
    fixture.profile.baseUrl = server.url();
    fixture.make();
    const QByteArray forged = IdentityServer::jwt({{u"sub"_s, u"u-eve"_s}, {u"roles"_s, u"Admin"_s}, {u"scope"_s, u"*"_s}});
    fixture.manager->adoptToken(forged, fixture.manager.get(), [](const auto &) {});
    QVERIFY(fixture.manager->person().isAdmin()); // what the screen may show …
    ProfileTokenSource tokens;
    tokens.setSource(fixture.manager.get());
    Transport transport(tokens);
    transport.setBaseUrl(server.url());
    const Error error = errorOf(new ApiCall<void>(transport, request("GET", u"/admin/stats"_s)));
    QCOMPARE(error.kind, Error::Kind::Forbidden); // … and what the server says to it
    QCOMPARE(server.received().size(), 1);
}

void TestAuthTransport::AUTH_18_tokensTravelInOneHeaderOnly()
{
    Served served(SignInWay::EmailCode);
    QVERIFY(served.signIn());
    served.identity.expireAccess();
    QVERIFY(allSucceed(served, 4));
    const QByteArray access = served.manager->bearer();
    for (const Received &sent : served.server.received()) {
        QCOMPARE(sent.head.count("Bearer "), 1);
        QVERIFY(!sent.target.contains(access) && !sent.body.contains(access));
    }
    for (const QByteArray &secret : {access, served.identity.sessionToken()})
        QVERIFY(!redact(u"x "_s + QString::fromLatin1(secret) + u" y"_s).contains(QString::fromLatin1(secret)));
}

void TestAuthTransport::AUTH_19_switchingProfilesSendsNobodysToken()
{
    Served served(SignInWay::EmailCode);
    QVERIFY(served.signIn());
    FaultServer other([](const Received &) { return refusal(401); });
    QSignalSpy changed(&served.tokens, &TokenSource::tokenChanged);
    const quint64 before = served.tokens.generation();
    served.tokens.setSource(nullptr);
    served.transport.setBaseUrl(other.url());
    QVERIFY(served.tokens.generation() != before);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(errorOf(served.call("GET", u"/things"_s)).kind, Error::Kind::Unauthorized);
    QVERIFY(!other.received().constFirst().headers.contains("authorization"));
    served.tokens.setSource(served.manager.get()); // back again, with a refresh that is under way while it changes
    QSignalSpy finished(&served.tokens, &TokenSource::refreshFinished);
    served.identity.failNext("/oauth/token", Fault::Silence);
    served.tokens.refresh();
    served.tokens.setSource(nullptr);
    QCOMPARE(finished.size(), 1);
    QVERIFY(!finished.constFirst().constFirst().toBool());
}

QTEST_GUILESS_MAIN(TestAuthTransport)
#include "tst_authtransport.moc"
