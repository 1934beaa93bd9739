#pragma once

#include "gui/spell/spelldictionaries.h"

#include <QStringList>

#include <memory>

namespace desk {

// One dictionary at work. Slow to make and not to be shared: one thread at a time.
class SpellEngine
{
public:
    explicit SpellEngine(const SpellDictionary &dictionary);
    ~SpellEngine();
    Q_DISABLE_COPY_MOVE(SpellEngine)

    [[nodiscard]] static bool isSupported(); // false: the program was built without Hunspell
    [[nodiscard]] bool isUsable() const;     // false: its encoding is none that we read
    [[nodiscard]] bool isRight(const QString &word);
    [[nodiscard]] QStringList suggestions(const QString &word);
    void add(const QString &word); // until the end of this object

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace desk
