#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QImage>

#include <functional>

class QObject;

namespace desk {

// A still picture of bytes that nobody vouches for: png, jpeg, gif and webp by what the bytes are, not by what they are called; of a moving
// one the first frame. At most 16 megapixels (REND-03); the size is looked at before anything is decoded. SVG is refused: it is a
// program. Pure; any thread.
[[nodiscard]] Result<QImage> decodeImage(const QByteArray &bytes);
// The same away from the GUI thread; done in it, once, and not at all when context is gone.
void decodeImage(const QByteArray &bytes, QObject *context, const std::function<void(const Result<QImage> &image)> &done);

} // namespace desk
