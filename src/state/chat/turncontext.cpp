#include "state/chat/turncontext.h"

#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace desk {

TurnContext TurnContext::here()
{
    return {QString::fromLatin1(QTimeZone::systemTimeZoneId()), QLocale::system().bcp47Name()};
}

QJsonObject TurnContext::toJson() const
{
    QJsonObject json{{u"locale"_s, locale}};
    if (!timeZone.isEmpty())
        json.insert("timezone"_L1, timeZone);
    return json;
}

} // namespace desk
