#pragma once

#include <QJsonObject>
#include <QString>

namespace desk::server {

// Why the definition of an agent, or a part of one, is refused, for people; it names the member. Empty: it is not. Looks at the members
// that are there and known (contract 3.1); null stands for "not set". Instructions have no limit there.
[[nodiscard]] QString agentFault(const QJsonObject &members);
// The same for the name of a new agent (inventory AG-40).
[[nodiscard]] QString agentNameFault(const QString &name);

} // namespace desk::server
