#include "state/profiles/productionprofile.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

bool isProduction(const Profile &profile)
{
    return profile.production.value_or(seemsProduction(profile));
}

bool seemsProduction(const Profile &profile)
{
    static const QStringList words{u"prod"_s, u"production"_s, u"produktion"_s, u"produktiv"_s, u"produktivsystem"_s, u"prd"_s, u"live"_s};
    static const QRegularExpression between(u"[^\\p{L}]+"_s);
    const QString said = profile.name + u' ' + profile.baseUrl.host() + u' ' + profile.baseUrl.path();
    const QStringList found = said.toCaseFolded().split(between, Qt::SkipEmptyParts);
    return std::any_of(found.cbegin(), found.cend(), [](const QString &word) { return words.contains(word); });
}

} // namespace desk
