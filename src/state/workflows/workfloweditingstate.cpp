// What survives a restart.
#include "state/workflows/edithistory.h"
#include "state/workflows/workflowediting.h"
#include "state/workflows/workflowgraph.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto formatWord = "workflow-editing"_L1;
constexpr int formatVersion = 1;

QString sumOf(QJsonObject state)
{
    state.remove("sum"_L1);
    const QByteArray text = QJsonDocument(state).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

GraphEdit notesEdit(const QList<GraphNote> &notes)
{
    GraphEdit edit;
    edit.kind = GraphEdit::Kind::Notes;
    edit.notes = notes;
    return edit;
}

bool applyAll(WorkflowGraph &graph, const QList<GraphEdit> &edits)
{
    return std::all_of(edits.begin(), edits.end(), [&graph](const GraphEdit &edit) {
        const bool does = graph.fits(edit);
        if (does)
            graph.apply(edit);
        return does;
    });
}

// Goes all the way back and forth on a graph nobody sees: what is restored can be undone and done again to the last.
bool leadsThroughAll(WorkflowGraph &graph, const EditHistory &history)
{
    const QJsonObject definition = graph.definition();
    const QList<GraphNote> notes = graph.notes();
    const QList<EditEntry> entries = history.entries();
    for (qsizetype i = history.done() - 1; i >= 0; --i) {
        if (!applyAll(graph, entries.at(i).backward))
            return false;
    }
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (i == history.done() && (graph.definition() != definition || graph.notes() != notes))
            return false;
        if (!applyAll(graph, entries.at(i).forward))
            return false;
    }
    return history.done() < entries.size() || (graph.definition() == definition && graph.notes() == notes);
}

} // namespace

QJsonObject WorkflowEditing::state() const
{
    QJsonObject out{{u"format"_s, QString(formatWord)},      {u"version"_s, formatVersion},         {u"definition"_s, m_graph.definition()},
                    {u"identities"_s, m_graph.identities()}, {u"notes"_s, toJson(m_graph.notes())}, {u"history"_s, m_history->toJson()}};
    out.insert("sum"_L1, sumOf(out));
    return out;
}

bool WorkflowEditing::restore(const QJsonObject &state)
{
    const bool isOurs = state.value("format"_L1) == formatWord && state.value("version"_L1).toInt() == formatVersion;
    if (!isOurs || !state.value("definition"_L1).isObject() || state.value("sum"_L1).toString() != sumOf(state))
        return false;
    const QJsonObject definition = state.value("definition"_L1).toObject();
    const QJsonObject identities = state.value("identities"_L1).toObject();
    const std::optional<QList<GraphNote>> notes = notesFromJson(state.value("notes"_L1).toArray());
    const std::optional<EditHistory> history = EditHistory::fromJson(state.value("history"_L1));
    WorkflowGraph tried;
    if (!notes || !history || !tried.restore(definition, identities))
        return false;
    tried.apply(notesEdit(*notes));
    if (!leadsThroughAll(tried, *history) || static_cast<qint64>(tried.newId()) != identities.value("next"_L1).toInteger())
        return false;
    m_isRestoring = true;
    m_graph.restore(definition, identities);
    m_graph.apply(notesEdit(*notes));
    m_isRestoring = false;
    *m_history = *history;
    Q_EMIT changed();
    Q_EMIT historyChanged();
    return true;
}

} // namespace desk
