#pragma once

#include "gui/chat/table/tabledata.h"

#include <QDialog>
#include <QJsonObject>

namespace desk {

// Two runs of a tool, or what was expected of one and what came, beside each other and with what is different (TL-11). Not modal; deletes
// itself when it is closed.
class ToolComparison : public QDialog
{
    Q_OBJECT
public:
    struct Side {
        QString name; // one safe line
        QJsonObject input;
        QJsonObject outcome; // see outcomeOf(); empty: there is none
    };

    ToolComparison(const QString &title, const Side &before, const Side &after, QWidget *parent = nullptr);

Q_SIGNALS:
    void tableRequested(const desk::TableData &table);
    void saveRequested(const QString &name, const QByteArray &bytes);

private:
    [[nodiscard]] QWidget *column(const Side &side, QWidget *parent);
    [[nodiscard]] static QJsonObject inWords(const Side &side);
};

} // namespace desk
