#pragma once

#include "domain/chatevent.h"

#include <QByteArrayView>

#include <optional>

namespace desk::wire {

// The data of a "content" event (contract 4.6), straight from its text: a turn has thousands of them, and QJsonDocument takes longer for
// one than everything else together. Nothing when the text needs the general way: when it is bad, or holds what these events do not.
[[nodiscard]] std::optional<ContentDelta> deltaFromText(QByteArrayView text);

// The table "content phases" of contract 4.6.
[[nodiscard]] ContentDelta::Kind contentKind(QAnyStringView phase, bool grows, bool isEmpty);

} // namespace desk::wire
