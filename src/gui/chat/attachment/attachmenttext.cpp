#include "gui/chat/attachment/attachmenttext.h"

#include "gui/text/textlimiter.h"

#include <QLocale>

namespace desk {

QString AttachmentText::of(const StoredFile &file)
{
    const QString name = displayLine(file.filename, 80);
    //: Name and size of a file
    const QString text = file.size > 0 ? tr("%1 \u00B7 %2").arg(name, QLocale().formattedDataSize(file.size)) : name;
    //: A file, and that it is also among the documents of the library
    return file.isInLibrary ? tr("%1 \u00B7 Library").arg(text) : text;
}

} // namespace desk
