#include "state/images/imageaddress.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype maxAddress = 2048;
constexpr qsizetype maxData = 2 * 1024 * 1024;

std::optional<ImageAddress> dataAddress(const QString &source, bool decode)
{
    static constexpr std::array types{"data:image/png;base64,"_L1, "data:image/jpeg;base64,"_L1, "data:image/gif;base64,"_L1,
                                      "data:image/webp;base64,"_L1};
    const auto type = std::find_if(types.begin(), types.end(),
                                   [&source](QLatin1StringView known) { return source.startsWith(known, Qt::CaseInsensitive); });
    if (type == types.end() || source.size() - type->size() > maxData * 4 / 3 + 4)
        return {};
    ImageAddress address;
    if (!decode)
        return address;
    const auto bytes = QByteArray::fromBase64Encoding(QStringView(source).sliced(type->size()).toLatin1(),
                                                      QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || bytes.decoded.isEmpty() || bytes.decoded.size() > maxData)
        return {};
    address.bytes = bytes.decoded;
    return address;
}

} // namespace

std::optional<ImageAddress> imageAddress(const QString &source, bool decode)
{
    if (source.startsWith("data:"_L1, Qt::CaseInsensitive))
        return dataAddress(source, decode);
    const bool isOdd =
        std::any_of(source.cbegin(), source.cend(), [](QChar c) { return c.unicode() <= 0x20 || c == u'\\' || c == u'\x7f'; });
    if (isOdd || source.size() > maxAddress)
        return {};
    const QUrl url(source, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "https"_L1 || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    ImageAddress address;
    address.url = url;
    address.host = url.host(QUrl::FullyEncoded);
    return address;
}

} // namespace desk
