#include "gui/conversations/peoplelist.h"

#include "gui/text/textlimiter.h"
#include "state/conversations/peoplelookup.h"

#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int shownRows = 5;

QString labelOf(const Person &person)
{
    const QString name = displayLine(person.name, 60);
    const QString email = displayLine(person.email.isEmpty() ? person.id.value() : person.email, 80);
    return name.trimmed().isEmpty() ? email : PeopleList::tr("%1 (%2)", "%1 name, %2 e-mail address").arg(name, email);
}

} // namespace

PeopleList::PeopleList(PeopleLookup &lookup, QLineEdit &field, QWidget *parent)
    : QListWidget(parent)
    , m_lookup(lookup)
    , m_field(field)
{
    setObjectName(u"peopleFound"_s);
    setAccessibleName(tr("People found"));
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setUniformItemSizes(true);
    hide();
    m_field.installEventFilter(this);
    connect(&m_field, &QLineEdit::textChanged, this, &PeopleList::onTyped);
    connect(&m_lookup, &PeopleLookup::changed, this, &PeopleList::showPeople);
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { choose(row(item)); });
}

void PeopleList::onTyped(const QString &text)
{
    if (m_isChoosing)
        return;
    const bool wasChosen = m_chosen.has_value();
    m_chosen.reset();
    m_lookup.look(text);
    if (wasChosen)
        Q_EMIT chosenChanged();
}

void PeopleList::showPeople()
{
    m_people = m_lookup.people();
    clear();
    for (const Person &person : std::as_const(m_people))
        addItem(labelOf(person));
    if (!m_people.isEmpty()) {
        setCurrentRow(0);
        setFixedHeight(std::min(shownRows, count()) * sizeHintForRow(0) + 2 * frameWidth());
    }
    setVisible(!m_people.isEmpty());
}

void PeopleList::choose(int row)
{
    if (row < 0 || row >= m_people.size())
        return;
    m_chosen = m_people.at(row);
    m_isChoosing = true;
    m_field.setText(labelOf(*m_chosen));
    m_isChoosing = false;
    m_lookup.stop(); // which hides the list
    m_field.setFocus();
    Q_EMIT chosenChanged();
}

void PeopleList::moveBy(int rows)
{
    setCurrentRow(std::clamp(currentRow() + rows, 0, count() - 1));
}

bool PeopleList::onKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(currentRow());
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

bool PeopleList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && isVisible())
        return onKey(static_cast<QKeyEvent *>(event)->key());
    return QListWidget::eventFilter(watched, event);
}

} // namespace desk
