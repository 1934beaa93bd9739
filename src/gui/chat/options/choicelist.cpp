#include "gui/chat/options/choicelist.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int keyRole = Qt::UserRole + 1;
constexpr int searchRole = Qt::UserRole + 2;
constexpr int shownRows = 5;

} // namespace

ChoiceList::ChoiceList(const QString &objectName, const QString &name, const QString &unknown, QWidget *parent)
    : QWidget(parent)
    , m_unknown(unknown)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_count(new PlainLabel(this))
    , m_all(new QPushButton(tr("Select all"), this))
    , m_none(new QPushButton(tr("Clear"), this))
{
    m_search->setObjectName(objectName + u"Search"_s);
    m_search->setPlaceholderText(tr("Search\u2026"));
    m_search->setAccessibleName(tr("Search: %1", "the name of a list").arg(name));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(objectName);
    m_list->setAccessibleName(name);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(shownRows * (fontMetrics().lineSpacing() + Theme::space(this, 0.75)) + 2 * m_list->frameWidth());
    m_count->setObjectName(objectName + u"Count"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_all->setObjectName(objectName + u"All"_s);
    m_none->setObjectName(objectName + u"Clear"_s);
    for (QPushButton *button : {m_all, m_none}) {
        button->setAutoDefault(false);
        button->setFlat(true);
    }
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(m_all);
    foot->addWidget(m_none);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(this, 0.5));
    column->addWidget(m_search);
    column->addWidget(m_list);
    column->addLayout(foot);
    connect(m_search, &QLineEdit::textChanged, this, &ChoiceList::filter);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        updateCount();
        Q_EMIT changed();
    });
    connect(m_all, &QPushButton::clicked, this, [this] { setAllTicked(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { setAllTicked(false); });
}

void ChoiceList::setChoices(const QList<Choice> &choices, const QStringList &ticked)
{
    const QSignalBlocker blocker(m_list);
    const QString current = m_list->currentItem() == nullptr ? QString() : m_list->currentItem()->data(keyRole).toString();
    m_list->clear();
    QList<Choice> all = choices;
    for (const QString &key : ticked) {
        const bool isKnown = std::any_of(choices.cbegin(), choices.cend(), [&key](const Choice &choice) { return choice.key == key; });
        if (!isKnown)
            all.append({key, tr("%1 (%2)", "a name, and that nobody knows it").arg(displayLine(key, 60), m_unknown), {}});
    }
    for (const Choice &choice : std::as_const(all)) {
        auto *item = new QListWidgetItem(displayLine(choice.title, 60), m_list);
        item->setData(keyRole, choice.key);
        item->setData(searchRole, QString(choice.title + u' ' + choice.key + u' ' + choice.about));
        item->setToolTip(
            Qt::convertFromPlainText(displayLine(choice.about.isEmpty() ? choice.title : choice.about, 300), Qt::WhiteSpaceNormal));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked.contains(choice.key) ? Qt::Checked : Qt::Unchecked);
        if (choice.key == current)
            m_list->setCurrentItem(item);
    }
    filter(m_search->text());
    updateCount();
}

QStringList ChoiceList::ticked() const
{
    QStringList keys;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            keys.append(m_list->item(row)->data(keyRole).toString());
    }
    return keys;
}

// Those that can be seen: what a search left out stays as it is.
void ChoiceList::setAllTicked(bool ticked)
{
    {
        const QSignalBlocker blocker(m_list);
        for (int row = 0; row < m_list->count(); ++row) {
            if (!m_list->item(row)->isHidden())
                m_list->item(row)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_list->viewport()->update();
    updateCount();
    Q_EMIT changed();
}

void ChoiceList::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->data(searchRole).toString().contains(text.trimmed(), Qt::CaseInsensitive));
    }
}

void ChoiceList::updateCount()
{
    m_count->setText(tr("%n of %1 selected", nullptr, static_cast<int>(ticked().size())).arg(m_list->count()));
}

} // namespace desk
