#pragma once

#include "gui/chat/guard/sendguard.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QStringList>

#include <functional>

namespace desk {

class AttachmentQueue;
class PastedFiles;
class Settings;
class Workspace;

// The files of a quick question: they go through the ordinary queue, and small texts are looked at first as in the main window (D-51). What
// was found is said once; the same file added again goes all the same, unless the profile forbids it.
class QuickAskFiles : public QObject
{
    Q_OBJECT
public:
    // All outlive it, but the queue's owner may take the queue away. pastedDir: see PastedFiles.
    QuickAskFiles(AttachmentQueue &queue, const Workspace &workspace, const Settings &settings, const QString &pastedDir,
                  QObject *parent = nullptr);
    ~QuickAskFiles() override;

    void add(const QStringList &paths);
    [[nodiscard]] PastedFiles &pasted() { return *m_pasted; }
    [[nodiscard]] AttachmentQueue &queue() { return *m_queue; }

Q_SIGNALS:
    void noted(const QString &text); // what became of a file, or why it was not taken; for people

private:
    void check(const QStringList &paths, const std::function<void(const QStringList &)> &add);

    QPointer<AttachmentQueue> m_queue;
    const Workspace &m_workspace;
    const Settings &m_settings;
    PastedFiles *m_pasted;
    QSet<QByteArray> m_seen; // hashes of texts that were asked about
};

} // namespace desk
