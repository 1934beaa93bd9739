#pragma once

#include <QByteArray>
#include <QStringView>

class QTextBlock;
class QTextCharFormat;
class QTextDocument;
class QTextTable;

namespace desk {

// Documents made by MarkdownBuilder as RTF, for office programs that take it before HTML (CH-61): headings, emphasis, code, lists, quotes,
// tables, and links the program would open itself. What comes out is ASCII: every other character is \uN with "?" for old readers, and a
// sign that means something in RTF is escaped, so that no text becomes an instruction. No picture, no object, nothing to fetch.
// Use one for each file, in the order of the text. Any thread, if the documents live there.
class RtfWriter
{
public:
    void add(const QTextDocument &document, int start, int end); // positions
    void add(const QTextDocument &document);
    void addLines(QStringView text); // as somebody typed them, without looks

    [[nodiscard]] qsizetype size() const { return m_body.size(); } // bytes so far
    [[nodiscard]] QByteArray file() const;

    // What stands for the text in a file, with \line for a line end.
    [[nodiscard]] static QByteArray escaped(QStringView text);

private:
    void addParagraph(const QTextBlock &block);
    void addTable(const QTextTable &table);
    void addRuns(const QTextBlock &block);
    void addRun(const QString &text, const QTextCharFormat &format, bool code, bool rightToLeft);

    QByteArray m_body;
    int m_start = 0;
    int m_end = 0;
};

} // namespace desk
