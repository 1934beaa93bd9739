#include "wire/json/threeway.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

struct Words {
    QStringList list;
    QSet<QString> set;
};

// Nothing where it is anything but a list of strings, each there once.
std::optional<Words> wordsOf(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    Words out;
    const QJsonArray items = value.toArray();
    for (const QJsonValue item : items) {
        const QString word = item.toString();
        if (!item.isString() || out.set.contains(word))
            return std::nullopt;
        out.set.insert(word);
        out.list.append(word);
    }
    return out;
}

QStringList shared(const QStringList &words, const QSet<QString> &others)
{
    QStringList out;
    std::copy_if(words.cbegin(), words.cend(), std::back_inserter(out), [&others](const QString &word) { return others.contains(word); });
    return out;
}

// What stayed is in its old order: nothing is known of what the order means.
bool onlyAddsAndRemoves(const Words &before, const Words &after)
{
    return shared(before.list, after.set) == shared(after.list, before.set);
}

std::optional<QJsonValue> combinedLists(const QJsonValue &base, const QJsonValue &mine, const QJsonValue &server)
{
    const std::optional<Words> before = wordsOf(base);
    const std::optional<Words> own = wordsOf(mine);
    const std::optional<Words> theirs = wordsOf(server);
    if (!before || !own || !theirs || !onlyAddsAndRemoves(*before, *own) || !onlyAddsAndRemoves(*before, *theirs))
        return std::nullopt;
    QStringList out;
    for (const QString &word : theirs->list) {
        if (own->set.contains(word) || !before->set.contains(word))
            out.append(word);
    }
    for (const QString &word : own->list) {
        if (!before->set.contains(word) && !theirs->set.contains(word))
            out.append(word);
    }
    return QJsonArray::fromStringList(out);
}

bool isNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

// {} and {"names":[]} say the same.
QJsonObject withNames(const QJsonValue &tools)
{
    QJsonObject out = tools.toObject();
    if (isNothing(out.value("names"_L1)))
        out.insert("names"_L1, QJsonArray());
    return out;
}

class Merge
{
public:
    Merge(QJsonObject base, QJsonObject mine, QJsonObject server)
        : m_base(std::move(base))
        , m_mine(std::move(mine))
        , m_server(std::move(server))
    {
    }

    ThreeWay run(const QStringList &serverOwned, bool knowsTools)
    {
        m_knowsTools = knowsTools;
        QStringList members = m_base.keys() + m_mine.keys() + m_server.keys();
        members.removeDuplicates();
        std::sort(members.begin(), members.end());
        for (const QString &member : std::as_const(members)) {
            if (serverOwned.contains(member))
                take(member, m_server.value(member));
            else
                merge({member, m_base.value(member), m_mine.value(member), m_server.value(member)});
        }
        return m_out;
    }

private:
    void take(const QString &member, const QJsonValue &value)
    {
        if (!value.isUndefined())
            m_out.merged.insert(member, value);
    }

    void merge(const MergeConflict &one)
    {
        if (one.mine == one.server || (isNothing(one.mine) && isNothing(one.server) && one.mine != one.base && one.server != one.base))
            return take(one.member, one.server);
        if (one.server == one.base) {
            m_out.onlyMine.append(one.member);
            return take(one.member, one.mine);
        }
        if (one.mine == one.base) {
            m_out.onlyServer.append(one.member);
            return take(one.member, one.server);
        }
        if (const std::optional<QJsonValue> both = combined(one)) {
            m_out.combined.append(one.member);
            return take(one.member, *both);
        }
        m_out.conflicts.append(one);
        take(one.member, one.mine);
    }

    std::optional<QJsonValue> combined(const MergeConflict &one) const
    {
        const bool areObjects = one.mine.isObject() && one.server.isObject() && (one.base.isObject() || isNothing(one.base));
        if (!m_knowsTools || one.member != "tools"_L1 || !areObjects)
            return combinedLists(one.base, one.mine, one.server);
        const ThreeWay inner = Merge(withNames(one.base), withNames(one.mine), withNames(one.server)).run({}, false);
        return inner.conflicts.isEmpty() ? std::optional<QJsonValue>(inner.merged) : std::nullopt;
    }

    QJsonObject m_base;
    QJsonObject m_mine;
    QJsonObject m_server;
    ThreeWay m_out;
    bool m_knowsTools = false;
};

} // namespace

ThreeWay threeWayMerge(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &server, const QStringList &serverOwned)
{
    return Merge(base, mine, server).run(serverOwned, true);
}

QJsonObject resolve(const ThreeWay &merge, const QHash<QString, Side> &choices)
{
    QJsonObject out = merge.merged;
    for (const MergeConflict &conflict : merge.conflicts) {
        const Side side = choices.value(conflict.member, Side::Mine);
        const QJsonValue &value = side == Side::Base ? conflict.base : side == Side::Mine ? conflict.mine : conflict.server;
        if (value.isUndefined())
            out.remove(conflict.member);
        else
            out.insert(conflict.member, value);
    }
    return out;
}

} // namespace desk::wire
