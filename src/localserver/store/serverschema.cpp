#include "localserver/store/serverschema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace desk::server {

namespace {

constexpr int applicationId = 0x44534b31; // "DSK1"

// Append only: a released step never changes.
constexpr std::array<const char *, 3> ownSteps{
    R"sql(
CREATE TABLE conversations(
  id TEXT PRIMARY KEY, title TEXT NOT NULL, json TEXT NOT NULL, created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX conversations_updated ON conversations(updated_ms);
CREATE TABLE messages(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
  role TEXT NOT NULL, run_id TEXT, created_ms INTEGER NOT NULL, json TEXT NOT NULL);
CREATE INDEX messages_conversation ON messages(conversation_id, seq);
CREATE INDEX messages_run ON messages(run_id) WHERE run_id IS NOT NULL;
CREATE TABLE files(
  id TEXT PRIMARY KEY, filename TEXT NOT NULL, mime_type TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
  created_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE message_files(
  message_id TEXT NOT NULL REFERENCES messages(id) ON DELETE CASCADE ON UPDATE CASCADE,
  file_id TEXT NOT NULL REFERENCES files(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  PRIMARY KEY(message_id, file_id)) WITHOUT ROWID;
CREATE INDEX message_files_file ON message_files(file_id);
CREATE TABLE runs(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
  conversation_id TEXT REFERENCES conversations(id) ON DELETE CASCADE,
  message_id TEXT, retry_of TEXT, agent_id TEXT NOT NULL, agent_name TEXT NOT NULL, status TEXT NOT NULL, prompt TEXT NOT NULL,
  input TEXT NOT NULL, output TEXT, error TEXT, error_type TEXT, instance TEXT NOT NULL, cancel_requested INTEGER NOT NULL DEFAULT 0,
  created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL);
CREATE INDEX runs_conversation ON runs(conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX runs_open ON runs(instance) WHERE status IN ('pending', 'running');
CREATE TABLE run_events(
  run_id TEXT NOT NULL REFERENCES runs(id) ON DELETE CASCADE, seq INTEGER NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL,
  timeline TEXT, PRIMARY KEY(run_id, seq)) WITHOUT ROWID;
CREATE TABLE documents(
  kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL, created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL,
  PRIMARY KEY(kind, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX documents_name ON documents(kind, name);
CREATE TABLE idempotency(
  key TEXT NOT NULL, scope TEXT NOT NULL, fingerprint TEXT NOT NULL, status INTEGER NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL,
  run_id TEXT, created_ms INTEGER NOT NULL, PRIMARY KEY(key, scope)) WITHOUT ROWID;
CREATE INDEX idempotency_age ON idempotency(created_ms);
)sql",
    // Agents made before there were versions begin with what they are now.
    R"sql(
CREATE TABLE agent_versions(
  agent_id TEXT NOT NULL, version INTEGER NOT NULL, json TEXT NOT NULL, created_ms INTEGER NOT NULL,
  PRIMARY KEY(agent_id, version)) WITHOUT ROWID;
INSERT INTO agent_versions(agent_id, version, json, created_ms)
  SELECT id, coalesce(CASE WHEN json_valid(json) THEN CAST(json_extract(json, '$.version') AS INTEGER) END, 1), json, updated_ms
  FROM documents WHERE kind = 'agent';
)sql",
    R"sql(
CREATE TABLE executions(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, workflow_id TEXT NOT NULL, status TEXT NOT NULL,
  trigger_source TEXT NOT NULL, input TEXT NOT NULL, workflow TEXT NOT NULL, guardrails TEXT NOT NULL, instance TEXT NOT NULL,
  stop_requested INTEGER NOT NULL DEFAULT 0, usage TEXT NOT NULL, error TEXT, error_type TEXT, current_step TEXT, failed_step TEXT,
  created_ms INTEGER NOT NULL, started_ms INTEGER NOT NULL DEFAULT 0, completed_ms INTEGER NOT NULL DEFAULT 0);
CREATE INDEX executions_workflow ON executions(workflow_id, seq);
CREATE INDEX executions_open ON executions(instance) WHERE status IN ('pending', 'running', 'awaiting_human');
CREATE TABLE execution_steps(
  id TEXT PRIMARY KEY, execution_id TEXT NOT NULL REFERENCES executions(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  key TEXT NOT NULL, step_id TEXT NOT NULL, status TEXT NOT NULL, input TEXT, output TEXT, waiting TEXT, answer TEXT, usage TEXT NOT NULL,
  error TEXT, started_ms INTEGER NOT NULL, completed_ms INTEGER NOT NULL, holds INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX execution_steps_order ON execution_steps(execution_id, position);
CREATE TABLE execution_events(
  execution_id TEXT NOT NULL REFERENCES executions(id) ON DELETE CASCADE, seq INTEGER NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY(execution_id, seq)) WITHOUT ROWID;
)sql",
};

} // namespace

const Schema &serverSchema()
{
    static const Schema schema{applicationId, ownSteps, u"desk"_s};
    return schema;
}

} // namespace desk::server
