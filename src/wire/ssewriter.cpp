#include "wire/ssewriter.h"

#include <algorithm>

namespace desk::wire {

namespace {

bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

// Appends `text` as lines that all begin with `prefix`; CR, LF and CRLF each end one.
void appendLines(QByteArray &out, const char *prefix, const QByteArray &text)
{
    const char *begin = text.constData();
    const char *const end = begin + text.size();
    for (;;) {
        const char *const eol = std::find_if(begin, end, isLineEnd);
        out.append(prefix).append(begin, eol - begin).append('\n');
        if (eol == end)
            return;
        begin = eol + (*eol == '\r' && eol + 1 != end && eol[1] == '\n' ? 2 : 1);
    }
}

} // namespace

QByteArray sseEvent(const QByteArray &type, const QByteArray &data, const QByteArray &id)
{
    QByteArray out;
    out.reserve(type.size() + data.size() + id.size() + 32);
    const bool badId = id.contains('\0') || std::any_of(id.begin(), id.end(), isLineEnd);
    if (!id.isEmpty() && !badId)
        out.append("id: ").append(id).append('\n');
    const auto nameEnd = std::find_if(type.begin(), type.end(), isLineEnd);
    if (nameEnd != type.begin())
        out.append("event: ").append(type.constData(), nameEnd - type.begin()).append('\n');
    appendLines(out, "data: ", data);
    return out.append('\n');
}

QByteArray sseComment(const QByteArray &text)
{
    QByteArray out;
    appendLines(out, ": ", text);
    return out.append('\n');
}

QByteArray sseRetry(int milliseconds)
{
    return "retry: " + QByteArray::number(std::max(0, milliseconds)) + "\n\n";
}

} // namespace desk::wire
