#pragma once

#include "gui/chat/compose/completionlist.h"
#include "gui/chat/compose/composecommand.h"

#include <QCoreApplication>

namespace desk {

struct Agent;
struct SavedPrompt;

// What a word may mean, the best first.
class Offers
{
    Q_DECLARE_TR_FUNCTIONS(desk::Offers)
public:
    using Entries = QList<CompletionList::Entry>;

    [[nodiscard]] static Entries agents(const QList<Agent> &agents, const QString &word); // by title and by name
    [[nodiscard]] static Entries commands(const QList<ComposeCommand> &commands, const QString &word);
    // By title, folder and tags; the most used first among equals.
    [[nodiscard]] static Entries prompts(const QList<SavedPrompt> &prompts, const QString &words);
    [[nodiscard]] static bool isPrompt(const QString &key);
    [[nodiscard]] static QString promptId(const QString &key);
    [[nodiscard]] static Entries noAgent(const QString &word); // says so
};

} // namespace desk
