#include "gui/chat/json/tracewindow.h"

#include "gui/chat/json/jsonpanel.h"
#include "gui/theme.h"
#include "gui/widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

TraceWindow::TraceWindow(const TurnTrace &trace, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"traceWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Raw trace"));
    auto *note = new PlainLabel(noteOn(trace), this);
    note->setObjectName(u"traceNote"_s);
    note->setWordWrap(true);
    auto *panel = new JsonPanel(trace.json, this);
    panel->setObjectName(u"traceJson"_s);
    connect(panel, &JsonPanel::tableRequested, this, &TraceWindow::tableRequested);
    connect(panel, &JsonPanel::saveRequested, this,
            [this](const QString &, const QByteArray &bytes) { Q_EMIT saveRequested(u"trace.json"_s, bytes); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter is for what is inside
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *box = new QVBoxLayout(this);
    box->addWidget(note);
    box->addWidget(panel, 1);
    box->addWidget(buttons);
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 100, metrics.height() * 34);
}

QString TraceWindow::noteOn(const TurnTrace &trace)
{
    QStringList notes;
    if (trace.source == TurnTrace::Source::Message)
        notes << tr("This computer has no record of the events of this answer. What is stored of the message is shown instead.");
    else
        notes << tr("%n events, in the order the server sent them.", nullptr, static_cast<int>(trace.events));
    if (trace.isCut)
        notes << tr("What is too long is left out.");
    notes << tr("Passwords and keys are replaced.");
    return notes.join(u' ');
}

} // namespace desk
