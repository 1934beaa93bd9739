#include "gui/workflows/simulation/simulationpane.h"

#include "gui/chat/json/jsonpanel.h"
#include "gui/schemaform/schemaeditor.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/tools/plainbuttons.h"
#include "gui/widgets/isolatingdelegate.h"
#include "gui/widgets/plainlabel.h"
#include "state/executions/workflowinputschema.h"
#include "state/inpool.h"
#include "state/models/simulationmodel.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"

#include <QHeaderView>
#include <QJsonDocument>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int soonMs = 150;

} // namespace

SimulationPane::SimulationPane(WorkflowEditing &editing, QWidget *parent)
    : QWidget(parent)
    , m_editing(editing)
    , m_input(new SchemaEditor(this))
    , m_end(new PlainLabel(this))
    , m_table(new QTableView(this))
    , m_model(new SimulationModel(this))
    , m_data(new QWidget(this))
{
    setObjectName(u"simulationPane"_s);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    build();
    m_given = m_input->text();
    connect(&m_soon, &QTimer::timeout, this, &SimulationPane::simulate);
    connect(m_input, &SchemaEditor::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_editing, &WorkflowEditing::changed, this, &SimulationPane::takeDefinition);
    connect(&m_editing.graph(), &WorkflowGraph::reset, this, &SimulationPane::takeDefinition);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SimulationPane::showStep);
}

void SimulationPane::build()
{
    auto *note = new PlainLabel(tr("Nothing is run: this is worked out here, on sample data."), this);
    note->setWordWrap(true);
    m_end->setObjectName(u"simulationEnd"_s);
    m_end->setWordWrap(true);
    m_table->setObjectName(u"simulationSteps"_s);
    m_table->setAccessibleName(tr("Steps that would run"));
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
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setStretchLastSection(true);
    (new QVBoxLayout(m_data))->setContentsMargins({});
    auto *input = new QWidget(this);
    auto *inputBox = new QVBoxLayout(input);
    inputBox->setContentsMargins({});
    inputBox->addWidget(new PlainLabel(tr("Sample input"), input));
    inputBox->addWidget(m_input, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    for (QWidget *part : {input, static_cast<QWidget *>(m_table), m_data})
        splitter->addWidget(part);
    auto *box = new QVBoxLayout(this);
    box->addWidget(note);
    box->addWidget(splitter, 1);
    box->addWidget(m_end);
}

void SimulationPane::setDialect(WorkflowDialect dialect)
{
    m_dialect = dialect;
    m_soon.start();
}

void SimulationPane::setSamples(const ExecutionRecord &record)
{
    m_record = record;
    const bool isWritten = m_input->text() != m_given; // by a person: it stays
    if (!record.execution.input.isEmpty() && !isWritten) {
        m_input->setText(QString::fromUtf8(QJsonDocument(record.execution.input).toJson(QJsonDocument::Indented)));
        m_given = m_input->text();
    }
    m_soon.start();
}

void SimulationPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeDefinition();
}

// Nobody looks at it while it is hidden.
void SimulationPane::takeDefinition()
{
    if (!isVisible())
        return;
    const QJsonObject schema = workflowInputSchema(m_editing.graph().definition());
    if (schema != m_schema) {
        const bool isWritten = m_input->text() != m_given;
        m_schema = schema;
        m_input->setSchema(wire::JsonSchema(wire::JsonNode::of(schema)));
        if (!isWritten)
            m_given = m_input->text();
    }
    m_soon.start();
}

void SimulationPane::simulate()
{
    if (!isVisible())
        return;
    SimulationSample sample;
    sample.input = m_input->isValid() ? m_input->object() : QJsonObject();
    for (const StepExecution &step : std::as_const(m_record.steps)) {
        if (isTerminal(step.status) && !step.output.isNull())
            sample.outputs.insert(step.stepId, step.output);
    }
    runInPool([definition = m_editing.graph().definition(), sample,
               dialect = m_dialect] { return simulatedWorkflow(definition, sample, dialect); },
              this,
              [this, round = ++m_round](const WorkflowSimulation &simulation) {
                  if (round == m_round)
                      take(simulation);
              });
}

void SimulationPane::take(const WorkflowSimulation &simulation)
{
    const int row = m_table->currentIndex().row();
    m_model->setSimulation(simulation);
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(
            m_model->index(qBound(0, row, m_model->rowCount() - 1), 0)); // selectRow() needs to be laid out from right to left
    QString words;
    switch (simulation.end) {
    case WorkflowSimulation::End::Finished:
        words = tr("It would run to its end.");
        break;
    case WorkflowSimulation::End::Failed:
        words = tr("It would fail: %1").arg(displayLine(simulation.problem, 300));
        break;
    case WorkflowSimulation::End::Waiting:
        words = tr("It would wait for a person.");
        break;
    case WorkflowSimulation::End::Limit:
        words = tr("This goes on and on: it was broken off here.");
        break;
    }
    m_end->setText(words);
    showStep();
}

void SimulationPane::showStep()
{
    qDeleteAll(m_data->findChildren<JsonPanel *>(Qt::FindDirectChildrenOnly));
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_model->rowCount())
        return;
    const SimulatedStep &step = m_model->simulation().steps.at(row);
    QJsonObject shown;
    if (!step.input.isUndefined())
        shown.insert(tr("Input"), step.input);
    if (!step.output.isUndefined())
        shown.insert(tr("Output"), step.output);
    auto *panel = new JsonPanel(shown, m_data);
    withoutLetters(*panel);
    connect(panel, &JsonPanel::tableRequested, this, &SimulationPane::tableRequested);
    connect(panel, &JsonPanel::saveRequested, this, &SimulationPane::saveRequested);
    m_data->layout()->addWidget(panel);
    if (const NodeId node = m_editing.graph().nodeAt(step.path); node != NodeId::Root && m_table->hasFocus())
        Q_EMIT nodeChosen(node);
}

} // namespace desk
