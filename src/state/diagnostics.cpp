#include "state/diagnostics.h"

#include "auth/authmanager.h"
#include "auth/secretkeeper.h"
#include "domain/log.h"
#include "state/settings.h"
#include "state/workspace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QMetaEnum>
#include <QSslSocket>
#include <QStringList>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

template <typename Enum>
QString word(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

// For engineers and in English, whatever the language of the window: it is sent to others.
QStringList programLines()
{
    return {u"Agent Desk %1"_s.arg(QCoreApplication::applicationVersion()),
            u"Qt %1 (built with %2)"_s.arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR)),
            u"TLS: %1"_s.arg(QSslSocket::sslLibraryVersionString()),
            u"System: %1, kernel %2 %3, %4"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion(),
                                                  QSysInfo::currentCpuArchitecture()),
            u"Locale: %1"_s.arg(QLocale().name())};
}

QStringList workspaceLines(const Workspace &workspace)
{
    const Profile &profile = workspace.profile();
    QStringList out{u"Kind: %1"_s.arg(profile.kind == Profile::Kind::Local ? u"local"_s : u"team"_s),
                    u"State: %1"_s.arg(word(workspace.state()))};
    if (profile.kind == Profile::Kind::Team)
        out += u"Server: %1"_s.arg(profile.baseUrl.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
    if (const AuthManager *session = workspace.session())
        out += u"Session: %1"_s.arg(word(session->state()));
    const Capabilities &capabilities = workspace.capabilities();
    if (!capabilities.server.isEmpty())
        out += u"Answers as: %1 %2"_s.arg(capabilities.server, capabilities.version);
    QStringList features(capabilities.features.cbegin(), capabilities.features.cend());
    features.sort();
    out += u"Promises: %1"_s.arg(features.isEmpty() ? u"none"_s : features.join(u", "_s));
    if (workspace.state() == Workspace::State::Failed)
        out += u"Problem: %1 (%2)"_s.arg(workspace.error().message, workspace.error().detail);
    return out;
}

QStringList settingsLines(const Settings &settings)
{
    return {u"Theme: %1"_s.arg(settings.text(Settings::Key::Theme)), u"Language: %1"_s.arg(settings.text(Settings::Key::Language)),
            u"Team profiles: %1"_s.arg(settings.value(Settings::Key::Profiles).toList().size()),
            u"Language model: %1"_s.arg(settings.text(Settings::Key::ProviderName).isEmpty() ? u"none"_s : u"configured"_s),
            u"Secrets only until the end: %1"_s.arg(settings.value(Settings::Key::SecretsSessionOnly).toBool() ? u"yes"_s : u"no"_s)};
}

QString section(const QString &title, const QStringList &lines)
{
    return u"== %1 ==\n%2\n\n"_s.arg(title, lines.join(u'\n'));
}

} // namespace

QString diagnosticsText(const Settings &settings, const Workspace &workspace, const SecretKeeper *secrets, const QString &logFolder)
{
    QString text = u"Diagnostics of %1\n\n"_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    text += section(u"Program"_s, programLines());
    text += section(u"Workspace"_s, workspaceLines(workspace));
    text += section(u"Keychain"_s, {secrets ? QString(logName(secrets->state())) : u"not used"_s});
    text += section(u"Settings"_s, settingsLines(settings));
    text += section(u"Log"_s, QStringList{u"Files: %1"_s.arg(logFolder)} + recentLog());
    return redact(text).replace(QDir::homePath(), u"~"_s); // the account's name is in it
}

} // namespace desk
