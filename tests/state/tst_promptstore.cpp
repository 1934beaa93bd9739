// What goes with a message: prompts with variables, the options of a conversation, and what had better not be in it.
#include "domain/prompttemplate.h"
#include "domain/secretscan.h"
#include "state/chat/chatchoices.h"
#include "state/chat/chatsessions.h"
#include "state/prompts/promptfile.h"
#include "state/prompts/promptstore.h"
#include "state/store/chatoptionsstore.h"
#include "state/store/storethread.h"
#include "state/store/turnjournal.h"
#include "state/teamfixture.h"
#include "wire/json/chatoptionsjson.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

struct Disk {
    QTemporaryDir dir;
    StoreFolder folder{dir.filePath(u"user"_s)};
    std::unique_ptr<StoreThread> thread = std::make_unique<StoreThread>(folder, userStoreKind(folder));

    void reopen() // only without anything that uses it
    {
        thread.reset();
        thread = std::make_unique<StoreThread>(folder, userStoreKind(folder));
    }
};

[[nodiscard]] bool isLoaded(const PromptStore &store)
{
    return QTest::qWaitFor([&store] { return store.isLoaded(); }, 10'000);
}
[[nodiscard]] bool isLoaded(const ChatOptionsStore &store)
{
    return QTest::qWaitFor([&store] { return store.isLoaded(); }, 10'000);
}

SavedPrompt prompt(const QString &title, const QString &text = u"Text"_s, const QString &folder = {}, const QStringList &tags = {})
{
    SavedPrompt made;
    made.title = title;
    made.text = text;
    made.folder = folder;
    made.tags = tags;
    return made;
}

ChatOptions adjusted()
{
    ChatOptions options;
    options.model = u"qwen"_s;
    options.agents = QStringList{u"table"_s, u"document"_s};
    options.tools = QStringList{u"calculate"_s};
    options.temperature = 0.2;
    options.maxTokens = 500;
    options.searchesWeb = true;
    return options;
}

QStringList found(const QString &text)
{
    QStringList out;
    for (const SecretScan::Finding &one : SecretScan::scan(text))
        out.append(text.mid(one.start, one.length));
    return out;
}

QByteArray frame(const QByteArray &type, const QByteArray &data)
{
    static int id = 0;
    return "id: " + QByteArray::number(++id) + "\nevent: " + type + "\ndata: " + data + "\n\n";
}

} // namespace

class TestPromptStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D_44_variablesAreFoundAndFilledIn_data();
    void D_44_variablesAreFoundAndFilledIn();
    void D_44_whatFillsAVariableIsNoTemplate();
    void D_44_promptsSurviveARestart();
    void D_44_aDeletedPromptComesBackAsItWas();
    void D_44_aFileGivesBackWhatWasWritten();
    void D_44_aHostileFileGivesNothing_data();
    void D_44_aHostileFileGivesNothing();
    void CH_28_optionsSurviveARestartAndFollowTheConversation();
    void CH_28_optionsOfAnotherAccountAreItsOwn();
    void CH_28_aNewChatBeginsWithTheDefault();
    void CH_26_theSearchOfDocumentsIsKeptByConversation();
    void CH_26_theSearchOfDocumentsIsSaidEitherWayWhereItIsHeeded();
    void CH_25_optionsReachTheServerThatHeedsThem();
    void CH_25_aServerThatIgnoresThemIsNotSentThem();
    void CH_28_theServersSettingsAreReadChangedAndWritten();
    void D_51_secretsAreFound_data();
    void D_51_secretsAreFound();
    void D_51_ordinaryTextIsLeftAlone_data();
    void D_51_ordinaryTextIsLeftAlone();
    void D_51_whatIsShownAndPutInPlaceHoldsNoSecret();
    void D_51_aLongHostileTextIsReadInOneGo();

private:
    struct Server;
};

// ------------------------------------------------------------------------------------------------ prompts

void TestPromptStore::D_44_variablesAreFoundAndFilledIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filled");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("name") << u"For {{who}}."_s << u"For who."_s << QStringList{u"who"_s};
    QTest::newRow("default") << u"For {{ who | the board }}."_s << u"For the board."_s << QStringList{u"who"_s};
    QTest::newRow("empty default") << u"[{{who|}}]"_s << u"[]"_s << QStringList{u"who"_s};
    QTest::newRow("choice") << u"{{tone: formal, friendly}}"_s << u"formal"_s << QStringList{u"tone"_s};
    QTest::newRow("default with a colon") << u"{{at|10:30}}"_s << u"10:30"_s << QStringList{u"at"_s};
    QTest::newRow("twice") << u"{{a}} {{b}} {{a}}"_s << u"a b a"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("by itself") << u"{{clipboard}}/{{Selection}}/{{date}}"_s << u"C/S/D"_s
                               << QStringList{u"clipboard"_s, u"Selection"_s, u"date"_s};
    QTest::newRow("open") << u"{{who"_s << u"{{who"_s << QStringList();
    QTest::newRow("code") << u"{{}} {{ 1x }} {{a\nb}}"_s << u"{{}} {{ 1x }} {{a\nb}}"_s << QStringList();
    QTest::newRow("braces around") << u"{{{who}}}"_s << u"{who}"_s << QStringList{u"who"_s};
    QTest::newRow("no choice") << u"{{tone:}}"_s << u"{{tone:}}"_s << QStringList();
}

void TestPromptStore::D_44_variablesAreFoundAndFilledIn()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    const PromptTemplate::Filled filled = PromptTemplate::fill(text, {u"C"_s, u"S"_s, u"D"_s});
    QTEST(filled.text, "filled");
    QCOMPARE(PromptTemplate::variables(text), names);
    for (const PromptTemplate::Field &field : filled.fields)
        QVERIFY(names.contains(field.name) && field.start + field.length <= filled.text.size());
}

void TestPromptStore::D_44_whatFillsAVariableIsNoTemplate()
{
    const PromptTemplate::Filled filled = PromptTemplate::fill(u"{{clipboard}} {{x}}"_s, {u"{{evil}}"_s, {}, {}});
    QCOMPARE(filled.text, u"{{evil}} x"_s);
    QCOMPARE(filled.fields.size(), 1);
    QCOMPARE(filled.fields.first().start, 9);
}

void TestPromptStore::D_44_promptsSurviveARestart()
{
    Disk disk;
    QString id;
    {
        PromptStore store(*disk.thread);
        QVERIFY(isLoaded(store));
        id = store.add(prompt(u"  Weekly\nreport "_s, u"Sum up {{topic}}."_s, u"Reports"_s, {u"team"_s, u" team "_s}));
        (void)store.add(prompt(u"Another"_s));
        store.noteUse(id);
        store.noteUse(id);
    }
    disk.reopen();
    PromptStore store(*disk.thread);
    QVERIFY(isLoaded(store));
    QCOMPARE(store.prompts().size(), 2);
    const SavedPrompt *kept = store.find(id);
    QVERIFY(kept != nullptr);
    QCOMPARE(kept->title, u"Weekly report"_s);
    QCOMPARE(kept->text, u"Sum up {{topic}}."_s);
    QCOMPARE(kept->tags, QStringList{u"team"_s});
    QCOMPARE(kept->used, 2);
    QCOMPARE(store.folders(), QStringList{u"Reports"_s});
}

void TestPromptStore::D_44_aDeletedPromptComesBackAsItWas()
{
    Disk disk;
    PromptStore store(*disk.thread);
    QVERIFY(isLoaded(store));
    const QString id = store.add(prompt(u"One"_s));
    store.noteUse(id);
    const SavedPrompt before = *store.find(id);
    QSignalSpy changed(&store, &PromptStore::changed);
    const std::optional<SavedPrompt> removed = store.remove(id);
    QVERIFY(removed && store.prompts().isEmpty());
    QVERIFY(!store.remove(id));
    store.restore(*removed);
    QCOMPARE(*store.find(id), before);
    QCOMPARE(changed.size(), 2);
}

void TestPromptStore::D_44_aFileGivesBackWhatWasWritten()
{
    const QList<SavedPrompt> prompts{prompt(u"Ünï \"quoted\""_s, u"Line\n\ttab {{x|y}} \\ 😀"_s, u"A/B"_s, {u"eins"_s, u"zwei"_s}),
                                     prompt(u"Plain"_s, u"  kept spaces  "_s)};
    const QByteArray file = PromptFile::write(prompts);
    QVERIFY(file.contains("\n")); // for people and version control
    const Result<QList<SavedPrompt>> read = PromptFile::read(file);
    QVERIFY(read);
    QCOMPARE(read->size(), 2);
    QCOMPARE(PromptFile::write(*read), file);
    Disk disk;
    PromptStore store(*disk.thread);
    QVERIFY(isLoaded(store));
    QCOMPARE(store.take(*read), 2);
    QCOMPARE(store.take(*read), 0); // again: they are here
    QCOMPARE(PromptFile::write(store.prompts()), file);
}

void TestPromptStore::D_44_aHostileFileGivesNothing_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray head = R"({"format":"agentdesk-prompts","version":1,"prompts":[{"title":"Good","text":"x"},)";
    QTest::newRow("no json") << QByteArray("hello");
    QTest::newRow("another format") << QByteArray(R"({"format":"agentdesk-profiles","version":1,"prompts":[]})");
    QTest::newRow("newer") << QByteArray(R"({"format":"agentdesk-prompts","version":2,"prompts":[]})");
    QTest::newRow("no list") << QByteArray(R"({"format":"agentdesk-prompts","version":1,"prompts":{}})");
    QTest::newRow("no title") << head + R"({"text":"x"}]})";
    QTest::newRow("title of lines") << head + R"({"title":"a\nb","text":"x"}]})";
    QTest::newRow("empty text") << head + R"({"title":"a","text":" "}]})";
    QTest::newRow("text is a number") << head + R"({"title":"a","text":7}]})";
    QTest::newRow("control character") << head + R"({"title":"a","text":"x\u0007"}]})";
    QTest::newRow("turned text") << head + R"({"title":"a\u202e","text":"x"}]})";
    QTest::newRow("too long") << head + R"({"title":"a","text":")" + QByteArray(60'000, 'x') + R"("}]})";
    QTest::newRow("tags of numbers") << head + R"({"title":"a","text":"x","tags":[1]}]})";
    QTest::newRow("too many") << QByteArray(R"({"format":"agentdesk-prompts","version":1,"prompts":[)") +
                                     QByteArray(R"({"title":"a","text":"x"},)").repeated(2000) + R"({"title":"a","text":"x"}]})";
}

void TestPromptStore::D_44_aHostileFileGivesNothing()
{
    QFETCH(QByteArray, file);
    const Result<QList<SavedPrompt>> read = PromptFile::read(file);
    QVERIFY(!read);
    QVERIFY(!read.error().message.isEmpty());
}

// ------------------------------------------------------------------------------------------------ options

void TestPromptStore::CH_28_optionsSurviveARestartAndFollowTheConversation()
{
    Disk disk;
    const ConversationId provisional = provisionalConversation();
    const ConversationId named(u"c7"_s);
    {
        ChatOptionsStore store(*disk.thread);
        store.open(u"account"_s);
        QVERIFY(isLoaded(store));
        store.set({}, adjusted());
        store.move({}, provisional);
        store.move(provisional, named);
        QVERIFY(!store.hasOwn({}) && !store.hasOwn(provisional));
    }
    disk.reopen();
    ChatOptionsStore store(*disk.thread);
    store.open(u"account"_s);
    QVERIFY(isLoaded(store));
    QCOMPARE(store.options(named), adjusted());
    QCOMPARE(store.options(provisional), ChatOptions());
    store.reset(named);
    QVERIFY(!store.hasOwn(named));
}

void TestPromptStore::CH_28_optionsOfAnotherAccountAreItsOwn()
{
    Disk disk;
    TurnJournal journal(*disk.thread);
    ChatOptionsStore store(*disk.thread);
    store.open(u"team/"_s);
    QVERIFY(isLoaded(store));
    store.set(ConversationId(u"c1"_s), adjusted());
    journal.adopt(u"team/"_s, u"team/ann"_s); // it became known who is there
    store.rename(u"team/ann"_s);
    store.open(u"team/bob"_s);
    QVERIFY(isLoaded(store));
    QCOMPARE(store.options(ConversationId(u"c1"_s)), ChatOptions());
    store.open(u"team/ann"_s);
    QVERIFY(isLoaded(store));
    QCOMPARE(store.options(ConversationId(u"c1"_s)), adjusted());
    bool isGone = false;
    journal.removeAccount(u"team/ann"_s, this, [&isGone](const Result<> &outcome) { isGone = outcome.has_value(); });
    QTRY_VERIFY(isGone);
    store.open(u"team/bob"_s);
    store.open(u"team/ann"_s);
    QVERIFY(isLoaded(store));
    QVERIFY(!store.hasOwn(ConversationId(u"c1"_s)));
}

void TestPromptStore::CH_28_aNewChatBeginsWithTheDefault()
{
    Disk disk;
    ChatOptionsStore store(*disk.thread);
    store.open(u"account"_s);
    QVERIFY(isLoaded(store));
    ChatOptions own;
    own.model = u"mine"_s;
    store.set(ConversationId(u"c1"_s), own);
    store.setDefaults(adjusted());
    QCOMPARE(store.options({}), adjusted());
    QCOMPARE(store.options(ConversationId(u"c2"_s)), adjusted());
    QCOMPARE(store.options(ConversationId(u"c1"_s)), own);
}

struct TestPromptStore::Server : TeamFixture {
    QList<QByteArray> questions; // bodies, as they came
    QList<QByteArray> settings;
    QList<QByteArray> settingsMatch;

    Server()
    {
        script = [this](const Received &request) { return scripted(request); };
    }
    Scripted scripted(const Received &request)
    {
        if (request.target == "/users/me/chat-settings" && request.method == "GET")
            return json(R"({"id":"s","user_id":"u","enabled_tools":["old"],"enabled_agents":["a-1"],"model":"chat","temperature":0.7,)"
                        R"("max_tokens":2000,"later":1})");
        if (request.target == "/users/me/chat-settings") {
            settings.append(request.body);
            return json(request.body);
        }
        if (request.method == "POST" && request.target.contains("chat")) {
            questions.append(request.body);
            return eventStream({frame("run_created", R"({"run_id":"r1","conversation_id":"c9","message_id":"m1"})"),
                                frame("message_complete", R"({"message_id":"m2","conversation_id":"c9","citations":[]})")},
                               Scripted::End::Close);
        }
        return {};
    }
    [[nodiscard]] QJsonObject question() const { return QJsonDocument::fromJson(questions.value(0)).object(); }
};

void TestPromptStore::CH_25_optionsReachTheServerThatHeedsThem()
{
    Server server;
    server.features = localFeatures + R"(,"chat_model","chat_sampling","chat_tools","chat_web_search")";
    QVERIFY(server.open());
    Disk disk;
    TurnJournal journal(*disk.thread); // from disk, as after a restart
    ChatSessions sessions(server.api, server.workspace, server.conversations, &journal);
    ChatSession *session = sessions.newSession();
    ChatOptions options = adjusted();
    options.searchesDocuments = true; // this server does not
    session->send(u"Hello"_s, {}, options.agents, options);
    QTRY_COMPARE(server.questions.size(), 1);
    const QJsonObject sent = server.question();
    QCOMPARE(sent.value("model"_L1).toString(), u"qwen"_s);
    QCOMPARE(sent.value("temperature"_L1).toDouble(), 0.2);
    QCOMPARE(sent.value("max_tokens"_L1).toInt(), 500);
    QCOMPARE(sent.value("enabled_tools"_L1).toArray(), QJsonArray{u"calculate"_s});
    QCOMPARE(sent.value("enable_web_search"_L1).toBool(), true);
    QVERIFY(!sent.contains("enable_doc_search"_L1));
    QCOMPARE(sent.value("selected_agents"_L1).toArray(), (QJsonArray{u"table"_s, u"document"_s}));
    QTRY_VERIFY(!session->isBusy());
    std::optional<ChatOptions> kept;
    journal.load(session->conversationId(), this, [&kept](const Result<QList<TurnRecord>> &turns) {
        if (turns && !turns->isEmpty())
            kept = turns->constFirst().request.options;
    });
    QTRY_VERIFY(kept.has_value());
    options.agents.clear(); // they are kept beside
    kept->agents.clear();
    QCOMPARE(*kept, options);
}

void TestPromptStore::CH_26_theSearchOfDocumentsIsKeptByConversation()
{
    Disk disk;
    ChatOptions off;
    off.searchesDocuments = false;
    ChatOptions on;
    on.searchesDocuments = true;
    {
        ChatOptionsStore store(*disk.thread);
        store.open(u"account"_s);
        QVERIFY(isLoaded(store));
        store.set(ConversationId(u"c1"_s), off);
        store.set(ConversationId(u"c2"_s), on);
    }
    disk.reopen();
    ChatOptionsStore store(*disk.thread);
    store.open(u"account"_s);
    QVERIFY(isLoaded(store));
    QCOMPARE(store.options(ConversationId(u"c1"_s)), off);
    QCOMPARE(store.options(ConversationId(u"c2"_s)), on);
    QVERIFY(!store.options(ConversationId(u"c3"_s)).searchesDocuments); // nothing was said
}

void TestPromptStore::CH_26_theSearchOfDocumentsIsSaidEitherWayWhereItIsHeeded()
{
    const auto sent = [](const ChatOptions &options) {
        Server server;
        server.features = localFeatures + R"(,"chat_document_search")";
        if (!server.open())
            return QJsonValue();
        ChatSessions sessions(server.api, server.workspace, server.conversations);
        sessions.newSession()->send(u"Hello"_s, {}, {}, options);
        (void)QTest::qWaitFor([&server] { return !server.questions.isEmpty(); }, 10'000);
        return server.question().value("enable_doc_search"_L1);
    };
    ChatOptions options;
    QCOMPARE(sent(options), QJsonValue(true)); // on, unless it is switched off
    options.searchesDocuments = true;
    QCOMPARE(sent(options), QJsonValue(true));
    options.searchesDocuments = false;
    QCOMPARE(sent(options), QJsonValue(false));
}

void TestPromptStore::CH_25_aServerThatIgnoresThemIsNotSentThem()
{
    Server server; // no capabilities: the team server
    QVERIFY(server.open());
    ChatSessions sessions(server.api, server.workspace, server.conversations);
    sessions.newSession()->send(u"Hello"_s, {}, {}, adjusted());
    QTRY_COMPARE(server.questions.size(), 1);
    for (const auto key : {"model"_L1, "temperature"_L1, "max_tokens"_L1, "enabled_tools"_L1, "enable_web_search"_L1})
        QVERIFY2(!server.question().contains(key), key.data());
}

void TestPromptStore::CH_28_theServersSettingsAreReadChangedAndWritten()
{
    Server server;
    server.features = localFeatures + R"(,"chat_sampling")";
    QVERIFY(server.open());
    ChatChoices choices(server.api, server.workspace);
    bool isSaved = false;
    choices.saveToServer(adjusted(), this, [&isSaved](const Result<> &outcome) { isSaved = outcome.has_value(); });
    QTRY_VERIFY(isSaved);
    QCOMPARE(server.settings.size(), 1);
    const QJsonObject written = QJsonDocument::fromJson(server.settings.first()).object();
    QCOMPARE(written.value("temperature"_L1).toDouble(), 0.2);
    QCOMPARE(written.value("max_tokens"_L1).toInt(), 500);
    QCOMPARE(written.value("model"_L1).toString(), u"chat"_s); // not heeded: as it was
    QCOMPARE(written.value("enabled_tools"_L1).toArray(), QJsonArray{u"old"_s});
    QCOMPARE(written.value("enabled_agents"_L1).toArray(), QJsonArray{u"a-1"_s}); // never touched
    QCOMPARE(written.value("later"_L1).toInt(), 1);
}

// ------------------------------------------------------------------------------------------------ secrets

void TestPromptStore::D_51_secretsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("secrets");
    const QString key = u"-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----"_s;
    // Put together here, so that no scanner takes this file for a leak.
    const QString github = u"ghp_"_s + u"a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"_s;
    const QString aws = u"AKIA"_s + u"IOSFODNN7EXAMPLE"_s;
    QTest::newRow("key") << u"Here: "_s + key + u" thanks"_s << QStringList{key};
    QTest::newRow("github") << u"token "_s + github << QStringList{github};
    QTest::newRow("aws") << u"("_s + aws + u")"_s << QStringList{aws};
    QTest::newRow("web token") << u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN"_s
                               << QStringList{u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN"_s};
    QTest::newRow("header") << u"Authorization: Bearer abcDEF1234567890abcd"_s << QStringList{u"abcDEF1234567890abcd"_s};
    QTest::newRow("address") << u"postgres://app:s3cr3tPa$$@db.example.com:5432/x"_s << QStringList{u"s3cr3tPa$$"_s};
    QTest::newRow("password") << u"DB_PASSWORD=Tr0ub4dor&3 next"_s << QStringList{u"Tr0ub4dor"_s};
    QTest::newRow("yaml") << u"api_key: \"9f8e7d6c5b4a\""_s << QStringList{u"9f8e7d6c5b4a"_s};
    QTest::newRow("connection string") << u"Server=x;User Id=sa;Password=Geheim!99;"_s << QStringList{u"Geheim!99"_s};
    QTest::newRow("card") << u"Pay with 4111 1111 1111 1111 please"_s << QStringList{u"4111 1111 1111 1111"_s};
    QTest::newRow("iban") << u"IBAN DE89 3704 0044 0532 0130 00 AND more"_s << QStringList{u"DE89 3704 0044 0532 0130 00"_s};
    QTest::newRow("iban in one") << u"GB82WEST12345698765432."_s << QStringList{u"GB82WEST12345698765432"_s};
    QTest::newRow("addresses") << u"a@x.org, b@x.org; c@x.org d@x.org e@x.org"_s
                               << QStringList{u"a@x.org"_s, u"b@x.org"_s, u"c@x.org"_s, u"d@x.org"_s, u"e@x.org"_s};
}

void TestPromptStore::D_51_secretsAreFound()
{
    QFETCH(QString, text);
    QTEST(found(text), "secrets");
}

void TestPromptStore::D_51_ordinaryTextIsLeftAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sentence") << u"My password: please reset it, the secret is patience."_s;
    QTest::newRow("placeholder") << u"password=${DB_PASSWORD} token=<your-token-here> api_key=********"_s;
    QTest::newRow("code") << u"const password = request.getParameter(\"password\"); if (token == null) return;"_s;
    QTest::newRow("public key") << u"-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----"_s;
    QTest::newRow("address") << u"https://user@example.com/a:b http://example.com:8080/x@y"_s;
    QTest::newRow("numbers") << u"4111 1111 1111 1112 and 1234567890123456 and 2026-11-27 12:00:00"_s;
    QTest::newRow("checksum") << u"DE89 3704 0044 0532 0130 01"_s;
    QTest::newRow("hash") << u"commit f5eb57e9a1b2c3d4e5f60718293a4b5c6d7e8f90"_s;
    QTest::newRow("uuid") << u"550e8400-e29b-41d4-a716-446655440000"_s;
    QTest::newRow("few addresses") << u"Write to a@x.org or b@x.org."_s;
    QTest::newRow("class name") << u"class=\"sk-cube-grid-animation-delay-2\" sk-learn"_s;
    QTest::newRow("setting") << u"password_min_length: 12, passwordPolicy = strict"_s;
}

void TestPromptStore::D_51_ordinaryTextIsLeftAlone()
{
    QFETCH(QString, text);
    QCOMPARE(found(text), QStringList());
}

void TestPromptStore::D_51_whatIsShownAndPutInPlaceHoldsNoSecret()
{
    const QString text = u"password=hunter2! and DE89370400440532013000 end"_s;
    const QList<SecretScan::Finding> findings = SecretScan::scan(text);
    QCOMPARE(findings.size(), 2);
    QCOMPARE(SecretScan::replaced(text, findings, u"[removed]"_s), u"password=[removed] and [removed] end"_s);
    QVERIFY(!SecretScan::masked(u"hunter2!").contains(u'h'));
    QCOMPARE(SecretScan::masked(u"DE89370400440532013000"), u"DE89\u2022\u2022\u2022\u2022\u202200"_s);
    QVERIFY(!SecretScan::isPersonal(findings.first().kind) && SecretScan::isPersonal(findings.last().kind));
}

// Each of these makes a careless expression look at everything again and again; the whole would not end within the test's time.
void TestPromptStore::D_51_aLongHostileTextIsReadInOneGo()
{
    constexpr int length = 50'000;
    for (const QString &piece :
         {u"a"_s, u"1"_s, u"a."_s, u"a_"_s, u"1 "_s, u"AB12 "_s, u"eyJ"_s, u"a@"_s, u"a@a."_s, u"a://"_s, u"a://b:"_s, u"password="_s,
          u"-----BEGIN "_s, u"-----BEGIN PRIVATE KEY-----"_s, u"sk-"_s, u"api_"_s, u" : "_s, u"Authorization: Bearer "_s}) {
        const QString text = piece.repeated(8 * length / static_cast<int>(piece.size()));
        (void)SecretScan::scan(text);
    }
    QString words = u"The quick brown fox. "_s.repeated(length / 21);
    QVERIFY(SecretScan::scan(words).isEmpty());
    words.insert(words.size() / 2, u" password=Tr0ub4dor "_s);
    QCOMPARE(SecretScan::scan(words).size(), 1);
}

QTEST_GUILESS_MAIN(TestPromptStore)
#include "tst_promptstore.moc"
