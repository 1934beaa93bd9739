#pragma once

#include "localserver/store/agentversiontable.h"
#include "localserver/store/conversationtable.h"
#include "localserver/store/datafolder.h"
#include "localserver/store/documenttable.h"
#include "localserver/store/eventtable.h"
#include "localserver/store/executiontable.h"
#include "localserver/store/filetable.h"
#include "localserver/store/idempotencytable.h"
#include "localserver/store/instances.h"
#include "localserver/store/messagetable.h"
#include "localserver/store/runtable.h"

#include <memory>

namespace desk::server {

// Everything the server keeps: the open database with its tables, the folder, and who else works on it.
class Store
{
public:
    // Prepares the folder, joins the instances, checks and migrates the database under a short lock (DATA-10, -11, -14).
    // The error's detail begins with a machine word: data_folder, read_only, disk_full,
    // corrupt, missing, busy, schema_newer, foreign_database, migration_failed, storage.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &folder);

    Database &database() { return *m_database; }
    const DataFolder &folder() const { return m_folder; }
    const Instances &instances() const { return m_instances; }

    ConversationTable conversations;
    MessageTable messages;
    RunTable runs;
    EventTable events;
    FileTable files;
    DocumentTable agents;
    AgentVersionTable agentVersions;
    DocumentTable workflows;
    DocumentTable settings;
    DocumentTable tools;
    DocumentTable toolConfigs;
    IdempotencyTable answers;
    ExecutionTable executions;

    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

private:
    struct Parts {
        DataFolder folder;
        Instances instances;
        std::unique_ptr<Database> database;
    };
    explicit Store(Parts parts);

    DataFolder m_folder;
    Instances m_instances;
    std::unique_ptr<Database> m_database;
};

} // namespace desk::server
