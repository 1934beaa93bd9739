#include "wire/json/serverjson.h"

#include "wire/json/reader.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

Error refused(Reader &reader, const QString &detail)
{
    Error error = reader.error();
    error.detail = detail;
    return error;
}

} // namespace

Result<Capabilities> capabilitiesFromJson(const QJsonValue &value)
{
    Reader reader(value, u"capabilities"_s);
    Capabilities capabilities;
    capabilities.server = reader.string("server"_L1);
    capabilities.version = reader.string("version"_L1);
    capabilities.api = reader.integer("api"_L1);
    const QStringList features = reader.strings("features"_L1);
    capabilities.features = QSet<QString>(features.begin(), features.end());
    if (!reader.failed() && !reader.value("features"_L1).isArray())
        return Unexpected{refused(reader, u"capabilities.features: expected a list"_s)};
    if (reader.failed())
        return Unexpected{reader.error()};
    return capabilities;
}

QJsonObject toJson(const Capabilities &capabilities)
{
    QStringList features(capabilities.features.begin(), capabilities.features.end());
    features.sort(); // a set has no order; answers should
    return {{u"server"_s, capabilities.server},
            {u"version"_s, capabilities.version},
            {u"api"_s, capabilities.api},
            {u"features"_s, QJsonArray::fromStringList(features)}};
}

Result<ModelProvider> providerFromJson(const QJsonValue &value)
{
    Reader reader(value, u"provider"_s);
    ModelProvider provider;
    provider.name = reader.requiredId("name"_L1);
    provider.baseUrl = QUrl(reader.requiredId("base_url"_L1), QUrl::StrictMode);
    provider.models = reader.strings("models"_L1);
    provider.needsKey = reader.boolean("needs_key"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    const bool web = provider.baseUrl.scheme() == "http"_L1 || provider.baseUrl.scheme() == "https"_L1;
    if (!web || !provider.baseUrl.isValid() || provider.baseUrl.host().isEmpty())
        return Unexpected{refused(reader, u"provider.base_url: not an http or https address"_s)};
    return provider;
}

QJsonObject toJson(const ModelProvider &provider)
{
    return {{u"name"_s, provider.name},
            {u"base_url"_s, provider.baseUrl.toString(QUrl::FullyEncoded)},
            {u"models"_s, QJsonArray::fromStringList(provider.models)},
            {u"needs_key"_s, provider.needsKey}};
}

Result<Handshake> handshakeFromLine(const QByteArray &line)
{
    const Result<QJsonValue> json = parseJson(line);
    if (!json)
        return Unexpected{json.error()};
    Reader reader(*json, u"handshake"_s);
    const qint64 port = reader.bigInteger("port"_L1);
    Handshake handshake;
    handshake.pid = reader.bigInteger("pid"_L1);
    handshake.nonce = reader.requiredId("nonce"_L1);
    if (reader.failed())
        return Unexpected{reader.error()};
    if (port < 1 || port > std::numeric_limits<quint16>::max())
        return Unexpected{refused(reader, u"handshake.port: not a port"_s)};
    if (handshake.pid < 1)
        return Unexpected{refused(reader, u"handshake.pid: not a process"_s)};
    handshake.port = static_cast<quint16>(port);
    return handshake;
}

} // namespace desk::wire
