// Any bytes as Retry-After and Date, split at the first line end: the result is a wait of at most a day or none, and a date is one date.
#include "require.h"
#include "wire/httpdate.h"

#include <QByteArray>
#include <QDateTime>
#include <QLocale>

#include <cstddef>
#include <cstdint>

using namespace desk::wire;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QDateTime now(QDate(2026, 5, 2), QTime(9, 14, 3), Qt::UTC);
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QList<QByteArray> lines = bytes.toByteArray().split('\n');
    const QByteArray &first = lines.constFirst();

    const qint64 wait = retryAfterMs(first, lines.value(1), now);
    require(wait >= -1 && wait <= 86'400'000);
    require(wait == retryAfterMs(' ' + first + '\t', lines.value(1), now));

    const std::optional<QDateTime> date = parseHttpDate(first, now);
    if (!date)
        return 0;
    require(date->isValid() && date->timeSpec() == Qt::UTC && date->time().msec() == 0);
    require(first.size() >= 24 && first.size() <= 33); // asctime … the longest weekday of RFC 850
    const QByteArray fixed = QLocale::c().toString(*date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
    require(parseHttpDate(fixed, now) == date);
    require(!parseHttpDate(first + ' ', now) && !parseHttpDate(first.chopped(1), now));
    return 0;
}
