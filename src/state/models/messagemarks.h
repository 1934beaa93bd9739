#pragma once

namespace desk {

// Which of several versions of a message a row shows; 1 of 1 where there is no other.
struct VersionPlace {
    int number = 1;
    int count = 1;

    [[nodiscard]] bool isOneOfSeveral() const { return count > 1; }
    friend bool operator==(const VersionPlace &, const VersionPlace &) = default;
};

// What the person thinks of an answer.
enum class Rating { None, Up, Down };

// What this computer knows about a message besides the message.
struct MessageMarks {
    VersionPlace version;
    Rating rating = Rating::None;
    bool hasNote = false; // beside the rating

    friend bool operator==(const MessageMarks &, const MessageMarks &) = default;
};

} // namespace desk
