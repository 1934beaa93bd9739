#include "gui/agents/editor/mcpserverform.h"

#include "gui/agents/editor/fieldblock.h"
#include "gui/agents/editor/textreplace.h"
#include "gui/text/exacttext.h"
#include "gui/theme.h"

#include <QComboBox>
#include <QFontMetrics>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTimeout = 600; // seconds

QString linesOf(const QMap<QString, QString> &values)
{
    QStringList lines;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        lines.append(value.key() + u'=' + value.value());
    return lines.join(u'\n');
}

QMap<QString, QString> valuesOf(const QString &text)
{
    QMap<QString, QString> out;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype equals = line.indexOf(u'=');
        const QString key = (equals < 0 ? line : line.first(equals)).trimmed();
        if (!key.isEmpty())
            out.insert(key, equals < 0 ? QString() : line.sliced(equals + 1));
    }
    return out;
}

// What nobody has touched stays as it came: a value of several lines does not survive its being read by the line.
void take(const QPlainTextEdit *field, QMap<QString, QString> &values)
{
    const QString text = exactText(field);
    if (text != linesOf(values))
        values = valuesOf(text);
}

QMap<QString, QString> masked(QMap<QString, QString> values)
{
    for (QString &value : values)
        value = QString(8, QChar(0x2022));
    return values;
}

QPlainTextEdit *textField(int lines, QWidget *parent)
{
    auto *field = new QPlainTextEdit(parent);
    field->setTabChangesFocus(true);
    field->setLineWrapMode(QPlainTextEdit::NoWrap);
    field->setFont(Theme::monospace(parent->font()));
    field->setFixedHeight(QFontMetrics(field->font()).lineSpacing() * lines + Theme::space(parent, 2));
    return field;
}

} // namespace

McpServerForm::McpServerForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_transport(new QComboBox(this))
    , m_command(new QLineEdit(this))
    , m_arguments(textField(3, this))
    , m_url(new QLineEdit(this))
    , m_environment(textField(3, this))
    , m_headers(textField(3, this))
    , m_filter(new QLineEdit(this))
    , m_timeout(new QSpinBox(this))
    , m_nameBlock(new FieldBlock(tr("Name of the tool server"), u"mcpName"_s, m_name, this))
    , m_commandBlock(new FieldBlock(tr("Program"), u"mcpCommand"_s, m_command, this))
    , m_argumentsBlock(new FieldBlock(tr("Arguments, one a line"), u"mcpArguments"_s, m_arguments, this))
    , m_urlBlock(new FieldBlock(tr("Address"), u"mcpUrl"_s, m_url, this))
    , m_environmentBlock(new FieldBlock(tr("Environment, NAME=value, one a line"), u"mcpEnvironment"_s, m_environment, this))
    , m_headersBlock(new FieldBlock(tr("Headers, Name=value, one a line"), u"mcpHeaders"_s, m_headers, this))
    , m_timeoutBlock(new FieldBlock(tr("Longest wait"), u"mcpTimeout"_s, m_timeout, this))
    , m_reveal(new QPushButton(tr("Show and change the hidden values"), this))
{
    build();
    connectFields();
}

void McpServerForm::build()
{
    m_transport->addItem(tr("A program the server starts"), OpenEnum(McpTransport::Stdio).wire());
    m_transport->addItem(tr("A service at an address"), OpenEnum(McpTransport::Sse).wire());
    m_filter->setPlaceholderText(tr("All of them; or names, separated by commas"));
    m_timeout->setRange(1, longestTimeout);
    m_timeout->setSuffix(tr(" s"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this, 1.5));
    column->addWidget(m_nameBlock);
    column->addWidget(new FieldBlock(tr("How it is reached"), u"mcpTransport"_s, m_transport, this));
    for (QWidget *part : {m_commandBlock, m_argumentsBlock, m_urlBlock, m_environmentBlock, m_headersBlock})
        column->addWidget(part);
    column->addWidget(new FieldBlock(tr("Which of its tools"), u"mcpFilter"_s, m_filter, this));
    column->addWidget(m_timeoutBlock);
    column->addWidget(m_reveal);
    m_reveal->setObjectName(u"mcpReveal"_s);
    for (FieldBlock *secrets : {m_environmentBlock, m_headersBlock})
        secrets->setHint(tr("Everyone who may see the agent can read these values."));
}

void McpServerForm::connectFields()
{
    const auto tell = [this](QWidget *field) {
        if (!m_isShowing)
            Q_EMIT edited(field->objectName());
    };
    for (QLineEdit *field : {m_name, m_command, m_url, m_filter})
        connect(field, &QLineEdit::textEdited, this, [tell, field] { tell(field); });
    for (QPlainTextEdit *field : {m_arguments, m_environment, m_headers})
        connect(field, &QPlainTextEdit::textChanged, this, [tell, field] { tell(field); });
    connect(m_timeout, &QSpinBox::valueChanged, this, [this, tell] { tell(m_timeout); });
    connect(m_reveal, &QPushButton::clicked, this, [this] {
        showValues(true);
        (m_transport->currentIndex() == 1 ? m_headers : m_environment)->setFocus(Qt::OtherFocusReason);
    });
    connect(m_transport, &QComboBox::activated, this, [this, tell] {
        showKind();
        tell(m_transport);
    });
}

void McpServerForm::setServer(const McpServer &server)
{
    const QScopedValueRollback showing(m_isShowing, true);
    const bool isSame = m_server.name == server.name; // of the one that is shown: an undo hides nothing again
    m_server = server;
    const auto setLine = [](QLineEdit *field, const QString &text) {
        if (field->text() != text)
            field->setText(text);
    };
    setLine(m_name, server.name);
    const QString transport = server.transport.wire();
    if (m_transport->findData(transport) < 0)
        m_transport->addItem(transport, transport);
    m_transport->setCurrentIndex(m_transport->findData(transport));
    setLine(m_command, server.command);
    setLine(m_url, server.url);
    if (this->server().arguments != server.arguments)
        replaceText(m_arguments, server.arguments.join(u'\n'));
    showValues((isSame && m_isRevealed) || (server.environment.isEmpty() && server.headers.isEmpty()));
    const QString filter = server.toolFilter.value_or(QStringList()).join(u", "_s);
    if (this->server().toolFilter != server.toolFilter)
        m_filter->setText(filter);
    m_timeout->setValue(server.timeoutSeconds);
    showKind();
}

McpServer McpServerForm::server() const
{
    McpServer out = m_server;
    out.name = m_name->text();
    out.transport = OpenEnum<McpTransport>::fromWire(m_transport->currentData().toString());
    out.command = m_command->text();
    out.url = m_url->text();
    out.arguments = exactText(m_arguments).isEmpty() ? QStringList() : exactText(m_arguments).split(u'\n');
    if (m_isRevealed) {
        take(m_environment, out.environment);
        take(m_headers, out.headers);
    }
    QStringList filter;
    const QStringList names = m_filter->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (!name.trimmed().isEmpty())
            filter.append(name.trimmed());
    }
    if (!filter.isEmpty() || !m_filter->text().isEmpty() || (m_server.toolFilter && !m_server.toolFilter->isEmpty()))
        out.toolFilter = filter.isEmpty() ? std::nullopt : std::optional(filter);
    if (m_timeout->value() != qBound(1, m_server.timeoutSeconds, longestTimeout))
        out.timeoutSeconds = m_timeout->value(); // else what came stays, also what this field cannot show
    return out;
}

void McpServerForm::showValues(bool isRevealed)
{
    const QScopedValueRollback showing(m_isShowing, true);
    const bool wasRevealed = std::exchange(m_isRevealed, isRevealed);
    const auto show = [this, wasRevealed](QPlainTextEdit *field, const QMap<QString, QString> &values) {
        field->setReadOnly(!m_isRevealed);
        const bool isAsTyped = valuesOf(exactText(field)) == values || exactText(field) == linesOf(values);
        if (!m_isRevealed || !wasRevealed || !isAsTyped)
            replaceText(field, linesOf(m_isRevealed ? values : masked(values)));
    };
    show(m_environment, m_server.environment);
    show(m_headers, m_server.headers);
    m_reveal->setVisible(!m_isRevealed);
}

void McpServerForm::showKind()
{
    const bool isSse = m_transport->currentData().toString() == OpenEnum(McpTransport::Sse).wire();
    for (QWidget *part : {m_commandBlock, m_argumentsBlock, m_environmentBlock})
        part->setVisible(!isSse);
    for (QWidget *part : {m_urlBlock, m_headersBlock})
        part->setVisible(isSse);
}

void McpServerForm::setRemarks(const QList<AgentRemark> &remarks)
{
    const auto about = [&remarks](std::initializer_list<QLatin1StringView> parts) {
        QList<AgentRemark> out;
        for (const AgentRemark &remark : remarks) {
            if (std::find(parts.begin(), parts.end(), remark.part) != parts.end())
                out.append(remark);
        }
        return out;
    };
    m_nameBlock->setRemarks(about({"name"_L1, {}}), AgentField::McpServers);
    m_commandBlock->setRemarks(about({"command"_L1}), AgentField::McpServers);
    m_argumentsBlock->setRemarks(about({"args"_L1}), AgentField::McpServers);
    m_urlBlock->setRemarks(about({"url"_L1}), AgentField::McpServers);
    m_environmentBlock->setRemarks(about({"env"_L1}), AgentField::McpServers);
    m_headersBlock->setRemarks(about({"headers"_L1}), AgentField::McpServers);
    m_timeoutBlock->setRemarks(about({"timeout_seconds"_L1}), AgentField::McpServers);
}

void McpServerForm::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

} // namespace desk
