#pragma once

#include <QByteArray>
#include <QHash>

#include <list>
#include <optional>

namespace desk {

// Bodies of GET answers that carried an ETag, to be used again when the server says 304 (HTTP-27). In memory only, least recently
// used first out, cleared on sign-out and when the server or account changes. The key holds account, URL and language.
class EtagCache
{
public:
    static constexpr qsizetype capacityBytes = 16 * 1024 * 1024;

    struct Entry {
        QByteArray etag;
        QByteArray body;
    };

    explicit EtagCache(qsizetype capacity = capacityBytes)
        : m_capacity(capacity)
    {
    }

    // Answers with Cache-Control: no-store are not kept, and push out what was kept before.
    void store(const QByteArray &key, const QByteArray &etag, const QByteArray &cacheControl, const QByteArray &body);
    [[nodiscard]] std::optional<Entry> find(const QByteArray &key);
    void forget(const QByteArray &key);
    void clear();
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

private:
    struct Kept {
        QByteArray key;
        Entry entry;
    };
    [[nodiscard]] static qsizetype sizeOf(const Kept &kept);

    std::list<Kept> m_kept; // most recently used first
    QHash<QByteArray, std::list<Kept>::iterator> m_index;
    qsizetype m_capacity;
    qsizetype m_bytes = 0;
};

} // namespace desk
