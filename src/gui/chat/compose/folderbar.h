#pragma once

#include "state/chat/folderscan.h"

#include <QFrame>
#include <QStringList>

class QLabel;
class QPushButton;

namespace desk {

class Dialogs;

// Folders that were dropped or pasted into a message (D-23): stands over the composer while their files are counted, with a way to stop
// that, and asks once whether those files are to be attached, saying how many and how large they are.
class FolderBar : public QFrame
{
    Q_OBJECT
public:
    explicit FolderBar(Dialogs &dialogs, QWidget *parent = nullptr); // hidden; dialogs outlives it

    void offer(const QStringList &folders);
    void cancel(); // also a question that was not answered yet: it is about another conversation
    [[nodiscard]] bool isCounting() const { return m_scan.isRunning(); }
    [[nodiscard]] bool holdsFocus() const;

Q_SIGNALS:
    void filesAccepted(const QStringList &paths);
    void ended(); // it is hidden again: the focus it held is nowhere

private:
    void ask(const FolderFiles &files);
    void putAway();
    [[nodiscard]] QString question(const FolderFiles &files) const;

    Dialogs &m_dialogs;
    FolderScan m_scan;
    QLabel *m_text;
    QPushButton *m_cancel;
    QString m_name;  // of what is counted, for people
    int m_offer = 0; // the newest
};

} // namespace desk
