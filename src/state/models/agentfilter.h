#pragma once

#include "state/models/foldedtext.h"

#include <QAbstractProxyModel>

namespace desk {

class AgentListModel;
struct AgentRow;

// The agents that match what was typed and chosen, in order (AG-03, AG-04, AG-09). A QSortFilterProxyModel tells each gap of the rows that
// go on its own, thousands of times at a key press over ten thousand agents; this one sorts those that go behind the others and removes
// them at once. Selections and persistent indexes stay. GUI thread.
class AgentFilter final : public QAbstractProxyModel
{
    Q_OBJECT
public:
    enum class Kind { All, Favourites, Active, Inactive, Builtin, Application, Shared, Personal };
    enum class Order { Title, RecentlyUsed, Changed, Model }; // titles decide where the rest is equal

    explicit AgentFilter(QObject *parent = nullptr);

    void setAgents(AgentListModel *model); // lives longer, or takes itself away
    void setText(const QString &text);     // words in any order and case: in name, title, description, instructions, tools and scopes
    void setKind(Kind kind);
    void setOrder(Order order);
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] Order order() const { return m_order; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override { return rowCount(parent) > 0; }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &index) const override;

private:
    void connectAgents();
    [[nodiscard]] bool accepts(const AgentRow &row) const;
    [[nodiscard]] bool isBefore(int a, int b) const;
    [[nodiscard]] QList<qint64> ranks() const;
    const QList<int> &sorted();
    void placeByTitle(int row);
    [[nodiscard]] QList<int> wanted();
    void arrange(); // all of them
    void narrow();  // those that are here
    void arrangeRow(int source);
    void become(const QList<int> &next);
    void removeGone(const QList<int> &next);
    void insertNew(const QList<int> &next);
    void reorder(const QList<int> &next);
    void setRows(const QList<int> &rows);
    void takeInserted(int first, int last);
    void takeChange(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles);
    void leaveOut(int first, int last);
    void takeRemoved(int first, int last);

    AgentListModel *m_agents = nullptr;
    FoldedWords m_words;
    Kind m_kind = Kind::All;
    Order m_order = Order::Title;
    // All rows of the source; empty: to be sorted again.
    QList<int> m_byTitle;
    QList<int> m_sorted; // in m_order
    QList<int> m_rows;   // rows of the source in this order
    QList<int> m_places; // of each row of the source; -1: not here
};

} // namespace desk
