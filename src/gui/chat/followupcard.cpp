#include "gui/chat/followupcard.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/iconbutton.h"
#include "gui/widgets/plainlabel.h"
#include "state/chat/chatsession.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int longestQuestion = 600;
constexpr int longestAnswer = 4000;

} // namespace

FollowUpCard::FollowUpCard(QWidget *parent)
    : CardFrame(parent)
    , m_question(new PlainLabel(this))
    , m_answer(new QLineEdit(this))
    , m_send(new QPushButton(tr("Send"), this))
    , m_close(iconButton(this, u"followUpClose"_s, u"close"_s, tr("Put this question away")))
{
    setObjectName(u"followUpCard"_s);
    setAccessibleName(tr("A question to you"));
    m_question->setObjectName(u"followUpQuestion"_s);
    m_question->setWordWrap(true);
    m_question->setBuddy(m_answer);
    m_answer->setObjectName(u"followUpAnswer"_s);
    m_answer->setMaxLength(longestAnswer);
    m_answer->setPlaceholderText(tr("Your answer"));
    m_send->setObjectName(u"followUpSend"_s);
    m_send->setAutoDefault(false);
    const int gap = Theme::space(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap * 2, gap, gap, gap);
    column->setSpacing(gap);
    auto *head = new QHBoxLayout;
    head->addWidget(m_question, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(head);
    auto *row = new QHBoxLayout;
    row->addWidget(m_answer, 1);
    row->addWidget(m_send);
    column->addLayout(row);
    setTabOrder(m_answer, m_send);
    setTabOrder(m_send, m_close);
    connect(m_answer, &QLineEdit::textChanged, this, &FollowUpCard::update);
    connect(m_answer, &QLineEdit::returnPressed, this, &FollowUpCard::send);
    connect(m_send, &QPushButton::clicked, this, &FollowUpCard::send);
    connect(m_close, &QToolButton::clicked, this, &FollowUpCard::dismiss);
    hide();
}

void FollowUpCard::setSession(ChatSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_answer->clear();
    if (session)
        connect(session, &ChatSession::followUpChanged, this, &FollowUpCard::update);
    update();
}

void FollowUpCard::setBlocked(bool isBlocked)
{
    m_isBlocked = isBlocked;
    update();
}

void FollowUpCard::update()
{
    const QString question = m_session ? displayLine(m_session->followUp(), longestQuestion) : QString();
    const QString before = m_question->text();
    m_question->setText(question);
    if (!before.isEmpty() && before != question)
        m_answer->clear(); // it was for the other one
    m_answer->setAccessibleName(question);
    m_send->setEnabled(!m_isBlocked && !m_answer->text().trimmed().isEmpty());
    setVisible(!question.isEmpty());
}

void FollowUpCard::send()
{
    const QString text = m_answer->text().trimmed();
    if (!m_isBlocked && !text.isEmpty())
        Q_EMIT answered(text);
}

void FollowUpCard::putAway()
{
    m_answer->clear();
    if (m_session)
        m_session->closeFollowUp();
}

void FollowUpCard::dismiss()
{
    putAway();
    Q_EMIT closed();
}

void FollowUpCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    CardFrame::keyPressEvent(event);
}

} // namespace desk
