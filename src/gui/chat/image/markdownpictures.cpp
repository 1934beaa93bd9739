#include "gui/chat/image/markdownpictures.h"

#include "state/images/imageaddress.h"

#include <QCoreApplication>

namespace desk {

QString imageCard(const QString &words)
{
    //: The card of a picture that is not shown yet: what it is; "Show" says what a click does
    return QCoreApplication::translate("MarkdownPictures", "%1 \u00B7 Show").arg(words);
}

bool isShowableImage(const QString &source)
{
    return imageAddress(source).has_value();
}

} // namespace desk
