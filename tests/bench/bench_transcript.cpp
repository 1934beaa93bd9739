// Figures of requirements P3 and P4: one JSON line each. Fails nothing; run it offscreen on an otherwise idle machine.
#include "gui/chat/transcript/transcriptview.h"
#include "state/models/transcriptmodel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

QString mixed(int i)
{
    QString text =
        u"## Answer %1\n\nThe **figures** for region %1 are _complete_; see `table_%1` and [the notes](https://example.org/%1).\n\n"_s.arg(
            i);
    for (int j = 0; j < 2 + i % 5; ++j)
        text += u"- point %1 with a sentence that is long enough to wrap once in the window of the measurement\n"_s.arg(j);
    if (i % 3 == 0)
        text += u"\n```cpp\nfor (int i = 0; i < %1; ++i)\n    total += row[i];\nreturn total;\n```\n"_s.arg(i);
    if (i % 4 == 0)
        text += u"\n| region | sum |\n|:--|--:|\n| North | %1 |\n| South | 12.5 |\n"_s.arg(i);
    return text;
}

QList<Message> messages(int count)
{
    QList<Message> list;
    list.reserve(count);
    for (int i = 0; i < count; ++i) {
        Message message;
        message.role = i % 2 == 0 ? Role::User : Role::Assistant;
        message.content = i % 2 == 0 ? u"What about region %1?"_s.arg(i) : mixed(i);
        message.createdAt = QDateTime(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC).addSecs(i);
        list << message;
    }
    return list;
}

// baseline: the figure the bar was derived from; ratio = value / baseline.
void report(const QString &name, double value, const QString &unit, double baseline, double bar)
{
    const QJsonObject line{
        {u"name"_s, name}, {u"value"_s, value},    {u"unit"_s, unit}, {u"baseline"_s, baseline}, {u"ratio"_s, value / baseline},
        {u"bar"_s, bar},   {u"ok"_s, value <= bar}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1000.0 + static_cast<double>(now.tv_nsec) / 1e6;
}

double percentile(QList<double> values, double p)
{
    std::sort(values.begin(), values.end());
    return values.at(qMin(values.size() - 1, static_cast<qsizetype>(p * static_cast<double>(values.size()))));
}

// What the program does between two frames: timers, layout, painting.
void frame()
{
    QCoreApplication::sendPostedEvents();
    QApplication::processEvents();
}

// From the end to hits all over the conversation, each marked and on screen.
void jumpToHits(TranscriptView &view, int count)
{
    QElapsedTimer clock;
    QList<double> jumps;
    for (int i = 0; i < 40; ++i) {
        view.jumpToEnd();
        frame();
        const int row = static_cast<int>(qint64(count) * ((i * 17) % 40) / 40) | 1; // an answer
        clock.start();
        view.findAt(row, u"figures"_s);
        view.viewport()->repaint();
        jumps << static_cast<double>(clock.nsecsElapsed()) / 1e6;
        if (!view.viewport()->rect().intersects(view.visualRect(view.model()->index(row, 0))))
            std::fprintf(stderr, "the hit in row %d is not on screen\n", row);
        view.closeFind();
    }
    report(u"jump_to_hit_median_%1"_s.arg(count), percentile(jumps, 0.5), u"ms"_s, 38, 38);
    report(u"jump_to_hit_worst_%1"_s.arg(count), percentile(jumps, 1.0), u"ms"_s, 38, 100);
}

void openAndScroll(int count, double baseline, double bar)
{
    TranscriptModel model;
    model.prepend(messages(count));
    TranscriptView view;
    view.resize(800, 700);
    view.show();
    frame();
    QElapsedTimer clock;
    clock.start();
    view.setModel(&model);
    view.viewport()->repaint();
    report(u"open_%1"_s.arg(count), static_cast<double>(clock.nsecsElapsed()) / 1e6, u"ms"_s, baseline, bar);

    QList<double> frames;
    int worst = 0;
    for (int step = 0; step < 200; ++step) {
        const QModelIndex low = view.indexAt({10, view.viewport()->height() - 2});
        const int before = view.visualRect(low).top();
        const double start = cpuMs();
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - 120);
        view.viewport()->repaint();
        frames << cpuMs() - start;
        worst = qMax(worst, qAbs(view.visualRect(low).top() - before - 120));
    }
    report(u"scroll_frame_p99_%1"_s.arg(count), percentile(frames, 0.99), u"cpu_ms"_s, 16, 16);
    report(u"anchor_moved_%1"_s.arg(count), worst, u"px"_s, 127, 0);

    clock.start();
    view.resize(700, 700);
    view.viewport()->repaint();
    report(u"resize_%1"_s.arg(count), static_cast<double>(clock.nsecsElapsed()) / 1e6, u"ms"_s, 32, bar);

    view.jumpToEnd();
    frame();
    QList<double> appends;
    for (int i = 0; i < 50; ++i) {
        clock.start();
        model.append(messages(2).last());
        appends << static_cast<double>(clock.nsecsElapsed()) / 1e6;
        frame();
    }
    report(u"append_%1"_s.arg(count), percentile(appends, 0.5), u"ms"_s, 213, 2);
    jumpToHits(view, count);
}

// Returns CPU seconds for each delta of four characters.
double streamInto(int before, qsizetype size, double baseline, double cpuBar)
{
    TranscriptModel model;
    model.prepend(messages(before));
    TranscriptView view;
    view.resize(800, 700);
    view.setModel(&model);
    view.show();
    frame();
    Message answer;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    const int row = model.append(answer);
    frame();
    QString text;
    for (int i = 1; text.size() < size; i += 2)
        text += mixed(i) + u"\n"_s;
    text.truncate(size);
    // Deltas of four characters, 200 a second (1 000 for the long answer), handed over 25 times a second as the session does.
    const qsizetype chunk = size > 100'000 ? 160 : 32;
    QList<double> updates;
    const double cpuStart = cpuMs();
    for (qsizetype at = 0; at < text.size(); at += chunk) {
        for (qsizetype piece = at; piece < qMin(at + chunk, text.size()); piece += 4)
            model.appendText(row, text.mid(piece, 4));
        const double start = cpuMs();
        // Until the view's frame timer has fired and the frame is on screen.
        QEventLoop loop;
        QTimer::singleShot(40, Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
        updates << cpuMs() - start;
    }
    model.setState(row, MessageState::Complete);
    frame();
    const QString name = u"stream_%1kB_after_%2"_s.arg(size / 1000).arg(before);
    const double cpuSeconds = (cpuMs() - cpuStart) / 1000.0;
    report(name + u"_cpu"_s, cpuSeconds, u"cpu_s"_s, baseline, cpuBar);
    report(name + u"_update_median"_s, percentile(updates, 0.5), u"cpu_ms"_s, 15, 16);
    report(name + u"_update_worst"_s, percentile(updates, 1.0), u"cpu_ms"_s, 117, 16);
    const qsizetype fifth = updates.size() / 5;
    report(name + u"_update_late_to_early"_s, percentile(updates.last(fifth), 0.5) / percentile(updates.first(fifth), 0.5), u"ratio"_s, 1,
           2);
    return cpuSeconds / (static_cast<double>(size) / 4);
}

// FI-11: a conversation that ends with a message as no person writes them, until its end is on screen.
void openHostile(const QString &name, const QString &text)
{
    for (const Role role : {Role::User, Role::Assistant}) {
        TranscriptModel model;
        QList<Message> all = messages(20);
        all.last().role = role;
        all.last().content = text;
        model.prepend(all);
        TranscriptView view;
        view.resize(800, 700);
        view.show();
        frame();
        QElapsedTimer clock;
        clock.start();
        view.setModel(&model);
        view.viewport()->repaint();
        report(u"open_%1_%2"_s.arg(name, role == Role::User ? u"plain"_s : u"markdown"_s), static_cast<double>(clock.nsecsElapsed()) / 1e6,
               u"ms"_s, 60'000, 300);
        clock.start();
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
        view.viewport()->repaint();
        report(u"jump_into_%1_%2"_s.arg(name, role == Role::User ? u"plain"_s : u"markdown"_s),
               static_cast<double>(clock.nsecsElapsed()) / 1e6, u"ms"_s, 60'000, 300);
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    openAndScroll(10'000, 95, 100);
    openAndScroll(100'000, 904, 150);
    const double shortDelta = streamInto(10'000, 20'000, 28, 1.5);
    report(u"delta_of_200kB_to_20kB"_s, streamInto(0, 200'000, 66, 30) / shortDelta, u"ratio"_s, 1, 2);
    openHostile(u"1MB_line"_s, QString(1'000'000, u'x'));
    openHostile(u"100k_marks"_s, u'e' + QString(100'000, QChar(0x301)));
    openHostile(u"100MB_message"_s, mixed(3).repeated(100'000'000 / mixed(3).size()));
    openHostile(u"100MB_line"_s, QString(100'000'000, u'x'));
    return 0;
}
