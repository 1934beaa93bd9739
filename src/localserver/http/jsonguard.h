#pragma once

#include <QByteArray>

namespace desk::server {

// LOC-08: arrays and objects nest at most 128 deep. Counts brackets outside strings; says nothing about validity.
[[nodiscard]] bool isShallowJson(const QByteArray &bytes);

} // namespace desk::server
