#include "state/conversations/peoplelookup.h"

#include "auth/authmanager.h"
#include "state/workspace.h"

namespace desk {

PeopleLookup::PeopleLookup(Workspace &workspace, KnownPeople &known, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_known(known)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &PeopleLookup::ask);
    connect(&workspace, &Workspace::accountChanged, this, &PeopleLookup::stop);
}

PeopleLookup::~PeopleLookup() = default;

bool PeopleLookup::isOffered() const
{
    const AuthManager *session = m_workspace.session();
    return session && session->canFindPeople();
}

void PeopleLookup::look(const QString &text)
{
    const QString wanted = text.trimmed().left(maxText);
    if (wanted.size() < fewestSearchCharacters || !isOffered())
        return stop();
    if (wanted == m_text)
        return;
    m_request.reset();
    m_text = wanted;
    m_rest.start();
    setState(State::Looking);
}

void PeopleLookup::stop()
{
    m_request.reset();
    m_rest.stop();
    m_text.clear();
    setState(State::Idle);
}

void PeopleLookup::ask()
{
    if (!isOffered()) // signed out meanwhile
        return stop();
    m_request = std::make_unique<QObject>();
    m_workspace.session()->findPeople(m_text, m_request.get(), [this](const auto &people) { take(people); });
}

void PeopleLookup::take(const Result<QList<Person>> &people)
{
    m_request.release()->deleteLater(); // this runs on its behalf
    if (!people) {
        m_error = people.error();
        m_text.clear(); // the same text again is another try
        return setState(State::Failed);
    }
    if (people->isEmpty())
        return setState(State::None);
    if (m_known.size() > maxKnown)
        m_known.clear();
    for (const Person &person : *people)
        m_known.insert(person.id, person);
    m_people = *people;
    m_state = State::Found;
    Q_EMIT changed();
}

void PeopleLookup::setState(State state)
{
    m_people.clear();
    if (m_state == state && state != State::Failed)
        return;
    m_state = state;
    Q_EMIT changed();
}

QString PeopleLookup::nameOf(const UserId &user) const
{
    const Person person = m_known.value(user);
    return person.name.trimmed().isEmpty() ? person.email : person.name;
}

} // namespace desk
