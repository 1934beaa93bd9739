#include "gui/desktop/approvalnotices.h"

#include "gui/desktop/notifier.h"
#include "gui/text/textlimiter.h"
#include "state/approvals/approvalinbox.h"
#include "state/models/waitinglistmodel.h"
#include "state/settings.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestLabel = 40; // of a button on a notice

QString noticeKey(const QString &key)
{
    return u"agentdesk:waits:"_s + key; // no conversation is called so
}

bool isTellable(const QString &text, qsizetype most)
{
    return !text.trimmed().isEmpty() && text.size() <= most && displayLine(text, most) == text;
}

// Whoever presses a button on a notice has read no more than the notice.
bool offersAnswers(const WaitingApproval &row)
{
    const Prompt &prompt = row.step.prompt;
    return !row.step.isTool && row.resumes && row.isTold && prompt.isApproval() &&
           prompt.optionIds.size() <= ApprovalNotices::mostChoices && isTellable(prompt.text, ApprovalNotices::maxText) &&
           std::all_of(prompt.options.cbegin(), prompt.options.cend(),
                       [&prompt](const QString &label) { return isTellable(label, longestLabel) && prompt.options.count(label) == 1; });
}

} // namespace

ApprovalNotices::ApprovalNotices(Context context, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
{
    connect(&m_context.inbox, &ApprovalInbox::appeared, this, &ApprovalNotices::tell);
    connect(&m_context.inbox, &ApprovalInbox::vanished, this, &ApprovalNotices::withdraw);
}

void ApprovalNotices::addNotifier(Notifier &notifier)
{
    const qsizetype place = m_notifiers.size();
    m_notifiers.append(&notifier);
    connect(&notifier, &Notifier::openRequested, this, [this](const QString &key) {
        if (m_told.contains(key))
            Q_EMIT openRequested(m_told.value(key));
    });
    connect(&notifier, &Notifier::choiceRequested, this, &ApprovalNotices::choose);
    connect(&notifier, &Notifier::failed, this, [this, place](const Notice &notice) {
        if (m_told.contains(notice.key) && place + 1 < m_notifiers.size())
            m_notifiers.at(place + 1)->show(notice);
    });
}

Notice ApprovalNotices::noticeOf(const WaitingApproval &row)
{
    Notice notice{noticeKey(row.key), displayLine(WaitingListModel::place(row), 80),
                  displayLine(row.step.isTool ? WaitingListModel::title(row) : row.step.prompt.text, maxText), Notice::Actions::Open};
    if (notice.text.isEmpty())
        notice.text = displayLine(WaitingListModel::title(row), maxText);
    for (qsizetype i = 0; offersAnswers(row) && i < row.step.prompt.optionIds.size(); ++i)
        notice.choices.append({row.step.prompt.optionIds.at(i), row.step.prompt.options.at(i)});
    return notice;
}

void ApprovalNotices::tell(const WaitingApproval &row)
{
    if (row.isChat() || !row.isOpen() || m_notifiers.isEmpty() || m_context.isWatched() ||
        !m_context.settings.value(Settings::Key::NotifyAnswers).toBool())
        return;
    m_told.insert(noticeKey(row.key), row.key);
    m_notifiers.constFirst()->show(noticeOf(row));
}

void ApprovalNotices::withdraw(const QString &key)
{
    if (m_told.remove(noticeKey(key)) == 0)
        return;
    for (Notifier *notifier : std::as_const(m_notifiers))
        notifier->withdraw(noticeKey(key));
}

// The inbox takes it for what was told and nothing else: of another question the key is another one.
void ApprovalNotices::choose(const QString &key, const QString &optionId)
{
    const QString asked = m_told.value(key);
    const WaitingApproval *row = m_context.inbox.find(asked);
    if (row && offersAnswers(*row))
        m_context.inbox.answer(asked, optionId, {});
}

} // namespace desk
