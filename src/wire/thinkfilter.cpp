#include "wire/thinkfilter.h"

#include <array>
#include <utility>

namespace desk::wire {

using namespace Qt::StringLiterals;

ThinkFilter::Found ThinkFilter::tagAt(QStringView text)
{
    static constexpr std::array<std::pair<QLatin1StringView, Tag>, 4> tags{
        {{"<think>"_L1, Tag::Open}, {"<thinking>"_L1, Tag::Open}, {"</think>"_L1, Tag::Close}, {"</thinking>"_L1, Tag::Close}}};
    Found found;
    for (const auto &[word, tag] : tags) {
        if (text.startsWith(word, Qt::CaseInsensitive))
            return {tag, word.size()};
        if (text.size() < word.size() && QStringView(QString(word)).startsWith(text, Qt::CaseInsensitive))
            found.tag = Tag::Possible;
    }
    return found;
}

ThinkFilter::Parts ThinkFilter::feed(QStringView piece)
{
    m_held += piece;
    return take(false);
}

ThinkFilter::Parts ThinkFilter::finish()
{
    return take(true);
}

ThinkFilter::Parts ThinkFilter::split(const QString &text)
{
    if (!text.contains("think>"_L1, Qt::CaseInsensitive) && !text.contains("thinking>"_L1, Qt::CaseInsensitive))
        return {text, {}, false};
    ThinkFilter filter;
    Parts parts = filter.feed(text);
    const Parts rest = filter.finish();
    if (rest.isRetracted)
        parts.thought += std::exchange(parts.answer, QString());
    parts.answer += rest.answer;
    parts.thought += rest.thought;
    return parts;
}

ThinkFilter::Parts ThinkFilter::take(bool isWhole)
{
    Parts out;
    const QString text = std::exchange(m_held, QString());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const QStringView rest = QStringView(text).sliced(i);
        const Found found = c == u'<' ? tagAt(rest) : Found();
        const bool isEnd = found.tag == Tag::Close;
        if (!isWhole && (found.tag == Tag::Possible || (isEnd && !m_thinking && rest.size() == found.length))) {
            m_held = rest.toString();
            return out;
        }
        if (isEnd ? m_thinking || isStray(rest.sliced(found.length), isWhole)
                  : found.tag == Tag::Open && !m_thinking && (m_lead == Lead::Space || m_isBehindSentence) && m_fence.isNull()) {
            if (isEnd && !m_thinking && !m_hasThought) {
                out.isRetracted = true;
                out.thought = std::exchange(out.answer, QString());
            }
            m_hasThought = true;
            m_thinking = !isEnd;
            m_trimAnswer = isEnd && !m_opensInLine;
            m_opensInLine = !isEnd && m_lead != Lead::Space;
            beginLine();
            i += found.length - 1;
        } else if (m_thinking) {
            out.thought += c;
        } else if (!m_trimAnswer || !c.isSpace()) {
            m_trimAnswer = false;
            advance(c);
            out.answer += c;
        }
    }
    return out;
}

// An end whose beginning the server took, as some models' templates do. It stands at an end of its line.
bool ThinkFilter::isStray(QStringView after, bool isWhole) const
{
    return m_fence.isNull() &&
           (m_lead == Lead::Space || (after.isEmpty() && isWhole) || after.startsWith(u'\n') || after.startsWith(u'\r'));
}

void ThinkFilter::beginLine()
{
    m_lead = Lead::Space;
    m_run = 0;
    m_isBare = true;
    m_isBehindSentence = false;
}

// Fences as CommonMark has them (4.5), as far as they matter here.
void ThinkFilter::endLine()
{
    if (m_run >= 3 && m_fence.isNull()) {
        m_fence = m_runOf;
        m_fenceLength = m_run;
    } else if (m_run >= m_fenceLength && m_runOf == m_fence && m_isBare) {
        m_fence = QChar();
    }
    beginLine();
}

void ThinkFilter::advance(QChar c)
{
    if (c == u'\n') {
        endLine();
        return;
    }
    m_isBehindSentence = c == u'.' || c == u'!' || c == u'?' || c == u':' || c == u'\u2026';
    if (m_lead == Lead::Space && !c.isSpace()) {
        m_lead = c == u'`' || c == u'~' ? Lead::Run : Lead::Rest;
        m_runOf = c;
    }
    if (m_lead == Lead::Run && c == m_runOf) {
        ++m_run;
    } else if (m_lead != Lead::Space) {
        if (m_lead == Lead::Rest && m_runOf == u'`' && c == u'`')
            m_run = 0; // code within the line
        m_lead = Lead::Rest;
        m_isBare = m_isBare && c.isSpace();
    }
}

} // namespace desk::wire
