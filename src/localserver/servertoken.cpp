#include "localserver/servertoken.h"

#include "localserver/errors.h"
#include "localserver/serverinput.h"
#include "localserver/texts.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr qsizetype leastChars = 8; // our client sends 64; shorter ones are for people with curl
constexpr qsizetype mostChars = 1024;
constexpr int waitMs = 10'000;

Error tokenError(const QString &message, const QString &next)
{
    return failure(Error::Kind::Invalid, u"token"_s, message, next);
}

Result<QByteArray> checked(const QByteArray &line)
{
    const QByteArray token = line.trimmed();
    const bool isPlain = std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (token.size() >= leastChars && token.size() <= mostChars && isPlain)
        return token;
    return Unexpected{tokenError(
        LocalServer::tr("The access token is missing or too short."),
        LocalServer::tr("Give a random text of at least 8 characters as the first line of standard input, or use --token-file."))};
}

} // namespace

Result<QByteArray> tokenFromFile(const QString &path)
{
    const QFileInfo info(path);
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return Unexpected{tokenError(LocalServer::tr("The token file %1 cannot be read.").arg(path),
                                     LocalServer::tr("Check its name and access rights."))};
    if (file.permissions() & others)
        return Unexpected{tokenError(LocalServer::tr("The token file %1 can be read by other users.").arg(path),
                                     LocalServer::tr("Run \"chmod 600 %1\" and start again.").arg(path))};
    return checked(file.readLine(mostChars + 2));
}

Result<QByteArray> tokenFromInput(LineReader &input)
{
    return checked(input.waitForLine(waitMs));
}

} // namespace desk::server
