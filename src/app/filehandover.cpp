#include "app/filehandover.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString localFile(const QString &argument)
{
    const QUrl url(argument);
    QString path = argument;
    if (url.scheme() == "file"_L1)
        path = url.host().isEmpty() ? url.toLocalFile() : QString();
    else if (argument.contains("://"_L1))
        path.clear();
    const QFileInfo info(path);
    return !path.isEmpty() && info.isFile() ? info.absoluteFilePath() : QString();
}

} // namespace

FileHandover::FileHandover(QString folder)
    : m_folder(std::move(folder))
{
}

bool FileHandover::isName(const QString &name)
{
    static const QRegularExpression pattern(u"\\A[0-9a-f]{32}\\z"_s);
    return pattern.match(name).hasMatch();
}

QString FileHandover::pathOf(const QString &name) const
{
    return isName(name) ? QDir(m_folder).filePath(name + u".files"_s) : QString();
}

QString FileHandover::leave(const QStringList &files) const
{
    const QString name = QUuid::createUuid().toString(QUuid::Id128);
    QFile note(pathOf(name));
    const QByteArray content = QJsonDocument(QJsonArray::fromStringList(files.mid(0, maxFiles))).toJson(QJsonDocument::Compact);
    if (note.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly) && note.write(content) == content.size() && note.flush())
        return name;
    note.remove();
    return {};
}

QStringList FileHandover::take(const QString &name) const
{
    const QString path = pathOf(name);
    const QFileInfo info(path);
    if (path.isEmpty() || info.isSymLink() || !info.isFile() || info.size() > maxNote)
        return {};
    QFile note(path);
    if (!note.open(QIODevice::ReadOnly))
        return {};
    const QJsonArray paths = QJsonDocument::fromJson(note.read(maxNote)).array();
    note.close();
    remove(name);
    QStringList files;
    for (const QJsonValue file : paths) {
        if (files.size() < maxFiles && QDir::isAbsolutePath(file.toString()) && QFileInfo(file.toString()).isFile())
            files.append(file.toString());
    }
    return files;
}

void FileHandover::remove(const QString &name) const
{
    if (const QString path = pathOf(name); !path.isEmpty())
        QFile::remove(path);
}

QStringList FileHandover::filesOf(const QStringList &arguments)
{
    QStringList files;
    for (const QString &argument : arguments) {
        const QString file = localFile(argument);
        if (!file.isEmpty() && files.size() < maxFiles)
            files.append(file);
    }
    return files;
}

} // namespace desk
