#include "gui/conversations/tagsdialog.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/store/conversationmarks.h"

#include <QCompleter>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int wasRole = Qt::UserRole + 1; // the state it came with

} // namespace

TagsDialog::TagsDialog(ConversationMarks &marks, const QList<ConversationId> &ids, QWidget *parent)
    : QDialog(parent)
    , m_marks(marks)
    , m_ids(ids)
    , m_list(new QListWidget(this))
    , m_field(new QLineEdit(this))
{
    setObjectName(u"tagsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Tags"));
    auto *intro =
        new PlainLabel(tr("Tags of %n conversations. They are kept on this computer only.", nullptr, static_cast<int>(ids.size())), this);
    intro->setWordWrap(true);
    m_list->setObjectName(u"tagList"_s);
    m_list->setAccessibleName(tr("Tags"));
    m_field->setObjectName(u"tagField"_s);
    m_field->setAccessibleName(tr("New tag"));
    m_field->setPlaceholderText(tr("New tag"));
    m_field->setMaxLength(ConversationMarks::maxTagLength);
    auto *completer = new QCompleter(marks.tags(), m_field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_field->setCompleter(completer);
    auto *add = new QPushButton(tr("&Add"), this);
    add->setObjectName(u"addTagButton"_s);
    add->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->addWidget(m_field, 1);
    line->addWidget(add);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addLayout(line);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    const QStringList tags = marks.tags();
    for (const QString &tag : tags) {
        const auto having =
            std::count_if(ids.cbegin(), ids.cend(), [&](const ConversationId &id) { return marks.mark(id).tags.contains(tag); });
        addTag(tag, having == 0 ? Qt::Unchecked : having == ids.size() ? Qt::Checked : Qt::PartiallyChecked);
    }
    connect(add, &QPushButton::clicked, this, &TagsDialog::addTyped);
    connect(buttons, &QDialogButtonBox::accepted, this, &TagsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(Theme::space(this, 40), Theme::space(this, 40));
    m_field->setFocus();
}

void TagsDialog::addTag(const QString &tag, Qt::CheckState state)
{
    auto *item = new QListWidgetItem(tag, m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setData(wasRole, state);
    item->setCheckState(state);
}

void TagsDialog::addTyped()
{
    const QString tag = ConversationMarks::tidyTag(m_field->text());
    m_field->clear();
    if (tag.isEmpty())
        return;
    const QList<QListWidgetItem *> known = m_list->findItems(tag, Qt::MatchFixedString);
    if (known.isEmpty())
        addTag(tag, Qt::Unchecked);
    QListWidgetItem *item = known.isEmpty() ? m_list->item(m_list->count() - 1) : known.constFirst();
    item->setCheckState(Qt::Checked);
    m_list->scrollToItem(item);
    m_field->setFocus();
}

void TagsDialog::accept()
{
    addTyped();
    QStringList added;
    QStringList removed;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->data(wasRole).toInt() == item->checkState())
            continue;
        if (item->checkState() == Qt::Checked)
            added.append(item->text());
        else if (item->checkState() == Qt::Unchecked)
            removed.append(item->text());
    }
    m_marks.changeTags(m_ids, added, removed);
    QDialog::accept();
}

} // namespace desk
