#include "gui/workflows/inspector/valuestepsection.h"

#include "gui/schemaform/quietcombobox.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/stepmembers.h"
#include "gui/workflows/inspector/typedvalueedit.h"

#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int knownOperations = 18;

} // namespace

ValueStepSection::ValueStepSection(const ReferenceSource &source, QWidget *parent)
    : StepSection(parent)
    , m_source(source)
    , m_value(new TypedValueEdit(source, u"stepValue"_s, tr("Value"), this))
    , m_transform(new QWidget(this))
    , m_operation(new QuietComboBox(m_transform))
    , m_argument(new TypedValueEdit(source, u"transformArgument"_s, tr("Argument"), m_transform))
    , m_operationField(new InspectorField(tr("What is done with it"), u"transformOperation"_s, m_operation, m_transform))
{
    fillOperations();
    auto *transform = new QVBoxLayout(m_transform);
    transform->setContentsMargins({});
    transform->setSpacing(Theme::space(this));
    transform->addWidget(m_operationField);
    transform->addWidget(m_argument);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_value);
    column->addWidget(m_transform);
    connectParts();
}

void ValueStepSection::fillOperations()
{
    m_operation->setPlaceholderText(tr("Nothing (not stored)"));
    const std::initializer_list<std::pair<QString, QString>> all{{u"none"_s, tr("Nothing: taken as it is")},
                                                                 {u"length"_s, tr("Length")},
                                                                 {u"first"_s, tr("First item")},
                                                                 {u"last"_s, tr("Last item")},
                                                                 {u"sum"_s, tr("Sum")},
                                                                 {u"average"_s, tr("Average")},
                                                                 {u"min"_s, tr("Smallest")},
                                                                 {u"max"_s, tr("Largest")},
                                                                 {u"join"_s, tr("Join to a text")},
                                                                 {u"split"_s, tr("Split into a list")},
                                                                 {u"unique"_s, tr("Each item once")},
                                                                 {u"sort"_s, tr("Sort")},
                                                                 {u"keys"_s, tr("Names of the members")},
                                                                 {u"values"_s, tr("Values of the members")},
                                                                 {u"number"_s, tr("As a number")},
                                                                 {u"text"_s, tr("As a text")},
                                                                 {u"parse_json"_s, tr("Read as JSON")},
                                                                 {u"to_json"_s, tr("Write as JSON")}};
    for (const auto &[word, text] : all)
        m_operation->addItem(text, word);
}

void ValueStepSection::connectParts()
{
    connect(m_value, &TypedValueEdit::edited, this,
            [this](const QJsonValue &value, bool isTyping) { Q_EMIT edited(path(u"value"_s), value, isTyping); });
    connect(m_operation, &QComboBox::activated, this,
            [this] { Q_EMIT edited(path(u"operation"_s), m_operation->currentData().toString(), false); });
    connect(m_argument, &TypedValueEdit::edited, this,
            [this](const QJsonValue &value, bool isTyping) { Q_EMIT edited(path(u"argument"_s), value, isTyping); });
}

QStringList ValueStepSection::path(const QString &name) const
{
    return m_isTransform ? QStringList{u"transform"_s, name} : QStringList{name};
}

void ValueStepSection::load(const QJsonObject &step)
{
    m_isTransform = step.value("type"_L1) == "transform"_L1;
    m_transform->setVisible(m_isTransform);
    m_value->load(stepmembers::at(step, path(u"value"_s)));
    m_value->showMarks();
    if (!m_isTransform)
        return;
    const QString word = stepmembers::at(step, path(u"operation"_s)).toString();
    showOperation(word);
    const QJsonValue argument = stepmembers::at(step, path(u"argument"_s));
    m_argument->load(argument);
    m_argument->showMarks();
    const bool takesOne = word == "join"_L1 || word == "split"_L1 || word == "sort"_L1;
    m_argument->setVisible(takesOne || !argument.isUndefined() || m_operation->currentIndex() >= knownOperations);
}

void ValueStepSection::showOperation(const QString &word)
{
    if (m_operation->findData(word) < knownOperations)
        m_operation->removeItem(knownOperations); // one of another step
    if (!word.isEmpty() && m_operation->findData(word) < 0)
        m_operation->addItem(displayLine(word, 60), word);
    m_operation->setCurrentIndex(m_operation->findData(word));
    const bool isUnknown = m_operation->currentIndex() >= knownOperations;
    m_operationField->setProblem(isUnknown ? tr("The server does not know this word. It is kept.") : QString());
    if (word == "join"_L1 || word == "split"_L1)
        m_operationField->setHint(tr("The argument is what stands between the items."));
    else
        m_operationField->setHint(
            word == "sort"_L1 ? tr("With the argument “descending” the largest comes first.", "leave “descending” as it is") : QString());
}

} // namespace desk
