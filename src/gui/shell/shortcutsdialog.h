#pragma once

#include <QDialog>

class QAction;

namespace desk {

// The keys of these actions, then of everything else in the window of the parent, as a list to read. Open it, do not execute it.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace desk
