// Whether an event stream arrives as it is sent, seen through servers that collect it, cut it or say nothing.
#include "api/transport.h"
#include "auth/profiletokensource.h"
#include "state/doctor/streamprobe.h"
#include "support/faultserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Outcome = StreamProbe::Outcome;

namespace {

const QByteArray status = "event: status\r\ndata: {\"status\": \"running\"}\r\n\r\n";
const QByteArray ping = ": ping - 2026-05-02 10:00:16.000000+00:00\r\n\r\n";
const QByteArray complete = "event: complete\r\ndata: {\"status\": \"succeeded\"}\r\n\r\n";

Scripted paced(const QList<QByteArray> &pieces, int delayMs, Scripted::End end)
{
    Scripted out = eventStream(pieces, end);
    out.pieceDelayMs = delayMs;
    return out;
}

} // namespace

class TestStreamProbe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStreamThatFlowsIsSaidToFlow();
    void heartbeatsThatDoNotComeAreHeldBack();
    void aFirstEventThatDoesNotComeIsHeldBack();
    void aConnectionThatIsCutIsSaidToBeCut();
    void aRunThatHasEndedSaysLittle();
    void aRunOfAChatIsWatchedToo();
    void noRunIsNothingToWatch();
    void aRefusalIsPassedOn();
    void itEndsQuietlyWhenItIsDestroyed();

private:
    // The probe's outcome at a server with one run of this status whose stream is this.
    [[nodiscard]] Outcome probe(const QByteArray &runStatus, const Scripted &stream);
    Error m_error;
};

Outcome TestStreamProbe::probe(const QByteArray &runStatus, const Scripted &stream)
{
    FaultServer server([&](const Received &request) {
        if (request.target.startsWith("/streams/runs/r1"))
            return stream;
        if (runStatus == "refused")
            return reply(403, "{\"detail\": \"not yours\"}");
        return json(runStatus.isEmpty() ? QByteArray("[]") : QByteArray("[{\"id\": \"r1\", \"status\": \"" + runStatus + "\"}]"));
    });
    ProfileTokenSource tokens;
    Transport transport(tokens);
    transport.setBaseUrl(server.url());
    StreamProbe probe(transport, {400, 400, 1'000});
    QSignalSpy finished(&probe, &StreamProbe::finished);
    probe.start();
    if (!finished.wait(8'000))
        qFatal("the probe does not end");
    m_error = probe.error();
    const bool isQuietAfterwards = QTest::qWaitFor([&server] { return server.openConnections() <= 1; }, 2'000); // a call's may stay
    return isQuietAfterwards && finished.size() == 1 ? finished.constFirst().constFirst().value<Outcome>() : Outcome::Refused;
}

void TestStreamProbe::aStreamThatFlowsIsSaidToFlow()
{
    QCOMPARE(probe("running", paced({status, ping, ping, ping, ping, ping, ping, ping}, 200, Scripted::End::Hold)), Outcome::Flows);
}

void TestStreamProbe::heartbeatsThatDoNotComeAreHeldBack()
{
    QCOMPARE(probe("running", paced({status}, 0, Scripted::End::Hold)), Outcome::HeldBack);
}

void TestStreamProbe::aFirstEventThatDoesNotComeIsHeldBack()
{
    QCOMPARE(probe("running", paced({}, 0, Scripted::End::Hold)), Outcome::HeldBack);
}

void TestStreamProbe::aConnectionThatIsCutIsSaidToBeCut()
{
    QCOMPARE(probe("running", paced({status, ping}, 100, Scripted::End::Close)), Outcome::CutOff);
    QCOMPARE(probe("running", paced({status, ping}, 100, Scripted::End::Reset)), Outcome::CutOff);
}

void TestStreamProbe::aRunThatHasEndedSaysLittle()
{
    QCOMPARE(probe("succeeded", paced({status, complete}, 0, Scripted::End::Close)), Outcome::Whole);
}

void TestStreamProbe::aRunOfAChatIsWatchedToo()
{
    // Contract 4.2: "completed" is not in the team server's terminal set; its stream hangs, with heartbeats.
    QCOMPARE(probe("completed", paced({status, ping, ping, ping, ping, ping, ping, ping}, 200, Scripted::End::Hold)), Outcome::Flows);
}

void TestStreamProbe::noRunIsNothingToWatch()
{
    QCOMPARE(probe({}, {}), Outcome::NoRun);
}

void TestStreamProbe::aRefusalIsPassedOn()
{
    QCOMPARE(probe("refused", {}), Outcome::Refused);
    QVERIFY(!m_error.message.isEmpty());
    QCOMPARE(probe("running", reply(404, "{\"detail\": \"gone\"}")), Outcome::Refused);
    QVERIFY(!m_error.message.isEmpty());
}

void TestStreamProbe::itEndsQuietlyWhenItIsDestroyed()
{
    FaultServer server([](const Received &request) {
        return request.target.startsWith("/streams") ? paced({status}, 0, Scripted::End::Hold)
                                                     : json("[{\"id\": \"r1\", \"status\": \"running\"}]");
    });
    ProfileTokenSource tokens;
    Transport transport(tokens);
    transport.setBaseUrl(server.url());
    {
        StreamProbe probe(transport);
        probe.start();
        QTRY_COMPARE(server.received().size(), 2);
    }
    QTRY_VERIFY(server.openConnections() <= 1);
}

QTEST_GUILESS_MAIN(TestStreamProbe)
#include "tst_streamprobe.moc"
