#pragma once

#include "gui/chat/table/tabledata.h"
#include "state/chat/turntrace.h"

#include <QDialog>

namespace desk {

// The raw trace of an answer (CH-47): what the server said in its turn, event by event, to look into, filter, copy and save. Never modal;
// shows what there was when it was opened.
class TraceWindow : public QDialog
{
    Q_OBJECT
public:
    explicit TraceWindow(const TurnTrace &trace, QWidget *parent = nullptr);

Q_SIGNALS:
    void tableRequested(const desk::TableData &table);
    void saveRequested(const QString &name, const QByteArray &bytes);

private:
    [[nodiscard]] static QString noteOn(const TurnTrace &trace);
};

} // namespace desk
