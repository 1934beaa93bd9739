// FI-03, P10: the program is killed while an answer streams in at 200 events a second. Nothing older than 250 ms is lost, nothing is there
// twice, nothing was ever shown that is not on disk, and the next start goes on to the last byte.
//   DESK_ROUNDS=200: the long form (make soak)
#include "state/chat/chatsession.h"
#include "state/chat/chatsessions.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "teamfixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int words = 600;
constexpr int pieceMs = 5; // 200 a second
constexpr qint64 forgivenMs = 250;

QByteArray event(int id, const QByteArray &type, const QByteArray &data)
{
    return "id: " + QByteArray::number(id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

// run_created is 1, the word n is 1 + n.
QByteArray wordEvent(int n)
{
    return event(1 + n, "content",
                 "{\"type\":\"content\",\"source\":\"t\",\"message\":\"" + QByteArray::number(n) +
                     " \",\"data\":{\"streaming\":true,\"partial\":true}}");
}

QList<QByteArray> answerAfter(int id)
{
    QList<QByteArray> events;
    if (id < 1)
        events.append(event(1, "run_created", "{\"run_id\":\"r1\",\"conversation_id\":\"c1\",\"message_id\":\"m1\"}"));
    for (int n = qMax(1, id); n <= words; ++n)
        events.append(wordEvent(n));
    events.append(event(words + 2, "message_complete", "{\"message_id\":\"m2\",\"conversation_id\":\"c1\"}"));
    return events;
}

// How many words a text is, counted from one without a gap or a repeat; -1: it is not.
int countWords(const QString &text)
{
    int count = 0;
    const QStringList all = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : all) {
        if (word.toInt() != ++count)
            return -1;
    }
    return count;
}

// The program that is killed: a real session on a real database, which says what it shows.
int runChild(QCoreApplication &app)
{
    MemoryStore secrets;
    AuthManagers accounts(secrets);
    ProfileTokenSource tokens;
    Transport transport(tokens);
    ApiClient api(transport);
    Workspace workspace(api, tokens, accounts, {});
    ConversationStore conversations(api);
    const StoreFolder folder{qEnvironmentVariable("DESK_CHILD_STORE")};
    StoreThread store(folder, userStoreKind(folder));
    TurnJournal journal(store);
    ChatSessions sessions(api, workspace, conversations, &journal);
    ChatSession *session = nullptr;
    const auto show = [&] {
        TranscriptModel &transcript = session->transcript();
        for (int row = 0; row < transcript.rowCount(); ++row) {
            if (transcript.messageAt(row).role == Role::Assistant)
                std::printf("shown %d\n", countWords(transcript.messageAt(row).content));
        }
        std::fflush(stdout);
    };
    QObject::connect(&workspace, &Workspace::ready, &app, [&] {
        const bool again = qEnvironmentVariableIsSet("DESK_CHILD_AGAIN");
        if (again) {
            sessions.recover();
            session = sessions.session(ConversationId(u"c1"_s));
        } else {
            session = sessions.newSession();
        }
        QObject::connect(&session->transcript(), &QAbstractItemModel::dataChanged, &app, show);
        QObject::connect(session, &ChatSession::turnEnded, &app, [&](bool success) {
            std::printf("ended %d\n", success ? 1 : 0);
            std::fflush(stdout);
            app.quit();
        });
        if (!again)
            session->send(u"Count."_s, {}, {});
    });
    workspace.open({Profile::Kind::Team, u"team"_s, QUrl(qEnvironmentVariable("DESK_CHILD_SERVER"))});
    return app.exec();
}

int lastShown(const QByteArray &output)
{
    const qsizetype at = output.lastIndexOf("shown ", output.lastIndexOf('\n'));
    return at < 0 ? 0 : output.mid(at + 6, output.indexOf('\n', at) - at - 6).toInt();
}

} // namespace

class TestJournalKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void FI_03_P10_killedWhileStreamingLosesAndRepeatsNothing();
};

void TestJournalKill::FI_03_P10_killedWhileStreamingLosesAndRepeatsNothing()
{
    const quint32 seed =
        qEnvironmentVariableIsSet("DESK_SEED") ? qEnvironmentVariable("DESK_SEED").toUInt() : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const int rounds = qEnvironmentVariableIsSet("DESK_ROUNDS") ? qEnvironmentVariableIntValue("DESK_ROUNDS") : 6;
    for (int round = 0; round < rounds; ++round) {
        const QTemporaryDir dir;
        QList<qint64> written; // when, of the word n at n - 1
        QByteArray resumedAfter = "never";
        int asked = 0;
        TeamFixture team;
        team.features = localFeatures;
        team.script = [&](const Received &request) {
            Scripted stream;
            if (request.method == "POST" && request.target.contains("/chat/message")) {
                ++asked;
                stream = eventStream(answerAfter(0), Scripted::End::Close);
                stream.onPiece = [&written](qsizetype piece) {
                    if (piece >= 2)
                        written.append(monotonicMs());
                };
            } else if (request.target.startsWith("/streams/runs/r1")) {
                resumedAfter = request.headers.value("last-event-id");
                return eventStream({answerAfter(resumedAfter.toInt()).join()}, Scripted::End::Close);
            }
            stream.pieceDelayMs = pieceMs;
            return stream;
        };
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DESK_CHILD_SERVER"_s, team.server.url().toString());
        environment.insert(u"DESK_CHILD_STORE"_s, dir.path());
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), QStringList());
        const int killAfter = random.bounded(20, 500);
        QTRY_VERIFY_WITH_TIMEOUT(written.size() >= killAfter, 30'000);
        child.kill();
        const qint64 killedAt = monotonicMs();
        QVERIFY(child.waitForFinished());
        const int shown = lastShown(child.readAllStandardOutput());
        QVERIFY(shown >= 0);

        Result<QList<TurnRecord>> turns = Unexpected{Error()};
        {
            const StoreFolder folder{dir.path()};
            StoreThread store(folder, userStoreKind(folder));
            TurnJournal journal(store);
            journal.load(ConversationId(u"c1"_s), this, [&turns](const Result<QList<TurnRecord>> &t) { turns = t; });
            QTRY_VERIFY(turns);
        }
        QCOMPARE(turns->size(), 1);
        const QList<wire::ServerEvent> events = turns->constFirst().events;
        for (qsizetype i = 0; i < events.size(); ++i) // each once, in order, none missing
            QCOMPARE(events.at(i).id, QByteArray::number(i + 1));
        const auto kept = static_cast<int>(events.size()) - 1;
        QVERIFY2(kept >= shown, qPrintable(u"shown %1, on disk %2"_s.arg(shown).arg(kept)));
        const auto older = std::count_if(written.cbegin(), written.cend(), [&](qint64 at) { return at < killedAt - forgivenMs; });
        QVERIFY2(kept >= older, qPrintable(u"written %1 ms ago: %2, on disk %3"_s.arg(forgivenMs).arg(older).arg(kept)));

        environment.insert(u"DESK_CHILD_AGAIN"_s, u"1"_s);
        QProcess again;
        again.setProcessEnvironment(environment);
        again.start(QCoreApplication::applicationFilePath(), QStringList());
        QTRY_VERIFY_WITH_TIMEOUT(again.state() == QProcess::NotRunning, 30'000);
        const QByteArray output = again.readAllStandardOutput();
        QVERIFY2(output.contains("ended 1"), output.right(200).constData());
        QCOMPARE(lastShown(output), words);
        QCOMPARE(resumedAfter, QByteArray::number(kept + 1));
        QCOMPARE(asked, 1);
    }
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("DESK_CHILD_SERVER"))
        return runChild(app);
    TestJournalKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journalkill.moc"
