#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QSet>
#include <QString>

#include <optional>

// Steps as text for the clipboard, a chat or another window, and back. What comes from there is hostile. Pure; any thread.
namespace desk::steppaste {

constexpr qsizetype mostBytes = 4 * 1024 * 1024;

[[nodiscard]] QByteArray text(const QJsonArray &steps);
// Ours, a step, a list of steps, or a workflow. None: too large, too deep, or something that is no step.
[[nodiscard]] std::optional<QJsonArray> steps(const QByteArray &text);
// Ids that are taken become others (name_2), nested ones too, and references among these steps follow. `taken` grows by all of theirs.
[[nodiscard]] QJsonArray withFreshIds(const QJsonArray &steps, QSet<QString> &taken);

} // namespace desk::steppaste
