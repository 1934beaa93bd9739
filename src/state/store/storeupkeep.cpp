#include "state/store/storeupkeep.h"

#include "domain/log.h"
#include "state/store/storethread.h"

#include <chrono>

using namespace std::chrono_literals;

namespace desk {

StoreUpkeep::StoreUpkeep(StoreThread &store, const StoreFolder &folder, const StoreKind &kind, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_folder(folder)
    , m_kind(kind)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_timer.setInterval(4h); // a program that runs for days
        backUpNow();
    });
    m_timer.start(1min);
}

void StoreUpkeep::backUpNow()
{
    m_store.run(
        this,
        [folder = m_folder, kind = m_kind, today = QDate::currentDate()](Database &database) {
            return backUpDaily(database, folder, kind, today);
        },
        [this](const Result<Result<>> &outcome) {
            const std::optional<Error> error = !outcome    ? std::optional(outcome.error())
                                               : !*outcome ? std::optional(outcome->error())
                                                           : std::nullopt;
            if (error)
                qCWarning(logState) << "no copy of the database was made:" << error->detail;
            Q_EMIT backedUp(!error);
        });
}

} // namespace desk
