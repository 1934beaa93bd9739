#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QLatin1StringView>

namespace desk::wire {

// In Problem::fields: "agents.<id>" with the name of an agent that uses what should be removed (409 resource_in_use).
inline constexpr QLatin1StringView usedByPath("agents.");

inline constexpr QLatin1StringView approvalRequired("approval_required"); // 409: the person has to say yes to what it names

// What an error body said, whatever its shape (contract 1.7, HTTP-32): string, list or object under detail, error or message;
// RFC 9457 problem+json; HTML or plain text of something in between; nothing.
struct Problem {
    QString title;            // RFC 9457 title, if any
    QString detail;           // one readable sentence, never "[object Object]"
    QString type;             // machine code such as "resource_in_use", if any
    QJsonObject asked;        // the whole of an "approval_required"
    QList<FieldError> fields; // from validation lists; and see usedByPath
    bool isJson = false;
    bool looksLikeHtml = false;
};

[[nodiscard]] Problem parseProblem(const QByteArray &body, const QByteArray &contentType);

// RFC 9457 with `detail` in the place where the team server's decoders look for it.
[[nodiscard]] QByteArray problemBody(int status, const QString &title, const QString &detail, const QString &type = {},
                                     const QJsonObject &extra = {});

} // namespace desk::wire
