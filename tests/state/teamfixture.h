#pragma once

#include "api/apiclient.h"
#include "api/stream/streamhub.h"
#include "api/transport.h"
#include "auth/authmanagers.h"
#include "auth/memorystore.h"
#include "auth/profiletokensource.h"
#include "state/conversations/conversationstore.h"
#include "state/workspace.h"
#include "support/faultserver.h"

#include <QTest>

namespace desk::test {

// An open workspace against a scripted server, everything real but the server's wits. Requests the test does not script get the
// answers of an empty server; `features` empty plays the team server, which has no /capabilities.
struct TeamFixture {
    FaultServer::Handler script;
    QByteArray features;
    FaultServer server{[this](const Received &request) { return answer(request); }};
    MemoryStore secrets;
    AuthManagers accounts{secrets};
    ProfileTokenSource tokens;
    Transport transport{tokens};
    ApiClient api{transport};
    Workspace workspace{api, tokens, accounts, {}};
    ConversationStore conversations{api};

    // Call it inside QVERIFY.
    [[nodiscard]] bool open()
    {
        workspace.open({Profile::Kind::Team, QStringLiteral("team"), server.url()});
        return QTest::qWaitFor([this] { return workspace.state() == Workspace::State::Ready; }, 5000);
    }

private:
    Scripted answer(const Received &request)
    {
        if (request.target == "/capabilities")
            return features.isEmpty() ? reply(404, R"({"detail":"Not Found"})")
                                      : json(R"({"server":"x","version":"1","api":1,"features":[)" + features + "]}");
        if (script) {
            const Scripted scripted = script(request);
            if (!scripted.pieces.isEmpty() || scripted.end != Scripted::End::KeepAlive)
                return scripted;
        }
        if (request.target.startsWith("/conversations?"))
            return json(R"({"conversations":[],"total":0})");
        if (request.target.startsWith("/conversations/") && request.target.contains("/messages"))
            return json(R"({"messages":[],"total":0})");
        if (request.target.startsWith("/conversations/"))
            return json(R"({"id":"c1","title":"T"})");
        return reply(404, R"({"detail":"Not Found"})");
    }
};

inline const QByteArray localFeatures =
    R"("stream_ids","stream_resume","heartbeat","run_cancel","chat_detach","idempotency","files","run_retry")";

} // namespace desk::test
