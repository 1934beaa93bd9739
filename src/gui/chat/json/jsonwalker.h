#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace desk {

// Visits every value below a root, parents first, one at a time: so that megabytes can be gone through in slices. Pure.
class JsonWalker
{
public:
    explicit JsonWalker(const QJsonValue &root);

    bool next(); // false: that was all
    [[nodiscard]] const QJsonValue &value() const { return m_value; }
    [[nodiscard]] const QString &key() const { return m_key; } // empty inside an array
    [[nodiscard]] QList<qsizetype> path() const;               // the place in each container on the way

private:
    struct Level {
        QJsonArray array;
        QJsonObject object;
        bool isArray = false;
        qsizetype index = -1;
    };
    void enter(const QJsonValue &value);

    QList<Level> m_levels;
    QJsonValue m_value;
    QString m_key;
};

// One line for a value that has no values inside: text as it is, numbers in full. Empty for arrays and objects.
[[nodiscard]] QString jsonScalar(const QJsonValue &value);
// "$.rows[3].name"; names that are no words are quoted: "$['a b']".
[[nodiscard]] QString jsonPath(const QJsonValue &root, const QList<qsizetype> &path);

} // namespace desk
