#pragma once

#include "gui/text/highlight/codelexer.h"
#include "gui/text/markdownstyle.h"
#include "gui/text/markdowntarget.h"

#include <QCoreApplication>
#include <QList>
#include <QStringView>
#include <QTextCharFormat>
#include <QTextCursor>

class QTextTable;

namespace desk {

// Writes blocks and runs into a document for MarkdownRenderer; knows nothing of the parser. One use per piece of source.
class MarkdownBuilder final : public MarkdownTarget
{
    Q_DECLARE_TR_FUNCTIONS(MarkdownBuilder)
public:
    MarkdownBuilder(const MarkdownStyle &style, QTextDocument &document);
    ~MarkdownBuilder() override;

    void setHighlighting(bool on) { m_highlighting = on; }             // off for code that is still being written
    void setCodeState(const CodeState &state) { m_codeState = state; } // what the piece before left open

    void enterQuote() override;
    void leaveQuote() override;
    void enterList(bool ordered, unsigned start, bool tight) override;
    void leaveList() override;
    void enterItem(bool task, bool done) override;
    void leaveItem() override;

    void beginParagraph() override;
    void beginHeading(unsigned level) override;
    void endBlock() override;
    void addRule() override;

    void beginCode(const QString &language, bool first, bool last) override;
    void addCode(QStringView code) override;
    void endCode() override;

    void beginTable(unsigned columns, unsigned rows) override;
    void beginRow() override;
    void beginCell(Qt::Alignment alignment, bool header) override;
    void endTable() override;

    void pushSpan(MarkdownSpan span, const QString &href = {}) override;
    void popSpan() override;
    void addText(QStringView text, TextUse use = TextUse::Prose) override;
    void addImage(const QString &words, const QString &source, bool canShow) override;
    void addMath(const MathSpan &span) override;

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
    [[nodiscard]] QTextCharFormat spanFormat(MarkdownSpan span, const QString &href) const;
    void insertPicture(const QImage &picture, const QTextCharFormat &format);
    [[nodiscard]] qreal codeGutter() const;
    void insertCode(QStringView code, const QTextCharFormat &format);

    MarkdownStyle m_style;
    QTextCursor m_cursor;
    TextLimiter m_limiter;
    QList<List> m_lists;
    QList<QTextCharFormat> m_formats;
    int m_ignoredFormats = 0; // deeper than maxSpans
    int m_quotes = 0;
    QString m_mark; // of the item whose first block is still to come
    QString m_code;
    CodeState m_codeState;
    bool m_highlighting = true;
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
