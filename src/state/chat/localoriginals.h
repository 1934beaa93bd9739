#pragma once

#include "domain/file.h"
#include "domain/ids.h"
#include "state/store/fileoriginal.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <optional>

namespace desk {

class StoreThread;

// Where the files lie that this computer has uploaded, so that an attachment of a message can be had without a server (CH-59). Of one
// account at a time, and on disk where keepIn() was called: then it is still known after a restart. A file counts only while it is as it
// was when it was uploaded. GUI thread.
class LocalOriginals : public QObject
{
    Q_OBJECT
public:
    explicit LocalOriginals(QObject *parent = nullptr);

    void keepIn(StoreThread &store);     // outlives it
    void open(const QString &account);   // AuthManager::account(); what belonged to another is let go
    void rename(const QString &account); // it has got its name: what is in memory stays, TurnJournal::adopt() moves the rows first
    void forget(const QString &account); // in memory; the rows go with TurnJournal::removeAccount
    void removeConversation(const ConversationId &conversation); // it is deleted: nobody asks for its files any more

    void remember(const StoredFile &file, const QString &path);                                                // just uploaded from there
    [[nodiscard]] bool isKnown(const StoredFile &file) const { return m_originals.contains(file.id.value()); } // without looking
    [[nodiscard]] std::optional<FileOriginal> find(const StoredFile &file) const; // not looked at: for another thread to do
    // Empty when it is not known, gone, or another size or time than when it was uploaded.
    [[nodiscard]] QString pathOf(const StoredFile &file) const;
    [[nodiscard]] QByteArray sha256Of(const StoredFile &file) const; // of what was uploaded; empty when it is not known

Q_SIGNALS:
    void changed(); // which ones are known

private:
    void load();

    StoreThread *m_store = nullptr;
    QString m_account = QLatin1String("");    // never null, which would be SQL's NULL
    QHash<QString, FileOriginal> m_originals; // by the server's id
    quint64 m_generation = 0;                 // what was read before an account came or went is another one's
};

} // namespace desk
