#include "gui/export/formattedcopy.h"

#include "gui/export/markdownhtml.h"
#include "gui/text/textlimiter.h"

namespace desk {

using namespace Qt::StringLiterals;

std::unique_ptr<QMimeData> formattedCopy(const Message &message)
{
    const QString lines = htmlText(message.content).replace(u'\n', u"<br>\n"_s);
    const QString html = message.role == Role::User ? u"<p>"_s + lines + u"</p>"_s : markdownHtml(message.content);
    auto data = std::make_unique<QMimeData>();
    data->setText(clipboardText(message.content));
    data->setData(u"text/html"_s, (u"<meta charset=\"utf-8\">"_s + html).toUtf8());
    return data;
}

} // namespace desk
