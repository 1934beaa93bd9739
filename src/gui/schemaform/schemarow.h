#pragma once

#include "gui/schemaform/schemafield.h"

class QHBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace desk {

class PlainLabel;
class RemarkLabel;

// A row of a form: the name of a value, the field to change it, and below it help, remarks and problems.
class SchemaRow : public QWidget
{
    Q_OBJECT
public:
    // `depth`: of its field. The field comes with the first setValue().
    SchemaRow(const QString &key, const wire::JsonSchema &schema, SchemaNeed need, int depth, QWidget *parent);

    [[nodiscard]] const QString &key() const { return m_key; }
    [[nodiscard]] const QString &title() const { return m_title; }
    void setTitle(const QString &title); // instead of the schema's
    void addTool(QToolButton *button);   // beside the name
    void setValue(const SchemaField::Value &value);
    [[nodiscard]] SchemaField::Value value() const { return m_field->value(); }
    [[nodiscard]] bool hasFault() const { return m_field->hasFault(); }
    void showProblems(const SchemaField::Problems &problems, const QString &pointer); // of all; pointer: of this value
    void addStops(QList<QWidget *> &stops) const;
    [[nodiscard]] QWidget *control() const { return m_field->control(); }

Q_SIGNALS:
    void changed();
    void remade();

private:
    void remake(const SchemaField::Value &value);
    void takeOut();
    void showState();
    [[nodiscard]] QString ownProblem(const SchemaField::Problems &problems, const QString &pointer) const;

    QString m_key;
    wire::JsonSchema m_schema;
    SchemaNeed m_need;
    int m_depth;
    QString m_title;
    PlainLabel *m_label;
    QHBoxLayout *m_head;
    QVBoxLayout *m_box;
    QList<QToolButton *> m_tools;
    QToolButton *m_clear = nullptr; // only of what may be left out
    SchemaField *m_field = nullptr;
    bool m_isFallback = false; // the value is of a kind that the schema's own field does not take
    RemarkLabel *m_help;
    RemarkLabel *m_remarks;
    RemarkLabel *m_problem;
};

} // namespace desk
