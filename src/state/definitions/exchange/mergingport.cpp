#include "state/definitions/exchange/mergingport.h"

#include "state/definitions/exchange/definitionshape.h"
#include "wire/json/threeway.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int mostAttempts = 3; // of somebody else saving between our look and our write

bool saysNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
}

} // namespace

void MergingPort::create(const QJsonObject &mine, const TakeSaved &take)
{
    listOnly([this, mine, take, round = m_round](const Result<QList<QJsonObject>> &answer) {
        if (round != m_round)
            return;
        if (!answer)
            return take(Unexpected{answer.error()});
        for (const QJsonObject &definition : *answer) {
            if (definition.value("name"_L1) == mine.value("name"_L1))
                return take(Unexpected{nameTaken()});
        }
        postNew(mine, take);
    });
}

void MergingPort::postNew(const QJsonObject &mine, const TakeSaved &take)
{
    post(mine, [this, mine, take, round = m_round](const Result<QJsonObject> &answer) {
        if (round != m_round)
            return;
        if (answer)
            take(saved(definitionShape(kind()).creation(mine), *answer));
        else if (answer.error().outcomeUnknown)
            lookForIt(mine, answer.error(), take);
        else
            take(Unexpected{answer.error()});
    });
}

void MergingPort::lookForIt(const QJsonObject &mine, const Error &error, const TakeSaved &take)
{
    listOnly([this, mine, error, take, round = m_round](const Result<QList<QJsonObject>> &answer) {
        if (round != m_round)
            return;
        for (const QJsonObject &definition : answer ? *answer : QList<QJsonObject>()) {
            if (definition.value("name"_L1) == mine.value("name"_L1) && definitionShape(kind()).isSame(definition, mine))
                return take(Saved{definition});
        }
        take(Unexpected{error});
    });
}

void MergingPort::update(const QJsonObject &base, const QJsonObject &mine, const TakeSaved &take)
{
    m_attempts = 0;
    get(base.value("id"_L1).toString(), [this, base, mine, take, round = m_round](const Result<QJsonObject> &answer) {
        if (round != m_round)
            return;
        if (answer)
            write(base, mine, *answer, take);
        else
            take(Unexpected{answer.error()});
    });
}

void MergingPort::write(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &server, const TakeSaved &take)
{
    const DefinitionShape &shape = definitionShape(kind());
    const wire::ThreeWay merge = wire::threeWayMerge(base, mine, server, serverOwnedMembers());
    if (!merge.conflicts.isEmpty())
        return take(Unexpected{bothChanged(merge)});
    const QJsonObject after = shape.with(server, shape.changes(server, merge.merged));
    const QJsonObject sent = shape.changes(server, after);
    const QStringList alsoChanged = merge.onlyServer + merge.combined;
    if (sent.isEmpty())
        return take(saved(sent, server, alsoChanged));
    ++m_attempts;
    put(server, after, [this, base, mine, sent, alsoChanged, take, round = m_round](const Result<QJsonObject> &answer) {
        if (round != m_round)
            return;
        if (answer)
            return take(saved(sent, *answer, alsoChanged));
        if (answer.error().kind == Error::Kind::NotFound)
            return take(Unexpected{notOurs(answer.error())});
        if (answer.error().kind != Error::Kind::Conflict || m_attempts >= mostAttempts)
            return take(Unexpected{answer.error()});
        const int attempts = m_attempts;
        update(base, mine, take);
        m_attempts = attempts;
    });
}

// It was there a moment ago.
Error MergingPort::notOurs(const Error &refusal)
{
    Error error = refusal;
    error.kind = Error::Kind::Forbidden;
    error.message = tr("It belongs to somebody else, or has just been deleted. Nothing was changed.");
    return error;
}

// That it says nothing in another way is no loss.
DefinitionPort::Saved MergingPort::saved(const QJsonObject &sent, const QJsonObject &answer, const QStringList &alsoChanged) const
{
    const DefinitionShape &shape = definitionShape(kind());
    QStringList lost = shape.changes(answer, shape.with(answer, sent)).keys();
    lost.removeIf([&](const QString &member) { return saysNothing(sent.value(member)) && saysNothing(answer.value(member)); });
    return {answer, lost, alsoChanged};
}

} // namespace desk
