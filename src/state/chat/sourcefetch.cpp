#include "state/chat/sourcefetch.h"

#include "api/apiclient.h"
#include "api/endpoints/filesapi.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

// 202 and 204: there is no document yet. 409, 423, 425: it is being worked on.
bool isStillTakenIn(int status)
{
    return status == 202 || status == 204 || status == 409 || status == 423 || status == 425;
}

Error stillTakenIn(Error error)
{
    error.kind = Error::Kind::Unavailable;
    error.message = SourceFetch::tr("The server is still taking this document in.");
    error.nextStep = SourceFetch::tr("Try again in a moment.");
    return error;
}

Error inWords(const Error &error)
{
    if (isStillTakenIn(error.httpStatus))
        return stillTakenIn(error);
    if (error.httpStatus != 404)
        return error;
    Error missing = error;
    missing.message = SourceFetch::tr("The server does not have this document, or does not have it yet.");
    missing.nextStep = SourceFetch::tr("If it was sent a moment ago, try again.");
    return missing;
}

} // namespace

SourceFetch::SourceFetch(ApiClient &api, const FileId &id, qint64 mostBytes, QObject *parent)
    : QObject(parent)
    , m_most(mostBytes)
{
    ApiCall<Answer> *call = api.files().firstBytes(id, mostBytes + 1); // one more tells whether that was all
    m_call = call;
    connect(call, &ApiCallBase::downloadProgress, this, [this](qint64 received, qint64 total) {
        m_size = total > 0 ? total : m_size;
        Q_EMIT progressed(std::min(received, m_most), m_size < 0 ? m_size : std::min(m_size, m_most));
    });
    call->then(this, [this](const Result<Answer> &answer) {
        if (!answer)
            return finish(Unexpected{inWords(answer.error())});
        if (isStillTakenIn(answer->status))
            return finish(Unexpected{stillTakenIn({})});
        const bool isCut = answer->body.size() > m_most;
        finish(SourceBytes{answer->body.first(std::min<qsizetype>(answer->body.size(), m_most)), isCut, m_size});
    });
}

SourceFetch::~SourceFetch()
{
    cancel();
}

void SourceFetch::cancel()
{
    if (ApiCallBase *call = std::exchange(m_call, nullptr)) {
        call->disconnect(this);
        call->abort();
    }
}

void SourceFetch::finish(Result<SourceBytes> outcome)
{
    m_call = nullptr;
    Q_EMIT done(outcome);
}

} // namespace desk
