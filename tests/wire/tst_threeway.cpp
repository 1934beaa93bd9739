#include "wire/json/threeway.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <random>
#include <utility>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::wire;

namespace {

const QStringList serverOwned{u"version"_s, u"updated_at"_s};

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QByteArray shown(const QJsonValue &value)
{
    return value.isUndefined() ? QByteArray("nothing") : QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

unsigned seed()
{
    const unsigned chosen =
        qEnvironmentVariableIsSet("DESK_SEED") ? static_cast<unsigned>(qEnvironmentVariableIntValue("DESK_SEED")) : std::random_device{}();
    qInfo("DESK_SEED=%u", chosen);
    return chosen;
}

// What became of each member that did not stay as it was.
QStringList told(const ThreeWay &merge)
{
    QStringList out;
    for (const MergeConflict &conflict : merge.conflicts)
        out.append(u"conflict "_s + conflict.member);
    for (const QString &member : merge.onlyMine)
        out.append(u"mine "_s + member);
    for (const QString &member : merge.onlyServer)
        out.append(u"server "_s + member);
    for (const QString &member : merge.combined)
        out.append(u"combined "_s + member);
    return out;
}

QStringList conflictsOf(const ThreeWay &merge)
{
    QStringList out;
    for (const MergeConflict &conflict : merge.conflicts)
        out.append(conflict.member);
    return out;
}

// Definitions of agents with members no client knows, of few words, so that two edits meet often.
class Generator
{
public:
    explicit Generator(unsigned seed)
        : m_engine(seed)
    {
    }

    int below(int limit) { return static_cast<int>(m_engine() % static_cast<unsigned>(limit)); }

    QJsonObject definition()
    {
        QJsonObject out;
        for (const QString &member : members()) {
            if (below(5) > 0)
                out.insert(member, value(member));
        }
        return out;
    }

    // The definition after somebody's work on it. Members of the server's own change in its hands alone.
    QJsonObject edited(QJsonObject definition, bool isServer = false)
    {
        for (const QString &member : members()) {
            if (below(3) > 0)
                continue;
            const QJsonValue old = definition.value(member);
            if (below(6) == 0)
                definition.remove(member);
            else if (old.isArray() && below(4) > 0)
                definition.insert(member, editedWords(old.toArray()));
            else if (member == u"tools" && old.isObject() && below(4) > 0)
                definition.insert(member, editedTools(old.toObject()));
            else
                definition.insert(member, value(member));
        }
        if (isServer)
            definition.insert(u"version"_s, below(1000));
        return definition;
    }

private:
    static const QStringList &members()
    {
        static const QStringList all{u"name"_s,   u"display_name"_s, u"description"_s, u"model"_s,     u"instructions"_s,
                                     u"tools"_s,  u"scopes"_s,       u"mcp_servers"_s, u"is_active"_s, u"visibility"_s,
                                     u"x-team"_s, u"x-order"_s,      u"x-limits"_s};
        return all;
    }

    QString word()
    {
        static const QStringList words{u"a"_s, u"b"_s, u"c"_s, u""_s, u"ä\n"_s, u"\u4e2d"_s};
        return words.at(below(static_cast<int>(words.size())));
    }

    QJsonArray words()
    {
        QJsonArray out;
        for (int i = below(5); i > 0; --i)
            out.append(word());
        return out;
    }

    QJsonValue value(const QString &member)
    {
        if (below(8) == 0)
            return {};
        if (member == u"tools")
            return below(6) == 0   ? QJsonValue(words())
                   : below(6) == 0 ? QJsonObject()
                                   : QJsonObject{{u"names"_s, words()}, {u"mode"_s, below(2)}};
        if (member == u"scopes" || member == u"x-order")
            return words();
        if (member == u"mcp_servers")
            return QJsonArray{QJsonObject{{u"name"_s, word()}, {u"timeout_seconds"_s, below(3)}}};
        if (member == u"x-limits")
            return QJsonObject{{word(), below(3)}, {word(), word()}};
        return below(2) == 0 ? QJsonValue(word()) : QJsonValue(below(3));
    }

    QJsonArray editedWords(QJsonArray items)
    {
        for (int i = below(3); i > 0 && !items.isEmpty(); --i)
            items.removeAt(below(static_cast<int>(items.size())));
        for (int i = below(3); i > 0; --i)
            items.insert(below(static_cast<int>(items.size()) + 1), word());
        return items;
    }

    QJsonObject editedTools(QJsonObject tools)
    {
        tools.insert(u"names"_s, editedWords(tools.value(u"names"_s).toArray()));
        if (below(4) == 0)
            tools.insert(u"mode"_s, below(2));
        return tools;
    }

    std::mt19937 m_engine;
};

} // namespace

class TestThreeWay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void HTTP_29_twoChangesToOneDefinitionAreBroughtTogether_data();
    void HTTP_29_twoChangesToOneDefinitionAreBroughtTogether();
    void HTTP_29_aChangeOfOneSideAloneIsTakenWhole();
    void HTTP_29_noChangeIsEverLost();
    void HTTP_29_aCombinedListHasBothChanges();
    void S_006_aConflictTellsAllThreeValues();
    void S_006_theChosenSideIsSaved();
    void S_006_conflictsAreTheSameFromBothSides();
};

void TestThreeWay::HTTP_29_twoChangesToOneDefinitionAreBroughtTogether_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QByteArray>("merged");
    QTest::addColumn<QStringList>("fate");
    const auto row = [](const char *name, const char *base, const char *mine, const char *server, const char *merged,
                        const QStringList &fate) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(server) << QByteArray(merged) << fate;
    };
    row("nothing", R"({"a":1})", R"({"a":1})", R"({"a":1})", R"({"a":1})", {});
    row("different members", R"({"a":1,"b":1,"x":[{}]})", R"({"a":2,"b":1,"x":[{}]})", R"({"a":1,"b":2,"x":[{}]})",
        R"({"a":2,"b":2,"x":[{}]})", {u"mine a"_s, u"server b"_s});
    row("the same change", R"({"a":1})", R"({"a":{"b":2}})", R"({"a":{"b":2}})", R"({"a":{"b":2}})", {});
    row("both changed it", R"({"a":1})", R"({"a":2})", R"({"a":3})", R"({"a":2})", {u"conflict a"_s});
    row("I removed what they changed", R"({"a":1})", "{}", R"({"a":3})", "{}", {u"conflict a"_s});
    row("they removed what I changed", R"({"a":1})", R"({"a":2})", "{}", R"({"a":2})", {u"conflict a"_s});
    row("each added another value", "{}", R"({"a":1})", R"({"a":2})", R"({"a":1})", {u"conflict a"_s});
    row("each added a member", "{}", R"({"a":1})", R"({"b":2})", R"({"a":1,"b":2})", {u"mine a"_s, u"server b"_s});
    row("each removed a member", R"({"a":1,"b":1})", R"({"b":1})", R"({"a":1})", "{}", {u"mine a"_s, u"server b"_s});
    row("I made nothing of it", R"({"a":1})", R"({"a":null})", R"({"a":1})", R"({"a":null})", {u"mine a"_s});
    row("both made nothing of it", R"({"a":1})", R"({"a":null})", "{}", "{}", {});
    row("they filled in a null", "{}", "{}", R"({"a":null})", R"({"a":null})", {u"server a"_s});
    row("what is the server's", R"({"version":1,"updated_at":"x","a":1})", R"({"version":1,"updated_at":"z","a":2})",
        R"({"version":4,"a":1})", R"({"version":4,"a":2})", {u"mine a"_s});

    row("scopes added by each", R"({"scopes":["a"]})", R"({"scopes":["a","b"]})", R"({"scopes":["c","a"]})", R"({"scopes":["c","a","b"]})",
        {u"combined scopes"_s});
    row("scopes added and removed", R"({"scopes":["a","b"]})", R"({"scopes":["b"]})", R"({"scopes":["a","b","c"]})",
        R"({"scopes":["b","c"]})", {u"combined scopes"_s});
    row("scopes both added and removed", R"({"scopes":["a","b"]})", R"({"scopes":["b","c","d"]})", R"({"scopes":["b","c"]})",
        R"({"scopes":["b","c","d"]})", {u"combined scopes"_s});
    row("scopes all removed", R"({"scopes":["a","b"]})", R"({"scopes":[]})", R"({"scopes":["a","b","c"]})", R"({"scopes":["c"]})",
        {u"combined scopes"_s});
    row("another order may mean something", R"({"steps":["a","b"]})", R"({"steps":["b","a"]})", R"({"steps":["a","b","c"]})",
        R"({"steps":["b","a"]})", {u"conflict steps"_s});
    row("a word given twice", R"({"l":["a"]})", R"({"l":["a","a"]})", R"({"l":["a","b"]})", R"({"l":["a","a"]})", {u"conflict l"_s});
    row("a list of other things", R"({"l":[1]})", R"({"l":[1,2]})", R"({"l":[1,3]})", R"({"l":[1,2]})", {u"conflict l"_s});
    row("a list and no list", R"({"l":["a"]})", R"({"l":null})", R"({"l":["a","b"]})", R"({"l":null})", {u"conflict l"_s});

    row("tools added by each", R"({"tools":{"names":["a"]}})", R"({"tools":{"names":["a","b"]}})", R"({"tools":{"names":["c"]}})",
        R"({"tools":{"names":["c","b"]}})", {u"combined tools"_s});
    row("the first tools", R"({"tools":{}})", R"({"tools":{"names":["a"]}})", R"({"tools":{"names":["b"]}})",
        R"({"tools":{"names":["b","a"]}})", {u"combined tools"_s});
    row("tools cleared in two ways", R"({"tools":{"names":["a"]}})", R"({"tools":{"names":[]}})", R"({"tools":{}})",
        R"({"tools":{"names":[]}})", {u"combined tools"_s});
    row("tools and what else stands there", R"({"tools":{"names":["a"],"x":1}})", R"({"tools":{"names":["a","b"],"x":1}})",
        R"({"tools":{"names":["a"],"x":2}})", R"({"tools":{"names":["a","b"],"x":2}})", {u"combined tools"_s});
    row("tools in conflict", R"({"tools":{"names":["a"],"x":1}})", R"({"tools":{"names":["a","b"],"x":3}})",
        R"({"tools":{"names":["a"],"x":2}})", R"({"tools":{"names":["a","b"],"x":3}})", {u"conflict tools"_s});
    row("tools as a bare list", R"({"tools":["a"]})", R"({"tools":["a","b"]})", R"({"tools":["a","c"]})", R"({"tools":["a","c","b"]})",
        {u"combined tools"_s});
    row("names elsewhere are no tools", R"({"x":{"names":["a"]}})", R"({"x":{"names":["a","b"]}})", R"({"x":{"names":["c"]}})",
        R"({"x":{"names":["a","b"]}})", {u"conflict x"_s});
    row("tools within tools are a value", R"({"tools":{"tools":{}}})", R"({"tools":{"tools":{"names":["a"]}}})",
        R"({"tools":{"tools":{"names":["b"]}}})", R"({"tools":{"tools":{"names":["a"]}}})", {u"conflict tools"_s});
}

void TestThreeWay::HTTP_29_twoChangesToOneDefinitionAreBroughtTogether()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, server);
    QFETCH(QByteArray, merged);
    QFETCH(QStringList, fate);
    const ThreeWay merge = threeWayMerge(parsed(base), parsed(mine), parsed(server), serverOwned);
    QCOMPARE(shown(merge.merged), shown(parsed(merged)));
    QCOMPARE(told(merge), fate);
}

void TestThreeWay::HTTP_29_aChangeOfOneSideAloneIsTakenWhole()
{
    Generator random(seed());
    for (int round = 0; round < 2000; ++round) {
        const QJsonObject base = random.definition();
        const QJsonObject mine = random.below(4) == 0 ? random.definition() : random.edited(base);
        const ThreeWay own = threeWayMerge(base, mine, base, serverOwned);
        QCOMPARE(shown(own.merged), shown(mine));
        QVERIFY(own.conflicts.isEmpty() && own.onlyServer.isEmpty() && own.combined.isEmpty());

        const QJsonObject server = random.edited(base, true);
        const ThreeWay theirs = threeWayMerge(base, base, server, serverOwned);
        QCOMPARE(shown(theirs.merged), shown(server));
        QVERIFY(theirs.conflicts.isEmpty() && theirs.onlyMine.isEmpty() && theirs.combined.isEmpty());

        const ThreeWay agreed = threeWayMerge(base, server, server);
        QCOMPARE(shown(agreed.merged), shown(server));
        QCOMPARE(told(agreed), QStringList());
    }
}

void TestThreeWay::HTTP_29_noChangeIsEverLost()
{
    Generator random(seed());
    qsizetype conflicts = 0;
    for (int round = 0; round < 2000; ++round) {
        const QJsonObject base = random.definition();
        const QJsonObject mine = random.edited(base);
        const QJsonObject server = random.edited(base, true);
        const ThreeWay merge = threeWayMerge(base, mine, server, serverOwned);
        const QStringList inConflict = conflictsOf(merge);
        conflicts += inConflict.size();
        QStringList members = base.keys() + mine.keys() + server.keys();
        members.removeDuplicates();
        for (const QString &member : std::as_const(members)) {
            const bool isMine = mine.value(member) != base.value(member);
            const bool isTheirs = server.value(member) != base.value(member);
            const QByteArray is = shown(merge.merged.value(member));
            const bool isTheServers = serverOwned.contains(member);
            QCOMPARE(merge.onlyMine.contains(member), isMine && !isTheirs && !isTheServers);
            QCOMPARE(merge.onlyServer.contains(member), isTheirs && !isMine && !isTheServers);
            if (!isMine || isTheServers) // what nobody changed too, known to us or not
                QCOMPARE(is, shown(server.value(member)));
            else if (!isTheirs || inConflict.contains(member))
                QCOMPARE(is, shown(mine.value(member)));
        }
        for (const QString &member : merge.merged.keys())
            QVERIFY(members.contains(member));
    }
    QVERIFY(conflicts > 0);
}

void TestThreeWay::HTTP_29_aCombinedListHasBothChanges()
{
    Generator random(seed());
    const auto words = [](const QJsonValue &value) {
        const QVariantList items = (value.isObject() ? value.toObject().value(u"names"_s) : value).toArray().toVariantList();
        QStringList out;
        for (const QVariant &item : items)
            out.append(item.toString());
        return out;
    };
    qsizetype combined = 0;
    for (int round = 0; round < 2000; ++round) {
        const QJsonObject base = random.definition();
        const QJsonObject mine = random.edited(base);
        const QJsonObject server = random.edited(base, true);
        const ThreeWay merge = threeWayMerge(base, mine, server, serverOwned);
        combined += merge.combined.size();
        for (const QString &member : merge.combined) {
            const QStringList before = words(base.value(member));
            const QStringList own = words(mine.value(member));
            const QStringList theirs = words(server.value(member));
            const QStringList out = words(merge.merged.value(member));
            const QStringList all = before + own + theirs;
            for (const QString &word : all) {
                const bool stays = !before.contains(word) || (own.contains(word) && theirs.contains(word));
                QCOMPARE(out.contains(word), stays);
            }
            for (const QString &word : out)
                QVERIFY(all.contains(word));
        }
    }
    QVERIFY(combined > 0);
}

void TestThreeWay::S_006_aConflictTellsAllThreeValues()
{
    const ThreeWay merge = threeWayMerge(parsed(R"({"b":1})"), parsed(R"({"b":2,"a":null})"), parsed(R"({"a":{"x":[]}})"));
    QCOMPARE(merge.conflicts.size(), 2);
    const QJsonValue nothing(QJsonValue::Undefined);
    QCOMPARE(merge.conflicts.at(0), (MergeConflict{u"a"_s, nothing, QJsonValue(), QJsonObject{{u"x"_s, QJsonArray()}}}));
    QCOMPARE(merge.conflicts.at(1), (MergeConflict{u"b"_s, 1, 2, nothing}));
}

void TestThreeWay::S_006_theChosenSideIsSaved()
{
    const ThreeWay merge = threeWayMerge(parsed(R"({"a":1,"b":1,"c":1,"d":1,"e":1,"f":1})"), parsed(R"({"a":2,"b":2,"c":2,"e":2,"f":1})"),
                                         parsed(R"({"a":3,"b":3,"c":3,"d":3,"f":3})"));
    QCOMPARE(conflictsOf(merge), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
    QCOMPARE(shown(resolve(merge, {})), shown(merge.merged));
    QCOMPARE(shown(merge.merged), shown(parsed(R"({"a":2,"b":2,"c":2,"e":2,"f":3})")));
    const QHash<QString, Side> choices{{u"a"_s, Side::Mine},   {u"b"_s, Side::Server}, {u"c"_s, Side::Base},  {u"d"_s, Side::Server},
                                       {u"e"_s, Side::Server}, {u"f"_s, Side::Base},   {u"g"_s, Side::Server}};
    QCOMPARE(shown(resolve(merge, choices)), shown(parsed(R"({"a":2,"b":3,"c":1,"d":3,"f":3})")));
}

void TestThreeWay::S_006_conflictsAreTheSameFromBothSides()
{
    Generator random(seed());
    for (int round = 0; round < 2000; ++round) {
        const QJsonObject base = random.definition();
        const QJsonObject mine = random.edited(base);
        const QJsonObject server = random.edited(base);
        const ThreeWay here = threeWayMerge(base, mine, server);
        const ThreeWay there = threeWayMerge(base, server, mine);
        QCOMPARE(conflictsOf(here), conflictsOf(there));
        QCOMPARE(here.onlyMine, there.onlyServer);
        QCOMPARE(here.onlyServer, there.onlyMine);
        QCOMPARE(here.combined, there.combined);
        for (qsizetype i = 0; i < here.conflicts.size(); ++i) {
            QCOMPARE(shown(here.conflicts.at(i).mine), shown(there.conflicts.at(i).server));
            QCOMPARE(shown(here.conflicts.at(i).server), shown(there.conflicts.at(i).mine));
        }
        QHash<QString, Side> all;
        for (const MergeConflict &conflict : here.conflicts)
            all.insert(conflict.member, Side::Server);
        for (const MergeConflict &conflict : here.conflicts)
            QCOMPARE(shown(resolve(here, all).value(conflict.member)), shown(server.value(conflict.member)));
    }
}

QTEST_APPLESS_MAIN(TestThreeWay)
#include "tst_threeway.moc"
