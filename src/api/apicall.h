#pragma once

#include "api/replyerror.h"
#include "domain/result.h"
#include "wire/json/reader.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QJsonValue>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

class QNetworkReply;

namespace desk {

class Transport;

// One request from its first send to its single outcome, over any number of attempts. Starts by itself on the next turn of the event
// loop, emits finished() exactly once, then deletes itself: hold it in a QPointer if you may abort(). GUI thread only.
// Reads are tried up to three times on 408, 429, 502, 503, 504 and broken connections (HTTP-01, HTTP-02); writes are sent once.
class ApiCallBase : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 maxBodyBytes = 16 * 1024 * 1024;

    struct Spec {
        QByteArray verb;
        QNetworkRequest request;
        QByteArray body;
        QString uploadPath; // a file sent as multipart field "file" instead of body
        QString uploadName;
        int idleTimeoutMs = 30'000;
        int totalTimeoutMs = 120'000; // 0 for uploads: progress is their deadline (HTTP-10)
    };

    ~ApiCallBase() override;
    void abort(); // finished() follows with Kind::Cancelled

Q_SIGNALS:
    void uploadProgress(qint64 sent, qint64 total);
    void finished(QPrivateSignal);

protected:
    ApiCallBase(Transport &transport, Spec spec, QObject *parent);
    virtual void setOutcome(Result<QByteArray> outcome) = 0;

private:
    void send();
    void readBody();
    void onReplyFinished();
    void stop(AbortReason reason);
    void finish(Result<QByteArray> outcome);
    [[nodiscard]] bool mayRetry(const Error &error) const;
    QNetworkReply *startReply();

    Transport &m_transport;
    Spec m_spec;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_answer;
    QTimer m_deadline;
    QTimer m_retryTimer;
    AbortReason m_abortReason = AbortReason::None;
    int m_attempt = 0;
    bool m_done = false;
};

template <typename T>
class ApiCall final : public ApiCallBase
{
public:
    using Decoder = std::function<Result<T>(const QJsonValue &)>;

    ApiCall(Transport &transport, Spec spec, Decoder decoder, QObject *parent)
        : ApiCallBase(transport, std::move(spec), parent)
        , m_decode(std::move(decoder))
    {
    }

    // The handler (void(Result<T>)) runs at most once, in the thread of context, and never after context is gone.
    template <typename Handler>
    ApiCall *then(const QObject *context, Handler &&handler)
    {
        connect(this, &ApiCallBase::finished, context, [this, h = std::forward<Handler>(handler)]() mutable { h(std::move(*m_result)); });
        return this;
    }

private:
    void setOutcome(Result<QByteArray> outcome) override
    {
        if (!outcome) {
            m_result.emplace(Unexpected{outcome.error()});
            return;
        }
        Result<QJsonValue> json = wire::parseJson(*outcome);
        if (json)
            m_result.emplace(m_decode(*json));
        else
            m_result.emplace(Unexpected{json.error()});
    }

    Decoder m_decode;
    std::optional<Result<T>> m_result;
};

template <>
class ApiCall<void> final : public ApiCallBase
{
public:
    ApiCall(Transport &transport, Spec spec, QObject *parent)
        : ApiCallBase(transport, std::move(spec), parent)
    {
    }

    template <typename Handler>
    ApiCall *then(const QObject *context, Handler &&handler)
    {
        connect(this, &ApiCallBase::finished, context, [this, h = std::forward<Handler>(handler)]() mutable { h(*m_result); });
        return this;
    }

private:
    void setOutcome(Result<QByteArray> outcome) override
    {
        if (outcome)
            m_result.emplace();
        else
            m_result.emplace(Unexpected{outcome.error()});
    }

    std::optional<Result<>> m_result;
};

} // namespace desk
