#pragma once

#include "domain/result.h"
#include "state/executions/executionrecord.h"
#include "state/store/storethread.h"

#include <QObject>

#include <functional>
#include <optional>

namespace desk {

// Copies of one account's finished executions on this computer, in cache.db, to be scrubbed through and compared without a connection
// (D-61). The oldest go where there are too many. Nobody waits for it: what it does not take is left out, and the log says so. Answers come
// in the GUI thread, where this lives, never after context is gone.
class ExecutionRecords : public QObject
{
    Q_OBJECT
public:
    static constexpr int most = 300;                             // of an account
    static constexpr qsizetype maxBytes = 8 * 1024 * 1024;       // of one, packed; a larger one is not kept
    static constexpr qint64 maxTotalBytes = 128 * 1024 * 1024LL; // of an account

    using Found = std::function<void(const Result<std::optional<ExecutionRecord>> &record)>;
    using Listed = std::function<void(const Result<QList<WorkflowExecution>> &executions)>;

    explicit ExecutionRecords(StoreThread &cache, QObject *parent = nullptr);

    void open(const QString &account);        // AuthManager::account(): whose copies every call below means
    void keep(const ExecutionRecord &record); // of one that has ended; again: it is replaced
    void find(const ExecutionId &id, QObject *context, Found done);
    void list(const WorkflowId &workflow, QObject *context, Listed done); // newest first, without outputs

Q_SIGNALS:
    void changed();

private:
    StoreThread &m_cache;
    QString m_account = QLatin1String(""); // never null, which would be SQL's NULL
};

} // namespace desk
