#pragma once

#include "gui/export/exportlook.h"

#include <QPainter>
#include <QSizeF>
#include <QString>

class QPagedPaintDevice;
class QTextDocument;

namespace desk {

// The pages of a PDF or a printer, filled by text documents one after the other, each beginning where the last one ended. So a long
// conversation is never laid out as a whole. Any thread.
class PageFlow
{
public:
    // footer stands on every page beside its number. The device outlives this.
    PageFlow(QPagedPaintDevice &device, const ExportLook &look, QString footer);
    PageFlow(const PageFlow &) = delete;
    PageFlow &operator=(const PageFlow &) = delete;

    [[nodiscard]] bool begin();
    // Height that is taken on the page under way: the next document leaves that much free at its top.
    [[nodiscard]] qreal used() const { return m_used; }
    void add(QTextDocument &document);
    [[nodiscard]] bool end();
    [[nodiscard]] int pageCount() const { return m_page; }

private:
    void paintFooter();
    void paintPage(QTextDocument &document, int page);

    QPagedPaintDevice &m_device;
    const ExportLook &m_look;
    QString m_footer;
    QPainter m_painter;
    QSizeF m_body; // in the document's units
    qreal m_footerHeight = 0;
    qreal m_scale = 1;
    qreal m_used = 0;
    int m_page = 0;
};

} // namespace desk
