#include "state/store/folderplace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QStringList>

#include <algorithm>
#include <array>

#ifdef Q_OS_LINUX
#include <sys/vfs.h>
#endif

using namespace Qt::StringLiterals;

namespace desk {

namespace {

#ifdef Q_OS_LINUX
struct Magic {
    quint32 number; // statfs(2), linux/magic.h
    const char *name;
};

constexpr quint32 fuse = 0x65735546;
constexpr std::array<Magic, 17> networks{{
    {0x00006969, "nfs"},
    {0x0000517b, "smb"},
    {0xff534d42, "cifs"},
    {0xfe534d42, "smb2"},
    {0x01021997, "9p"},
    {0x5346414f, "afs"},
    {0x6b414653, "afs"},
    {0x73757245, "coda"},
    {0x0000564c, "ncpfs"},
    {0x00c36400, "ceph"},
    {0x47504653, "gpfs"},
    {0x0bd00bd0, "lustre"},
    {0x01161970, "gfs2"},
    {0x7461636f, "ocfs2"},
    {0x20030528, "orangefs"},
    {0x786f4256, "vboxsf"},
    {0xbacbacbc, "vmhgfs"},
}};
#endif

QString existing(const QString &path)
{
    QString at = QFileInfo(path).absoluteFilePath();
    while (!QFileInfo::exists(at)) {
        const QString above = QFileInfo(at).path();
        if (above == at)
            break;
        at = above;
    }
    const QString canonical = QFileInfo(at).canonicalFilePath(); // links lead elsewhere
    return canonical.isEmpty() ? at : canonical;
}

bool isNetwork(const QString &name)
{
    static const QStringList names{u"nfs"_s,    u"nfs3"_s,   u"nfs4"_s,  u"smb"_s,     u"smb2"_s,     u"smb3"_s,    u"smbfs"_s,
                                   u"cifs"_s,   u"9p"_s,     u"afs"_s,   u"openafs"_s, u"coda"_s,     u"ncpfs"_s,   u"ceph"_s,
                                   u"gpfs"_s,   u"lustre"_s, u"gfs2"_s,  u"ocfs2"_s,   u"orangefs"_s, u"vboxsf"_s,  u"vmhgfs"_s,
                                   u"webdav"_s, u"afpfs"_s,  u"davfs"_s, u"davfs2"_s,  u"virtiofs"_s, u"macfuse"_s, u"osxfuse"_s};
    if (names.contains(name))
        return true;
    // Most file systems of ordinary programs lead to another computer; these do not.
    static const QStringList here{u"fuse.gocryptfs"_s, u"fuse.encfs"_s, u"fuse.cryfs"_s,    u"fuse.securefs"_s,      u"fuse.bindfs"_s,
                                  u"fuse.ntfs-3g"_s,   u"fuse.exfat"_s, u"fuse.mergerfs"_s, u"fuse.fuse-overlayfs"_s};
    return name == "fuse"_L1 || (name.startsWith("fuse."_L1) && !here.contains(name));
}

// What such programs call their folder when nobody has chosen another name.
bool isNameOfSynced(const QString &name)
{
    static const QStringList whole{u"OneDrive"_s,     u"Dropbox"_s,          u"Nextcloud"_s,   u"ownCloud"_s,     u"iCloudDrive"_s,
                                   u"iCloud Drive"_s, u"Mobile Documents"_s, u"GoogleDrive"_s, u"Google Drive"_s, u"CloudStorage"_s};
    static const QStringList begun{u"OneDrive - "_s, u"Dropbox ("_s, u"GoogleDrive-"_s};
    return whole.contains(name, Qt::CaseInsensitive) ||
           std::any_of(begun.cbegin(), begun.cend(), [&name](const QString &begin) { return name.startsWith(begin, Qt::CaseInsensitive); });
}

// What they leave at the top of it.
bool hasMarkOfSynced(const QDir &folder)
{
    if (QFileInfo(folder.filePath(u".dropbox"_s)).isFile()) // a folder of this name holds its settings
        return true;
    static const QStringList marks{u".dropbox.cache"_s,   u".nextcloudsync.log"_s, u".owncloudsync.log"_s,
                                   u".tmp.driveupload"_s, u".tmp.drivedownload"_s, u".849C9593-D756-4E56-8D6E-42412F2A707B"_s,
                                   u".stfolder"_s};
    if (std::any_of(marks.cbegin(), marks.cend(), [&folder](const QString &mark) { return folder.exists(mark); }))
        return true;
    return !folder.entryList({u".sync_*.db"_s, u"._sync_*.db"_s}, QDir::Files | QDir::Hidden).isEmpty();
}

bool isSynced(const QString &path)
{
    for (const char *variable : {"OneDrive", "OneDriveConsumer", "OneDriveCommercial"}) {
        const QString folder = QDir::fromNativeSeparators(qEnvironmentVariable(variable));
        if (!folder.isEmpty() && (path + u'/').startsWith(QDir::cleanPath(folder) + u'/', Qt::CaseInsensitive))
            return true;
    }
    for (QFileInfo at(path);; at = QFileInfo(at.path())) {
        if (isNameOfSynced(at.fileName()) || (at.isDir() && hasMarkOfSynced(QDir(at.filePath()))))
            return true;
        if (at.isRoot() || at.path() == at.filePath())
            return false;
    }
}

} // namespace

QString fileSystemOf(const QString &path)
{
#ifdef Q_OS_LINUX
    struct statfs about = {};
    if (::statfs(QFile::encodeName(path).constData(), &about) != 0)
        return {};
    const auto number = static_cast<quint32>(about.f_type);
    const auto *const known =
        std::find_if(networks.begin(), networks.end(), [number](const Magic &magic) { return magic.number == number; });
    if (known != networks.end())
        return QString::fromLatin1(known->name);
    if (number != fuse)
        return u"local"_s; // without reading the list of everything that is mounted
#endif
    return QString::fromLatin1(QStorageInfo(path).fileSystemType()).toLower();
}

FolderPlace placeOf(const QString &file, const FileSystemNamer &fileSystem)
{
    const QString path = existing(file);
    if (isNetwork(fileSystem(path)) || path.startsWith("//"_L1)) // a share of Windows
        return FolderPlace::Network;
    return isSynced(path) ? FolderPlace::Synced : FolderPlace::Here;
}

} // namespace desk
