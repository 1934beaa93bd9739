#pragma once

#include <QLockFile>
#include <QString>
#include <QStringList>

#include <memory>

namespace desk::server {

// Which server processes work on the data folder: each holds DATA/instances/<uuid>.lock while it lives.
class Instances
{
public:
    explicit Instances(const QString &folder);

    // Takes this process' own lock. False when the folder cannot be written.
    [[nodiscard]] bool join();
    [[nodiscard]] const QString &self() const { return m_self; }

    // The lock of a dead instance, so that exactly one other process cleans up after it; null while it lives.
    // Destroying it removes the lock file.
    [[nodiscard]] std::unique_ptr<QLockFile> claim(const QString &instance) const;
    [[nodiscard]] QStringList known() const; // lock files of others, dead or alive

private:
    [[nodiscard]] QString path(const QString &instance) const;
    QString m_folder;
    QString m_self;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace desk::server
