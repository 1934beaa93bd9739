#pragma once

#include "localserver/engine/engineturn.h"
#include "localserver/engine/router.h"

namespace desk::server {

class AnswerStream;

// A turn of the built-in engine: routes by rules, calls tools, writes the answer from what they found. It never pretends to be a model.
class RuleTurn : public EngineTurn
{
    Q_OBJECT
public:
    // pieceDelayMs paces the streamed answer.
    RuleTurn(TurnRequest request, std::shared_ptr<Toolbox> toolbox, int pieceDelayMs, QObject *parent = nullptr);

protected:
    void run() override;
    void abandon() override;

private:
    void follow(const QList<FileSketch> &files);
    [[nodiscard]] QList<FileSketch> searchable(QList<FileSketch> files) const;
    void introduce();
    void sayModelNeeded();
    void sayUnreadable();
    void ask();
    void compute();
    void tellTime();
    void searchDocuments();
    void answerFromPassages(const ToolResult &result);
    void readTable();
    void planTable();
    void queryTable(const PlannedQuestion &planned);
    void answer(const QString &text);
    [[nodiscard]] QString withUnreadable(const QString &text) const;

    int m_pieceDelayMs;
    Route m_route;
    QStringList m_unreadable; // reasons, one per file
    AnswerStream *m_stream = nullptr;
};

} // namespace desk::server
