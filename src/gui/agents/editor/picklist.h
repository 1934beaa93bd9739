#pragma once

#include <QSet>
#include <QString>
#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItem;
class QStandardItemModel;

namespace desk {

class ListFilter;

// Many things to choose from, each with a line that says what it gives: a search, a list with boxes to tick, all and none of what is
// shown. What is chosen and not on offer stays chosen, and stands first. Space ticks, the arrows move.
class PickList : public QWidget
{
    Q_OBJECT
public:
    struct Choice {
        QString id;
        QString title;  // foreign text
        QString detail; // one quieter line; may be empty
    };
    struct Words {
        QString name;         // of the list, for screen readers: "Tools"
        QString searchHint;   // "Search tools"
        QString unknown;      // the detail of what is chosen and not on offer
        QString nothingFound; // "No tool matches the search."
    };

    PickList(const QString &key, const Words &words, QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices);
    void setChosen(const QStringList &ids);   // in their order; emits nothing
    [[nodiscard]] QStringList chosen() const; // those of setChosen() that are left in their order, then the new ones as listed
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void changed(); // by a person

private:
    void build(const Words &words);
    void rebuild();
    void addRow(const Choice &choice, bool isChosen);
    void tickShown(bool isTicked);
    void onItemChanged(const QStandardItem *item);
    void showCount();

    Words m_words;
    QList<Choice> m_choices;
    QStringList m_chosen;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_count;
    QStandardItemModel *m_model;
    ListFilter *m_filter;
    bool m_isFilling = false;
};

} // namespace desk
