# HTTP, routes, store and the program around them; see engine/engine.cmake for the agents.
target_sources(desk_localserver PRIVATE
    http/eventchannel.cpp http/eventchannel.h
    http/eventfeed.cpp http/eventfeed.h
    http/eventpump.cpp http/eventpump.h
    http/exchange.cpp http/exchange.h
    http/httpserver.cpp http/httpserver.h
    http/jsonguard.cpp http/jsonguard.h
    http/lateanswer.cpp http/lateanswer.h
    http/listensocket.cpp http/listensocket.h
    http/mhdresponse.cpp http/mhdresponse.h
    http/peer.h
    http/request.cpp http/request.h
    http/response.cpp http/response.h
    http/trustgate.cpp http/trustgate.h
    http/uploadreader.cpp http/uploadreader.h
    mcp/mcpclient.cpp mcp/mcpclient.h
    mcp/mcpprocess.cpp mcp/mcpprocess.h
    mcp/mcptool.h
    mcp/mcptoolcall.cpp mcp/mcptoolcall.h
    mcp/secretfilter.cpp mcp/secretfilter.h
    routes/activerun.cpp routes/activerun.h
    routes/agentanswer.h
    routes/agentcatalog.cpp routes/agentcatalog.h
    routes/agentrules.cpp routes/agentrules.h
    routes/agents.cpp
    routes/agentversions.cpp
    routes/approvals.cpp routes/approvals.h
    routes/builtinworkflows.cpp routes/builtinworkflows.h
    routes/chat.cpp
    routes/conversations.cpp
    routes/customtools.cpp routes/customtools.h
    routes/enginesource.h
    routes/executionfeed.cpp routes/executionfeed.h
    routes/executions.cpp
    routes/executionservice.cpp routes/executionservice.h
    routes/files.cpp
    routes/optionrules.cpp routes/optionrules.h
    routes/problems.cpp routes/problems.h
    routes/providers.cpp routes/providers.h
    routes/providertest.cpp routes/providertest.h
    routes/requesthandler.cpp routes/requesthandler.h
    routes/router.cpp routes/router.h
    routes/runending.cpp routes/runending.h
    routes/runfeed.cpp routes/runfeed.h
    routes/runlog.cpp routes/runlog.h
    routes/runs.cpp
    routes/runservice.cpp routes/runservice.h
    routes/services.h
    routes/settings.cpp
    routes/streams.cpp
    routes/system.cpp
    routes/timeline.cpp routes/timeline.h
    routes/titles.cpp routes/titles.h
    routes/toolcatalog.cpp routes/toolcatalog.h
    routes/toolconfigroutes.cpp
    routes/toolconfigs.cpp routes/toolconfigs.h
    routes/mcptooltest.cpp routes/mcptooltest.h
    routes/toolrules.cpp routes/toolrules.h
    routes/tools.cpp
    routes/testapprovals.cpp routes/testapprovals.h
    routes/tooltests.cpp routes/tooltests.h
    routes/transcript.cpp routes/transcript.h
    routes/turnbuilder.cpp routes/turnbuilder.h
    routes/turnsource.h
    routes/workflowcatalog.cpp routes/workflowcatalog.h
    routes/workflowcheck.cpp routes/workflowcheck.h
    routes/workflows.cpp
    networkrules.cpp networkrules.h
    server.cpp server.h
    serverinput.cpp serverinput.h
    servermain.cpp servermain.h
    serveroptions.cpp serveroptions.h
    servertoken.cpp servertoken.h
    store/agentversiontable.cpp store/agentversiontable.h
    store/conversationtable.cpp store/conversationtable.h
    store/datafolder.cpp store/datafolder.h
    store/documenttable.cpp store/documenttable.h
    store/eventtable.cpp store/eventtable.h
    store/executionrecord.h
    store/executiontable.cpp store/executiontable.h
    store/filetable.cpp store/filetable.h
    store/idempotencytable.cpp store/idempotencytable.h
    store/instances.cpp store/instances.h
    store/messagetable.cpp store/messagetable.h
    store/serverschema.cpp store/serverschema.h
    store/runrecord.h
    store/runtable.cpp store/runtable.h
    store/store.cpp store/store.h
    store/values.h
    errors.h texts.h)
target_compile_definitions(desk_localserver PRIVATE DESK_VERSION="${PROJECT_VERSION}")
