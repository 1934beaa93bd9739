#pragma once

#include "domain/error.h"

#include <QObject>

#include <optional>

namespace desk {

class ChatSessions;
class DraftStore;
class StoreThread;
enum class FolderPlace;
struct StoreReport;

// What people have to know of the database with their drafts and messages: that it was damaged and what became of it, that its folder is
// a bad place, or that it takes nothing now (DATA-03, DATA-12, DATA-15, DATA-20). Lives in the GUI thread.
class StoreHealth : public QObject
{
    Q_OBJECT
public:
    StoreHealth(StoreThread &store, DraftStore &drafts, QObject *parent = nullptr);

    void noteNotKept(const Error &error);                                           // from whoever else writes
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; } // nothing is kept at the moment
    [[nodiscard]] const QString &notice() const { return m_notice; }                // to be said once; empty: nothing

Q_SIGNALS:
    void changed();

private:
    void onOpened(const StoreReport &report);
    [[nodiscard]] static QString placeNotice(FolderPlace place);
    void setProblem(const std::optional<Error> &problem);

    std::optional<Error> m_problem;
    QString m_notice;
};

} // namespace desk
