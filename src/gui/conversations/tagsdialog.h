#pragma once

#include "domain/ids.h"

#include <QDialog>
#include <QList>
#include <QString>

class QLineEdit;
class QListWidget;

namespace desk {

class ConversationMarks;

// The tags of one conversation or of several: a tick for those that all have, a square for those that some have. New ones are typed, with
// the known ones offered. Open it, do not execute it; it deletes itself.
class TagsDialog : public QDialog
{
    Q_OBJECT
public:
    TagsDialog(ConversationMarks &marks, const QList<ConversationId> &ids, QWidget *parent = nullptr); // marks outlives it

    void accept() override; // with what stands in the field

private:
    void addTag(const QString &tag, Qt::CheckState state);
    void addTyped();

    ConversationMarks &m_marks;
    QList<ConversationId> m_ids;
    QListWidget *m_list;
    QLineEdit *m_field;
};

} // namespace desk
