#pragma once

#include <QString>

#include <optional>

namespace desk {

// What "doc:<id>" or "doc:<id>:<page>" in an answer names: a document among its sources (CH-55). It leads to the source panel and nowhere
// else; the desktop never sees it.
struct DocLink {
    QString id;   // of letters, digits, dots, hyphens and underscores; never a path
    int page = 0; // 1-based; 0: none was named
};

[[nodiscard]] std::optional<DocLink> docLink(const QString &href); // nothing for every other address. Pure

} // namespace desk
