#include "state/chat/toolapproval.h"

#include "api/apiclient.h"
#include "api/endpoints/runsapi.h"
#include "api/transport.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto approveId = "approve"_L1;
constexpr auto toolChanged = "tool_changed"_L1;
constexpr qint64 longestWaitMs = 3'600'000; // then the clock is looked at again

} // namespace

ToolApproval::ToolApproval(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ToolApproval::watchDeadline);
}

const Prompt &ToolApproval::prompt() const
{
    static const Prompt none;
    return m_asked.isEmpty() ? none : m_asked.constFirst().prompt;
}

bool ToolApproval::canApprove() const
{
    return prompt().optionIds.contains(approveId) && !prompt().program.isEmpty() && !prompt().toolName.isEmpty() && !m_hasChanged;
}

void ToolApproval::ask(const RunId &run, const Prompt &prompt)
{
    const auto isIt = [&](const Asked &asked) { return asked.run == run && asked.prompt == prompt; };
    if (std::any_of(m_asked.cbegin(), m_asked.cend(), isIt) || std::any_of(m_over.cbegin(), m_over.cend(), isIt))
        return;
    const bool isStale = m_state == State::Expired; // the run went on without it
    if (isStale)
        passOver();
    m_asked.append({run, prompt});
    if (isStale || m_asked.size() == 1)
        showNext();
}

void ToolApproval::noteBegun(const QString &tool, const QString &callId)
{
    m_begun.append(callId.isEmpty() ? tool : callId);
    take(tool);
}

void ToolApproval::noteEnded(const QString &tool, const QString &callId)
{
    if (!m_begun.removeOne(callId.isEmpty() ? tool : callId))
        take(tool);
}

void ToolApproval::take(const QString &tool)
{
    const auto isIt = [&tool](const Asked &asked) { return asked.prompt.toolName == tool || asked.prompt.toolName.isEmpty(); };
    if (const auto over = std::find_if(m_over.cbegin(), m_over.cend(), isIt); over != m_over.cend()) {
        m_over.erase(over);
        return;
    }
    const auto asked = std::find_if(m_asked.cbegin(), m_asked.cend(), isIt);
    if (asked == m_asked.cend())
        return;
    const bool isShown = asked == m_asked.cbegin();
    m_asked.erase(asked);
    if (isShown)
        showNext();
}

void ToolApproval::passOver()
{
    m_over.append(m_asked.takeFirst());
}

void ToolApproval::withdraw()
{
    m_over.clear();
    m_begun.clear();
    if (m_asked.isEmpty())
        return;
    m_asked.clear();
    showNext();
}

void ToolApproval::close()
{
    if (m_state != State::Expired)
        return;
    passOver();
    showNext();
}

void ToolApproval::showNext()
{
    ++m_answer;
    m_error = {};
    m_hasChanged = false;
    m_deadline.stop();
    setState(m_asked.isEmpty() ? State::None : State::Asked);
    watchDeadline();
}

void ToolApproval::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

// By the server's clock. What is on its way then is the server's to decide.
void ToolApproval::watchDeadline()
{
    const QDateTime end = prompt().expiresAt;
    if (!end.isValid() || (m_state != State::Asked && m_state != State::Failed))
        return;
    const qint64 left = m_api.transport().policy().clock.toServer(QDateTime::currentDateTimeUtc()).msecsTo(end);
    if (left <= 0)
        setState(State::Expired);
    else
        m_deadline.start(static_cast<int>(std::min(left, longestWaitMs)));
}

void ToolApproval::approve()
{
    if (canApprove())
        answer(approveId);
}

void ToolApproval::refuse()
{
    const QStringList &ids = prompt().optionIds;
    const auto other = std::find_if(ids.cbegin(), ids.cend(), [](const QString &id) { return id != approveId; });
    if (other != ids.cend())
        answer(*other);
}

void ToolApproval::answer(const QString &optionId)
{
    if (m_state != State::Asked && m_state != State::Failed)
        return;
    const Asked asked = m_asked.constFirst();
    m_deadline.stop();
    m_error = {};
    const quint64 number = ++m_answer;
    setState(State::Answering);
    if (number != m_answer)
        return; // whoever heard of it ended the run
    m_api.runs().answer(asked.run, optionId, asked.prompt.argumentsHash)->then(this, [this, number](const Result<> &outcome) {
        if (number == m_answer)
            onAnswered(outcome ? nullptr : &outcome.error());
    });
}

void ToolApproval::onAnswered(const Error *error)
{
    const bool stillWaits = error && (!error->isFinal() || error->code == toolChanged || error->code == "elsewhere"_L1);
    if (stillWaits) {
        m_error = *error;
        m_hasChanged = error->code == toolChanged; // it can be refused
        setState(error->kind == Error::Kind::Cancelled ? State::Asked : State::Failed);
        return watchDeadline();
    }
    if (error)
        Q_EMIT lapsed(lapse(*error));
    if (m_state != State::Answering)
        return; // whoever heard of it ended the run
    passOver();
    showNext();
}

// In our words where the server says which of its refusals it is.
Error ToolApproval::lapse(const Error &error)
{
    Error told = error;
    if (error.code == "already_answered"_L1)
        told.message = tr("This call was answered already; the first answer counts.");
    else if (error.code == "approval_expired"_L1)
        told.message = tr("The answer came too late: the tool was not run.");
    else if (error.code == "other_call"_L1)
        told.message = tr("What is asked has changed since it was shown. The answer does not count: look at what is asked now.");
    else if (error.code == "not_waiting"_L1)
        told.message = tr("Nothing waits for this answer any more.");
    else
        return told;
    told.nextStep.clear();
    return told;
}

} // namespace desk
