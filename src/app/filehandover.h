#pragma once

#include <QString>
#include <QStringList>

namespace desk {

// Where files lie that a second start was asked to open, left for the first in the runtime folder, which is this person's alone: messages
// between the two carry no path (IPC-02), only what the note is called. A note is read once. Blocks for a small file.
class FileHandover
{
public:
    static constexpr qsizetype maxFiles = 100;
    static constexpr qint64 maxNote = 512 * 1024; // bytes

    explicit FileHandover(QString folder); // private already

    [[nodiscard]] static bool isName(const QString &name);       // may be one of a note
    [[nodiscard]] QString leave(const QStringList &files) const; // the note's name; empty: it could not be written
    [[nodiscard]] QStringList take(const QString &name) const;   // what is a file still; empty for whatever is not such a note
    void remove(const QString &name) const;

    // Of what was given on a command line, what is a file on this computer: paths and file addresses, absolute, at most maxFiles.
    [[nodiscard]] static QStringList filesOf(const QStringList &arguments);

private:
    [[nodiscard]] QString pathOf(const QString &name) const; // empty: that is no name of a note

    QString m_folder;
};

} // namespace desk
