#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace desk::bench {

// One stream for the parser benchmark: what it is called in the results, its bytes, and whether they are a chat's or a run's.
struct ParserLoad {
    enum class Kind { Chat, Run };
    QString name;
    Kind kind;
    QByteArray bytes;
};

// About 8 MB each, always the same: 60-byte deltas, deltas in the whole envelope (contract 4.6), run events of 2 kB and outputs of 1 MB
// (contract 4.2), with the line ends of their streams.
[[nodiscard]] QList<ParserLoad> parserLoads();

} // namespace desk::bench
