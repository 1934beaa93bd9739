#pragma once

#include "clientfixture.h"

#include <QJsonValue>
#include <QPointer>

#include <algorithm>
#include <optional>

namespace desk::test {

[[nodiscard]] inline RequestSpec request(const QByteArray &verb, const QString &path)
{
    RequestSpec spec;
    spec.verb = verb;
    spec.path = path;
    if (verb != "GET" && verb != "DELETE")
        spec.body = "{}";
    return spec;
}

[[nodiscard]] inline ApiCall<void> *send(Client &client, const RequestSpec &spec)
{
    return new ApiCall<void>(client.transport, spec);
}

[[nodiscard]] inline ApiCall<void> *send(Client &client, const QByteArray &verb, const QString &path)
{
    return send(client, request(verb, path));
}

// The body as it was understood.
[[nodiscard]] inline ApiCall<QJsonValue> *fetchJson(Client &client, const RequestSpec &spec)
{
    return new ApiCall<QJsonValue>(client.transport, spec, [](const QJsonValue &value) { return Result<QJsonValue>(value); });
}

// The error of a call that must fail.
template <typename T>
[[nodiscard]] Error errorOf(ApiCall<T> *call, int ms = 15'000)
{
    const std::optional<Result<T>> outcome = waitFor(call, ms);
    if (outcome && !*outcome)
        return outcome->error();
    Error none;
    none.kind = Error::Kind::Storage; // no exchange ends so
    none.message = outcome ? QStringLiteral("it succeeded") : QStringLiteral("it did not end");
    return none;
}

template <typename T>
[[nodiscard]] bool succeeds(ApiCall<T> *call, int ms = 15'000)
{
    const std::optional<Result<T>> outcome = waitFor(call, ms);
    return outcome && *outcome;
}

// The outcome of calls that are under way together.
class Calls
{
public:
    void add(ApiCall<void> *call)
    {
        m_open.append(call);
        call->then(&m_context, [this](const Result<> &result) {
            m_succeeded += result ? 1 : 0;
            if (!result)
                m_errors.append(result.error());
        });
    }

    [[nodiscard]] bool wait(int ms = 15'000)
    {
        return QTest::qWaitFor([this] { return ended() == m_open.size(); }, ms);
    }
    [[nodiscard]] qsizetype ended() const { return m_succeeded + m_errors.size(); }
    [[nodiscard]] qsizetype succeeded() const { return m_succeeded; }
    [[nodiscard]] const QList<Error> &errors() const { return m_errors; }
    [[nodiscard]] qsizetype failed(Error::Kind kind) const
    {
        return std::count_if(m_errors.cbegin(), m_errors.cend(), [kind](const Error &error) { return error.kind == kind; });
    }
    void abort(qsizetype index)
    {
        if (m_open.at(index))
            m_open.at(index)->abort();
    }

private:
    QObject m_context;
    QList<QPointer<ApiCall<void>>> m_open;
    QList<Error> m_errors;
    qsizetype m_succeeded = 0;
};

// The outcome of one answer that is a stream.
[[nodiscard]] inline std::optional<Result<>> closingOf(EventStream *stream, int ms = 15'000)
{
    QObject context;
    std::optional<Result<>> outcome;
    QObject::connect(stream, &EventStream::closed, &context, [&outcome](const Result<> &result) { outcome = result; });
    static_cast<void>(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, ms));
    return outcome;
}

[[nodiscard]] inline EventStream *openStream(Client &client, const QString &path, const Patience &patience = {})
{
    EventStream::Spec spec;
    spec.request.path = path;
    spec.request.patience = patience;
    return new EventStream(client.transport, spec);
}

// Answers of the kinds that break a rule.
[[nodiscard]] inline Scripted silence()
{
    return {{}, 0, Scripted::End::Hold};
}

[[nodiscard]] inline Scripted hangUp(Scripted::End end = Scripted::End::Close)
{
    return {{}, 0, end};
}

[[nodiscard]] inline Scripted refusal(int status, const QList<QByteArray> &headers = {})
{
    return reply(status, R"({"detail":"no"})", "application/json", headers);
}

} // namespace desk::test
