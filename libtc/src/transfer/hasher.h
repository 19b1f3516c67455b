// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QMap>

#include <memory>
#include <vector>

struct evp_md_ctx_st;

namespace tc {

/// Lower-case hex by name of the algorithm, as the object service gives them.
using Hashes = QMap<QString, QByteArray>;

/// Hashes bytes while they pass, with OpenSSL, which is several times faster than QCryptographicHash. Only what is
/// asked for, because each costs.
class Hasher
{
public:
    /// Algorithms that we do not know are left out.
    explicit Hasher(const QStringList &algorithms);
    ~Hasher();
    Q_DISABLE_COPY_MOVE(Hasher)

    void add(QByteArrayView bytes);
    /// Of what has passed so far; more may follow.
    Hashes result() const;

    static bool knows(const QString &algorithm);

private:
    struct Running;
    std::vector<Running> m_running;
};

} // namespace tc
