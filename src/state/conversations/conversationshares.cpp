#include "state/conversations/conversationshares.h"

#include "api/apiclient.h"
#include "api/endpoints/sharesapi.h"

#include <algorithm>
#include <utility>

namespace desk {

ConversationShares::ConversationShares(ApiClient &api, ConversationId conversation, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_conversation(std::move(conversation))
{
}

void ConversationShares::load()
{
    if (std::exchange(m_busy, true))
        return;
    m_state = State::Loading;
    Q_EMIT changed();
    m_api.shares().list(m_conversation)->then(this, [this](const Result<QList<Share>> &answer) { take(answer); });
}

void ConversationShares::take(const Result<QList<Share>> &answer)
{
    m_busy = false;
    if (answer) {
        m_shares = *answer;
        m_state = State::Ready;
    } else {
        m_error = answer.error();
        // Nobody asks for a conversation that is not there: a 404 means that the server has no such thing at all.
        const bool isUnknown = m_error.kind == Error::Kind::NotFound || m_error.httpStatus == 405;
        const bool isForbidden = m_error.kind == Error::Kind::Forbidden;
        m_state = isUnknown ? State::NotOffered : isForbidden ? State::NotOurs : State::Failed;
    }
    Q_EMIT changed();
}

void ConversationShares::add(const UserId &user, ShareRole role)
{
    if (m_state != State::Ready || user.isEmpty() || std::exchange(m_busy, true))
        return;
    Q_EMIT changed();
    m_api.shares().add(m_conversation, user, role)->then(this, [this, user](const Result<Share> &answer) {
        m_busy = false;
        if (!answer)
            return fail(answer.error());
        const auto known = std::find_if(m_shares.begin(), m_shares.end(), [&](const Share &s) { return s.userId == answer->userId; });
        if (known == m_shares.end())
            m_shares.append(*answer);
        else
            *known = *answer;
        Q_EMIT changed();
    });
}

void ConversationShares::remove(const UserId &user)
{
    if (m_state != State::Ready || std::exchange(m_busy, true))
        return;
    Q_EMIT changed();
    m_api.shares().remove(m_conversation, user)->then(this, [this, user](const Result<> &answer) {
        m_busy = false;
        if (!answer && answer.error().kind != Error::Kind::NotFound)
            return fail(answer.error());
        m_shares.removeIf([&user](const Share &share) { return share.userId == user; });
        Q_EMIT changed();
    });
}

void ConversationShares::fail(const Error &error)
{
    Q_EMIT changed();
    Q_EMIT failed(error);
}

} // namespace desk
