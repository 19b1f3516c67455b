// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <memory>

namespace demo {

class UploadedBytes;

// Bytes that stand in storage, or the recipe for them.
struct Content {
    enum class Kind {
        Missing, // never uploaded: storage says 404
        Bytes,
        Log, // size bytes of log text made from seed
        Noise, // size bytes without a pattern made from seed
        Blocks, // the same, cheaply: one block of noise again and again
        Uploaded, // as they came with a PUT
    };

    Kind kind = Kind::Missing;
    QByteArray bytes;
    qint64 size = 0;
    quint64 seed = 0;
    qint64 start = 0; // of a log: time of its first line
    bool failed = false; // of a log: ends in a failure
    bool gzipped = false; // stored with Content-Encoding gzip
    bool packed = false; // likewise, and these bytes are what stands in storage
    std::shared_ptr<const UploadedBytes> upload;

    static Content of(const QByteArray &bytes, bool gzipped = false);
    static Content log(quint64 seed, qint64 size, qint64 start, bool failed, bool gzipped);

    static Content noise(quint64 seed, qint64 size);
    static Content blocks(quint64 seed, qint64 size);

    // Missing when there was no room to keep it.
    static Content uploaded(const std::shared_ptr<const UploadedBytes> &upload, bool packed);

    // As it is stored. A log above a few megabytes is only to be had in pieces.
    QByteArray stored() const;
    // Of what is stored; makes gzipped content to measure it.
    qint64 storedSize() const;
    QByteArray piece(qint64 offset, qint64 maxBytes) const;
};

struct Artifact {
    QString name;
    QString storageType; // s3, object, reference, link, error
    QString contentType;
    qint64 expires = 0;
    qint64 contentLength = -1; // as declared; -1 when it was not
    QString url; // reference: a path under the root URL, or a whole URL
    QString target; // link: name of another artifact of the run
    QString reason; // error
    QString message; // error
    bool present = true; // an object is there when its upload is finished
    QString uploadId; // of an object that somebody uploads
    Content content;
};

// One object of the object service that is no artifact.
struct StoredObject {
    QString name;
    QString projectId;
    QString contentType;
    qint64 expires = 0;
    bool finished = true;
    bool hashed = true; // uploads may be finished without hashes
    qint64 cutAt = -1; // bytes that a request for all of it gets before the connection ends; -1 for all
    QString uploadId; // of one that somebody uploads
    QMap<QString, QString> hashes; // as they were told; otherwise those of the content are given
    Content content;
};

} // namespace demo
