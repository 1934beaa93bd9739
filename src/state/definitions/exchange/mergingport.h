#pragma once

#include "state/definitions/exchange/definitionport.h"

namespace desk {

// A port of a kind that only has the plain calls of the API: looks at what the server has before it writes, because the team server would
// let the last one win without a word. One change at a time.
class MergingPort : public DefinitionPort
{
    Q_OBJECT
public:
    using DefinitionPort::DefinitionPort;

    void create(const QJsonObject &mine, const TakeSaved &take) override; // a lost answer is resolved by looking for it
    void update(const QJsonObject &base, const QJsonObject &mine, const TakeSaved &take) override;
    void stop() override { ++m_round; }

protected:
    virtual void listOnly(const TakeList &take) = 0; // of this kind, whatever else list() asks for
    virtual void post(const QJsonObject &mine, const TakeOne &take) = 0;
    virtual void put(const QJsonObject &server, const QJsonObject &after, const TakeOne &take) = 0; // server: as get() had it last

private:
    void postNew(const QJsonObject &mine, const TakeSaved &take);
    void lookForIt(const QJsonObject &mine, const Error &error, const TakeSaved &take);
    void write(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &server, const TakeSaved &take);
    [[nodiscard]] static Error notOurs(const Error &refusal);
    [[nodiscard]] Saved saved(const QJsonObject &sent, const QJsonObject &answer, const QStringList &alsoChanged = {}) const;

    quint64 m_round = 0; // of the server: nothing follows on an answer of an earlier one
    int m_attempts = 0;
};

} // namespace desk
