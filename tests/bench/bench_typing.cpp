// FI-10, SSE-24: how long a key takes to stand in the text while an answer streams into the same window at 200 events a second, beside the
// same typing with nothing going on. Prints JSON lines.
#include "gui/chat/chatpage.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/guifixture.h"
#include "gui/typingprobe.h"
#include "support/chatload.h"

#include <QApplication>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

constexpr int perSecond = 200;
constexpr int seconds = 20;
constexpr int keyEveryMs = 25;
constexpr int timeoutMs = 120'000;
constexpr double barMs = 50;

void line(const char *name, double value, double baseline, double bar)
{
    std::printf("{\"name\":\"%s\",\"value\":%.2f,\"unit\":\"ms\",\"baseline\":%.2f,\"ratio\":%.2f,\"bar\":%.0f,\"ok\":%s}\n", name, value,
                baseline, baseline > 0 ? value / baseline : 0, bar, value <= bar ? "true" : "false");
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    const ChatLoad load(perSecond, perSecond * (seconds + 20));
    GuiFixture gui;
    if (!gui.show())
        return 1;
    gui.workspace.open({Profile::Kind::Team, u"team"_s, load.url()});
    if (!QTest::qWaitFor([&gui] { return gui.workspace.state() == Workspace::State::Ready; }, 10'000))
        return 1;
    auto *edit = gui.find<ComposerEdit>("composerText");
    TypingProbe quiet(*edit, 5000 / keyEveryMs, keyEveryMs);
    if (!quiet.run(timeoutMs))
        return 1;
    edit->setPlainText(u"Count."_s);
    QTest::keyClick(edit, Qt::Key_Return);
    TranscriptModel &rows = gui.window->chat().session()->transcript();
    if (!QTest::qWaitFor([&rows] { return rows.rowCount() == 2 && rows.messageAt(1).content.contains(u"5 "_s); }, 10'000))
        return 1;
    TypingProbe busy(*edit, seconds * 1000 / keyEveryMs, keyEveryMs);
    if (!busy.run(timeoutMs) || rows.messageAt(1).state != MessageState::Streaming)
        return 1;
    line("key_while_streaming_median", busy.latencyMs(0.5), quiet.latencyMs(0.5), barMs);
    line("key_while_streaming_p99", busy.latencyMs(0.99), quiet.latencyMs(0.99), barMs);
    line("event_loop_gap_while_streaming_worst", static_cast<double>(busy.worstGapMs()), static_cast<double>(quiet.worstGapMs()), barMs);
    return 0;
}
