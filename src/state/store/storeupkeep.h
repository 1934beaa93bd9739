#pragma once

#include <QObject>
#include <QTimer>

namespace desk {

class StoreThread;
struct StoreFolder;
struct StoreKind;

// Keeps copies of a database: one a day, checked page by page, the newest seven (DATA-13, DATA-14). Lives in the GUI thread, works in the
// store's, first when the program has had time to start.
class StoreUpkeep : public QObject
{
    Q_OBJECT
public:
    StoreUpkeep(StoreThread &store, const StoreFolder &folder, const StoreKind &kind, QObject *parent = nullptr);

    void backUpNow(); // if there is none of today

Q_SIGNALS:
    void backedUp(bool ok); // the log says why not

private:
    StoreThread &m_store;
    const StoreFolder &m_folder;
    const StoreKind &m_kind;
    QTimer m_timer;
};

} // namespace desk
