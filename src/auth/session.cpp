#include "auth/session.h"

#include "domain/log.h"
#include "wire/json/accountjson.h"
#include "wire/json/reader.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int version = 1;

struct Word {
    SignInWay way;
    QLatin1StringView word;
};
constexpr std::array<Word, 4> words{{{SignInWay::EmailCode, "email"_L1},
                                     {SignInWay::Browser, "browser"_L1},
                                     {SignInWay::Device, "device"_L1},
                                     {SignInWay::Token, "token"_L1}}};

QLatin1StringView wordOf(SignInWay way)
{
    const auto *found = std::find_if(words.cbegin(), words.cend(), [way](const Word &entry) { return entry.way == way; });
    return found == words.cend() ? QLatin1StringView() : found->word;
}

std::optional<SignInWay> wayOf(const QString &word)
{
    const auto *found = std::find_if(words.cbegin(), words.cend(), [&word](const Word &entry) { return entry.word == word; });
    return found == words.cend() ? std::nullopt : std::optional(found->way);
}

void overwrite(QByteArray &secret)
{
    if (!secret.isEmpty())
        secret.fill('\0'); // the shared copy of somebody else is detached from, not changed
    secret.clear();
}

} // namespace

void Session::wipe()
{
    overwrite(renewal);
    overwrite(access);
    accessLifeMs = -1;
}

QByteArray toStored(const Session &session)
{
    QJsonObject json{{"v"_L1, version},
                     {"way"_L1, QString(wordOf(session.way))},
                     {"issuer"_L1, session.issuer.toString(QUrl::FullyEncoded)},
                     {"base"_L1, session.baseUrl.toString(QUrl::FullyEncoded)},
                     {"id"_L1, session.account.id},
                     {"email"_L1, session.account.email},
                     {"name"_L1, session.account.displayName},
                     {"renewal"_L1, QString::fromUtf8(session.renewal)},
                     {"signed_in"_L1, wire::formatTime(session.signedInAt)}};
    if (session.sessionEnds.isValid())
        json.insert("ends"_L1, wire::formatTime(session.sessionEnds));
    if (session.way == SignInWay::Token)
        json.insert("access"_L1, QString::fromUtf8(session.access));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Session> fromStored(const QByteArray &stored, const Profile &profile)
{
    const Result<QJsonValue> json = wire::parseJson(stored);
    const wire::Reader reader(json ? *json : QJsonValue());
    const std::optional<SignInWay> way = wayOf(reader.string("way"_L1));
    if (reader.integer("v"_L1) != version || !way) {
        qCWarning(logAuth) << "the stored session cannot be read and is not used";
        return std::nullopt;
    }
    Session session;
    session.way = *way;
    session.issuer = QUrl(reader.string("issuer"_L1));
    session.baseUrl = QUrl(reader.string("base"_L1));
    session.account.id = reader.string("id"_L1);
    session.account.email = reader.string("email"_L1);
    session.account.displayName = reader.string("name"_L1);
    session.renewal = reader.string("renewal"_L1).toUtf8();
    session.access = reader.string("access"_L1).toUtf8();
    session.signedInAt = reader.time("signed_in"_L1);
    session.sessionEnds = reader.time("ends"_L1);
    registerSecret(session.renewal);
    registerSecret(session.access);
    if (session.baseUrl != profile.baseUrl || (session.way != SignInWay::Token && session.issuer != profile.identityUrl)) {
        qCWarning(logAuth) << "the stored session belongs to another server and is not used";
        return std::nullopt;
    }
    if (session.way == SignInWay::Token) {
        const Account label = wire::tokenLabel(session.access).account;
        session.account.roles = label.roles;
        session.account.scopes = label.scopes;
    }
    return session;
}

QString sessionKey(const Profile &profile)
{
    return u"session:"_s + (profile.id.isEmpty() ? profile.name : profile.id);
}

} // namespace desk
