#include "gui/chat/compose/pastedfiles.h"

#include "state/chat/attachmentqueue.h"
#include "state/commandrules.h"
#include "state/workspace.h"

#include <QBuffer>
#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr int keptDays = 30;
constexpr int quickPng = 80; // the fastest compression: a picture of a large screen must not hold up typing

} // namespace

PastedFiles::PastedFiles(AttachmentQueue &attachments, const Workspace &workspace, QString keepIn, QObject *parent)
    : QObject(parent)
    , m_attachments(attachments)
    , m_workspace(workspace)
    , m_keepIn(std::move(keepIn))
{
    if (!m_keepIn.isEmpty())
        removeOld();
}

void PastedFiles::removeOld() const
{
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-keptDays);
    const QFileInfoList folders = QDir(m_keepIn).entryInfoList({u"paste*"_s}, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        if (folder.lastModified() < oldest)
            QDir(folder.filePath()).removeRecursively();
    }
}

void PastedFiles::addText(const QString &text)
{
    if (!canAttach())
        return;
    const QString name = u"pasted-text-%1.txt"_s.arg(++m_texts);
    attach(name, text.toUtf8(), tr("The pasted text is long: it was attached as %1.").arg(name));
}

void PastedFiles::addImage(const QImage &image)
{
    if (!canAttach())
        return;
    const QString name = u"pasted-image-%1.png"_s.arg(++m_images);
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    if (image.save(&buffer, "PNG", quickPng))
        attach(name, content, tr("The pasted picture was attached as %1.").arg(name));
    else
        fail(tr("The pasted picture cannot be read."), {});
}

bool PastedFiles::canAttach()
{
    if (m_workspace.state() == Workspace::State::Stopped) {
        fail(tr("No workspace is open."), {});
        return false;
    }
    const std::optional<QString> reason = CommandRules(m_workspace).whyNot(CommandRules::Command::AttachFiles);
    if (reason)
        fail(tr("What was pasted can only be attached as a file. %1", "why files cannot be attached, a sentence").arg(*reason), {});
    return !reason;
}

void PastedFiles::attach(const QString &name, const QByteArray &content, const QString &note)
{
    if (!m_folder && !m_keepIn.isEmpty()) {
        QDir().mkpath(m_keepIn);
        m_folder = std::make_unique<QTemporaryDir>(m_keepIn + u"/paste"_s);
        m_folder->setAutoRemove(false);
    } else if (!m_folder) {
        m_folder = std::make_unique<QTemporaryDir>();
    }
    QFile file(m_folder->filePath(name));
    const bool written = m_folder->isValid() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly) &&
                         file.write(content) == content.size() && file.flush();
    if (!written) {
        fail(tr("What was pasted cannot be kept as a file: there may be no room for temporary files."),
             m_folder->isValid() ? file.errorString() : m_folder->errorString());
        file.remove();
        m_folder.reset(); // the next paste tries afresh
        return;
    }
    file.close();
    const int before = m_attachments.rowCount();
    m_attachments.add({file.fileName()});
    if (m_attachments.rowCount() > before) // else the queue has said why not
        Q_EMIT attached(note);
}

void PastedFiles::fail(const QString &message, const QString &detail)
{
    Error error;
    error.kind = Error::Kind::Invalid;
    error.message = message;
    error.nextStep = tr("The clipboard still holds it.");
    error.detail = detail;
    Q_EMIT failed(error);
}

} // namespace desk
