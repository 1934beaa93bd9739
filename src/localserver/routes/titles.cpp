#include "localserver/routes/titles.h"

namespace desk::server {

QString titleFrom(const QString &prompt)
{
    constexpr qsizetype most = 50;
    constexpr qsizetype least = 20; // a shorter cut would say nothing: then inside the word
    const QString line = prompt.simplified();
    if (line.isEmpty())
        return defaultTitle();
    if (line.size() <= most)
        return line;
    qsizetype end = line.lastIndexOf(QLatin1Char(' '), most);
    if (end < least)
        end = line.at(most - 1).isHighSurrogate() ? most - 1 : most;
    return line.left(end) + QChar(0x2026);
}

} // namespace desk::server
