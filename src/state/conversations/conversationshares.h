#pragma once

#include "domain/error.h"
#include "domain/result.h"
#include "domain/share.h"

#include <QList>
#include <QObject>

namespace desk {

class ApiClient;
template <typename T>
class ApiCall;

// Who else sees one conversation (CH-24, contract 3.10). Everything shows when the server has taken it: who may read is no place for
// guesses. One request at a time. Lives in the GUI thread.
class ConversationShares : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Loading,
        Ready,
        NotOffered, // this server has no shares
        NotOurs,    // only the owner may see and change them
        Failed      // see error()
    };

    ConversationShares(ApiClient &api, ConversationId conversation, QObject *parent = nullptr);

    void load();
    // user: as the server calls the person; it does not check that there is one. Again for the same person: changes the role.
    void add(const UserId &user, ShareRole role);
    void remove(const UserId &user);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QList<Share> &shares() const { return m_shares; }
    [[nodiscard]] const Error &error() const { return m_error; }

Q_SIGNALS:
    void changed();                        // state, shares or whether something is under way
    void failed(const desk::Error &error); // of a change: what is shown stays as it was

private:
    void take(const Result<QList<Share>> &answer);
    void fail(const Error &error);

    ApiClient &m_api;
    ConversationId m_conversation;
    QList<Share> m_shares;
    Error m_error;
    State m_state = State::Loading;
    bool m_busy = false;
};

} // namespace desk
