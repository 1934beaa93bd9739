#pragma once

#include "state/workflows/steppath.h"
#include "wire/workflow/workflowsteps.h"

#include <QHash>
#include <QList>
#include <QString>

namespace desk {

// A step of a WorkflowIndex.
struct IndexedStep {
    StepPath path;
    QJsonObject step;
    QString id; // empty: none
    OpenEnum<wire::WorkflowStepKind> kind;
    bool isObject = true;
    bool isDisabled = false;
    qsizetype parent = -1;   // the step it is nested in
    int position = 0;        // in its list
    qsizetype next = -1;     // in its list; -1: it is the last
    qsizetype previous = -1; // in its list; -1: it is the first
};

// A reference between steps of the same list: what happens before what.
struct StepJump {
    qsizetype from = -1;
    qsizetype to = -1;
};

// The steps of a workflow, walked once, so that every question about one of them is answered without walking again: 500 steps are checked
// while somebody types (WF-15). A step that is nested comes behind the one it is in. Conditions jump among the outermost steps only
// (contract 5.4). A value; pure, any thread.
class WorkflowIndex
{
public:
    static constexpr qsizetype mostSteps = 5000;

    explicit WorkflowIndex(const QJsonObject &definition, bool knowsDisabled);

    [[nodiscard]] const QList<IndexedStep> &steps() const { return m_steps; }
    [[nodiscard]] bool isComplete() const { return m_isComplete; } // all are in it
    [[nodiscard]] const QList<qsizetype> &outermost() const { return m_outermost; }

    [[nodiscard]] qsizetype first(const QString &id) const { return m_byId.value(id, -1); } // anywhere
    [[nodiscard]] qsizetype inList(qsizetype parent, const QString &id) const;              // -1: none
    [[nodiscard]] qsizetype similar(const QString &id) const;                               // but for case, hyphens and the like
    [[nodiscard]] bool isUnique(const QString &id) const { return m_counts.value(id) == 1; }

    // Of an outermost condition: where it goes on; -1: with the next step. What is no condition has none.
    [[nodiscard]] qsizetype thenTarget(const IndexedStep &step) const;
    [[nodiscard]] qsizetype elseTarget(const IndexedStep &step) const;
    [[nodiscard]] bool neverGoesOn(const IndexedStep &step) const; // both branches jump elsewhere than to the next

    [[nodiscard]] bool isReachable(const IndexedStep &step) const; // of a nested one: the step it is in
    // Among the outermost: whether a jump may lead from before `passed` to behind it, no further than to `until`.
    [[nodiscard]] bool mayBePassed(const IndexedStep &passed, const IndexedStep &until) const;
    // Whether a jump back makes `later` run before `step`.
    [[nodiscard]] bool mayHaveRun(const IndexedStep &later, const IndexedStep &step) const;
    [[nodiscard]] const IndexedStep &outer(const IndexedStep &step) const; // the outermost step it is in, or itself

private:
    void add(const QJsonArray &list, const StepPath &container, qsizetype parent);
    void findJumps();
    void findReachable();
    void findLandings(const QList<StepJump> &jumps);
    [[nodiscard]] qsizetype target(const IndexedStep &step, QLatin1StringView member) const;
    [[nodiscard]] QList<qsizetype> successors(const IndexedStep &step) const;

    QList<IndexedStep> m_steps;
    QList<qsizetype> m_outermost;
    QHash<QString, qsizetype> m_byId;
    QHash<QString, int> m_counts;
    QHash<QString, qsizetype> m_bySimilarId;
    QHash<std::pair<qsizetype, QString>, qsizetype> m_byListAndId;
    QList<bool> m_reached; // by position among the outermost
    QList<int> m_landings; // by position: the nearest one behind it that a jump over it leads to
    QList<int> m_backFrom; // by position: from how far behind a jump leads to it or before it
    bool m_knowsDisabled = false;
    bool m_isComplete = true;
};

} // namespace desk
