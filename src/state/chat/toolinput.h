#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace desk {

// What a person wrote as the input of a tool: one JSON object, without a name given twice (CH-50).
class ToolInput
{
    Q_DECLARE_TR_FUNCTIONS(ToolInput)
public:
    static constexpr qsizetype maxCharacters = 100'000; // what can be looked through at every key

    explicit ToolInput(const QString &text);

    [[nodiscard]] const QJsonObject &object() const { return m_object; }
    [[nodiscard]] const QString &problem() const { return m_problem; } // with line and column, for people; empty: it is an object

    // As problem(), for JSON of any kind: not only objects. Pure.
    [[nodiscard]] static QString jsonProblem(const QString &text);

    // An object as indented text to edit, everything else as an empty one. What cannot be seen, such as a mark that turns the direction,
    // is written as an escape: it means the same and is there to be seen. Pure.
    [[nodiscard]] static QString editable(const QJsonValue &value);
    // The same of a text that is JSON already. What comes back as it was holds nothing that cannot be seen.
    [[nodiscard]] static QString visible(const QString &json);

private:
    QJsonObject m_object;
    QString m_problem;
};

} // namespace desk
