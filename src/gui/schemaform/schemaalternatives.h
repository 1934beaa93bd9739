#pragma once

#include "gui/schemaform/schemafield.h"

class QComboBox;
class QVBoxLayout;

namespace desk {

// A value that may be one of several things: oneOf, anyOf, or a list of types. What was written for one is there again when one comes
// back to it.
class SchemaAlternatives : public SchemaField
{
    Q_OBJECT
public:
    struct Entry {
        QString title; // safe to show
        wire::JsonSchema schema;
        Value left = {}; // what it was when another was chosen
    };

    [[nodiscard]] static QList<Entry> ofGroup(const wire::JsonSchema &schema); // its only one
    [[nodiscard]] static QList<Entry> ofKinds(const wire::JsonSchema &schema, wire::JsonTypes kinds);

    SchemaAlternatives(const QList<Entry> &entries, SchemaNeed need, int depth, QWidget *parent);

    [[nodiscard]] bool takes(const wire::JsonNode &value) const override;
    void setValue(const Value &value) override;
    [[nodiscard]] Value value() const override;
    [[nodiscard]] QString fault() const override;
    [[nodiscard]] bool hasFault() const override;
    [[nodiscard]] bool showsInside() const override { return m_field != nullptr && m_field->showsInside(); }
    void showProblems(const Problems &problems, const QString &pointer) override;
    void setNames(const QString &name, const QString &description) override;
    void addStops(QList<QWidget *> &stops) const override;
    [[nodiscard]] QWidget *control() const override;

private:
    void choose();
    void showEntry(int entry, const Value &value); // -1: none
    [[nodiscard]] int entryOf(const wire::JsonNode &value) const;

    QList<Entry> m_entries;
    int m_depth;
    int m_before; // entries in front: "Not given"
    int m_entry = -1;
    QComboBox *m_combo;
    QVBoxLayout *m_box;
    SchemaField *m_field = nullptr;
    QString m_name;
    QString m_description;
};

} // namespace desk
