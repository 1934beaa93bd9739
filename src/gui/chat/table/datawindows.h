#pragma once

#include "gui/chat/table/tabledata.h"

#include <QByteArray>
#include <QObject>

class QWidget;

namespace desk {

class Dialogs;

// What a page does for the data it shows: a table in a window of its own, and bytes into a file somebody names.
class DataWindows : public QObject
{
    Q_OBJECT
public:
    DataWindows(QWidget &page, Dialogs &dialogs); // a child of the page

    void showTable(const TableData &table); // nothing for one without columns
    void save(const QString &name, const QByteArray &bytes);

private:
    QWidget &m_page;
    Dialogs &m_dialogs;
};

} // namespace desk
