#pragma once

#include "gui/schemaform/schemafield.h"

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace desk {

class RemarkLabel;
class SchemaRow;

// The members of an object, one row each; below the outermost they fold. Rows come into being when they are unfolded, `batch` at a time.
// Members that the schema does not name, and the order of all, stay as they were.
class SchemaObjectField : public SchemaField
{
    Q_OBJECT
public:
    static constexpr int batch = 200;

    // depth 0: the outermost, which does not fold.
    SchemaObjectField(const wire::JsonSchema &schema, SchemaNeed need, int depth, QWidget *parent);

    [[nodiscard]] bool takes(const wire::JsonNode &value) const override { return value.isObject(); }
    void setValue(const Value &value) override;
    [[nodiscard]] Value value() const override { return m_value; }
    [[nodiscard]] bool hasFault() const override;
    [[nodiscard]] bool showsInside() const override { return true; }
    void showProblems(const Problems &problems, const QString &pointer) override;
    void setNames(const QString &name, const QString &description) override;
    void addStops(QList<QWidget *> &stops) const override;
    [[nodiscard]] QWidget *control() const override;

private:
    void setOpen(bool isOpen);
    void unfold(bool isOpen); // by a person
    void addRows();
    void showMore();
    void takeRow(SchemaRow *row);
    void put(const QString &key, const wire::JsonNode &value);
    void showOthers();
    [[nodiscard]] Value memberOf(const QString &key) const;

    wire::JsonSchema m_schema;
    SchemaNeed m_need;
    int m_depth;
    Value m_value;
    Value m_loaded; // as it was given: the order, and whether it was
    QList<SchemaRow *> m_rows;
    QToolButton *m_fold = nullptr;
    QWidget *m_body;
    QVBoxLayout *m_box;
    QPushButton *m_more;
    RemarkLabel *m_others;
    RemarkLabel *m_problems; // that belong to no row
    Problems m_shown;
    QString m_pointer;
};

} // namespace desk
