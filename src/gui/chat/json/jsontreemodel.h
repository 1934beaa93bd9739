#pragma once

#include <QAbstractItemModel>
#include <QJsonValue>

#include <memory>
#include <vector>

namespace desk {

// A JSON value as a tree of names and values. Nodes come into being when they are looked at, five hundred at a time. Hostile texts are
// shortened to a line; the values themselves stay whole.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    static constexpr int batch = 500;

    explicit JsonTreeModel(const QJsonValue &root, QObject *parent = nullptr);
    ~JsonTreeModel() override;

    [[nodiscard]] QJsonValue valueOf(const QModelIndex &index) const; // invalid: the root
    [[nodiscard]] QList<qsizetype> pathOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const QList<qsizetype> &path); // makes what is on the way
    [[nodiscard]] const QJsonValue &root() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;
    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    void fetch(const QModelIndex &parent, qsizetype upTo);
    [[nodiscard]] QString valueText(const QJsonValue &value) const;

    std::unique_ptr<Node> m_root;
};

} // namespace desk
