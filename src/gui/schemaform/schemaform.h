#pragma once

#include "gui/schemaform/schemafield.h"

#include <QPointer>
#include <QScrollArea>

class QVBoxLayout;

namespace desk {

class RemarkLabel;

// A form made from a JSON schema (TL-11), for a value that is an object. Values that are not given are not sent; what the form does not
// show stays as it was. Problems stand beside their field as soon as there are any (TL-14).
class SchemaForm : public QScrollArea
{
    Q_OBJECT
public:
    explicit SchemaForm(const wire::JsonSchema &schema, QWidget *parent = nullptr);

    // Whether a form has more to offer than text.
    [[nodiscard]] static bool canShow(const wire::JsonSchema &schema);

    void setValue(const wire::JsonNode &value);                        // an object; tells nobody
    [[nodiscard]] wire::JsonNode value() const;                        // while hasFault(): without what is faulty
    [[nodiscard]] bool hasFault() const { return m_root->hasFault(); } // something was typed that is no value yet
    [[nodiscard]] int problemCount() const { return m_problems; }
    void focusFirst(); // the first field
    // Makes Tab go through the fields in their order, and behind `before`, which it starts from. Done again when fields come and go.
    void setTabStart(QWidget *before);

Q_SIGNALS:
    void changed(); // by a person, and checked

private:
    void remakeRoot(const SchemaField::Value &value);
    void check();
    void orderTabs();

    wire::JsonSchema m_schema;
    QWidget *m_page;
    QVBoxLayout *m_box;
    SchemaField *m_root = nullptr;
    RemarkLabel *m_problem; // of the whole
    QPointer<QWidget> m_before;
    int m_problems = 0;
};

} // namespace desk
