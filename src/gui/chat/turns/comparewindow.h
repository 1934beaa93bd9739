#pragma once

#include "state/chat/branchtree.h"

#include <QDialog>

#include <array>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollBar;
class QStackedWidget;

namespace desk {

class MarkdownView;

// Two versions of a message side by side, scrolled together, with the words marked that the other does not have (D-42): as the words they
// are, never as markup. Answers can be shown formatted as well, as in the conversation; then nothing is marked. Never modal; shows the
// versions as they were when it was opened.
class CompareWindow : public QDialog
{
    Q_OBJECT
public:
    // of questions, when that is what differs. The one that is shown in the conversation is at the right.
    CompareWindow(const QList<MessageVersion> &versions, bool ofQuestions, QWidget *parent = nullptr);

Q_SIGNALS:
    void keepRequested(const QString &node);                       // MessageVersion::node
    void linkActivated(const QString &href, const QString &label); // of a formatted answer; for the one who may open links

private:
    struct Side {
        QComboBox *choice = nullptr;
        QStackedWidget *pages = nullptr;
        QPlainTextEdit *text = nullptr;
        MarkdownView *formatted = nullptr;
        QPushButton *keep = nullptr;
    };
    void build();
    void buildSide(Side &side, const QString &name);
    void show(Side &side, int version);
    void showFormatted(const Side &side) const;
    void setFormatted(bool formatted);
    [[nodiscard]] static QScrollBar *scrollBar(const Side &side);
    void markDifferences();
    void keep(const Side &side);
    void followScroll(const Side &moved, const Side &other);
    [[nodiscard]] QString textOf(const MessageVersion &version) const;

    QList<MessageVersion> m_versions;
    bool m_ofQuestions;
    std::array<Side, 2> m_sides;
    QLabel *m_summary;
    QCheckBox *m_formatted;
    bool m_isFollowing = false;
};

} // namespace desk
