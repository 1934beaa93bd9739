#pragma once

#include <QJsonObject>

namespace desk {

// What a workflow may be given (WF-18), as a JSON schema for a form: the "input_schema" of the definition, else the schema of its first
// step of kind "input", else what its steps refer to as $.input.… : texts, none required, for nothing says so. Empty: it uses no input.
// Pure; any thread.
[[nodiscard]] QJsonObject workflowInputSchema(const QJsonObject &definition);

// Whether the schema is the definition's own, and not only guessed from its references.
[[nodiscard]] bool saysItsInput(const QJsonObject &definition);

} // namespace desk
