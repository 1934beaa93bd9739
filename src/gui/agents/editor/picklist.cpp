#include "gui/agents/editor/picklist.h"

#include "gui/agents/editor/pickdelegate.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/emptyhint.h"
#include "gui/widgets/listfilter.h"
#include "gui/widgets/plainlabel.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int idRole = Qt::UserRole + 1;
constexpr int visibleLines = 11;

} // namespace

PickList::PickList(const QString &key, const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_words(words)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_count(new PlainLabel(this))
    , m_model(new QStandardItemModel(this))
    , m_filter(new ListFilter({Qt::DisplayRole, PickDelegate::DetailRole}, this))
{
    m_search->setObjectName(key + u"Search"_s);
    m_list->setObjectName(key + u"List"_s);
    m_count->setObjectName(key + u"Count"_s);
    build(words);
    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);
    connect(m_search, &QLineEdit::textChanged, m_filter, &ListFilter::setText);
    connect(m_model, &QStandardItemModel::itemChanged, this, &PickList::onItemChanged);
    rebuild();
}

void PickList::build(const Words &words)
{
    m_search->setPlaceholderText(words.searchHint);
    m_search->setAccessibleName(words.searchHint);
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(words.name);
    m_list->setItemDelegate(new PickDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(QFontMetrics(font()).lineSpacing() * visibleLines);
    new EmptyHint(*m_list, words.nothingFound);
    auto *all = new QPushButton(tr("Choose all"), this);
    auto *none = new QPushButton(tr("Choose none"), this);
    all->setObjectName(m_list->objectName() + u"All"_s);
    none->setObjectName(m_list->objectName() + u"None"_s);
    all->setAccessibleDescription(words.name);
    none->setAccessibleDescription(words.name);
    connect(all, &QPushButton::clicked, this, [this] { tickShown(true); });
    connect(none, &QPushButton::clicked, this, [this] { tickShown(false); });
    auto *row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(all);
    row->addWidget(none);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 0.5));
    column->addWidget(m_search);
    column->addWidget(m_list);
    column->addLayout(row);
}

void PickList::setChoices(const QList<Choice> &choices)
{
    m_choices.clear();
    QSet<QString> offered;
    for (const Choice &choice : choices) { // a server may list a name twice; a tick is for the name
        if (!offered.contains(choice.id))
            m_choices.append(choice);
        offered.insert(choice.id);
    }
    rebuild();
}

void PickList::setChosen(const QStringList &ids)
{
    if (ids == m_chosen)
        return;
    m_chosen = ids;
    rebuild();
}

QStringList PickList::chosen() const
{
    return m_chosen;
}

void PickList::rebuild()
{
    const QScopedValueRollback filling(m_isFilling, true);
    const QString current = m_list->currentIndex().data(idRole).toString();
    QSet<QString> offered;
    for (const Choice &choice : std::as_const(m_choices))
        offered.insert(choice.id);
    m_model->clear();
    for (const QString &id : std::as_const(m_chosen)) {
        if (!offered.contains(id))
            addRow({id, id, m_words.unknown}, true);
        offered.insert(id);
    }
    for (const Choice &choice : std::as_const(m_choices))
        addRow(choice, m_chosen.contains(choice.id));
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (m_filter->index(row, 0).data(idRole).toString() == current)
            m_list->setCurrentIndex(m_filter->index(row, 0));
    }
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_filter->index(0, 0));
    showCount();
}

void PickList::addRow(const Choice &choice, bool isChosen)
{
    auto *item = new QStandardItem(displayLine(choice.title, 200));
    item->setData(choice.id, idRole);
    item->setData(displayLine(choice.detail, 400), PickDelegate::DetailRole);
    item->setData(choice.detail.isEmpty() ? item->text() : tr("%1: %2", "a choice: what it gives").arg(item->text(), choice.detail),
                  Qt::AccessibleTextRole);
    item->setToolTip(displayText(choice.detail, TextUse::Prose).toHtmlEscaped());
    item->setCheckable(true);
    item->setEditable(false);
    item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
    m_model->appendRow(item);
}

void PickList::onItemChanged(const QStandardItem *item)
{
    if (m_isFilling)
        return;
    const QString id = item->data(idRole).toString();
    m_chosen.removeAll(id);
    if (item->checkState() == Qt::Checked)
        m_chosen.append(id);
    showCount();
    Q_EMIT changed();
}

void PickList::tickShown(bool isTicked)
{
    {
        const QScopedValueRollback filling(m_isFilling, true);
        for (int row = 0; row < m_filter->rowCount(); ++row) {
            const QModelIndex index = m_filter->index(row, 0);
            const QString id = index.data(idRole).toString();
            if (isTicked && !m_chosen.contains(id))
                m_chosen.append(id);
            else if (!isTicked)
                m_chosen.removeAll(id);
            m_filter->setData(index, isTicked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
        }
    }
    showCount();
    Q_EMIT changed();
}

void PickList::showCount()
{
    m_count->setText(m_chosen.isEmpty() ? tr("None chosen") : tr("%Ln chosen", nullptr, static_cast<int>(m_chosen.size())));
}

} // namespace desk
