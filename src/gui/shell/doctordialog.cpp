#include "gui/shell/doctordialog.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

using namespace Qt::StringLiterals;
using Verdict = ConnectionDoctor::Verdict;

namespace {

QString iconOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Running:
        return u"running"_s;
    case Verdict::Good:
        return u"success"_s;
    case Verdict::Doubtful:
        return u"warning"_s;
    case Verdict::Bad:
        return u"error"_s;
    default:
        return u"pending"_s;
    }
}

} // namespace

DoctorDialog::DoctorDialog(NetworkSetup &network, const Profile &profile, QWidget *parent)
    : QDialog(parent)
    , m_doctor(network)
    , m_profile(profile)
    , m_list(new QListWidget(this))
{
    setObjectName(u"doctorDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Connection doctor"));
    auto *intro = new PlainLabel(tr("The way to %1, step by step. No password is sent.", "profile").arg(profile.name), this);
    intro->setWordWrap(true);
    m_list->setObjectName(u"doctorList"_s);
    m_list->setAccessibleName(tr("Findings"));
    m_list->setWordWrap(true);
    m_list->setSpacing(Theme::space(this) / 2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_again = new QPushButton(tr("&Examine again"), this);
    m_again->setObjectName(u"examineAgain"_s);
    auto *copy = new QPushButton(tr("&Copy report"), this);
    copy->setObjectName(u"copyDoctorReport"_s);
    auto *close = new QPushButton(tr("Close"), this);
    // No QDialogButtonBox: see DiagnosticsDialog.
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_again, copy, close})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->addWidget(intro);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    resize(Theme::space(this, 72), Theme::space(this, 60));
    connect(m_again, &QPushButton::clicked, this, &DoctorDialog::begin);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_doctor.report()); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_doctor, &ConnectionDoctor::findingChanged, this, &DoctorDialog::show);
    connect(&m_doctor, &ConnectionDoctor::finished, this, [this] {
        fill();
        m_again->setEnabled(true);
    });
}

void DoctorDialog::begin()
{
    m_again->setEnabled(false);
    m_doctor.examine(m_profile);
    fill();
    m_list->setFocus();
}

void DoctorDialog::fill()
{
    while (m_list->count() < m_doctor.findings().size())
        m_list->addItem(new QListWidgetItem);
    for (int i = 0; i < m_doctor.findings().size(); ++i)
        show(i);
}

void DoctorDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    QMetaObject::invokeMethod(this, &DoctorDialog::fill, Qt::QueuedConnection); // when the list has its new width
}

void DoctorDialog::show(int index)
{
    QListWidgetItem *item = m_list->item(index);
    if (!item)
        return;
    const ConnectionDoctor::Finding &finding = m_doctor.findings().at(index);
    QString word;
    switch (finding.verdict) {
    case Verdict::Waiting:
        word = tr("waiting");
        break;
    case Verdict::Running:
        word = tr("being looked at…");
        break;
    case Verdict::Good:
        word = tr("good");
        break;
    case Verdict::Doubtful:
        word = tr("doubtful");
        break;
    case Verdict::Bad:
        word = tr("does not work");
        break;
    case Verdict::Skipped:
        word = tr("not looked at");
        break;
    }
    QStringList lines{tr("%1: %2", "what, how it stands").arg(finding.title, word)};
    if (!finding.text.isEmpty())
        lines.append(finding.text);
    if (!finding.advice.isEmpty())
        lines.append(finding.advice);
    item->setIcon(Theme::icon(iconOf(finding.verdict)));
    item->setText(lines.join(u'\n'));
    const int room = m_list->viewport()->width() - Theme::iconSize(font()) - Theme::space(this, 4);
    const QRect text = fontMetrics().boundingRect(QRect(0, 0, qMax(room, 100), 10'000), Qt::TextWordWrap, item->text());
    item->setSizeHint(QSize(0, text.height() + Theme::space(this)));
}

} // namespace desk
