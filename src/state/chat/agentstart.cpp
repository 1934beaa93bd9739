#include "state/chat/agentstart.h"

#include <QJsonArray>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestQuestion = 300;     // characters; more is no question to begin with
constexpr qsizetype longestDescription = 8000; // that is looked through

bool owns(const Agent &agent, std::initializer_list<QLatin1StringView> tools)
{
    return std::any_of(tools.begin(), tools.end(), [&agent](QLatin1StringView tool) { return agent.tools.contains(tool); });
}

bool isQuestion(const QString &text)
{
    return text.size() > 1 && text.size() <= longestQuestion &&
           (text.endsWith(u'?') || text.endsWith(u'\u061F') || text.endsWith(u'\uFF1F')); // Arabic, full width
}

// What stands between marks of quotation, as far as it is a question.
QStringList quoted(const QString &text)
{
    static const QString opening = u"\u201C\u201E\u00AB\u00BB\""_s;
    static const QString closing = u"\u201D\u201C\u00BB\u00AB\""_s;
    QStringList out;
    qsizetype from = -1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (from >= 0 && closing.contains(text.at(at))) {
            out.append(text.sliced(from, at - from).simplified());
            from = -1;
        } else if (opening.contains(text.at(at))) {
            from = at + 1;
        }
    }
    return out;
}

QStringList sentences(const QString &text)
{
    QStringList out;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, text);
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > from; from = to, to = finder.toNextBoundary())
        out.append(text.sliced(from, to - from).simplified());
    return out;
}

QStringList named(const Agent &agent)
{
    QStringList out;
    const QJsonArray questions = agent.raw.value("starter_questions"_L1).toArray();
    for (const QJsonValue &question : questions)
        out.append(question.toString().left(longestQuestion).simplified());
    return out;
}

QStringList inDescription(const Agent &agent)
{
    const QString text = agent.description.left(longestDescription);
    QStringList out = quoted(text);
    out.removeIf([](const QString &part) { return !isQuestion(part); });
    if (out.isEmpty()) {
        out = sentences(text);
        out.removeIf([](const QString &part) { return !isQuestion(part); });
    }
    return out;
}

} // namespace

bool AgentStart::searchesWeb(const Agent &agent)
{
    return owns(agent, {"web_search"_L1, "search"_L1});
}

bool AgentStart::searchesDocuments(const Agent &agent)
{
    return owns(agent, {"document_search"_L1, "rag"_L1});
}

ChatOptions AgentStart::options(const Agent &agent, ChatOptions options)
{
    options.agents = {agent.name};
    options.model.clear();
    options.searchesWeb = searchesWeb(agent);
    options.searchesDocuments = searchesDocuments(agent);
    return options;
}

void AgentStart::leave(const Agent &agent, ChatOptions &options)
{
    if (!searchesDocuments(agent) && options.searchesDocuments == false)
        options.searchesDocuments.reset();
}

QStringList AgentStart::starterQuestions(const Agent &agent)
{
    QStringList out = named(agent);
    if (out.isEmpty())
        out = inDescription(agent);
    out.removeAll(QString());
    out.removeDuplicates();
    return out.mid(0, maxStarters);
}

} // namespace desk
