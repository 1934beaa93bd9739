#include "gui/settings/providerlist.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/twolinedelegate.h"
#include "state/llm/providerbook.h"

#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

enum Role { NameRole = Qt::UserRole, TitleRole, SummaryRole };

constexpr int maxRowsShown = 5; // then it scrolls

} // namespace

ProviderList::ProviderList(ProviderBook &book, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(Theme::icon(u"add"_s), tr("Add another"), this))
    , m_default(new QPushButton(Theme::icon(u"check"_s), tr("Use as default"), this))
    , m_remove(new QPushButton(Theme::icon(u"delete"_s), tr("Remove\u2026"), this))
{
    setObjectName(u"providerList"_s);
    build();
    connect(m_list, &QListWidget::currentItemChanged, this, [this] {
        updateButtons();
        Q_EMIT chosenChanged();
    });
    connect(m_add, &QPushButton::clicked, this, &ProviderList::addRequested);
    connect(m_default, &QPushButton::clicked, this, [this] { Q_EMIT defaultRequested(chosen()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(chosen()); });
    connect(&m_book, &ProviderBook::changed, this, &ProviderList::update);
    update();
}

void ProviderList::build()
{
    m_list->setObjectName(u"providerListRows"_s);
    m_list->setAccessibleName(tr("Providers"));
    m_list->setItemDelegate(new TwoLineDelegate(u"model"_s, TitleRole, SummaryRole, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add->setObjectName(u"providerAdd"_s);
    m_default->setObjectName(u"providerDefault"_s);
    m_remove->setObjectName(u"providerRemove"_s);
    auto *buttons = new FlowLayout;
    for (QPushButton *button : {m_add, m_default, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::space(this));
    column->addWidget(m_list);
    column->addLayout(buttons);
}

void ProviderList::update()
{
    const QString before = chosen();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const ModelProvider &provider : m_book.providers()) {
        QStringList models;
        for (const QString &model : provider.models)
            models << displayLine(model, 80);
        const QString name = displayLine(provider.name, 80);
        const bool isDefault = provider.name == m_book.defaultName();
        const QString address = displayLine(provider.baseUrl.toDisplayString(), 300);
        QStringList parts{isDefault ? tr("Default") : QString(), address, QLocale().createSeparatedList(models)};
        parts.removeAll(QString());
        auto *item = new QListWidgetItem(m_list);
        item->setData(NameRole, provider.name);
        item->setData(TitleRole, name);
        item->setData(SummaryRole, parts.join(u" \u00b7 "_s));
        item->setData(Qt::AccessibleTextRole, tr("%1: %2", "name of a provider, what is known of it").arg(name, parts.join(u", "_s)));
    }
    const int rows = qBound(1, m_list->count(), maxRowsShown);
    m_list->setFixedHeight(rows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
    setVisible(m_list->count() > 0);
    choose(before);
}

void ProviderList::choose(const QString &name)
{
    const QSignalBlocker blocker(m_list);
    int row = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(NameRole).toString() == name)
            row = i;
    }
    m_list->setCurrentRow(row);
    updateButtons();
}

QString ProviderList::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(NameRole).toString() : QString();
}

void ProviderList::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ProviderList::putInTabOrder(QWidget *before, QWidget *after)
{
    const QList<QWidget *> chain{before, m_list, m_add, m_default, m_remove, after};
    for (qsizetype i = 1; i < chain.size(); ++i)
        setTabOrder(chain.at(i - 1), chain.at(i));
}

// A disabled button would take the focus away from whoever pressed it.
void ProviderList::updateButtons()
{
    const bool isChosen = !chosen().isEmpty();
    const bool canBeDefault = isChosen && chosen() != m_book.defaultName();
    if ((m_default->hasFocus() && !canBeDefault) || (m_remove->hasFocus() && !isChosen))
        focusList();
    m_default->setEnabled(canBeDefault);
    m_remove->setEnabled(isChosen);
}

} // namespace desk
