#pragma once

#include "domain/toolconfig.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace desk {

// One setting of a tool as it may be shown: a secret is a mask in every one of these texts (TL-10).
struct ToolSetting {
    QString name;                  // "providers.tavily.api_key"
    std::array<QString, 3> values; // by level: everybody, agent, person; empty: not set there
    int from = -1;                 // the level that counts; -1: this setting of no level counts
    [[nodiscard]] QString effective() const { return from < 0 ? QString() : values.at(static_cast<size_t>(from)); }
};

// The three configurations of a tool side by side (TL-06). The nearest one that holds anything counts as a whole: the server does not
// mix them (contract 3.3). Pure, any thread.
class ToolSettings
{
    Q_DECLARE_TR_FUNCTIONS(ToolSettings)
public:
    enum Level { System = 0, Agent, User };
    static constexpr int levels = 3;
    static constexpr qsizetype mostSettings = 500;

    // What is stored for each level itself, nothing inherited; no value: not known.
    using Stored = std::array<std::optional<ToolConfig>, levels>;

    [[nodiscard]] static QList<ToolSetting> sideBySide(const Stored &stored);
    [[nodiscard]] static int effectiveLevel(const Stored &stored); // -1: nothing is set anywhere
    [[nodiscard]] static bool isEmpty(const ToolConfig &config);
    [[nodiscard]] static bool isSecretName(const QString &name);
    // As it may be shown. A secret by its name or by its form is masked to the last character; so is what lies below a secret name.
    [[nodiscard]] static QString shown(const QString &name, const QJsonValue &value);
};

} // namespace desk
