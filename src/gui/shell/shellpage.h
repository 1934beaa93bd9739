#pragma once

#include "state/commandrules.h"

#include <QString>

#include <functional>
#include <optional>

class QLineEdit;
class QWidget;

namespace desk {

// One page of the main window, as it is named, reached and worked on.
struct ShellPage {
    QString key; // stays the same for ever: it is remembered
    QString title;
    QString iconName;
    QWidget *widget = nullptr;
    std::function<void()> refresh = {}; // empty: there is nothing to load
    QLineEdit *search = nullptr;        // null: the page has none, or its own way to find
    std::function<void()> focus = {};   // puts the focus where work on the page begins
    // Hidden, with its place in rail and menu, while whoever is signed in has not the role for it (S-046).
    std::optional<CommandRules::Command> needs = {};
    std::function<bool()> exists = {}; // on this server; empty: on every one
};

} // namespace desk
