#include "state/export/exportwords.h"

#include "domain/citations.h"
#include "state/export/exporttext.h"

#include <QJsonDocument>
#include <QLocale>

namespace desk {

using namespace Qt::StringLiterals;

QString ExportWords::title(const Conversation &conversation)
{
    const QString title = harmlessLine(conversation.title);
    return title.isEmpty() ? tr("Conversation") : title;
}

QString ExportWords::who(const Message &message)
{
    switch (message.role) {
    case Role::User:
        return tr("You");
    case Role::Assistant:
        return tr("Agent");
    case Role::System:
        return tr("System");
    default:
        return tr("Unknown sender");
    }
}

QString ExportWords::time(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(u"yyyy-MM-dd HH:mm:ss t"_s);
}

QString ExportWords::heading(const Message &message)
{
    const QString when = time(message.createdAt);
    //: Above a message in a file: who wrote it, and when
    return when.isEmpty() ? who(message) : tr("%1 · %2").arg(who(message), when);
}

QString ExportWords::state(const Message &message)
{
    const auto because = [&message](const QString &text) {
        const QString reason = harmlessLine(message.errorText, 600);
        //: What happened to an answer, and the reason
        return reason.isEmpty() ? text : tr("%1 Reason: %2").arg(text, reason);
    };
    switch (message.state) {
    case MessageState::Complete:
        return {};
    case MessageState::Pending:
    case MessageState::Waiting:
        return because(tr("Not sent yet."));
    case MessageState::Unknown:
        return because(tr("Sent; not known whether it arrived."));
    case MessageState::Streaming:
        return because(tr("Not complete: the answer was still being written."));
    case MessageState::Stopped:
        return because(tr("Not complete: the answer was stopped."));
    case MessageState::Interrupted:
        return because(tr("Not complete: the answer was interrupted."));
    case MessageState::Failed:
        return because(message.role == Role::User ? tr("Not sent: it failed.") : tr("Not complete: the answer failed."));
    }
    return because(tr("Not known to be complete."));
}

QString ExportWords::toolCall(const ToolCall &call)
{
    const QString name = harmlessLine(call.tool.isEmpty() ? call.source : call.tool, 120);
    const QString title = harmlessLine(call.title, 200);
    //: A tool call in a file: the tool's name, and what it said of itself
    QString text = title.isEmpty() ? tr("Tool %1").arg(name) : tr("Tool %1: %2").arg(name, title);
    if (!call.finished)
        return tr("%1 (no result)", "a tool call that had not ended").arg(text);
    if (!call.success) {
        const QString reason = harmlessLine(call.error, 600);
        text =
            reason.isEmpty() ? tr("%1 (failed)", "a tool call").arg(text) : tr("%1 (failed: %2)", "a tool call, reason").arg(text, reason);
    }
    if (call.durationMs < 0)
        return text;
    const QString seconds = QLocale().toString(static_cast<double>(call.durationMs) / 1000.0, 'f', 1);
    return tr("%1 (%2 s)", "a tool call, seconds").arg(text, seconds);
}

QString ExportWords::source(const Citation &citation)
{
    const QString name = harmlessLine(citation.filename.isEmpty() ? citation.fileId.value() : citation.filename, 120);
    if (citation.page <= 0)
        return name;
    const QString number = QLocale().toString(citation.page);
    return hasPages(name) ? tr("%1, page %2", "file, number").arg(name, number) : tr("%1, line %2", "file, number").arg(name, number);
}

QString ExportWords::attachment(const StoredFile &file)
{
    const QString name = harmlessLine(file.filename, 120);
    return file.size > 0 ? tr("%1 (%2)", "file, size").arg(name, QLocale().formattedDataSize(file.size)) : name;
}

QString ExportWords::thought(const Thought &thought)
{
    return harmlessLine(thought.source, 120);
}

QList<Thought> ExportWords::thoughts(const Message &message)
{
    QList<Thought> all = message.thoughts;
    if (!message.plan)
        return all;
    QStringList lines;
    if (!message.plan->summary.isEmpty())
        lines << message.plan->summary;
    for (const PlanStep &step : message.plan->steps)
        //: One step of a plan
        lines << tr("\u2022 %1").arg(step.objective.isEmpty() ? step.tool : step.objective);
    all.prepend({tr("Plan"), lines.join(u'\n'), {}, false});
    return all;
}

QStringList ExportWords::facts(const ExportContent &content)
{
    QStringList lines;
    const ProgramFacts &facts = content.facts;
    const auto add = [&lines](const QString &line, const QString &value) {
        if (!value.isEmpty())
            lines.append(line.arg(value));
    };
    const auto named = [](const QString &name, const QString &version) { return harmlessLine(name + u' ' + version, 200); };
    add(tr("Agent: %1"), harmlessLine(facts.agent.isEmpty() ? content.conversation.agentId.value() : facts.agent, 120));
    add(tr("Language model: %1"), harmlessLine(facts.model.isEmpty() ? content.conversation.model : facts.model, 120));
    add(tr("Server: %1"), named(facts.server, facts.serverVersion));
    add(tr("Server address: %1"), harmlessLine(facts.serverAddress));
    add(tr("Begun: %1"), time(content.conversation.createdAt));
    add(tr("Written: %1"), time(content.writtenAt));
    add(tr("Program: %1"), named(facts.program, facts.version));
    lines.append(tr("%n message(s)", nullptr, static_cast<int>(content.messages.size())));
    return lines;
}

QString ExportWords::attachmentsLabel()
{
    return tr("Attachments");
}

QString ExportWords::sourcesLabel()
{
    return tr("Sources");
}

QString ExportWords::thoughtsLabel()
{
    return tr("Thoughts");
}

QString ExportWords::inputLabel()
{
    return tr("Input");
}

QString ExportWords::outputLabel()
{
    return tr("Output");
}

QString ExportWords::value(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    case QJsonValue::Undefined:
    case QJsonValue::Null:
        return {};
    default: {
        QString text = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
        return text.sliced(1, text.size() - 2);
    }
    }
}

} // namespace desk
