#pragma once

#include <QJsonValue>
#include <QLineEdit>

namespace desk {

// A number that may be left out. What is typed and is no number yet stays, and changes nothing (BUG-68); what the definition says instead
// of a number is shown as JSON and kept until it is typed over.
class OptionalNumberEdit : public QLineEdit
{
    Q_OBJECT
public:
    enum class Kind { Whole, Any }; // Whole: of at least `least`; Any: of at least `least`, with a fraction

    OptionalNumberEdit(Kind kind, double least, QWidget *parent);

    void load(const QJsonValue &value); // undefined: left out; tells nobody
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void edited(const QJsonValue &value); // by a person; undefined: left out
    void checked();                       // problem() may be another

private:
    void take();
    [[nodiscard]] QJsonValue typed(bool *isGood) const;

    Kind m_kind;
    double m_least;
    QJsonValue m_value = QJsonValue(QJsonValue::Undefined);
    bool m_isFaulty = false;
};

} // namespace desk
