#pragma once

#include "domain/openenum.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QMetaType>
#include <QString>

namespace desk {

// What people define on a server, and this computer keeps versions and drafts of (AG-26, D-62).
enum class DefinitionKind { Agent, Tool, Workflow, Unknown };
constexpr std::array<EnumWord<DefinitionKind>, 3> enumWords(DefinitionKind)
{
    return {{
        {DefinitionKind::Agent, QLatin1StringView("agent")},
        {DefinitionKind::Tool, QLatin1StringView("tool")},
        {DefinitionKind::Workflow, QLatin1StringView("workflow")},
    }};
}

// One definition among all: by the server's id, or a provisional one (ids.h) before it was ever saved.
struct DefinitionKey {
    DefinitionKind kind = DefinitionKind::Unknown;
    QString id;

    bool operator==(const DefinitionKey &) const = default;
};

// How a version came to be known here.
enum class VersionOrigin { Seen, Saved, Restored, Imported, Promoted, Deleted, Unknown };
constexpr std::array<EnumWord<VersionOrigin>, 6> enumWords(VersionOrigin)
{
    return {{
        {VersionOrigin::Seen, QLatin1StringView("seen")}, // found on the server; somebody else made it
        {VersionOrigin::Saved, QLatin1StringView("saved")},
        {VersionOrigin::Restored, QLatin1StringView("restored")},
        {VersionOrigin::Imported, QLatin1StringView("imported")},
        {VersionOrigin::Promoted, QLatin1StringView("promoted")},
        {VersionOrigin::Deleted, QLatin1StringView("deleted")}, // what it was just before it went
    }};
}

// A definition as it once was: the server's JSON, whole.
struct DefinitionVersion {
    qint64 seq = 0; // its place among all versions this computer keeps; 0: not kept yet
    DefinitionKey key;
    QString name;
    QJsonObject json;
    QString author; // whose change it was, as far as this computer knows; empty: it does not
    OpenEnum<VersionOrigin> origin;
    QString label;          // a name somebody gave it; such a version is never thinned out
    int serverVersion = 0;  // the number the server gave it; 0: none
    QDateTime at;           // UTC: when it was seen or saved here
    QByteArray digest = {}; // of its content (definitioncontent.h); empty until it is kept
};

// What somebody is writing and has not saved: their version, and the server's they started from.
struct DefinitionDraft {
    DefinitionKey key;
    QJsonObject base; // empty: a new definition
    QJsonObject mine;
    QDateTime at; // UTC
};

} // namespace desk
