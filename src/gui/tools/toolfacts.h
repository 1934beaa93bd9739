#pragma once

#include "domain/tool.h"

#include <QScrollArea>

class QLabel;

namespace desk {

class FactView;

// What the server tells about one tool, what its scopes mean, and which agents use it, each of them a way to that agent (TL-05).
class ToolFacts : public QScrollArea
{
    Q_OBJECT
public:
    explicit ToolFacts(QWidget *parent = nullptr);

    void setTool(const Tool &tool, const QList<ToolUser> &users);
    // "data:read: may read …" for people. Pure.
    [[nodiscard]] static QString scopeText(const QString &scope);

Q_SIGNALS:
    void agentRequested(const desk::AgentId &id);

private:
    void showUsers(const QList<ToolUser> &users);

    FactView *m_facts;
    QLabel *m_usersLabel;
    QWidget *m_users = nullptr;
    QList<AgentId> m_shown; // the agents that have a button
    QStringList m_names;    // on them
};

} // namespace desk
