#pragma once

#include "domain/definition.h"
#include "domain/result.h"
#include "state/definitions/exchange/definitionimportplan.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace desk {

namespace wire {
struct ThreeWay;
}

// How the definitions of one kind are read and written on one server: all that an import has to know of a kind (D-62, D-63). Answers come
// while it lives, each once. Lives in the GUI thread.
class DefinitionPort : public QObject
{
    Q_OBJECT
public:
    struct Saved {
        QJsonObject definition;       // what the server has now
        QStringList notKept = {};     // members that were sent and came back otherwise
        QStringList alsoChanged = {}; // what somebody else changed in the meantime and is kept
    };
    using TakeList = std::function<void(const Result<QList<QJsonObject>> &answer)>;
    using TakeOne = std::function<void(const Result<QJsonObject> &answer)>;
    using TakeSaved = std::function<void(const Result<Saved> &answer)>;
    using TakeDone = std::function<void(const Result<> &answer)>;

    using QObject::QObject;

    [[nodiscard]] virtual DefinitionKind kind() const = 0;
    [[nodiscard]] virtual DefinitionImportPlan::Rules rules() const = 0; // by what is known of the server after list()

    virtual void list(const TakeList &take) = 0;
    virtual void get(const QString &id, const TakeOne &take) = 0;
    virtual void create(const QJsonObject &mine, const TakeSaved &take) = 0; // Kind::Conflict: the name is taken
    // What somebody else changed in the meantime stays; where both changed the same it is Kind::Conflict, and nothing is written.
    virtual void update(const QJsonObject &base, const QJsonObject &mine, const TakeSaved &take) = 0;
    virtual void remove(const QJsonObject &definition, const TakeDone &take) = 0;
    virtual void stop() {}   // the server is another one: no more requests of what is under way
    virtual void settle() {} // a row of writes has ended

Q_SIGNALS:
    void left(); // whoever shows the definitions of this server has left it

protected:
    [[nodiscard]] static Error bothChanged(const wire::ThreeWay &merge);
    [[nodiscard]] static Error nameTaken();
};

} // namespace desk
