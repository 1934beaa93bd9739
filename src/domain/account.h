#pragma once

#include <QString>
#include <QStringList>

namespace desk {

// Whom a session belongs to, as the sign-in service or the token says. It labels and explains what is on the screen and nothing else:
// no permission follows from it, the server decides (AUTH-10).
struct Account {
    QString id = {}; // stable where the service has one; else what it calls the person
    QString email = {};
    QString displayName = {};
    QStringList roles = {};  // as the server writes them; ask hasRole()
    QStringList scopes = {}; // may hold wildcards such as "search.*"; ask hasScope()

    [[nodiscard]] bool isKnown() const { return !id.isEmpty() || !email.isEmpty(); }
    // What a person recognises themself by: name, else e-mail, else id; empty when nothing is known.
    [[nodiscard]] QString label() const;

    [[nodiscard]] bool hasRole(const QString &role) const; // "Admin" is "admin" (inventory S-040)
    [[nodiscard]] bool isAdmin() const;                    // admin or administrator, in any spelling
    // Whether one of ours covers it: "search.*" covers "search.read" and "search", "*" covers everything (S-041).
    [[nodiscard]] bool hasScope(const QString &scope) const;
    [[nodiscard]] QStringList missingScopes(const QStringList &wanted) const; // in their order; for the text that explains (S-047)

    bool operator==(const Account &) const = default;
};

} // namespace desk
