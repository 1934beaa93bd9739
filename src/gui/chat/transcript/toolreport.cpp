#include "gui/chat/transcript/toolreport.h"

#include "gui/text/markdownbuilder.h"
#include "gui/text/markdowntarget.h"

#include <QJsonDocument>
#include <QLocale>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longText = 120;
constexpr qsizetype maxText = 8000;
constexpr int maxDepth = 6;

// How much JSON a value is, looked at only as far as the budget goes.
int budgetLeft(const QJsonValue &value, int budget)
{
    budget -= 1 + static_cast<int>(qMin<qsizetype>(value.toString().size(), budget));
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (auto it = array.begin(); it != array.end() && budget > 0; ++it)
            budget = budgetLeft(*it, budget);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end() && budget > 0; ++it)
            budget = budgetLeft(it.value(), budget - static_cast<int>(it.key().size()));
    }
    return budget;
}

QString scalar(const QJsonValue &value)
{
    if ((value.isArray() || value.isObject()) && budgetLeft(value, maxText) <= 0)
        return u"\u2026"_s;
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Null:
        return u"\u2013"_s;
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return {};
    }
}

QString languageOf(const QString &name, const QString &text)
{
    const QString key = name.toLower();
    if (key.contains("sql"_L1) || text.startsWith("select "_L1, Qt::CaseInsensitive) || text.startsWith("with "_L1, Qt::CaseInsensitive))
        return u"sql"_s;
    return key == "code"_L1 || key == "script"_L1 ? u"code"_s : QString();
}

} // namespace

ToolReport::ToolReport(MarkdownTarget &target)
    : m_target(target)
{
}

QString ToolReport::duration(qint64 milliseconds)
{
    if (milliseconds < 0)
        return {};
    if (milliseconds < 60'000)
        return tr("%1 s").arg(QLocale().toString(static_cast<double>(milliseconds) / 1000.0, 'f', 1));
    return tr("%1 min %2 s").arg(milliseconds / 60'000).arg(milliseconds / 1000 % 60);
}

void ToolReport::write(const ToolCall &call, const MarkdownStyle &style, QTextDocument &into)
{
    MarkdownBuilder builder(style, into);
    write(call, builder);
}

bool ToolReport::write(const ToolCall &call, MarkdownTarget &into)
{
    ToolReport report(into);
    if (!call.input.isUndefined() && !call.input.isNull()) {
        report.heading(tr("Input"));
        report.value({}, call.input, 0);
    }
    if (!call.error.isEmpty()) {
        report.heading(tr("Problem"));
        report.line({}, call.error, 0);
    }
    if (call.finished && !call.output.isUndefined() && !call.output.isNull()) {
        report.heading(tr("Output"));
        report.value({}, call.output, 0);
    } else if (!call.finished) {
        report.heading(tr("Still running"));
    }
    if (!report.m_written)
        report.line({}, tr("The tool gave no details."), 0);
    return !report.m_cut;
}

void ToolReport::heading(const QString &text)
{
    m_target.beginParagraph();
    m_target.pushSpan(MarkdownSpan::Caption);
    m_target.addText(text);
    m_target.popSpan();
    m_target.endBlock();
    m_written = true;
}

void ToolReport::value(const QString &name, const QJsonValue &value, int depth)
{
    if (++m_lines > maxLines || depth > maxDepth) {
        m_cut = true;
        if (m_lines == maxLines + 1)
            line({}, tr("More is not shown here."), 0);
        return;
    }
    if (value.isObject() && !value.toObject().isEmpty()) {
        if (!name.isEmpty())
            line(name, {}, depth);
        object(value.toObject(), name.isEmpty() ? depth : depth + 1);
    } else if (value.isArray() && !value.toArray().isEmpty()) {
        array(name, value.toArray(), depth);
    } else {
        const QString text = scalar(value);
        if (!languageOf(name, text).isEmpty() || text.size() > longText || text.contains(u'\n'))
            code(name, text);
        else
            line(name, text, depth);
    }
}

void ToolReport::object(const QJsonObject &object, int depth)
{
    const bool hasTable = table(object);
    for (auto it = object.begin(); it != object.end() && m_lines <= maxLines; ++it) {
        if (!hasTable || (it.key() != "columns"_L1 && it.key() != "rows"_L1))
            value(it.key(), it.value(), depth);
    }
}

bool ToolReport::table(const QJsonObject &object)
{
    if (!object.value("columns"_L1).isArray() || !object.value("rows"_L1).isArray())
        return false;
    const QJsonArray columnNames = object.value("columns"_L1).toArray();
    const QJsonArray rowValues = object.value("rows"_L1).toArray();
    QStringList columns;
    for (const QJsonValue &column : columnNames)
        columns << (column.isObject() ? column.toObject().value("name"_L1).toString() : scalar(column));
    QList<QStringList> rows;
    for (const QJsonValue &row : rowValues) {
        if (rows.size() == maxRows)
            break;
        QStringList cells;
        for (qsizetype i = 0; i < columns.size(); ++i)
            cells << scalar(row.isObject() ? row.toObject().value(columns.at(i)) : row.toArray().at(i));
        rows << cells;
    }
    if (columns.isEmpty() || rows.isEmpty())
        return false;
    table(columns, rows, rowValues.size());
    return true;
}

void ToolReport::array(const QString &name, const QJsonArray &array, int depth)
{
    const bool objects = array.first().isObject() && array.first().toObject().size() <= 8;
    if (!name.isEmpty())
        line(name,
             array.first().isObject() || array.first().isArray() ? QString() : tr("%n values", nullptr, static_cast<int>(array.size())),
             depth);
    if (objects) {
        const QStringList columns = array.first().toObject().keys();
        QList<QStringList> rows;
        for (auto entry = array.begin(); entry != array.end() && rows.size() < maxRows; ++entry) {
            const QJsonObject object = entry->toObject();
            QStringList cells;
            for (const QString &column : columns)
                cells << scalar(object.value(column));
            rows << cells;
        }
        table(columns, rows, array.size());
        return;
    }
    int number = 0;
    for (auto entry = array.begin(); entry != array.end() && m_lines <= maxLines; ++entry)
        value(QString::number(++number), *entry, depth + 1);
}

void ToolReport::table(const QStringList &columns, const QList<QStringList> &rows, qsizetype total)
{
    m_target.beginTable(static_cast<unsigned>(columns.size()), static_cast<unsigned>(rows.size()) + 1);
    m_target.beginRow();
    for (const QString &column : columns) {
        m_target.beginCell(Qt::AlignLeading, true);
        m_target.addText(column.left(200), TextUse::Code);
    }
    for (const QStringList &row : rows) {
        m_target.beginRow();
        for (const QString &cell : row) {
            bool number = false;
            cell.toDouble(&number);
            m_target.beginCell(number ? Qt::AlignTrailing : Qt::AlignLeading, false);
            m_target.addText(cell.left(500), TextUse::Code);
        }
    }
    m_target.endTable();
    m_cut = m_cut || total > rows.size();
    if (total > rows.size())
        line({}, tr("%n more rows", nullptr, static_cast<int>(total - rows.size())), 0);
}

void ToolReport::line(const QString &name, const QString &text, int depth)
{
    m_target.beginParagraph();
    const QString lead = QString(depth * 2, QChar(QChar::Nbsp));
    m_target.pushSpan(MarkdownSpan::Label);
    if (!name.isEmpty())
        m_target.addText(lead + name.left(80) + u": "_s, TextUse::Code);
    m_target.popSpan();
    m_target.addText(text.left(maxText), TextUse::Code);
    m_cut = m_cut || text.size() > maxText;
    m_written = true;
    m_target.endBlock();
}

void ToolReport::code(const QString &name, const QString &text)
{
    const QString language = languageOf(name, text);
    m_cut = m_cut || text.size() > maxText;
    m_written = true;
    m_target.beginCode(language.isEmpty() ? name : language, true, true);
    m_target.addCode(text.size() > maxText ? QString(text.left(maxText) + u'\u2026') : text);
    m_target.endCode();
}

} // namespace desk
