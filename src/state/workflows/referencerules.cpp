#include "state/workflows/steprename.h"
#include "state/workflows/workflowproblems.h"
#include "state/workflows/workflowrules.h"
#include "state/workflows/workflowtexts.h"
#include "wire/workflow/workflowreference.h"
#include "wire/workflow/workflowsteps.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// What is for people, or says where and of which kind a step is.
bool isNoPlaceForReferences(const QString &member)
{
    return member == "id"_L1 || member == "type"_L1 || member == "name"_L1 || member == "description"_L1 || member == "position"_L1 ||
           member == "schema"_L1;
}

bool isArrayResult(const IndexedStep &step, bool isTeam)
{
    return step.kind.value() == wire::WorkflowStepKind::Loop || (isTeam && step.kind.value() == wire::WorkflowStepKind::Parallel);
}

} // namespace

void WorkflowRules::aboutReferences(const IndexedStep &step)
{
    const QJsonObject own = wire::nestedSteps(step.step).isEmpty() ? step.step : wire::withNestedSteps(step.step, QJsonArray());
    for (auto member = own.begin(); member != own.end(); ++member) {
        if (!isNoPlaceForReferences(member.key()))
            look(step, member.value(), wire::jsonPointer({}, member.key()), 0);
    }
}

void WorkflowRules::look(const IndexedStep &step, const QJsonValue &value, const QString &pointer, int depth)
{
    if (depth > wire::maxWorkflowDepth)
        return;
    if (value.isString()) {
        if (value.toString().contains("$."_L1))
            lookAtText(step, value.toString(), pointer);
    } else if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (int i = 0; i < items.size(); ++i)
            look(step, items.at(i), wire::jsonPointer(pointer, QString::number(i)), depth + 1);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            look(step, member.value(), wire::jsonPointer(pointer, member.key()), depth + 1);
    }
}

void WorkflowRules::lookAtText(const IndexedStep &step, const QString &text, const QString &pointer)
{
    QSet<QString> seen;
    const QList<wire::WorkflowReference> references = wire::referencesIn(text);
    for (const wire::WorkflowReference &reference : references) {
        if (m_problems.size() >= mostWorkflowProblems || seen.contains(reference.text))
            continue;
        seen.insert(reference.text);
        const qsizetype end = reference.position + reference.text.size();
        if (end < text.size() && text.at(end) == u'-' && reference.path.size() == 1) {
            qsizetype stop = end;
            while (stop < text.size() && (text.at(stop).isLetterOrNumber() || text.at(stop) == u'_' || text.at(stop) == u'-'))
                ++stop;
            if (m_index.first(text.mid(reference.position + 2, stop - reference.position - 2)) >= 0)
                continue; // what is wrong is the id, and said there
        }
        aboutReference(step, reference.path, text, pointer);
    }
}

bool WorkflowRules::isVariable(const IndexedStep &step, const QString &root) const
{
    for (qsizetype at = step.parent; at >= 0; at = m_index.steps().at(at).parent) {
        const IndexedStep &outer = m_index.steps().at(at);
        if (outer.kind.value() != wire::WorkflowStepKind::Loop)
            continue;
        const QString variable = outer.step.value("loop_config"_L1).toObject().value("item_variable"_L1).toString(u"item"_s);
        if (root == variable || root == "loop_index"_L1 || root == "loop_count"_L1)
            return true;
    }
    return false;
}

// The step of that id in the list of the step, or in one around it.
qsizetype WorkflowRules::addressable(const IndexedStep &step, const QString &root) const
{
    for (qsizetype list = step.parent;; list = m_index.steps().at(list).parent) {
        const bool isParallel = list >= 0 && m_index.steps().at(list).kind.value() == wire::WorkflowStepKind::Parallel;
        const qsizetype found = isParallel ? -1 : m_index.inList(list, root);
        if (found >= 0 || list < 0)
            return found;
    }
}

void WorkflowRules::aboutReference(const IndexedStep &step, const QStringList &path, const QString &text, const QString &pointer)
{
    const QString &root = path.constFirst();
    if (isVariable(step, root))
        return;
    if (const qsizetype meant = addressable(step, root); meant >= 0)
        return aboutEarlier(step, m_index.steps().at(meant), path, pointer);
    const QString second = path.value(1);
    const bool isOddMember = (root == "input"_L1 && !second.isEmpty() && !m_inputMembers.isEmpty() && !m_inputMembers.contains(second)) ||
                             (root == "workflow"_L1 && !second.isEmpty() && second != "id"_L1 && second != "name"_L1);
    if (isOddMember)
        return say(Kind::UnknownMember, Severity::Hint, step, pointer,
                   WorkflowTexts::tr("$.%1 has no member “%2” that is known.").arg(root, WorkflowTexts::name(second)));
    if (root != "input"_L1 && root != "workflow"_L1)
        aboutUnknown(step, path, text, pointer);
}

void WorkflowRules::aboutUnknown(const IndexedStep &step, const QStringList &path, const QString &text, const QString &pointer)
{
    const QString &root = path.constFirst();
    if (m_index.first(root) >= 0)
        return say(Kind::UnaddressableReference, Severity::Error, step, pointer,
                   WorkflowTexts::tr("The result of “%1” cannot be referred to from here: it is inside a loop or a parallel step.")
                       .arg(WorkflowTexts::name(root)));
    QList<WorkflowFix> fixes;
    if (const qsizetype similar = m_index.similar(root); similar >= 0) {
        const QString id = m_index.steps().at(similar).id;
        if (!wire::referencesIn("$."_L1 + id).isEmpty() && wire::isWholeReference("$."_L1 + id) && addressable(step, id) >= 0)
            fixes.append({WorkflowFix::Kind::SetMember, step.path, pointer, withRenamedRoot(text, root, id),
                          WorkflowTexts::tr("Refer to “%1”").arg(WorkflowTexts::name(id))});
    }
    say(Kind::UnknownReference, Severity::Error, step, pointer,
        WorkflowTexts::tr("There is no step “%1” to refer to.").arg(WorkflowTexts::name(root)), fixes);
}

void WorkflowRules::aboutEarlier(const IndexedStep &step, const IndexedStep &meant, const QStringList &path, const QString &pointer)
{
    const StepPath common = step.path.first(meant.path.size() - 1);
    const int own = step.path.at(common.size());
    if (meant.position >= own && !m_index.mayHaveRun(meant, step))
        return say(Kind::EarlyReference, Severity::Error, step, pointer,
                   WorkflowTexts::tr("“%1” has no result yet when this step runs.").arg(title(meant)));
    if (meant.isDisabled || !m_index.isReachable(meant))
        return say(Kind::DeadReference, Severity::Warning, step, pointer,
                   WorkflowTexts::tr("“%1” never runs and has no result.").arg(title(meant)));
    if (m_index.mayBePassed(meant, step) || meant.position >= own)
        return say(Kind::UncertainReference, Severity::Hint, step, pointer,
                   WorkflowTexts::tr("“%1” may not have run: a branch passes it over.").arg(title(meant)));
    aboutMember(step, meant, path, pointer);
}

void WorkflowRules::aboutMember(const IndexedStep &step, const IndexedStep &meant, const QStringList &path, const QString &pointer)
{
    if (path.size() < 2)
        return;
    const QString &member = path.at(1);
    if (isArrayResult(meant, isTeam()))
        return say(Kind::UnknownMember, Severity::Warning, step, pointer,
                   WorkflowTexts::tr("The result of “%1” is a list: its items cannot be referred to.").arg(title(meant)));
    QStringList known;
    if (meant.kind.value() == wire::WorkflowStepKind::Condition)
        known = {u"condition_result"_s, u"next_step"_s};
    else if (meant.kind.value() == wire::WorkflowStepKind::Human)
        known = isTeam() ? QStringList{u"status"_s, u"notification"_s}
                         : QStringList{u"status"_s, u"option_id"_s, u"label"_s, u"comment"_s, u"answered_at"_s};
    else if (meant.kind.value() == wire::WorkflowStepKind::Parallel) {
        for (const QJsonValue &inner : wire::nestedSteps(meant.step))
            known.append(inner.toObject().value("id"_L1).toString());
    }
    if (!known.isEmpty() && !known.contains(member))
        say(Kind::UnknownMember, Severity::Hint, step, pointer,
            WorkflowTexts::tr("“%1” has no member “%2” that is known.").arg(title(meant), WorkflowTexts::name(member)));
}

} // namespace desk
