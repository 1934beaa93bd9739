#pragma once

#include "domain/ids.h"

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace desk {

class ConversationStore;
class ConversationTools;
class Workspace;

// What can be done with the conversations that are selected in the list: actions with keys that count while the list has the focus, for
// its context menu and the window's. A command that cannot be used now says why in its tooltip.
class ConversationCommands : public QObject
{
    Q_OBJECT
public:
    // The keys count in list, undo's in panel. Null tools: renaming and deleting only. All of it outlives this.
    ConversationCommands(ConversationStore &conversations, ConversationTools *tools, Workspace *workspace, QWidget &list, QWidget &panel);

    void setSelection(const QList<ConversationId> &ids);
    [[nodiscard]] const QList<ConversationId> &selection() const { return m_ids; }
    void fill(QMenu &menu) const; // all of them, in the order of use
    [[nodiscard]] QList<QAction *> withKeys() const;

Q_SIGNALS:
    void renameRequested();
    void deleteRequested();
    void undoRequested();
    void tagsRequested(const QList<desk::ConversationId> &ids);
    void shareRequested(const desk::ConversationId &id);
    void exportRequested(const QList<desk::ConversationId> &ids);

private:
    QAction *add(QWidget &owner, const QString &name, const QString &icon, const QKeySequence &keys, void (ConversationCommands::*run)());
    void update();
    void pin();
    void archive();
    void toggleUnread();
    [[nodiscard]] bool allPinned() const;
    [[nodiscard]] bool allArchived() const;
    [[nodiscard]] bool allUnread() const;
    [[nodiscard]] QString whyNotShared() const; // empty: it can be tried

    ConversationStore &m_conversations;
    ConversationTools *m_tools;
    Workspace *m_workspace;
    QList<ConversationId> m_ids;
    QAction *m_rename;
    QAction *m_pin;
    QAction *m_archive;
    QAction *m_tags;
    QAction *m_unread;
    QAction *m_share;
    QAction *m_export;
    QAction *m_delete;
    QAction *m_undo;
};

} // namespace desk
