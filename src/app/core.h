#pragma once

#include "api/apiclient.h"
#include "api/transport.h"
#include "app/options.h"
#include "auth/authmanagers.h"
#include "auth/datatokens.h"
#include "auth/profiletokensource.h"
#include "auth/secretstore.h"
#include "state/chat/fileuploads.h"
#include "state/conversations/conversationstore.h"
#include "state/networksetup.h"
#include "state/profiles/adminpolicy.h"
#include "state/profiles/profilestore.h"
#include "state/settings.h"
#include "state/workspace.h"

namespace desk {

// What the window and the headless ask share, in order of dependence: destruction runs backwards through it.
class Core
{
public:
    // secrets outlives this object.
    Core(const Options &options, SecretStore &secrets, const AuthServices &services = {});

    // The named workspace, or the one of the settings; nothing for a name nobody knows.
    [[nodiscard]] std::optional<Profile> profile(const QString &name) const;
    // The language model of the command line or the settings, for the turns of this start. key is only asked of the keychain when the
    // settings say there is one.
    void applyProvider();
    [[nodiscard]] bool hasProviderKey() const { return m_hasProviderKey; }

    Settings settings;
    AdminPolicy policy;
    ProfileStore profiles;
    AuthManagers sessions;
    ProfileTokenSource tokens;
    DataTokens dataTokens;
    Transport transport;
    Transport dataTransport; // to the team's file service
    NetworkSetup network;
    ApiClient api;
    Workspace workspace;
    FileUploads uploads;
    ConversationStore conversations;

private:
    const Options &m_options;
    SecretStore &m_secrets;
    bool m_hasProviderKey = false;
};

} // namespace desk
