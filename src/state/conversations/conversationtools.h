#pragma once

#include "state/conversations/conversationremovals.h"
#include "state/conversations/peoplelookup.h"
#include "state/store/conversationmarks.h"
#include "state/store/filehashes.h"
#include "state/store/importrecords.h"
#include "state/store/unfinishedimports.h"

#include <QObject>

namespace desk {

class ApiClient;
class ChatSessions;
class ConversationImport;
class ConversationShares;
class ConversationStore;
class StoreThread;
class Workspace;

// What can be done with conversations beside talking: marks, deleting with a way back, sharing, taking in files. One object for whoever
// shows a list of them; all of it belongs to one account at a time.
class ConversationTools : public QObject
{
    Q_OBJECT
public:
    ConversationTools(ApiClient &api, StoreThread &store, ConversationStore &conversations, ChatSessions &sessions, Workspace &workspace,
                      QObject *parent = nullptr);

    void open(const QString &account);   // AuthManager::account()
    void rename(const QString &account); // it has got its name, see ConversationMarks
    void forget(const QString &account);
    void clear(); // before another workspace is opened

    [[nodiscard]] ConversationMarks &marks() { return m_marks; }
    [[nodiscard]] ConversationRemovals &removals() { return m_removals; }
    [[nodiscard]] ImportRecords &imports() { return m_imports; }
    [[nodiscard]] UnfinishedImports &unfinishedImports() { return m_unfinished; }
    [[nodiscard]] FileHashes &fileHashes() { return m_fileHashes; }

    // All belong to parent.
    [[nodiscard]] ConversationShares *newShares(const ConversationId &conversation, QObject *parent);
    [[nodiscard]] PeopleLookup *newPeopleLookup(QObject *parent);
    [[nodiscard]] ConversationImport *newImport(QObject *parent);

Q_SIGNALS:
    void notKept(const desk::Error &error); // the disk does not take a mark

private:
    ApiClient &m_api;
    ConversationStore &m_conversations;
    Workspace &m_workspace;
    ConversationMarks m_marks;
    ConversationRemovals m_removals;
    ImportRecords m_imports;
    UnfinishedImports m_unfinished;
    FileHashes m_fileHashes;
    KnownPeople m_people;
};

} // namespace desk
