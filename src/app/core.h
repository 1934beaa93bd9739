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
#include "state/llm/providerbook.h"
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
    // The language model of the command line, or those of the settings with their keys, for the turns of this start. May be called again
    // when the keychain can be asked.
    void applyProvider();

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
    ProviderBook providerBook;
    FileUploads uploads;
    ConversationStore conversations;

private:
    const Options &m_options;
};

} // namespace desk
