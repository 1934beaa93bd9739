#include "gui/insights/categorybar.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/flowlayout.h"
#include "state/insights/insighttexts.h"

#include <QButtonGroup>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

OpenEnum<InsightCategory> categoryOf(const QString &word)
{
    return word.isEmpty() ? OpenEnum<InsightCategory>() : OpenEnum<InsightCategory>::fromWire(word);
}

} // namespace

CategoryBar::CategoryBar(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"categoryBar"_s);
    auto *row = new FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(this, 0.75));
    button({})->setChecked(true);
    for (const OpenEnum<InsightCategory> category : InsightTexts::categories)
        button(category.wire());
    setCounts({}, 0);
}

QToolButton *CategoryBar::button(const QString &word)
{
    QToolButton *&known = m_buttons[word];
    if (known)
        return known;
    known = new QToolButton(this);
    known->setObjectName(u"category:"_s + word);
    known->setCheckable(true);
    known->setFocusPolicy(Qt::StrongFocus);
    m_group->addButton(known);
    layout()->addWidget(known);
    known->show();
    connect(known, &QToolButton::clicked, this, [this, word] { Q_EMIT chosen(categoryOf(word)); });
    return known;
}

void CategoryBar::setCounts(const QMap<QString, int> &counts, int total)
{
    for (auto count = counts.begin(); count != counts.end(); ++count)
        button(count.key()); // a word of the server's own
    for (auto entry = m_buttons.cbegin(); entry != m_buttons.cend(); ++entry) {
        const QString title = entry.key().isEmpty() ? tr("All") : displayLine(InsightTexts::title(categoryOf(entry.key())), 40);
        const int number = entry.key().isEmpty() ? total : counts.value(entry.key());
        entry.value()->setText(tr("%1 (%2)", "kind of insights, how many there are").arg(title, QLocale().toString(number)));
    }
}

void CategoryBar::setCurrent(const OpenEnum<InsightCategory> &category)
{
    button(category.wire())->setChecked(true);
}

} // namespace desk
