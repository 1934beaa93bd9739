#pragma once

#include <QString>

#include <functional>

namespace desk {

// What "/name" at the beginning of a text does.
struct ComposeCommand {
    QString name; // as it is typed, in every language
    QString summary;
    std::function<void()> run;                                  // of one that takes no agent
    std::function<QString()> whyNot = [] { return QString(); }; // for people; empty: it can be run now
    bool takesAgent = false;
};

} // namespace desk
