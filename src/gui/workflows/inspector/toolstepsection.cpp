#include "gui/workflows/inspector/toolstepsection.h"

#include "gui/schemaform/schemaeditor.h"
#include "gui/schemaform/schemaform.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/remarklabel.h"
#include "gui/workflows/inspector/choicebox.h"
#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/referencesource.h"
#include "gui/workflows/inspector/stepmembers.h"
#include "gui/workflows/inspector/toolschema.h"
#include "state/chat/toolinput.h"

#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

// Contract 5.4: the only ones that a step of the team server can name.
const QStringList &teamTools()
{
    static const QStringList out{u"search"_s,
                                 u"rag"_s,
                                 u"data"_s,
                                 u"web_search"_s,
                                 u"web_scraper"_s,
                                 u"get_weather"_s,
                                 u"extract_urls_from_agent_result"_s,
                                 u"extract_urls_from_search_results"_s,
                                 u"check_urls_in_library"_s,
                                 u"filter_new_urls"_s};
    return out;
}

} // namespace

ToolStepSection::ToolStepSection(const ReferenceSource &source, QWidget *parent)
    : StepSection(parent)
    , m_source(source)
    , m_tool(new ChoiceBox(this))
    , m_toolField(new InspectorField(tr("Tool"), u"stepTool"_s, m_tool, this))
    , m_arguments(new SchemaEditor(this))
    , m_argumentsRemark(new RemarkLabel(RemarkLabel::Tone::Problem, u"stepArgumentsHint"_s, this))
{
    constexpr int lines = 14;
    m_arguments->setObjectName(u"stepArguments"_s);
    m_arguments->setAccessibleName(tr("Arguments"));
    m_arguments->rawEdit()->setAccessibleName(tr("Arguments, as JSON"));
    m_arguments->setFixedHeight(fontMetrics().lineSpacing() * lines);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_toolField);
    column->addWidget(new PlainLabel(tr("Arguments"), this));
    column->addWidget(m_arguments);
    column->addWidget(m_argumentsRemark);
    connect(m_tool, &ChoiceBox::chosen, this, [this](const QString &word) { Q_EMIT edited({u"tool"_s}, word, false); });
    connect(m_arguments, &SchemaEditor::changed, this, &ToolStepSection::takeArguments);
}

void ToolStepSection::load(const QJsonObject &step)
{
    const QScopedValueRollback loading(m_isLoading, true);
    const bool isOther = m_node != m_source.node();
    m_node = m_source.node();
    const QString name = step.value("tool"_L1).toString();
    showTools(name);
    const QJsonValue arguments = step.value("tool_args"_L1);
    if (isOther || arguments != m_stored)
        showArguments(arguments);
    m_stored = arguments;
    showSchema(name);
    QString remark;
    if (!arguments.isUndefined() && !arguments.isObject())
        remark = tr("The step holds arguments that are no object. They are kept until others are written.");
    else
        remark = m_source.problem(stepmembers::compactJson(arguments));
    m_argumentsRemark->say(remark);
}

void ToolStepSection::showTools(const QString &name)
{
    const InspectorSurroundings &known = m_source.surroundings();
    QList<ChoiceBox::Choice> choices;
    const QStringList team = known.isTeamServer ? teamTools() : QStringList();
    for (const QString &word : team)
        choices.append({word, word});
    for (const Tool &tool : known.tools) {
        if (!known.isTeamServer)
            choices.append({tool.name, tool.name});
    }
    m_tool->setChoices(choices);
    m_tool->setWord(name);
    const bool isUnknown = m_tool->isUnknown() && (known.isTeamServer || known.hasTools);
    if (name.isEmpty())
        m_toolField->setProblem(tr("Choose a tool."));
    else if (isUnknown && known.isTeamServer)
        m_toolField->setProblem(
            tr("On the team server only the ten tools of the list work in workflows; with another one the step fails."));
    else
        m_toolField->setProblem(isUnknown ? tr("The server knows no tool of this name. It is kept.") : QString());
    const auto tool = std::find_if(known.tools.begin(), known.tools.end(), [&name](const Tool &one) { return one.name == name; });
    m_toolField->setHint(tool == known.tools.end() ? QString() : displayLine(tool->description, 300));
}

// In the JSON view what is being written stays there.
void ToolStepSection::showSchema(const QString &name)
{
    const QList<Tool> &tools = m_source.surroundings().tools;
    const auto tool = std::find_if(tools.begin(), tools.end(), [&name](const Tool &one) { return one.name == name; });
    const QJsonObject schema = tool == tools.end() ? QJsonObject() : ToolSchema::withReferences(tool->inputSchema());
    if (schema == m_schema && m_hasSchema)
        return;
    m_hasSchema = true;
    m_schema = schema;
    m_arguments->setSchema(wire::JsonSchema(wire::JsonNode::of(schema)));
}

void ToolStepSection::showArguments(const QJsonValue &arguments)
{
    m_arguments->setText(ToolInput::editable(arguments.isObject() ? arguments : QJsonValue(QJsonObject())));
    if (m_arguments->hasForm() && m_arguments->view() == SchemaEditor::View::Json && !m_arguments->rawEdit()->hasFocus())
        m_arguments->showView(SchemaEditor::View::Form);
}

// In the form a field that is being typed would be missing, though only its new value is.
void ToolStepSection::takeArguments()
{
    const auto *form = m_arguments->findChild<const SchemaForm *>();
    const bool isForm = m_arguments->view() == SchemaEditor::View::Form;
    if (m_isLoading || (isForm && form != nullptr && form->hasFault()))
        return;
    const QJsonDocument parsed = QJsonDocument::fromJson(m_arguments->text().toUtf8());
    if (!parsed.isObject() || (!isForm && !ToolInput(m_arguments->text()).problem().isEmpty()))
        return;
    const QJsonValue next(parsed.object());
    const bool isSame = next == m_stored || (next.toObject().isEmpty() && !m_stored.isObject());
    if (isSame)
        return;
    m_stored = next;
    Q_EMIT edited({u"tool_args"_s}, next, true);
}

} // namespace desk
