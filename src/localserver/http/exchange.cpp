#include "localserver/http/exchange.h"

#include "localserver/http/jsonguard.h"
#include "localserver/http/uploadreader.h"
#include "localserver/texts.h"
#include "wire/json/reader.h"

#include <QFile>
#include <QUuid>

#include <algorithm>
#include <microhttpd.h>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

// A refused body is read and thrown away, so that the client gets the answer instead of a reset connection; but not for ever.
constexpr qint64 maxDiscardedBytes = 512LL * 1024 * 1024;

QByteArray usableRequestId(const QByteArray &sent)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    };
    if (!sent.isEmpty() && sent.size() <= 128 && std::all_of(sent.begin(), sent.end(), isPlain))
        return sent;
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

} // namespace

Exchange::Exchange(MHD_Connection *connection, const char *url, const char *method, const QString &uploadPath)
    : m_connection(connection)
    , m_uploadPath(uploadPath)
{
    m_request.method = method;
    m_request.path = QString::fromUtf8(url);
    readHeaders();
    m_request.id = usableRequestId(m_request.header("x-request-id"));
}

Exchange::~Exchange()
{
    m_upload.reset();
    QFile::remove(m_uploadPath);
}

void Exchange::readHeaders()
{
    const auto addHeader = [](void *self, MHD_ValueKind, const char *key, const char *value) {
        static_cast<Exchange *>(self)->m_request.headers.append({QByteArray(key).toLower(), QByteArray(value ? value : "")});
        return MHD_YES;
    };
    const auto addArgument = [](void *self, MHD_ValueKind, const char *key, const char *value) {
        static_cast<Exchange *>(self)->m_request.query.append({QString::fromUtf8(key), QString::fromUtf8(value ? value : "")});
        return MHD_YES;
    };
    MHD_get_connection_values(m_connection, MHD_HEADER_KIND, addHeader, this);
    MHD_get_connection_values(m_connection, MHD_GET_ARGUMENT_KIND, addArgument, this);
}

void Exchange::judge(const Refuser &refuse)
{
    m_refusal = refuse(m_request);
    if (m_refusal || m_request.method != "POST" || m_request.path != "/files"_L1)
        return;
    m_upload = std::make_unique<UploadReader>(m_connection, m_uploadPath);
    if (!m_upload->isUsable())
        m_refusal = Response::problem(400, LocalServer::tr("The upload is not well-formed: its boundary is missing."));
}

bool Exchange::answersEarly() const
{
    const QByteArray encoding = m_request.header("transfer-encoding").toLower();
    const bool endless = !encoding.isEmpty() && encoding != "chunked"; // its end cannot be found
    return m_refusal && (m_request.hasHeader("expect") || endless);
}

bool Exchange::take(const char *data, size_t size)
{
    m_received += static_cast<qint64>(size);
    if (m_received > maxDiscardedBytes)
        return false;
    if (m_refusal)
        return true;
    if (m_upload) {
        m_upload->feed(data, size);
    } else if (m_received > maxBodyBytes) {
        m_request.body.clear();
        m_refusal = Response::problem(413, LocalServer::tr("The request is larger than 16 MB."), "too_large"_L1);
    } else {
        m_request.body.append(data, static_cast<qsizetype>(size));
    }
    return true;
}

std::optional<Response> Exchange::complete()
{
    if (!m_refusal) {
        if (m_upload)
            finishUpload();
        else if (!m_request.body.isEmpty())
            decodeBody();
    }
    return m_refusal;
}

void Exchange::finishUpload()
{
    m_request.upload = m_upload->finish();
    if (!m_request.upload)
        m_refusal = Response::problem(400, LocalServer::tr("The upload needs exactly one file in the field \"file\"."), "no_file"_L1);
}

void Exchange::decodeBody()
{
    if (!isShallowJson(m_request.body)) {
        m_refusal = Response::problem(400, LocalServer::tr("The JSON of this request is nested too deeply."), "json_too_deep"_L1);
        return;
    }
    const Result<QJsonValue> value = wire::parseJson(m_request.body);
    if (!value) {
        m_refusal = Response::problem(400, LocalServer::tr("The request is not valid JSON: %1").arg(value.error().detail), "bad_json"_L1);
        return;
    }
    m_request.json = *value;
}

} // namespace desk::server
