#include "state/models/llmlistmodel.h"

#include "state/llm/modelcatalog.h"

#include <QLocale>
#include <QSet>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const CatalogModel &model)
{
    return model.provider + u'\n' + model.id;
}

} // namespace

LlmListModel::LlmListModel(ModelCatalog &catalog, QObject *parent)
    : DiffModel(parent)
    , m_catalog(catalog)
{
    connect(&catalog, &ModelCatalog::modelsChanged, this, &LlmListModel::update);
    update();
}

int LlmListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString LlmListModel::contextText(int tokens)
{
    return tr("context of %n token(s)", nullptr, tokens);
}

QString LlmListModel::summaryOf(const CatalogModel &model)
{
    QStringList parts;
    if (!model.provider.isEmpty())
        parts << model.provider;
    if (!model.isSetUp)
        parts << tr("not set up");
    if (!model.purposes.isEmpty())
        parts << tr("for %1", "purposes of a language model").arg(QLocale().createSeparatedList(model.purposes));
    if (model.contextWindow)
        parts << contextText(*model.contextWindow);
    if (!model.users.isEmpty())
        parts << tr("used by %n agent(s)", nullptr, static_cast<int>(model.users.size()));
    if (!model.description.isEmpty())
        parts << model.description;
    return parts.join(u" \u00b7 "_s);
}

QVariant LlmListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CatalogModel &model = m_rows.at(index.row());
    switch (role) {
    case KeyRole:
        return keyOf(model);
    case Qt::DisplayRole:
    case NameRole:
        return model.id;
    case ProviderRole:
        return model.provider;
    case DescriptionRole:
        return model.description;
    case UsersRole:
        return static_cast<int>(model.users.size());
    case SetUpRole:
        return model.isSetUp;
    case SummaryRole:
        return summaryOf(model);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "language model: what it is").arg(model.id, summaryOf(model));
    default:
        return {};
    }
}

QHash<int, QByteArray> LlmListModel::roleNames() const
{
    return {{KeyRole, "key"},     {NameRole, "name"},     {ProviderRole, "provider"}, {DescriptionRole, "description"},
            {UsersRole, "users"}, {SetUpRole, "isSetUp"}, {SummaryRole, "summary"}};
}

const CatalogModel *LlmListModel::modelAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? &m_rows.at(index.row()) : nullptr;
}

QModelIndex LlmListModel::indexOf(const QString &key) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (keyOf(m_rows.at(i)) == key)
            return index(static_cast<int>(i));
    }
    return {};
}

// A gateway may have several routes of one name: people see one.
void LlmListModel::update()
{
    QList<CatalogModel> next;
    QSet<QString> seen;
    for (const CatalogModel &model : m_catalog.models()) {
        const qsizetype before = seen.size();
        seen.insert(keyOf(model));
        if (seen.size() > before)
            next.append(model);
    }
    applyRows(m_rows, next, keyOf, [](const CatalogModel &a, const CatalogModel &b) { return a == b; });
}

} // namespace desk
