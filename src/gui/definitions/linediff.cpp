#include "gui/definitions/linediff.h"

#include "gui/text/textlimiter.h"
#include "wire/json/listalignment.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = DiffLine::Kind;

constexpr qsizetype around = 1;            // lines that show where a place is
constexpr qsizetype mostSteps = 1'000'000; // of the comparison: lines before times lines after

// One side, from gap to gap.
class Side
{
public:
    Side(const QStringList &lines, Kind kind)
        : m_lines(lines)
        , m_kind(kind)
    {
    }

    void gap(qsizetype from, qsizetype count)
    {
        show(from - around, from);
        for (qsizetype i = from; i < from + count; ++i)
            m_out.append({m_kind, displayText(m_lines.at(i), TextUse::Code)});
        m_shown = std::max(m_shown, from + count);
        show(m_shown, m_shown + around);
    }
    [[nodiscard]] QList<DiffLine> finished(qsizetype mostLines)
    {
        if (m_shown < m_lines.size())
            omit();
        if (m_out.size() > mostLines) {
            m_out.resize(mostLines - 1);
            omit();
        }
        return m_out;
    }

private:
    void show(qsizetype from, qsizetype to)
    {
        from = std::max(from, m_shown);
        to = std::min(to, m_lines.size());
        if (from > m_shown)
            omit();
        for (qsizetype i = from; i < to; ++i)
            m_out.append({Kind::Plain, displayText(m_lines.at(i), TextUse::Code)});
        m_shown = std::max({m_shown, from, to});
    }
    void omit()
    {
        if (m_out.isEmpty() || m_out.constLast().kind != Kind::Omitted)
            m_out.append({Kind::Omitted, u"\u2026"_s});
    }

    const QStringList &m_lines;
    Kind m_kind;
    QList<DiffLine> m_out;
    qsizetype m_shown = 0; // so far from the first on, left out or not
};

} // namespace

LineDiff lineDiff(const QString &before, const QString &after, qsizetype mostLines)
{
    const QStringList linesBefore = before.split(u'\n');
    const QStringList linesAfter = after.split(u'\n');
    Side left(linesBefore, Kind::Removed);
    Side right(linesAfter, Kind::Added);
    qsizetype steps = mostSteps;
    const auto gaps = wire::listGaps(QJsonArray::fromStringList(linesBefore), QJsonArray::fromStringList(linesAfter), steps);
    for (const wire::ListGap &gap : gaps.value_or(QList<wire::ListGap>{{0, linesBefore.size(), 0, linesAfter.size()}})) {
        left.gap(gap.before, gap.removed);
        right.gap(gap.after, gap.added);
    }
    return {left.finished(mostLines), right.finished(mostLines)};
}

QString withSign(const DiffLine &line)
{
    switch (line.kind) {
    case Kind::Removed:
        return u"\u2212 "_s + line.text;
    case Kind::Added:
        return u"+ "_s + line.text;
    default:
        return line.text;
    }
}

QString withSigns(const QList<DiffLine> &lines)
{
    QStringList out;
    for (const DiffLine &line : lines)
        out.append(withSign(line));
    return out.join(u'\n');
}

} // namespace desk
