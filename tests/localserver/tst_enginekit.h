#pragma once

#include "localserver/engine/engine.h"
#include "localserver/engine/tableloader.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// Files in a temporary folder and turns run to their end.
namespace enginekit {

using namespace desk;
using namespace desk::server;

inline EngineFile attach(const QString &path, const QString &id = QStringLiteral("file-1"), const QString &name = {})
{
    EngineFile out;
    out.path = path;
    out.file.id = FileId(id);
    out.file.filename = name.isEmpty() ? QFileInfo(path).fileName() : name;
    out.file.size = QFileInfo(path).size();
    return out;
}

inline EngineFile sales()
{
    return attach(QStringLiteral(DESK_TEST_DATA "/sales.csv"), QStringLiteral("sales-id"));
}

class Folder
{
public:
    EngineFile file(const QString &name, const QByteArray &content)
    {
        QFile out(m_dir.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write a test file");
        out.close();
        return attach(out.fileName(), QStringLiteral("id-") + name);
    }
    QString path(const QString &name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
};

// Everything one turn said, in order.
struct Heard {
    QList<ChatEvent> events;
    QList<TurnOutcome> outcomes;

    template <typename T>
    QList<T> all() const
    {
        QList<T> out;
        for (const ChatEvent &event : events) {
            if (const T *item = std::get_if<T>(&event))
                out.append(*item);
        }
        return out;
    }
    QString streamed() const
    {
        QString out;
        for (const ContentDelta &delta : all<ContentDelta>())
            out += delta.text;
        return out;
    }
};

inline void listen(Turn &turn, Heard &heard)
{
    QObject::connect(&turn, &Turn::event, &turn, [&heard](const ChatEvent &event) { heard.events.append(event); });
    QObject::connect(&turn, &Turn::finished, &turn, [&heard](const TurnOutcome &outcome) { heard.outcomes.append(outcome); });
}

inline Heard runTurn(Engine &engine, TurnRequest request, int timeoutMs = 15000)
{
    Heard heard;
    const std::unique_ptr<Turn> turn = engine.createTurn(std::move(request));
    listen(*turn, heard);
    turn->start();
    if (!QTest::qWaitFor([&heard] { return !heard.outcomes.isEmpty(); }, timeoutMs))
        heard.outcomes.append(TurnOutcome());
    (void)QTest::qWaitFor([&heard] { return heard.outcomes.size() > 1; }, 1); // a second outcome would be an error
    return heard;
}

inline TurnRequest question(const QString &prompt, const QList<EngineFile> &files = {})
{
    TurnRequest out;
    out.runId = RunId(QStringLiteral("run-1"));
    out.conversationId = ConversationId(QStringLiteral("conversation-1"));
    out.prompt = prompt;
    out.files = files;
    return out;
}

} // namespace enginekit
