#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace desk {

// Tools of agents in words for people, as far as the contract names them (5.9); others keep their names.
class ToolWords
{
    Q_DECLARE_TR_FUNCTIONS(desk::ToolWords)
public:
    // One line, such as "searching documents"; the name may be hostile.
    [[nodiscard]] static QString of(const QString &tool);
    // "searching documents, calculating and 3 more"; empty without any.
    [[nodiscard]] static QString list(const QStringList &tools);

    static constexpr qsizetype mostNamed = 12;
};

} // namespace desk
