#pragma once

#include "wire/json/threeway.h"

#include <QHash>
#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QVBoxLayout;

namespace desk {

class RemarkLabel;

// What two people made of the same fields: mine, the server's, and what both started from, side by side, to be decided field by field.
// What only one of them changed is said and kept.
class ConflictView : public QWidget
{
    Q_OBJECT
public:
    explicit ConflictView(QWidget *parent = nullptr);

    void setConflict(const wire::ThreeWay &merge);
    [[nodiscard]] QHash<QString, wire::Side> choices() const; // mine where nothing was chosen
    void focusFirst();

Q_SIGNALS:
    void saveRequested();   // with choices()
    void giveUpRequested(); // the server's whole
    void backRequested();   // write on, decide later

private:
    void build();
    void addConflict(const wire::MergeConflict &conflict);
    void addHiddenNote(QBoxLayout &column, QWidget *block);
    [[nodiscard]] QWidget *side(const QString &title, const QJsonValue &value, const QString &member, int lines);

    QWidget *m_rows;
    QVBoxLayout *m_column;
    RemarkLabel *m_kept;
    QHash<QString, QButtonGroup *> m_choices;
};

} // namespace desk
