#pragma once

#include "domain/file.h"
#include "domain/result.h"
#include "state/store/fileoriginal.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QSize>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

namespace desk {

class LocalOriginals;

// The small pictures of the files of messages (CH-59). They are made of the file that was sent, where it lies on this computer unchanged,
// and of what a person asked a server for; nothing is fetched here. Reading and decoding happen away from the GUI thread, the newest
// wish first. A file has a place before anything of it is read, so that no row changes its height when its picture comes. GUI thread.
class Thumbnails : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 maxBytes = 10 * 1024 * 1024; // of a file
    static constexpr QSize largest{320, 240};            // pixels of the screen
    static constexpr qsizetype kept = 256;               // more than fit on any screen: what is seen must not push out what is seen
    static constexpr qsizetype keptLoaded = 12;          // of those that came from a server

    enum class State { Waiting, Shown, Refused };
    struct Picture {
        State state = State::Waiting;
        QImage image;   // at most largest
        QString reason; // why there is none, for people
    };
    using Opened = std::function<void(const Result<QImage> &image)>;

    explicit Thumbnails(LocalOriginals &originals, QObject *parent = nullptr); // outlives it

    // By its name: png, jpeg, gif or webp. What is in it decides later whether it is shown.
    [[nodiscard]] static bool isPicture(const StoredFile &file);
    [[nodiscard]] bool offers(const StoredFile &file) const; // it has a place in its message
    [[nodiscard]] Picture picture(const StoredFile &file) const;
    void want(const StoredFile &file); // it is looked at: read, unless it is here or on its way
    // What a person asked a server for: where to put it, and that it is there now. It goes with this object, or when others came.
    [[nodiscard]] QString placeFor(const StoredFile &file);
    void show(const StoredFile &file, const QString &path);
    void forgetLoaded(); // what came from a server: another account may not see it
    // In full. done in the GUI thread, later, not after context is gone.
    void open(const StoredFile &file, QObject *context, const Opened &done) const;

Q_SIGNALS:
    void offersChanged(); // which files have a place
    void arrived(const desk::FileId &file);

private:
    [[nodiscard]] std::optional<FileOriginal> find(const StoredFile &file) const;
    void next();
    void onRead(const StoredFile &file, const FileOriginal &from, const Result<QImage> &image);
    void keep(const QString &id, const FileOriginal &from, const Picture &picture);
    void forget(const QString &id);
    void onOriginalsChanged();

    struct Entry {
        Picture picture;
        FileOriginal from;
    };
    LocalOriginals &m_originals;
    QHash<QString, Entry> m_entries;         // by the server's id
    QStringList m_order;                     // oldest first
    std::unique_ptr<QTemporaryDir> m_folder; // made with the first one that was asked for
    int m_places = 0;
    QHash<QString, FileOriginal> m_loaded;
    QStringList m_loadedOrder;   // oldest first
    QList<StoredFile> m_waiting; // the newest last
    QStringList m_running;
};

} // namespace desk
