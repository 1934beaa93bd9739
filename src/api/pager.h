#pragma once

#include "api/apicall.h"
#include "domain/page.h"
#include "domain/result.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace desk {

// All pages of a list as one list, fetched one after the other (contract 1.6, HTTP-30). Starts at once, emits finished() exactly once,
// then deletes itself: hold it in a QPointer if you may abort(). GUI thread.
class PagerBase : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxPages = 1000;
    static constexpr int maxBarren = 3; // pages in a row that bring nothing new: the server repeats itself, or goes on for ever

    void abort(); // finished() follows with Kind::Cancelled

Q_SIGNALS:
    void progress(qsizetype collected, qsizetype total); // after each page; total -1: unknown
    void finished(QPrivateSignal);

protected:
    explicit PagerBase(QObject *parent)
        : QObject(parent)
    {
    }
    [[nodiscard]] bool isDone() const { return m_done; }
    // Counts one more page. An error where there must not be another one.
    [[nodiscard]] std::optional<Error> countPage(bool broughtNews);
    void stop(); // ends the call, says nothing
    virtual void cancelCall() = 0;
    virtual void takeError(const Error &error) = 0; // ends in deliver()
    void deliver();                                 // the outcome is set: tell it

private:
    int m_pages = 0;
    int m_barren = 0;
    bool m_done = false;
};

// T has an id. The lists are live, so rows may come twice: each stays where it came first, as it was last. A row that was pushed past the
// end of a page by a deletion may be missing; only a new run finds it.
template <typename T>
class Pager final : public PagerBase
{
public:
    using FetchPage = std::function<ApiCall<Page<T>> *(qsizetype offset, qsizetype limit)>;

    Pager(FetchPage fetchPage, qsizetype limit, QObject *parent)
        : PagerBase(parent)
        , m_fetchPage(std::move(fetchPage))
        , m_limit(std::max<qsizetype>(1, limit))
    {
        fetchNext();
    }
    ~Pager() override { stop(); }

    // The handler (void(Result<QList<T>>)) runs at most once, and never after context is gone.
    template <typename Handler>
    Pager *then(const QObject *context, Handler &&handler)
    {
        connect(this, &PagerBase::finished, context, [this, h = std::forward<Handler>(handler)]() mutable { h(std::move(*m_result)); });
        return this;
    }

private:
    void fetchNext()
    {
        m_call = m_fetchPage(m_offset, m_limit);
        m_call->then(this, [this](Result<Page<T>> page) {
            if (isDone())
                return;
            if (page)
                take(*std::move(page));
            else
                takeError(page.error());
        });
    }

    void take(Page<T> page)
    {
        const qsizetype before = m_items.size();
        for (T &item : page.items)
            merge(std::move(item));
        page.offset = m_offset; // as asked for; not every server repeats it
        page.limit = m_limit;
        Q_EMIT progress(m_items.size(), page.total);
        if (isDone())
            return; // aborted by whoever heard it
        if (!page.mayHaveMore()) {
            m_result.emplace(std::move(m_items));
            deliver();
        } else if (const std::optional<Error> error = countPage(m_items.size() > before)) {
            takeError(*error);
        } else {
            // A server may give fewer than asked for; an empty page before the end is skipped whole.
            m_offset += page.items.isEmpty() ? m_limit : page.items.size();
            fetchNext();
        }
    }

    void merge(T item)
    {
        const auto known = m_index.constFind(item.id);
        if (known != m_index.constEnd()) {
            m_items[*known] = std::move(item);
            return;
        }
        m_index.insert(item.id, m_items.size());
        m_items.append(std::move(item));
    }

    void cancelCall() override
    {
        if (m_call)
            m_call->abort();
    }
    void takeError(const Error &error) override
    {
        m_result.emplace(Unexpected{error});
        deliver();
    }

    FetchPage m_fetchPage;
    QPointer<ApiCall<Page<T>>> m_call;
    QList<T> m_items;
    QHash<decltype(T::id), qsizetype> m_index;
    std::optional<Result<QList<T>>> m_result;
    qsizetype m_limit;
    qsizetype m_offset = 0;
};

} // namespace desk
