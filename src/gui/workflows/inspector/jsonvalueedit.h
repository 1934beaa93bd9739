#pragma once

#include <QJsonValue>
#include <QPlainTextEdit>

namespace desk {

// A JSON value as text. What is typed and is no JSON yet stays, says where, and changes nothing (BUG-68).
class JsonValueEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    enum class Kind { Any, Object, Container }; // Container: a list or an object

    JsonValueEdit(Kind kind, QWidget *parent);

    void load(const QJsonValue &value); // undefined: nothing; tells nobody
    void setLines(int lines);
    [[nodiscard]] QJsonValue value() const { return m_value; }
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void edited(const QJsonValue &value); // by a person; undefined: nothing is written
    void checked();

private:
    void take();
    [[nodiscard]] QJsonValue typed(QString *problem) const;

    Kind m_kind;
    QJsonValue m_value = QJsonValue(QJsonValue::Undefined);
    QString m_problem;
    bool m_isLoading = false;
};

} // namespace desk
