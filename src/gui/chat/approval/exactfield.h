#pragma once

#include <QPlainTextEdit>

namespace desk {

// Shows text whole, as high as it is up to some lines, and scrolls behind them: nothing is cut, and nothing hides beside the edge
// (APPR-01). What is given has to be visible already (ToolInput::visible). Tab leaves it.
class ExactField : public QPlainTextEdit
{
    Q_OBJECT
public:
    ExactField(int mostLines, QWidget *parent);

    void showText(const QString &text); // from its beginning

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override; // other lines may break

private:
    [[nodiscard]] int heightOf(int lines) const;
    [[nodiscard]] int lines() const; // as they are laid out

    int m_mostLines;
};

} // namespace desk
