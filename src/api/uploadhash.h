#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QCryptographicHash>

namespace desk {

// SHA-256 of a file's bytes as they went out, for whoever has to say later what was sent. One upload writes it, and begins anew with each
// attempt.
class UploadHash
{
public:
    void begin()
    {
        m_hash.reset();
        m_isWhole = false;
    }
    void add(QByteArrayView bytes) { m_hash.addData(bytes); }
    void end() { m_isWhole = true; }

    [[nodiscard]] QByteArray sha256() const { return m_isWhole ? m_hash.result() : QByteArray(); } // empty: not all of it went out

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    bool m_isWhole = false;
};

} // namespace desk
