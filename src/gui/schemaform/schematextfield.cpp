#include "gui/schemaform/schematextfield.h"

#include "gui/text/exacttext.h"
#include "state/chat/toolinput.h"

#include <QFontMetrics>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 longLine = 300; // characters: more are not read in one line
constexpr int longestLine = 32'000;

bool asksForLines(const wire::SchemaFacts &facts)
{
    static const QStringList formats{u"multiline"_s, u"multi-line"_s, u"textarea"_s, u"text"_s,   u"markdown"_s,
                                     u"code"_s,      u"html"_s,       u"sql"_s,      u"python"_s, u"json"_s};
    return formats.contains(facts.format) || (facts.minLength && *facts.minLength > longLine / 3) ||
           (facts.maxLength && *facts.maxLength >= longLine);
}

} // namespace

SchemaTextField::SchemaTextField(const wire::SchemaFacts &facts, SchemaNeed need, bool hasLines, QWidget *parent)
    : SchemaField(parent)
    , m_need(need)
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    if (hasLines || asksForLines(facts)) {
        constexpr int lines = 5;
        m_lines = new QPlainTextEdit(this);
        m_lines->setTabChangesFocus(true);
        m_lines->setFixedHeight(QFontMetrics(font()).lineSpacing() * lines);
        connect(m_lines, &QPlainTextEdit::textChanged, this, &SchemaTextField::takeEdit);
    } else {
        m_line = new QLineEdit(this);
        m_line->setMaxLength(longestLine);
        if (facts.format == "password"_L1)
            m_line->setEchoMode(QLineEdit::Password);
        connect(m_line, &QLineEdit::textChanged, this, &SchemaTextField::takeEdit);
    }
    control()->setObjectName(u"schemaText"_s);
    box->addWidget(control());
    showPlaceholder();
}

QWidget *SchemaTextField::control() const
{
    return m_line != nullptr ? static_cast<QWidget *>(m_line) : m_lines;
}

bool SchemaTextField::takes(const wire::JsonNode &value) const
{
    if (!value.isString() || (m_line != nullptr && (value.text().contains(u'\n') || value.text().size() > longestLine)))
        return false;
    QString text = value.text();
    if (m_lines != nullptr)
        text.remove(u'\t');
    return text.size() <= ToolInput::maxCharacters && ToolInput::visible(text) == text; // nothing is written over that nobody sees
}

void SchemaTextField::setValue(const Value &value)
{
    m_isSetting = true;
    const QString text = value ? value->text() : QString();
    if (m_line != nullptr)
        m_line->setText(text);
    else
        m_lines->setPlainText(text);
    m_isSetting = false;
    m_value = value || m_need != SchemaNeed::Item ? value : Value(wire::JsonNode::string({}));
    showPlaceholder();
}

SchemaField::Value SchemaTextField::value() const
{
    return m_value;
}

QString SchemaTextField::text() const
{
    if (m_line != nullptr)
        return m_line->text();
    return exactText(m_lines);
}

void SchemaTextField::takeEdit()
{
    if (m_isSetting)
        return;
    const QString now = text();
    const bool isGiven = !now.isEmpty() || m_need == SchemaNeed::Item;
    m_value = isGiven ? Value(wire::JsonNode::string(now)) : std::nullopt;
    showPlaceholder();
    Q_EMIT changed();
}

void SchemaTextField::showPlaceholder()
{
    const QString words = m_value || m_need == SchemaNeed::Item ? tr("Empty text") : tr("Not given");
    if (m_line != nullptr)
        m_line->setPlaceholderText(words);
    else
        m_lines->setPlaceholderText(words);
}

void SchemaTextField::setNames(const QString &name, const QString &description)
{
    control()->setAccessibleName(name);
    control()->setAccessibleDescription(description);
}

} // namespace desk
