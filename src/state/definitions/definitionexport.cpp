#include "state/definitions/definitionexport.h"

#include "state/atomicfile.h"
#include "state/definitions/files/yamltext.h"
#include "state/inpool.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Line ends may have been changed by git.
bool saysTheSame(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray before = file.read(YamlLimits::bytes + 1);
    return before.replace("\r\n", "\n") == QByteArray(bytes).replace("\r\n", "\n");
}

Error conflict(const QString &message, const QString &nextStep)
{
    Error error;
    error.kind = Error::Kind::Conflict;
    error.message = message;
    error.nextStep = nextStep;
    return error;
}

DefinitionExport::Outcome failedWith(const Error &error, const QStringList &inTheWay = {})
{
    DefinitionExport::Outcome out;
    out.error = error;
    out.inTheWay = inTheWay;
    return out;
}

DefinitionExport::Outcome writeFile(const DefinitionExport::Request &request)
{
    const Result<WrittenDefinitions> text = writeDefinitions(request.definitions, request.format);
    if (!text)
        return failedWith(text.error());
    DefinitionExport::Outcome out;
    const QString name = QFileInfo(request.path).fileName();
    out.omitted = text->omitted;
    if (QFileInfo::exists(request.path) && saysTheSame(request.path, text->bytes)) {
        out.unchanged.append(name);
        return out;
    }
    if (QFileInfo::exists(request.path) && !request.replaces)
        return failedWith(conflict(DefinitionExport::tr("There is a file of this name already."),
                                   DefinitionExport::tr("Replace it, or choose another name.")),
                          {name});
    if (const Result<> replaced = AtomicFile::replace(request.path, text->bytes); !replaced)
        return failedWith(replaced.error());
    out.written.append(name);
    return out;
}

QStringList othersInTheWay(const DefinitionExport::Request &request)
{
    QStringList out;
    const QStringList names = DefinitionFolder::fileNames(request.definitions, request.format);
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString path = QDir(request.path).filePath(names.at(i));
        if (!QFileInfo::exists(path))
            continue;
        const Result<WrittenDefinitions> text = writeDefinitions({request.definitions.at(i)}, request.format);
        if (text && !saysTheSame(path, text->bytes))
            out.append(names.at(i));
    }
    return out;
}

DefinitionExport::Outcome writeFolder(const DefinitionExport::Request &request)
{
    const QStringList inTheWay = request.replaces ? QStringList() : othersInTheWay(request);
    if (!inTheWay.isEmpty())
        return failedWith(
            conflict(DefinitionExport::tr("%n file(s) of these names say something else.", nullptr, static_cast<int>(inTheWay.size())),
                     DefinitionExport::tr("Replace them, or choose another folder.")),
            inTheWay);
    const Result<DefinitionFolder::Written> written = DefinitionFolder::write(request.path, request.definitions, request.format);
    if (!written)
        return failedWith(written.error());
    return {std::nullopt, {}, written->written, written->unchanged, written->faults, written->omitted};
}

} // namespace

DefinitionExport::Outcome DefinitionExport::write(const Request &request)
{
    return request.isFolder ? writeFolder(request) : writeFile(request);
}

void DefinitionExport::start(const Request &request)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    runInPool([request] { return write(request); }, this,
              [this](const Outcome &outcome) {
                  m_isRunning = false;
                  Q_EMIT finished(outcome);
              });
}

} // namespace desk
