#include "localserver/engine/documentindex.h"
#include "localserver/engine/sqlite.h"
#include "localserver/engine/textsource.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace desk::server {

using namespace Qt::StringLiterals;

namespace {

struct DocumentIndexText {
    Q_DECLARE_TR_FUNCTIONS(DocumentIndexText)
};

constexpr qsizetype passageCharacters = 500;
constexpr int passageLines = 10;
constexpr int candidates = 60;

// Cuts lines into passages at blank lines, before headings, and when one grows too long.
class PassageCutter
{
public:
    explicit PassageCutter(SqliteStatement &insert)
        : m_insert(insert)
    {
    }

    void take(const QString &raw, int number)
    {
        const QString line = cleanText(raw);
        const bool heading = line.startsWith(u'#');
        if (line.trimmed().isEmpty()) {
            if (!m_onlyHeading)
                flush();
            return;
        }
        if ((heading && !m_onlyHeading) || m_text.size() + line.size() > passageCharacters || m_lines >= passageLines)
            flush();
        if (m_text.isEmpty()) {
            m_first = number;
            m_onlyHeading = heading;
        }
        m_onlyHeading = m_onlyHeading && heading;
        // A very long line is cut at spaces; its pieces keep the line's number.
        QString rest = line;
        while (rest.size() > passageCharacters) {
            qsizetype cut = rest.lastIndexOf(u' ', passageCharacters);
            if (cut < passageCharacters / 2)
                cut = rest[passageCharacters - 1].isHighSurrogate() ? passageCharacters - 1 : passageCharacters;
            append(rest.first(cut));
            flush();
            m_first = number;
            rest = rest.sliced(cut).trimmed();
        }
        append(rest);
    }

    void flush()
    {
        if (!m_text.trimmed().isEmpty()) {
            m_insert.bind(1, m_text);
            m_insert.bind(2, static_cast<qint64>(m_first));
            m_failed = m_failed || m_insert.step() != SQLITE_DONE;
            m_insert.reset();
            ++m_count;
        }
        m_text.clear();
        m_lines = 0;
        m_onlyHeading = false;
    }

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    void append(const QString &text)
    {
        if (!m_text.isEmpty())
            m_text.append(u'\n');
        m_text.append(text);
        ++m_lines;
    }

    SqliteStatement &m_insert;
    QString m_text;
    int m_first = 1;
    int m_lines = 0;
    bool m_onlyHeading = false;
    bool m_failed = false;
    qint64 m_count = 0;
};

Error cancelled()
{
    Error error;
    error.kind = Error::Kind::Cancelled;
    return error;
}

// Stems only to widen the search: German nouns and verbs have no stemmer in SQLite.
QString stemOf(const QString &term)
{
    if (term.size() < 5)
        return term;
    for (const QLatin1StringView ending :
         {"ungen"_L1, "ings"_L1, "ing"_L1, "ies"_L1, "es"_L1, "en"_L1, "er"_L1, "ed"_L1, "s"_L1, "e"_L1, "n"_L1}) {
        if (term.endsWith(ending) && term.size() - ending.size() >= 4)
            return term.chopped(ending.size());
    }
    return term;
}

QString matchExpression(const QStringList &terms)
{
    QStringList parts;
    for (const QString &term : terms) {
        const QString stem = stemOf(term);
        parts.append(u"\"%1\""_s.arg(term));
        if (stem.size() >= 4)
            parts.append(u"\"%1\"*"_s.arg(stem));
    }
    return parts.join(" OR "_L1);
}

double coverage(const QString &text, const QStringList &terms)
{
    const QStringList words = foldedWords(text);
    double found = 0;
    for (const QString &term : terms) {
        const QString stem = stemOf(term);
        double best = 0;
        for (const QString &word : words)
            best = qMax(best, word == term ? 1.0 : stem.size() >= 4 && word.startsWith(stem) ? 0.9 : 0.0);
        found += best;
    }
    return found / static_cast<double>(qMax<qsizetype>(1, terms.size()));
}

} // namespace

DocumentStore::~DocumentStore()
{
    if (!databasePath.isEmpty())
        QFile::remove(databasePath);
}

QStringList searchTerms(const QString &question)
{
    QStringList out;
    for (const QString &word : foldedWords(question)) {
        if (word.size() > 1 && !isStopWord(word) && !out.contains(word) && out.size() < 24)
            out.append(word);
    }
    return out;
}

Result<DocumentPointer> indexDocument(const EngineFile &file, const QString &databasePath, const StopToken &stop)
{
    auto document = std::make_shared<DocumentStore>();
    document->fileId = file.file.id;
    document->filename = file.file.filename;
    document->databasePath = databasePath;
    const Result<TextProbe> probe = TextSource::probe(file.path, true, stop);
    if (!probe)
        return Unexpected{probe.error()};
    if (!probe->isText) {
        Error error;
        error.kind = Error::Kind::Invalid;
        error.message = DocumentIndexText::tr("The file %1 is not text.").arg(file.file.filename);
        error.nextStep = DocumentIndexText::tr("Export it as plain text and attach it again.");
        return Unexpected{stop.stopped() ? cancelled() : error};
    }
    Result<SqliteDatabase> database = SqliteDatabase::open(databasePath, SqliteDatabase::Mode::CreateScratch);
    if (!database)
        return Unexpected{database.error()};
    if (Result<> done = database->execute(
            "CREATE VIRTUAL TABLE passages USING fts5(text, line UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2'); BEGIN");
        !done)
        return Unexpected{done.error()};
    Result<SqliteStatement> insert = database->prepare(u"INSERT INTO passages (text, line) VALUES (?, ?)"_s);
    if (!insert)
        return Unexpected{insert.error()};
    TextSource source(file.path, *probe);
    PassageCutter cutter(*insert);
    bool continued = false;
    int number = 0;
    while (const std::optional<QString> line = source.readLine(&continued)) {
        if (stop.stopped())
            return Unexpected{cancelled()};
        number += continued ? 0 : 1;
        cutter.take(*line, number);
    }
    cutter.flush();
    if (cutter.failed())
        return Unexpected{database->lastError()};
    if (Result<> done = database->execute("COMMIT"); !done)
        return Unexpected{done.error()};
    document->passages = cutter.count();
    document->lines = number;
    document->bytes = QFileInfo(databasePath).size();
    return DocumentPointer(document);
}

Result<QList<Passage>> searchDocument(const DocumentStore &document, const QString &query, int limit, const StopToken &stop)
{
    const QStringList terms = searchTerms(query);
    if (terms.isEmpty())
        return QList<Passage>();
    Result<SqliteDatabase> database = SqliteDatabase::open(document.databasePath, SqliteDatabase::Mode::ReadOnly);
    if (!database)
        return Unexpected{database.error()};
    StopToken watched = stop;
    sqlite3_progress_handler(
        database->handle(), 1000, [](void *data) { return static_cast<StopToken *>(data)->stopped() ? 1 : 0; }, &watched);
    Result<SqliteStatement> select = database->prepare(
        u"SELECT line, text, bm25(passages) FROM passages WHERE passages MATCH ? ORDER BY bm25(passages), rowid LIMIT ?"_s);
    if (!select)
        return Unexpected{select.error()};
    select->bind(1, matchExpression(terms));
    select->bind(2, static_cast<qint64>(candidates));
    QList<Passage> found;
    int code = select->step();
    for (; code == SQLITE_ROW; code = select->step()) {
        Passage passage{static_cast<int>(select->integer(0)), select->text(1), 0};
        // BM25 of one small file says little about another: words found count first, BM25 decides among equals.
        const double rank = -select->real(2);
        passage.score = std::round((0.8 * coverage(passage.text, terms) + 0.2 * rank / (rank + 4)) * 1000) / 1000;
        found.append(passage);
    }
    if (code != SQLITE_DONE)
        return Unexpected{stop.stopped() ? cancelled() : database->lastError()};
    std::stable_sort(found.begin(), found.end(), [](const Passage &a, const Passage &b) { return a.score > b.score; });
    if (found.size() > limit)
        found.resize(limit);
    return found;
}

Result<QList<Passage>> firstPassages(const DocumentStore &document, int limit)
{
    Result<SqliteDatabase> database = SqliteDatabase::open(document.databasePath, SqliteDatabase::Mode::ReadOnly);
    if (!database)
        return Unexpected{database.error()};
    Result<SqliteStatement> select = database->prepare(u"SELECT line, text FROM passages ORDER BY rowid LIMIT ?"_s);
    if (!select)
        return Unexpected{select.error()};
    select->bind(1, static_cast<qint64>(limit));
    QList<Passage> found;
    while (select->step() == SQLITE_ROW)
        found.append({static_cast<int>(select->integer(0)), select->text(1), 0});
    return found;
}

} // namespace desk::server
