#pragma once

#include "gui/schemaform/schemafield.h"

class QLineEdit;
class QPlainTextEdit;

namespace desk {

// A text: one line, or several where the schema asks for them. Emptied by hand it is not given; an item of a list is an empty text then.
class SchemaTextField : public SchemaField
{
    Q_OBJECT
public:
    SchemaTextField(const wire::SchemaFacts &facts, SchemaNeed need, bool hasLines, QWidget *parent);

    [[nodiscard]] bool takes(const wire::JsonNode &value) const override;
    void setValue(const Value &value) override;
    [[nodiscard]] Value value() const override;
    void setNames(const QString &name, const QString &description) override;
    void addStops(QList<QWidget *> &stops) const override { stops.append(control()); }
    [[nodiscard]] QWidget *control() const override;

private:
    void takeEdit();
    void showPlaceholder();
    [[nodiscard]] QString text() const;

    SchemaNeed m_need;
    QLineEdit *m_line = nullptr; // one of both
    QPlainTextEdit *m_lines = nullptr;
    Value m_value;
    bool m_isSetting = false;
};

} // namespace desk
