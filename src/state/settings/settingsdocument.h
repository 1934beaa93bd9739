#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace desk {

// What the settings file holds (DATA-09), in UTF-8:
//   {"version": 1, "settings": {"appearance": {"theme": "dark", …}, "window": {…}, …}}
// Whatever is in it that nobody here knows is kept when it is composed again: beside the version, as a section, within a section. A file
// of a later version is read as far as its values have the types known here; what is set then has the form of here, and all else and the
// version stay as they are. Any thread, one at a time.
class SettingsDocument
{
public:
    static constexpr int version = 1;
    static constexpr qsizetype maxBytes = 4 * 1024 * 1024; // a file of usual size has some KiB

    SettingsDocument(); // nothing is set

    // Nothing: it is no document of settings, or a damaged one. Too large, nested deeper than JSON is read (1024), with a zero byte (what a
    // power cut leaves), without a version or without settings: all of these count as damaged.
    [[nodiscard]] static std::optional<SettingsDocument> parse(const QByteArray &bytes);
    [[nodiscard]] static bool isWhole(const QString &path); // of a file
    [[nodiscard]] QByteArray compose() const;

    // Names are section/name. A section that is no object counts as empty, and stays until one of its values is set.
    [[nodiscard]] QJsonValue value(QLatin1StringView name) const; // undefined: not set
    void set(QLatin1StringView name, const QJsonValue &value);

private:
    QJsonObject m_root;
};

} // namespace desk
