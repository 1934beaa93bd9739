#include "gui/workflows/inspector/typedvalueedit.h"

#include "gui/schemaform/quietcombobox.h"
#include "gui/theme.h"
#include "gui/workflows/inspector/inspectorfield.h"
#include "gui/workflows/inspector/jsonvalueedit.h"
#include "gui/workflows/inspector/referenceedit.h"
#include "gui/workflows/inspector/referencesource.h"
#include "gui/workflows/inspector/stepmembers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QVBoxLayout>

#include <cmath>

namespace desk {

using namespace Qt::StringLiterals;

TypedValueEdit::TypedValueEdit(const ReferenceSource &source, const QString &key, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_kind(new QuietComboBox(this))
    , m_parts(new QWidget(this))
    , m_text(new ReferenceEdit(source, ReferenceEdit::Kind::Line, this))
    , m_number(new QLineEdit(this))
    , m_yesNo(new QuietComboBox(this))
    , m_json(new JsonValueEdit(JsonValueEdit::Kind::Any, this))
    , m_field(new InspectorField(name, key + u"Parts"_s, m_parts, this))
{
    build(key, name);
    connectParts();
    load(QJsonValue::Undefined);
}

void TypedValueEdit::build(const QString &key, const QString &name)
{
    const std::initializer_list<std::pair<Kind, QString>> kinds{
        {Kind::Text, tr("Text")},       {Kind::Reference, tr("Reference")}, {Kind::Number, tr("Number")},
        {Kind::YesNo, tr("Yes or no")}, {Kind::Null, tr("Nothing (null)")}, {Kind::Json, tr("List or object (JSON)")},
        {Kind::None, tr("Not given")}};
    for (const auto &[kind, words] : kinds)
        m_kind->addItem(words, static_cast<int>(kind));
    m_kind->setObjectName(key + u"Kind"_s);
    m_kind->setAccessibleName(tr("Kind of value: %1").arg(name));
    m_text->setObjectName(key + u"Text"_s);
    m_number->setObjectName(key + u"Number"_s);
    m_yesNo->setObjectName(key + u"YesNo"_s);
    m_json->setObjectName(key + u"Json"_s);
    m_json->setLines(5);
    m_yesNo->addItem(tr("Yes"), true);
    m_yesNo->addItem(tr("No"), false);
    auto *parts = new QVBoxLayout(m_parts);
    parts->setContentsMargins({});
    for (QWidget *part : std::initializer_list<QWidget *>{m_text, m_number, m_yesNo, m_json}) {
        part->setAccessibleName(name);
        parts->addWidget(part);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 0.5));
    column->addWidget(m_field);
    column->addWidget(m_kind);
}

void TypedValueEdit::connectParts()
{
    connect(m_kind, &QComboBox::activated, this, &TypedValueEdit::choose);
    connect(m_text, &ReferenceEdit::edited, this, [this](const QString &text) { tell(text, true); });
    connect(m_number, &QLineEdit::textEdited, this, &TypedValueEdit::takeNumber);
    connect(m_yesNo, &QComboBox::activated, this, [this] { tell(m_yesNo->currentData().toBool(), false); });
    connect(m_json, &JsonValueEdit::edited, this,
            [this](const QJsonValue &value) { tell(value.isUndefined() ? QJsonValue() : value, true); });
    connect(m_json, &JsonValueEdit::checked, this, &TypedValueEdit::showRemarks);
}

TypedValueEdit::Kind TypedValueEdit::kindOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Undefined:
        return Kind::None;
    case QJsonValue::Null:
        return Kind::Null;
    case QJsonValue::Bool:
        return Kind::YesNo;
    case QJsonValue::Double:
        return Kind::Number;
    case QJsonValue::String:
        return value.toString().startsWith("$."_L1) ? Kind::Reference : Kind::Text;
    default:
        return Kind::Json;
    }
}

TypedValueEdit::Kind TypedValueEdit::kind() const
{
    return static_cast<Kind>(m_kind->currentData().toInt());
}

// While the same value is written, the kind that was chosen stays: "$" on its way to a reference, [] as JSON.
void TypedValueEdit::load(const QJsonValue &value)
{
    if (value == m_value && m_kind->currentIndex() >= 0 && !(value.isUndefined() && kind() != Kind::None))
        return;
    m_value = value;
    m_origin = value;
    const bool isText = value.isString() && (kind() == Kind::Text || kind() == Kind::Reference) && m_text->hasFocus();
    showKind(isText ? kind() : kindOf(value));
    showValue();
}

void TypedValueEdit::showKind(Kind kind)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind)));
    m_text->setVisible(kind == Kind::Text || kind == Kind::Reference);
    m_number->setVisible(kind == Kind::Number);
    m_yesNo->setVisible(kind == Kind::YesNo);
    m_json->setVisible(kind == Kind::Json);
}

void TypedValueEdit::showValue()
{
    if (m_value.isString())
        m_text->load(m_value.toString());
    bool isNumber = false;
    const double typed = m_number->text().toDouble(&isNumber);
    if (m_value.isDouble() && !(isNumber && typed == m_value.toDouble()))
        m_number->setText(stepmembers::compactJson(m_value));
    if (m_value.isBool())
        m_yesNo->setCurrentIndex(m_value.toBool() ? 0 : 1);
    if (kind() == Kind::Json)
        m_json->load(m_value);
    showRemarks();
}

QJsonValue TypedValueEdit::as(Kind kind) const
{
    if (kindOf(m_origin) == kind)
        return m_origin;
    const QString text = m_origin.isString() ? m_origin.toString() : stepmembers::compactJson(m_origin);
    const QString lower = text.trimmed().toLower();
    switch (kind) {
    case Kind::Text:
        return m_origin.isNull() ? QString() : text;
    case Kind::Reference:
        return text.startsWith("$."_L1) ? text : u"$."_s;
    case Kind::Number:
        return lower.toDouble();
    case Kind::YesNo:
        return lower != "false"_L1 && lower != "no"_L1 && lower != "0"_L1 && !lower.isEmpty();
    case Kind::Json: {
        const QJsonDocument parsed = QJsonDocument::fromJson(text.toUtf8());
        return parsed.isObject() ? QJsonValue(parsed.object()) : QJsonValue(parsed.array());
    }
    case Kind::Null:
        return QJsonValue::Null;
    default:
        return QJsonValue::Undefined;
    }
}

void TypedValueEdit::choose()
{
    const Kind chosen = kind();
    const QJsonValue next = as(chosen);
    const bool isSame = next == m_value;
    m_value = next;
    showKind(chosen);
    showValue();
    if (!isSame)
        Q_EMIT edited(next, false);
}

void TypedValueEdit::tell(const QJsonValue &value, bool isTyping)
{
    m_value = value;
    m_origin = value;
    if (value.isString() && m_text->text().startsWith("$."_L1) != (kind() == Kind::Reference))
        showKind(kindOf(value));
    showRemarks();
    Q_EMIT edited(value, isTyping);
}

// A comma is a point. "-", "1e" and nothing are on their way.
void TypedValueEdit::takeNumber()
{
    bool isNumber = false;
    const double number = m_number->text().trimmed().replace(u',', u'.').toDouble(&isNumber);
    const bool isWhole = number == std::floor(number) && std::abs(number) < 9e15;
    if (isNumber && std::isfinite(number) && QJsonValue(number) != m_value)
        tell(isWhole ? QJsonValue(static_cast<qint64>(number)) : QJsonValue(number), true);
    showRemarks();
}

void TypedValueEdit::showRemarks()
{
    bool isNumber = false;
    const double number = m_number->text().trimmed().replace(u',', u'.').toDouble(&isNumber);
    const Kind now = kind();
    const bool isText = now == Kind::Text || now == Kind::Reference;
    QString problem = now == Kind::Json ? m_json->problem() : isText ? m_source.problem(m_text->text()) : QString();
    if (now == Kind::Number && !(isNumber && std::isfinite(number)))
        problem = tr("This is no number yet.");
    m_field->setProblem(problem);
    m_field->setHint(isText ? m_source.remark(m_text->text()) : QString());
    for (QWidget *part : std::initializer_list<QWidget *>{m_text, m_number, m_json})
        part->setAccessibleDescription(m_parts->accessibleDescription());
}

void TypedValueEdit::showMarks()
{
    m_text->showMarks();
    showRemarks();
}

} // namespace desk
