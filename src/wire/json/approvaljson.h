#pragma once

#include "domain/chatevent.h"
#include "domain/error.h"
#include "wire/json/reader.h"

#include <QJsonObject>

#include <optional>

namespace desk::wire {

// What a prompt holds beyond the others when it asks for the approval of a call (tool_approval), within the prompt's own object.
void insertApproval(QJsonObject &object, const Prompt &prompt);
// What a server asks before it starts the program of a tool that is tried out: 409 approval_required. None: it is another error.
[[nodiscard]] std::optional<Prompt> approvalAsked(const Error &error);
// Nothing where there is no "arguments_hash". What is missing stays empty: such a prompt can be refused, and is not fit to be approved.
void readApproval(Prompt &prompt, const Reader &object);

} // namespace desk::wire
