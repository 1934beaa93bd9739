// AG-02, AG-03: ten thousand agents of two thousand characters each list, filter and sort within a frame. The baseline is a
// QSortFilterProxyModel with a fixed string over the same texts. Prints JSON lines; CPU time of the window's thread, for which a frame
// waits.
#include "api/apiclient.h"
#include "api/transport.h"
#include "auth/profiletokensource.h"
#include "state/agents/agentstore.h"
#include "state/models/agentfilter.h"
#include "state/models/agentlistmodel.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSortFilterProxyModel>
#include <QStringListModel>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr int count = 10'000;
constexpr int length = 2'000;
constexpr double frameMs = 16;

void line(const char *name, double value, double baseline, double bar)
{
    std::printf("{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"ms\",\"baseline\":%.3f,\"ratio\":%.3f,\"bar\":%.0f,\"ok\":%s}\n", name, value,
                baseline, baseline > 0 ? value / baseline : 0, bar, bar <= 0 || value <= bar ? "true" : "false");
    std::fflush(stdout);
}

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1000.0 + static_cast<double>(now.tv_nsec) / 1e6;
}

double spent(const std::function<void()> &work)
{
    const double start = cpuMs();
    work();
    return cpuMs() - start;
}

struct Times {
    double median = 0;
    double worst = 0;
};

Times of(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return {values.at(values.size() / 2), values.constLast()};
}

QStringList vocabulary(QRandomGenerator &random)
{
    const QString letters = u"etaoinshrdlucmfwypvbgk"_s;
    QStringList words;
    for (int i = 0; i < 4000; ++i) {
        QString word;
        for (int n = 2 + i % 9; n > 0; --n)
            word += letters.at(static_cast<int>(random.bounded(static_cast<int>(letters.size()))));
        words.append(word);
    }
    return words;
}

QList<Agent> generated()
{
    QRandomGenerator random(7);
    const QStringList words = vocabulary(random);
    const auto word = [&words, &random] {
        const double place = random.generateDouble();
        return words.at(static_cast<int>(place * place * place * static_cast<double>(words.size() - 1))); // some much more often
    };
    QList<Agent> agents;
    for (int i = 0; i < count; ++i) {
        Agent agent;
        agent.id = AgentId(u"a%1"_s.arg(i));
        agent.name = u"agent-%1"_s.arg(i);
        agent.displayName = word() + u' ' + word();
        agent.description = u"Answers about "_s + word() + u' ' + word();
        agent.model = word();
        while (agent.instructions.size() < length)
            agent.instructions += word() + u' ';
        agent.tools = {word(), word()};
        agent.visibility = i % 3 == 0 ? AgentVisibility::Builtin : AgentVisibility::Personal;
        agent.updatedAt = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addSecs(random.bounded(10'000'000));
        agents.append(agent);
    }
    return agents;
}

// Typed letter by letter, and taken back: words many, few and none of the agents have.
QStringList typed(const QList<Agent> &agents)
{
    QStringList keys;
    const QString some = agents.at(count / 2).instructions;
    for (const QString &text :
         {some.left(12), some.mid(some.indexOf(u' ', 900) + 1, 9), u"qz"_s, u"no such thing"_s, u"e t a"_s, u"ee"_s}) {
        for (qsizetype n = 1; n <= text.size(); ++n)
            keys.append(text.left(n));
        keys.append(QString());
    }
    return keys;
}

Times typing(const QStringList &keys, const std::function<void(const QString &)> &set)
{
    QList<double> times;
    for (const QString &key : keys)
        times.append(spent([&] { set(key); }));
    return of(times);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    ProfileTokenSource tokens;
    Transport transport{tokens};
    ApiClient api{transport};
    AgentStore store(api);
    const QList<Agent> agents = generated();
    const QStringList keys = typed(agents);

    QStringList texts;
    for (const Agent &agent : agents)
        texts.append(agent.title() + u'\n' + agent.description + u'\n' + agent.instructions + u'\n' + agent.tools.join(u'\n'));
    QStringListModel plain;
    QSortFilterProxyModel proxy;
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    const double plainFill = spent([&] {
        plain.setStringList(texts);
        proxy.setSourceModel(&plain);
        proxy.sort(0);
    });
    const Times plainKey = typing(keys, [&proxy](const QString &key) { proxy.setFilterFixedString(key); });
    const double plainSort = spent([&] { proxy.sort(0, Qt::DescendingOrder); });
    const double plainChange = spent([&] { plain.setData(plain.index(count / 2), u"zz changed"_s); });

    AgentListModel model(store);
    AgentFilter filter;
    filter.setAgents(&model);
    line("agents_fill", spent([&] { store.takeList(agents); }), plainFill, 0); // once for each answer of the server
    const Times key = typing(keys, [&filter](const QString &text) { filter.setText(text); });
    line("agents_filter_key_median", key.median, plainKey.median, frameMs);
    line("agents_filter_key_worst", key.worst, plainKey.worst, frameMs);
    const Times sort =
        of({spent([&] { filter.setOrder(AgentFilter::Order::Changed); }), spent([&] { filter.setOrder(AgentFilter::Order::Model); }),
            spent([&] { filter.setOrder(AgentFilter::Order::Title); })});
    line("agents_sort_worst", sort.worst, plainSort, frameMs);
    line("agents_mark_one", spent([&] { model.setMark(agents.at(count / 2).id, {true, {}}); }), plainChange, frameMs);
    QList<double> refreshes;
    for (int i = 0; i < 7; ++i) {
        QList<Agent> answer = generated(); // shares no text with what is shown, as that of a server
        answer[count / 2].displayName = u"zz changed %1"_s.arg(i);
        refreshes.append(spent([&] { store.takeList(std::move(answer)); }));
    }
    line("agents_refresh_one_changed", of(refreshes).median, 0, frameMs);
    return filter.rowCount() == count ? 0 : 1;
}
