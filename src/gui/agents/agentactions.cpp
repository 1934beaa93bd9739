#include "gui/agents/agentactions.h"

#include "gui/dialogs.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "state/batch.h"
#include "state/definitions/definitionmarks.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int titleLength = 80;

} // namespace

AgentActions::AgentActions(const Services &services, QWidget &page, ErrorBanner &banner, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_page(page)
    , m_banner(banner)
{
}

void AgentActions::setExchange(bool promotes)
{
    m_exports = true;
    m_promotes = promotes;
}

QString AgentActions::whyFixed(const Agent &agent)
{
    return agent.isBuiltin ? tr("It comes with the server or an application, and the server refuses changes of it.") : QString();
}

void AgentActions::chat(const AgentId &id)
{
    const Agent *agent = m_services.store.find(id);
    if (!agent || !agent->isActive)
        return;
    const QString name = agent->name;
    if (m_services.marks)
        m_services.marks->setUsed(id.value());
    Q_EMIT chatRequested(name);
}

void AgentActions::edit(const AgentId &id)
{
    const Agent *agent = m_services.store.find(id);
    if (m_editing && agent && whyFixed(*agent).isEmpty() && !m_services.store.isCopy(id))
        Q_EMIT editRequested(id);
}

void AgentActions::copyName(const AgentId &id)
{
    if (const Agent *agent = m_services.store.find(id))
        QGuiApplication::clipboard()->setText(clipboardText(agent->name));
}

bool AgentActions::areFavourites(const QList<AgentId> &ids) const
{
    return m_services.marks && std::all_of(ids.cbegin(), ids.cend(),
                                           [this](const AgentId &id) { return m_services.marks->marks().value(id.value()).favourite; });
}

void AgentActions::toggleFavourite(const QList<AgentId> &ids)
{
    setFavourite(ids, !areFavourites(ids));
}

void AgentActions::setFavourite(const QList<AgentId> &ids, bool favourite)
{
    if (!m_services.marks)
        return;
    for (const AgentId &id : ids)
        m_services.marks->setFavourite(id.value(), favourite);
}

void AgentActions::setActive(const QList<AgentId> &ids, bool active)
{
    run(ids, [this, active](const Agent &agent, const AgentStore::Done &done) { m_services.store.setActive(agent.id, active, done); });
}

void AgentActions::remove(const QList<AgentId> &ids)
{
    if (ids.isEmpty())
        return;
    const Agent *only = ids.size() == 1 ? m_services.store.find(ids.constFirst()) : nullptr;
    if (only && !whyFixed(*only).isEmpty())
        run(ids, {}); // says why not
    else
        askToRemove(ids, removalText(ids));
}

void AgentActions::askToRemove(const QList<AgentId> &ids, const QString &text)
{
    const bool forgets = ids.size() == 1 && m_services.store.isCopy(ids.constFirst());
    const QString title = forgets ? tr("Forget this agent?") : tr("Delete %n agent(s)?", nullptr, static_cast<int>(ids.size()));
    m_services.dialogs.confirm(&m_page, title, text, forgets ? tr("Forget") : tr("Delete"), [self = QPointer(this), ids] {
        if (!self)
            return;
        self->run(ids, [store = &self->m_services.store](const Agent &agent, const AgentStore::Done &done) {
            if (!store->isCopy(agent.id))
                return store->remove(agent.id, done);
            store->forget(agent.id);
            done({});
        });
    });
}

QString AgentActions::removalText(const QList<AgentId> &ids) const
{
    constexpr qsizetype most = 10;
    QStringList names;
    for (const AgentId &id : ids.mid(0, most)) {
        if (const Agent *agent = m_services.store.find(id))
            names.append(tr("“%1”").arg(displayLine(agent->title(), titleLength)));
    }
    if (ids.size() > most)
        names.append(tr("%n more", nullptr, static_cast<int>(ids.size() - most)));
    const QString named = names.join(u'\n');
    if (ids.size() == 1 && m_services.store.isCopy(ids.constFirst()))
        return tr("%1\nThe server has it no more. The copy on this computer goes, and it cannot be made anew then.").arg(named);
    const QString kept = m_services.marks
                             ? tr("Copies of personal agents stay on this computer and are listed as inactive until you forget "
                                  "them.")
                             : tr("This cannot be undone.");
    return tr("%1\nThe server deletes what is listed here, and nobody can chat with it any more. %2").arg(named, kept);
}

void AgentActions::run(const QList<AgentId> &ids, const Operation &operation)
{
    m_banner.clear();
    Q_EMIT resultChanged({});
    auto *batch = new Batch(this);
    for (const AgentId &id : ids) {
        const Agent *agent = m_services.store.find(id);
        if (!agent)
            continue;
        const QString why = whyFixed(*agent);
        batch->add(displayLine(agent->title(), titleLength), [agent = *agent, why, operation](const Batch::Done &done) -> Batch::Abort {
            Error refused;
            refused.kind = Error::Kind::Forbidden;
            refused.message = why;
            if (why.isEmpty())
                operation(agent, done);
            else
                done(Unexpected{refused});
            return {};
        });
    }
    const AgentId only = ids.size() == 1 ? ids.constFirst() : AgentId();
    connect(batch, &Batch::finished, this, [this, batch, only] {
        batch->deleteLater();
        const Agent *agent = m_services.store.find(only);
        if (only.value().isEmpty())
            tellResult(*batch);
        else if (agent && !batch->failures().isEmpty())
            offerAnew(*agent, batch->failures().constFirst().error);
    });
    batch->start();
}

void AgentActions::tellResult(const Batch &batch)
{
    const QList<Batch::Failure> failures = batch.failures();
    QString text = tr("%n done", nullptr, static_cast<int>(batch.succeeded().size()));
    if (!failures.isEmpty())
        text = tr("%1, %2", "3 done, 2 refused").arg(text, tr("%n refused", nullptr, static_cast<int>(failures.size())));
    for (const Batch::Failure &failure : failures)
        text += u'\n' + tr("%1: %2", "agent: why it was refused").arg(failure.item, displayLine(failure.error.userText()));
    Q_EMIT resultChanged(text);
}

// Of one agent. A server that treats inactive agents as deleted leaves one way.
void AgentActions::offerAnew(const Agent &agent, const Error &error)
{
    if (error.kind != Error::Kind::NotFound || !m_services.store.isCopy(agent.id)) {
        m_banner.showError(error);
        return;
    }
    const QString text =
        tr("“%1” is made anew as a personal agent from the copy kept here. The server keeps the old name, so the new one is "
           "called %2.")
            .arg(displayLine(agent.title(), titleLength), displayLine(m_services.store.newNameOf(agent), titleLength));
    m_banner.showError(error, tr("Make it anew…"), [self = QPointer(this), id = agent.id, text] {
        if (self)
            self->m_services.dialogs.confirm(&self->m_page, tr("Make this agent anew?"), text, tr("Make it anew"), [self, id] {
                if (self)
                    self->createAnew(id);
            });
    });
}

void AgentActions::createAnew(const AgentId &id)
{
    m_services.store.createAnew(id, [self = QPointer(this)](const Result<> &outcome) {
        if (self && !outcome)
            self->m_banner.showError(outcome.error());
    });
}

void AgentActions::fill(QMenu &menu, const QList<AgentId> &ids)
{
    menu.setToolTipsVisible(true);
    const Agent *only = ids.size() == 1 ? m_services.store.find(ids.constFirst()) : nullptr;
    if (only)
        fillOne(menu, *only);
    const auto add = [this, &menu](const QString &name, const QString &icon, const QString &text, auto action) {
        QAction *made = menu.addAction(Theme::icon(icon), text, this, action);
        made->setObjectName(name);
        return made;
    };
    if (m_services.marks) {
        const bool favourites = areFavourites(ids);
        add(u"agentFavourite"_s, u"star"_s, favourites ? tr("Remove from &favourites") : tr("Add to &favourites"),
            [this, ids, favourites] { setFavourite(ids, !favourites); });
    }
    if (m_exports)
        add(u"agentExport"_s, u"save"_s, tr("E&xport…"), [this, ids] { Q_EMIT exportRequested(ids); });
    if (m_promotes)
        add(u"agentPromote"_s, u"server"_s, tr("Pro&mote…"), [this, ids] { Q_EMIT promoteRequested(ids); });
    const QString why = only ? whyFixed(*only) : QString();
    QList<QAction *> changes;
    if (!only || only->isActive)
        changes << add(u"agentDeactivate"_s, u"stop"_s, tr("&Deactivate"), [this, ids] { setActive(ids, false); });
    if (!only || !only->isActive)
        changes << add(u"agentReactivate"_s, u"play"_s, tr("&Reactivate"), [this, ids] { setActive(ids, true); });
    const bool forgets = only && m_services.store.isCopy(only->id);
    changes << add(u"agentRemove"_s, u"delete"_s, forgets ? tr("F&orget…") : tr("De&lete…"), [this, ids] { remove(ids); });
    for (QAction *change : std::as_const(changes)) {
        change->setEnabled(why.isEmpty());
        if (!why.isEmpty())
            change->setToolTip(why);
    }
}

void AgentActions::fillOne(QMenu &menu, const Agent &agent)
{
    const AgentId id = agent.id;
    QAction *chatAction = menu.addAction(Theme::icon(u"chat"_s), tr("&Chat"), this, [this, id] { chat(id); });
    chatAction->setObjectName(u"agentChat"_s);
    chatAction->setEnabled(agent.isActive);
    if (m_editing) {
        QAction *editAction = menu.addAction(Theme::icon(u"edit"_s), tr("&Edit"), this, [this, id] { edit(id); });
        editAction->setObjectName(u"agentEdit"_s);
        editAction->setEnabled(whyFixed(agent).isEmpty() && !m_services.store.isCopy(id));
        editAction->setToolTip(editAction->isEnabled() ? tr("Edit") : whyFixed(agent));
        menu.addAction(Theme::icon(u"copy"_s), tr("Clone to &personal"), this, [this, id] { Q_EMIT cloneRequested(id); })
            ->setObjectName(u"agentClone"_s);
    }
    if (m_versions)
        menu.addAction(Theme::icon(u"clock"_s), tr("&Versions…"), this, [this, id] { Q_EMIT versionsRequested(id); })
            ->setObjectName(u"agentVersions"_s);
    menu.addAction(Theme::icon(u"copy"_s), tr("Copy &name"), this, [this, id] { copyName(id); })->setObjectName(u"agentCopyName"_s);
}

} // namespace desk
