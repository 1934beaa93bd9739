#pragma once

#include <QWidget>

namespace desk {

class RemarkLabel;

// A field of the inspector: its name above it; below, what is wrong with it and what is worth knowing, which screen readers hear with it.
class InspectorField : public QWidget
{
    Q_OBJECT
public:
    // Owns the field, whose objectName becomes `key`.
    InspectorField(const QString &name, const QString &key, QWidget *field, QWidget *parent);

    void setHint(const QString &words); // foreign words: after displayLine()
    void setProblem(const QString &words);
    [[nodiscard]] QString problem() const;

private:
    void describe();

    QWidget *m_field;
    RemarkLabel *m_problem;
    RemarkLabel *m_hint;
};

} // namespace desk
