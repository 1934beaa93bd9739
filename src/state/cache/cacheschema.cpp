#include "state/cache/cacheschema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int applicationId = 0x44534b33; // "DSK3"

// messages.seq is made of the message's time (PlaceOfMessage), so that the index gives the newest first by itself. Its order within a
// conversation is created_ms, place. filled_ms: the state of the conversation (updated_ms) of which every message is here; 0: none.
// The indexes hold no text (content=''), which stands in messages: removing from them needs the words once more. detail=none keeps them
// small; phrases are looked at in the text. names: what agent: and tool: can ask for.
//
// 2: files.text is what is known of a file's words (NULL: nothing), and never changes once it is there; pending_ms: when it came before a
// message that has the file. message_files.is_indexed: they are among the words of that message. insights: those of the server, and the
// words of their kind as they were indexed. Every conversation is read once more, for the words of files that came with its messages.
//
// 3: executions.head is the execution without its outputs, record everything (ExecutionRecord), packed.
constexpr std::array<const char *, 3> steps{
    R"sql(
CREATE TABLE conversations(
  key INTEGER PRIMARY KEY, account TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, record BLOB NOT NULL,
  updated_ms INTEGER NOT NULL, listed_ms INTEGER NOT NULL, saved_ms INTEGER NOT NULL DEFAULT 0,
  filled_ms INTEGER NOT NULL DEFAULT 0, filling_ms INTEGER NOT NULL DEFAULT 0, filling_offset INTEGER NOT NULL DEFAULT 0,
  UNIQUE(account, id));
CREATE INDEX conversations_recent ON conversations(account, updated_ms DESC);
CREATE TABLE messages(
  seq INTEGER PRIMARY KEY, conversation INTEGER NOT NULL, id TEXT NOT NULL, created_ms INTEGER NOT NULL, place INTEGER NOT NULL,
  role TEXT NOT NULL, body TEXT NOT NULL, rest BLOB,
  UNIQUE(conversation, id));
CREATE INDEX messages_place ON messages(conversation, created_ms, place);
CREATE TABLE crowded(minute INTEGER PRIMARY KEY, next INTEGER NOT NULL);
CREATE TABLE names(kind TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY(kind, key)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE title_words USING fts5(text, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2');
)sql",
    R"sql(
CREATE TABLE files(
  key INTEGER PRIMARY KEY, account TEXT NOT NULL, id TEXT NOT NULL, text TEXT, pending_ms INTEGER NOT NULL DEFAULT 0, UNIQUE(account, id));
CREATE TABLE message_files(file INTEGER NOT NULL, message INTEGER NOT NULL, is_indexed INTEGER NOT NULL, PRIMARY KEY(file, message))
  WITHOUT ROWID;
CREATE INDEX message_files_message ON message_files(message);
CREATE TABLE insights(
  key INTEGER PRIMARY KEY, account TEXT NOT NULL, id TEXT NOT NULL, content TEXT NOT NULL, category TEXT NOT NULL, kind TEXT NOT NULL,
  conversation TEXT NOT NULL, created_on TEXT NOT NULL, read_ms INTEGER NOT NULL, UNIQUE(account, id));
CREATE VIRTUAL TABLE insight_words USING fts5(text, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2');
UPDATE conversations SET filled_ms = 0, filling_ms = 0, filling_offset = 0;
)sql",
    R"sql(
CREATE TABLE executions(
  key INTEGER PRIMARY KEY, account TEXT NOT NULL, id TEXT NOT NULL, workflow TEXT NOT NULL, head TEXT NOT NULL, record BLOB NOT NULL,
  started_ms INTEGER NOT NULL, UNIQUE(account, id));
CREATE INDEX executions_of ON executions(account, workflow, started_ms DESC);
)sql",
};

} // namespace

const Schema &cacheSchema()
{
    static const Schema schema{applicationId, steps, u"cache"_s};
    return schema;
}

StoreKind cacheStoreKind(const StoreFolder &folder)
{
    return {folder.cache(), &cacheSchema(), Database::Durability::Normal, true};
}

} // namespace desk
