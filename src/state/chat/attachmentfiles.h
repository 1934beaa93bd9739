#pragma once

#include "domain/file.h"
#include "domain/result.h"

#include <QCoreApplication>

#include <functional>

class QObject;

namespace desk {

class SourceFiles;

// Where the content of a message's attachment comes from (CH-59): the file it was made of, while that is there unchanged, else the server
// where it gives files back. GUI thread.
class AttachmentFiles
{
    Q_DECLARE_TR_FUNCTIONS(desk::AttachmentFiles)
public:
    explicit AttachmentFiles(SourceFiles &files); // outlives it

    [[nodiscard]] QString whyNot(const StoredFile &file) const;   // why it cannot be had, for people; empty when it can
    [[nodiscard]] QString original(const StoredFile &file) const; // a path on this computer; empty: there is none
    // Why the file that was sent is not taken from this computer although it was sent from here, for people; empty: it is, or nobody knows
    // where it lies.
    [[nodiscard]] QString whyNotHere(const StoredFile &file) const;
    // Whole or not at all, into `path`. Kind::Storage when the file changed meanwhile. done in the GUI thread, not after context is gone.
    void save(const StoredFile &file, const QString &path, QObject *context, std::function<void(const Result<> &outcome)> done);

    // A name alone, whatever the server called it: no folder, no control character (REND-17).
    [[nodiscard]] static QString suggestedName(const StoredFile &file);
    // Why the desktop is not asked to open a file of that name, for people: it may be run. Empty when it is a document.
    [[nodiscard]] static QString whyNotOpened(const QString &filename);

private:
    SourceFiles &m_files;
};

} // namespace desk
