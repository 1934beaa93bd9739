// P2: what the whole window holds in RAM (proportional set size) when nothing goes on: with one short conversation open, and with one of
// 10 000 messages that are all loaded. Beside an empty window of Qt in the same run. The local server is a process of its own and has a
// line of its own. And what a day of streaming adds: as many events as 24 hours have seconds, through one conversation, as fast as they are
// taken. Prints JSON lines.
#include "app/application.h"
#include "gui/chat/chatpage.h"
#include "gui/guifixture.h"
#include "gui/mainwindow.h"
#include "support/chatload.h"
#include "support/localserverprocess.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr int messages = 10'000;
constexpr double megabyte = 1024;
constexpr int secondsOfDay = 24 * 60 * 60;
constexpr int answersOfDay = 72;
constexpr int answerMs = 120'000;

double pssMb(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Pss:"))
            return line.mid(4).simplified().split(' ').constFirst().toDouble() / megabyte;
    }
    return 0;
}

void settle(int ms)
{
    QElapsedTimer clock;
    clock.start();
    static_cast<void>(QTest::qWaitFor([&clock, ms] { return clock.elapsed() > ms; }, ms * 2));
}

void line(const char *name, double value, double baseline, double bar)
{
    std::printf("{\"name\":\"%s\",\"value\":%.1f,\"unit\":\"MB\",\"baseline\":%.1f,\"ratio\":%.2f,\"bar\":%.0f,\"ok\":%s}\n", name, value,
                baseline, baseline > 0 ? value / baseline : 0, bar, value <= bar ? "true" : "false");
    std::fflush(stdout);
}

// From a process of its own; nothing when it did not come to an end.
std::optional<double> fromChild(const QString &program, const QString &option, int timeoutMs)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(program, {option});
    const bool isOver = child.waitForFinished(timeoutMs) && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
    return isOver ? std::optional(child.readAllStandardOutput().trimmed().toDouble()) : std::nullopt;
}

int emptyWindow()
{
    QWidget window;
    window.resize(1100, 800);
    window.show();
    settle(500);
    std::printf("%.1f\n", pssMb(QCoreApplication::applicationPid()));
    return 0;
}

// What is more after a day than after its first answer.
int dayOfStream()
{
    constexpr int wordsOfAnswer = secondsOfDay / answersOfDay;
    const test::ChatLoad load(10'000, wordsOfAnswer);
    test::GuiFixture gui;
    if (!gui.show())
        return 1;
    gui.workspace.open({Profile::Kind::Team, u"day"_s, load.url()});
    if (!QTest::qWaitFor([&gui] { return gui.workspace.state() == Workspace::State::Ready; }, 10'000))
        return 1;
    double before = 0;
    for (int answer = 1; answer <= answersOfDay + 1; ++answer) {
        ChatSession *session = gui.window->chat().session();
        session->send(u"Go on."_s, {}, {});
        const auto isThere = [session, answer] { return !session->isBusy() && session->transcript().rowCount() == 2 * answer; };
        if (!QTest::qWaitFor(isThere, answerMs))
            return 1;
        const Message last = session->transcript().messageAt(2 * answer - 1);
        if (last.state != MessageState::Complete || test::ChatLoad::countWords(last.content) != wordsOfAnswer)
            return 1;
        if (answer == 1) {
            settle(3000);
            before = pssMb(QCoreApplication::applicationPid());
        }
    }
    settle(3000);
    std::printf("%.1f\n", pssMb(QCoreApplication::applicationPid()) - before);
    std::fflush(stdout);
    return 0;
}

// As the local server keeps it: a conversation with so many messages, the shape of real ones.
bool seed(const QString &folder)
{
    test::LocalServerProcess server(folder);
    if (!server.start())
        return false;
    QNetworkAccessManager manager;
    const auto post = [&](const QString &path, const QJsonObject &body) {
        QNetworkRequest request(server.url(path));
        request.setRawHeader("Authorization", "Bearer " + server.token());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = manager.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
        static_cast<void>(QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000));
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        reply->deleteLater();
        return answer.value("id"_L1).toString();
    };
    const QString text =
        u"Figures of quarter %1: the **south** sold most.\n\n| Region | Units |\n|:--|--:|\n| South | 115 293 |\n| North | "
        "98 410 |\n\n1. Totals are net of returns.\n2. See the method.\n\n```sql\nSELECT region, sum(units) FROM sales "
        "GROUP BY region;\n```\n"_s;
    for (const auto &[title, count] : {std::pair(u"Long"_s, messages), std::pair(u"Short"_s, 4)}) {
        const QString id = post(u"/conversations"_s, {{u"title"_s, title}});
        if (id.isEmpty())
            return false;
        for (int i = 0; i < count; ++i)
            post(u"/conversations/%1/messages"_s.arg(id),
                 {{u"role"_s, i % 2 ? u"assistant"_s : u"user"_s}, {u"content"_s, i % 2 ? text.arg(i) : u"And in quarter %1?"_s.arg(i)}});
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"agentdesk"_s);
    if (QCoreApplication::arguments().contains(u"--empty"_s))
        return emptyWindow();
    if (QCoreApplication::arguments().contains(u"--day"_s))
        return dayOfStream();
    const QTemporaryDir home;
    if (!seed(home.filePath(u"data"_s)))
        return 1;
    const double empty = fromChild(QCoreApplication::applicationFilePath(), u"--empty"_s, 20'000).value_or(0);

    Options options;
    options.dataDir = home.filePath(u"data"_s);
    options.userDir = home.filePath(u"user"_s);
    options.settingsPath = home.filePath(u"settings.json"_s);
    options.serverProgram = QStringLiteral(DESK_BIN_DIR "/agentdesk-localserver");
    Application desk(app, options);
    desk.start();
    desk.window().resize(1100, 800);
    const auto &list = desk.conversations().conversations();
    if (!QTest::qWaitFor([&list] { return list.size() == 2; }, 20'000))
        return 1;
    const auto open = [&desk, &list](const QString &title, int rows) {
        for (const Conversation &conversation : list) {
            if (conversation.title == title)
                desk.window().openConversation(conversation.id);
        }
        ChatSession *session = desk.window().chat().session();
        bool whole = false;
        session->loadWhole(session, [&whole](const Result<> &outcome) { whole = outcome.has_value(); });
        const bool isOpen = QTest::qWaitFor([&] { return whole && session->transcript().rowCount() == rows; }, 120'000);
        settle(3000); // until nothing goes on
        return isOpen;
    };
    if (!open(u"Short"_s, 4))
        return 1;
    line("memory_one_conversation", pssMb(QCoreApplication::applicationPid()), empty, 60);
    line("memory_local_server", pssMb(desk.workspace().serverPid()), empty, 60);
    if (!open(u"Long"_s, messages))
        return 1;
    line("memory_10000_messages", pssMb(QCoreApplication::applicationPid()), empty, 90);
    desk.shutdown(3000);
    const std::optional<double> added = fromChild(QCoreApplication::applicationFilePath(), u"--day"_s, 900'000);
    if (!added)
        return 1;
    line("memory_added_by_a_day_of_streaming", *added, 0, 5);
    return 0;
}
