#pragma once

#include <QHash>

#include <functional>
#include <optional>
#include <utility>

namespace desk {

// Edits that show before the server has taken them. Keeps for each id what the server said last (the base), the edit that is under way
// and the one that waits behind it: one request for an id at a time, later edits merge into one. Says what to send; sends nothing.
// Id needs qHash.
template <typename Id, typename T, typename Edit>
class Optimistic
{
public:
    using Apply = std::function<T(const T &base, const Edit &edit)>;
    using Merge = std::function<Edit(const Edit &earlier, const Edit &later)>; // one edit that does what both do, one after the other

    struct Request {
        T before; // the base
        T after;  // the base with this edit alone
        quint64 ticket = 0;
    };

    Optimistic(Apply apply, Merge merge)
        : m_apply(std::move(apply))
        , m_merge(std::move(merge))
    {
    }

    [[nodiscard]] bool isPending(const Id &id) const { return m_entries.contains(id); }

    // What is to be seen of a value that came from the server.
    [[nodiscard]] T shown(const Id &id, const T &fromServer) const
    {
        const auto entry = m_entries.constFind(id);
        return entry == m_entries.cend() ? fromServer : shownOver(fromServer, *entry);
    }

    // A new edit of what is shown; `base` counts where none is pending. Returns what to send now: nothing while another is under way.
    [[nodiscard]] std::optional<Request> edit(const Id &id, const T &base, const Edit &edit)
    {
        if (const auto entry = m_entries.find(id); entry != m_entries.end()) {
            entry->waiting = entry->waiting ? m_merge(*entry->waiting, edit) : edit;
            return {};
        }
        const auto entry = m_entries.insert(id, {base, edit, {}, ++m_lastTicket});
        return requestOf(*entry);
    }

    // The server told its copy by itself, for instance in a list.
    void rebase(const Id &id, const T &base)
    {
        if (const auto entry = m_entries.find(id); entry != m_entries.end())
            entry->base = base;
    }

    // Whether an answer is still awaited: not after clear().
    [[nodiscard]] bool isAwaited(const Id &id, quint64 ticket) const
    {
        const auto entry = m_entries.constFind(id);
        return entry != m_entries.cend() && entry->ticket == ticket;
    }

    // The request is over. Its edit is in `base` now (it worked) or dropped (it did not); what waits goes on and is returned.
    [[nodiscard]] std::optional<Request> settle(const Id &id, const T &base)
    {
        const auto entry = m_entries.find(id);
        if (entry == m_entries.end())
            return {};
        if (!entry->waiting) {
            m_entries.erase(entry);
            return {};
        }
        entry->base = base;
        entry->underWay = *std::exchange(entry->waiting, std::nullopt);
        entry->ticket = ++m_lastTicket;
        return requestOf(*entry);
    }

    [[nodiscard]] std::optional<T> base(const Id &id) const
    {
        const auto entry = m_entries.constFind(id);
        return entry == m_entries.cend() ? std::optional<T>() : entry->base;
    }
    [[nodiscard]] std::optional<Edit> underWay(const Id &id) const
    {
        const auto entry = m_entries.constFind(id);
        return entry == m_entries.cend() ? std::optional<Edit>() : entry->underWay;
    }

    void forget(const Id &id) { m_entries.remove(id); }
    void clear() { m_entries.clear(); } // tickets stay unique

private:
    struct Entry {
        T base;
        Edit underWay;
        std::optional<Edit> waiting;
        quint64 ticket = 0;
    };

    [[nodiscard]] T shownOver(const T &base, const Entry &entry) const
    {
        const T first = m_apply(base, entry.underWay);
        return entry.waiting ? m_apply(first, *entry.waiting) : first;
    }
    [[nodiscard]] Request requestOf(const Entry &entry) const { return {entry.base, m_apply(entry.base, entry.underWay), entry.ticket}; }

    Apply m_apply;
    Merge m_merge;
    QHash<Id, Entry> m_entries;
    quint64 m_lastTicket = 0;
};

} // namespace desk
