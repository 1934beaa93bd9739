#include "gui/export/pageflow.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QTextBlock>
#include <QTextDocument>

namespace desk {

namespace {

constexpr qreal layoutDpi = 96; // of QTextDocument without a device
constexpr qreal pointsPerInch = 72;
constexpr qreal fullPage = 0.9; // no new document is begun below

} // namespace

PageFlow::PageFlow(QPagedPaintDevice &device, const ExportLook &look, QString footer)
    : m_device(device)
    , m_look(look)
    , m_footer(std::move(footer))
{
}

bool PageFlow::begin()
{
    if (!m_painter.begin(&m_device))
        return false;
    m_scale = m_device.logicalDpiY() / layoutDpi;
    m_footerHeight = QFontMetricsF(m_look.style.font).height() * 2;
    m_body = QSizeF(m_device.width() / m_scale, m_device.height() / m_scale - m_footerHeight);
    m_painter.scale(m_scale, m_scale);
    m_page = 1;
    paintFooter();
    return m_body.height() > m_footerHeight && m_body.width() > m_footerHeight;
}

void PageFlow::add(QTextDocument &document)
{
    document.setDocumentMargin(0);
    document.setPageSize(m_body);
    const int pages = document.pageCount();
    for (int page = 0; page < pages; ++page) {
        if (page > 0) {
            if (!m_device.newPage())
                return;
            ++m_page;
            paintFooter();
        }
        paintPage(document, page);
    }
    const QRectF last = document.documentLayout()->blockBoundingRect(document.lastBlock());
    m_used = last.bottom() - (pages - 1) * m_body.height();
    if (m_used > m_body.height() * fullPage && m_device.newPage()) {
        ++m_page;
        m_used = 0;
        paintFooter();
    }
}

void PageFlow::paintPage(QTextDocument &document, int page)
{
    const qreal top = page * m_body.height();
    QAbstractTextDocumentLayout::PaintContext context;
    const QRectF body(0, top, m_body.width(), m_body.height());
    context.clip = body.adjusted(0, 1, 0, -1); // what only touches is of the page before or after: drawn, it would be found twice
    context.palette.setColor(QPalette::Text, m_look.style.text);
    m_painter.save();
    m_painter.translate(0, -top);
    m_painter.setClipRect(body);
    document.documentLayout()->draw(&m_painter, context);
    m_painter.restore();
}

void PageFlow::paintFooter()
{
    m_painter.save();
    QFont font = m_look.style.font;
    font.setPixelSize(qRound(font.pointSizeF() * layoutDpi / pointsPerInch)); // points would be those of the device, and scaled again
    m_painter.setFont(font);
    m_painter.setPen(m_look.style.subtle);
    const QRectF line(0, m_body.height() + m_footerHeight / 2, m_body.width(), m_footerHeight / 2);
    const QString number = QLocale().toString(m_page);
    const QFontMetricsF metrics(font);
    const qreal room = line.width() - metrics.horizontalAdvance(number) - m_footerHeight;
    m_painter.drawText(line, Qt::AlignLeading | Qt::AlignVCenter, metrics.elidedText(m_footer, Qt::ElideRight, room));
    m_painter.drawText(line, Qt::AlignTrailing | Qt::AlignVCenter, number);
    m_painter.restore();
}

bool PageFlow::end()
{
    return m_painter.end();
}

} // namespace desk
