#pragma once

#include "domain/conversation.h"
#include "gui/text/markdownstyle.h"

#include <QCoreApplication>

class QTextDocument;

namespace desk {

class MarkdownTarget;

// The input and output of a tool call for people: SQL and other long text as it is, columns and rows as a table, everything else as
// lines of name and value. Bounded; the raw value stays with the model.
class ToolReport
{
    Q_DECLARE_TR_FUNCTIONS(ToolReport)
public:
    static constexpr int maxRows = 50;
    static constexpr int maxLines = 200;

    static void write(const ToolCall &call, const MarkdownStyle &style, QTextDocument &into);
    static bool write(const ToolCall &call, MarkdownTarget &into); // false: there is more than fits here
    [[nodiscard]] static QString duration(qint64 milliseconds);    // "0.4 s", "2 min 5 s"; empty when unknown

private:
    explicit ToolReport(MarkdownTarget &target);
    void heading(const QString &text);
    void value(const QString &name, const QJsonValue &value, int depth);
    void object(const QJsonObject &object, int depth);
    void array(const QString &name, const QJsonArray &array, int depth);
    bool table(const QJsonObject &object);
    void table(const QStringList &columns, const QList<QStringList> &rows, qsizetype total);
    void line(const QString &name, const QString &text, int depth);
    void code(const QString &name, const QString &text);

    MarkdownTarget &m_target;
    int m_lines = 0;
    bool m_written = false;
    bool m_cut = false;
};

} // namespace desk
