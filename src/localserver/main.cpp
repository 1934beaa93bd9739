#include "i18n.h"
#include "localserver/routes/enginesource.h"
#include "localserver/servermain.h"

int main(int argc, char **argv)
{
    desk::server::ServerProgram program;
    program.makeSource = [] { return std::make_unique<desk::server::EngineSource>(); };
    program.installTexts = [](QCoreApplication &application, const QLocale &locale) { desk::installTranslations(application, locale); };
    return desk::server::serverMain(argc, argv, program);
}
