#pragma once

#include "localserver/http/response.h"

struct MHD_Response;

namespace desk::server {

class EventChannel;

// Both return null when the library or the file system refuses. Release with MHD_destroy_response().
[[nodiscard]] MHD_Response *mhdBody(const Response &response);
[[nodiscard]] MHD_Response *mhdStream(EventChannel *channel); // takes ownership

// The answer's own headers and those every answer has (LOC-07).
void addHeaders(MHD_Response *raw, const Response &response, const QByteArray &requestId);

} // namespace desk::server
