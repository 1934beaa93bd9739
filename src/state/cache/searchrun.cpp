#include "state/cache/searchrun.h"

#include "sqlite/sqlvalues.h"
#include "sqlite/statement.h"
#include "state/cache/cachetable.h"
#include "state/cache/filetexts.h"
#include "state/cache/phrasecheck.h"
#include "state/cache/snippet.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int windowSize = 120;     // neighbours in time that are ranked among each other
constexpr int phraseWindow = 1000;  // most of them are left out at a glance
constexpr int windowMs = 20;        // longer texts make it smaller
constexpr int sliceMs = 60;         // what was found by then is shown
constexpr int longestSliceMs = 400; // and if that is nothing
constexpr int mostTitles = 5;       // and as many insights
constexpr int mostTitlesAlone = 500;
constexpr int crowdedDays = 7;
constexpr qsizetype shortWord = 4; // fewer letters begin so many words that reading them all takes longer than a key stroke

QByteArray quoted(const QByteArray &word)
{
    QByteArray out = word;
    out.replace('"', "\"\"");
    return '"' + out + '"';
}

qint64 startOf(const QDate &day)
{
    return firstSeqOf(day.startOfDay());
}

} // namespace

SearchRun::SearchRun(Database &database, QString account, SearchQuery query, std::function<bool()> isStale)
    : m_database(database)
    , m_splitter(database)
    , m_account(std::move(account))
    , m_query(std::move(query))
    , m_isStale(std::move(isStale))
    , m_top(std::numeric_limits<qint64>::max())
    , m_below(m_top)
{
    prepare();
}

QList<QByteArray> SearchRun::split(const QString &text) const
{
    QList<QByteArray> words;
    for (const FullTextWords::Word &word : m_splitter.of(searchable(text)))
        words.append(word.text);
    return words;
}

void SearchRun::prepare()
{
    for (const SearchQuery::Term &term : std::as_const(m_query.terms)) {
        const Words words{split(term.text), term.isPrefix};
        if (words.words.isEmpty())
            continue; // signs alone
        m_terms.append(words);
        if (words.words.size() > 1)
            m_phrases.append(words);
        for (const QByteArray &word : words.words)
            m_whole.insert(word);
        if (words.isPrefix)
            m_prefixes.append(words.words.constLast());
    }
    for (const QString &text : std::as_const(m_query.excluded)) {
        const Words words{split(text), false};
        if (words.words.size() > 1)
            m_excludedPhrases.append(words);
        else
            m_excluded += words.words;
    }
    if (m_query.before) // messages of a crowded time have numbers of a later one
        m_top = startOf(m_query.before->addDays(crowdedDays));
    m_below = m_top;
    if (m_query.after)
        m_from = startOf(*m_query.after);
    const bool isShort = !m_prefixes.isEmpty() && QString::fromUtf8(m_prefixes.constLast()).size() < shortWord;
    m_withPrefix = !m_prefixes.isEmpty() && !isShort;
    m_canExtend = isShort;
    m_needsAccount = hasOtherAccounts();
    m_isDone = !m_query.takesMessages() || m_query.isEmpty() || (m_terms.isEmpty() && !m_query.terms.isEmpty());
}

bool SearchRun::hasOtherAccounts() const
{
    Statement others(m_database, "SELECT 1 FROM conversations WHERE account != ? LIMIT 1");
    others.bind(m_account);
    return others.next();
}

// The marks of every name that holds what was typed; nobody has to know the whole name.
QByteArray SearchRun::named(const QString &kind, const QString &name) const
{
    const QString key = SearchMarks::keyOf(name);
    Statement rows(m_database, "SELECT key FROM names WHERE kind = ? AND instr(key, ?) > 0 LIMIT 40");
    rows.bind(kind, key.isEmpty() ? u"\uFFFF"_s : key);
    QList<QByteArray> marks;
    while (rows.next())
        marks += quoted(kind == "agent"_L1 ? SearchMarks::ofAgent(rows.text(0)) : SearchMarks::ofTool(rows.text(0)));
    m_isImpossible = m_isImpossible || marks.isEmpty();
    return '(' + marks.join(" OR ") + ')';
}

QByteArray SearchRun::expression(bool withPrefix, bool forTitles) const
{
    QList<QByteArray> all;
    for (const Words &term : m_terms) {
        for (qsizetype i = 0; i < term.words.size(); ++i) {
            const bool begins = withPrefix && term.isPrefix && i + 1 == term.words.size();
            all += quoted(term.words.at(i)) + (begins ? " *" : "");
        }
    }
    if (!forTitles) {
        for (const QString &agent : m_query.agents)
            all += named(u"agent"_s, agent);
        for (const QString &tool : m_query.tools)
            all += named(u"tool"_s, tool);
        for (const QString &has : m_query.has)
            all += quoted(SearchMarks::of(static_cast<SearchMarks::Has>(searchHasWords().indexOf(has))));
        all += ofKinds();
    }
    if (m_needsAccount || all.isEmpty())
        all += quoted(SearchMarks::ofAccount(m_account));
    QByteArray out = '(' + all.join(" AND ") + ')';
    for (const QByteArray &word : m_excluded)
        out += " NOT " + quoted(word);
    if (!forTitles) {
        const bool wasImpossible = m_isImpossible; // a name that nobody has leaves nothing out
        const auto leaveOut = [&out](const QByteArray &marks) { out += marks == "()" ? QByteArray() : " NOT " + marks; };
        for (const QString &agent : m_query.notAgents)
            leaveOut(named(u"agent"_s, agent));
        for (const QString &tool : m_query.notTools)
            leaveOut(named(u"tool"_s, tool));
        for (const QString &has : m_query.notHas)
            leaveOut(quoted(SearchMarks::of(static_cast<SearchMarks::Has>(searchHasWords().indexOf(has)))));
        m_isImpossible = wasImpossible;
    }
    return out;
}

// Where only parts are wanted that few messages have, the others are not looked at.
QList<QByteArray> SearchRun::ofKinds() const
{
    QList<QByteArray> marks;
    for (const auto &[kind, has] : {std::pair{"tool"_L1, SearchMarks::Has::Tool}, std::pair{"file"_L1, SearchMarks::Has::File},
                                    std::pair{"source"_L1, SearchMarks::Has::Source}}) {
        if (m_query.takes(kind))
            marks += quoted(SearchMarks::of(has));
    }
    if (m_query.takes("answer"_L1) || m_query.takes("question"_L1) || marks.isEmpty())
        return {};
    return {'(' + marks.join(" OR ") + ')'};
}

SearchHits SearchRun::next(qsizetype wanted)
{
    QElapsedTimer clock;
    clock.start();
    Statement snapshot(m_database, "SELECT 1 FROM conversations"); // open meanwhile: otherwise every row is a transaction of its own
    (void)snapshot.next();
    if (!std::exchange(m_titlesDone, true)) {
        findTitles();
        findInsights();
    }
    while (m_ready.size() < wanted && !m_isDone && !m_isStale()) {
        if (!fetch())
            m_isDone = true;
        if (clock.elapsed() > (m_ready.isEmpty() ? longestSliceMs : sliceMs))
            break;
    }
    SearchHits page;
    page.hits = m_ready.mid(0, wanted);
    m_ready.remove(0, page.hits.size());
    page.hasMore = !m_isDone || !m_ready.isEmpty();
    return page;
}

void SearchRun::findTitles()
{
    if (m_terms.isEmpty() || m_query.hasMessageFilters() || !m_query.takes("title"_L1))
        return;
    Statement rows(m_database, "SELECT c.id, c.title, c.updated_ms, c.account FROM title_words t JOIN conversations c ON c.key = t.rowid "
                               "WHERE title_words MATCH ? ORDER BY c.updated_ms DESC LIMIT ?");
    rows.bind(QString::fromUtf8(expression(true, true)), mostTitlesAlone);
    const int most = m_query.titlesOnly || m_query.kinds == QStringList{u"title"_s} ? mostTitlesAlone : mostTitles;
    while (m_ready.size() < most && rows.next()) {
        SearchHit hit;
        hit.conversation = ConversationId(rows.text(0));
        hit.title = rows.text(1);
        hit.at = fromMs(rows.integer(2));
        if (rows.text(3) != m_account || !isInSpan(hit.at.toLocalTime().date()))
            continue;
        const QByteArray text = searchable(hit.title);
        const QList<FullTextWords::Word> words = m_splitter.of(text);
        const auto isThere = [&](const Words &phrase) { return holds(words, phrase); };
        if (!std::all_of(m_phrases.cbegin(), m_phrases.cend(), isThere) ||
            std::any_of(m_excludedPhrases.cbegin(), m_excludedPhrases.cend(), isThere))
            continue;
        describe(hit, text, words);
        m_ready.append(hit);
    }
}

bool SearchRun::isInSpan(const QDate &day) const
{
    return (!m_query.before || day < *m_query.before) && (!m_query.after || day >= *m_query.after);
}

// The newest first. They are few beside the messages, and come before them.
void SearchRun::findInsights()
{
    const bool isAlone = m_query.kinds == QStringList{u"insight"_s};
    if (m_query.isEmpty() || (m_terms.isEmpty() && (!isAlone || !m_query.terms.isEmpty())) || m_query.hasMessageFilters() ||
        !m_query.takes("insight"_L1))
        return;
    Statement rows(m_database, "SELECT i.id, i.content, i.category, i.kind, i.conversation, i.created_on, i.account, "
                               "coalesce((SELECT title FROM conversations c WHERE c.account = i.account AND c.id = i.conversation), '') "
                               "FROM insight_words w JOIN insights i ON i.key = w.rowid WHERE insight_words MATCH ? "
                               "ORDER BY i.created_on DESC, i.key DESC LIMIT ?");
    rows.bind(QString::fromUtf8(expression(true, true)), mostTitlesAlone);
    const qsizetype most = m_ready.size() + (isAlone ? mostTitlesAlone : mostTitles);
    while (m_ready.size() < most && rows.next()) {
        const QDate day = QDate::fromString(rows.text(5), Qt::ISODate);
        if (rows.text(6) != m_account || ((m_query.before || m_query.after) && (!day.isValid() || !isInSpan(day))))
            continue;
        const QByteArray text = searchable(rows.text(1));
        const QList<FullTextWords::Word> words = m_splitter.of(text);
        const QList<FullTextWords::Word> ofKind = m_splitter.of(searchable(rows.text(2) + u'\n' + rows.text(3)));
        const auto isThere = [&](const Words &phrase) { return holds(words, phrase) || holds(ofKind, phrase); };
        if (!std::all_of(m_phrases.cbegin(), m_phrases.cend(), isThere) ||
            std::any_of(m_excludedPhrases.cbegin(), m_excludedPhrases.cend(), isThere))
            continue;
        SearchHit hit;
        hit.insight = InsightId(rows.text(0));
        hit.category = OpenEnum<InsightCategory>::fromWire(rows.text(2));
        hit.conversation = ConversationId(rows.text(4));
        hit.title = rows.text(7);
        hit.at = day.startOfDay();
        describe(hit, text, words);
        m_ready.append(hit);
    }
}

// Asking the index costs much the same however little of it is wanted: what it gave is kept until it was looked at, and it is not asked
// again when it has said that there is no more.
bool SearchRun::askIndex()
{
    m_isImpossible = false;
    const int most = m_phrases.isEmpty() ? windowSize : phraseWindow;
    Statement rows(m_database, "SELECT rowid FROM words WHERE words MATCH ? AND rowid < ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?");
    rows.bind(QString::fromUtf8(expression(m_withPrefix, false)), m_below, m_from, most);
    while (!m_isImpossible && rows.next())
        m_waiting.append(rows.integer(0));
    if (m_isImpossible || m_database.hasFailed())
        return false;
    m_isAtEnd = m_waiting.size() < most;
    if (!m_waiting.isEmpty())
        m_below = m_waiting.constLast();
    return true;
}

bool SearchRun::fetch()
{
    if (m_waiting.isEmpty() && !m_isAtEnd && !askIndex())
        return false;
    if (m_waiting.isEmpty()) {
        if (!std::exchange(m_canExtend, false))
            return false;
        m_withPrefix = true;
        m_isAtEnd = false;
        m_below = m_top;
        return true;
    }
    QElapsedTimer clock;
    clock.start();
    std::vector<Candidate> window;
    qsizetype looked = 0;
    Statement text(m_database, "SELECT body, rest FROM messages WHERE seq = ?");
    Statement row(m_database, "SELECT m.id, m.created_ms, m.role, m.body, m.rest, c.id, c.title, c.account FROM messages m "
                              "JOIN conversations c ON c.key = m.conversation WHERE m.seq = ?");
    for (; looked < m_waiting.size() && !m_isStale(); ++looked) {
        if (clock.elapsed() > windowMs && window.size() >= 8)
            break;
        Candidate candidate;
        const qint64 seq = m_waiting.at(looked);
        if (m_seen.contains(seq) || !mayHoldPhrases(text, seq))
            continue;
        row.reset();
        row.bind(seq);
        if (!row.next() || !take(row, seq, candidate))
            continue;
        if (m_canExtend)
            m_seen.insert(seq);
        candidate.score -= double(looked) / windowSize;
        window.push_back(std::move(candidate));
    }
    m_waiting.remove(0, looked);
    std::stable_sort(window.begin(), window.end(), [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    for (Candidate &candidate : window)
        m_ready.append(std::move(candidate.hit));
    return true;
}

// Most messages that have the words of a phrase have them apart: those are not read any further.
bool SearchRun::mayHoldPhrases(Statement &text, qint64 seq) const
{
    if (m_phrases.isEmpty())
        return true;
    text.reset();
    text.bind(seq);
    if (!text.next())
        return false;
    const QByteArray body = text.bytes(0);
    const QByteArray rest = text.bytes(1);
    if (mayHold(body, rest))
        return true;
    if (!rest.contains("\"attachments\""))
        return false;
    QByteArray all = body; // a phrase of several is somewhere in it
    const FileTextsById files = FileTexts(m_database, m_account).of(seq);
    for (const QString &file : files)
        all += '\n' + file.toUtf8();
    return !files.isEmpty() && mayHold(all, rest);
}

bool SearchRun::mayHold(const QByteArray &body, const QByteArray &rest) const
{
    return std::all_of(m_phrases.cbegin(), m_phrases.cend(),
                       [&](const Words &phrase) { return mayHoldPhrase(body, rest, phrase.words, phrase.isPrefix); });
}

bool SearchRun::take(Statement &row, qint64 seq, Candidate &candidate)
{
    if (!isInSpan(fromMs(row.integer(1)).toLocalTime().date()))
        return false;
    if (row.text(7) != m_account)
        return false;
    SearchHit &hit = candidate.hit;
    hit.conversation = ConversationId(row.text(5));
    hit.title = row.text(6);
    const Message message = CacheTable::messageOf(row, 0, hit.conversation);
    hit.message = message.id;
    hit.role = message.role;
    hit.at = message.createdAt;
    const QStringList agents = agentsOf(message);
    hit.agent = agents.isEmpty() ? QString() : agents.constFirst();
    const FileTextsById files = message.attachments.isEmpty() ? FileTextsById() : FileTexts(m_database, m_account).of(seq);
    candidate.score = rank(searchTextOf(message, m_account, files), hit);
    return candidate.score >= 0;
}

bool SearchRun::holds(const QList<FullTextWords::Word> &words, const Words &term) const
{
    const qsizetype count = term.words.size();
    for (qsizetype i = 0; i + count <= words.size(); ++i) {
        qsizetype same = 0;
        while (same < count && (words.at(i + same).text == term.words.at(same) ||
                                (term.isPrefix && same + 1 == count && words.at(i + same).text.startsWith(term.words.at(same)))))
            ++same;
        if (same == count)
            return true;
    }
    return false;
}

bool SearchRun::isHit(const QByteArray &word) const
{
    return m_whole.contains(word) ||
           std::any_of(m_prefixes.cbegin(), m_prefixes.cend(), [&word](const QByteArray &begin) { return word.startsWith(begin); });
}

void SearchRun::describe(SearchHit &hit, const QByteArray &text, const QList<FullTextWords::Word> &words) const
{
    const bool isMarkdown = hit.role == Role::Assistant && !hit.message.isEmpty() && hit.part == SearchText::Part::Body;
    const Snippet snippet = snippetOf(
        text, words, [this](const QByteArray &word) { return isHit(word); }, isMarkdown ? SnippetMarks::Drop : SnippetMarks::Show);
    hit.snippet = snippet.text;
    hit.marks = snippet.marks;
    hit.needle = snippet.needle;
}

bool SearchRun::takesEveryPart() const
{
    return m_query.kinds.isEmpty() && m_query.notKinds.isEmpty();
}

bool SearchRun::takesPart(const SearchText::Piece &piece, Role role) const
{
    switch (piece.part) {
    case SearchText::Part::Tool:
        return m_query.takes("tool"_L1);
    case SearchText::Part::File:
        return m_query.takes("file"_L1);
    case SearchText::Part::Source:
        return m_query.takes("source"_L1);
    default:
        return role == Role::User ? m_query.takes("question"_L1) : m_query.takes("answer"_L1);
    }
}

// Each word somewhere: the index only knows that the message has them.
bool SearchRun::areHeld(const QList<Words> &terms, const QList<QList<FullTextWords::Word>> &pieces) const
{
    return std::all_of(terms.cbegin(), terms.cend(), [&](const Words &term) {
        return std::any_of(pieces.cbegin(), pieces.cend(), [&](const QList<FullTextWords::Word> &words) { return holds(words, term); });
    });
}

// Negative: it is none, because the words of a phrase do not stand together in it.
double SearchRun::rank(const SearchText &text, SearchHit &hit) const
{
    qsizetype best = -1;
    int bestCount = -1;
    QList<QList<FullTextWords::Word>> words;
    QList<bool> phrases(m_phrases.size(), false);
    bool isTogether = false;
    Words together;
    for (const Words &term : m_terms) {
        together.words += term.words;
        together.isPrefix = term.isPrefix;
    }
    QList<QList<FullTextWords::Word>> taken;
    for (qsizetype i = 0; i < text.pieces.size(); ++i) {
        words.append(m_splitter.of(text.pieces.at(i).text));
        for (const Words &phrase : m_excludedPhrases) {
            if (holds(words.constLast(), phrase))
                return -1;
        }
        if (!takesPart(text.pieces.at(i), hit.role))
            continue;
        QSet<QByteArray> distinct;
        for (const FullTextWords::Word &word : words.constLast()) {
            if (isHit(word.text))
                distinct.insert(word.text);
        }
        if (const auto count = static_cast<int>(distinct.size()); count > bestCount) {
            best = i;
            bestCount = count;
        }
        for (qsizetype p = 0; p < m_phrases.size(); ++p)
            phrases[p] = phrases.at(p) || holds(words.constLast(), m_phrases.at(p));
        isTogether = isTogether || (together.words.size() > 1 && holds(words.constLast(), together));
        taken.append(words.constLast());
    }
    if (!takesEveryPart() && (best < 0 || !areHeld(m_terms, taken)))
        return -1;
    if (phrases.contains(false))
        return -1;
    if (best < 0)
        return 1;
    const SearchText::Piece &piece = text.pieces.at(best);
    hit.part = piece.part;
    hit.partName = piece.name;
    describe(hit, piece.text, words.at(best));
    return 1 + (isTogether ? 1 : 0) + (piece.part == SearchText::Part::Body ? 0.5 : 0);
}

} // namespace desk
