#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace desk::server {

// Push parser for delimiter-separated text (RFC 4180, tolerant): quoted fields may hold delimiters, line breaks and doubled quotes; CR, LF
// and CRLF end a record; blank lines are skipped. Any chunking. Pure.
class DelimitedReader
{
public:
    using Sink = std::function<void(const QStringList &record)>;

    static constexpr qsizetype maxField = 100 * 1000; // characters; the rest of a longer field is dropped and counted
    static constexpr qsizetype maxColumns = 1000;

    DelimitedReader(QChar delimiter, Sink sink);

    void feed(QStringView text);
    void finish();

    [[nodiscard]] qint64 droppedCharacters() const { return m_dropped; }
    [[nodiscard]] bool endedInQuotes() const { return m_endedInQuotes; } // all after that mark was one cell

    // The most consistent of , ; tab | in the beginning of a file.
    [[nodiscard]] static QChar detectDelimiter(const QString &beginning);

private:
    void endField();
    void endRecord();
    void append(QChar c);

    enum class State { FieldStart, Plain, Quoted, QuoteInQuoted };

    QChar m_delimiter;
    Sink m_sink;
    QStringList m_record;
    QString m_field;
    State m_state = State::FieldStart;
    bool m_skipLf = false;
    qint64 m_dropped = 0;
    bool m_endedInQuotes = false;
};

} // namespace desk::server
