#pragma once

#include "api/apicall.h"
#include "api/tokensource.h"
#include "api/transport.h"
#include "support/faultserver.h"
#include "wire/json/reader.h"

#include <QTest>

#include <optional>

namespace desk::test {

class FixedToken : public TokenSource
{
public:
    [[nodiscard]] QByteArray bearer() const override { return "canary-token-123456"; }
};

// A chapter of the API and a server on a real socket that gives every request the same answer.
template <typename Api>
class ApiFixture
{
public:
    explicit ApiFixture(const Scripted &answer)
        : m_server([answer](const Received &) { return answer; })
    {
        m_transport.setBaseUrl(m_server.url());
    }

    // The only request, as "GET /runs?limit=5"; something else where there were more or none.
    [[nodiscard]] QByteArray sent() const
    {
        if (m_server.received().size() != 1)
            return QByteArray::number(m_server.received().size()) + " requests";
        return m_server.received().first().method + ' ' + m_server.received().first().target;
    }
    [[nodiscard]] QByteArray body() const { return m_server.received().isEmpty() ? QByteArray() : m_server.received().first().body; }
    [[nodiscard]] QJsonValue json() const
    {
        const Result<QJsonValue> value = wire::parseJson(body());
        return value ? *value : QJsonValue(QJsonValue::Undefined);
    }

private:
    FaultServer m_server;
    FixedToken m_tokens;
    Transport m_transport{m_tokens};

public:
    Api api{m_transport};
};

// Runs the event loop until the call has ended. A call that never ends is Kind::Interrupted.
template <typename T>
[[nodiscard]] Result<T> outcomeOf(ApiCall<T> *call)
{
    QObject context;
    std::optional<Result<T>> outcome;
    call->then(&context, [&outcome](Result<T> result) { outcome.emplace(std::move(result)); });
    static_cast<void>(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 15'000));
    Error error;
    error.kind = Error::Kind::Interrupted;
    return outcome ? *std::move(outcome) : Result<T>(Unexpected{error});
}

} // namespace desk::test
