#include "gui/chat/approval/approvalcontrol.h"

#include "gui/chat/approval/approvalcard.h"
#include "gui/text/textlimiter.h"
#include "state/chat/chatsession.h"

#include <QApplication>

namespace desk {

ApprovalControl::ApprovalControl(ApprovalCard &card, QObject *parent)
    : QObject(parent)
    , m_card(card)
{
    connect(&card, &ApprovalCard::approved, this, [this] {
        if (m_approval)
            m_approval->approve();
    });
    connect(&card, &ApprovalCard::refused, this, [this] {
        if (m_approval)
            m_approval->refuse();
    });
    connect(&card, &ApprovalCard::closed, this, [this] {
        if (m_approval)
            m_approval->close();
    });
    connect(&card, &ApprovalCard::escapePressed, this, &ApprovalControl::leftFocus);
}

void ApprovalControl::setSession(ChatSession *session)
{
    setApproval(session == nullptr ? nullptr : &session->approval());
}

void ApprovalControl::setApproval(ToolApproval *approval)
{
    if (m_approval != approval) {
        if (m_approval)
            m_approval->disconnect(this);
        m_card.clear(); // of another
        m_approval = approval;
        if (m_approval) {
            connect(m_approval, &ToolApproval::changed, this, &ApprovalControl::update);
            connect(m_approval, &ToolApproval::lapsed, this, &ApprovalControl::lapsed);
            connect(m_approval, &QObject::destroyed, &m_card, &ApprovalCard::clear);
        }
    }
    update();
}

void ApprovalControl::update()
{
    using State = ToolApproval::State;
    const State state = m_approval ? m_approval->state() : State::None;
    const QWidget *focus = QApplication::focusWidget();
    const bool hadFocus = focus != nullptr && m_card.isAncestorOf(focus);
    if (state == State::None) {
        m_card.clear();
        if (hadFocus)
            Q_EMIT leftFocus();
        return;
    }
    const bool wasHidden = m_card.isHidden();
    m_card.showCall(m_approval->prompt(), m_approval->canApprove());
    const ApprovalCard::Phase phase = state == State::Answering ? ApprovalCard::Phase::Answering
                                      : state == State::Expired ? ApprovalCard::Phase::Expired
                                                                : ApprovalCard::Phase::Asked;
    m_card.setPhase(phase, state == State::Failed ? displayLine(m_approval->error().userText(), 600) : QString());
    if (wasHidden)
        Q_EMIT appeared();
}

} // namespace desk
