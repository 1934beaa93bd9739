#include "gui/chat/source/sourcetexts.h"

#include "gui/chat/textlimiter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk {

QString sourcePlace(const Citation &citation, qsizetype length)
{
    const QString name = displayLine(citation.filename, length);
    if (citation.page <= 0)
        return name;
    const bool paged = name.endsWith(".pdf"_L1, Qt::CaseInsensitive) || name.endsWith(".docx"_L1, Qt::CaseInsensitive);
    //: A document and a place in it
    const QString place = paged ? QCoreApplication::translate("SourcePlace", "%1, page %2") : QCoreApplication::translate("SourcePlace", "%1, line %2");
    return place.arg(name).arg(citation.page);
}

} // namespace desk
