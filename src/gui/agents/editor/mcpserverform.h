#pragma once

#include "domain/mcpserver.h"
#include "state/agents/agentrules.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace desk {

class FieldBlock;

// The fields of one tool server. What was not touched is given back as it came, to the letter. Values of its environment and headers may
// be secrets: they are hidden until somebody asks to see them.
class McpServerForm : public QWidget
{
    Q_OBJECT
public:
    explicit McpServerForm(QWidget *parent = nullptr);

    void setServer(const McpServer &server); // emits nothing
    [[nodiscard]] McpServer server() const;
    void setRemarks(const QList<AgentRemark> &remarks); // of this server alone
    void focusFirst();

Q_SIGNALS:
    void edited(const QString &field);

private:
    void build();
    void connectFields();
    void showKind();
    void showValues(bool isRevealed);

    McpServer m_server;
    QLineEdit *m_name;
    QComboBox *m_transport;
    QLineEdit *m_command;
    QPlainTextEdit *m_arguments;
    QLineEdit *m_url;
    QPlainTextEdit *m_environment;
    QPlainTextEdit *m_headers;
    QLineEdit *m_filter;
    QSpinBox *m_timeout;
    FieldBlock *m_nameBlock;
    FieldBlock *m_commandBlock;
    FieldBlock *m_argumentsBlock;
    FieldBlock *m_urlBlock;
    FieldBlock *m_environmentBlock;
    FieldBlock *m_headersBlock;
    FieldBlock *m_timeoutBlock;
    QPushButton *m_reveal;
    bool m_isRevealed = true;
    bool m_isShowing = false;
};

} // namespace desk
