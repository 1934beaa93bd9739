#pragma once

#include "gui/schemaform/schemafield.h"

class QComboBox;

namespace desk {

// One of a few values, or none: enum, const, yes or no.
class SchemaChoiceField : public SchemaField
{
    Q_OBJECT
public:
    SchemaChoiceField(const QList<wire::JsonNode> &choices, SchemaNeed need, QWidget *parent);

    [[nodiscard]] bool takes(const wire::JsonNode &value) const override;
    void setValue(const Value &value) override;
    [[nodiscard]] Value value() const override { return m_value; }
    void setNames(const QString &name, const QString &description) override;
    void addStops(QList<QWidget *> &stops) const override;
    [[nodiscard]] QWidget *control() const override;

private:
    void choose();
    [[nodiscard]] qsizetype placeOf(const wire::JsonNode &value) const; // -1: none of them

    QList<wire::JsonNode> m_choices;
    QComboBox *m_combo;
    int m_before = 0; // entries in front of the choices: "Not given"
    Value m_value;
};

// A value in a line of a list or a remark: text as it is, all else as JSON.
[[nodiscard]] QString schemaValueText(const wire::JsonNode &value);

} // namespace desk
