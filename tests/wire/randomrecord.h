#pragma once

#include "domain/conversation.h"

#include <QJsonDocument>
#include <QStringList>
#include <QTimeZone>

#include <random>

// Random messages and conversations with every field in use, and their description field by field, made without the code under test.
namespace randomrecord {

class Source
{
public:
    explicit Source(unsigned seed)
        : m_engine(seed)
    {
    }

    int below(int limit) { return static_cast<int>(m_engine() % static_cast<unsigned>(limit)); }
    bool coin() { return below(2) == 0; }

    QString text()
    {
        static const QList<char16_t> letters{u'a',      u'Z', u'0',      u' ',      u'\n',     u'\t',     u'"',
                                             u'\\',     u'/', u'\u0000', u'\u001b', u'\u00e4', u'\u202e', u'\ufeff',
                                             u'\ufffd', u'<', u'&',      u'|',      u'\u0301', u'\u05d0', u'\u4e2d'};
        QString out;
        for (int i = below(12); i > 0; --i) {
            if (below(8) == 0)
                out += QString::fromUcs4(U"\U0001F600");
            else
                out += QChar(letters.at(below(static_cast<int>(letters.size()))));
        }
        return out;
    }

    QStringList texts()
    {
        QStringList out;
        for (int i = below(4); i > 0; --i)
            out.append(text());
        return out;
    }

    QDateTime time()
    {
        if (below(5) == 0)
            return {};
        return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(m_engine()) * 1000 + below(1000), Qt::UTC);
    }

    QJsonValue json(int depth = 0)
    {
        switch (below(depth < 3 ? 9 : 6)) {
        case 0:
            return {};
        case 1:
            return coin();
        case 2:
            return static_cast<qint64>(m_engine()) * 2097152 + 1; // beyond what a double holds
        case 3:
            return below(1000000) / 1024.0;
        case 4:
        case 5:
            return text();
        case 6: {
            QJsonArray out;
            for (int i = below(4); i > 0; --i)
                out.append(json(depth + 1));
            return out;
        }
        default:
            return object(depth + 1);
        }
    }

    QJsonObject object(int depth = 0)
    {
        QJsonObject out;
        for (int i = below(4); i > 0; --i)
            out.insert(text(), json(depth + 1));
        return out;
    }

    QJsonValue payload() { return below(4) == 0 ? QJsonValue(QJsonValue::Undefined) : json(); }

    desk::ToolCall call()
    {
        return {text(), text(), text(), text(), payload(), payload(), coin(), coin(), text(), coin() ? below(90000) : -1};
    }

    desk::StoredFile file() { return {desk::FileId(text()), text(), text(), coin() ? qint64(m_engine()) * 4096 : 0, time(), {}, coin()}; }

    desk::Plan plan()
    {
        desk::Plan out{text(), {}};
        for (int i = below(4); i > 0; --i) // groups have two steps at least, and ids are told apart
            out.steps.append({QStringLiteral("s%1").arg(out.steps.size()), text(), text(), -1, coin()});
        if (out.steps.size() > 1 && coin())
            out.steps[0].group = out.steps[1].group = 0;
        return out;
    }

    desk::Message message()
    {
        desk::Message out;
        out.id = desk::MessageId(text());
        out.conversationId = desk::ConversationId(text());
        out.role = static_cast<desk::Role>(below(4));
        out.content = text();
        out.state = static_cast<desk::MessageState>(below(6));
        out.agent = text();
        out.runId = desk::RunId(text());
        for (int i = below(3); i > 0; --i)
            out.attachments.append(file());
        for (int i = below(3); i > 0; --i)
            out.toolCalls.append(call());
        for (int i = below(3); i > 0; --i) {
            out.thoughts.append({text(), text(), text(), coin()});
            out.thoughts.last().model = text();
        }
        for (int i = below(3); i > 0; --i)
            out.citations.append({desk::FileId(text()), text(), below(30), text()});
        if (coin())
            out.routing = desk::RoutingDecision{texts(), texts(), below(1025) / 1024.0, text(), texts(), coin(), coin()};
        if (coin())
            out.plan = plan();
        out.facts = {text(), below(3000) - 1, below(3000) - 1, below(90000) - 1};
        if (out.facts.promptTokens < 0)
            out.facts.totalTokens = below(3000);
        if (coin())
            out.facts.costDollars = (below(4096) + 1) / 1024.0;
        out.errorText = text();
        out.createdAt = time();
        out.elapsedMs = below(3) - 1;
        return out;
    }

    desk::Conversation conversation()
    {
        desk::Conversation out;
        out.id = desk::ConversationId(text());
        out.title = text();
        out.messageCount = below(3) - 1;
        out.lastMessage = text();
        out.activeRun = desk::RunId(text());
        out.source = text();
        out.model = text();
        if (coin())
            out.isPrivate = coin();
        out.agentId = desk::AgentId(text());
        out.createdAt = time();
        out.updatedAt = time();
        out.raw = object();
        return out;
    }

private:
    std::mt19937 m_engine;
};

inline QString flag(bool value)
{
    return value ? QStringLiteral("yes") : QStringLiteral("no");
}

// Keys in an order of our own: Qt sorts those of an object that was read otherwise than those of one that was built, where letters
// beyond the basic plane meet others above the surrogates.
inline QString json(const QJsonValue &value)
{
    if (value.isUndefined())
        return QStringLiteral("undefined");
    QStringList parts;
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue item : items)
            parts.append(json(item));
        return u'[' + parts.join(u',') + u']';
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            parts.append(json(member.key()) + u':' + json(member.value()));
        parts.sort();
        return u'{' + parts.join(u',') + u'}';
    }
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

inline QString time(const QDateTime &value)
{
    return value.isValid() ? QString::number(value.toMSecsSinceEpoch()) + flag(value.timeSpec() == Qt::UTC) : QStringLiteral("none");
}

inline QStringList describe(const desk::Message &m)
{
    QStringList out{m.id.value(),    m.conversationId.value(),
                    m.content,       QString::number(static_cast<int>(m.role)),
                    m.runId.value(), QString::number(static_cast<int>(m.state)),
                    m.errorText,     time(m.createdAt),
                    m.agent,         QString::number(m.elapsedMs)};
    for (const desk::StoredFile &f : m.attachments)
        out << QStringLiteral("file") << f.id.value() << f.filename << f.mimeType << QString::number(f.size) << time(f.createdAt)
            << flag(f.isInLibrary);
    for (const desk::ToolCall &c : m.toolCalls)
        out << QStringLiteral("call") << c.callId << c.tool << c.source << c.title << json(c.input) << json(c.output) << flag(c.finished)
            << flag(c.success) << c.error << QString::number(c.durationMs);
    for (const desk::Thought &t : m.thoughts)
        out << QStringLiteral("thought") << t.source << t.text << t.phase << flag(t.partial) << t.model;
    for (const desk::Citation &c : m.citations)
        out << QStringLiteral("citation") << c.fileId.value() << c.filename << QString::number(c.page) << c.quote;
    if (m.routing)
        out << QStringLiteral("agents") << m.routing->agents << QStringLiteral("tools") << m.routing->tools
            << QString::number(m.routing->confidence, 'g', 17) << m.routing->reasoning << QStringLiteral("alternatives")
            << m.routing->alternatives << flag(m.routing->needsDisambiguation) << flag(m.routing->isTaken);
    if (m.plan)
        out << QStringLiteral("plan") << m.plan->summary;
    out << QStringLiteral("facts") << m.facts.model << QString::number(m.facts.promptTokens) << QString::number(m.facts.completionTokens)
        << QString::number(m.facts.writingMs) << QString::number(m.facts.totalTokens) << QString::number(m.facts.costDollars.value_or(-1));
    for (const desk::PlanStep &s : m.plan ? m.plan->steps : QList<desk::PlanStep>())
        out << s.id << s.tool << s.objective << QString::number(s.group) << flag(s.reported);
    return out;
}

inline QStringList describe(const desk::Conversation &c)
{
    return {c.id.value(),
            c.title,
            QString::number(c.messageCount),
            c.lastMessage,
            c.activeRun.value(),
            c.source,
            c.model,
            c.isPrivate ? flag(*c.isPrivate) : QStringLiteral("unknown"),
            c.agentId.value(),
            time(c.createdAt),
            time(c.updatedAt),
            json(c.raw)};
}

} // namespace randomrecord
