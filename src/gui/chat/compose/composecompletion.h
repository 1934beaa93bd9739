#pragma once

#include "gui/chat/compose/completionlist.h"
#include "gui/chat/compose/completionquery.h"

#include <QObject>
#include <QPointer>

class QKeyEvent;

namespace desk {

class AgentStore;
class ComposerEdit;

// Offers what the word at the caret may mean: "@" the agents. Up and Down go through the offers, Enter or Tab takes one, Escape closes the
// list until another word is begun, and does nothing else.
class ComposeCompletion : public QObject
{
    Q_OBJECT
public:
    ComposeCompletion(ComposerEdit &edit, const AgentStore &agents, QObject *parent = nullptr);
    ~ComposeCompletion() override;

Q_SIGNALS:
    void agentChosen(const QString &name); // its "@word" is gone from the text

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void close();
    void place();
    void choose();
    void removeWord();
    [[nodiscard]] bool takeKey(const QKeyEvent &event);
    [[nodiscard]] QList<CompletionList::Entry> agentEntries() const;
    [[nodiscard]] CompletionList &list();

    ComposerEdit &m_edit;
    const AgentStore &m_agents;
    QPointer<CompletionList> m_list; // in the window of the text
    CompletionQuery m_query;
    int m_dismissed = -1; // where the word begins for which the list was closed
};

} // namespace desk
