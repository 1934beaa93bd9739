#include "support/recording.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(QStringLiteral(DESK_TEST_DATA "/team/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recording %s", qPrintable(file.fileName()));
    return file.readAll();
}

// As it stands between the quotes of a JSON string.
QByteArray escaped(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact); // ["…"]
    return array.mid(2, array.size() - 4);
}

} // namespace

Recording::Recording(const QString &file)
{
    const QByteArray all = contentOf(file);
    for (qsizetype at = 0; at < all.size();) {
        const qsizetype end = all.indexOf("\n\n", at);
        if (end < 0)
            qFatal("the recording %s ends within a frame", qPrintable(file));
        m_frames.append(all.mid(at, end + 2 - at));
        at = end + 2;
    }
}

QByteArray Recording::typeOf(const QByteArray &frame)
{
    static const QByteArray field = "event: ";
    return frame.startsWith(field) ? frame.mid(field.size(), frame.indexOf('\n') - field.size()) : QByteArray();
}

QJsonObject Recording::dataOf(const QByteArray &frame)
{
    static const QByteArray field = "\ndata: ";
    const qsizetype at = frame.indexOf(field);
    return QJsonDocument::fromJson(frame.mid(at + field.size())).object();
}

QByteArray Recording::filled(const QByteArray &frame, const Values &values)
{
    QByteArray out = frame;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        out.replace("{{" + value.key() + "}}", escaped(value.value()));
    return out;
}

QJsonObject Recording::object(const QString &file)
{
    return QJsonDocument::fromJson(contentOf(file)).object();
}

} // namespace desk::test
