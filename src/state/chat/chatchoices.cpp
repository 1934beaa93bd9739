#include "state/chat/chatchoices.h"

#include "api/apiclient.h"
#include "api/endpoints/chatapi.h"
#include "api/endpoints/toolsapi.h"
#include "state/workspace.h"

#include <QPointer>

namespace desk {

ChatChoices::ChatChoices(ApiClient &api, Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::ready, this, &ChatChoices::forget);
    connect(&workspace, &Workspace::accountChanged, this, &ChatChoices::forget);
}

ChatAbilities ChatChoices::abilities() const
{
    return ChatAbilities::of(m_workspace.capabilities());
}

void ChatChoices::forget()
{
    ++m_generation;
    m_models.clear();
    m_tools.clear();
    m_modelsError.reset();
    m_toolsError.reset();
    m_hasModels = m_hasTools = m_loadsModels = m_loadsTools = false;
    Q_EMIT changed();
}

void ChatChoices::load()
{
    if (m_workspace.state() != Workspace::State::Ready)
        return;
    if (abilities().model && !m_hasModels && !m_loadsModels)
        loadModels();
    if (abilities().tools && !m_hasTools && !m_loadsTools)
        loadTools();
}

void ChatChoices::loadModels()
{
    m_loadsModels = true;
    m_api.chat().models()->then(this, [this, generation = m_generation](const Result<QList<ChatModel>> &models) {
        if (generation != m_generation)
            return;
        m_loadsModels = false;
        m_hasModels = models.has_value();
        m_modelsError = models ? std::nullopt : std::optional(models.error());
        m_models = models ? *models : QList<ChatModel>();
        Q_EMIT changed();
    });
}

void ChatChoices::loadTools()
{
    m_loadsTools = true;
    m_api.tools().list()->then(this, [this, generation = m_generation](const Result<QList<Tool>> &tools) {
        if (generation != m_generation)
            return;
        m_loadsTools = false;
        m_hasTools = tools.has_value();
        m_toolsError = tools ? std::nullopt : std::optional(tools.error());
        m_tools = tools ? *tools : QList<Tool>();
        Q_EMIT changed();
    });
}

void ChatChoices::saveToServer(const ChatOptions &options, QObject *context, std::function<void(const Result<> &outcome)> done)
{
    const ChatAbilities heeds = abilities();
    if (m_workspace.state() != Workspace::State::Ready || !(heeds.model || heeds.sampling || heeds.tools))
        return done({});
    m_api.chat().settings()->then(
        context, [this, self = QPointer(this), context = QPointer(context), heeds, options, done](const Result<ChatSettings> &now) {
            if (!self || !context)
                return;
            if (!now)
                return done(Unexpected{now.error()});
            ChatSettings settings = *now;
            if (heeds.model && !options.model.isEmpty()) // one that is there cannot be cleared
                settings.model = options.model;
            if (heeds.tools)
                settings.enabledTools = options.tools.value_or(QStringList());
            if (heeds.sampling && options.temperature)
                settings.temperature = options.temperature;
            if (heeds.sampling && options.maxTokens)
                settings.maxTokens = options.maxTokens;
            m_api.chat().setSettings(settings)->then(context, [done](const Result<ChatSettings> &written) {
                done(written ? Result<>() : Result<>(Unexpected{written.error()}));
            });
        });
}

} // namespace desk
