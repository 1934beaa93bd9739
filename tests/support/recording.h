#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace desk::test {

// A stream as a server writes it, from a file of tests/data/team. {{name}} in it stands for what differs from one answer to the next.
class Recording
{
public:
    using Values = QHash<QByteArray, QString>;

    explicit Recording(const QString &file); // without it the program ends

    [[nodiscard]] const QList<QByteArray> &frames() const { return m_frames; } // with their blank lines; together the whole file
    [[nodiscard]] static QByteArray typeOf(const QByteArray &frame);
    [[nodiscard]] static QJsonObject dataOf(const QByteArray &frame); // its JSON
    // Values are parts of JSON strings, and are written as such; a name without one stays.
    [[nodiscard]] static QByteArray filled(const QByteArray &frame, const Values &values);
    // An answer of another kind: a JSON object of the same folder.
    [[nodiscard]] static QJsonObject object(const QString &file);

private:
    QList<QByteArray> m_frames;
};

} // namespace desk::test
