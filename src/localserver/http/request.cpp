#include "localserver/http/request.h"

#include <algorithm>

namespace desk::server {

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

int Request::headerCount(QByteArrayView name) const
{
    return static_cast<int>(std::count_if(headers.begin(), headers.end(), [name](const auto &pair) { return pair.first == name; }));
}

QString Request::argument(QLatin1StringView name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return {};
}

int Request::intArgument(QLatin1StringView name, int fallback, int least, int most) const
{
    bool ok = false;
    const int value = argument(name).toInt(&ok);
    return std::clamp(ok ? value : fallback, least, most);
}

} // namespace desk::server
