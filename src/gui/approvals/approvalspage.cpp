#include "gui/approvals/approvalspage.h"

#include "gui/approvals/waitingpane.h"
#include "gui/chat/approval/approvalcard.h"
#include "gui/chat/approval/approvalcontrol.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/contentstack.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/plainlabel.h"
#include "gui/widgets/remarklabel.h"
#include "gui/widgets/twolinedelegate.h"
#include "state/approvals/approvalinbox.h"
#include "state/chat/toolapproval.h"
#include "state/models/executionwords.h"
#include "state/models/waitinglistmodel.h"
#include "state/workspace.h"

#include <QItemSelectionModel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

ApprovalsPage::ApprovalsPage(ApprovalInbox &inbox, Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_inbox(inbox)
    , m_model(new WaitingListModel(inbox, this))
    , m_header(new PageHeader(tr("Approvals"), {}, this))
    , m_banner(new ErrorBanner(this))
    , m_problems(new RemarkLabel(RemarkLabel::Tone::Problem, u"approvalsProblems"_s, this))
    , m_list(new QListView(this))
    , m_detail(nullptr)
    , m_place(new PlainLabel(this))
    , m_since(new PlainLabel(this))
    , m_pane(new WaitingPane(this))
    , m_call(new ApprovalCard(ApprovalCard::For::Conversation, this))
    , m_control(new ApprovalControl(*m_call, this))
    , m_open(new QPushButton(tr("Open the conversation"), this))
{
    setObjectName(u"approvalsPage"_s);
    m_list->setObjectName(u"approvalsList"_s);
    m_list->setAccessibleName(tr("What waits for you"));
    m_list->setModel(m_model);
    auto *rows = new TwoLineDelegate(u"pending"_s, WaitingListModel::TitleRole, WaitingListModel::PlaceRole, m_list);
    rows->setExact(true);
    m_list->setItemDelegate(rows);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(buildDetail());
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    const ContentStack::EmptyText none{u"success"_s, tr("Nothing waits for you"),
                                       tr("Steps of workflows and calls of tools that need your answer appear here, of all profiles that "
                                          "you are signed in to.")};
    m_stack = new ContentStack(workspace, splitter, none, this);
    auto *column = new QVBoxLayout(this);
    const int gap = Theme::space(this, 2);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap * 3 / 4);
    m_problems->setWordWrap(true);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_problems);
    column->addWidget(m_stack, 1);
    connectAll();
    update();
}

QWidget *ApprovalsPage::buildDetail()
{
    auto *area = new QScrollArea(this);
    area->setObjectName(u"approvalsDetail"_s);
    area->setAccessibleName(tr("What is asked, and the answers to it"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    m_detail = new QWidget(area);
    m_place->setObjectName(u"approvalsPlace"_s);
    m_place->setFont(Theme::heading(font()));
    m_since->setObjectName(u"approvalsSince"_s);
    m_open->setObjectName(u"approvalsOpen"_s);
    m_open->setAutoDefault(false);
    for (PlainLabel *label : {m_place, m_since})
        label->setWordWrap(true);
    auto *box = new QVBoxLayout(m_detail);
    box->addWidget(m_place);
    box->addWidget(m_since);
    box->addWidget(m_pane);
    box->addWidget(m_call);
    box->addWidget(m_open, 0, Qt::AlignLeading);
    box->addStretch(1);
    area->setWidget(m_detail);
    return area;
}

void ApprovalsPage::connectAll()
{
    connect(&m_inbox, &ApprovalInbox::changed, this, &ApprovalsPage::update);
    connect(&m_inbox, &ApprovalInbox::lapsed, this, &ApprovalsPage::onLapsed);
    connect(m_stack, &ContentStack::retryRequested, this, &ApprovalsPage::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ApprovalsPage::updateDetail);
    connect(m_list, &QListView::activated, this, &ApprovalsPage::focusAnswer);
    connect(m_pane, &WaitingPane::answered, &m_inbox, &ApprovalInbox::answer);
    connect(m_pane, &WaitingPane::stopRequested, &m_inbox, &ApprovalInbox::stop);
    connect(m_control, &ApprovalControl::lapsed, this, [this](const Error &error) { m_banner->showError(error); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const WaitingApproval *row = m_inbox.find(m_current))
            Q_EMIT conversationRequested(row->conversation);
    });
}

void ApprovalsPage::refresh()
{
    m_inbox.refresh();
}

void ApprovalsPage::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ApprovalsPage::choose(const QString &key)
{
    const int row = m_model->rowOf(key);
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_model->index(row));
    focusAnswer();
}

void ApprovalsPage::focusAnswer()
{
    m_pane->isHidden() ? m_call->focusRefuse() : m_pane->focusAnswer();
}

QString ApprovalsPage::problems() const
{
    QStringList lines;
    for (const ApprovalInbox::Problem &problem : m_inbox.problems())
        //: A profile, and why its server could not be asked
        lines.append(tr("%1: %2").arg(displayLine(problem.profileName, 80), displayLine(problem.error.userText(), 300)));
    return lines.join(u'\n');
}

void ApprovalsPage::update()
{
    m_stack->setStatus({m_inbox.isLoading(), m_inbox.isLoaded(), m_inbox.rows().isEmpty()});
    m_problems->say(problems());
    const int kept = m_model->rowOf(m_current);
    const QModelIndex wanted = m_model->index(kept >= 0 ? kept : 0);
    if (wanted != m_list->currentIndex())
        m_list->setCurrentIndex(wanted); // tells the detail
    updateDetail();
}

void ApprovalsPage::updateDetail()
{
    const QString key = m_list->currentIndex().data(WaitingListModel::KeyRole).toString();
    const WaitingApproval *row = m_inbox.find(key);
    m_current = row ? key : QString();
    m_detail->setVisible(row != nullptr);
    if (row)
        return showRow(*row);
    m_pane->clear();
    m_control->setApproval(nullptr);
}

void ApprovalsPage::showRow(const WaitingApproval &row)
{
    m_place->setText(displayLine(WaitingListModel::place(row), 300));
    const QString time = ExecutionWords::time(row.since);
    m_since->setText(time.isEmpty() ? QString() : tr("The execution began on %1.").arg(time));
    m_since->setVisible(!time.isEmpty());
    m_open->setVisible(row.isChat());
    m_control->setApproval(row.call);
    if (row.isChat())
        m_pane->clear();
    else
        m_pane->showRow(row);
}

void ApprovalsPage::onLapsed(const WaitingApproval &row, const Error &error)
{
    Error told = error;
    //: A workflow and its profile, and what became of the answer
    told.message = tr("%1: %2").arg(displayLine(WaitingListModel::place(row), 160), error.message);
    m_banner->showError(told);
}

} // namespace desk
