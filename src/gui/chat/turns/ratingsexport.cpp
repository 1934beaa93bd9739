#include "gui/chat/turns/ratingsexport.h"

#include "gui/dialogs.h"
#include "gui/export/exportjob.h"
#include "state/atomicfile.h"
#include "state/export/ratingsfile.h"
#include "state/store/ratingstore.h"

#include <QFileInfo>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace desk {

RatingsExport::RatingsExport(RatingStore *ratings, Dialogs &dialogs, QWidget *window)
    : QObject(window)
    , m_ratings(ratings)
    , m_dialogs(dialogs)
    , m_window(window)
{
}

QString RatingsExport::whyNot() const
{
    if (m_ratings == nullptr)
        return tr("Answers cannot be rated here.");
    return m_ratings->marks().isEmpty() ? tr("No answer has been rated yet.") : QString();
}

void RatingsExport::run()
{
    if (const QString reason = whyNot(); !reason.isEmpty())
        return Q_EMIT statusMessage(reason);
    m_dialogs.saveFile(m_window->window(), tr("Export Rated Answers: .csv for a Spreadsheet, .jsonl for Evaluation"),
                       u"rated-answers.csv"_s, [self = QPointer(this)](const QString &path) {
                           if (self && !path.isEmpty())
                               self->read(path);
                       });
}

void RatingsExport::read(const QString &path)
{
    m_ratings->all(this, [this, path](const Result<QList<RatedAnswer>> &answers) {
        if (!answers)
            return m_dialogs.inform(m_window->window(), tr("The rated answers could not be read"), answers.error().userText());
        auto *job = new ExportJob(this);
        connect(job, &ExportJob::finished, job, &QObject::deleteLater);
        connect(job, &ExportJob::finished, this, [this, path, count = answers->size()](const Result<> &outcome) {
            if (!outcome)
                return m_dialogs.inform(m_window->window(), tr("The file could not be written"), outcome.error().userText());
            Q_EMIT statusMessage(tr("%n rated answers saved as %1", nullptr, static_cast<int>(count)).arg(QFileInfo(path).fileName()));
        });
        job->start([rows = *answers, path](ExportProgress & /*progress*/) {
            return AtomicFile::replace(path, RatingsFile::write(rows, RatingsFile::formOf(path)));
        });
    });
}

} // namespace desk
