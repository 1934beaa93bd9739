#pragma once

#include <QWidget>

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
    [[nodiscard]] QStringList selectedAgents() const;        // empty: the server chooses
    void selectAgent(const QString &name);                   // an unknown one: the server chooses
    void setCommands(const QList<ComposeCommand> &commands); // run by "/name"
    void setEnterSends(bool sends);                          // false: Ctrl+Enter does
    void setBusy(bool busy);                                 // Stop instead of Send
    void setAttachProblem(const QString &reason);            // empty: files can be attached; else why not, for people
    void setSendState(bool enabled, const QString &reason);  // the reason is shown when not enabled, or while waiting
    void setStatus(const QString &activity);                 // what is going on, for eyes and screen readers
    void setElapsed(qint64 milliseconds);                    // negative hides it; never announced
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
    void focusLeft();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fillAgents();
    void updateSendTip();
    void submit();
    void mentionAgent(const QString &name); // for this message only
    void forgetMention();

    AgentStore &m_agents;
    QWidget *m_box;
    AttachmentBar *m_bar;
    ComposerEdit *m_edit;
    ComposeCompletion *m_completion;
    QToolButton *m_attach;
    QComboBox *m_agent;
    QPushButton *m_send;
    QPushButton *m_stop;
    QLabel *m_status;
    QLabel *m_elapsed;
    QString m_sendProblem; // or why it goes later
    bool m_enterSends = true;
    std::optional<QString> m_agentBefore; // chosen before one was named in the text
};

} // namespace desk
