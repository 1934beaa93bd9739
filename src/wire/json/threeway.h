#pragma once

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

namespace desk::wire {

enum class Side { Base, Mine, Server };

// A member that both sides changed, each to something else. A member that is not there is undefined.
struct MergeConflict {
    QString member;
    QJsonValue base = QJsonValue(QJsonValue::Undefined);
    QJsonValue mine = QJsonValue(QJsonValue::Undefined);
    QJsonValue server = QJsonValue(QJsonValue::Undefined);

    bool operator==(const MergeConflict &) const = default;
};

// What became of two changes to one definition. Each list is in the order of the members' names.
struct ThreeWay {
    QJsonObject merged; // what both agree on and what one of them changed; in a conflict what is mine
    QList<MergeConflict> conflicts;
    QStringList onlyMine;   // members only I changed, added or removed
    QStringList onlyServer; // the same of the server
    QStringList combined;   // lists both changed: merged has both changes
};

// Brings together what two people made of one definition, member by member at its top level (HTTP-29, S-006). A missing member and a null
// one differ, but are no conflict with each other: then the server's is taken. Lists of different strings, and `names` in a member
// "tools" (contract 3.1), are combined where each side only added and removed items; in all other members only a whole value is taken.
// Members in `serverOwned` (version, updated_at, …) are the server's in any case and stand in none of the lists. Pure; any thread.
[[nodiscard]] ThreeWay threeWayMerge(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &server,
                                     const QStringList &serverOwned = {});

// The definition to save: `merged` with the chosen side's value in each conflict, mine where nothing was chosen. Choices for other members
// change nothing.
[[nodiscard]] QJsonObject resolve(const ThreeWay &merge, const QHash<QString, Side> &choices);

} // namespace desk::wire
