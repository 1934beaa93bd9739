#pragma once

#include "auth/authmanager.h"
#include "auth/memorystore.h"
#include "auth/signin/signinattempt.h"
#include "support/identityserver.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>

namespace desk::test {

using State = AuthManager::State;
using Step = SignInStep::Kind;
using Fault = IdentityServer::Fault;

// A secret store that does what the test wants: fails, or never answers a write and has not written either.
class ScriptedStore : public MemoryStore
{
    Q_OBJECT
public:
    bool failsWrites = false;
    bool hangsWrites = false;
    bool failsReads = false;
    int writes = 0;
    QByteArray stored; // what was written last

    void read(const QString &key, QObject *context, ReadHandler handler) override
    {
        ++reads;
        if (failsReads)
            QTimer::singleShot(0, context, [handler] { handler(Unexpected{failure()}); });
        else
            MemoryStore::read(key, context, std::move(handler));
    }
    void write(const QString &key, const QByteArray &secret, QObject *context, WriteHandler handler) override
    {
        ++writes;
        if (hangsWrites)
            return;
        if (failsWrites) {
            QTimer::singleShot(0, context, [handler] { handler(Unexpected{failure()}); });
            return;
        }
        stored = secret;
        MemoryStore::write(key, secret, context, std::move(handler));
    }
    [[nodiscard]] QByteArray at(const QString &key)
    {
        QByteArray out;
        bool isRead = false;
        MemoryStore::read(key, this, [&out, &isRead](const Result<QByteArray> &secret) {
            out = *secret;
            isRead = true;
        });
        static_cast<void>(QTest::qWaitFor([&isRead] { return isRead; }, 5000));
        return out;
    }
    int reads = 0;

private:
    static Error failure()
    {
        Error error;
        error.kind = Error::Kind::Storage;
        error.message = QStringLiteral("locked");
        return error;
    }
};

// A clock that goes as the test says, but for the ticking in between.
class ShiftedClock : public Clock
{
public:
    mutable qint64 wallShiftMs = 0;
    mutable qint64 monotonicShiftMs = 0;
    [[nodiscard]] QDateTime now() const override { return Clock::now().addMSecs(wallShiftMs); }
    [[nodiscard]] qint64 monotonicMs() const override { return Clock::monotonicMs() + monotonicShiftMs; }
};

// A profile, its sign-in service, and a person at the keyboard and in the browser.
struct AuthFixture {
    IdentityServer identity;
    std::shared_ptr<ShiftedClock> clock = std::make_shared<ShiftedClock>();
    ScriptedStore store;
    Profile profile;
    AuthServices services;
    QList<QUrl> opened; // in the browser
    bool hasBrowser = true;
    std::unique_ptr<AuthManager> manager;

    explicit AuthFixture(SignInWay way)
        : identity(way == SignInWay::EmailCode || way == SignInWay::Token ? IdentityServer::Kind::Team : IdentityServer::Kind::Oidc)
    {
        profile.kind = Profile::Kind::Team;
        profile.name = QStringLiteral("Team");
        profile.id = QStringLiteral("p1");
        profile.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/agents"));
        profile.identityUrl = identity.url();
        profile.signIn = way;
        profile.clientId = QString::fromLatin1(IdentityServer::clientId);
        services.clock = clock;
        services.patience.answerMs = 5'000;
        services.patience.storeMs = 300;
        services.patience.firstRetryMs = 20;
        services.patience.longestRetryMs = 100;
        services.patience.lostReplyMs = 10;
        services.patience.revokeMs = 500;
        services.patience.pollUnitMs = 10;
        services.openBrowser = [this](const QUrl &url) {
            opened.append(url);
            return hasBrowser;
        };
        make();
    }

    // As after a restart of the program: the store is all that is left.
    void make()
    {
        manager.reset();
        manager = std::make_unique<AuthManager>(profile, store, services);
    }
    [[nodiscard]] bool start()
    {
        QSignalSpy started(manager.get(), &AuthManager::started);
        manager->start();
        return started.wait(10'000);
    }
    [[nodiscard]] bool becomes(State state)
    {
        return QTest::qWaitFor([this, state] { return manager->state() == state; }, 15'000);
    }
    [[nodiscard]] static bool reaches(const SignInAttempt *attempt, Step step)
    {
        const QPointer<const SignInAttempt> guard(attempt);
        return QTest::qWaitFor([&guard, step] { return guard && guard->step().kind == step; }, 15'000);
    }
    [[nodiscard]] static bool asks(const SignInAttempt *attempt, Step step) // and says what was wrong
    {
        const QPointer<const SignInAttempt> guard(attempt);
        return QTest::qWaitFor([&guard, step] { return guard && guard->step().kind == step && guard->step().problem; }, 15'000) &&
               !attempt->step().problem->userText().isEmpty();
    }
    // All the way in, from wherever it stands.
    [[nodiscard]] bool signIn()
    {
        if (!manager->isStarted() && !start())
            return false;
        const QPointer<SignInAttempt> attempt = manager->signIn(profile.signIn);
        attempt->start();
        switch (profile.signIn) {
        case SignInWay::EmailCode:
            attempt->answer(QStringLiteral("ana@example.org"));
            if (!reaches(attempt, Step::AskCode))
                return false;
            attempt->answer(QString::fromLatin1(identity.mailCode));
            break;
        case SignInWay::Browser:
            if (!reaches(attempt, Step::OpenBrowser))
                return false;
            visit(identity.browse(opened.constLast()));
            break;
        default:
            break;
        }
        return becomes(State::SignedIn);
    }
    // What a browser shows of an address on this computer.
    QByteArray visit(const QUrl &url, const QByteArray &method = "GET", const QByteArray &host = {})
    {
        QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
        if (url.hasQuery())
            target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
        return send(url, method + ' ' + target +
                             " HTTP/1.1\r\nHost: " + (host.isEmpty() ? url.authority(QUrl::FullyEncoded).toLatin1() : host) + "\r\n\r\n");
    }
    // Bytes as they are; the answer to its end.
    static QByteArray send(const QUrl &to, const QByteArray &bytes)
    {
        QTcpSocket socket;
        socket.connectToHost(to.host(), static_cast<quint16>(to.port()));
        QByteArray answer;
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
        QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(bytes); });
        static_cast<void>(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10'000));
        return answer + socket.readAll();
    }
};

} // namespace desk::test
