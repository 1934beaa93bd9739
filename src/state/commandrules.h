#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

struct Account;
struct Capabilities;
class Workspace;

// What a person can do here as far as their account and the server tell: which commands are there at all, and why one is not (S-047).
// Everything it says labels the screen; the server alone decides (AUTH-10), so what is not known is never in the way.
class CommandRules
{
    Q_DECLARE_TR_FUNCTIONS(desk::CommandRules)
public:
    enum class Command {
        Chat,        // scope agent.execute
        AttachFiles, // scope data.write; capability files, or a profile that names a file service
        StopRun,     // capability run_cancel
        Administer   // role Admin
    };

    explicit CommandRules(const Workspace &workspace);

    // For people: the missing role or scope, or that the server cannot; nothing: it may be tried.
    [[nodiscard]] std::optional<QString> whyNot(Command command) const;
    [[nodiscard]] bool isOffered(Command command) const; // false: not even shown, for it is a role's

    // Of values alone.
    [[nodiscard]] static std::optional<QString> whyNot(Command command, const Account *account, const Capabilities &capabilities);

private:
    [[nodiscard]] static std::optional<QString> missing(const Account *account, const QStringList &scopes);

    const Workspace &m_workspace;
};

} // namespace desk
