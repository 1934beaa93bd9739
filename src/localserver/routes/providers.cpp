#include "localserver/routes/providers.h"

#include "domain/log.h"
#include "localserver/errors.h"
#include "localserver/texts.h"
#include "wire/json/serverjson.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

QString settingId()
{
    return u"providers"_s;
}

// The reason why it cannot be used, or empty.
QString fault(const ModelProvider &provider, const QSet<QString> &earlier)
{
    if (provider.name.trimmed().isEmpty())
        return LocalServer::tr("A provider needs a name.");
    if (earlier.contains(provider.name))
        return LocalServer::tr("Two providers are called \"%1\".").arg(provider.name);
    return Providers::addressFault(provider);
}

Result<QList<ModelProvider>> checked(const QJsonValue &value)
{
    Error error = refusal(Error::Kind::Invalid, 422, {});
    if (!value.isArray()) {
        error.message = LocalServer::tr("The list of providers must be an array.");
        return Unexpected{error};
    }
    QList<ModelProvider> out;
    QSet<QString> names;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array) {
        Result<ModelProvider> provider = wire::providerFromJson(item);
        error.message = provider ? fault(*provider, names) : LocalServer::tr("A provider cannot be read: %1").arg(provider.error().detail);
        if (!error.message.isEmpty())
            return Unexpected{error};
        names.insert(provider->name);
        out.append(*std::move(provider));
    }
    return out;
}

} // namespace

QString Providers::addressFault(const ModelProvider &provider)
{
    const QString scheme = provider.baseUrl.scheme();
    if (!provider.baseUrl.isValid() || provider.baseUrl.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return LocalServer::tr("The address of \"%1\" must start with http:// or https://.").arg(provider.name);
    if (!provider.baseUrl.userInfo().isEmpty())
        return LocalServer::tr("The address of \"%1\" must not hold a user name or password.").arg(provider.name);
    return {};
}

QList<ModelProvider> Providers::list() const
{
    return m_own ? *m_own : stored();
}

QList<ModelProvider> Providers::stored() const
{
    const auto document = m_settings.find(settingId());
    QList<ModelProvider> out;
    const QJsonArray array = document ? document->json.toArray() : QJsonArray();
    for (const QJsonValue &value : array) {
        if (Result<ModelProvider> provider = wire::providerFromJson(value))
            out.append(*std::move(provider));
    }
    return out;
}

Result<> Providers::store(const QJsonValue &value)
{
    const Result<QList<ModelProvider>> providers = checked(value);
    if (!providers)
        return Unexpected{providers.error()};
    QJsonArray kept;
    for (const ModelProvider &provider : *providers)
        kept.append(wire::toJson(provider));
    m_settings.put({settingId(), settingId(), kept});
    return {};
}

Result<> Providers::setOwn(const QJsonValue &value)
{
    Result<QList<ModelProvider>> providers = checked(value);
    if (!providers)
        return Unexpected{providers.error()};
    m_own = *std::move(providers);
    return {};
}

void Providers::setKey(const QString &provider, const QString &origin, const QByteArray &key)
{
    registerSecret(key);
    m_keys.insert(provider, {origin, key});
    Q_EMIT keyChanged(provider);
}

QByteArray Providers::keyFor(const ModelProvider &provider) const
{
    const Key known = m_keys.value(provider.name);
    if (known.origin == provider.origin())
        return known.key;
    const QList<ModelProvider> all = list();
    const bool isListed = std::any_of(all.cbegin(), all.cend(), [&provider](const ModelProvider &listed) {
        return listed.name == provider.name && listed.origin() == provider.origin();
    });
    return isListed ? keyOf(provider) : QByteArray();
}

void Providers::forgetUnlisted(const QString &name)
{
    const QList<ModelProvider> all = list();
    if (std::none_of(all.cbegin(), all.cend(), [&name](const ModelProvider &listed) { return listed.name == name; }))
        m_keys.remove(name);
}

// Addresses and keys come on two ways, so that neither can be relied on to come first.
QByteArray Providers::keyOf(const ModelProvider &provider) const
{
    const Key known = m_keys.value(provider.name);
    return known.origin.isEmpty() || known.origin == provider.origin() ? known.key : QByteArray();
}

std::optional<ModelEndpoint> Providers::endpointFor(const QString &model) const
{
    const QList<ModelProvider> all = list();
    if (all.isEmpty())
        return std::nullopt;
    for (const ModelProvider &provider : all) {
        if (provider.models.contains(model))
            return ModelEndpoint{provider, model, keyOf(provider)};
    }
    const ModelProvider &first = all.constFirst();
    if (first.models.isEmpty())
        return std::nullopt;
    return ModelEndpoint{first, first.models.constFirst(), keyOf(first)};
}

} // namespace desk::server
