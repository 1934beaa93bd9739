#pragma once

#include "domain/result.h"
#include "gui/chat/table/tabledata.h"

#include <QImage>
#include <QObject>
#include <QSet>

#include <functional>

namespace desk {

class Dialogs;
class ImageFetcher;
class ToolRun;
class TranscriptView;

// What a transcript asks for outside itself: windows for tables, tool calls and pictures, files to save, pictures to fetch. None of the
// windows is modal; they stay when the conversation changes.
class TranscriptWindows : public QObject
{
    Q_OBJECT
public:
    using NewToolRun = std::function<ToolRun *(const QString &tool, QObject *parent)>;

    // All outlive it. No images: pictures are not fetched; no newToolRun: calls cannot be run again.
    TranscriptWindows(TranscriptView &view, Dialogs &dialogs, QObject *parent, ImageFetcher *images = nullptr, NewToolRun newToolRun = {});

    void showTable(const desk::TableData &table);
    void showTool(int row, int tool);
    void showImage(const QImage &picture, const QString &label);
    void fetchImage(const QString &source);
    void save(const QString &name, const QByteArray &bytes);

Q_SIGNALS:
    void statusMessage(const QString &text);

private:
    void onImage(const QString &source, const Result<QImage> &image);

    TranscriptView &m_view;
    Dialogs &m_dialogs;
    ImageFetcher *m_images;
    NewToolRun m_newToolRun;
    QSet<QString> m_fetching;
};

} // namespace desk
