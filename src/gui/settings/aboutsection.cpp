#include "gui/settings/aboutsection.h"

#include "gui/theme.h"
#include "state/networksetup.h"
#include "state/workspace.h"
#include "ui_aboutsection.h"

#include <QClipboard>
#include <QGuiApplication>

namespace desk {

using namespace Qt::StringLiterals;

AboutSection::AboutSection(Workspace &workspace, const NetworkSetup *network, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_network(network)
    , m_ui(std::make_unique<Ui::AboutSection>())
{
    m_ui->setupUi(this);
    const int side = Theme::space(this, 8);
    m_ui->logoLabel->setPixmap(Theme::icon(u"agentdesk"_s).pixmap(QSize(side, side), devicePixelRatioF()));
    m_ui->nameLabel->setFont(Theme::heading(font()));
    for (QLabel *label : {m_ui->versionLabel, m_ui->systemLabel})
        label->setFocusPolicy(Qt::StrongFocus); // to copy it without a mouse
    m_ui->column->setSpacing(Theme::space(this, 1.5));
    connect(m_ui->copyButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->versionLabel->text() + u'\n' + m_ui->systemLabel->text()); });
    connect(&m_workspace, &Workspace::stateChanged, this, &AboutSection::update);
    if (m_network)
        connect(m_network, &NetworkSetup::changed, this, &AboutSection::update);
    update();
}

AboutSection::~AboutSection() = default;

void AboutSection::update()
{
    m_ui->versionLabel->setText(tr("Version %1").arg(QCoreApplication::applicationVersion()));
    QStringList lines{tr("Qt %1").arg(QString::fromLatin1(qVersion())), QSysInfo::prettyProductName()};
    const Capabilities &server = m_workspace.capabilities();
    if (m_workspace.state() == Workspace::State::Ready)
        lines += server.server.isEmpty() ? tr("The server does not tell its version.")
                                         : tr("Server: %1 %2", "name, version").arg(server.server, server.version);
    if (m_network && !m_network->settings().caFile.isEmpty() && !m_network->certificateProblem()) // TLS-02
        lines += tr("Besides the system's certificates those of %1 are trusted.", "%1 file").arg(m_network->settings().caFile);
    m_ui->systemLabel->setText(lines.join(u'\n'));
}

} // namespace desk
