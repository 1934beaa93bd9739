#pragma once

#include <QList>
#include <QObject>

#include <optional>

namespace desk {

class TranscriptModel;

// Running sums over the rows of a TranscriptModel (CH-20). A row is looked at when it comes, goes or is changed in more than its text: what
// a token costs here does not depend on how long the conversation is. The model outlives it. GUI thread.
class ConversationTotals : public QObject
{
    Q_OBJECT
public:
    explicit ConversationTotals(const TranscriptModel &model, QObject *parent = nullptr);

    [[nodiscard]] qint64 tokens() const { return m_tokens; } // 0: no answer said any
    [[nodiscard]] double costDollars() const { return m_cost; }
    [[nodiscard]] bool hasAllTokens() const { return m_withTokens == m_answers; } // every answer said how many
    [[nodiscard]] bool hasAllCosts() const { return m_withCost == m_answers; }
    [[nodiscard]] int looks() const { return m_looks; } // at a row so far: for tests

Q_SIGNALS:
    void changed(); // the sums, or rows of which the newest answer may be another now

private:
    struct Row {
        bool isAnswer = false;
        std::optional<qint64> tokens;
        std::optional<double> costDollars;

        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] Row look(int row);
    void add(const Row &row, int sign);
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void changeRows(int first, int last);
    void reset();

    const TranscriptModel &m_model;
    QList<Row> m_rows;
    qint64 m_tokens = 0;
    double m_cost = 0;
    qsizetype m_answers = 0;
    qsizetype m_withTokens = 0;
    qsizetype m_withCost = 0;
    int m_looks = 0;
};

} // namespace desk
