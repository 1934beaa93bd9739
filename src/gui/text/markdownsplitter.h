#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace desk {

// A piece of a message's source that can be rendered without its neighbours.
struct MarkdownPiece {
    enum class Kind { Text, Code };

    Kind kind = Kind::Text;
    qsizetype start = 0; // Code: of its lines, without the fences
    qsizetype end = 0;
    QString language;  // Code only, untrusted
    bool first = true; // Code only: long blocks come in several pieces
    bool last = true;
    qsizetype headStart = 0; // Text only: a table longer than a piece; its head stands there
    qsizetype headEnd = 0;
};

// What to give the renderer for a piece of `text`: its words, below the head of the table that they continue.
[[nodiscard]] QString markdownSource(const MarkdownPiece &piece, QStringView text);

// Cuts a growing markdown text where its top-level blocks end: at blank lines outside code fences, and before and after fences.
// A cut depends on the text before it and on the line after it, never on how the text was handed over. Lists and indented code
// stay whole; what exceeds maxPiece is cut hard, so that no parser or layout ever sees more. Pure, any thread.
class MarkdownSplitter
{
public:
    static constexpr qsizetype maxPiece = 16 * 1024; // characters
    static constexpr qsizetype maxCode = 4 * 1024;

    // `text` starts with everything fed before. Appends to pieces() what is finished.
    void feed(QStringView text, bool complete);

    [[nodiscard]] const QList<MarkdownPiece> &pieces() const { return m_pieces; }
    // What is not finished yet: from the last cut to the end.
    [[nodiscard]] MarkdownPiece tail(qsizetype textSize) const;
    void reset() { *this = MarkdownSplitter(); }

private:
    struct Fence {
        QChar mark;
        qsizetype length = 0; // 0: not in a fence
    };

    struct Range {
        qsizetype start = 0;
        qsizetype end = 0;
    };

    bool takeLine(QStringView text, qsizetype start, qsizetype end, bool terminated, bool complete);
    bool takeCodeLine(QStringView text, qsizetype start, qsizetype end, bool terminated, bool complete);
    void openCode(const Fence &fence, QStringView info, qsizetype next);
    void takeBlank(qsizetype start, qsizetype next);
    [[nodiscard]] bool cutsBefore(QStringView line) const;
    void cutHard(QStringView text, qsizetype end);
    void closeText(qsizetype end);
    void addCode(qsizetype end, bool last);
    void noteContainers(QStringView line);
    void noteTable(QStringView line, qsizetype start, qsizetype end);

    QList<MarkdownPiece> m_pieces;
    qsizetype m_done = 0;       // start of the next line to look at
    qsizetype m_pieceStart = 0; // of the open piece
    qsizetype m_textEnd = 0;    // end of its last line that is not blank
    bool m_hasText = false;
    bool m_afterBlank = false;
    bool m_list = false; // the open piece has a list: blank lines do not end it
    bool m_indented = false;
    Range m_lineBefore; // in the open piece
    Range m_tableHead;  // of the table the last line may belong to
    Range m_pieceHead;  // of the table the open piece continues
    Fence m_inner;      // a fence inside a list item
    Fence m_code;       // a top-level fence: the open piece is code
    QString m_language;
    bool m_firstCode = true;
};

} // namespace desk
