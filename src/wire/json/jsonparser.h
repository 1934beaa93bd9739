#pragma once

#include "domain/result.h"
#include "wire/json/jsonchecker.h"

#include <QJsonValue>

namespace desk::wire {

// One JSON text (RFC 8259) with any value at its top, scalars included; Kind::Protocol with the offset for everything else. A byte
// order mark in front is skipped, invalid UTF-8 and numbers beyond a double are faults, lone surrogates are kept as they are. Of a key
// given twice the last one counts, unless the rules forbid it.
[[nodiscard]] Result<QJsonValue> parseJson(const QByteArray &bytes, const JsonRules &rules = {});

} // namespace desk::wire
