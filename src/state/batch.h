#pragma once

#include "api/apicall.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>

namespace desk {

// Does one thing to many items, a few at a time: deletes fifty executions, starts ten runs again. A failure stops nothing; it is kept with
// its item. Add the operations, then start(). GUI thread only; going away aborts what is under way.
class Batch : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostAtOnce = 4; // of the six connections a server gives a client the windows keep two

    using Done = std::function<void(const Result<> &)>; // to be called once, at once or later
    using Abort = std::function<void()>;
    using Operation = std::function<Abort(Done)>; // starts it, and returns what ends it early; that may be empty

    struct Failure {
        QString item;
        Error error;
    };

    using QObject::QObject;
    ~Batch() override;

    // `item` is what the report calls it: an id or a title.
    void add(const QString &item, Operation operation);
    template <typename T>
    void add(const QString &item, std::function<ApiCall<T> *()> call)
    {
        add(item, [this, call = std::move(call)](const Done &done) { return begin(call(), done); });
    }

    void start();       // all that never started
    void cancel();      // what is under way is aborted, the rest does not start; finished() follows
    void retryFailed(); // those only

    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] int total() const { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QList<Failure> failures() const;
    [[nodiscard]] QStringList succeeded() const;
    [[nodiscard]] QStringList aborted() const; // was under way when cancelled: it may have happened
    [[nodiscard]] QStringList untouched() const;

Q_SIGNALS:
    void progress(int done, int failed, int total); // done: with and without success
    void finished();                                // once for each start() and retryFailed()

private:
    enum class State { Waiting, Running, Succeeded, Failed, Aborted };
    struct Item {
        QString name;
        Operation operation;
        Abort abort;
        Error error;
        State state = State::Waiting;
        int attempt = 0;
    };

    template <typename T>
    Abort begin(ApiCall<T> *call, const Done &done)
    {
        call->then(this, [done](const Result<T> &answer) { done(answer ? Result<>() : Result<>(Unexpected{answer.error()})); });
        return [call = QPointer<ApiCall<T>>(call)] {
            if (call)
                call->abort();
        };
    }
    void run(State from);
    void startSome();
    void startItem(qsizetype index);
    void take(qsizetype index, int attempt, const Result<> &outcome);
    void abortAll();
    [[nodiscard]] QStringList names(State state) const;

    QList<Item> m_items;
    QList<qsizetype> m_queue; // to be started in this round
    int m_underWay = 0;
    int m_done = 0;
    int m_failed = 0;
    bool m_running = false;
    bool m_starting = false; // an operation may end before it has begun
};

} // namespace desk
