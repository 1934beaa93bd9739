#include "localserver/engine/workflow/stepwork.h"

#include <QTimer>

namespace desk::server {

void StepWork::finishLater(const StepOutcome &outcome)
{
    QTimer::singleShot(0, this, [this, outcome] { Q_EMIT finished(outcome); });
}

void StepWork::failLater(const QString &error)
{
    StepOutcome outcome;
    outcome.error = error;
    finishLater(outcome);
}

} // namespace desk::server
