#pragma once

#include "domain/person.h"
#include "domain/result.h"

#include <QList>

#include <functional>

class QByteArray;
class QObject;
class QString;
class QUrl;

namespace desk {

class IdentityApi;

// Who at a team's own sign-in service goes by this text: active people, maxFoundPeople at most (contract 2.2). service is the one that gave
// the session token: it goes nowhere else (AUTH-19). text: trimmed, fewestSearchCharacters at least, or the service refuses. The handler
// runs once, never before this returned; when context is gone, not at all, and the request ends. An error says nothing of the session.
constexpr int maxFoundPeople = 20;
constexpr int fewestSearchCharacters = 2;
using PeopleHandler = std::function<void(const Result<QList<Person>> &people)>;
void findPeople(IdentityApi &api, const QUrl &service, const QByteArray &sessionToken, const QString &text, QObject *context,
                PeopleHandler handler);

} // namespace desk
