#pragma once

#include "api/answer.h"
#include "api/requestspec.h"
#include "domain/result.h"
#include "wire/json/reader.h"

#include <QFutureWatcher>
#include <QJsonValue>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace desk {

class Fetch;
class Transport;

// One caller's wait for one answer. Several calls may share the exchange behind it (HTTP-28); aborting one leaves the others. Starts by
// itself on the next turn of the event loop, emits finished() exactly once, then deletes itself: hold it in a QPointer if you may
// abort(). GUI thread only; large answers are decoded elsewhere, so decoders are pure functions.
class ApiCallBase : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype decodeElsewhereBytes = 256 * 1024; // about 4 ms of parsing

    ~ApiCallBase() override;
    void abort(); // finished() follows with Kind::Cancelled

Q_SIGNALS:
    void uploadProgress(qint64 sent, qint64 total);
    void downloadProgress(qint64 received, qint64 total);
    void waiting(qint64 ms); // the server asked for a pause, or an attempt failed: the next one comes so much later
    void finished(QPrivateSignal);

protected:
    ApiCallBase(Transport &transport, RequestSpec spec);
    virtual void takeAnswer(const Answer &answer) = 0; // ends in deliver()
    virtual void takeError(const Error &error) = 0;
    void deliver(); // the outcome is set: tell it
    [[nodiscard]] bool isDone() const { return m_done; }

private:
    QPointer<Fetch> m_fetch;
    bool m_done = false;
};

template <typename T>
class ApiCall final : public ApiCallBase
{
public:
    using Decoder = std::function<Result<T>(const QJsonValue &)>;

    ApiCall(Transport &transport, RequestSpec spec, Decoder decoder)
        : ApiCallBase(transport, std::move(spec))
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
    static Result<T> decoded(const Decoder &decode, const Answer &answer)
    {
        Result<QJsonValue> json = wire::parseJson(answer.body);
        if (!json)
            return Unexpected{json.error()};
        Result<T> value = decode(*json);
        if constexpr (requires(T t) { t.etag = answer.etag; }) {
            if (value)
                (*value).etag = answer.etag;
        }
        return value;
    }

    void takeAnswer(const Answer &answer) override
    {
        if (answer.body.size() < decodeElsewhereBytes) {
            take(decoded(m_decode, answer));
            return;
        }
        auto promise = std::make_shared<QPromise<std::shared_ptr<Result<T>>>>();
        auto *watcher = new QFutureWatcher<std::shared_ptr<Result<T>>>(this); // its signal dies with us; future.then() may not
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] { take(std::move(*watcher->result())); });
        watcher->setFuture(promise->future());
        promise->start();
        QThreadPool::globalInstance()->start([promise, decode = m_decode, answer] {
            promise->addResult(std::make_shared<Result<T>>(decoded(decode, answer)));
            promise->finish();
        });
    }
    void takeError(const Error &error) override { take(Unexpected{error}); }
    void take(Result<T> result)
    {
        if (isDone())
            return;
        m_result.emplace(std::move(result));
        deliver();
    }

    Decoder m_decode;
    std::optional<Result<T>> m_result;
};

// The answer as it came, for what is no JSON.
template <>
class ApiCall<Answer> final : public ApiCallBase
{
public:
    ApiCall(Transport &transport, RequestSpec spec)
        : ApiCallBase(transport, std::move(spec))
    {
    }

    template <typename Handler>
    ApiCall *then(const QObject *context, Handler &&handler)
    {
        connect(this, &ApiCallBase::finished, context, [this, h = std::forward<Handler>(handler)]() mutable { h(*m_result); });
        return this;
    }

private:
    void takeAnswer(const Answer &answer) override
    {
        m_result.emplace(answer);
        deliver();
    }
    void takeError(const Error &error) override
    {
        m_result.emplace(Unexpected{error});
        deliver();
    }

    std::optional<Result<Answer>> m_result;
};

template <>
class ApiCall<void> final : public ApiCallBase
{
public:
    ApiCall(Transport &transport, RequestSpec spec)
        : ApiCallBase(transport, std::move(spec))
    {
    }

    template <typename Handler>
    ApiCall *then(const QObject *context, Handler &&handler)
    {
        connect(this, &ApiCallBase::finished, context, [this, h = std::forward<Handler>(handler)]() mutable { h(*m_result); });
        return this;
    }

private:
    void takeAnswer(const Answer &) override
    {
        m_result.emplace();
        deliver();
    }
    void takeError(const Error &error) override
    {
        m_result.emplace(Unexpected{error});
        deliver();
    }

    std::optional<Result<>> m_result;
};

} // namespace desk
