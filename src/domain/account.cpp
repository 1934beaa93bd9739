#include "domain/account.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool covers(const QString &granted, const QString &wanted)
{
    if (granted == u"*" || granted == wanted)
        return true;
    if (!granted.endsWith(".*"_L1))
        return false;
    const QStringView area = QStringView(granted).chopped(2);
    return wanted == area || (wanted.startsWith(area) && wanted.at(area.size()) == u'.');
}

} // namespace

QString Account::label() const
{
    if (!displayName.isEmpty())
        return displayName;
    return email.isEmpty() ? id : email;
}

bool Account::hasRole(const QString &role) const
{
    const QString wanted = role.trimmed().toCaseFolded();
    return std::any_of(roles.cbegin(), roles.cend(), [&wanted](const QString &own) { return own.trimmed().toCaseFolded() == wanted; });
}

bool Account::isAdmin() const
{
    return hasRole(u"admin"_s) || hasRole(u"administrator"_s);
}

bool Account::hasScope(const QString &scope) const
{
    return std::any_of(scopes.cbegin(), scopes.cend(), [&scope](const QString &granted) { return covers(granted, scope); });
}

QStringList Account::missingScopes(const QStringList &wanted) const
{
    QStringList out;
    std::copy_if(wanted.cbegin(), wanted.cend(), std::back_inserter(out), [this](const QString &scope) { return !hasScope(scope); });
    return out;
}

} // namespace desk
