#pragma once

#include "state/agents/design/designproposal.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace desk {

// Agents to begin with, in the person's language, that need no language model (AG-49). A template is a proposal like a model's, and has of
// the tools only those that the server has. Pure.
class DesignTemplates
{
    Q_DECLARE_TR_FUNCTIONS(desk::DesignTemplates)
public:
    struct Template {
        QString key; // stays the same in every language
        QString title;
        QString description;
        DesignProposal proposal;
    };

    [[nodiscard]] static QList<Template> all(const AgentSurroundings &known);
};

} // namespace desk
