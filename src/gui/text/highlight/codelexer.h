#pragma once

#include "gui/text/highlight/codelanguage.h"

namespace desk {

enum class CodeToken { Plain, Keyword, Type, Name, String, Number, Comment, Meta, Added, Removed };

struct CodeSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    CodeToken token = CodeToken::Plain;
};

// What a piece of code leaves open for the next one: a comment, a string or a tag.
struct CodeState {
    CodeToken token = CodeToken::Plain;
    QString close; // the mark that ends it; empty: nothing is open
    bool escapes = false;
    bool inTag = false;
};

// Cuts code into coloured spans by the table of its language. Not a parser: what it does not understand stays plain. Every character is
// looked at a bounded number of times whatever the text is, and there are never more than maxSpans. Pure, any thread.
class CodeLexer
{
public:
    static constexpr int maxSpans = 2000; // in one piece: then the rest is plain

    CodeLexer(const CodeLanguage &language, QStringView code, const CodeState &from = {});

    // Without gaps, in order, together the whole code.
    [[nodiscard]] QList<CodeSpan> run();
    [[nodiscard]] const CodeState &state() const { return m_state; } // after run()

private:
    void add(qsizetype end, CodeToken token);
    void takeOpen();
    void takeWordsToken();
    bool takeComment();
    bool takeQuote();
    bool takeRawString();
    bool takeMeta();
    void takeNumber();
    void takeWord();
    bool takeKey();
    void takeMarkupToken();
    void takeTagToken();
    void takeDiffLine();
    [[nodiscard]] bool startsWith(const QString &mark) const { return !mark.isEmpty() && m_code.sliced(m_at).startsWith(mark); }
    [[nodiscard]] qsizetype lineEnd() const;
    [[nodiscard]] qsizetype wordEnd(qsizetype from) const;
    [[nodiscard]] QChar at(qsizetype i) const { return i < m_code.size() ? m_code.at(i) : QChar(); }
    void open(CodeToken token, const QString &close, bool escapes);

    const CodeLanguage &m_language;
    QStringView m_code;
    CodeState m_state;
    QList<CodeSpan> m_spans;
    qsizetype m_at = 0;
    bool m_lineStart = true; // nothing but blanks since the line began
};

} // namespace desk
