#pragma once

#include <QString>

namespace desk::server {

// The title a conversation has until its first question.
[[nodiscard]] inline QString defaultTitle()
{
    return QStringLiteral("New Conversation");
} // contract 3.10: a value on the wire

// About the first 50 characters of the prompt, ended at a word.
[[nodiscard]] QString titleFrom(const QString &prompt);

} // namespace desk::server
