#pragma once

#include "domain/result.h"
#include "gui/export/exportlook.h"
#include "state/export/exportcontent.h"
#include "state/export/exportprogress.h"

#include <QCoreApplication>

class QPagedPaintDevice;

namespace desk {

// A conversation as a file of any format, or on paper. Any thread: these are what an ExportJob runs. Files are there whole or not at all.
class ConversationExport
{
    Q_DECLARE_TR_FUNCTIONS(desk::ConversationExport)
public:
    // Of an OpenDocument text, which is built as a whole. More give Kind::Invalid with what to do instead.
    static constexpr qsizetype maxDocumentMessages = 5000;

    // Kind::Storage when it could not be written, Kind::Cancelled when the progress says so.
    [[nodiscard]] static Result<> write(const ExportContent &content, ExportFormat format, const QString &path, const ExportLook &look,
                                        ExportProgress &progress);
    // Kind::Storage when the device does not take it.
    [[nodiscard]] static Result<> paint(const ExportContent &content, QPagedPaintDevice &device, const ExportLook &look,
                                        ExportProgress &progress);

    [[nodiscard]] static QString suffix(ExportFormat format); // with its dot

private:
    static Result<> writePdf(const ExportContent &content, const QString &path, const ExportLook &look, ExportProgress &progress);
    static Result<> writeOpenDocument(const ExportContent &content, const QString &path, const ExportLook &look, ExportProgress &progress);
};

} // namespace desk
