#pragma once

#include "domain/error.h"

#include <QImage>
#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace desk {

class AttachmentQueue;
class Workspace;

// What is pasted and is too much for a text field, or no text at all, becomes a file of the message. The files lie in a folder that only
// this person can read: in keepIn, where a draft finds them after a restart and old ones are removed a month later; without one in a
// temporary folder, until this goes.
class PastedFiles : public QObject
{
    Q_OBJECT
public:
    PastedFiles(AttachmentQueue &attachments, const Workspace &workspace, QString keepIn = {}, QObject *parent = nullptr);

    void addText(const QString &text);
    void addImage(const QImage &image);

Q_SIGNALS:
    void attached(const QString &note);    // for people: what became of the paste
    void failed(const desk::Error &error); // nothing was attached; the clipboard still holds it

private:
    [[nodiscard]] bool canAttach();
    void attach(const QString &name, const QByteArray &content, const QString &note);
    void removeOld() const;
    void fail(const QString &message, const QString &detail);

    AttachmentQueue &m_attachments;
    const Workspace &m_workspace;
    QString m_keepIn;
    std::unique_ptr<QTemporaryDir> m_folder; // made with the first file
    int m_texts = 0;
    int m_images = 0;
};

} // namespace desk
