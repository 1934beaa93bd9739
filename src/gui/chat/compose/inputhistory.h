#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QKeyEvent;

namespace desk {

class ComposerEdit;

// The questions asked before, back into the text by Up and Down, as in a shell: Up on the first line goes to an older one, Down on the
// last line to a newer one and past the newest to the empty text it began with. Writing in what was recalled makes it a text like any
// other, and the keys move the caret again.
class InputHistory : public QObject
{
    Q_OBJECT
public:
    using Source = std::function<QStringList()>; // newest first

    InputHistory(ComposerEdit &edit, QObject *parent = nullptr);

    void setSource(Source source) { m_source = std::move(source); }
    void begin(); // shows the newest one, if there is any

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool take(const QKeyEvent &event);
    void show(int position); // -1: the empty text
    void leave();

    ComposerEdit &m_edit;
    Source m_source;
    QStringList m_entries; // empty: not in the history
    int m_position = -1;
    bool m_showing = false;
};

} // namespace desk
