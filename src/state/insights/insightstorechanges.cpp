// Adding, editing, removing, learning. Reading is in insightstore.cpp.
#include "state/insights/insightstore.h"

#include "api/apiclient.h"
#include "api/endpoints/chatapi.h"
#include "api/endpoints/insightsapi.h"
#include "state/batch.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace desk {

Insight InsightStore::edited(Insight insight, const Edit &edit)
{
    insight.content = edit.content.value_or(insight.content);
    insight.category = edit.category.value_or(insight.category);
    return insight;
}

InsightStore::Edit InsightStore::merged(const Edit &earlier, const Edit &later)
{
    return {later.content ? later.content : earlier.content, later.category ? later.category : earlier.category};
}

void InsightStore::add(const QList<Insight> &insights)
{
    QList<Insight> sent = insights;
    for (qsizetype i = sent.size() - 1; i >= 0; --i) {
        Insight &insight = sent[i];
        insight.id = InsightId(QUuid::createUuid().toString(QUuid::WithoutBraces));
        insight.raw = {};
        m_adding.insert(insight.id);
        count(insight, 1);
        if (m_query.isEmpty() && isShown(insight))
            m_rows.prepend({insight, 100, true, false});
    }
    if (sent.isEmpty())
        return;
    Q_EMIT insightsChanged();
    Q_EMIT countsChanged();
    m_api.insights().add(sent)->then(this, [this, sent, generation = m_generation](const Result<int> &answer) {
        if (generation == m_generation)
            takeAdded(sent, answer);
    });
}

void InsightStore::takeAdded(const QList<Insight> &insights, const Result<int> &answer)
{
    QSet<InsightId> ids;
    for (const Insight &insight : insights) {
        ids.insert(insight.id);
        m_adding.remove(insight.id);
    }
    if (answer) {
        for (const InsightId &id : std::as_const(ids)) {
            if (InsightRow *row = findMutable(id)) {
                row->pending = false;
                Q_EMIT insightChanged(id);
            }
        }
        Q_EMIT added(*answer);
        reload(); // the server may know it already, and gives its own date
        return;
    }
    for (const Insight &insight : insights)
        count(insight, -1);
    m_rows.removeIf([&ids](const InsightRow &row) { return ids.contains(row.insight.id); });
    Q_EMIT insightsChanged();
    Q_EMIT countsChanged();
    if (answer.error().kind == Error::Kind::Forbidden && !std::exchange(m_readOnly, true))
        Q_EMIT availabilityChanged();
    Q_EMIT addFailed(insights, withoutAlarm(answer.error()));
    if (answer.error().outcomeUnknown)
        reload();
}

bool InsightStore::canChange(const InsightId &id) const
{
    return find(id) && !m_adding.contains(id);
}

void InsightStore::update(const Insight &after)
{
    const InsightRow *known = find(after.id);
    if (!known || !canChange(after.id))
        return;
    const Insight before = known->insight;
    Edit edit;
    if (after.content != before.content)
        edit.content = after.content;
    if (after.category != before.category)
        edit.category = after.category;
    if (!edit.content && !edit.category)
        return;
    const std::optional<Edits::Request> request = m_edits.edit(before.id, before, edit);
    InsightRow row = *known;
    row.insight = edited(before, edit);
    row.pending = true;
    show(row);
    if (request)
        sendEdit(before.id, *request);
}

void InsightStore::sendEdit(const InsightId &id, const Edits::Request &request)
{
    m_api.insights()
        .update(request.before, request.after)
        ->then(this, [this, id, request, generation = m_generation](const Result<> &answer) {
            if (generation != m_generation || !m_edits.isAwaited(id, request.ticket))
                return;
            settle(id, answer ? request.after : request.before);
            if (answer)
                return;
            const Insight lost = request.after;
            const InsightRow *row = find(id);
            const Edit edit{lost.content != request.before.content ? std::optional(lost.content) : std::nullopt,
                            lost.category != request.before.category ? std::optional(lost.category) : std::nullopt};
            Q_EMIT updateFailed(row ? edited(row->insight, edit) : lost, withoutAlarm(answer.error()));
            if (answer.error().outcomeUnknown || answer.error().kind == Error::Kind::NotFound)
                reload();
        });
}

void InsightStore::settle(const InsightId &id, const Insight &base)
{
    const std::optional<Edits::Request> next = m_edits.settle(id, base);
    for (InsightHit &hit : m_hits) {
        if (hit.insight.id == id)
            hit.insight = base;
    }
    if (const InsightRow *known = find(id)) {
        InsightRow row = *known;
        row.insight = m_edits.shown(id, base);
        row.pending = next.has_value();
        show(row);
    }
    if (next) {
        sendEdit(id, *next);
    } else if (!isShown(base)) {
        m_rows.removeIf([&id](const InsightRow &row) { return row.insight.id == id; }); // it is of another category now
        m_nextOffset = std::max<qsizetype>(0, m_nextOffset - 1);
        Q_EMIT insightsChanged();
    }
}

void InsightStore::show(const InsightRow &row)
{
    InsightRow *known = findMutable(row.insight.id);
    if (!known)
        return;
    if (known->insight.category != row.insight.category) {
        count(known->insight, -1);
        count(row.insight, 1);
        Q_EMIT countsChanged();
    }
    *known = row;
    Q_EMIT insightChanged(row.insight.id);
}

void InsightStore::count(const Insight &insight, int by)
{
    if (!m_conversation.isEmpty() && insight.conversationId != m_conversation)
        return;
    int &number = m_counts[insight.category.wire()];
    number = std::max(0, number + by);
}

QList<InsightStore::Taken> InsightStore::takeOut(const std::function<bool(const Insight &)> &goes)
{
    QList<Taken> taken;
    QList<InsightRow> left;
    left.reserve(m_rows.size());
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const InsightRow &row = m_rows.at(i);
        if (m_adding.contains(row.insight.id) || !goes(row.insight)) {
            left.append(row);
            continue;
        }
        taken.append({row, i});
        m_removing.insert(row.insight.id);
        count(row.insight, -1);
    }
    m_rows = std::move(left);
    if (!taken.isEmpty()) {
        Q_EMIT insightsChanged();
        Q_EMIT countsChanged();
    }
    return taken;
}

void InsightStore::putBack(const QList<Taken> &taken)
{
    for (const Taken &one : taken) { // in the order of their places
        m_removing.remove(one.row.insight.id);
        count(one.row.insight, 1);
        if (isShown(one.row.insight) && !find(one.row.insight.id))
            m_rows.insert(std::min(one.position, m_rows.size()), one.row);
    }
    if (!taken.isEmpty()) {
        Q_EMIT insightsChanged();
        Q_EMIT countsChanged();
    }
}

void InsightStore::remove(const QList<InsightId> &ids)
{
    const QSet<InsightId> wanted(ids.cbegin(), ids.cend());
    const QList<Taken> taken = takeOut([&wanted](const Insight &insight) { return wanted.contains(insight.id); });
    if (taken.isEmpty())
        return;
    auto *batch = new Batch(this);
    m_batches.append(batch);
    for (const Taken &one : taken) {
        m_edits.forget(one.row.insight.id);
        batch->add<void>(one.row.insight.id.value(), [this, id = one.row.insight.id] { return m_api.insights().remove(id); });
    }
    connect(batch, &Batch::finished, this, [this, batch, taken] { takeRemoved(batch, taken); });
    batch->start();
}

void InsightStore::takeRemoved(Batch *batch, const QList<Taken> &taken)
{
    QHash<QString, Error> failures;
    for (const Batch::Failure &failure : batch->failures()) {
        if (failure.error.kind != Error::Kind::NotFound) // else it was gone before
            failures.insert(failure.item, failure.error);
    }
    m_batches.removeOne(batch);
    batch->deleteLater();
    QList<Insight> gone;
    QList<Insight> kept;
    QList<Taken> back;
    for (const Taken &one : taken) {
        if (failures.contains(one.row.insight.id.value())) {
            back.append(one);
            kept.append(one.row.insight);
        } else {
            gone.append(one.row.insight);
        }
    }
    m_hits.removeIf([&gone](const InsightHit &hit) {
        return std::any_of(gone.cbegin(), gone.cend(), [&hit](const Insight &insight) { return insight.id == hit.insight.id; });
    });
    m_nextOffset = std::max<qsizetype>(0, m_nextOffset - gone.size());
    m_shifted = m_loading && !gone.isEmpty();
    putBack(back);
    if (!gone.isEmpty())
        Q_EMIT removed(gone);
    if (!kept.isEmpty())
        Q_EMIT removeFailed(kept, withoutAlarm(failures.value(kept.constFirst().id.value())));
    if (m_rows.size() < pageSize)
        loadMore();
}

void InsightStore::removeOf(const ConversationId &conversation)
{
    const QList<Taken> taken = takeOut([&conversation](const Insight &insight) { return insight.conversationId == conversation; });
    m_api.insights().removeOf(conversation)->then(this, [this, conversation, taken, generation = m_generation](const Result<> &answer) {
        if (generation != m_generation)
            return;
        if (answer) {
            Q_EMIT conversationForgotten(conversation);
        } else {
            putBack(taken);
            Q_EMIT failed(withoutAlarm(answer.error()));
        }
        reload(); // there were more than the loaded ones
    });
}

void InsightStore::generate(const ConversationId &conversation)
{
    if (m_generating)
        return;
    m_generating = true;
    Q_EMIT generatingChanged();
    m_api.chat().generateInsights(conversation)->then(this, [this, generation = m_generation](const Result<InsightGeneration> &answer) {
        if (generation != m_generation)
            return;
        m_generating = false;
        Q_EMIT generatingChanged();
        if (answer) {
            QSet<InsightId> known;
            for (const InsightRow &row : std::as_const(m_rows))
                known.insert(row.insight.id);
            if (m_loaded && m_query.isEmpty())
                m_knownBefore = known;
            Q_EMIT generated(*answer);
            reload();
            return;
        }
        Error error = withoutAlarm(answer.error());
        if (error.kind == Error::Kind::Forbidden && !std::exchange(m_readOnly, true))
            Q_EMIT availabilityChanged();
        if (error.kind == Error::Kind::Invalid) {
            error.message = tr("There is nothing to learn from yet: the conversation has no question with an answer.");
            error.nextStep.clear();
        }
        Q_EMIT failed(error);
    });
}

} // namespace desk
