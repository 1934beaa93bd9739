#include "api/apicall.h"

#include "api/fetch.h"
#include "api/transport.h"

#include <utility>

namespace desk {

ApiCallBase::ApiCallBase(Transport &transport, RequestSpec spec)
    : QObject(&transport)
    , m_fetch(&transport.fetch(std::move(spec)))
{
    m_fetch->join();
    connect(m_fetch, &Fetch::uploadProgress, this, &ApiCallBase::uploadProgress);
    connect(m_fetch, &Fetch::downloadProgress, this, &ApiCallBase::downloadProgress);
    connect(m_fetch, &Fetch::waiting, this, &ApiCallBase::waiting);
    connect(m_fetch, &Fetch::finished, this, [this](const Result<Answer> &outcome) {
        m_fetch->disconnect(this);
        m_fetch = nullptr;
        if (outcome)
            takeAnswer(*outcome);
        else
            takeError(outcome.error());
    });
}

ApiCallBase::~ApiCallBase()
{
    if (m_fetch) {
        m_fetch->disconnect(this);
        m_fetch->leave();
    }
}

void ApiCallBase::abort()
{
    if (m_done)
        return;
    Error error = errorForAbort(AbortReason::User, {});
    if (Fetch *fetch = std::exchange(m_fetch, nullptr)) {
        error.outcomeUnknown = fetch->mayHaveHappened();
        fetch->disconnect(this);
        fetch->leave();
    }
    takeError(error);
}

void ApiCallBase::deliver()
{
    if (std::exchange(m_done, true))
        return;
    Q_EMIT finished(QPrivateSignal());
    deleteLater();
}

} // namespace desk
