#pragma once

#include "domain/conversation.h"
#include "domain/planprogress.h"
#include "gui/chat/transcript/answerauthor.h"
#include "gui/chat/transcript/messagedocument.h"
#include "state/models/messagemarks.h"

#include <QCoreApplication>
#include <QHash>
#include <QRect>
#include <QSet>

#include <memory>
#include <optional>
#include <unordered_map>

namespace desk {

class Thumbnails;

// What a person opened in a row. Lives longer than the laid out row.
struct MessageExpansion {
    std::optional<bool> thoughts; // none: they open while a model thinks, and close by themselves (CH-48)
    QSet<int> tools;
    int pages = 1; // of a text of megabytes
    bool planClosed = false;
    std::optional<bool> steps = {}; // all of them; none: open until the answer is there (CH-47)
    QSet<qint64> wraps{};           // code whose long lines are treated the other way than usual, see MessageDocument::setTurnedWraps()
};

// One thing in a row: where it is and what it says. Activatable parts can be clicked and reached by keyboard.
struct MessagePart {
    enum class Kind {
        Day, // the messages below are of this day
        Header,
        Copy,
        Routing,       // who answers, how sure the server is; opens the rest
        RoutingReason, // why
        Steps,         // in a line what the answer came by; opens and closes what follows, down to the text
        StepsTrace,    // all of it as the server said it
        Upgrade,       // the stronger model that went on
        Plan,          // its summary; opens and closes the steps
        PlanStep,
        PlanRest, // steps that are not shown
        Progress,
        Interim, // a side note while the answer forms
        Thoughts,
        ThoughtsText,
        Tool,
        ToolDetails,
        ToolOpen, // the whole input and output in a window
        ToolCopyInput,
        ToolCopyOutput,
        Body,
        BlockScroll, // of code or a table that is wider than the text
        Image,       // the card of a picture, or the picture
        Warning,     // what went wrong without ending the turn
        More,        // the next page of a text of megabytes
        CodeCopy,
        CodeSave,
        CodeWrap, // long lines: wrap them, or let them scroll
        TableCopy,
        TableOpen,
        Link,
        Citation,
        Thumbnail, // of an attachment that is a picture
        Attachment,
        Status,
        Retry,
        Typing,
        Action,      // index: a MessageCommand
        VersionBack, // of a message that has several versions
        VersionText,
        VersionNext,
        VersionCompare
    };

    Kind kind = Kind::Header;
    int index = 0; // of the tool, attachment, code block, table, link, step or picture; of the first citation of a document
    QRect rect;    // in the row
    QString text;  // shown, and read by assistive technology
    bool activatable = false;
};

// One laid out row of the transcript: the message's parts from top to bottom for a width. Everything painted, hit and walked through
// by keyboard comes from parts(). GUI thread.
class MessageItem
{
    Q_DECLARE_TR_FUNCTIONS(MessageItem)
public:
    MessageItem(const MarkdownStyle &style, const QFont &font);
    ~MessageItem();
    MessageItem(MessageItem &&) noexcept;
    MessageItem &operator=(MessageItem &&) noexcept;

    // Cheap when only the end of a streaming text is new.
    void setMessage(const Message &message, const MessageExpansion &expansion);
    void setDay(const QDate &day); // above the message; invalid: none
    void setMarks(const MessageMarks &marks, bool hasActions);
    void layout(int width, Qt::LayoutDirection direction); // no-op when nothing changed

    bool measure(int from, int to); // exact heights for this stretch; true if the row's height or inner positions changed
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] int width() const { return m_width; }

    // A point that keeps its meaning when heights above it change: -1 the top, 0 … a segment of the text, segments(): below the text.
    [[nodiscard]] int anchorAt(int y) const;
    [[nodiscard]] int anchorTop(int anchor) const;
    [[nodiscard]] int tailTop() const; // nothing above it changes while the text streams

    [[nodiscard]] const QList<MessagePart> &parts() const { return m_parts; }
    [[nodiscard]] QList<MessagePart> bodyButtons();      // of code and tables, of what is laid out
    [[nodiscard]] QList<MessagePart> activatableParts(); // in reading order, with code buttons and links of what is laid out
    [[nodiscard]] MessagePart hit(const QPoint &point);  // activatable part or Body or Header
    [[nodiscard]] QRect bubble() const { return m_bubble; }
    [[nodiscard]] QPoint bodyTopLeft() const { return m_body; }
    [[nodiscard]] const Message &message() const { return m_message; }
    [[nodiscard]] MessageDocument &body() { return m_document; }
    [[nodiscard]] QTextDocument *toolDocument(int index) const;
    [[nodiscard]] QTextDocument *thoughtsDocument() const { return m_thoughts.get(); }
    [[nodiscard]] const MessageExpansion &expansion() const { return m_expansion; }
    void setNames(std::shared_ptr<const QHash<QString, QString>> names) { m_names = std::move(names); } // of agents; before setMessage()
    [[nodiscard]] const AnswerAuthor &author() const { return m_author; }
    void setPictures(std::shared_ptr<const MarkdownPictures> pictures);
    [[nodiscard]] const QList<StepState> &steps() const { return m_steps; }         // of the plan
    [[nodiscard]] bool isAbout(const MessagePart &chip, int citation) const;        // whether it is the chip of that citation's document
    void setThumbnails(const Thumbnails *thumbnails) { m_thumbnails = thumbnails; } // of attachments; null: none. Before setMessage()
    [[nodiscard]] QList<MessageDocument::Image> images() { return m_document.images(); }
    [[nodiscard]] MessageDocument::BlockId blockOf(const MessagePart &part); // what scrolls, where the part is in it; else no segment
    [[nodiscard]] QString agentName(const QString &name) const { return m_names ? m_names->value(name, name) : name; }
    [[nodiscard]] QString codeText(int index);
    [[nodiscard]] QString codeLanguage(int index);
    [[nodiscard]] qint64 codeKey(int index); // of MessageExpansion::wraps
    [[nodiscard]] TableData tableData(int index);
    [[nodiscard]] QString headerTip() const; // the time with its date, and what the model read and wrote; for people
    [[nodiscard]] const MessageMarks &marks() const { return m_marks; }
    [[nodiscard]] bool showsSteps() const;    // plan, tools, thoughts
    [[nodiscard]] bool showsThoughts() const; // their text
    [[nodiscard]] bool isUser() const { return m_message.role == Role::User; }

    static constexpr int measureCharacters = 90;                 // longest comfortable line
    [[nodiscard]] static int thumbnailHeight(const QFont &font); // of the box of one

private:
    struct Place { // where the next part goes
        int left = 0;
        int width = 0;
        int y = 0;
    };
    void place(Place &at, MessagePart part, int height, int gap);
    void placeDay(Place &at);
    void placeHeader(Place &at);
    void placeActions();
    void placeVersions(Place &at);
    void placeAboveText(Place &at);
    void placeSteps(Place &at); // routing, plan, tools, thoughts; in messageitemsteps.cpp, as the next ones
    void placeStepsLine(Place &at);
    void placeThoughts(Place &at);
    void placeRouting(Place &at);
    void placePlan(Place &at);
    void placePlanSteps(Place &at, const QStringList &words);
    void placeProgress(Place &at);
    void placeNotes(Place &at);
    void placeWarnings(Place &at);
    void placeWrapped(Place &at, MessagePart part, int gap);
    void placeBody(Place &at);
    void placeUserBody(Place &at);
    void placeMore(Place &at);
    // Each is about what stands at its place in the message, or at the one that `indices` tells.
    void placeChips(Place &at, MessagePart::Kind kind, const QStringList &texts, const QList<int> &indices = {});
    void placeSources(Place &at);
    void placeAttachments(Place &at);
    void placeThumbnails(Place &at);
    void alignLines(const Place &at, QList<qsizetype> starts); // parts of the person's own messages stand at the other side
    void placeStatus(Place &at);
    void placeTool(Place &at, int index);
    void placeToolButtons(Place &at, int index);
    void rebuildParts();
    [[nodiscard]] QString routingText() const;
    [[nodiscard]] QString stepText(int step) const; // with its state, for assistive technology
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QString thoughtsText() const;
    [[nodiscard]] QString timeText() const;
    [[nodiscard]] QTextDocument *ensureTool(int index, int width);
    void mirror();

    MarkdownStyle m_style;
    QFont m_font;
    Message m_message;
    MessageExpansion m_expansion;
    MessageDocument m_document;
    QList<StepState> m_steps;
    std::shared_ptr<const QHash<QString, QString>> m_names;
    AnswerAuthor m_author;
    const Thumbnails *m_thumbnails = nullptr;
    std::unique_ptr<QTextDocument> m_thoughts;
    std::unordered_map<int, std::unique_ptr<QTextDocument>> m_tools;
    QList<MessagePart> m_parts;
    QRect m_bubble;
    QPoint m_body;
    QDate m_day;
    MessageMarks m_marks;
    bool m_hasActions = false;
    int m_toolWidth = 0;
    qsizetype m_shown = 0; // characters of the text
    int m_bodyWidth = 0;
    int m_afterBody = 0; // y
    int m_tailFrom = 0;  // segments before it did not change with the last text
    int m_width = 0;
    int m_height = 0;
    int m_unit = 8;
    Qt::LayoutDirection m_direction = Qt::LeftToRight;
    bool m_dirty = true;
};

} // namespace desk
