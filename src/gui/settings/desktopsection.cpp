#include "gui/settings/desktopsection.h"

#include "gui/desktop/desktopfeatures.h"
#include "gui/desktop/globalshortcut.h"
#include "gui/desktop/notifier.h"
#include "gui/text/textlimiter.h"
#include "state/settings.h"
#include "ui_desktopsection.h"

#include <QClipboard>
#include <QGuiApplication>

namespace desk {

DesktopSection::DesktopSection(Settings &settings, const DesktopFeatures &features, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_features(features)
    , m_ui(std::make_unique<Ui::DesktopSection>())
{
    m_ui->setupUi(this);
    m_ui->commandEdit->setText(command);
    m_ui->restoreCheck->setChecked(settings.value(Settings::Key::RestoreSession).toBool());
    m_ui->notifyCheck->setChecked(settings.value(Settings::Key::NotifyAnswers).toBool());
    m_ui->trayCheck->setChecked(settings.value(Settings::Key::TrayIcon).toBool());
    m_ui->closeCheck->setChecked(settings.value(Settings::Key::CloseToTray).toBool());
    connect(m_ui->restoreCheck, &QCheckBox::toggled, this, [this](bool on) { m_settings.set(Settings::Key::RestoreSession, on); });
    connect(m_ui->notifyCheck, &QCheckBox::toggled, this, [this](bool on) { m_settings.set(Settings::Key::NotifyAnswers, on); });
    connect(m_ui->trayCheck, &QCheckBox::toggled, this, [this](bool on) {
        m_settings.set(Settings::Key::TrayIcon, on);
        updateTray();
    });
    connect(m_ui->closeCheck, &QCheckBox::toggled, this, [this](bool on) { m_settings.set(Settings::Key::CloseToTray, on); });
    connect(m_ui->copyCommandButton, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(command); });
    if (GlobalShortcut *shortcut = m_features.quickAsk.get()) {
        connect(shortcut, &GlobalShortcut::stateChanged, this, &DesktopSection::updateShortcut);
        connect(m_ui->bindButton, &QPushButton::clicked, shortcut, &GlobalShortcut::bind);
    }
    updateTray();
    updateShortcut();
}

DesktopSection::~DesktopSection() = default;

// A tray may come and go with the desktop's panel.
void DesktopSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateTray();
}

void DesktopSection::updateTray()
{
    const bool hasTray = m_features.hasTray();
    m_ui->trayCheck->setVisible(hasTray);
    m_ui->closeCheck->setVisible(hasTray);
    m_ui->closeCheck->setEnabled(m_ui->trayCheck->isChecked());
    m_ui->noTrayLabel->setVisible(!hasTray);
}

void DesktopSection::updateShortcut()
{
    using State = GlobalShortcut::State;
    const GlobalShortcut *shortcut = m_features.quickAsk.get();
    const State state = shortcut ? shortcut->state() : State::Unavailable;
    QString text;
    if (state == State::Bound && shortcut->trigger().isEmpty())
        text = tr("A key of the desktop opens it.");
    else if (state == State::Bound)
        text = tr("%1 opens it.", "keys, as the desktop names them").arg(displayLine(shortcut->trigger(), 60));
    else if (state == State::Asking)
        text = tr("The desktop asks for the keys…");
    else if (state == State::Unbound)
        text = tr("No keys open it yet.");
    else
        text = tr("This desktop gives programs no keys of their own. Bind this command to keys in the keyboard settings of the desktop:");
    m_ui->shortcutLabel->setText(text);
    m_ui->bindButton->setVisible(state != State::Unavailable);
    m_ui->bindButton->setEnabled(state != State::Asking);
    m_ui->bindButton->setText(state == State::Bound ? tr("Change &keys…") : tr("Choose &keys…"));
    m_ui->commandEdit->setVisible(state == State::Unavailable);
    m_ui->copyCommandButton->setVisible(state == State::Unavailable);
}

} // namespace desk
