#pragma once

#include "gui/schemaform/schemafield.h"

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace desk {

class RemarkLabel;
class SchemaRow;

// The items of a list: added, taken out and moved by buttons. `batch` of them at a time; those not shown are kept. Where the schema gives
// each place a meaning of its own, nothing is moved and only the last is taken out.
class SchemaArrayField : public SchemaField
{
    Q_OBJECT
public:
    static constexpr int batch = 50;

    SchemaArrayField(const wire::JsonSchema &schema, SchemaNeed need, int depth, QWidget *parent);

    [[nodiscard]] bool takes(const wire::JsonNode &value) const override { return value.isArray(); }
    void setValue(const Value &value) override;
    [[nodiscard]] Value value() const override;
    [[nodiscard]] bool hasFault() const override;
    [[nodiscard]] bool showsInside() const override { return true; }
    void showProblems(const Problems &problems, const QString &pointer) override;
    void setNames(const QString &name, const QString &description) override;
    void addStops(QList<QWidget *> &stops) const override;
    [[nodiscard]] QWidget *control() const override;

private:
    struct Item {
        SchemaRow *row = nullptr;
        QToolButton *up = nullptr;
        QToolButton *down = nullptr;
        QToolButton *remove = nullptr;
    };
    void showMore();
    void add();
    void append(const Value &value);
    void move(const SchemaRow *row, int by);
    void remove(const SchemaRow *row);
    void renumber();
    void tell(); // that a person changed it
    [[nodiscard]] qsizetype placeOf(const SchemaRow *row) const;
    [[nodiscard]] bool isTuple() const { return m_schema.facts().tupleSize > 0; }

    wire::JsonSchema m_schema;
    SchemaNeed m_need;
    int m_depth;
    bool m_isGiven = false;
    QList<Item> m_items;
    QList<wire::JsonNode> m_rest; // behind those shown
    QVBoxLayout *m_box;
    QPushButton *m_more;
    QPushButton *m_add;
    RemarkLabel *m_hidden; // problems of the rest
};

} // namespace desk
