#pragma once

#include <QWidget>

class QFormLayout;
class QLabel;

namespace desk {

// Names and values in two columns, for details. Values are foreign text: plain, selectable, wrapped.
class FactView : public QWidget
{
    Q_OBJECT
public:
    explicit FactView(QWidget *parent = nullptr);

    // Adds the row at its first use; an empty value hides it.
    void setFact(const QString &name, const QString &value);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColors();

    struct Row {
        QLabel *name;
        QLabel *value;
    };
    QFormLayout *m_form;
    QList<Row> m_rows;
};

} // namespace desk
