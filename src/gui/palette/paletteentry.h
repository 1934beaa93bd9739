#pragma once

#include <QString>

#include <functional>

namespace desk {

// One thing the palette offers to go to or to do.
struct PaletteEntry {
    enum class Kind { Command, Page, Conversation, Agent, Profile, Search };

    Kind kind = Kind::Command;
    QString id; // stays the same from start to start: it is remembered
    QString title;
    QString iconName;
    QString keys = {};   // its shortcut
    QString whyNot = {}; // why it cannot be done now, for people; empty: it can
    std::function<void()> run = {};
};

} // namespace desk
