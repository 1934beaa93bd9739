#include "localserver/http/lateanswer.h"

#include <QJsonDocument>

#include <utility>

namespace desk::server {

QByteArray LateAnswer::next()
{
    if (!std::exchange(m_begun, true))
        begin();
    return std::exchange(m_body, {});
}

void LateAnswer::answer(const QJsonObject &object)
{
    if (std::exchange(m_answered, true))
        return;
    m_body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    Q_EMIT ready();
}

} // namespace desk::server
