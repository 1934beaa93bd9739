#pragma once

#include <QByteArrayView>
#include <QSet>
#include <QString>
#include <QVarLengthArray>

#include <optional>
#include <vector>

namespace desk::wire {

// What a text must keep to beyond the grammar (HTTP-17).
struct JsonRules {
    int maxDepth = 1024; // of arrays and objects inside each other; QJsonDocument takes no more
    bool uniqueKeys = false;
};

// What models and tools wrote: nothing deep, nothing that two readers may take differently.
inline constexpr JsonRules toolPayloadRules{128, true};

// Where in a text a member of the outermost object lies, in bytes: the key without its quotes, the value with all that is its.
struct JsonMember {
    qsizetype key = 0;
    qsizetype keySize = 0;
    qsizetype value = 0;
    qsizetype valueSize = 0;
};
using JsonMembers = QVarLengthArray<JsonMember, 8>; // events have three to eight

// RFC 8259 to the letter, where QJsonDocument is not: it takes "1.", ".5", unknown escapes and raw control characters. Without
// recursion, linear, and done at the first fault. It looks neither at UTF-8 nor at the range of numbers, which QJsonDocument does.
class JsonChecker
{
public:
    struct Fault {
        const char *reason = nullptr; // for the log
        qsizetype offset = 0;
    };

    // One JSON text without white space around it.
    [[nodiscard]] static std::optional<Fault> check(QByteArrayView text, const JsonRules &rules);

    // Whether it is an object that keeps to the grammar and holds nothing QJsonDocument might balk at or lose: no number with an
    // exponent or of a great many digits, no U+FEFF, no escape in a key of the outermost object, whose members it finds.
    [[nodiscard]] static bool isPlainObject(QByteArrayView text, JsonMembers &members);

private:
    struct Open {
        char closer;
        QSet<QString> keys; // filled only where they must be unique
    };

    JsonChecker(QByteArrayView text, const JsonRules &rules);
    bool document();
    bool plainObject();
    bool member();
    bool value();
    bool open(char closer);
    bool key();
    void keepMember(QByteArrayView quotedKey);
    bool string();
    bool escape();
    bool number();
    bool digits();
    bool literal(QByteArrayView word);
    bool fail(const char *reason);
    void skipSpace();
    [[nodiscard]] char peek() const { return m_at == m_end ? '\0' : *m_at; }

    JsonRules m_rules;
    const char *m_begin;
    const char *m_at;
    const char *m_end;
    std::vector<Open> m_open;
    bool m_fresh = false; // nothing is in the innermost container yet
    bool m_plain = true;  // no number so far that QJsonDocument may not take
    JsonMembers *m_members = nullptr;
    const char *m_reason = nullptr;
};

} // namespace desk::wire
