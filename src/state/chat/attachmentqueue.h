#pragma once

#include "domain/error.h"
#include "domain/file.h"
#include "domain/ids.h"
#include "domain/result.h"

#include <QAbstractListModel>
#include <QHash>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>
#include <utility>

namespace desk {

class ApiClient;
class FileUpload;
class FileUploads;

// The files of the messages being written, of each conversation its own: added by button, drop or paste, uploaded at once, shown as
// chips. A list model of those of the conversation that is shown; the others go on uploading meanwhile. What the network interrupts is
// uploaded again by itself.
// Refused before a byte is sent, with a reason: directories, unreadable and empty files, files above maxBytes, and (contract: files) when
// the server cannot take any.
class AttachmentQueue : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr qint64 maxBytes = 100 * 1024 * 1024;

    enum class State { Uploading, Ready, Failed };
    enum Roles { NameRole = Qt::UserRole + 1, SizeRole, StateRole, ProgressRole /* 0 … 100 */, ErrorRole };

    explicit AttachmentQueue(FileUploads &uploads, QObject *parent = nullptr); // outlives this
    explicit AttachmentQueue(ApiClient &api, QObject *parent = nullptr);       // to the agent server alone

    void show(const ConversationId &conversation);                   // an empty id: of the one that does not exist yet
    void move(const ConversationId &from, const ConversationId &to); // a new conversation got its id
    void clear();                                                    // of every conversation: another account
    // Everything of a conversation goes on in another queue: uploaded files as they are, the others are uploaded there, from the start but
    // for what has reached a file service.
    void handOver(const ConversationId &conversation, AttachmentQueue &to);
    void uploadAgain(); // there is a connection: what waits for one
    [[nodiscard]] QStringList paths() const;

    void add(const QStringList &paths);
    void addAccepted(const QStringList &paths); // those that went through the gate before, and all of them where there is none
    // Sees files before they are added, and calls the function with those that may be, now or later. Empty: all may.
    using Gate = std::function<void(const QStringList &paths, const std::function<void(const QStringList &)> &add)>;
    void setGate(Gate gate) { m_gate = std::move(gate); }
    void give(const QList<StoredFile> &files); // uploaded already
    void remove(int row);                      // aborts its upload; the server forgets it where it can
    void retry(int row);
    [[nodiscard]] QList<StoredFile> take(); // the ready files; empties the queue
    [[nodiscard]] bool isEmpty() const { return m_items.isEmpty(); }
    [[nodiscard]] bool isUploading() const; // or waiting for a connection to do so
    [[nodiscard]] bool hasFailed() const;
    // The same of a conversation that need not be shown.
    [[nodiscard]] QList<StoredFile> take(const ConversationId &conversation);
    [[nodiscard]] bool isEmpty(const ConversationId &conversation) const { return itemsOf(conversation).isEmpty(); }
    [[nodiscard]] bool isUploading(const ConversationId &conversation) const;
    [[nodiscard]] bool hasFailed(const ConversationId &conversation) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void changed();                                                   // anything send-relevant, of any conversation
    void uploaded(const desk::StoredFile &file, const QString &path); // with its SHA-256, see FileHashes; and where it lies
    void refused(const desk::Error &error);                           // a file that was not even added
    void sent(const desk::StoredFile &file, const QString &path);     // taken for a message; not one that came back with another

private:
    struct Item {
        quint64 key = 0;
        QString path;
        QString name;
        qint64 size = 0;
        State state = State::Uploading;
        int progress = 0;
        bool waitsForNetwork = false;
        QString error;
        StoredFile file;
        std::optional<DataFile> atFileService; // its bytes: only the agent server has to hear of them
        QPointer<FileUpload> upload;
    };
    void take(const ConversationId &conversation, const QList<Item> &items);
    [[nodiscard]] QList<Item> itemsOf(const ConversationId &conversation) const;
    [[nodiscard]] QList<StoredFile> sentOf(const QList<Item> &items); // they are sent
    [[nodiscard]] std::optional<Error> refusal(const QString &path) const;
    void upload(quint64 key);
    void onProgress(quint64 key, qint64 sent, qint64 total);
    void onUploaded(quint64 key, const Result<StoredFile> &answer);
    [[nodiscard]] int rowOfKey(quint64 key) const; // -1: not of the conversation that is shown
    [[nodiscard]] Item *find(quint64 key);
    void itemChanged(quint64 key);

    FileUploads &m_uploads;
    Gate m_gate;
    ConversationId m_shown;
    QList<Item> m_items;
    QHash<ConversationId, QList<Item>> m_others;
    QTimer m_again;
    int m_tries = 0;
    quint64 m_nextKey = 1;
};

} // namespace desk
