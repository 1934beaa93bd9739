#pragma once

#include <QJsonArray>
#include <QWidget>

class QTableWidget;
class QToolButton;

namespace desk {

class RemarkLabel;

// The answers a person may give: ids and labels, added, taken out and moved. Members this version does not know stay with their option;
// ids are unique.
class HumanOptions : public QWidget
{
    Q_OBJECT
public:
    explicit HumanOptions(QWidget *parent);

    void load(const QJsonArray &options); // tells nobody

Q_SIGNALS:
    void edited(const QJsonArray &options); // by a person

private:
    void build();
    void fill();
    void add();
    void remove();
    void move(int by);
    void takeCell(int row, int column);
    void tell(int row);
    void showState();
    [[nodiscard]] bool hasId(const QString &id, int except) const;

    QJsonArray m_options;
    QTableWidget *m_table;
    QToolButton *m_add;
    QToolButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
    RemarkLabel *m_problem;
    bool m_isFilling = false;
};

} // namespace desk
