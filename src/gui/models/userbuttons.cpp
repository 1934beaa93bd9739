#include "gui/models/userbuttons.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/plainlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype mostUsers = 50;

} // namespace

UserButtons::UserButtons(QWidget *parent)
    : QWidget(parent)
    , m_label(new PlainLabel(this))
{
    m_label->setObjectName(u"modelUsersLabel"_s);
    m_label->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_label);
}

void UserButtons::setUsers(const QList<ModelUser> &users)
{
    if (users.isEmpty())
        m_label->setText(tr("No agent that you can see uses this model."));
    else if (users.size() > mostUsers)
        m_label->setText(tr("Used by %L1 agents. The first %L2 of them:").arg(users.size()).arg(mostUsers));
    else
        m_label->setText(tr("Used by %n agent(s):", nullptr, static_cast<int>(users.size())));
    const QList<ModelUser> first = users.first(qMin(users.size(), mostUsers));
    if (m_buttons != nullptr && first == m_shown)
        return; // a button in use stays
    m_shown = first;
    if (m_buttons != nullptr) {
        m_buttons->hide();
        m_buttons->deleteLater();
    }
    m_buttons = new QWidget(this);
    auto *flow = new FlowLayout(m_buttons);
    for (const ModelUser &user : first) {
        auto *button = new QPushButton(Theme::icon(u"agents"_s), displayLine(user.name, 80).replace(u'&', u"&&"_s), m_buttons);
        button->setObjectName(u"modelUser"_s);
        button->setAutoDefault(false);
        button->setToolTip(tr("Show this agent"));
        connect(button, &QPushButton::clicked, this, [this, id = user.id] { Q_EMIT agentRequested(id); });
        flow->addWidget(button);
    }
    layout()->addWidget(m_buttons);
    m_buttons->setVisible(!first.isEmpty());
}

} // namespace desk
