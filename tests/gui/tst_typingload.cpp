// FI-10: somebody types in the window while an answer streams in at 200 events a second. How long a key takes is printed here and has its
// bar in `make bench`.
//   DESK_SECONDS=60: the long form (make soak)
#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "guifixture.h"
#include "support/chatload.h"
#include "typingprobe.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int perSecond = 200;
constexpr int keyEveryMs = 40; // faster than anybody

int seconds()
{
    bool given = false;
    const int all = qEnvironmentVariableIntValue("DESK_SECONDS", &given);
    return given ? std::clamp(all, 1, 600) : 4;
}

} // namespace

class TestTypingLoad : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void FI_10_keysArriveInOrderAndNoneIsLostWhileAnAnswerStreams();
};

void TestTypingLoad::FI_10_keysArriveInOrderAndNoneIsLostWhileAnAnswerStreams()
{
    const ChatLoad load(perSecond, perSecond * (seconds() + 1));
    GuiFixture gui;
    QVERIFY(gui.show());
    gui.workspace.open({Profile::Kind::Team, u"team"_s, load.url()});
    QTRY_COMPARE(gui.workspace.state(), Workspace::State::Ready);
    auto *edit = gui.find<ComposerEdit>("composerText");
    edit->setFocus();
    QTest::keyClicks(edit, u"Count."_s);
    QTest::keyClick(edit, Qt::Key_Return);
    TranscriptModel &rows = gui.window->chat().session()->transcript();
    const auto answer = [&rows] { return rows.rowCount() == 2 ? rows.messageAt(1) : Message(); };
    QTRY_VERIFY(answer().content.contains(u"5 "_s));
    QCOMPARE(edit->toPlainText(), QString());

    const int before = load.written();
    TypingProbe probe(*edit, seconds() * 1000 / keyEveryMs, keyEveryMs);
    QVERIFY(probe.run(seconds() * 1000 + 60'000));
    QVERIFY(load.written() > before); // it went on meanwhile
    QCOMPARE(edit->toPlainText(), probe.typed());
    qInfo("a key took %.1f ms at the median and %.1f ms at the 99th percentile; the longest gap of the event loop was %lld ms",
          probe.latencyMs(0.5), probe.latencyMs(0.99), probe.worstGapMs());
    QTRY_COMPARE_WITH_TIMEOUT(answer().state, MessageState::Complete, 60'000);
    QCOMPARE(ChatLoad::countWords(answer().content), perSecond * (seconds() + 1));
    QCOMPARE(edit->toPlainText(), probe.typed()); // and its end took nothing of it
}

QTEST_MAIN(TestTypingLoad)
#include "tst_typingload.moc"
