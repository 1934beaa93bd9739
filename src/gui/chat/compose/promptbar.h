#pragma once

#include "domain/chatevent.h"
#include "gui/widgets/cardframe.h"

#include <QList>
#include <QStringList>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace desk {

// What the agent asks back, one question or several at once (contract 4.6, clarify_parallel), with their choices as buttons. The answer is
// an ordinary message. Hidden when nothing is asked.
//
// One question: a click or a digit answers, Enter takes the choice that the agent suggests, and whatever else is typed is an answer in
// words: typed() hands it on. Several: digits answer the question that is marked, Up and Down mark another, questions without choices have
// a line to write in, and Send Answers sends all of it as one message.
class PromptBar : public CardFrame
{
    Q_OBJECT
public:
    static constexpr int maxOptions = 12;
    static constexpr int maxQuestions = 8;

    explicit PromptBar(QWidget *parent = nullptr);

    void showPrompt(const Prompt &prompt); // beside those that are asked already; the same one again changes nothing
    // The server could not decide which agent is meant. `shown` and `names` belong together.
    void askAgent(const QString &text, const QStringList &shown, const QStringList &names);
    // One has answered in spite of a doubt (CH-66): another can be asked, or the answer kept: by a button of its own, or Esc.
    void askInstead(const QString &text, const QStringList &shown, const QStringList &names);
    void clear();
    // Nobody waits for the answer any more: what was asked stays to be read, with this note, and cannot be answered. Until clear().
    void expire(const QString &note);
    [[nodiscard]] bool isExpired() const { return !m_expiry.isEmpty(); }
    void focusOptions(); // nothing when there are none
    [[nodiscard]] int questionCount() const { return static_cast<int>(m_questions.size()); }

Q_SIGNALS:
    void answered(const QString &text);
    void agentChosen(const QString &name);
    void answerKept(); // of askInstead()
    void typed(const QString &text);
    void escapePressed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Question {
        QString text;
        QStringList options; // shown
        QStringList answers; // what each of them sends
        QString suggested;
        bool isAgent = false;
        bool mayKeep = false; // an answer that is there
        QString answer;       // chosen so far
        QWidget *row = nullptr;
        QLabel *label = nullptr;
        QList<QPushButton *> buttons;
        QLineEdit *line = nullptr;
    };

    void add(Question question);
    void rebuild();
    void clearWidgets();
    void buildExpiry();
    void buildQuestion(Question &question, bool several, QVBoxLayout *into);
    void addOption(Question &question, int option, bool several);
    QPushButton *addKeep(Question &question);
    void choose(int question, int option);
    void mark(int question);
    void updateSend();
    void sendAnswers();
    void takeSuggestion();

    QList<Question> m_questions;
    int m_marked = 0;
    QString m_expiry;
    QPushButton *m_send = nullptr;
    QLabel *m_state = nullptr;
    QVBoxLayout *m_box;
};

} // namespace desk
