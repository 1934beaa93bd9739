#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QList>
#include <QPlainTextEdit>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <memory>
#include <vector>

namespace desk::test {

// Somebody who types at a steady pace into a text that is empty, whatever the window is busy with: the keys are posted by a thread of their
// own, and each is timed from there to the change of the text that it makes. A window that stands still cannot hold back what measures it.
class TypingProbe : public QObject
{
public:
    TypingProbe(QPlainTextEdit &edit, int keys, int everyMs)
        : m_edit(edit)
        , m_posted(static_cast<size_t>(keys))
        , m_everyMs(everyMs)
    {
        m_clock.start();
        connect(&edit, &QPlainTextEdit::textChanged, this, [this] { onTextChanged(); });
        m_turn.setTimerType(Qt::PreciseTimer);
        connect(&m_turn, &QTimer::timeout, this, [this] {
            m_worstGapMs = std::max(m_worstGapMs, m_sinceTurn.restart());
            if (m_latencies.size() >= static_cast<qsizetype>(m_posted.size()) && m_loop)
                m_loop->quit();
        });
    }
    ~TypingProbe() override
    {
        if (m_thread)
            m_thread->wait();
    }
    Q_DISABLE_COPY_MOVE(TypingProbe)

    // Types everything, while the event loop turns. False: not all of it had arrived in time.
    [[nodiscard]] bool run(int timeoutMs)
    {
        QEventLoop loop;
        m_loop = &loop;
        QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
        m_sinceTurn.start();
        m_turn.start(gapMs);
        m_thread.reset(QThread::create([this] { post(); }));
        m_thread->start();
        loop.exec();
        m_turn.stop();
        return m_latencies.size() == static_cast<qsizetype>(m_posted.size());
    }
    [[nodiscard]] QString typed() const
    {
        QString text;
        for (int i = 0; i < static_cast<int>(m_posted.size()); ++i)
            text += key(i);
        return text;
    }
    // From the posting of a key to the text with it; 0 to 1.
    [[nodiscard]] double latencyMs(double quantile) const
    {
        QList<double> sorted = m_latencies;
        std::sort(sorted.begin(), sorted.end());
        const auto at = static_cast<qsizetype>(quantile * static_cast<double>(sorted.size()));
        return sorted.isEmpty() ? 0 : sorted.at(std::min(at, sorted.size() - 1));
    }
    [[nodiscard]] qint64 worstGapMs() const { return m_worstGapMs; } // between two turns of the event loop, of 10 ms each

private:
    static constexpr int gapMs = 10;

    [[nodiscard]] static QChar key(int number)
    {
        constexpr int letters = 26;
        return number % 7 == 6 ? QChar(u' ') : QChar(u'a' + number % letters);
    }
    void post()
    {
        QElapsedTimer pace;
        pace.start();
        for (int i = 0; i < static_cast<int>(m_posted.size()); ++i) {
            const qint64 wait = qint64(i) * m_everyMs - pace.elapsed();
            if (wait > 0)
                QThread::msleep(static_cast<unsigned long>(wait));
            const QChar letter = key(i);
            const int code = letter == u' ' ? int(Qt::Key_Space) : int(Qt::Key_A) + (letter.unicode() - u'a');
            m_posted[static_cast<size_t>(i)] = m_clock.nsecsElapsed();
            QCoreApplication::postEvent(&m_edit, new QKeyEvent(QEvent::KeyPress, code, Qt::NoModifier, letter));
            QCoreApplication::postEvent(&m_edit, new QKeyEvent(QEvent::KeyRelease, code, Qt::NoModifier, letter));
        }
    }
    void onTextChanged()
    {
        constexpr double nsOfMs = 1e6;
        const qint64 now = m_clock.nsecsElapsed();
        const auto there = std::min<qsizetype>(m_edit.document()->characterCount() - 1, static_cast<qsizetype>(m_posted.size()));
        for (qsizetype i = m_latencies.size(); i < there; ++i)
            m_latencies.append(static_cast<double>(now - m_posted[static_cast<size_t>(i)]) / nsOfMs);
    }

    QPlainTextEdit &m_edit;
    std::vector<std::atomic<qint64>> m_posted; // when, by m_clock
    int m_everyMs;
    QElapsedTimer m_clock;
    QList<double> m_latencies;
    QPointer<QEventLoop> m_loop;
    QTimer m_turn;
    QElapsedTimer m_sinceTurn;
    qint64 m_worstGapMs = 0;
    std::unique_ptr<QThread> m_thread;
};

} // namespace desk::test
