#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

// What somebody looks for, taken apart. Whatever was typed is a query: what is no filter is words, an open quotation mark ends with the
// text. Words of a filter whose value makes no sense are in problems, for people; the filter does not count then.
//
//   report north        both words; the last one may be only begun, unless a space follows
//   "net of returns"    these words in this order
//   -draft  -"old one"  -agent:table    not these
//   agent:table  tool:"table query"  has:file|table|code|tool|source
//   before:2026-05-02  after:2026-05  after:2025     by local dates; after: that day or later
//   in:title            only titles of conversations
//   kind:answer|question|tool|file|source|insight|title    where it is found; several: in any of them. -kind:tool: not there
struct SearchQuery {
    struct Term {
        QString text; // more than one word: in this order
        bool isPrefix = false;
        friend bool operator==(const Term &, const Term &) = default;
    };
    QList<Term> terms;
    QStringList excluded;
    QStringList agents;
    QStringList tools;
    QStringList notAgents; // -agent:, -tool:, -has:
    QStringList notTools;
    QStringList notHas;
    QStringList has; // "file", "table", "code", "tool", "source"
    std::optional<QDate> before;
    std::optional<QDate> after;
    bool titlesOnly = false;
    QStringList kinds; // of searchKinds(); none: all
    QStringList notKinds;
    QStringList problems;

    [[nodiscard]] static SearchQuery parse(const QString &text);
    [[nodiscard]] bool isEmpty() const; // nothing to look for
    [[nodiscard]] bool hasMessageFilters() const { return !(agents + tools + has + notAgents + notTools + notHas).isEmpty(); }
    [[nodiscard]] bool takes(QLatin1StringView kind) const; // hits of that kind are wanted
    [[nodiscard]] bool takesMessages() const;               // of any kind that is part of a message
    friend bool operator==(const SearchQuery &, const SearchQuery &) = default;
};

// The filters, as they are typed: "agent:", …
[[nodiscard]] const QStringList &searchFilters();
[[nodiscard]] const QStringList &searchHasWords();
[[nodiscard]] const QStringList &searchKinds(); // the words of kind:

} // namespace desk
