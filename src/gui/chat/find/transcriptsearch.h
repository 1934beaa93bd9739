#pragma once

#include "gui/chat/find/messagewords.h"
#include "gui/chat/transcript/rowgeometry.h"
#include "gui/text/textmatcher.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <vector>

namespace desk {

class TranscriptModel;

// Finds words in all messages of a conversation, in slices of a few milliseconds, from a row onwards and then above it. Follows the
// model: a message that grows is looked at again, rows that come or go keep the rest. GUI thread.
class TranscriptSearch : public QObject
{
    Q_OBJECT
public:
    explicit TranscriptSearch(QObject *parent = nullptr);

    void setModel(TranscriptModel *model); // or null; ends a search
    void start(const QString &needle, int fromRow);
    void stop();
    bool step(int by); // to the next or previous match, round the ends; false when there is none

    [[nodiscard]] bool isActive() const { return !m_matcher.isEmpty(); }
    [[nodiscard]] bool isRunning() const { return m_slice.isActive(); }
    [[nodiscard]] const TextMatcher &matcher() const { return m_matcher; }
    [[nodiscard]] int total() const { return static_cast<int>(m_counts.total()); }
    [[nodiscard]] int position() const; // of the current match, from 1; 0 when there is none
    [[nodiscard]] int currentRow() const { return m_row; }
    [[nodiscard]] FindHit currentHit() const;

    static constexpr int sliceMs = 6;

Q_SIGNALS:
    void changed();        // counts
    void currentChanged(); // another match, or none

private:
    void onInserted(const QModelIndex &parent, int first, int last);
    void onRemoved(const QModelIndex &parent, int first, int last);
    void onChanged(const QModelIndex &from, const QModelIndex &to);
    void restart();
    void run();
    bool pickRow(); // what to look at next; false: nothing is left
    bool searchBite();
    void rowDone();
    void setCurrent(int row, int number);

    QPointer<TranscriptModel> m_model;
    QList<QMetaObject::Connection> m_connections;
    TextMatcher m_matcher;
    RowGeometry m_counts; // matches by row
    std::vector<bool> m_known;
    QStringList m_stale; // keys of rows that changed
    int m_from = 0;
    int m_forward = 0;
    int m_backward = -1;
    int m_row = -1; // current match
    int m_number = 0;
    QTimer m_slice;
    QTimer m_later; // changed rows: an answer that streams changes forty times a second
    std::optional<MessageWords> m_words;
    QString m_wordsKey;
    int m_found = 0; // in the row under way
};

} // namespace desk
