#include "gui/workflows/run/replaybar.h"

#include "gui/theme.h"
#include "gui/widgets/iconbutton.h"
#include "gui/widgets/plainlabel.h"
#include "state/models/executionwords.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// A slider counts in int: an execution of weeks is looked at by seconds.
constexpr qint64 mostTicks = 1'000'000;

qint64 tickOf(qint64 length)
{
    return std::max<qint64>(1, length / mostTicks);
}

QString timeText(qint64 ms)
{
    return ms <= 0 ? ReplayBar::tr("0 s") : ExecutionWords::duration(static_cast<double>(ms) / 1000.0);
}

} // namespace

ReplayBar::ReplayBar(QWidget *parent)
    : QWidget(parent)
    , m_back(iconButton(this, u"replayBack"_s, u"chevron-left"_s, tr("To what happened before")))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_on(iconButton(this, u"replayOn"_s, u"chevron-right"_s, tr("To what happened next")))
    , m_time(new PlainLabel(this))
{
    setObjectName(u"replayBar"_s);
    m_slider->setObjectName(u"replaySlider"_s);
    m_slider->setAccessibleName(tr("Moment of the execution"));
    m_time->setObjectName(u"replayTime"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_back);
    row->addWidget(m_slider, 1);
    row->addWidget(m_on);
    row->addWidget(m_time);
    connect(m_back, &QToolButton::clicked, this, [this] { moveTo(m_replay.momentBefore(moment())); });
    connect(m_on, &QToolButton::clicked, this, [this] { moveTo(m_replay.momentAfter(moment())); });
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        update();
        Q_EMIT momentChanged(moment());
    });
    update();
}

void ReplayBar::setReplay(const ExecutionReplay &replay)
{
    const bool wasAtEnd = isAtEnd();
    const qint64 before = moment();
    m_replay = replay;
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setMaximum(static_cast<int>((replay.length() + tickOf(replay.length()) - 1) / tickOf(replay.length())));
        m_slider->setPageStep(std::max(1, m_slider->maximum() / 20));
        m_slider->setValue(wasAtEnd ? m_slider->maximum() : static_cast<int>(before / tickOf(replay.length())));
    }
    update();
    Q_EMIT momentChanged(moment());
}

qint64 ReplayBar::moment() const
{
    return isAtEnd() ? m_replay.length() : m_slider->value() * tickOf(m_replay.length());
}

bool ReplayBar::isAtEnd() const
{
    return m_slider->value() == m_slider->maximum();
}

// The first tick at which it has happened.
void ReplayBar::moveTo(qint64 ms)
{
    const qint64 tick = tickOf(m_replay.length());
    m_slider->setValue(static_cast<int>((ms + tick - 1) / tick));
}

void ReplayBar::update()
{
    m_back->setEnabled(m_slider->value() > 0);
    m_on->setEnabled(!isAtEnd());
    m_time->setText(tr("%1 of %2", "time since the start, whole time").arg(timeText(moment()), timeText(m_replay.length())));
    setEnabled(m_replay.length() > 0);
}

} // namespace desk
