#include "gui/conversations/sharedialog.h"

#include "gui/conversations/peoplelist.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/errorbanner.h"
#include "gui/widgets/isolatingdelegate.h"
#include "gui/widgets/plainlabel.h"
#include "state/conversations/conversationshares.h"
#include "state/conversations/conversationstore.h"
#include "state/conversations/conversationtools.h"
#include "state/conversations/peoplelookup.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int userRole = Qt::UserRole + 1;
constexpr int editorRole = Qt::UserRole + 2;

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new PlainLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

} // namespace

ShareDialog::ShareDialog(ConversationTools &tools, ConversationStore &conversations, const ConversationId &id, QWidget *parent)
    : QDialog(parent)
    , m_conversations(conversations)
    , m_id(id)
    , m_shares(tools.newShares(id, this))
    , m_lookup(tools.newPeopleLookup(this))
    , m_error(new ErrorBanner(this))
    , m_private(new QCheckBox(tr("&Private"), this))
    , m_privateHint(plainLabel(u"privateHint"_s, this))
    , m_state(plainLabel(u"shareState"_s, this))
    , m_people(new QWidget(this))
    , m_list(new QTreeWidget(m_people))
    , m_role(new QPushButton(m_people))
    , m_remove(new QPushButton(tr("&Remove"), m_people))
    , m_user(new QLineEdit(m_people))
    , m_found(new PeopleList(*m_lookup, *m_user, m_people))
    , m_newRole(new QComboBox(m_people))
    , m_add(new QPushButton(tr("&Add"), m_people))
    , m_hint(plainLabel(u"shareHint"_s, m_people))
{
    setObjectName(u"shareDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const Conversation *conversation = conversations.find(id);
    setWindowTitle(tr("Share \u201C%1\u201D").arg(displayLine(conversation ? conversation->title : QString(), 60)));
    build();
    connect(m_private, &QCheckBox::clicked, this, &ShareDialog::togglePrivate);
    connect(m_shares, &ConversationShares::changed, this, &ShareDialog::update);
    connect(m_shares, &ConversationShares::failed, this, [this](const Error &error) { m_error->showError(error); });
    connect(m_user, &QLineEdit::textChanged, this, &ShareDialog::updateHint);
    connect(m_lookup, &PeopleLookup::changed, this, &ShareDialog::updateHint);
    connect(m_found, &PeopleList::chosenChanged, this, &ShareDialog::updateHint);
    connect(m_add, &QPushButton::clicked, this, &ShareDialog::add);
    connect(m_role, &QPushButton::clicked, this, &ShareDialog::changeRole);
    connect(m_remove, &QPushButton::clicked, this, &ShareDialog::removePerson);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &ShareDialog::updateHint);
    connect(&m_conversations, &ConversationStore::conversationsChanged, this, &ShareDialog::updatePrivate);
    updatePrivate();
    m_shares->load();
}

void ShareDialog::build()
{
    const int unit = Theme::space(this);
    m_private->setObjectName(u"privateBox"_s);
    m_list->setObjectName(u"shareList"_s);
    m_list->setItemDelegate(new IsolatingDelegate(m_list));
    m_list->setAccessibleName(tr("People who see this conversation"));
    m_list->setHeaderLabels({tr("Person"), tr("May"), tr("Since")});
    m_list->setRootIsDecorated(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_role->setObjectName(u"changeRoleButton"_s);
    m_remove->setObjectName(u"removeShareButton"_s);
    m_user->setObjectName(u"shareUser"_s);
    m_user->setAccessibleName(m_lookup->isOffered() ? tr("Name, e-mail address or ID of the person") : tr("ID of the person"));
    m_user->setPlaceholderText(m_user->accessibleName());
    m_newRole->setObjectName(u"shareRole"_s);
    m_newRole->setAccessibleName(tr("What the person may do"));
    m_newRole->addItem(tr("read"), static_cast<int>(ShareRole::Viewer));
    m_newRole->addItem(tr("read and write"), static_cast<int>(ShareRole::Editor));
    m_add->setObjectName(u"addShareButton"_s);
    auto *warning = plainLabel(u"shareWarning"_s, m_people);
    warning->setText(tr("Everybody in this list can also delete the whole conversation, even who may only read. The server allows it."));
    auto *newLine = new QHBoxLayout;
    newLine->addWidget(m_user, 1);
    newLine->addWidget(m_newRole);
    newLine->addWidget(m_add);
    auto *changes = new QHBoxLayout;
    changes->addWidget(m_role);
    changes->addWidget(m_remove);
    changes->addStretch(1);
    auto *people = new QVBoxLayout(m_people);
    people->setContentsMargins(0, 0, 0, 0);
    people->addWidget(m_list, 1);
    people->addLayout(changes);
    people->addLayout(newLine);
    people->addWidget(m_found);
    people->addWidget(m_hint);
    people->addWidget(warning);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    m_add->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(unit);
    column->addWidget(m_error);
    column->addWidget(m_private);
    column->addWidget(m_privateHint);
    column->addWidget(m_state);
    column->addWidget(m_people, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(Theme::space(this, 64), Theme::space(this, 56));
}

QString ShareDialog::stateText() const
{
    switch (m_shares->state()) {
    case ConversationShares::State::Loading:
        return tr("Loading who sees this conversation\u2026");
    case ConversationShares::State::NotOffered:
        return tr("This server cannot share conversations.");
    case ConversationShares::State::NotOurs:
        return tr("Only the owner of this conversation sees and changes with whom it is shared.");
    case ConversationShares::State::Failed:
        return tr("It is not known who sees this conversation.");
    default:
        return {};
    }
}

void ShareDialog::update()
{
    using State = ConversationShares::State;
    const UserId before = selected();
    m_state->setText(stateText());
    m_state->setVisible(!m_state->text().isEmpty());
    m_people->setVisible(m_shares->state() == State::Ready);
    if (m_shares->state() == State::Failed)
        m_error->showError(m_shares->error(), tr("Try again"), [this] { m_shares->load(); });
    m_list->clear();
    for (const Share &share : m_shares->shares()) {
        const bool edits = share.role.value() == ShareRole::Editor;
        const bool isKnown = edits || share.role.value() == ShareRole::Viewer;
        const QString since = QLocale().toString(share.sharedAt.toLocalTime(), QLocale::ShortFormat);
        const QString name = displayLine(m_lookup->nameOf(share.userId), 80);
        auto *item = new QTreeWidgetItem(m_list, {name.trimmed().isEmpty() ? displayLine(share.userId.value(), 80) : name,
                                                  edits     ? tr("read and write")
                                                  : isKnown ? tr("read")
                                                            : displayLine(share.role.wire(), 40),
                                                  since});
        item->setData(0, userRole, share.userId.value());
        item->setData(0, editorRole, edits);
        item->setSelected(share.userId == before);
    }
    m_list->resizeColumnToContents(1);
    m_list->resizeColumnToContents(2);
    updateHint();
}

void ShareDialog::updateHint()
{
    const QString typed = m_user->text().trimmed();
    const bool isFree = !m_shares->isBusy();
    const bool isKnown = m_lookup->state() != PeopleLookup::State::Looking; // Enter is for what comes, not for half a name
    m_add->setEnabled(isFree && !typed.isEmpty() && isKnown);
    m_role->setEnabled(isFree && !selected().isEmpty());
    m_remove->setEnabled(m_role->isEnabled());
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    const bool edits = !items.isEmpty() && items.constFirst()->data(0, editorRole).toBool();
    m_role->setText(edits ? tr("Only let &read") : tr("Let &write too"));
    m_hint->setText(hintText());
}

QString ShareDialog::hintText() const
{
    if (m_found->chosen())
        return tr("Shared with the ID %1.").arg(displayLine(m_found->chosen()->id.value(), 80));
    switch (m_lookup->state()) {
    case PeopleLookup::State::Looking:
        return tr("Looking for people\u2026");
    case PeopleLookup::State::Found:
        return tr("Choose a person with the arrow keys and Enter. What is typed otherwise counts as an ID.");
    case PeopleLookup::State::None:
        return tr("The sign-in service knows nobody by this text. It can be added as an ID; the server does not check it.");
    case PeopleLookup::State::Failed:
        return tr("People cannot be looked up now: %1 An ID can be added nevertheless.").arg(displayLine(m_lookup->error().message));
    case PeopleLookup::State::Idle:
        break;
    }
    if (m_lookup->isOffered())
        return tr("Type two letters or more of a name or an e-mail address.");
    return m_user->text().contains(u'@') ? tr("The server knows people by an ID. It does not look up e-mail addresses, and does not say "
                                              "when there is no such person.")
                                         : tr("The server does not check the ID: make sure that it is right.");
}

UserId ShareDialog::selected() const
{
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    return items.isEmpty() ? UserId() : UserId(items.constFirst()->data(0, userRole).toString());
}

void ShareDialog::updatePrivate()
{
    const Conversation *conversation = m_conversations.find(m_id);
    const bool isTold = conversation && conversation->isPrivate;
    m_private->setChecked(isTold && *conversation->isPrivate);
    m_private->setEnabled(isTold && !m_sending);
    m_privateHint->setText(isTold ? tr("What a private conversation keeps from others is up to the server.")
                                  : tr("This server does not say whether the conversation is private."));
}

void ShareDialog::togglePrivate(bool isPrivate)
{
    m_sending = true;
    m_conversations.setPrivate(m_id, isPrivate, this, [this](const Result<> &outcome) {
        m_sending = false;
        updatePrivate(); // back, if it did not work
        if (!outcome)
            m_error->showError(outcome.error());
    });
    updatePrivate();
    m_private->setChecked(isPrivate);
}

void ShareDialog::add()
{
    m_error->clear();
    const UserId user = m_found->chosen() ? m_found->chosen()->id : UserId(m_user->text().trimmed());
    m_shares->add(user, static_cast<ShareRole>(m_newRole->currentData().toInt()));
    m_user->clear();
    m_user->setFocus();
}

void ShareDialog::changeRole()
{
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    if (items.isEmpty())
        return;
    m_error->clear();
    m_shares->add(selected(), items.constFirst()->data(0, editorRole).toBool() ? ShareRole::Viewer : ShareRole::Editor);
}

void ShareDialog::removePerson()
{
    m_error->clear();
    m_shares->remove(selected());
}

} // namespace desk
