#pragma once

#include "state/approvals/approvalsource.h"
#include "state/profiles/sideconnection.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>

namespace desk {

class ApiClient;
class ChatSession;
class ChatSessions;
class ProfileStore;
class Workspace;

// What waits for the person in all profiles (D-66): executions of the open server, of every team server that a session is kept for, and
// calls of tools in the conversations that are open here. Nobody is asked to sign in for it, and what cannot be reached is said in
// problems() and asked for less and less often. Sorted by how long it waits, those of conversations first.
//
// Nothing is answered by itself, nothing twice (APPR-02, APPR-04). Lives in the GUI thread; what it is made of outlives it.
class ApprovalInbox : public QObject
{
    Q_OBJECT
public:
    struct Services {
        ApiClient &api; // of the workspace
        Workspace &workspace;
        ProfileStore &profiles;
        ChatSessions &sessions;
        SideConnection::Services side;
        ApprovalSource::Pace pace = {};
    };
    struct Problem { // of one profile
        QString profileName;
        Error error;
    };

    explicit ApprovalInbox(Services services, QObject *parent = nullptr);
    ~ApprovalInbox() override;

    void refresh();                                // everything, now
    void retryNow();                               // there may be a way to the servers again (D-03)
    void note(const WorkflowExecution &execution); // of the open server: somebody here began it, changed it or looks at it

    // Of a step, not of a conversation's call, which is answered through its ToolApproval. A key that is gone: nothing.
    void answer(const QString &key, const QString &optionId, const QString &comment);
    void stop(const QString &key);

    [[nodiscard]] const QList<WaitingApproval> &rows() const { return m_rows; }
    [[nodiscard]] const WaitingApproval *find(const QString &key) const; // null: it is gone. Valid until the next change
    [[nodiscard]] int count() const;                                     // that can be answered
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] bool isLoaded() const; // the open server, or any other, has said what waits
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }

Q_SIGNALS:
    void changed();
    void appeared(const desk::WaitingApproval &row); // something new waits, each once; changed() came before
    void vanished(const QString &key);
    void lapsed(const desk::WaitingApproval &row, const desk::Error &error); // an answer came to nothing for good
    void executionChanged(const desk::WorkflowExecution &execution);         // of the open server, by an answer or a stop

private:
    struct Side;

    void onWorkspace();
    void updateSides();
    void openSide(const Profile &profile);
    void onSide(Side &side);
    void addChat(const ConversationId &id);
    void connectSource(ApprovalSource &source);
    void update();
    [[nodiscard]] QList<WaitingApproval> chatRows() const;
    [[nodiscard]] QList<const ApprovalSource *> sources() const;
    [[nodiscard]] ApprovalSource *sourceOf(const QString &key);

    Services m_services;
    ApprovalSource m_open;
    std::map<QString, std::unique_ptr<Side>> m_sides; // by profile id
    QList<QPointer<ChatSession>> m_chats;             // that asked for an approval once
    QList<WaitingApproval> m_rows;
    QList<Problem> m_problems;
    QSet<QString> m_known;
    bool m_mayConnect = false; // a workspace was opened: the keychain is in use anyway
};

} // namespace desk
