#include "localserver/engine/turn.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace desk::server {

// QJsonObject keeps its keys sorted, so compact output is canonical.
QString toolCallKey(const QString &tool, const QJsonValue &input)
{
    const QByteArray arguments = QJsonDocument(QJsonArray{input}).toJson(QJsonDocument::Compact);
    return tool + QLatin1Char('\n') + QString::fromUtf8(arguments);
}

ApprovalReply Turn::answer(bool, const QString &)
{
    return ApprovalReply::NotWaiting;
}

} // namespace desk::server
