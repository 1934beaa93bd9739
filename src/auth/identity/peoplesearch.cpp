#include "auth/identity/peoplesearch.h"

#include "auth/identity/identityapi.h"
#include "auth/identity/safeurl.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(desk::PeopleSearch)
};

Person personOf(const QJsonObject &json)
{
    Person person;
    person.id = UserId(json.value("user_id"_L1).toString());
    person.email = json.value("email"_L1).toString();
    person.name = json.value("display_name"_L1).toString().trimmed();
    if (person.name.isEmpty())
        person.name = (json.value("first_name"_L1).toString() + u' ' + json.value("last_name"_L1).toString()).trimmed();
    return person;
}

Error refusal(const QUrl &service, const IdentityAnswer &answer)
{
    Error error;
    error.kind = answer.status == 401 ? Error::Kind::Unauthorized : answer.status == 404 ? Error::Kind::NotFound : Error::Kind::Unavailable;
    error.httpStatus = answer.status;
    error.message = answer.status == 404 ? Texts::tr("The sign-in service at %1 does not look up people.").arg(service.host())
                                         : Texts::tr("The sign-in service at %1 refused to look up people.").arg(service.host());
    error.detail = answer.code;
    return error;
}

Result<QList<Person>> peopleOf(const QUrl &service, const IdentityAnswer &answer)
{
    if (!answer.isSuccess())
        return Unexpected{refusal(service, answer)};
    const QJsonValue users = answer.object().value("users"_L1);
    if (!users.isArray()) {
        Error error;
        error.kind = Error::Kind::Protocol;
        error.message = Texts::tr("The sign-in service at %1 gave an answer that cannot be read.").arg(service.host());
        return Unexpected{error};
    }
    QList<Person> people;
    for (const QJsonValue &user : users.toArray()) {
        Person person = personOf(user.toObject());
        if (!person.id.isEmpty() && people.size() < maxFoundPeople)
            people.append(std::move(person));
    }
    return people;
}

} // namespace

void findPeople(IdentityApi &api, const QUrl &service, const QByteArray &sessionToken, const QString &text, QObject *context,
                PeopleHandler handler)
{
    QUrl url = below(service, u"/roles/users/search"_s);
    url.setQuery(u"q="_s + QString::fromLatin1(QUrl::toPercentEncoding(text)), QUrl::StrictMode);
    api.send(IdentityRequest::get(url, sessionToken), context,
             [service, handler = std::move(handler)](const Result<IdentityAnswer> &answer) {
                 if (!answer)
                     handler(Unexpected{answer.error()});
                 else
                     handler(peopleOf(service, *answer));
             });
}

} // namespace desk
