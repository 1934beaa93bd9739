#pragma once

#include <QListWidget>

namespace desk {

// Names of saved searches: Enter opens one, F2 renames in place, Delete removes.
class SavedSearchView final : public QListWidget
{
    Q_OBJECT
public:
    explicit SavedSearchView(QWidget *parent = nullptr);

Q_SIGNALS:
    void opened(QListWidgetItem *item);
    void removeRequested(QListWidgetItem *item);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace desk
