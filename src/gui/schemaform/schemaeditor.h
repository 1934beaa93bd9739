#pragma once

#include "wire/json/jsonschema.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace desk {

class SchemaForm;

// An object to be written: as JSON text, and where its schema is known as a form (TL-11, TL-12). Either keeps what the other has, to the
// letter where nothing was changed. Invalid text stays in the JSON view; the form is there again when it is valid.
class SchemaEditor : public QWidget
{
    Q_OBJECT
public:
    enum class View { Json, Form };

    explicit SchemaEditor(QWidget *parent = nullptr);

    // In whatever order. A schema that gives no form leaves the text alone. The form comes up by itself unless somebody has
    // typed in the text.
    void setText(const QString &json);
    void setSchema(const wire::JsonSchema &schema);
    void startNew(); // what the schema begins with: defaults and constants

    [[nodiscard]] View view() const;
    bool showView(View view); // false: it is not there, or what was typed would be lost
    [[nodiscard]] bool hasForm() const { return m_schema.has_value(); }
    [[nodiscard]] bool isValid() const { return m_isObject; }   // in the JSON view: an object; in the form: without problems as well
    [[nodiscard]] QString text() const;                         // as it stands there; of the form, its JSON
    [[nodiscard]] QJsonObject object() const;                   // while isValid(). Numbers as a request carries them: JsonNode::toValue()
    [[nodiscard]] QString problem() const { return m_problem; } // for people; also of what does not stop it from being sent

    void setObstacle(const QString &words); // said instead of the problem: why nothing can be sent at all; empty: none
    void setReadOnly(bool isReadOnly);      // the text; the form may be prepared for the next time
    void focusInput();
    [[nodiscard]] QPlainTextEdit *rawEdit() const { return m_raw; }
    [[nodiscard]] QLabel *problemLabel() const { return m_label; }

Q_SIGNALS:
    void changed(); // the value, its problem or the view

private:
    void build();
    void check();
    void checkText();
    void switchTo(int view); // by a person
    void showForm();
    void showJson();
    void showState();
    void checkForm();
    [[nodiscard]] QString remarkOn(const QString &json) const;
    [[nodiscard]] QString remarkOnDigits(const wire::JsonNode &value) const;

    QPushButton *m_formButton;
    QPushButton *m_jsonButton;
    QButtonGroup *m_views;
    QStackedWidget *m_stack;
    QPlainTextEdit *m_raw;
    QLabel *m_label;
    SchemaForm *m_form = nullptr; // made when it is first shown
    std::optional<wire::JsonSchema> m_schema;
    QString m_problem;
    QString m_obstacle;
    QJsonObject m_object;
    bool m_isObject = false;      // it can be sent
    bool m_isFormChanged = false; // since the text was written
    bool m_isSetting = false;
    bool m_isTouched = false; // somebody typed in the text
};

} // namespace desk
