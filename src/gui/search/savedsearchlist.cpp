#include "gui/search/savedsearchlist.h"

#include "gui/insights/undobar.h"
#include "gui/search/savedsearchview.h"
#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/settings/savedsearches.h"

#include <QPointer>
#include <QTextDocument>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int textRole = Qt::UserRole + 1;

} // namespace

SavedSearchList::SavedSearchList(std::function<SavedSearches()> saved, UndoBar &undo, QWidget *parent)
    : QWidget(parent)
    , m_saved(std::move(saved))
    , m_undo(undo)
    , m_view(new SavedSearchView(this))
{
    setObjectName(u"savedSearchList"_s);
    auto *title = new PlainLabel(tr("Saved &searches"), this);
    title->setObjectName(u"savedSearchTitle"_s);
    title->setBuddy(m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(this) / 2);
    column->addWidget(title);
    column->addWidget(m_view, 1);
    connect(m_view, &SavedSearchView::opened, this, &SavedSearchList::open);
    connect(m_view, &SavedSearchView::removeRequested, this, &SavedSearchList::remove);
    connect(m_view, &QListWidget::itemChanged, this, &SavedSearchList::rename);
    refresh();
}

void SavedSearchList::refresh()
{
    m_isFilling = true;
    const QString current = m_view->currentItem() ? m_view->currentItem()->data(idRole).toString() : QString();
    m_view->clear();
    const QList<SavedSearch> all = m_saved().all();
    for (const SavedSearch &search : all) {
        auto *item = new QListWidgetItem(search.name, m_view);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setData(idRole, search.id);
        item->setData(textRole, search.text);
        item->setToolTip(Qt::convertFromPlainText(displayLine(search.text)));
        if (search.name != search.text)
            item->setData(Qt::AccessibleTextRole, tr("%1: %2", "name of a saved search, what it looks for").arg(search.name, search.text));
    }
    select(current);
    m_isFilling = false;
    setVisible(!all.isEmpty());
}

void SavedSearchList::select(const QString &id)
{
    for (int row = 0; row < m_view->count(); ++row) {
        if (m_view->item(row)->data(idRole).toString() == id)
            return m_view->setCurrentRow(row);
    }
    m_view->setCurrentRow(0);
}

QString SavedSearchList::whyNotSave(const QString &text) const
{
    if (text.trimmed().isEmpty())
        return tr("Type what to search for, then it can be saved.");
    if (!m_saved().canSave())
        return tr("No more searches can be saved. Delete one first.");
    return {};
}

void SavedSearchList::save(const QString &text)
{
    if (!whyNotSave(text).isEmpty())
        return;
    const QString id = m_saved().save({}, text);
    if (id.isEmpty())
        return;
    refresh();
    select(id);
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->editItem(m_view->currentItem());
}

void SavedSearchList::open(QListWidgetItem *item)
{
    Q_EMIT opened(item->data(textRole).toString());
}

// Later: the editor that has just closed belongs to a row that would go.
void SavedSearchList::rename(QListWidgetItem *item)
{
    if (m_isFilling)
        return;
    const QString id = item->data(idRole).toString();
    (void)m_saved().rename(id, item->text()); // an empty name is not taken: the one before comes back
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            refresh();
            m_isFilling = true;
            select(id);
            m_isFilling = false;
        },
        Qt::QueuedConnection);
}

void SavedSearchList::remove(QListWidgetItem *item)
{
    const bool hadFocus = m_view->hasFocus();
    SavedSearches saved = m_saved();
    const std::optional<SavedSearch> gone = saved.remove(item->data(idRole).toString());
    refresh();
    if (!gone)
        return;
    m_undo.offer(tr("\u201C%1\u201D was deleted.").arg(gone->name), [self = QPointer(this), saved, search = *gone]() mutable {
        if (!self)
            return;
        saved.restore(search); // not to the profile that is open by now
        self->refresh();
        self->select(search.id);
        self->m_view->setFocus(Qt::OtherFocusReason);
    });
    if (hadFocus && isHidden())
        Q_EMIT emptied();
}

} // namespace desk
