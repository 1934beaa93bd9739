#pragma once

#include "domain/agent.h"
#include "state/agents/agentimport.h"
#include "state/agents/promotiontarget.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace desk {

// One thing to be looked at before agents go to another server.
struct PromotionCheck {
    enum class State {
        Good,
        Open,   // somebody has to look, or to do something afterwards
        Unknown // the server does not say
    };
    State state = State::Unknown;
    QString text; // with names of agents, tools and models: hostile

    bool operator==(const PromotionCheck &) const = default;
};

// Brings agents of the open profile to another one that somebody is signed in to: an import whose source is the open profile, with a
// checklist, and taken back in one step (D-63). Secrets do not go along. Lives in the GUI thread.
class AgentPromotion : public QObject
{
    Q_OBJECT
public:
    AgentPromotion(const QList<Agent> &agents, const PromotionTarget::Services &services, QObject *parent = nullptr);
    ~AgentPromotion() override;

    void open(const Profile &target); // then it is planned; while something is under way: nothing
    void retry();

    [[nodiscard]] PromotionTarget &target() { return m_target; }
    [[nodiscard]] AgentImport &import() { return m_import; }
    [[nodiscard]] const QList<Agent> &agents() const { return m_agents; }
    [[nodiscard]] bool isProduction() const; // the target: it wants to be confirmed
    // Of the items that were chosen, by what is known now.
    [[nodiscard]] QList<PromotionCheck> checklist(const QList<int> &items) const;

private:
    [[nodiscard]] ImportSource source() const;
    [[nodiscard]] PromotionCheck toolsCheck(const QList<int> &items) const;
    [[nodiscard]] PromotionCheck modelsCheck(const QList<int> &items) const;
    [[nodiscard]] PromotionCheck scopesCheck(const QList<int> &items) const;
    [[nodiscard]] PromotionCheck secretsCheck(const QList<int> &items) const;
    [[nodiscard]] PromotionCheck visibilityCheck(const QList<int> &items) const;

    QList<Agent> m_agents;
    PromotionTarget m_target;
    AgentImport m_import;
};

} // namespace desk
