#include "gui/schemaform/schemaeditor.h"

#include "gui/schemaform/schemaform.h"
#include "gui/schemaform/schemajsonfield.h"
#include "gui/text/exacttext.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/remarklabel.h"
#include "state/chat/toolinput.h"
#include "state/schemawords.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int jsonView = 0;
constexpr int formView = 1;

} // namespace

SchemaEditor::SchemaEditor(QWidget *parent)
    : QWidget(parent)
    , m_formButton(new QPushButton(tr("&Form"), this))
    , m_jsonButton(new QPushButton(tr("&JSON"), this))
    , m_views(new QButtonGroup(this))
    , m_stack(new QStackedWidget(this))
    , m_raw(new QPlainTextEdit(m_stack))
    , m_label(new PlainLabel(this))
{
    setObjectName(u"schemaEditor"_s);
    build();
    setText(u"{}"_s);
    connect(m_raw, &QPlainTextEdit::textChanged, this, [this] {
        if (m_isSetting)
            return;
        m_isTouched = true;
        check();
    });
    connect(m_views, &QButtonGroup::idClicked, this, &SchemaEditor::switchTo);
}

void SchemaEditor::build()
{
    m_formButton->setObjectName(u"schemaFormView"_s);
    m_jsonButton->setObjectName(u"schemaJsonView"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_formButton, m_jsonButton}) {
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->hide(); // until there is a choice
        buttons->addWidget(button);
    }
    buttons->addStretch();
    m_views->addButton(m_jsonButton, jsonView);
    m_views->addButton(m_formButton, formView);
    m_jsonButton->setChecked(true);
    m_raw->setObjectName(u"schemaRaw"_s);
    m_raw->setAccessibleName(tr("Input, as JSON"));
    setUpJsonEdit(m_raw);
    m_stack->addWidget(m_raw);
    m_label->setObjectName(u"schemaProblem"_s);
    m_label->setWordWrap(true);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addLayout(buttons);
    box->addWidget(m_stack, 1);
    box->addWidget(m_label);
}

void SchemaEditor::setText(const QString &json)
{
    m_isSetting = true;
    m_raw->setPlainText(json);
    m_isSetting = false;
    m_isTouched = false;
    m_isFormChanged = false;
    checkText();
    if (view() == View::Form && m_isObject)
        showForm();
    else
        showJson();
}

void SchemaEditor::setSchema(const wire::JsonSchema &schema)
{
    showJson();
    if (m_form != nullptr) {
        m_stack->removeWidget(m_form);
        m_form->deleteLater();
        m_form = nullptr;
    }
    m_schema.reset();
    if (SchemaForm::canShow(schema))
        m_schema = schema;
    m_formButton->setVisible(hasForm());
    m_jsonButton->setVisible(hasForm());
    const bool hadFocus = m_raw->hasFocus();
    if (hasForm() && !m_isTouched && showView(View::Form) && hadFocus)
        focusInput();
    check();
}

void SchemaEditor::startNew()
{
    const wire::JsonNode start = m_schema ? m_schema->startingValue(true).value_or(wire::JsonNode::object()) : wire::JsonNode::object();
    setText(ToolInput::visible((start.isObject() ? start : wire::JsonNode::object()).toJson(true)));
    showView(View::Form);
}

SchemaEditor::View SchemaEditor::view() const
{
    return m_form != nullptr && m_stack->currentWidget() == m_form ? View::Form : View::Json;
}

bool SchemaEditor::showView(View view)
{
    const bool isThere = view == View::Form ? hasForm() && m_isObject : m_form == nullptr || !m_form->hasFault();
    if (isThere && view != this->view())
        view == View::Form ? showForm() : showJson();
    return isThere;
}

void SchemaEditor::switchTo(int view)
{
    showView(view == formView ? View::Form : View::Json);
    showState(); // the button that was refused is let go
}

void SchemaEditor::showForm()
{
    const Result<wire::JsonNode> value = wire::JsonNode::parse(exactText(m_raw).toUtf8());
    if (!value || !hasForm())
        return;
    if (m_form == nullptr) {
        m_form = new SchemaForm(*m_schema, m_stack);
        m_stack->addWidget(m_form);
        connect(m_form, &SchemaForm::changed, this, [this] {
            m_isFormChanged = true;
            check();
        });
    }
    m_form->setValue(*value);
    m_isFormChanged = false;
    m_stack->setCurrentWidget(m_form);
    m_form->setTabStart(m_jsonButton);
    check();
}

void SchemaEditor::showJson()
{
    if (view() == View::Form && m_isFormChanged) {
        m_isSetting = true;
        m_raw->setPlainText(ToolInput::visible(m_form->value().toJson(true)));
        m_isSetting = false;
        m_isTouched = true;
    }
    m_isFormChanged = false;
    m_stack->setCurrentWidget(m_raw);
    check();
}

void SchemaEditor::checkText()
{
    const QString json = exactText(m_raw);
    const ToolInput input(json);
    m_problem = input.problem();
    m_object = input.object();
    m_isObject = m_problem.isEmpty();
    if (m_isObject)
        m_problem = remarkOn(json);
}

void SchemaEditor::checkForm()
{
    const wire::JsonNode value = m_form->value();
    const QJsonValue sent = value.toValue();
    m_object = sent.toObject();
    m_isObject = sent.isObject() && m_form->problemCount() == 0;
    if (m_form->problemCount() > 0)
        m_problem = tr("%n value(s) must be put right first.", nullptr, m_form->problemCount());
    else
        m_problem = m_isObject ? remarkOnDigits(value) : tr("A number is too large to be sent.");
}

QString SchemaEditor::remarkOnDigits(const wire::JsonNode &value) const
{
    if (wire::JsonNode::of(m_object).isSame(value))
        return {};
    return tr("A number has more digits than can be sent: it will be rounded.");
}

// The server has the last word: what the schema seems to forbid can still be sent as JSON.
QString SchemaEditor::remarkOn(const QString &json) const
{
    constexpr qsizetype longest = 20'000; // at every key
    if (json.size() > longest)
        return {};
    const Result<wire::JsonNode> value = wire::JsonNode::parse(json.toUtf8());
    if (!value)
        return {};
    const QList<wire::SchemaProblem> problems = hasForm() ? m_schema->validate(*value).problems : QList<wire::SchemaProblem>();
    if (problems.isEmpty())
        return remarkOnDigits(*value);
    const wire::SchemaProblem &first = problems.constFirst();
    const QString place = first.pointer.isEmpty() ? QString() : displayLine(first.pointer.sliced(1), 120);
    const QString sentence = displayLine(SchemaWords::sentence(first), 300);
    return place.isEmpty() ? tr("It may be refused: %1").arg(sentence) : tr("It may be refused. %1: %2").arg(place, sentence);
}

void SchemaEditor::check()
{
    if (view() == View::Json)
        checkText();
    else
        checkForm();
    showState();
    Q_EMIT changed();
}

void SchemaEditor::showState()
{
    const bool isForm = view() == View::Form;
    const bool isStuck = isForm && m_form->hasFault();
    (isForm ? m_formButton : m_jsonButton)->setChecked(true);
    m_formButton->setEnabled(isForm || m_isObject);
    m_formButton->setToolTip(m_formButton->isEnabled() ? QString() : tr("The form is there again when the text is valid JSON."));
    m_jsonButton->setEnabled(!isStuck);
    m_jsonButton->setToolTip(isStuck ? tr("The text is there again when every field holds a value.") : QString());
    m_raw->setAccessibleDescription(isForm ? QString() : m_problem);
    m_label->setText(m_obstacle.isEmpty() ? m_problem : m_obstacle);
    m_label->setVisible(!m_label->text().isEmpty());
}

QString SchemaEditor::text() const
{
    return view() == View::Form && m_isFormChanged ? m_form->value().toJson(true) : exactText(m_raw);
}

QJsonObject SchemaEditor::object() const
{
    return m_object;
}

void SchemaEditor::setObstacle(const QString &words)
{
    m_obstacle = words;
    showState();
}

void SchemaEditor::setReadOnly(bool isReadOnly)
{
    m_raw->setReadOnly(isReadOnly);
}

void SchemaEditor::focusInput()
{
    if (view() == View::Form)
        m_form->focusFirst();
    else
        m_raw->setFocus();
}

} // namespace desk
