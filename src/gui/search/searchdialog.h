#pragma once

#include "state/cache/searchhit.h"
#include "state/cache/searchquery.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class QLabel;
class QListView;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace desk {

class CacheFiller;
class EmptyState;
class MessageSearch;
class SearchField;
class SearchModel;
class SavedSearches;
class SavedSearchList;
class UndoBar;

// Search in everything that was ever said: Down and Up choose while the field keeps the focus, Enter opens the message, Esc goes back.
// What was typed and found is still there the next time. Everything it uses outlives it.
class SearchDialog : public QDialog
{
    Q_OBJECT
public:
    SearchDialog(MessageSearch &search, CacheFiller *filler, QWidget *parent = nullptr); // a null filler: nothing is said of what is read

    void setSaved(const std::function<SavedSearches()> &saved); // once; before it nothing can be saved
    void begin(const QString &text = {}); // shows it; a text is looked for, else what was there last stands to be typed over

Q_SIGNALS:
    void chosen(const desk::SearchHit &hit);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildFilters();
    void updateSave();
    void build();
    void search();
    void onFound();
    void step(int key);
    void choose(const QModelIndex &index);
    void updateState();
    void updateReach();
    [[nodiscard]] QString countText() const;

    MessageSearch &m_search;
    CacheFiller *m_filler;
    SearchModel *m_model;
    SearchField *m_field;
    QLabel *m_problem;
    QStackedWidget *m_stack;
    QSplitter *m_parts; // what is saved, what was found
    QToolButton *m_save;
    UndoBar *m_undo;
    SavedSearchList *m_saved = nullptr;
    QListView *m_list;
    EmptyState *m_empty;
    QLabel *m_count;
    QLabel *m_reach;
    QTimer m_typing;
    QString m_error;
    SearchQuery m_query;
};

} // namespace desk
