#include "state/settings/savedsearches.h"

#include "domain/profile.h"
#include "state/settings.h"

#include <QUuid>
#include <QVariantMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int formatVersion = 1;

QString lineOf(const QString &text, qsizetype longest)
{
    QString line = text;
    line.removeIf([](QChar c) { return c.category() == QChar::Other_Control && !c.isSpace(); });
    line = line.simplified().left(longest);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line;
}

bool isBefore(const SavedSearch &a, const SavedSearch &b)
{
    const int order = QString::localeAwareCompare(a.name.toCaseFolded(), b.name.toCaseFolded()); // some languages compare bytes
    return order != 0 ? order < 0 : a.id < b.id;
}

} // namespace

SavedSearches::SavedSearches(Settings &settings, const Profile &profile)
    : m_settings(settings)
    , m_profile(profile.id.isEmpty() ? profile.name : profile.id)
{
    read();
}

void SavedSearches::read()
{
    m_all.clear();
    const QVariantMap kept = m_settings.value(Settings::Key::SavedSearches).toMap().value(m_profile).toMap();
    m_isOurs = kept.isEmpty() || kept.value(u"version"_s).toInt() == formatVersion;
    if (!m_isOurs)
        return;
    const QVariantList rows = kept.value(u"searches"_s).toList();
    for (const QVariant &row : rows) {
        const QVariantMap map = row.toMap();
        const SavedSearch search{map.value(u"id"_s).toString(), lineOf(map.value(u"name"_s).toString(), longestName),
                                 lineOf(map.value(u"text"_s).toString(), longestText)};
        if (m_all.size() < most && !search.id.isEmpty() && !search.name.isEmpty() && !search.text.isEmpty() && !find(search.id))
            m_all.append(search);
    }
    std::sort(m_all.begin(), m_all.end(), isBefore);
}

const SavedSearch *SavedSearches::find(const QString &id) const
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [&id](const SavedSearch &one) { return one.id == id; });
    return found == m_all.cend() ? nullptr : &*found;
}

QString SavedSearches::save(const QString &name, const QString &text)
{
    const QString line = lineOf(text, longestText);
    const auto same = std::find_if(m_all.cbegin(), m_all.cend(), [&line](const SavedSearch &one) { return one.text == line; });
    if (same != m_all.cend())
        return same->id;
    if (!canSave() || line.isEmpty())
        return {};
    const QString title = lineOf(name, longestName);
    m_all.append({QUuid::createUuid().toString(QUuid::WithoutBraces), title.isEmpty() ? line.left(longestName) : title, line});
    const QString id = m_all.constLast().id;
    write();
    return id;
}

bool SavedSearches::rename(const QString &id, const QString &name)
{
    const QString line = lineOf(name, longestName);
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&id](const SavedSearch &one) { return one.id == id; });
    if (found == m_all.end() || line.isEmpty())
        return false;
    found->name = line;
    write();
    return true;
}

std::optional<SavedSearch> SavedSearches::remove(const QString &id)
{
    const SavedSearch *found = find(id);
    if (!found)
        return std::nullopt;
    const SavedSearch gone = *found;
    m_all.removeOne(gone);
    write();
    return gone;
}

void SavedSearches::restore(const SavedSearch &search)
{
    read();
    const auto isSame = [&search](const SavedSearch &one) { return one.id == search.id || one.text == search.text; };
    if (!canSave() || std::any_of(m_all.cbegin(), m_all.cend(), isSame))
        return;
    m_all.append(search);
    write();
}

void SavedSearches::write()
{
    std::sort(m_all.begin(), m_all.end(), isBefore);
    QVariantList rows;
    for (const SavedSearch &search : std::as_const(m_all))
        rows.append(QVariantMap{{u"id"_s, search.id}, {u"name"_s, search.name}, {u"text"_s, search.text}});
    QVariantMap all = m_settings.value(Settings::Key::SavedSearches).toMap();
    if (rows.isEmpty())
        all.remove(m_profile);
    else
        all.insert(m_profile, QVariantMap{{u"version"_s, formatVersion}, {u"searches"_s, rows}});
    m_settings.set(Settings::Key::SavedSearches, all);
}

} // namespace desk
