#include "gui/chat/attachment/attachmenttext.h"

#include "gui/text/textlimiter.h"

#include <QLocale>

namespace desk {

QString AttachmentText::of(const StoredFile &file)
{
    const QString name = displayLine(file.filename, 80);
    //: Name and size of a file
    return file.size > 0 ? tr("%1 \u00B7 %2").arg(name, QLocale().formattedDataSize(file.size)) : name;
}

} // namespace desk
