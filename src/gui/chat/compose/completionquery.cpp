#include "gui/chat/compose/completionquery.h"

namespace desk {

namespace {

constexpr int longestWord = 60; // nothing that long is a name being typed

// A command is all of a text; one that goes on after that is a text like any other.
CompletionQuery commandOf(const QString &text)
{
    if (!text.startsWith(u'/') || text.size() > 2 * longestWord || text.contains(u'\n'))
        return {};
    const auto length = static_cast<int>(text.size());
    const auto space = text.indexOf(u' ');
    if (space < 0)
        return {CompletionQuery::Kind::Command, 0, length, text.mid(1), {}};
    return {CompletionQuery::Kind::Argument, 0, length, text.mid(space).trimmed(), text.mid(1, space - 1)};
}

} // namespace

CompletionQuery CompletionQuery::at(const QString &text, int caret)
{
    if (const CompletionQuery command = commandOf(text); command.kind != Kind::None && caret > 0)
        return command;
    int start = caret;
    while (start > 0 && !text.at(start - 1).isSpace() && caret - start <= longestWord)
        --start;
    const bool isWordStart = start == 0 || text.at(start - 1).isSpace();
    if (!isWordStart || start == caret || text.at(start) != u'@')
        return {};
    int end = caret;
    while (end < text.size() && !text.at(end).isSpace())
        ++end;
    return {Kind::Agent, start, end - start, text.mid(start + 1, caret - start - 1), {}};
}

int CompletionQuery::rank(QStringView text, QStringView word)
{
    if (text.startsWith(word, Qt::CaseInsensitive))
        return 0;
    for (qsizetype from = 1; from < text.size(); ++from) {
        if (!text.at(from - 1).isLetterOrNumber() && text.mid(from).startsWith(word, Qt::CaseInsensitive))
            return 1;
    }
    return -1;
}

} // namespace desk
