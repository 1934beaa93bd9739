#pragma once

#include <QScrollArea>
#include <QStringList>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace desk {

struct Agent;

// What a new chat with one agent shows (CA-20): its name, description, model, tools and the questions that stand in its definition; or why
// that is not known. Everything of an agent is hostile and shown as the words it is. Scrolls where it has no room.
class AgentWelcome : public QScrollArea
{
    Q_OBJECT
public:
    explicit AgentWelcome(QWidget *parent = nullptr);

    void showAgent(const Agent &agent);
    void showLoading(const QString &name, bool isConnected);
    void showGone(const QString &name);                           // the server does not have it any more
    void showProblem(const QString &name, const QString &reason); // it cannot be read, for now
    void setHasModel(bool hasModel);                              // without one an agent of one's own cannot answer, and we say so

Q_SIGNALS:
    void starterChosen(const QString &question); // as the definition has it
    void retryRequested();
    void settingsRequested(); // to connect a language model

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLabel *addLabel(QVBoxLayout &column, const QString &name);
    void setContent(const QString &title, const QString &text);
    void setStarters(const QStringList &questions);
    void fitTexts();

    QWidget *m_content;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_facts; // model and tools
    QLabel *m_startersLabel;
    QWidget *m_starterBox;
    QPushButton *m_retry;
    QLabel *m_engine;
    QPushButton *m_connect;
    QList<QLabel *> m_labels; // whose lines are no longer than is comfortable to read
    QStringList m_questions;
    QList<QPushButton *> m_starters;
};

} // namespace desk
