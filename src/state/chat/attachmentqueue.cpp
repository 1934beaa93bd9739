#include "state/chat/attachmentqueue.h"

#include "state/chat/fileupload.h"
#include "state/chat/fileuploads.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr int firstAgainMs = 2000;
constexpr int longestAgainMs = 60'000;

bool isOfTheNetwork(const Error &error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Dns || error.kind == Error::Kind::Timeout ||
           error.kind == Error::Kind::Gateway || error.kind == Error::Kind::Unavailable;
}

} // namespace

AttachmentQueue::AttachmentQueue(ApiClient &api, QObject *parent)
    : AttachmentQueue(*new FileUploads(api), parent)
{
    m_uploads.setParent(this);
}

AttachmentQueue::AttachmentQueue(FileUploads &uploads, QObject *parent)
    : QAbstractListModel(parent)
    , m_uploads(uploads)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &AttachmentQueue::uploadAgain);
}

void AttachmentQueue::show(const ConversationId &conversation)
{
    if (conversation == m_shown)
        return;
    beginResetModel();
    if (!m_items.isEmpty())
        m_others.insert(m_shown, std::exchange(m_items, {}));
    m_shown = conversation;
    m_items = m_others.take(conversation);
    endResetModel();
    Q_EMIT changed();
}

void AttachmentQueue::move(const ConversationId &from, const ConversationId &to)
{
    if (m_shown == from)
        m_shown = to;
    else if (m_others.contains(from))
        m_others.insert(to, m_others.take(from));
}

void AttachmentQueue::clear()
{
    const auto abortAll = [](const QList<Item> &items) {
        for (const Item &item : items) {
            if (FileUpload *upload = item.upload)
                upload->abort();
        }
    };
    beginResetModel();
    abortAll(m_items);
    for (const QList<Item> &items : std::as_const(m_others))
        abortAll(items);
    m_items.clear();
    m_others.clear();
    endResetModel();
    Q_EMIT changed();
}

void AttachmentQueue::handOver(const ConversationId &conversation, AttachmentQueue &to)
{
    const bool isShown = conversation == m_shown;
    if (isShown)
        beginResetModel();
    const QList<Item> items = isShown ? std::exchange(m_items, {}) : m_others.take(conversation);
    if (isShown)
        endResetModel();
    for (const Item &item : items) {
        if (FileUpload *upload = item.upload)
            upload->abort();
    }
    if (isShown)
        Q_EMIT changed();
    to.take(conversation, items);
}

void AttachmentQueue::take(const ConversationId &conversation, const QList<Item> &items)
{
    const bool isShown = conversation == m_shown;
    if (items.isEmpty())
        return;
    if (isShown)
        beginResetModel();
    QList<quint64> unfinished;
    QList<Item> &mine = isShown ? m_items : m_others[conversation];
    for (Item item : items) {
        item.key = m_nextKey++;
        item.upload = nullptr;
        if (item.state == State::Uploading)
            unfinished.append(item.key);
        mine.append(item);
    }
    if (isShown)
        endResetModel();
    for (const quint64 key : std::as_const(unfinished))
        upload(key);
    if (isShown)
        Q_EMIT changed();
}

QStringList AttachmentQueue::paths() const
{
    QStringList paths;
    for (const Item &item : m_items) {
        if (!item.path.isEmpty()) // else it came back with a message
            paths.append(item.path);
    }
    return paths;
}

void AttachmentQueue::uploadAgain()
{
    QList<quint64> waiting;
    const auto collect = [&waiting](const QList<Item> &items) {
        for (const Item &item : items) {
            if (item.waitsForNetwork)
                waiting.append(item.key);
        }
    };
    collect(m_items);
    for (const QList<Item> &items : std::as_const(m_others))
        collect(items);
    for (const quint64 key : std::as_const(waiting))
        upload(key);
}

void AttachmentQueue::add(const QStringList &paths)
{
    if (m_gate)
        m_gate(paths, [this](const QStringList &accepted) { addAccepted(accepted); });
    else
        addAccepted(paths);
}

void AttachmentQueue::addAccepted(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (const std::optional<Error> reason = refusal(path)) {
            Q_EMIT refused(*reason);
            continue;
        }
        const QFileInfo info(path);
        const int row = static_cast<int>(m_items.size());
        beginInsertRows({}, row, row);
        Item item;
        item.key = m_nextKey++;
        item.path = path;
        item.name = info.fileName();
        item.size = info.size();
        m_items.append(item);
        endInsertRows();
        upload(m_items.last().key);
    }
    Q_EMIT changed();
}

void AttachmentQueue::give(const QList<StoredFile> &files)
{
    if (files.isEmpty())
        return;
    const int first = static_cast<int>(m_items.size());
    beginInsertRows({}, first, first + static_cast<int>(files.size()) - 1);
    for (const StoredFile &file : files) {
        Item item;
        item.key = m_nextKey++;
        item.name = file.filename;
        item.size = file.size;
        item.state = State::Ready;
        item.progress = 100;
        item.file = file;
        m_items.append(item);
    }
    endInsertRows();
    Q_EMIT changed();
}

std::optional<Error> AttachmentQueue::refusal(const QString &path) const
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    Error error;
    error.kind = Error::Kind::Invalid;
    if (!info.exists()) {
        error.message = tr("%1 does not exist.").arg(name);
        error.nextStep = tr("Choose another file.");
    } else if (info.isDir()) {
        error.message = tr("%1 is a folder.").arg(name);
        error.nextStep = tr("Attach the files in it instead.");
    } else if (!info.isFile()) { // devices and pipes could block for ever
        error.message = tr("%1 is not an ordinary file.").arg(name);
        error.nextStep = tr("Choose another file.");
    } else if (!info.isReadable()) {
        error.message = tr("%1 cannot be read: you have no permission.").arg(name);
        error.nextStep = tr("Change its permissions or choose another file.");
    } else if (info.size() == 0) {
        error.message = tr("%1 is empty (0 bytes).").arg(name);
        error.nextStep = tr("Check that it was saved, then attach it again.");
    } else if (info.size() > maxBytes) {
        error.message = tr("%1 is too large (%2); the limit is %3.")
                            .arg(name, QLocale().formattedDataSize(info.size()), QLocale().formattedDataSize(maxBytes));
        error.nextStep = tr("Attach a smaller part of it.");
    } else {
        return std::nullopt;
    }
    return error;
}

void AttachmentQueue::upload(quint64 key)
{
    Item &item = *find(key);
    item.state = State::Uploading;
    item.waitsForNetwork = false;
    item.progress = 0;
    item.error.clear();
    FileUpload *upload = m_uploads.upload(item.path, item.atFileService);
    item.upload = upload;
    connect(upload, &FileUpload::progress, this, [this, key](qint64 sent, qint64 total) { onProgress(key, sent, total); });
    connect(upload, &FileUpload::bytesStored, this, [this, key](const DataFile &file) {
        if (Item *its = find(key))
            its->atFileService = file;
    });
    connect(upload, &FileUpload::finished, this, [this, key](const Result<StoredFile> &answer) { onUploaded(key, answer); });
}

void AttachmentQueue::onProgress(quint64 key, qint64 sent, qint64 total)
{
    Item *item = find(key);
    if (!item || total <= 0)
        return;
    const int percent = static_cast<int>(sent * 100 / total);
    if (std::exchange(item->progress, percent) == percent)
        return;
    if (const int row = rowOfKey(key); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {ProgressRole});
}

void AttachmentQueue::onUploaded(quint64 key, const Result<StoredFile> &answer)
{
    Item *item = find(key);
    if (!item)
        return; // removed meanwhile
    if (answer) {
        item->state = State::Ready;
        item->progress = 100;
        item->file = *answer;
        if (item->file.size <= 0) // not every server says it
            item->file.size = item->size;
        m_tries = 0;
        Q_EMIT uploaded(item->file, item->path);
    } else if (isOfTheNetwork(answer.error())) {
        item->waitsForNetwork = true; // still on its way, as far as the person is concerned
        item->progress = 0;
        m_again.start(std::min(longestAgainMs, firstAgainMs << std::min(m_tries++, 5)));
    } else {
        item->state = State::Failed;
        item->error = answer.error().userText();
    }
    itemChanged(key);
}

void AttachmentQueue::remove(int row)
{
    if (row < 0 || row >= m_items.size())
        return;
    const Item &item = m_items.at(row);
    if (item.upload)
        item.upload->abort();
    if (item.state == State::Ready && item.atFileService) // not one that came back with a message, which may refer to it
        m_uploads.discard(item.file);
    beginRemoveRows({}, row, row);
    m_items.removeAt(row);
    endRemoveRows();
    Q_EMIT changed();
}

void AttachmentQueue::retry(int row)
{
    if (row < 0 || row >= m_items.size() || m_items.at(row).state != State::Failed)
        return;
    upload(m_items.at(row).key);
    itemChanged(m_items.at(row).key);
}

QList<StoredFile> AttachmentQueue::take()
{
    const QList<Item> items = m_items;
    if (!m_items.isEmpty()) {
        beginRemoveRows({}, 0, static_cast<int>(m_items.size()) - 1);
        m_items.clear();
        endRemoveRows();
        Q_EMIT changed();
    }
    return sentOf(items);
}

QList<StoredFile> AttachmentQueue::take(const ConversationId &conversation)
{
    if (conversation == m_shown)
        return take();
    const QList<Item> items = m_others.take(conversation);
    if (!items.isEmpty())
        Q_EMIT changed();
    return sentOf(items);
}

QList<StoredFile> AttachmentQueue::sentOf(const QList<Item> &items)
{
    QList<StoredFile> files;
    for (const Item &item : items) {
        if (item.state != State::Ready)
            continue;
        files.append(item.file);
        if (!item.path.isEmpty())
            Q_EMIT sent(item.file, item.path);
    }
    return files;
}

bool AttachmentQueue::isUploading() const
{
    return isUploading(m_shown);
}

bool AttachmentQueue::hasFailed() const
{
    return hasFailed(m_shown);
}

bool AttachmentQueue::isUploading(const ConversationId &conversation) const
{
    const QList<Item> items = itemsOf(conversation);
    return std::any_of(items.cbegin(), items.cend(), [](const Item &item) { return item.state == State::Uploading; });
}

bool AttachmentQueue::hasFailed(const ConversationId &conversation) const
{
    const QList<Item> items = itemsOf(conversation);
    return std::any_of(items.cbegin(), items.cend(), [](const Item &item) { return item.state == State::Failed; });
}

QList<AttachmentQueue::Item> AttachmentQueue::itemsOf(const ConversationId &conversation) const
{
    return conversation == m_shown ? m_items : m_others.value(conversation);
}

int AttachmentQueue::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant AttachmentQueue::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Item &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return item.name;
    case SizeRole:
        return item.size;
    case StateRole:
        return static_cast<int>(item.state);
    case ProgressRole:
        return item.progress;
    case ErrorRole:
        return item.error;
    case Qt::AccessibleTextRole:
        switch (item.state) {
        case State::Uploading:
            return item.waitsForNetwork ? tr("%1, waiting for a connection").arg(item.name) : tr("%1, being uploaded").arg(item.name);
        case State::Ready:
            return tr("%1, attached").arg(item.name);
        case State::Failed:
            return tr("%1, failed: %2").arg(item.name, item.error);
        }
        return {};
    default:
        return {};
    }
}

int AttachmentQueue::rowOfKey(quint64 key) const
{
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_items.at(i).key == key)
            return static_cast<int>(i);
    }
    return -1;
}

AttachmentQueue::Item *AttachmentQueue::find(quint64 key)
{
    const auto in = [key](QList<Item> &items) -> Item * {
        const auto found = std::find_if(items.begin(), items.end(), [key](const Item &item) { return item.key == key; });
        return found == items.end() ? nullptr : &*found;
    };
    if (Item *item = in(m_items))
        return item;
    for (QList<Item> &items : m_others) {
        if (Item *item = in(items))
            return item;
    }
    return nullptr;
}

void AttachmentQueue::itemChanged(quint64 key)
{
    if (const int row = rowOfKey(key); row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT changed();
}

} // namespace desk
