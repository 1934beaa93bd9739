#include "gui/chat/json/jsontreemodel.h"

#include "gui/chat/json/jsonwalker.h"
#include "gui/text/textlimiter.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk {

struct JsonTreeModel::Node {
    Node *parent = nullptr;
    int row = 0;
    QString key; // empty in an array
    QJsonValue value;
    qsizetype count = 0; // of the values inside
    std::vector<std::unique_ptr<Node>> children;
};

namespace {

qsizetype sizeOf(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray().size();
    return value.isObject() ? value.toObject().size() : 0;
}

} // namespace

JsonTreeModel::JsonTreeModel(const QJsonValue &root, QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
    m_root->value = root;
    m_root->count = sizeOf(root);
}

JsonTreeModel::~JsonTreeModel() = default;

JsonTreeModel::Node *JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

const QJsonValue &JsonTreeModel::root() const
{
    return m_root->value;
}

QJsonValue JsonTreeModel::valueOf(const QModelIndex &index) const
{
    return nodeOf(index)->value;
}

QList<qsizetype> JsonTreeModel::pathOf(const QModelIndex &index) const
{
    QList<qsizetype> path;
    for (const Node *node = nodeOf(index); node->parent != nullptr; node = node->parent)
        path.prepend(node->row);
    return path;
}

QModelIndex JsonTreeModel::indexOf(const QList<qsizetype> &path)
{
    QModelIndex at;
    for (const qsizetype row : path) {
        fetch(at, row + 1);
        at = index(static_cast<int>(row), 0, at);
    }
    return at;
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (row < 0 || column < 0 || column > 1 || row >= static_cast<int>(node->children.size()))
        return {};
    return createIndex(row, column, node->children.at(static_cast<size_t>(row)).get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    Node *parent = nodeOf(child)->parent;
    return parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int JsonTreeModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 2;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && nodeOf(parent)->count > 0;
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return parent.column() <= 0 && static_cast<qsizetype>(node->children.size()) < node->count;
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    fetch(parent, static_cast<qsizetype>(nodeOf(parent)->children.size()) + batch);
}

void JsonTreeModel::fetch(const QModelIndex &parent, qsizetype upTo)
{
    Node *node = nodeOf(parent);
    const auto have = static_cast<qsizetype>(node->children.size());
    const qsizetype end = qMin(upTo, node->count);
    if (end <= have)
        return;
    beginInsertRows(parent, static_cast<int>(have), static_cast<int>(end) - 1);
    const QJsonArray array = node->value.toArray();
    const QJsonObject object = node->value.toObject();
    for (qsizetype i = have; i < end; ++i) {
        auto child = std::make_unique<Node>();
        child->parent = node;
        child->row = static_cast<int>(i);
        if (node->value.isArray()) {
            child->value = array.at(i);
        } else {
            const auto entry = object.constBegin() + i;
            child->key = entry.key();
            child->value = entry.value();
        }
        child->count = sizeOf(child->value);
        node->children.push_back(std::move(child));
    }
    endInsertRows();
}

// What an object of a list is called, in most of what servers send: it tells a row from the next. Empty: nothing tells.
static QString calling(const QJsonObject &object)
{
    for (const auto key : {"event"_L1, "type"_L1, "name"_L1, "title"_L1, "id"_L1}) {
        if (const QJsonValue value = object.value(key); value.isString() && !value.toString().isEmpty())
            return displayLine(value.toString(), 80);
    }
    return {};
}

QString JsonTreeModel::valueText(const QJsonValue &value) const
{
    if (value.isArray())
        return tr("%n values", nullptr, static_cast<int>(value.toArray().size()));
    if (!value.isObject())
        return displayLine(jsonScalar(value), 300);
    const QJsonObject object = value.toObject();
    const QString fields = tr("%n fields", nullptr, static_cast<int>(object.size()));
    const QString called = calling(object);
    return called.isEmpty() ? fields : u"%1 \u00b7 %2"_s.arg(called, fields);
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node *node = nodeOf(index);
    const QString name = node->parent->value.isArray() ? u'[' + QString::number(node->row) + u']' : displayLine(node->key, 120);
    if (role == Qt::DisplayRole)
        return index.column() == 0 ? name : valueText(node->value);
    if (role == Qt::AccessibleTextRole)
        //: The name of a value and the value
        return tr("%1: %2").arg(name, valueText(node->value));
    return {};
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Name") : tr("Value");
}

} // namespace desk
