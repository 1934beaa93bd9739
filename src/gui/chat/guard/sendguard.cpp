#include "gui/chat/guard/sendguard.h"

#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/composeredit.h"
#include "gui/chat/guard/guardbar.h"
#include "gui/chat/guard/guardwords.h"
#include "gui/text/textlimiter.h"
#include "state/chat/attachmentqueue.h"
#include "state/settings.h"
#include "state/workspace.h"

#include <QFile>
#include <QFileInfo>
#include <QTextCursor>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Action = GuardPolicy::Action;

Action actionFor(const GuardPolicy &policy, SecretScan::Kind kind)
{
    return SecretScan::isPersonal(kind) ? policy.personal : policy.secrets;
}

QList<SecretScan::Finding> relevant(QList<SecretScan::Finding> findings, const GuardPolicy &policy)
{
    findings.removeIf([&policy](const SecretScan::Finding &one) { return actionFor(policy, one.kind) == Action::Off; });
    return findings;
}

bool isBlocked(const QList<SecretScan::Finding> &findings, const GuardPolicy &policy)
{
    return std::any_of(findings.cbegin(), findings.cend(),
                       [&policy](const SecretScan::Finding &one) { return actionFor(policy, one.kind) == Action::Block; });
}

} // namespace

SendGuard::SendGuard(const Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_attachments(&context.attachments)
{
    connect(&context.bar, &GuardBar::accepted, this, &SendGuard::accept);
    connect(&context.bar, &GuardBar::removed, this, &SendGuard::removeFound);
    connect(&context.bar, &GuardBar::edited, this, &SendGuard::edit);
    connect(&context.composer, &Composer::textChanged, this, [this] {
        const QString text = m_context.composer.text().trimmed();
        if (text != m_accepted)
            m_accepted.clear();
        if (m_files.isEmpty() && text != m_asked)
            m_context.bar.clear();
    });
    context.attachments.setGate(
        [self = QPointer(this)](const QStringList &paths, const Add &add) { self ? self->checkFiles(paths, add) : add(paths); });
}

SendGuard::~SendGuard()
{
    if (m_attachments)
        m_attachments->setGate({});
}

GuardPolicy SendGuard::policy() const
{
    return GuardPolicy::of(m_context.settings, m_context.workspace.profile());
}

SendGuard::Findings SendGuard::find(const QString &text, const GuardPolicy &policy)
{
    if (policy.isOff())
        return {};
    const QList<SecretScan::Finding> findings = relevant(SecretScan::scan(text), policy);
    return {findings, desk::isBlocked(findings, policy)};
}

bool SendGuard::mayGo(const QString &text)
{
    if (!m_files.isEmpty()) { // those first
        m_context.bar.setFocus();
        return false;
    }
    const auto [findings, blocked] = find(text, policy());
    m_findings = findings;
    if (m_findings.isEmpty() || (text == m_accepted && !blocked))
        return true;
    m_asked = text;
    const QString title = blocked ? tr("This message is not sent: it seems to contain something that must not leave this computer.")
                                  : tr("This message seems to contain something that should not leave this computer.");
    m_context.bar.showFindings(GuardBar::About::Text, title, GuardWords::lines(text, m_findings), blocked);
    return false;
}

void SendGuard::clear()
{
    m_accepted.clear();
    m_asked.clear();
    m_findings.clear();
    if (!m_files.isEmpty())
        Q_EMIT leftOut(tr("%n files were left out: nobody decided about them.", nullptr, static_cast<int>(m_files.size())));
    m_files.clear();
    m_context.bar.clear();
}

void SendGuard::accept()
{
    m_context.bar.clear();
    if (!m_files.isEmpty()) {
        m_add({m_files.takeFirst().path});
        return showNextFile();
    }
    m_accepted = m_asked;
    Q_EMIT sendRequested();
}

// The text stays in the composer, to be looked at once more.
void SendGuard::removeFound()
{
    m_context.bar.clear();
    if (!m_files.isEmpty()) {
        Q_EMIT leftOut(tr("“%1” was not attached.").arg(displayLine(QFileInfo(m_files.takeFirst().path).fileName(), 60)));
        return showNextFile();
    }
    //: Stands in place of a secret
    const QString clean = SecretScan::replaced(m_asked, m_findings, QCoreApplication::translate("desk::GuardBar", "[removed]"));
    QTextCursor cursor(m_context.composer.edit()->document()); // so that it can be undone
    cursor.select(QTextCursor::Document);
    cursor.insertText(clean);
    m_context.composer.focusText();
}

void SendGuard::edit()
{
    m_context.bar.clear();
    if (!m_files.isEmpty())
        return removeFound();
    QTextCursor cursor = m_context.composer.edit()->textCursor();
    const qsizetype shift = m_context.composer.text().indexOf(m_asked); // it was asked about without the space around it
    if (!m_findings.isEmpty() && shift >= 0) {
        cursor.setPosition(static_cast<int>(shift + m_findings.constFirst().start));
        cursor.setPosition(static_cast<int>(shift + m_findings.constFirst().start + m_findings.constFirst().length),
                           QTextCursor::KeepAnchor);
        m_context.composer.edit()->setTextCursor(cursor);
    }
    m_context.composer.focusText();
}

// ------------------------------------------------------------------------------------------------ files

// Texts only: what has a zero byte is none.
QList<SendGuard::FileFinding> SendGuard::findInFiles(const QStringList &paths, const GuardPolicy &policy)
{
    QList<FileFinding> found;
    if (policy.isOff())
        return found;
    for (const QString &path : paths) {
        QFile file(path);
        const QFileInfo info(path);
        if (!info.isFile() || info.size() > maxFileBytes || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.read(maxFileBytes);
        if (bytes.contains('\0'))
            continue;
        const QString text = QString::fromUtf8(bytes);
        const auto [findings, blocked] = find(text, policy);
        if (!findings.isEmpty())
            found.append({path, text, findings, blocked});
    }
    return found;
}

// At once, so that nothing is sent while a file is looked at: a few small ones, which the upload reads in this thread as well.
void SendGuard::checkFiles(const QStringList &paths, const Add &add)
{
    QStringList clean = paths;
    QList<FileFinding> asked;
    const QList<FileFinding> found = findInFiles(paths, policy());
    for (const FileFinding &one : found) {
        if (clean.removeAll(one.path) > 0)
            asked.append(one);
    }
    if (!clean.isEmpty())
        add(clean);
    if (asked.isEmpty())
        return;
    m_add = add;
    const bool isShowing = !m_files.isEmpty();
    m_files += asked;
    if (!isShowing)
        showNextFile();
}

void SendGuard::showNextFile()
{
    if (m_files.isEmpty())
        return m_context.composer.focusText();
    const FileFinding &file = m_files.constFirst();
    const bool blocked = desk::isBlocked(file.findings, policy());
    const QString name = displayLine(QFileInfo(file.path).fileName(), 60);
    const QString title = blocked ? tr("“%1” is not attached: it seems to contain something that must not leave this computer.").arg(name)
                                  : tr("“%1” seems to contain something that should not leave this computer.").arg(name);
    m_context.bar.showFindings(GuardBar::About::Files, title, GuardWords::lines(file.text, file.findings), blocked);
}

} // namespace desk
