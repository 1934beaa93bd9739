#include "gui/conversations/unfinishedimportbar.h"

#include "gui/text/textlimiter.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"
#include "state/conversations/conversationstore.h"
#include "state/conversations/conversationtools.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

UnfinishedImportBar::UnfinishedImportBar(ConversationTools &tools, ConversationStore &conversations, QWidget *parent)
    : CardFrame(parent)
    , m_tools(tools)
    , m_conversations(conversations)
    , m_text(new PlainLabel(this))
    , m_remove(new QPushButton(tr("Remove the part"), this))
    , m_keep(new QPushButton(tr("Keep it"), this))
{
    setObjectName(u"unfinishedImportBar"_s);
    m_text->setObjectName(u"unfinishedImportText"_s);
    m_text->setWordWrap(true);
    m_remove->setObjectName(u"unfinishedImportRemove"_s);
    m_keep->setObjectName(u"unfinishedImportKeep"_s);
    const int unit = Theme::space(this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_remove);
    auto *column = new QVBoxLayout(this); // the list may be narrow, and a title long
    column->setContentsMargins(unit, unit / 2, unit / 2, unit / 2);
    column->setSpacing(unit / 2);
    column->addWidget(m_text);
    column->addLayout(buttons);
    connect(m_remove, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] { decide(false); });
    connect(&tools.unfinishedImports(), &UnfinishedImports::changed, this, &UnfinishedImportBar::update);
    connect(&conversations, &ConversationStore::conversationsChanged, this, &UnfinishedImportBar::update);
    update();
}

// What is not in the list is gone already, or not loaded yet.
std::optional<UnfinishedImports::Part> UnfinishedImportBar::part() const
{
    for (const UnfinishedImports::Part &part : m_tools.unfinishedImports().parts()) {
        if (m_conversations.find(part.conversation))
            return part;
    }
    return std::nullopt;
}

void UnfinishedImportBar::update()
{
    const std::optional<UnfinishedImports::Part> told = part();
    const QString id = told ? told->conversation.value() : QString();
    setVisible(told.has_value());
    if (id == m_shown)
        return; // announced once
    m_shown = id;
    if (!told)
        return;
    m_text->setText(tr("The import of \u201C%1\u201D was not finished. A part of the conversation is on the server. To have all of it, "
                       "remove the part and import the file again.")
                        .arg(displayLine(told->title, 60)));
    setAccessibleName(m_text->text());
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void UnfinishedImportBar::decide(bool removes)
{
    const std::optional<UnfinishedImports::Part> decided = part();
    if (!decided)
        return;
    if (removes)
        m_tools.removals().remove({decided->conversation}); // can be undone, and waits for a connection
    m_tools.unfinishedImports().end(decided->conversation);
}

} // namespace desk
