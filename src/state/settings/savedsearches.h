#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace desk {

struct Profile;
class Settings;

// A search that somebody wants to have again.
struct SavedSearch {
    QString id;
    QString name; // one line; never empty
    QString text; // as it is typed, see SearchQuery
    friend bool operator==(const SavedSearch &, const SavedSearch &) = default;
};

// The saved searches of a profile, in the settings (D-40); read anew by each object, which costs nothing worth keeping. What a newer
// version of this program wrote is not read, and not written over either. GUI thread.
class SavedSearches
{
public:
    static constexpr qsizetype most = 200;
    static constexpr qsizetype longestName = 80; // characters
    static constexpr qsizetype longestText = 500;

    SavedSearches(Settings &settings, const Profile &profile); // settings outlive it

    [[nodiscard]] const QList<SavedSearch> &all() const { return m_all; } // by name
    [[nodiscard]] const SavedSearch *find(const QString &id) const;
    [[nodiscard]] bool canSave() const { return m_isOurs && m_all.size() < most; }
    // Returns its id; the one there is of the same text, which keeps its name. Empty: it was not saved.
    QString save(const QString &name, const QString &text);
    bool rename(const QString &id, const QString &name); // false: an empty name, or it is gone
    [[nodiscard]] std::optional<SavedSearch> remove(const QString &id);
    // What remove() returned, to the profile it was removed from and beside what was saved since.
    void restore(const SavedSearch &search);

private:
    void read();
    void write();

    Settings &m_settings;
    QString m_profile;
    QList<SavedSearch> m_all;
    bool m_isOurs = true; // false: of a newer version
};

} // namespace desk
