#include "state/workflows/workflowrules.h"
#include "state/workflows/workflowtexts.h"

using namespace Qt::StringLiterals;

namespace desk {

void WorkflowRules::aboutFlow(const IndexedStep &step)
{
    aboutNextStep(step);
    if (step.kind.value() == wire::WorkflowStepKind::Condition)
        aboutTargets(step);
    if (step.parent >= 0 || m_index.isReachable(step))
        return;
    QList<WorkflowFix> fixes;
    if (!step.id.isEmpty() && m_index.isUnique(step.id))
        fixes.append({WorkflowFix::Kind::RemoveStep, step.path, {}, {}, WorkflowTexts::tr("Remove the step")});
    say(Kind::Unreachable, Severity::Warning, step, {}, WorkflowTexts::tr("“%1” never runs: every way jumps over it.").arg(title(step)),
        fixes);
}

void WorkflowRules::aboutTargets(const IndexedStep &step)
{
    const QJsonObject condition = step.step.value("condition"_L1).toObject();
    const QString yes = condition.value("then_step"_L1).toString();
    const QString no = condition.value("else_step"_L1).toString();
    aboutTarget(step, "then_step"_L1);
    aboutTarget(step, "else_step"_L1);
    if (step.parent >= 0)
        return;
    if (yes.isEmpty() && no.isEmpty())
        return say(Kind::MissingTarget, Severity::Warning, step, u"/condition/then_step"_s,
                   WorkflowTexts::tr("The condition changes nothing: both ways go on with the next step."));
    if (yes.isEmpty() != no.isEmpty()) {
        const QString member = yes.isEmpty() ? u"/condition/then_step"_s : u"/condition/else_step"_s;
        say(Kind::MissingTarget, Severity::Hint, step, member,
            yes.isEmpty() ? WorkflowTexts::tr("Where the condition is true, it goes on with the next step.")
                          : WorkflowTexts::tr("Where the condition is false, it goes on with the next step."));
    }
    aboutFallThrough(step);
    const qsizetype thenTo = m_index.thenTarget(step);
    const qsizetype elseTo = m_index.elseTarget(step);
    const auto isBack = [&](qsizetype to) { return to >= 0 && m_index.steps().at(to).position <= step.position; };
    if (isBack(thenTo) && isBack(elseTo))
        say(Kind::EndlessLoop, Severity::Warning, step, u"/condition/then_step"_s,
            WorkflowTexts::tr("Both ways go back: from here the workflow does not come to an end."));
}

void WorkflowRules::aboutTarget(const IndexedStep &step, QLatin1StringView member)
{
    const QString pointer = "/condition/"_L1 + member;
    const QString id = step.step.value("condition"_L1).toObject().value(member).toString();
    const QList<WorkflowFix> removal{
        {WorkflowFix::Kind::RemoveMember, step.path, pointer, {}, WorkflowTexts::tr("Go on with the next step")}};
    if (id.isEmpty())
        return;
    if (step.parent >= 0)
        return say(Kind::IgnoredTarget, Severity::Warning, step, pointer,
                   WorkflowTexts::tr("Inside loops and parallel steps conditions do not jump: the target “%1” is ignored.")
                       .arg(WorkflowTexts::name(id)),
                   removal);
    const qsizetype to = m_index.inList(-1, id);
    if (to < 0 && m_index.first(id) >= 0)
        return say(Kind::IgnoredTarget, Severity::Warning, step, pointer,
                   WorkflowTexts::tr("“%1” is inside another step. It cannot be jumped to: the next step follows instead.")
                       .arg(WorkflowTexts::name(id)),
                   removal);
    if (to < 0) {
        QList<WorkflowFix> fixes;
        if (const qsizetype similar = m_index.similar(id); similar >= 0 && m_index.steps().at(similar).parent < 0)
            fixes.append({WorkflowFix::Kind::SetMember, step.path, pointer, m_index.steps().at(similar).id,
                          WorkflowTexts::tr("Take “%1”").arg(WorkflowTexts::name(m_index.steps().at(similar).id))});
        return say(Kind::UnknownTarget, Severity::Error, step, pointer,
                   WorkflowTexts::tr("There is no step “%1” to jump to. The next step follows instead.").arg(WorkflowTexts::name(id)),
                   fixes + removal);
    }
    if (m_index.steps().at(to).position <= step.position)
        say(Kind::BackwardJump, Severity::Warning, step, pointer,
            isTeam() ? WorkflowTexts::tr("This goes back to “%1”. This server does not limit how often.").arg(title(m_index.steps().at(to)))
                     : WorkflowTexts::tr("This goes back to “%1”, at most 1000 times.").arg(title(m_index.steps().at(to))));
}

// Behind the branch that comes first in the list the other one follows: nothing jumps over it (contract 5.4). A jump that always goes the
// same way, put between them, is what both servers understand.
void WorkflowRules::aboutFallThrough(const IndexedStep &step)
{
    const qsizetype yes = m_index.thenTarget(step);
    const qsizetype no = m_index.elseTarget(step);
    if (yes < 0 || no < 0 || yes == no)
        return;
    const bool isThenFirst = m_index.steps().at(yes).position < m_index.steps().at(no).position;
    const IndexedStep &first = m_index.steps().at(isThenFirst ? yes : no);
    const IndexedStep &second = m_index.steps().at(isThenFirst ? no : yes);
    const IndexedStep &last = m_index.steps().at(m_index.outermost().at(second.position - 1));
    if (first.position <= step.position || m_index.neverGoesOn(last) || !m_index.isReachable(last))
        return;
    QList<WorkflowFix> fixes;
    const QString join = second.next >= 0 ? m_index.steps().at(second.next).id : QString();
    if (!join.isEmpty() && m_index.isUnique(join)) {
        const QJsonObject jump{
            {u"id"_s, freeId("after_"_L1 + first.id)},
            {u"type"_s, u"condition"_s},
            {u"condition"_s,
             QJsonObject{{u"field"_s, u"$.input"_s}, {u"operator"_s, u"exists"_s}, {u"then_step"_s, join}, {u"else_step"_s, join}}}};
        fixes.append({WorkflowFix::Kind::InsertBefore,
                      second.path,
                      {},
                      jump,
                      WorkflowTexts::tr("Go on with “%1” after the first branch").arg(WorkflowTexts::name(join))});
    }
    say(Kind::FallThrough, Severity::Warning, step, isThenFirst ? u"/condition/then_step"_s : u"/condition/else_step"_s,
        WorkflowTexts::tr("After the branch “%1” the other one, “%2”, runs too.").arg(title(first), title(second)), fixes);
}

void WorkflowRules::aboutNextStep(const IndexedStep &step)
{
    const QString pointer = u"/next_step"_s;
    const QString id = step.step.value("next_step"_L1).toString();
    if (id.isEmpty())
        return;
    if (step.next >= 0 && m_index.steps().at(step.next).id == id)
        return;
    QList<WorkflowFix> fixes{{WorkflowFix::Kind::RemoveMember, step.path, pointer, {}, WorkflowTexts::tr("Drop the mention")}};
    const qsizetype meant = m_index.inList(step.parent, id);
    // Taken from behind a step that names it too, it would only be missing there.
    const qsizetype before = meant >= 0 ? m_index.steps().at(meant).previous : -1;
    const bool isNamedThere = before >= 0 && m_index.steps().at(before).step.value("next_step"_L1).toString() == id;
    if (meant >= 0 && m_index.steps().at(meant).position > step.position && m_index.isUnique(id) && !isNamedThere)
        fixes.append({WorkflowFix::Kind::MoveStep,
                      m_index.steps().at(meant).path,
                      {},
                      step.position + 1,
                      WorkflowTexts::tr("Move “%1” behind this step").arg(title(m_index.steps().at(meant)))});
    say(Kind::IgnoredNextStep, Severity::Hint, step, pointer,
        WorkflowTexts::tr("“%1” is named as the next step, but the order of the steps alone counts.").arg(WorkflowTexts::name(id)), fixes);
}

} // namespace desk
