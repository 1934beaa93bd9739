#pragma once

#include "localserver/store/store.h"
#include "sqlite/transaction.h"
#include "state/cache/cacheschema.h"
#include "state/cache/cachetable.h"
#include "state/store/storethread.h"
#include "support/teamstore.h"

#include <QTest>

namespace desk::test {

// Years of conversations: 200 of 500 messages each, the newest of now. In the middle of one of three months ago stands a phrase that is
// nowhere else. A server of either kind has all of them, and this computer has read all but that one: it is still to be fetched.
class Archive
{
public:
    static constexpr int conversations = 200;
    static constexpr int messagesEach = 500;
    static constexpr int place = 241; // of the phrase; an answer
    static constexpr int phraseIn = 30;

    [[nodiscard]] static QString phrase() { return QStringLiteral("ninety days after the delivery"); }

    [[nodiscard]] Conversation conversation(int number) const
    {
        Conversation conversation;
        conversation.id = idOf(number);
        conversation.title = QStringLiteral("Figures of week %1").arg(number);
        conversation.createdAt = timeOf(number, 0);
        conversation.updatedAt = timeOf(number, messagesEach - 1);
        return conversation;
    }

    // As reading them one after the other left it, until the one with the phrase.
    [[nodiscard]] bool keep(const StoreFolder &folder, const QString &account) const
    {
        StoreThread store(folder, cacheStoreKind(folder));
        int kept = 0;
        QObject context;
        for (int number = 0; number < conversations; ++number)
            store.run(
                &context,
                [this, number, account](Database &database) {
                    CacheTable table(database, account);
                    const Conversation one = conversation(number);
                    table.putConversations({one});
                    if (number == phraseIn)
                        return 0;
                    const int added = table.putMessages(one, messages(number), {0, messagesEach, true});
                    table.noteFilled({one.id, one.updatedAt.toMSecsSinceEpoch(), 0, true});
                    return added;
                },
                [&kept](const Result<int> &added) { kept += added ? *added : 0; });
        return QTest::qWaitFor([&kept] { return kept == (conversations - 1) * messagesEach; }, 120'000);
    }

    // Into the folder of a local server that does not run.
    [[nodiscard]] bool fill(const QString &localServerFolder) const
    {
        const Result<std::unique_ptr<server::Store>> opened = server::Store::open(localServerFolder);
        if (!opened)
            return false;
        server::Store &store = **opened;
        Transaction transaction(store.database());
        for (int number = 0; number < conversations; ++number) {
            store.conversations.insert(conversation(number));
            for (const Message &message : messages(number))
                store.messages.insert(message);
        }
        return transaction.commit();
    }

    void fill(TeamStore &store) const
    {
        for (int number = conversations - 1; number >= 0; --number) {
            const Conversation one = conversation(number);
            TeamStore::Entry entry{one.id.value(), one.title, TeamStore::timestamp(one.createdAt), TeamStore::timestamp(one.updatedAt), {}};
            for (const Message &message : messages(number))
                entry.messages.append(TeamStore::message(message.id.value(), entry.id,
                                                         message.role == Role::User ? QStringLiteral("user") : QStringLiteral("assistant"),
                                                         message.content, TeamStore::timestamp(message.createdAt)));
            store.add(entry);
        }
    }

private:
    [[nodiscard]] static ConversationId idOf(int number)
    {
        return ConversationId(QStringLiteral("c2d00000-0000-4000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
    }

    // The conversation of the phrase is of three months ago, a week lies between two.
    [[nodiscard]] QDateTime timeOf(int number, int message) const
    {
        const int weeks = number < phraseIn ? number * 13 / phraseIn : 13 + number - phraseIn;
        return m_now.addDays(-7 * weeks).addSecs(-60 * (messagesEach - message) - number);
    }

    [[nodiscard]] QList<Message> messages(int number) const
    {
        QList<Message> messages;
        for (int i = 0; i < messagesEach; ++i) {
            Message message;
            message.id = MessageId(QStringLiteral("91aa0000-0000-4000-8000-%1").arg(number * messagesEach + i, 12, 10, QLatin1Char('0')));
            message.conversationId = idOf(number);
            message.role = i % 2 == 0 ? Role::User : Role::Assistant;
            message.createdAt = timeOf(number, i);
            message.content = number == phraseIn && i == place
                                  ? QStringLiteral("They have to pay %1, as the side letter says.").arg(phrase())
                                  : QStringLiteral("In week %1 dealer %2 ordered %3 units, ninety more than after the last delivery.")
                                        .arg(number)
                                        .arg(i)
                                        .arg(i * 7);
            messages.append(message);
        }
        return messages;
    }

    QDateTime m_now = QDateTime::currentDateTimeUtc();
};

} // namespace desk::test
