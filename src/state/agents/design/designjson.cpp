#include "state/agents/design/designjson.h"

#include "wire/json/jsonparser.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int deepest = 32; // an agent needs five
constexpr qsizetype mostObjects = 64;

// Where the object that begins at `from` ends; -1: it does not. isDeep: deeper than any agent.
qsizetype endOfObject(QStringView text, qsizetype from, bool &isDeep)
{
    int depth = 0;
    bool isInString = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (isInString) {
            if (c == u'\\')
                ++i;
            else if (c == u'"')
                isInString = false;
        } else if (c == u'"') {
            isInString = true;
        } else if (c == u'{' || c == u'[') {
            isDeep = ++depth > deepest || isDeep;
        } else if ((c == u'}' || c == u']') && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

void collect(QStringView text, DesignObjects &out)
{
    for (qsizetype at = text.indexOf(u'{'); at >= 0; at = text.indexOf(u'{', at)) {
        bool isDeep = false;
        const qsizetype end = endOfObject(text, at, isDeep);
        if (end < 0) {
            out.isUnfinished = true;
            return;
        }
        if (!isDeep) {
            const Result<QJsonValue> value = wire::parseJson(text.sliced(at, end - at).toUtf8());
            if (value && value->isObject())
                out.whole.append(value->toObject());
            if (out.whole.size() > mostObjects)
                out.whole.removeFirst();
        }
        at = end;
    }
}

bool isFence(QStringView line)
{
    return line.trimmed().startsWith("```"_L1);
}

// What stands between the fences. A line within a JSON text never begins with one: its line breaks are written as escapes.
QList<QStringView> fencedBlocks(QStringView text)
{
    QList<QStringView> out;
    qsizetype begin = -1; // of the block that is open
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf(u'\n', at);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        if (isFence(text.sliced(at, next - at))) {
            if (begin >= 0)
                out.append(text.sliced(begin, at - begin));
            begin = begin >= 0 ? -1 : next;
        }
        at = next;
    }
    if (begin >= 0)
        out.append(text.sliced(begin));
    return out;
}

} // namespace

DesignObjects designObjects(QStringView text)
{
    DesignObjects out;
    const QList<QStringView> blocks = fencedBlocks(text);
    for (const QStringView block : blocks)
        collect(block, out);
    if (out.whole.isEmpty() && !out.isUnfinished)
        collect(text, out);
    return out;
}

} // namespace desk
