#pragma once

#include "gui/chat/json/jsontext.h"
#include "gui/chat/table/tabledata.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTreeView;

namespace desk {

class JsonMatches;
class JsonTreeModel;

// One JSON value to look into: as a tree, as what a filter finds in it, or as text page by page. Works with values of many megabytes.
class JsonPanel : public QWidget
{
    Q_OBJECT
public:
    explicit JsonPanel(const QJsonValue &value, QWidget *parent = nullptr);

Q_SIGNALS:
    void tableRequested(const desk::TableData &table);
    void saveRequested(const QString &name, const QByteArray &bytes);

private:
    void build();
    void connectAll();
    void filter(const QString &words);
    void showRaw(bool raw);
    void showMore();
    void reveal(const QModelIndex &match);
    void updateState();
    void copyValue();
    void copyPath();
    [[nodiscard]] QList<qsizetype> currentPath() const; // empty: all of it
    [[nodiscard]] QJsonValue currentValue() const;
    [[nodiscard]] QJsonValue currentTable() const;
    QPushButton *button(const QString &name, const QString &text);

    JsonTreeModel *m_model;
    JsonMatches *m_matches;
    QLineEdit *m_filter;
    QLabel *m_state;
    QStackedWidget *m_stack;
    QTreeView *m_tree;
    QTableView *m_list;
    QPlainTextEdit *m_raw;
    JsonPrinter m_printer;
    QPushButton *m_more = nullptr;
    QPushButton *m_copyPath = nullptr;
    QPushButton *m_table = nullptr;
    QPushButton *m_rawButton = nullptr;
};

// {"columns": […], "rows": […]} or an array of objects as a table; without columns where it is neither. Pure.
[[nodiscard]] QStringList jsonTableHead(const QJsonValue &value);
[[nodiscard]] TableData jsonTable(const QJsonValue &value);

} // namespace desk
