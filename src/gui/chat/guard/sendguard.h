#pragma once

#include "domain/secretscan.h"
#include "gui/chat/guard/guardpolicy.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

namespace desk {

class AttachmentQueue;
class Composer;
class GuardBar;
class Workspace;

// Looks at a message before it is sent and at small texts before they are uploaded (D-51), on this computer only: what is found goes
// into no log and no file. What to do then is the person's decision, in the bar; the policy of the profile may leave no choice.
class SendGuard : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 maxFileBytes = 256 * 1024; // larger ones are not looked at
    struct Context {
        Composer &composer;
        GuardBar &bar;
        AttachmentQueue &attachments; // asks this before it takes a file
        const Workspace &workspace;
        const Settings &settings;
    };

    struct Findings {
        QList<SecretScan::Finding> findings; // that the policy is about
        bool isBlocked = false;
    };
    [[nodiscard]] static Findings find(const QString &text, const GuardPolicy &policy);
    struct FileFinding {
        QString path;
        QString text; // of which the findings are
        QList<SecretScan::Finding> findings;
        bool isBlocked = false;
    };
    // Of those that have some: small texts only. Reads them.
    [[nodiscard]] static QList<FileFinding> findInFiles(const QStringList &paths, const GuardPolicy &policy);

    explicit SendGuard(const Context &context, QObject *parent = nullptr);
    ~SendGuard() override;

    // False: the bar asks, and sendRequested() follows when it may go. What was accepted stays so until the text changes.
    [[nodiscard]] bool mayGo(const QString &text);
    void clear(); // another conversation: what was asked is asked no more, and files that waited are left out

Q_SIGNALS:
    void sendRequested();
    void leftOut(const QString &note); // files that were not attached, for people

private:
    using Add = std::function<void(const QStringList &paths)>;

    void checkFiles(const QStringList &paths, const Add &add);
    void showNextFile();
    void accept();
    void removeFound();
    void edit();
    [[nodiscard]] GuardPolicy policy() const;

    Context m_context;
    QPointer<AttachmentQueue> m_attachments; // a window that closes may lose it first
    QString m_accepted;
    QString m_asked; // the text the bar is about
    QList<SecretScan::Finding> m_findings;
    QList<FileFinding> m_files; // the first one is being asked about
    Add m_add;
};

} // namespace desk
