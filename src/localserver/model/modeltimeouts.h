#pragma once

namespace desk::server {

// Deadlines of one request to a language model, in milliseconds.
struct ModelTimeouts {
    int connectMs = 10 * 1000;   // until the request is on the wire
    int firstByteMs = 60 * 1000; // until the answer begins
    int idleMs = 60 * 1000;      // between two bytes of the answer
};

} // namespace desk::server
