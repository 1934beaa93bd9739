#pragma once

#include "state/workflows/editentry.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace desk {

// What was done to a workflow, and what of that is undone, as data. Of 1 000 entries and 4 MB the oldest go; only the last one stays
// however large it is, and is then left out of what is written down. Pure; any thread.
class EditHistory
{
public:
    static constexpr qsizetype mostEntries = 1000;
    static constexpr qsizetype mostBytes = 4 * 1024 * 1024;

    void add(const EditEntry &entry); // what was undone is gone
    void clear();
    void seal() { m_isSealed = true; } // the next one is no part of the last

    [[nodiscard]] const EditEntry *toUndo() const; // null: nothing; valid until the next change
    [[nodiscard]] const EditEntry *toRedo() const;
    void stepBack(); // toUndo() was undone
    void stepForward();

    void setClean();
    [[nodiscard]] bool isClean() const { return m_clean == m_done; }

    [[nodiscard]] QList<EditEntry> entries() const;
    [[nodiscard]] qsizetype done() const { return m_done; } // so many of them are not undone

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static std::optional<EditHistory> fromJson(const QJsonValue &json); // none: it is none, or beyond the bounds

private:
    struct Kept {
        EditEntry entry;
        qsizetype bytes = 0;
    };

    [[nodiscard]] bool merge(const EditEntry &entry);
    void dropOldest();
    void trim();

    QList<Kept> m_entries;
    qsizetype m_bytes = 0;
    qsizetype m_done = 0;
    qsizetype m_clean = 0; // -1: no undo leads there any more
    bool m_isSealed = true;
};

} // namespace desk
