#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

namespace desk::wire {

// References of workflows, "$.step.member" (contract 5.4): names of [A-Za-z0-9_], joined by dots, through objects only; no index, no
// hyphen, no wildcard. Pure, any thread; texts and values come from strangers and have limits.
struct WorkflowReference {
    QString text;           // as it stands there, with "$."
    QStringList path;       // at least one name
    qsizetype position = 0; // of text in what was looked through
};

inline constexpr int maxWorkflowDepth = 64;                              // of values that are looked through
inline constexpr qsizetype maxWorkflowText = 4 * qsizetype(1024) * 1024; // characters that references may make of one value's texts

[[nodiscard]] QList<WorkflowReference> referencesIn(const QString &text);
// The text is one reference and nothing else: its value keeps its type.
[[nodiscard]] bool isWholeReference(const QString &text);
// Undefined where a name is missing, or leads into something that is no object.
[[nodiscard]] QJsonValue resolved(const QStringList &path, const QJsonObject &context);
// The value with its references replaced, in arrays and objects too (keys stay). Within a text strings stand as they are, objects and
// arrays as indented JSON; what cannot be resolved, or would make the texts longer than maxWorkflowText together, stays as it was written.
// A whole reference costs nothing here, yet may describe gigabytes once it is written down: see isLargerThan().
[[nodiscard]] QJsonValue withReferences(const QJsonValue &value, const QJsonObject &context);
// The value as it stands within a text.
[[nodiscard]] QString workflowText(const QJsonValue &value);
// Whether a value would take more than about so many bytes, or is nested deeper than maxWorkflowDepth. References let a few lines
// describe gigabytes: ask before one is written down.
[[nodiscard]] bool isLargerThan(const QJsonValue &value, qsizetype bytes);

} // namespace desk::wire
