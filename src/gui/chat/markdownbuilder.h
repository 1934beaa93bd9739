#pragma once

#include "gui/chat/markdownstyle.h"
#include "gui/chat/textlimiter.h"

#include <QCoreApplication>
#include <QList>
#include <QStringView>
#include <QTextCharFormat>
#include <QTextCursor>

class QTextTable;

namespace desk {

// Writes blocks and runs into a document for MarkdownRenderer; knows nothing of the parser. One use per piece of source.
class MarkdownBuilder
{
    Q_DECLARE_TR_FUNCTIONS(MarkdownBuilder)
public:
    MarkdownBuilder(const MarkdownStyle &style, QTextDocument &document);
    ~MarkdownBuilder();

    void enterQuote();
    void leaveQuote();
    void enterList(bool ordered, unsigned start, bool tight);
    void leaveList();
    void enterItem(bool task, bool done);
    void leaveItem();

    void beginParagraph();
    void beginHeading(unsigned level);
    void endBlock();
    void addRule();

    void beginCode(const QString &language, bool first, bool last);
    void addCode(QStringView code);
    void endCode();

    void beginTable(unsigned columns, unsigned rows);
    void beginRow();
    void beginCell(Qt::Alignment alignment, bool header);
    void endTable();

    void pushFormat(const QTextCharFormat &over);
    void popFormat();
    void addText(QStringView text, TextUse use = TextUse::Prose);

    [[nodiscard]] const MarkdownStyle &style() const { return m_style; }

private:
    struct List {
        bool ordered = false;
        bool tight = true;
        bool first = true; // the item under way is the first
        qint64 start = 1;
        qint64 next = 1;
    };

    void startBlock(QTextBlockFormat format, const QTextCharFormat &charFormat);
    [[nodiscard]] QTextBlockFormat blockFormat() const;
    [[nodiscard]] int depth() const;
    [[nodiscard]] QString takeMark();

    MarkdownStyle m_style;
    QTextCursor m_cursor;
    TextLimiter m_limiter;
    QList<List> m_lists;
    QList<QTextCharFormat> m_formats;
    int m_ignoredFormats = 0; // deeper than maxSpans
    int m_quotes = 0;
    QString m_mark; // of the item whose first block is still to come
    QString m_code;
    QString m_codeLanguage;
    bool m_codeFirst = true;
    bool m_codeLast = true;
    bool m_open = false; // text goes to the block under way
    bool m_fresh = true; // the cursor stands in an empty block nobody uses yet
    bool m_anyBlock = false;
    QTextTable *m_table = nullptr;
    int m_row = -1;
    int m_column = -1;
    unsigned m_hiddenRows = 0;
    bool m_skipping = false; // in a row or column that is not shown
};

} // namespace desk
