#include "localserver/model/thinkfilter.h"

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

// How much of the end of text may be the beginning of tag.
qsizetype overlap(const QString &text, const QString &tag)
{
    for (qsizetype length = qMin(text.size(), tag.size() - 1); length > 0; --length) {
        if (text.endsWith(tag.first(length), Qt::CaseInsensitive))
            return length;
    }
    return 0;
}

} // namespace

ThinkFilter::Parts ThinkFilter::feed(const QString &piece)
{
    static const QString open = u"<think>"_s;
    static const QString close = u"</think>"_s;
    Parts out;
    m_held += piece;
    for (;;) {
        const QString &tag = m_thinking ? close : open;
        const qsizetype at = m_held.indexOf(tag, 0, Qt::CaseInsensitive);
        const qsizetype ready = at >= 0 ? at : m_held.size() - overlap(m_held, tag);
        QString text = m_held.first(ready);
        m_held.remove(0, at >= 0 ? at + tag.size() : ready);
        if (!m_thinking && m_trimAnswer) {
            while (!text.isEmpty() && text.front().isSpace())
                text.remove(0, 1);
            m_trimAnswer = text.isEmpty();
        }
        (m_thinking ? out.thought : out.answer) += text;
        if (at < 0)
            return out;
        m_trimAnswer = m_thinking;
        m_thinking = !m_thinking;
    }
}

ThinkFilter::Parts ThinkFilter::finish()
{
    Parts out;
    (m_thinking ? out.thought : out.answer) = std::exchange(m_held, QString());
    return out;
}

} // namespace desk::server
