#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

class QMimeData;

namespace desk {

// What is dragged or copied between palette, canvas, outline, other windows and a text editor.
namespace stepmime {

[[nodiscard]] QMimeData *ofKind(const QString &type); // a new step of a kind; the caller owns it
[[nodiscard]] QString kindIn(const QMimeData *data);  // empty: none
[[nodiscard]] QMimeData *ofSteps(const QByteArray &json);
[[nodiscard]] QByteArray stepsIn(const QMimeData *data); // also of plain text; empty: nothing that could be steps

} // namespace stepmime

} // namespace desk
