#pragma once

#include "sqlite/database.h"

#include <QByteArray>
#include <QList>

struct Fts5Tokenizer;
struct fts5_tokenizer;

namespace desk {

// The words of a text exactly as a full-text index of this connection takes them apart: small letters, without accents (unicode61,
// remove_diacritics 2). Without it whoever looks for words, or marks them, would find others than the index does.
class FullTextWords
{
public:
    struct Word {
        QByteArray text; // folded
        int start = 0;   // in bytes of the text
        int end = 0;
    };

    explicit FullTextWords(Database &database);
    ~FullTextWords();
    Q_DISABLE_COPY_MOVE(FullTextWords)

    // Empty when SQLite was built without FTS5.
    [[nodiscard]] QList<Word> of(const QByteArray &utf8) const;

private:
    const fts5_tokenizer *m_module = nullptr;
    Fts5Tokenizer *m_tokenizer = nullptr;
    void *m_context = nullptr;
};

// How such an index is declared.
inline constexpr const char *fullTextTokenizer = "unicode61 remove_diacritics 2";

} // namespace desk
