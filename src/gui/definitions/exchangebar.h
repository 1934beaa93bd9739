#pragma once

#include "domain/definition.h"

#include <QJsonObject>
#include <QList>
#include <QWidget>

#include <functional>

class QAbstractItemView;
class QModelIndex;
class QPoint;
class QPushButton;

namespace desk {

class DefinitionExchange;

// Import, export and promotion on a page with a list: a row of buttons, and the menu of the list. One or many of the list can be chosen
// then, and what is chosen goes (AG-26, D-62, D-63).
class ExchangeBar : public QWidget
{
    Q_OBJECT
public:
    using DefinitionOf = std::function<QJsonObject(const QModelIndex &index)>; // empty: none stands there

    // `exchange` and `list` outlive it; the list has its model.
    ExchangeBar(DefinitionKind kind, DefinitionExchange &exchange, QAbstractItemView &list, DefinitionOf definitionOf, QWidget *parent);

private:
    void update();
    void openMenu(const QPoint &place);
    [[nodiscard]] QList<QJsonObject> chosen() const; // in the order of the list

    DefinitionKind m_kind;
    DefinitionExchange &m_exchange;
    QAbstractItemView &m_list;
    DefinitionOf m_definitionOf;
    QPushButton *m_import;
    QPushButton *m_export;
    QPushButton *m_promote;
};

} // namespace desk
