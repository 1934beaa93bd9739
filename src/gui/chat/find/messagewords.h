#pragma once

#include "domain/conversation.h"
#include "gui/chat/json/jsonwalker.h"
#include "gui/text/markdownsplitter.h"

#include <optional>

namespace desk {

class TextMatcher;

// Where in a message something was found.
struct FindHit {
    enum class Field { None, Plan, Warning, Thoughts, Tool, Body, Attachment, Citation };

    Field field = Field::None;
    int index = 0;      // of the tool, attachment or citation
    int number = 0;     // of the matches in that field, from 0
    bool inText = true; // false: in something that is shown as a whole, such as a tool's title
};

// Everything of a message that a search looks through, in the order in which it is shown, in bites of milliseconds: thoughts and tools
// whether they are open or not, the text as it is rendered, names and words of sources. GUI thread, pure.
class MessageWords
{
public:
    explicit MessageWords(const Message &message);

    bool next();                                         // false: that was all
    [[nodiscard]] int count(const TextMatcher &matcher); // matches in the bite under way
    [[nodiscard]] const FindHit &place() const { return m_place; }

    // The n-th match, from 0; nothing when there are fewer.
    [[nodiscard]] static FindHit find(const Message &message, const TextMatcher &matcher, int number);

private:
    enum class Stage { Plan, ToolTitle, ToolReport, ToolRest, Thoughts, Body, Warnings, Attachments, Citations, End };

    bool take(Stage stage); // the next bite of the stage; false: it has no more
    bool takeReport();
    bool takeRest();
    bool takeBody();
    [[nodiscard]] QString citationWords() const;
    void advance();

    Message m_message;
    Stage m_stage = Stage::Plan;
    FindHit m_place;
    QString m_text;
    int m_index = 0;
    bool m_fresh = true;
    bool m_toolFound = false; // the tool under way was found by its title or report
    bool m_isRest = false;
    std::optional<JsonWalker> m_rest;
    bool m_restIsOutput = false;
    qsizetype m_pageStart = 0;
    qsizetype m_pageEnd = -1;
    qsizetype m_piece = 0;
    MarkdownSplitter m_splitter;
};

} // namespace desk
