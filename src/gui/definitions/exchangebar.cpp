#include "gui/definitions/exchangebar.h"

#include "gui/definitions/definitionexchange.h"
#include "gui/definitions/definitionwords.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"

#include <QAbstractItemView>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

ExchangeBar::ExchangeBar(DefinitionKind kind, DefinitionExchange &exchange, QAbstractItemView &list, DefinitionOf definitionOf,
                         QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_exchange(exchange)
    , m_list(list)
    , m_definitionOf(std::move(definitionOf))
    , m_import(new QPushButton(tr("Import…"), this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_promote(new QPushButton(tr("Promote…"), this))
{
    setObjectName(u"exchangeBar"_s);
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins({});
    flow->setSpacing(Theme::space(this));
    const QString names = DefinitionWords::fileName(kind); // "tools"
    m_import->setObjectName(u"import-%1"_s.arg(names));
    m_export->setObjectName(u"export-%1"_s.arg(names));
    m_promote->setObjectName(u"promote-%1"_s.arg(names));
    for (QPushButton *button : {m_import, m_export, m_promote})
        flow->addWidget(button);
    m_import->setVisible(exchange.canImport());
    m_promote->setVisible(exchange.canPromote());
    connect(m_import, &QPushButton::clicked, this, [this] { m_exchange.importFiles(); });
    connect(m_export, &QPushButton::clicked, this, [this] { m_exchange.exportAll(chosen()); });
    connect(m_promote, &QPushButton::clicked, this, [this] { m_exchange.promote(chosen()); });
    list.setSelectionMode(QAbstractItemView::ExtendedSelection);
    list.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&list, &QWidget::customContextMenuRequested, this, &ExchangeBar::openMenu);
    connect(list.selectionModel(), &QItemSelectionModel::selectionChanged, this, &ExchangeBar::update);
    connect(list.model(), &QAbstractItemModel::modelReset, this, &ExchangeBar::update);
    update();
}

QList<QJsonObject> ExchangeBar::chosen() const
{
    QModelIndexList indexes = m_list.selectionModel()->selectedRows();
    std::sort(indexes.begin(), indexes.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QList<QJsonObject> out;
    for (const QModelIndex &index : std::as_const(indexes)) {
        if (const QJsonObject definition = m_definitionOf(index); !definition.isEmpty())
            out.append(definition);
    }
    return out;
}

void ExchangeBar::update()
{
    const bool any = m_list.selectionModel()->hasSelection();
    m_export->setEnabled(any);
    m_promote->setEnabled(any);
}

void ExchangeBar::openMenu(const QPoint &place)
{
    const QList<QJsonObject> definitions = chosen();
    if (definitions.isEmpty())
        return;
    auto *menu = new QMenu(&m_list);
    menu->setObjectName(u"exchangeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(Theme::icon(u"save"_s), tr("E&xport…"), this, [this, definitions] { m_exchange.exportAll(definitions); })
        ->setObjectName(u"exchangeExport"_s);
    if (m_exchange.canPromote())
        menu->addAction(Theme::icon(u"server"_s), tr("Pro&mote…"), this, [this, definitions] { m_exchange.promote(definitions); })
            ->setObjectName(u"exchangePromote"_s);
    menu->popup(m_list.viewport()->mapToGlobal(place));
}

} // namespace desk
