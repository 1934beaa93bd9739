#pragma once

#include "sqlite/database.h"

#include <QString>

namespace desk {

// Copies what can be read of a damaged database, row by row, into a fresh one of the same schema (DATA-15). Each table is read from both
// ends, so that one bad page costs its own rows and not those behind it. Returns how many rows came over; what cannot be read is left.
// Fails only when the fresh one cannot take them: a full disk is no damage.
// The damaged file is opened for reading and recovery of its own log, so work on a copy or on the file set aside.
[[nodiscard]] Result<qint64> salvageRows(const QString &damaged, Database &fresh);

} // namespace desk
