#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace desk {

// A formula in a message: as it was written, with its marks, and as it is shown.
struct MathSpan {
    QString source;       // "$x^2$"
    QString shown;        // "x²"
    bool display = false; // on a line of its own
};

// Takes formulas out of markdown before the parser sees them, because "*", "_" and "\(" mean something to it, and puts a mark of two
// noncharacters in their place. Recognised are $$…$$, \[…\], \(…\) and $…$, each under rules so strict that amounts of money, shell
// variables and escaped brackets stay what they are (CH-43): when in doubt it is not a formula. Nothing is ever lost: whoever meets a
// mark where no formula can be shown gets its source back from restore(). Linear in the text. Pure, any thread.
class MathSpans
{
public:
    static constexpr qsizetype maxInline = 400; // characters
    static constexpr qsizetype maxDisplay = 4000;
    static constexpr int maxSpans = 500; // in one piece of a message

    [[nodiscard]] static bool mayContain(QStringView markdown);
    [[nodiscard]] QString take(QStringView markdown); // the text with marks
    [[nodiscard]] bool isEmpty() const { return m_spans.isEmpty(); }

    // The next mark at or after `from`: its place, length and formula; false when there is none.
    struct Mark {
        qsizetype start = 0;
        qsizetype length = 0;
        int span = 0;
    };
    [[nodiscard]] bool next(QStringView text, qsizetype from, Mark *mark) const;
    [[nodiscard]] const MathSpan &at(int span) const { return m_spans.at(span); }
    [[nodiscard]] QString restore(const QString &text) const;

private:
    QList<MathSpan> m_spans;
};

} // namespace desk
