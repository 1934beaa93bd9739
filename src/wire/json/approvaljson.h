#pragma once

#include "domain/chatevent.h"
#include "wire/json/reader.h"

#include <QJsonObject>

namespace desk::wire {

// What a prompt holds beyond the others when it asks for the approval of a call (tool_approval), within the prompt's own object.
void insertApproval(QJsonObject &object, const Prompt &prompt);
// Nothing where there is no "arguments_hash". What is missing stays empty: such a prompt can be refused, and is not fit to be approved.
void readApproval(Prompt &prompt, const Reader &object);

} // namespace desk::wire
