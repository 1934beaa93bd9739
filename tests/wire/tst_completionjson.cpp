#include "wire/fixture.h"
#include "wire/json/completionchunks.h"
#include "wire/json/completionjson.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

class TestCompletionJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestHasOnlyWhatWasChosen();
    void readsACompletion();
    void usageMayBeMissing();
    void imagesAreAddressesOrBytes();
    void mediaRequestsHaveOnlyWhatWasChosen();
    void badAnswersFail_data();
    void badAnswersFail();
    void theContractsStream();
    void nothingComesAfterTheEnd();
    void anUnescapedFailureKeepsItsText();
    void failuresInEveryShape_data();
    void failuresInEveryShape();
    void unreadableChunksAreNothing_data();
    void unreadableChunksAreNothing();
};

void TestCompletionJson::requestHasOnlyWhatWasChosen()
{
    CompletionRequest request;
    request.messages = {{u"system"_s, u"Be short."_s}, {u"user"_s, u"2+2?"_s}};
    const QJsonArray messages{QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, u"Be short."_s}},
                              QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"2+2?"_s}}};
    QCOMPARE(toJson(request), (QJsonObject{{u"messages"_s, messages}}));
    request.model = u"fast"_s;
    request.temperature = 0;
    request.maxTokens = 50;
    QCOMPARE(toJson(request),
             (QJsonObject{{u"messages"_s, messages}, {u"model"_s, u"fast"_s}, {u"temperature"_s, 0}, {u"max_tokens"_s, 50}}));
}

void TestCompletionJson::readsACompletion()
{
    const QJsonObject json = fixture::json(u"contract/llm.json"_s).toObject();
    const Result<Completion> read = completionFromJson(json.value("completion"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->model, u"claude-sonnet"_s);
    QCOMPARE(read->content, u"Four."_s);
    QCOMPARE(read->finishReason, u"stop"_s);
    QVERIFY(read->usage.has_value());
    QCOMPARE(read->usage->promptTokens, std::optional<qint64>(12));
    QCOMPARE(read->usage->completionTokens, std::optional<qint64>(2));
    QCOMPARE(read->usage->totalTokens, std::optional<qint64>(14));
    const Result<QString> text = transcriptFromJson(json.value("transcript"_L1));
    QVERIFY(text.has_value());
    QCOMPARE(*text, u"Good morning."_s);
}

void TestCompletionJson::usageMayBeMissing()
{
    const Result<Completion> read = completionFromJson(QJsonObject{{u"content"_s, QString()}, {u"usage"_s, QJsonValue()}});
    QVERIFY(read.has_value());
    QVERIFY(!read->usage);
    const std::optional<TokenUsage> part = tokenUsageFrom(QJsonObject{{u"total_tokens"_s, 0}});
    QVERIFY(part && !part->promptTokens && !part->completionTokens);
    QCOMPARE(part->totalTokens, std::optional<qint64>(0));
}

void TestCompletionJson::imagesAreAddressesOrBytes()
{
    const Result<QList<GeneratedImage>> read = imagesFromJson(fixture::json(u"contract/llm.json"_s).toObject().value("images"_L1));
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), 2);
    QCOMPARE(read->at(0).url, QUrl(u"https://images.example/1.png"_s));
    QVERIFY(read->at(0).bytes.isEmpty());
    QCOMPARE(read->at(1).bytes, QByteArray("\x89PNG"));
    QVERIFY(read->at(1).url.isEmpty());
}

void TestCompletionJson::mediaRequestsHaveOnlyWhatWasChosen()
{
    ImageRequest image;
    image.prompt = u"A quiet harbour"_s;
    QCOMPARE(toJson(image), (QJsonObject{{u"prompt"_s, u"A quiet harbour"_s}, {u"n"_s, 1}}));
    image.size = u"512x512"_s;
    image.model = u"image-large"_s;
    QCOMPARE(toJson(image).value("size"_L1).toString(), u"512x512"_s);
    QCOMPARE(toJson(image).value("model"_L1).toString(), u"image-large"_s);
    SpeechRequest speech;
    speech.input = u"Good morning."_s;
    QCOMPARE(toJson(speech), (QJsonObject{{u"input"_s, u"Good morning."_s}}));
    speech.voice = u"alloy"_s;
    speech.format = u"opus"_s;
    speech.speed = 1.25;
    QCOMPARE(
        toJson(speech),
        (QJsonObject{{u"input"_s, u"Good morning."_s}, {u"voice"_s, u"alloy"_s}, {u"response_format"_s, u"opus"_s}, {u"speed"_s, 1.25}}));
}

void TestCompletionJson::badAnswersFail_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("details"); // completion, images, transcript
    const QString noList = u"$: expected a list"_s;
    QTest::newRow("no object") << QByteArray("[]")
                               << QStringList{u"completion: expected an object"_s, noList, u"transcript: expected an object"_s};
    QTest::newRow("nothing in it") << QByteArray("{}")
                                   << QStringList{u"completion.content: missing"_s, noList, u"transcript.text: missing"_s};
    QTest::newRow("ill typed") << QByteArray(R"({"content":4,"data":[{}],"text":[]})")
                               << QStringList{u"completion.content: expected a string"_s, u"[0] image.url: missing"_s,
                                              u"transcript.text: expected a string"_s};
}

void TestCompletionJson::badAnswersFail()
{
    QFETCH(QByteArray, json);
    const QJsonValue value = *parseJson(json);
    QStringList details;
    const auto note = [&details](const auto &result) { details.append(result ? QString() : result.error().detail); };
    note(completionFromJson(value));
    note(imagesFromJson(value));
    note(transcriptFromJson(value));
    QTEST(details, "details");
}

void TestCompletionJson::theContractsStream()
{
    SseParser parser;
    CompletionChunks chunks;
    QString text;
    QStringList reasons;
    std::optional<TokenUsage> usage;
    int ends = 0;
    const QList<ServerEvent> events = parser.feed(fixture::bytes(u"contract/completion_stream.txt"_s));
    QCOMPARE(events.size(), 7);
    for (const ServerEvent &event : events) {
        const CompletionChunk chunk = chunks.take(event);
        text += chunk.text;
        if (!chunk.finishReason.isEmpty())
            reasons.append(chunk.finishReason);
        if (chunk.usage)
            usage = chunk.usage;
        QVERIFY(!chunk.failure);
        ends += chunk.isEnd ? 1 : 0;
    }
    QCOMPARE(text, u"Two lines,\ngrößer ☕"_s);
    QCOMPARE(reasons, QStringList(u"stop"_s));
    QVERIFY(usage.has_value());
    QCOMPARE(usage->totalTokens, std::optional<qint64>(16));
    QCOMPARE(ends, 1); // [DONE] came twice
    QVERIFY(chunks.isOver());
}

void TestCompletionJson::nothingComesAfterTheEnd()
{
    CompletionChunks chunks;
    QVERIFY(!chunks.isOver());
    QVERIFY(chunks.take({"message", "[DONE]", {}}).isEnd);
    const CompletionChunk late = chunks.take({"message", R"({"choices":[{"delta":{"content":"late"}}]})", {}});
    QCOMPARE(late.text, QString());
    QVERIFY(!chunks.take({"message", R"({"error":"late"})", {}}).failure);
}

// Contract 4.8: the server puts the upstream's words between quotes as they are.
void TestCompletionJson::anUnescapedFailureKeepsItsText()
{
    SseParser parser;
    CompletionChunks chunks;
    QStringList failures;
    const QList<ServerEvent> events = parser.feed(fixture::bytes(u"contract/completion_stream_failed.txt"_s));
    for (const ServerEvent &event : events) {
        if (const CompletionChunk chunk = chunks.take(event); chunk.failure)
            failures.append(*chunk.failure);
    }
    QCOMPARE(failures, QStringList(u"Upstream said \"no\" (429)"_s));
    QVERIFY(chunks.isOver());
}

void TestCompletionJson::failuresInEveryShape_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("text");
    QTest::newRow("string") << QByteArray(R"({"error":"rate limited"})") << u"rate limited"_s;
    QTest::newRow("object") << QByteArray(R"({"error":{"message":"rate limited","code":429}})") << u"rate limited"_s;
    QTest::newRow("quotes inside") << QByteArray(R"({"error": "no "gpt" here"})") << u"no \"gpt\" here"_s;
    QTest::newRow("cut by a line break in the text") << QByteArray(R"({"error": "first line)") << u"first line"_s;
    QTest::newRow("a backslash that escapes nothing") << QByteArray(R"({"error": "C:\models"})") << u"C:\\models"_s;
    QTest::newRow("ends inside a brace of its own") << QByteArray(R"({"error": "{"a": 1}"})") << u"{\"a\": 1}"_s;
    QTest::newRow("empty") << QByteArray(R"({"error": ")") << QString();
}

void TestCompletionJson::failuresInEveryShape()
{
    QFETCH(QByteArray, data);
    CompletionChunks chunks;
    const CompletionChunk chunk = chunks.take({"message", data, {}});
    QVERIFY(chunk.failure.has_value());
    QTEST(*chunk.failure, "text");
    QVERIFY(!chunk.isEnd && !chunks.isOver()); // [DONE] follows
}

void TestCompletionJson::unreadableChunksAreNothing_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("no choices") << QByteArray("{}");
    QTest::newRow("null delta") << QByteArray(R"({"choices":[{"delta":null}]})");
    QTest::newRow("null content") << QByteArray(R"({"choices":[{"delta":{"content":null}}],"usage":null,"error":null})");
    QTest::newRow("words") << QByteArray("\"error\": oops");
}

void TestCompletionJson::unreadableChunksAreNothing()
{
    QFETCH(QByteArray, data);
    CompletionChunks chunks;
    const CompletionChunk chunk = chunks.take({"message", data, {}});
    QCOMPARE(chunk.text, QString());
    QCOMPARE(chunk.finishReason, QString());
    QVERIFY(!chunk.usage && !chunk.failure && !chunk.isEnd);
}

QTEST_APPLESS_MAIN(TestCompletionJson)
#include "tst_completionjson.moc"
