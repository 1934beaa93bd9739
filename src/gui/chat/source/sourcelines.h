#pragma once

#include "gui/chat/source/sourceheading.h"
#include "gui/text/textlimiter.h"

#include <QList>

class QTextDocument;

namespace desk {

// Plain text of megabytes on its way into a document, a slice of milliseconds at a time, made harmless to lay out: a line of megabytes
// becomes many blocks, and lines without end are cut. Finds pages (form feeds) and, where they are wanted, the headings of Markdown.
class SourceLines
{
public:
    static constexpr int mostLines = 100'000;

    SourceLines() = default;
    SourceLines(QString text, bool hasHeadings, TextUse use);

    bool addSlice(QTextDocument &document);    // behind what it has; false: that was all
    [[nodiscard]] int blockOf(int line) const; // 1-based line of the text; the last block for lines beyond the end
    [[nodiscard]] bool isCut() const { return m_isCut; }
    [[nodiscard]] QList<SourceHeading> contents(const QTextDocument &document) const; // in their order; bounded

private:
    void noteLine(QStringView line);

    QString m_text;
    bool m_hasHeadings = false;
    TextUse m_use = TextUse::Code;
    bool m_isCut = false;
    bool m_inCode = false;
    qsizetype m_at = 0;
    int m_page = 1;
    int m_blocks = 0;
    QList<int> m_lineBlocks;        // of each line, the block it begins with
    QList<SourceHeading> m_entries; // position: the line, 0-based
};

} // namespace desk
