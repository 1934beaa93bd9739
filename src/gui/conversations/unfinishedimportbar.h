#pragma once

#include "gui/widgets/cardframe.h"
#include "state/store/unfinishedimports.h"

#include <optional>

class QLabel;
class QPushButton;

namespace desk {

class ConversationStore;
class ConversationTools;

// Below the list while the end of the program has cut an import: which, and whether the part that arrived goes or stays. One at a time,
// once the list knows it. Announced to assistive technology.
class UnfinishedImportBar : public CardFrame
{
    Q_OBJECT
public:
    UnfinishedImportBar(ConversationTools &tools, ConversationStore &conversations, QWidget *parent = nullptr); // both outlive it

private:
    void update();
    void decide(bool removes);
    [[nodiscard]] std::optional<UnfinishedImports::Part> part() const;

    ConversationTools &m_tools;
    ConversationStore &m_conversations;
    QString m_shown; // id
    QLabel *m_text;
    QPushButton *m_remove;
    QPushButton *m_keep;
};

} // namespace desk
