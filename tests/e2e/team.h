#pragma once

#include "archive.h"
#include "support/gateway.h"
#include "support/localserverprocess.h"
#include "support/relay.h"
#include "support/scriptedmodel.h"
#include "support/teamserver.h"
#include "wire/json/serverjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace desk::test {

using namespace Qt::StringLiterals;

enum class Kind { Local, Team };

// A server of one kind, the gateway before it where sign-in is checked, and the cable to them. The team server checks it by itself.
class Team
{
public:
    explicit Team(Kind kind, const QTemporaryDir &home)
        : m_kind(kind)
        , m_local(home.filePath(u"server"_s))
    {
    }

    // Who may ask; before start().
    void guard(const std::function<bool(const QByteArray &)> &isGood) { m_isGood = isGood; }
    // What it has had for long; before start().
    [[nodiscard]] bool holds(const Archive &archive)
    {
        if (m_kind == Kind::Local)
            return archive.fill(m_local.dataFolder());
        archive.fill(m_team.store());
        return true;
    }
    [[nodiscard]] bool start()
    {
        m_team.isGood = m_isGood;
        if (m_kind == Kind::Local && (!m_local.start() || !connectModel()))
            return false;
        quint16 port = m_kind == Kind::Local ? m_local.port() : m_team.port();
        if (m_kind == Kind::Local && m_isGood) {
            m_gateway = std::make_unique<Gateway>(port, m_local.token());
            m_gateway->isGood = m_isGood;
            port = m_gateway->port();
        }
        m_relay = std::make_unique<Relay>(port);
        return true;
    }
    // To the next question.
    void answer(const QStringList &text, int pieceDelayMs = 0, bool usesTool = false)
    {
        if (m_kind == Kind::Team) {
            m_team.add({text, pieceDelayMs, usesTool});
            return;
        }
        if (usesTool)
            m_model.addToolCall(u"calculate"_s, {{u"expression"_s, u"6*7"_s}});
        ModelScript script;
        for (const QString &word : text)
            script.pieces.append(ScriptedModel::delta({{"content"_L1, word}}));
        script.pieces.append(ScriptedModel::delta({}, u"stop"_s));
        script.pieces.append(ScriptedModel::done());
        script.pieceDelayMs = pieceDelayMs;
        m_model.add(script);
    }
    [[nodiscard]] QByteArray token() const { return m_kind == Kind::Local ? m_local.token() : QByteArray("pasted-token"); }
    [[nodiscard]] Relay &cable() { return *m_relay; }
    [[nodiscard]] TeamServer &team() { return m_team; }
    [[nodiscard]] LocalServerProcess &local() { return m_local; }
    [[nodiscard]] const ScriptedModel &model() const { return m_model; } // of the local server
    // Questions that got as far as the server; of a guarded one.
    [[nodiscard]] int asked() const { return m_gateway ? m_gateway->passed("POST", "/chat/message/stream/agentic") : m_team.asked(); }

private:
    [[nodiscard]] bool connectModel()
    {
        ModelProvider provider;
        provider.name = u"custom"_s;
        provider.baseUrl = m_model.baseUrl();
        provider.models = QStringList{u"scripted"_s};
        QNetworkRequest request(m_local.url(u"/settings/providers"_s));
        request.setRawHeader("Authorization", "Bearer " + m_local.token());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkAccessManager manager;
        QNetworkReply *reply = manager.put(request, QJsonDocument(QJsonArray{wire::toJson(provider)}).toJson());
        return QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000) && reply->error() == QNetworkReply::NoError;
    }

    Kind m_kind;
    ScriptedModel m_model;
    LocalServerProcess m_local;
    TeamServer m_team;
    std::function<bool(const QByteArray &)> m_isGood;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<Relay> m_relay;
};

} // namespace desk::test
