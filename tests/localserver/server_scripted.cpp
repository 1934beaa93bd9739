// The real server program around scripted answers: same process, same HTTP, same store.

#include "localserver/servermain.h"
#include "server_scriptedturn.h"

int main(int argc, char **argv)
{
    desk::server::ServerProgram program;
    program.makeSource = [] { return std::make_unique<desk::test::ScriptedSource>(); };
    return desk::server::serverMain(argc, argv, program);
}
