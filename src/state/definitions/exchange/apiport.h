#pragma once

#include "api/apiclient.h"
#include "state/definitions/exchange/mergingport.h"

#include <QByteArray>

namespace desk {

// The calls of one chapter of the API as a port has them. `Kind` says which: Value, Id, chapter(ApiClient &), read(json), json(value).
template <typename Kind>
class ApiPort : public MergingPort
{
public:
    using Value = typename Kind::Value;

    explicit ApiPort(ApiClient &api, QObject *parent = nullptr)
        : MergingPort(parent)
        , m_api(api)
    {
    }

    void list(const TakeList &take) override { listOnly(take); }
    void get(const QString &id, const TakeOne &take) override
    {
        Kind::chapter(m_api).get(typename Kind::Id(id))->then(this, [this, take](const Result<Value> &answer) {
            if (answer)
                m_etag = answer->etag;
            take(jsonOf(answer));
        });
    }
    void remove(const QJsonObject &definition, const TakeDone &take) override
    {
        const typename Kind::Id id(definition.value(QLatin1StringView("id")).toString());
        Kind::chapter(m_api).remove(id)->then(this, [this, id, take](const Result<> &answer) {
            if (!answer && answer.error().kind == Error::Kind::NotFound)
                sayIfGone(id, answer, take);
            else
                take(answer);
        });
    }

protected:
    [[nodiscard]] ApiClient &api() const { return m_api; }

    void listOnly(const TakeList &take) override
    {
        Kind::chapter(m_api).list()->then(this, [take](const Result<QList<Value>> &answer) {
            if (!answer)
                return take(Unexpected{answer.error()});
            QList<QJsonObject> out;
            for (const Value &value : *answer)
                out.append(Kind::json(value));
            take(out);
        });
    }
    void post(const QJsonObject &mine, const TakeOne &take) override
    {
        const Result<Value> value = Kind::read(mine);
        if (!value)
            return take(Unexpected{value.error()});
        Kind::chapter(m_api).create(*value)->then(this, [take](const Result<Value> &answer) { take(jsonOf(answer)); });
    }
    void put(const QJsonObject &server, const QJsonObject &after, const TakeOne &take) override
    {
        Result<Value> before = Kind::read(server);
        const Result<Value> value = Kind::read(after);
        if (!before || !value)
            return take(Unexpected{before ? value.error() : before.error()});
        before->etag = m_etag;
        Kind::chapter(m_api).update(*before, *value)->then(this, [take](const Result<Value> &answer) { take(jsonOf(answer)); });
    }

private:
    // "Not found" is also said of what belongs to somebody else.
    void sayIfGone(const typename Kind::Id &id, const Result<> &refusal, const TakeDone &take)
    {
        Kind::chapter(m_api).get(id)->then(this, [refusal, take](const Result<Value> &answer) {
            const bool isGone = !answer && answer.error().kind == Error::Kind::NotFound; // somebody else was faster
            take(isGone ? Result<>() : refusal);
        });
    }
    [[nodiscard]] static Result<QJsonObject> jsonOf(const Result<Value> &answer)
    {
        if (!answer)
            return Unexpected{answer.error()};
        return Kind::json(*answer);
    }

    ApiClient &m_api;
    QByteArray m_etag; // of what get() had last
};

} // namespace desk
