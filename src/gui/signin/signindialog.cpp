#include "gui/signin/signindialog.h"

#include "auth/authmanager.h"
#include "auth/identity/safeurl.h"
#include "gui/theme.h"
#include "ui_signindialog.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>

namespace desk {

using namespace Qt::StringLiterals;
using Kind = SignInStep::Kind;

namespace {

qint64 secondsUntil(const QDateTime &time)
{
    return time.isValid() ? qMax<qint64>(0, (QDateTime::currentDateTimeUtc().msecsTo(time) + 999) / 1000) : 0;
}

// Told to whoever listens instead of looking.
void alert(QLabel &label)
{
    QAccessibleEvent event(&label, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace

SignInDialog::SignInDialog(AuthManager &session, QWidget *parent)
    : QDialog(parent)
    , m_session(&session)
    , m_ui(std::make_unique<Ui::SignInDialog>())
{
    m_ui->setupUi(this);
    setObjectName(u"signInDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Sign in"));
    setMinimumWidth(Theme::space(this, 52));
    m_ui->titleLabel->setText(tr("Sign in to %1", "profile").arg(session.profile().name));
    m_ui->titleLabel->setFont(Theme::heading(font()));
    QPalette danger = palette();
    danger.setColor(QPalette::WindowText, Theme::danger(danger));
    m_ui->problemLabel->setPalette(danger);
    m_ui->wayLabel->hide();
    m_ui->wayCombo->hide();
    m_continue = m_ui->buttonBox->addButton(tr("Continue"), QDialogButtonBox::ActionRole);
    m_continue->setObjectName(u"continueButton"_s);
    m_continue->setDefault(true);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &SignInDialog::updateWaits);
    connect(&session, &QObject::destroyed, this, &QWidget::close);
    connectPages();
}

SignInDialog::~SignInDialog() = default;

void SignInDialog::connectPages()
{
    for (QLineEdit *secret : {m_ui->tokenEdit}) { // AUTH-20: masked, and nowhere to be got back from
        secret->setEchoMode(QLineEdit::Password);
        secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    }
    m_ui->emailEdit->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    for (QLineEdit *shown : {m_ui->userCodeEdit, m_ui->deviceUrlEdit})
        shown->setReadOnly(true);
    QFont large = Theme::monospace(font());
    large.setPointSizeF(font().pointSizeF() * 1.8);
    m_ui->userCodeEdit->setFont(large);
    m_ui->userCodeEdit->setAlignment(Qt::AlignCenter);
    const auto copy = [](const QString &text) { QGuiApplication::clipboard()->setText(text); };
    const auto again = [this] {
        if (m_attempt)
            m_attempt->again();
    };
    connect(m_continue, &QPushButton::clicked, this, &SignInDialog::goOn);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &SignInDialog::reject);
    connect(m_ui->againButton, &QPushButton::clicked, this, again);
    connect(m_ui->openAgainButton, &QPushButton::clicked, this, again);
    connect(m_ui->openDeviceButton, &QPushButton::clicked, this, [this] {
        if (m_attempt && isSafeForSignIn(m_attempt->step().url))
            Q_EMIT openRequested(m_attempt->step().url);
    });
    connect(m_ui->backButton, &QPushButton::clicked, this, [this] {
        if (m_attempt)
            m_attempt->back();
    });
    connect(m_ui->copyAddressButton, &QPushButton::clicked, this, [this, copy] {
        if (m_attempt)
            copy(m_attempt->step().url.toString(QUrl::FullyEncoded));
    });
    connect(m_ui->copyCodeButton, &QPushButton::clicked, this, [this, copy] { copy(m_ui->userCodeEdit->text()); });
    connect(m_ui->wayCombo, &QComboBox::activated, this, [this] { use(static_cast<SignInWay>(m_ui->wayCombo->currentData().toInt())); });
    m_ui->wayCombo->installEventFilter(this);
    for (QLineEdit *edit : {m_ui->emailEdit, m_ui->codeEdit, m_ui->tokenEdit})
        connect(edit, &QLineEdit::textChanged, this, &SignInDialog::updateWaits);
}

// A way is begun when it is chosen in the list: passing by one with the arrow keys, a letter or the wheel must not open a browser.
bool SignInDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->wayCombo && event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    if (watched == m_ui->wayCombo && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool moves = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_PageUp ||
                           key->key() == Qt::Key_PageDown || key->key() == Qt::Key_Home || key->key() == Qt::Key_End;
        if (moves || !key->text().trimmed().isEmpty()) {
            m_ui->wayCombo->showPopup();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void SignInDialog::begin()
{
    findOtherWays();
    use(m_session->profile().signIn);
}

void SignInDialog::findOtherWays()
{
    m_session->findWays(this, [this](const QList<SignInWay> &ways, const std::optional<Error> &) {
        if (ways.size() < 2 || !m_attempt)
            return;
        m_ui->wayCombo->clear();
        for (const SignInWay way : ways)
            m_ui->wayCombo->addItem(nameOf(way), static_cast<int>(way));
        m_ui->wayCombo->setCurrentIndex(m_ui->wayCombo->findData(static_cast<int>(m_attempt->way())));
        m_ui->wayLabel->show();
        m_ui->wayCombo->show();
    });
}

QString SignInDialog::nameOf(SignInWay way)
{
    switch (way) {
    case SignInWay::EmailCode:
        return tr("A code by e-mail");
    case SignInWay::Browser:
        return tr("The browser");
    case SignInWay::Device:
        return tr("A code typed on another device");
    default:
        return tr("An access token");
    }
}

void SignInDialog::use(SignInWay way)
{
    if (!m_session)
        return;
    m_attempt = m_session->signIn(way);
    if (!m_attempt) {
        showProblem(tr("This profile has no way to sign in."));
        return;
    }
    connect(m_attempt, &SignInAttempt::stepChanged, this, &SignInDialog::showStep);
    connect(m_attempt, &SignInAttempt::succeeded, this, &QDialog::accept);
    m_attempt->start();
    showStep();
}

void SignInDialog::goOn()
{
    if (!m_attempt)
        return;
    if (m_attempt->step().kind == Kind::Failed) {
        m_attempt->start();
        return;
    }
    QLineEdit *edit = field();
    if (!edit || edit->text().trimmed().isEmpty())
        return;
    const QString text = edit->text().trimmed();
    if (edit == m_ui->tokenEdit)
        edit->clear();
    m_attempt->answer(text);
}

void SignInDialog::reject()
{
    if (m_session)
        m_session->cancelSignIn();
    QDialog::reject();
}

QLineEdit *SignInDialog::field() const
{
    if (!m_attempt)
        return nullptr;
    switch (m_attempt->step().kind) {
    case Kind::AskEmail:
        return m_ui->emailEdit;
    case Kind::AskCode:
        return m_ui->codeEdit;
    case Kind::AskToken:
        return m_ui->tokenEdit;
    default:
        return nullptr;
    }
}

void SignInDialog::showProblem(const QString &text)
{
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->setVisible(!text.isEmpty());
    if (QLineEdit *edit = field())
        edit->setAccessibleDescription(text); // read together with the field it is about
    if (!text.isEmpty())
        alert(*m_ui->problemLabel);
}

void SignInDialog::showPage(QWidget *page, QWidget *focus)
{
    const bool isNew = m_ui->steps->currentWidget() != page;
    m_ui->steps->setCurrentWidget(page);
    if (focus && (isNew || !isAncestorOf(focusWidget())))
        focus->setFocus();
    if (auto *edit = qobject_cast<QLineEdit *>(focus); edit && !edit->isReadOnly())
        edit->selectAll();
}

void SignInDialog::showStep()
{
    if (!m_attempt)
        return;
    const SignInStep &step = m_attempt->step();
    const bool failed = step.kind == Kind::Failed;
    showProblem(step.problem && !failed ? step.problem->userText() : QString());
    m_continue->setVisible(failed || field());
    m_continue->setText(failed ? tr("Try again") : tr("Continue"));
    updateWaits(); // before the focus moves: what is disabled does not take it
    switch (step.kind) {
    case Kind::Working:
    case Kind::Done:
        showPage(m_ui->workingPage, nullptr);
        break;
    case Kind::AskEmail:
        if (m_ui->emailEdit->text().isEmpty())
            m_ui->emailEdit->setText(step.email);
        showPage(m_ui->emailPage, m_ui->emailEdit);
        break;
    case Kind::AskCode:
        m_ui->codeIntro->setText(tr("If %1 is known there, a mail with a code is on its way.", "e-mail address").arg(step.email));
        showPage(m_ui->codePage, m_ui->codeEdit);
        break;
    case Kind::AskToken:
        showPage(m_ui->tokenPage, m_ui->tokenEdit);
        break;
    case Kind::OpenBrowser:
        m_ui->browserIntro->setText(
            tr("Your browser shows a page of %1. Sign in there; this window notices by itself.", "host").arg(step.host));
        showPage(m_ui->browserPage, m_ui->openAgainButton);
        break;
    case Kind::ShowUserCode:
        m_ui->deviceIntro->setText(tr("On any device, visit this page of %1", "host").arg(step.host));
        m_ui->deviceUrlEdit->setText(step.url.toString());
        m_ui->userCodeEdit->setText(step.userCode);
        showPage(m_ui->devicePage, m_ui->userCodeEdit);
        break;
    case Kind::Failed:
        m_ui->failedLabel->setText(step.problem ? step.problem->userText() : tr("Signing in did not work."));
        m_continue->setAccessibleDescription(m_ui->failedLabel->text());
        showPage(m_ui->failedPage, m_continue);
        alert(*m_ui->failedLabel);
        break;
    }
}

void SignInDialog::updateWaits()
{
    if (!m_attempt)
        return;
    const SignInStep &step = m_attempt->step();
    const qint64 answerIn = secondsUntil(step.answerFrom);
    const qint64 againIn = secondsUntil(step.againFrom);
    const QLineEdit *edit = field();
    m_continue->setEnabled(step.kind == Kind::Failed || (edit && !edit->text().trimmed().isEmpty() && answerIn == 0));
    if (step.kind != Kind::Failed)
        m_continue->setText(answerIn > 0 ? tr("Continue in %n s", nullptr, static_cast<int>(answerIn)) : tr("Continue"));
    m_ui->againButton->setEnabled(againIn == 0);
    m_ui->againButton->setText(againIn > 0 ? tr("Send again in %n s", nullptr, static_cast<int>(againIn)) : tr("Send &again"));
    if (answerIn > 0 || againIn > 0)
        m_second.start();
    else
        m_second.stop();
}

} // namespace desk
