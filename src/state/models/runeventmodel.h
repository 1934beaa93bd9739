#pragma once

#include "domain/run.h"

#include <QAbstractListModel>

namespace desk {

class RunStore;

// The event timeline of one run; grows at the end while the run is watched.
class RunEventModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Roles {
        TypeRole = Qt::UserRole + 1,
        TitleRole,
        DetailRole,
        TimeRole,
        OffsetRole /* qint64 ms since the first event */,
        FailedRole
    };

    explicit RunEventModel(RunStore &store, QObject *parent = nullptr);

    void setRun(const RunId &id); // empty: no rows
    [[nodiscard]] const RunId &run() const { return m_id; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] const QList<RunEvent> &events() const;
    void onAppended(const RunId &id, int first, int last);
    [[nodiscard]] QJsonObject dataOf(int row, const RunEvent &event) const;
    [[nodiscard]] static QString title(const RunEvent &event, const QJsonObject &data);
    [[nodiscard]] static QString detail(const RunEvent &event, const QJsonObject &data);

    struct Looked {
        int row = -1;
        QJsonObject data;
    };

    RunStore &m_store;
    RunId m_id;
    int m_count = 0;         // of the store's events that are rows; a copy of the list would be copied again for each event that comes
    mutable Looked m_looked; // a view asks for one row several times over, and its data may be megabytes of text
};

} // namespace desk
