#pragma once

#include "domain/file.h"

#include <QImage>
#include <QObject>
#include <QPoint>
#include <QStringList>

#include <memory>

class QWidget;

namespace desk {

class AttachmentFiles;
class AttachmentQueue;
class Dialogs;
class SourceFiles;
class Thumbnails;

// What can be done with a file of a message that was sent (CH-59): open it with the system's program, which never runs one, and save it.
// One that is not on this computer is saved first, where the person says. Where it cannot be had at all, that is said.
class AttachmentActions : public QObject
{
    Q_OBJECT
public:
    // All outlive it but the window, whose child it is. Null files: attachments are names alone. The queue tells where files came from.
    AttachmentActions(Dialogs &dialogs, SourceFiles *files, const AttachmentQueue &queue, QWidget *window);
    ~AttachmentActions() override;

    void offer(const StoredFile &file, const QPoint &at);         // a menu, at a place on the screen
    [[nodiscard]] QString original(const StoredFile &file) const; // a path on this computer; empty: there is none
    void openPicture(const StoredFile &file, const QPoint &at);   // where it cannot be shown: the menu
    void open(const StoredFile &file);
    void save(const StoredFile &file);
    void showPicture(const StoredFile &file); // asks the server for it, for its place in the message
    void forgetPictures();                    // that were asked for, also those on their way: another account is open
    [[nodiscard]] Thumbnails *thumbnails() const { return m_thumbnails; } // null: no files

Q_SIGNALS:
    void statusMessage(const QString &text);
    void pictureOpened(const QImage &picture, const QString &name); // in full

private:
    void saveTo(const StoredFile &file, bool opens);
    void openSaved(const QString &path);
    void refuse(const QString &reason);

    Dialogs &m_dialogs;
    QWidget *m_window;
    std::unique_ptr<AttachmentFiles> m_files; // null: see the constructor
    Thumbnails *m_thumbnails = nullptr;
    QStringList m_loading; // ids
    int m_account = 0;     // counts those that were open
};

} // namespace desk
