#pragma once

#include "state/agents/promotiontarget.h"
#include "state/definitions/exchange/definitionimport.h"
#include "state/definitions/exchange/promotioncheck.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace desk {

// Brings definitions of one kind from the open profile to another one that somebody is signed in to: an import whose source is the open
// profile, with a checklist, and taken back in one step (D-63). Secrets do not go along. Lives in the GUI thread.
class DefinitionPromotion : public QObject
{
    Q_OBJECT
public:
    ~DefinitionPromotion() override;

    void open(const Profile &target); // then it is planned; while something is under way: nothing
    void retry();

    [[nodiscard]] PromotionTarget &target() { return m_target; }
    [[nodiscard]] DefinitionImport &import() { return *m_import; }
    [[nodiscard]] DefinitionKind kind() const { return m_import->kind(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_definitions.size()); }
    [[nodiscard]] bool isProduction() const; // the target: it wants to be confirmed
    // Of the items that were chosen, by what is known now.
    [[nodiscard]] virtual QList<PromotionCheck> checklist(const QList<int> &items) const = 0;

protected:
    DefinitionPromotion(const QList<QJsonObject> &definitions, const PromotionTarget::Services &services, QObject *parent);
    void setPort(std::unique_ptr<DefinitionPort> port); // on target(); once, by the constructor

    [[nodiscard]] const PromotionTarget &there() const { return m_target; }
    [[nodiscard]] const ImportItem &item(int index) const { return m_import->items().at(index); }
    // All names that these items have, each once.
    [[nodiscard]] QStringList namesOf(const QList<int> &items, const std::function<QStringList(const ImportItem &item)> &names) const;
    [[nodiscard]] PromotionCheck toolsCheck(const QList<int> &items, bool isKnown) const;
    [[nodiscard]] PromotionCheck scopesCheck(const QList<int> &items) const;
    [[nodiscard]] PromotionCheck secretsCheck(const QList<int> &items) const;
    // Open with the names, if there are any: `open` has a place for them.
    [[nodiscard]] static PromotionCheck openIf(const QStringList &names, const QString &good, const QString &open);

private:
    [[nodiscard]] ImportSource source() const;

    QList<QJsonObject> m_definitions;
    PromotionTarget m_target;
    std::unique_ptr<DefinitionImport> m_import;
};

} // namespace desk
