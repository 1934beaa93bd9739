#pragma once

#include "domain/agent.h"
#include "state/agents/agentremark.h"
#include "state/agents/agentsurroundings.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace desk {

// One tool or scope of a proposal, with why it is wanted. The words are a model's: hostile, without control characters, and cut.
struct DesignItem {
    QString name;
    QString reason;
    bool isUnknown = false; // not what this server has, or not for an agent: it is shown and never taken

    bool operator==(const DesignItem &) const = default;
};

// One field of a proposal.
struct DesignField {
    AgentField field = AgentField::Name;
    QString text = {};            // of those that are one text
    QList<DesignItem> items = {}; // of tools and scopes
    QString reason = {};
    bool isUnknown = false; // a model that this server does not list: shown and never taken
    bool isCut = false;     // it was longer than an agent may have

    bool operator==(const DesignField &) const = default;
};

// What an agent might be, field by field (AG-49, FR-039, FR-042): each at most once, in the order of designFields.
struct DesignProposal {
    QList<DesignField> fields = {};

    [[nodiscard]] bool isEmpty() const { return fields.isEmpty(); }
    [[nodiscard]] const DesignField *find(AgentField field) const;
    bool operator==(const DesignProposal &) const = default;
};

inline constexpr std::array designFields{AgentField::Name,         AgentField::DisplayName, AgentField::Description, AgentField::Model,
                                         AgentField::Instructions, AgentField::Tools,       AgentField::Scopes};

// What a model's answer holds.
struct DesignReading {
    enum Kind {
        Nothing,    // no proposal in it
        Unfinished, // one that has begun and does not end
        TooLong,    // more than longestDesignAnswer: not looked at
        Whole
    };
    Kind kind = Nothing;
    DesignProposal proposal = {}; // of a whole one
};

inline constexpr qsizetype longestDesignAnswer = 400'000; // characters

// Finds a proposal in any text: a JSON object, in a fenced block or bare, of which the last one with a field of an agent counts. An
// object that does not end makes nothing: of one that is cut no part is taken. What the server does not have is marked, and what the
// text does not say is not made up. Time and room grow with the text alone, however it is nested. Pure; any thread.
[[nodiscard]] DesignReading readDesign(QStringView answer, const AgentSurroundings &known);

// The agent with this one field as proposed; nothing where it cannot be taken, or would change nothing: what is unknown is left out, and
// the name is only for a new agent.
[[nodiscard]] std::optional<Agent> withDesign(const Agent &agent, const DesignField &field, const AgentSurroundings &known);

} // namespace desk
