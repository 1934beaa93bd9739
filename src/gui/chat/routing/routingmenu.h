#pragma once

#include "domain/chatevent.h"

#include <QHash>
#include <QMenu>

namespace desk {

// Why this agent answered (CH-65): who was chosen, how sure the server was, its reason, the tools, and the agents that could be asked
// instead. Deletes itself when it closes.
class RoutingMenu : public QMenu
{
    Q_OBJECT
public:
    // names: what agents are called. others: who can be asked where the server names no alternatives.
    RoutingMenu(const RoutingDecision &routing, const QHash<QString, QString> &names, const QStringList &others, QWidget *parent);

Q_SIGNALS:
    void agentChosen(const QString &name); // the same question is to go to this one

private:
    void addLine(const QString &text, bool strong);
    void addAgents(const QStringList &agents, const QHash<QString, QString> &names);
};

} // namespace desk
