#include "state/workflows/graphedit.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// What is written down for each kind: the words stay, whatever becomes of the enumeration.
constexpr std::array kindWords{
    "insert"_L1, "remove"_L1, "move"_L1, "change"_L1, "position"_L1, "fields"_L1, "notes"_L1,
};

constexpr double largestId = 9007199254740991.0; // what a JSON number holds exactly

std::optional<quint64> idFrom(const QJsonValue &json)
{
    const double number = json.toDouble(-1);
    if (!(number >= 0 && number <= largestId) || std::floor(number) != number)
        return {};
    return static_cast<quint64>(number);
}

QJsonValue idToJson(quint64 id)
{
    return static_cast<qint64>(id);
}

QJsonObject noteToJson(const GraphNote &note)
{
    return {{u"id"_s, idToJson(note.id)},
            {u"kind"_s, note.kind == GraphNote::Kind::Group ? u"group"_s : u"comment"_s},
            {u"rect"_s, QJsonArray{note.rect.x(), note.rect.y(), note.rect.width(), note.rect.height()}},
            {u"text"_s, note.text}};
}

std::optional<GraphNote> noteFrom(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const std::optional<quint64> id = idFrom(object.value("id"_L1));
    const QString kind = object.value("kind"_L1).toString();
    const QJsonArray rect = object.value("rect"_L1).toArray();
    if (!id || (kind != "group"_L1 && kind != "comment"_L1) || rect.size() != 4 || !object.value("text"_L1).isString())
        return {};
    for (const QJsonValue &number : rect) {
        if (!number.isDouble())
            return {};
    }
    return GraphNote{*id, kind == "group"_L1 ? GraphNote::Kind::Group : GraphNote::Kind::Comment,
                     QRectF(rect[0].toDouble(), rect[1].toDouble(), rect[2].toDouble(), rect[3].toDouble()),
                     object.value("text"_L1).toString()};
}

bool readIds(const QJsonObject &object, GraphEdit &edit)
{
    const std::optional<quint64> node = idFrom(object.value("node"_L1));
    const std::optional<quint64> container = idFrom(object.value("container"_L1));
    const int index = object.value("index"_L1).toInt(-1);
    if (!node || !container || index < 0)
        return false;
    edit.node = static_cast<NodeId>(*node);
    edit.container = static_cast<NodeId>(*container);
    edit.index = index;
    const QJsonArray inner = object.value("inner"_L1).toArray();
    for (const QJsonValue &one : inner) {
        const std::optional<quint64> id = idFrom(one);
        if (!id)
            return false;
        edit.inner.append(static_cast<NodeId>(*id));
    }
    return true;
}

bool readContent(const QJsonObject &object, GraphEdit &edit)
{
    edit.step = object.value("step"_L1).toObject();
    if (object.contains("foreign"_L1))
        edit.foreign = object.value("foreign"_L1);
    if (const QJsonValue position = object.value("position"_L1); !position.isUndefined()) {
        const QJsonArray numbers = position.toArray();
        if (numbers.size() != 2 || !numbers[0].isDouble() || !numbers[1].isDouble())
            return false;
        edit.position = QPointF(numbers[0].toDouble(), numbers[1].toDouble());
    }
    const std::optional<QList<GraphNote>> notes = notesFromJson(object.value("notes"_L1).toArray());
    if (!notes)
        return false;
    edit.notes = *notes;
    return true;
}

} // namespace

QJsonArray toJson(const QList<GraphNote> &notes)
{
    QJsonArray out;
    for (const GraphNote &note : notes)
        out.append(noteToJson(note));
    return out;
}

std::optional<QList<GraphNote>> notesFromJson(const QJsonArray &json)
{
    QList<GraphNote> out;
    for (const QJsonValue &one : json) {
        const std::optional<GraphNote> note = noteFrom(one);
        if (!note)
            return {};
        out.append(*note);
    }
    return out;
}

QJsonObject toJson(const GraphEdit &edit)
{
    QJsonArray inner;
    for (const NodeId id : edit.inner)
        inner.append(idToJson(static_cast<quint64>(id)));
    QJsonObject out{{u"kind"_s, QString(kindWords.at(static_cast<std::size_t>(edit.kind)))},
                    {u"node"_s, idToJson(static_cast<quint64>(edit.node))},
                    {u"container"_s, idToJson(static_cast<quint64>(edit.container))},
                    {u"index"_s, edit.index}};
    if (!inner.isEmpty())
        out.insert("inner"_L1, inner);
    if (!edit.step.isEmpty())
        out.insert("step"_L1, edit.step);
    if (!edit.foreign.isUndefined())
        out.insert("foreign"_L1, edit.foreign);
    if (edit.position)
        out.insert("position"_L1, QJsonArray{edit.position->x(), edit.position->y()});
    if (!edit.notes.isEmpty())
        out.insert("notes"_L1, toJson(edit.notes));
    return out;
}

std::optional<GraphEdit> graphEditFromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const QString word = object.value("kind"_L1).toString();
    const auto kind = std::find(kindWords.begin(), kindWords.end(), word);
    GraphEdit edit;
    if (kind == kindWords.end() || !readIds(object, edit) || !readContent(object, edit))
        return {};
    edit.kind = static_cast<GraphEdit::Kind>(kind - kindWords.begin());
    return edit;
}

} // namespace desk
