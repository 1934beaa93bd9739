#pragma once

#include <QList>
#include <QMetaType>
#include <QStringList>

namespace desk {

// A table of an answer as text, every row as long as the head. Hostile.
struct TableData {
    QStringList head;
    QList<Qt::Alignment> alignments;
    QList<QStringList> rows;
};

} // namespace desk

Q_DECLARE_METATYPE(desk::TableData)
