#pragma once

#include "gui/chat/json/jsonwalker.h"

namespace desk {

// A value as text to copy: a string as it is, anything else as indented JSON.
[[nodiscard]] QString jsonText(const QJsonValue &value);

// The same, a page at a time, without ever holding more than a page. Pure.
class JsonPrinter
{
public:
    explicit JsonPrinter(const QJsonValue &value);

    [[nodiscard]] QString next(qsizetype characters); // at least so many, while there are some
    [[nodiscard]] bool atEnd() const { return m_levels.isEmpty() && m_started && m_stringAt >= m_string.size(); }

private:
    struct Level {
        QJsonArray array;
        QJsonObject object;
        bool isArray = false;
        qsizetype index = 0;
    };
    void print(const QJsonValue &value, QString *out);
    void printNext(QString *out);

    QJsonValue m_value;
    QString m_string; // a string by itself
    qsizetype m_stringAt = 0;
    bool m_started = false;
    QList<Level> m_levels;
};

} // namespace desk
