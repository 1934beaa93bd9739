#include "state/agents/agentpromotion.h"

#include "domain/account.h"
#include "state/profiles/productionprofile.h"
#include "wire/json/agentjson.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

void addOnce(QStringList &names, const QString &name)
{
    if (!name.isEmpty() && !names.contains(name))
        names.append(name);
}

using Check = PromotionCheck;

} // namespace

AgentPromotion::AgentPromotion(const QList<Agent> &agents, const PromotionTarget::Services &services, QObject *parent)
    : QObject(parent)
    , m_agents(agents)
    , m_target(services)
    , m_import({m_target.api(), m_target.agents(), [this] { return m_target.surroundings(); }, nullptr, {}, VersionOrigin::Promoted})
{
    connect(&m_target, &PromotionTarget::stateChanged, this, [this](PromotionTarget::State state) {
        if (state == PromotionTarget::State::Ready)
            m_import.plan(source());
    });
}

AgentPromotion::~AgentPromotion() = default;

void AgentPromotion::open(const Profile &target)
{
    if (!m_import.isRunning())
        m_target.open(target);
}

void AgentPromotion::retry()
{
    if (m_target.state() == PromotionTarget::State::Ready)
        m_import.replan();
    else
        open(Profile(m_target.profile()));
}

bool AgentPromotion::isProduction() const
{
    return desk::isProduction(m_target.profile());
}

// As it would stand in a file: a secret of one server is none of the other's business.
ImportSource AgentPromotion::source() const
{
    ImportSource out;
    for (const Agent &agent : m_agents) {
        QList<OmittedSecret> omitted;
        FileDefinition definition{DefinitionKind::Agent, withoutSecrets(wire::toJson(agent), omitted), {}};
        for (const OmittedSecret &secret : omitted)
            addOnce(definition.placeholders, secret.placeholder);
        out.definitions.append(definition);
        out.files.append(QString());
    }
    return out;
}

QList<PromotionCheck> AgentPromotion::checklist(const QList<int> &items) const
{
    return {toolsCheck(items), modelsCheck(items), scopesCheck(items), secretsCheck(items), visibilityCheck(items)};
}

PromotionCheck AgentPromotion::toolsCheck(const QList<int> &items) const
{
    if (!m_target.surroundings().tools)
        return {Check::State::Unknown, tr("Whether the tools exist there is not known.")};
    QStringList missing;
    for (const int item : items) {
        for (const QString &tool : m_import.items().at(item).missingTools)
            addOnce(missing, tool);
    }
    return missing.isEmpty() ? Check{Check::State::Good, tr("All tools exist there.")}
                             : Check{Check::State::Open, tr("Tools that do not exist there: %1").arg(missing.join(u", "_s))};
}

PromotionCheck AgentPromotion::modelsCheck(const QList<int> &items) const
{
    if (!m_target.surroundings().models)
        return {Check::State::Unknown, tr("Whether the language models exist there is not known.")};
    QStringList missing;
    for (const int item : items)
        addOnce(missing, m_import.items().at(item).missingModel);
    return missing.isEmpty() ? Check{Check::State::Good, tr("All language models exist there.")}
                             : Check{Check::State::Open, tr("Language models that are not listed there: %1").arg(missing.join(u", "_s))};
}

PromotionCheck AgentPromotion::scopesCheck(const QList<int> &items) const
{
    Account person;
    person.scopes = m_target.surroundings().grantedScopes.value_or(QStringList());
    if (person.scopes.isEmpty())
        return {Check::State::Unknown, tr("Which scopes your account has there is not known.")};
    QStringList missing;
    for (QString &scope : person.scopes)
        scope.replace(u':', u'.'); // one scope in two spellings (contract 3.3)
    for (const int item : items) {
        for (QString scope : m_import.items().at(item).agent.scopes) {
            if (!person.hasScope(scope.replace(u':', u'.')))
                addOnce(missing, scope);
        }
    }
    return missing.isEmpty() ? Check{Check::State::Good, tr("Your account has all scopes there.")}
                             : Check{Check::State::Open, tr("Scopes that your account does not have there: %1").arg(missing.join(u", "_s))};
}

PromotionCheck AgentPromotion::secretsCheck(const QList<int> &items) const
{
    QStringList names;
    for (const int item : items) {
        for (const QString &placeholder : m_import.items().at(item).placeholders)
            addOnce(names, placeholder);
    }
    return names.isEmpty() ? Check{Check::State::Good, tr("No secret has to be entered anew.")}
                           : Check{Check::State::Open, tr("Secrets that have to be entered there afterwards: %1").arg(names.join(u", "_s))};
}

PromotionCheck AgentPromotion::visibilityCheck(const QList<int> &items) const
{
    QStringList names;
    for (const int item : items) {
        const Agent &agent = m_import.items().at(item).agent;
        if (agent.visibility.value() != AgentVisibility::Personal)
            addOnce(names, agent.name);
    }
    return names.isEmpty() ? Check{Check::State::Good, tr("All of them stay personal.")}
                           : Check{Check::State::Open, tr("Others see them there, too: %1").arg(names.join(u", "_s))};
}

} // namespace desk
