#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "state/agents/agentsurroundings.h"

#include <QDateTime>
#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace desk {

class AgentEditing;
class AgentSection;
class ConflictView;
class ErrorBanner;
class RemarkLabel;

// Writes one agent (AG-40 … AG-52): its fields in groups, what is wrong beside each, undo over all of them, and, where somebody else has
// changed the same, the three versions to choose from. Closing it loses nothing: what is not saved is a draft.
class AgentEditor : public QWidget
{
    Q_OBJECT
public:
    explicit AgentEditor(AgentEditing &editing, QWidget *parent = nullptr); // which outlives it

    void setSurroundings(const AgentSurroundings &known); // also for the rules
    void setAids(bool canTry, bool canHelp);              // whether somebody takes tryRequested() and helpRequested(); at first nobody
    void focusFirst();
    [[nodiscard]] bool isSaving() const; // closing waits for that: savingEnded()

Q_SIGNALS:
    void closeRequested();
    void tryRequested();
    void helpRequested();
    void savingEnded(bool isSettled); // saved; not so after a failure or a conflict, which somebody has to see
    void saved(const desk::AgentId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    QWidget *buildForm();
    QWidget *buildButtons();
    void buildActions();
    void connectEditing();
    void addSection(QLayout *column, AgentSection *section, const QString &title);
    void takeEdit(const AgentSection *section, const QString &field);
    void showAgent();
    void showRemarks();
    void showState();
    void showBegun();
    void trySave();
    void goToFault();
    void onSaved(const AgentId &id, const QStringList &notKept, const QStringList &alsoChanged);
    void onDraftTaken(const QDateTime &at);

    AgentEditing &m_editing;
    QLabel *m_title;
    QLabel *m_status;
    ErrorBanner *m_banner;
    RemarkLabel *m_problem;
    RemarkLabel *m_notice;
    QStackedWidget *m_stack;
    ConflictView *m_conflict;
    QScrollArea *m_scroll = nullptr;
    QList<AgentSection *> m_sections;
    QPushButton *m_save = nullptr;
    QPointer<QWidget> m_focus; // while it is saved
    QPushButton *m_discard = nullptr;
    QPushButton *m_try = nullptr;
    QPushButton *m_help = nullptr;
    QToolButton *m_begun = nullptr; // other new agents, that were not saved
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
};

} // namespace desk
