#pragma once

#include <QString>

#include <optional>

namespace desk {

// An address of something in a workspace, agentdesk://run/ID. It only ever leads somewhere: no action, no credential, no option is in it
// (IPC-03). The same on every computer, so it names no server: it is looked up in the workspace that is open.
struct DeskLink {
    enum class Kind { Conversation, Run, Agent, Workflow };
    Kind kind = Kind::Conversation;
    QString id;

    // Nothing for everything that is not exactly such an address.
    [[nodiscard]] static std::optional<DeskLink> parse(const QString &text);
    [[nodiscard]] QString toString() const;

    static constexpr qsizetype maxLength = 256;
};

} // namespace desk
