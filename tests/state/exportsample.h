#pragma once

#include "state/export/exportcontent.h"

#include <QJsonArray>
#include <QJsonObject>

// A conversation with everything an export has to say.
namespace desk::test {

inline ToolCall sampleCall()
{
    ToolCall call;
    call.tool = QStringLiteral("table_query");
    call.title = QStringLiteral("Asking the table");
    call.input = QJsonObject{{QStringLiteral("sql"), QStringLiteral("select 1")}};
    call.output = QJsonObject{{QStringLiteral("rows"), QJsonArray{1, 2}}};
    call.finished = true;
    call.durationMs = 1200;
    return call;
}

inline ExportContent sampleContent()
{
    ExportContent content;
    content.conversation.id = ConversationId(QStringLiteral("c1"));
    content.conversation.title = QStringLiteral("Sales of Q3");
    content.conversation.createdAt = QDateTime(QDate(2026, 5, 2), QTime(9, 14), Qt::UTC);
    Message question;
    question.id = MessageId(QStringLiteral("m1"));
    question.role = Role::User;
    question.content = QStringLiteral("Which region sold most?");
    question.createdAt = QDateTime(QDate(2026, 5, 2), QTime(9, 14, 3), Qt::UTC);
    question.attachments = {{FileId(QStringLiteral("f1")), QStringLiteral("sales.csv"), QStringLiteral("text/csv"), 1204, {}}};
    Message answer;
    answer.id = MessageId(QStringLiteral("m2"));
    answer.role = Role::Assistant;
    answer.content = QStringLiteral("**North** sold most.\n\n| Region | Sold |\n|---|--:|\n| North | 1204 |\n");
    answer.createdAt = QDateTime(QDate(2026, 5, 2), QTime(9, 14, 9), Qt::UTC);
    answer.toolCalls = {sampleCall()};
    answer.citations = {{FileId(QStringLiteral("f1")), QStringLiteral("sales.csv"), 3, QStringLiteral("North,1204")}};
    answer.thoughts = {{QStringLiteral("planner"), QStringLiteral("The table has a column of regions."), {}, false}};
    Message cut = answer;
    cut.id = MessageId(QStringLiteral("m3"));
    cut.state = MessageState::Interrupted;
    cut.errorText = QStringLiteral("The connection was lost.");
    cut.content = QStringLiteral("South sold");
    content.messages = {question, answer, cut};
    content.facts = {
        QStringLiteral("Agent Desk"),         QStringLiteral("0.1.0"),         QStringLiteral("local"), QStringLiteral("0.1.0"),
        QStringLiteral("http://127.0.0.1:1"), QStringLiteral("Table analyst"), QStringLiteral("auto")};
    content.writtenAt = QDateTime(QDate(2026, 5, 2), QTime(9, 20), Qt::UTC);
    return content;
}

} // namespace desk::test
