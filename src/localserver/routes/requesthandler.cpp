#include "localserver/routes/requesthandler.h"

#include "domain/log.h"
#include "localserver/routes/problems.h"
#include "localserver/routes/runfeed.h"
#include "localserver/texts.h"
#include "sqlite/transaction.h"

#include <QCryptographicHash>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype maxKeyChars = 255;

bool isRead(const Request &request)
{
    return request.method == "GET" || request.method == "HEAD";
}

bool hasEtag(const Response &response)
{
    return response.status == 200 && !response.feed && response.file.isEmpty() && response.type == "application/json";
}

bool listContains(const QByteArray &header, const QByteArray &etag)
{
    const QList<QByteArray> tags = header.split(',');
    for (const QByteArray &tag : tags) {
        const QByteArray plain = tag.trimmed();
        if (plain == "*" || plain == etag || plain == "W/" + etag)
            return true;
    }
    return false;
}

Response withEtag(const Request &request, Response response)
{
    const QByteArray etag = response.etag();
    if (request.hasHeader("if-none-match") && listContains(request.header("if-none-match"), etag)) {
        response.status = 304;
        response.body.clear();
        response.type.clear();
    }
    return response.with("ETag", etag);
}

// What makes two requests under one key the same.
QByteArray fingerprintOf(const Request &request)
{
    if (request.upload)
        return request.upload->sha256 + ' ' + request.upload->filename.toUtf8();
    return QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex();
}

} // namespace

Response RequestHandler::handle(const Request &request)
{
    Database &database = m_services.store.database();
    (void)database.takeError(); // of work that had nobody to tell
    if (m_refusing && !isRead(request))
        return Response::problem(503, LocalServer::tr("The local server is about to end and takes no new work."), "stopping"_L1);
    Response response = routed(request);
    if (const auto error = database.takeError()) {
        qCWarning(logServer) << "request" << request.id << "failed in the store:" << error->detail;
        response = problemOf(*error);
    }
    if (isRead(request) && hasEtag(response))
        return withEtag(request, response);
    return response;
}

Response RequestHandler::routed(const Request &request)
{
    const bool isWrite = request.method == "POST" || request.method == "PATCH";
    const QString key = QString::fromUtf8(request.header("idempotency-key")).trimmed();
    if (isWrite && !key.isEmpty())
        return once(request, key);
    if (request.method == "PUT" && request.hasHeader("if-match")) {
        // Between the look and the change nobody else writes, another server on the same folder neither.
        Transaction transaction(m_services.store.database());
        if (Response refused = precondition(request); refused.status == 412)
            return refused;
        Response response = m_router.handle(request);
        transaction.commit(); // a failure is latched and answered by handle()
        return response;
    }
    if (!isRead(request) && request.hasHeader("if-match")) {
        if (Response refused = precondition(request); refused.status == 412)
            return refused;
    }
    return m_router.handle(request);
}

// The whole request is one transaction together with the memory of it: either both are there afterwards or neither, so a repeat
// after a crash is safe. A second request under the same key waits for the first; only when that takes too long is it told so.
Response RequestHandler::once(const Request &request, const QString &key)
{
    if (key.size() > maxKeyChars)
        return invalid(LocalServer::tr("The Idempotency-Key is too long."));
    Store &store = m_services.store;
    Transaction transaction(store.database());
    if (store.database().hasFailed()) {
        const bool busy = (store.database().lastCode() & 0xff) == SQLITE_BUSY;
        const auto error = store.database().takeError();
        return busy ? conflict(LocalServer::tr("The same request is still being worked on.")) : problemOf(*error);
    }
    const QString scope = QString::fromLatin1(request.method) + u' ' + request.path;
    store.answers.forgetExpired();
    if (const auto entry = store.answers.find(key, scope)) {
        if (entry->fingerprint != fingerprintOf(request))
            return Response::problem(422, LocalServer::tr("This Idempotency-Key was already used for another request."),
                                     "idempotency_mismatch"_L1);
        return repeated(*entry);
    }
    const Response response = m_router.handle(request);
    if (response.status >= 500 || response.status == 409)
        return response; // may end differently next time
    const Response kept = response.feed && response.feedRun.isEmpty() ? notKept() : response;
    store.answers.insert({key, scope, fingerprintOf(request), kept.status, kept.type, kept.body, kept.feedRun});
    transaction.commit(); // a failure is latched and answered by handle()
    return response;
}

// Of an answer that comes later: what it did must not be done twice, and it is too large to be kept.
Response RequestHandler::notKept()
{
    return Response::problem(409, LocalServer::tr("This request was already carried out, and its answer was not kept."),
                             "answer_not_kept"_L1);
}

Response RequestHandler::repeated(const IdempotencyTable::Entry &entry)
{
    Response response;
    if (!entry.run.isEmpty()) {
        const auto record = m_services.store.runs.find(entry.run);
        if (!record)
            return Response::problem(410, LocalServer::tr("The run this request had started was deleted."), "gone"_L1);
        response = Response::events(std::make_shared<RunFeed>(m_services.store, m_services.runs, *record, 0), entry.run);
    } else {
        response.status = entry.status;
        response.type = entry.type;
        response.body = entry.body;
    }
    return response.with("Idempotent-Replayed", "true");
}

// 412 unless the resource is still what the client saw. Other answers of that look are ignored: the route says it itself.
Response RequestHandler::precondition(const Request &request)
{
    Request look = request;
    look.method = "GET";
    const Response current = m_router.handle(look);
    if (hasEtag(current) && !listContains(request.header("if-match"), current.etag()))
        return Response::problem(412, LocalServer::tr("It was changed in the meantime. Load it again before you change it."), "changed"_L1);
    return {};
}

} // namespace desk::server
