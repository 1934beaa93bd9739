#pragma once

#include "gui/chat/compose/completionlist.h"
#include "gui/chat/compose/composecommand.h"

#include <QCoreApplication>

namespace desk {

struct Agent;

// What a word may mean, the best first.
class Offers
{
    Q_DECLARE_TR_FUNCTIONS(desk::Offers)
public:
    using Entries = QList<CompletionList::Entry>;

    [[nodiscard]] static Entries agents(const QList<Agent> &agents, const QString &word); // by title and by name
    [[nodiscard]] static Entries commands(const QList<ComposeCommand> &commands, const QString &word);
    [[nodiscard]] static Entries noAgent(const QString &word); // says so
};

} // namespace desk
