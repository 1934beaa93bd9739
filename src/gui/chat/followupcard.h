#pragma once

#include "gui/widgets/cardframe.h"

#include <QPointer>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace desk {

class ChatSession;

// The question about the person that the server asks beside an answer (IN-09). It waits and takes no focus; it can be answered, which
// is an ordinary message, or put away. The session keeps it, so it is there again when the conversation is shown again. Hidden while
// nothing is asked. GUI thread; the session may go first.
class FollowUpCard : public CardFrame
{
    Q_OBJECT
public:
    explicit FollowUpCard(QWidget *parent = nullptr);

    void setSession(ChatSession *session); // or null
    void setBlocked(bool isBlocked);       // nothing can be sent now, or it is written elsewhere

Q_SIGNALS:
    void answered(const QString &text); // trimmed, not empty; the card stays until putAway()
    void closed();                      // put away by a person: the focus has to go somewhere

public Q_SLOTS:
    void putAway();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void update();
    void send();
    void dismiss();

    QPointer<ChatSession> m_session;
    QLabel *m_question;
    QLineEdit *m_answer;
    QPushButton *m_send;
    QToolButton *m_close;
    bool m_isBlocked = false;
};

} // namespace desk
