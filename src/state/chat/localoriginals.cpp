#include "state/chat/localoriginals.h"

#include "state/store/originaltable.h"
#include "state/store/storethread.h"

#include <QFileInfo>

namespace desk {

LocalOriginals::LocalOriginals(QObject *parent)
    : QObject(parent)
{
}

void LocalOriginals::keepIn(StoreThread &store)
{
    m_store = &store;
}

void LocalOriginals::open(const QString &account)
{
    ++m_generation;
    m_account = account.isNull() ? QLatin1String("") : account;
    m_originals.clear();
    Q_EMIT changed();
    load();
}

void LocalOriginals::rename(const QString &account)
{
    ++m_generation;
    m_account = account;
    load();
}

void LocalOriginals::forget(const QString &account)
{
    if (account != m_account)
        return;
    ++m_generation;
    m_originals.clear();
    Q_EMIT changed();
}

void LocalOriginals::load()
{
    if (m_store == nullptr)
        return;
    // On its own: a database that can only be read can still be read.
    m_store->run(
        this, [account = m_account](Database &database) { OriginalTable(database, account).prune(); }, [](const Result<> &) {});
    m_store->run(
        this, [account = m_account](Database &database) { return OriginalTable(database, account).all(); },
        [this, generation = m_generation](const Result<QHash<QString, FileOriginal>> &originals) {
            if (generation != m_generation || !originals)
                return;
            QHash<QString, FileOriginal> all = *originals;
            all.insert(m_originals); // newer than what is on disk
            m_originals = all;
            Q_EMIT changed();
        });
}

void LocalOriginals::removeConversation(const ConversationId &conversation)
{
    if (m_store == nullptr)
        return;
    m_store->run(
        this, [conversation](Database &database) { return OriginalTable::removeConversation(database, conversation); },
        [this](const Result<QStringList> &files) {
            if (!files || files->isEmpty())
                return;
            for (const QString &file : *files)
                m_originals.remove(file);
            Q_EMIT changed();
        });
}

void LocalOriginals::remember(const StoredFile &file, const QString &path)
{
    const QFileInfo info(path);
    if (file.id.isEmpty() || !info.isFile())
        return;
    const FileOriginal original{info.absoluteFilePath(), info.size(), info.lastModified(), file.sha256};
    m_originals.insert(file.id.value(), original);
    Q_EMIT changed();
    if (m_store != nullptr)
        m_store->run(
            this,
            [account = m_account, id = file.id.value(), original](Database &database) {
                OriginalTable(database, account).put(id, original);
            },
            [](const Result<> &) {}); // not kept: after a restart it is not known
}

std::optional<FileOriginal> LocalOriginals::find(const StoredFile &file) const
{
    const auto found = m_originals.constFind(file.id.value());
    return found == m_originals.constEnd() ? std::nullopt : std::optional(*found);
}

QString LocalOriginals::pathOf(const StoredFile &file) const
{
    const auto found = m_originals.constFind(file.id.value());
    return found != m_originals.constEnd() && found->look() == FileOriginal::State::There ? found->path : QString();
}

QByteArray LocalOriginals::sha256Of(const StoredFile &file) const
{
    return m_originals.value(file.id.value()).sha256;
}

} // namespace desk
