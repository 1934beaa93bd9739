#include "gui/chat/table/markdowntables.h"

#include "gui/text/markdownrenderer.h"
#include "gui/text/markdowntarget.h"

namespace desk {

namespace {

class Collector final : public MarkdownTarget
{
public:
    QList<TableData> tables;

    void enterQuote() override {}
    void leaveQuote() override {}
    void enterList(bool, unsigned, bool) override {}
    void leaveList() override {}
    void enterItem(bool, bool) override {}
    void leaveItem() override {}
    void beginParagraph() override {}
    void beginHeading(unsigned) override {}
    void endBlock() override {}
    void addRule() override {}
    void beginCode(const QString &, bool, bool) override {}
    void addCode(QStringView) override {}
    void endCode() override {}
    void pushSpan(MarkdownSpan, const QString &) override {}
    void popSpan() override {}

    void beginTable(unsigned, unsigned) override
    {
        tables << TableData();
        m_cell = nullptr;
    }
    void beginRow() override { m_rowPending = true; }
    void beginCell(Qt::Alignment alignment, bool header) override
    {
        TableData &table = tables.last();
        if (header)
            table.alignments << alignment;
        else if (m_rowPending)
            table.rows << QStringList();
        m_rowPending = false;
        QStringList &row = header ? table.head : table.rows.last();
        row << QString();
        m_cell = &row.last();
    }
    void endTable() override { m_cell = nullptr; }
    void addText(QStringView text, TextUse) override
    {
        if (m_cell != nullptr)
            *m_cell += text;
    }
    void addMath(const MathSpan &span) override { addText(span.source, TextUse::Prose); }

private:
    QString *m_cell = nullptr;
    bool m_rowPending = false;
};

} // namespace

QList<TableData> markdownTables(QStringView source)
{
    Collector collector;
    MarkdownRenderer::parse(source, collector);
    for (TableData &table : collector.tables) {
        for (QStringList &row : table.rows) {
            while (row.size() < table.head.size())
                row << QString();
        }
    }
    return collector.tables;
}

} // namespace desk
