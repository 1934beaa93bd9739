#pragma once

#include "state/workflows/steppath.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace desk {

// Other ids for steps, all at once, so that two may change places. A value.
class StepRenames
{
public:
    void add(const QString &oldId, const QString &newId);
    // A step in a parallel one: "$.parallel.old" is its result.
    void addMember(const QString &parallelId, const QString &oldId, const QString &newId);

    [[nodiscard]] bool isEmpty() const { return m_roots.isEmpty() && m_members.isEmpty(); }
    [[nodiscard]] QString target(const QString &id) const { return m_roots.value(id, id); } // of then_step and its like
    [[nodiscard]] QString inText(const QString &text) const;
    [[nodiscard]] StepRenames within(const QJsonObject &step) const; // a loop's variables hide steps of their name in texts

private:
    using Names = QHash<QString, QString>;

    [[nodiscard]] qsizetype endOf(const QString &text, qsizetype start) const;

    Names m_roots;
    QHash<QString, Names> m_members;
    QStringList m_odd;    // ids no server takes for a name: they are what was meant where they stand
    QStringList m_hidden; // as roots of texts
};

// A step, and what is nested in it, with such ids in what it refers to: "$.old" and "$.old.member" in any text, then_step, else_step and
// next_step. "$.older" is another name, and names and descriptions are for people: they stay, as the ids do. Pure; linear; any thread.
[[nodiscard]] QJsonObject withRenamedReferences(const QJsonObject &step, const StepRenames &renames);
[[nodiscard]] QJsonObject withRenamedFields(const QJsonObject &fields, const StepRenames &renames); // of the workflow, without its steps

// The workflow with another id for one step (BUG-62), and all that refers to it. Of two steps with one id the references belong to the
// first. "$.a-b" is no reference to servers, but where a step has that id it is what was meant. A path that leads nowhere changes nothing.
[[nodiscard]] QJsonObject withRenamedStep(const QJsonObject &definition, const StepPath &path, const QString &newId);

// One text, whose references to a root become others.
[[nodiscard]] QString withRenamedRoot(const QString &text, const QString &oldRoot, const QString &newRoot);

} // namespace desk
