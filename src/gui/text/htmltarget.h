#pragma once

#include "gui/text/markdowntarget.h"

#include <QList>

namespace desk {

// A message as HTML for the clipboard: plain elements, everything escaped, no script, no picture, no style but alignment (REND-01).
class HtmlTarget final : public MarkdownTarget
{
public:
    [[nodiscard]] QString html() const { return m_html; }
    void addPlain(QStringView text); // what a person typed: every line break counts

    void enterQuote() override { m_html += QStringLiteral("<blockquote>\n"); }
    void leaveQuote() override { m_html += QStringLiteral("</blockquote>\n"); }
    void enterList(bool ordered, unsigned start, bool tight) override;
    void leaveList() override;
    void enterItem(bool task, bool done) override;
    void leaveItem() override { m_html += QStringLiteral("</li>\n"); }
    void beginParagraph() override;
    void beginHeading(unsigned level) override;
    void endBlock() override;
    void addRule() override { m_html += QStringLiteral("<hr>\n"); }
    void beginCode(const QString &language, bool first, bool last) override;
    void addCode(QStringView code) override;
    void endCode() override;
    void beginTable(unsigned columns, unsigned rows) override;
    void beginRow() override;
    void beginCell(Qt::Alignment alignment, bool header) override;
    void endTable() override;
    void pushSpan(MarkdownSpan span, const QString &href) override;
    void popSpan() override;
    void addText(QStringView text, TextUse use) override;
    void addMath(const MathSpan &span) override;

private:
    void closeCell();
    void closeRow();

    QString m_html;
    QString m_block; // the end tag of the open paragraph or heading
    QList<bool> m_ordered;
    QStringList m_spans; // end tags
    QString m_cell;      // end tag
    bool m_row = false;
    bool m_codeEnds = true;
};

} // namespace desk
