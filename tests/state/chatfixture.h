#pragma once

#include "state/chat/chatsession.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "teamfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <optional>

namespace desk::test {

inline const ConversationId c1(QStringLiteral("c1"));

// The conversation c1 with a journal on a real disk.
struct ChatFixture : TeamFixture {
    QTemporaryDir dir;
    StoreFolder folder{dir.path()};
    StoreThread store{folder, userStoreKind(folder)};
    TurnJournal journal{store};
    ChatSession session{api, workspace, conversations, &journal};

    // Call it inside QVERIFY.
    [[nodiscard]] bool start()
    {
        if (!open())
            return false;
        session.open(c1);
        return QTest::qWaitFor([this] { return session.state() == ChatSession::State::Idle; }, 5000);
    }

    [[nodiscard]] QStringList texts() { return textsOf(session); }

    [[nodiscard]] static QStringList textsOf(ChatSession &session)
    {
        QStringList all;
        for (int row = 0; row < session.transcript().rowCount(); ++row)
            all.append(session.transcript().messageAt(row).content);
        return all;
    }

    [[nodiscard]] static Message lastOf(ChatSession &session)
    {
        const int rows = session.transcript().rowCount();
        return rows == 0 ? Message() : session.transcript().messageAt(rows - 1);
    }
    [[nodiscard]] Message last() { return lastOf(session); }

    [[nodiscard]] static QList<TurnRecord> recordsIn(TurnJournal &journal)
    {
        std::optional<QList<TurnRecord>> all;
        QObject context; // nobody hears of it after this
        journal.load(c1, &context, [&all](const Result<QList<TurnRecord>> &turns) { all = turns ? *turns : QList<TurnRecord>(); });
        (void)QTest::qWaitFor([&all] { return all.has_value(); }, 5000);
        return all.value_or(QList<TurnRecord>());
    }

    [[nodiscard]] static QStringList turnsIn(TurnJournal &journal)
    {
        QStringList all;
        const QList<TurnRecord> records = recordsIn(journal);
        for (const TurnRecord &turn : records)
            all.append(turn.request.text + (turn.state == TurnState::Waiting ? QStringLiteral(" waits") : QStringLiteral(" refused")));
        return all;
    }
    [[nodiscard]] QStringList turnsOnDisk() { return turnsIn(journal); }

    [[nodiscard]] QStringList asked() const
    {
        QStringList all;
        for (const Received &request : server.received()) {
            if (isQuestion(request))
                all.append(QJsonDocument::fromJson(request.body).object().value(QLatin1StringView("message")).toString());
        }
        return all;
    }

    [[nodiscard]] int requestsTo(const QByteArray &target) const
    {
        int count = 0;
        for (const Received &request : server.received())
            count += request.target.startsWith(target) ? 1 : 0;
        return count;
    }

    [[nodiscard]] static bool isQuestion(const Received &request)
    {
        return request.method == "POST" && request.target.contains("/chat/message");
    }
};

// One piece of an answer's text.
[[nodiscard]] inline QByteArray word(const QByteArray &text)
{
    return "event: content\ndata: {\"type\":\"content\",\"source\":\"chat\",\"message\":\"" + text +
           "\",\"data\":{\"streaming\":true,\"partial\":true}}\n\n";
}

[[nodiscard]] inline Scripted cutBeforeAnswer()
{
    Scripted cut;
    cut.end = Scripted::End::Reset;
    return cut;
}

} // namespace desk::test
