#include "state/definitions/exchange/definitionpromotion.h"

#include "domain/account.h"
#include "state/definitions/files/definitionsecrets.h"
#include "state/profiles/productionprofile.h"

#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

void addOnce(QStringList &names, const QString &name)
{
    if (!name.isEmpty() && !names.contains(name))
        names.append(name);
}

QStringList scopesOf(const ImportItem &item)
{
    QStringList out;
    const QJsonArray scopes = item.definition.value("scopes"_L1).toArray();
    for (const QJsonValue &scope : scopes)
        out.append(scope.toString());
    return out;
}

using Check = PromotionCheck;

} // namespace

DefinitionPromotion::DefinitionPromotion(const QList<QJsonObject> &definitions, const PromotionTarget::Services &services, QObject *parent)
    : QObject(parent)
    , m_definitions(definitions)
    , m_target(services)
{
}

DefinitionPromotion::~DefinitionPromotion() = default;

void DefinitionPromotion::setPort(std::unique_ptr<DefinitionPort> port)
{
    m_import = std::make_unique<DefinitionImport>(std::move(port), DefinitionImport::Notes{nullptr, {}, VersionOrigin::Promoted});
    connect(&m_target, &PromotionTarget::stateChanged, this, [this](PromotionTarget::State state) {
        if (state == PromotionTarget::State::Ready)
            m_import->plan(source());
        else if (state == PromotionTarget::State::Closed)
            m_import->abandon();
    });
}

void DefinitionPromotion::open(const Profile &target)
{
    if (!m_import->isRunning())
        m_target.open(target);
}

void DefinitionPromotion::retry()
{
    if (m_target.state() == PromotionTarget::State::Ready)
        m_import->replan();
    else
        open(Profile(m_target.profile()));
}

bool DefinitionPromotion::isProduction() const
{
    return desk::isProduction(m_target.profile());
}

// As it would stand in a file: a secret of one server is none of the other's business.
ImportSource DefinitionPromotion::source() const
{
    ImportSource out;
    for (const QJsonObject &json : m_definitions) {
        QList<OmittedSecret> omitted;
        FileDefinition definition{kind(), withoutSecrets(json, omitted), {}};
        for (const OmittedSecret &secret : omitted)
            addOnce(definition.placeholders, secret.placeholder);
        out.definitions.append(definition);
        out.files.append(QString());
    }
    return out;
}

QStringList DefinitionPromotion::namesOf(const QList<int> &items, const std::function<QStringList(const ImportItem &item)> &names) const
{
    QStringList out;
    for (const int index : items) {
        for (const QString &name : names(item(index)))
            addOnce(out, name);
    }
    return out;
}

PromotionCheck DefinitionPromotion::openIf(const QStringList &names, const QString &good, const QString &open)
{
    return names.isEmpty() ? Check{Check::State::Good, good} : Check{Check::State::Open, open.arg(names.join(u", "_s))};
}

PromotionCheck DefinitionPromotion::toolsCheck(const QList<int> &items, bool isKnown) const
{
    if (!isKnown)
        return {Check::State::Unknown, tr("Whether the tools exist there is not known.")};
    return openIf(namesOf(items, [](const ImportItem &item) { return item.missingTools; }), tr("All tools exist there."),
                  tr("Tools that do not exist there: %1"));
}

PromotionCheck DefinitionPromotion::scopesCheck(const QList<int> &items) const
{
    Account person;
    person.scopes = m_target.surroundings().grantedScopes.value_or(QStringList());
    if (person.scopes.isEmpty())
        return {Check::State::Unknown, tr("Which scopes your account has there is not known.")};
    for (QString &scope : person.scopes)
        scope.replace(u':', u'.'); // one scope in two spellings (contract 3.3)
    const auto missing = [&person](const ImportItem &item) {
        QStringList out;
        for (QString scope : scopesOf(item)) {
            if (!person.hasScope(scope.replace(u':', u'.')))
                out.append(scope);
        }
        return out;
    };
    return openIf(namesOf(items, missing), tr("Your account has all scopes there."),
                  tr("Scopes that your account does not have there: %1"));
}

PromotionCheck DefinitionPromotion::secretsCheck(const QList<int> &items) const
{
    return openIf(namesOf(items, [](const ImportItem &item) { return item.placeholders; }), tr("No secret has to be entered anew."),
                  tr("Secrets that have to be entered there afterwards: %1"));
}

} // namespace desk
