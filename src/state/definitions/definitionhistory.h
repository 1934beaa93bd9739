#pragma once

#include "domain/definition.h"
#include "domain/error.h"
#include "domain/result.h"
#include "state/definitions/waitingchanges.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>

namespace desk {

class StoreThread;

// What the definitions of one account were, on this computer, whatever their server keeps (AG-26, D-62). A version is new when its content
// differs from the newest of the same definition, or when the definition was deleted since or is there again; the order of members, the
// server's version number, its times, its etag and what withoutServerSecrets() leaves out are no content.
//
// Of one definition at most 200 versions without a label and 16 MiB of JSON stay: the oldest go first, but never the first, the newest,
// labelled ones, or those of origin Deleted. A definition of more than 4 MiB is not kept.
//
// Everything is written and read in the order of the calls. `done` runs in the GUI thread, never after context is gone. Lives in the GUI
// thread.
class DefinitionHistory : public QObject
{
    Q_OBJECT
public:
    using Versions = std::function<void(const Result<QList<DefinitionVersion>> &versions)>;
    using Version = std::function<void(const Result<std::optional<DefinitionVersion>> &version)>;

    explicit DefinitionHistory(StoreThread &store, QObject *parent = nullptr);

    void open(const QString &account) { m_account = account.isNull() ? QLatin1String("") : account; } // AuthManager::account()

    void add(const DefinitionVersion &version); // seq is given here; an invalid time means now
    // A list that came from a server, in one transaction; cheap where nothing is new.
    void addSeen(const QList<DefinitionVersion> &versions);
    // Newest first, without their JSON, which version() gives: 200 of them may be heavy.
    void list(const DefinitionKey &key, QObject *context, Versions done);
    void version(qint64 seq, QObject *context, Version done); // whole; nothing: it is not kept (any more)
    void setLabel(qint64 seq, const QString &label);          // an empty one takes it away, and it may be thinned out again
    // Definitions that were deleted and not seen since: the newest version of each, without its JSON, latest first.
    void namesOfDeleted(DefinitionKind kind, QObject *context, Versions done);

Q_SIGNALS:
    void added(const desk::DefinitionKey &key); // once for every version that was really new, when it is on disk
    // Storage: the disk refused, and nothing of that call is kept; or a definition was too large (said once), and all others are.
    void notKept(const desk::Error &error);

private:
    void write(const QList<DefinitionVersion> &versions);
    void sayTooLarge(const DefinitionPlace &place, const QString &name);

    StoreThread &m_store;
    QString m_account = QLatin1String(""); // never null, which would be SQL's NULL
    QSet<DefinitionPlace> m_toldTooLarge;
};

} // namespace desk
