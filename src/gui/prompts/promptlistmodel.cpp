#include "gui/prompts/promptlistmodel.h"

#include "gui/text/textlimiter.h"
#include "state/prompts/promptstore.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace desk {

PromptListModel::PromptListModel(PromptStore &store, QObject *parent)
    : DiffModel(parent)
    , m_store(store)
{
    connect(&store, &PromptStore::changed, this, &PromptListModel::update);
    update();
}

void PromptListModel::update()
{
    applyRows(
        m_rows, m_store.prompts(), [](const SavedPrompt &prompt) { return prompt.id; },
        [](const SavedPrompt &a, const SavedPrompt &b) { return a == b; });
}

int PromptListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString PromptListModel::about(const SavedPrompt &prompt) const
{
    QStringList parts;
    if (!prompt.folder.isEmpty())
        parts.append(prompt.folder);
    if (!prompt.tags.isEmpty())
        parts.append(QLocale().createSeparatedList(prompt.tags));
    parts.append(prompt.used == 0 ? tr("not used yet") : tr("used %n times", nullptr, prompt.used));
    return displayLine(parts.join(u" \u00b7 "_s), 200);
}

QVariant PromptListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SavedPrompt &prompt = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return prompt.id;
    case TitleRole:
    case Qt::DisplayRole:
        return displayLine(prompt.title, 120);
    case AboutRole:
        return about(prompt);
    case TextRole:
        return prompt.text;
    case FolderRole:
        return prompt.folder;
    case TagsRole:
        return prompt.tags.join(u' ');
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "a prompt, where it is and how often it was used").arg(displayLine(prompt.title, 120), about(prompt));
    default:
        return {};
    }
}

QModelIndex PromptListModel::indexOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id)
            return index(static_cast<int>(i));
    }
    return {};
}

} // namespace desk
