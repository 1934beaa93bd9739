#pragma once

#include "domain/result.h"
#include "gui/chat/table/tabledata.h"

#include <QImage>
#include <QObject>
#include <QSet>

namespace desk {

class Dialogs;
class ImageFetcher;
class TranscriptView;

// What a transcript asks for outside itself: windows for tables, tool calls and pictures, files to save, pictures to fetch. None of the
// windows is modal; they stay when the conversation changes.
class TranscriptWindows : public QObject
{
    Q_OBJECT
public:
    TranscriptWindows(TranscriptView &view, Dialogs &dialogs, QObject *parent, ImageFetcher *images = nullptr); // all outlive it

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
    QSet<QString> m_fetching;
};

} // namespace desk
