#pragma once

#include "domain/tool.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace desk {

// An input of a tool with what is expected of it (TL-11). What looked like a secret when it was kept is not in it: ${NAME} stands there.
struct ToolCase {
    // Beyond these it is not kept, nor compared.
    static constexpr qsizetype maxName = 120;
    static constexpr qsizetype maxBytes = 256 * 1024; // of the input, and of what came out, as JSON

    QString id;
    QString tool; // its name
    QString name;
    QJsonObject input;
    QJsonObject expected; // see outcomeOf()
    QStringList secrets;  // the NAMEs that have to be entered before it can be run
    QDateTime createdAt;  // UTC

    friend bool operator==(const ToolCase &, const ToolCase &) = default;
};

// What is compared of a run: whether it succeeded, its output, and of a failed one its error. Not how long it took. Pure.
[[nodiscard]] QJsonObject outcomeOf(const ToolTestResult &result);

// A case of this run, without a name and without what looks like a secret. An input or outcome that is too long to be kept: `tool` is
// empty. Pure.
[[nodiscard]] ToolCase caseOf(const QString &tool, const QJsonObject &input, const ToolTestResult &result);

// Whether `input` is that of the case, with anything in place of its secrets. Pure.
[[nodiscard]] bool isInputOf(const ToolCase &known, const QJsonObject &input);

// As the expected outcome of the case is kept: without what looks like a secret. Pure.
[[nodiscard]] QJsonObject comparable(const ToolTestResult &result);

} // namespace desk
