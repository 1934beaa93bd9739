#pragma once

#include <QByteArray>
#include <QList>

namespace desk {

// Whether a kept message may hold these words in this order: quick, and wrong in one direction only. The index knows no order, and most
// of what it offers for a phrase of common words is sorted out here, before anything is decoded.
// words: folded, as of FullTextWords. body: the text. rest: JSON of everything else, or nothing.
[[nodiscard]] bool mayHoldPhrase(const QByteArray &body, const QByteArray &rest, const QList<QByteArray> &words, bool lastIsBegun);

} // namespace desk
