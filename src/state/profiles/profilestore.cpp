#include "state/profiles/profilestore.h"

#include "state/profiles/profilefile.h"
#include "state/settings.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

ProfileStore::ProfileStore(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    QList<Profile> known = teams();
    bool isNew = false;
    for (Profile &team : known) {
        if (team.id.isEmpty()) {
            team.id = newId();
            isNew = true;
        }
    }
    if (isNew)
        write(known);
    connect(&m_settings, &Settings::changed, this, [this](Settings::Key key) {
        if (key == Settings::Key::Profiles)
            Q_EMIT changed();
    });
}

Profile ProfileStore::local()
{
    Profile profile{Profile::Kind::Local, Profile::localName()};
    profile.id = u"local"_s;
    profile.signIn = SignInWay::None;
    return profile;
}

QList<Profile> ProfileStore::teams() const
{
    QList<Profile> teams;
    const QVariantList stored = m_settings.value(Settings::Key::Profiles).toList();
    for (const QVariant &entry : stored) {
        const QVariantMap map = entry.toMap();
        Profile profile{Profile::Kind::Team, map.value(u"name"_s).toString(), QUrl(map.value(u"url"_s).toString())};
        profile.id = map.value(u"id"_s).toString();
        profile.identityUrl = QUrl(map.value(u"identityUrl"_s).toString());
        profile.dataUrl = QUrl(map.value(u"dataUrl"_s).toString());
        profile.signIn = ProfileFile::wayFrom(map.value(u"signIn"_s).toString()).value_or(SignInWay::Token);
        profile.clientId = map.value(u"clientId"_s).toString();
        profile.colour = map.value(u"colour"_s).toString();
        if (const QVariant said = map.value(u"production"_s); said.typeId() == QMetaType::Bool)
            profile.production = said.toBool();
        profile.certificateFile = map.value(u"certificate"_s).toString();
        if (!profile.name.isEmpty())
            teams.append(profile);
    }
    return teams;
}

QList<Profile> ProfileStore::all() const
{
    return QList<Profile>{local()} + m_managed + teams();
}

std::optional<Profile> ProfileStore::find(const QString &idOrName) const
{
    const QList<Profile> known = all();
    for (const auto member : {&Profile::id, &Profile::name}) {
        const auto found = std::find_if(known.begin(), known.end(), [&](const Profile &profile) { return profile.*member == idOrName; });
        if (found != known.end())
            return *found;
    }
    return {};
}

void ProfileStore::setManaged(const QList<Profile> &managed)
{
    m_managed = managed;
    Q_EMIT changed();
}

Profile ProfileStore::lastOpened() const
{
    return find(m_settings.text(Settings::Key::Profile)).value_or(local());
}

void ProfileStore::noteOpened(const Profile &profile)
{
    m_settings.set(Settings::Key::Profile, profile.id);
}

Profile ProfileStore::save(Profile profile)
{
    QList<Profile> known = teams();
    if (profile.id.isEmpty())
        profile.id = newId();
    const auto same = std::find_if(known.begin(), known.end(), [&](const Profile &other) { return other.id == profile.id; });
    if (same == known.end())
        known.append(profile);
    else
        *same = profile;
    write(known);
    return profile;
}

void ProfileStore::remove(const QString &id)
{
    QList<Profile> known = teams();
    if (known.removeIf([&id](const Profile &profile) { return profile.id == id; }) > 0)
        write(known);
}

void ProfileStore::write(const QList<Profile> &teams)
{
    QVariantList stored;
    for (const Profile &team : teams) {
        QVariantMap map{{u"id"_s, team.id},
                        {u"name"_s, team.name},
                        {u"url"_s, team.baseUrl.toString()},
                        {u"identityUrl"_s, team.identityUrl.toString()},
                        {u"dataUrl"_s, team.dataUrl.toString()},
                        {u"signIn"_s, ProfileFile::textOf(team.signIn)},
                        {u"clientId"_s, team.clientId},
                        {u"colour"_s, team.colour},
                        {u"certificate"_s, team.certificateFile}};
        if (team.production)
            map.insert(u"production"_s, *team.production);
        stored.append(map);
    }
    m_settings.set(Settings::Key::Profiles, stored);
}

const QStringList &ProfileStore::colours()
{
    static const QStringList list{QString(),    u"#d03b3b"_s, u"#c77700"_s, u"#2b8a3e"_s,
                                  u"#0b7285"_s, u"#1864ab"_s, u"#6741d9"_s, u"#a61e4d"_s};
    return list;
}

} // namespace desk
