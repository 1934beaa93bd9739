#pragma once

#include "domain/file.h"
#include "domain/result.h"
#include "state/chat/localoriginals.h"

#include <QObject>

#include <functional>

namespace desk {

class ApiClient;
class SourceFetch;
class Workspace;

// The documents that answers rely on, as the server keeps them. Nothing is fetched unasked, and nothing that was is opened (REND-17).
class SourceFiles : public QObject
{
    Q_OBJECT
public:
    SourceFiles(ApiClient &api, const Workspace &workspace, QObject *parent = nullptr); // both outlive it

    // Why the original cannot be saved, for people; empty when it can.
    [[nodiscard]] QString whyNot(const Citation &citation) const;
    // Whole or not at all, into `path`. done in the GUI thread, not after context is gone.
    void save(const Citation &citation, const QString &path, QObject *context, std::function<void(const Result<> &outcome)> done);

    // Why the document cannot be shown, for people; empty when it is worth fetching.
    [[nodiscard]] QString whyNotShown(const Citation &citation) const;
    // Only after somebody asked for it. Bounded by mostShown(); owned by `parent`, not null.
    [[nodiscard]] SourceFetch *fetch(const Citation &citation, QObject *parent);
    [[nodiscard]] static qint64 mostShown(const Citation &citation); // bytes

    [[nodiscard]] bool givesFiles() const; // the server does, now or when there is a connection
    [[nodiscard]] LocalOriginals &originals() { return m_originals; }

    [[nodiscard]] static bool isProgram(const QString &filename); // by its ending: one that the desktop would run

Q_SIGNALS:
    void changed(); // what can be had: there is a connection again, or none any more

private:
    ApiClient &m_api;
    const Workspace &m_workspace;
    LocalOriginals m_originals;
};

} // namespace desk
