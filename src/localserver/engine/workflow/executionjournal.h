#pragma once

#include "localserver/store/store.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace desk::server {

// What one execution of this process has done, in memory and, before anybody goes on or hears of it, in the store (LOC-15). When the store
// fails (disk full) nothing is lost: what is to be written waits, and is tried again. Written within the transaction of a request it counts
// only when that has come to its end, and is written again where it was rolled back.
class ExecutionJournal : public QObject
{
    Q_OBJECT
public:
    ExecutionJournal(Store &store, ExecutionRecord record, QObject *parent = nullptr);

    [[nodiscard]] const ExecutionRecord &record() const { return m_record; }
    [[nodiscard]] const QList<StepRecord> &steps() const { return m_steps; }
    // What this place finished once; none: it is to be done.
    [[nodiscard]] const StepRecord *doneAt(const QString &key) const;
    // A step of an earlier process that waits for a person here, or holds one that does.
    [[nodiscard]] const StepRecord *openAt(const QString &key) const;
    // A person's word for this place that was not used up, as an object; empty: none.
    [[nodiscard]] QJsonObject answerAt(const QString &key) const;
    [[nodiscard]] const StepRecord *find(const StepExecutionId &id) const;

    // then: when it is written, and the context still there.
    void started(QObject *context, std::function<void()> then);
    [[nodiscard]] StepExecutionId begin(const QString &key, const QString &stepId, bool holdsOthers, QObject *context,
                                        std::function<void()> then);
    void setInput(const StepExecutionId &id, const QJsonObject &input); // with the next that is written
    void wait(const StepExecutionId &id, const QJsonObject &asked, QObject *context, std::function<void()> then);
    void unwait(const StepExecutionId &id); // it is asked no more, and goes on
    // At once: false when it could not be written, and the word counts as not given.
    [[nodiscard]] bool answer(const StepExecutionId &id, const QJsonObject &word, QObject *context, std::function<void()> then);
    void end(const StepExecutionId &id, StepStatus status, const QJsonValue &output, const QString &error, const ExecutionUsage &usage,
             QObject *context, std::function<void()> then);
    // With every step that runs. Nothing is written afterwards.
    void finish(ExecutionStatus status, const QString &error, const QString &errorType, const QString &failedStep, QObject *context,
                std::function<void()> then);
    // What waits to be written, once more; false: it is still not.
    bool flush();

Q_SIGNALS:
    void logged(); // new events are in the store

private:
    struct Entry {
        QList<StepRecord> steps;
        QList<wire::ServerEvent> events;
        ExecutionRecord record;
        bool hasContext = false;
        QPointer<QObject> context;
        std::function<void()> then;
    };
    [[nodiscard]] StepRecord *mutableStep(const StepExecutionId &id);
    [[nodiscard]] bool isAsking() const;
    // Awaits a person exactly while one is asked; adds the event where this changed, or a question is new.
    void updateStatus(QList<wire::ServerEvent> &events, bool isNew);
    void settle();
    void tell(const QList<Entry> &written);
    bool add(const QList<StepRecord> &steps, const QList<wire::ServerEvent> &events, QObject *context, std::function<void()> then);

    Store &m_store;
    ExecutionRecord m_record;
    QList<StepRecord> m_steps;
    QHash<StepExecutionId, qsizetype> m_places;
    QHash<QString, qsizetype> m_done;
    QList<Entry> m_pending;
    QList<Entry> m_unsettled; // written within a transaction that is not over
    qint64 m_rollbacks = 0;   // of the database, when the first of them was written
    QTimer m_retry;
    QTimer m_settle;
};

} // namespace desk::server
