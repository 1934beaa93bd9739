#pragma once

#include <QByteArray>

#include <optional>

namespace desk {

// Tells what to do with a numbered event of a stream (SSE-26): events of one stream are numbered 1, 2, 3 …, a server may send some
// again, and some may be missing. Pure.
class SequenceFilter
{
public:
    enum class Verdict {
        Next,      // apply it
        Duplicate, // had it
        Gap,       // something before it is missing: what follows cannot be applied, fetch the snapshot
        Unnumbered // the stream has no numbers
    };

    [[nodiscard]] Verdict take(const QByteArray &id)
    {
        bool isNumber = false;
        const qint64 number = id.toLongLong(&isNumber);
        if (!isNumber || number < 0)
            return Verdict::Unnumbered;
        if (m_last && number <= *m_last)
            return Verdict::Duplicate;
        const bool follows = m_last ? number == *m_last + 1 : number <= 1; // counted from 0 or 1
        m_last = number;
        return follows ? Verdict::Next : Verdict::Gap;
    }
    void restart() { m_last.reset(); } // a stream from its beginning

private:
    std::optional<qint64> m_last;
};

} // namespace desk
