#pragma once

#include "domain/error.h"

namespace desk::server {

// A refusal with the HTTP status it is answered with.
[[nodiscard]] inline Error refusal(Error::Kind kind, int status, const QString &message)
{
    Error error;
    error.kind = kind;
    error.httpStatus = status;
    error.message = message;
    return error;
}

// A failure to start or to store; word is its machine code, the beginning of Error::detail.
[[nodiscard]] inline Error failure(Error::Kind kind, const QString &word, const QString &message, const QString &next)
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.nextStep = next;
    error.detail = word;
    return error;
}

} // namespace desk::server
