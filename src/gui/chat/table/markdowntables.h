#pragma once

#include "gui/chat/table/tabledata.h"

#include <QStringView>

namespace desk {

// The tables of a piece of markdown, whole: what is shown may leave out rows and columns. Pure, any thread.
[[nodiscard]] QList<TableData> markdownTables(QStringView source);

} // namespace desk
