#include "gui/agents/scratch/scratchcolumn.h"

#include "gui/chat/approval/approvalcard.h"
#include "gui/chat/approval/approvalcontrol.h"
#include "gui/chat/transcript/toolreport.h"
#include "gui/chat/transcript/turntexts.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/isolatingdelegate.h"
#include "gui/widgets/markdownview.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "gui/widgets/statuschip.h"
#include "state/agents/scratch/scratchside.h"
#include "state/chat/turnphase.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mostToolLines = 4; // in sight at once

QString toolWords(const ToolCall &call)
{
    const QString name = displayLine(call.tool.isEmpty() ? call.source : call.tool, 80);
    const QString time = ToolReport::duration(call.durationMs);
    if (!call.finished)
        return ScratchColumn::tr("%1: running\u2026", "tool").arg(name);
    if (!call.success)
        return call.error.isEmpty() ? ScratchColumn::tr("%1: failed", "tool").arg(name)
                                    : ScratchColumn::tr("%1: failed. %2", "tool, why").arg(name, displayLine(call.error, 200));
    return time.isEmpty() ? ScratchColumn::tr("%1: done", "tool").arg(name)
                          : ScratchColumn::tr("%1: done after %2", "tool, time").arg(name, time);
}

QString toolIcon(const ToolCall &call)
{
    return call.finished ? (call.success ? u"success"_s : u"error"_s) : u"running"_s;
}

} // namespace

ScratchColumn::ScratchColumn(const QString &title, const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_state(new StatusChip(this))
    , m_answer(new MarkdownView(this))
    , m_tools(new QListWidget(this))
    , m_facts(new PlainLabel(this))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, key + "Problem"_L1, this))
    , m_approval(new ApprovalCard(ApprovalCard::For::Conversation, this)) // what the tool says goes to the language model
    , m_control(new ApprovalControl(*m_approval, this))
{
    build(title, key);
    connect(m_control, &ApprovalControl::appeared, this, &ScratchColumn::approvalAppeared);
    connect(m_control, &ApprovalControl::leftFocus, this, &ScratchColumn::approvalLeft);
    connect(m_control, &ApprovalControl::lapsed, this, [this](const Error &error) {
        m_lapse = displayText(error.userText().left(1000), TextUse::Prose);
        m_problem->say(m_lapse);
    });
}

void ScratchColumn::build(const QString &title, const QString &key)
{
    setObjectName(key);
    auto *heading = new PlainLabel(title, this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_state->setObjectName(key + "State"_L1);
    m_answer->setObjectName(key + "Answer"_L1);
    m_answer->setAccessibleName(tr("Answer of the agent, %1", "as written or as saved").arg(title));
    m_answer->setPlaceholderText(tr("Nothing has been asked yet."));
    m_answer->setTabChangesFocus(true);
    m_tools->setObjectName(key + "Tools"_L1);
    m_tools->setAccessibleName(tr("Tools that were used, %1", "as written or as saved").arg(title));
    m_tools->setItemDelegate(new IsolatingDelegate(m_tools));
    m_tools->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tools->hide();
    m_facts->setObjectName(key + "Facts"_L1);
    m_facts->setWordWrap(true);
    m_facts->setFont(Theme::small(font()));
    m_facts->hide();
    m_approval->setAccessibleName(tr("A tool waits for an approval, %1", "as written or as saved").arg(title));
    auto *head = new QHBoxLayout;
    head->addWidget(heading, 1);
    head->addWidget(m_state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 0.5));
    column->addLayout(head);
    column->addWidget(m_problem);
    column->addWidget(m_approval);
    column->addWidget(m_answer, 1);
    column->addWidget(m_tools);
    column->addWidget(m_facts);
}

void ScratchColumn::showSide(const ScratchSide &side)
{
    showState(side);
    m_answer->showText(side.answer().content);
    showTools(side);
    showFacts(side);
    showProblem(side);
}

void ScratchColumn::setApproval(ToolApproval &approval)
{
    m_control->setApproval(&approval);
}

void ScratchColumn::focusApproval()
{
    if (m_approval->isVisible())
        m_approval->focusRefuse();
}

void ScratchColumn::showProblem(const ScratchSide &side)
{
    if (side.state() == ScratchSide::State::Idle || side.state() == ScratchSide::State::Preparing)
        m_lapse.clear();
    const bool isBad = side.state() == ScratchSide::State::Failed || side.state() == ScratchSide::State::Incomplete;
    m_problem->say(isBad ? displayText(side.error().userText().left(1000), TextUse::Prose) : m_lapse);
}

void ScratchColumn::showState(const ScratchSide &side)
{
    using Tone = StatusChip::Tone;
    const auto say = [this](Tone tone, const QString &icon, const QString &words) {
        m_state->setStatus(tone, icon, words);
        m_state->setAccessibleName(words);
    };
    switch (side.state()) {
    case ScratchSide::State::Idle:
        return say(Tone::Neutral, u"pending"_s, tr("Not run"));
    case ScratchSide::State::Preparing:
        return say(Tone::Active, u"running"_s, tr("Being prepared\u2026"));
    case ScratchSide::State::Running: {
        if (side.approval().isWaiting())
            return say(Tone::Warning, u"warning"_s, tr("Waiting for an approval\u2026"));
        const QString phase = displayLine(TurnPhase::of(side.answer()), 60);
        return say(Tone::Active, u"running"_s, phase.isEmpty() ? tr("Running\u2026") : phase);
    }
    case ScratchSide::State::Done:
        return say(Tone::Success, u"success"_s, tr("Done"));
    case ScratchSide::State::Failed:
        return say(Tone::Danger, u"error"_s, tr("Failed"));
    case ScratchSide::State::Incomplete:
        return say(Tone::Warning, u"warning"_s, tr("Incomplete"));
    case ScratchSide::State::Stopped:
        return say(Tone::Neutral, u"cancelled"_s, tr("Stopped"));
    }
}

// Changed in place: whoever reads the list keeps their place in it.
void ScratchColumn::showTools(const ScratchSide &side)
{
    const QList<ToolCall> calls = side.answer().toolCalls;
    while (m_tools->count() > calls.size())
        delete m_tools->takeItem(m_tools->count() - 1);
    for (int row = 0; row < calls.size(); ++row) {
        if (row == m_tools->count())
            m_tools->addItem(QString());
        QListWidgetItem *item = m_tools->item(row);
        if (const QString words = toolWords(calls.at(row)); item->text() != words) {
            item->setText(words);
            item->setIcon(Theme::icon(toolIcon(calls.at(row))));
        }
    }
    m_tools->setVisible(!calls.isEmpty());
    if (!calls.isEmpty()) {
        const int lines = qMin(m_tools->count(), mostToolLines);
        m_tools->setFixedHeight(lines * m_tools->sizeHintForRow(0) + 2 * m_tools->frameWidth());
    }
}

void ScratchColumn::showFacts(const ScratchSide &side)
{
    QStringList facts;
    if (!side.isBusy() && side.elapsedMs() >= 0)
        facts.append(tr("Time: %1").arg(ToolReport::duration(side.elapsedMs())));
    if (const QString tokens = factsText(side.answer().facts); !tokens.isEmpty())
        facts.append(tokens);
    if (const QString model = side.answer().facts.model; !model.isEmpty())
        facts.append(tr("Language model: %1").arg(displayLine(model, 80)));
    m_facts->setText(facts.join(u'\n'));
    m_facts->setVisible(!facts.isEmpty());
}

} // namespace desk
