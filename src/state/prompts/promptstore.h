#pragma once

#include "domain/error.h"
#include "state/prompts/savedprompt.h"

#include <QList>
#include <QObject>

#include <optional>

namespace desk {

class StoreThread;
struct StoreReport;

// The prompts of the person at this computer, whatever the account: in memory, and in user.db, where each change is written at once.
// Lives in the GUI thread.
class PromptStore : public QObject
{
    Q_OBJECT
public:
    explicit PromptStore(StoreThread &store, QObject *parent = nullptr); // loads

    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] const QList<SavedPrompt> &prompts() const { return m_prompts; } // by folder and title
    [[nodiscard]] const SavedPrompt *find(const QString &id) const;
    [[nodiscard]] QStringList folders() const; // in use, sorted
    [[nodiscard]] QStringList tags() const;

    QString add(SavedPrompt prompt);        // gets an id and its times; returns the id
    void update(const SavedPrompt &edited); // nothing for an unknown id
    [[nodiscard]] std::optional<SavedPrompt> remove(const QString &id);
    void restore(const SavedPrompt &prompt); // what remove() returned, as it was
    void noteUse(const QString &id);
    int take(const QList<SavedPrompt> &prompts); // of a file; those that are here already are left out; returns how many were new

Q_SIGNALS:
    void changed();
    void notKept(const desk::Error &error); // the disk did not take it; it is there until the program ends

private:
    void onOpened(const StoreReport &report);
    void load();
    void put(const SavedPrompt &prompt);
    void write(const QList<SavedPrompt> &prompts);
    void sort();

    StoreThread &m_store;
    QList<SavedPrompt> m_prompts;
    bool m_isLoaded = false;
    bool m_mustLoadAgain = false;
};

} // namespace desk
