#pragma once

#include "gui/chat/find/messagewords.h"
#include "gui/chat/transcript/messageitem.h"

#include <QPalette>

class QPainter;

namespace desk {

class Thumbnails;

// Draws one row from its layout. Colours from the palette, nothing remembered.
class MessagePainter
{
public:
    struct Look {
        QPalette palette;
        QFont font;
        bool hovered = false;    // the mouse is over the row: quiet buttons appear
        bool current = false;    // keyboard focus is in the row
        MessagePart hoveredPart; // activatable only where it matters
        MessagePart focusedPart;
        bool hasFocusedPart = false;
        int typingPhase = 0;
        TextPlace selectionStart;
        TextPlace selectionEnd;
        const TextMatcher *matcher = nullptr; // what a search looks for
        FindHit hit;                          // the match under way, when it is in this row
        MessageDocument::Range hitRange;      // where that is in the text
        Thumbnails *thumbnails = nullptr;     // of attachments: what is painted is wanted
    };

    MessagePainter(QPainter &painter, const Look &look);

    // `clip` in row coordinates; the painter's origin is the row's top left.
    void paint(MessageItem &item, const QRect &clip);

private:
    void paintPart(MessageItem &item, const MessagePart &part, const QRect &clip);
    void paintDay(const MessagePart &part);
    void paintDocument(QTextDocument &document, const QPoint &at, const QColor &color, FindHit::Field field, int index);
    void paintHit(const MessageItem &item, const MessagePart &part);
    void paintHeader(const MessageItem &item, const MessagePart &part);
    void paintAvatar(const AnswerAuthor &author, const QRect &rect); // a disc with initials
    void paintTurnPart(MessageItem &item, const MessagePart &part);  // in messagepainterturn.cpp, as the next ones
    void paintRouting(const MessagePart &part);
    void paintSteps(const MessageItem &item, const MessagePart &part);
    void paintPlan(const MessageItem &item, const MessagePart &part);
    void paintStep(const MessageItem &item, const MessagePart &part);
    void paintGroup(const MessageItem &item, const MessagePart &part);
    void paintProgress(const MessageItem &item, const MessagePart &part);
    void paintNote(const MessagePart &part, const QString &icon, const QColor &color);
    void paintThoughts(const MessageItem &item, const MessagePart &part);
    void paintTool(const MessageItem &item, const MessagePart &part);
    void paintToolDetails(const MessageItem &item, const MessagePart &part);
    void paintChip(const MessagePart &part);
    void paintThumbnail(const MessageItem &item, const MessagePart &part); // in messagepainterfiles.cpp, as the next one
    void paintNoThumbnail(const QRect &rect, const QString &iconName, const QString &words);
    void paintStatus(const MessageItem &item, const MessagePart &part);
    void paintButton(const MessagePart &part, const QString &icon, bool withText);
    void paintTyping(const MessagePart &part);
    void paintAction(const MessageItem &item, const MessagePart &part);
    void paintVersion(const MessagePart &part);
    void paintFocus(MessageItem &item);
    void text(const QRect &rect, const QString &text, const QFont &font, const QColor &color, int flags = Qt::AlignVCenter);
    void icon(const QRect &rect, const QString &name, const QColor &color);
    [[nodiscard]] bool isHovered(const MessagePart &part) const;
    [[nodiscard]] QRect leading(const QRect &rect, int width) const;
    [[nodiscard]] QRect afterLeading(const QRect &rect, int width) const;
    [[nodiscard]] bool rtl() const;

    QPainter &m_painter;
    const Look &m_look;
    int m_unit;
};

} // namespace desk
