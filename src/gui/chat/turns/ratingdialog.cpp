#include "gui/chat/turns/ratingdialog.h"

#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

RatingDialog::RatingDialog(Rating rating, const QString &note, QWidget *parent)
    : QDialog(parent)
    , m_up(new QRadioButton(tr("&Good answer"), this))
    , m_down(new QRadioButton(tr("&Bad answer"), this))
    , m_note(new QPlainTextEdit(this))
{
    setObjectName(u"ratingDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rate This Answer"));
    m_up->setObjectName(u"ratingUp"_s);
    m_up->setIcon(Theme::icon(u"thumb-up"_s));
    m_up->setChecked(rating == Rating::Up);
    m_down->setObjectName(u"ratingDown"_s);
    m_down->setIcon(Theme::icon(u"thumb-down"_s));
    m_down->setChecked(rating == Rating::Down);
    m_note->setObjectName(u"ratingNote"_s);
    m_note->setTabChangesFocus(true);
    m_note->setPlainText(note);
    auto *label = new PlainLabel(tr("&Note: what was good or wrong?"), this);
    label->setBuddy(m_note);
    m_note->setAccessibleName(tr("Note: what was good or wrong?"));
    auto *place = new PlainLabel(tr("Kept on this computer with the question and the answer. Nothing is sent."), this);
    place->setWordWrap(true);
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_up);
    choice->addWidget(m_down);
    choice->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    if (rating != Rating::None) {
        QPushButton *remove = buttons->addButton(tr("&Remove Rating"), QDialogButtonBox::DestructiveRole);
        remove->setObjectName(u"ratingRemove"_s);
        connect(remove, &QPushButton::clicked, this, [this] {
            Q_EMIT rated(Rating::None, {});
            accept();
        });
    }
    auto *box = new QVBoxLayout(this);
    box->addLayout(choice);
    box->addWidget(label);
    box->addWidget(m_note, 1);
    box->addWidget(place);
    box->addWidget(buttons);
    const auto follow = [this] { m_save->setEnabled(m_up->isChecked() || m_down->isChecked()); };
    connect(m_up, &QRadioButton::toggled, this, follow);
    connect(m_down, &QRadioButton::toggled, this, follow);
    connect(buttons, &QDialogButtonBox::accepted, this, &RatingDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    follow();
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 60, metrics.height() * 16);
    if (rating == Rating::None)
        m_up->setFocus();
    else
        m_note->setFocus();
}

void RatingDialog::save()
{
    Q_EMIT rated(m_up->isChecked() ? Rating::Up : Rating::Down, m_note->toPlainText().trimmed());
    accept();
}

} // namespace desk
