#include "gui/text/doclink.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace desk {

std::optional<DocLink> docLink(const QString &href)
{
    static const QRegularExpression form(u"\\Adoc:([A-Za-z0-9][A-Za-z0-9._-]{0,199})(?::([1-9][0-9]{0,5}))?\\z"_s);
    const QRegularExpressionMatch match = form.match(href);
    if (!match.hasMatch())
        return std::nullopt;
    return DocLink{match.captured(1), match.captured(2).toInt()};
}

} // namespace desk
