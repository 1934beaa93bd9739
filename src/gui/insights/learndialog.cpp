#include "gui/insights/learndialog.h"

#include "gui/conversations/conversationdelegate.h"
#include "gui/theme.h"
#include "gui/widgets/emptyhint.h"
#include "gui/widgets/listfilter.h"
#include "gui/widgets/plainlabel.h"
#include "state/models/conversationlistmodel.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

LearnDialog::LearnDialog(ConversationListModel &conversations, QWidget *parent)
    : QDialog(parent)
    , m_conversations(conversations)
    , m_filter(new ListFilter({ConversationListModel::TitleRole, ConversationListModel::PreviewRole}, this))
    , m_list(new QListView(this))
{
    setObjectName(u"learnDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Learn from a conversation"));
    m_filter->setSourceModel(&m_conversations);
    auto *intro = new PlainLabel(tr("The server reads the conversation and remembers what is worth it."), this);
    intro->setWordWrap(true);
    auto *search = new QLineEdit(this);
    search->setObjectName(u"learnSearch"_s);
    search->setPlaceholderText(tr("Search conversations"));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    m_list->setObjectName(u"learnList"_s);
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new ConversationDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new EmptyHint(*m_list, tr("No conversation."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_learn = buttons->addButton(tr("&Learn"), QDialogButtonBox::AcceptRole);
    m_learn->setObjectName(u"learnButton"_s);
    m_learn->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addWidget(search);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resize(Theme::space(this, 60), Theme::space(this, 60));
    connect(search, &QLineEdit::textChanged, m_filter, &ListFilter::setText);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &LearnDialog::updateButton);
    connect(m_list, &QListView::activated, this, &LearnDialog::choose);
    connect(buttons, &QDialogButtonBox::accepted, this, &LearnDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_list->setCurrentIndex(m_filter->index(0, 0));
    m_list->setFocus();
    updateButton();
}

ConversationId LearnDialog::currentId() const
{
    return ConversationId(m_list->currentIndex().data(ConversationListModel::IdRole).toString());
}

void LearnDialog::updateButton()
{
    m_learn->setEnabled(!currentId().isEmpty());
}

void LearnDialog::choose()
{
    const ConversationId id = currentId();
    if (id.isEmpty() || result() == Accepted)
        return;
    accept();
    Q_EMIT chosen(id);
}

} // namespace desk
