#pragma once

#include "domain/error.h"
#include "domain/result.h"
#include "state/agents/scratch/scratchthing.h"

#include <QObject>

namespace desk {

class ApiClient;

// Removes what one trial made, the conversation first: with it ends what a server still works on. What has no known id is looked for by
// its name. Something that is gone already is gone. Emits done() once; nothing when it is deleted before. GUI thread.
class ScratchRemoval : public QObject
{
    Q_OBJECT
public:
    ScratchRemoval(ApiClient &api, ScratchThing thing, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void done(const desk::ScratchThing &left, const desk::Result<> &outcome); // an error: something is left, or may be

private:
    void clearConversation();
    void lookForConversation();
    void removeConversation();
    void clearAgent();
    void lookForAgent();
    void removeAgent();
    void keep(const Error &error);
    void finish();

    ApiClient &m_api;
    ScratchThing m_thing;
    Result<> m_outcome;
};

} // namespace desk
