#include "gui/chat/transcript/transcriptwindows.h"

#include "gui/chat/image/imagedecoder.h"
#include "gui/chat/image/imagewindow.h"
#include "gui/chat/json/toolinspector.h"
#include "gui/chat/table/tablewindow.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/dialogs.h"
#include "state/atomicfile.h"
#include "state/images/imagefetcher.h"
#include "state/models/transcriptmodel.h"

#include <QPointer>

#include <utility>

namespace desk {

TranscriptWindows::TranscriptWindows(TranscriptView &view, Dialogs &dialogs, QObject *parent, ImageFetcher *images, NewToolRun newToolRun)
    : QObject(parent)
    , m_view(view)
    , m_dialogs(dialogs)
    , m_images(images)
    , m_newToolRun(std::move(newToolRun))
{
    connect(&view, &TranscriptView::tableRequested, this, &TranscriptWindows::showTable);
    connect(&view, &TranscriptView::toolRequested, this, &TranscriptWindows::showTool);
    connect(&view, &TranscriptView::imageRequested, this, &TranscriptWindows::fetchImage);
    connect(&view, &TranscriptView::imageOpened, this, &TranscriptWindows::showImage);
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
    const ToolCall &call = model->messageAt(row).toolCalls.at(tool);
    auto *window = new ToolInspector(call, m_newToolRun ? m_newToolRun(call.tool, this) : nullptr, &m_view);
    connect(window, &ToolInspector::saveRequested, this, &TranscriptWindows::save);
    connect(window, &ToolInspector::tableRequested, this, &TranscriptWindows::showTable);
    window->show();
}

void TranscriptWindows::showImage(const QImage &picture, const QString &label)
{
    auto *window = new ImageWindow(picture, label, &m_view);
    connect(window, &ImageWindow::saveRequested, this, &TranscriptWindows::save);
    window->show();
}

// The one place that asks for a picture, because somebody clicked on its card (REND-03).
void TranscriptWindows::fetchImage(const QString &source)
{
    if (m_images == nullptr || m_fetching.contains(source))
        return;
    m_fetching.insert(source);
    Q_EMIT statusMessage(tr("Loading the picture\u2026"));
    m_images->fetch(source, this, [this, source](const Result<QByteArray> &bytes) {
        if (!bytes)
            return onImage(source, Unexpected{bytes.error()});
        decodeImage(*bytes, this, [this, source](const Result<QImage> &image) { onImage(source, image); });
    });
}

void TranscriptWindows::onImage(const QString &source, const Result<QImage> &image)
{
    m_fetching.remove(source);
    Q_EMIT statusMessage(image ? tr("The picture is shown.") : QString());
    if (image)
        m_view.showPicture(source, *image);
    else
        m_dialogs.inform(m_view.window(), tr("The picture is not shown"), image.error().userText());
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
