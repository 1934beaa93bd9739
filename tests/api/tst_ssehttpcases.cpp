// The connection-level cases of tests/data/sse/http_cases.json against a live stream: what the request carries, what ends a stream, when
// and how it comes back.
#include "clientfixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using State = LiveStream::State;

namespace {

QJsonArray allCases()
{
    QFile file(QStringLiteral(DESK_TEST_DATA "/sse/http_cases.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).array();
}

Scripted::End endOf(const QJsonObject &step)
{
    const QString then = step.value("then"_L1).toString();
    return then == "hold"_L1 ? Scripted::End::Hold : then == "rst"_L1 ? Scripted::End::Reset : Scripted::End::Close;
}

// One step of a script as an answer: its headers to the letter, an unframed body.
Scripted answerOf(const QJsonObject &step, quint16 otherPort)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(step.value("status"_L1).toInt()) + " X\r\n";
    const QJsonObject headers = step.value("headers"_L1).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        head += it.key().toUtf8() + ": " + it.value().toString().toUtf8().replace("{other_port}", QByteArray::number(otherPort)) + "\r\n";
    Scripted script;
    script.end = endOf(step);
    script.pieces.append(head + "Connection: close\r\n\r\n" + step.value("body"_L1).toString().toUtf8());
    qint64 last = 0;
    const QJsonArray steps = step.value("body_steps"_L1).toArray();
    for (const QJsonValue piece : steps) {
        script.pieces.append(piece.toArray().at(1).toString().toUtf8());
        script.pieceDelayMs = std::max<int>(script.pieceDelayMs, piece.toArray().at(0).toInt() - int(last));
        last = piece.toArray().at(0).toInt();
    }
    return script;
}

QByteArrayList strings(const QJsonValue &value)
{
    QByteArrayList out;
    const QJsonArray list = value.toArray();
    for (const QJsonValue item : list)
        out.append(item.toString().toUtf8());
    return out;
}

} // namespace

class TestSseHttpCases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCaseIsThere() { QCOMPARE(allCases().size(), 34); }
    void httpCase_data();
    void httpCase();

private:
    void checkRequests(const QJsonObject &expected, const QList<Received> &received);
    void checkState(const QJsonObject &expected, const Watch &watch);
};

void TestSseHttpCases::httpCase_data()
{
    QTest::addColumn<QJsonObject>("test");
    const QJsonArray cases = allCases();
    for (const QJsonValue item : cases)
        QTest::newRow(qPrintable(item.toObject().value("name"_L1).toString())) << item.toObject();
}

void TestSseHttpCases::httpCase()
{
    QFETCH(QJsonObject, test);
    const QJsonArray script = test.value("script"_L1).toArray();
    const QJsonObject expected = test.value("expected"_L1).toObject();
    FaultServer other([](const Received &) { return eventStream({"data: stolen\n\n"}, Scripted::End::Hold); });
    int step = 0;
    FaultServer server([&](const Received &) {
        return step < script.size() ? answerOf(script.at(step++).toObject(), other.serverPort()) : Scripted{{}, 0, Scripted::End::Hold};
    });
    Client client(server.url());
    LiveStream::Options options{.resume = true};
    if (expected.contains("idle_timeout_ms"_L1))
        options.idleMs = expected.value("idle_timeout_ms"_L1).toInt();
    Watch watch(client, u"/stream"_s, options);

    const QByteArrayList events = strings(expected.value("events"_L1));
    QTRY_COMPARE(watch.data().mid(0, events.size()), events);
    if (script.size() > 1) {
        QTRY_COMPARE_WITH_TIMEOUT(server.received().size(), script.size(), 10'000);
    } else {
        QTRY_VERIFY(!server.received().isEmpty());
    }
    const auto requests = server.received().size(); // a stream that idles again would come back once more
    checkState(expected, watch);
    checkRequests(expected, server.received());
    QCOMPARE(other.connections(), 0); // no other server ever sees anything
    if (expected.contains("events"_L1))
        QCOMPARE(watch.data(), events);
    const QByteArrayList ids = strings(expected.value("event_ids"_L1));
    for (qsizetype i = 0; i < ids.size(); ++i)
        QTRY_COMPARE(watch.events.value(i).id, ids.at(i));
    if (expected.contains("second_event_id_not"_L1))
        QVERIFY(watch.events.value(1).id != expected.value("second_event_id_not"_L1).toString().toUtf8());
    const bool mustStop = expected.contains("no_connection_after_ms"_L1) || expected.contains("connections_max"_L1);
    if (mustStop) {
        const qint64 until = monotonicMs() + expected.value("no_connection_after_ms"_L1).toInt(1000);
        QTRY_VERIFY_WITH_TIMEOUT(monotonicMs() >= until, 5000);
        QVERIFY(server.received().size() <= expected.value("connections_max"_L1).toInt(int(script.size())));
    }
    if (expected.contains("connections"_L1))
        QCOMPARE(mustStop ? server.received().size() : requests, expected.value("connections"_L1).toInt());
}

void TestSseHttpCases::checkState(const QJsonObject &expected, const Watch &watch)
{
    const QString state = expected.value("state"_L1).toString();
    if (state == "open"_L1)
        QTRY_COMPARE(watch.stream->state(), State::Connected);
    if (state == "closed"_L1)
        QTRY_COMPARE(watch.stream->state(), State::Closed);
    // What a browser calls failed is closed for good here, or left to polling; only a gateway's refusal is tried again at once.
    if (state == "failed"_L1)
        QTRY_VERIFY(watch.stream->state() == State::Closed || watch.stream->state() == State::Polling ||
                    watch.stream->lastError().kind == Error::Kind::Unavailable);
    if (state == "failed"_L1 || expected.value("error_reported"_L1).toBool()) {
        QTRY_VERIFY(!watch.stream->lastError().message.isEmpty());
        QVERIFY(!watch.stream->lastError().nextStep.isEmpty());
    }
    if (expected.contains("surfaced_error"_L1))
        QVERIFY(watch.stream->lastError().detail.contains("bad_request"_L1));
    if (expected.contains("state_sequence"_L1)) // connecting is where it begins; a wait lies between
        QTRY_COMPARE(watch.states, (QList<State>{State::Connected, State::Backoff, State::Connecting, State::Connected}));
    if (expected.contains("run_state"_L1)) // the end without a last event is a loss: it comes back by itself
        QTRY_VERIFY(watch.states.contains(State::Backoff));
}

void TestSseHttpCases::checkRequests(const QJsonObject &expected, const QList<Received> &received)
{
    const auto header = [](const Received &request, const QString &name) { return request.headers.value(name.toLower().toUtf8()); };
    const auto compareAll = [&](const QJsonObject &wanted, const Received &request) {
        for (auto it = wanted.begin(); it != wanted.end(); ++it)
            QCOMPARE(header(request, it.key()), it.value().toString().toUtf8());
    };
    compareAll(expected.value("request_headers"_L1).toObject(), received.at(0));
    if (received.size() > 1)
        compareAll(expected.value("second_request_headers"_L1).toObject(), received.at(1));
    for (const QByteArray &name : strings(expected.value("request_headers_absent"_L1)))
        QVERIFY(!received.at(0).headers.contains(name.toLower()));
    for (const QByteArray &name : strings(expected.value("second_request_headers_absent"_L1)))
        QVERIFY(!received.at(1).headers.contains(name.toLower()));
    const QJsonObject hex = expected.value("second_request_header_hex"_L1).toObject();
    for (auto it = hex.begin(); it != hex.end(); ++it)
        QCOMPARE(header(received.at(1), it.key()).toHex(), it.value().toString().toUtf8());
    const QJsonArray delay = expected.value("delay_between_connections_ms"_L1).toArray();
    if (!delay.isEmpty()) {
        const qint64 waited = received.at(1).arrivedMs - received.at(0).arrivedMs;
        QVERIFY2(waited >= delay.at(0).toInt(),
                 qPrintable(QString::number(waited))); // the lower end is the promise; the upper is the machine's
    }
}

QTEST_GUILESS_MAIN(TestSseHttpCases)
#include "tst_ssehttpcases.moc"
