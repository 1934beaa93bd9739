#include "localserver/engine/delimitedreader.h"

#include <QMap>

namespace desk::server {

DelimitedReader::DelimitedReader(QChar delimiter, Sink sink)
    : m_delimiter(delimiter)
    , m_sink(std::move(sink))
{
}

void DelimitedReader::feed(QStringView text)
{
    for (const QChar c : text) {
        if (m_skipLf) {
            m_skipLf = false;
            if (c == u'\n')
                continue;
        }
        if (m_state == State::Quoted) {
            if (c == u'"')
                m_state = State::QuoteInQuoted;
            else
                append(c);
        } else if (m_state == State::QuoteInQuoted && c == u'"') {
            append(c);
            m_state = State::Quoted;
        } else if (c == m_delimiter) {
            endField();
        } else if (c == u'\n' || c == u'\r') {
            m_skipLf = c == u'\r';
            endRecord();
        } else if (m_state == State::FieldStart && c == u'"') {
            m_state = State::Quoted;
        } else {
            append(c);
            m_state = State::Plain; // also what follows a closing quote by mistake
        }
    }
}

void DelimitedReader::finish()
{
    m_endedInQuotes = m_state == State::Quoted;
    if (!m_field.isEmpty() || !m_record.isEmpty() || m_state != State::FieldStart)
        endRecord();
}

void DelimitedReader::endField()
{
    if (m_record.size() < maxColumns)
        m_record.append(m_field);
    else
        m_dropped += m_field.size();
    m_field.clear();
    m_state = State::FieldStart;
}

void DelimitedReader::endRecord()
{
    const bool blank = m_record.isEmpty() && m_field.isEmpty() && m_state == State::FieldStart;
    endField();
    if (!blank)
        m_sink(m_record);
    m_record.clear();
}

void DelimitedReader::append(QChar c)
{
    if (m_field.size() < maxField)
        m_field.append(c);
    else
        ++m_dropped;
}

QChar DelimitedReader::detectDelimiter(const QString &beginning)
{
    QChar best = u',';
    double bestScore = 0;
    for (const QChar candidate : {QChar(u','), QChar(u';'), QChar(u'\t'), QChar(u'|')}) {
        QMap<qsizetype, int> widths;
        int records = 0;
        DelimitedReader reader(candidate, [&widths, &records](const QStringList &record) {
            if (records++ < 200)
                ++widths[record.size()];
        });
        reader.feed(beginning);
        if (records == 0)
            reader.finish();
        qsizetype width = 0;
        int agreeing = 0;
        for (auto it = widths.cbegin(); it != widths.cend(); ++it) {
            if (it.key() > 1 && it.value() >= agreeing) {
                width = it.key();
                agreeing = it.value();
            }
        }
        const double score =
            static_cast<double>(agreeing) / qMax(1, qMin(records, 200)) * (1.0 + static_cast<double>(qMin<qsizetype>(width, 50)) / 100.0);
        if (width > 1 && score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

} // namespace desk::server
