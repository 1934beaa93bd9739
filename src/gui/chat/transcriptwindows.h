#pragma once

#include "gui/chat/table/tabledata.h"

#include <QObject>

namespace desk {

class Dialogs;
class TranscriptView;

// What a transcript asks for outside itself: windows for tables and tool calls, files to save. None of the windows is modal; they stay
// when the conversation changes.
class TranscriptWindows : public QObject
{
    Q_OBJECT
public:
    TranscriptWindows(TranscriptView &view, Dialogs &dialogs, QObject *parent); // both outlive it

    void showTable(const desk::TableData &table);
    void showTool(int row, int tool);
    void save(const QString &name, const QByteArray &bytes);

private:
    TranscriptView &m_view;
    Dialogs &m_dialogs;
};

} // namespace desk
