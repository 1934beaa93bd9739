#include "state/store/userschema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr int applicationId = 0x44534b32; // "DSK2"

// account: AuthManager::account(), whose words these are. conversation: the server's id, or a provisional one (ConversationId::isLocal).
// turns.seq, not a time, is the order of things (DATA-19). definition: the server's id, or a provisional one.
// definition_marks.hidden: the whole of a definition the server lists no more because it is inactive (AG-04); empty for all others.
constexpr std::array<const char *, 7> steps{
    R"sql(
CREATE TABLE drafts(
  account TEXT NOT NULL, conversation TEXT NOT NULL, text TEXT NOT NULL, caret INTEGER NOT NULL, extras TEXT NOT NULL,
  updated_ms INTEGER NOT NULL, PRIMARY KEY(account, conversation)) WITHOUT ROWID;
CREATE TABLE turns(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, conversation TEXT NOT NULL,
  state TEXT NOT NULL, request TEXT NOT NULL, after_message TEXT, run_id TEXT, question_id TEXT, answer_id TEXT, answer TEXT, error TEXT,
  created_ms INTEGER NOT NULL);
CREATE INDEX turns_conversation ON turns(account, conversation, seq);
CREATE INDEX turns_open ON turns(account, seq) WHERE state IN ('waiting', 'sending', 'unknown', 'streaming');
CREATE TABLE turn_events(
  turn INTEGER NOT NULL REFERENCES turns(seq) ON DELETE CASCADE, seq INTEGER NOT NULL, events TEXT NOT NULL,
  PRIMARY KEY(turn, seq)) WITHOUT ROWID;
CREATE TABLE branches(
  account TEXT NOT NULL, conversation TEXT NOT NULL, node TEXT NOT NULL, parent TEXT NOT NULL, picked INTEGER NOT NULL,
  PRIMARY KEY(account, conversation, node)) WITHOUT ROWID;
CREATE TABLE removals(
  id TEXT PRIMARY KEY, account TEXT NOT NULL, conversation TEXT NOT NULL, messages TEXT NOT NULL, created_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX removals_conversation ON removals(account, conversation);
CREATE TABLE ratings(
  account TEXT NOT NULL, message TEXT NOT NULL, conversation TEXT NOT NULL, rating INTEGER NOT NULL, note TEXT NOT NULL,
  question TEXT NOT NULL, answer TEXT NOT NULL, more TEXT NOT NULL, updated_ms INTEGER NOT NULL,
  PRIMARY KEY(account, message)) WITHOUT ROWID;
CREATE INDEX ratings_conversation ON ratings(conversation);
CREATE TABLE conversation_marks(
  account TEXT NOT NULL, conversation TEXT NOT NULL, pinned INTEGER NOT NULL, archived INTEGER NOT NULL, unread INTEGER NOT NULL,
  tags TEXT NOT NULL, seen_ms INTEGER NOT NULL, seen_preview TEXT NOT NULL, deleted_ms INTEGER NOT NULL,
  PRIMARY KEY(account, conversation)) WITHOUT ROWID;
CREATE TABLE imports(
  account TEXT NOT NULL, content TEXT NOT NULL, conversation TEXT NOT NULL, imported_ms INTEGER NOT NULL,
  PRIMARY KEY(account, content)) WITHOUT ROWID;
CREATE TABLE chat_options(
  account TEXT NOT NULL, conversation TEXT NOT NULL, options TEXT NOT NULL, updated_ms INTEGER NOT NULL,
  PRIMARY KEY(account, conversation)) WITHOUT ROWID;
CREATE TABLE prompts(
  id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, folder TEXT NOT NULL, tags TEXT NOT NULL, used INTEGER NOT NULL,
  created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL) WITHOUT ROWID;
)sql",
    R"sql(
CREATE TABLE file_hashes(
  account TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, uploaded_ms INTEGER NOT NULL,
  PRIMARY KEY(account, file)) WITHOUT ROWID;
CREATE TABLE unfinished_imports(
  account TEXT NOT NULL, conversation TEXT NOT NULL, title TEXT NOT NULL, begun_ms INTEGER NOT NULL,
  PRIMARY KEY(account, conversation)) WITHOUT ROWID;
)sql",
    R"sql(
ALTER TABLE conversation_marks ADD COLUMN agents TEXT NOT NULL DEFAULT '[]';
)sql",
    R"sql(
CREATE TABLE file_originals(
  account TEXT NOT NULL, file TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, modified_ms INTEGER NOT NULL, sha256 TEXT NOT NULL,
  conversation TEXT NOT NULL, kept_ms INTEGER NOT NULL, PRIMARY KEY(account, file)) WITHOUT ROWID;
CREATE INDEX file_originals_conversation ON file_originals(conversation);
)sql",
    R"sql(
CREATE TABLE definition_versions(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, kind TEXT NOT NULL, definition TEXT NOT NULL, name TEXT NOT NULL,
  json TEXT NOT NULL, digest BLOB NOT NULL, author TEXT NOT NULL, origin TEXT NOT NULL, label TEXT NOT NULL,
  server_version INTEGER NOT NULL, created_ms INTEGER NOT NULL);
CREATE INDEX definition_versions_of ON definition_versions(account, kind, definition, seq);
CREATE TABLE definition_drafts(
  account TEXT NOT NULL, kind TEXT NOT NULL, definition TEXT NOT NULL, base TEXT NOT NULL, mine TEXT NOT NULL,
  updated_ms INTEGER NOT NULL, PRIMARY KEY(account, kind, definition)) WITHOUT ROWID;
CREATE TABLE definition_marks(
  account TEXT NOT NULL, kind TEXT NOT NULL, definition TEXT NOT NULL, favourite INTEGER NOT NULL, used_ms INTEGER NOT NULL,
  hidden TEXT NOT NULL, PRIMARY KEY(account, kind, definition)) WITHOUT ROWID;
)sql",
    R"sql(
CREATE TABLE tool_cases(
  id TEXT PRIMARY KEY, account TEXT NOT NULL, tool TEXT NOT NULL, name TEXT NOT NULL, input TEXT NOT NULL, expected TEXT NOT NULL,
  secrets TEXT NOT NULL, created_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX tool_cases_account ON tool_cases(account);
)sql",
    R"sql(
CREATE TABLE workflow_inputs(
  id TEXT PRIMARY KEY, account TEXT NOT NULL, workflow TEXT NOT NULL, name TEXT NOT NULL, input TEXT NOT NULL, used_ms INTEGER NOT NULL)
  WITHOUT ROWID;
CREATE INDEX workflow_inputs_account ON workflow_inputs(account);
)sql",
};

} // namespace

const Schema &userSchema()
{
    static const Schema schema{applicationId, steps, u"user"_s};
    return schema;
}

} // namespace desk
