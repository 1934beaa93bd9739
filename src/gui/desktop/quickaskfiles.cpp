#include "gui/desktop/quickaskfiles.h"

#include "gui/chat/compose/pastedfiles.h"
#include "gui/chat/guard/guardwords.h"
#include "gui/text/textlimiter.h"
#include "state/chat/attachmentqueue.h"
#include "state/commandrules.h"
#include "state/workspace.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

QuickAskFiles::QuickAskFiles(AttachmentQueue &queue, const Workspace &workspace, const Settings &settings, const QString &pastedDir,
                             QObject *parent)
    : QObject(parent)
    , m_queue(&queue)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_pasted(new PastedFiles(queue, workspace, pastedDir, this))
{
    const auto tell = [this](const Error &error) { Q_EMIT noted(displayLine(error.userText(), 400)); };
    connect(m_pasted, &PastedFiles::failed, this, tell);
    connect(m_pasted, &PastedFiles::attached, this, &QuickAskFiles::noted);
    connect(&queue, &AttachmentQueue::refused, this, tell);
    connect(&workspace, &Workspace::ready, &queue, &AttachmentQueue::uploadAgain);
    queue.setGate([self = QPointer(this)](const QStringList &paths, const std::function<void(const QStringList &)> &add) {
        self ? self->check(paths, add) : add(paths);
    });
}

QuickAskFiles::~QuickAskFiles()
{
    if (m_queue)
        m_queue->setGate({});
}

void QuickAskFiles::add(const QStringList &paths)
{
    const std::optional<QString> problem = CommandRules(m_workspace).whyNot(CommandRules::Command::AttachFiles);
    if (m_workspace.state() == Workspace::State::Stopped)
        Q_EMIT noted(tr("No workspace is open."));
    else if (problem)
        Q_EMIT noted(*problem);
    else if (m_queue)
        m_queue->add(paths);
}

void QuickAskFiles::check(const QStringList &paths, const std::function<void(const QStringList &)> &add)
{
    const QList<SendGuard::FileFinding> found = SendGuard::findInFiles(paths, GuardPolicy::of(m_settings, m_workspace.profile()));
    QStringList clean = paths;
    QStringList notes;
    for (const SendGuard::FileFinding &file : found) {
        const QByteArray hash = QCryptographicHash::hash(file.text.toUtf8(), QCryptographicHash::Sha256);
        if (!file.isBlocked && m_seen.contains(hash))
            continue; // asked about before, and added again
        m_seen.insert(hash);
        clean.removeAll(file.path);
        const QString name = displayLine(QFileInfo(file.path).fileName(), 60);
        const QString lines = GuardWords::lines(file.text, file.findings).join(u'\n');
        notes +=
            file.isBlocked
                ? tr("“%1” is not attached: it seems to contain something that must not leave this computer.\n%2").arg(name, lines)
                : tr("“%1” seems to contain something that should not leave this computer. Add it again to attach it all the same.\n%2")
                      .arg(name, lines);
    }
    if (!clean.isEmpty())
        add(clean);
    if (!notes.isEmpty())
        Q_EMIT noted(notes.join(u'\n'));
}

} // namespace desk
