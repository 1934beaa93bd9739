#pragma once

#include "domain/person.h"

#include <QListWidget>

#include <optional>

class QLineEdit;

namespace desk {

class PeopleLookup;

// The people a lookup finds while somebody types, below the field: Down and Up choose among them, Enter or a click takes one, Escape closes
// the list; the focus stays in the field. Hidden while there is nobody to show.
class PeopleList : public QListWidget
{
    Q_OBJECT
public:
    // Both outlive it.
    PeopleList(PeopleLookup &lookup, QLineEdit &field, QWidget *parent = nullptr);

    // Who stands in the field; nothing once something else is typed.
    [[nodiscard]] const std::optional<Person> &chosen() const { return m_chosen; }

Q_SIGNALS:
    void chosenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onTyped(const QString &text);
    void showPeople();
    void choose(int row);
    void moveBy(int rows);
    bool onKey(int key);

    PeopleLookup &m_lookup;
    QLineEdit &m_field;
    QList<Person> m_people; // as shown
    std::optional<Person> m_chosen;
    bool m_isChoosing = false;
};

} // namespace desk
