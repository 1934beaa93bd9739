#include "api/policy/etagcache.h"

namespace desk {

void EtagCache::store(const QByteArray &key, const QByteArray &etag, const QByteArray &cacheControl, const QByteArray &body)
{
    forget(key);
    if (etag.isEmpty() || cacheControl.toLower().contains("no-store"))
        return;
    Kept kept{key, {etag, body}};
    if (sizeOf(kept) > m_capacity / 4) // one giant must not push everything else out
        return;
    m_bytes += sizeOf(kept);
    m_kept.push_front(std::move(kept));
    m_index.insert(key, m_kept.begin());
    while (m_bytes > m_capacity)
        forget(QByteArray(m_kept.back().key));
}

std::optional<EtagCache::Entry> EtagCache::find(const QByteArray &key)
{
    const auto found = m_index.constFind(key);
    if (found == m_index.constEnd())
        return std::nullopt;
    m_kept.splice(m_kept.begin(), m_kept, *found);
    return m_kept.front().entry;
}

void EtagCache::forget(const QByteArray &key)
{
    const auto found = m_index.constFind(key);
    if (found == m_index.constEnd())
        return;
    m_bytes -= sizeOf(**found);
    m_kept.erase(*found);
    m_index.erase(found);
}

void EtagCache::clear()
{
    m_index.clear();
    m_kept.clear();
    m_bytes = 0;
}

qsizetype EtagCache::sizeOf(const Kept &kept)
{
    return kept.key.size() + kept.entry.etag.size() + kept.entry.body.size();
}

} // namespace desk
