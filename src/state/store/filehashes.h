#pragma once

#include "domain/conversation.h"
#include "domain/file.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace desk {

class StoreThread;

// What this computer knows for itself of the files it uploaded: their SHA-256, by the server's id, for files of evidence. What a server
// says of a file is never among it. Lives in the GUI thread.
class FileHashes : public QObject
{
    Q_OBJECT
public:
    using Found = std::function<void(const QHash<QString, QByteArray> &hashes)>; // SHA-256 by file id, of those that are known

    explicit FileHashes(StoreThread &store, QObject *parent = nullptr);

    void open(const QString &account) { m_account = account.isNull() ? QLatin1String("") : account; } // AuthManager::account()
    void keep(const StoredFile &file); // just uploaded; without a hash nothing happens
    // Of the files attached to these messages. done: in the GUI thread, never after context is gone; at once where nothing is attached.
    // Nothing also when the disk could not say.
    void find(const QList<Message> &messages, QObject *context, Found done);

private:
    StoreThread &m_store;
    QString m_account = QLatin1String(""); // never null, which would be SQL's NULL
};

} // namespace desk
