#include "state/definitions/files/definitionfolder.h"

#include "state/atomicfile.h"
#include "state/definitions/files/yamltext.h"
#include "state/export/exporttext.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

Error storageError(const QString &message)
{
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = message;
    return error;
}

// Where case does not count, and composed characters are the same as their parts.
QString alike(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

// Without its ending. File systems take 255 bytes.
QString safeName(const FileDefinition &definition)
{
    constexpr qsizetype mostBytes = 150;
    const QString whole = QString::fromUtf8(definition.name().toUtf8()); // no half characters
    QString out = safeFileName(whole.normalized(QString::NormalizationForm_C), OpenEnum(definition.kind).wire(), {});
    while (out.toUtf8().size() > mostBytes)
        out.chop(out.size() > 1 && out.back().isLowSurrogate() ? 2 : 1);
    return out;
}

QString withChecksum(const QString &safe, const QString &name)
{
    constexpr qsizetype shown = 8;
    return safe + u'-' + QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().left(shown));
}

QString suffixOf(const FileDefinition &definition, DefinitionFormat format)
{
    return u'.' + OpenEnum(definition.kind).wire() + (format == DefinitionFormat::Json ? u".json"_s : u".yaml"_s);
}

// git may have changed the line ends; neither format has a bare one in it.
bool isSameText(const QByteArray &left, const QByteArray &right)
{
    return QByteArray(left).replace("\r\n", "\n") == QByteArray(right).replace("\r\n", "\n");
}

Result<QByteArray> contentOf(const QFileInfo &info, const QString &linkMessage)
{
    if (info.isSymLink() || !info.isFile())
        return Unexpected{storageError(linkMessage)};
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected{storageError(file.errorString())};
    const QByteArray bytes = file.read(YamlLimits::bytes + 1); // more is too large to whoever reads it
    if (file.error() != QFileDevice::NoError)
        return Unexpected{storageError(file.errorString())};
    return bytes;
}

} // namespace

QStringList DefinitionFolder::fileNames(const QList<FileDefinition> &definitions, DefinitionFormat format)
{
    QHash<QString, int> uses;
    for (const FileDefinition &definition : definitions)
        ++uses[alike(safeName(definition) + suffixOf(definition, format))];
    QSet<QString> taken;
    QStringList out;
    for (const FileDefinition &definition : definitions) {
        const QString suffix = suffixOf(definition, format);
        QString safe = safeName(definition);
        if (safe != definition.name() || uses.value(alike(safe + suffix)) > 1)
            safe = withChecksum(safe, definition.name());
        QString name = safe + suffix;
        for (int number = 2; taken.contains(alike(name)); ++number) // the same name twice
            name = u"%1-%2%3"_s.arg(safe, QString::number(number), suffix);
        taken.insert(alike(name));
        out.append(name);
    }
    return out;
}

Result<DefinitionFolder::Written> DefinitionFolder::write(const QString &folder, const QList<FileDefinition> &definitions,
                                                          DefinitionFormat format, const DefinitionFileOptions &options)
{
    if (!QDir().mkpath(folder))
        return Unexpected{storageError(tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder)))};
    const QStringList names = fileNames(definitions, format);
    Written out;
    for (qsizetype i = 0; i < definitions.size(); ++i) {
        const QString &name = names.at(i);
        const Result<WrittenDefinitions> text = writeDefinitions({definitions.at(i)}, format, options);
        if (!text) {
            out.faults.append({name, text.error()});
            continue;
        }
        const QFileInfo info(QDir(folder).filePath(name));
        if (info.isSymLink() || (info.exists() && !info.isFile())) {
            out.faults.append({name, storageError(tr("There is a link or a folder of this name. It was left as it is."))});
            continue;
        }
        const Result<QByteArray> before = info.exists() ? contentOf(info, {}) : Result<QByteArray>(QByteArray());
        if (before && isSameText(*before, text->bytes)) {
            out.unchanged.append(name);
        } else if (const Result<> replaced = AtomicFile::replace(info.filePath(), text->bytes); replaced) {
            out.written.append(name);
        } else {
            out.faults.append({name, replaced.error()});
            continue;
        }
        out.omitted += text->omitted;
    }
    return out;
}

Result<DefinitionFolder::Read> DefinitionFolder::read(const QString &folder)
{
    if (!QFileInfo(folder).isDir())
        return Unexpected{storageError(tr("%1 is no folder.").arg(QDir::toNativeSeparators(folder)))};
    const QFileInfoList entries =
        QDir(folder).entryInfoList({u"*.json"_s, u"*.yaml"_s, u"*.yml"_s}, QDir::Files | QDir::System, QDir::Name);
    if (entries.size() > mostFiles)
        return Unexpected{storageError(tr("There are too many files in %1.").arg(QDir::toNativeSeparators(folder)))};
    Read out;
    for (const QFileInfo &entry : entries) {
        const Result<QByteArray> bytes = contentOf(entry, tr("This is a link to somewhere else, and was not read."));
        const Result<QList<FileDefinition>> found =
            bytes ? readDefinitions(*bytes) : Result<QList<FileDefinition>>(Unexpected{bytes.error()});
        if (!found) {
            out.faults.append({entry.fileName(), found.error()});
            continue;
        }
        for (const FileDefinition &definition : *found) {
            out.files.append(entry.fileName());
            out.definitions.append(definition);
        }
    }
    return out;
}

} // namespace desk
