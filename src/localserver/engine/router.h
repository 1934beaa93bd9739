#pragma once

#include "domain/chatevent.h"
#include "localserver/engine/filesketch.h"

#include <QList>
#include <QString>

namespace desk::server {

// Where one question goes without a language model. decision is what the user sees.
struct Route {
    enum class Target {
        Introduction, // nothing to work on: what this engine can do
        Document,
        Table,
        Calculator,
        Clock,
        NeedsModel, // an agent that cannot work without one
        Unreadable, // only files of unknown kinds
        Ask         // too close to call: decision.needsDisambiguation
    };
    Target target = Target::Introduction;
    RoutingDecision decision;
    QString question;    // what to answer; differs from the prompt when the prompt answered our Ask
    QString expression;  // Calculator
    EngineFile file;     // Table
    QStringList options; // Ask
};

// Chooses by rules: the selected agent, SQL, an expression, then how well question and files fit. Pure.
[[nodiscard]] Route routeQuestion(const TurnRequest &request, const QList<FileSketch> &files);

inline constexpr double askBelow = 0.6;

} // namespace desk::server
