#include "gui/text/plaintarget.h"

#include "gui/chat/image/markdownpictures.h"

#include "gui/text/markdownrenderer.h"

#include <utility>

namespace desk {

QString PlainTarget::take()
{
    return std::exchange(m_text, QString());
}

void PlainTarget::newLine()
{
    if (!m_text.isEmpty() && !m_text.endsWith(u'\n'))
        m_text += u'\n';
}

void PlainTarget::enterList(bool ordered, unsigned start, bool tight)
{
    Q_UNUSED(ordered)
    Q_UNUSED(start)
    Q_UNUSED(tight)
    newLine();
}

void PlainTarget::enterItem(bool task, bool done)
{
    Q_UNUSED(task)
    Q_UNUSED(done)
    newLine();
}

void PlainTarget::beginHeading(unsigned level)
{
    Q_UNUSED(level)
    newLine();
}

void PlainTarget::beginCode(const QString &language, bool first, bool last)
{
    Q_UNUSED(language)
    Q_UNUSED(first)
    Q_UNUSED(last)
    newLine();
}

void PlainTarget::beginTable(unsigned columns, unsigned rows)
{
    Q_UNUSED(columns)
    Q_UNUSED(rows)
    newLine();
    m_row = m_column = -1;
    m_inTable = true;
}

void PlainTarget::beginRow()
{
    ++m_row;
    m_column = -1;
}

void PlainTarget::beginCell(Qt::Alignment alignment, bool header)
{
    Q_UNUSED(alignment)
    Q_UNUSED(header)
    ++m_column;
    if (m_use == Use::Reading && m_column > 0)
        m_text += u'\t';
    else
        newLine();
    m_hidden = m_use == Use::Search && (m_row >= MarkdownRenderer::maxRows || m_column >= MarkdownRenderer::maxColumns);
}

void PlainTarget::endTable()
{
    m_inTable = m_hidden = false;
    newLine();
}

void PlainTarget::pushSpan(MarkdownSpan span, const QString &href)
{
    Q_UNUSED(span)
    Q_UNUSED(href)
}

void PlainTarget::addText(QStringView text, TextUse use)
{
    Q_UNUSED(use)
    if (!m_hidden)
        m_text += text;
}

// The words of the card as MessageDocument shows it: what is searched is what is seen.
void PlainTarget::addImage(const QString &words, const QString &source, bool canShow)
{
    Q_UNUSED(source)
    addText(canShow ? imageCard(words) : words, TextUse::Prose);
}

} // namespace desk
