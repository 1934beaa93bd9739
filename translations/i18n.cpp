#include "i18n.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE declares a function of the enclosing scope, so it must be called outside any namespace.
static void initTranslationResource()
{
    Q_INIT_RESOURCE(desk_i18n);
}

namespace desk {

static bool install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, u"_"_s, folder) && application.installTranslator(translator))
        return true;
    delete translator;
    return false;
}

bool installTranslations(QCoreApplication &application, const QLocale &locale)
{
    initTranslationResource();
    // Where Qt's own catalogue is missing, its few texts stay English.
    install(application, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return install(application, locale, u"desk"_s, u":/i18n"_s) || install(application, QLocale(QLocale::English), u"desk"_s, u":/i18n"_s);
}

} // namespace desk
