#pragma once

#include <QPlainTextEdit>

namespace desk {

class ReferenceCompletion;
class ReferenceSource;

// A text in which references are completed, and marked where they refer to nothing (WF-08). Of one line it grows with the lines it holds;
// Enter does nothing there. What is not typed is not changed.
class ReferenceEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    enum class Kind { Line, Text };

    ReferenceEdit(const ReferenceSource &source, Kind kind, QWidget *parent);

    void load(const QString &text); // tells nobody; leaves the caret where nothing differs
    [[nodiscard]] QString text() const;
    [[nodiscard]] ReferenceCompletion *completion() const { return m_completion; }
    void showMarks(); // anew: steps came, went, or have other ids

Q_SIGNALS:
    void edited(const QString &text); // by a person

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();

    const ReferenceSource &m_source;
    Kind m_kind;
    ReferenceCompletion *m_completion;
    bool m_isLoading = false;
};

} // namespace desk
