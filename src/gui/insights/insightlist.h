#pragma once

#include "domain/ids.h"

#include <QListView>

namespace desk {

// A list of insights: several can be chosen, Enter or F2 edits one, Delete removes those that are chosen, and the end announces itself.
class InsightList : public QListView
{
    Q_OBJECT
public:
    explicit InsightList(const QString &emptyText, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    [[nodiscard]] InsightId currentId() const;
    [[nodiscard]] QList<InsightId> chosen() const; // in the order of the rows

Q_SIGNALS:
    void currentMoved();
    void selectionMoved();
    void editRequested(const desk::InsightId &id);
    void removeRequested(const QList<desk::InsightId> &ids);
    void nearEnd(); // perhaps there is more to load; again and again

protected:
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void watchEnd();
};

} // namespace desk
