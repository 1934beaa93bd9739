#pragma once

#include "domain/error.h"
#include "domain/result.h"
#include "state/tools/toolsettings.h"

#include <QObject>

#include <functional>

namespace desk {

class ApiClient;

// Where a provider of a tool has its key. Never the key itself.
struct ToolKeyPlace {
    QString provider; // "tavily"
    QString member;   // "api_key"
    bool isSet = false;

    friend bool operator==(const ToolKeyPlace &, const ToolKeyPlace &) = default;
};

// The configurations of one tool, each level read for itself, and changed one level and one member at a time (TL-04, TL-06, BUG-55).
// The server answers for a narrower level with what a wider one holds: that is shown where it belongs and never written back, so that
// no secret goes down (TL-10). What is written is read back, and told as lost when it is not there. No value leaves unmasked.
class ToolConfigs : public QObject
{
    Q_OBJECT
public:
    explicit ToolConfigs(ApiClient &api, QObject *parent = nullptr); // outlives it

    void open(const ToolId &tool, const AgentId &agent = {}); // reads every level; without an agent there is no level of one
    void reload();
    void close(); // what is under way ends without a word

    [[nodiscard]] const ToolId &tool() const { return m_tool; }
    [[nodiscard]] const AgentId &agent() const { return m_agent; }
    [[nodiscard]] QList<ToolSetting> settings() const { return ToolSettings::sideBySide(m_stored); }
    [[nodiscard]] int effectiveLevel() const { return ToolSettings::effectiveLevel(m_stored); }
    [[nodiscard]] bool isKnown(ToolSettings::Level level) const { return m_stored.at(static_cast<size_t>(level)).has_value(); }
    [[nodiscard]] bool isEmpty(ToolSettings::Level level) const; // nothing of its own there
    // The switch of this level itself; no value: it is not set there.
    [[nodiscard]] std::optional<bool> enabled(ToolSettings::Level level) const;
    [[nodiscard]] bool isBusy() const { return m_reading > 0 || m_writing; }

    // Those of the configuration that counts which have a place for a key, by name (TL-07).
    [[nodiscard]] QList<ToolKeyPlace> keyPlaces() const;
    // A text of the server without any key that is configured here, and without what looks like one.
    [[nodiscard]] QString withoutKeys(const QString &text) const;

    // Changes "settings.enabled" of exactly this level and leaves the rest of it alone. One change at a time: nothing while isBusy().
    void setEnabled(ToolSettings::Level level, bool isEnabled);
    void clear(ToolSettings::Level level); // from now on it inherits. Never for System: there is nothing above it

Q_SIGNALS:
    void changed();                                                         // anything of the above
    void closed();                                                          // another tool, or none
    void saved(desk::ToolSettings::Level level);                            // written, and found there
    void failed(desk::ToolSettings::Level level, const desk::Error &error); // of a reading or of a change

private:
    using Change = std::function<void(ToolConfig &config)>;
    using Taken = std::function<void(const Result<ToolConfig> &own)>;

    [[nodiscard]] ToolConfigTarget target(ToolSettings::Level level) const;
    void read(ToolSettings::Level level, Taken taken);
    void readForShow(ToolSettings::Level level);
    void write(ToolSettings::Level level, const Change &change);
    void check(ToolSettings::Level level, const ToolConfig &written);
    void finish(ToolSettings::Level level, const std::optional<Error> &error);

    ApiClient &m_api;
    ToolId m_tool;
    AgentId m_agent;
    ToolSettings::Stored m_stored;
    quint64 m_generation = 0; // of open()
    int m_reading = 0;
    bool m_writing = false;
};

} // namespace desk
