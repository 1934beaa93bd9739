#include "gui/chat/transcript/answerauthor.h"

#include "domain/conversation.h"
#include "gui/text/textlimiter.h"

#include <QCoreApplication>
#include <QStringList>

#include <utility>

namespace desk {

namespace {

constexpr int nameLength = 60;
constexpr quint32 colors = 8;

// FNV-1a: qHash is seeded anew on every start.
int colorOf(const QString &id)
{
    quint32 hash = 2166136261U;
    for (const char byte : id.toUtf8())
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    return static_cast<int>(hash % colors);
}

QString initialsOf(const QString &name)
{
    QString initials;
    bool isStart = true; // of a word
    int count = 0;
    for (const char32_t character : name.toUcs4()) {
        const bool isPart = QChar::isLetterOrNumber(character);
        if (isPart && isStart && count < 2) {
            initials += QString::fromUcs4(&character, 1).toUpper();
            ++count;
        }
        isStart = QChar::isSpace(character) || QChar::isPunct(character); // not a mark within a word
    }
    return initials;
}

} // namespace

AnswerAuthor AnswerAuthor::of(const Message &answer, const QHash<QString, QString> *names)
{
    QStringList agents = answer.routing ? answer.routing->agents : QStringList();
    if (!answer.agent.isEmpty() && names != nullptr && names->contains(answer.agent)) // else it is a part of the server that is no agent
        agents = QStringList{answer.agent};
    QStringList shown;
    for (const QString &agent : agents)
        shown << (names == nullptr ? agent : names->value(agent, agent));
    AnswerAuthor author;
    author.name = displayLine(shown.join(QLatin1String(", ")), nameLength);
    author.model = displayLine(answer.facts.model, nameLength).trimmed();
    author.isNamed = !author.name.trimmed().isEmpty();
    if (!author.isNamed)
        author.name = std::exchange(author.model, QString());
    // An agent is sent by its id or by its name: what it is called is the same for both.
    author.color = colorOf(author.name);
    if (author.name.trimmed().isEmpty())
        author.name = QCoreApplication::translate("desk::MessageItem", "Assistant");
    author.initials = initialsOf(author.name);
    return author;
}

QString AnswerAuthor::title() const
{
    //: Above an answer: the agent that wrote it and the language model it used
    return model.isEmpty() ? name : QCoreApplication::translate("desk::MessageItem", "%1 \u00B7 %2").arg(name, model);
}

} // namespace desk
