#pragma once

#include "domain/tool.h"
#include "state/models/diffmodel.h"

#include <QAbstractListModel>

namespace desk {

class ToolStore;

enum class ToolCategory { Builtin, Custom, Mcp }; // where a tool comes from (TL-02)

// A tool of an MCP server carries the server's name in its JSON (local-server contract), or an entrypoint that begins with "mcp:". Pure.
[[nodiscard]] ToolCategory toolCategory(const Tool &tool);

// A tool, and how many agents use it.
struct ToolRow {
    Tool tool;
    int users = 0;
};

class ToolListModel : public DiffModel<QAbstractListModel, ToolRow>
{
    Q_OBJECT
public:
    enum Roles {
        IdRole = Qt::UserRole + 1,
        NameRole,
        DescriptionRole,
        EntrypointRole,
        CategoryRole, // int of ToolCategory
        ActiveRole,
        BuiltinRole,
        UsersRole,  // how many agents use it
        SummaryRole // category, state, use and description in one line, for people
    };

    explicit ToolListModel(ToolStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const Tool *toolAt(const QModelIndex &index) const; // valid until the next change
    [[nodiscard]] QModelIndex indexOf(const ToolId &id) const;
    [[nodiscard]] static QString categoryText(ToolCategory category);

private:
    [[nodiscard]] static QString summaryOf(const ToolRow &row);
    void update();

    ToolStore &m_store;
    QList<ToolRow> m_rows; // sorted by name
};

} // namespace desk
