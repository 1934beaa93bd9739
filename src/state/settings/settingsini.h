#pragma once

#include <QJsonValue>
#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <utility>

namespace desk {

// The INI file in which the settings were kept before there was a JSON file. Read once, never written: a program of before that is
// installed again finds its settings as it left them. It had a last good copy beside it, named as that of the JSON file. Any thread.
class SettingsIni
{
public:
    using Values = QList<std::pair<QLatin1StringView, QJsonValue>>; // by the names of the table of settings

    [[nodiscard]] static QString fileFor(const QString &path); // agentdesk.ini for agentdesk.json
    [[nodiscard]] static bool isEmpty(const QString &file);
    [[nodiscard]] static bool isWhole(const QString &file);
    [[nodiscard]] static bool isOne(const QString &file); // whole, with something in it that is ours
    // What is known and has its type; nothing of a damaged or missing file.
    [[nodiscard]] static Values read(const QString &file);
};

} // namespace desk
