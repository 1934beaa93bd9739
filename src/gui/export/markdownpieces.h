#pragma once

#include <QStringView>

#include <functional>

namespace desk {

struct MarkdownPiece;

// A whole message cut as the transcript cuts it, so that no parser sees more than its bound; `definitions` are the link references of the
// whole message. Pure.
using MarkdownPieceUser = std::function<void(const MarkdownPiece &piece, QStringView source, QStringView definitions)>;
void forEachMarkdownPiece(QStringView markdown, const MarkdownPieceUser &use);

} // namespace desk
