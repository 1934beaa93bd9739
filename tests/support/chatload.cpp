#include "support/chatload.h"

#include "support/faultserver.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTimer>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

constexpr int tickMs = 5;
constexpr int beforeFirstMs = 100; // the connection has to be there to be written to
constexpr int wordsOfParagraph = 40;

QByteArray sseEvent(int id, const QByteArray &type, const QByteArray &data)
{
    return "id: " + QByteArray::number(id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

} // namespace

class ChatLoad::Server : public QObject
{
public:
    Server(int perSecond, int words)
        : m_perSecond(perSecond)
        , m_words(words)
        , m_server([this](const Received &request) { return answer(request); }, this)
    {
        m_tick.setParent(this);
        m_tick.setTimerType(Qt::PreciseTimer);
        connect(&m_tick, &QTimer::timeout, this, [this] { tick(); });
    }
    [[nodiscard]] QUrl url() const { return m_server.url(); }
    [[nodiscard]] int written() const { return m_written; }

private:
    Scripted answer(const Received &request)
    {
        if (request.target == "/capabilities")
            return json(R"({"server":"x","version":"1","api":1,"features":["stream_ids","stream_resume","heartbeat","run_cancel",)"
                        R"("chat_detach","idempotency","files","run_retry"]})");
        if (request.method == "POST" && request.target.contains("/chat/message")) {
            m_sent = 0;
            QTimer::singleShot(beforeFirstMs, this, [this] {
                m_clock.start();
                m_tick.start(tickMs);
            });
            m_number = QByteArray::number(++m_questions);
            const QByteArray begun = R"({"run_id":"r)" + m_number + R"(","conversation_id":"c1","message_id":"q)" + m_number + "\"}";
            return eventStream({sseEvent(1, "run_created", begun)}, Scripted::End::Hold);
        }
        if (request.target.startsWith("/conversations?"))
            return json(R"({"conversations":[],"total":0})");
        if (request.target.startsWith("/conversations/") && request.target.contains("/messages"))
            return json(R"({"messages":[],"total":0})");
        if (request.target == "/agents")
            return json("[]");
        return reply(404, R"({"detail":"Not Found"})");
    }
    void tick()
    {
        const int due = static_cast<int>(std::min<qint64>(m_words, m_clock.elapsed() * m_perSecond / 1000));
        QByteArray bytes;
        for (; m_sent < due; ++m_sent, ++m_written) {
            const int n = m_sent + 1;
            bytes += sseEvent(1 + n, "content",
                              R"({"type":"content","source":"chat","message":")" + QByteArray::number(n) +
                                  (n % wordsOfParagraph == 0 ? R"(\n\n)" : " ") + R"(","data":{"streaming":true,"partial":true}})");
        }
        if (m_sent == m_words) {
            bytes += sseEvent(m_words + 2, "message_complete", R"({"message_id":"a)" + m_number + R"(","conversation_id":"c1"})");
            m_tick.stop();
        }
        m_server.sendToHeld(bytes);
        if (m_sent == m_words)
            m_server.closeHeld();
    }

    const int m_perSecond;
    const int m_words;
    FaultServer m_server;
    QTimer m_tick;
    QElapsedTimer m_clock;
    QByteArray m_number; // of the question that is being answered
    int m_questions = 0;
    int m_sent = 0;
    std::atomic<int> m_written = 0;
};

ChatLoad::ChatLoad(int perSecond, int words)
{
    QSemaphore isThere;
    const auto make = [&] {
        m_server = new Server(perSecond, words);
        isThere.release();
    };
    QObject::connect(&m_thread, &QThread::started, &m_thread, make, Qt::DirectConnection); // in the thread that has started
    m_thread.start();
    isThere.acquire();
    m_url = m_server->url();
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
}

ChatLoad::~ChatLoad()
{
    m_thread.quit();
    m_thread.wait();
}

int ChatLoad::written() const
{
    return m_server->written();
}

int ChatLoad::countWords(const QString &text)
{
    int count = 0;
    const QStringList all = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : all) {
        if (word.toInt() != ++count)
            return -1;
    }
    return count;
}

} // namespace desk::test
