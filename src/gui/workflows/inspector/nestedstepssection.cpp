#include "gui/workflows/inspector/nestedstepssection.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/remarklabel.h"
#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/optionalnumberedit.h"
#include "gui/workflows/inspector/referenceedit.h"
#include "gui/workflows/inspector/referencesource.h"
#include "state/workflows/workflowgraph.h"

#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

const QString member = u"loop_config"_s;
constexpr int mostShown = 500; // the outline and the canvas show all

} // namespace

NestedStepsSection::NestedStepsSection(const ReferenceSource &source, QWidget *parent)
    : StepSection(parent)
    , m_source(source)
    , m_loop(new QWidget(this))
    , m_items(new ReferenceEdit(source, ReferenceEdit::Kind::Line, m_loop))
    , m_variable(new QLineEdit(m_loop))
    , m_most(new OptionalNumberEdit(OptionalNumberEdit::Kind::Whole, 1, m_loop))
    , m_inside(new QListWidget(this))
    , m_itemsField(new InspectorField(tr("List to go through"), u"loopItems"_s, m_items, m_loop))
    , m_variableField(new InspectorField(tr("Name of the item"), u"loopVariable"_s, m_variable, m_loop))
    , m_mostField(new InspectorField(tr("At most, times"), u"loopMost"_s, m_most, m_loop))
    , m_remark(new RemarkLabel(RemarkLabel::Tone::Hint, u"insideRemark"_s, this))
{
    build();
    connectParts();
}

void NestedStepsSection::build()
{
    constexpr int lines = 6;
    m_items->setPlaceholderText(u"$.…"_s);
    m_variable->setPlaceholderText(u"item"_s);
    m_inside->setObjectName(u"stepsInside"_s);
    m_inside->setAccessibleName(tr("Steps inside"));
    m_inside->setFixedHeight(fontMetrics().lineSpacing() * lines);
    auto *loop = new QVBoxLayout(m_loop);
    loop->setContentsMargins({});
    loop->setSpacing(Theme::space(this));
    for (QWidget *part : {m_itemsField, m_variableField, m_mostField})
        loop->addWidget(part);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_loop);
    column->addWidget(new PlainLabel(tr("Steps inside"), this));
    column->addWidget(m_inside);
    column->addWidget(m_remark);
}

void NestedStepsSection::connectParts()
{
    connect(m_items, &ReferenceEdit::edited, this, [this](const QString &text) { Q_EMIT edited({member, u"items_path"_s}, text, true); });
    connect(m_variable, &QLineEdit::textEdited, this, [this](const QString &text) {
        Q_EMIT edited({member, u"item_variable"_s}, text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text), true);
    });
    connect(m_most, &OptionalNumberEdit::edited, this, [this](const QJsonValue &value) {
        Q_EMIT edited({member, u"max_iterations"_s}, value, true);
    });
    connect(m_most, &OptionalNumberEdit::checked, this, [this] { m_mostField->setProblem(m_most->problem()); });
    connect(m_inside, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT jumpAsked(static_cast<NodeId>(item->data(Qt::UserRole).toULongLong())); });
}

void NestedStepsSection::load(const QJsonObject &step)
{
    const bool isLoop = step.value("type"_L1) == "loop"_L1;
    m_loop->setVisible(isLoop);
    if (isLoop)
        showLoop(step.value(member).toObject());
    showInside();
    const bool isTeam = m_source.surroundings().isTeamServer;
    const qsizetype count = m_source.graph().children(m_source.node()).size();
    if (count == 0)
        m_remark->say(tr("No steps yet. Add some on the canvas or in the outline."));
    else if (!isLoop && isTeam && count > 1)
        m_remark->say(tr("The team server fails with more than one step here, and references cannot reach what is inside."));
    else
        m_remark->say(isLoop && isTeam ? tr("The team server keeps everything of every time round: the result grows quickly.") : QString());
}

void NestedStepsSection::showLoop(const QJsonObject &config)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9_]+\\z"_s);
    m_items->load(config.value("items_path"_L1).toString());
    m_itemsField->setProblem(m_items->text().isEmpty() ? tr("Write where the list is, such as $.input.cities.")
                                                       : m_source.problem(m_items->text()));
    m_itemsField->setHint(m_source.remark(m_items->text()));
    const QString variable = config.value("item_variable"_L1).toString();
    if (m_variable->text() != variable)
        m_variable->setText(variable);
    const bool isName = variable.isEmpty() || pattern.match(variable).hasMatch();
    m_variableField->setProblem(isName ? QString() : tr("Only letters from A to Z, digits and underscores: references know no others."));
    m_variableField->setHint(
        tr("Inside: $.%1, $.loop_index, $.loop_count").arg(displayLine(variable.isEmpty() ? u"item"_s : variable, 40)));
    m_most->load(config.value("max_iterations"_L1));
    m_mostField->setHint(m_source.surroundings().isTeamServer ? tr("The team server ignores this.") : tr("Without a number: 1,000 times."));
}

void NestedStepsSection::showInside()
{
    const WorkflowGraph &graph = m_source.graph();
    const QList<NodeId> inside = graph.children(m_source.node()).first(qMin<qsizetype>(mostShown, graph.children(m_source.node()).size()));
    const int current = m_inside->currentRow();
    while (m_inside->count() > inside.size())
        delete m_inside->takeItem(m_inside->count() - 1);
    for (int i = 0; i < inside.size(); ++i) {
        if (i >= m_inside->count())
            m_inside->addItem(QString());
        const QString title = graph.title(inside.at(i));
        const QString summary = graph.summary(inside.at(i));
        m_inside->item(i)->setText(
            displayLine(summary.isEmpty() ? title : tr("%1: %2", "title and summary of a step").arg(title, summary), 120));
        m_inside->item(i)->setData(Qt::UserRole, static_cast<qulonglong>(inside.at(i)));
    }
    m_inside->setCurrentRow(qBound(m_inside->count() > 0 ? 0 : -1, current, m_inside->count() - 1));
}

} // namespace desk
