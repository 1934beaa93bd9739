#pragma once

#include <QString>
#include <QStringList>

#include <atomic>
#include <memory>

namespace desk::server {

// Pure text helpers of the engine; thread-safe.

// Lower case, without diacritics, ß as ss: what questions, headers and values are compared by.
[[nodiscard]] QString fold(const QString &text);

// Folded runs of letters, digits and underscores.
[[nodiscard]] QStringList foldedWords(const QString &text);

// The word itself and what remains without common English and German endings, most exact first.
[[nodiscard]] QStringList wordForms(const QString &foldedWord);

// Equal, equal but for an ending, or one typing error in a longer word.
[[nodiscard]] bool sameWord(const QString &foldedA, const QString &foldedB);

// English and German words that carry no meaning for a search.
[[nodiscard]] bool isStopWord(const QString &foldedWord);

// Without C0 controls (but \n and \t), DEL and unpaired surrogates: tool output and quotes are foreign text.
[[nodiscard]] QString cleanText(const QString &text);

// One line, at most `length` characters, with an ellipsis where something was cut.
[[nodiscard]] QString shortLine(const QString &text, qsizetype length);

// Foreign text inside our markdown: nothing in it can start a link, a table cell or a code span.
[[nodiscard]] QString escapeMarkdown(const QString &text);

// Shared between a turn and its jobs: the turn sets it, the jobs look at it every few milliseconds of work.
class StopToken
{
public:
    void stop() { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool stopped() const { return m_flag->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic_bool> m_flag = std::make_shared<std::atomic_bool>(false);
};

} // namespace desk::server
