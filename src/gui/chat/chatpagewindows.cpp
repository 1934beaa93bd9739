// The page beside other windows: who writes, what stands at its side.
#include "gui/chat/approval/approvalcontrol.h"
#include "gui/chat/chatpage.h"

#include "gui/chat/compose/composer.h"
#include "gui/chat/compose/folderbar.h"
#include "gui/chat/elsewherebar.h"
#include "gui/chat/insightdock.h"
#include "gui/chat/sidepane.h"
#include "gui/chat/sidepanels.h"
#include "gui/chat/transcript/messagereader.h"
#include "gui/chat/transcript/transcriptview.h"
#include "gui/chat/turns/editmessagedialog.h"
#include "gui/theme.h"
#include "state/chat/attachmentqueue.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QSplitter>
#include <QToolButton>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

void ChatPage::connectElsewhere()
{
    connect(m_elsewhereBar, &ElsewhereBar::showRequested, this, [this] { Q_EMIT windowRequested(conversationId()); });
    // A question to be edited, a reply that was quoted: it goes where the conversation is written.
    connect(m_composer, &Composer::textChanged, this, [this] {
        const QString text = m_composer->text();
        if (!m_elsewhere || m_showingDraft || text.isEmpty())
            return;
        m_showingDraft = true;
        m_composer->clear();
        m_showingDraft = false;
        Q_EMIT textRequested(conversationId(), text);
    });
    if (!m_services.newInsights || m_services.insights == nullptr)
        return;
    m_insights = new InsightDock({*m_services.newInsights(this), *m_services.insights, m_services.workspace, m_services.sessions,
                                  m_services.dialogs, m_services.settings},
                                 this);
    m_insightsPane = new SidePane(*m_insights, tr("Insights"), m_splitter);
    m_splitter->addWidget(m_insightsPane);
    m_sides->add(*m_insightsPane, Theme::space(this, 40));
    m_head->addWidget(m_insights->button());
    connect(m_insights, &InsightDock::allRequested, this, [this] {
        window()->activateWindow(); // the pane may be in another one
        Q_EMIT insightsRequested();
    });
    connect(this, &ChatPage::conversationShown, m_insights, &InsightDock::setConversation);
}

void ChatPage::connectPanes()
{
    const QList<QAction *> keys{findChild<QAction *>(u"nextPane"_s), findChild<QAction *>(u"previousPane"_s)};
    for (SidePane *pane : {m_sourcePane, m_insightsPane}) {
        if (pane == nullptr)
            continue;
        pane->setKeys(keys);
        connect(pane, &SidePane::changed, this, &ChatPage::layoutChanged);
    }
    connect(m_sourcePane, &SidePane::closeRequested, this, &ChatPage::closeSource);
    if (m_insightsPane != nullptr)
        connect(m_insightsPane, &SidePane::closeRequested, this, &ChatPage::toggleInsights);
}

void ChatPage::closeMessageWindows()
{
    QList<QDialog *> windows = m_transcript->findChildren<QDialog *>();
    const QList<MessageReader *> readers = findChildren<MessageReader *>(Qt::FindDirectChildrenOnly);
    for (MessageReader *reader : readers)
        windows << reader;
    for (QDialog *window : std::as_const(windows)) {
        if (qobject_cast<EditMessageDialog *>(window) == nullptr) // what somebody is writing is never lost
            window->close();
    }
}

QVariantMap ChatPage::paneStates() const
{
    QVariantMap states{{u"source"_s, m_sourcePane->state()}};
    if (m_insightsPane != nullptr)
        states.insert(u"insights"_s, m_insightsPane->state());
    return states;
}

void ChatPage::restorePanes(const QVariantMap &states)
{
    m_sourcePane->restore(states.value(u"source"_s).toMap());
    if (m_insightsPane != nullptr)
        m_insightsPane->restore(states.value(u"insights"_s).toMap());
}

void ChatPage::setElsewhere(Elsewhere isWrittenElsewhere)
{
    m_isElsewhere = std::move(isWrittenElsewhere);
    updateElsewhere();
}

void ChatPage::updateElsewhere()
{
    const bool now = m_isElsewhere && m_session != nullptr && m_isElsewhere(conversationId());
    if (now != m_elsewhere) {
        keepDraft(); // while it is this page's
        m_elsewhere = now;
        showQuestion();
        m_approvalControl->setSession(m_elsewhere ? nullptr : m_session);
        showDraft();
        updateSendState();
    }
    showWhoWrites();
}

void ChatPage::showWhoWrites()
{
    const bool hadFocus =
        m_elsewhere ? m_composer->isAncestorOf(window()->focusWidget()) : m_elsewhereBar->isAncestorOf(window()->focusWidget());
    m_composer->setVisible(!m_elsewhere);
    m_elsewhereBar->setVisible(m_elsewhere);
    if (hadFocus)
        focusComposer();
}

void ChatPage::addText(const QString &text)
{
    const QString written = m_composer->text();
    m_composer->setText(written.trimmed().isEmpty() ? text : written + u"\n\n"_s + text);
    keepDraft();
    focusComposer();
}

QStringList ChatPage::localFiles(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

void ChatPage::takeFiles(const QStringList &paths)
{
    if (const QString problem = attachProblem(); !problem.isEmpty() && !paths.isEmpty()) {
        Error error;
        error.kind = Error::Kind::Invalid;
        error.message = problem;
        showError(error);
    } else {
        QStringList folders;
        QStringList files;
        for (const QString &path : paths)
            (QFileInfo(path).isDir() ? folders : files).append(path);
        if (!files.isEmpty())
            m_services.attachments.add(files);
        m_folders->offer(folders);
    }
    focusComposer();
}

bool ChatPage::hasInsights() const
{
    return m_insights != nullptr && m_insights->isOffered();
}

void ChatPage::toggleInsights()
{
    if (!hasInsights())
        return;
    const bool hadFocus = m_insights->isAncestorOf(QApplication::focusWidget()); // which may be in another window
    m_insights->toggle();
    if (hadFocus)
        focusComposer();
}

} // namespace desk
