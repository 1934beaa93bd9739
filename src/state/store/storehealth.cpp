#include "state/store/storehealth.h"

#include "state/store/draftstore.h"
#include "state/store/storethread.h"

#include <QDir>

namespace desk {

StoreHealth::StoreHealth(StoreThread &store, DraftStore &drafts, QObject *parent)
    : QObject(parent)
{
    connect(&store, &StoreThread::opened, this, &StoreHealth::onOpened);
    connect(&store, &StoreThread::unavailable, this, &StoreHealth::noteNotKept);
    connect(&drafts, &DraftStore::notKept, this, &StoreHealth::noteNotKept);
    connect(&drafts, &DraftStore::saved, this, [this] { setProblem(std::nullopt); });
}

void StoreHealth::noteNotKept(const Error &error)
{
    Error problem = error;
    problem.message = tr("What you write now is kept only until the program ends. %1").arg(error.message);
    setProblem(problem);
}

void StoreHealth::onOpened(const StoreReport &report)
{
    const QString place = placeNotice(report.newPlace);
    const QString file = QDir::toNativeSeparators(report.keptAs);
    switch (report.outcome) {
    case StoreReport::Outcome::Made:
    case StoreReport::Outcome::Fine:
        if (place.isEmpty()) {
            setProblem(std::nullopt);
            return;
        }
        break;
    case StoreReport::Outcome::ReadOnly: {
        Error error;
        error.kind = Error::Kind::Storage;
        error.message = report.reason;
        noteNotKept(error);
        return;
    }
    case StoreReport::Outcome::Salvaged:
        m_notice =
            tr("The file with your drafts and messages was damaged. What could be read of it is here again; the damaged file was kept "
               "as %1.")
                .arg(file);
        break;
    case StoreReport::Outcome::Restored:
        m_notice =
            file.isEmpty()
                ? tr("The file with your drafts and messages was gone. The newest copy was put in its place: what came later is missing.")
                : tr("The file with your drafts and messages was damaged. The newest copy was put in its place: what came later is "
                     "missing. The damaged file was kept as %1.")
                      .arg(file);
        break;
    case StoreReport::Outcome::Lost:
        m_notice =
            file.isEmpty()
                ? tr("The file with your drafts and messages was gone, and there was no copy of it.")
                : tr("The file with your drafts and messages was damaged, and nothing of it could be read. It was kept as %1.").arg(file);
        break;
    }
    if (!place.isEmpty())
        m_notice =
            report.outcome == StoreReport::Outcome::Made || report.outcome == StoreReport::Outcome::Fine ? place : m_notice + u'\n' + place;
    m_problem.reset();
    Q_EMIT changed();
}

QString StoreHealth::placeNotice(FolderPlace place)
{
    switch (place) {
    case FolderPlace::Here:
        break;
    case FolderPlace::Network:
        return tr("Your drafts and messages are in a folder on the network. They are kept there in a slower, safer way. If the network "
                  "fails while something is written, it may be lost: a folder on a disk of this computer is better.");
    case FolderPlace::Synced:
        return tr("Your drafts and messages are in a folder that another program copies to other places. They are kept there in a slower, "
                  "safer way. Copies made while something is written may be damaged: a folder that is not copied is better.");
    }
    return {};
}

void StoreHealth::setProblem(const std::optional<Error> &problem)
{
    if (m_problem.has_value() == problem.has_value() && (!problem || problem->message == m_problem->message))
        return;
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace desk
