#include "localserver/engine/periodfinder.h"
#include "localserver/engine/columnguess.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

struct PeriodFinderText {
    Q_DECLARE_TR_FUNCTIONS(PeriodFinderText)
};

bool oneOf(const QString &word, const char *list)
{
    return !word.isEmpty() && QString::fromLatin1(list).split(u' ').contains(word);
}

QString day(const QDate &date)
{
    return date.toString(u"yyyy-MM-dd"_s);
}

} // namespace

QString Period::condition(const QString &column) const
{
    if (from.isValid() && to.isValid())
        return u"%1 >= '%2' AND %1 < '%3'"_s.arg(column, day(from), day(to));
    if (from.isValid())
        return u"%1 >= '%2'"_s.arg(column, day(from));
    if (to.isValid())
        return u"%1 < '%2'"_s.arg(column, day(to));
    if (dayOfMonth > 0)
        return u"strftime('%m-%d', %1) = '%2'"_s.arg(column, QDate(2000, firstMonth, qMin(dayOfMonth, 28)).toString(u"MM-"_s) +
                                                                 u"%1"_s.arg(dayOfMonth, 2, 10, QChar(u'0')));
    return u"CAST(strftime('%m', %1) AS INTEGER) BETWEEN %2 AND %3"_s.arg(column).arg(firstMonth).arg(lastMonth);
}

PeriodFinder::PeriodFinder(QuestionTokens &tokens, const QDate &first, const QDate &last)
    : m_tokens(tokens)
    , m_onlyYear(first.year() == last.year() ? first.year() : 0)
    , m_firstYear(first.year())
    , m_lastYear(last.year())
{
}

QList<Period> PeriodFinder::find()
{
    QList<Period> out;
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
        Atom atom;
        if (m_tokens[i].used || !readAtom(i, &atom))
            continue;
        Period period;
        qsizetype next = atom.end;
        bool related = false;
        if (!joinRange(atom, &period, &next)) {
            period = relation(atom, &related);
            if (!related)
                period = periodOf(atom);
        }
        use(atom.begin, next);
        out.append(period);
        i = next - 1;
    }
    return out;
}

QString PeriodFinder::word(qsizetype at) const
{
    return at >= 0 && at < m_tokens.size() && !m_tokens[at].used ? m_tokens[at].folded : QString();
}

bool PeriodFinder::isYear(qsizetype at) const
{
    static const QRegularExpression digits(u"^(19|20)\\d\\d$"_s);
    if (at < 0 || at >= m_tokens.size() || m_tokens[at].used || !digits.match(m_tokens[at].raw).hasMatch())
        return false;
    const QString before = word(at - 1);
    // "more than 2000 units" is an amount.
    return !isIn(Vocabulary::More, before) && !isIn(Vocabulary::Less, before) &&
           !oneOf(before, "than least most als top > < = >= <= limit mindestens hochstens");
}

int PeriodFinder::ordinal(qsizetype at) const
{
    static const char *const names[4] = {"first 1st erste erstes ersten erster 1", "second 2nd zweite zweites zweiten zweiter 2",
                                         "third 3rd dritte drittes dritten dritter 3", "fourth 4th vierte viertes vierten vierter 4"};
    for (int i = 0; i < 4; ++i) {
        if (oneOf(word(at), names[i]))
            return i + 1;
    }
    return 0;
}

bool PeriodFinder::readAtom(qsizetype at, Atom *atom) const
{
    const QuestionToken &token = m_tokens[at];
    atom->begin = at;
    atom->end = at + 1;
    if (token.kind == QuestionToken::Kind::Date) {
        const QDate date = QDate::fromString(token.folded, Qt::ISODate);
        *atom = {Period::Unit::Day, date.year(), date.month(), date.month(), date.day(), at, at + 1};
        return date.isValid();
    }
    if (readSpan(at, atom) || readMonth(at, atom)) {
        readYear(atom);
        return true;
    }
    if (!isYear(at))
        return false;
    const int year = token.raw.toInt();
    if (year < m_firstYear - 30 || year > m_lastYear + 30)
        return false;
    Atom inner;
    // "2025 Q3", "2025 March"
    if (at + 1 < m_tokens.size() && !m_tokens[at + 1].used && (readSpan(at + 1, &inner) || readMonth(at + 1, &inner)) &&
        !isYear(inner.end)) {
        *atom = inner;
        atom->begin = at;
    } else {
        atom->unit = Period::Unit::Year;
    }
    atom->year = year;
    return true;
}

bool PeriodFinder::readSpan(qsizetype at, Atom *atom) const
{
    static const QRegularExpression shortForm(u"^(?:q([1-4])|h([12])|([1-4])q)$"_s);
    static constexpr char quarters[] = "quarter quartal quartals";
    static constexpr char halves[] = "half halfte halbjahr halbjahres";
    int number = 0;
    bool half = false;
    qsizetype end = at + 1;
    if (const auto match = shortForm.match(word(at)); match.hasMatch()) {
        half = match.hasCaptured(2);
        number = (half ? match.captured(2) : match.captured(1) + match.captured(3)).toInt();
    } else if (ordinal(at) > 0 && (oneOf(word(at + 1), quarters) || oneOf(word(at + 1), halves))) {
        number = ordinal(at);
        half = oneOf(word(at + 1), halves);
        end = at + 2;
    } else if (oneOf(word(at), quarters) && at + 1 < m_tokens.size() && m_tokens[at + 1].kind == QuestionToken::Kind::Number) {
        number = ordinal(at + 1);
        end = at + 2;
    }
    if (number == 0 || (half && number > 2))
        return false;
    const int months = half ? 6 : 3;
    *atom = {half ? Period::Unit::Half : Period::Unit::Quarter, 0, (number - 1) * months + 1, number * months, 0, at, end};
    return true;
}

bool PeriodFinder::readMonth(qsizetype at, Atom *atom) const
{
    static const QRegularExpression dayNumber(u"^(\\d{1,2})(?:st|nd|rd|th)?$"_s);
    const auto dayAt = [this](qsizetype index) {
        const auto match = dayNumber.match(word(index));
        const int number = match.hasMatch() ? match.captured(1).toInt() : 0;
        return number >= 1 && number <= 31 ? number : 0;
    };
    qsizetype monthAt = at;
    int dayOfMonth = 0;
    if (dayAt(at) > 0 && monthNumber(word(at + 1)) > 0) {
        dayOfMonth = dayAt(at);
        monthAt = at + 1;
    }
    const QString name = word(monthAt);
    const int month = m_tokens[monthAt].kind == QuestionToken::Kind::Word ? monthNumber(name) : 0;
    if (month == 0)
        return false;
    // "may" and "mar" are also ordinary words: only a month next to a preposition or a number.
    const bool doubtful = oneOf(name, "may mar jan jun");
    const bool supported =
        oneOf(word(monthAt - 1),
              "in of from to since until till for during and between by before after im bis von seit ab vor nach und ende") ||
        isYear(monthAt + 1) || dayAt(monthAt + 1) > 0 || dayOfMonth > 0;
    if (doubtful && !supported && m_tokens[monthAt].raw.front().isLower())
        return false;
    qsizetype end = monthAt + 1;
    if (dayOfMonth == 0 && dayAt(end) > 0 && !isYear(end)) {
        dayOfMonth = dayAt(end);
        ++end;
    }
    *atom = {dayOfMonth > 0 ? Period::Unit::Day : Period::Unit::Month, 0, month, month, dayOfMonth, at, end};
    return true;
}

void PeriodFinder::readYear(Atom *atom) const
{
    qsizetype at = atom->end;
    while (at < m_tokens.size() && at < atom->end + 3 && oneOf(word(at), "of in the year des jahres im jahr"))
        ++at;
    if (isYear(at)) {
        atom->year = m_tokens[at].raw.toInt();
        atom->end = at + 1;
    }
}

Period PeriodFinder::periodOf(Atom atom) const
{
    const int year = atom.year > 0 ? atom.year : m_onlyYear;
    Period out;
    out.unit = atom.unit;
    const QString ofYear = year > 0 ? QString::number(year) : QString();
    switch (atom.unit) {
    case Period::Unit::Quarter:
        out.label = u"Q%1 %2"_s.arg((atom.firstMonth + 2) / 3).arg(ofYear).trimmed();
        break;
    case Period::Unit::Half:
        out.label = u"H%1 %2"_s.arg(atom.firstMonth > 6 ? 2 : 1).arg(ofYear).trimmed();
        break;
    case Period::Unit::Month:
        out.label = year > 0 ? QDate(year, atom.firstMonth, 1).toString(u"yyyy-MM"_s) : QLocale().standaloneMonthName(atom.firstMonth);
        break;
    default:
        out.label = ofYear;
    }
    out.firstMonth = atom.firstMonth;
    out.lastMonth = atom.lastMonth;
    out.dayOfMonth = atom.day;
    if (atom.day > 0)
        out.label = u"%1 %2"_s.arg(QLocale().standaloneMonthName(atom.firstMonth)).arg(atom.day);
    if (year == 0)
        return out;
    if (atom.unit == Period::Unit::Day) {
        out.from = QDate(year, atom.firstMonth, atom.day);
        out.to = out.from.addDays(1);
        out.label = day(out.from);
    } else {
        out.from = QDate(year, qMax(1, atom.firstMonth), 1);
        out.to = QDate(year, atom.lastMonth == 0 ? 12 : atom.lastMonth, 1).addMonths(1);
    }
    return out;
}

Period PeriodFinder::relation(const Atom &atom, bool *isRelation)
{
    Period whole = periodOf(atom);
    const QString before = word(atom.begin - 1);
    const bool after = oneOf(before, "after nach");
    const bool since = oneOf(before, "since from ab seit von");
    const bool earlier = oneOf(before, "before vor");
    const bool until = oneOf(before, "until till bis through");
    *isRelation = (after || since || earlier || until) && whole.from.isValid();
    if (!*isRelation || (oneOf(before, "from von") && atom.unit != Period::Unit::Day)) {
        *isRelation = false; // "the revenue from Q3" means in Q3
        return whole;
    }
    Period out;
    out.unit = Period::Unit::Range;
    if (after || since) {
        out.from = after ? whole.to : whole.from;
        out.label = PeriodFinderText::tr("from %1 on").arg(day(out.from));
    } else {
        out.to = earlier ? whole.from : whole.to;
        out.label = PeriodFinderText::tr("before %1").arg(day(out.to));
    }
    use(atom.begin - 1, atom.begin);
    return out;
}

// "between January and March", "from 2025-01-10 to 2025-02-01", "Q1 to Q2", "von Mai bis Juli": two atoms, both included.
bool PeriodFinder::joinRange(const Atom &first, Period *out, qsizetype *next)
{
    const QString before = word(first.begin - 1);
    const QString link = word(first.end);
    const bool between = oneOf(before, "between zwischen");
    if (!oneOf(link, "to until till through bis and und") || (oneOf(link, "and und") && !between))
        return false;
    Atom second;
    if (first.end + 1 >= m_tokens.size() || !readAtom(first.end + 1, &second))
        return false;
    Atom start = first;
    if (start.year == 0)
        start.year = second.year;
    if (second.year == 0)
        second.year = start.year;
    const Period a = periodOf(start);
    const Period b = periodOf(second);
    out->unit = Period::Unit::Range;
    out->label = u"%1 – %2"_s.arg(a.label, b.label);
    if (a.from.isValid() && b.to.isValid() && a.from < b.to) {
        out->from = a.from;
        out->to = b.to;
    } else if (a.firstMonth > 0 && b.lastMonth >= a.firstMonth) {
        out->firstMonth = a.firstMonth;
        out->lastMonth = b.lastMonth;
    } else {
        return false;
    }
    if (between || oneOf(before, "from von"))
        use(first.begin - 1, first.begin);
    *next = second.end;
    return true;
}

void PeriodFinder::use(qsizetype begin, qsizetype end)
{
    for (qsizetype i = begin; i < end; ++i)
        m_tokens[i].used = true;
}

} // namespace desk::server
