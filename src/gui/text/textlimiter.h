#pragma once

#include <QString>
#include <QStringView>

namespace desk {

enum class TextUse {
    Prose, // invisible direction marks may stay: each paragraph is laid out on its own
    Code   // code, file names, tool arguments, URLs: what is there must be seen (REND-10)
};

// Makes hostile text cheap and safe to lay out. Keeps state from call to call, so that pieces of one line are bounded together:
//   a line of more than 4 096 characters gets a soft break (REND-12), more than 16 combining marks on one base are dropped (REND-13),
//   control characters go or become visible (REND-11), characters with a meaning inside QTextDocument are replaced.
// The original text stays with the model; copying never takes it from here. Pure, any thread.
class TextLimiter
{
public:
    static constexpr int maxLine = 4096;
    static constexpr int maxMarks = 16;

    [[nodiscard]] QString pass(QStringView text, TextUse use);
    void newLine() { m_line = m_marks = 0; }

private:
    int m_line = 0;
    int m_marks = 0;
};

// A whole text at once.
[[nodiscard]] QString displayText(QStringView text, TextUse use);

// One line for labels, chips and titles: line breaks become spaces, invisible characters are shown, cut at maxLength with an ellipsis.
[[nodiscard]] QString displayLine(QStringView text, qsizetype maxLength = 200);

// What a copy command may put on the clipboard: the exact text without control characters other than tab and line feed (REND-16).
[[nodiscard]] QString clipboardText(QStringView text);

} // namespace desk
