#include "gui/schemaform/schemajsonfield.h"

#include "gui/text/exacttext.h"
#include "gui/theme.h"
#include "state/chat/toolinput.h"

#include <QFontMetrics>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QTextOption>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

void setUpJsonEdit(QPlainTextEdit *edit)
{
    edit->setFont(Theme::monospace(edit->font()));
    edit->setTabChangesFocus(true);
    QTextOption option = edit->document()->defaultTextOption();
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setTextDirection(Qt::LeftToRight);
    edit->document()->setDefaultTextOption(option);
    edit->setLayoutDirection(Qt::LeftToRight); // code
}

SchemaJsonField::SchemaJsonField(QWidget *parent)
    : SchemaField(parent)
    , m_edit(new QPlainTextEdit(this))
{
    constexpr int lines = 5;
    m_edit->setObjectName(u"schemaJson"_s);
    m_edit->setPlaceholderText(tr("Not given; JSON"));
    setUpJsonEdit(m_edit);
    m_edit->setFixedHeight(QFontMetrics(m_edit->font()).lineSpacing() * lines);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &SchemaJsonField::takeEdit);
}

QWidget *SchemaJsonField::control() const
{
    return m_edit;
}

void SchemaJsonField::addStops(QList<QWidget *> &stops) const
{
    stops.append(m_edit);
}

void SchemaJsonField::setValue(const Value &value)
{
    m_isSetting = true;
    m_edit->setPlainText(value ? ToolInput::visible(value->toJson(true)) : QString());
    m_isSetting = false;
    m_value = value;
    m_fault.clear();
}

void SchemaJsonField::takeEdit()
{
    if (m_isSetting)
        return;
    const QString text = exactText(m_edit);
    m_fault = text.trimmed().isEmpty() ? QString() : ToolInput::jsonProblem(text);
    const Result<wire::JsonNode> parsed = wire::JsonNode::parse(text.toUtf8());
    m_value = m_fault.isEmpty() && parsed ? Value(*parsed) : std::nullopt;
    Q_EMIT changed();
}

void SchemaJsonField::setNames(const QString &name, const QString &description)
{
    m_edit->setAccessibleName(tr("%1, as JSON").arg(name));
    m_edit->setAccessibleDescription(description);
}

} // namespace desk
