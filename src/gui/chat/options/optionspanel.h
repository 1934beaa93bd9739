#pragma once

#include "domain/chatoptions.h"

#include <QFrame>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace desk {

class AgentStore;
class ChatChoices;
class ChoiceList;
class SamplingForm;

// How the questions of one conversation are answered (CH-21, CH-25 … CH-28): a popover over the composer. What the server would ignore is
// not offered; a line says so. Every change counts at once.
class OptionsPanel : public QFrame
{
    Q_OBJECT
public:
    OptionsPanel(const AgentStore &agents, const ChatChoices &choices, QWidget *parent);

    void setOptions(const ChatOptions &options, bool followsDefault);
    [[nodiscard]] const ChatOptions &options() const { return m_options; }
    void popUp(const QWidget &anchor); // above it, or where there is room
    void setNote(const QString &note); // what became of the last command, for people

Q_SIGNALS:
    void changed(const desk::ChatOptions &options);
    void defaultsRequested(); // these for new chats
    void resetRequested();    // what new chats begin with, for this one

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showLists();
    void showModels();
    void showAgentNote();
    void showSearches();
    void showTools();
    void take();
    void fit();
    void showArrow();

    const AgentStore &m_agents;
    const ChatChoices &m_choices;
    ChatOptions m_options;
    QPoint m_corner; // of the button it stands over: the upper one where a line begins
    bool m_showing = false;
    QScrollArea *m_scroll;
    QWidget *m_content;
    QComboBox *m_model;
    QLabel *m_modelNote;
    ChoiceList *m_agentList;
    QLabel *m_agentNote;
    QCheckBox *m_limitTools;
    ChoiceList *m_toolList;
    QLabel *m_toolNote;
    QCheckBox *m_web;
    QCheckBox *m_documents;
    QToolButton *m_more;
    SamplingForm *m_sampling;
    QLabel *m_ignored;
    QLabel *m_note;
    QPushButton *m_defaults;
    QPushButton *m_reset;
};

} // namespace desk
