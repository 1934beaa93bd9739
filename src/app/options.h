#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

// The command line, taken apart once.
struct Options {
    std::optional<QString> ask;    // headless: the question
    std::optional<QString> verify; // headless: the file of evidence
    QString agent;
    QStringList attachments;
    QString profile; // empty: the one of the settings
    bool json = false;
    QString dataDir; // of the local workspace
    QString userDir; // drafts, messages to be sent, streams: what exists nowhere else
    QString settingsPath;
    QString policyPath; // the administrator's; no option, so that nobody starts the program without it
    QString serverProgram;
    QString modelUrl; // for this start only
    QString model;
    QString logDir;
    bool quickAsk = false;
    QString link;      // agentdesk://…, checked; empty: none
    QStringList files; // to be attached to a new message: absolute, and files
};

// Why these arguments, with the program's name first, cannot be followed: one line for people. Empty: they can be. Needs no application
// object; without one it is not translated.
[[nodiscard]] QString usageProblem(const QStringList &arguments);

// Prints help or version and ends the process where the arguments ask for it. Needs a QCoreApplication, and arguments without a
// usageProblem.
[[nodiscard]] Options parseOptions(const QStringList &arguments);

// Whether these arguments need no window, decided before an application object exists.
[[nodiscard]] bool isHeadless(int argc, char **argv);

} // namespace desk
