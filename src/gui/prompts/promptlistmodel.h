#pragma once

#include "state/models/diffmodel.h"
#include "state/prompts/savedprompt.h"

#include <QAbstractListModel>

namespace desk {

class PromptStore;

// The prompts of the library, as the store has them in order.
class PromptListModel : public DiffModel<QAbstractListModel, SavedPrompt>
{
    Q_OBJECT
public:
    enum Roles { IdRole = Qt::UserRole + 1, TitleRole, AboutRole, TextRole, FolderRole, TagsRole };

    explicit PromptListModel(PromptStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;

private:
    void update();
    [[nodiscard]] QString about(const SavedPrompt &prompt) const;

    PromptStore &m_store;
    QList<SavedPrompt> m_rows;
};

} // namespace desk
