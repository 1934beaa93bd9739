#include "state/definitions/definitioncontent.h"

#include "state/definitions/keptsecrets.h"
#include "state/export/canonicaljson.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr std::array byThemselves{"version"_L1, "created_at"_L1, "updated_at"_L1, "createdAt"_L1, "updatedAt"_L1, "etag"_L1, "_etag"_L1};

} // namespace

QJsonObject definitionContent(const QJsonObject &json)
{
    QJsonObject content = json;
    for (const QLatin1StringView member : byThemselves)
        content.remove(member);
    return content;
}

QByteArray definitionDigest(const QJsonObject &json)
{
    return canonicalHash(definitionContent(withoutServerSecrets(json))).toLatin1();
}

} // namespace desk
