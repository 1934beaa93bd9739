#include "state/profiles/adminpolicy.h"

#include "domain/log.h"
#include "state/profiles/profilefile.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace desk {

AdminPolicy AdminPolicy::read(const QString &path)
{
    AdminPolicy policy;
    if (!QFileInfo::exists(path))
        return policy;
    const Result<ProfileFile> file = ProfileFile::read(path, ProfileFile::From::Policy);
    if (file) {
        policy.profiles = file->profiles;
        policy.network = file->network;
    } else {
        policy.problem = file.error();
        qCWarning(logState) << "the policy of this computer is not used:" << file.error().message;
    }
    return policy;
}

QString AdminPolicy::systemFile()
{
#if defined(Q_OS_WIN)
    return qEnvironmentVariable("ProgramData", u"C:/ProgramData"_s) + u"/Agent Desk/policy.json"_s;
#elif defined(Q_OS_MACOS)
    return u"/Library/Application Support/Agent Desk/policy.json"_s;
#else
    return u"/etc/agentdesk/policy.json"_s;
#endif
}

} // namespace desk
