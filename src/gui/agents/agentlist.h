#pragma once

#include "domain/ids.h"

#include <QListView>

namespace desk {

// The list of agents: several can be chosen. Enter is activated(), F2 edits the one, Delete removes and Ctrl+D marks those that are chosen,
// and the Menu key asks for their menu.
class AgentList : public QListView
{
    Q_OBJECT
public:
    explicit AgentList(QWidget *parent = nullptr);

    [[nodiscard]] AgentId currentId() const;
    [[nodiscard]] QList<AgentId> chosen() const; // in the order of the rows

Q_SIGNALS:
    void chosenMoved(); // others are chosen, or another one is current
    void editRequested(const desk::AgentId &id);
    void removeRequested(const QList<desk::AgentId> &ids);
    void favouriteRequested(const QList<desk::AgentId> &ids);
    void menuRequested(const QList<desk::AgentId> &ids, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace desk
