#include "localserver/model/modelreply.h"

#include "domain/answerfacts.h"

#include <QJsonDocument>

namespace desk::server {

using namespace Qt::StringLiterals;

QString ModelReply::textOf(const QJsonObject &delta)
{
    const QJsonValue content = delta.value("content"_L1);
    if (!content.isArray())
        return content.toString();
    QString out; // some servers send a list of parts
    for (const QJsonValue &part : content.toArray())
        out += part["text"_L1].toString();
    return out;
}

QString ModelReply::reasoningOf(const QJsonObject &delta)
{
    const QString text = delta.value("reasoning_content"_L1).toString();
    return text.isEmpty() ? delta.value("reasoning"_L1).toString() : text;
}

void ModelReply::takeUsage(const QJsonObject &usage)
{
    const auto take = [&usage](qint64 &counted, QLatin1StringView key) {
        const qint64 said = usage.value(key).toInteger(-1);
        counted = said <= AnswerFacts::mostCounted ? qMax(counted, said) : counted; // the rounds are added up
    };
    take(m_promptTokens, "prompt_tokens"_L1);
    take(m_completionTokens, "completion_tokens"_L1);
}

bool ModelReply::take(const QJsonObject &delta)
{
    m_text += textOf(delta);
    const QJsonArray calls = delta.value("tool_calls"_L1).toArray();
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const QJsonObject call = calls[i].toObject();
        const qsizetype slot = slotFor(call, i);
        if (slot < 0)
            return false;
        while (m_calls.size() <= slot)
            m_calls.append(ModelToolCall());
        ModelToolCall &known = m_calls[slot];
        const QJsonObject function = call.value("function"_L1).toObject();
        const QJsonValue arguments = function.value("arguments"_L1);
        // Some servers send the arguments as an object at once.
        const QString text = arguments.isObject() ? QString::fromUtf8(QJsonDocument(arguments.toObject()).toJson(QJsonDocument::Compact))
                                                  : arguments.toString();
        if (known.id.isEmpty())
            known.id = call.value("id"_L1).toString();
        if (known.name.isEmpty())
            known.name = function.value("name"_L1).toString();
        known.arguments += text;
        m_argumentCharacters += text.size();
    }
    return m_argumentCharacters <= maxArguments && m_text.size() <= maxText;
}

qsizetype ModelReply::slotFor(const QJsonObject &call, qsizetype position)
{
    const QJsonValue index = call.value("index"_L1);
    if (index.isDouble()) {
        const int slot = index.toInt(-1);
        return slot < maxCalls ? slot : -1;
    }
    const QString id = call.value("id"_L1).toString();
    for (qsizetype i = 0; !id.isEmpty() && i < m_calls.size(); ++i) {
        if (m_calls[i].id == id)
            return i;
    }
    const qsizetype slot = id.isEmpty() ? position : m_calls.size();
    return slot < maxCalls ? slot : -1;
}

QList<ModelToolCall> ModelReply::toolCalls() const
{
    QList<ModelToolCall> out;
    for (const ModelToolCall &call : m_calls) {
        if (call.name.isEmpty())
            continue;
        out.append(call);
        if (out.last().id.isEmpty())
            out.last().id = u"call_%1"_s.arg(out.size());
    }
    return out;
}

QJsonObject ModelReply::toMessage() const
{
    QJsonObject message{{u"role"_s, u"assistant"_s}, {u"content"_s, m_text}};
    QJsonArray calls;
    for (const ModelToolCall &call : toolCalls())
        calls.append(QJsonObject{{u"id"_s, call.id},
                                 {u"type"_s, u"function"_s},
                                 {u"function"_s, QJsonObject{{u"name"_s, call.name}, {u"arguments"_s, call.arguments}}}});
    if (!calls.isEmpty())
        message.insert(u"tool_calls"_s, calls);
    return message;
}

} // namespace desk::server
