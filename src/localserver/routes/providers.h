#pragma once

#include "domain/provider.h"
#include "domain/result.h"
#include "localserver/engine/turn.h"
#include "localserver/store/documenttable.h"

#include <QHash>
#include <QJsonArray>
#include <QObject>

#include <optional>

namespace desk::server {

// The model endpoints the user configured, and their keys, which never leave memory. The stored list is shared by all processes on the
// data folder; a process that was given one of its own works with that one, and nobody else ever sees it.
class Providers : public QObject
{
    Q_OBJECT
public:
    explicit Providers(DocumentTable &settings, QObject *parent = nullptr)
        : QObject(parent)
        , m_settings(settings)
    {
    }

    [[nodiscard]] QList<ModelProvider> list() const; // that this process works with
    [[nodiscard]] QList<ModelProvider> stored() const;
    // Both replace the whole list. Fail with Invalid; then nothing is changed.
    [[nodiscard]] Result<> store(const QJsonValue &value);
    [[nodiscard]] Result<> setOwn(const QJsonValue &value); // kept in memory; an empty list means no model, not the stored one
    // For the provider of this name as long as its address begins with this origin (see ModelProvider); an empty key takes it away.
    void setKey(const QString &provider, const QString &origin, const QByteArray &key);

    // The key for exactly this address. Unlike with a listed provider, one that was set without an origin is for no other address.
    [[nodiscard]] QByteArray keyFor(const ModelProvider &provider) const;
    void forgetUnlisted(const QString &name); // the key of a name that no provider has

    // Why its address cannot be used, for people, or empty.
    [[nodiscard]] static QString addressFault(const ModelProvider &provider);

    // The provider that has this model, else the first one with its first model; none when nothing is configured.
    [[nodiscard]] std::optional<ModelEndpoint> endpointFor(const QString &model) const;

Q_SIGNALS:
    void keyChanged(const QString &provider);

private:
    struct Key {
        QString origin; // empty: of any address
        QByteArray key;
    };
    [[nodiscard]] QByteArray keyOf(const ModelProvider &provider) const;

    DocumentTable &m_settings;
    std::optional<QList<ModelProvider>> m_own;
    QHash<QString, Key> m_keys; // by provider
};

} // namespace desk::server
