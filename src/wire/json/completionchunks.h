#pragma once

#include "domain/completion.h"
#include "wire/sseparser.h"

namespace desk::wire {

// One event of POST /llm/completions with "stream": true (contract 4.8). Any of it may be there, or nothing.
struct CompletionChunk {
    QString text; // to be appended
    QString finishReason;
    std::optional<TokenUsage> usage;
    std::optional<QString> failure; // the upstream model's words, hostile; the end follows
    bool isEnd = false;
};

// Decodes the events of one stream in order. The server ends it twice: what comes after the first end is nothing.
// A value object: no I/O, usable from any thread, one thread at a time.
class CompletionChunks
{
public:
    [[nodiscard]] CompletionChunk take(const ServerEvent &event);
    [[nodiscard]] bool isOver() const { return m_over; } // a stream that closes before is cut short

private:
    bool m_over = false;
};

} // namespace desk::wire
