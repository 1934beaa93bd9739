#pragma once

#include "domain/definition.h"
#include "domain/error.h"
#include "domain/result.h"
#include "state/definitions/versionmerge.h"
#include "state/models/diffmodel.h"

#include <QAbstractListModel>
#include <QJsonObject>

#include <functional>
#include <optional>

namespace desk {

class ApiClient;
class DefinitionHistory;
class Workspace;

// The versions of one definition, newest first: those kept on this computer and those of the server, where it offers them (AG-26, D-62,
// D-65). Each half is shown as soon as it is there, and stays whatever becomes of the other. Follows what is kept anew, and asks the server
// again when it is ready again. Closes itself when somebody else signs in, or another profile is opened. Lives in the GUI thread.
class VersionList : public DiffModel<QAbstractListModel, VersionRow>
{
    Q_OBJECT
public:
    enum Roles {
        TitleRole = Qt::UserRole + 1, // its label, or else its time
        SummaryRole                   // what it is in one line, for people: where from, who, its number
    };
    using Json = std::function<void(const Result<QJsonObject> &json)>;

    VersionList(DefinitionHistory &history, ApiClient &api, Workspace &workspace, QObject *parent = nullptr);

    void open(const DefinitionKey &key); // closes what was open
    void reload();                       // both halves; what is shown stays meanwhile
    void close();

    [[nodiscard]] bool isOpen() const { return !m_key.id.isEmpty(); }
    [[nodiscard]] bool isLoading() const { return m_readsLocal || m_readsServer; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; } // the half of this computer
    // Why a half is not there: Storage, or how the request failed; of the server Kind::Offline also while it is not connected. Nothing
    // where it is there, or where the server keeps no versions.
    [[nodiscard]] const std::optional<Error> &localError() const { return m_localError; }
    [[nodiscard]] const std::optional<Error> &serverError() const { return m_serverError; }

    [[nodiscard]] const VersionRow *row(int row) const; // nullptr beyond the end; valid until the next change
    [[nodiscard]] int rowOf(qint64 id) const;           // VersionRow::id(); -1: there is none
    // The whole of one version, read only now. `done` runs later, never after context is gone. Kind::NotFound: it is not kept any more.
    void json(int row, QObject *context, Json done) const;
    // Of a version that is kept here, others cannot be named: false, and nothing happens. Shown when it is on disk; a disk that refuses is
    // said by DefinitionHistory::notKept.
    bool setLabel(int row, const QString &label);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] static QString originText(const VersionRow &row);

Q_SIGNALS:
    void changed(); // rows, loading or an error
    void closed();  // by itself: what it shows belongs to somebody else

private:
    void leave();
    void readLocal();
    void readServer();
    void merge();
    [[nodiscard]] bool asksServer() const;
    [[nodiscard]] static QString titleOf(const VersionRow &row);
    [[nodiscard]] static QString summaryOf(const VersionRow &row);

    DefinitionHistory &m_history;
    ApiClient &m_api;
    Workspace &m_workspace;
    DefinitionKey m_key;
    QString m_profile; // whose definition it is
    QList<DefinitionVersion> m_local;
    QList<DefinitionVersion> m_server;
    QList<VersionRow> m_rows;
    std::optional<Error> m_localError;
    std::optional<Error> m_serverError;
    quint64 m_localReading = 0; // answers of an earlier one are dropped
    quint64 m_serverReading = 0;
    bool m_readsLocal = false;
    bool m_readsServer = false;
    bool m_isLoaded = false;
};

} // namespace desk
