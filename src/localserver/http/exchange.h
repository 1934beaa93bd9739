#pragma once

#include "localserver/http/request.h"
#include "localserver/http/response.h"

#include <functional>
#include <memory>

struct MHD_Connection;

namespace desk::server {

class UploadReader;

// One request on its way in: headers, then body pieces, then the answer.
class Exchange
{
public:
    static constexpr qsizetype maxBodyBytes = 16 * 1024 * 1024;

    using Refuser = std::function<std::optional<Response>(const Request &)>;

    // uploadPath: where an uploaded file would be written; the file is removed with the exchange.
    Exchange(MHD_Connection *connection, const char *url, const char *method, const QString &uploadPath);
    ~Exchange();
    Q_DISABLE_COPY_MOVE(Exchange)

    void judge(const Refuser &refuse);
    // True: answer the refusal now. The client waits for "100 Continue" and shall not send its body, or the body has no end.
    [[nodiscard]] bool answersEarly() const;
    // False: the client sends without end; drop the connection.
    [[nodiscard]] bool take(const char *data, size_t size);
    // After the last byte: the refusal, if there is one, else nothing and request() is complete.
    [[nodiscard]] std::optional<Response> complete();

    [[nodiscard]] const Request &request() const { return m_request; }
    [[nodiscard]] MHD_Connection *connection() const { return m_connection; }

private:
    void readHeaders();
    void decodeBody();
    void finishUpload();

    MHD_Connection *m_connection;
    Request m_request;
    std::optional<Response> m_refusal;
    std::unique_ptr<UploadReader> m_upload;
    QString m_uploadPath;
    qint64 m_received = 0;
};

} // namespace desk::server
