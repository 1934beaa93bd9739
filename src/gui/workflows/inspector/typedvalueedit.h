#pragma once

#include <QJsonValue>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace desk {

class JsonValueEdit;
class InspectorField;
class ReferenceEdit;
class ReferenceSource;

// A JSON value with its kind beside it (WF-10): "5" stays a text and 5 a number. References are texts that the server replaces by what
// they refer to. Numbers that are being typed, and JSON that is none yet, change nothing until they are.
class TypedValueEdit : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Text, Reference, Number, YesNo, Null, Json, None }; // None: it is left out

    // `key` names the parts for tests; `name` is heard.
    TypedValueEdit(const ReferenceSource &source, const QString &key, const QString &name, QWidget *parent);

    void load(const QJsonValue &value); // tells nobody
    [[nodiscard]] Kind kind() const;
    void showMarks();

Q_SIGNALS:
    void edited(const QJsonValue &value, bool isTyping); // by a person

private:
    void build(const QString &key, const QString &name);
    void connectParts();
    void choose();
    void tell(const QJsonValue &value, bool isTyping);
    void takeNumber();
    void showKind(Kind kind);
    void showValue();
    void showRemarks();
    [[nodiscard]] static Kind kindOf(const QJsonValue &value);
    [[nodiscard]] QJsonValue as(Kind kind) const; // what was written, as another kind

    const ReferenceSource &m_source;
    QJsonValue m_value = QJsonValue(QJsonValue::Undefined);
    QJsonValue m_origin = QJsonValue(QJsonValue::Undefined); // what was written last, while kinds are gone through
    QComboBox *m_kind;
    QWidget *m_parts;
    ReferenceEdit *m_text;
    QLineEdit *m_number;
    QComboBox *m_yesNo;
    JsonValueEdit *m_json;
    InspectorField *m_field;
};

} // namespace desk
