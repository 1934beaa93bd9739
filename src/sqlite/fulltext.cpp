#include "sqlite/fulltext.h"

#include <sqlite3.h>

#include <array>
#include <memory>

namespace desk {

namespace {

// The one way to FTS5's own interface (sqlite.org/fts5.html, section 7).
fts5_api *apiOf(sqlite3 *database)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

int keepWord(void *context, int /*flags*/, const char *text, int size, int start, int end)
{
    static_cast<QList<FullTextWords::Word> *>(context)->append({QByteArray(text, size), start, end});
    return SQLITE_OK;
}

} // namespace

FullTextWords::FullTextWords(Database &database)
{
    fts5_api *api = apiOf(database.handle());
    if (!api)
        return;
    auto module = std::make_unique<fts5_tokenizer>();
    if (api->xFindTokenizer(api, "unicode61", &m_context, module.get()) != SQLITE_OK)
        return;
    std::array<const char *, 2> options{"remove_diacritics", "2"};
    if (module->xCreate(m_context, options.data(), static_cast<int>(options.size()), &m_tokenizer) == SQLITE_OK)
        m_module = module.release();
}

FullTextWords::~FullTextWords()
{
    if (m_module)
        m_module->xDelete(m_tokenizer);
    delete m_module;
}

QList<FullTextWords::Word> FullTextWords::of(const QByteArray &utf8) const
{
    QList<Word> words;
    if (m_module)
        m_module->xTokenize(m_tokenizer, &words, FTS5_TOKENIZE_DOCUMENT, utf8.constData(), static_cast<int>(utf8.size()), keepWord);
    return words;
}

} // namespace desk
