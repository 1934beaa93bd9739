#pragma once

#include "domain/insight.h"

#include <QByteArray>

namespace desk {

// Insights as a file of their owner's: to read, or to take along. The texts are the exact ones. UTF-8.
[[nodiscard]] QByteArray insightsAsMarkdown(const QList<Insight> &insights); // by kind, with dates
[[nodiscard]] QByteArray insightsAsJson(const QList<Insight> &insights);     // as the server tells them

} // namespace desk
