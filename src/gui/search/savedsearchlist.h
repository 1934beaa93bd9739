#pragma once

#include <QWidget>

#include <functional>

class QListWidgetItem;

namespace desk {

class SavedSearches;
class SavedSearchView;
class UndoBar;

// The saved searches of the profile that is open (D-40). Hidden while there are none. What is removed can be brought back for a while.
class SavedSearchList : public QWidget
{
    Q_OBJECT
public:
    // saved: those of now; asked anew each time.
    SavedSearchList(std::function<SavedSearches()> saved, UndoBar &undo, QWidget *parent = nullptr);

    void refresh();
    void save(const QString &text);                              // and asks for a name in place
    [[nodiscard]] QString whyNotSave(const QString &text) const; // for people; empty: it can be

Q_SIGNALS:
    void opened(const QString &text);
    void emptied(); // it is hidden, and the focus needs a place

private:
    void open(QListWidgetItem *item);
    void rename(QListWidgetItem *item);
    void remove(QListWidgetItem *item);
    void select(const QString &id);

    std::function<SavedSearches()> m_saved;
    UndoBar &m_undo;
    SavedSearchView *m_view;
    bool m_isFilling = false;
};

} // namespace desk
