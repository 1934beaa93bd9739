#include "gui/profiles/profilename.h"

#include "domain/profile.h"

#include <QCoreApplication>

namespace desk {

QString displayName(const Profile &profile)
{
    return profile.kind == Profile::Kind::Local ? QCoreApplication::translate("desk::ProfileList", "Local workspace") : profile.name;
}

} // namespace desk
