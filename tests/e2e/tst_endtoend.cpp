// The whole product: a real window, real keys, a real agentdesk-localserver process and its real database.
#include "api/network/companycertificates.h"
#include "deskdriver.h"
#include "folderproviders.h"
#include "state/settings.h"
#include "support/proxyserver.h"
#include "support/scriptedmodel.h"
#include "support/tlsserver.h"

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace desk;
using test::Desk;
using test::optionsFor;

namespace {

const QString sales = QStringLiteral(DESK_TEST_DATA "/sales.csv");

// Words that take a while, so that there is a middle to be cut in.
QStringList slowWords()
{
    QStringList words;
    for (int i = 0; i < 60; ++i)
        words.append(u"word%1 "_s.arg(i));
    return words;
}

test::ModelScript slowScript()
{
    test::ModelScript script;
    const QStringList words = slowWords();
    for (const QString &word : words)
        script.pieces.append(test::ScriptedModel::delta({{"content"_L1, word}}));
    script.pieces.append(test::ScriptedModel::delta({}, u"stop"_s));
    script.pieces.append(test::ScriptedModel::done());
    script.pieceDelayMs = 40;
    return script;
}

QString slowText()
{
    return slowWords().join(QString()).trimmed();
}

// The only conversation there is, from the list by key; it has a question and an answer. Call it inside QVERIFY.
[[nodiscard]] bool openTheOnly(Desk &desk)
{
    auto *list = desk.find<QListView>(u"conversationList"_s);
    if (!QTest::qWaitFor([list] { return list->model()->rowCount() == 2; }, 5000)) // with the header of its group
        return false;
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Return);
    return QTest::qWaitFor([&desk] { return desk.rows().rowCount() == 2; }, 5000);
}

} // namespace

class TestEndToEnd : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQuestionTypedAboutADroppedFileIsAnsweredWithACitation();
    void killedServerMidAnswerKeepsTheTextRestartsAndRetries();
    void killedClientMidAnswerFindsTheAnswerCompleteAtTheNextStart();
    void stopKeepsThePartialAnswer();
    void historyIsThereAtTheNextStart();
    void CH_51_whatTheServerAsksStandsOnce();
    void aDatabaseOfANewerVersionIsSaidWithANextStep();
    void aModelsKeyDoesNotFollowToAnotherAddress();
    void onlyAModelToKeepIsStoredInTheFolder();
    void HTTP_26_aModelIsReachedThroughTheProxyWithTheCompanysCertificate();
};

void TestEndToEnd::aQuestionTypedAboutADroppedFileIsAnsweredWithACitation()
{
    const QTemporaryDir home;
    Desk desk(optionsFor(home));
    QVERIFY(desk.isReady());
    desk.drop(sales);
    auto *send = desk.find<QPushButton>(u"sendButton"_s);
    desk.type(u"Which region sold most in Q3?"_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().state == MessageState::Complete && desk.last().role == Role::Assistant, 20'000);
    const Message answer = desk.last();
    QVERIFY2(answer.content.contains(u"South"_s), qPrintable(answer.content));
    QVERIFY(!answer.citations.isEmpty());
    QCOMPARE(answer.citations.constFirst().filename, u"sales.csv"_s);
    QVERIFY(answer.routing.has_value());
    QVERIFY(!answer.toolCalls.isEmpty());
    QVERIFY(answer.toolCalls.constFirst().finished);
    QTRY_VERIFY(send->isVisible());
    QTRY_COMPARE(desk.find<QListView>(u"conversationList"_s)->model()->rowCount(), 2); // with the header of its group
}

void TestEndToEnd::killedServerMidAnswerKeepsTheTextRestartsAndRetries()
{
    const QTemporaryDir home;
    test::ScriptedModel model;
    model.add(slowScript());
    Desk desk(optionsFor(home, model.baseUrl().toString()));
    QVERIFY(desk.isReady());
    desk.type(u"Tell me something long."_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().content.contains(u"word5 "_s), 15'000);
    const QString before = desk.last().content;
    const qint64 pid = desk.app.workspace().serverPid();
    QVERIFY(pid > 0);
    QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(desk.last().state, MessageState::Interrupted, 15'000);
    QVERIFY(desk.last().content.startsWith(before.left(before.size() - 1)));
    QVERIFY(!desk.last().errorText.isEmpty());
    QVERIFY(desk.isReady());
    QVERIFY(desk.app.workspace().serverPid() != pid);

    ChatSession *session = desk.app.sessions().session(desk.app.conversations().conversations().constFirst().id);
    session->retry(desk.rows().rowCount() - 1);
    QTRY_COMPARE_WITH_TIMEOUT(desk.last().state, MessageState::Complete, 20'000);
    QCOMPARE(desk.last().content.trimmed(), slowText());
    QCOMPARE(desk.rows().rowCount(), 2);
}

void TestEndToEnd::killedClientMidAnswerFindsTheAnswerCompleteAtTheNextStart()
{
    const QTemporaryDir home;
    test::ScriptedModel model;
    model.add(slowScript());
    {
        QProcess client;
        client.start(QStringLiteral(DESK_BIN_DIR "/agentdesk"),
                     {u"--ask"_s, u"Tell me something long."_s, u"--data"_s, home.filePath(u"data"_s), u"--settings"_s,
                      home.filePath(u"settings.json"_s), u"--model-url"_s, model.baseUrl().toString(), u"--model"_s, u"scripted"_s});
        QByteArray heard;
        QTRY_VERIFY_WITH_TIMEOUT((heard += client.readAllStandardOutput()).contains("word5 "), 20'000);
        client.kill();
        QVERIFY(client.waitForFinished());
    }
    Desk desk(optionsFor(home));
    QVERIFY(desk.isReady());
    auto *list = desk.find<QListView>(u"conversationList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2); // with the header of its group
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().role == Role::Assistant && desk.last().state == MessageState::Complete, 20'000);
    QCOMPARE(desk.last().content.trimmed(), slowText());
    QCOMPARE(desk.rows().rowCount(), 2);
}

void TestEndToEnd::stopKeepsThePartialAnswer()
{
    const QTemporaryDir home;
    test::ScriptedModel model;
    test::ModelScript unfinished = slowScript();
    unfinished.pieces.resize(slowWords().size()); // it never ends by itself, however late the click is
    unfinished.end = test::ModelScript::End::Stall;
    model.add(unfinished);
    Desk desk(optionsFor(home, model.baseUrl().toString()));
    QVERIFY(desk.isReady());
    desk.type(u"Tell me something long."_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.last().content.contains(u"word3 "_s), 15'000);
    auto *stop = desk.find<QPushButton>(u"stopButton"_s);
    QVERIFY(stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(desk.last().state, MessageState::Stopped, 15'000);
    QVERIFY(desk.last().content.startsWith(u"word0 word1 "_s));
}

void TestEndToEnd::historyIsThereAtTheNextStart()
{
    const QTemporaryDir home;
    QString answer;
    {
        Desk desk(optionsFor(home));
        QVERIFY(desk.isReady());
        desk.drop(sales);
        desk.type(u"Which region sold most in Q3?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.last().state == MessageState::Complete && desk.last().role == Role::Assistant, 20'000);
        answer = desk.last().content;
    }
    Desk desk(optionsFor(home));
    QVERIFY(desk.isReady());
    QVERIFY(openTheOnly(desk));
    QCOMPARE(desk.last().content, answer);
    QCOMPARE(desk.last().citations.constFirst().filename, u"sales.csv"_s);
    QVERIFY(!desk.last().toolCalls.isEmpty());
    QCOMPARE(desk.rows().messageAt(0).attachments.constFirst().filename, u"sales.csv"_s);
}

// The built-in engine asks back: live, and as the server has it at the next start.
void TestEndToEnd::CH_51_whatTheServerAsksStandsOnce()
{
    const QTemporaryDir home;
    const QString asked = u"Should I look in the table or in the text?"_s;
    QFile text(home.filePath(u"handbook.md"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("# Travel policy\n\nEmployees book trains in second class.\nFlights need approval by the head of department.\n");
    text.close();
    {
        Desk desk(optionsFor(home));
        QVERIFY(desk.isReady());
        desk.drop(sales);
        desk.drop(text.fileName());
        desk.type(u"Anything new?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.last().state == MessageState::Complete && desk.last().role == Role::Assistant, 20'000);
        QCOMPARE(desk.last().content, asked);
    }
    Desk desk(optionsFor(home));
    QVERIFY(desk.isReady());
    QVERIFY(openTheOnly(desk));
    QCOMPARE(desk.last().content, asked);
}

void TestEndToEnd::aDatabaseOfANewerVersionIsSaidWithANextStep()
{
    const QTemporaryDir home;
    {
        Desk desk(optionsFor(home));
        QVERIFY(desk.isReady());
    }
    const QString path = QDir(home.filePath(u"data"_s)).filePath(QDir(home.filePath(u"data"_s)).entryList({u"*.db"_s}).constFirst());
    // user_version lives at offset 60 of the header, big-endian; the log must be gone for the header to count.
    for (const auto suffix : {"-wal"_L1, "-shm"_L1})
        QFile::remove(path + suffix);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(60));
    QCOMPARE(file.write(QByteArray::fromHex("00000fff")), 4);
    file.close();

    Desk desk(optionsFor(home));
    QTRY_COMPARE_WITH_TIMEOUT(desk.app.workspace().state(), Workspace::State::Failed, 15'000);
    const Error error = desk.app.workspace().error();
    QVERIFY2(error.userText().contains(u"newer"_s), qPrintable(error.userText()));
    auto *failure = desk.find<QWidget>(u"workspaceFailure"_s);
    QTRY_VERIFY(failure && failure->isVisible());
}

void TestEndToEnd::aModelsKeyDoesNotFollowToAnotherAddress()
{
    test::ScriptedModel paid;
    test::ScriptedModel other;
    for (test::ScriptedModel *model : {&paid, &other})
        model->addText({u"Good morning."_s});
    const QTemporaryDir home;
    Desk desk(optionsFor(home));
    QVERIFY(desk.isReady());
    const auto ask = [&desk](const test::ScriptedModel &model, const QByteArray &key) {
        ModelProvider provider;
        provider.name = u"custom"_s;
        provider.baseUrl = model.baseUrl();
        provider.models = QStringList{u"m"_s};
        provider.needsKey = !key.isEmpty();
        desk.app.workspace().setProvider(provider, key);
        const auto before = model.requests().size();
        for (int i = 0; i < 5 && model.requests().size() == before; ++i) { // the settings travel on a way of their own
            desk.type(u"Say good morning"_s);
            if (!QTest::qWaitFor([&desk] { return desk.app.sessions().busyCount() == 0; }, 15'000))
                return false;
        }
        return model.requests().size() > before;
    };
    QVERIFY(ask(paid, "sk-of-the-paid-one"));
    QCOMPARE(paid.requests().constLast().headers.value("authorization"), QByteArray("Bearer sk-of-the-paid-one"));
    QVERIFY(ask(paid, {})); // settings applied again, the field for the key left empty: it is kept
    QCOMPARE(paid.requests().constLast().headers.value("authorization"), QByteArray("Bearer sk-of-the-paid-one"));
    QVERIFY(ask(other, {})); // the same name, another address
    for (const auto &request : other.requests())
        QVERIFY(!request.headers.value("authorization").contains("paid"));
}

void TestEndToEnd::onlyAModelToKeepIsStoredInTheFolder()
{
    const QTemporaryDir home;
    const Options options = optionsFor(home, u"http://127.0.0.1:9/v1"_s); // of this start
    Desk desk(options);
    QVERIFY(desk.isReady());
    test::LocalServerProcess other(options.dataDir);
    QVERIFY(other.start());
    QCOMPARE(test::folderProviders(other), QJsonArray());
    ModelProvider provider;
    provider.name = u"kept"_s;
    provider.baseUrl = QUrl(u"http://127.0.0.1:10/v1"_s);
    provider.models = QStringList{u"small"_s};
    desk.app.workspace().storeProvider(provider);
    QTRY_COMPARE(test::folderProviders(other), test::providerList(provider.baseUrl.toString()));
    QCOMPARE(desk.app.workspace().provider().name, u"command-line"_s);
    desk.app.workspace().storeProvider({});
    QTRY_COMPARE(test::folderProviders(other), QJsonArray());
}

void TestEndToEnd::HTTP_26_aModelIsReachedThroughTheProxyWithTheCompanysCertificate()
{
    test::TlsServer model([](const test::Received &) {
        return test::eventStream({test::ScriptedModel::delta({{"content"_L1, u"Good morning."_s}}),
                                  test::ScriptedModel::delta({}, u"stop"_s), test::ScriptedModel::done()},
                                 test::Scripted::End::Close);
    });
    test::ProxyServer proxy;
    proxy.setRoute("agents.desk.test", model.serverPort()); // no name service knows it: only the proxy leads there
    const QTemporaryDir home;
    const Options options = optionsFor(home, u"https://agents.desk.test/v1"_s);
    const auto bundle = CompanyCertificates::read(test::TlsServer::authorityFile());
    QVERIFY(bundle.has_value());
    QVariantMap network{{u"proxy"_s, u"manual"_s}, {u"proxyHost"_s, u"127.0.0.1"_s}, {u"proxyPort"_s, proxy.serverPort()}};
    Settings(options.settingsPath).set(Settings::Key::Network, network);
    const auto ask = [](Desk &desk) {
        const int before = desk.rows().rowCount();
        desk.type(u"Say good morning"_s);
        return QTest::qWaitFor([&desk, before] { return desk.rows().rowCount() >= before + 2; }, 15'000) &&
               QTest::qWaitFor([&desk] { return desk.app.sessions().busyCount() == 0; }, 30'000);
    };
    {
        Desk desk(options); // the proxy alone: the certificate is a stranger's
        QVERIFY(desk.isReady());
        QVERIFY(ask(desk));
        QVERIFY(proxy.received().size() > 0);
        QCOMPARE(model.received().size(), 0);
    }
    network.insert(u"caFile"_s, test::TlsServer::authorityFile());
    network.insert(u"caFingerprint"_s, QString::fromLatin1(bundle->fingerprint));
    const QTemporaryDir trusting;
    const Options second = optionsFor(trusting, options.modelUrl);
    Settings(second.settingsPath).set(Settings::Key::Network, network);
    Desk desk(second);
    QVERIFY(desk.isReady());
    QVERIFY(ask(desk));
    QVERIFY2(model.received().size() > 0, qPrintable(desk.last().content));
    QVERIFY(desk.last().content.contains(u"Good morning"_s));
}

QTEST_MAIN(TestEndToEnd)
#include "tst_endtoend.moc"
