#pragma once

#include "domain/error.h"
#include "localserver/http/response.h"

namespace desk::server {

// Answers that several chapters share.
[[nodiscard]] Response notFound(const QString &detail);
[[nodiscard]] Response invalid(const QString &detail);
[[nodiscard]] Response conflict(const QString &detail);
// From an error that names its HTTP status; Storage becomes 507 or 503.
[[nodiscard]] Response problemOf(const Error &error);

} // namespace desk::server
