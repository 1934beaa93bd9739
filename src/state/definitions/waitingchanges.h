#pragma once

#include "domain/definition.h"

#include <QHash>
#include <QString>

#include <utility>

namespace desk {

// Whose definition, and which.
struct DefinitionPlace {
    QString account; // never null
    DefinitionKey key;

    bool operator==(const DefinitionPlace &) const = default;
};
[[nodiscard]] inline size_t qHash(const DefinitionPlace &place, size_t seed = 0)
{
    return qHashMulti(seed, place.account, static_cast<int>(place.key.kind), place.key.id);
}

// Changes that are not on disk yet, the last of each place: nothing is let go before the disk took it.
template <typename Change>
class WaitingChanges
{
public:
    using Batch = QHash<DefinitionPlace, std::pair<quint64, Change>>;

    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] const Change *find(const DefinitionPlace &place) const
    {
        const auto found = m_entries.constFind(place);
        return found == m_entries.cend() ? nullptr : &found->change;
    }
    void put(const DefinitionPlace &place, const Change &change) { m_entries.insert(place, {++m_last, change, false}); }
    void forget(const QString &account)
    {
        m_entries.removeIf([&account](const auto &entry) { return entry.key().account == account; });
    }

    // What nobody writes at the moment; whoever takes it says how that ended.
    [[nodiscard]] Batch take()
    {
        Batch batch;
        for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
            if (!std::exchange(it->isTaken, true))
                batch.insert(it.key(), {it->number, it->change});
        }
        return batch;
    }
    void end(const Batch &batch, bool isKept)
    {
        for (auto it = batch.cbegin(); it != batch.cend(); ++it) {
            const auto entry = m_entries.find(it.key());
            if (entry == m_entries.end() || entry->number != it->first)
                continue; // changed meanwhile
            if (isKept)
                m_entries.erase(entry);
            else
                entry->isTaken = false;
        }
    }
    template <typename Use>
    void each(const QString &account, DefinitionKind kind, Use use) const
    {
        for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
            if (it.key().account == account && it.key().key.kind == kind)
                use(it.key().key.id, it->change);
        }
    }

private:
    struct Entry {
        quint64 number;
        Change change;
        bool isTaken;
    };
    QHash<DefinitionPlace, Entry> m_entries;
    quint64 m_last = 0;
};

} // namespace desk
