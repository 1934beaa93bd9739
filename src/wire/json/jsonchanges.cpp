#include "wire/json/jsondiff.h"

#include <QJsonArray>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk::wire {

namespace {

using Kind = JsonChange::Kind;

// Each function says whether the value was what the change expects; if not, it is spoilt. What is changed is taken out of what holds
// it first, so that nothing is shared and nothing copied.
bool applyTo(QJsonValue &value, const JsonChange &change, qsizetype depth);

bool applyToMember(QJsonValue &value, const JsonChange &change, qsizetype depth)
{
    if (!value.isObject())
        return false;
    QJsonObject object = value.toObject();
    value = QJsonValue();
    const QString &key = change.path.at(depth).key;
    QJsonValue member = object.take(key);
    if (!applyTo(member, change, depth + 1))
        return false;
    if (!member.isUndefined())
        object.insert(key, member);
    value = object;
    return true;
}

bool applyToList(QJsonArray &items, const JsonChange &change, qsizetype index)
{
    const bool isThere = index < items.size();
    switch (change.kind) {
    case Kind::Added:
        if (index > items.size() || change.after.isUndefined())
            return false;
        items.insert(index, change.after);
        return true;
    case Kind::Removed:
        if (!isThere || items.at(index) != change.before)
            return false;
        items.removeAt(index);
        return true;
    case Kind::Moved: {
        const qint64 to = change.after.toInteger(-1);
        if (!isThere || change.before.toInteger(-1) != index || to < 0 || to >= items.size())
            return false;
        const QJsonValue item = items.takeAt(index);
        items.insert(static_cast<qsizetype>(to), item);
        return true;
    }
    case Kind::Changed:
        if (!isThere || items.at(index) != change.before || change.after.isUndefined())
            return false;
        items.replace(index, change.after);
        return true;
    }
    return false;
}

bool applyToItem(QJsonValue &value, const JsonChange &change, qsizetype depth)
{
    if (!value.isArray())
        return false;
    QJsonArray items = value.toArray();
    value = QJsonValue();
    const qsizetype index = change.path.at(depth).index;
    if (depth + 1 == change.path.size()) {
        if (!applyToList(items, change, index))
            return false;
    } else {
        if (index >= items.size())
            return false;
        QJsonValue item = items.at(index);
        items.replace(index, QJsonValue());
        if (!applyTo(item, change, depth + 1))
            return false;
        items.replace(index, item);
    }
    value = items;
    return true;
}

bool applyTo(QJsonValue &value, const JsonChange &change, qsizetype depth)
{
    if (depth < change.path.size())
        return change.path.at(depth).isItem() ? applyToItem(value, change, depth) : applyToMember(value, change, depth);
    if (change.kind == Kind::Moved || value != change.before)
        return false;
    value = change.after;
    return true;
}

} // namespace

Result<QJsonValue> applyChanges(const QJsonValue &value, const QList<JsonChange> &changes)
{
    QJsonValue out = value;
    for (const JsonChange &change : changes) {
        if (!applyTo(out, change, 0)) {
            Error error;
            error.kind = Error::Kind::Conflict;
            error.detail = u"not as expected: "_s + pathText(change.path);
            return Unexpected{error};
        }
    }
    return out;
}

QList<JsonChange> invertedChanges(const QList<JsonChange> &changes)
{
    QList<JsonChange> out;
    for (auto change = changes.crbegin(); change != changes.crend(); ++change) {
        JsonChange back = *change;
        std::swap(back.before, back.after);
        if (back.kind == Kind::Added)
            back.kind = Kind::Removed;
        else if (back.kind == Kind::Removed)
            back.kind = Kind::Added;
        else if (back.kind == Kind::Moved && !back.path.isEmpty())
            back.path.last().index = static_cast<qsizetype>(back.before.toInteger(-1));
        out.append(back);
    }
    return out;
}

} // namespace desk::wire
