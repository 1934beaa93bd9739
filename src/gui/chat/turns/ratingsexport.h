#pragma once

#include <QObject>
#include <QPointer>

namespace desk {

class Dialogs;
class RatingStore;

// All rated answers of the account as a file for evaluation (CH-67): asks where, reads them from the disk and writes on another thread. The
// store may be null: then nothing can be rated. Dialogs and store outlive it.
class RatingsExport : public QObject
{
    Q_OBJECT
public:
    RatingsExport(RatingStore *ratings, Dialogs &dialogs, QWidget *window);

    [[nodiscard]] QString whyNot() const; // for people; empty: there is something to export
    void run();

Q_SIGNALS:
    void statusMessage(const QString &text);

private:
    void read(const QString &path);

    RatingStore *m_ratings;
    Dialogs &m_dialogs;
    QWidget *m_window;
};

} // namespace desk
