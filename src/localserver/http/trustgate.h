#pragma once

#include "localserver/http/request.h"
#include "localserver/http/response.h"

#include <QElapsedTimer>

namespace desk::server {

// Decides from the request line and headers alone whether a request may go on (LOC-02 … LOC-09, contract "Start, trust, stop").
class TrustGate
{
public:
    // token: what `Authorization: Bearer` must hold.
    TrustGate(QByteArray token, quint16 port);

    // Nothing: it may. A refusal closes the connection after it.
    [[nodiscard]] std::optional<Response> refuse(const Request &request, qsizetype uriBytes, qsizetype headerBytes);

private:
    [[nodiscard]] std::optional<Response> refuseFraming(const Request &request, qsizetype uriBytes, qsizetype headerBytes) const;
    [[nodiscard]] std::optional<Response> refuseOrigin(const Request &request) const;
    [[nodiscard]] std::optional<Response> refuseBearer(const Request &request);
    [[nodiscard]] std::optional<Response> refuseContentType(const Request &request) const;
    [[nodiscard]] bool tooManyFailures();

    QByteArray m_token;
    QList<QByteArray> m_hosts;
    QElapsedTimer m_window; // of counted failures
    int m_failures = 0;
};

// Takes the same time wherever the two differ (LOC-03).
[[nodiscard]] bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace desk::server
