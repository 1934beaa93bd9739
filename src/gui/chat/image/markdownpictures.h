#pragma once

#include <QHash>
#include <QImage>
#include <QString>

namespace desk {

// The pictures that a person asked to see, by their address as it was written.
struct MarkdownPictures {
    QHash<QString, QImage> shown;
};

// What a card of a picture says that may be shown: its words, and that a click shows it.
[[nodiscard]] QString imageCard(const QString &words);
// Whether a click may show it: https with a host, or data of a known format (REND-03, REND-04). Everything else stays words.
[[nodiscard]] bool isShowableImage(const QString &source);

} // namespace desk
