#include "state/agents/design/designtemplates.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

using Template = DesignTemplates::Template;

const Tool *toolOf(const QString &name, const AgentSurroundings &known)
{
    if (!known.tools)
        return nullptr;
    const auto found = std::find_if(known.tools->cbegin(), known.tools->cend(), [&](const Tool &tool) {
        return tool.name == name && tool.isActive && (tool.isBuiltin || known.takesCustomTools);
    });
    return found == known.tools->cend() ? nullptr : &*found;
}

struct Wanted {
    QString tool;
    QString reason;
};

void addTools(DesignProposal &out, const QList<Wanted> &wanted, const AgentSurroundings &known)
{
    DesignField tools{AgentField::Tools};
    DesignField scopes{AgentField::Scopes};
    QStringList needed;
    for (const Wanted &one : wanted) {
        const Tool *tool = toolOf(one.tool, known);
        if (!tool)
            continue;
        tools.items.append({one.tool, one.reason});
        for (const QString &scope : tool->scopes) {
            if (!needed.contains(scope))
                scopes.items.append({scope, DesignTemplates::tr("A tool of this agent needs it.")});
            needed.append(scope);
        }
    }
    if (!tools.items.isEmpty())
        out.fields.append(tools);
    if (!scopes.items.isEmpty())
        out.fields.append(scopes);
}

Template made(const QString &key, const QString &title, const QString &description, const QString &instructions,
              const QList<Wanted> &wanted, const AgentSurroundings &known)
{
    Template out{key, title, description, {}};
    out.proposal.fields = {{AgentField::Name, key},
                           {AgentField::DisplayName, title},
                           {AgentField::Description, description},
                           {AgentField::Instructions, instructions}};
    addTools(out.proposal, wanted, known);
    return out;
}

Template documents(const AgentSurroundings &known)
{
    return made(u"document-questions"_s, DesignTemplates::tr("Questions on documents"),
                DesignTemplates::tr("Answers questions on the attached documents and says where it stands."),
                DesignTemplates::tr("Answer questions from the attached documents alone.\n"
                                    "Search the documents with `document_search` before every answer.\n"
                                    "Name the file and the place of each statement.\n"
                                    "If the documents do not say it, say so, and do not guess.\n"
                                    "Answer in short paragraphs, the answer first."),
                {{u"document_search"_s, DesignTemplates::tr("Finds the places that an answer is based on.")}}, known);
}

Template tables(const AgentSurroundings &known)
{
    return made(u"table-analyst"_s, DesignTemplates::tr("Table analyst"),
                DesignTemplates::tr("Answers questions on tables and shows how it came to the figures."),
                DesignTemplates::tr("Answer questions on the attached tables.\n"
                                    "Ask the table with `table_query`, and compute with `calculate` instead of in the head.\n"
                                    "Say which columns and which rows were counted.\n"
                                    "If a column is missing or a value is unclear, say so, and do not guess.\n"
                                    "Answer with the figure first, then a small table."),
                {{u"table_query"_s, DesignTemplates::tr("Reads the figures from the table.")},
                 {u"calculate"_s, DesignTemplates::tr("Computes exactly.")}},
                known);
}

Template summaries(const AgentSurroundings &known)
{
    return made(u"summariser"_s, DesignTemplates::tr("Summariser"), DesignTemplates::tr("Sums up long texts for people in a hurry."),
                DesignTemplates::tr("Sum up the text that is given or attached.\n"
                                    "Begin with one sentence that says the most important thing.\n"
                                    "Then list at most seven points, each one sentence, in the order of their weight.\n"
                                    "Keep names, figures and dates exactly as they are.\n"
                                    "Add nothing that is not in the text; if something is unclear there, say so."),
                {{u"document_search"_s, DesignTemplates::tr("Reads attached files.")}}, known);
}

Template translations(const AgentSurroundings &known)
{
    return made(u"translator"_s, DesignTemplates::tr("Translator"),
                DesignTemplates::tr("Translates texts and keeps their form and their terms."),
                DesignTemplates::tr("Translate the text that is given into the language that is asked for.\n"
                                    "If no language is named, ask for it in one sentence.\n"
                                    "Keep headings, lists and numbers as they are, and use one translation for each term throughout.\n"
                                    "If a place has more than one meaning, name them below the translation, and do not guess.\n"
                                    "Answer with the translation alone, without an introduction."),
                {}, known);
}

Template reviews(const AgentSurroundings &known)
{
    return made(u"reviewer"_s, DesignTemplates::tr("Reviewer"),
                DesignTemplates::tr("Looks through a draft and says what to improve, the weightiest first."),
                DesignTemplates::tr("Review the draft that is given or attached.\n"
                                    "List what is wrong or unclear, the weightiest first: the place, what is wrong, a better wording.\n"
                                    "Tell faults apart from matters of taste.\n"
                                    "If a statement cannot be checked, say so, and do not guess.\n"
                                    "End with one sentence on whether the draft can be used as it is."),
                {{u"document_search"_s, DesignTemplates::tr("Reads attached files.")}}, known);
}

} // namespace

QList<DesignTemplates::Template> DesignTemplates::all(const AgentSurroundings &known)
{
    return {documents(known), tables(known), summaries(known), translations(known), reviews(known)};
}

} // namespace desk
