#pragma once

#include <QListView>
#include <QPointer>

class QStandardItemModel;

namespace desk {

class OfferDelegate;

// What can be chosen for the word being written: a list over the text, which keeps the focus. Whoever owns the text hands it the keys;
// screen readers are told of each row that becomes the current one.
class CompletionList : public QListView
{
    Q_OBJECT
public:
    struct Entry {
        QString key;
        QString title; // hostile: shown as it is
        QString text;
        bool possible = true; // else it is shown, but cannot be chosen
    };
    static constexpr int maxRows = 8;

    explicit CompletionList(QWidget *parent = nullptr);

    void setEntries(const QString &iconName, const QList<Entry> &entries); // the first possible one is current
    [[nodiscard]] QString currentKey() const;                              // empty: nothing can be chosen
    void step(int by);                                                     // goes round at the ends
    void showAbove(const QWidget &field);                                  // or below it, where there is more room

Q_SIGNALS:
    void chosen(); // by mouse

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void announce();

    QStandardItemModel *m_entries;
    QString m_iconName;
    QPointer<OfferDelegate> m_delegate;
};

} // namespace desk
