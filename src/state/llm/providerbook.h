#pragma once

#include "domain/error.h"
#include "domain/provider.h"
#include "domain/result.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace desk {

class SecretStore;
class Settings;
class Workspace;

// The endpoints of language models that a person set up for the local workspace, and which of them answers whoever asks for no other
// (AG-47). Their addresses are in the settings, each one's key under its own name in the secret store and nowhere else (LOC-02, KEY-11).
// Each change is written and handed to the workspace at once. Settings of a program that knew a single one are read as a list of one, and
// the one in use is still written so, for such a program. GUI thread.
class ProviderBook : public QObject
{
    Q_OBJECT
public:
    ProviderBook(Settings &settings, SecretStore &secrets, Workspace &workspace, QObject *parent = nullptr); // all outlive it

    // Hands the list to the workspace and asks for the keys that are not known yet; may be called again when the keychain can be asked.
    void open();
    void useOnly(const ModelProvider &provider); // in this start, whatever the list says: the command line's

    [[nodiscard]] const QList<ModelProvider> &providers() const { return m_providers; }   // needsKey: there is a key in the secret store
    [[nodiscard]] const ModelProvider *find(const QString &name) const;                   // until the next change; null: there is none
    [[nodiscard]] const QString &defaultName() const { return m_default; }                // empty: the built-in engine answers
    [[nodiscard]] QString freeName(const QString &wish) const;                            // it, or it with a number
    [[nodiscard]] const std::optional<Error> &keyProblem() const { return m_keyProblem; } // what the keychain refused last

    // Puts it in the place of the one called earlier; empty: a further one. An empty key keeps the one of the same name and origin, which
    // goes along with another name, but never to another origin. Fails with Invalid, changing nothing: no name, or another one has it.
    [[nodiscard]] Result<> put(const QString &earlier, ModelProvider provider, const QByteArray &key);
    void remove(const QString &name);     // with its key; the first of the others takes its place as default
    void setDefault(const QString &name); // empty: the built-in engine
    void forgetKey(const QString &name);

Q_SIGNALS:
    void changed();
    void keyForgotten(const QString &name);   // it is out of the secret store
    void keyFailed(const desk::Error &error); // the secret store did not do as asked: whose key, what, why

private:
    void load();
    void save(); // and hands over
    void apply();
    void readKeys();
    void readKey(const ModelProvider &provider);
    void takeKey(const ModelProvider &provider, const QByteArray &key);
    void writeKey(const ModelProvider &provider, const QByteArray &key);
    void moveKey(const ModelProvider &from, const ModelProvider &to);
    void removeKey(const ModelProvider &provider, std::function<void()> done = {});
    void failKey(const QString &words, const QString &name, const Error &why); // words: with places for both
    [[nodiscard]] ModelProvider *entry(const QString &name);
    [[nodiscard]] QList<ModelProvider> inUse() const; // the default first; none: the built-in engine

    Settings &m_settings;
    SecretStore &m_secrets;
    Workspace &m_workspace;
    QList<ModelProvider> m_providers;
    QString m_default;
    std::optional<ModelProvider> m_only;
    std::optional<Error> m_keyProblem;
    QSet<QString> m_known;               // entries of the secret store whose key is in use
    QHash<QString, quint64> m_keyTicket; // by entry: a read that was overtaken is dropped
};

} // namespace desk
