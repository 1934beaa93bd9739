#pragma once

#include "gui/palette/paletteentry.h"

#include <QDialog>
#include <QList>
#include <QStringList>

class QLabel;
class QLineEdit;
class QListView;

namespace desk {

class PaletteModel;

// One field over everything that can be gone to or done (D-41). The field keeps the focus: Up, Down, Page Up, Page Down walk the list,
// Enter does what is chosen, Escape and a click elsewhere close it. Deletes itself when it is closed.
class PaletteWindow : public QDialog
{
    Q_OBJECT
public:
    PaletteWindow(QList<PaletteEntry> entries, const QStringList &recent, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &id); // before it is done; not of what cannot be done now

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void onPattern(const QString &pattern);
    void walk(int by);
    void setRow(int row);
    void runCurrent();
    void place();

    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_note;
};

} // namespace desk
