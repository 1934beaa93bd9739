#include "state/commandrules.h"

#include "auth/authmanager.h"
#include "domain/account.h"
#include "domain/capabilities.h"
#include "state/workspace.h"

using namespace Qt::StringLiterals;

namespace desk {

CommandRules::CommandRules(const Workspace &workspace)
    : m_workspace(workspace)
{
}

std::optional<QString> CommandRules::whyNot(Command command) const
{
    const AuthManager *session = m_workspace.session();
    const bool isKnown = m_workspace.state() == Workspace::State::Ready; // before, the server has not said what it can
    const Profile &profile = m_workspace.profile();
    if (command == Command::AttachFiles && isKnown && !m_workspace.capabilities().has(feature::files) &&
        (profile.kind != Profile::Kind::Team || profile.dataUrl.isEmpty()))
        return tr("This server takes no files with messages. If the team has a file service, enter its address in the profile.");
    return whyNot(command, session ? &session->person() : nullptr, m_workspace.capabilities());
}

bool CommandRules::isOffered(Command command) const
{
    return command != Command::Administer || !whyNot(command);
}

std::optional<QString> CommandRules::whyNot(Command command, const Account *account, const Capabilities &capabilities)
{
    switch (command) {
    case Command::Chat:
        return missing(account, {u"agent.execute"_s});
    case Command::AttachFiles:
        return missing(account, {u"data.write"_s});
    case Command::StopRun:
        if (!capabilities.has(feature::runCancel))
            return tr("This server cannot stop a run.");
        return missing(account, {u"agent.execute"_s});
    case Command::Administer:
        if (!account || !account->isAdmin()) // nobody is an administrator of their own computer's workspace, or by default
            return tr("Only for people with the role “%1”.").arg(u"Admin"_s);
        return {};
    }
    return {};
}

// Without an account, or with one that names no scope, nothing is known to be missing.
std::optional<QString> CommandRules::missing(const Account *account, const QStringList &scopes)
{
    if (!account || account->scopes.isEmpty())
        return {};
    const QStringList lacking = account->missingScopes(scopes);
    if (lacking.isEmpty())
        return {};
    return tr("Your account lacks the permission “%1”. Ask whoever manages the server.").arg(lacking.join(u"”, “"_s));
}

} // namespace desk
