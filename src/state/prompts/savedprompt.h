#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace desk {

// A prompt of the library (D-44): a text with variables, see PromptTemplate.
struct SavedPrompt {
    // Beyond these it is no prompt: also what a file may bring.
    static constexpr qsizetype maxTitle = 120;
    static constexpr qsizetype maxText = 50'000;
    static constexpr qsizetype maxFolder = 120;
    static constexpr qsizetype maxTag = 60;
    static constexpr qsizetype maxTags = 20;

    QString id;
    QString title;
    QString text;
    QString folder; // empty: none; "Reports/Monthly" stands below "Reports"
    QStringList tags;
    int used = 0; // how often it was put into a message, on this computer
    QDateTime createdAt;
    QDateTime updatedAt;

    // What a colleague would get: whether and when it was used is nobody else's.
    [[nodiscard]] bool hasSameContent(const SavedPrompt &other) const
    {
        return title == other.title && text == other.text && folder == other.folder && tags == other.tags;
    }
    friend bool operator==(const SavedPrompt &, const SavedPrompt &) = default;
};

// As it may be kept and handed on: within the limits, without characters that cannot be seen and do something all the same.
[[nodiscard]] SavedPrompt normalized(SavedPrompt prompt);

} // namespace desk
