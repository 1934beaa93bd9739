#pragma once

class QCoreApplication;
class QLocale;

namespace desk {

// Installs our catalogue for the locale, and Qt's own (button texts), on the application, which owns the translators.
// A language we have no catalogue for gets English, whose catalogue holds the plural forms. Call it in the GUI thread,
// before the first widget; a later call only adds to it. Returns false when even English could not be loaded.
bool installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace desk
