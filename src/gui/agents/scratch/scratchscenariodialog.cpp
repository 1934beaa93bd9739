#include "gui/agents/scratch/scratchscenariodialog.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/plainlabel.h"
#include "state/agents/scratch/scratchscenarios.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ScratchScenarioDialog::ScratchScenarioDialog(ScratchScenarios &scenarios, const Scenario &start, const QString &agent, QWidget *parent)
    : QDialog(parent)
    , m_scenarios(scenarios)
    , m_agent(agent)
    , m_banner(new ErrorBanner(this))
    , m_dataset(new QComboBox(this))
    , m_newName(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_query(addText(u"scenarioQuery"_s, tr("Question"), 3))
    , m_parts(addText(u"scenarioParts"_s, tr("Texts that the answer has to contain, one a line"), 3))
    , m_outcome(addText(u"scenarioOutcome"_s, tr("What a good answer says"), 5))
{
    setObjectName(u"scenarioDialog"_s);
    setWindowTitle(tr("Keep as scenario"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    fill(start);
    showDatasets();
    for (QLineEdit *field : {m_newName, m_name})
        connect(field, &QLineEdit::textChanged, this, &ScratchScenarioDialog::updateState);
    connect(m_query, &QPlainTextEdit::textChanged, this, &ScratchScenarioDialog::updateState);
    connect(m_dataset, &QComboBox::currentIndexChanged, this, &ScratchScenarioDialog::updateState);
    connect(&m_scenarios, &ScratchScenarios::changed, this, &ScratchScenarioDialog::showDatasets);
    connect(&m_scenarios, &ScratchScenarios::kept, this, &QDialog::accept);
    connect(&m_scenarios, &ScratchScenarios::failed, this, [this](const Error &error) { m_banner->showError(error); });
    m_dataset->setFocus();
}

QPlainTextEdit *ScratchScenarioDialog::addText(const QString &name, const QString &title, int lines)
{
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(name);
    text->setAccessibleName(title);
    text->setTabChangesFocus(true);
    text->setMinimumHeight(QFontMetrics(text->font()).lineSpacing() * lines + Theme::space(this, 2));
    return text;
}

void ScratchScenarioDialog::build()
{
    m_dataset->setObjectName(u"scenarioDataset"_s);
    m_dataset->setAccessibleName(tr("Dataset"));
    m_dataset->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_dataset->setMinimumContentsLength(24);
    m_newName->setObjectName(u"scenarioNewDataset"_s);
    m_newName->setAccessibleName(tr("Name of the new dataset"));
    m_newName->setMaxLength(mostDatasetName);
    m_name->setObjectName(u"scenarioName"_s);
    m_name->setAccessibleName(tr("Name of the scenario"));
    m_name->setMaxLength(mostName);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto addRow = [this, form](const QString &title, QWidget *field) { form->addRow(new PlainLabel(title, this), field); };
    addRow(tr("Dataset"), m_dataset);
    addRow(tr("Name of the new dataset"), m_newName);
    addRow(tr("Name of the scenario"), m_name);
    addRow(tr("Question"), m_query);
    addRow(tr("The answer has to contain"), m_parts);
    addRow(tr("What a good answer says"), m_outcome);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_keep = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    m_keep->setObjectName(u"scenarioKeep"_s);
    m_keep->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ScratchScenarioDialog::keep);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_banner);
    column->addLayout(form, 1);
    column->addWidget(buttons);
    resize(Theme::space(this, 70), Theme::space(this, 70));
}

void ScratchScenarioDialog::fill(const Scenario &start)
{
    m_newName->setText(m_agent.left(mostDatasetName));
    m_name->setText(displayLine(start.name, mostName));
    m_query->setPlainText(start.query);
    m_parts->setPlaceholderText(tr("One text a line; empty: none is required"));
    m_parts->setPlainText(start.expectedOutputContains ? start.expectedOutputContains->join(u'\n') : QString());
    m_outcome->setPlainText(start.expectedOutcome);
}

// The one that was chosen stays, also while there is no connection; a dataset that was just made takes the place of "new": the next try
// uses it.
void ScratchScenarioDialog::showDatasets()
{
    const bool isFirst = m_dataset->count() == 0;
    if (!isFirst && m_scenarios.support() != ScratchScenarios::Support::Offered)
        return updateState();
    const QString chosen = m_dataset->currentData().toString();
    const bool isGrown = m_dataset->count() == m_scenarios.datasets().size(); // with "new" in it: one fewer before
    {
        const QSignalBlocker quiet(m_dataset);
        m_dataset->clear();
        for (const Dataset &dataset : m_scenarios.datasets())
            m_dataset->addItem(displayLine(dataset.name, mostDatasetName), dataset.id.value());
        m_dataset->addItem(tr("New dataset"), QString());
        const bool wasMade = !isFirst && chosen.isEmpty() && isGrown;
        const int place = m_dataset->findData(chosen);
        m_dataset->setCurrentIndex(isFirst || wasMade ? 0 : qMax(place, 0));
    }
    updateState();
}

void ScratchScenarioDialog::updateState()
{
    const bool isNew = m_dataset->currentData().toString().isEmpty();
    const bool isKeeping = m_scenarios.isKeeping();
    m_newName->setEnabled(isNew);
    const bool hasDataset = !isNew || !m_newName->text().trimmed().isEmpty();
    const bool isWhole = hasDataset && !m_name->text().trimmed().isEmpty() && !m_query->toPlainText().trimmed().isEmpty();
    m_keep->setEnabled(isWhole && !isKeeping && m_scenarios.whyNot().isEmpty());
}

Scenario ScratchScenarioDialog::scenario() const
{
    Scenario out;
    out.name = m_name->text().trimmed();
    out.query = m_query->toPlainText().trimmed();
    QStringList parts = m_parts->toPlainText().split(u'\n');
    for (QString &part : parts)
        part = part.trimmed();
    parts.removeAll(QString());
    if (!parts.isEmpty())
        out.expectedOutputContains = parts;
    out.expectedOutcome = m_outcome->toPlainText().trimmed();
    return out;
}

Dataset ScratchScenarioDialog::dataset() const
{
    const DatasetId id(m_dataset->currentData().toString());
    for (const Dataset &dataset : m_scenarios.datasets()) {
        if (dataset.id == id)
            return dataset;
    }
    Dataset fresh;
    fresh.name = m_newName->text().trimmed();
    fresh.agent = m_agent;
    return fresh;
}

void ScratchScenarioDialog::keep()
{
    m_banner->clear();
    m_scenarios.keep(dataset(), scenario());
}

} // namespace desk
