#pragma once

#include "state/workflows/steppath.h"

#include <QJsonValue>
#include <QList>
#include <QString>

namespace desk {

// One small change that takes a problem away; withFix() does it. Data: it can be kept, compared and offered as a button.
struct WorkflowFix {
    enum class Kind {
        SetMember,    // member (JSON pointer in the step) becomes value
        RemoveMember, // member goes
        RenameStep,   // its id becomes value, and all that refers to it follows
        RemoveStep,
        MoveStep,    // to the index `value` of the same list, counted before the move
        InsertBefore // value is the step that comes before the path
    };
    Kind kind = Kind::SetMember;
    StepPath path; // empty: the workflow itself
    QString member;
    QJsonValue value;
    QString text; // what it does, for a button; hostile names in it are cut and on one line

    bool operator==(const WorkflowFix &) const = default;
};

// One thing to say about a workflow (WF-15, FR-035), at its step and at the member an editor can go to.
struct WorkflowProblem {
    enum class Kind {
        NoSteps,
        NotAStep,
        TooManySteps, // or nested too deep to be looked at
        MissingId,
        DuplicateId,
        UnreferencableId, // hyphens and the like
        ReservedId,
        UnknownKind,
        MissingConfiguration,
        UnknownReference,
        EarlyReference,         // the step has not run when it is referred to
        UnaddressableReference, // it is inside a loop or a parallel step
        UncertainReference,     // a branch may pass over it
        DeadReference,          // it never runs
        UnknownMember,
        UnknownAgent,
        UnknownTool,
        ToolArguments,
        UnknownOperator,
        MissingTarget,
        UnknownTarget,
        IgnoredTarget,
        FallThrough, // both branches run
        BackwardJump,
        EndlessLoop,
        Unreachable,
        IgnoredNextStep,
        ParallelFails,
        HumanNeverResumed,
        HumanWithoutOptions,
        IgnoredTimeout,
        IgnoredGuardrails,
        IgnoredLoopLimit,
        IgnoredDisabled,
        ManyProblems // and there are more
    };
    enum class Severity {
        Error,   // the server refuses it, or it cannot work
        Warning, // it works, though hardly as it was meant
        Hint
    };
    Kind kind = Kind::NoSteps;
    Severity severity = Severity::Error;
    StepPath path;  // empty: the workflow itself
    QString member; // JSON pointer in the step, "/condition/field"; empty: the step as a whole
    QString text;   // a sentence or two for people; hostile names in it are cut and on one line
    QList<WorkflowFix> fixes;

    bool operator==(const WorkflowProblem &) const = default;
};

} // namespace desk
