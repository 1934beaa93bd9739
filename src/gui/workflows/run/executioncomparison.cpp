#include "gui/workflows/run/executioncomparison.h"

#include "gui/definitions/definitiondiffview.h"
#include "gui/theme.h"
#include "gui/widgets/isolatingdelegate.h"
#include "state/models/executionwords.h"
#include "state/models/steppairmodel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ExecutionComparison::ExecutionComparison(const QString &title, const ExecutionRecord &before, const ExecutionRecord &after, QWidget *parent)
    : QDialog(parent)
    , m_before(before)
    , m_after(after)
    , m_model(new StepPairModel(m_before, m_after, this))
    , m_table(new QTableView(this))
    , m_diff(new DefinitionDiffView(this))
{
    setObjectName(u"executionComparison"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(title);
    buildTable();
    build();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExecutionComparison::showStep);
    m_table->setCurrentIndex(m_model->index(0, 0)); // selectRow() needs to be laid out from right to left
    m_table->setFocus();
}

void ExecutionComparison::buildTable()
{
    m_table->setObjectName(u"executionComparisonSteps"_s);
    m_table->setAccessibleName(tr("Steps of both executions"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new IsolatingDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(StepPairModel::StepColumn, QHeaderView::Stretch);
}

void ExecutionComparison::build()
{
    m_diff->setSameWords(tr("Both gave the same."));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_diff);
    auto *buttons = new QDialogButtonBox(this);
    auto *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"executionComparisonClose"_s);
    close->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *box = new QVBoxLayout(this);
    box->addWidget(splitter, 1);
    box->addWidget(buttons);
    resize(Theme::space(this, 110), Theme::space(this, 76));
}

QString ExecutionComparison::nameOf(const ExecutionRecord &record)
{
    const QDateTime &start = record.execution.startedAt.isValid() ? record.execution.startedAt : record.execution.createdAt;
    const QString time = ExecutionWords::time(start);
    return time.isEmpty() ? tr("Execution") : tr("Execution of %1", "time").arg(time);
}

QJsonObject ExecutionComparison::inWords(const ExecutionRecord &record, qsizetype row)
{
    if (row < 0)
        return {};
    const StepExecution &step = record.steps.at(row);
    QJsonObject out{{tr("State"), ExecutionWords::status(step.status)}, {tr("Output"), step.output}};
    if (!step.input.isNull())
        out.insert(tr("Input"), step.input);
    if (!step.error.isEmpty())
        out.insert(tr("Error"), step.error);
    return out;
}

void ExecutionComparison::showStep(const QModelIndex &current)
{
    const StepPair *pair = m_model->pairAt(current.row());
    if (pair == nullptr) {
        const auto whole = [](const ExecutionRecord &record) {
            return QJsonObject{{tr("Input"), record.execution.input}, {tr("State"), ExecutionWords::status(record.execution.status)}};
        };
        m_diff->compare({nameOf(m_before), whole(m_before)}, {nameOf(m_after), whole(m_after)});
        return;
    }
    if (pair->left < 0 || pair->right < 0) {
        m_diff->say(pair->left < 0 ? tr("Only the second execution ran this step.") : tr("Only the first execution ran this step."));
        return;
    }
    m_diff->compare({nameOf(m_before), inWords(m_before, pair->left)}, {nameOf(m_after), inWords(m_after, pair->right)});
}

} // namespace desk
