#pragma once

#include "gui/text/markdowntarget.h"

namespace desk {

// The words of a message, without looks. For searching: as they are shown, a line end between blocks and cells, and without what a
// MarkdownBuilder leaves out of tables, so that the n-th match in one is the n-th in the other. For reading elsewhere: tables whole, a tab
// between their cells.
class PlainTarget final : public MarkdownTarget
{
public:
    enum class Use { Search, Reading };
    explicit PlainTarget(Use use = Use::Search)
        : m_use(use)
    {
    }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString take();

    void enterQuote() override {}
    void leaveQuote() override {}
    void enterList(bool ordered, unsigned start, bool tight) override;
    void leaveList() override { newLine(); }
    void enterItem(bool task, bool done) override;
    void leaveItem() override { newLine(); }
    void beginParagraph() override { newLine(); }
    void beginHeading(unsigned level) override;
    void endBlock() override { newLine(); }
    void addRule() override { newLine(); }
    void beginCode(const QString &language, bool first, bool last) override;
    void addCode(QStringView code) override { m_text += code; }
    void endCode() override { newLine(); }
    void beginTable(unsigned columns, unsigned rows) override;
    void beginRow() override;
    void beginCell(Qt::Alignment alignment, bool header) override;
    void endTable() override;
    void pushSpan(MarkdownSpan span, const QString &href) override;
    void popSpan() override {}
    void addText(QStringView text, TextUse use) override;
    void addImage(const QString &words, const QString &source, bool canShow) override;
    void addMath(const MathSpan &span) override { addText(span.shown, TextUse::Prose); }

private:
    void newLine();

    Use m_use;
    QString m_text;
    int m_row = -1;
    int m_column = -1;
    bool m_inTable = false;
    bool m_hidden = false;
};

} // namespace desk
