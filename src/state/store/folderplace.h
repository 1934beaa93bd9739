#pragma once

#include <QString>

#include <functional>

namespace desk {

// Where a folder really is (DATA-03). A write-ahead log needs memory that all its users share, which a network does not give, and a
// program that copies a folder elsewhere takes log and database at different moments.
enum class FolderPlace {
    Here,    // a disk of this computer, as far as anybody can say
    Network, // another computer's
    Synced   // here, and copied elsewhere by another program
};

// The name of the file system that a path is on, in small letters: "nfs", "smb2", "fuse.sshfs" …, "local" where Linux
// knows no more; empty: not known. May wait
// for a server that does not answer: not for the GUI thread.
using FileSystemNamer = std::function<QString(const QString &path)>;
[[nodiscard]] QString fileSystemOf(const QString &path);

// Of the folder that this file is in, or will be. The nearest folder above counts where it is not there yet.
[[nodiscard]] FolderPlace placeOf(const QString &file, const FileSystemNamer &fileSystem = fileSystemOf);

} // namespace desk
