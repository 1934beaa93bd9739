#include "state/profiles/profilefile.h"

#include "domain/log.h"
#include "state/profiles/serveraddress.h"
#include "wire/json/jsonparser.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::ProfileFile)
};

constexpr auto formatName = "agentdesk-profiles"_L1;
constexpr int formatVersion = 1;
constexpr qsizetype maxName = 100;
constexpr wire::JsonRules rules{16, true};

constexpr std::array<std::pair<SignInWay, QLatin1StringView>, 4> ways{{{SignInWay::Token, QLatin1StringView("token")},
                                                                       {SignInWay::EmailCode, QLatin1StringView("email")},
                                                                       {SignInWay::Browser, QLatin1StringView("browser")},
                                                                       {SignInWay::Device, QLatin1StringView("device")}}};

Unexpected<Error> invalid(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Invalid;
    error.message = message;
    error.nextStep = Texts::tr("Nothing was added. Ask whoever made the file.");
    return {error};
}

bool namesASecret(const QString &key)
{
    static const QRegularExpression pattern(u"token|passw|passphrase|secret|api.?key|private.?key|credential|bearer|cookie|authorization"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(key).hasMatch();
}

// The name of the member that looks like a secret, wherever it stands; empty: none does.
QString secretIn(const QJsonValue &value, const QString &key = {})
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (namesASecret(member.key()))
                return member.key();
            if (const QString found = secretIn(member.value(), member.key()); !found.isEmpty())
                return found;
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array) {
            if (const QString found = secretIn(element, key); !found.isEmpty())
                return found;
        }
    } else if (value.isString()) {
        const QString text = value.toString();
        if (redact(text) != text || text.contains("-----BEGIN"_L1))
            return key;
    }
    return {};
}

// What people see as one line, and nothing that turns its direction round.
bool isPlainLine(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.isPrint() && c.category() != QChar::Other_Format && c.category() != QChar::Separator_Line; });
}

Result<QList<QByteArray>> pinsIn(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    QList<QByteArray> pins;
    for (const QJsonValue &element : array) {
        const QString text = element.toString();
        const auto decoded = QByteArray::fromBase64Encoding(text.mid(7).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        constexpr qsizetype sha256Bytes = 32;
        if (!text.startsWith("sha256/"_L1) || !decoded || decoded.decoded.size() != sha256Bytes)
            return invalid(Texts::tr("“%1” is no pin: it looks like sha256/ and 44 more characters.").arg(text.left(maxName)));
        pins.append(decoded.decoded.toBase64());
    }
    if (value.isUndefined() || (value.isArray() && pins.size() >= 2))
        return pins;
    return invalid(Texts::tr("There must be two pins at least, else nobody gets in when the key is lost."));
}

Result<QUrl> addressIn(const QJsonObject &object, QLatin1StringView key)
{
    return ServerAddress::check(object.value(key).toString());
}

Result<Profile> profileIn(const QJsonObject &object, ProfileFile::From from)
{
    Profile profile{Profile::Kind::Team, object.value("name"_L1).toString().trimmed()};
    if (profile.name.isEmpty() || profile.name.size() > maxName || !isPlainLine(profile.name))
        return invalid(Texts::tr("Its name is missing, too long, or no plain line of text."));
    const Result<QUrl> url = addressIn(object, "url"_L1);
    if (!url)
        return invalid(url.error().message);
    profile.baseUrl = *url;
    const std::optional<SignInWay> way = ProfileFile::wayFrom(object.value("signIn"_L1).toString(u"token"_s));
    if (!way)
        return invalid(Texts::tr("It names a way to sign in that this version does not know."));
    profile.signIn = *way;
    if (profile.signIn != SignInWay::Token) {
        const Result<QUrl> identity = addressIn(object, "identityUrl"_L1);
        if (!identity)
            return invalid(Texts::tr("The address of its sign-in service: %1").arg(identity.error().message));
        profile.identityUrl = *identity;
    }
    if (const QString typed = object.value("dataUrl"_L1).toString(); !typed.isEmpty()) {
        const Result<QUrl> data = ServerAddress::check(typed);
        if (!data)
            return invalid(Texts::tr("The address of its file service: %1").arg(data.error().message));
        profile.dataUrl = *data;
    }
    profile.clientId = object.value("clientId"_L1).toString().left(maxName);
    if ((profile.signIn == SignInWay::Browser || profile.signIn == SignInWay::Device) && profile.clientId.isEmpty())
        return invalid(Texts::tr("The program's ID at the sign-in service (clientId) is missing."));
    static const QRegularExpression colour(u"^#[0-9a-fA-F]{6}$"_s);
    if (const QString text = object.value("colour"_L1).toString(); colour.match(text).hasMatch())
        profile.colour = text.toLower();
    if (const QJsonValue said = object.value("production"_L1); said.isBool())
        profile.production = said.toBool();
    if (from == ProfileFile::From::Person)
        return profile;
    const Result<QList<QByteArray>> pins = pinsIn(object.value("pins"_L1));
    if (!pins)
        return Unexpected{pins.error()};
    profile.pins = *pins;
    profile.isManaged = true;
    const QString id = object.value("id"_L1).toString(profile.name + u'\n' + profile.baseUrl.toString());
    profile.id = u"policy-"_s + QUuid::createUuidV5(QUuid(), id).toString(QUuid::WithoutBraces); // whatever was in it names a file one day
    return profile;
}

} // namespace

Result<ProfileFile> ProfileFile::parse(const QByteArray &bytes, From from)
{
    const Result<QJsonValue> json = bytes.size() > maxBytes ? Result<QJsonValue>(QJsonValue()) : wire::parseJson(bytes, rules);
    const QJsonObject object = json ? json->toObject() : QJsonObject();
    if (object.value("format"_L1).toString() != formatName)
        return invalid(Texts::tr("This is not a file with profiles."));
    if (object.value("version"_L1).toInt() != formatVersion)
        return invalid(Texts::tr("The file was made for another version of this program."));
    if (const QString secret = secretIn(object); !secret.isEmpty())
        return invalid(Texts::tr("The file holds what looks like a secret: “%1”. Profiles are handed on, so they must not hold any.")
                           .arg(secret.left(maxName)));
    const QJsonArray array = object.value("profiles"_L1).toArray();
    if (array.size() > maxProfiles)
        return invalid(Texts::tr("There are more than %n profiles in it.", nullptr, static_cast<int>(maxProfiles)));
    ProfileFile file;
    for (const QJsonValue &element : array) {
        const Result<Profile> profile = profileIn(element.toObject(), from);
        if (!profile)
            return invalid(Texts::tr("Profile %1: %2", "%1 a number, %2 what is wrong with it")
                               .arg(file.profiles.size() + 1)
                               .arg(profile.error().message));
        const auto isSame = [&profile](const Profile &other) { return other.name.compare(profile->name, Qt::CaseInsensitive) == 0; };
        if (std::any_of(file.profiles.cbegin(), file.profiles.cend(), isSame))
            return invalid(Texts::tr("Two of its profiles have the name “%1”.").arg(profile->name));
        file.profiles.append(*profile);
    }
    if (from == From::Policy)
        file.network = object.value("network"_L1).toObject().toVariantMap();
    else if (file.profiles.isEmpty())
        return invalid(Texts::tr("There is no profile in the file."));
    return file;
}

Result<ProfileFile> ProfileFile::read(const QString &path, From from)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return parse(file.read(maxBytes + 1), from);
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = Texts::tr("%1 cannot be read: %2.", "file, reason").arg(path, file.errorString());
    return Unexpected{error};
}

QByteArray ProfileFile::write(const QList<Profile> &profiles)
{
    QJsonArray array;
    for (const Profile &profile : profiles) {
        QJsonObject object{{u"name"_s, profile.name}, {u"url"_s, profile.baseUrl.toString()}, {u"signIn"_s, textOf(profile.signIn)}};
        if (profile.signIn != SignInWay::Token)
            object.insert("identityUrl"_L1, profile.identityUrl.toString());
        if (!profile.dataUrl.isEmpty())
            object.insert("dataUrl"_L1, profile.dataUrl.toString());
        if (!profile.clientId.isEmpty())
            object.insert("clientId"_L1, profile.clientId);
        if (!profile.colour.isEmpty())
            object.insert("colour"_L1, profile.colour);
        if (profile.production)
            object.insert("production"_L1, *profile.production);
        array.append(object);
    }
    return QJsonDocument(QJsonObject{{u"format"_s, formatName}, {u"version"_s, formatVersion}, {u"profiles"_s, array}}).toJson();
}

std::optional<SignInWay> ProfileFile::wayFrom(const QString &text)
{
    const auto *known = std::find_if(ways.begin(), ways.end(), [&](const auto &way) { return way.second == text; });
    return known == ways.end() ? std::nullopt : std::optional(known->first);
}

QString ProfileFile::textOf(SignInWay way)
{
    const auto *known = std::find_if(ways.begin(), ways.end(), [&](const auto &entry) { return entry.first == way; });
    return known == ways.end() ? QString() : QString(known->second);
}

} // namespace desk
