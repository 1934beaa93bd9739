#pragma once

#include <QWidget>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace desk {

class AgentStore;
class AttachmentBar;
class AttachmentQueue;
class ComposeCompletion;
class ComposerEdit;
struct ComposeCommand;
struct SavedPrompt;

// Where a message is written: text, files, the agent to ask, Send or Stop, and a line that says what is going on. Decides nothing about
// sending: the page tells it whether that is possible and why not.
class Composer : public QWidget
{
    Q_OBJECT
public:
    Composer(AgentStore &agents, AttachmentQueue &attachments, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text, int caret = -1); // -1: behind it
    [[nodiscard]] int caret() const;
    void clear();
    [[nodiscard]] QStringList selectedAgents() const;                  // empty: the server chooses
    void selectAgent(const QString &name);                             // an unknown one: the server chooses
    void selectAgents(const QStringList &names);                       // of the conversation; one named for this message stays
    void mentionAgents(const QStringList &names);                      // for this message only
    void setCommands(const QList<ComposeCommand> &commands);           // run by "/name"
    void setPrompts(std::function<QList<SavedPrompt>()> prompts);      // offered beside the commands
    void setOptions(const QString &summary, const QStringList &lines); // of the conversation; before the first call there is no button
    [[nodiscard]] QWidget *optionsButton() const;
    void setEnterSends(bool sends);                         // false: Ctrl+Enter does
    void setBusy(bool busy);                                // Stop instead of Send
    void setAttachProblem(const QString &reason);           // empty: files can be attached; else why not, for people
    void setSendState(bool enabled, const QString &reason); // the reason is shown when not enabled, or while waiting
    void setStatus(const QString &activity);                // what is going on, for eyes and screen readers
    void setElapsed(qint64 milliseconds);                   // negative hides it; never announced
    void focusText();
    [[nodiscard]] ComposerEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void submitted();
    void stopRequested();
    void attachRequested();
    void filesPasted(const QStringList &paths);
    void textPasted(const QString &text); // too much for a text field
    void imagePasted(const QImage &image);
    void textChanged();
    void recallRequested(); // Up in an empty text
    void optionsRequested();
    void agentsChosen(const QStringList &names); // by the person, for more than this message
    void promptChosen(const QString &id);
    void focusLeft();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fillAgents();
    void updateSendTip();
    void submit();
    void showAgents(const QStringList &names);
    void forgetMention();

    AgentStore &m_agents;
    QWidget *m_box;
    AttachmentBar *m_bar;
    ComposerEdit *m_edit;
    ComposeCompletion *m_completion;
    QToolButton *m_attach;
    QComboBox *m_agent;
    QToolButton *m_options;
    QPushButton *m_send;
    QPushButton *m_stop;
    QLabel *m_status;
    QLabel *m_elapsed;
    QString m_sendProblem; // or why it goes later
    bool m_enterSends = true;
    std::optional<QStringList> m_agentsBefore; // chosen before one was named in the text
};

} // namespace desk
