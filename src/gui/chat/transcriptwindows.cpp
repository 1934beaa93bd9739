#include "gui/chat/transcriptwindows.h"

#include "gui/chat/json/toolinspector.h"
#include "gui/chat/table/tablewindow.h"
#include "gui/chat/transcriptview.h"
#include "gui/dialogs.h"
#include "state/atomicfile.h"
#include "state/models/transcriptmodel.h"

#include <QPointer>

namespace desk {

TranscriptWindows::TranscriptWindows(TranscriptView &view, Dialogs &dialogs, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_dialogs(dialogs)
{
    connect(&view, &TranscriptView::tableRequested, this, &TranscriptWindows::showTable);
    connect(&view, &TranscriptView::toolRequested, this, &TranscriptWindows::showTool);
    connect(&view, &TranscriptView::saveRequested, this, &TranscriptWindows::save);
}

void TranscriptWindows::showTable(const TableData &table)
{
    if (table.head.isEmpty())
        return;
    auto *window = new TableWindow(table, &m_view);
    connect(window, &TableWindow::saveRequested, this, &TranscriptWindows::save);
    window->show();
}

void TranscriptWindows::showTool(int row, int tool)
{
    const TranscriptModel *model = m_view.transcript();
    if (model == nullptr || row < 0 || row >= model->rowCount() || tool >= model->messageAt(row).toolCalls.size())
        return;
    auto *window = new ToolInspector(model->messageAt(row).toolCalls.at(tool), &m_view);
    connect(window, &ToolInspector::saveRequested, this, &TranscriptWindows::save);
    connect(window, &ToolInspector::tableRequested, this, &TranscriptWindows::showTable);
    window->show();
}

void TranscriptWindows::save(const QString &name, const QByteArray &bytes)
{
    m_dialogs.saveFile(m_view.window(), tr("Save as"), name, [self = QPointer(this), bytes](const QString &path) {
        if (!self)
            return;
        if (const Result<> written = AtomicFile::replace(path, bytes); !written)
            self->m_dialogs.inform(self->m_view.window(), tr("The file could not be written"), written.error().userText());
    });
}

} // namespace desk
