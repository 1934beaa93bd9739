#pragma once

#include "domain/result.h"

#include <QString>
#include <QStringView>

namespace desk::server {

// Recursive-descent evaluator of one normalized arithmetic expression. Stops at the first error, which names its position.
class Expression
{
public:
    static constexpr qsizetype maxLength = 1000;
    static constexpr int maxDepth = 60;

    explicit Expression(QString text);

    [[nodiscard]] Result<long double> evaluate();
    [[nodiscard]] bool hasOperation() const { return m_hasOperation; } // an operator or function was read
    [[nodiscard]] bool wellFormed() const { return m_wellFormed; }     // the failure, if any, was about a value, not the form

private:
    struct Operand {
        long double value = 0;
        bool percent = false; // "10%": relative to the left side of + and -
    };

    Operand sum();
    Operand product();
    Operand unary();
    Operand power();
    Operand postfix();
    Operand primary();
    Operand function(const QString &name);
    long double apply(const QString &name, const QList<long double> &arguments);
    Operand number();
    long double checked(long double value);
    void failForm(const QString &message);
    void failValue(const QString &message);
    void skipSpace();
    [[nodiscard]] bool take(QStringView token);
    [[nodiscard]] bool takeWord(QStringView word);
    [[nodiscard]] bool startsOperand();
    [[nodiscard]] QString wordHere() const;

    QString m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_functionDepth = 0;
    bool m_hasOperation = false;
    bool m_wellFormed = true;
    bool m_failed = false;
    QString m_message;
};

} // namespace desk::server
