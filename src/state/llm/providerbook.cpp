#include "state/llm/providerbook.h"

#include "auth/secretstore.h"
#include "domain/log.h"
#include "state/settings.h"
#include "state/workspace.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString secretOf(const ModelProvider &provider)
{
    return providerSecretKey(provider.name, provider.origin());
}

ModelProvider fromMap(const QVariantMap &map)
{
    ModelProvider provider;
    provider.name = map.value(u"name"_s).toString();
    provider.baseUrl = QUrl(map.value(u"url"_s).toString());
    provider.models = map.value(u"models"_s).toStringList();
    provider.needsKey = map.value(u"hasKey"_s).toBool();
    return provider;
}

QVariantMap toMap(const ModelProvider &provider)
{
    return {{u"name"_s, provider.name},
            {u"url"_s, provider.baseUrl.toString()},
            {u"models"_s, provider.models},
            {u"hasKey"_s, provider.needsKey}};
}

} // namespace

ProviderBook::ProviderBook(Settings &settings, SecretStore &secrets, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_workspace(workspace)
{
    load();
}

void ProviderBook::load()
{
    const QVariantList kept = m_settings.value(Settings::Key::ModelProviders).toList();
    for (const QVariant &value : kept) {
        ModelProvider provider = fromMap(value.toMap());
        if (!provider.name.isEmpty() && find(provider.name) == nullptr)
            m_providers.append(std::move(provider));
    }
    m_default = m_settings.text(Settings::Key::ProviderName);
    if (m_default.isEmpty())
        return;
    // A program that knows a single one may have been here since, so its word counts.
    ModelProvider single;
    single.name = m_default;
    single.baseUrl = QUrl(m_settings.text(Settings::Key::ProviderUrl));
    single.models = m_settings.value(Settings::Key::ProviderModels).toStringList();
    if (ModelProvider *listed = entry(m_default)) {
        single.needsKey = listed->needsKey && listed->origin() == single.origin();
        *listed = single;
    } else {
        m_providers.prepend(single);
    }
}

void ProviderBook::open()
{
    m_keyProblem.reset();
    apply();
    if (!m_only)
        readKeys();
}

void ProviderBook::readKeys()
{
    for (const ModelProvider &provider : std::as_const(m_providers)) {
        if (!m_known.contains(secretOf(provider)))
            readKey(provider);
    }
}

void ProviderBook::useOnly(const ModelProvider &provider)
{
    m_only = provider;
    apply();
}

const ModelProvider *ProviderBook::find(const QString &name) const
{
    const auto found =
        std::find_if(m_providers.cbegin(), m_providers.cend(), [&name](const ModelProvider &provider) { return provider.name == name; });
    return found == m_providers.cend() ? nullptr : &*found;
}

ModelProvider *ProviderBook::entry(const QString &name)
{
    const ModelProvider *found = find(name);
    return found == nullptr ? nullptr : &m_providers[found - m_providers.constData()];
}

QString ProviderBook::freeName(const QString &wish) const
{
    QString name = wish;
    for (int number = 2; find(name) != nullptr; ++number)
        name = u"%1-%2"_s.arg(wish).arg(number);
    return name;
}

QList<ModelProvider> ProviderBook::inUse() const
{
    const ModelProvider *first = find(m_default);
    if (first == nullptr)
        return {};
    QList<ModelProvider> out{*first};
    for (const ModelProvider &provider : m_providers) {
        if (provider.name != m_default)
            out.append(provider);
    }
    return out;
}

void ProviderBook::apply()
{
    if (m_default.isEmpty())
        m_known.clear(); // the workspace forgets the keys of what is not in use
    m_workspace.setProviders(m_only ? QList<ModelProvider>{*m_only} : inUse());
}

void ProviderBook::save()
{
    QVariantList kept;
    for (const ModelProvider &provider : std::as_const(m_providers))
        kept.append(toMap(provider));
    const ModelProvider *first = find(m_default);
    const ModelProvider single = first ? *first : ModelProvider();
    m_settings.setAll({{Settings::Key::ModelProviders, kept},
                       {Settings::Key::ProviderName, single.name},
                       {Settings::Key::ProviderUrl, single.baseUrl.toString()},
                       {Settings::Key::ProviderModels, single.models}});
    apply();
    m_workspace.storeProviders(inUse());
}

Result<> ProviderBook::put(const QString &earlier, ModelProvider provider, const QByteArray &key)
{
    Error error;
    error.kind = Error::Kind::Invalid;
    if (provider.name.trimmed().isEmpty()) {
        error.message = tr("Enter a name.");
        return Unexpected{error};
    }
    if (provider.name != earlier && find(provider.name) != nullptr) {
        error.message = tr("Another provider has this name already.");
        return Unexpected{error};
    }
    m_keyProblem.reset();
    const ModelProvider *found = find(earlier);
    const std::optional<ModelProvider> before = found ? std::optional(*found) : std::nullopt;
    const bool isSameOrigin = before && before->origin() == provider.origin();
    const bool isSamePlace = isSameOrigin && before->name == provider.name;
    provider.needsKey = !key.isEmpty() || (isSameOrigin && before->needsKey);
    if (before)
        *entry(earlier) = provider;
    else
        m_providers.append(provider);
    if (before && m_default == earlier)
        m_default = provider.name;
    save();
    if (!key.isEmpty())
        writeKey(provider, key);
    else if (isSameOrigin && !isSamePlace)
        moveKey(*before, provider);
    else if (!isSamePlace)
        readKey(provider); // another address may have a key of its own in the keychain
    if (before && !isSamePlace && !(isSameOrigin && key.isEmpty()))
        removeKey(*before);
    Q_EMIT changed();
    return {};
}

void ProviderBook::remove(const QString &name)
{
    const ModelProvider *found = find(name);
    if (found == nullptr)
        return;
    m_keyProblem.reset();
    const ModelProvider gone = *found;
    m_providers.removeAt(found - m_providers.constData());
    if (m_default == name)
        m_default = m_providers.isEmpty() ? QString() : m_providers.constFirst().name;
    save();
    removeKey(gone);
    Q_EMIT changed();
}

void ProviderBook::setDefault(const QString &name)
{
    if (!name.isEmpty() && find(name) == nullptr)
        return;
    m_default = name;
    save();
    readKeys(); // those that were in no use have lost them
    Q_EMIT changed();
}

void ProviderBook::forgetKey(const QString &name)
{
    ModelProvider *found = entry(name);
    if (found == nullptr)
        return;
    m_keyProblem.reset();
    found->needsKey = false;
    const ModelProvider provider = *found;
    save();
    removeKey(provider, [this, name] { Q_EMIT keyForgotten(name); });
    Q_EMIT changed();
}

void ProviderBook::readKey(const ModelProvider &provider)
{
    const QString secret = secretOf(provider);
    m_secrets.read(secret, this, [this, provider, secret, ticket = m_keyTicket.value(secret)](const Result<QByteArray> &key) {
        const ModelProvider *now = find(provider.name);
        if (ticket != m_keyTicket.value(secret) || now == nullptr || secretOf(*now) != secret)
            return; // it was changed in the meantime
        if (key)
            return takeKey(*now, *key);
        if (now->needsKey)
            failKey(tr("The key of “%1” could not be read: %2"), provider.name, key.error());
        else
            qCInfo(logState) << "whether a language model has a key is not known:" << key.error().message;
    });
}

void ProviderBook::takeKey(const ModelProvider &provider, const QByteArray &key)
{
    if (key.isEmpty())
        return;
    registerSecret(key);
    m_known.insert(secretOf(provider));
    m_workspace.setProviderKey(provider, key);
    if (provider.needsKey)
        return;
    entry(provider.name)->needsKey = true; // as a program that knew a single one kept it
    apply();
    Q_EMIT changed();
}

void ProviderBook::writeKey(const ModelProvider &provider, const QByteArray &key)
{
    const QString secret = secretOf(provider);
    ++m_keyTicket[secret];
    takeKey(provider, key);
    m_secrets.write(secret, key, this, [this, name = provider.name](const Result<> &outcome) {
        if (!outcome)
            failKey(tr("The key of “%1” is used until Agent Desk ends, but could not be kept: %2"), name, outcome.error());
    });
}

// The old entry goes when the new one is there.
void ProviderBook::moveKey(const ModelProvider &from, const ModelProvider &to)
{
    const QString secret = secretOf(to);
    m_secrets.read(secretOf(from), this, [this, from, to, secret, ticket = ++m_keyTicket[secret]](const Result<QByteArray> &key) {
        if (!key)
            return failKey(tr("The key of “%1” could not be read: %2"), from.name, key.error());
        if (key->isEmpty() || ticket != m_keyTicket.value(secret))
            return removeKey(from);
        takeKey(to, *key);
        m_secrets.write(secret, *key, this, [this, from, to](const Result<> &outcome) {
            if (!outcome)
                return failKey(tr("The key of “%1” is used until Agent Desk ends, but could not be kept: %2"), to.name, outcome.error());
            removeKey(from);
        });
    });
}

void ProviderBook::removeKey(const ModelProvider &provider, std::function<void()> done)
{
    const QString secret = secretOf(provider);
    ++m_keyTicket[secret];
    m_known.remove(secret);
    m_workspace.setProviderKey(provider, {});
    m_secrets.remove(secret, this, [this, name = provider.name, done = std::move(done)](const Result<> &outcome) {
        if (!outcome)
            failKey(tr("The key of “%1” could not be taken out of the keychain: %2"), name, outcome.error());
        else if (done)
            done();
    });
}

void ProviderBook::failKey(const QString &words, const QString &name, const Error &why)
{
    if (why.kind == Error::Kind::Cancelled)
        return;
    Error error = why;
    error.message = words.arg(name, why.message);
    qCWarning(logState) << "a language model's key:" << why.message;
    m_keyProblem = error;
    Q_EMIT keyFailed(error);
}

} // namespace desk
