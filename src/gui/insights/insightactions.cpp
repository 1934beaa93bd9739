#include "gui/insights/insightactions.h"

#include "gui/dialogs.h"
#include "gui/insights/insightdialog.h"
#include "gui/insights/undobar.h"
#include "gui/text/textlimiter.h"
#include "gui/widgets/errorbanner.h"
#include "state/atomicfile.h"
#include "state/insights/insightexport.h"
#include "state/insights/insightstore.h"
#include "state/workspace.h"

#include <QDir>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

InsightActions::InsightActions(InsightStore &store, Workspace &workspace, Dialogs &dialogs, const Place &place, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_workspace(workspace)
    , m_dialogs(dialogs)
    , m_place(place)
{
    connectStore();
}

void InsightActions::connectStore()
{
    connect(&m_store, &InsightStore::failed, this, [this](const Error &error) {
        m_exportPath.clear();
        showFailure(error, tr("Try again"), [this] { m_store.refresh(); });
    });
    connect(&m_store, &InsightStore::addFailed, this, [this](const QList<Insight> &lost, const Error &error) {
        showFailure(error, tr("Add again"), [this, lost] { m_store.add(lost); });
    });
    connect(&m_store, &InsightStore::updateFailed, this, [this](const Insight &edited, const Error &error) {
        showFailure(error, tr("Save again"), [this, edited] { m_store.update(edited); });
    });
    connect(&m_store, &InsightStore::removeFailed, this, [this](const QList<Insight> &kept, const Error &error) {
        QList<InsightId> ids;
        for (const Insight &insight : kept)
            ids.append(insight.id);
        showFailure(error, tr("Delete again"), [this, ids] { m_store.remove(ids); });
    });
    connect(&m_store, &InsightStore::removed, this, &InsightActions::onRemoved);
    connect(&m_store, &InsightStore::generated, this, &InsightActions::onGenerated);
    connect(&m_store, &InsightStore::collected, this, &InsightActions::save);
    connect(&m_store, &InsightStore::conversationForgotten, this,
            [this] { m_place.undo.offer(tr("What was learned from this conversation is forgotten."), {}); });
    connect(&m_store, &InsightStore::added, this, [this](int count) {
        m_place.banner.clear();
        if (count == 0)
            m_place.undo.offer(tr("The server knew that already."), {});
    });
}

void InsightActions::showFailure(const Error &error, const QString &actionText, const std::function<void()> &action)
{
    if (error.kind == Error::Kind::Unauthorized && m_workspace.asksForSignIn())
        return; // the window says so
    if (error.kind == Error::Kind::Forbidden)
        m_place.banner.showError(error); // again would be refused again
    else
        m_place.banner.showError(error, actionText, action);
}

void InsightActions::add(const ConversationId &conversation)
{
    Insight insight;
    insight.category = m_store.category().wire().isEmpty() ? InsightCategory::Preference : m_store.category();
    insight.conversationId = conversation;
    auto *dialog = new InsightDialog(insight, &m_place.window);
    connect(dialog, &InsightDialog::saved, this, [this](const Insight &written) { m_store.add({written}); });
    dialog->open();
}

void InsightActions::edit(const InsightId &id)
{
    const InsightRow *row = m_store.find(id);
    if (!row || !m_store.canChange(id))
        return;
    auto *dialog = new InsightDialog(row->insight, &m_place.window);
    connect(dialog, &InsightDialog::saved, this, [this](const Insight &written) { m_store.update(written); });
    dialog->open();
}

void InsightActions::remove(const QList<InsightId> &ids)
{
    if (ids.size() <= 1) {
        m_store.remove(ids);
        return;
    }
    m_dialogs.confirm(&m_place.window, tr("Delete %n insight(s)?", nullptr, static_cast<int>(ids.size())),
                      tr("The agents no longer know them in later conversations."), tr("Delete"), [self = QPointer(this), ids] {
                          if (self)
                              self->m_store.remove(ids);
                      });
}

void InsightActions::forget(const ConversationId &conversation, const QString &title)
{
    const QString name = title.isEmpty() ? tr("Conversation") : displayLine(title, 80);
    m_dialogs.confirm(&m_place.window, tr("Forget what was learned here?"),
                      tr("All insights from “%1” are deleted, also those that are not loaded. This cannot be undone.").arg(name),
                      tr("Delete all"), [self = QPointer(this), conversation] {
                          if (self)
                              self->m_store.removeOf(conversation);
                      });
}

void InsightActions::onRemoved(const QList<Insight> &gone)
{
    m_place.banner.clear();
    m_place.undo.offer(
        tr("%n insight(s) deleted. Undo adds the text again, with today’s date.", nullptr, static_cast<int>(gone.size())),
        m_store.isReadOnly() ? std::function<void()>() : [this, gone] { m_store.add(gone); });
}

void InsightActions::onGenerated(const InsightGeneration &generation)
{
    m_place.banner.clear();
    m_place.undo.offer(tr("Learned from this conversation: %1 new, %2 known before.", "numbers of insights")
                           .arg(generation.generated)
                           .arg(generation.existing),
                       {});
}

void InsightActions::exportTo(Format format)
{
    const QString name = format == Format::Markdown ? tr("insights.md", "name of a file") : tr("insights.json", "name of a file");
    m_dialogs.saveFile(&m_place.window, tr("Export insights"), name, [self = QPointer(this), format](const QString &path) {
        if (!self)
            return;
        self->m_format = format;
        self->m_exportPath = path;
        self->m_store.collect();
    });
}

void InsightActions::save(const QList<Insight> &all)
{
    const QString path = std::exchange(m_exportPath, {});
    if (path.isEmpty())
        return;
    const Result<> written = AtomicFile::replace(path, m_format == Format::Markdown ? insightsAsMarkdown(all) : insightsAsJson(all));
    if (written) {
        m_place.undo.offer(tr("%n insight(s) exported.", nullptr, static_cast<int>(all.size())), {});
        return;
    }
    Error error;
    error.kind = Error::Kind::Storage;
    error.message = tr("The insights could not be saved in “%1”.").arg(QDir::toNativeSeparators(path));
    error.nextStep = tr("Choose another folder, or make room there.");
    error.detail = written.error().detail;
    m_place.banner.showError(error);
}

QString InsightActions::whyNone(const InsightStore &store)
{
    switch (store.availability()) {
    case InsightStore::Availability::Missing:
        return tr("This server keeps no insights.");
    case InsightStore::Availability::SwitchedOff:
        return tr("Insights are switched off by the administrator of the server.");
    case InsightStore::Availability::Unknown:
    case InsightStore::Availability::Available:
        break;
    }
    return {};
}

} // namespace desk
