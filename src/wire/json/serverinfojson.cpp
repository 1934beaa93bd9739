#include "wire/json/serverinfojson.h"

#include "wire/json/optionals.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

// A path item also holds parameters, summaries and servers.
bool isMethod(const QString &key)
{
    static constexpr std::array methods{"get"_L1, "put"_L1, "post"_L1, "delete"_L1, "patch"_L1, "head"_L1, "options"_L1, "trace"_L1};
    return std::find(methods.begin(), methods.end(), key) != methods.end();
}

Result<TagGroup> tagGroupFromJson(const QJsonValue &value)
{
    Reader reader(value, u"group"_s);
    TagGroup group{reader.requiredString("name"_L1), reader.strings("tags"_L1), optionalNumber(reader, "confidence"_L1)};
    if (reader.failed())
        return Unexpected{reader.error()};
    return group;
}

} // namespace

Result<ServerHealth> serverHealthFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"health"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    return ServerHealth{reader.string("status"_L1), reader.string("nonce"_L1)};
}

Result<ServerIdentity> serverIdentityFromJson(const QJsonValue &value)
{
    const Reader reader(value, u"root"_s);
    if (reader.failed())
        return Unexpected{reader.error()};
    return ServerIdentity{reader.string("service"_L1), reader.string("env"_L1)};
}

Result<QSet<QString>> operationsFromOpenApi(const QJsonValue &value)
{
    Reader reader(value, u"openapi"_s);
    static_cast<void>(reader.requiredString("openapi"_L1)); // the version: some other JSON has none
    if (reader.failed())
        return Unexpected{reader.error()};
    QSet<QString> out;
    const QJsonObject paths = reader.object("paths"_L1);
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (auto method = item.begin(); method != item.end(); ++method) {
            if (isMethod(method.key()))
                out.insert(method.key().toUpper() + u' ' + path.key());
        }
    }
    return out;
}

Result<QList<TagGroup>> tagGroupsFromJson(const QJsonValue &value)
{
    return listFromJson<TagGroup>(Reader(value).value("groups"_L1), tagGroupFromJson);
}

} // namespace desk::wire
