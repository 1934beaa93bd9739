#pragma once

#include <QString>
#include <QStringView>

namespace desk::wire {

// Separates what a model thought aloud, <think>…</think>, from its answer while it streams; tags may be split over pieces (contract 4.6,
// CH-49). A beginning counts at that of a line or right behind a sentence (of another call of the model), outside of fenced code: what an
// answer says about tags is part of the answer. One that is never closed goes on to the end; an end without a beginning makes thought of
// all before it. Pure.
class ThinkFilter
{
public:
    struct Parts {
        QString answer;
        QString thought;
        bool isRetracted = false; // all that was handed out as answer before this call was thought, and comes before `thought`
    };

    [[nodiscard]] Parts feed(QStringView piece);
    // What was held back as a possible tag.
    [[nodiscard]] Parts finish();
    // Of a whole text.
    [[nodiscard]] static Parts split(const QString &text);

private:
    enum class Tag { None, Possible, Open, Close };
    enum class Lead { Space, Run, Rest }; // how far the line has come: white space, then perhaps a fence, then anything
    struct Found {
        Tag tag = Tag::None;
        qsizetype length = 0;
    };

    [[nodiscard]] static Found tagAt(QStringView text);
    [[nodiscard]] Parts take(bool isWhole);
    [[nodiscard]] bool isStray(QStringView after, bool isWhole) const;
    void beginLine();
    void endLine();
    void advance(QChar c);

    QString m_held;
    bool m_thinking = false;
    bool m_hasThought = false;
    bool m_trimAnswer = false; // the blank lines after </think>
    Lead m_lead = Lead::Space;
    QChar m_runOf;
    qsizetype m_run = 0; // of backticks or tildes at the beginning of the line
    bool m_isBare = true;
    bool m_isBehindSentence = false;
    bool m_opensInLine = false; // the thought stands behind a sentence
    QChar m_fence;              // null: not in a fenced block
    qsizetype m_fenceLength = 0;
};

} // namespace desk::wire
