#pragma once

#include "domain/definition.h"
#include "domain/result.h"
#include "state/definitions/files/definitionsecrets.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

enum class DefinitionFormat { Json, Yaml };

// A definition on its way into a file or out of one: the server's JSON, unknown members included.
struct FileDefinition {
    DefinitionKind kind = DefinitionKind::Unknown;
    QJsonObject json;
    QStringList placeholders; // of a file that was read: names of ${NAME}, which stand in its texts as they were

    [[nodiscard]] QString name() const { return json.value(QLatin1StringView("name")).toString(); }
    bool operator==(const FileDefinition &) const = default;
};

struct DefinitionFileOptions {
    bool serverMembers = false; // id, version, created_at, updated_at, created_by, is_builtin: they belong to one server
    bool secrets = false;       // written in clear text
};

struct WrittenDefinitions {
    QByteArray bytes;
    QList<OmittedSecret> omitted;
};

// Definitions as files for people and for git (D-62):
//   {"agentdesk": {"format": 1, "kind": "agent"}, "agent": {…}}                                        one; likewise "tool", "workflow"
//   {"agentdesk": {"format": 1, "kind": "definitions"}, "agents": […], "tools": […], "workflows": […]} several, each list if not empty
// as UTF-8 in JSON or YAML, members in the order of definitionorder.h. The same definitions give the same bytes. Pure, any thread.
// Kind::Invalid for what the format cannot say (yamltext.h), and for a kind that is not known.
[[nodiscard]] Result<WrittenDefinitions> writeDefinitions(const QList<FileDefinition> &definitions, DefinitionFormat format,
                                                          const DefinitionFileOptions &options = {});

// JSON or YAML, told apart by what is in it: a file as above, or what a server's API gives: an agent, tool or workflow, or a list of them.
// Such a file may come from anybody; reading it has no effect. Kind::Protocol for what is no such file, Kind::Conflict for one that a newer
// version wrote.
[[nodiscard]] Result<QList<FileDefinition>> readDefinitions(const QByteArray &bytes);

} // namespace desk
