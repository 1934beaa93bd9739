#include "gui/chat/table/datawindows.h"

#include "gui/chat/table/tablewindow.h"
#include "gui/dialogs.h"
#include "state/atomicfile.h"

#include <QPointer>
#include <QWidget>

namespace desk {

DataWindows::DataWindows(QWidget &page, Dialogs &dialogs)
    : QObject(&page)
    , m_page(page)
    , m_dialogs(dialogs)
{
}

void DataWindows::showTable(const TableData &table)
{
    if (table.head.isEmpty())
        return;
    auto *window = new TableWindow(table, &m_page);
    connect(window, &TableWindow::saveRequested, this, &DataWindows::save);
    window->show();
}

void DataWindows::save(const QString &name, const QByteArray &bytes)
{
    m_dialogs.saveFile(m_page.window(), tr("Save as"), name, [self = QPointer(this), bytes](const QString &path) {
        if (!self)
            return;
        if (const Result<> written = AtomicFile::replace(path, bytes); !written)
            self->m_dialogs.inform(self->m_page.window(), tr("The file could not be written"), written.error().userText());
    });
}

} // namespace desk
