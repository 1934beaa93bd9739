#include "gui/approvals/waitingpane.h"

#include "gui/approvals/humanstepcard.h"
#include "gui/chat/approval/approvalcard.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto approveId = "approve"_L1;

} // namespace

WaitingPane::WaitingPane(QWidget *parent)
    : QWidget(parent)
    , m_question(new HumanStepCard(this))
    , m_call(new ApprovalCard(ApprovalCard::For::Workflow, this))
    , m_stop(new QPushButton(tr("Stop the execution"), this))
{
    setObjectName(u"waitingPane"_s);
    m_stop->setObjectName(u"waitingStop"_s);
    m_stop->setAutoDefault(false);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(Theme::space(this));
    box->addWidget(m_question);
    box->addWidget(m_call);
    box->addWidget(m_stop, 0, Qt::AlignLeading);
    connect(m_question, &HumanStepCard::answered, this, &WaitingPane::answered);
    connect(m_question, &HumanStepCard::stopRequested, this, &WaitingPane::stopRequested);
    connect(m_call, &ApprovalCard::approved, this, [this] { answerCall(true); });
    connect(m_call, &ApprovalCard::refused, this, [this] { answerCall(false); });
    connect(m_call, &ApprovalCard::closed, this, &WaitingPane::clear);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (!m_call->isGuarded())
            Q_EMIT stopRequested(m_row.key);
    });
    clear();
}

void WaitingPane::showRow(const WaitingApproval &row)
{
    m_row = row;
    m_stop->setVisible(row.step.isTool);
    m_stop->setEnabled(row.state != WaitingApproval::State::Answering);
    if (row.step.isTool) {
        m_question->clear();
        showCall();
    } else {
        m_call->clear();
        m_question->showStep(row);
    }
    show();
}

// One that does not say what it is can be refused and no more.
void WaitingPane::showCall()
{
    using State = WaitingApproval::State;
    const Prompt &prompt = m_row.step.prompt;
    const bool mayApprove = m_row.mayApprove && m_row.resumes && prompt.isApproval() && prompt.optionIds.contains(approveId) &&
                            !prompt.toolName.isEmpty() && !prompt.program.isEmpty();
    m_call->showCall(prompt, mayApprove);
    const ApprovalCard::Phase phase = m_row.state == State::Answering ? ApprovalCard::Phase::Answering
                                      : m_row.state == State::Expired ? ApprovalCard::Phase::Expired
                                                                      : ApprovalCard::Phase::Asked;
    m_call->setPhase(phase, m_row.state == State::Failed ? displayLine(m_row.error.userText(), 600) : QString());
}

void WaitingPane::answerCall(bool approves)
{
    const QStringList &ids = m_row.step.prompt.optionIds;
    const auto refusal = std::find_if(ids.cbegin(), ids.cend(), [](const QString &id) { return id != approveId; });
    if (approves)
        Q_EMIT answered(m_row.key, approveId, {});
    else if (refusal != ids.cend())
        Q_EMIT answered(m_row.key, *refusal, {});
}

void WaitingPane::clear()
{
    m_row = {};
    m_question->clear();
    m_call->clear();
    hide();
}

void WaitingPane::focusAnswer()
{
    m_row.step.isTool ? m_call->focusRefuse() : m_question->focusComment();
}

void WaitingPane::setGuardTime(int ms)
{
    m_question->setGuardTime(ms);
    m_call->setGuardTime(ms);
}

} // namespace desk
