#pragma once

#include <QPromise>

namespace desk {

// How an export that runs elsewhere tells how far it is and learns that nobody wants it any more.
class ExportProgress
{
public:
    explicit ExportProgress(QPromise<void> *promise = nullptr)
        : m_promise(promise)
    {
    }

    void setTotal(qsizetype total)
    {
        if (m_promise)
            m_promise->setProgressRange(0, static_cast<int>(total));
    }
    void setDone(qsizetype done)
    {
        if (m_promise)
            m_promise->setProgressValue(static_cast<int>(done));
    }
    [[nodiscard]] bool isCancelled() const { return m_promise && m_promise->isCanceled(); }

private:
    QPromise<void> *m_promise;
};

} // namespace desk
