#include "gui/workflows/inspector/humanoptions.h"

#include "gui/theme.h"
#include "gui/widgets/iconbutton.h"
#include "gui/widgets/remarklabel.h"
#include "gui/workflows/inspector/stepmembers.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

HumanOptions::HumanOptions(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, 2, this))
    , m_add(iconButton(this, u"addOption"_s, u"add"_s, tr("Add an option")))
    , m_remove(iconButton(this, u"removeOption"_s, u"delete"_s, tr("Delete the option")))
    , m_up(iconButton(this, u"optionUp"_s, u"chevron-up"_s, tr("Move the option up")))
    , m_down(iconButton(this, u"optionDown"_s, u"chevron-down"_s, tr("Move the option down")))
    , m_problem(new RemarkLabel(RemarkLabel::Tone::Problem, u"optionProblem"_s, this))
{
    build();
    connect(m_table, &QTableWidget::cellChanged, this, &HumanOptions::takeCell);
    connect(m_table, &QTableWidget::currentCellChanged, this, &HumanOptions::showState);
    connect(m_add, &QToolButton::clicked, this, &HumanOptions::add);
    connect(m_remove, &QToolButton::clicked, this, &HumanOptions::remove);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    showState();
}

void HumanOptions::build()
{
    constexpr int rows = 5;
    m_table->setObjectName(u"humanOptions"_s);
    m_table->setAccessibleName(tr("Options"));
    m_table->setHorizontalHeaderLabels({tr("Id"), tr("Label")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false); // Tab goes on to the buttons
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setFixedHeight(m_table->verticalHeader()->defaultSectionSize() * rows);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (QToolButton *button : {m_add, m_remove, m_up, m_down})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 0.5));
    column->addWidget(m_table);
    column->addLayout(buttons);
    column->addWidget(m_problem);
}

void HumanOptions::load(const QJsonArray &options)
{
    if (options == m_options)
        return;
    m_options = options;
    m_problem->say({});
    fill();
}

void HumanOptions::fill()
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_table->setRowCount(static_cast<int>(m_options.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QJsonValue option = m_options.at(row);
        const QJsonObject object = option.toObject();
        auto *id = new QTableWidgetItem(object.value("id"_L1).toString());
        auto *label = new QTableWidgetItem(option.isObject() ? object.value("label"_L1).toString() : stepmembers::compactJson(option));
        if (!option.isObject()) { // kept as it is
            id->setFlags(id->flags() & ~Qt::ItemIsEditable);
            label->setFlags(label->flags() & ~Qt::ItemIsEditable);
        }
        m_table->setItem(row, 0, id);
        m_table->setItem(row, 1, label);
    }
    showState();
}

bool HumanOptions::hasId(const QString &id, int except) const
{
    for (int row = 0; row < m_options.size(); ++row) {
        if (row != except && m_options.at(row).toObject().value("id"_L1).toString() == id)
            return true;
    }
    return false;
}

void HumanOptions::takeCell(int row, int column)
{
    if (m_isFilling)
        return;
    const QString text = m_table->item(row, column)->text();
    const bool isId = column == 0;
    QJsonObject option = m_options.at(row).toObject();
    const QString name = isId ? u"id"_s : u"label"_s;
    if (isId && (text.trimmed().isEmpty() || hasId(text.trimmed(), row))) {
        m_problem->say(text.trimmed().isEmpty() ? tr("Every option needs an id.") : tr("Another option has this id."));
        const QScopedValueRollback filling(m_isFilling, true);
        m_table->item(row, 0)->setText(option.value(name).toString());
        return;
    }
    m_problem->say({});
    option.insert(name, isId ? text.trimmed() : text);
    m_options.replace(row, option);
    tell(row);
}

void HumanOptions::tell(int row)
{
    fill();
    m_table->setCurrentCell(qMin(row, m_table->rowCount() - 1), qMax(0, m_table->currentColumn()));
    Q_EMIT edited(m_options);
}

void HumanOptions::add()
{
    int number = static_cast<int>(m_options.size()) + 1;
    while (hasId(u"option_%1"_s.arg(number), -1))
        ++number;
    m_options.append(QJsonObject{{u"id"_s, u"option_%1"_s.arg(number)}, {u"label"_s, tr("Option %1").arg(number)}});
    tell(static_cast<int>(m_options.size()) - 1);
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->setCurrentCell(m_table->rowCount() - 1, 1);
    m_table->editItem(m_table->currentItem());
}

void HumanOptions::remove()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_options.size())
        return;
    m_options.removeAt(row);
    tell(row);
}

void HumanOptions::move(int by)
{
    const int row = m_table->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_options.size())
        return;
    const QJsonValue option = m_options.takeAt(row);
    m_options.insert(to, option);
    tell(to);
}

void HumanOptions::showState()
{
    const int row = m_table->currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < m_table->rowCount() - 1);
}

} // namespace desk
