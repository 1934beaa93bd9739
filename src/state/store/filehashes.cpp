#include "state/store/filehashes.h"

#include "sqlite/statement.h"
#include "state/store/storethread.h"

#include <QDateTime>
#include <QSet>

#include <utility>

namespace desk {

namespace {

using Hashes = QHash<QString, QByteArray>;

Hashes read(Database &database, const QString &account, const QSet<QString> &files)
{
    Hashes hashes;
    for (const QString &file : files) {
        Statement row(database, "SELECT sha256 FROM file_hashes WHERE account = ? AND file = ?");
        row.bind(account, file);
        if (row.next())
            hashes.insert(file, QByteArray::fromHex(row.text(0).toLatin1()));
    }
    return hashes;
}

} // namespace

FileHashes::FileHashes(StoreThread &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void FileHashes::keep(const StoredFile &file)
{
    if (file.sha256.isEmpty() || file.id.isEmpty())
        return;
    m_store.run(
        this,
        [account = m_account, id = file.id.value(), hash = QString::fromLatin1(file.sha256.toHex())](Database &database) {
            Statement(database, "INSERT OR REPLACE INTO file_hashes(account, file, sha256, uploaded_ms) VALUES(?,?,?,?)")
                .bind(account, id, hash, QDateTime::currentMSecsSinceEpoch())
                .run();
        },
        [](const Result<> &) {}); // not kept: a file of evidence says that it is not known
}

void FileHashes::find(const QList<Message> &messages, QObject *context, Found done)
{
    QSet<QString> files;
    for (const Message &message : messages) {
        for (const StoredFile &file : message.attachments) {
            if (!file.id.isEmpty())
                files.insert(file.id.value());
        }
    }
    if (files.isEmpty())
        return done({});
    m_store.run(
        context, [account = m_account, files](Database &database) { return read(database, account, files); },
        [done = std::move(done)](const Result<Hashes> &hashes) { done(hashes ? *hashes : Hashes()); });
}

} // namespace desk
