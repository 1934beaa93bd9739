#pragma once

#include "domain/agent.h"
#include "state/agents/agentrules.h"

#include <QWidget>

namespace desk {

// A group of fields of the agent's editor. It knows how an agent looks in its fields and how its fields change an agent, and nothing of
// where either comes from.
class AgentSection : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void show(const Agent &agent, bool isNew) = 0;          // keeps the caret where the text is the same; emits nothing
    virtual void apply(Agent &agent) const = 0;                     // what stands in the fields
    virtual void setRemarks(const QList<AgentRemark> &remarks) = 0; // all of the agent; each beside its field
    virtual void setSurroundings(const AgentSurroundings &known) { Q_UNUSED(known) }
    virtual bool focusField(AgentField field) = 0; // false: it is not here

Q_SIGNALS:
    void edited(const QString &field); // by a person; its object name
};

} // namespace desk
