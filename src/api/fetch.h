#pragma once

#include "api/answer.h"
#include "api/policy/etagcache.h"
#include "api/replyerror.h"
#include "api/requestspec.h"
#include "domain/result.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace desk {

class DownloadSink;
class Transport;

// One HTTP exchange from its first send to its single outcome, over redirects within the server, one replay after a refreshed token,
// and as many attempts as policy/retrypolicy.h allows. Several calls may wait for the same one. Starts on the next turn of the event
// loop; emits finished() exactly once; then deletes itself. GUI thread.
class Fetch : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 maxBodyBytes = 16 * 1024 * 1024; // HTTP-14
    static constexpr qint64 maxErrorBytes = 64 * 1024;
    static constexpr int maxRedirects = 5; // HTTP-20

    Fetch(Transport &transport, RequestSpec spec, QObject *parent);
    ~Fetch() override;

    void join() { ++m_waiters; }
    void leave(); // the last one to leave aborts it
    void abort(AbortReason reason);
    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] bool isOnTheWire() const { return !m_reply.isNull(); }
    [[nodiscard]] bool isWrite() const { return m_spec.verb != "GET"; }
    // A write left this computer and there is no answer to it, or none any more (HTTP-08).
    [[nodiscard]] bool mayHaveHappened() const { return m_mayHaveHappened || (isWrite() && m_sent && isOnTheWire()); }

Q_SIGNALS:
    void uploadProgress(qint64 sent, qint64 total);
    void downloadProgress(qint64 received, qint64 total); // total -1: unknown
    void waiting(qint64 ms);                              // the next attempt comes so much later; for a countdown (HTTP-19)
    void finished(const desk::Result<desk::Answer> &outcome, QPrivateSignal);

private:
    void send();
    void sendIn(qint64 ms);
    [[nodiscard]] bool openSink();
    [[nodiscard]] QNetworkReply *startReply(const QNetworkRequest &request);
    [[nodiscard]] QNetworkReply *startUpload(const QNetworkRequest &request);
    void watch();
    [[nodiscard]] QNetworkAccessManager &manager();
    void checkServer();
    void readBody();
    [[nodiscard]] AbortReason take(const QByteArray &bytes, int status);
    void onReplyFinished();
    void succeed(const QNetworkReply &reply);
    void fail(const QNetworkReply &reply);
    [[nodiscard]] bool followRedirect(const QNetworkReply &reply);
    [[nodiscard]] bool retry(const Error &error);
    void waitForToken(const Error &error);
    void noteClock(const QNetworkReply &reply);
    [[nodiscard]] QByteArray cacheKey() const;
    void finish(Result<Answer> outcome);

    Transport &m_transport;
    RequestSpec m_spec;
    QByteArray m_requestId; // the same for all attempts (HTTP-33)
    QUrl m_redirected;
    QPointer<QNetworkReply> m_reply;
    std::unique_ptr<DownloadSink> m_sink;
    std::optional<EtagCache::Entry> m_cached;
    QByteArray m_cacheKey; // of the request as it was sent: account and language may change before the answer comes
    QList<QSslError> m_tlsErrors;
    QPointer<QNetworkAccessManager> m_own;
    std::optional<Error> m_refusal; // of the server's key
    QByteArray m_body;
    QTimer m_wait;     // for the next attempt
    QTimer m_phase;    // connect, first byte, idle (HTTP-09)
    QTimer m_deadline; // of one attempt (HTTP-10)
    QElapsedTimer m_sinceFirst;
    AbortReason m_abortReason = AbortReason::None;
    quint64 m_tokenGeneration = 0;
    int m_waiters = 0;
    int m_attempt = 0;
    int m_redirects = 0;
    bool m_sent = false;            // this attempt's request left the machine
    bool m_mayHaveHappened = false; // an attempt left the machine and its answer was lost
    bool m_replayed = false;
    bool m_askedForFresh = false; // token, before work that goes on with it
    bool m_done = false;
};

} // namespace desk
