#include "state/attachmentqueue.h"

#include "api/apiclient.h"
#include "api/endpoints/filesapi.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace desk {

AttachmentQueue::AttachmentQueue(ApiClient &api, QObject *parent)
    : QAbstractListModel(parent)
    , m_api(api)
{
}

void AttachmentQueue::add(const QStringList &paths)
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
    Item &item = m_items[rowOfKey(key)];
    item.state = State::Uploading;
    item.progress = 0;
    item.error.clear();
    auto *call = m_api.files().upload(item.path);
    item.call = call;
    connect(call, &ApiCallBase::uploadProgress, this, [this, key](qint64 sent, qint64 total) { onProgress(key, sent, total); });
    call->then(this, [this, key](const Result<StoredFile> &answer) { onUploaded(key, answer); });
}

void AttachmentQueue::onProgress(quint64 key, qint64 sent, qint64 total)
{
    const int row = rowOfKey(key);
    if (row < 0 || total <= 0)
        return;
    const int percent = static_cast<int>(sent * 100 / total);
    if (m_items.at(row).progress == percent)
        return;
    m_items[row].progress = percent;
    Q_EMIT dataChanged(index(row), index(row), {ProgressRole});
}

void AttachmentQueue::onUploaded(quint64 key, const Result<StoredFile> &answer)
{
    const int row = rowOfKey(key);
    if (row < 0)
        return; // removed meanwhile
    Item &item = m_items[row];
    if (answer) {
        item.state = State::Ready;
        item.progress = 100;
        item.file = *answer;
    } else {
        item.state = State::Failed;
        item.error = answer.error().userText();
    }
    rowChanged(row);
}

void AttachmentQueue::remove(int row)
{
    if (row < 0 || row >= m_items.size())
        return;
    if (ApiCallBase *call = m_items.at(row).call)
        call->abort();
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
    rowChanged(row);
}

QList<StoredFile> AttachmentQueue::take()
{
    QList<StoredFile> files;
    for (const Item &item : std::as_const(m_items)) {
        if (item.state == State::Ready)
            files.append(item.file);
    }
    if (!m_items.isEmpty()) {
        beginRemoveRows({}, 0, static_cast<int>(m_items.size()) - 1);
        m_items.clear();
        endRemoveRows();
        Q_EMIT changed();
    }
    return files;
}

bool AttachmentQueue::isUploading() const
{
    return std::any_of(m_items.cbegin(), m_items.cend(), [](const Item &item) { return item.state == State::Uploading; });
}

bool AttachmentQueue::hasFailed() const
{
    return std::any_of(m_items.cbegin(), m_items.cend(), [](const Item &item) { return item.state == State::Failed; });
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
            return tr("%1, being uploaded").arg(item.name);
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

void AttachmentQueue::rowChanged(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT changed();
}

} // namespace desk
