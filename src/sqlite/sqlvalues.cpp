#include "sqlite/sqlvalues.h"

namespace desk {

QByteArray compact(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact); // a document holds no bare scalar
    return list.sliced(1, list.size() - 2);
}

} // namespace desk
