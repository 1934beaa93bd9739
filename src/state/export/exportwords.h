#pragma once

#include "state/export/exportcontent.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QStringList>

namespace desk {

// What every export says in words, in one place, so that no format can forget that an answer was cut short. Foreign names in it are
// harmless single lines. Any thread.
class ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(desk::ExportWords)
public:
    [[nodiscard]] static QString title(const Conversation &conversation);
    [[nodiscard]] static QString who(const Message &message);
    [[nodiscard]] static QString time(const QDateTime &time);     // local, with its offset to UTC; "" for none
    [[nodiscard]] static QString heading(const Message &message); // who and when
    // Empty for a complete message and for nothing else.
    [[nodiscard]] static QString state(const Message &message);
    [[nodiscard]] static QString toolCall(const ToolCall &call); // name, title, outcome, duration
    [[nodiscard]] static QString source(const Citation &citation);
    [[nodiscard]] static QString attachment(const StoredFile &file);
    [[nodiscard]] static QString thought(const Thought &thought);         // who thought; without the text
    [[nodiscard]] static QList<Thought> thoughts(const Message &message); // the plan first, as one of them
    [[nodiscard]] static QStringList facts(const ExportContent &content); // one line each, for the top

    [[nodiscard]] static QString attachmentsLabel();
    [[nodiscard]] static QString sourcesLabel();
    [[nodiscard]] static QString thoughtsLabel();
    [[nodiscard]] static QString inputLabel();
    [[nodiscard]] static QString outputLabel();

    // JSON as a person reads it: a text as it is, anything else indented; "" for what is not there.
    [[nodiscard]] static QString value(const QJsonValue &value);
};

} // namespace desk
