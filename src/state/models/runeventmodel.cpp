#include "state/models/runeventmodel.h"

#include "state/runstore.h"

#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace desk {

RunEventModel::RunEventModel(RunStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    connect(&store, &RunStore::runEventsAppended, this, &RunEventModel::onAppended);
    connect(&store, &RunStore::runsChanged, this, [this] {
        if (m_count == 0 || m_store.find(m_id))
            return;
        beginResetModel(); // the run is gone with its workspace
        m_count = 0;
        m_looked = {};
        endResetModel();
    });
}

const QList<RunEvent> &RunEventModel::events() const
{
    static const QList<RunEvent> none;
    const Run *run = m_store.find(m_id);
    return run ? run->events : none;
}

void RunEventModel::setRun(const RunId &id)
{
    if (m_id == id)
        return;
    beginResetModel(); // another run is another timeline, not a change of this one
    m_id = id;
    m_looked = {};
    m_count = static_cast<int>(events().size());
    endResetModel();
}

int RunEventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant RunEventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QList<RunEvent> &all = events();
    if (index.row() >= all.size())
        return {};
    const RunEvent &event = all.at(index.row());
    switch (role) {
    case TypeRole:
        return event.type;
    case Qt::DisplayRole:
    case TitleRole:
        return title(event, dataOf(index.row(), event));
    case DetailRole:
        return detail(event, dataOf(index.row(), event));
    case TimeRole:
        return event.timestamp;
    case OffsetRole:
        return all.first().timestamp.msecsTo(event.timestamp);
    case FailedRole:
        return !event.error.isEmpty() || event.type.endsWith("failed"_L1) || event.type == "error"_L1 || event.type == "timeout"_L1 ||
               !dataOf(index.row(), event).value("success"_L1).toBool(true);
    case Qt::AccessibleTextRole: {
        const QString time = QLocale().toString(event.timestamp.toLocalTime().time(), QLocale::ShortFormat);
        const QJsonObject data = dataOf(index.row(), event);
        const QString more = detail(event, data);
        return more.isEmpty() ? tr("%1, %2", "time, event").arg(time, title(event, data))
                              : tr("%1, %2: %3", "time, event, detail").arg(time, title(event, data), more);
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> RunEventModel::roleNames() const
{
    return {{TypeRole, "type"}, {TitleRole, "title"}, {DetailRole, "detail"}, {TimeRole, "time"}, {OffsetRole, "offset"}};
}

void RunEventModel::onAppended(const RunId &id, int first, int last)
{
    if (id != m_id || first != m_count)
        return;
    beginInsertRows({}, first, last);
    m_count = last + 1;
    endInsertRows();
}

QJsonObject RunEventModel::dataOf(int row, const RunEvent &event) const
{
    if (m_looked.row != row)
        m_looked = {row, event.data.value()};
    return m_looked.data;
}

QString RunEventModel::title(const RunEvent &event, const QJsonObject &data)
{
    const QString tool = data.value("tool_name"_L1).toString(data.value("tool"_L1).toString());
    if (event.type == "tool_start"_L1)
        return tr("Tool %1 started").arg(tool);
    if (event.type == "tool_result"_L1)
        return tr("Tool %1 finished").arg(tool);
    static const QHash<QString, QString> titles{
        {u"created"_s, tr("Created")},
        {u"run_created"_s, tr("Created")},
        {u"routing_decision"_s, tr("Agent chosen")},
        {u"routing"_s, tr("Agent chosen")},
        {u"thought"_s, tr("Thought")},
        {u"plan"_s, tr("Plan made")},
        {u"execution_started"_s, tr("Started")},
        {u"agent_loaded"_s, tr("Agent loaded")},
        {u"execution_completed"_s, tr("Answer finished")},
        {u"completed"_s, tr("Completed")},
        {u"complete"_s, tr("Completed")},
        {u"message_complete"_s, tr("Answer stored")},
        {u"execution_failed"_s, tr("Failed")},
        {u"failed"_s, tr("Failed")},
        {u"error"_s, tr("Failed")},
        {u"timeout"_s, tr("Timed out")},
        {u"cancelled"_s, tr("Stopped")},
        {u"interrupted"_s, tr("Interrupted")},
        {u"token_exchange_started"_s, tr("Access requested")},
        {u"token_exchange_completed"_s, tr("Access granted")},
        {u"token_exchange_skipped"_s, tr("Access not needed")},
        {u"provenance"_s, tr("Evidence recorded")},
        {u"setup_failed"_s, tr("Could not start")},
        {u"step_started"_s, tr("Step started")},
        {u"step_completed"_s, tr("Step finished")},
        {u"step_failed"_s, tr("Step failed")},
    };
    const auto known = titles.constFind(event.type);
    if (known != titles.constEnd())
        return *known;
    QString words = event.type; // a kind this version does not know: readable, not raw
    return words.replace(u'_', u' ');
}

QString RunEventModel::detail(const RunEvent &event, const QJsonObject &data)
{
    if (!event.error.isEmpty())
        return event.error;
    for (const auto key : {"title"_L1, "message"_L1, "reasoning"_L1, "summary"_L1, "error"_L1, "agent"_L1}) {
        const QString text = data.value(key).toString();
        if (!text.isEmpty())
            return text.simplified();
    }
    return {};
}

} // namespace desk
