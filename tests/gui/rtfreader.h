#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>

#include <algorithm>

namespace desk::test {

// Reads RTF the way the standard says and takes nothing else: any byte that is no ASCII, any instruction that is not in its list, any
// group left open or closed twice and any \uN without its one stand-in is an error.
class RtfReader
{
public:
    struct Run {
        QString text;
        bool bold = false;
        bool italic = false;
        bool strike = false;
        bool fixed = false;
        bool heading = false;
        QString link;

        [[nodiscard]] bool sameLooks(const Run &o) const
        {
            return bold == o.bold && italic == o.italic && strike == o.strike && fixed == o.fixed && heading == o.heading && link == o.link;
        }
    };

    explicit RtfReader(const QByteArray &file)
        : m_file(file)
    {
        read();
    }

    [[nodiscard]] const QString &error() const { return m_error; }
    [[nodiscard]] const QList<Run> &runs() const { return m_runs; }
    [[nodiscard]] const QSet<QByteArray> &words() const { return m_words; }
    [[nodiscard]] QString text() const
    {
        QString out;
        for (const Run &run : m_runs)
            out += run.text;
        return out;
    }
    [[nodiscard]] QStringList lines() const { return text().split(u'\n', Qt::SkipEmptyParts); }
    // The run that has exactly these words; an empty one when there is none.
    [[nodiscard]] Run run(const QString &words) const
    {
        const auto found = std::find_if(m_runs.cbegin(), m_runs.cend(), [&words](const Run &run) { return run.text == words; });
        return found == m_runs.cend() ? Run() : *found;
    }

private:
    struct State {
        Run looks;
        bool hidden = false;      // a table of fonts or colours
        bool instruction = false; // of a field
    };

    void fail(const QString &why)
    {
        if (m_error.isEmpty())
            m_error = why + QStringLiteral(" at byte ") + QString::number(m_at);
        m_at = m_file.size();
    }

    void read()
    {
        if (!m_file.startsWith("{\\rtf1\\ansi"))
            return fail(QStringLiteral("no RTF"));
        while (m_at < m_file.size()) {
            const char c = m_file.at(m_at++);
            if (c == '{') {
                if (m_closed)
                    return fail(QStringLiteral("text behind the end"));
                m_states.append(m_states.isEmpty() ? State() : m_states.constLast());
            } else if (c == '}') {
                if (m_states.isEmpty())
                    return fail(QStringLiteral("closed twice"));
                m_states.removeLast();
                m_closed = m_states.isEmpty();
            } else if (c == '\\') {
                readControl();
            } else if (c != '\n') {
                addText(c);
            }
        }
        if (!m_states.isEmpty())
            fail(QStringLiteral("a group is open"));
    }

    void addText(char c)
    {
        if (c < 0x20 || c > 0x7E)
            return fail(QStringLiteral("no ASCII"));
        add(QChar::fromLatin1(c));
    }

    void add(QChar c)
    {
        if (m_states.isEmpty())
            return fail(QStringLiteral("text outside"));
        State &state = m_states.last();
        if (state.instruction) {
            m_instruction += c;
            return;
        }
        if (state.hidden)
            return;
        if (m_runs.isEmpty() || !m_runs.constLast().sameLooks(state.looks)) {
            m_runs.append(state.looks);
            m_runs.last().text.clear();
        }
        m_runs.last().text += c;
    }

    void readControl()
    {
        const char sign = m_at < m_file.size() ? m_file.at(m_at) : '\0';
        const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        if (!isLetter(sign)) {
            ++m_at;
            if (sign == '\\' || sign == '{' || sign == '}')
                add(QChar::fromLatin1(sign));
            else if (sign != '*')
                fail(QStringLiteral("unknown sign"));
            return;
        }
        QByteArray name;
        while (m_at < m_file.size() && isLetter(m_file.at(m_at)))
            name += m_file.at(m_at++);
        QByteArray digits;
        while (m_at < m_file.size() && ((digits.isEmpty() && m_file.at(m_at) == '-') || (m_file.at(m_at) >= '0' && m_file.at(m_at) <= '9')))
            digits += m_file.at(m_at++);
        if (m_at < m_file.size() && m_file.at(m_at) == ' ')
            ++m_at;
        obey(name, digits);
    }

    void obey(const QByteArray &name, const QByteArray &digits)
    {
        static const QSet<QByteArray> known{
            "rtf",      "ansi",    "ansicpg", "deff",    "uc",      "fonttbl", "f",     "fswiss",  "fmodern", "fcharset",
            "colortbl", "red",     "green",   "blue",    "pard",    "plain",   "par",   "sa",      "fs",      "li",
            "lin",      "ri",      "fi",      "ltrpar",  "rtlpar",  "ql",      "qr",    "qc",      "rtlch",   "ltrch",
            "b",        "i",       "strike",  "ul",      "cf",      "cbpat",   "field", "fldinst", "fldrslt", "brdrl",
            "brdrr",    "brdrb",   "brdrs",   "brdrw",   "brsp",    "keepn",   "line",  "tab",     "u",       "trowd",
            "trgaph",   "clbrdrt", "clbrdrl", "clbrdrb", "clbrdrr", "cellx",   "intbl", "cell",    "row",     "outlinelevel"};
        if (m_states.isEmpty() || !known.contains(name))
            return fail(QStringLiteral("unknown word ") + QString::fromLatin1(name));
        m_words.insert(name);
        State &state = m_states.last();
        if (name == "u")
            addUnit(digits);
        else if (name == "fonttbl" || name == "colortbl")
            state.hidden = true;
        else if (name == "fldinst")
            state.instruction = true;
        else if (name == "fldrslt")
            state.looks.link = takeLink();
        else if (name == "plain")
            state.looks = {};
        else if (name == "b")
            state.looks.bold = true;
        else if (name == "i")
            state.looks.italic = true;
        else if (name == "strike")
            state.looks.strike = true;
        else if (name == "f")
            state.looks.fixed = digits == "1";
        else if (name == "outlinelevel")
            state.looks.heading = true;
        else if (name == "par" || name == "line" || name == "row")
            add(u'\n');
        else if (name == "tab" || name == "cell")
            add(u'\t');
    }

    void addUnit(const QByteArray &digits)
    {
        bool ok = false;
        const int value = digits.toInt(&ok);
        if (!ok || value < -32768 || value > 32767 || m_at >= m_file.size() || m_file.at(m_at) != '?')
            return fail(QStringLiteral("a damaged character"));
        ++m_at;
        add(QChar(static_cast<char16_t>(value & 0xFFFF)));
    }

    [[nodiscard]] QString takeLink()
    {
        const QString head = QStringLiteral("HYPERLINK \"");
        const QString instruction = m_instruction;
        m_instruction.clear();
        if (!instruction.startsWith(head) || instruction.count(u'"') != 2 || !instruction.endsWith(u'"') || instruction.contains(u'\\')) {
            fail(QStringLiteral("a field that is no plain link"));
            return {};
        }
        return instruction.sliced(head.size()).chopped(1);
    }

    QByteArray m_file;
    qsizetype m_at = 0;
    bool m_closed = false;
    QList<State> m_states;
    QList<Run> m_runs;
    QSet<QByteArray> m_words;
    QString m_instruction;
    QString m_error;
};

} // namespace desk::test
