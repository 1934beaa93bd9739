#pragma once

#include <QThread>
#include <QUrl>

namespace desk::test {

// A server of its own thread that answers questions, one after the other, with a long stream of words: so many events a second, late ones
// made up for. It knows nothing else: no agents, no conversations. Words are numbered from 1 in each answer, forty to a paragraph.
class ChatLoad
{
public:
    ChatLoad(int perSecond, int words);
    ~ChatLoad();
    Q_DISABLE_COPY_MOVE(ChatLoad)

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] int written() const; // words, of every answer so far
    // How many words a text is, from 1 on without a gap or a repeat; -1: it is not.
    [[nodiscard]] static int countWords(const QString &text);

private:
    class Server;
    QThread m_thread;
    Server *m_server = nullptr; // lives there, and goes with it
    QUrl m_url;
};

} // namespace desk::test
