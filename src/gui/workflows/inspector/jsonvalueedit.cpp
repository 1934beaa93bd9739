#include "gui/workflows/inspector/jsonvalueedit.h"

#include "gui/schemaform/schemajsonfield.h"
#include "gui/text/exacttext.h"
#include "gui/workflows/inspector/stepmembers.h"
#include "state/chat/toolinput.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace desk {

JsonValueEdit::JsonValueEdit(Kind kind, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_kind(kind)
{
    constexpr int lines = 8;
    setUpJsonEdit(this);
    setLines(lines);
    connect(this, &QPlainTextEdit::textChanged, this, &JsonValueEdit::take);
}

void JsonValueEdit::setLines(int lines)
{
    setFixedHeight(fontMetrics().lineSpacing() * lines + 2 * (frameWidth() + qRound(document()->documentMargin())));
}

void JsonValueEdit::load(const QJsonValue &value)
{
    QString problem;
    if (value == m_value && (hasFocus() || m_problem.isEmpty()) && !document()->isEmpty())
        return; // written another way it is the same
    m_isLoading = true;
    setPlainText(ToolInput::visible(stepmembers::indentedJson(value)));
    m_isLoading = false;
    m_value = value;
    (void)typed(&problem);
    m_problem = problem;
    Q_EMIT checked();
}

QJsonValue JsonValueEdit::typed(QString *problem) const
{
    const QString text = exactText(this);
    if (text.trimmed().isEmpty()) {
        problem->clear();
        return QJsonValue::Undefined;
    }
    *problem = ToolInput::jsonProblem(text);
    if (!problem->isEmpty())
        return {};
    // In a list, as a document of its own is no text and no number in every version of Qt.
    const QJsonValue value = QJsonDocument::fromJson('[' + text.toUtf8() + ']').array().at(0);
    if (m_kind == Kind::Object && !value.isObject())
        *problem = tr("An object is needed: { … }");
    else if (m_kind == Kind::Container && !value.isObject() && !value.isArray())
        *problem = tr("A list or an object is needed: [ … ] or { … }");
    return value;
}

void JsonValueEdit::take()
{
    if (m_isLoading)
        return;
    QString problem;
    const QJsonValue value = typed(&problem);
    m_problem = problem;
    if (problem.isEmpty() && value != m_value) {
        m_value = value;
        Q_EMIT edited(value);
    }
    Q_EMIT checked();
}

} // namespace desk
