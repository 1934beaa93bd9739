// The same question once more, to another agent or another language model (D-42): its answer stands beside the one that is there, and both
// can be compared.
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/turns/askagainmenu.h"
#include "gui/chat/turns/turnactions.h"
#include "gui/text/textlimiter.h"
#include "state/agents/agentstore.h"
#include "state/chat/chatchoices.h"
#include "state/chat/chatsession.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

void TurnActions::setOthers(const AgentStore &agents, ChatChoices *choices)
{
    m_agents = &agents;
    m_choices = choices;
}

const Message *TurnActions::answerOf(int row) const
{
    const TranscriptModel &model = m_session->transcript();
    const int question = questionRow(row);
    const int answer = model.messageAt(row).role == Role::User ? question + 1 : row;
    if (question < 0 || answer >= model.rowCount() || model.messageAt(answer).role != Role::Assistant)
        return nullptr;
    return &model.messageAt(answer);
}

void TurnActions::addOthers(QMenu &menu, int row)
{
    if (m_agents == nullptr)
        return;
    const Message *answer = answerOf(row);
    const QStringList asked = answer != nullptr && answer->routing ? answer->routing->agents : QStringList();
    const QString key = m_session->transcript().keyAt(row);
    const QString reason = whyNot(MessageCommand::Regenerate, row);
    QList<AskAgainMenu::Other> agents;
    for (const Agent &agent : m_agents->agents()) {
        if (!asked.contains(agent.name) && !asked.contains(agent.id.value()))
            agents.append({agent.name, agent.title()});
    }
    std::sort(agents.begin(), agents.end(), [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.title, b.title) < 0; });
    auto *others = new AskAgainMenu(u"askOtherAgent"_s, tr("Ask Again with Another Agent"), &menu);
    others->setOthers(agents, tr("This server has no other agent."));
    connect(others, &AskAgainMenu::chosen, this, [this, key](const QString &agent) { askAgain(key, {agent}, {}); });
    menu.addMenu(others);
    if (m_choices != nullptr && m_choices->abilities().model)
        addOtherModels(menu, key, answer == nullptr ? QString() : answer->facts.model);
    const QList<AskAgainMenu *> all = menu.findChildren<AskAgainMenu *>();
    for (const AskAgainMenu *one : all) {
        one->menuAction()->setEnabled(reason.isEmpty());
        one->menuAction()->setToolTip(reason);
        one->menuAction()->setStatusTip(reason);
    }
}

// They are asked for when somebody looks, and may come while the menu is open.
void TurnActions::addOtherModels(QMenu &menu, const QString &key, const QString &used)
{
    auto *others = new AskAgainMenu(u"askOtherModel"_s, tr("Ask Again with Another Model"), &menu);
    const auto fill = [others, choices = m_choices, used] {
        QList<AskAgainMenu::Other> models;
        for (const ChatModel &model : choices->models()) {
            if (model.id != used && model.id != "auto"_L1)
                models.append({model.id, model.name});
        }
        QString note = choices->hasModels() ? tr("This server offers no other model.") : tr("The models are being looked up\u2026");
        if (choices->modelsError())
            note = tr("The models could not be listed: %1").arg(displayLine(choices->modelsError()->userText(), 200));
        others->setOthers(models, note);
    };
    connect(m_choices, &ChatChoices::changed, others, fill);
    connect(others, &AskAgainMenu::chosen, this, [this, key](const QString &model) { askAgain(key, {}, model); });
    menu.addMenu(others);
    m_choices->load();
    fill();
}

void TurnActions::askAgain(const QString &key, const QStringList &agents, const QString &model)
{
    const int row = m_session ? m_session->transcript().rowOfKey(key) : -1;
    const QString reason = whyNot(MessageCommand::Regenerate, row); // it may have begun to write meanwhile
    if (!reason.isEmpty())
        return Q_EMIT statusMessage(reason);
    const int question = questionRow(row);
    m_session->regenerate(row, agents, model);
    focusRow(std::min(question + 1, m_session->transcript().rowCount() - 1));
    const QString notice = versionNotice();
    Q_EMIT statusMessage(notice.isEmpty() ? tr("A new answer is asked for. The one before stays beside it.") : notice);
}

} // namespace desk
