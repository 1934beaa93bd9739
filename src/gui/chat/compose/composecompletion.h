#pragma once

#include "gui/chat/compose/completionlist.h"
#include "gui/chat/compose/completionquery.h"
#include "gui/chat/compose/composecommand.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QKeyEvent;

namespace desk {

class AgentStore;
class ComposerEdit;
struct SavedPrompt;

// Offers what the word at the caret may mean: "@" the agents, "/" at the beginning the commands and the prompts of the library. Up and Down
// go through the offers, Enter or Tab takes one, Escape closes the list until another word is begun, and does nothing else.
class ComposeCompletion : public QObject
{
    Q_OBJECT
public:
    ComposeCompletion(ComposerEdit &edit, const AgentStore &agents, QObject *parent = nullptr);
    ~ComposeCompletion() override;

    void setCommands(const QList<ComposeCommand> &commands) { m_commands = commands; }
    void setPrompts(std::function<QList<SavedPrompt>()> prompts) { m_prompts = std::move(prompts); }
    // Does what the text says when all of it is a command, unless the list was closed to have it as a text.
    [[nodiscard]] bool runText();

Q_SIGNALS:
    void agentMentioned(const QString &name); // its "@word" goes from the text
    void agentSelected(const QString &name);  // by command
    void promptChosen(const QString &id);     // its "/words" have gone from the text
    void refused(const QString &reason);      // the command cannot be run now

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void close();
    void place();
    void choose();
    void removeWord();
    void run(const ComposeCommand &command);
    [[nodiscard]] const ComposeCommand *find(const QString &name) const;
    [[nodiscard]] bool takeKey(const QKeyEvent &event);
    [[nodiscard]] QList<CompletionList::Entry> entries();
    [[nodiscard]] QList<CompletionList::Entry> prompts(const QString &words) const;
    [[nodiscard]] CompletionList &list();

    ComposerEdit &m_edit;
    const AgentStore &m_agents;
    QPointer<CompletionList> m_list; // in the window of the text
    QList<ComposeCommand> m_commands;
    std::function<QList<SavedPrompt>()> m_prompts;
    CompletionQuery m_query;
    int m_dismissed = -1; // where the word begins for which the list was closed
};

} // namespace desk
