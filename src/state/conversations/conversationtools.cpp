#include "state/conversations/conversationtools.h"

#include "state/conversations/conversationshares.h"
#include "state/export/conversationimport.h"

namespace desk {

ConversationTools::ConversationTools(ApiClient &api, StoreThread &store, ConversationStore &conversations, ChatSessions &sessions,
                                     Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_conversations(conversations)
    , m_workspace(workspace)
    , m_marks(store)
    , m_removals(conversations, m_marks, sessions, workspace)
    , m_imports(store)
    , m_unfinished(store)
    , m_fileHashes(store)
{
    connect(&m_marks, &ConversationMarks::notKept, this, &ConversationTools::notKept);
}

void ConversationTools::open(const QString &account)
{
    m_removals.clear();
    m_people.clear();
    m_imports.open(account);
    m_unfinished.open(account);
    m_fileHashes.open(account);
    m_marks.open(account);
}

void ConversationTools::rename(const QString &account)
{
    m_imports.open(account);
    m_unfinished.open(account);
    m_fileHashes.open(account);
    m_marks.rename(account);
}

void ConversationTools::forget(const QString &account)
{
    m_removals.clear();
    m_people.clear();
    m_marks.forget(account);
}

void ConversationTools::clear()
{
    m_removals.clear();
    m_people.clear();
}

ConversationShares *ConversationTools::newShares(const ConversationId &conversation, QObject *parent)
{
    return new ConversationShares(m_api, conversation, parent);
}

PeopleLookup *ConversationTools::newPeopleLookup(QObject *parent)
{
    return new PeopleLookup(m_workspace, m_people, parent);
}

ConversationImport *ConversationTools::newImport(QObject *parent)
{
    return new ConversationImport(m_api, m_conversations, m_unfinished, parent);
}

} // namespace desk
